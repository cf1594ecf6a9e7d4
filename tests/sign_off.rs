//! `tiergap verify` and `tiergap sign-off`: whether a review is what was written, and who stands for it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use common::{tiergap, tree};
use serde_json::Value;
use tempfile::TempDir;

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n\
    1000001,Contoso GmbH,Adatum,Exchange Online,E3,DPOR,2026-09,2500\n\
    1000002,Fabrikam Srl,Litware,Exchange Online,E3,DPOR,2026-09,40\n";
const ROSTER: &str = "MPN ID,Partner Name,MCP ID,Individual Name,Email,Training Title,Status,Completion Date\n\
    1000001,Contoso GmbH,501,Ann,a@contoso.example,70-346,Passed,2025-01-15\n";

/// A review of two partners in `review`, made of `in`.
fn reviewed() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let files = [("usage.csv".to_owned(), USAGE.into()), ("roster.csv".to_owned(), ROSTER.into())];
    common::write_all(&dir.path().join("in"), &files);
    run(dir.path(), &[]).success();
    let review = dir.path().join("review");
    (dir, review)
}

fn run(dir: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    tiergap().arg("run").arg(dir.join("in")).arg("--out").arg(dir.join("review")).args(args).assert()
}

/// The exit code, what it says, and what it says to machines.
fn verify(review: &Path, inputs: &[&Path]) -> (i32, String, Value) {
    let human = tiergap().arg("verify").arg(review).args(inputs).output().unwrap();
    let json = tiergap().arg("verify").arg(review).args(inputs).args(["--format", "json"]).output().unwrap();
    assert_eq!(human.status.code(), json.status.code());
    let said = String::from_utf8(human.stdout).unwrap();
    (human.status.code().unwrap(), said, serde_json::from_slice(&json.stdout).unwrap())
}

fn sign(review: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    tiergap().arg("sign-off").arg(review).args(args).assert()
}

