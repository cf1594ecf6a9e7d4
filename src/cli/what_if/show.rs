//! What a what-if comes to, for people and for machines.

use serde_json::{Value, json};
use ustr::Ustr;

use super::super::{Failure, talk};
use super::{Judged, Told};
use crate::assess::{Assessment, Metric, Step, UsageReason};
use crate::portfolio::Partner;
use crate::review::{Review, difference};
use crate::say;
use crate::text::Localizer;

/// Tier now and then, every change with its effect, every requirement now and then.
pub(super) fn human(review: &Review, partner: &Partner, steps: &[Told], judged: &Judged, text: &Localizer) {
    let tier = |judged: &Assessment| text.message(&format!("tier-{}", review.ruleset.tier_id(judged.tier)), &[]);
    let (now, then) = (&judged.now, judged.then());
    let key = if steps.is_empty() {
        "whatif-title-now"
    } else if now.tier == then.tier {
        "whatif-title-same"
    } else {
        "whatif-title"
    };
    let title = text.message(
        key,
        &[
            ("name", partner.display().into()),
            ("date", text.date(review.as_of).into()),
            ("now", tier(now).into()),
            ("then", tier(then).into()),
        ],
    );
    talk::data(&format!("{}{}{:#}", talk::STRONG, talk::visible(&title), talk::STRONG));
    let mut rows = Vec::new();
    let mut before = now;
    for (told, after) in steps.iter().zip(&judged.after) {
        rows.push(vec![
            format!("  {}", talk::visible(&told.words)),
            effect(&told.step, review, now, (before, after), text),
        ]);
        before = after;
    }
    for line in talk::table(&rows, &[]) {
        talk::data(&line);
    }
    talk::data("");
    for (n, line) in
        talk::table(&requirements(review, now, then, text), &[false, false, true, true, true]).into_iter().enumerate()
    {
        talk::data(&if n == 0 { format!("{}{line}{:#}", talk::STRONG, talk::STRONG) } else { line });
    }
}

fn requirements(review: &Review, now: &Assessment, then: &Assessment, text: &Localizer) -> Vec<Vec<String>> {
    let columns =
        ["column-tier", "column-requirement", "column-required", "column-now", "whatif-column-then", "column-status"];
    let mut rows = vec![columns.map(|key| text.message(key, &[])).to_vec()];
    for (now, then) in now.requirements.iter().zip(&then.requirements) {
        let metric = match now.metric {
            Metric::Entitlements => "metric-entitlements",
            Metric::People => "metric-people",
        };
        let met = if then.met { "word-met" } else { "word-not-met" };
        rows.push(vec![
            text.message(&format!("tier-{}", review.ruleset.tier_id(Some(now.tier))), &[]),
            text.message(metric, &[]),
            text.count(now.required),
            text.count(now.actual),
            text.count(then.actual),
            text.message(met, &[]),
        ]);
    }
    rows
}

/// "+420 active entitlements", or why nothing changes.
fn effect(
    step: &Step,
    review: &Review,
    now: &Assessment,
    (before, after): (&Assessment, &Assessment),
    text: &Localizer,
) -> String {
    let amount = |key: &str, then: u64, now: u64| {
        let sign = if now > then { '+' } else { '\u{2212}' };
        (now != then).then(|| format!("{sign}{}", text.message(key, &[("count", now.abs_diff(then).into())])))
    };
    let said: Vec<String> = [
        amount("amount-entitlements", before.counted.active_users, after.counted.active_users),
        amount("amount-people", before.people_counted, after.people_counted),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !said.is_empty() {
        return text.list(&said);
    }
    let said = |why: Why| match why {
        Why::Row(reason) => text.message(&format!("usage-reason-{}", reason.as_str()), &[("detail", "".into())]),
        Why::Lacks(missing) => {
            let missing: Vec<String> = missing.iter().map(|id| id.as_str().to_owned()).collect();
            say!(text, "whatif-lacks", missing = text.list(&missing))
        }
        other => text.message(other.key(), &[]),
    };
    let reasons: Vec<String> = why(step, review, now, (before, after)).into_iter().map(said).collect();
    say!(text, "whatif-no-effect", reasons = text.list_apart(&reasons))
}

/// Why a change changes nothing.
enum Why {
    /// Rows that it is about do not count even so.
    Row(UsageReason),
    /// The customer is associated already.
    Associated,
    /// The customer has no trials.
    NoTrial,
    /// The person holds the credential already.
    Held,
    /// The person counts already.
    Counts,
    /// The person needs more.
    Lacks(Vec<Ustr>),
    /// The person counts by a path of which there are fewer.
    OtherPath,
    /// Who is gone did not count.
    DidNotCount,
}

impl Why {
    /// The code for machines.
    fn code(&self) -> &'static str {
        match self {
            Self::Row(reason) => reason.as_str(),
            Self::Associated => "associated-already",
            Self::NoTrial => "no-trial",
            Self::Held => "held-already",
            Self::Counts => "counts-already",
            Self::Lacks(_) => "lacks-more",
            Self::OtherPath => "other-path",
            Self::DidNotCount => "did-not-count",
        }
    }

    /// The key of its words.
    fn key(&self) -> &'static str {
        match self {
            Self::Row(_) => "whatif-did-not-count",
            Self::Associated => "whatif-associated",
            Self::NoTrial => "whatif-no-trial",
            Self::Held => "whatif-held",
            Self::Counts => "whatif-counts",
            Self::Lacks(_) => "whatif-lacks",
            Self::OtherPath => "whatif-other-path",
            Self::DidNotCount => "whatif-did-not-count",
        }
    }
}

