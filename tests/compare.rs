//! Reviews of three quarters, compared by `run --previous` and by `compare`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";
const ROSTER: &str = "MPN ID,Partner Name,MCP ID,Individual Name,Email,Training Title,Status,Completion Date\n";
const PARTNERS: &str = "MPN ID,Partner Name,Country,Market\n1000001,Alpha,DE,developed\n1000002,Bravo,DE,developed\n";

/// A quarter's usage: partner, customer and count of each row; files are named after the month, as exports are.
fn quarter(dir: &Path, month: &str, rows: &[(&str, &str, &str)], certified: &[&str], args: &[&str]) -> PathBuf {
    let row = |(partner, customer, count): &(&str, &str, &str)| {
        format!("{partner},{customer},Exchange Online,E3,DPOR,{month},{count}\n")
    };
    let usage: String = rows.iter().map(row).collect();
    let person = |(n, name): (usize, &&str)| {
        format!("1000001,Alpha,{},{name},{n}@a.example,MCSA: Office 365,Passed,2025-01-15\n", 500 + n)
    };
    let roster: String = certified.iter().enumerate().map(person).collect();
    let files = [
        (format!("usage {month}.csv"), format!("{USAGE}{usage}")),
        (format!("roster {month}.csv"), format!("{ROSTER}{roster}")),
        ("partners.csv".to_owned(), PARTNERS.to_owned()),
    ];
    let inbox = dir.join(format!("inbox {month}"));
    common::write_all(&inbox, &files.map(|(name, text)| (name, text.into_bytes())));
    let out = dir.join(format!("review {month}"));
    let output = common::tiergap().arg("run").arg(&inbox).arg("--out").arg(&out).args(args).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{month}: {said}");
    out
}

/// March: Alpha is Silver (2,200 of 2,000, one person). June: none (1,900). September: Gold (4,100 of 4,000, two people).
/// Charlie leaves after March, Delta comes in September. Bravo has a bad count in every quarter, of two customers.
fn three(dir: &Path) -> [PathBuf; 3] {
    let march = [
        ("1000001,Alpha", "Fabrikam", "1500"),
        ("1000001,Alpha", "Litware", "700"),
        ("1000002,Bravo", "Adatum", "1000"),
        ("1000002,Bravo", "Wingtip", "many"),
        ("1000003,Charlie", "Northwind", "30"),
    ];
    let june = [
        ("1000001,Alpha", "Fabrikam", "1500"),
        ("1000001,Alpha", "Litware", "400"),
        ("1000002,Bravo", "Adatum", "1000"),
        ("1000002,Bravo", "Wingtip", "a few"),
    ];
    let september = [
        ("1000004,Delta", "Proseware", "10"),
        ("1000001,Alpha", "Fabrikam", "1400"),
        ("1000001,Alpha", "Litware", "400"),
        ("1000001,Alpha", "Tailspin", "2300"),
        ("1000002,Bravo", "Adatum", "some"),
    ];
    [
        quarter(dir, "2026-03", &march, &["Anna"], &[]),
        quarter(dir, "2026-06", &june, &["Anna"], &[]),
        quarter(dir, "2026-09", &september, &["Anna", "Bruno"], &[]),
    ]
}

