//! The cells and merged ranges of one worksheet, in one pass.

use std::io::BufRead;
use std::str::from_utf8;

use quick_xml::events::{BytesStart, Event};

use super::look::{self, Looks};
use super::parts::{Shared, append, unescape};
use super::plain;
use crate::finding::Phrase;
use crate::intake::collect::{Collector, Trouble, error_value};
use crate::intake::container::{Container, io_trouble};
use crate::intake::look::LookBuilder;
use crate::intake::number_format::Shows;
use crate::intake::sheet::{CellError, Value};
use crate::intake::{time, xml};

/// What cells refer to.
pub(super) struct Context<'a> {
    pub(super) shared: &'a Shared,
    pub(super) formats: &'a [Shows],
    pub(super) looks: &'a Looks,
    pub(super) is_1904: bool,
}

/// What a cell's `t` attribute says its value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Untyped,
    Number,
    Shared,
    Inline,
    Text,
    Bool,
    Error,
    Date,
    Unknown,
}

/// The cell being read.
#[derive(Debug)]
pub(super) struct Current {
    /// `None` if its reference cannot be read or lies far outside the grid.
    at: Option<(u32, u32)>,
    pub(super) kind: Kind,
    style: usize,
    formula: bool,
    pub(super) valued: bool,
}

impl Current {
    /// A cell that stands here unless it says where.
    pub(super) fn at(next: (u32, u32)) -> Self {
        Self { at: Some(next), kind: Kind::Untyped, style: 0, formula: false, valued: false }
    }

    /// Takes over an attribute of its tag.
    pub(super) fn take(&mut self, key: u8, value: &[u8]) {
        match key {
            b'r' => self.at = reference(value),
            b's' => self.style = from_utf8(value).ok().and_then(|value| value.parse().ok()).unwrap_or(0),
            b't' => self.kind = kind(value),
            _ => {}
        }
    }
}

/// Which text is being collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Value,
    Inline,
}

