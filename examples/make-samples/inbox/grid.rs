//! A neutral grid of cells, written as a workbook or as delimited text.

use jiff::civil::Date;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, XlsxError};

/// A cell.
#[derive(Clone)]
pub enum Cell {
    Blank,
    Text(String),
    Number(u32),
    Date(Date),
    /// A formula with the result that Excel cached.
    Formula(String, String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

/// A sheet of a workbook.
pub struct Sheet {
    pub name: &'static str,
    pub rows: Vec<Vec<Cell>>,
    /// Zero-based row of the header, drawn bold.
    pub header: Option<usize>,
    /// Merged cells of the first column: first row, last row.
    pub merged: Vec<(usize, usize)>,
    pub hidden: bool,
    /// How the sheet's dates are shown.
    pub date_format: &'static str,
}

impl Sheet {
    /// A sheet with its header in the given row.
    pub fn new(name: &'static str, header: usize) -> Self {
        Self {
            name,
            rows: Vec::new(),
            header: Some(header),
            merged: Vec::new(),
            hidden: false,
            date_format: "yyyy-mm-dd",
        }
    }

    /// Adds a row of texts.
    pub fn texts(&mut self, texts: &[&str]) {
        self.rows.push(texts.iter().map(|&text| text.into()).collect());
    }
}

/// The bytes of a workbook; its creation date is fixed, so they never change.
pub fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 10, 5)?));
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0xDD_E7_F0));
    let merged = Format::new().set_align(FormatAlign::VerticalCenter).set_text_wrap();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet.name)?.set_hidden(sheet.hidden);
        let date = Format::new().set_num_format(sheet.date_format);
        for (r, cells) in (0u32..).zip(&sheet.rows) {
            let header = sheet.header == Some(r as usize);
            for (c, cell) in (0u16..).zip(cells) {
                match cell {
                    Cell::Blank => {}
                    Cell::Text(text) if header => drop(page.write_string_with_format(r, c, text, &bold)?),
                    Cell::Text(text) => drop(page.write_string(r, c, text)?),
                    Cell::Number(number) => drop(page.write_number(r, c, *number)?),
                    Cell::Date(day) => {
                        let day = ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)?;
                        page.write_datetime_with_format(r, c, &day, &date)?;
                    }
                    Cell::Formula(formula, result) => {
                        page.write_formula(r, c, Formula::new(formula).set_result(result))?;
                    }
                }
            }
        }
        for &(first, last) in &sheet.merged {
            if let Some(Cell::Text(text)) = sheet.rows.get(first).and_then(|row| row.first()) {
                page.merge_range(first as u32, 0, last as u32, 0, text, &merged)?;
            }
        }
        page.autofit();
        if let Some(header) = sheet.header {
            page.set_freeze_panes(header as u32 + 1, 0)?;
        }
    }
    book.save_to_buffer()
}

/// The text of a delimited file with CRLF line ends. Cells are quoted where they must be.
pub fn delimited(rows: &[Vec<String>], separator: u8) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
