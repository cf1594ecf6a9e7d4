//! The input's own look as formats of the copy.
//!
//! A fill of the input's own stays; where it has none, the tone of the verdict shows behind the cell. What comes from
//! tables, conditions and themes of charts is not cell format and stays behind.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use super::{code, style};
use crate::intake::{Across, CellLook, Down, NumberLook, SheetLook, Stroke};

/// Formats of one workbook that stem from the input: more than that nobody tells apart, and Excel has its bounds.
const FORMATS: usize = 4_000;
/// Codes of number formats: Excel takes some 200 of a workbook's own.
const CODES: usize = 180;

/// What a cell's format depends on, beside the input's own one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wish {
    /// Colour behind cells that have none of their own.
    pub tint: Option<u32>,
    /// Whether the row is several lines high and reads along its top.
    pub high: bool,
    /// Whether the text could be taken for a formula after an edit.
    pub quoted: bool,
    /// Of a day or time: which of the usual forms it has, if its own cannot be used (see [`style::serial`]).
    pub serial: Option<Serial>,
}

/// The usual forms of days and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Serial {
    Time,
    Day,
    Both,
}

impl Serial {
    /// The form that fits a serial number.
    pub fn of(days: f64) -> Self {
        if days.abs() < 1.0 {
            Self::Time
        } else if days.fract() == 0.0 {
            Self::Day
        } else {
            Self::Both
        }
    }

    /// A serial number of this form.
    fn example(self) -> f64 {
        match self {
            Self::Time => 0.5,
            Self::Day => 1.0,
            Self::Both => 1.5,
        }
    }
}

/// Formats made so far: each is made once for the workbook.
#[derive(Debug, Default)]
pub struct Looks {
    made: BTreeMap<(u16, Wish), Format>,
    codes: BTreeSet<Box<str>>,
}

impl Looks {
    /// The format for a cell, from the number of its own one; `None` where there are too many.
    pub fn of(&mut self, look: &SheetLook, format: u16, wish: Wish) -> Option<&Format> {
        if !self.made.contains_key(&(format, wish)) {
            let own = look.format(format)?;
            if self.made.len() >= FORMATS {
                return None;
            }
            let made = self.make(own, wish);
            self.made.insert((format, wish), made);
        }
        self.made.get(&(format, wish))
    }

    fn make(&mut self, own: &CellLook, wish: Wish) -> Format {
        let mut format = paint(own, wish);
        if wish.quoted {
            format = format.set_quote_prefix();
        }
        match (&own.number, wish.serial) {
            (NumberLook::BuiltIn(id), _) if is_shared(*id) => format.set_num_format_index(*id),
            (NumberLook::Code(text), _) if self.admits(text) => format.set_num_format(text.as_ref()),
            (_, Some(serial)) => style::serial(&format, serial.example()),
            _ => format,
        }
    }

    /// Whether a code may be used: it is sound, and there is room for it.
    fn admits(&mut self, text: &str) -> bool {
        if self.codes.contains(text) {
            return true;
        }
        let admitted = self.codes.len() < CODES && code::is_sound(text);
        if admitted {
            self.codes.insert(text.into());
        }
        admitted
    }
}

/// The built-in formats that mean the same everywhere, or the same in the reader's own currency and order of days.
fn is_shared(id: u8) -> bool {
    matches!(id, 1..=22 | 37..=49)
}

