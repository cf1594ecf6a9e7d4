//! What a partner's report says at its beginning, for whoever writes to the partner: the same sentences, so that a
//! message and its attachment never disagree.

use serde::{Deserialize, Serialize};

use crate::report::content::PartnerReport;
use crate::text::Lang;

/// Steps of the plan that are told; the report has all of them.
const STEPS: usize = 3;

/// The sentences of a partner's report that a message needs, in the partner's language.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Said {
    /// The language.
    pub language: Lang,
    /// What was reviewed: competency and option.
    subject: String,
    /// The proven tier by its name.
    tier: String,
    /// Where the partner stands, a sentence.
    standing: String,
    /// What the tier could be, where that is another.
    could_be: Option<String>,
    /// The figures against the next tier.
    figures: Vec<Figure>,
    /// Why the tier is at risk, with a heading.
    risk_title: String,
    risks: Vec<String>,
    /// The plan: heading, a sentence before the steps, the first steps.
    plan_title: String,
    plan_intro: String,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Figure {
    label: String,
    value: String,
    verdict: String,
    met: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Step {
    text: String,
    effect: String,
}

impl Said {
    /// What a report says.
    pub fn of(report: &PartnerReport) -> Self {
        let figure = |gauge: &crate::report::content::Gauge| Figure {
            label: gauge.label.clone(),
            value: gauge.value_text.clone(),
            verdict: gauge.verdict.clone(),
            met: gauge.met,
        };
        let step = |step: &crate::report::content::Step| Step { text: step.text.clone(), effect: step.effect.clone() };
        Self {
            language: report.head.lang,
            subject: report.head.subject.clone(),
            tier: report.status.tier_label.clone(),
            standing: report.status.headline.clone(),
            could_be: report.status.could_be.clone(),
            figures: report.gauges.iter().map(figure).collect(),
            risk_title: report.status.risk_title.clone(),
            risks: report.status.risks.clone(),
            plan_title: report.plan.title.clone(),
            plan_intro: report.plan.intro.clone(),
            steps: report.plan.steps.iter().take(STEPS).map(step).collect(),
        }
    }
}
