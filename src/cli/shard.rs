//! `tiergap run --shard K/N`: the reports of one share of the partners, and what `tiergap merge` needs of them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::args::RunArgs;
use super::job::write::origin;
use super::job::{Job, Looks};
use super::run::outcome;
use super::{Failure, Outcome, say, talk};
use crate::deliver::{InputFile, Staging, Tool};
use crate::digest::sha256;
use crate::intake;
use crate::report::json;
use crate::report::stored::StoredTheme;
use crate::review::{Common, Judged, Review, Share};
use crate::say;
use crate::text::Lang;

/// Which shard of which run it is.
pub(super) const HEAD: &str = "shard.json";
/// What all shards have in common.
pub(super) const COMMON: &str = "common.json";
/// The shard's own partners, one a line.
pub(super) const PARTNERS: &str = "partners.jsonl";

/// The version of their shape.
pub(super) const SCHEMA: &str = "tiergap.shard.v1";

/// Bytes of a configuration file that is only compared.
const SETTING_BYTES: u64 = 1 << 30;

/// Which shard of which run.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub schema: String,
    /// Its number, from one.
    pub shard: u32,
    /// How many there are.
    pub of: u32,
    pub tool: Tool,
    /// What the run was asked for, by name: texts as they are, files by their SHA-256.
    pub settings: BTreeMap<String, String>,
    pub inputs: Vec<InputFile>,
}

/// What all shards have in common, beside the review's own part: how the whole is written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    pub lang: Lang,
    pub theme: StoredTheme,
    /// Files of the user's own in place of shipped ones.
    pub templates: BTreeMap<String, String>,
    /// The annotated copy of each input.
    pub annotated: Vec<Option<String>>,
    pub common: Common,
}

/// A partner of the shard: what was decided, and what its report says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Line<'a> {
    pub judged: Judged<'a>,
    pub said: json::Said,
}

/// Writes the shard and tells of it.
pub(super) fn write(
    job: &Job,
    args: &RunArgs,
    share: Share,
    mut review: Review,
    staging: Staging,
    (looks, out): (&Looks, &Path),
) -> Result<Outcome, Failure> {
    let settings = settings(job, args, &review, looks)?;
    let written = job.write_share(share, &mut review, &staging, looks)?;
    let part = review.part(share, &written.folders);
    let own: Vec<usize> = part.judged.iter().map(|judged| judged.position).collect();
    let kept = Kept {
        lang: job.text.lang(),
        theme: StoredTheme::of(&looks.theme),
        templates: job.templates.texts(),
        annotated: written.annotated,
        common: part.common,
    };
    let origin = origin(&review);
    let head = Head {
        schema: SCHEMA.to_owned(),
        shard: share.number(),
        of: share.of(),
        tool: origin.tool.clone(),
        settings,
        inputs: origin.inputs.clone(),
    };
    let files = || -> anyhow::Result<()> {
        staging.write(HEAD, format!("{}\n", serde_json::to_string_pretty(&head)?).as_bytes())?;
        staging.write(COMMON, format!("{}\n", serde_json::to_string(&kept)?).as_bytes())?;
        staging.write(PARTNERS, &lines(part.judged, written.said)?)?;
        Ok(())
    };
    files().map_err(Failure::Nothing)?;
    staging.describe(origin);
    let place = staging.commit().map_err(Failure::nothing)?;

    // Others tell what concerns their partners; what concerns none is told by all.
    let mut findings = review.findings.clone();
    findings.retain(|finding| finding.partner.is_none_or(|partner| own.contains(&(partner as usize))));
    say::all_findings(&findings, &review, &job.text, false);
    let shown = if out.is_absolute() { place.as_path() } else { out };
    talk::say(&say!(
        job.text,
        "shard-written",
        shard = share.to_string(),
        partners = own.len() as u64,
        all = review.portfolio.partners.len() as u64,
        folder = talk::visible(&shown.display().to_string()),
    ));
    Ok(outcome(&findings))
}

fn lines(judged: Vec<Judged<'_>>, said: Vec<json::Said>) -> Result<Vec<u8>, serde_json::Error> {
    let mut lines = Vec::new();
    for (judged, said) in judged.into_iter().zip(said) {
        serde_json::to_writer(&mut lines, &Line { judged, said })?;
        lines.push(b'\n');
    }
    Ok(lines)
}

/// What decides the outcome beside the inputs. Paths are left out: they may differ from machine to machine.
fn settings(job: &Job, args: &RunArgs, review: &Review, looks: &Looks) -> Result<BTreeMap<String, String>, Failure> {
    let rules = &review.ruleset;
    let of_file = |path: Option<&Path>| -> Result<String, Failure> {
        let Some(path) = path else { return Ok(String::new()) };
        let bytes = intake::read_bytes(path, SETTING_BYTES).with_context(|| format!("cannot read {}", path.display()));
        Ok(sha256(&bytes.map_err(Failure::Usage)?))
    };
    let of_value = |json: serde_json::Result<Vec<u8>>| json.map(|bytes| sha256(&bytes)).map_err(Failure::nothing);
    let hashes = job.earlier(review.reference_month).into_iter().map(|path| of_file(Some(path.as_path())));
    let mut earlier = hashes.collect::<Result<Vec<String>, Failure>>()?;
    earlier.sort();
    let asked = &job.asked;
    let workspace = asked.workspace.as_ref().map(|workspace| workspace.settings.sha256.clone());
    let fonts = asked.looks(&args.looks).fonts;
    let settings = [
        ("as-of date", review.as_of.to_string()),
        ("reference month", review.reference_month.to_string()),
        ("ruleset", format!("{} {} {}", rules.id, rules.edition, rules.sha256)),
        ("language", job.text.lang().code().to_owned()),
        (
            "list of earlier reviews",
            if earlier.is_empty() { String::new() } else { sha256(earlier.join(" ").as_bytes()) },
        ),
        ("workspace's file", workspace.unwrap_or_default()),
        ("file of column names", of_file(asked.columns.as_deref())?),
        ("list of markets", of_file(asked.markets.as_deref())?),
        ("set of templates", of_value(serde_json::to_vec(&job.templates.texts()))?),
        ("theme", of_value(serde_json::to_vec(&StoredTheme::of(&looks.theme)))?),
        ("folder of fonts", if fonts.is_some() { "given" } else { "" }.to_owned()),
    ];
    Ok(settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
