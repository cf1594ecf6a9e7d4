//! What earlier reviews said and what is new since, for machines.

use std::collections::BTreeMap;

use serde::Serialize;

use super::summary;
use crate::assess::Assessment;
use crate::finding::Places;
use crate::review::{Review, Told};

/// Partners by tier in one review.
#[derive(Serialize)]
pub(super) struct TiersResult<'a> {
    as_of: String,
    #[serde(flatten)]
    counts: BTreeMap<&'a str, u64>,
}

/// A partner's figures in one review.
#[derive(Serialize)]
pub(super) struct PointResult<'a> {
    as_of: String,
    tier: &'a str,
    active_users: u64,
    people: u64,
}

/// A finding that is new or gone.
#[derive(Serialize)]
pub(super) struct ToldResult<'a> {
    code: &'a str,
    severity: &'a str,
    partner: Option<&'a str>,
    subject: Option<&'a str>,
    file: Option<String>,
    value: Option<&'a str>,
}

/// One entry for each earlier review, then this one.
pub(super) fn tiers(review: &Review) -> Option<Vec<TiersResult<'_>>> {
    let past = &review.history.as_ref()?.tiers;
    let none = || -> BTreeMap<&str, u64> {
        let ids = review.ruleset.tiers.iter().map(|tier| tier.id.as_str()).chain(["none"]);
        ids.map(|id| (id, 0)).collect()
    };
    let mut all: Vec<TiersResult<'_>> = past
        .iter()
        .map(|tiers| {
            let mut counts = none();
            counts.extend(tiers.counts.iter().map(|(tier, count)| (tier.as_str(), *count)));
            TiersResult { as_of: tiers.as_of.clone(), counts }
        })
        .collect();
    let mut counts = summary(review);
    counts.retain(|key, _| !matches!(*key, "partners" | "at_risk"));
    all.push(TiersResult { as_of: review.as_of.to_string(), counts });
    Some(all)
}

/// One entry for each earlier review that knew the partner, then this one.
pub(super) fn points<'a>(review: &'a Review, index: usize, judged: &'a Assessment) -> Option<Vec<PointResult<'a>>> {
    let past = review.history.as_ref()?.points.get(index)?;
    let mut all: Vec<PointResult<'a>> = past
        .iter()
        .map(|point| PointResult {
            as_of: point.as_of.clone(),
            tier: &point.tier,
            active_users: point.entitlements,
            people: point.people,
        })
        .collect();
    all.push(PointResult {
        as_of: review.as_of.to_string(),
        tier: review.ruleset.tier_id(judged.tier),
        active_users: judged.counted.active_users,
        people: judged.people_counted,
    });
    Some(all)
}

/// A finding of this review.
pub(super) fn new<'a>(review: &'a Review, position: usize, subjects: &'a [Option<String>]) -> ToldResult<'a> {
    let finding = review.findings.get(position);
    let partner = finding.and_then(|f| f.partner).and_then(|n| review.portfolio.partners.get(n as usize));
    ToldResult {
        code: finding.map_or("", |f| f.code.as_str()),
        severity: finding.map_or("", |f| f.severity().as_str()),
        partner: partner.map(|partner| partner.key()),
        subject: subjects.get(position).and_then(|subject| subject.as_deref()),
        file: finding.and_then(|f| f.file).map(|file| review.file(file)),
        value: finding.and_then(|f| f.value.as_deref()),
    }
}

/// A finding of the review compared with.
pub(super) fn gone(told: &Told) -> ToldResult<'_> {
    ToldResult {
        code: &told.code,
        severity: &told.severity,
        partner: told.partner.as_deref(),
        subject: told.subject.as_deref(),
        file: told.file.clone(),
        value: told.value.as_deref(),
    }
}
