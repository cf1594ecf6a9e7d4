//! From the TOML text of a theme to a theme: every problem with its line and column, not only the first.

use std::fmt::Write as _;

use serde::Deserialize;
use toml::Spanned;

use super::{Colour, Colours, Logo, Theme};
use crate::text::line_and_column;

/// Characters of an organisation's name: it stands in the header of every page.
const NAME: usize = 100;
/// Characters of a contact line.
const CONTACT: usize = 300;

/// One problem of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeProblem {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A theme that cannot be used: all its problems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.lines())]
pub struct ThemeError {
    /// The file.
    pub origin: String,
    /// Its problems, in the order of the text.
    pub problems: Vec<ThemeProblem>,
}

impl ThemeError {
    fn lines(&self) -> String {
        let mut text = format!("the theme {} cannot be used", self.origin);
        for p in &self.problems {
            let _ = write!(text, "\n  {}:{}:{}: {}", self.origin, p.line, p.column, p.message);
        }
        text
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    organisation: Option<Spanned<String>>,
    logo: Option<Spanned<String>>,
    contact: Option<Spanned<String>>,
    #[serde(default)]
    colours: RawColours,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawColours {
    accent: Option<Spanned<String>>,
    silver: Option<Spanned<String>>,
    gold: Option<Spanned<String>>,
    good: Option<Spanned<String>>,
    bad: Option<Spanned<String>>,
    open: Option<Spanned<String>>,
    ink: Option<Spanned<String>>,
    muted: Option<Spanned<String>>,
    added: Option<Spanned<String>>,
}

/// What a colour is used for decides how much contrast it needs.
#[derive(Debug, Clone, Copy)]
enum Use {
    /// Large text and bars.
    Heading,
    /// Text of any size.
    Text,
    /// Marks that a shape and a word stand beside.
    Mark,
}

impl Use {
    fn contrast(self) -> f64 {
        match self {
            Self::Heading => 3.0,
            Self::Text => 4.5,
            Self::Mark => 1.5,
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Heading => "headings and bars need",
            Self::Text => "text needs",
            Self::Mark => "marks need",
        }
    }
}

struct Problems<'a> {
    text: &'a str,
    found: Vec<ThemeProblem>,
}

impl Problems<'_> {
    fn add(&mut self, byte: usize, message: impl Into<String>) {
        let (line, column) = line_and_column(self.text, byte);
        self.found.push(ThemeProblem { line, column, message: message.into() });
    }

    /// A line of text: blanks for what breaks lines, nothing for what does not show.
    fn line(&mut self, key: &str, given: Option<Spanned<String>>, default: &str, limit: usize) -> String {
        let Some(given) = given else { return default.to_owned() };
        let shown: String = given.get_ref().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = line.chars().count();
        if length > limit {
            self.add(given.span().start, format!("{key} has {length} characters; at most {limit} fit"));
        }
        line
    }

    fn colour(&mut self, key: &str, given: Option<Spanned<String>>, default: Colour, used: Use) -> Colour {
        let Some(given) = given else { return default };
        let at = given.span().start;
        let Ok(colour) = given.get_ref().parse::<Colour>() else {
            let message =
                format!("\"{}\" is not a colour; write it as \"#rrggbb\", such as \"{default}\"", given.get_ref());
            self.add(at, message);
            return default;
        };
        let contrast = colour.contrast_on_white();
        if contrast < used.contrast() {
            // Rounded down: what is refused must not look as if it were enough.
            let shown = (contrast * 10.0).floor() / 10.0;
            let (what, enough, darker) = (used.what(), used.contrast(), darker(colour, used.contrast()));
            let message = format!(
                "{key} = \"{colour}\" is too pale: its contrast with white paper is {shown:.1}:1, and {what} {enough}:1 \
                 at least; \"{darker}\" would do"
            );
            self.add(at, message);
        }
        colour
    }
}

/// The lightest shade of a colour that has the contrast.
fn darker(colour: Colour, contrast: f64) -> Colour {
    let shade = |share: u32| {
        let dim = |channel: u8| (u32::from(channel) * share / 100) as u8;
        Colour { r: dim(colour.r), g: dim(colour.g), b: dim(colour.b) }
    };
    (0..100).rev().map(shade).find(|shade| shade.contrast_on_white() >= contrast).unwrap_or_default()
}

/// Reads a theme; what it leaves out is as in `default`.
pub(super) fn parse(
    text: &str,
    origin: &str,
    default: &Theme,
    fetch: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<Theme, ThemeError> {
    let mut problems = Problems { text, found: Vec::new() };
    let raw: RawTheme = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            problems.add(error.span().map_or(0, |span| span.start), error.message().trim());
            return Err(ThemeError { origin: origin.to_owned(), problems: problems.found });
        }
    };
    let organisation = problems.line("organisation", raw.organisation, &default.organisation, NAME);
    let contact = problems.line("contact", raw.contact, &default.contact, CONTACT);
    let (c, d) = (raw.colours, default.colours);
    let colours = Colours {
        accent: problems.colour("accent", c.accent, d.accent, Use::Heading),
        silver: problems.colour("silver", c.silver, d.silver, Use::Mark),
        gold: problems.colour("gold", c.gold, d.gold, Use::Mark),
        good: problems.colour("good", c.good, d.good, Use::Text),
        bad: problems.colour("bad", c.bad, d.bad, Use::Text),
        open: problems.colour("open", c.open, d.open, Use::Text),
        ink: problems.colour("ink", c.ink, d.ink, Use::Text),
        muted: problems.colour("muted", c.muted, d.muted, Use::Text),
        added: problems.colour("added", c.added, d.added, Use::Text),
    };
    let logo = match raw.logo.filter(|path| !path.get_ref().trim().is_empty()) {
        None => default.logo.clone(),
        Some(path) => {
            let at = path.span().start;
            if organisation.is_empty() {
                let why = "a logo needs the name of the organisation, for readers who cannot see it; add organisation = \"…\"";
                problems.add(at, why);
            }
            match fetch(path.get_ref()).and_then(Logo::read) {
                Ok(logo) => Some(logo),
                Err(why) => {
                    problems.add(at, format!("the logo \"{}\" {why}", path.get_ref()));
                    None
                }
            }
        }
    };
    if problems.found.is_empty() {
        return Ok(Theme { organisation, logo, contact, colours });
    }
    problems.found.sort_by_key(|problem| (problem.line, problem.column));
    Err(ThemeError { origin: origin.to_owned(), problems: problems.found })
}
