//! What every page and sheet of a report carries.

use super::material::Material;
use super::words::{market, tier_id};
use super::{Head, status};
use crate::assess::Assessment;
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// Author of the documents.
const AUTHOR: &str = "tiergap";

/// The head of a partner's report.
pub(super) fn of_partner(material: &Material, partner: &Partner, judged: &Assessment, text: &Localizer) -> Head {
    let name = partner.display();
    let mut facts = Vec::new();
    let mut fact = |label: String, value: String| {
        if !value.is_empty() {
            facts.push((label, value));
        }
    };
    fact(say!(text, "fact-partner-id"), partner.id.map(|id| id.as_str().to_owned()).unwrap_or_default());
    fact(say!(text, "fact-country"), partner.country.map(|code| material.country(code, text)).unwrap_or_default());
    fact(say!(text, "fact-market"), market(judged.market, text));
    fact(say!(text, "fact-current-tier"), partner.current_tier.map(|t| tier_id(t.as_str(), text)).unwrap_or_default());
    // The sheet's day returns every year.
    let anniversary = judged.outlook.anniversary.or(partner.anniversary);
    fact(say!(text, "fact-anniversary"), anniversary.map(|day| text.date(day)).unwrap_or_default());
    facts.extend(of_run(material, text));
    let title = say!(text, "report-title", name = name);
    head(material, title, name.to_owned(), facts, text)
}

/// The head of the reviewer's portfolio.
pub(super) fn of_portfolio(material: &Material, text: &Localizer) -> Head {
    let partners = text.count(material.review.portfolio.partners.len() as u64);
    let inputs = text.count(material.review.books.len() as u64);
    let mut facts = vec![(say!(text, "fact-partners"), partners), (say!(text, "fact-inputs"), inputs)];
    facts.extend(of_run(material, text));
    // All partners are compared with the same review.
    let previous = material.review.changes.as_ref().and_then(|changes| changes.first());
    facts.extend(previous.map(|change| (say!(text, "fact-previous"), status::since(change, text))));
    let title = say!(text, "portfolio-title", month = text.month(material.review.reference_month));
    head(material, title, say!(text, "portfolio-name"), facts, text)
}

/// The head of the reviewer's copy of an input.
pub(super) fn of_annotated(material: &Material, label: String, text: &Localizer) -> Head {
    let title = say!(text, "annotated-title", file = label.as_str());
    head(material, title, label, of_run(material, text), text)
}

fn of_run(material: &Material, text: &Localizer) -> Vec<(String, String)> {
    let review = material.review;
    let edition = review.ruleset.edition.parse().map_or_else(|_| review.ruleset.edition.clone(), |day| text.date(day));
    vec![
        (say!(text, "fact-month"), text.month(review.reference_month)),
        (say!(text, "fact-as-of"), text.date(review.as_of)),
        (say!(text, "fact-edition"), edition),
    ]
}

fn head(material: &Material, title: String, name: String, facts: Vec<(String, String)>, text: &Localizer) -> Head {
    let rules = &material.review.ruleset;
    let [competency, option, _] = rules.called(text.lang());
    let subject = if option.is_empty() { competency.to_owned() } else { format!("{competency} – {option}") };
    Head {
        lang: text.lang(),
        title,
        subject,
        name,
        facts,
        page: say!(text, "page", page = "{page}", pages = "{pages}"),
        footer: say!(
            text,
            "footer",
            tool = concat!("tiergap ", env!("CARGO_PKG_VERSION")),
            rules = rules.id.as_str(),
            edition = rules.edition.as_str(),
            date = text.date(material.review.as_of)
        ),
        as_of: material.review.as_of,
        author: AUTHOR.to_owned(),
    }
}
