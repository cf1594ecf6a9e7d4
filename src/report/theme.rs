//! The looks that every medium shares: colours, the organisation's name and its contact line.

use std::sync::OnceLock;

use serde::Deserialize;
use thiserror::Error;

use super::content::{TierMark, Tone};

const SHIPPED: &str = include_str!("../../templates/theme.toml");

/// A colour, 8 bits a channel, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(try_from = "String")]
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
}

impl TryFrom<String> for Colour {
    type Error = ThemeError;

    fn try_from(text: String) -> Result<Self, ThemeError> {
        let number = text
            .strip_prefix('#')
            .filter(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .ok_or(ThemeError::Colour(text))?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self { r, g, b })
    }
}

/// The colours of the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
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

/// What `theme.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Name of the organisation that reviews; empty to leave it out.
    #[serde(default)]
    pub organisation: String,
    /// Contact line at the end of a report; empty to leave it out.
    #[serde(default)]
    pub contact: String,
    /// The colours.
    pub colours: Colours,
}

/// Why a theme cannot be used.
#[derive(Debug, Error)]
pub enum ThemeError {
    /// Not `#` and six hexadecimal digits.
    #[error("`{0}` is not a colour of the form #rrggbb")]
    Colour(String),
    /// Not TOML, or not what a theme holds.
    #[error("the theme cannot be read: {0}")]
    Syntax(#[from] toml::de::Error),
}

impl Theme {
    /// The theme that comes with the program.
    pub fn shipped() -> &'static Self {
        static THEME: OnceLock<Theme> = OnceLock::new();
        THEME.get_or_init(|| Self::parse(SHIPPED).unwrap_or_else(|_| Self::plain()))
    }

    /// Reads a theme; all colours are required, unknown keys are refused.
    pub fn parse(text: &str) -> Result<Self, ThemeError> {
        Ok(toml::from_str(text)?)
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
        Self { organisation: String::new(), contact: String::new(), colours }
    }

    /// The colour of a tier's mark.
    pub fn tier(&self, tier: TierMark) -> Colour {
        match tier {
            TierMark::None => self.colours.muted,
            TierMark::Silver => self.colours.silver,
            TierMark::Gold => self.colours.gold,
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_theme_parses_and_is_readable_on_paper() {
        let theme = Theme::parse(SHIPPED).expect("the shipped theme");
        let c = theme.colours;
        for (name, colour) in [
            ("accent", c.accent),
            ("good", c.good),
            ("bad", c.bad),
            ("open", c.open),
            ("ink", c.ink),
            ("muted", c.muted),
            ("added", c.added),
        ] {
            assert!(contrast_on_white(colour) >= 4.5, "{name} is too pale for text");
        }
    }

    #[test]
    fn unknown_keys_and_bad_colours_are_refused() {
        assert!(Theme::parse(&format!("logo = \"x\"\n{SHIPPED}")).is_err());
        assert!(Theme::parse(&SHIPPED.replace("#1F4E79", "#1F4E7")).is_err());
        assert!(Theme::parse(&SHIPPED.replace("#1F4E79", "blue")).is_err());
    }

    #[test]
    fn tint_goes_from_white_to_the_colour() {
        let navy = Colour { r: 0, g: 0, b: 100 };
        assert_eq!(navy.tint(0), Colour::WHITE);
        assert_eq!(navy.tint(100), navy);
        assert_eq!(navy.tint(50).r, 127);
        assert_eq!(Colour { r: 1, g: 2, b: 3 }.rgb(), 0x01_02_03);
    }

    /// Contrast ratio by the WCAG formula.
    fn contrast_on_white(colour: Colour) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
        1.05 / (luminance + 0.05)
    }
}
