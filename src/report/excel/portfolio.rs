//! The reviewer's portfolio: all partners at a glance, and every one of them as a row.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartPoint, ChartSolidFill, Color, ConditionalFormatDataBar,
    ConditionalFormatDataBarDirection, ConditionalFormatType, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use super::charts::{self, Cache};
use super::grid::{
    HEADER_ROW, Widths, fit_header, fit_row, put_int, put_merged, put_text, put_title, row_height, texts_of,
};
use super::names::{SheetNames, quoted};
use super::style::{self, Ink, Styles, colour};
use super::{ExcelError, LARGE, formula, lists, page, table};
use crate::report::content::{Cell, Column, Kind, PortfolioLine, PortfolioReport, TierMark, Tone};

/// Widths of the overview's columns.
const WIDTHS: [f64; 3] = [30.0, 14.0, 62.0];
const WIDTH: f64 = 106.0;
const CHART_ROWS: u32 = 12;
/// Column of the tier among the partners' columns.
const TIER: u16 = 4;
/// Column of the bar that shows how near the next tier is; it stands behind the words.
const PROGRESS: u16 = 9;
/// First column of the links.
const FIRST_LINK: u16 = 13;
/// Files of a partner that a row leads to.
const FILES: [(&str, &str); 2] = [("PDF", "gap-report.pdf"), ("XLSX", "gap-report.xlsx")];

/// The portfolio as the bytes of a workbook.
pub fn write(report: &PortfolioReport) -> Result<Vec<u8>, ExcelError> {
    let styles = Styles::new();
    let mut names = SheetNames::default();
    let mut book = Workbook::new();
    page::properties(&mut book, &report.head);
    let overview_name = names.add(&report.head.name);
    let partners_name = names.add(&report.partners_title);
    let caches =
        overview(book.add_worksheet().set_name(&overview_name)?, report, &overview_name, &partners_name, &styles)?;
    partners(&mut book, report, &partners_name, &styles)?;
    let closing = lists::Closing {
        head: &report.head,
        findings: &report.findings,
        sources: &report.sources,
        method: &report.method,
    };
    lists::write_all(&mut book, &mut names, &closing, &styles)?;
    charts::with_caches(book.save_to_buffer()?, &caches)
}

fn overview(
    sheet: &mut Worksheet,
    report: &PortfolioReport,
    name: &str,
    partners: &str,
    styles: &Styles,
) -> Result<Vec<Cache>, XlsxError> {
    sheet.set_screen_gridlines(false);
    for (col, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(col as u16, width)?;
    }
    sheet.set_row_height(0, 28)?;
    put_merged(sheet, 0, 0..=2, &report.head.title, &styles.title)?;
    put_merged(sheet, 1, 0..=2, &report.head.subject, &styles.intro)?;
    let mut row = 3;
    for (label, value) in &report.head.facts {
        put_text(sheet, row, 0, label, &styles.muted)?;
        put_merged(sheet, row, 1..=2, value, &styles.prose)?;
        row += 1;
    }
    row += 1;
    if !report.headline.is_empty() {
        sheet.set_row_height(row, row_height(&report.headline, WIDTH))?;
        put_merged(sheet, row, 0..=2, &report.headline, &styles.strong)?;
        row += 2;
    }
    put_merged(sheet, row, 0..=2, &report.totals_title, &styles.section)?;
    row += 1;
    let caches = totals(sheet, row, report, name, partners, styles)?;
    row += (report.totals.len() as u32).max(CHART_ROWS) + 1;
    if !report.attention.is_empty() {
        put_merged(sheet, row, 0..=2, &report.attention_title, &styles.section)?;
        row += 1;
        for text in &report.attention {
            let text = format!("•  {text}");
            sheet.set_row_height(row, row_height(&text, WIDTH))?;
            put_merged(sheet, row, 0..=2, &text, &styles.prose)?;
            row += 1;
        }
    }
    page::paper(sheet, &report.head, 0.0, None)?;
    Ok(caches)
}

