//! The theme's colours on light and on dark ground, each as far from its ground as reading needs (WCAG 2.2, AA).

use std::fmt::Write as _;

use crate::report::theme::{Colour, Theme};

/// Contrast of text with its ground.
const TEXT: f64 = 4.5;
/// Contrast of running text: more than is asked for.
const INK: f64 = 7.0;
/// Contrast of shapes and of the edges of controls.
const SHAPE: f64 = 3.0;
const BLACK: Colour = Colour { r: 0, g: 0, b: 0 };

/// The colours of a page in one mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    /// Behind everything.
    page: Colour,
    /// Cards and tables.
    surface: Colour,
    /// Heads of tables, rows under the pointer.
    sunken: Colour,
    /// Fine lines and empty bars.
    line: Colour,
    /// Edges of controls.
    edge: Colour,
    ink: Colour,
    muted: Colour,
    accent: Colour,
    bad: Colour,
    open: Colour,
    gold: Colour,
    silver: Colour,
    none: Colour,
    /// Grounds of the tiers' cards.
    gold_soft: Colour,
    silver_soft: Colour,
    open_soft: Colour,
}

impl Palette {
    /// On white paper.
    pub(super) fn light(theme: &Theme) -> Self {
        let c = theme.colours;
        Self::on([c.accent.tint(3), Colour::WHITE, c.accent.tint(7)], c.ink.tint(14), 9, theme)
    }

    /// On a ground that is nearly black, with a breath of the ink.
    pub(super) fn dark(theme: &Theme) -> Self {
        let mut page = theme.colours.ink;
        while luminance(page) > 0.006 {
            page = mix(page, BLACK, 8);
        }
        let raised = |percent| mix(page, Colour::WHITE, percent);
        Self::on([page, raised(5), raised(9)], raised(20), 14, theme)
    }

    /// Colours that can be read on these grounds: page, surface, sunken.
    fn on(grounds: [Colour; 3], line: Colour, soft: u8, theme: &Theme) -> Self {
        let [page, surface, sunken] = grounds;
        let c = theme.colours;
        let soften = |colour: Colour| mix(surface, colour, soft);
        let shape = |colour: Colour| {
            let colour = readable(colour, &grounds, SHAPE);
            readable(colour, &[page, surface, sunken, soften(colour)], SHAPE)
        };
        let (gold, silver, none) = (shape(c.gold), shape(c.silver), shape(c.muted));
        let open_soft = soften(readable(c.open, &grounds, TEXT));
        // White letters on black glare where black ones on white do not: contrast is chosen, not only reached.
        let dark = luminance(page) < 0.1;
        let all = [page, surface, sunken, soften(gold), soften(silver), open_soft];
        Self {
            page,
            surface,
            sunken,
            line,
            edge: readable(mix(surface, c.muted, 60), &grounds, SHAPE),
            ink: readable(c.ink, &all, if dark { 11.0 } else { INK }),
            muted: readable(c.muted, &all, if dark { 5.5 } else { TEXT }),
            accent: readable(c.accent, &all, TEXT),
            bad: readable(c.bad, &all, TEXT),
            open: readable(c.open, &all, TEXT),
            gold,
            silver,
            none,
            gold_soft: soften(gold),
            silver_soft: soften(silver),
            open_soft,
        }
    }

    fn named(&self) -> [(&'static str, Colour); 16] {
        [
            ("page", self.page),
            ("surface", self.surface),
            ("sunken", self.sunken),
            ("line", self.line),
            ("edge", self.edge),
            ("ink", self.ink),
            ("muted", self.muted),
            ("accent", self.accent),
            ("bad", self.bad),
            ("open", self.open),
            ("gold", self.gold),
            ("silver", self.silver),
            ("none", self.none),
            ("gold-soft", self.gold_soft),
            ("silver-soft", self.silver_soft),
            ("open-soft", self.open_soft),
        ]
    }

    /// The colours as properties of CSS.
    fn properties(&self, scheme: &str) -> String {
        let mut css = format!("color-scheme:{scheme};");
        for (name, colour) in self.named() {
            let _ = write!(css, "--{name}:#{:06x};", colour.rgb());
        }
        css
    }
}

/// The colours as style sheet: light unless the reader's system or the button says dark, always light on paper.
pub(super) fn style(theme: &Theme) -> String {
    let light = Palette::light(theme).properties("light");
    let dark = Palette::dark(theme).properties("dark");
    format!(
        ":root{{{light}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n\
         @media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )
}

/// The colour, or the nearest lightness of it that has this contrast with every ground.
fn readable(colour: Colour, grounds: &[Colour], ratio: f64) -> Colour {
    let enough = |colour: Colour| grounds.iter().all(|ground| contrast(colour, *ground) >= ratio);
    let towards_white = grounds.iter().map(|ground| luminance(*ground)).fold(1.0, f64::min) < 0.18;
    let (hue, saturation, lightness) = hsl(colour);
    (0..=200)
        .map(|step| f64::from(step) / 200.0)
        .map(|share| if towards_white { lightness + (1.0 - lightness) * share } else { lightness * (1.0 - share) })
        .map(|lightness| if lightness == hsl(colour).2 { colour } else { rgb(hue, saturation, lightness) })
        .find(|candidate| enough(*candidate))
        .unwrap_or(if towards_white { Colour::WHITE } else { BLACK })
}

/// One colour with so many percent of another.
fn mix(colour: Colour, other: Colour, percent: u8) -> Colour {
    let share = u32::from(percent.min(100));
    let channel = |a: u8, b: u8| ((u32::from(a) * (100 - share) + u32::from(b) * share + 50) / 100) as u8;
    Colour { r: channel(colour.r, other.r), g: channel(colour.g, other.g), b: channel(colour.b, other.b) }
}

/// Contrast ratio as WCAG defines it, 1 to 21.
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance as WCAG defines it, 0 to 1.
fn luminance(colour: Colour) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)
}

