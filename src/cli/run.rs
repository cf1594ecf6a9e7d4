//! `tiergap run`: from dropped exports to every partner's reports.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, anyhow};
use jiff::Zoned;
use rayon::prelude::*;

use super::args::{Format, RunArgs};
use super::inputs::{self, Inputs};
use super::rules;
use super::templates::Templates;
use super::{Failure, Outcome, say, talk};
use crate::deliver::{Names, Staging};
use crate::finding::{Code, Finding, Severity};
use crate::intake;
use crate::recognise::{Markets, Vocabulary};
use crate::report::content::{self, Material};
use crate::report::pdf::Fonts;
use crate::report::theme::Theme;
use crate::report::{excel, html, json, pdf};
use crate::review::{Previous, Review, Terms};
use crate::rules::Ruleset;
use crate::text::{Lang, Localizer};

/// Bytes of a previous `results.json` at most.
const PREVIOUS_BYTES: u64 = 1 << 30;

pub(super) fn run(args: &RunArgs) -> Result<Outcome, Failure> {
    let templates = Templates::load(args.columns.templates.as_deref())?;
    let text = inputs::localizer(&args.lang, &templates)?;
    let words = inputs::words(&args.columns, &templates)?;
    let ruleset = rules::load(args.rules.as_deref(), &words, &templates)?;
    let previous = args.previous.as_deref().map(|path| previous(path, &ruleset)).transpose()?;
    let theme = super::theme::load(args.theme.as_deref(), &templates)?;
    let staging = Staging::begin(&args.out).map_err(Failure::nothing)?;

    if let Some(input) = args.inputs.iter().find(|input| lies_in(input, &args.out)) {
        let (input, out) = (input.display(), args.out.display());
        return Err(Failure::Usage(anyhow!(
            "{input} lies in {out}, which this run would replace; choose another --out"
        )));
    }

    let inputs = inputs::read(&args.inputs, Some(&args.out), &words, &args.bounds)?;
    let markets = markets(args, &templates)?;
    let mut review = judge(args, inputs, ruleset, &words, markets, previous.as_ref())?;
    if review.portfolio.partners.is_empty() {
        say::findings(&review, &text);
        return Err(Failure::Nothing(anyhow!(
            "no partner was found in the inputs, so nothing was judged and nothing written\n\
             hint: `tiergap check` shows what was recognised in each sheet"
        )));
    }
    let results = write(
        &mut review,
        &staging,
        &words,
        &text,
        &Looks { fonts: Fonts::load(args.fonts.as_deref()), theme, templates },
    )?;
    // Machines that cannot be told get no folder either: whole or not at all.
    if args.format == Format::Json {
        let told = talk::raw(results.as_bytes()).context("cannot write to standard output, so nothing was written");
        told.map_err(Failure::Nothing)?;
    }
    let place = staging.commit().map_err(Failure::nothing)?;
    if args.format == Format::Human {
        say::portfolio(&review, &text);
    }
    say::findings(&review, &text);
    say::written(&review, &place, &args.out, &text);
    if let Some(error) = talk::lost() {
        // The reports are there, only the overview on the screen is not.
        talk::error(&format!("cannot write to standard output: {error}"));
        return Ok(Outcome::DoneWithErrors);
    }
    Ok(outcome(&review.findings))
}

/// Whether an input is, or lies in, the output folder.
fn lies_in(input: &Path, out: &Path) -> bool {
    match (input.canonicalize(), out.canonicalize()) {
        (Ok(input), Ok(out)) => input.starts_with(out),
        _ => false,
    }
}

