//! What changed since the previous review: figures, customers and people, each then and now.

use super::material::{About, Material};
use super::words::{column, metric, text_cell, tier, tier_id};
use super::{Cell, Changes, Column, Kind, Row, Table, Tone, status, trend};
use crate::assess::{Assessment, Metric};
use crate::finding::{Code, Places};
use crate::review::{Change, CustomerMove, Moves, PersonMove, difference};
use crate::say;
use crate::text::Localizer;

/// The changes of the partner at a position; `None` without a previous review, or where that did not know the partner.
pub(super) fn changes(material: &Material, index: usize, judged: &Assessment, text: &Localizer) -> Option<Changes> {
    let change = material.review.changes.as_ref()?.get(index).filter(|change| change.known)?;
    let nothing = Moves::default();
    let moves = material.review.moves.as_ref().and_then(|moves| moves.get(index)).unwrap_or(&nothing);
    let since = status::since(change, text);
    let named = if moves.customers.is_some() { "yes" } else { "no" };
    let changes = Changes {
        title: say!(text, "changes-title"),
        intro: say!(text, "changes-intro", date = since, named = named),
        figures: figures(material, change, judged, text),
        customers_title: say!(text, "changes-customers-title"),
        customers: customers(moves.customers.as_deref().unwrap_or_default(), text),
        people_title: say!(text, "changes-people-title"),
        people: people(&moves.people, text),
        findings_title: say!(text, "changes-findings-title"),
        findings: findings(material, index, text),
        trend: trend::of_partner(material, index, judged, text),
    };
    // That nothing changed is said beside the tier.
    let moved = [&changes.customers, &changes.people, &changes.findings].iter().any(|table| !table.rows.is_empty());
    (moved || !status::is_same(change, material, judged) || changes.trend.is_some()).then_some(changes)
}

fn then_now(text: &Localizer) -> [Column; 3] {
    [
        column(say!(text, "column-then"), Kind::Int),
        column(say!(text, "column-now"), Kind::Int),
        column(say!(text, "column-difference"), Kind::Change),
    ]
}

fn figures(material: &Material, change: &Change, judged: &Assessment, text: &Localizer) -> Table {
    let rules = &material.review.ruleset;
    let (then, now) = (tier_id(&change.tier, text), tier(rules, judged.tier, text));
    // A tier that the rules do not know is taken for none.
    let tone = match rules.tier_position(&change.tier).flatten().cmp(&judged.tier) {
        std::cmp::Ordering::Less => Tone::Good,
        std::cmp::Ordering::Equal => Tone::Plain,
        std::cmp::Ordering::Greater => Tone::Bad,
    };
    let cells = vec![text_cell(say!(text, "column-tier")), text_cell(then), text_cell(now), Cell::Empty];
    let mut rows = vec![Row { cells, tone }];
    for (which, then) in [(Metric::Entitlements, change.entitlements), (Metric::People, change.people)] {
        let now = status::actual(judged, which);
        let more = difference(then, now);
        let cells = vec![text_cell(metric(which, text)), Cell::Int(then), Cell::Int(now), Cell::Change(more)];
        rows.push(Row { cells, tone: tone_of(more) });
    }
    let mut columns = vec![column(say!(text, "column-figure"), Kind::Text)];
    columns.extend(then_now(text));
    Table { columns, rows, total: None }
}

fn tone_of(difference: i64) -> Tone {
    match difference {
        0 => Tone::Plain,
        more if more > 0 => Tone::Good,
        _ => Tone::Bad,
    }
}

fn customers(moves: &[CustomerMove], text: &Localizer) -> Table {
    let mut columns =
        vec![column(say!(text, "column-customer"), Kind::Text), column(say!(text, "column-happened"), Kind::Text)];
    columns.extend(then_now(text));
    let count = |n: Option<u64>| n.map_or(Cell::Empty, Cell::Int);
    let rows = moves.iter().map(|customer| {
        let more = customer.difference();
        let happened = match (customer.then, customer.now) {
            (None, _) => say!(text, "changes-gained"),
            (_, None) => say!(text, "changes-lost"),
            _ if more < 0 => say!(text, "changes-shrunk"),
            _ => say!(text, "changes-grown"),
        };
        let name = if customer.name.is_empty() { say!(text, "customer-unnamed") } else { customer.name.clone() };
        let cells =
            vec![text_cell(name), text_cell(happened), count(customer.then), count(customer.now), Cell::Change(more)];
        Row { cells, tone: tone_of(more) }
    });
    let rows = rows.collect();
    let sum = |of: fn(&CustomerMove) -> u64| moves.iter().fold(0_u64, |sum, m| sum.saturating_add(of(m)));
    let (then, now) = (sum(|m| m.then.unwrap_or(0)), sum(|m| m.now.unwrap_or(0)));
    let total = (moves.len() > 1).then(|| {
        let difference = Cell::Change(difference(then, now));
        vec![text_cell(say!(text, "changes-customers-total")), Cell::Empty, Cell::Int(then), Cell::Int(now), difference]
    });
    Table { columns, rows, total }
}

fn people(moves: &[PersonMove], text: &Localizer) -> Table {
    let rows = moves.iter().map(|person| {
        let (happened, tone) = match (person.counts, person.on_roster) {
            (true, _) => (say!(text, "changes-counts"), Tone::Good),
            (false, true) => (say!(text, "changes-counts-no-more"), Tone::Bad),
            (false, false) => (say!(text, "changes-left-roster"), Tone::Bad),
        };
        Row { cells: vec![text_cell(person.name.clone()), text_cell(happened)], tone }
    });
    let columns =
        vec![column(say!(text, "column-person"), Kind::Text), column(say!(text, "column-happened"), Kind::Text)];
    Table { columns, rows: rows.collect(), total: None }
}

/// Data problems of the partner that are new, then those that are gone. What an earlier review said in full is not
/// repeated: it may name files that others sent.
fn findings(material: &Material, index: usize, text: &Localizer) -> Table {
    let columns = vec![
        column(say!(text, "column-problem"), Kind::Text),
        column(say!(text, "column-whom"), Kind::Text),
        column(say!(text, "column-happened"), Kind::Text),
    ];
    let (new, gone) = material.findings_since(index);
    let names = material.names(Some(index as u32), text);
    let title = |code: &str| {
        let key = format!("finding-{code}.title");
        if text.has(&key) { text.message(&key, &[]) } else { code.to_owned() }
    };
    let about = |about: &About| match about {
        About::Whom(name) => name.clone(),
        About::Value(value) => names.shown(value),
        About::Nothing => String::new(),
    };
    let row = |(code, what): &(String, About), happened: String, tone: Tone| Row {
        cells: vec![text_cell(title(code)), text_cell(about(what)), text_cell(happened)],
        tone,
    };
    // What the reviewer settled is no problem.
    let problem = |code: &str| code != Code::WaiverApplied.as_str();
    let new = new.iter().filter(|(code, _)| problem(code)).map(|new| row(new, say!(text, "changes-new"), Tone::Open));
    let gone =
        gone.iter().filter(|(code, _)| problem(code)).map(|gone| row(gone, say!(text, "changes-settled"), Tone::Good));
    Table { rows: new.chain(gone).collect(), columns, total: None }
}
