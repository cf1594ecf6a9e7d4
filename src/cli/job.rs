//! One review as it was asked for: everything that is settled before an input is opened, and the steps from inputs to
//! an output folder. Shared by every command that judges.

pub(super) mod write;

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use jiff::civil::Date;
use ustr::Ustr;

use super::args::{LooksArg, ReviewArgs};
use super::asked::Asked;
use super::earlier::Why;
use super::inputs::{self, Inputs};
use super::templates::Templates;
use super::{Failure, earlier, rules, theme};
use crate::facts::{Market, Month};
use crate::finding::{Code, Finding, Phrase};
use crate::intake::{self, Source};
use crate::recognise::{Markets, Vocabulary, Wanted};
use crate::report::pdf::Fonts;
use crate::report::theme::Theme;
use crate::review::{self, Previous, Review, Share, Terms};
use crate::rules::Ruleset;
use crate::text::Localizer;
use crate::waivers::Waived;
use crate::workspace::{At, FILE};

/// How inputs are read and judged.
pub(super) struct Job {
    /// What was asked for, by arguments and by the workspace.
    pub asked: Asked,
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
    /// The as-of date that was asked for.
    pub as_of: Option<Date>,
    /// Earlier reviews, where some were named.
    pub previous: Vec<Previous>,
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

/// Whether the folder of `--fonts`, if there is one, is there.
pub(super) fn fonts_exist(folder: Option<&Path>) -> Result<(), Failure> {
    let Some(folder) = folder.filter(|folder| !folder.is_dir()) else { return Ok(()) };
    let hint = "hint: name a folder that holds font files, or leave --fonts out";
    Err(Failure::Usage(anyhow!("there is no folder {}\n{hint}", folder.display())))
}

impl Looks {
    /// Reads the theme with its logo, and finds the fonts.
    pub(super) fn of(args: &LooksArg, job: &Job) -> Result<Self, Failure> {
        fonts_exist(args.fonts.as_deref())?;
        let args = job.asked.looks(args);
        let theme = theme::load(args.theme.as_deref(), &job.templates)?;
        Ok(Self { fonts: Fonts::load(args.fonts.as_deref()), theme })
    }
}

impl Job {
    /// Reads everything that the arguments and the workspace name but the inputs.
    pub(super) fn of(args: &ReviewArgs) -> Result<Self, Failure> {
        let asked = Asked::review(args)?;
        let templates = Templates::load(asked.templates.as_deref())?;
        let text = inputs::language(asked.lang.as_deref(), &templates)?;
        let words = inputs::words(&asked, &templates)?;
        let ruleset = rules::load(asked.rules.as_deref(), &words, &templates)?;
        let previous = earlier::read(&asked.previous, &ruleset.people.id).map_err(Failure::Usage)?;
        let (markets, own_markets) = markets(&asked, &templates)?;
        let as_of = asked.as_of;
        Ok(Self { asked, templates, text, words, ruleset, markets, own_markets, as_of, previous, share: None })
    }

    /// Reads and recognises everything below the given paths; `out` is never an input.
    pub(super) fn read(&self, paths: &[PathBuf], out: Option<&Path>) -> Result<Inputs, Failure> {
        inputs::read(paths, out, &self.words, &self.asked, Wanted::Facts)
    }

    /// Reads and recognises one file.
    pub(super) fn read_one(&self, source: Source) -> Result<Inputs, Failure> {
        inputs::read_sources(&[source], Vec::new(), &self.words, &self.asked, Wanted::Facts)
    }

    /// The `results.json` of earlier reviews: those that were named, else those that a workspace has before a month.
    pub(super) fn earlier(&self, month: Month) -> Vec<PathBuf> {
        match &self.asked.workspace {
            Some(workspace) if self.asked.previous.is_empty() => {
                workspace.reviews_before(month).iter().map(|review| review.results()).collect()
            }
            _ => self.asked.previous.iter().map(|path| earlier::results(path)).collect(),
        }
    }

    /// The reviews that a workspace has of earlier months, where none was named. Those that cannot be used are told.
    fn before(&self, month: Month, findings: &mut Vec<Finding>) -> Option<Vec<Previous>> {
        let workspace = self.asked.workspace.as_ref().filter(|_| self.previous.is_empty())?;
        let usable = earlier::usable(workspace, &|review| review.month < month, Some(&self.ruleset.people.id));
        findings.extend(usable.passed_over.iter().map(|(review, why)| {
            let label = workspace.label(review);
            let detail = match why {
                Why::Damaged => Phrase::new("previous-damaged"),
                Why::SameDay(day) => Phrase::new("previous-same-day").with("date", day.as_str()),
            };
            Finding::new(Code::PreviousUnreadable).value(label.as_str()).arg("name", label).arg("detail", detail)
        }));
        Some(usable.reviews)
    }

    /// Gathers the partners and judges each.
    pub(super) fn judge(&self, mut inputs: Inputs) -> Result<Review, Failure> {
        let today = self.asked.today;
        let (_, month) = review::days_of(inputs.sheets.iter().map(Vec::as_slice), self.as_of, today);
        let before = self.before(month, &mut inputs.findings);
        let associations = self
            .words
            .association_bits(&self.ruleset.entitlements.associations)
            .map_err(|id| Failure::Usage(anyhow!("the ruleset names an unknown association \"{id}\"")))?;
        let settings = self.asked.workspace.as_ref().map(|workspace| &workspace.settings);
        let bit_of = |id: Ustr| self.words.association_bits(&[id]).ok();
        let terms = Terms {
            ruleset: self.ruleset.clone(),
            associations,
            as_of: self.as_of,
            today,
            label_of: &|id| self.words.label(id).map(str::to_owned),
            market_of: &|country| self.markets.of(country),
            market_list: self.own_markets.then(|| self.markets.name().to_owned()),
            share: self.share,
            earlier: before.as_deref().unwrap_or(&self.previous),
            waived: settings.map(|settings| Waived {
                path: FILE,
                sha256: &settings.sha256,
                waivers: &settings.waivers,
                same_partners: &settings.same_partners,
                read: inputs.read_as,
                bit_of: &bit_of,
            }),
        };
        Ok(Review::judge(inputs.books, inputs.sheets, inputs.findings, terms))
    }
}

/// Which countries are which market; and whether the list is the user's own.
fn markets(asked: &Asked, templates: &Templates) -> Result<(Markets, bool), Failure> {
    let parse = |text: &str, name: &str| Markets::parse(text, name).map(|list| (list, true)).map_err(Failure::usage);
    // A list within the workspace's file gives way to a file of one only where that was typed.
    let list = asked.workspace.as_ref().and_then(|workspace| workspace.settings.market_list.as_ref());
    if let Some(list) = list.filter(|_| !asked.markets_typed) {
        let codes = |codes: &[At<String>], market| codes.iter().map(|c| (Ustr::from(&c.value), market)).collect();
        let both: [Vec<(Ustr, Market)>; 2] =
            [codes(&list.value.developed, Market::Developed), codes(&list.value.developing, Market::Developing)];
        return Ok((Markets::listed(&list.value.name, both.concat()), true));
    }
    if let Some(path) = &asked.markets {
        let name = path.display().to_string();
        let text = intake::read_text(path, rules::CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
        return parse(&text.map_err(Failure::Usage)?, &name);
    }
    match templates.get("words/markets.toml") {
        Some(own) => parse(&own.text, &own.origin),
        None => Markets::shipped().map(|list| (list, false)).map_err(Failure::usage),
    }
}
