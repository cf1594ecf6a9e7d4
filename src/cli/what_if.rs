//! `tiergap what-if`: the tier that a partner would hold if some of its facts were others.

mod named;
mod show;

use std::path::PathBuf;

use anyhow::anyhow;
use clap::Args;

use super::args::{Format, ReviewArgs};
use super::job::Job;
use super::{Failure, Outcome, run, say};
use crate::assess::{Assessment, Judge, Step, apply, assess};
use crate::finding::{Finding, Severity};
use crate::portfolio::Partner;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap what-if 4300012 inbox --associate Fabrikam
  tiergap what-if 'Isar Cloud' inbox --pass 'Anna Rossi:70-347' --add-users 300
  tiergap what-if 4300012 inbox --without Contoso --format json";

/// Arguments of `what-if`. Each change can be given several times; all of them hold together.
#[derive(Debug, Args)]
pub struct WhatIfArgs {
    /// The partner, by ID or name
    #[arg(value_name = "PARTNER")]
    pub partner: String,
    /// Files and folders to read [default in a workspace: its inbox]
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub review: ReviewArgs,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    // Last, as its heading would stand above whatever follows.
    #[command(flatten)]
    pub changes: Changes,
}

/// What would be otherwise.
#[derive(Debug, Args)]
#[command(next_help_heading = "What would be otherwise (each can be repeated)")]
pub struct Changes {
    /// A customer associates the partner in a way that counts; by name or tenant ID
    #[arg(long, value_name = "CUSTOMER")]
    pub associate: Vec<String>,
    /// A customer's trials become subscriptions
    #[arg(long, value_name = "CUSTOMER")]
    pub convert_trial: Vec<String>,
    /// A person passes an exam of the ruleset; the person by name, MCP ID or email
    #[arg(long, value_name = "PERSON:EXAM")]
    pub pass: Vec<String>,
    /// A person earns a certification of the ruleset
    #[arg(long, value_name = "PERSON:CERTIFICATION")]
    pub certify: Vec<String>,
    /// So many further people hold every credential of the ruleset
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub add_people: Vec<u32>,
    /// A new customer has so many active users, of the workload named or of one that counts
    #[arg(long, value_name = "N[:WORKLOAD]")]
    pub add_users: Vec<String>,
    /// A customer or a person is gone
    #[arg(long, value_name = "CUSTOMER|PERSON")]
    pub without: Vec<String>,
}

/// A change and what it comes to.
struct Told {
    /// The step, which [`apply`] understands.
    step: Step,
    /// In words.
    words: String,
    /// As it was asked for: the option and its value.
    asked: (&'static str, String),
}

/// The partner judged as it is, after each step, and so after all of them.
struct Judged {
    now: Assessment,
    after: Vec<Assessment>,
}

impl Judged {
    fn then(&self) -> &Assessment {
        self.after.last().unwrap_or(&self.now)
    }
}

pub(super) fn what_if(args: &WhatIfArgs) -> Result<Outcome, Failure> {
    let job = Job::of(&args.review)?;
    let review = job.judge(job.read(&job.asked.inputs(&args.inputs)?, None)?)?;
    let position = named::partner(&review.portfolio, &args.partner).map_err(Failure::Usage)?;
    let partner = review
        .portfolio
        .partners
        .get(position)
        .ok_or_else(|| Failure::Nothing(anyhow!("the partner is not there any more")))?;
    let steps = named::steps(&args.changes, partner, &job).map_err(Failure::Usage)?;
    let associations = job
        .words
        .association_bits(&review.ruleset.entitlements.associations)
        .map_err(|id| Failure::Usage(anyhow!("the ruleset names an unknown association \"{id}\"")))?;
    let judge = Judge::new(&review.ruleset, associations, review.as_of, review.reference_month)
        .with_waivers(review.settings.as_ref().map(|settings| &settings.applied));
    let judged = judged(&judge, partner, position, &steps);
    match args.format {
        Format::Human => show::human(&review, partner, &steps, &judged, &job.text),
        Format::Json => show::json(&review, partner, &steps, &judged)?,
    }
    // What else is said of the inputs is `run`'s to tell; here only what may be missing from these figures.
    let number = u32::try_from(position).ok();
    let missing = |finding: &&Finding| {
        finding.severity() == Severity::Error && (finding.partner.is_none() || finding.partner == number)
    };
    let errors: Vec<Finding> = review.findings.iter().filter(missing).cloned().collect();
    if !errors.is_empty() {
        say::all_findings(&errors, &review, &job.text, false);
    }
    Ok(run::outcome(&errors))
}

fn judged(judge: &Judge<'_>, partner: &Partner, position: usize, steps: &[Told]) -> Judged {
    let number = u32::try_from(position).unwrap_or(u32::MAX);
    let judged = |partner: &Partner| assess(judge, partner, number, None).0;
    let all: Vec<Step> = steps.iter().map(|told| told.step.clone()).collect();
    let upto = |n: usize| judged(&apply(judge, partner, all.get(..n).unwrap_or_default()));
    Judged { now: judged(partner), after: (1..=all.len()).map(upto).collect() }
}
