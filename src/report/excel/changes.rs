//! The sheet of what changed since the previous review.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::grid::{HEADER_ROW, ONE_LINE, TITLE_HEIGHT, Widths, put_merged, put_title};
use super::style::Styles;
use super::{page, table, trend};
use crate::report::content::{Changes, PartnerReport};

/// Writes the sheet: figures, then customers, people and data problems, then the trend.
pub fn write(
    sheet: &mut Worksheet,
    name: &str,
    changes: &Changes,
    report: &PartnerReport,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let tables = [
        (None, &changes.figures),
        (Some(&changes.customers_title), &changes.customers),
        (Some(&changes.people_title), &changes.people),
        (Some(&changes.findings_title), &changes.findings),
    ];
    let mut widths = Widths::default();
    widths.at_least(0, 26.0);
    for col in 1..4 {
        widths.at_least(col, 12.0);
    }
    for (_, content) in &tables {
        table::measure(content, &mut widths);
    }
    if let Some(trend) = &changes.trend {
        table::measure(&trend.table, &mut widths);
        for col in 2..4 {
            widths.at_least(col, 16.0);
        }
    }
    // Together no wider than an upright page: there the charts have their room.
    let widths = widths.capped(&[37.0, 30.0, 19.0, 19.0, 15.0]);
    let cols = changes.customers.columns.len().max(2) as u16;
    widths.apply(sheet)?;
    put_title(sheet, &changes.title, &changes.intro, cols, widths.total(), styles)?;
    let mut row = HEADER_ROW;
    let mut breaks = page::Breaks::new(widths.total(), TITLE_HEIGHT);
    for (title, content) in tables.iter().filter(|(_, content)| !content.rows.is_empty()) {
        let (height, least) = table::heights(content, &widths);
        breaks.put(row, 20.0 + height + ONE_LINE, 20.0 + least);
        if let Some(title) = title {
            sheet.set_row_height(row, 20)?;
            put_merged(sheet, row, 0..=cols - 1, title, &styles.section)?;
            row += 1;
        }
        row = table::write(sheet, row, content, &widths, styles)? + 1;
    }
    if let Some(trend) = &changes.trend {
        sheet.set_row_height(row, 20)?;
        put_merged(sheet, row, 0..=cols - 1, &trend.title, &styles.section)?;
        let (height, least) = table::heights(&trend.table, &widths);
        breaks.put(row, 20.0 + height + ONE_LINE, 20.0 + least);
        trend::write(sheet, name, row + 1, trend, &widths, &mut breaks, styles)?;
    }
    breaks.apply(sheet)?;
    sheet.set_screen_gridlines(false);
    page::paper(sheet, &report.head, styles, widths.total(), None)
}
