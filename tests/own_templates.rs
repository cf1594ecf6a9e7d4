//! A folder of the user's own in place of the shipped texts, words, rules and theme.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::{Path, PathBuf};

use common::tiergap;
use serde_json::Value;
use tempfile::TempDir;
use tiergap::text::{Lang, Localizer};

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users,Partner Country\n\
    1000001,Alpha,Beta Klinik,Exchange Online,E3,DPOR,2026-09,1500,DE\n\
    1000001,Alpha,Gamma Werke,Grosse Post,E3,DPOR,2026-09,300,DE\n";

/// A shipped template.
fn shipped(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(name)).unwrap()
}

/// A folder with an inbox and these files below `mine`.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mine: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    common::write_all(&dir.path().join("mine"), &mine);
    common::write_all(&dir.path().join("in"), &[("usage.csv".to_owned(), USAGE.as_bytes().to_vec())]);
    dir
}

struct Ran {
    exit: Option<i32>,
    stdout: String,
    stderr: String,
}

fn run(dir: &TempDir, args: &[&str]) -> Ran {
    let output = tiergap().current_dir(dir.path()).args(args).output().unwrap();
    Ran {
        exit: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

const RUN: [&str; 6] = ["run", "in", "--out", "out", "--templates", "mine"];

fn results(dir: &TempDir, further: &[&str]) -> Value {
    let ran = run(dir, &[&RUN[..], further].concat());
    assert!(matches!(ran.exit, Some(0 | 1)), "{}", ran.stderr);
    serde_json::from_slice(&std::fs::read(dir.path().join("out/results.json")).unwrap()).unwrap()
}

#[test]
fn a_text_of_ones_own_is_said_and_the_others_stay() {
    let dir = folder(&[("text/it.ftl", "tier-none = Senza medaglia\n")]);
    let ran = run(&dir, &[&RUN[..], &["--lang", "it"]].concat());
    assert_eq!(ran.exit, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("Senza medaglia"), "{}", ran.stdout);
    let shipped = Localizer::new(Lang::It).unwrap();
    assert!(ran.stdout.contains(&shipped.message("cli-column-people", &[])), "{}", ran.stdout);
    // A run in another language does not speak Italian.
    let ran = run(&dir, &RUN);
    assert!(!ran.stdout.contains("medaglia"), "{}", ran.stdout);
}

#[test]
fn parts_that_a_message_of_ones_own_lacks_are_the_shipped_ones_of_its_language() {
    let own = "finding-empty-file = Niente dentro.\n";
    let text = Localizer::with_own(Lang::It, Some(own), None).unwrap();
    let shipped = Localizer::new(Lang::It).unwrap();
    assert_eq!(text.message("finding-empty-file", &[]), "Niente dentro.");
    assert_eq!(text.message("finding-empty-file.help", &[]), shipped.message("finding-empty-file.help", &[]));
    assert!(text.has("finding-empty-file.help"));
    let english = Localizer::with_own(Lang::En, Some("tier-none = Nothing\n"), None).unwrap();
    assert_eq!(english.message("tier-none", &[]), "Nothing");
    assert_eq!(english.message("tier-gold", &[]), Localizer::new(Lang::En).unwrap().message("tier-gold", &[]));
}

#[test]
fn words_of_ones_own_are_recognised() {
    let plain = folder(&[]);
    std::fs::create_dir_all(plain.path().join("mine")).unwrap();
    assert_eq!(results(&plain, &[])["partners"][0]["usage"]["counted"]["active_users"], 1500);
    let values = shipped("words/values.toml")
        .replace("names = [\"Exchange Online\",", "names = [\"Grosse Post\", \"Exchange Online\",");
    let dir = folder(&[("words/values.toml", &values)]);
    assert_eq!(results(&dir, &[])["partners"][0]["usage"]["counted"]["active_users"], 1800);
    let checked = run(&dir, &["check", "in", "--templates", "mine"]);
    assert!(!checked.stderr.contains("Grosse Post"), "{}", checked.stderr);
    let checked = run(&dir, &["check", "in"]);
    assert!(checked.stderr.contains("Grosse Post"), "{}", checked.stderr);
}

#[test]
fn markets_and_rules_of_ones_own_decide_unless_an_argument_names_others() {
    let markets = shipped("words/markets.toml");
    let own = "[list]\nname = \"Our list\"\ndeveloped = [\"IT\"]\ndeveloping = [\"DE\"]\n";
    let rules = "rules/cloud-productivity-managed-service@2017-06-27.toml";
    let lower = shipped(rules).replace("2000", "1234");
    assert_ne!(lower, shipped(rules), "the threshold is written otherwise");
    let dir = folder(&[("words/markets.toml", own), (rules, &lower)]);
    std::fs::write(dir.path().join("shipped.toml"), &markets).unwrap();
    assert_eq!(results(&dir, &[])["partners"][0]["market"], "developing");
    let again = results(&dir, &["--markets", "shipped.toml"]);
    assert_eq!(again["partners"][0]["market"], "developed");
    let required = |results: &Value| {
        let all = results["partners"][0]["requirements"].as_array().unwrap().clone();
        all.iter().map(|r| r["required"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert!(required(&again).contains(&1234), "{:?}", required(&again));
    let other = results(&dir, &["--markets", "shipped.toml", "--rules", "2017-07-07"]);
    assert!(!required(&other).contains(&1234), "{:?}", required(&other));
}

#[test]
fn a_theme_of_the_folder_finds_its_logo_there() {
    let dir = folder(&[("theme.toml", "organisation = \"Fjord\"\nlogo = \"art/logo.jpg\"\n")]);
    let logo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/logo/rgb.jpg");
    std::fs::create_dir_all(dir.path().join("mine/art")).unwrap();
    std::fs::copy(logo, dir.path().join("mine/art/logo.jpg")).unwrap();
    results(&dir, &[]);
    let pdf = lopdf::Document::load(dir.path().join("out/portfolio.pdf")).unwrap();
    let is_image = |object: &lopdf::Object| {
        let name =
            object.as_stream().ok().and_then(|s| s.dict.get(b"Subtype").ok()?.as_name().ok().map(<[u8]>::to_vec));
        name.as_deref() == Some(b"Image")
    };
    assert_eq!(pdf.objects.values().filter(|object| is_image(object)).count(), 1);
}

/// What is said of a folder that cannot be used.
fn refused(files: &[(&str, &str)]) -> Vec<String> {
    let dir = folder(files);
    let ran = run(&dir, &RUN);
    assert_eq!(ran.exit, Some(2), "{}", ran.stderr);
    assert!(!dir.path().join("out").exists());
    ran.stderr.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_file_that_replaces_nothing_is_told_with_a_near_name() {
    let slash = |name: &str| PathBuf::from("mine").join(name).display().to_string();
    assert_eq!(
        refused(&[("it.ftl", ""), ("text/itt.ftl", ""), ("words/colums.toml", ""), ("notes.md", ""), (".hidden", "")]),
        [
            "error: the templates in mine cannot be used".to_owned(),
            format!("{}: it replaces none of the templates; did you mean text/it.ftl?", slash("it.ftl")),
            format!("{}: it replaces none of the templates", slash("notes.md")),
            format!("{}: it replaces none of the templates; did you mean text/it.ftl?", slash("text/itt.ftl")),
            format!(
                "{}: it replaces none of the templates; did you mean words/columns.toml?",
                slash("words/colums.toml")
            ),
        ]
    );
    let told = refused(&[("words/common.toml", "companies = []")]);
    assert!(told[1].starts_with("mine/words/common.toml: this list cannot be replaced: "), "{told:?}");
    let dir = folder(&[]);
    std::fs::remove_dir(dir.path().join("mine")).unwrap();
    let ran = run(&dir, &RUN);
    assert_eq!(ran.exit, Some(2), "a folder that does not exist: {}", ran.stderr);
}

#[test]
fn errors_within_the_files_have_line_and_column() {
    let told = refused(&[("text/it.ftl", "tier-none = Niente\ntier-nome = x\ntier-gold = { $gold }\n")]);
    assert_eq!(
        told[1..],
        [
            "mine/text/it.ftl:2:1: the program says nothing called tier-nome; did you mean tier-none?",
            "mine/text/it.ftl:3:15: tier-gold is not told $gold; it is told nothing",
        ]
    );
    let told = refused(&[("text/en.ftl", "tier-none = { \"x\n")]);
    assert!(told[1].starts_with("mine/text/en.ftl:"), "{told:?}");
    let told = refused(&[("words/values.toml", "[[workload]]\nid = 7\n")]);
    assert!(told[0].starts_with("error: mine/words/values.toml:2:6: invalid type: integer `7`"), "{told:?}");
    // "Yammer" would be two workloads: the second place is told.
    let twice = shipped("words/values.toml").replace("names = [\"Teams\",", "names = [\"Yammer\", \"Teams\",");
    let line = twice.lines().position(|line| line.starts_with("names = [\"Yammer\", \"Teams\"")).unwrap() + 1;
    let told = refused(&[("words/values.toml", &twice)]);
    let place = format!("error: mine/words/values.toml:{line}:10: \"Yammer\" stands in two lists of workloads");
    assert_eq!(told[0], place);
    let told = refused(&[("words/markets.toml", "[list]\nname = \"x\"\ndeveloped = [\"Italy\"]\n")]);
    assert!(told[0].starts_with("error: mine/words/markets.toml:3: \"Italy\" is no country code"), "{told:?}");
    let rules = "rules/cloud-productivity-managed-service@2017-07-07.toml";
    let told = refused(&[(rules, &shipped(rules).replace("trials = false", "trails = false"))]);
    assert!(told[1].starts_with(&format!("mine/{rules}:")) && told[1].contains("trails"), "{told:?}");
}

#[test]
fn the_shipped_templates_written_out_change_nothing() {
    let dir = folder(&[]);
    let ran = run(&dir, &["templates", "mine"]);
    assert_eq!(ran.exit, Some(0), "{}", ran.stderr);
    assert!(dir.path().join("mine/text/en.ftl").exists() && !dir.path().join("mine/words/common.toml").exists());
    // A market list of one's own is named in the reports, be it the same.
    std::fs::remove_file(dir.path().join("mine/words/markets.toml")).unwrap();
    let own = results(&dir, &["--lang", "it"]);
    let ran = run(&dir, &["run", "in", "--out", "other", "--lang", "it"]);
    assert_eq!(ran.exit, Some(0), "{}", ran.stderr);
    let other: Value = serde_json::from_slice(&std::fs::read(dir.path().join("other/results.json")).unwrap()).unwrap();
    assert_eq!(own, other);
    for name in ["portfolio.pdf", "portfolio.xlsx"] {
        let read = |out: &str| std::fs::read(dir.path().join(out).join(name)).unwrap();
        assert_eq!(read("out"), read("other"), "{name}");
    }
    let ran = run(&dir, &["templates", "mine"]);
    assert_eq!(ran.exit, Some(3), "what is there is not written over: {}", ran.stderr);
}