fn paint(own: &CellLook, wish: Wish) -> Format {
    let mut format = Format::new();
    if let Some(fill) = own.fill.or(wish.tint) {
        format = format.set_background_color(Color::RGB(fill));
    }
    if let Some(ink) = own.ink {
        format = format.set_font_color(Color::RGB(ink));
    }
    if let Some(font) = &own.font {
        format = format.set_font_name(font.as_ref());
    }
    if let Some(size) = own.size {
        format = format.set_font_size(f64::from(size));
    }
    if own.bold {
        format = format.set_bold();
    }
    if own.italic {
        format = format.set_italic();
    }
    if own.underlined {
        format = format.set_underline(FormatUnderline::Single);
    }
    if own.struck {
        format = format.set_font_strikethrough();
    }
    if own.wrapped {
        format = format.set_text_wrap();
    }
    if own.indent > 0 {
        format = format.set_indent(own.indent);
    }
    if let Some(align) = across(own.across) {
        format = format.set_align(align);
    }
    if let Some(align) = down(own.down).or(wish.high.then_some(FormatAlign::Top)) {
        format = format.set_align(align);
    }
    let [left, right, top, bottom] = own.lines;
    if let Some(line) = left {
        format = format.set_border_left(border(line.stroke)).set_border_left_color(colour(line.colour));
    }
    if let Some(line) = right {
        format = format.set_border_right(border(line.stroke)).set_border_right_color(colour(line.colour));
    }
    if let Some(line) = top {
        format = format.set_border_top(border(line.stroke)).set_border_top_color(colour(line.colour));
    }
    if let Some(line) = bottom {
        format = format.set_border_bottom(border(line.stroke)).set_border_bottom_color(colour(line.colour));
    }
    format
}

fn colour(rgb: Option<u32>) -> Color {
    rgb.map_or(Color::Default, Color::RGB)
}

fn across(across: Across) -> Option<FormatAlign> {
    Some(match across {
        Across::General => return None,
        Across::Left => FormatAlign::Left,
        Across::Center => FormatAlign::Center,
        Across::Right => FormatAlign::Right,
        Across::Fill => FormatAlign::Fill,
        Across::Justify => FormatAlign::Justify,
        Across::CenterAcross => FormatAlign::CenterAcross,
        Across::Distributed => FormatAlign::Distributed,
    })
}

fn down(down: Down) -> Option<FormatAlign> {
    Some(match down {
        Down::Bottom => return None, // the usual one, so nobody's choice
        Down::Center => FormatAlign::VerticalCenter,
        Down::Top => FormatAlign::Top,
        Down::Justify => FormatAlign::VerticalJustify,
        Down::Distributed => FormatAlign::VerticalDistributed,
    })
}

fn border(stroke: Stroke) -> FormatBorder {
    match stroke {
        Stroke::Thin => FormatBorder::Thin,
        Stroke::Medium => FormatBorder::Medium,
        Stroke::Dashed => FormatBorder::Dashed,
        Stroke::Dotted => FormatBorder::Dotted,
        Stroke::Thick => FormatBorder::Thick,
        Stroke::Double => FormatBorder::Double,
        Stroke::Hair => FormatBorder::Hair,
        Stroke::MediumDashed => FormatBorder::MediumDashed,
        Stroke::DashDot => FormatBorder::DashDot,
        Stroke::MediumDashDot => FormatBorder::MediumDashDot,
        Stroke::DashDotDot => FormatBorder::DashDotDot,
        Stroke::MediumDashDotDot => FormatBorder::MediumDashDotDot,
        Stroke::SlantDashDot => FormatBorder::SlantDashDot,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Wish = Wish { tint: None, high: false, quoted: false, serial: None };

    #[test]
    fn a_bad_code_of_a_day_still_shows_a_day() {
        let own = CellLook { number: NumberLook::Code("[oops".into()), ..CellLook::default() };
        let mut looks = Looks::default();
        let day = looks.make(&own, Wish { serial: Some(Serial::Day), ..PLAIN });
        assert_eq!(day, style::serial(&Format::new(), 1.0));
        assert_eq!(looks.make(&own, PLAIN), Format::new());
    }

    #[test]
    fn the_fill_of_the_input_stays_and_others_are_tinted() {
        let own = CellLook { fill: Some(0xFF_FF00), ..CellLook::default() };
        let tinted = Wish { tint: Some(0xEE_0000), ..PLAIN };
        assert_eq!(paint(&own, tinted), paint(&own, PLAIN));
        assert_eq!(paint(&CellLook::default(), tinted), Format::new().set_background_color(Color::RGB(0xEE_0000)));
    }

    #[test]
    fn only_so_many_codes_are_taken_over() {
        let mut looks = Looks::default();
        let taken = (0..1_000).filter(|n| looks.admits(&format!("0 \"{n}\""))).count();
        assert_eq!(taken, CODES);
        assert!(looks.admits("0 \"0\"") && !looks.admits("0 \"999\""));
    }
}
