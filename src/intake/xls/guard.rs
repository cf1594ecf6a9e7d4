//! Looks through a workbook's records before calamine does: it believes the size that a sheet declares, and lays every
//! sheet out as a full rectangle.

use super::compound::{long, short};
use crate::finding::Phrase;
use crate::intake::collect::Trouble;

/// Cells of all sheets' rectangles together; one full sheet of this format has 16.8 million.
const MAX_AREA: u64 = 40_000_000;
/// A declared size above this is taken out: it only ever served to reserve memory.
const BELIEVED: u64 = 1 << 20;

/// Makes the stream harmless, or says why it cannot be.
pub(super) fn check(stream: &mut [u8]) -> Result<(), Trouble> {
    let lies = walk(stream)?;
    for lie in &lies {
        declare_one_cell(stream, *lie);
    }
    // Sheets that overlap could see the mended bytes as something else.
    if !lies.is_empty() && !walk(stream)?.is_empty() {
        return Err(Trouble::unreadable("detail-sheets-overlap"));
    }
    Ok(())
}

/// Records from a place in the stream on: place of the data, type, data.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (usize, u16, &[u8])> {
    let mut at = from;
    std::iter::from_fn(move || {
        let (kind, length) = (short(stream, at)?, short(stream, at.checked_add(2)?)?);
        let start = at + 4;
        let data = stream.get(start..start + usize::from(length))?;
        at = start + usize::from(length);
        Some((start, kind, data))
    })
}

/// Where and how long the records are whose declared size is not to be believed.
fn walk(stream: &[u8]) -> Result<Vec<(usize, usize)>, Trouble> {
    let mut sheets = Vec::new();
    for (_, kind, data) in records(stream, 0) {
        match kind {
            0x0085 => sheets.extend(long(data, 0)),
            // What follows is encrypted: its sizes mean nothing.
            0x002F => return Err(Trouble::Password),
            0x000A => break,
            _ => {}
        }
    }
    let (mut lies, mut area, mut walked) = (Vec::new(), 0_u64, 0_u64);
    let enough = 2 * stream.len() as u64 + (1 << 20);
    for sheet in sheets {
        let (mut depth, mut begun) = (0_u32, false);
        let mut bounds: Option<(u64, u64, u64, u64)> = None;
        for (at, kind, data) in records(stream, sheet as usize) {
            walked += 4 + data.len() as u64;
            if walked > enough {
                return Err(Trouble::Limit(Phrase::new("detail-limit-shared-cells")));
            }
            match kind {
                0x0809 if begun => depth += 1,
                0x0809 => begun = true,
                0x000A if depth > 0 => depth -= 1,
                0x000A => break,
                _ if depth > 0 => {}
                0x0200 if !believable(data) => lies.push((at, data.len())),
                0x0006 | 0x00BD | 0x00D6 | 0x00FD | 0x0203 | 0x0204 | 0x0205 | 0x027E => {
                    let (Some(row), Some(col)) = (short(data, 0), short(data, 2)) else { continue };
                    let last =
                        if kind == 0x00BD { short(data, data.len().saturating_sub(2)).unwrap_or(col) } else { col };
                    let (row, left, right) = (u64::from(row), u64::from(col.min(last)), u64::from(col.max(last)));
                    let (r1, c1, r2, c2) = bounds.unwrap_or((row, left, row, right));
                    bounds = Some((r1.min(row), c1.min(left), r2.max(row), c2.max(right)));
                }
                _ => {}
            }
        }
        area += bounds.map_or(0, |(r1, c1, r2, c2)| (r2 - r1 + 1) * (c2 - c1 + 1));
        if area > MAX_AREA {
            return Err(Trouble::over("detail-limit-area", MAX_AREA));
        }
    }
    Ok(lies)
}

fn believable(data: &[u8]) -> bool {
    let field = |at: usize| short(data, at).map(u64::from);
    let sizes = match data.len() {
        10 => (field(0), field(2), field(4), field(6)),
        14 | 16 => (long(data, 0).map(u64::from), long(data, 4).map(u64::from), field(8), field(10)),
        _ => return true, // refused by the reader itself
    };
    let (Some(r1), Some(r2), Some(c1), Some(c2)) = sizes else { return false };
    r1 <= r2 && c1 <= c2 && c1 <= 0xFF && (r2 - r1 + 1) * (c2 + 1) <= BELIEVED && r1 < 0x1_0000 && (r2 > r1 || r2 == 0)
}

fn declare_one_cell(stream: &mut [u8], (at, length): (usize, usize)) {
    let Some(data) = stream.get_mut(at..at + length) else { return };
    data.fill(0);
    // From row and column zero to one before one.
    let ones: &[usize] = if length == 10 { &[2, 6] } else { &[4, 10] };
    for &one in ones {
        if let Some(byte) = data.get_mut(one) {
            *byte = 1;
        }
    }
}
