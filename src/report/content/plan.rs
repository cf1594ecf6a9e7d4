//! The gap plan in sentences.

use ustr::Ustr;

use super::customers::customer;
use super::material::{Labels, Material, is_exam, label_list};
use super::words::{amount, tier};
use super::{PlanContent, Step};
use crate::assess::{Action, Assessment, Metric};
use crate::portfolio::Partner;
use crate::rules::Path;
use crate::say;
use crate::text::Localizer;

/// The plan for the next tier.
pub(super) fn plan(material: &Material, partner: &Partner, judged: &Assessment, text: &Localizer) -> PlanContent {
    let rules = &material.review.ruleset;
    let plan = &judged.plan;
    let Some(target) = plan.target else {
        let held = tier(rules, judged.tier, text);
        let intro = if judged.risks.is_empty() {
            say!(text, "plan-highest", tier = held)
        } else {
            say!(text, "plan-highest-at-risk", tier = held)
        };
        let title = say!(text, "plan-title-none");
        return PlanContent { title, intro, steps: Vec::new(), step_column: String::new(), outcome: None };
    };
    let target = tier(rules, Some(target), text);
    let steps = plan.actions.iter().enumerate().map(|(n, action)| Step {
        name: say!(text, "plan-step", number = n as u64 + 1),
        ..step(action, material, partner, text)
    });
    let steps: Vec<Step> = steps.collect();
    let intro = if steps.is_empty() {
        say!(text, "plan-no-steps", tier = target.as_str())
    } else {
        say!(text, "plan-intro", tier = target.as_str())
    };
    let outcome = (!steps.is_empty()).then(|| match plan.tier_when_done {
        Some(done) => say!(text, "plan-outcome", tier = tier(rules, Some(done), text)),
        None => say!(text, "plan-outcome-none"),
    });
    let (title, step_column) = (say!(text, "plan-title", tier = target), say!(text, "column-step"));
    PlanContent { title, intro, steps, step_column, outcome }
}

fn step(action: &Action, material: &Material, partner: &Partner, text: &Localizer) -> Step {
    let rules = &material.review.ruleset;
    let entitlements = |said: String, n: u64| Step {
        text: said,
        effect: say!(text, "effect", amount = amount(Metric::Entitlements, n, text)),
        active_users: Some(n),
        people: None,
        name: String::new(),
    };
    let people = |said: String, n: u64| Step {
        text: said,
        effect: match n {
            0 => say!(text, "effect-later"),
            n => say!(text, "effect", amount = amount(Metric::People, n, text)),
        },
        active_users: None,
        people: Some(n),
        name: String::new(),
    };
    match action {
        Action::AssociateCustomer { customer_id, customer: name, active_users } => {
            let associations = material.label_list(&rules.entitlements.associations, text);
            let said = say!(
                text,
                "plan-associate",
                customer = customer(*customer_id, *name, text),
                associations = text.list_or(&associations)
            );
            entitlements(said, *active_users)
        }
        Action::ConvertTrial { customer_id, customer: name, active_users } => {
            entitlements(say!(text, "plan-convert", customer = customer(*customer_id, *name, text)), *active_users)
        }
        Action::GrowUsage { active_users } => {
            let workloads = text.list_or(&material.label_list(&rules.entitlements.workloads, text));
            entitlements(say!(text, "plan-grow", workloads = workloads, count = *active_users), *active_users)
        }
        Action::PassExam { person, credential, alternatives, gain } => {
            let name = |at: &usize| partner.people.get(*at).map(|p| p.display().to_owned()).unwrap_or_default();
            let others: Vec<String> = alternatives.iter().map(name).collect();
            let said = say!(
                text,
                "plan-exam",
                person = name(person),
                credential = named(&[*credential], Place::Passed, material.labels(), text),
                others = text.list_or(&others),
                count = others.len() as u64
            );
            people(said, *gain)
        }
        Action::CertifyPerson { people: n, path, gain } => {
            let shortest =
                rules.people.paths.get(*path).map(|p| credentials(p, material.labels(), text)).unwrap_or_default();
            let rest = rules.people.paths.iter().enumerate().filter(|(at, _)| at != path);
            let others: Vec<String> = rest.map(|(_, p)| credentials(p, material.labels(), text)).collect();
            let said = say!(
                text,
                "plan-certify",
                count = *n,
                credentials = shortest,
                others = text.list_or(&others),
                ways = others.len() as u64
            );
            people(said, *gain)
        }
    }
}

/// All credentials of a path, within a sentence: "exams 70-346 and 70-347".
pub(super) fn credentials(path: &Path, labels: &dyn Labels, text: &Localizer) -> String {
    named(&path.all_of, Place::Sentence, labels, text)
}

/// Where a text names credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// By themselves.
    Title,
    /// Within a sentence.
    Sentence,
    /// As what a person lacks, after a colon in most languages.
    Missing,
    /// After the verb that says it is passed; a single one.
    Passed,
}

/// Credentials by name; exams share the word for them: "Exams 70-346 and 70-347".
pub(super) fn named(ids: &[Ustr], place: Place, labels: &dyn Labels, text: &Localizer) -> String {
    let exams: Vec<String> = ids.iter().filter(|id| is_exam(id)).map(|id| id.as_str().to_owned()).collect();
    let rest: Vec<Ustr> = ids.iter().copied().filter(|id| !is_exam(id)).collect();
    let numbers = text.list(&exams);
    let first = match (exams.len(), place) {
        (0, _) => None,
        (1, Place::Title) => Some(say!(text, "exam", number = numbers)),
        (1, Place::Missing) => Some(say!(text, "exam-missing", number = numbers)),
        (1, Place::Passed) => Some(say!(text, "exam-passed", number = numbers)),
        (1, Place::Sentence) => Some(say!(text, "exam-named", number = numbers)),
        (_, Place::Title) => Some(say!(text, "exams", numbers = numbers)),
        (_, Place::Missing) => Some(say!(text, "exams-missing", numbers = numbers)),
        (_, Place::Sentence | Place::Passed) => Some(say!(text, "exams-named", numbers = numbers)),
    };
    let all: Vec<String> = first.into_iter().chain(label_list(&rest, labels, text)).collect();
    text.list(&all)
}
