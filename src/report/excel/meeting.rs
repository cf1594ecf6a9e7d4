//! The portfolio's overview, below the totals: partners by market, then the short lists for the meeting.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color, Worksheet,
    XlsxError,
};

use super::charts::Cache;
use super::grid::{HEADER_ROW, put_int, put_merged, put_number, put_text, row_height};
use super::names::quoted;
use super::portfolio::{LAST, MARKET, TIER, WIDTH, whole_percents};
use super::style::{INT, Ink, Styles};
use super::{formula, text};
use crate::report::content::{Kind, MarketRow, Panel, PortfolioReport};

/// Rows that the chart covers.
const CHART_ROWS: u32 = 8;

/// Where the overview is, and the name of the sheet that its formulas count.
pub struct Place<'a> {
    /// The overview.
    pub sheet: &'a mut Worksheet,
    /// Its name.
    pub name: &'a str,
    /// Name of the partners' sheet.
    pub partners: &'a str,
}

/// Writes partners by market as a table and a chart; returns the row below and the values behind the chart.
pub fn markets(
    at: Place<'_>,
    row: u32,
    report: &PortfolioReport,
    styles: &Styles,
) -> Result<(u32, Vec<Cache>), XlsxError> {
    let Place { sheet, name, partners } = at;
    let markets = &report.markets;
    let tiers = markets.tiers.len() as u16;
    let Some(last_row) = (markets.rows.len() as u32).checked_sub(1).map(|n| row + 2 + n) else {
        return Ok((row, Vec::new()));
    };
    put_merged(sheet, row, 0..=LAST, &markets.title, &styles.section)?;
    let header = row + 1;
    put_text(sheet, header, 0, &markets.market, &styles.header)?;
    for (col, (_, label)) in (1..).zip(&markets.tiers) {
        put_text(sheet, header, col, label, &styles.header_right)?;
    }
    put_text(sheet, header, tiers + 1, &markets.total, &styles.header_right)?;
    let first = header + 1;
    let int = styles.body().of(Kind::Int);
    let mut values: Vec<Vec<Option<u64>>> = vec![Vec::new(); markets.tiers.len()];
    for (at, MarketRow { label, counts, total, .. }) in (first..).zip(&markets.rows) {
        put_text(sheet, at, 0, label, styles.body().of(Kind::Text))?;
        for (((col, count), (_, tier)), values) in (1..).zip(counts).zip(&markets.tiers).zip(&mut values) {
            match live_count(report, partners, (label, tier), *count) {
                Some(live) => formula::put_int(sheet, at, col, &live, *count, &int.plain)?,
                None => put_int(sheet, at, col, *count, int)?,
            }
            values.push(Some(*count));
        }
        let sum = format!("=SUM({}:{})", formula::in_row(at, 1), formula::in_row(at, tiers));
        if counts.iter().sum::<u64>() == *total && tiers > 0 {
            formula::put_int(sheet, at, tiers + 1, &sum, *total, &int.plain)?;
        } else {
            put_int(sheet, at, tiers + 1, *total, int)?;
        }
    }
    let mut chart = Chart::new(ChartType::BarStacked);
    let mut caches = Vec::new();
    for ((col, (tier, _)), values) in (1..).zip(&markets.tiers).zip(values) {
        let fill = Color::RGB(styles.palette.tier_colours(*tier).0);
        chart
            .add_series()
            .set_name((name, header, col))
            .set_categories((name, first, 0, last_row, 0))
            .set_values((name, first, col, last_row, col))
            .set_gap(40)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(fill)));
        caches.push(Cache::new(col, first, last_row, values));
    }
    chart.title().set_name((name, row, 0)).set_font(ChartFont::new().set_size(11));
    chart.legend().set_position(ChartLegendPosition::Right);
    chart.y_axis().set_reverse();
    let gridlines = ChartLine::new().set_color(Color::RGB(styles.palette.rule())).set_width(0.5).clone();
    chart.x_axis().set_min(0).set_num_format(INT).set_major_gridlines_line(&gridlines);
    chart.set_alt_text(text::cut(&text::one_line(&format!("{}. {}", markets.title, report.headline)), 250));
    chart.set_width(760).set_height(CHART_ROWS * 20 - 6);
    sheet.insert_chart_with_offset(last_row + 1, 0, &chart, 4, 6)?;
    Ok((last_row + CHART_ROWS + 3, caches))
}

/// The partners of a market and tier as a formula, where it gives the decided number.
fn live_count(report: &PortfolioReport, partners: &str, (market, tier): (&str, &str), count: u64) -> Option<String> {
    let plain = |word: &str| formula::word(word).filter(|_| !word.contains(['*', '?', '~', '<', '>', '=']));
    let (market_word, tier_word) = (plain(market)?, plain(tier)?);
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    let found = report.lines.iter().filter(|line| same(&line.market, market) && same(&line.tier_label, tier));
    let last = HEADER_ROW + u32::try_from(report.lines.len()).ok()?;
    (last > HEADER_ROW && found.count() as u64 == count).then(|| {
        let column = |col| format!("{}!{}", quoted(partners), formula::down(col, HEADER_ROW + 1, last));
        format!("=COUNTIFS({},{market_word},{},{tier_word})", column(MARKET), column(TIER))
    })
}

/// Writes the panels below each other; returns the row below.
pub fn panels(
    sheet: &mut Worksheet,
    mut row: u32,
    report: &PortfolioReport,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    for panel in &report.panels {
        row = self::panel(sheet, row, panel, styles)? + 1;
    }
    Ok(row)
}

fn panel(sheet: &mut Worksheet, mut row: u32, panel: &Panel, styles: &Styles) -> Result<u32, XlsxError> {
    sheet.set_row_height(row, 20)?;
    put_merged(sheet, row, 0..=LAST, &panel.title, &styles.section)?;
    row += 1;
    let percent = styles.body().of(Kind::Int).plain.clone().set_num_format_index(9); // built-in 0%
    for line in &panel.lines {
        let height = row_height(&line.text, WIDTH - 46.0).max(row_height(&line.name, 29.0));
        sheet.set_row_height(row, height)?;
        match line.tier {
            Some(tier) => put_text(sheet, row, 0, &line.name, &Ink::new(styles.palette.tier_name(tier)))?,
            None => put_text(sheet, row, 0, &line.name, styles.body().of(Kind::Text))?,
        }
        let first = if line.share.is_some() { 2 } else { 1 };
        if let Some(share) = line.share {
            put_number(sheet, row, 1, whole_percents(share), &percent)?;
            styles.data_bars(sheet, (row, row), 1, Some(1))?;
        }
        put_merged(sheet, row, first..=LAST, &line.text, styles.body().of(Kind::Text))?;
        row += 1;
    }
    if let Some(more) = panel.more(panel.lines.len()) {
        put_merged(sheet, row, 0..=LAST, more, &styles.muted)?;
        row += 1;
    }
    Ok(row)
}
