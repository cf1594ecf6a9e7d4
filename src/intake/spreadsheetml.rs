//! SpreadsheetML 2003, the XML that Excel 2002 and 2003 wrote and some portals still do.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::collect::{Collector, Trouble, error_value};
use super::number_format::{self, Shows};
use super::sheet::{CellError, Value};
use super::xlsx::parts::append;
use super::{encoding, time, xml};

/// The cell being read.
#[derive(Debug, Default)]
struct Current {
    row: u32,
    col: u32,
    across: u32,
    kind: String,
    formula: bool,
    style: Option<String>,
    text: String,
}

/// Reads every worksheet of the workbook.
pub(super) fn read(bytes: &[u8], out: &mut Collector<'_>) -> Result<(), Trouble> {
    let text = encoding::decode_declared(bytes, declared(bytes).as_deref());
    let mut reader = xml::reader(text.trim_start_matches('\u{feff}').trim_start().as_bytes());
    let mut buf = Vec::new();
    let mut styles: BTreeMap<String, Shows> = BTreeMap::new();
    let mut style = String::new();
    let (mut next_row, mut next_col, mut further_rows) = (0_u32, 0_u32, 0_u32);
    let (mut is_1904, mut in_sheet, mut in_data, mut ended) = (false, false, false, false);
    let (mut in_1904, mut in_visible) = (false, false);
    let mut cell: Option<Current> = None;
    loop {
        buf.clear();
        match reader.read_event_into(&mut buf).map_err(xml::trouble)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "Style" => style = xml::attr(&e, "ID").unwrap_or_default().into_owned(),
                "NumberFormat" if !in_sheet => {
                    let code = xml::attr(&e, "Format").unwrap_or_default();
                    styles.insert(style.clone(), named(&code).unwrap_or_else(|| number_format::custom(&code)));
                }
                // Without a text, the element alone says so.
                "Date1904" => in_1904 = true,
                "Worksheet" => {
                    out.begin(&xml::attr(&e, "Name").unwrap_or_default(), true);
                    (in_sheet, next_row, next_col) = (true, 0, 0);
                }
                "Row" if in_sheet => {
                    next_row = index(&e).unwrap_or(next_row);
                    next_col = 0;
                    // An empty row may stand for several.
                    further_rows = xml::number(&e, "Span").unwrap_or(0);
                    cell = None;
                }
                // Whether a sheet is hidden stands after its cells.
                "Visible" => in_visible = in_sheet,
                "Cell" if in_sheet => {
                    next_col = index(&e).unwrap_or(next_col);
                    let across = xml::number(&e, "MergeAcross").unwrap_or(0);
                    let down = xml::number(&e, "MergeDown").unwrap_or(0);
                    out.merge(next_row, next_col, next_row.saturating_add(down), next_col.saturating_add(across));
                    cell = Some(Current {
                        row: next_row,
                        col: next_col,
                        across,
                        formula: xml::attr(&e, "Formula").is_some(),
                        style: xml::attr(&e, "StyleID").map(|s| s.into_owned()),
                        ..Current::default()
                    });
                }
                "Data" => {
                    if let Some(cell) = cell.as_mut() {
                        cell.kind = xml::attr(&e, "Type").unwrap_or_default().into_owned();
                        in_data = true;
                    }
                }
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "Data" => in_data = false,
                "Cell" => {
                    if let Some(cell) = cell.take() {
                        next_col = cell.col.saturating_add(cell.across).saturating_add(1);
                        let shows = cell.style.as_ref().and_then(|s| styles.get(s)).copied();
                        emit(&cell, shows.unwrap_or(Shows::Number), is_1904, out)?;
                    }
                }
                "Row" => next_row = next_row.saturating_add(1).saturating_add(further_rows),
                "Visible" => in_visible = false,
                "Date1904" => in_1904 = false,
                "Worksheet" => {
                    in_sheet = false;
                    out.end();
                }
                "Workbook" => ended = true,
                _ => {}
            },
            Event::Eof => break,
            Event::Text(t) if in_visible => {
                if t.trim().starts_with("Sheet") {
                    out.hide(); // SheetHidden or SheetVeryHidden
                }
            }
            event => {
                if let Some(cell) = cell.as_mut().filter(|_| in_data) {
                    append(&event, &mut cell.text, out.limits.cell_bytes);
                }
            }
        }
        is_1904 |= in_1904;
        out.is_1904 = is_1904;
    }
    if !ended {
        return Err(Trouble::unreadable("detail-cut-off"));
    }
    if !out.has_sheets() {
        return Err(Trouble::unreadable("detail-no-worksheets"));
    }
    Ok(())
}

/// The one-based index that a row or cell may carry, as zero-based.
fn index(element: &BytesStart<'_>) -> Option<u32> {
    xml::attr(element, "Index").map(|n| n.trim().parse::<u32>().ok().and_then(|n| n.checked_sub(1)).unwrap_or(u32::MAX))
}

/// The number formats that have names.
fn named(code: &str) -> Option<Shows> {
    Some(match code {
        "General Date" | "Long Date" | "Medium Date" | "Short Date" => Shows::Date,
        "Long Time" | "Medium Time" | "Short Time" => Shows::Time,
        "General Number" | "Currency" | "Euro Currency" | "Fixed" | "Standard" | "Percent" | "Scientific"
        | "Yes/No" | "True/False" | "On/Off" => Shows::Number,
        _ => return None,
    })
}

fn emit(cell: &Current, shows: Shows, is_1904: bool, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let (row, col) = (cell.row, cell.col);
    if cell.text.is_empty() {
        let uncalculated = cell.formula && cell.kind != "String";
        return if uncalculated { out.put(row, col, Value::Uncalculated) } else { Ok(()) };
    }
    let value = match cell.kind.as_str() {
        "Number" => match (cell.text.trim().parse::<f64>(), shows) {
            (Ok(n), Shows::Date) if is_1904 => Value::Date(n + time::DAYS_1904),
            (Ok(n), Shows::Date | Shows::Time) => Value::Date(n),
            (Ok(n), Shows::Number) => Value::Number(n),
            (Err(_), _) => Value::Error(CellError::Other),
        },
        "DateTime" => match time::iso_serial(&cell.text) {
            // A time of day is written on the last day before the first.
            Some(serial) if shows == Shows::Time => Value::Date(serial.fract()),
            Some(serial) => Value::Date(serial),
            None => return out.put_text(row, col, &cell.text),
        },
        "Boolean" => Value::Bool(xml::is_true(&cell.text)),
        "Error" => error_value(&cell.text),
        _ => return out.put_text(row, col, &cell.text),
    };
    out.put(row, col, value)
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(200))?).into_owned();
    let after = head.split_once("encoding=")?.1;
    let label: String = after.chars().skip(1).take_while(|&c| c != '"' && c != '\'').collect();
    (!label.is_empty()).then_some(label)
}
