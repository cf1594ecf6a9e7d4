//! Office Open XML workbooks, read as streams: no declared size, count or dimension is ever believed.

mod cells;
mod colours;
mod look;
pub(super) mod parts;
mod plain;

use super::collect::{Collector, Trouble};
use super::container::Container;
use super::look::ROOM;
use parts::{Shared, Styles, Workbook};

/// Reads every worksheet of the workbook.
pub(super) fn read(container: &mut Container<'_>, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let workbook = Workbook::read(container)?;
    let shared = match &workbook.shared_strings {
        Some(part) => Shared::read(container, part, out.limits)?,
        None => Shared::default(),
    };
    let styles = match &workbook.styles {
        Some(part) => {
            let theme = colours::theme(container, workbook.theme.as_deref());
            parts::styles(container, part, &theme).unwrap_or_default()
        }
        None => Styles::default(),
    };
    let context =
        cells::Context { shared: &shared, formats: &styles.shows, looks: &styles.looks, is_1904: workbook.is_1904 };
    out.is_1904 = workbook.is_1904;
    let mut room = ROOM;
    for sheet in &workbook.sheets {
        out.begin(&sheet.name, sheet.visible);
        let result = cells::read(container, &sheet.part, &context, &mut room, out);
        out.settle(result)?;
    }
    if workbook.sheets.is_empty() {
        return Err(Trouble::unreadable("detail-no-worksheets"));
    }
    Ok(())
}
