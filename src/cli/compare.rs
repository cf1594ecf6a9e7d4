//! `tiergap compare`: what changed from one review to another, from what they wrote.

mod show;

use std::path::PathBuf;

use anyhow::{Error, anyhow};
use clap::Args;

use super::args::{Format, LangArg, WorkspaceArg};
use super::earlier::Why;
use super::templates::Templates;
use super::{Failure, Outcome, asked, earlier, inputs, talk};
use crate::portfolio;
use crate::recognise::fold;
use crate::review::{Comparison, Previous};

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap compare review-2026-q2 review-2026-q3
  tiergap compare                         in a workspace: all its reviews
  tiergap compare reviews/* --partner 4300012
  tiergap compare old/results.json new/results.json --format json";

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Reviews: their folders, or their results.json; two at least, in any order. The oldest is compared with the
    /// newest, those between show the trend [default in a workspace: all its reviews]
    #[arg(value_name = "REVIEW")]
    pub reviews: Vec<PathBuf>,
    /// Only this partner, by ID or name
    #[arg(long, value_name = "PARTNER")]
    pub partner: Option<String>,
    #[command(flatten)]
    pub lang: LangArg,
    #[command(flatten)]
    pub workspace: WorkspaceArg,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

pub(super) fn compare(args: &CompareArgs) -> Result<Outcome, Failure> {
    let workspace = asked::open(args.workspace.workspace.as_deref())?;
    let settings = workspace.as_ref().map(|workspace| &workspace.settings);
    let templates = workspace.as_ref().and_then(|it| it.settings.templates.as_deref().map(|folder| it.path(folder)));
    let templates = Templates::load(templates.as_deref())?;
    let lang = args.lang.lang.as_deref().or_else(|| settings?.language.as_deref());
    let text = inputs::language(lang, &templates)?;
    let mut outcome = Outcome::Done;
    let reviews = match &workspace {
        Some(workspace) if args.reviews.is_empty() => {
            let usable = earlier::usable(workspace, &|_| true, None);
            for (review, why) in &usable.passed_over {
                outcome = Outcome::DoneWithErrors;
                talk::warning(&passed_over(&workspace.label(review), why));
            }
            usable.reviews
        }
        _ => earlier::read_alone(&args.reviews).map_err(Failure::Usage)?,
    };
    // Partners that are one by now are read as one in all reviews.
    let same = settings.map_or(&[][..], |settings| settings.same_partners.as_slice());
    let groups: Vec<Vec<String>> = same.iter().map(|group| portfolio::called(Some(group))).collect();
    let reviews: Vec<Previous> = reviews.into_iter().map(|review| review.joined(&groups)).collect();
    let mut comparison = Comparison::new(&reviews).ok_or_else(|| {
        let found = if reviews.is_empty() { "there is no review to compare" } else { "one review cannot be compared" };
        Failure::Usage(anyhow!("{found}\nhint: give two or more: their folders, or their results.json"))
    })?;
    if let Some(typed) = &args.partner {
        let names = comparison.names();
        if comparison.only(typed) == 0 {
            return Err(Failure::Usage(unknown(typed, &names)));
        }
    }
    let sorted = reviews.iter().map(|r| r.as_of()).ne(comparison.reviews.iter().map(|r| r.as_of()));
    match args.format {
        Format::Human => show::human(&comparison, sorted, args.partner.is_none(), &text),
        Format::Json => show::json(&comparison)?,
    }
    Ok(outcome)
}

/// What is said of a workspace's review that cannot be compared.
fn passed_over(label: &str, why: &Why) -> String {
    match why {
        Why::Damaged => format!(
            "{label} is damaged and left out\n\
             hint: move its folder away first; then put a copy in its place, or run that month again"
        ),
        Why::SameDay(day) => format!(
            "{label} is left out, as the review of an earlier month is as of {day} as well\n\
             hint: move one of the two away"
        ),
    }
}

fn unknown(typed: &str, names: &[(Option<&str>, &str)]) -> Error {
    let folded = fold(typed);
    let near = |name: &str| {
        let name = fold(name);
        let part = folded.chars().count() >= 3 && name.contains(&folded);
        if part { 1.0 } else { strsim::normalized_damerau_levenshtein(&name, &folded) }
    };
    let nearest = names.iter().map(|(id, name)| (near(name).max(id.map_or(0.0, near)), id, name));
    let nearest = nearest.filter(|(near, ..)| *near >= 0.6).max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = match nearest {
        Some((_, Some(id), name)) => format!("did you mean {name} ({id})?"),
        Some((_, None, name)) => format!("did you mean {name}?"),
        None => "give its ID, or its name as the reviews write it".to_owned(),
    };
    anyhow!("neither the oldest nor the newest review knows a partner {typed:?}\nhint: {hint}")
}
