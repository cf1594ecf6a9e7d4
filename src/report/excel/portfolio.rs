//! The reviewer's portfolio: all partners at a glance, and every one of them as a row.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartPoint, ChartSolidFill, Color, FormatAlign, Url, Workbook,
    Worksheet, XlsxError,
};

use super::bulk::Bulk;
use super::charts::Cache;
use super::grid::{
    HEADER_ROW, Widths, fit_header, fit_row, put_int, put_merged, put_text, put_title, row_height, texts_of,
};
use super::names::{SheetNames, quoted};
use super::style::{Ink, Styles};
use super::{ExcelError, LARGE, brand, formula, lists, meeting, page, splice, table, trend};
use crate::report::content::{Cell, Column, Kind, PortfolioLine, PortfolioReport, TierMark, Tone, whole_percent};
use crate::report::theme::Theme;

/// Widths of the overview's columns.
const WIDTHS: [f64; 6] = [30.0, 14.0, 14.0, 14.0, 14.0, 22.0];
pub const WIDTH: f64 = 108.0;
/// The same in pixels, at the default font.
const PIXELS: u32 = 783;
/// The last of them.
pub const LAST: u16 = 5;
const CHART_ROWS: u32 = 9;
/// Columns of market and tier among the partners' columns.
pub const MARKET: u16 = 3;
pub const TIER: u16 = 4;
/// Positions in [`PortfolioReport::columns`].
const COULD_BE: usize = 5;
const ENTITLEMENTS: usize = 6;
const PEOPLE: usize = 7;
const DISTANCE: usize = 8;
const RISK: usize = 9;
const CHANGE: usize = 10;
const PROBLEMS: usize = 11;
/// Files of a partner that a row leads to.
const FILES: [(&str, &str); 2] = [("PDF", "gap-report.pdf"), ("XLSX", "gap-report.xlsx")];

/// The portfolio as the bytes of a workbook.
pub fn write(report: &PortfolioReport, theme: &Theme) -> Result<Vec<u8>, ExcelError> {
    let styles = Styles::new(theme);
    let mut names = SheetNames::default();
    let mut book = Workbook::new();
    page::properties(&mut book, &report.head, theme);
    let overview_name = names.add(&report.head.name);
    let partners_name = names.add(&report.partners_title);
    let caches = overview(
        book.add_worksheet().set_name(&overview_name)?,
        report,
        &overview_name,
        &partners_name,
        (&styles, theme),
    )?;
    partners(&mut book, report, &partners_name, &styles)?;
    if let Some(trend) = &report.trend {
        let name = names.add(&trend.title);
        trend::sheet(&mut book, &name, trend, &report.head, &styles)?;
    }
    let closing = lists::Closing {
        head: &report.head,
        findings: &report.findings,
        sources: &report.sources,
        method: &report.method,
    };
    lists::write_all(&mut book, &mut names, &closing, &styles)?;
    splice::finished(&mut book, &Bulk::default(), &caches)
}

fn overview(
    sheet: &mut Worksheet,
    report: &PortfolioReport,
    name: &str,
    partners: &str,
    (styles, theme): (&Styles, &Theme),
) -> Result<Vec<Cache>, XlsxError> {
    sheet.set_screen_gridlines(false);
    for (col, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(col as u16, width)?;
    }
    sheet.set_row_height(0, 28)?;
    put_merged(sheet, 0, 0..=LAST, &report.head.title, &styles.title)?;
    put_merged(sheet, 1, 0..=LAST, &report.head.subject, &styles.intro)?;
    let mut row = 3;
    for (label, value) in &report.head.facts {
        put_text(sheet, row, 0, label, &styles.muted)?;
        put_merged(sheet, row, 1..=LAST, value, &styles.prose)?;
        row += 1;
    }
    row += 1;
    if !report.headline.is_empty() {
        sheet.set_row_height(row, row_height(&report.headline, WIDTH))?;
        put_merged(sheet, row, 0..=LAST, &report.headline, &styles.strong)?;
        row += 2;
    }
    if let Some(endorsement) = &report.endorsement {
        put_merged(sheet, row, 0..=LAST, &endorsement.title, &styles.section)?;
        row += 1;
        for entry in &endorsement.entries {
            let lines = [(&entry.statement, if entry.signed { &styles.strong } else { &styles.prose })];
            for (said, ink) in
                lines.into_iter().chain([(&entry.note, &styles.prose)]).filter(|(said, _)| !said.is_empty())
            {
                sheet.set_row_height(row, row_height(said, WIDTH))?;
                put_merged(sheet, row, 0..=LAST, said, ink)?;
                row += 1;
            }
        }
        row += 1;
    }
    put_merged(sheet, row, 0..=LAST, &report.totals_title, &styles.section)?;
    row += 1;
    let mut caches = totals(sheet, row, report, name, partners, styles)?;
    row += (report.totals.len() as u32).max(CHART_ROWS) + 1;
    let at = meeting::Place { sheet, name, partners };
    let (row, more) = meeting::markets(at, row, report, styles)?;
    caches.extend(more);
    let row = meeting::panels(sheet, row, report, styles)?;
    brand::logo(sheet, theme, PIXELS)?;
    brand::contact(sheet, theme, row, LAST, WIDTH, styles)?;
    page::paper(sheet, &report.head, styles, 0.0, None)?;
    sheet.set_print_fit_to_pages(1, 1).set_print_center_horizontally(true); // one page for the meeting
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
        put_text(sheet, row, 0, label, &Ink::new(styles.palette.tier_cell(*tier)))?;
        let int = styles.body().of(Kind::Int);
        match live_total(report, partners, label, *count) {
            Some(live) => formula::put_int(sheet, row, 1, &live, *count, &int.plain)?,
            None => put_int(sheet, row, 1, *count, int)?,
        }
        values.push(Some(*count));
        let fill = Color::RGB(styles.palette.tier_colours(*tier).0);
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
    chart.set_width(440).set_height(CHART_ROWS * 20 - 6);
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

/// What a column of the partners' sheet shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// One of [`PortfolioReport::columns`].
    Content(usize),
    /// The bar that shows how near the next tier is; it stands behind the words.
    Progress,
    /// A link to one of [`FILES`].
    File(usize),
}

