//! Charts, and what viewers that do not calculate draw them from.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker,
    ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use super::formula;
use super::grid::{put_int, put_text};
use super::style::{INT, Palette, Styles};
use crate::report::content::{Gauge, TierMark};

/// The values behind a series of live cells. The writer knows only cells that are plain numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Cache {
    range: String,
    values: Vec<Option<u64>>,
}

impl Cache {
    /// The values of a column's cells, top down.
    pub fn new(col: u16, first: u32, last: u32, values: Vec<Option<u64>>) -> Self {
        Self { range: formula::down(col, first, last), values }
    }

    fn xml(&self) -> String {
        let points: String = self
            .values
            .iter()
            .enumerate()
            .filter_map(|(n, value)| value.map(|v| format!("<c:pt idx=\"{n}\"><c:v>{v}</c:v></c:pt>")))
            .collect();
        format!("<c:formatCode>General</c:formatCode><c:ptCount val=\"{}\"/>{points}", self.values.len())
    }
}

/// Rows that the data of a gauge takes: a header and three points, so that a threshold is a line and not a dot.
pub const GAUGE_ROWS: u32 = 4;

/// Writes a gauge's data at `row` (the chart will stand on it) and draws the figure against its thresholds.
/// `actual` and `marks` are the cells that hold the figure and the thresholds.
pub fn gauge(
    sheet: &mut Worksheet,
    name: &str,
    row: u32,
    gauge: &Gauge,
    actual: Option<&str>,
    marks: &[Option<String>],
    styles: &Styles,
) -> Result<(Chart, Vec<Cache>), XlsxError> {
    let (first, last) = (row + 1, row + GAUGE_ROWS - 1);
    let ink = &styles.chart_data;
    let mut caches = Vec::new();
    put_text(sheet, row, 1, &gauge.label, ink)?;
    put_text(sheet, first + 1, 0, &gauge.label, ink)?;
    put_linked(sheet, first + 1, 1, actual, gauge.value, styles)?;
    caches.push(Cache::new(1, first, last, vec![None, Some(gauge.value), None]));

    let mut bars = Chart::new(ChartType::Column);
    bars.add_series()
        .set_name((name, row, 1))
        .set_categories((name, first, 0, last, 0))
        .set_values((name, first, 1, last, 1))
        .set_gap(30)
        .set_format(
            ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(styles.palette.accent()))),
        )
        .set_data_label(ChartDataLabel::new().show_value().set_num_format(INT));
    let mut lines = Chart::new(ChartType::Line);
    for (n, mark) in gauge.marks.iter().enumerate() {
        let col = 2 + n as u16;
        put_text(sheet, row, col, &mark.label, ink)?;
        for at in first..=last {
            put_linked(sheet, at, col, marks.get(n).and_then(Option::as_deref), mark.value, styles)?;
        }
        caches.push(Cache::new(col, first, last, vec![Some(mark.value); 3]));
        let mut line = ChartLine::new();
        line.set_color(Color::RGB(styles.palette.tier_colours(mark.tier).0)).set_width(2.25);
        if mark.tier != TierMark::Gold {
            line.set_dash_type(ChartLineDashType::Dash);
        }
        lines
            .add_series()
            .set_name((name, row, col))
            .set_categories((name, first, 0, last, 0))
            .set_values((name, first, col, last, col))
            .set_marker(ChartMarker::new().set_none())
            .set_format(ChartFormat::new().set_line(&line));
    }
    dress(&mut bars, name, row, gauge, styles.palette);
    if !gauge.marks.is_empty() {
        bars.combine(&lines);
    }
    Ok((bars, caches))
}

fn dress(chart: &mut Chart, name: &str, row: u32, gauge: &Gauge, palette: Palette) {
    chart.title().set_name((name, row, 1)).set_font(ChartFont::new().set_size(11).set_color(Color::RGB(palette.ink())));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart
        .y_axis()
        .set_min(0)
        .set_num_format(INT)
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(palette.rule())).set_width(0.5));
    // The outer points stand on the edges: thresholds run from side to side.
    chart.x_axis().set_position_between_ticks(false);
    let highest = gauge.marks.iter().map(|mark| mark.value).chain([gauge.value]).max().unwrap_or(0);
    if highest <= 8 {
        chart.y_axis().set_major_unit(1); // no half people
    }
    let alt = super::text::one_line(&gauge.line);
    chart.set_alt_text(super::text::cut(&alt, 250));
}

/// A cell that shows another cell's number.
fn put_linked(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    cell: Option<&str>,
    value: u64,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match cell {
        Some(cell) => formula::put_int(sheet, row, col, &format!("={cell}"), value, &styles.chart_data.plain),
        None => put_int(sheet, row, col, value, &styles.chart_data),
    }
}

/// The chart with one series' values replaced, for viewers that draw charts without calculating. Charts of other ranges stay as they are.
pub fn filled(xml: &str, cache: &Cache) -> String {
    const END: &str = "</c:numCache>";
    let start = format!("!{}</c:f><c:numCache>", cache.range);
    let Some((before, rest)) = xml.split_once(&start) else { return xml.to_owned() };
    let Some((_, after)) = rest.split_once(END) else { return xml.to_owned() };
    format!("{before}{start}{}{END}{after}", cache.xml())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_series_are_filled_in() {
        let xml = "<c:f>S!$B$2:$B$4</c:f><c:numCache><c:ptCount val=\"3\"/></c:numCache><c:f>S!$C$2:$C$4</c:f>";
        let cache = Cache::new(1, 1, 3, vec![None, Some(7), None]);
        assert_eq!(
            filled(xml, &cache),
            "<c:f>S!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"3\"/>\
             <c:pt idx=\"1\"><c:v>7</c:v></c:pt></c:numCache><c:f>S!$C$2:$C$4</c:f>"
        );
        assert_eq!(filled("<a/>", &cache), "<a/>");
    }
}
