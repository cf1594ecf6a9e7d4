//! What the workspace's file settled.

use serde::Serialize;

use crate::review::Review;
use crate::waivers::{Decision, FilePattern, Used};

#[derive(Serialize)]
pub(super) struct Settings<'a> {
    path: &'a str,
    sha256: &'a str,
    waivers: Vec<WaiverResult<'a>>,
}

/// A waiver and what became of it. What it does not say is left out.
#[derive(Serialize)]
struct WaiverResult<'a> {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<&'static str>,
    decision: &'static str,
    /// What a cell was read as, or the association.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    reason: &'a str,
    by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    state: &'static str,
    count: u64,
    /// The partners that it was applied to, by their IDs, or names where they have none.
    partners: Vec<&'a str>,
}

pub(super) fn settings(review: &Review) -> Option<Settings<'_>> {
    let used = review.settings.as_ref()?;
    let waivers = used.waivers.iter().map(|used| waiver(review, used)).collect();
    Some(Settings { path: &used.path, sha256: &used.sha256, waivers })
}

fn waiver<'a>(review: &'a Review, used: &'a Used) -> WaiverResult<'a> {
    let waiver = &used.waiver;
    let target = &waiver.target;
    WaiverResult {
        line: waiver.line,
        file: target.file.as_ref().map(FilePattern::as_str),
        sheet: target.sheet.as_deref(),
        cell: target.cells.map(|cells| cells.to_string()),
        customer: target.customer.as_deref(),
        partner: target.partner.as_deref(),
        finding: waiver.finding.map(|code| code.as_str()),
        decision: waiver.decision.as_str(),
        value: match &waiver.decision {
            Decision::ReadAs { shown, .. } => Some(shown),
            Decision::Associated(id) => Some(id.as_str()),
            Decision::Accept | Decision::LeaveOut => None,
        },
        reason: &waiver.reason,
        by: &waiver.by,
        until: waiver.until.map(|day| day.to_string()),
        state: used.state.as_str(),
        count: used.count,
        partners: used
            .partners
            .iter()
            .filter_map(|&n| review.portfolio.partners.get(n as usize))
            .map(|partner| partner.key())
            .collect(),
    }
}
