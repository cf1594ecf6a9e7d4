//! The parts that a worksheet's cells refer to: workbook, relations, shared strings, styles.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::events::Event;
use ustr::{Ustr, ustr};

use super::look::{Gatherer, Looks};
use crate::intake::Limits;
use crate::intake::collect::{Trouble, shorten};
use crate::intake::container::Container;
use crate::intake::number_format::{self, Shows};
use crate::intake::xml;

/// A worksheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) visible: bool,
    pub(super) part: String,
}

/// What the workbook says.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Listed>,
    pub(super) is_1904: bool,
    pub(super) shared_strings: Option<String>,
    pub(super) styles: Option<String>,
    pub(super) theme: Option<String>,
}

/// A relation of one part to another.
pub(in crate::intake) struct Relation {
    pub(in crate::intake) id: String,
    /// The last word of its type, such as `worksheet`: transitional and strict files differ only before it.
    pub(in crate::intake) kind: String,
    pub(in crate::intake) target: String,
}

impl Workbook {
    pub(super) fn read(container: &mut Container<'_>) -> Result<Self, Trouble> {
        let main = relations(container, "")?
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        let main = if container.has(&main) { main } else { "xl/workbook.xml".to_owned() };
        let relations = relations(container, &main)?;
        let target = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
        let mut workbook = Self {
            shared_strings: target("sharedStrings"),
            styles: target("styles"),
            theme: target("theme"),
            ..Self::default()
        };
        let by_id: BTreeMap<&str, &Relation> = relations.iter().map(|r| (r.id.as_str(), r)).collect();

        let (part, budget) = container.part(&main)?;
        let mut reader = xml::reader(part);
        let mut buf = Vec::new();
        loop {
            buf.clear();
            budget.next_piece();
            match reader.read_event_into(&mut buf).map_err(xml::trouble)? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "workbookPr" => workbook.is_1904 = xml::attr(&e, "date1904").is_some_and(|v| xml::is_true(&v)),
                    "sheet" => {
                        let relation = xml::attr(&e, "id").and_then(|id| by_id.get(id.as_ref()).copied());
                        // Chart sheets and the like have no cells.
                        let Some(relation) = relation.filter(|r| r.kind == "worksheet") else { continue };
                        workbook.sheets.push(Listed {
                            name: xml::attr(&e, "name").unwrap_or_default().into_owned(),
                            visible: xml::attr(&e, "state").is_none_or(|state| state == "visible"),
                            part: relation.target.clone(),
                        });
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(workbook)
    }
}

/// The relations of a part; none if it has none.
pub(in crate::intake) fn relations(container: &mut Container<'_>, part: &str) -> Result<Vec<Relation>, Trouble> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    if !container.has(&rels) {
        return Ok(Vec::new());
    }
    let (part, budget) = container.part(&rels)?;
    let mut reader = xml::reader(part);
    let (mut buf, mut found) = (Vec::new(), Vec::new());
    loop {
        buf.clear();
        budget.next_piece();
        match reader.read_event_into(&mut buf).map_err(xml::trouble)? {
            Event::Start(e) if e.local_name().as_ref() == "Relationship" => {
                // Nothing outside the container is ever followed.
                if xml::attr(&e, "TargetMode").is_some_and(|mode| mode == "External") {
                    continue;
                }
                let kind = xml::attr(&e, "Type").unwrap_or_default();
                found.push(Relation {
                    id: xml::attr(&e, "Id").unwrap_or_default().into_owned(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: resolve(folder, &xml::attr(&e, "Target").unwrap_or_default()),
                });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// A relation's target as a part name.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').filter(|s| !s.is_empty()).collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The shared strings. Empty ones are `None`.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) texts: Vec<Option<Ustr>>,
    /// Indices of those that were longer than a cell may hold, ascending.
    pub(super) cut: Vec<usize>,
}

impl Shared {
    pub(super) fn read(container: &mut Container<'_>, part: &str, limits: &Limits) -> Result<Self, Trouble> {
        let (part, budget) = container.part(part)?;
        let mut reader = xml::reader(part);
        let (mut buf, mut shared, mut text) = (Vec::new(), Self::default(), String::new());
        let (mut within, mut phonetic) = (false, false);
        loop {
            buf.clear();
            budget.next_piece();
            match reader.read_event_into(&mut buf).map_err(xml::trouble)? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "si" => text.clear(),
                    "rPh" => phonetic = true,
                    "t" => within = !phonetic,
                    _ => {}
                },
                Event::End(e) => match e.local_name().as_ref() {
                    "t" => within = false,
                    "rPh" => phonetic = false,
                    "si" => {
                        if shared.texts.len() as u64 >= limits.cells {
                            return Err(Trouble::over("detail-limit-texts", limits.cells));
                        }
                        unescape(&mut text);
                        if let Some(short) = shorten(&text, limits.cell_bytes) {
                            shared.cut.push(shared.texts.len());
                            text = short;
                        }
                        shared.texts.push((!text.is_empty()).then(|| ustr(&text)));
                    }
                    _ => {}
                },
                Event::Eof => return Ok(shared),
                event => {
                    if within {
                        append(&event, &mut text, limits.cell_bytes);
                    }
                }
            }
        }
    }
}

/// Appends what an event adds to a text, but not much more than a cell may hold.
pub(in crate::intake) fn append(event: &Event<'_>, text: &mut String, bytes: usize) {
    if text.len() > bytes {
        return;
    }
    match event {
        Event::Text(t) => text.push_str(&t.xml10_content()),
        Event::CData(t) => text.push_str(&t.xml10_content()),
        Event::GeneralRef(reference) => xml::resolve(reference, text),
        _ => {}
    }
}

/// Excel writes characters that XML forbids as `_x000D_`, and such a text itself as `_x005F_x000D_`.
pub(super) fn unescape(text: &mut String) {
    if !text.contains("_x") {
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = code.filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        match code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push_str(&rest[..at]);
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    *text = out;
}

/// What cell formats come to.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// What each shows its number as.
    pub(super) shows: Vec<Shows>,
    /// How each looks.
    pub(super) looks: Looks,
}

/// The cell formats, by the numbers that cells give.
pub(super) fn styles(container: &mut Container<'_>, part: &str, theme: &[u32; 12]) -> Result<Styles, Trouble> {
    let (part, budget) = container.part(part)?;
    parse_styles(part, || budget.next_piece(), theme)
}

pub(super) fn parse_styles(part: impl BufRead, next_piece: impl Fn(), theme: &[u32; 12]) -> Result<Styles, Trouble> {
    let mut reader = xml::reader(part);
    let (mut buf, mut custom, mut ids) = (Vec::new(), BTreeMap::new(), Vec::new());
    let (mut in_formats, mut in_cells) = (false, false);
    let mut looks = Gatherer::default();
    loop {
        buf.clear();
        next_piece();
        match reader.read_event_into(&mut buf).map_err(xml::trouble)? {
            Event::Start(e) => {
                looks.start(&e);
                match e.local_name().as_ref() {
                    "numFmts" => in_formats = true,
                    "cellXfs" => in_cells = true,
                    "numFmt" if in_formats => {
                        if let (Some(id), Some(code)) = (xml::number(&e, "numFmtId"), xml::attr(&e, "formatCode")) {
                            custom.insert(id, number_format::custom(&code));
                        }
                    }
                    // No workbook has more; the specification's bound is 64,000.
                    "xf" if in_cells && ids.len() < 100_000 => ids.push(xml::number(&e, "numFmtId").unwrap_or(0)),
                    _ => {}
                }
            }
            Event::End(e) => {
                looks.end(e.local_name().as_ref());
                match e.local_name().as_ref() {
                    "numFmts" => in_formats = false,
                    "cellXfs" => in_cells = false,
                    _ => {}
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let shows = |id: &u32| custom.get(id).copied().unwrap_or_else(|| number_format::built_in(*id));
    Ok(Styles { shows: ids.iter().map(shows).collect(), looks: looks.finish(theme) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_come_back_and_nothing_else_changes() {
        for (written, read) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00e9_t_x00E9_", "été"),
            ("max_x", "max_x"),
            ("_x12", "_x12"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x000é_", "_x000é_"),
            ("_xD800_", "_xD800_"),
        ] {
            let mut text = written.to_owned();
            unescape(&mut text);
            assert_eq!(text, read);
        }
    }

    #[test]
    fn targets_are_relative_to_the_part_or_absolute() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "..\\..\\../etc/passwd"), "etc/passwd");
    }
}
