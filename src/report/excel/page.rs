//! Paper and document properties.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::style::Styles;
use super::text::{cut, one_line, page_line};
use crate::report::content::Head;
use crate::report::theme::Theme;

const A4: u8 = 9;
/// Characters that fit an upright page in legible size.
const UPRIGHT: f64 = 120.0;
/// Characters that fit a page on its side in print that can still be read.
pub const LEGIBLE: f64 = 300.0;

/// Title, subject, author, organisation and date of the document; the date makes two runs alike.
pub fn properties(book: &mut Workbook, head: &Head, theme: &Theme) {
    let texts = [&head.title, &head.subject, &head.author];
    let [title, subject, author] = texts.map(|text| cut(&one_line(text), 255).into_owned());
    let mut properties = DocProperties::new().set_title(title).set_subject(subject).set_author(author);
    if !theme.organisation.is_empty() {
        properties = properties.set_company(cut(&one_line(&theme.organisation), 255));
    }
    if let Some(created) = midnight(head.as_of) {
        properties = properties.set_creation_datetime(&created);
    }
    book.set_properties(&properties);
}

/// The day at midnight; a day that documents cannot carry becomes the first that they can.
fn midnight(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).unwrap_or(0); // refused below: the clock must never stand in
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)
        .or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))
        .ok()
}

/// Where a sheet of several tables is parted in print: no heading is left at the foot of a page without its table, and
/// nothing that fits a page is divided. How high rows really are is known only to who prints; what is estimated here is
/// a little more.
pub struct Breaks {
    page: f64,
    used: f64,
    rows: Vec<u32>,
}

impl Breaks {
    /// For a sheet as wide as so many characters, on the paper that [`paper`] gives it, with so many points in use above.
    pub fn new(width: f64, used: f64) -> Self {
        /// Height and width between the margins, in points.
        const TALL: f64 = 755.0;
        const WIDE: f64 = 509.0;
        /// Points that a character takes in a column, its part of the margins of cells included.
        const CHARACTER: f64 = 5.45;
        let (across, down) = if width > UPRIGHT { (770.0, WIDE) } else { (523.0, TALL) };
        let scale = (across / (width * CHARACTER)).min(1.0);
        Self { page: down / scale * 0.97, used, rows: Vec::new() }
    }

    /// Something so high begins at a row, of which the first `least` points must not be divided.
    pub fn put(&mut self, row: u32, height: f64, least: f64) {
        let together = if height <= self.page { height } else { least.min(self.page) };
        if self.used > 0.0 && self.used + together > self.page {
            self.rows.push(row);
            self.used = 0.0;
        }
        self.used = (self.used + height) % self.page;
    }

    /// Tells the sheet.
    pub fn apply(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        /// What a sheet can have.
        const MOST: usize = 1_000;
        if !self.rows.is_empty() {
            sheet.set_page_breaks(self.rows.get(..MOST).unwrap_or(&self.rows))?;
        }
        Ok(())
    }
}

/// Sets up the paper: A4, one page wide (more only where the print would be too small to read), on its side where `width` characters need it, the header row on every page.
///
/// The organisation stands in the header, its contact in the footer.
pub fn paper(
    sheet: &mut Worksheet,
    head: &Head,
    styles: &Styles,
    width: f64,
    header_row: Option<u32>,
) -> Result<(), XlsxError> {
    // As many pages side by side as keep the print legible.
    let across = (width / LEGIBLE).ceil().clamp(1.0, 20.0) as u16;
    if across > 1 {
        sheet.set_repeat_columns(0, 0)?;
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(across, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    if width > UPRIGHT {
        sheet.set_landscape();
    }
    if let Some(row) = header_row {
        sheet.set_repeat_rows(row, row)?;
    }
    sheet.set_header(page_line(&head.title, &joined(&styles.brand.organisation, &head.subject)));
    sheet.set_footer(page_line(&joined(&head.footer, &styles.brand.short_contact), &head.page));
    Ok(())
}

/// Two parts of a line; one of them may be empty.
fn joined(first: &str, second: &str) -> String {
    [first, second].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
