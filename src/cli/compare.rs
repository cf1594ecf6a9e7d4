//! `tiergap compare`: what changed from one review to another, from what they wrote.

mod show;

use std::path::PathBuf;

use anyhow::{Error, anyhow};
use clap::Args;

use super::args::{Format, LangArg};
use super::templates::Templates;
use super::{Failure, Outcome, earlier, inputs};
use crate::recognise::fold;
use crate::review::Comparison;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap compare review-2026-q2 review-2026-q3
  tiergap compare reviews/* --partner 4300012
  tiergap compare old/results.json new/results.json --format json";

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Reviews: their folders, or their results.json; two at least, in any order. The oldest is compared with the
    /// newest, those between show the trend
    #[arg(required = true, num_args = 2.., value_name = "REVIEW")]
    pub reviews: Vec<PathBuf>,
    /// Only this partner, by ID or name
    #[arg(long, value_name = "PARTNER")]
    pub partner: Option<String>,
    #[command(flatten)]
    pub lang: LangArg,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

pub(super) fn compare(args: &CompareArgs) -> Result<Outcome, Failure> {
    let text = inputs::localizer(&args.lang, &Templates::default())?;
    let reviews = earlier::read_alone(&args.reviews).map_err(Failure::Usage)?;
    let mut comparison = Comparison::new(&reviews)
        .ok_or_else(|| Failure::Usage(anyhow!("one review cannot be compared\nhint: give two or more")))?;
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
    Ok(Outcome::Done)
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
