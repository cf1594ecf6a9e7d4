//! Risk ahead and what-if, as somebody sees them who has only inputs and the program.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Customer ID,Workload,SKU,Association Type,Month,Active Users\n";
const ROSTER: &str =
    "MPN ID,Partner Name,MCP ID,Individual Name,Email,Training Title,Status,Completion Date,Expiration Date\n";

/// Inputs of one partner, Alpha, in a developed market; rows without the partner's own columns.
fn inputs(dir: &Path, usage: &[String], roster: &[String]) {
    let rows = |head: &str, rows: &[String]| {
        rows.iter().fold(head.to_owned(), |mut all, row| {
            writeln!(all, "1000001,Alpha,{row}").unwrap();
            all
        })
    };
    let partners = "MPN ID,Partner Name,Country,Market,Anniversary\n1000001,Alpha,DE,developed,2020-11-15\n";
    let files = [
        ("usage.csv", rows(USAGE, usage)),
        ("roster.csv", rows(ROSTER, roster)),
        ("partners.csv", partners.to_owned()),
    ];
    common::write_all(&dir.join("in"), &files.map(|(name, text)| (name.to_owned(), text.into_bytes())));
}

fn what_if(dir: &Path, changes: &[&str]) -> std::process::Output {
    let mut command = common::tiergap();
    command.args(["what-if", "1000001"]).arg(dir.join("in")).args(["--as-of", "2026-09-30"]);
    command.args(changes).output().unwrap()
}

fn json(dir: &Path, changes: &[&str]) -> Value {
    let output = what_if(dir, &[changes, &["--format", "json"]].concat());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "exit {:?}: {told}", output.status.code());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {told}"))
}

fn texts(rows: &[&str]) -> Vec<String> {
    rows.iter().map(|row| (*row).to_owned()).collect()
}

/// Alpha holds nothing: 900 of 2,000, and nobody with both exams.
fn alpha() -> (Vec<String>, Vec<String>) {
    let usage = [
        "Fabrikam,,Exchange Online,E3,DPOR,2026-09,900",
        "Litware,,Exchange Online,E3,PAL,2026-09,700",
        "Litware,,Exchange Online,E3,PAL,2026-09,800",
        "Tailspin,,Yammer,E3 TRIAL,DPOR,2026-09,500",
        "Tailspin,,Teams,E3,DPOR,2026-09,5000",
        "Wingtip,11111111-1111-1111-1111-111111111111,Yammer,E3,DPOR,2026-08,50",
        "Wingtip,22222222-2222-2222-2222-222222222222,Yammer,E3,DPOR,2026-08,50",
    ];
    let roster = ["501,Anna Bianchi,anna@alpha.example,70-346,Passed,2025-03-15,"];
    (texts(&usage), texts(&roster))
}

fn in_alpha() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let (usage, roster) = alpha();
    inputs(dir.path(), &usage, &roster);
    dir
}

#[test]
fn every_change_has_its_effect_and_all_of_them_give_the_tier() {
    let dir = in_alpha();
    // Of Litware's two rows, which differ in the count only, the smaller one counts: 700. Tailspin's trial is 500, its
    // Teams do not count. 900 + 700 + 500 = 2,100, and Anna then has both exams: Silver.
    let changes = ["--associate", "litware", "--convert-trial", "TAILSPIN", "--pass", "anna@alpha.example:Exam 70-347"];
    let told = json(dir.path(), &changes);
    let effects: Vec<_> =
        told["changes"].as_array().unwrap().iter().map(|c| (&c["active_users"], &c["people"])).collect();
    assert_eq!(effects, [(&700.into(), &0.into()), (&500.into(), &0.into()), (&0.into(), &1.into())]);
    assert_eq!((&told["now"]["tier"], &told["then"]["tier"]), (&"none".into(), &"silver".into()));
    assert_eq!(told["then"]["requirements"][0]["actual"], 2100);
    let people = what_if(dir.path(), &changes);
    assert_eq!(people.status.code(), Some(0));
    let said = String::from_utf8_lossy(&people.stdout).into_owned();
    for part in ["No tier now, Silver then", "+700 active entitlements", "+1 certified person", "2,100"] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
}

