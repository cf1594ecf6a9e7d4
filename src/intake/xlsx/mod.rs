//! Office Open XML workbooks, read as streams: no declared size, count or dimension is ever believed.

mod cells;
pub(super) mod parts;

use super::collect::{Collector, Trouble};
use super::container::Container;
use parts::{Shared, Workbook};

/// Reads every worksheet of the workbook.
pub(super) fn read(container: &mut Container<'_>, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let workbook = Workbook::read(container)?;
    let shared = match &workbook.shared_strings {
        Some(part) => Shared::read(container, part, out.limits)?,
        None => Shared::default(),
    };
    let formats = match &workbook.styles {
        Some(part) => parts::styles(container, part).unwrap_or_default(),
        None => Vec::new(),
    };
    let context = cells::Context { shared: &shared, formats: &formats, is_1904: workbook.is_1904 };
    for sheet in &workbook.sheets {
        out.begin(&sheet.name, sheet.visible);
        let result = cells::read(container, &sheet.part, &context, out);
        out.settle(result)?;
    }
    if workbook.sheets.is_empty() {
        return Err(Trouble::unreadable("detail-no-worksheets"));
    }
    Ok(())
}
