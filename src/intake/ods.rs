//! OpenDocument spreadsheets, read as a stream: repeated cells count only where they hold something.

use quick_xml::events::{BytesStart, Event};

use super::collect::{Collector, Trouble, error_value};
use super::container::Container;
use super::sheet::{CellError, MAX_COLS, MAX_ROWS, Value};
use super::{time, xml};

/// Cells that one repeated cell or row may become. Whoever fills a whole column fills no more than this.
const MAX_REPEATED: u64 = 4 * MAX_ROWS as u64;

/// What stands in a cell, until its text is complete.
#[derive(Debug, Default)]
struct Current {
    repeat: u32,
    covered: bool,
    span: Option<(u32, u32)>,
    value: Option<Value>,
    formula: bool,
    /// The text shows an error value.
    error: bool,
    /// The text was given as an attribute; what the paragraphs show is not it.
    given: bool,
    text: String,
    paragraphs: u32,
}

/// Reads every table of the document.
pub(super) fn read(container: &mut Container<'_>, out: &mut Collector<'_>) -> Result<(), Trouble> {
    if container.has("META-INF/manifest.xml") {
        let manifest = container.bytes("META-INF/manifest.xml")?;
        if manifest.windows(15).any(|w| w == b"encryption-data") {
            return Err(Trouble::Password);
        }
    }
    let hidden = hidden_styles(container)?;
    let (part, budget) = container.part("content.xml")?;
    let mut reader = xml::reader(part);
    let mut buf = Vec::with_capacity(1024);
    let mut table = Table::default();
    let (mut depth, mut spent, mut ended) = (0_u32, 0_u64, false);
    loop {
        buf.clear();
        budget.next_piece();
        let event = match reader.read_event_into(&mut buf) {
            Ok(event) => event,
            Err(error) => return Err(xml::trouble(error)),
        };
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                "table" => {
                    depth += 1;
                    if depth == 1 {
                        let style = xml::attr(&e, "style-name").unwrap_or_default();
                        out.begin(&xml::attr(&e, "name").unwrap_or_default(), !hidden.contains(style.as_ref()));
                        table = Table::default();
                    }
                }
                // Tables within cells and the tables of tracked changes are not the sheet's.
                _ if depth != 1 => {}
                "table-row" => {
                    table.repeat = repeated(&e, "number-rows-repeated");
                    table.col = 0;
                    table.cells.clear();
                }
                name @ ("table-cell" | "covered-table-cell") => table.cell = Some(cell(&e, name != "table-cell")),
                _ if is_aside(e.name().as_ref()) => table.aside += 1,
                name => {
                    if let Some(current) = table.cell.as_mut().filter(|c| table.aside == 0 && !c.given) {
                        match name {
                            "p" | "h" => {
                                if current.paragraphs > 0 {
                                    current.text.push('\n');
                                }
                                current.paragraphs += 1;
                            }
                            "s" => {
                                let blanks = xml::number(&e, "c").unwrap_or(1).min(1000) as usize;
                                current.text.push_str(&" ".repeat(blanks));
                            }
                            "tab" => current.text.push('\t'),
                            "line-break" => current.text.push('\n'),
                            _ => {}
                        }
                    }
                }
            },
            Event::End(e) => match e.local_name().as_ref() {
                "table" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        out.end();
                    }
                }
                "document-content" => ended = true,
                _ if depth != 1 => {}
                "table-cell" | "covered-table-cell" => table.take_cell(out),
                "table-row" => table.take_row(out, &mut spent)?,
                _ if is_aside(e.name().as_ref()) => table.aside = table.aside.saturating_sub(1),
                _ => {}
            },
            Event::Eof => break,
            event => {
                let bytes = out.limits.cell_bytes;
                let wanted =
                    |c: &&mut Current| table.aside == 0 && !c.given && c.paragraphs > 0 && c.text.len() <= bytes;
                if let Some(current) = table.cell.as_mut().filter(wanted) {
                    match &event {
                        Event::Text(t) => push_text(&mut current.text, &t.xml10_content()),
                        Event::CData(t) => push_text(&mut current.text, &t.xml10_content()),
                        Event::GeneralRef(reference) => xml::resolve(reference, &mut current.text),
                        _ => {}
                    }
                }
            }
        }
    }
    if !ended {
        return Err(Trouble::unreadable("detail-cut-off"));
    }
    if !out.has_sheets() {
        return Err(Trouble::unreadable("detail-no-worksheets"));
    }
    Ok(())
}

/// Line breaks and tabs in the markup are blanks; those of the text have elements of their own.
fn push_text(into: &mut String, text: &str) {
    if text.contains(['\n', '\t']) {
        into.push_str(&text.replace(['\n', '\t'], " "));
    } else {
        into.push_str(text);
    }
}

/// The table being read.
#[derive(Debug, Default)]
struct Table {
    row: u32,
    repeat: u32,
    col: u32,
    cell: Option<Current>,
    /// The row's cells that hold something: first column, how often, value or text.
    cells: Vec<(u32, u32, Value, Option<String>)>,
    /// Depth of comments, whose text is not the cell's.
    aside: u32,
}

