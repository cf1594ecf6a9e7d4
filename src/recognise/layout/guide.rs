//! Sheets that explain columns, as the blank workbooks of `tiergap template` bring along: no data.

use crate::intake::{Sheet, Value};
use crate::recognise::fold::fold;
use crate::recognise::vocabulary::Vocabulary;

/// So many names of columns make a list of them.
const NAMES: usize = 4;

/// Whether a sheet explains columns: titles such as "Column" and "Example" in one row, and below the first of them
/// names of columns one under the other. A table of data has its names side by side.
pub(crate) fn is_guide(sheet: &Sheet, vocabulary: &Vocabulary) -> bool {
    let rows: Vec<_> = sheet.rows().filter(|row| row.cells().any(|(_, v)| !v.is_blank())).take(100).collect();
    rows.iter().enumerate().any(|(n, row)| {
        let mut names_in = None;
        let mut examples = false;
        for (col, value) in row.cells().take(50) {
            let Value::Text(text) = value else { continue };
            let (columns, example) = vocabulary.is_guide_title(&text);
            if columns && names_in.is_none() {
                names_in = Some(col);
            }
            examples |= example;
        }
        let Some(col) = names_in.filter(|_| examples) else { return false };
        let below = rows.iter().skip(n + 1).take_while(
            |below| matches!(below.get(col), Value::Text(text) if vocabulary.headers.contains_key(&fold(&text))),
        );
        below.count() >= NAMES
    })
}