fn totals(
    sheet: &mut Worksheet,
    first: u32,
    report: &PortfolioReport,
    name: &str,
    partners: &str,
    styles: &Styles,
) -> Result<Vec<Cache>, XlsxError> {
    let mut values = Vec::new();
    let mut points = Vec::new();
    for (n, (tier, label, count)) in report.totals.iter().enumerate() {
        let row = first + n as u32;
        put_text(sheet, row, 0, label, &Ink::new(style::tier_cell(*tier)))?;
        let int = styles.body().of(Kind::Int);
        match live_total(report, partners, label, *count) {
            Some(live) => formula::put_int(sheet, row, 1, &live, *count, &int.plain)?,
            None => put_int(sheet, row, 1, *count, int)?,
        }
        values.push(Some(*count));
        let fill = Color::RGB(style::tier_colours(*tier).0);
        points.push(
            ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(fill))),
        );
    }
    let Some(last) = (values.len() as u32).checked_sub(1).map(|n| first + n) else { return Ok(Vec::new()) };
    let mut chart = Chart::new_bar();
    chart
        .add_series()
        .set_categories((name, first, 0, last, 0))
        .set_values((name, first, 1, last, 1))
        .set_gap(40)
        .set_points(&points)
        .set_data_label(ChartDataLabel::new().show_value());
    chart.title().set_name((name, first - 1, 0)).set_font(ChartFont::new().set_size(11));
    chart.legend().set_hidden();
    chart.y_axis().set_reverse();
    chart.x_axis().set_hidden(true).set_major_gridlines(false).set_min(0);
    chart.set_alt_text(super::text::cut(&super::text::one_line(&report.headline), 250));
    chart.set_width(430).set_height(CHART_ROWS * 20 - 6);
    sheet.insert_chart_with_offset(first, 2, &chart, 8, 4)?;
    Ok(vec![Cache::new(1, first, last, values)])
}

/// The number of partners of a tier as a formula, where it gives the decided number.
fn live_total(report: &PortfolioReport, partners: &str, label: &str, count: u64) -> Option<String> {
    let word = formula::word(label).filter(|_| !label.contains(['*', '?', '~', '<', '>', '=']))?;
    let same = |line: &&PortfolioLine| line.tier_label.to_lowercase() == label.to_lowercase();
    let last = HEADER_ROW + u32::try_from(report.lines.len()).ok()?;
    (last > HEADER_ROW && report.lines.iter().filter(same).count() as u64 == count)
        .then(|| format!("=COUNTIFS({}!{},{word})", quoted(partners), formula::down(TIER, HEADER_ROW + 1, last)))
}

fn columns(report: &PortfolioReport) -> Vec<Column> {
    let kind = |n: usize| if matches!(n, 6 | 7 | 11) { Kind::Int } else { Kind::Text };
    let mut columns: Vec<Column> =
        report.columns.iter().enumerate().map(|(n, title)| Column { title: title.clone(), kind: kind(n) }).collect();
    columns.insert(usize::from(PROGRESS), Column { title: "%".to_owned(), kind: Kind::Int });
    columns.extend(FILES.map(|(title, _)| Column { title: title.to_owned(), kind: Kind::Text }));
    columns
}

fn cells(line: &PortfolioLine) -> Vec<Cell> {
    let text = |value: &String| Cell::Text(value.clone());
    vec![
        text(&line.name),
        text(&line.id),
        text(&line.country),
        text(&line.market),
        text(&line.tier_label),
        text(&line.could_be),
        Cell::Int(line.entitlements),
        Cell::Int(line.people),
        text(&line.distance),
        Cell::Empty,
        text(&line.risk),
        text(&line.change),
        Cell::Int(line.problems),
    ]
}

