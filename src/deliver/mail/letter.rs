//! What one message says: the sentences of the partner's report, with a greeting before and a farewell behind.

mod html;
mod plain;

use super::address::{clean, line};
use super::reviewed::{Reviewed, ReviewedPartner, Said};
use crate::deliver::file_name;
use crate::report::content::TierMark;
use crate::report::theme::Theme;
use crate::say;
use crate::text::{Lang, Localizer};

/// Characters of a sentence at most; names within are from strangers.
const SENTENCE: usize = 1000;

/// Who writes: what the theme says of them.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// The theme of the reports.
    pub theme: &'a Theme,
    /// Put before every subject.
    pub prefix: &'a str,
    /// Whether the workbook is attached.
    pub workbook: bool,
}

/// One message, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its language.
    pub lang: Lang,
    /// Subject.
    pub subject: String,
    /// Name of the attached files, without an ending.
    pub file_stem: String,
    organisation: String,
    greeting: String,
    intro: String,
    tier: (TierMark, String),
    standing: String,
    figures: Vec<Line>,
    could_be: Option<String>,
    risks: Option<(String, Vec<String>)>,
    plan: Plan,
    attached: String,
    ask: String,
    closing: String,
    contact: String,
}

/// A figure against the next tier.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    label: String,
    value: String,
    verdict: String,
    met: bool,
    /// All of it in one line of text.
    said: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Plan {
    title: String,
    intro: String,
    /// What to do and what it brings.
    steps: Vec<(String, String)>,
    /// How many more there are.
    more: Option<String>,
}

impl Letter {
    /// The letter to a partner, in the language of `text`.
    pub fn new(review: &Reviewed, partner: &ReviewedPartner, sender: Sender<'_>, text: &Localizer) -> Self {
        let Said { subject, tier, standing, could_be, figures, risk_title, risks, plan_title, plan_intro, steps } =
            &partner.said;
        let sentence = |text: &String| line(text, SENTENCE);
        let name = clean(&partner.name);
        let month = text.month(review.month);
        let date = text.date(review.as_of);
        let subject_line = say!(text, "letter-subject", month = month.as_str(), name = name.as_str());
        let figures = figures.iter().map(|figure| {
            let (label, value, verdict) = (sentence(&figure.label), sentence(&figure.value), sentence(&figure.verdict));
            let said = say!(text, "gauge-line", label = label.as_str(), verdict = format!("{value} ({verdict})"));
            Line { label, value, verdict, met: figure.met, said }
        });
        let more = partner.steps.saturating_sub(steps.len() as u64);
        Self {
            lang: text.lang(),
            subject: line(&format!("{} {subject_line}", sender.prefix), SENTENCE),
            file_stem: file_name(&say!(text, "letter-file", name = name.as_str(), month = review.month.to_string())),
            organisation: sender.theme.organisation.clone(),
            greeting: say!(text, "letter-greeting"),
            intro: say!(text, "letter-intro", name = name, subject = clean(subject), month = month, date = date),
            tier: (mark(&partner.tier), sentence(tier)),
            standing: sentence(standing),
            figures: figures.collect(),
            could_be: could_be.as_ref().map(sentence),
            risks: (!risks.is_empty()).then(|| (sentence(risk_title), risks.iter().map(sentence).collect())),
            plan: Plan {
                title: sentence(plan_title),
                intro: sentence(plan_intro),
                steps: steps.iter().map(|step| (sentence(&step.text), sentence(&step.effect))).collect(),
                more: (more > 0).then(|| say!(text, "letter-more-steps", count = more)),
            },
            attached: if sender.workbook { say!(text, "letter-attached-both") } else { say!(text, "letter-attached") },
            ask: say!(text, "letter-ask"),
            closing: say!(text, "letter-closing"),
            contact: sender.theme.contact.clone(),
        }
    }

    /// The letter as plain text, lines of at most 76 characters.
    pub fn plain(&self) -> String {
        plain::plain(self)
    }

    /// The letter as a page that mail programs show: nothing in it is loaded from anywhere.
    pub fn html(&self, theme: &Theme) -> String {
        html::html(self, theme)
    }
}

/// A tier's mark by its ID.
fn mark(tier: &str) -> TierMark {
    match tier {
        "none" => TierMark::None,
        "gold" => TierMark::Gold,
        _ => TierMark::Silver,
    }
}
