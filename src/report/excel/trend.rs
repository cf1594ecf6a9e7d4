//! A trend: its table, and a native chart of each of its figures.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color,
    Workbook, Worksheet, XlsxError,
};

use super::grid::{HEADER_ROW, ONE_LINE, TITLE_HEIGHT, Widths, put_title};
use super::style::{INT, Styles};
use super::{page, table, text};
use crate::report::content::{Bars, Head, Trend};

/// Rows that a chart covers, and its size in pixels.
const CHART_ROWS: u32 = 14;
const CHART_HEIGHT: u32 = 260;
const CHART_WIDTH: u32 = 520;
const CHART_GAP: u32 = 12;
/// Bars that half a sheet is wide enough for.
const FEW: usize = 5;

/// Writes the trend on a sheet of its own.
pub fn sheet(book: &mut Workbook, name: &str, trend: &Trend, head: &Head, styles: &Styles) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(name)?;
    let mut widths = Widths::default();
    widths.at_least(0, 26.0);
    for col in 1..5 {
        widths.at_least(col, 14.0);
    }
    table::measure(&trend.table, &mut widths);
    let widths = widths.capped(&[40.0, 24.0, 24.0, 24.0, 24.0]);
    widths.apply(sheet)?;
    let cols = trend.table.columns.len().max(2) as u16;
    put_title(sheet, &trend.title, &trend.intro, cols, widths.total(), styles)?;
    let (height, least) = table::heights(&trend.table, &widths);
    let mut breaks = page::Breaks::new(widths.total(), TITLE_HEIGHT);
    breaks.put(HEADER_ROW, height + ONE_LINE, least);
    write(sheet, name, HEADER_ROW, trend, &widths, &mut breaks, styles)?;
    breaks.apply(sheet)?;
    sheet.set_screen_gridlines(false);
    page::paper(sheet, head, styles, widths.total(), None)
}

/// Writes the table at a row and the charts below it; returns the row below them.
pub fn write(
    sheet: &mut Worksheet,
    name: &str,
    row: u32,
    trend: &Trend,
    widths: &Widths,
    breaks: &mut page::Breaks,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    let mut next = table::write(sheet, row, &trend.table, widths, styles)? + 1;
    let (first, last) = (row + 1, row + trend.table.rows.len() as u32);
    // Few bars leave room for two charts side by side, as wide as the columns together.
    let few = trend.charts.iter().all(|bars| bars.reviews.len() <= FEW);
    let side_by_side = if few { 2 } else { 1 };
    let half = (widths.pixels() / 2).clamp(CHART_WIDTH / 2, CHART_WIDTH);
    for row in trend.charts.chunks(side_by_side) {
        let height = f64::from(CHART_ROWS) * ONE_LINE;
        breaks.put(next, height, height);
        let width = if row.len() > 1 { half - CHART_GAP / 2 } else { CHART_WIDTH };
        for (left, bars) in [0, half + CHART_GAP / 2].into_iter().zip(row) {
            let mut chart = chart(name, bars, (first, last), styles);
            chart.set_width(width).set_height(CHART_HEIGHT);
            sheet.insert_chart_with_offset(next, 0, &chart, left, 0)?;
        }
        next += CHART_ROWS;
    }
    Ok(next)
}

fn chart(name: &str, bars: &Bars, (first, last): (u32, u32), styles: &Styles) -> Chart {
    let palette = styles.palette;
    let stacked = bars.series.len() > 1;
    let mut chart = Chart::new(if stacked { ChartType::ColumnStacked } else { ChartType::Column });
    for series in bars.series.iter().rev() {
        let fill = series.tier.map_or(palette.accent(), |tier| palette.tier_colours(tier).0);
        let col = series.column as u16;
        chart
            .add_series()
            .set_name((name, first - 1, col))
            .set_categories((name, first, 0, last, 0))
            .set_values((name, first, col, last, col))
            .set_gap(60)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(fill))))
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("#,##0;;"));
    }
    chart
        .title()
        .set_name(&text::one_line(&bars.title))
        .set_font(ChartFont::new().set_size(11).set_color(Color::RGB(palette.ink())));
    if stacked {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    chart
        .y_axis()
        .set_min(0)
        .set_num_format(INT)
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(palette.rule())).set_width(0.5));
    let highest = bars.series.iter().flat_map(|series| &series.values).max().copied().unwrap_or(0);
    if highest <= 8 {
        chart.y_axis().set_major_unit(1); // no half people
    }
    let told = bars.series.iter().map(|series| {
        let values: Vec<String> = series.values.iter().map(u64::to_string).collect();
        format!("{}: {}", series.label, values.join(", "))
    });
    let told = format!("{} ({}). {}", bars.title, bars.reviews.join(", "), told.collect::<Vec<_>>().join("; "));
    chart.set_alt_text(text::cut(&text::one_line(&told), 250));
    chart
}
