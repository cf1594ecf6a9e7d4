//! How a sheet looked, on its way from one process to the other. The formats, which the sheets of a book share, are sent
//! with the first sheet only.

use std::io::{self, Write};
use std::sync::Arc;

use super::wire::{Frames, In, Lost, Out};
use crate::intake::look::{
    Across, CellLook, ColumnLook, Down, Line, NumberLook, Pattern, ROOM, RowLook, SheetLook, Stroke,
};
use crate::intake::sheet::{MAX_COLS, MAX_ROWS};

const MAX_FORMATS: u64 = 1 << 17;
/// Bytes of a number format or of a font's name.
const MAX_NAME: usize = 64 << 10;

const ACROSS: [Across; 8] = [
    Across::General,
    Across::Left,
    Across::Center,
    Across::Right,
    Across::Fill,
    Across::Justify,
    Across::CenterAcross,
    Across::Distributed,
];
const DOWN: [Down; 5] = [Down::Bottom, Down::Center, Down::Top, Down::Justify, Down::Distributed];
const STROKES: [Stroke; 13] = [
    Stroke::Thin,
    Stroke::Medium,
    Stroke::Dashed,
    Stroke::Dotted,
    Stroke::Thick,
    Stroke::Double,
    Stroke::Hair,
    Stroke::MediumDashed,
    Stroke::DashDot,
    Stroke::MediumDashDot,
    Stroke::DashDotDot,
    Stroke::MediumDashDotDot,
    Stroke::SlantDashDot,
];

fn choice<W: Write, T: PartialEq>(all: &[T], one: &T, out: &mut Out<W>) -> io::Result<()> {
    out.byte(all.iter().position(|other| other == one).unwrap_or(0) as u8)
}

fn chosen<F: Frames, T: Copy>(all: &[T], from: &mut In<'_, F>) -> Result<T, Lost> {
    all.get(usize::from(from.byte()?)).copied().ok_or(Lost::Nonsense("a look"))
}

/// Something that may be missing: a number with one added, or zero.
fn maybe<W: Write>(value: Option<u32>, out: &mut Out<W>) -> io::Result<()> {
    out.number(value.map_or(0, |value| u64::from(value) + 1))
}

fn perhaps<F: Frames>(from: &mut In<'_, F>) -> Result<Option<u32>, Lost> {
    Ok(from.up_to(1 << 32)?.checked_sub(1).map(|value| value as u32))
}

fn flags(flags: &[bool]) -> u8 {
    flags.iter().enumerate().fold(0, |bits, (at, &flag)| bits | u8::from(flag) << at)
}

pub(super) fn write<W: Write>(
    look: &SheetLook,
    sent: &mut Option<Arc<[CellLook]>>,
    out: &mut Out<W>,
) -> io::Result<()> {
    let known = sent.as_ref().is_some_and(|sent| Arc::ptr_eq(sent, &look.formats));
    out.flag(known)?;
    if !known {
        out.count(look.formats.len())?;
        look.formats.iter().try_for_each(|format| write_format(format, out))?;
        *sent = Some(Arc::clone(&look.formats));
    }
    out.count(look.patterns.len())?;
    for pattern in &look.patterns {
        out.count(pattern.len())?;
        for &(col, format) in pattern {
            out.number(col)?;
            out.number(format)?;
        }
    }
    out.count(look.rows.len())?;
    for (first, last, row) in &look.rows {
        out.number(*first)?;
        out.number(*last)?;
        maybe(row.height.map(f32::to_bits), out)?;
        out.flag(row.hidden)?;
        out.number(row.pattern)?;
    }
    out.count(look.columns.len())?;
    for columns in &look.columns {
        out.number(columns.first)?;
        out.number(columns.last)?;
        maybe(columns.width.map(f32::to_bits), out)?;
        out.flag(columns.hidden)?;
    }
    out.flag(look.frozen.is_some())?;
    let Some((rows, cols)) = look.frozen else { return Ok(()) };
    out.number(rows)?;
    out.number(cols)
}