/// The columns: what could be, risks and changes are left out where no partner has any.
fn shown(report: &PortfolioReport) -> Vec<Shown> {
    let says = |n: usize| match n {
        COULD_BE => report.lines.iter().any(|line| !line.could_be.is_empty()),
        RISK => report.lines.iter().any(|line| !line.risk.is_empty() || !line.ahead.is_empty()),
        CHANGE => report.lines.iter().any(|line| !line.change.is_empty()),
        _ => true,
    };
    let content = |range: std::ops::RangeInclusive<usize>| range.filter(|&n| says(n)).map(Shown::Content);
    content(0..=DISTANCE)
        .chain([Shown::Progress])
        .chain(content(RISK..=PROBLEMS))
        .chain((0..FILES.len()).map(Shown::File))
        .collect()
}

fn column(report: &PortfolioReport, shown: Shown) -> Column {
    let (title, kind) = match shown {
        Shown::Content(n) => {
            let kind = if matches!(n, ENTITLEMENTS | PEOPLE | PROBLEMS) { Kind::Int } else { Kind::Text };
            (report.columns.get(n).map(String::as_str).unwrap_or_default(), kind)
        }
        Shown::Progress => ("%", Kind::Int),
        Shown::File(n) => (FILES.get(n).map(|file| file.0).unwrap_or_default(), Kind::Text),
    };
    Column { title: title.to_owned(), kind }
}

/// What puts the tier at risk, then what could.
fn risk(line: &PortfolioLine) -> String {
    let said = [line.risk.as_str(), line.ahead.as_str()];
    said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ")
}

fn cell(line: &PortfolioLine, shown: Shown) -> Cell {
    let text = |value: &String| Cell::Text(value.clone());
    match shown {
        Shown::Content(0) => text(&line.name),
        Shown::Content(1) => text(&line.id),
        Shown::Content(2) => text(&line.country),
        Shown::Content(3) => text(&line.market),
        Shown::Content(4) => text(&line.tier_label),
        Shown::Content(COULD_BE) => text(&line.could_be),
        Shown::Content(ENTITLEMENTS) => Cell::Int(line.entitlements),
        Shown::Content(PEOPLE) => Cell::Int(line.people),
        Shown::Content(DISTANCE) => text(&line.distance),
        Shown::Content(RISK) => Cell::Text(risk(line)),
        Shown::Content(CHANGE) => text(&line.change),
        Shown::Content(_) => Cell::Int(line.problems),
        Shown::Progress | Shown::File(_) => Cell::Empty,
    }
}

