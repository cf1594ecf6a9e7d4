//! `tiergap run`: from dropped exports to every partner's reports.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};

use super::args::{Format, RunArgs};
use super::job::{Job, Looks};
use super::{Failure, Outcome, say, shard, talk};
use crate::deliver::{RESULTS, Staging, signers};
use crate::finding::{Finding, Severity};
use crate::review::Review;
use crate::text::Localizer;

pub(super) fn run(args: &RunArgs) -> Result<Outcome, Failure> {
    let mut job = Job::of(&args.review)?;
    job.share = args.shard;
    let looks = Looks::of(&args.looks, &job)?;
    let inputs = job.asked.inputs(&args.inputs)?;
    job.asked.can_write(args.out.as_deref())?;
    // Where the folder is named, whatever is wrong with it is told before anything is read.
    let begun = args.out.as_deref().map(|out| begin(out, &inputs, args.replace_signed)).transpose()?;
    let mut review = job.judge(job.read(&inputs, args.out.as_deref())?)?;
    let out = job.asked.out(args.out.as_deref(), review.reference_month)?;
    let text = &job.text;
    if review.portfolio.partners.is_empty() {
        say::findings(&review, text);
        return Err(Failure::Nothing(anyhow!(
            "no partner was found in the inputs, so nothing was judged and nothing written\n\
             hint: `tiergap check` shows what was recognised in each sheet"
        )));
    }
    let staging = begun.map_or_else(|| begin(&out, &inputs, args.replace_signed), Ok)?;
    if let Some(share) = args.shard {
        return shard::write(&job, args, share, review, staging, (&looks, &out));
    }
    job.write(&mut review, &staging, &looks, &args.only)?;
    conclude(&review, staging, (args.format, &out), text)
}

/// Puts a review in its place and tells of it.
pub(super) fn conclude(
    review: &Review,
    staging: Staging,
    (format, out): (Format, &Path),
    text: &Localizer,
) -> Result<Outcome, Failure> {
    // Machines that cannot be told get no folder either: whole or not at all.
    if format == Format::Json {
        let results = staging.read(RESULTS).map_err(Failure::nothing)?;
        let told = talk::raw(&results).context("cannot write to standard output, so nothing was written");
        told.map_err(Failure::Nothing)?;
    }
    let place = staging.commit().map_err(Failure::nothing)?;
    if format == Format::Human {
        say::portfolio(review, text);
    }
    say::findings(review, text);
    say::written(review, &place, out, text);
    if let Some(error) = talk::lost() {
        // The reports are there, only the overview on the screen is not.
        talk::error(&format!("cannot write to standard output: {error}"));
        return Ok(Outcome::DoneWithErrors);
    }
    Ok(outcome(&review.findings))
}

/// Starts the output folder, which no input may lie in.
fn begin(out: &Path, inputs: &[PathBuf], replace_signed: bool) -> Result<Staging, Failure> {
    let staging = Staging::begin(out).map_err(Failure::nothing)?;
    if !replace_signed {
        refuse_signed(out)?;
    }
    if let Some(input) = inputs.iter().find(|input| lies_in(input, out)) {
        let (input, out) = (input.display(), out.display());
        return Err(Failure::Usage(anyhow!(
            "{input} lies in {out}, which this run would replace; choose another --out"
        )));
    }
    Ok(staging)
}

/// An error where the folder holds a review that is signed off.
pub(super) fn refuse_signed(out: &Path) -> Result<(), Failure> {
    let signers = signers(out);
    if signers.is_empty() {
        return Ok(());
    }
    Err(Failure::Usage(anyhow!(
        "the review in {} is signed off by {}; a new one in its place would not be\n\
         hint: choose another --out, or give --replace-signed if the sign-off is to go",
        out.display(),
        signers.join(", ")
    )))
}

/// Whether an input is, or lies in, the output folder.
pub(super) fn lies_in(input: &Path, out: &Path) -> bool {
    match (input.canonicalize(), out.canonicalize()) {
        (Ok(input), Ok(out)) => input.starts_with(out),
        _ => false,
    }
}

/// Done with errors, if any finding is one.
pub(super) fn outcome(findings: &[Finding]) -> Outcome {
    if findings.iter().any(|f| f.severity() == Severity::Error) { Outcome::DoneWithErrors } else { Outcome::Done }
}
