//! What could cost the tier, looking ahead, in sentences.

use super::Ahead;
use super::customers::customer;
use super::material::Material;
use super::words::{amount, tier};
use crate::assess::{Assessment, CustomerSum, Expiry, Metric, Outlook};
use crate::portfolio::Partner;
use crate::say;
use crate::text::Localizer;

/// The section of a partner's report; `None` where nothing threatens a tier.
pub(super) fn ahead(material: &Material, partner: &Partner, judged: &Assessment, text: &Localizer) -> Option<Ahead> {
    let outlook = &judged.outlook;
    let mut sentences: Vec<String> =
        outlook.expiries.iter().map(|expiry| said_expiry(expiry, material, partner, text)).collect();
    for loss in &outlook.people {
        let falls = tier(&material.review.ruleset, loss.falls_to, text);
        let person = name(partner, loss.person);
        sentences.push(say!(text, "ahead-person", person = person, tier = falls, falls = falls_word(loss.falls_to)));
    }
    if outlook.more_people > 0 {
        sentences.push(say!(text, "ahead-more-people", count = outlook.more_people));
    }
    for loss in &outlook.customers {
        let Some(sum) = judged.customers.get(loss.customer) else { continue };
        sentences.push(say!(
            text,
            "ahead-customer",
            customer = customer(sum.customer_id, sum.customer, text),
            amount = amount(Metric::Entitlements, sum.entitlements, text),
            tier = tier(&material.review.ruleset, loss.falls_to, text),
            falls = falls_word(loss.falls_to)
        ));
    }
    if outlook.more_customers > 0 {
        sentences.push(say!(text, "ahead-more-customers", count = outlook.more_customers));
    }
    // Thin margins are told already: one of entitlements as a risk, one of people where the tier hangs on a person.
    let intro = days(outlook, text);
    (!sentences.is_empty()).then(|| Ahead { title: say!(text, "ahead-title"), intro, sentences })
}

/// The same in a few words, for a list of many partners; empty where nothing threatens a tier.
pub(super) fn short(material: &Material, partner: &Partner, judged: &Assessment, text: &Localizer) -> String {
    let rules = &material.review.ruleset;
    let outlook = &judged.outlook;
    let mut said: Vec<String> = outlook
        .expiries
        .iter()
        .map(|expiry| {
            say!(
                text,
                "ahead-short-expiry",
                credential = material.label(expiry.credential, text),
                person = name(partner, expiry.person),
                date = text.date(expiry.expires),
                tier = tier(rules, expiry.falls_to, text),
                falls = falls_word(expiry.falls_to)
            )
        })
        .collect();
    let people = outlook.people.iter().map(|loss| (loss.falls_to, name(partner, loss.person)));
    said.extend(without(material, people.collect(), outlook.more_people, text));
    let called = |sum: &CustomerSum| customer(sum.customer_id, sum.customer, text);
    let customers = outlook
        .customers
        .iter()
        .filter_map(|loss| judged.customers.get(loss.customer).map(|sum| (loss.falls_to, called(sum))));
    said.extend(without(material, customers.collect(), outlook.more_customers, text));
    said.join(" ")
}

/// "Without Anna Rossi or Marco Bianchi: no tier.", a sentence for each tier that is left.
fn without(material: &Material, losses: Vec<(Option<usize>, String)>, more: u64, text: &Localizer) -> Vec<String> {
    let groups: Vec<&[(Option<usize>, String)]> = losses.chunk_by(|a, b| a.0 == b.0).collect();
    let last = groups.len();
    let said = (1..).zip(groups).filter_map(|(nth, group)| {
        let (falls_to, _) = group.first()?;
        let mut names: Vec<String> = group.iter().map(|(_, name)| name.clone()).collect();
        if nth == last && more > 0 {
            names.push(say!(text, "ahead-short-more", count = more));
        }
        let falls = tier(&material.review.ruleset, *falls_to, text);
        Some(say!(text, "ahead-short-without", who = text.list_or(&names), tier = falls, falls = falls_word(*falls_to)))
    });
    said.collect()
}

fn said_expiry(expiry: &Expiry, material: &Material, partner: &Partner, text: &Localizer) -> String {
    let before = match (expiry.before_review, expiry.before_anniversary) {
        (true, true) => "both",
        (true, false) => "review",
        (false, _) => "anniversary",
    };
    say!(
        text,
        "ahead-expiry",
        credential = material.label(expiry.credential, text),
        person = name(partner, expiry.person),
        date = text.date(expiry.expires),
        before = before,
        tier = tier(&material.review.ruleset, expiry.falls_to, text),
        falls = falls_word(expiry.falls_to)
    )
}

/// Which of the two days ahead comes first.
fn days(outlook: &Outlook, text: &Localizer) -> String {
    let Some(review) = outlook.next_review else { return String::new() };
    let first = match outlook.anniversary.map(|day| review.cmp(&day)) {
        None => "none",
        Some(std::cmp::Ordering::Less) => "review",
        Some(std::cmp::Ordering::Equal) => "same",
        Some(std::cmp::Ordering::Greater) => "anniversary",
    };
    let anniversary = outlook.anniversary.map(|day| text.date(day)).unwrap_or_default();
    say!(text, "ahead-days", first = first, review = text.date(review), anniversary = anniversary)
}

fn falls_word(tier: Option<usize>) -> &'static str {
    if tier.is_none() { "none" } else { "other" }
}

fn name(partner: &Partner, person: usize) -> String {
    partner.people.get(person).map(|person| person.display().to_owned()).unwrap_or_default()
}