/// Reads one worksheet part.
pub(super) fn read(
    container: &mut Container<'_>,
    part: &str,
    context: &Context<'_>,
    room: &mut usize,
    out: &mut Collector<'_>,
) -> Result<(), Trouble> {
    let mut look = LookBuilder::new(&context.looks.formats, &context.looks.plain, room);
    let bytes = out.limits.cell_bytes;
    let (part, budget) = container.part(part)?;
    let mut reader = xml::reader(part);
    let (mut buf, mut text) = (Vec::with_capacity(1024), String::new());
    let (mut next_row, mut next_col) = (0_u32, 0_u32);
    let (mut cell, mut within, mut phonetic): (Option<Current>, _, _) = (None, Within::Nothing, false);
    let (mut begun, mut ended) = (false, false);
    // Elements that are open, and how many were when the row began, it among them.
    let (mut depth, mut row_depth) = (0_u64, u64::MAX);
    loop {
        buf.clear();
        budget.next_piece();
        let event = reader.read_event_into(&mut buf).map_err(xml::trouble)?;
        depth = match event {
            Event::Start(_) => depth.saturating_add(1),
            Event::End(_) => depth.saturating_sub(1),
            _ => depth,
        };
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                "c" => {
                    let current = attributes(&e, (next_row, next_col));
                    next_col = current.at.map_or(next_col, |(_, col)| col).saturating_add(1);
                    if let Some((row, col)) = current.at {
                        look.cell(row, col, current.style);
                    }
                    cell = Some(current);
                    text.clear();
                }
                "v" => {
                    if let Some(current) = cell.as_mut().filter(|c| c.kind != Kind::Inline) {
                        current.valued = true;
                        within = Within::Value;
                    }
                }
                "f" => {
                    if let Some(current) = cell.as_mut() {
                        current.formula = true;
                    }
                }
                "is" => {
                    if let Some(current) = cell.as_mut() {
                        current.valued = true;
                        current.kind = Kind::Inline;
                    }
                }
                "rPh" => phonetic = true,
                "t" if cell.as_ref().is_some_and(|c| c.kind == Kind::Inline) && !phonetic => within = Within::Inline,
                "row" => {
                    begin_row(e.attributes_raw(), &mut next_row, &mut look);
                    next_col = 0;
                    row_depth = if e.name().as_ref() == "row" { depth } else { u64::MAX };
                }
                "col" => look::columns(&e, &mut look),
                "pane" => look::pane(&e, &mut look),
                "mergeCell" => {
                    if let Some(((r1, c1), (r2, c2))) = xml::attr(&e, "ref").and_then(|range| self::range(&range)) {
                        out.merge(r1.min(r2), c1.min(c2), r1.max(r2), c1.max(c2));
                    }
                }
                "worksheet" => begun = true,
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "v" | "t" => within = Within::Nothing,
                "c" => {
                    within = Within::Nothing;
                    if let Some(current) = cell.take() {
                        emit(&current, &mut text, context, out)?;
                    }
                    // Most of what follows is written in the same plain way.
                    let mut stream = reader.stream();
                    let buffered = stream.fill_buf().map_err(|error| io_trouble(&error))?;
                    let mut rest = buffered;
                    loop {
                        if let Some((plain, after)) = plain::cell(rest, (next_row, next_col)) {
                            next_col = plain.cell.at.map_or(next_col, |(_, col)| col).saturating_add(1);
                            if let Some((row, col)) = plain.cell.at {
                                look.cell(row, col, plain.cell.style);
                            }
                            text.clear();
                            text.push_str(plain.text);
                            emit(&plain.cell, &mut text, context, out)?;
                            rest = after;
                        } else if depth == row_depth
                            && let Some((tag, after)) = plain::next_row(rest)
                        {
                            next_row = next_row.saturating_add(1);
                            next_col = 0;
                            begin_row(tag, &mut next_row, &mut look);
                            rest = after;
                        } else {
                            break;
                        }
                    }
                    let used = buffered.len() - rest.len();
                    stream.consume(used);
                }
                "rPh" => phonetic = false,
                "row" => next_row = next_row.saturating_add(1),
                "worksheet" => ended = true,
                _ => {}
            },
            Event::Eof => break,
            event => {
                if within != Within::Nothing {
                    append(&event, &mut text, bytes);
                }
            }
        }
    }
    match (begun, ended) {
        (_, true) => {
            out.look(look.finish());
            Ok(())
        }
        (true, false) => Err(Trouble::unreadable("detail-cut-off")),
        (false, false) => Err(Trouble::unreadable("detail-not-a-worksheet")),
    }
}

/// Begins the row of this tag; `next` is its number if it names none.
fn begin_row(raw: &str, next: &mut u32, look: &mut LookBuilder<'_>) {
    let (mut height, mut custom, mut hidden) = (None, None, None);
    for (key, value) in pairs(raw) {
        match key {
            // A number that is none, or zero, cannot be a row of the grid.
            "r" => *next = value.trim().parse::<u32>().ok().and_then(|r| r.checked_sub(1)).unwrap_or(u32::MAX),
            "ht" => height = Some(value),
            "customHeight" => custom = Some(value),
            "hidden" => hidden = Some(value),
            _ => {}
        }
    }
    let (height, hidden) = look::row(height, custom, hidden);
    look.begin_row(*next, height, hidden);
}

/// The attributes of an element whose values hold no entities, as they stand there.
fn pairs(raw: &str) -> impl Iterator<Item = (&str, &str)> {
    // Millions of cells have three short attributes each: taking them apart here saves a good part of the time.
    let mut rest = raw;
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, next) = after.get(1..)?.split_once(quote)?;
        rest = next;
        Some((key.trim(), value))
    })
}

/// What the cell's tag says. `next` is its address if it names none.
fn attributes(element: &BytesStart<'_>, next: (u32, u32)) -> Current {
    let raw = element.attributes_raw();
    let mut current = Current::at(next);
    if raw.contains('&') {
        // Nobody writes these three with entities, but they would mean the same.
        for key in ["r", "s", "t"] {
            if let Some(value) = xml::attr(element, key) {
                current.take(key.as_bytes()[0], value.as_bytes());
            }
        }
        return current;
    }
    for (key, value) in pairs(raw) {
        if let &[key] = key.as_bytes() {
            current.take(key, value.as_bytes());
        }
    }
    current
}

