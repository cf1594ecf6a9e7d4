//! A comparison for people and for machines.

use serde_json::{Value, json};

use super::super::{Failure, talk};
use crate::review::{Change, Comparison, CustomerMove, Lone, Moved, PersonMove, Previous, Told, difference};
use crate::say;
use crate::text::Localizer;

/// Lines of a table, and customers of a partner, that are shown; machines get all.
const SHOWN: usize = 40;
const CUSTOMERS: usize = 5;
/// Fewer reviews are no trend.
const TREND: usize = 3;

/// Movements as tables: tiers, figures, customers, partners, findings.
/// `all` says that they are those of all partners.
pub(super) fn human(comparison: &Comparison<'_>, sorted: bool, all: bool, text: &Localizer) {
    let shown = Shown { text };
    let day = |review: Option<&&Previous>| review.map(|review| shown.day(review.as_of())).unwrap_or_default();
    let (from, to) = (day(comparison.reviews.first()), day(comparison.reviews.last()));
    let title = say!(text, "compare-title", from = from, to = to);
    talk::data(&format!("{}{}{:#}", talk::STRONG, talk::visible(&title), talk::STRONG));
    if sorted {
        talk::say(&text.message("compare-sorted", &[]));
    }
    if comparison.rules_differ() {
        let mut rules: Vec<String> = Vec::new();
        for review in &comparison.reviews {
            let [id, edition, _] = review.rules();
            let named = format!("{id} {edition}").trim().to_owned();
            if rules.last() != Some(&named) {
                rules.push(named);
            }
        }
        talk::say(&talk::visible(&say!(text, "compare-rules", rules = text.list(&rules))));
    }
    if all {
        shown.tiers(comparison);
    }
    let quiet = [
        shown.tier_changes(comparison),
        shown.figures(comparison, "compare-entitlements", |change| change.entitlements),
        shown.figures(comparison, "compare-people", |change| change.people),
        shown.customers(comparison),
        shown.persons(comparison),
        shown.partners("compare-partners-new", &comparison.new),
        shown.partners("compare-partners-gone", &comparison.gone),
        shown.findings("compare-findings-new", &comparison.findings_new),
        shown.findings("compare-findings-gone", &comparison.findings_gone),
    ];
    if quiet.iter().all(|quiet| *quiet) {
        talk::data("");
        talk::data(&text.message("compare-nothing", &[]));
    }
}

struct Shown<'a> {
    text: &'a Localizer,
}