fn said(assert: assert_cmd::assert::Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

#[test]
fn what_became_of_a_review_is_told_by_name() {
    let (_dir, review) = reviewed();
    let (code, said, json) = verify(&review, &[]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(json["unchanged"], true);
    // Two partners with two reports each, two annotated inputs, the portfolio in four forms, the results.
    assert_eq!(json["files"], 2 * 2 + 2 + 4 + 1);

    fs::remove_file(review.join("portfolio.pdf")).unwrap();
    fs::write(review.join("partners/1000001-Contoso GmbH/gap-report.xlsx"), "mine").unwrap();
    fs::write(review.join("partners/thesis.docx"), "years of work").unwrap();
    fs::write(review.join(".DS_Store"), "x").unwrap();
    let (code, said, json) = verify(&review, &[]);
    assert_eq!(code, 1);
    assert_eq!(json["missing"], serde_json::json!(["portfolio.pdf"]));
    assert_eq!(json["changed"], serde_json::json!(["partners/1000001-Contoso GmbH/gap-report.xlsx"]));
    assert_eq!(json["added"], serde_json::json!(["partners/thesis.docx"]));
    assert!(said.contains("missing: portfolio.pdf") && said.contains("added: partners/thesis.docx"), "{said}");
    let refused = sign(&review, &["--by", "Anna"]).code(3);
    assert!(self::said(refused).contains("missing: portfolio.pdf"));
    assert!(!review.join("sign-off.json").exists());
}

#[test]
fn the_manifest_agrees_with_the_results_or_it_is_told() {
    let (_dir, review) = reviewed();
    let path = review.join("manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(manifest["tool"]["name"], "tiergap");
    assert_eq!(manifest["ruleset"]["edition"], "2017-06-27");
    let labels: Vec<_> = manifest["inputs"].as_array().unwrap().iter().map(|input| &input["label"]).collect();
    assert_eq!(labels, ["roster.csv", "usage.csv"]);
    assert_eq!(manifest["inputs"][1]["sha256"], tiergap::digest::sha256(USAGE.as_bytes()));

    fs::write(&path, text.replace("2017-06-27", "2017-07-07")).unwrap();
    let (code, _, json) = verify(&review, &[]);
    assert_eq!((code, &json["disagreements"]), (1, &serde_json::json!(["ruleset"])));

    // What an older version wrote says nothing of it, and is accepted.
    let mut old = manifest.clone();
    for field in ["tool", "ruleset", "inputs"] {
        old.as_object_mut().unwrap().remove(field);
    }
    fs::write(&path, old.to_string()).unwrap();
    let (code, said, _) = verify(&review, &[&review.parent().unwrap().join("in")]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn inputs_are_known_by_their_bytes() {
    let (dir, review) = reviewed();
    let input = dir.path().join("in");
    fs::rename(input.join("usage.csv"), input.join("september.csv")).unwrap();
    let (code, _, json) = verify(&review, &[&input]);
    assert_eq!((code, &json["inputs"]["same"]), (0, &Value::from(2)));

    fs::write(input.join("roster.csv"), ROSTER.replace("70-346", "70-347")).unwrap();
    fs::remove_file(input.join("september.csv")).unwrap();
    fs::write(input.join("october.csv"), "a,b\n1,2\n").unwrap();
    let (code, said, json) = verify(&review, &[&input]);
    assert_eq!((code, &json["inputs"]["same"], &json["unchanged"]), (1, &Value::from(0), &Value::from(false)));
    for line in ["changed: roster.csv", "missing: usage.csv", "added: october.csv"] {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn a_signature_is_on_the_first_page_and_nothing_else_changes() {
    let (_dir, review) = reviewed();
    let before = tree(&review);
    sign(&review, &["--by", "Anna Rossi", "--note", "Contoso <b>was</b> called.", "--date", "2026-10-06"]).success();
    let changed: Vec<String> =
        tree(&review).into_iter().filter(|file| !before.contains(file)).map(|(name, _)| name).collect();
    assert_eq!(
        changed,
        ["manifest.json", "portfolio.html", "portfolio.pdf", "portfolio.xlsx", "sign-off.json"],
        "and no other file"
    );
    let html = fs::read_to_string(review.join("portfolio.html")).unwrap();
    assert!(html.contains("Signed off by") && html.contains("Anna Rossi") && html.contains("6\u{a0}October\u{a0}2026"));
    assert!(html.contains("Contoso &lt;b&gt;was&lt;/b&gt; called."));
    let mut book = zip::ZipArchive::new(fs::File::open(review.join("portfolio.xlsx")).unwrap()).unwrap();
    let mut strings = String::new();
    book.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut strings).unwrap();
    assert!(
        strings.contains("Signed off by Anna Rossi on 6 October 2026") && strings.contains("was&lt;/b&gt; called.")
    );

    let hash = tiergap::digest::sha256(&fs::read(review.join("results.json")).unwrap());
    let (code, said, json) = verify(&review, &[]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(json["signatures"][0]["results_sha256"], hash);
    assert_eq!(json["signatures"][0]["holds"], true);
    assert!(said.contains("Signed off by Anna Rossi on 6 October 2026: what was signed is what is there."), "{said}");

    // Once is enough, four eyes see more, and a note alone signs nothing.
    assert!(self::said(sign(&review, &["--by", "Anna Rossi"]).code(2)).contains("2026-10-06"));
    sign(&review, &["--by", "Bo", "--date", "2026-10-07"]).success();
    sign(&review, &["--note", "Sent."]).success();
    let (code, _, json) = verify(&review, &[]);
    assert_eq!(code, 0);
    let names: Vec<_> = json["signatures"].as_array().unwrap().iter().map(|s| s["by"].as_str().unwrap()).collect();
    assert_eq!((names, json["notes"].as_array().unwrap().len()), (vec!["Anna Rossi", "Bo"], 2));
}

#[test]
fn a_signature_is_of_these_results_and_of_no_others() {
    let (_dir, review) = reviewed();
    sign(&review, &["--by", "Anna", "--date", "2026-10-06"]).success();
    // Whoever changes the results and makes the manifest fit is told from the signature.
    let results = fs::read_to_string(review.join("results.json")).unwrap();
    let forged = results.replace("\"at_risk\": false", "\"at_risk\": true ");
    assert_ne!(results, forged);
    fs::write(review.join("results.json"), &forged).unwrap();
    let manifest = fs::read_to_string(review.join("manifest.json")).unwrap();
    let hash = |text: &str| tiergap::digest::sha256(text.as_bytes());
    fs::write(review.join("manifest.json"), manifest.replace(&hash(&results), &hash(&forged))).unwrap();
    let (code, said, json) = verify(&review, &[]);
    assert_eq!((code, &json["disagreements"]), (1, &serde_json::json!(["signature"])), "{said}");
    assert!(said.contains("what was signed is no longer what is there"), "{said}");
}

#[test]
fn a_signed_review_is_replaced_on_purpose_only() {
    let (dir, review) = reviewed();
    let unsigned = tree(&review);
    // A note alone protects nothing.
    sign(&review, &["--note", "Draft."]).success();
    run(dir.path(), &[]).success();
    assert!(tree(&review) == unsigned, "a new run is a new review");
    sign(&review, &["--by", "Anna"]).success();
    let signed = tree(&review);
    let refused = said(run(dir.path(), &[]).code(2));
    assert!(refused.contains("signed off by Anna") && refused.contains("--replace-signed"), "{refused}");
    assert!(tree(&review) == signed);
    run(dir.path(), &["--replace-signed"]).success();
    assert!(tree(&review) == unsigned);
}

#[test]
fn what_is_no_review_is_wrong_usage() {
    let dir = tempfile::tempdir().unwrap();
    tiergap().arg("verify").arg(dir.path()).assert().code(2);
    sign(dir.path(), &["--by", "Anna"]).code(2);
    sign(&dir.path().join("none"), &["--by", "Anna"]).code(2);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0, "and nothing is left there");
    let (_dir, review) = reviewed();
    sign(&review, &[]).code(2);
    sign(&review, &["--by", "  "]).code(2);
    sign(&review, &["--note", &"x".repeat(2_001)]).code(2);
    sign(&review, &["--by", "Anna", "--date", "6.10.2026"]).code(2);
}

#[test]
fn the_stored_portfolio_draws_the_same_pages() {
    let dir = tempfile::tempdir().unwrap();
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 3, 1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&[200, 0, 0, 0, 200, 0, 0, 0, 200]).unwrap();
    fs::write(dir.path().join("logo.png"), png).unwrap();
    let theme = "organisation = \"Northwind\"\nlogo = \"logo.png\"\ncontact = \"desk@northwind.example\"\n";
    fs::write(dir.path().join("theme.toml"), theme).unwrap();
    common::write_all(&dir.path().join("in"), &[("usage.csv".to_owned(), USAGE.into())]);
    run(dir.path(), &["--lang", "fr", "--theme", dir.path().join("theme.toml").to_str().unwrap()]).success();
    let review = dir.path().join("review");
    let stored = fs::read_to_string(review.join("portfolio.json")).unwrap();
    let (report, theme) = tiergap::report::stored::restore(&stored).unwrap();
    let drawn = tiergap::report::html::portfolio_with(&report, &theme);
    assert!(drawn.contains("data:image/png"));
    assert!(drawn.as_bytes() == fs::read(review.join("portfolio.html")).unwrap());
    let fonts = tiergap::report::pdf::Fonts::load(None);
    let pages = tiergap::report::pdf::portfolio_with(&report, &fonts, &theme).unwrap();
    assert!(pages.bytes == fs::read(review.join("portfolio.pdf")).unwrap());
    assert!(tiergap::report::stored::restore(&stored.replace("portfolio.v1", "portfolio.v9")).is_err());
}

#[test]
fn a_workspace_says_how_its_reviews_are_written() {
    let dir = tempfile::tempdir().unwrap();
    let texts = "endorsement-title = Unser Vermerk\n";
    let settings = "language = \"de\"\ntemplates = \"mine\"\n";
    let files = [("tiergap.toml", settings), ("mine/text/de.ftl", texts), ("inbox/usage.csv", USAGE)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    common::write_all(dir.path(), &files);
    tiergap().current_dir(dir.path()).arg("run").assert().success();
    let review = dir.path().join("reviews/2026-09");
    let signed = sign(&review, &["--by", "Anna", "--date", "2026-10-06"]).success();
    assert!(self::said(signed).contains("freigegeben"));
    let html = fs::read_to_string(review.join("portfolio.html")).unwrap();
    assert!(html.contains("Unser Vermerk") && html.contains("6.\u{a0}Oktober\u{a0}2026"), "the texts of the workspace");
    // The month is run again: the sign-off is not lost by that.
    tiergap().current_dir(dir.path()).arg("run").assert().code(2);
}

#[test]
fn a_name_of_several_lines_or_one_that_turns_around_signs_nothing() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["Ann\nSigned off by The CEO", "Ann\u{202E}EOC"] {
        let output = common::tiergap().args(["sign-off"]).arg(dir.path()).args(["--by", name]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("--by holds a control character"), "{said}");
    }
}

#[test]
fn nobody_signs_twice_by_another_case_nor_on_a_day_that_cannot_be() {
    let (dir, review) = reviewed();
    // The review is as of 30 September 2026, by hand from its usage of September.
    for (day, why) in [("2016-10-06", "before 2026-09-30"), ("2126-10-06", "more than 3 years after 2026-09-30")] {
        let refused = sign(&review, &["--by", "Anna Rossi", "--date", day]).code(2);
        assert!(self::said(refused).contains(why), "{day}");
    }
    assert!(!review.join("sign-off.json").exists());
    sign(&review, &["--by", "Anna Rossi", "--date", "2026-10-06"]).success();
    let refused = sign(&review, &["--by", "ANNA  rossi", "--date", "2026-10-07"]).code(2);
    assert!(self::said(refused).contains("Anna Rossi signed this review off on 2026-10-06"));

    // In a workspace its file is called as the review was.
    fs::write(dir.path().join("tiergap.toml"), "").unwrap();
    let said = tiergap().current_dir(dir.path()).args(["sign-off", "review", "--note", "x"]).assert().success();
    let said = self::said(said);
    assert!(said.contains("workspace: tiergap.toml\n"), "{said}");
}