/// Done with errors, if any finding is one.
pub(super) fn outcome(findings: &[Finding]) -> Outcome {
    if findings.iter().any(|f| f.code.severity() == Severity::Error) { Outcome::DoneWithErrors } else { Outcome::Done }
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
fn markets(args: &RunArgs, templates: &Templates) -> Result<(Markets, bool), Failure> {
    let parse = |text: &str, name: &str| Markets::parse(text, name).map(|list| (list, true)).map_err(Failure::usage);
    if let Some(path) = &args.markets {
        let name = path.display().to_string();
        let text = intake::read_text(path, rules::CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
        return parse(&text.map_err(Failure::Usage)?, &name);
    }
    match templates.get("words/markets.toml") {
        Some(own) => parse(&own.text, &own.origin),
        None => Markets::shipped().map(|list| (list, false)).map_err(Failure::usage),
    }
}

fn judge(
    args: &RunArgs,
    inputs: Inputs,
    ruleset: Ruleset,
    words: &Vocabulary,
    (markets, own_markets): (Markets, bool),
    previous: Option<&Previous>,
) -> Result<Review, Failure> {
    let associations = words
        .association_bits(&ruleset.entitlements.associations)
        .map_err(|id| Failure::Usage(anyhow!("the ruleset names an unknown association \"{id}\"")))?;
    let terms = Terms {
        ruleset,
        associations,
        as_of: args.as_of,
        // The only use of the clock: where no input names a month.
        today: Zoned::now().date(),
        label_of: &|id| words.label(id).map(str::to_owned),
        market_of: &|country| markets.of(country),
        market_list: own_markets.then(|| markets.name().to_owned()),
        previous,
    };
    Ok(Review::judge(inputs.books, inputs.sheets, inputs.findings, terms))
}

/// What reports look like.
struct Looks {
    fonts: Fonts,
    theme: Theme,
    templates: Templates,
}

/// Writes every report; returns the text of `results.json`.
fn write(
    review: &mut Review,
    staging: &Staging,
    words: &Vocabulary,
    text: &Localizer,
    Looks { fonts, theme, templates }: &Looks,
) -> Result<String, Failure> {
    let texts = languages(review, text, templates)?;
    let mut names = Names::default();
    let folders: Vec<String> = review
        .portfolio
        .partners
        .iter()
        .map(|partner| {
            let parts: Vec<&str> = [partner.id, partner.name].into_iter().flatten().map(|t| t.as_str()).collect();
            format!("partners/{}", names.claim(&parts.join("-"), ""))
        })
        .collect();
    let annotated = annotated_names(review);

    let bar = talk::progress((folders.len() + annotated.len() + 1) as u64, "writing");
    let material = Material::new(review, words);
    let missing = folders
        .par_iter()
        .enumerate()
        .map(|(n, folder)| {
            let lang = review.portfolio.partners[n].language.and_then(|code| code.parse::<Lang>().ok());
            let text = lang.and_then(|lang| texts.get(&lang)).unwrap_or(text);
            let report = content::partner_report(&material, n, text).context("a partner has no report")?;
            let pages = pdf::gap_report_with(&report, fonts, theme)?;
            staging.write(&format!("{folder}/gap-report.pdf"), &pages.bytes)?;
            staging.write(&format!("{folder}/gap-report.xlsx"), &excel::gap_report_with(&report, theme)?)?;
            bar.inc(1);
            Ok(pages.missing)
        })
        .collect::<anyhow::Result<Vec<Vec<char>>>>()
        .map_err(Failure::Nothing)?;
    let glyphs: Vec<Finding> = missing
        .iter()
        .zip(&review.portfolio.partners)
        .enumerate()
        .filter(|(_, (chars, _))| !chars.is_empty())
        .map(|(n, (chars, partner))| {
            let shown: String = chars.iter().take(20).collect();
            Finding::new(Code::MissingGlyph).of_partner(n as u32).value(shown).arg("name", partner.display())
        })
        .collect();
    review.add_findings(glyphs);

    let material = Material::new(review, words);
    annotated
        .par_iter()
        .enumerate()
        .filter_map(|(file, name)| name.as_ref().map(|name| (file, name)))
        .try_for_each(|(file, name)| -> anyhow::Result<()> {
            let notes = content::annotated_book(&material, file, text).context("an input has no annotations")?;
            staging.write(name, &excel::annotated_with(&review.books[file], &notes, theme)?)?;
            bar.inc(1);
            Ok(())
        })
        .map_err(Failure::Nothing)?;

    let write = || -> anyhow::Result<String> {
        let portfolio = content::portfolio_report(&material, &folders, text);
        staging.write("portfolio.pdf", &pdf::portfolio_with(&portfolio, fonts, theme)?.bytes)?;
        staging.write("portfolio.xlsx", &excel::portfolio_with(&portfolio, theme)?)?;
        staging.write("portfolio.html", html::portfolio_with(&portfolio, theme).as_bytes())?;
        let places = json::Places { folders: &folders, annotated: &annotated };
        let results = json::results(review, &places, &|finding| say::sentences(review, finding, text))?;
        let results = talk::inert_json(&results);
        staging.write("results.json", results.as_bytes())?;
        Ok(results)
    };
    let results = write().map_err(Failure::Nothing)?;
    bar.finish_and_clear();
    Ok(results)
}

/// A localizer for each language that a partner wants and that there is.
fn languages(review: &Review, text: &Localizer, templates: &Templates) -> Result<BTreeMap<Lang, Localizer>, Failure> {
    let wanted = review.portfolio.partners.iter().filter_map(|p| p.language?.parse::<Lang>().ok());
    let mut texts = BTreeMap::new();
    for lang in wanted.filter(|lang| *lang != text.lang()) {
        if !texts.contains_key(&lang) && Lang::available().any(|known| known == lang) {
            texts.insert(lang, inputs::speak(lang, templates)?);
        }
    }
    Ok(texts)
}

/// The annotated copy of each input that was read: named after it, with its whole name where two would collide.
fn annotated_names(review: &Review) -> Vec<Option<String>> {
    let mut names = Names::default();
    review
        .books
        .iter()
        .map(|book| {
            let has_cells = book.sheets.iter().any(|sheet| sheet.cell_count() > 0);
            has_cells.then(|| {
                let file = book.label.rsplit('/').next().unwrap_or(&book.label);
                let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
                let name = if names.is_free(stem, ".xlsx") { stem } else { file };
                format!("annotated/{}", names.claim(name, ".xlsx"))
            })
        })
        .collect()
}
