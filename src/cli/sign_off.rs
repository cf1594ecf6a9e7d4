//! `tiergap sign-off`: a reviewer's note and signature become part of a review. Everything else stays as it is.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use clap::Args;
use jiff::civil::Date;
use jiff::{ToSpan as _, Zoned};

use super::args::{LangArg, day};
use super::asked;
use super::inputs;
use super::job::fonts_exist;
use super::job::write::{PORTFOLIO, portfolio};
use super::templates::Templates;
use super::verify::{changes, inspected};
use super::{Failure, Outcome, talk};
use crate::deliver::{Entry, Inspection, RESULTS, SIGN_OFF, SignOff, Staging};
use crate::intake;
use crate::report::content::{Statement, endorsement};
use crate::report::pdf::Fonts;
use crate::report::stored;
use crate::say;
use crate::text::Localizer;
use crate::workspace::Settings;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap sign-off review --by \"Anna Rossi\"
  tiergap sign-off review --by \"Anna Rossi\" --note \"Discussed with the partners on 5 October.\"
  tiergap sign-off review --note \"Contoso sends its roster next week.\"";

/// Bytes of a stored portfolio at most.
const PORTFOLIO_BYTES: u64 = 1 << 30;
/// Characters of a name, and of a note: the first page has room for them.
const NAME: usize = 120;
const NOTE: usize = 2_000;

/// Years after its as-of date in which a review is signed at the latest.
const YEARS: i64 = 3;