/// Whether a change changes neither figure.
fn is_without_effect(before: &Assessment, after: &Assessment) -> bool {
    (before.counted.active_users, before.people_counted) == (after.counted.active_users, after.people_counted)
}

/// Why a step without effect has none; `now` is the partner as it is, of which positions are told.
fn why(step: &Step, review: &Review, now: &Assessment, (before, after): (&Assessment, &Assessment)) -> Vec<Why> {
    let has = |rows: &[usize], reason: UsageReason| {
        let reasons = rows.iter().filter_map(|row| before.usage.get(*row)).flat_map(|row| row.reasons.usage());
        reasons.into_iter().any(|it| it == reason)
    };
    let mut all: Vec<Why> = Vec::new();
    match step {
        Step::Associate(rows) if !has(rows, UsageReason::NoQualifyingAssociation) => all.push(Why::Associated),
        Step::ConvertTrial(rows) if !has(rows, UsageReason::Trial) => all.push(Why::NoTrial),
        Step::Hold { person, credential } => {
            let then = before.people.get(*person);
            let missing = after.people.get(*person).map(|it| it.missing.clone()).unwrap_or_default();
            if then.is_some_and(|it| it.held.iter().any(|held| held.credential == *credential)) {
                all.push(Why::Held);
            } else if then.is_some_and(|it| !it.qualifies_by.is_empty()) {
                all.push(Why::Counts);
            }
            if !missing.is_empty() {
                all.push(Why::Lacks(missing));
            }
        }
        Step::AddUsers { workload: Some(workload), .. }
            if !review.ruleset.entitlements.workloads.contains(workload) =>
        {
            all.push(Why::Row(UsageReason::WorkloadNotEligible));
        }
        Step::WithoutCustomer(rows) => {
            let counted = |row: &usize| now.usage.get(*row).is_some_and(|row| row.reasons.usage().next().is_none());
            if !rows.iter().any(counted) {
                all.push(Why::DidNotCount);
            }
        }
        Step::WithoutPerson(person) => {
            let counts = now.people.get(*person).is_some_and(|it| !it.qualifies_by.is_empty());
            all.push(if counts { Why::OtherPath } else { Why::DidNotCount });
        }
        _ => {}
    }
    all.extend(still(step, after).into_iter().map(Why::Row));
    // Somebody more qualifies, and the rules count each path by itself.
    if after.people_by_any > before.people_by_any {
        all.push(Why::OtherPath);
    }
    all
}

/// Why rows that a step is about do not count even so; that they are of another month only where that is all.
fn still(step: &Step, after: &Assessment) -> Vec<UsageReason> {
    let (Step::Associate(rows) | Step::ConvertTrial(rows)) = step else { return Vec::new() };
    let mut reasons: Vec<UsageReason> =
        rows.iter().filter_map(|row| after.usage.get(*row)?.reasons.usage().next()).collect();
    reasons.sort_unstable();
    reasons.dedup();
    if reasons.len() > 1 {
        reasons.retain(|reason| *reason != UsageReason::OutsideReferenceMonth);
    }
    reasons
}

/// The same as JSON.
pub(super) fn json(review: &Review, partner: &Partner, steps: &[Told], judged: &Judged) -> Result<(), Failure> {
    let rules = &review.ruleset;
    let mut before = &judged.now;
    let mut told: Vec<Value> = Vec::new();
    for (step, after) in steps.iter().zip(&judged.after) {
        let reasons: Vec<&str> = if is_without_effect(before, after) {
            why(&step.step, review, &judged.now, (before, after)).iter().map(Why::code).collect()
        } else {
            Vec::new()
        };
        told.push(json!({
            "change": step.asked.0,
            "value": step.asked.1,
            "active_users": difference(before.counted.active_users, after.counted.active_users),
            "people": difference(before.people_counted, after.people_counted),
            "tier": rules.tier_id(after.tier),
            "no_effect_because": reasons,
        }));
        before = after;
    }
    let standing = |judged: &Assessment| {
        let requirements: Vec<Value> = judged
            .requirements
            .iter()
            .map(|r| {
                let id = match r.metric {
                    Metric::Entitlements => &rules.entitlements.id,
                    Metric::People => &rules.people.id,
                };
                json!({
                    "tier": rules.tier_id(Some(r.tier)), "id": id, "required": r.required, "actual": r.actual,
                    "shortfall": r.shortfall, "met": r.met,
                })
            })
            .collect();
        json!({
            "tier": rules.tier_id(judged.tier), "could_be": rules.tier_id(judged.could_be),
            "requirements": requirements,
        })
    };
    let all = json!({
        "schema": "tiergap.what-if.v1",
        "ruleset": {"id": &rules.id, "edition": &rules.edition, "sha256": &rules.sha256},
        "as_of": review.as_of.to_string(),
        "reference_month": review.reference_month.to_string(),
        "partner": {"id": partner.id.map(|id| id.as_str()), "name": partner.name.map(|name| name.as_str())},
        "changes": told,
        "now": standing(&judged.now),
        "then": standing(judged.then()),
    });
    let text = serde_json::to_string_pretty(&all).map_err(Failure::nothing)?;
    talk::data(&talk::inert_json(text));
    Ok(())
}