/// Hue in sixths of the circle, saturation and lightness as shares.
fn hsl(colour: Colour) -> (f64, f64, f64) {
    let [r, g, b] = [colour.r, colour.g, colour.b].map(|channel| f64::from(channel) / 255.0);
    let (high, low) = (r.max(g).max(b), r.min(g).min(b));
    let (lightness, spread) = (f64::midpoint(high, low), high - low);
    if spread == 0.0 {
        return (0.0, 0.0, lightness);
    }
    let saturation = spread / (1.0 - (2.0 * lightness - 1.0).abs());
    let hue = if high == r {
        ((g - b) / spread).rem_euclid(6.0)
    } else if high == g {
        (b - r) / spread + 2.0
    } else {
        (r - g) / spread + 4.0
    };
    (hue, saturation, lightness)
}

fn rgb(hue: f64, saturation: f64, lightness: f64) -> Colour {
    let spread = saturation * (1.0 - (2.0 * lightness - 1.0).abs());
    let middle = spread * (1.0 - (hue.rem_euclid(2.0) - 1.0).abs());
    let (r, g, b) = match hue as u8 {
        0 => (spread, middle, 0.0),
        1 => (middle, spread, 0.0),
        2 => (0.0, spread, middle),
        3 => (0.0, middle, spread),
        4 => (middle, 0.0, spread),
        _ => (spread, 0.0, middle),
    };
    let channel = |share: f64| ((share + lightness - spread / 2.0) * 255.0).round().clamp(0.0, 255.0) as u8;
    Colour { r: channel(r), g: channel(g), b: channel(b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    /// Known ratios: black on white, and the grey that is just enough for text.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast(BLACK, Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(colour("#767676"), Colour::WHITE) - 4.54).abs() < 0.01);
        assert!((contrast(colour("#0000FF"), Colour::WHITE) - 8.59).abs() < 0.01);
    }

    #[test]
    fn lightness_changes_and_hue_stays() {
        assert_eq!(rgb(3.5, 0.5, 0.3).rgb(), rgb(3.5, 0.5, 0.3).rgb());
        let navy = colour("#1F4E79");
        let (hue, saturation, lightness) = hsl(navy);
        assert_eq!(rgb(hue, saturation, lightness), navy);
        let lifted = readable(navy, &[BLACK], 7.0);
        assert!(contrast(lifted, BLACK) >= 7.0);
        assert!((hsl(lifted).0 - hue).abs() < 0.1);
        assert_eq!(readable(navy, &[Colour::WHITE], 4.5), navy, "good as it is");
    }

    /// Whatever theme, whatever mode: text on every ground that it can stand on.
    #[test]
    fn every_text_can_be_read_in_both_modes() {
        let mut pale = Theme::shipped().clone();
        pale.colours.accent = colour("#FFD54F");
        pale.colours.muted = colour("#BBBBBB");
        pale.colours.ink = colour("#336699");
        pale.colours.gold = colour("#FFF3B0");
        for theme in [Theme::shipped(), &pale] {
            for it in [Palette::light(theme), Palette::dark(theme)] {
                let grounds = [it.page, it.surface, it.sunken, it.gold_soft, it.silver_soft, it.open_soft];
                for ground in grounds {
                    for text in [it.ink, it.muted, it.accent, it.bad, it.open] {
                        assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
                    }
                    assert!(contrast(it.ink, ground) >= 7.0);
                }
                for shape in [it.gold, it.silver, it.none, it.edge] {
                    for ground in [it.page, it.surface, it.sunken] {
                        assert!(contrast(shape, ground) >= 3.0, "{shape:?} on {ground:?}");
                    }
                }
                for (shape, ground) in [(it.gold, it.gold_soft), (it.silver, it.silver_soft)] {
                    assert!(contrast(shape, ground) >= 3.0, "{shape:?} on {ground:?}");
                }
            }
            assert!(luminance(Palette::dark(theme).page) < 0.01);
        }
    }
}
