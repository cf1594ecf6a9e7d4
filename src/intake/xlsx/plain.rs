//! Cells and rows as nearly every writer writes them, such as `<c r="K12" s="3" t="s"><v>17</v></c>`, taken as a whole
//! from what is buffered. Event by event, each cell would be five: a large sheet is little else, and most of the time
//! went there.
//!
//! Whatever is written in any other way is left to the XML reader, which alone decides what it means.

use std::str::from_utf8;

use super::cells::{Current, Kind};

/// A cell, and what stands in its `v`.
pub(super) struct Plain<'a> {
    pub(super) cell: Current,
    pub(super) text: &'a str,
}

/// The cell that the bytes begin with, and what follows it; `None` if it is not all there or is written in any other
/// way than the plain one. `next` is its address if it names none.
pub(super) fn cell(bytes: &[u8], next: (u32, u32)) -> Option<(Plain<'_>, &[u8])> {
    let mut rest = bytes.strip_prefix(b"<c")?;
    let mut cell = Current::at(next);
    let content = loop {
        match rest {
            [b' ', key @ (b'r' | b's' | b't'), b'=', b'"', value @ ..] => {
                let (value, after) = quoted(value)?;
                cell.take(*key, value);
                rest = after;
            }
            [b'>', content @ ..] => break content,
            [b'/', b'>', after @ ..] => return Some((Plain { cell, text: "" }, after)),
            _ => return None,
        }
    };
    let content = content.strip_prefix(b"<v>").filter(|_| cell.kind != Kind::Inline)?;
    let end = content.iter().position(|b| matches!(b, b'<' | b'&' | b'\r'))?;
    let (text, rest) = content.split_at_checked(end)?;
    cell.valued = true;
    Some((Plain { cell, text: from_utf8(text).ok()? }, rest.strip_prefix(b"</v></c>")?))
}

/// The attributes of the row that follows the end of the one at hand, and what follows its tag.
pub(super) fn next_row(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let tag = bytes.strip_prefix(b"</row><row")?;
    let mut rest = tag;
    while let [b' ', name @ ..] = rest {
        let value = name.iter().position(|b| !b.is_ascii_alphabetic() && *b != b':').and_then(|end| name.get(end..))?;
        (_, rest) = quoted(value.strip_prefix(b"=\"")?)?;
    }
    let after = rest.strip_prefix(b">")?;
    Some((from_utf8(tag.get(..tag.len() - rest.len())?).ok()?, after))
}

/// A value up to its quotation mark, and what follows that.
fn quoted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|b| matches!(b, b'"' | b'&' | b'<'))?;
    let (value, after) = bytes.split_at_checked(end)?;
    Some((value, after.strip_prefix(b"\"")?))
}
