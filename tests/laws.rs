//! Laws that hold whatever the facts are.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::Value;

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";
const ROSTER: &str =
    "MPN ID,Partner Name,MCP ID,Individual Name,Email,Training Title,Status,Completion Date,Expiration Date\n";
const PARTNERS: &str = "MPN ID,Partner Name,Country,Market\n1000001,Alpha,DE,developed\n1000002,Bravo,KE,developing\n";
/// Keeps the reference month and both partners in place, whatever else is drawn.
const ANCHOR: [&str; 2] =
    ["1000001,Alpha,Anchor,Yammer,E3,DPOR,2026-09,700", "1000002,Bravo,Anchor,Yammer,E3,DPOR,2026-09,700"];

/// Judges a usage sheet and a roster (rows without headers) as of 2026-09-30.
fn judge_csv(usage: &str, roster: &str) -> Value {
    judge(&[("usage.csv", format!("{USAGE}{usage}")), ("roster.csv", format!("{ROSTER}{roster}"))])
}

fn judge(files: &[(&str, String)]) -> Value {
    let mut files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes())).collect();
    files.push(("partners.csv".to_owned(), PARTNERS.into()));
    let args = ["--as-of".to_owned(), "2026-09-30".to_owned()];
    let run = common::run_in(tempfile::tempdir().unwrap(), &files, &args, &[]);
    assert!(matches!(run.exit, Some(0 | 1)), "exit {:?}: {}", run.exit, run.stderr);
    run.results().clone()
}

fn lines(rows: &[String]) -> String {
    rows.iter().fold(String::new(), |mut all, row| {
        writeln!(all, "{row}").unwrap();
        all
    })
}

fn rank(tier: &Value) -> u8 {
    match tier.as_str() {
        Some("none") => 0,
        Some("silver") => 1,
        Some("gold") => 2,
        _ => panic!("no tier: {tier}"),
    }
}

fn partner<'a>(results: &'a Value, id: &str) -> &'a Value {
    let all = results["partners"].as_array().unwrap();
    all.iter().find(|p| p["id"] == id).unwrap_or_else(|| panic!("no partner {id}"))
}

const BOTH: [&str; 2] = ["1000001", "1000002"];

fn pick(from: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(from)
}

/// A usage row of any kind: few customers and SKUs, so that duplicates and conflicts happen.
fn usage_row() -> impl Strategy<Value = String> {
    (
        pick(&["1000001,Alpha", "1000002,Bravo"]),
        pick(&["Fabrikam", "Litware", "Tailspin"]),
        pick(&["Exchange Online", "EXO", "SPO", "Yammer", "ProPlus", "Teams", "Zebra", ""]),
        pick(&["E3", "E5", "E3 TRIAL"]),
        pick(&["DPOR", "DAP", "CSP Tier 1", "PAL", "DPOR; PAL", "Wombat", ""]),
        pick(&["2026-09", "2026-09", "2026-09", "2026-08", "2026-10", "soon"]),
        prop_oneof![6 => (0..1800_u32).prop_map(|n| n.to_string()), 1 => Just("many".to_owned())],
    )
        .prop_map(|(p, c, w, s, a, m, n)| format!("{p},{c},{w},{s},{a},{m},{n}"))
}

/// A roster row of any kind, of three people with an ID each.
fn roster_row() -> impl Strategy<Value = String> {
    (
        pick(&["1000001,Alpha", "1000002,Bravo"]),
        pick(&["501,Anna,anna@a.example", "502,Bruno,bruno@a.example", "503,Carla,carla@a.example"]),
        pick(&["70-346", "70-347", "MCSA: Office 365", "70-345"]),
        pick(&["Passed", "Passed", "Passed", "Failed", ""]),
        pick(&["2025-03-15", "2026-09-30", "2026-10-01", ""]),
        pick(&["", "", "2026-09-29", "2026-12-31"]),
    )
        .prop_map(|(p, who, exam, status, day, end)| format!("{p},{who},{exam},{status},{day},{end}"))
}

fn facts() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    (proptest::collection::vec(usage_row(), 0..14), proptest::collection::vec(roster_row(), 0..12)).prop_map(
        |(mut usage, roster)| {
            usage.extend(ANCHOR.map(str::to_owned));
            (usage, roster)
        },
    )
}