fn partners(book: &mut Workbook, report: &PortfolioReport, name: &str, styles: &Styles) -> Result<(), XlsxError> {
    let large = report.lines.len() > LARGE;
    let sheet = if large { book.add_worksheet_with_low_memory()? } else { book.add_worksheet() };
    sheet.set_name(name)?;
    let columns = columns(report);
    let widths = measure(report, &columns);
    widths.apply(sheet)?;
    put_title(sheet, &report.partners_title, &report.headline, columns.len() as u16, widths.total(), styles)?;
    fit_header(sheet, HEADER_ROW, table::header_texts(&columns, &widths))?;
    for (col, column) in columns.iter().enumerate() {
        let centred = matches!(col as u16, TIER | FIRST_LINK..);
        let ink = if centred { &styles.header_centre } else { table::header_ink(styles, column.kind) };
        put_text(sheet, HEADER_ROW, col as u16, &column.title, ink)?;
    }
    let body = styles.body();
    let percent = body.of(Kind::Int).plain.clone().set_num_format_index(9); // built-in 0%
    let problem = styles.tone(Tone::Open);
    let tiers = [TierMark::None, TierMark::Silver, TierMark::Gold].map(|tier| (tier, Ink::new(style::tier_cell(tier))));
    for (n, line) in report.lines.iter().enumerate() {
        let row = HEADER_ROW + 1 + n as u32;
        let cells = cells(line);
        fit_row(sheet, row, texts_of(&cells, &widths))?;
        for (col, cell) in cells.iter().enumerate() {
            let body = if col == 12 && line.problems > 0 { problem } else { body };
            let kind = columns.get(col).map_or(Kind::Text, |column| column.kind);
            super::grid::put_cell(sheet, row, col as u16, cell, kind, body)?;
        }
        if let Some((_, ink)) = tiers.iter().find(|(tier, _)| *tier == line.tier) {
            put_text(sheet, row, TIER, &line.tier_label, ink)?;
        }
        super::grid::put_number(sheet, row, PROGRESS, line.progress.clamp(0.0, 1.0), &percent)?;
        links(sheet, n, row, line, styles)?;
    }
    let end = HEADER_ROW + report.lines.len().max(1) as u32;
    let bar = ConditionalFormatDataBar::new()
        .set_fill_color(Color::RGB(colour::bar()))
        .set_solid_fill(true)
        .set_direction(ConditionalFormatDataBarDirection::LeftToRight)
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1);
    sheet.add_conditional_format(HEADER_ROW + 1, PROGRESS, end, PROGRESS, &bar)?;
    table::ignore_numbers_as_text(sheet, &columns, HEADER_ROW + 1, end + 1)?;
    sheet.autofilter(HEADER_ROW, 0, end, columns.len() as u16 - 1)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    page::paper(sheet, &report.head, widths.total(), Some(HEADER_ROW))
}

fn measure(report: &PortfolioReport, columns: &[Column]) -> Widths {
    let mut seen = Widths::default();
    table::measure_columns(columns, &mut seen);
    for line in &report.lines {
        for (col, cell) in cells(line).iter().enumerate() {
            seen.see_cell(col, cell);
        }
    }
    // Sentences wrap, so that the whole table still fits a page on its side.
    let mut caps = vec![22.0; columns.len()];
    for (col, cap) in [(0, 32.0), (8, 30.0), (9, 8.0), (10, 30.0), (11, 28.0), (13, 8.0), (14, 9.0)] {
        if let Some(known) = caps.get_mut(col) {
            *known = cap;
        }
    }
    seen.capped(&caps)
}

/// Links to the partner's own files, relative to the workbook.
fn links(sheet: &mut Worksheet, n: usize, row: u32, line: &PortfolioLine, styles: &Styles) -> Result<(), XlsxError> {
    // A sheet carries 65,530 links at most.
    let linked = is_relative(&line.folder) && n < 32_000;
    let centred = styles.link.clone().set_align(FormatAlign::Center);
    for (at, (title, file)) in FILES.into_iter().enumerate() {
        let col = FIRST_LINK + at as u16;
        if linked {
            let url = Url::new(format!("file:///{}/{file}", line.folder)).set_text(title);
            if sheet.write_url_with_format(row, col, url, &centred).is_ok() {
                continue;
            }
        }
        sheet.write_blank(row, col, &styles.body().of(Kind::Text).plain)?;
    }
    Ok(())
}

/// Whether the folder lies below the workbook's own and leads nowhere else.
fn is_relative(folder: &str) -> bool {
    !folder.is_empty()
        && folder.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !folder.contains(['\\', ':', '#', '?'])
        && !folder.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_only_downwards() {
        assert!(is_relative("partners/1234567-contoso"));
        for folder in ["", "/etc", "../x", "a/../b", "http://x", "C:\\x", "\\\\server", "a//b"] {
            assert!(!is_relative(folder), "{folder}");
        }
    }
}