impl Shown<'_> {
    fn day(&self, as_of: &str) -> String {
        as_of.parse().map_or_else(|_| talk::visible(as_of), |day| self.text.date(day))
    }

    fn tier(&self, id: &str) -> String {
        let key = format!("tier-{id}");
        if self.text.has(&key) { self.text.message(&key, &[]) } else { talk::visible(id) }
    }

    fn words(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.text.message(key, &[])).collect()
    }

    fn signed(&self, then: u64, now: u64) -> String {
        let size = self.text.count(now.abs_diff(then));
        match now.cmp(&then) {
            std::cmp::Ordering::Less => format!("\u{2212}{size}"),
            std::cmp::Ordering::Equal => size,
            std::cmp::Ordering::Greater => format!("+{size}"),
        }
    }

    /// A table under its title; whether there is nothing to show.
    fn table(&self, title: &str, columns: &[&str], rows: Vec<Vec<String>>, right: &[bool]) -> bool {
        if rows.is_empty() {
            return true;
        }
        talk::data("");
        talk::data(&format!("{}{}{:#}", talk::STRONG, self.text.message(title, &[]), talk::STRONG));
        let more = rows.len().saturating_sub(SHOWN);
        let mut all = vec![self.words(columns)];
        all.extend(rows.into_iter().take(SHOWN));
        for line in talk::table(&all, right) {
            talk::data(&format!("  {line}"));
        }
        if more > 0 {
            talk::data(&format!("  {}", say!(self.text, "compare-more", count = more as u64)));
        }
        false
    }

    /// How many partners hold which tier, a row for each review.
    fn tiers(&self, comparison: &Comparison<'_>) {
        let tiers = comparison.tiers();
        let mut rows = vec![vec![self.text.message("column-review", &[])]];
        if let Some(head) = rows.first_mut() {
            head.extend(tiers.iter().map(|tier| self.tier(tier)));
        }
        for review in &comparison.reviews {
            let counts = review.counts();
            let counts = tiers.iter().map(|tier| self.text.count(counts.get(*tier).copied().unwrap_or(0)));
            rows.push([self.day(review.as_of())].into_iter().chain(counts).collect());
        }
        talk::data("");
        let right: Vec<bool> = (0..=tiers.len()).map(|n| n > 0).collect();
        for line in talk::table(&rows, &right) {
            talk::data(&format!("  {line}"));
        }
    }

    fn tier_changes(&self, comparison: &Comparison<'_>) -> bool {
        let tiers = |moved: &Moved<'_>| -> Vec<String> {
            if comparison.reviews.len() < TREND {
                return vec![self.tier(&moved.then.tier), self.tier(&moved.now.tier)];
            }
            // Several reviews: the way from the first to the last.
            let way = moved.points.iter().map(|point| point.as_ref().map_or("\u{2013}".into(), |p| self.tier(&p.tier)));
            vec![way.collect::<Vec<String>>().join(" \u{2192} ")]
        };
        let mut moved: Vec<&Moved<'_>> = comparison
            .partners
            .iter()
            .filter(|moved| {
                let known = moved.points.iter().flatten().map(|point| &point.tier);
                known.collect::<std::collections::BTreeSet<_>>().len() > 1
            })
            .collect();
        // Falls first.
        moved.sort_by_key(|moved| {
            let (then, now) = (comparison.rank(&moved.then.tier), comparison.rank(&moved.now.tier));
            (now as i64 - then as i64, moved.name)
        });
        let rows = moved.into_iter().map(|moved| {
            let names = [talk::visible(moved.name), talk::visible(moved.id.unwrap_or_default())];
            names.into_iter().chain(tiers(moved)).collect()
        });
        let columns: &[&str] = if comparison.reviews.len() < TREND {
            &["column-partner", "cli-column-id", "column-then", "column-now"]
        } else {
            &["column-partner", "cli-column-id", "column-tier"]
        };
        self.table("compare-tier-changes", columns, rows.collect(), &[])
    }

    /// A figure that moved, the greatest loss first.
    fn figures(&self, comparison: &Comparison<'_>, title: &str, of: fn(&Change) -> u64) -> bool {
        let mut moved: Vec<(&Moved<'_>, u64, u64)> =
            comparison.partners.iter().map(|moved| (moved, of(moved.then), of(moved.now))).collect();
        moved.retain(|(_, then, now)| then != now);
        moved.sort_by_key(|(moved, then, now)| (difference(*then, *now), moved.name));
        let rows = moved.into_iter().map(|(moved, then, now)| {
            vec![
                talk::visible(moved.name),
                talk::visible(moved.id.unwrap_or_default()),
                self.text.count(then),
                self.text.count(now),
                self.signed(then, now),
            ]
        });
        let columns = ["column-partner", "cli-column-id", "column-then", "column-now", "column-difference"];
        self.table(title, &columns, rows.collect(), &[false, false, true, true, true])
    }

    /// Customers gained and lost, and those that moved most, partner by partner.
    fn customers(&self, comparison: &Comparison<'_>) -> bool {
        let mut rows = Vec::new();
        let mut unnamed = false;
        for moved in &comparison.partners {
            let Some(customers) = &moved.moves.customers else {
                unnamed = true;
                continue;
            };
            let mut largest: Vec<&CustomerMove> = customers.iter().collect();
            largest.sort_by_key(|customer| std::cmp::Reverse(customer.difference().unsigned_abs())); // stable
            let more = largest.len().saturating_sub(CUSTOMERS);
            largest.truncate(CUSTOMERS);
            largest.sort_by_key(|customer| customer.difference()); // losses first
            rows.extend(largest.into_iter().map(|customer| self.customer(moved, customer)));
            if more > 0 {
                rows.push(vec![talk::visible(moved.name), say!(self.text, "compare-more", count = more as u64)]);
            }
        }
        let columns =
            ["column-partner", "column-customer", "column-happened", "column-then", "column-now", "column-difference"];
        let quiet = self.table("compare-customers", &columns, rows, &[false, false, false, true, true, true]);
        if unnamed {
            talk::say(&self.text.message("compare-customers-unnamed", &[]));
        }
        quiet
    }

    fn customer(&self, moved: &Moved<'_>, customer: &CustomerMove) -> Vec<String> {
        let happened = match (customer.then, customer.now) {
            (None, _) => "changes-gained",
            (_, None) => "changes-lost",
            (Some(then), Some(now)) if now < then => "changes-shrunk",
            _ => "changes-grown",
        };
        let count = |n: Option<u64>| n.map(|n| self.text.count(n)).unwrap_or_default();
        vec![
            talk::visible(moved.name),
            if customer.name.is_empty() {
                self.text.message("customer-unnamed", &[])
            } else {
                talk::visible(&customer.name)
            },
            self.text.message(happened, &[]),
            count(customer.then),
            count(customer.now),
            self.signed(customer.then.unwrap_or(0), customer.now.unwrap_or(0)),
        ]
    }

    fn persons(&self, comparison: &Comparison<'_>) -> bool {
        let happened = |person: &PersonMove| match (person.counts, person.on_roster) {
            (true, _) => "changes-counts",
            (false, true) => "changes-counts-no-more",
            (false, false) => "changes-left-roster",
        };
        let rows = comparison.partners.iter().flat_map(|moved| {
            moved.moves.people.iter().map(|person| {
                let happened = self.text.message(happened(person), &[]);
                vec![talk::visible(moved.name), talk::visible(&person.name), happened]
            })
        });
        self.table("compare-persons", &["column-partner", "column-person", "column-happened"], rows.collect(), &[])
    }

    fn partners(&self, title: &str, partners: &[Lone<'_>]) -> bool {
        let rows = partners.iter().map(|partner| {
            vec![
                talk::visible(partner.name),
                talk::visible(partner.id.unwrap_or_default()),
                self.tier(&partner.change.tier),
                self.text.count(partner.change.entitlements),
                self.text.count(partner.change.people),
            ]
        });
        let columns =
            ["column-partner", "cli-column-id", "column-tier", "cli-column-entitlements", "cli-column-people"];
        self.table(title, &columns, rows.collect(), &[false, false, false, true, true])
    }

    fn findings(&self, title: &str, findings: &[&Told]) -> bool {
        // Errors first; else in the order of the review.
        let rank =
            |told: &&Told| ["error", "warning"].iter().position(|severity| told.severity == *severity).unwrap_or(2);
        let mut findings = findings.to_vec();
        findings.sort_by_key(rank);
        let rows = findings.iter().map(|told| {
            let severity = format!("severity-{}", told.severity);
            let severity =
                if self.text.has(&severity) { self.text.message(&severity, &[]) } else { told.severity.clone() };
            let about =
                [&told.partner, &told.subject, &told.value].into_iter().flatten().filter(|text| !text.is_empty());
            let about: Vec<String> = about.map(|text| talk::visible(text).replace('\n', " ")).collect();
            vec![talk::visible(&severity), talk::visible(&told.code), about.join(" \u{203a} ")]
        });
        self.table(title, &["column-severity", "column-code", "column-problem"], rows.collect(), &[])
    }
}

/// The same as JSON, with nothing left out.
pub(super) fn json(comparison: &Comparison<'_>) -> Result<(), Failure> {
    let reviews = comparison.reviews.iter().map(|review| {
        let [id, edition, sha256] = review.rules();
        json!({
            "as_of": review.as_of(),
            "ruleset": {"id": id, "edition": edition, "sha256": sha256},
            "tiers": review.counts(),
        })
    });
    let figures =
        |change: &Change| json!({"tier": change.tier, "active_users": change.entitlements, "people": change.people});
    let lone = |all: &[Lone<'_>]| -> Vec<Value> {
        all.iter().map(|p| json!({"id": p.id, "name": p.name, "figures": figures(p.change)})).collect()
    };
    let findings = |all: &[&Told]| -> Vec<Value> {
        let told = all.iter().map(|told| {
            json!({
                "code": told.code, "severity": told.severity, "partner": told.partner, "subject": told.subject,
                "file": told.file, "value": told.value, "message": told.message,
            })
        });
        told.collect()
    };
    let all = json!({
        "schema": "tiergap.compare.v1",
        "reviews": reviews.collect::<Vec<Value>>(),
        "same_rules": !comparison.rules_differ(),
        "partners": comparison.partners.iter().map(|moved| partner(comparison, moved, &figures)).collect::<Vec<Value>>(),
        "partners_new": lone(&comparison.new),
        "partners_gone": lone(&comparison.gone),
        "findings_new": findings(&comparison.findings_new),
        "findings_gone": findings(&comparison.findings_gone),
    });
    let text = serde_json::to_string_pretty(&all).map_err(Failure::nothing)?;
    talk::data(&talk::inert_json(text));
    Ok(())
}

fn partner(comparison: &Comparison<'_>, moved: &Moved<'_>, figures: &dyn Fn(&Change) -> Value) -> Value {
    let customers = moved.moves.customers.as_ref().map(|customers| {
        let told = customers.iter().map(|customer| {
            json!({"customer": customer.name, "then": customer.then, "now": customer.now, "change": customer.difference()})
        });
        told.collect::<Vec<Value>>()
    });
    let people = moved
        .moves
        .people
        .iter()
        .map(|person| json!({"person": person.name, "counts": person.counts, "on_roster": person.on_roster}));
    let trend = moved.points.iter().flatten().map(|point| {
        json!({"as_of": point.as_of, "tier": point.tier, "active_users": point.entitlements, "people": point.people})
    });
    let direction = match comparison.rank(&moved.now.tier).cmp(&comparison.rank(&moved.then.tier)) {
        std::cmp::Ordering::Less => "down",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "up",
    };
    json!({
        "id": moved.id, "name": moved.name, "tier": direction,
        "then": figures(moved.then), "now": figures(moved.now),
        "trend": trend.collect::<Vec<Value>>(),
        "moved_customers": customers, "moved_people": people.collect::<Vec<Value>>(),
    })
}
