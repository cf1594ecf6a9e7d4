//! Excel's binary workbooks: streams of records, read one at a time.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};

use ustr::{Ustr, ustr};

use super::collect::{Collector, Trouble, shorten};
use super::container::{Budget, Container, io_trouble};
use super::number_format::{self, Shows};
use super::sheet::{CellError, Value};
use super::time;
use super::xlsx::parts::relations;
use crate::finding::Phrase;

/// Bytes of one record. The longest that Excel writes is a text of 32,767 characters with its formatting.
const MAX_RECORD: usize = 16 << 20;

/// A stream of records: an identifier, a length, data.
struct Records<'b, R> {
    part: R,
    budget: &'b Budget,
    data: Vec<u8>,
}

impl<'b, R: BufRead> Records<'b, R> {
    fn new((part, budget): (R, &'b Budget)) -> Self {
        Self { part, budget, data: Vec::new() }
    }

    /// The next record's identifier; its data is in `self.data`.
    fn next(&mut self) -> Result<Option<u16>, Trouble> {
        self.budget.next_piece();
        let Some(first) = self.byte()? else { return Ok(None) };
        let mut id = u16::from(first);
        if first & 0x80 != 0 {
            id = u16::from(first & 0x7F) | (u16::from(self.must()? & 0x7F) << 7);
        }
        let mut length = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = self.must()?;
            length |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > MAX_RECORD {
            return Err(Trouble::larger("detail-limit-record", length as u64, MAX_RECORD as u64));
        }
        self.data.clear();
        let read = (&mut self.part).take(length as u64).read_to_end(&mut self.data).map_err(|e| io_trouble(&e))?;
        if read < length {
            return Err(Trouble::unreadable("detail-cut-off"));
        }
        Ok(Some(id))
    }

    fn byte(&mut self) -> Result<Option<u8>, Trouble> {
        let byte = self.part.fill_buf().map_err(|e| io_trouble(&e))?.first().copied();
        if byte.is_some() {
            self.part.consume(1);
        }
        Ok(byte)
    }

    fn must(&mut self) -> Result<u8, Trouble> {
        self.byte()?.ok_or_else(|| Trouble::unreadable("detail-cut-off"))
    }
}

/// Reads every worksheet of the workbook.
pub(super) fn read(container: &mut Container<'_>, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let relations = relations(container, "xl/workbook.bin")?;
    let target = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.as_str());
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    {
        let mut records = Records::new(container.part("xl/workbook.bin")?);
        while let Some(id) = records.next()? {
            let data = &records.data;
            match id {
                0x0099 => is_1904 = data.first().is_some_and(|flags| flags & 1 != 0),
                0x009C => {
                    let visible = long(data, 0) == Some(0);
                    let Some((relation, next)) = wide(data, 8) else { continue };
                    let Some((name, _)) = wide(data, next) else { continue };
                    if let Some(found) = relations.iter().find(|r| r.id == relation && r.kind == "worksheet") {
                        sheets.push((name, visible, found.target.clone()));
                    }
                }
                _ => {}
            }
        }
    }
    let shared = match target("sharedStrings") {
        Some(part) => shared_strings(container, part, out)?,
        None => Vec::new(),
    };
    let formats = match target("styles") {
        Some(part) => styles(container, part).unwrap_or_default(),
        None => Vec::new(),
    };
    if sheets.is_empty() {
        return Err(Trouble::unreadable("detail-no-worksheets"));
    }
    out.is_1904 = is_1904;
    for (name, visible, part) in sheets {
        out.begin(&name, visible);
        let result = cells(container, &part, &shared, &formats, is_1904, out);
        out.settle(result)?;
    }
    Ok(())
}

fn shared_strings(
    container: &mut Container<'_>,
    part: &str,
    out: &Collector<'_>,
) -> Result<Vec<(Option<Ustr>, bool)>, Trouble> {
    let mut records = Records::new(container.part(part)?);
    let mut texts = Vec::new();
    while let Some(id) = records.next()? {
        if id == 0x0013 {
            if texts.len() as u64 >= out.limits.cells {
                return Err(Trouble::over("detail-limit-texts", out.limits.cells));
            }
            let text = wide(&records.data, 1).map(|(text, _)| text).unwrap_or_default();
            let short = shorten(&text, out.limits.cell_bytes);
            let cut = short.is_some();
            let text = short.unwrap_or(text);
            texts.push(((!text.is_empty()).then(|| ustr(&text)), cut));
        }
    }
    Ok(texts)
}