fn partners(book: &mut Workbook, report: &PortfolioReport, name: &str, styles: &Styles) -> Result<(), XlsxError> {
    let large = report.lines.len() > LARGE;
    let sheet = if large { book.add_worksheet_with_low_memory()? } else { book.add_worksheet() };
    sheet.set_name(name)?;
    let shown = shown(report);
    let columns: Vec<Column> = shown.iter().map(|&what| column(report, what)).collect();
    let widths = measure(report, &shown, &columns);
    widths.apply(sheet)?;
    put_title(sheet, &report.partners_title, &report.headline, columns.len() as u16, widths.total(), styles)?;
    fit_header(sheet, HEADER_ROW, table::header_texts(&columns, &widths))?;
    let titles = columns.iter().zip(&shown).enumerate().map(|(col, (column, what))| {
        let centred = col == usize::from(TIER) || matches!(what, Shown::File(_));
        (column.title.as_str(), if centred { &styles.header_centre } else { table::header_ink(styles, column.kind) })
    });
    let end = HEADER_ROW + report.lines.len().max(1) as u32;
    table::filtered(sheet, HEADER_ROW, end, titles)?;
    let body = styles.body();
    let percent = body.of(Kind::Int).plain.clone().set_num_format_index(9); // built-in 0%
    let problem = styles.tone(Tone::Open);
    let tiers =
        [TierMark::None, TierMark::Silver, TierMark::Gold].map(|tier| (tier, Ink::new(styles.palette.tier_cell(tier))));
    for (n, line) in report.lines.iter().enumerate() {
        let row = HEADER_ROW + 1 + n as u32;
        let cells: Vec<Cell> = shown.iter().map(|&what| cell(line, what)).collect();
        fit_row(sheet, row, texts_of(&cells, &widths))?;
        for (col, ((cell, column), what)) in cells.iter().zip(&columns).zip(&shown).enumerate() {
            let col = col as u16;
            match what {
                Shown::Progress => super::grid::put_number(sheet, row, col, whole_percents(line.progress), &percent)?,
                Shown::File(file) => link(sheet, n, (row, col), *file, line, styles)?,
                Shown::Content(PROBLEMS) if line.problems > 0 => {
                    super::grid::put_cell(sheet, row, col, cell, column.kind, problem)?;
                }
                Shown::Content(_) => super::grid::put_cell(sheet, row, col, cell, column.kind, body)?,
            }
        }
        if let Some((_, ink)) = tiers.iter().find(|(tier, _)| *tier == line.tier) {
            put_text(sheet, row, TIER, &line.tier_label, ink)?;
        }
    }
    if let Some(col) = shown.iter().position(|&what| what == Shown::Progress) {
        styles.data_bars(sheet, (HEADER_ROW + 1, end), col as u16, Some(1))?;
    }
    table::ignore_numbers_as_text(sheet, &columns, HEADER_ROW + 1, end + 1)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    page::paper(sheet, &report.head, styles, widths.total(), Some(HEADER_ROW))
}

/// The value of a cell that shows a share in whole percents.
pub fn whole_percents(share: f64) -> f64 {
    whole_percent(share) as f64 / 100.0
}

fn measure(report: &PortfolioReport, shown: &[Shown], columns: &[Column]) -> Widths {
    let mut seen = Widths::default();
    table::measure_columns(columns, &mut seen);
    for line in &report.lines {
        for (col, &what) in shown.iter().enumerate() {
            seen.see_cell(col, &cell(line, what));
        }
    }
    // Sentences wrap, so that the whole table still fits a page on its side.
    let cap = |what: &Shown| match what {
        Shown::Content(0) => 34.0,
        Shown::Content(DISTANCE | RISK | CHANGE) => 36.0,
        Shown::Content(_) => 22.0,
        Shown::Progress => 9.0,
        Shown::File(_) => 9.0,
    };
    seen.capped(&shown.iter().map(cap).collect::<Vec<f64>>())
}

/// A link to one of the partner's own files, relative to the workbook.
fn link(
    sheet: &mut Worksheet,
    n: usize,
    (row, col): (u32, u16),
    file: usize,
    line: &PortfolioLine,
    styles: &Styles,
) -> Result<(), XlsxError> {
    // A sheet carries 65,530 links at most.
    let linked = is_relative(&line.folder) && n < 32_000;
    if let (true, Some((title, file))) = (linked, FILES.get(file)) {
        let url = Url::new(format!("file:///{}/{file}", line.folder)).set_text(*title);
        let centred = styles.link.clone().set_align(FormatAlign::Center);
        if sheet.write_url_with_format(row, col, url, &centred).is_ok() {
            return Ok(());
        }
    }
    sheet.write_blank(row, col, &styles.body().of(Kind::Text).plain)?;
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
    fn shares_are_never_rounded_up() {
        assert_eq!(whole_percents(1_999.0 / 2_000.0), 0.99);
        assert_eq!(whole_percents(0.29), 0.29);
        assert_eq!(whole_percents(1.0), 1.0);
    }

    #[test]
    fn links_lead_only_downwards() {
        assert!(is_relative("partners/1234567-contoso"));
        for folder in ["", "/etc", "../x", "a/../b", "http://x", "C:\\x", "\\\\server", "a//b"] {
            assert!(!is_relative(folder), "{folder}");
        }
    }
}