fn compare(reviews: &[&Path], args: &[&str]) -> (Option<i32>, String, String) {
    let output = common::tiergap().arg("compare").args(reviews).args(args).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn json_of(reviews: &[&Path], args: &[&str]) -> Value {
    let (exit, data, talk) = compare(reviews, &[args, &["--format", "json"]].concat());
    assert_eq!(exit, Some(0), "{talk}");
    serde_json::from_str(&data).unwrap()
}

#[test]
fn what_moved_is_told_whatever_the_order_and_the_names_of_files() {
    let dir = tempfile::tempdir().unwrap();
    let [march, june, september] = three(dir.path());
    let told = json_of(&[&september, &march.join("results.json"), &june], &[]);
    let days: Vec<&Value> = told["reviews"].as_array().unwrap().iter().map(|review| &review["as_of"]).collect();
    assert_eq!(days, ["2026-03-31", "2026-06-30", "2026-09-30"]);
    let partner = |id: &str| told["partners"].as_array().unwrap().iter().find(|p| p["id"] == id).unwrap().clone();
    let alpha = partner("1000001");
    assert_eq!(alpha["tier"], "up");
    assert_eq!(alpha["then"], json!({"tier": "silver", "active_users": 2200, "people": 1}));
    assert_eq!(alpha["now"], json!({"tier": "gold", "active_users": 4100, "people": 2}));
    let way: Vec<&Value> = alpha["trend"].as_array().unwrap().iter().map(|point| &point["tier"]).collect();
    assert_eq!(way, ["silver", "none", "gold"]);
    let moved: Vec<(&str, i64)> = alpha["moved_customers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["customer"].as_str().unwrap(), c["change"].as_i64().unwrap()))
        .collect();
    assert_eq!(moved, [("Litware", -300), ("Fabrikam", -100), ("Tailspin", 2300)]);
    assert_eq!(alpha["moved_people"], json!([{"person": "Bruno", "counts": true, "on_roster": true}]));
    assert_eq!(told["partners_new"][0]["name"], "Delta");
    assert_eq!(told["partners_gone"][0]["name"], "Charlie");
    let subjects = |key: &str| -> Vec<String> {
        let all = told[key].as_array().unwrap().iter().filter(|f| f["code"] == "unreadable-count");
        all.map(|f| f["subject"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((subjects("findings_new"), subjects("findings_gone")), (vec!["Adatum".into()], vec!["Wingtip".into()]));

    let (exit, said, talk) = compare(&[&september, &march, &june], &[]);
    assert_eq!(exit, Some(0));
    for part in ["Silver \u{2192} No tier \u{2192} Gold", "+1,900", "\u{2212}300", "Delta", "Charlie", "Bruno"] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(talk.contains("in the order of their as-of dates"), "{talk}");
    let same = json_of(&[&march, &june, &september], &[]);
    assert_eq!(same, told);
}

#[test]
fn the_same_problem_of_the_same_customer_is_neither_new_nor_gone() {
    let dir = tempfile::tempdir().unwrap();
    let [march, june, _] = three(dir.path());
    let told = json_of(&[&march, &june], &["--partner", "bravo"]);
    assert_eq!((&told["findings_new"], &told["findings_gone"]), (&json!([]), &json!([])));
    assert_eq!(told["partners"].as_array().unwrap().len(), 1);
    assert_eq!(told["partners_gone"], json!([]), "Charlie is not Bravo");
    let (exit, _, talk) = compare(&[&march, &june], &["--partner", "Brava"]);
    assert_eq!(exit, Some(2));
    assert!(talk.contains("did you mean Bravo (1000002)?"), "{talk}");
}

#[test]
fn a_run_compares_with_the_newest_and_shows_the_trend_of_all() {
    let dir = tempfile::tempdir().unwrap();
    let [march, june, _] = three(dir.path());
    let (march, june) = (march.to_str().unwrap().to_owned(), june.to_str().unwrap().to_owned());
    let rows = [("1000001,Alpha", "Fabrikam", "1400"), ("1000002,Bravo", "Wingtip", "still many")];
    let args = ["--previous", &june, "--previous", &march];
    let one = quarter(&dir.path().join("one"), "2026-09", &rows, &["Anna"], &args);
    let two =
        quarter(&dir.path().join("two"), "2026-09", &rows, &["Anna"], &["--previous", &march, "--previous", &june]);
    let read = |out: &Path| std::fs::read_to_string(out.join("results.json")).unwrap();
    assert_eq!(read(&one), read(&two), "in any order");
    let results: Value = serde_json::from_str(&read(&one)).unwrap();
    let alpha = &results["partners"][0];
    assert_eq!((&alpha["previous"]["as_of"], &alpha["previous"]["active_users"]), (&json!("2026-06-30"), &json!(1900)));
    let point =
        |as_of: &str, tier: &str, users: u64| json!({"as_of": as_of, "tier": tier, "active_users": users, "people": 1});
    let trend = json!([
        point("2026-03-31", "silver", 2200),
        point("2026-06-30", "none", 1900),
        point("2026-09-30", "none", 1400)
    ]);
    assert_eq!(alpha["trend"], trend);
    let tiers =
        |as_of: &str, none: u64, silver: u64| json!({"as_of": as_of, "gold": 0, "none": none, "silver": silver});
    let all = json!([tiers("2026-03-31", 2, 1), tiers("2026-06-30", 2, 0), tiers("2026-09-30", 2, 0)]);
    assert_eq!(results["trend"], all);
    let bad = |key: &str| results[key].as_array().unwrap().iter().any(|f| f["code"] == "unreadable-count");
    assert!(!bad("findings_new") && !bad("findings_gone"), "Wingtip's count was as bad in June");
    let page = std::fs::read_to_string(one.join("portfolio.html")).unwrap();
    assert!(page.contains("31\u{a0}March\u{a0}2026"), "the portfolio shows the trend");
}

#[test]
fn what_cannot_be_compared_is_told_at_once_and_other_rules_are_remarked() {
    let dir = tempfile::tempdir().unwrap();
    let rows = [("1000001,Alpha", "Fabrikam", "1400")];
    let one = quarter(dir.path(), "2026-03", &rows, &["Anna"], &[]);
    let other = quarter(dir.path(), "2026-06", &rows, &["Anna"], &["--rules", "2017-07-07"]);
    let nowhere = dir.path().join("nowhere");
    let broken = dir.path().join("broken.json");
    std::fs::write(&broken, "{").unwrap();
    let (exit, data, talk) = compare(&[&one, &nowhere, &broken], &[]);
    assert_eq!((exit, data.as_str()), (Some(2), ""));
    assert!(talk.contains("nowhere") && talk.contains("broken.json") && talk.contains("results.json"), "{talk}");
    assert!(talk.contains("there is no ") && talk.contains("hint: name a review's folder"), "{talk}");
    let (exit, _, talk) = compare(&[&one, dir.path()], &[]);
    assert!(exit == Some(2) && talk.contains("is no review: it holds no results.json"), "{talk}");
    let (exit, _, talk) = compare(&[&one, &one], &[]);
    assert_eq!(exit, Some(2), "{talk}");
    assert!(talk.contains("both as of 2026-03-31"), "{talk}");
    let (exit, data, talk) = compare(&[&one, &other], &[]);
    assert_eq!(exit, Some(0));
    assert!(talk.contains("different rules") && talk.contains("2017-07-07"), "{talk}");
    assert!(data.contains("Nothing changed."), "{data}");
    let previous = other.to_str().unwrap().to_owned();
    let third = quarter(dir.path(), "2026-09", &rows, &["Anna"], &["--previous", &previous]);
    let results: Value = serde_json::from_slice(&std::fs::read(third.join("results.json")).unwrap()).unwrap();
    let codes: Vec<&Value> = results["findings"].as_array().unwrap().iter().map(|f| &f["code"]).collect();
    assert!(codes.iter().any(|code| **code == "previous-other-rules"), "{codes:?}");
}
