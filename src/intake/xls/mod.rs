//! Excel 97–2003 workbooks, through calamine. It may panic on damaged files; the caller expects that. What would make
//! it take memory without bounds is seen to before.

mod compound;
mod guard;

use std::io::Cursor;

use calamine::{CellErrorType, Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use crate::intake::collect::{Collector, Trouble};
use crate::intake::sheet::{CellError, Value};
use crate::intake::time;

/// Megabytes that a workbook stream of the format can have.
const MAX_MEGABYTES: u64 = 450;

/// Reads every worksheet of the workbook.
pub(in crate::intake) fn read(bytes: &[u8], out: &mut Collector<'_>) -> Result<(), Trouble> {
    let damaged = || Trouble::unreadable("detail-damaged-workbook");
    let mut stream = compound::workbook(bytes).filter(|stream| !stream.is_empty()).ok_or_else(damaged)?;
    guard::check(&mut stream)?;
    let file = compound::wrap(stream).ok_or_else(|| Trouble::over("detail-limit-workbook", MAX_MEGABYTES))?;
    let mut workbook = Xls::new(Cursor::new(file.as_slice())).map_err(trouble)?;
    let is_1904 = workbook.has_1904_epoch();
    out.is_1904 = is_1904;
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        out.begin(&sheet.name, sheet.visible == SheetVisible::Visible);
        let range = workbook.worksheet_range(&sheet.name).map_err(trouble)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, col, data) in range.used_cells() {
            let (row, col) = (top.saturating_add(row as u32), left.saturating_add(col as u32));
            match data {
                Data::String(text) => out.put_text(row, col, text)?,
                data => out.put(row, col, value(data, is_1904))?,
            }
        }
        for merged in workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            out.merge(merged.start.0, merged.start.1, merged.end.0, merged.end.1);
        }
        out.end();
    }
    if !out.has_sheets() {
        return Err(Trouble::unreadable("detail-no-worksheets"));
    }
    Ok(())
}

fn value(data: &Data, is_1904: bool) -> Value {
    match data {
        Data::Int(n) => Value::Number(*n as f64),
        Data::Float(n) => Value::Number(*n),
        Data::Bool(b) => Value::Bool(*b),
        // Durations and times of day have no date system; a serial below one is no day.
        Data::DateTime(date) if is_1904 && date.is_datetime() && date.as_f64() >= 1.0 => {
            Value::Date(date.as_f64() + time::DAYS_1904)
        }
        Data::DateTime(date) => Value::Date(date.as_f64()),
        Data::DateTimeIso(text) => time::iso_serial(text).map_or(Value::Error(CellError::Other), Value::Date),
        Data::DurationIso(text) => time::duration_days(text).map_or(Value::Error(CellError::Other), Value::Date),
        Data::Error(error) => Value::Error(match error {
            CellErrorType::Div0 => CellError::Div0,
            CellErrorType::NA => CellError::NA,
            CellErrorType::Name => CellError::Name,
            CellErrorType::Null => CellError::Null,
            CellErrorType::Num => CellError::Num,
            CellErrorType::Ref => CellError::Ref,
            CellErrorType::Value => CellError::Value,
            CellErrorType::GettingData => CellError::GettingData,
        }),
        _ => Value::Empty,
    }
}

fn trouble(error: XlsError) -> Trouble {
    let text = error.to_string();
    // An old, weakly encrypted workbook shows as one in a code page that does not exist.
    if matches!(error, XlsError::Password) || text.contains("Codepage") && text.contains("not found") {
        Trouble::Password
    } else {
        Trouble::technical("detail-damaged", text)
    }
}