pub(super) fn read<F: Frames>(known: &mut Option<Arc<[CellLook]>>, from: &mut In<'_, F>) -> Result<SheetLook, Lost> {
    if !from.flag()? {
        let count = from.up_to(MAX_FORMATS)?;
        let formats = (0..count).map(|_| read_format(from)).collect::<Result<Vec<_>, _>>()?;
        *known = Some(formats.into());
    }
    let formats = known.clone().ok_or(Lost::Nonsense("formats"))?;
    let mut look = SheetLook { formats, ..SheetLook::default() };
    let room = ROOM as u64;
    let mut cells = room;
    for _ in 0..from.up_to(room)? {
        let count = from.up_to(cells)?;
        cells -= count;
        let pattern = (0..count).map(|_| Ok((from.short()?, from.short()?))).collect::<Result<Vec<_>, Lost>>()?;
        let pattern: Pattern = pattern.into();
        look.patterns.push(pattern);
    }
    for _ in 0..from.up_to(room)? {
        let (first, last) = (from.long()?, from.up_to(u64::from(MAX_ROWS) - 1)? as u32);
        if first > last || look.rows.last().is_some_and(|before| before.1 >= first) {
            return Err(Lost::Nonsense("rows"));
        }
        let height = perhaps(from)?.map(f32::from_bits).filter(|height| height.is_finite());
        let row = RowLook { height, hidden: from.flag()?, pattern: from.long()? };
        look.rows.push((first, last, row));
    }
    for _ in 0..from.up_to(room)? {
        let (first, last) = (from.long()?, from.up_to(u64::from(MAX_COLS) - 1)? as u32);
        if first > last {
            return Err(Lost::Nonsense("columns"));
        }
        let width = perhaps(from)?.map(f32::from_bits).filter(|width| width.is_finite());
        look.columns.push(ColumnLook { first, last, width, hidden: from.flag()? });
    }
    if from.flag()? {
        let (rows, cols) = (from.up_to(u64::from(MAX_ROWS) - 1)? as u32, from.up_to(u64::from(MAX_COLS) - 1)? as u16);
        look.frozen = Some((rows, cols));
    }
    Ok(look)
}

fn write_format<W: Write>(format: &CellLook, out: &mut Out<W>) -> io::Result<()> {
    match &format.number {
        NumberLook::General => out.byte(0)?,
        NumberLook::BuiltIn(number) => {
            out.byte(1)?;
            out.byte(*number)?;
        }
        NumberLook::Code(code) => {
            out.byte(2)?;
            out.text(code)?;
        }
    }
    maybe(format.fill, out)?;
    maybe(format.ink, out)?;
    out.flag(format.font.is_some())?;
    if let Some(font) = &format.font {
        out.text(font)?;
    }
    maybe(format.size.map(f32::to_bits), out)?;
    out.byte(flags(&[format.bold, format.italic, format.underlined, format.struck, format.wrapped]))?;
    choice(&ACROSS, &format.across, out)?;
    choice(&DOWN, &format.down, out)?;
    out.byte(format.indent)?;
    for line in &format.lines {
        out.flag(line.is_some())?;
        if let Some(line) = line {
            choice(&STROKES, &line.stroke, out)?;
            maybe(line.colour, out)?;
        }
    }
    Ok(())
}

fn read_format<F: Frames>(from: &mut In<'_, F>) -> Result<CellLook, Lost> {
    let number = match from.byte()? {
        0 => NumberLook::General,
        1 => NumberLook::BuiltIn(from.byte()?),
        2 => NumberLook::Code(from.text(MAX_NAME)?.into()),
        _ => return Err(Lost::Nonsense("a number format")),
    };
    let (fill, ink) = (perhaps(from)?, perhaps(from)?);
    let font = if from.flag()? { Some(from.text(MAX_NAME)?.into()) } else { None };
    let size = perhaps(from)?.map(f32::from_bits).filter(|size| size.is_finite());
    let bits = from.byte()?;
    let flag = |at: u8| bits & (1 << at) != 0;
    let (across, down, indent) = (chosen(&ACROSS, from)?, chosen(&DOWN, from)?, from.byte()?);
    let mut lines = [None; 4];
    for line in &mut lines {
        if from.flag()? {
            *line = Some(Line { stroke: chosen(&STROKES, from)?, colour: perhaps(from)? });
        }
    }
    Ok(CellLook {
        number,
        fill,
        ink,
        font,
        size,
        bold: flag(0),
        italic: flag(1),
        underlined: flag(2),
        struck: flag(3),
        wrapped: flag(4),
        across,
        down,
        indent,
        lines,
    })
}