impl Table {
    fn take_cell(&mut self, out: &mut Collector<'_>) {
        let Some(current) = self.cell.take() else { return };
        let col = self.col;
        self.col = self.col.saturating_add(current.repeat);
        if let Some((rows, cols)) = current.span {
            out.merge(self.row, col, self.row.saturating_add(rows - 1), col.saturating_add(cols - 1));
        }
        // What a merged range covers is not shown.
        if current.covered {
            return;
        }
        match current.value {
            _ if current.error => self.cells.push((col, current.repeat, error_value(&current.text), None)),
            None if current.formula && error_value(&current.text) != Value::Error(CellError::Other) => {
                self.cells.push((col, current.repeat, error_value(&current.text), None));
            }
            Some(value) => self.cells.push((col, current.repeat, value, None)),
            None if current.formula && !current.given && current.text.is_empty() => {
                self.cells.push((col, current.repeat, Value::Uncalculated, None));
            }
            None if !current.text.is_empty() => {
                self.cells.push((col, current.repeat, Value::Empty, Some(current.text)));
            }
            None => {}
        }
    }

    fn take_row(&mut self, out: &mut Collector<'_>, spent: &mut u64) -> Result<(), Trouble> {
        let cells = std::mem::take(&mut self.cells);
        let rows = if cells.is_empty() { 0 } else { self.repeat };
        let wide: u64 = cells.iter().map(|cell| u64::from(cell.1)).sum();
        let written = cells.len() as u64;
        *spent += (wide * u64::from(rows)).saturating_sub(written);
        if *spent > MAX_REPEATED {
            return Err(Trouble::over("detail-limit-repeated", MAX_REPEATED));
        }
        for row in 0..rows {
            let row = self.row.saturating_add(row);
            for (col, repeat, value, text) in &cells {
                for col in *col..col.saturating_add(*repeat) {
                    match text {
                        Some(text) => out.put_text(row, col, text)?,
                        None => out.put(row, col, *value)?,
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.repeat);
        Ok(())
    }
}

/// Comments and drawings may stand in a cell, but their text is not the cell's.
fn is_aside(name: &str) -> bool {
    name == "office:annotation" || name.starts_with("draw:")
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    xml::attr(element, name).map_or(1, |n| n.trim().parse().unwrap_or(u32::MAX)).max(1)
}

fn cell(element: &BytesStart<'_>, covered: bool) -> Current {
    let mut current = Current { repeat: repeated(element, "number-columns-repeated"), covered, ..Current::default() };
    let (rows, cols) = (xml::number(element, "number-rows-spanned"), xml::number(element, "number-columns-spanned"));
    if rows.is_some_and(|n| n > 1) || cols.is_some_and(|n| n > 1) {
        current.span = Some((rows.unwrap_or(1).clamp(1, MAX_ROWS), cols.unwrap_or(1).clamp(1, MAX_COLS)));
    }
    current.formula = xml::attr(element, "formula").is_some();
    // LibreOffice repeats the type in a namespace of its own, and only there says that a value is an error.
    current.error = element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .any(|a| a.key.local_name().as_ref() == "value-type" && a.value == "error");
    let kind = xml::attr(element, "value-type").unwrap_or_default();
    let number = || xml::attr(element, "value").and_then(|v| v.trim().parse::<f64>().ok());
    current.value = match kind.as_ref() {
        "float" | "percentage" | "currency" => Some(number().map_or(Value::Error(CellError::Other), Value::Number)),
        "boolean" => xml::attr(element, "boolean-value").map(|v| Value::Bool(xml::is_true(&v))),
        "date" => xml::attr(element, "date-value").and_then(|v| time::iso_serial(&v)).map(Value::Date),
        "time" => xml::attr(element, "time-value").and_then(|v| time::duration_days(&v)).map(Value::Date),
        "string" => {
            if let Some(text) = xml::attr(element, "string-value").filter(|_| !current.error) {
                current.text = text.into_owned();
                current.given = true;
            }
            None
        }
        _ => None,
    };
    current
}

/// The names of the table styles that hide their tables.
fn hidden_styles(container: &mut Container<'_>) -> Result<std::collections::BTreeSet<String>, Trouble> {
    let (part, budget) = container.part("content.xml")?;
    let mut reader = xml::reader(part);
    let (mut buf, mut style, mut hidden) = (Vec::new(), String::new(), std::collections::BTreeSet::new());
    loop {
        buf.clear();
        budget.next_piece();
        match reader.read_event_into(&mut buf).map_err(xml::trouble)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "style" => style = xml::attr(&e, "name").unwrap_or_default().into_owned(),
                "table-properties" if xml::attr(&e, "display").is_some_and(|d| d == "false") => {
                    hidden.insert(style.clone());
                }
                // Styles stand before the content.
                "body" => return Ok(hidden),
                _ => {}
            },
            Event::Eof => return Ok(hidden),
            _ => {}
        }
    }
}
