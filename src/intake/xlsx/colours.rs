//! Colours as workbooks name them: as they are, by number of the palette, or by their part in the theme.

use quick_xml::events::{BytesStart, Event};
use std::io::Read;

use crate::intake::container::Container;
use crate::intake::xml;

/// A colour before the palette and the theme are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Named {
    from: From,
    /// Towards white (up to 1) or black (down to -1).
    tint: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum From {
    Rgb(u32),
    Palette(usize),
    Theme(usize),
}

impl Named {
    /// The colour that an element such as `fgColor` names; none where it leaves the choice to the program.
    pub(super) fn read(element: &BytesStart<'_>) -> Option<Self> {
        let number = |name: &str| xml::attr(element, name).and_then(|text| text.trim().parse::<usize>().ok());
        let from = if let Some(rgb) = xml::attr(element, "rgb").as_deref().and_then(hex) {
            From::Rgb(rgb)
        } else if let Some(theme) = number("theme") {
            From::Theme(theme)
        } else {
            From::Palette(number("indexed")?)
        };
        let tint = xml::attr(element, "tint").and_then(|text| text.trim().parse().ok()).unwrap_or(0.0);
        Some(Self { from, tint })
    }

    /// The colour as `0xRRGGBB`.
    pub(super) fn resolve(self, palette: &[u32], theme: &[u32; 12]) -> Option<u32> {
        let rgb = match self.from {
            From::Rgb(rgb) => rgb,
            From::Palette(at) => palette.get(at).or_else(|| PALETTE.get(at)).copied()?,
            From::Theme(at) => *theme.get(at)?,
        };
        Some(tinted(rgb, self.tint))
    }
}

/// `AARRGGBB` or `RRGGBB`; how far it is to be seen through is not told.
pub(super) fn hex(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = matches!(text.len(), 6 | 8) && text.bytes().all(|b| b.is_ascii_hexdigit());
    u32::from_str_radix(text, 16).ok().filter(|_| digits).map(|argb| argb & 0x00FF_FFFF)
}

/// Lightens or darkens: the lightness moves, hue and saturation stay.
fn tinted(rgb: u32, tint: f64) -> u32 {
    if tint == 0.0 || !tint.is_finite() {
        return rgb;
    }
    let tint = tint.clamp(-1.0, 1.0);
    let channel = |shift: u32| f64::from((rgb >> shift) & 0xFF) / 255.0;
    let channels = [channel(16), channel(8), channel(0)];
    let (max, min) = channels.iter().fold((0.0_f64, 1.0_f64), |(max, min), c| (max.max(*c), min.min(*c)));
    let (light, spread) = (f64::midpoint(max, min), max - min);
    let new = if tint < 0.0 { light * (1.0 + tint) } else { light * (1.0 - tint) + tint };
    // Around the lightness the channels keep their proportions; the room for them depends on it.
    let room = |light: f64| 1.0 - (2.0 * light - 1.0).abs();
    let scale = if spread == 0.0 || room(light) == 0.0 { 0.0 } else { room(new) / room(light) };
    let [r, g, b] = channels.map(|c| ((new + (c - light) * scale).clamp(0.0, 1.0) * 255.0).round() as u32);
    r << 16 | g << 8 | b
}

/// The theme of Office, in the order in which cells count its colours: light before dark.
const OFFICE: [u32; 12] = [
    0xFF_FFFF, 0x00_0000, 0xEE_ECE1, 0x1F_497D, 0x4F_81BD, 0xC0_504D, 0x9B_BB59, 0x80_64A2, 0x4B_ACC6, 0xF7_9646,
    0x00_00FF, 0x80_0080,
];

/// Bytes of a theme that are looked at: its colours come first.
const THEME_BYTES: u64 = 1 << 20;

/// The workbook's theme; what cannot be read of it is as in Office's own.
pub(super) fn theme(container: &mut Container<'_>, part: Option<&str>) -> [u32; 12] {
    let mut theme = OFFICE;
    let Some((part, budget)) = part.and_then(|part| container.part(part).ok()) else { return theme };
    let mut reader = xml::reader(part.take(THEME_BYTES));
    let (mut buf, mut slot) = (Vec::new(), None);
    loop {
        buf.clear();
        budget.next_piece();
        match reader.read_event_into(&mut buf) {
            Ok(Event::Start(e)) => match e.local_name().as_ref() {
                "lt1" => slot = Some(0),
                "dk1" => slot = Some(1),
                "lt2" => slot = Some(2),
                "dk2" => slot = Some(3),
                "accent1" => slot = Some(4),
                "accent2" => slot = Some(5),
                "accent3" => slot = Some(6),
                "accent4" => slot = Some(7),
                "accent5" => slot = Some(8),
                "accent6" => slot = Some(9),
                "hlink" => slot = Some(10),
                "folHlink" => slot = Some(11),
                name @ ("srgbClr" | "sysClr") => {
                    let attribute = if name == "srgbClr" { "val" } else { "lastClr" };
                    let colour = xml::attr(&e, attribute).as_deref().and_then(hex);
                    if let (Some(known), Some(colour)) = (slot.take().and_then(|at: usize| theme.get_mut(at)), colour) {
                        *known = colour;
                    }
                }
                _ => {}
            },
            Ok(Event::End(e)) if e.local_name().as_ref() == "clrScheme" => return theme,
            Ok(Event::Eof) | Err(_) => return theme,
            Ok(_) => {}
        }
    }
}

/// The palette that workbooks share unless they bring their own.
#[rustfmt::skip]
const PALETTE: [u32; 64] = [
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF,
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF,
    0x80_0000, 0x00_8000, 0x00_0080, 0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080,
    0x99_99FF, 0x99_3366, 0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080, 0x00_66CC, 0xCC_CCFF,
    0x00_0080, 0xFF_00FF, 0xFF_FF00, 0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF,
    0x00_CCFF, 0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99, 0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99,
    0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00, 0xFF_9900, 0xFF_6600, 0x66_6699, 0x96_9696,
    0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366, 0x33_3399, 0x33_3333,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tints_move_the_lightness_only() {
        assert_eq!(tinted(0x00_0000, 0.5), 0x80_8080);
        assert_eq!(tinted(0xFF_FFFF, -0.5), 0x80_8080);
        assert_eq!(tinted(0xFF_0000, 0.5), 0xFF_8080);
        assert_eq!(tinted(0xFF_0000, -0.5), 0x80_0000);
        assert_eq!(tinted(0x12_3456, f64::NAN), 0x12_3456);
        assert_eq!(tinted(0x12_3456, 9.0), 0xFF_FFFF);
    }

    #[test]
    fn colours_are_six_or_eight_digits() {
        assert_eq!(hex("FFFFFF00"), Some(0xFF_FF00));
        assert_eq!(hex("1f497d"), Some(0x1F_497D));
        for wrong in ["", "FFF", "+1F497D", "GGGGGG", "FFFFFF000"] {
            assert_eq!(hex(wrong), None, "{wrong}");
        }
    }
}
