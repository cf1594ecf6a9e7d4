//! Whether a proven tier is at risk, and drops since the previous review.

use jiff::ToSpan;
use ustr::Ustr;

use super::{Assessment, Held, Judge, Metric, Risk, people};
use crate::review::Change;

pub(super) fn risks(judge: &Judge<'_>, assessment: &Assessment, previous: Option<&Change>) -> Vec<Risk> {
    let mut risks = Vec::new();
    if let Some(tier) = assessment.tier {
        risks.extend(thin_margin(judge, assessment, tier));
        risks.extend(expiring(judge, assessment, tier));
    }
    if let Some(previous) = previous {
        risks.extend(drops(judge, assessment, previous));
    }
    risks
}

/// Held with less than the ruleset's percentage to spare.
fn thin_margin(judge: &Judge<'_>, assessment: &Assessment, tier: usize) -> Option<Risk> {
    let requirement = assessment.requirements.iter().find(|r| r.tier == tier && r.metric == Metric::Entitlements)?;
    let spare = requirement.actual.saturating_sub(requirement.required);
    let thin = u128::from(spare) * 100 < u128::from(requirement.required) * u128::from(judge.rules.risk.spare_percent);
    thin.then_some(Risk::ThinMargin { spare, required: requirement.required })
}

/// The credentials that expire soon, if the tier would not stand without them.
fn expiring(judge: &Judge<'_>, assessment: &Assessment, tier: usize) -> Vec<Risk> {
    let Ok(last) = judge.as_of.checked_add(judge.rules.risk.expiry_days.days()) else { return Vec::new() };
    let expires_soon = |held: &Held| held.expires.is_some_and(|day| day <= last);
    let lasting = |held: &[Held]| -> Vec<usize> {
        let ids: Vec<Ustr> = held.iter().filter(|h| !expires_soon(h)).map(|h| h.credential).collect();
        people::paths_met(judge, &ids)
    };
    let after: Vec<Vec<usize>> = assessment.people.iter().map(|person| lasting(&person.held)).collect();
    let paths = judge.rules.people.paths.len();
    let count = people::counted(judge, after.iter().map(|met| (0..paths).map(|n| met.contains(&n))));
    let needed =
        assessment.requirements.iter().find(|r| r.tier == tier && r.metric == Metric::People).map_or(0, |r| r.required);
    if count >= needed {
        return Vec::new();
    }
    let mut risks = Vec::new();
    for (person, (verdict, met)) in assessment.people.iter().zip(&after).enumerate() {
        let lost: Vec<usize> = verdict.qualifies_by.iter().copied().filter(|path| !met.contains(path)).collect();
        for held in verdict.held.iter().filter(|h| expires_soon(h)) {
            let needed = lost.iter().any(|&path| judge.rules.people.paths[path].all_of.contains(&held.credential));
            if let (true, Some(expires)) = (needed, held.expires) {
                risks.push(Risk::ExpiringCredential { person, credential: held.credential, expires });
            }
        }
    }
    risks
}

/// Every drop in tier, count or people.
fn drops(judge: &Judge<'_>, assessment: &Assessment, previous: &Change) -> Vec<Risk> {
    let mut risks = Vec::new();
    if let Some(before) = judge.rules.tier_position(&previous.tier)
        && assessment.tier < before
    {
        risks.push(Risk::TierDropped {
            from: previous.tier.clone(),
            to: judge.rules.tier_id(assessment.tier).to_owned(),
        });
    }
    let now = assessment.counted.active_users;
    if now < previous.entitlements {
        risks.push(Risk::EntitlementsDropped { from: previous.entitlements, to: now });
    }
    if assessment.people_counted < previous.people {
        risks.push(Risk::PeopleDropped { from: previous.people, to: assessment.people_counted });
    }
    risks
}