fn styles(container: &mut Container<'_>, part: &str) -> Result<Vec<Shows>, Trouble> {
    let mut records = Records::new(container.part(part)?);
    let (mut custom, mut formats, mut in_cells) = (BTreeMap::new(), Vec::new(), false);
    while let Some(id) = records.next()? {
        let data = &records.data;
        match id {
            0x002C => {
                if let (Some(number), Some((code, _))) = (short(data, 0), wide(data, 2)) {
                    custom.insert(number, number_format::custom(&code));
                }
            }
            0x0269 => in_cells = true,
            0x026A => in_cells = false,
            0x002F if in_cells && formats.len() < 100_000 => {
                let number = short(data, 2).unwrap_or(0);
                let shows = custom.get(&number).copied();
                formats.push(shows.unwrap_or_else(|| number_format::built_in(u32::from(number))));
            }
            _ => {}
        }
    }
    Ok(formats)
}

fn cells(
    container: &mut Container<'_>,
    part: &str,
    shared: &[(Option<Ustr>, bool)],
    formats: &[Shows],
    is_1904: bool,
    out: &mut Collector<'_>,
) -> Result<(), Trouble> {
    let mut records = Records::new(container.part(part)?);
    let (mut row, mut next_col, mut ended) = (0_u32, 0_u32, false);
    while let Some(id) = records.next()? {
        let data = &records.data;
        // Cells say their column; the short form of a cell follows right after the one before.
        let (kind, col, at) = match id {
            0 => {
                row = long(data, 0).unwrap_or(u32::MAX);
                next_col = 0;
                continue;
            }
            1..=11 | 62 => (id, long(data, 0).unwrap_or(u32::MAX), 4),
            12..=18 => (id - 11, next_col, 0),
            0x00B0 => {
                let corner = |n| long(data, n);
                if let (Some(r1), Some(r2), Some(c1), Some(c2)) = (corner(0), corner(4), corner(8), corner(12)) {
                    out.merge(r1, c1, r2, c2);
                }
                continue;
            }
            0x0082 => {
                ended = true; // the end of the sheet
                continue;
            }
            _ => continue,
        };
        next_col = col.saturating_add(1);
        let style = long(data, at).map(|bits| bits & 0x00FF_FFFF);
        let shows = style.and_then(|style| formats.get(style as usize).copied()).unwrap_or(Shows::Number);
        let number = |n: Option<f64>| match (n, shows) {
            (None, _) => Value::Error(CellError::Other),
            (Some(n), Shows::Date) if is_1904 => Value::Date(n + time::DAYS_1904),
            (Some(n), Shows::Date | Shows::Time) => Value::Date(n),
            (Some(n), Shows::Number) => Value::Number(n),
        };
        let at = at + 4;
        let value = match kind {
            2 => number(long(data, at).map(rk)),
            3 | 11 => Value::Error(error(data.get(at).copied())),
            4 | 10 => data.get(at).map_or(Value::Error(CellError::Other), |&b| Value::Bool(b != 0)),
            5 | 9 => number(data.get(at..at + 8).and_then(|b| b.try_into().ok()).map(f64::from_le_bytes)),
            6 | 8 | 62 => match wide(data, if kind == 62 { at + 1 } else { at }) {
                Some((text, _)) => {
                    out.put_text(row, col, &text)?;
                    continue;
                }
                None => Value::Error(CellError::Other),
            },
            7 => match long(data, at).and_then(|index| shared.get(index as usize)) {
                Some(&(text, cut)) => {
                    if cut {
                        out.was_cut(row, col);
                    }
                    text.map_or(Value::Empty, Value::Text)
                }
                None => {
                    out.bad_cell(Some((row, col)), Phrase::new("detail-text-missing"));
                    Value::Error(CellError::Other)
                }
            },
            _ => Value::Empty,
        };
        out.put(row, col, value)?;
    }
    if ended { Ok(()) } else { Err(Trouble::unreadable("detail-cut-off")) }
}

/// Excel's short form of a number: an integer or the upper bits of a float, perhaps in hundredths.
fn rk(bits: u32) -> f64 {
    let n = if bits & 2 != 0 { f64::from(bits as i32 >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    if bits & 1 != 0 { n / 100.0 } else { n }
}

fn error(code: Option<u8>) -> CellError {
    match code {
        Some(0x00) => CellError::Null,
        Some(0x07) => CellError::Div0,
        Some(0x0F) => CellError::Value,
        Some(0x17) => CellError::Ref,
        Some(0x1D) => CellError::Name,
        Some(0x24) => CellError::Num,
        Some(0x2A) => CellError::NA,
        Some(0x2B) => CellError::GettingData,
        _ => CellError::Other,
    }
}

fn short(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at.checked_add(2)?).and_then(|b| b.try_into().ok()).map(u16::from_le_bytes)
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at.checked_add(4)?).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes)
}

/// A text with its length before it, and where it ends.
fn wide(data: &[u8], at: usize) -> Option<(String, usize)> {
    let length = long(data, at)? as usize;
    let start = at.checked_add(4)?;
    // No text at all has this length.
    if length == 0xFFFF_FFFF {
        return Some((String::new(), start));
    }
    let end = start.checked_add(length.checked_mul(2)?)?;
    let units = data.get(start..end)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some((text, end))
}
