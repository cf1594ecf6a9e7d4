//! A partner's report. It names nothing of any other partner: no row, no finding, no name, no path.

use super::PartnerReport;
use super::material::Material;
use super::usage::Notes;
use super::{ahead, changes, customers, findings, head, method, people, plan, sources, status, usage};
use crate::finding::Code;
use crate::say;
use crate::text::Localizer;

/// The report of the partner at a position of the portfolio; `None` if there is no such partner.
pub fn partner_report(material: &Material, index: usize, text: &Localizer) -> Option<PartnerReport> {
    let partner = material.review.portfolio.partners.get(index)?;
    let judged = material.review.assessments.get(index)?;
    let viewer = u32::try_from(index).ok()?;
    let names = material.names(Some(viewer), text);
    let notes = Notes::new(material, viewer, partner, &names, text);
    let own = findings::Own::new(material, partner);
    let requirements = status::requirements(material, judged, text);
    // What the requirements say of mixed paths is no problem of the data.
    let told = material.findings_of(viewer).filter(|finding| finding.code != Code::MixedPaths);
    Some(PartnerReport {
        head: head::of_partner(material, partner, judged, text),
        summary_title: say!(text, "summary-title"),
        status: status::status(material, index, partner, judged, text),
        gauges: status::gauges(material, judged, text),
        requirements,
        plan: plan::plan(material, partner, judged, text),
        ahead: ahead::ahead(material, partner, judged, text),
        changes: changes::changes(material, index, judged, text),
        usage: usage::usage(material, partner, judged, &notes, &names, text),
        customers: customers::customers(material, judged, text),
        not_counted: customers::not_counted(material, partner, judged, &names, text),
        people: people::people(material, partner, judged, &names, text),
        findings: findings::findings(told, Some(&own), &names, text),
        sources: sources::of_partner(material, partner, &names, text),
        method: method::method(material, Some((partner, judged.market)), text),
    })
}
