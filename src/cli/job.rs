//! One review as it was asked for: everything that is settled before an input is opened, and the steps from inputs to
//! an output folder. Shared by every command that judges.

pub(super) mod write;

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use jiff::Zoned;
use jiff::civil::Date;

use super::args::{BoundsArg, LooksArg, ReviewArgs};
use super::inputs::{self, Inputs};
use super::templates::Templates;
use super::{Failure, rules, theme};
use crate::intake::{self, Source};
use crate::recognise::{Markets, Vocabulary};
use crate::report::pdf::Fonts;
use crate::report::theme::Theme;
use crate::review::{Previous, Review, Share, Terms};
use crate::rules::Ruleset;
use crate::text::Localizer;

/// Bytes of a previous `results.json` at most.
const PREVIOUS_BYTES: u64 = 1 << 30;

/// How inputs are read and judged.
pub(super) struct Job {
    /// Files of the user's own in place of shipped ones.
    pub templates: Templates,
    /// The reviewer's language.
    pub text: Localizer,
    /// The words that recognition knows.
    pub words: Vocabulary,
    /// The rules.
    pub ruleset: Ruleset,
    /// Which countries are which market.
    pub markets: Markets,
    /// Whether that list is the user's own.
    pub own_markets: bool,
    /// What reading a file may cost.
    pub bounds: BoundsArg,
    /// The as-of date that was asked for.
    pub as_of: Option<Date>,
    /// The review before.
    pub previous: Option<Previous>,
    /// The share of the partners that this run is for, if not all of them.
    pub share: Option<Share>,
}

/// What reports look like.
pub(super) struct Looks {
    /// Fonts beside those that come with the program.
    pub fonts: Fonts,
    /// Name, logo, contact line and colours.
    pub theme: Theme,
}

impl Looks {
    /// Reads the theme with its logo, and finds the fonts.
    pub(super) fn of(args: &LooksArg, templates: &Templates) -> Result<Self, Failure> {
        let theme = theme::load(args.theme.as_deref(), templates)?;
        Ok(Self { fonts: Fonts::load(args.fonts.as_deref()), theme })
    }
}

impl Job {
    /// Reads everything that the arguments name but the inputs.
    pub(super) fn of(args: &ReviewArgs) -> Result<Self, Failure> {
        let templates = Templates::load(args.columns.templates.as_deref())?;
        let text = inputs::localizer(&args.lang, &templates)?;
        let words = inputs::words(&args.columns, &templates)?;
        let ruleset = rules::load(args.rules.as_deref(), &words, &templates)?;
        let previous = args.previous.as_deref().map(|path| previous(path, &ruleset)).transpose()?;
        let (markets, own_markets) = markets(args.markets.as_deref(), &templates)?;
        let bounds = args.bounds.clone();
        Ok(Self {
            templates,
            text,
            words,
            ruleset,
            markets,
            own_markets,
            bounds,
            as_of: args.as_of,
            previous,
            share: None,
        })
    }

    /// Reads and recognises everything below the given paths; `out` is never an input.
    pub(super) fn read(&self, paths: &[PathBuf], out: Option<&Path>) -> Result<Inputs, Failure> {
        inputs::read(paths, out, &self.words, &self.bounds)
    }

    /// Reads and recognises one file.
    pub(super) fn read_one(&self, source: Source) -> Result<Inputs, Failure> {
        inputs::read_sources(&[source], Vec::new(), &self.words, &self.bounds)
    }

    /// Gathers the partners and judges each.
    pub(super) fn judge(&self, inputs: Inputs) -> Result<Review, Failure> {
        let associations = self
            .words
            .association_bits(&self.ruleset.entitlements.associations)
            .map_err(|id| Failure::Usage(anyhow!("the ruleset names an unknown association \"{id}\"")))?;
        let terms = Terms {
            ruleset: self.ruleset.clone(),
            associations,
            as_of: self.as_of,
            // The only use of the clock: where no input names a month.
            today: Zoned::now().date(),
            label_of: &|id| self.words.label(id).map(str::to_owned),
            market_of: &|country| self.markets.of(country),
            market_list: self.own_markets.then(|| self.markets.name().to_owned()),
            previous: self.previous.as_ref(),
            share: self.share,
        };
        Ok(Review::judge(inputs.books, inputs.sheets, inputs.findings, terms))
    }
}

fn previous(path: &Path, ruleset: &Ruleset) -> Result<Previous, Failure> {
    let name = path.display();
    let read = || -> anyhow::Result<Previous> {
        let text = intake::read_text(path, PREVIOUS_BYTES)?;
        Ok(Previous::parse(&text, &ruleset.people.id)?)
    };
    read()
        .with_context(|| {
            format!("{name} cannot be used as the previous review (give the results.json of an earlier run)")
        })
        .map_err(Failure::Usage)
}

/// Which countries are which market; and whether the list is the user's own.
fn markets(path: Option<&Path>, templates: &Templates) -> Result<(Markets, bool), Failure> {
    let parse = |text: &str, name: &str| Markets::parse(text, name).map(|list| (list, true)).map_err(Failure::usage);
    if let Some(path) = path {
        let name = path.display().to_string();
        let text = intake::read_text(path, rules::CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
        return parse(&text.map_err(Failure::Usage)?, &name);
    }
    match templates.get("words/markets.toml") {
        Some(own) => parse(&own.text, &own.origin),
        None => Markets::shipped().map(|list| (list, false)).map_err(Failure::usage),
    }
}