#[test]
fn a_change_that_changes_nothing_says_why() {
    let dir = in_alpha();
    // Anna has 70-346 and lacks 70-347; Tailspin's one qualifying row is a trial, its other one Teams.
    let said = what_if(dir.path(), &["--pass", "Anna Bianchi:70-346", "--associate", "Tailspin"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    for part in ["held already", "70-347 still missing", "Trial SKU"] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert_eq!(said.matches("changes nothing").count(), 2, "{said}");
}

#[test]
fn whatever_changes_nothing_has_a_reason() {
    let dir = in_alpha();
    let changes = [
        ("--associate", "Fabrikam", "associated already", "associated-already"),
        ("--convert-trial", "Fabrikam", "has no trials", "no-trial"),
        ("--add-users", "300:Teams", "workload", "workload-not-eligible"),
        ("--without", "Anna Bianchi", "did not count anyway", "did-not-count"),
        ("--without", "Litware", "did not count anyway", "did-not-count"),
    ];
    for (option, value, words, code) in changes {
        let said = what_if(dir.path(), &[option, value]);
        let said = String::from_utf8_lossy(&said.stdout).to_lowercase();
        assert!(said.contains("changes nothing (") && said.contains(words), "{option} {value}: {said}");
        let told = json(dir.path(), &[option, value]);
        let because = told["changes"][0]["no_effect_because"].as_array().unwrap();
        assert!(because.contains(&code.into()), "{option} {value}: {because:?}");
    }
    // Who counts by the exams needs no certification.
    let told = json(dir.path(), &["--pass", "Anna Bianchi:70-347", "--certify", "Anna Bianchi:MCSA: Office 365"]);
    assert_eq!(told["changes"][0]["no_effect_because"], serde_json::json!([]));
    assert_eq!(told["changes"][1]["no_effect_because"], serde_json::json!(["counts-already"]));
}

#[test]
fn numbers_that_no_customer_has_are_wrong_usage() {
    let dir = in_alpha();
    for number in ["18446744073709551615", "99999999999999999999999", "10000001", "0"] {
        let output = what_if(dir.path(), &["--add-users", number]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains("1 to 10000000 active users"), "{number}: {said}");
    }
    assert_eq!(json(dir.path(), &["--add-users", "10000000"])["changes"][0]["active_users"], 10_000_000);
}

#[test]
fn what_nobody_is_called_and_what_two_are_called_is_told_at_once_with_a_remedy() {
    let dir = in_alpha();
    let output = what_if(
        dir.path(),
        &["--associate", "Litwear", "--without", "Wingtip", "--pass", "Anna Bianchi:70-999", "--add-users", "many"],
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    for part in ["did you mean Litware?", "11111111", "22222222", "70-999", "70-347", "--add-users \"many\""] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(output.stdout.is_empty());
    let by_id = json(dir.path(), &["--without", "11111111-1111-1111-1111-111111111111"]);
    assert_eq!(by_id["then"], by_id["now"], "August does not count");
}

fn usage_row() -> impl Strategy<Value = String> {
    let pick = proptest::sample::select::<&str>;
    (
        pick(vec!["Fabrikam,", "Litware,", "Tailspin,t-1", "fabrikam,"]),
        pick(vec!["Exchange Online", "SPO", "Yammer", "Teams"]),
        pick(vec!["E3", "E5", "E3 TRIAL"]),
        pick(vec!["DPOR", "DAP", "PAL"]),
        pick(vec!["2026-09", "2026-09", "2026-08"]),
        0..1800_u32,
    )
        .prop_map(|(c, w, s, a, m, n)| format!("{c},{w},{s},{a},{m},{n}"))
}

fn roster_row() -> impl Strategy<Value = String> {
    let pick = proptest::sample::select::<&str>;
    (
        pick(vec!["501,Anna,anna@a.example", "502,Bruno,bruno@a.example", "503,Carla,carla@a.example"]),
        pick(vec!["70-346", "70-347", "MCSA: Office 365"]),
        pick(vec!["", "", "2026-10-31"]),
    )
        .prop_map(|(who, exam, end)| format!("{who},{exam},Passed,2025-03-15,{end}"))
}

/// An anchor keeps the reference month and some of the entitlements; of three people many draws hold Silver.
fn facts() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    (proptest::collection::vec(usage_row(), 0..10), proptest::collection::vec(roster_row(), 1..8)).prop_map(
        |(mut usage, roster)| {
            usage.push("Anchor,,Yammer,E3,DPOR,2026-09,1300".to_owned());
            (usage, roster)
        },
    )
}

fn rank(tier: &Value) -> u8 {
    match tier.as_str() {
        Some("none") => 0,
        Some("silver") => 1,
        Some("gold") => 2,
        _ => panic!("no tier: {tier}"),
    }
}

fn run(usage: &[String], roster: &[String]) -> Value {
    let dir = tempfile::tempdir().unwrap();
    inputs(dir.path(), usage, roster);
    let out = dir.path().join("out");
    let mut command = common::tiergap();
    command.arg("run").arg(dir.path().join("in")).arg("--out").arg(&out).args(["--as-of", "2026-09-30"]);
    command.output().unwrap();
    let results: Value = serde_json::from_slice(&std::fs::read(out.join("results.json")).unwrap()).unwrap();
    results["partners"][0].clone()
}

proptest! {
    // Few cases: each spawns the program several times.
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_change_changes_nothing_and_without_never_raises_a_tier((usage, roster) in facts()) {
        let dir = tempfile::tempdir().unwrap();
        inputs(dir.path(), &usage, &roster);
        let same = json(dir.path(), &[]);
        prop_assert_eq!(&same["now"], &same["then"]);
        let name = roster[0].split(',').nth(1).unwrap();
        for gone in ["Anchor", name] {
            let told = json(dir.path(), &["--without", gone]);
            prop_assert_eq!(&told["now"], &same["now"]);
            prop_assert!(rank(&told["then"]["tier"]) <= rank(&told["now"]["tier"]), "{}", told);
        }
    }

    #[test]
    fn whatever_a_tier_hangs_on_costs_it_when_its_rows_are_removed((usage, roster) in facts()) {
        let judged = run(&usage, &roster);
        for it in judged["outlook"].as_array().unwrap() {
            let without = |rows: &[String], column: usize, name: &Value| -> Vec<String> {
                let name = name.as_str().unwrap().to_lowercase();
                rows.iter().filter(|row| row.split(',').nth(column).unwrap().to_lowercase() != name).cloned().collect()
            };
            let left = match it["kind"].as_str().unwrap() {
                "single-customer" => run(&without(&usage, 0, &it["customer"]), &roster),
                "single-person" => run(&usage, &without(&roster, 1, &it["person"])),
                _ => continue,
            };
            // A run without any usage or people left has no partner to judge only if nothing at all is left.
            prop_assert_eq!(&left["tier"], &it["falls_to"], "{}", it);
            prop_assert!(rank(&left["tier"]) < rank(&judged["tier"]), "{}", it);
        }
    }
}