/// Arguments of `sign-off`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").args(["by", "note"]).required(true).multiple(true))]
pub struct SignOffArgs {
    /// Folder of the review
    pub review: PathBuf,
    /// Who signs it off
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// A note for the portfolio's first page; without --by it signs nothing
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Day of the sign-off or note (YYYY-MM-DD) [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    #[command(flatten)]
    pub lang: LangArg,
    /// Folder with further fonts, if the review was written with one [default: as its workspace says]
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
    /// Folder with texts of your own, if the review was written with one (see docs/templates.md) [default: as its
    /// workspace says]
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

pub(super) fn sign_off(args: &SignOffArgs) -> Result<Outcome, Failure> {
    let by = typed(args.by.as_deref(), "--by", NAME)?;
    let note = typed(args.note.as_deref(), "--note", NOTE)?;
    fonts_exist(args.fonts.as_deref())?;
    // Within a workspace the review was written with what that says.
    let above = asked::around(&args.review);
    let workspace = above.map(|folder| asked::open(Some(&folder))).transpose()?.flatten();
    let settings = workspace.as_ref().map(|workspace| (workspace, &workspace.settings));
    let path = |of: fn(&Settings) -> Option<&String>| settings.and_then(|(w, settings)| Some(w.path(of(settings)?)));
    let templates = args.templates.clone().or_else(|| path(|settings| settings.templates.as_ref()));
    let fonts = args.fonts.clone().or_else(|| path(|settings| settings.fonts.as_ref().map(|fonts| &fonts.value)));
    let lang = args.lang.lang.clone().or_else(|| settings?.1.language.clone());
    let templates = Templates::load(templates.as_deref())?;
    let text = inputs::language(lang.as_deref(), &templates)?;
    // What is no review, or changed, is told as that before a folder is made for it.
    unchanged(&args.review, &text)?;
    let staging = Staging::begin(&args.review).map_err(Failure::nothing)?;
    // From here on nobody else of us writes it: what is found now is what is signed.
    let found = unchanged(&args.review, &text)?;
    let mut signed = found.sign_off.clone().unwrap_or_default();
    if let Some(name) = &by
        && let Some((known, date)) = signed.by(name)
    {
        return Err(Failure::Usage(anyhow!(
            "{known} signed this review off on {date}\nhint: add a note with --note alone"
        )));
    }
    let results_sha256 = by.as_ref().and_then(|_| found.results_sha256.clone());
    let name = args.review.join(PORTFOLIO);
    let (mut report, theme) = intake::read_text(&name, PORTFOLIO_BYTES)
        .map_err(anyhow::Error::new)
        .and_then(|stored| Ok(stored::restore(&stored)?))
        .with_context(|| {
            format!(
                "cannot use {}, from which the portfolio is drawn again\nhint: run the review again",
                name.display()
            )
        })
        .map_err(Failure::Nothing)?;
    // The only use of the clock.
    let today = Zoned::now().date();
    let date = args.date.unwrap_or(today);
    in_range(date, report.head.as_of, today)?;
    signed.entries.push(Entry { by: by.clone(), date, note, results_sha256 });
    let own = inputs::speak(report.head.lang, &templates)?;
    report.endorsement = endorsement(&statements(&signed), &own);

    let write = || -> anyhow::Result<()> {
        let ours = ["portfolio.pdf", "portfolio.xlsx", "portfolio.html", SIGN_OFF];
        for file in found.manifest.files.iter().filter(|file| !ours.contains(&file.path.as_str())) {
            staging.keep(&args.review, file)?;
        }
        portfolio(&staging, &report, &Fonts::load(fonts.as_deref()), &theme)?;
        staging.write(SIGN_OFF, signed.text()?.as_bytes())?;
        if let Some(origin) = &found.manifest.origin {
            staging.describe(origin.clone());
        }
        Ok(())
    };
    write().map_err(Failure::Nothing)?;
    staging.commit().map_err(Failure::nothing)?;
    let folder = talk::visible(&args.review.display().to_string());
    talk::say(&match by {
        Some(name) => say!(text, "sign-off-done", name = talk::visible(&name), folder = folder, file = RESULTS),
        None => say!(text, "sign-off-noted", folder = folder),
    });
    Ok(Outcome::Done)
}

/// Whether a day can be that of a sign-off. A review may be signed before the day that it is as of, and years after it,
/// but not on a day that is neither past nor near: then it is mistyped.
fn in_range(date: Date, as_of: Date, today: Date) -> Result<(), Failure> {
    let latest = as_of.saturating_add(YEARS.years()).max(today);
    if (as_of.min(today)..=latest).contains(&date) {
        return Ok(());
    }
    let when = if date > latest { format!("more than {YEARS} years after") } else { "before".to_owned() };
    Err(Failure::Usage(anyhow!(
        "--date {date} lies {when} {as_of}, the day that the review is as of\nhint: write the day as YYYY-MM-DD"
    )))
}

/// A review that is as it was written.
fn unchanged(review: &Path, text: &Localizer) -> Result<Inspection, Failure> {
    let found = inspected(review)?;
    if found.is_unchanged() {
        return Ok(found);
    }
    let mut said = vec![format!("the review in {} is not as it was written", review.display())];
    said.extend(changes(&found, text));
    let hint = "\nhint: put back what was changed, or run the review again; nothing was signed";
    Err(Failure::Nothing(anyhow!("{}{hint}", said.join("\n  "))))
}

/// A text as it was typed, without space around it.
fn typed(text: Option<&str>, option: &str, most: usize) -> Result<Option<String>, Failure> {
    let Some(text) = text.map(str::trim) else { return Ok(None) };
    let length = text.chars().count();
    if text.is_empty() {
        return Err(Failure::Usage(anyhow!("{option} is empty")));
    }
    if length > most {
        return Err(Failure::Usage(anyhow!("{option} has {length} characters; the first page has room for {most}")));
    }
    // A name of several lines could look like several names; what turns text around, like another text.
    let lines = option != "--by";
    if let Some(c) = text.chars().find(|&c| talk::commands(c) && !(lines && matches!(c, '\n' | '\t'))) {
        return Err(Failure::Usage(anyhow!("{option} holds a control character (U+{:04X})", u32::from(c))));
    }
    Ok(Some(text.to_owned()))
}

fn statements(signed: &SignOff) -> Vec<Statement<'_>> {
    let entries = signed.entries.iter();
    entries
        .map(|entry| Statement {
            by: entry.by.as_deref(),
            date: entry.date,
            note: entry.note.as_deref(),
            results: entry.results_sha256.as_deref(),
        })
        .collect()
}