/// Few cases: each spawns the program.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 24, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn one_more_certified_person_never_lowers_a_tier((usage, roster) in facts(), exams in any::<bool>()) {
        let before = judge_csv(&lines(&usage), &lines(&roster));
        let mut more = roster;
        let credentials: &[&str] = if exams { &["70-346", "70-347"] } else { &["MCSA: Office 365"] };
        for id in ["1000001,Alpha", "1000002,Bravo"] {
            more.extend(credentials.iter().map(|c| format!("{id},900,Zoe,zoe@a.example,{c},Passed,2025-01-01,")));
        }
        let after = judge_csv(&lines(&usage), &lines(&more));
        for id in BOTH {
            let (before, after) = (partner(&before, id), partner(&after, id));
            prop_assert!(rank(&after["tier"]) >= rank(&before["tier"]), "{before}\n{after}");
            prop_assert!(rank(&after["could_be"]) >= rank(&before["could_be"]), "{before}\n{after}");
            prop_assert_eq!(&after["usage"], &before["usage"]);
        }
    }

    #[test]
    fn the_order_of_rows_and_files_never_matters(
        ((usage, roster), (mixed_usage, mixed_roster)) in facts().prop_flat_map(|(usage, roster)| {
            let mixed = (Just(usage.clone()).prop_shuffle(), Just(roster.clone()).prop_shuffle());
            (Just((usage, roster)), mixed)
        }),
        cut in any::<prop::sample::Index>(),
    ) {
        let expected = common::essence(&judge_csv(&lines(&usage), &lines(&roster)));
        let mixed = judge_csv(&lines(&mixed_usage), &lines(&mixed_roster));
        prop_assert_eq!(&common::essence(&mixed), &expected);
        let at = cut.index(mixed_usage.len());
        let (first, second) = mixed_usage.split_at(at);
        let roster = format!("{ROSTER}{}", lines(&roster));
        let apart = judge(&[
            ("a.csv", format!("{USAGE}{}", lines(second))),
            ("b.csv", roster),
            ("c.csv", format!("{USAGE}{}", lines(first))),
        ]);
        prop_assert_eq!(&common::essence(&apart), &expected);
    }

    #[test]
    fn an_uncounted_row_never_adds(
        (usage, roster) in facts(),
        idle in pick(&[
            "New,Exchange Online,E3 TRIAL,DPOR,2026-09,5000",
            "New,Teams,E3,DPOR,2026-09,5000",
            "New,Exchange Online,E3,PAL,2026-09,5000",
            "New,Exchange Online,E3,DPOR,2026-08,5000",
            "New,Exchange Online,E3,DPOR,2026-10,5000",
            "New,Exchange Online,E3,DPOR,2026-09,-5000",
            "Anchor,Yammer,E3,PAL,2026-09,5000",
            "Anchor,Yammer,E3,DAP,2026-09,700",
        ]),
    ) {
        let before = judge_csv(&lines(&usage), &lines(&roster));
        let mut more = usage;
        for id in ["1000001,Alpha", "1000002,Bravo"] {
            more.push(format!("{id},{idle}"));
        }
        let after = judge_csv(&lines(&more), &lines(&roster));
        for id in BOTH {
            let (before, after) = (partner(&before, id), partner(&after, id));
            for same in ["tier", "requirements", "people"] {
                prop_assert_eq!(&after[same], &before[same]);
            }
            prop_assert_eq!(&after["usage"]["counted"], &before["usage"]["counted"]);
        }
    }

    #[test]
    fn every_row_is_counted_or_has_a_reason_and_the_figures_agree((usage, roster) in facts()) {
        let results = judge_csv(&lines(&usage), &lines(&roster));
        for id in BOTH {
            let partner = partner(&results, id);
            let rows = usage.iter().filter(|row| row.starts_with(id)).count() as u64;
            let reasons = partner["usage"]["not_counted"].as_object().unwrap();
            let idle: u64 = reasons.values().map(|sum| sum["rows"].as_u64().unwrap()).sum();
            prop_assert_eq!(partner["usage"]["counted"]["rows"].as_u64().unwrap() + idle, rows);
            prop_assert!(rank(&partner["could_be"]) >= rank(&partner["tier"]), "{}", partner);
            let mut highest = 0;
            let requirements = partner["requirements"].as_array().unwrap();
            for requirement in requirements {
                let [required, actual, shortfall] =
                    ["required", "actual", "shortfall"].map(|field| requirement[field].as_u64().unwrap());
                prop_assert_eq!(shortfall, required.saturating_sub(actual));
                prop_assert_eq!(requirement["met"].as_bool(), Some(actual >= required));
                if requirement["id"] == "active-entitlements" {
                    prop_assert_eq!(&requirement["actual"], &partner["usage"]["counted"]["active_users"]);
                }
            }
            for tier in ["silver", "gold"] {
                let mut own = requirements.iter().filter(|r| r["tier"] == tier).peekable();
                prop_assert!(own.peek().is_some());
                if own.all(|r| r["met"] == true) {
                    highest = rank(&tier.into());
                }
            }
            prop_assert_eq!(rank(&partner["tier"]), highest);
        }
    }
}
