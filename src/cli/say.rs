//! What the commands say of a review: the portfolio on standard output, findings and hints on standard error.

use std::path::Path;

use super::talk;
use crate::facts::SheetRef;
use crate::finding::{Finding, Places, Severity, render};
use crate::intake::Book;
use crate::report::json::Sentences;
use crate::review::Review;
use crate::text::Localizer;

/// Findings of one severity that are shown one by one; the rest are counted.
const SHOWN: usize = 50;

/// The places of inputs that are not judged yet.
pub(super) struct BookPlaces<'a>(pub &'a [Book]);

impl Places for BookPlaces<'_> {
    fn file(&self, file: u32) -> String {
        self.0.get(file as usize).map(|book| book.label.clone()).unwrap_or_default()
    }

    fn sheet(&self, sheet: SheetRef) -> String {
        let book = self.0.get(sheet.file as usize);
        book.and_then(|book| book.sheets.get(sheet.sheet as usize)).map(|s| s.name.clone()).unwrap_or_default()
    }

    fn partner(&self, _partner: u32) -> String {
        String::new()
    }
}

/// A finding's sentences for `results.json`.
pub(super) fn sentences(review: &Review, finding: &Finding, text: &Localizer) -> Sentences {
    let line = render(finding, text, review);
    Sentences { message: line.message, help: line.help }
}

/// Every partner with its tier, as a table.
pub(super) fn portfolio(review: &Review, text: &Localizer) {
    let heading = |key: &str| text.message(&format!("cli-column-{key}"), &[]);
    let columns = ["partner", "id", "tier", "could-be", "entitlements", "people", "risk"];
    let mut rows = vec![columns.map(heading).to_vec()];
    let tier = |tier: Option<usize>| text.message(&format!("tier-{}", review.ruleset.tier_id(tier)), &[]);
    for (partner, assessment) in review.portfolio.partners.iter().zip(&review.assessments) {
        let could_be = if assessment.could_be > assessment.tier { tier(assessment.could_be) } else { String::new() };
        let risk = if assessment.at_risk() { text.message("cli-at-risk", &[]) } else { String::new() };
        rows.push(vec![
            talk::visible(partner.name.map_or("", |name| name.as_str())),
            talk::visible(partner.id.map_or("", |id| id.as_str())),
            tier(assessment.tier),
            could_be,
            text.number(assessment.counted.active_users as i64),
            text.number(assessment.people_counted as i64),
            risk,
        ]);
    }
    for (n, line) in talk::table(&rows, &[false, false, false, false, true, true]).into_iter().enumerate() {
        if n == 0 {
            talk::data(&format!("{}{line}{:#}", talk::STRONG, talk::STRONG));
        } else {
            talk::data(&line);
        }
    }
}

/// All findings of a review.
pub(super) fn findings(review: &Review, text: &Localizer) {
    all_findings(&review.findings, review, text, false);
}

/// Errors and warnings one by one with place and remedy, remarks too where they are wanted; then all are counted.
pub(super) fn all_findings(findings: &[Finding], places: &dyn Places, text: &Localizer, remarks: bool) {
    let mut kinds = vec![(Severity::Error, talk::ERROR), (Severity::Warning, talk::WARNING)];
    kinds.extend(remarks.then_some((Severity::Info, talk::FAINT)));
    for (severity, style) in kinds {
        let of_kind: Vec<&Finding> = findings.iter().filter(|f| f.severity() == severity).collect();
        for finding in of_kind.iter().take(SHOWN) {
            let line = render(finding, text, places);
            let place = match talk::visible(&line.place) {
                place if place.is_empty() => place,
                place => format!("{}{place}{:#} – ", talk::FAINT, talk::FAINT),
            };
            let message = talk::visible(&line.message);
            talk::say(&format!("{style}{}{style:#}[{}]: {place}{message}", line.severity_text, finding.code));
            if severity != Severity::Info {
                let hint = text.message("cli-hint", &[]);
                talk::say(&format!("  {}{hint}{:#}: {}", talk::HINT, talk::HINT, talk::visible(&line.help)));
            }
        }
        if of_kind.len() > SHOWN {
            let more = (of_kind.len() - SHOWN) as u64;
            talk::say(&text.message("cli-more-findings", &[("count", more.into())]));
        }
    }
    let count = |severity| findings.iter().filter(|f| f.severity() == severity).map(|f| f.count).sum::<u64>();
    let args = [
        ("errors", count(Severity::Error).into()),
        ("warnings", count(Severity::Warning).into()),
        ("infos", count(Severity::Info).into()),
    ];
    talk::say(&text.message("cli-findings", &args));
}

/// Where the reports are.
pub(super) fn written(review: &Review, place: &Path, asked: &Path, text: &Localizer) {
    let shown = if asked.is_absolute() { place } else { asked };
    let args = [
        ("partners", (review.assessments.len() as u64).into()),
        ("date", text.date(review.as_of).into()),
        ("month", text.month(review.reference_month).into()),
        ("folder", talk::visible(&shown.display().to_string()).into()),
    ];
    talk::say(&text.message("cli-written", &args));
}
