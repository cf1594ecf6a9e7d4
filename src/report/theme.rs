//! The looks that every medium shares: colours, the organisation's name, its logo and its contact line.

mod contact;
mod file;
mod logo;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::content::{TierMark, Tone};
use crate::shipped;

pub use contact::{Address, addresses};
pub use file::{ThemeError, ThemeProblem};
pub use logo::{Logo, LogoFormat, MAX_BYTES as LOGO_BYTES, Picture, Samples};

/// A colour, 8 bits a channel, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Colour {
    /// White paper.
    pub const WHITE: Self = Self { r: 255, g: 255, b: 255 };

    /// The colour as a number, `0xRRGGBB`.
    pub fn rgb(self) -> u32 {
        u32::from(self.r) << 16 | u32::from(self.g) << 8 | u32::from(self.b)
    }

    /// This colour thinned with white: 0 is white, 100 the colour itself.
    pub fn tint(self, percent: u8) -> Self {
        let thin = |channel: u8| {
            let share = u32::from(percent.min(100));
            ((u32::from(channel) * share + 255 * (100 - share)) / 100) as u8
        };
        Self { r: thin(self.r), g: thin(self.g), b: thin(self.b) }
    }

    /// Contrast with white paper by the formula of WCAG 2: 1 is white itself, 21 is black.
    pub fn contrast_on_white(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b);
        1.05 / (luminance + 0.05)
    }
}

impl std::str::FromStr for Colour {
    type Err = ();

    /// Reads `#rrggbb`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let [_, r, g, b] = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).ok_or(())?.to_be_bytes();
        Ok(Self { r, g, b })
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06X}", self.rgb())
    }
}

/// The colours of the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colours {
    /// Headings, bars.
    pub accent: Colour,
    /// Marks of tiers below the highest.
    pub silver: Colour,
    /// Marks of the highest tier.
    pub gold: Colour,
    /// Met, counted.
    pub good: Colour,
    /// Not met, not counted, errors.
    pub bad: Colour,
    /// Open data problems, warnings, risks.
    pub open: Colour,
    /// Text.
    pub ink: Colour,
    /// Secondary text.
    pub muted: Colour,
    /// What the tool adds to somebody else's sheet.
    pub added: Colour,
}

/// Whose reports these are and how they look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Name of the organisation that reviews; empty to leave it out.
    pub organisation: String,
    /// Its logo.
    pub logo: Option<Logo>,
    /// Contact line at the end of a report; empty to leave it out.
    pub contact: String,
    /// The colours.
    pub colours: Colours,
}

impl Theme {
    /// The theme that comes with the program.
    pub fn shipped() -> &'static Self {
        static THEME: OnceLock<Theme> = OnceLock::new();
        THEME.get_or_init(|| {
            let none = |_: &str| Err(String::new());
            file::parse(shipped::THEME, "theme.toml", &Self::plain(), &none).unwrap_or_else(|_| Self::plain())
        })
    }

    /// Reads a theme of the user's own. What it leaves out is as in the shipped one. `origin` names the file in errors;
    /// `fetch` gives the bytes of the logo, or says why not, by the path that the theme gives.
    ///
    /// # Errors
    /// All that is wrong, each with its line and column.
    pub fn parse(
        text: &str,
        origin: &str,
        fetch: &dyn Fn(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, ThemeError> {
        file::parse(text, origin, Self::shipped(), fetch)
    }

    /// Black on white: only used if the shipped theme were broken, which a test rules out.
    fn plain() -> Self {
        let ink = Colour::default();
        let colours = Colours {
            accent: ink,
            silver: ink,
            gold: ink,
            good: ink,
            bad: ink,
            open: ink,
            ink,
            muted: ink,
            added: ink,
        };
        Self { organisation: String::new(), logo: None, contact: String::new(), colours }
    }

    /// The colour of a tier's mark.
    pub fn tier(&self, tier: TierMark) -> Colour {
        self.colours.tier(tier)
    }

    /// The colour of a tier's part of a bar. Having no tier is pale there, so that parts can be told apart in grey.
    pub fn bar(&self, tier: TierMark) -> Colour {
        match tier {
            TierMark::None => self.colours.muted.tint(36),
            tier => self.tier(tier),
        }
    }

    /// The colour of a tone.
    pub fn tone(&self, tone: Tone) -> Colour {
        match tone {
            Tone::Good => self.colours.good,
            Tone::Bad => self.colours.bad,
            Tone::Open => self.colours.open,
            Tone::Plain => self.colours.ink,
        }
    }

    /// The contact line if it is short enough for the foot of a page.
    pub fn short_contact(&self) -> Option<&str> {
        /// Characters that fit beside the other parts of a footer.
        const SHORT: usize = 60;
        Some(self.contact.as_str()).filter(|contact| !contact.is_empty() && contact.chars().count() <= SHORT)
    }
}

impl Colours {
    /// The colour of a tier's mark.
    pub fn tier(&self, tier: TierMark) -> Colour {
        match tier {
            TierMark::None => self.muted,
            TierMark::Silver => self.silver,
            TierMark::Gold => self.gold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_theme_parses_and_is_readable_on_paper() {
        assert_ne!(*Theme::shipped(), Theme::plain(), "the shipped theme is broken");
        let c = Theme::shipped().colours;
        for (name, colour) in [
            ("accent", c.accent),
            ("good", c.good),
            ("bad", c.bad),
            ("open", c.open),
            ("ink", c.ink),
            ("muted", c.muted),
            ("added", c.added),
        ] {
            assert!(colour.contrast_on_white() >= 4.5, "{name} is too pale for text");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((Colour::default().contrast_on_white() - 21.0).abs() < 1e-9);
        assert!((Colour::WHITE.contrast_on_white() - 1.0).abs() < 1e-9);
        // A grey that is widely known as the palest for text: 4.54.
        let grey = Colour { r: 0x76, g: 0x76, b: 0x76 };
        assert!((grey.contrast_on_white() - 4.54).abs() < 0.01);
    }

    #[test]
    fn tint_goes_from_white_to_the_colour() {
        let navy = Colour { r: 0, g: 0, b: 100 };
        assert_eq!(navy.tint(0), Colour::WHITE);
        assert_eq!(navy.tint(100), navy);
        assert_eq!(navy.tint(50).r, 127);
        assert_eq!(Colour { r: 1, g: 2, b: 3 }.rgb(), 0x01_02_03);
    }
}