fn kind(t: &[u8]) -> Kind {
    match t {
        b"n" => Kind::Number,
        b"s" => Kind::Shared,
        b"inlineStr" => Kind::Inline,
        b"str" => Kind::Text,
        b"b" => Kind::Bool,
        b"e" => Kind::Error,
        b"d" => Kind::Date,
        _ => Kind::Unknown,
    }
}

/// `F17` as zero-based row and column.
fn reference(text: &[u8]) -> Option<(u32, u32)> {
    let (mut col, mut row, mut digits) = (0_u32, 0_u32, false);
    for &b in text {
        match b {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if !digits => {
                col = col.checked_mul(26)?.checked_add(u32::from(b.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' => {
                digits = true;
                row = row.checked_mul(10)?.checked_add(u32::from(b - b'0'))?;
            }
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, col.checked_sub(1)?))
}

/// `A1:C3` as its corners.
fn range(text: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    Some((reference(first.as_bytes())?, reference(last.as_bytes())?))
}

/// Hands over a cell that has been read.
fn emit(cell: &Current, text: &mut String, context: &Context<'_>, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let uncalculated = cell.formula && text.is_empty() && !(cell.kind == Kind::Text && cell.valued);
    if text.is_empty() && !uncalculated {
        return Ok(());
    }
    let Some((row, col)) = cell.at else {
        out.outside();
        return Ok(());
    };
    if uncalculated {
        return out.put(row, col, Value::Uncalculated);
    }
    let number = |shows: Option<Shows>, n: f64| match shows {
        Some(Shows::Date) if context.is_1904 => Value::Date(n + time::DAYS_1904),
        Some(Shows::Date | Shows::Time) => Value::Date(n),
        _ => Value::Number(n),
    };
    let value = match cell.kind {
        Kind::Untyped | Kind::Number => match text.trim().parse::<f64>() {
            Ok(n) if n.is_finite() => number(context.formats.get(cell.style).copied(), n),
            Ok(_) => Value::Error(CellError::Num),
            // Some writers leave the type out, and then a text is at least what is there.
            Err(_) if cell.kind == Kind::Untyped => return out.put_text(row, col, text),
            Err(_) => Value::Error(CellError::Other),
        },
        Kind::Shared => {
            let index = text.trim().parse::<usize>().ok();
            match index.and_then(|index| context.shared.texts.get(index).map(|text| (index, text))) {
                Some((index, shared)) => {
                    if context.shared.cut.binary_search(&index).is_ok() {
                        out.was_cut(row, col);
                    }
                    shared.map_or(Value::Empty, Value::Text)
                }
                None => {
                    out.bad_cell(cell.at, Phrase::new("detail-text-number").with("number", brief(text)));
                    Value::Error(CellError::Other)
                }
            }
        }
        Kind::Inline | Kind::Text => {
            unescape(text);
            return out.put_text(row, col, text);
        }
        Kind::Bool => match text.trim() {
            "1" | "true" | "TRUE" => Value::Bool(true),
            "0" | "false" | "FALSE" => Value::Bool(false),
            _ => Value::Error(CellError::Other),
        },
        Kind::Error => error_value(text),
        Kind::Date => match time::iso_serial(text) {
            Some(serial) => Value::Date(serial),
            None => return out.put_text(row, col, text),
        },
        Kind::Unknown => {
            out.bad_cell(cell.at, Phrase::new("detail-cell-type"));
            Value::Error(CellError::Other)
        }
    };
    out.put(row, col, value)
}

fn brief(text: &str) -> String {
    text.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_nonsense_is_refused() {
        assert_eq!(reference(b"A1"), Some((0, 0)));
        assert_eq!(reference(b"$XFD$1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "A1B", "AAAAAAAAAAAA1", "A99999999999", "Ä1"] {
            assert_eq!(reference(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
