//! Blank workbooks to fill in: headers, dropdowns and a guide.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, Formula, Workbook, Worksheet, XlsxError,
};

use super::grid::{HEADER_ROW, Widths, put_text, put_title};
use super::names::{SheetNames, quoted};
use super::style::{self, Palette, Styles};
use super::{ExcelError, formula, page, table, text, usage};
use crate::report::content::{Head, Kind, TierMark};
use crate::report::theme::Theme;

/// What a blank workbook is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateKind {
    /// Customer usage.
    Usage,
    /// People and their credentials.
    Roster,
    /// Master data of partners.
    Partners,
}

impl TemplateKind {
    /// Rows made ready with dropdowns.
    fn rows(self) -> u32 {
        match self {
            Self::Usage => 10_000,
            Self::Roster => 2_000,
            Self::Partners => 1_000,
        }
    }

    fn tab(self, palette: Palette) -> u32 {
        match self {
            Self::Usage => palette.accent(),
            Self::Roster => palette.good(),
            Self::Partners => palette.tier_colours(TierMark::Gold).0,
        }
    }
}

/// A column of a blank workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateColumn {
    /// Its header, as `recognise` knows it.
    pub title: String,
    /// What belongs there, in a sentence.
    pub explanation: String,
    /// The values to choose from; empty: anything.
    pub allowed: Vec<String>,
    /// A value as it could be.
    pub example: String,
    /// How its cells are shown.
    pub kind: Kind,
}

/// The words of a blank workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateTexts {
    /// Title, author and date for document properties, and the page footer.
    pub head: Head,
    /// Name of the sheet to fill in.
    pub sheet: String,
    /// Its columns.
    pub columns: Vec<TemplateColumn>,
    /// Name of the guide sheet.
    pub guide: String,
    /// Column titles of the guide: column, what belongs there, example, values to choose from.
    pub guide_columns: [String; 4],
    /// How to fill it in, a sentence each.
    pub sentences: Vec<String>,
}

/// The blank workbook as bytes.
pub fn write(kind: TemplateKind, texts: &TemplateTexts) -> Result<Vec<u8>, ExcelError> {
    let styles = Styles::new(Theme::shipped());
    let mut names = SheetNames::default();
    let mut book = Workbook::new();
    page::properties(&mut book, &texts.head, Theme::shipped());
    let (sheet_name, guide_name) = (names.add(&texts.sheet), names.add(&texts.guide));
    form(book.add_worksheet().set_name(sheet_name)?, kind, texts, &guide_name, &styles)?;
    guide(book.add_worksheet().set_name(guide_name)?, texts, &styles)?;
    Ok(super::packed(&mut book)?)
}

/// First row of the lists on the guide sheet; each column's list follows the one before.
fn list_rows(texts: &TemplateTexts) -> Vec<(u32, u32)> {
    let mut row = HEADER_ROW + texts.sentences.len() as u32 + texts.columns.len() as u32 + 4;
    texts
        .columns
        .iter()
        .map(|column| {
            let first = row;
            row += column.allowed.len() as u32;
            (first, row)
        })
        .collect()
}

fn form(
    sheet: &mut Worksheet,
    kind: TemplateKind,
    texts: &TemplateTexts,
    guide: &str,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_tab_color(Color::RGB(kind.tab(styles.palette))).set_row_height(0, 30)?;
    let mut widths = Widths::default();
    for (n, (column, (first, end))) in texts.columns.iter().zip(list_rows(texts)).enumerate() {
        let col = n as u16;
        widths.see_header(n, &column.title);
        widths.see(n, &column.example);
        if column.kind == Kind::Text {
            widths.at_least(n, 16.0); // what will stand there is longer than its header
        }
        column.allowed.iter().for_each(|value| widths.see(n, value));
        sheet.set_column_format(col, &cell_format(column.kind))?;
        put_text(sheet, 0, col, &column.title, table::header_ink(styles, column.kind))?;
        if !column.explanation.is_empty() {
            sheet.insert_note(0, col, &usage::note_box(&column.explanation, &texts.head.author, styles))?;
        }
        if end > first {
            // A list that names no unforeseen value is a help, not a wall: Excel asks, and takes the answer.
            let source = format!("={}!{}", quoted(guide), formula::down(1, first, end - 1));
            let mut list = DataValidation::new()
                .allow_list_formula(Formula::new(source))
                .set_error_style(DataValidationErrorStyle::Warning);
            if !column.explanation.is_empty() {
                list = list.set_input_message(text::cut(&text::one_line(&column.explanation), 250))?;
            }
            sheet.add_data_validation(1, col, kind.rows(), col, &list)?;
        }
    }
    widths.apply(sheet)?;
    sheet.set_freeze_panes(1, 0)?;
    if let Some(last) = texts.columns.len().checked_sub(1) {
        sheet.autofilter(0, 0, kind.rows(), last as u16)?;
    }
    page::paper(sheet, &texts.head, styles, widths.total(), Some(0))
}

/// How the cells of a column show what is typed; IDs stay text, with their zeros.
fn cell_format(kind: Kind) -> Format {
    match kind {
        Kind::Text => Format::new().set_num_format("@"),
        Kind::Int | Kind::Change => Format::new().set_num_format(style::INT),
        Kind::Number => Format::new(),
        Kind::Date => style::serial(&Format::new(), 1.0),
        Kind::Month => Format::new().set_num_format("yyyy-mm"),
    }
}

fn guide(sheet: &mut Worksheet, texts: &TemplateTexts, styles: &Styles) -> Result<(), XlsxError> {
    for (col, width) in [26.0, 34.0, 60.0].into_iter().enumerate() {
        sheet.set_column_width(col as u16, width)?;
    }
    put_title(sheet, &texts.head.title, &texts.head.subject, 3, 120.0, styles)?;
    let mut row = HEADER_ROW;
    for sentence in &texts.sentences {
        sheet.set_row_height(row, super::grid::row_height(sentence, 120.0))?;
        super::grid::put_merged(sheet, row, 0..=2, sentence, &styles.prose)?;
        row += 1;
    }
    row += 1;
    let [title, meaning, example, allowed] = &texts.guide_columns;
    for (col, value) in [title, example, meaning].into_iter().enumerate() {
        put_text(sheet, row, col as u16, value, &styles.header)?;
    }
    let body = styles.body().of(Kind::Text);
    for column in &texts.columns {
        row += 1;
        super::grid::fit_row(sheet, row, std::iter::once((column.explanation.as_str(), 60.0)))?;
        for (col, value) in [&column.title, &column.example, &column.explanation].into_iter().enumerate() {
            put_text(sheet, row, col as u16, value, body)?;
        }
    }
    row += 2;
    put_text(sheet, row, 1, allowed, &styles.strong)?;
    for (column, (first, _)) in texts.columns.iter().zip(list_rows(texts)) {
        for (n, value) in column.allowed.iter().enumerate() {
            let at = first + n as u32;
            if n == 0 {
                put_text(sheet, at, 0, &column.title, &styles.strong)?;
            }
            put_text(sheet, at, 1, value, body)?;
        }
    }
    page::paper(sheet, &texts.head, styles, 120.0, None)
}
