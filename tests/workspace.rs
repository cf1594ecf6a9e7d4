//! A workspace: its file, its inbox and its reviews, month after month.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use tiergap::facts::Month;
use tiergap::workspace::{Settings, Workspace};

const HEAD: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";

/// A workspace with this file and these exports in its inbox.
fn workspace(settings: &str, files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("tiergap.toml"), settings).unwrap();
    let files: Vec<_> = files.iter().map(|(name, text)| (format!("inbox/{name}"), text.as_bytes().to_vec())).collect();
    common::write_all(dir.path(), &files);
    dir
}

fn run(dir: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = common::tiergap().current_dir(dir).args(args).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn results(dir: &Path, month: &str) -> Value {
    let path = dir.join("reviews").join(month).join("results.json");
    serde_json::from_slice(&std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))).unwrap()
}

/// One row of a counted customer.
fn row(customer: &str, month: &str, count: u32) -> String {
    format!("1111111,Contoso,{customer},Exchange Online,E3,DPOR,{month},{count}\n")
}

#[test]
fn every_problem_of_the_file_is_told_at_once_with_its_line_and_column() {
    let text = "\
langauge = \"it\"
language = \"nl\"
as-of = \"soon\"
reviews = 7

[bounds]
max-memory = 4

[columns]
activ-users = [\"Nutzer\"]
customer-name = [\"Kunde X\"]
workload = [\"kunde-x\"]

[[waiver]]
file = \"a.csv\"
cell = \"17F\"
finding = \"unreadable-cout\"
decision = \"acept\"
reason = \"\"
by = \"A\"

[[waiver]]
decision = \"leave-out\"
reason = \"r\"
by = \"A\"

[[waiver]]
customer = \"X\"
associated = \"digital-partner\"
decision = \"accept\"
reason = \"r\"

[[same-partner]]
partners = [\"1\"]
reason = \"r\"

[market-list]
name = \"ours\"
developed = [\"IT\", \"Italy\"]
developing = [\"it\"]
";
    let error = Settings::parse(text, "tiergap.toml").unwrap_err();
    let told: Vec<(usize, usize, &str)> =
        error.problems.iter().map(|p| (p.line, p.column, p.message.as_str())).collect();
    // Line and column of each, and a word of what is said; by hand from the text above.
    let expected = [
        (1, 1, "did you mean \"language\"?"),
        (2, 12, "no texts in \"nl\""),
        (3, 9, "a day such as 2026-09-30"),
        (4, 11, "reviews is to be a text in quotation marks, and is a whole number"),
        (7, 14, "max-memory is 4; it is a whole number from 16 to 1048576"),
        (10, 1, "did you mean \"active-users\"?"),
        (12, 13, "claimed by two fields"),
        (16, 8, "is no cell"),
        (17, 11, "did you mean \"unreadable-count\"?"),
        (18, 12, "did you mean \"accept\"?"),
        (19, 10, "reason is empty"),
        (22, 1, "is about nothing"),
        (23, 12, "leave-out is about rows"),
        (27, 1, "needs \"by\""),
        (33, 1, "two at least"),
        (39, 20, "\"Italy\" is no country code"),
        (40, 15, "developed and as developing"),
    ];
    for (line, column, message) in expected {
        let found = told.iter().any(|t| (t.0, t.1) == (line, column) && t.2.contains(message));
        assert!(found, "{line}:{column}: {message}\n{told:#?}");
    }
    assert_eq!(told.len(), expected.len(), "{told:#?}");
}

#[test]
fn wrong_syntax_is_told_too_and_a_waiver_says_one_thing_of_one_place() {
    let error = Settings::parse("language = \nas-of = = 1\n", "t").unwrap_err();
    assert!(error.problems.iter().any(|p| p.line == 1) && error.problems.iter().any(|p| p.line == 2), "{error}");
    let waiver = |decision: &str| format!("[[waiver]]\npartner = \"1\"\n{decision}\nreason = \"r\"\nby = \"b\"\n");
    let both = waiver("decision = \"leave-out\"") + &waiver("decision = \"accept\"\nfinding = \"mixed-paths\"");
    assert!(Settings::parse(&both, "t").is_ok(), "rows and a finding are two things");
    let twice = waiver("decision = \"leave-out\"").repeat(2);
    let error = Settings::parse(&twice, "t").unwrap_err();
    assert_eq!((error.problems.len(), error.problems[0].line), (1, 6), "{error}");
    let two = "[[waiver]]\nfile = \"a\"\ncell = \"A1\"\nread-as = 1\nassociated = \"x\"\nreason = \"r\"\nby = \"b\"\n";
    assert!(Settings::parse(two, "t").unwrap_err().to_string().contains("decides two things"));
    // A partner that is in two groups would be both.
    let groups = "[[same-partner]]\npartners = [\"1\", \"A\"]\nreason = \"r\"\n\
                  [[same-partner]]\npartners = [\"a\", \"B\"]\nreason = \"r\"\n";
    let error = Settings::parse(groups, "t").unwrap_err();
    assert_eq!((error.problems[0].line, error.problems[0].column), (5, 13), "{error}");
}

#[test]
fn no_text_makes_the_reader_stumble() {
    let nested = format!("columns = {}{}", "[".repeat(60), "]".repeat(60));
    let long = format!(
        "[[waiver]]\nreason = \"{}\"\nby = \"b\"\npartner = \"p\"\ndecision = \"leave-out\"\n",
        "ä".repeat(9_000)
    );
    let texts = [
        "waiver = 1",
        "waiver = [1, \"a\", {}]",
        "[waiver]",
        "columns = 7",
        "[columns]\nworkload = [1, [2]]",
        &nested,
        &long,
        "[columns]\nworkload = { en = 5, de = [\"\"] }",
        "as-of = 10:00:00",
        "as-of = 2026-09-30T10:00:00Z",
        "mail = []",
        "[[same-partner]]\npartners = [[]]",
        "market-list = 3",
        "[bounds]\nmax-memory = 99999999999",
        "\u{0}",
        "=",
        "a.b.c = 1",
        "[[waiver]]\nfile=\"*\"\ncell=\"A1\"\nread-as = { a = 1 }\nreason=\"r\"\nby=\"b\"",
        "[[waiver]]\nfile=\"*\"\ncell=\"A1\"\nread-as = nan\nreason=\"r\"\nby=\"b\"",
    ];
    for text in texts {
        let error = Settings::parse(text, "t").expect_err(text);
        assert!(!error.problems.is_empty() && error.problems.iter().all(|p| p.line > 0 && p.column > 0), "{text}");
    }
}

#[test]
fn the_template_parses_as_written_and_with_every_setting_made() {
    let template = include_str!("../templates/tiergap.toml");
    let plain = Settings::parse(template, "tiergap.toml").unwrap();
    assert_eq!((plain.inputs, plain.reviews.as_str(), plain.waivers.len()), (vec!["inbox".to_owned()], "reviews", 0));
    // Every commented setting, without its "# ": the examples must be right as well.
    let made: String = template
        .lines()
        .map(|line| {
            let bare = line.strip_prefix("# ").unwrap_or(line);
            let setting = bare.starts_with('[')
                || bare.split_once(" = ").is_some_and(|(key, _)| {
                    !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
                });
            if setting { format!("{bare}\n") } else { "\n".to_owned() }
        })
        .collect();
    let all = Settings::parse(&made, "tiergap.toml").unwrap();
    assert_eq!((all.waivers.len(), all.same_partners.len(), all.columns.len()), (4, 1, 3));
    assert_eq!((all.max_memory, all.language.as_deref()), (Some(1024), Some("it")));
    // Every key that the schema knows stands in the template.
    let schema = tiergap::workspace::schema();
    for key in schema["properties"].as_object().unwrap().keys() {
        assert!(template.contains(&format!("{key} = ")) || template.contains(&format!("[{key}]")), "{key}");
    }
    for key in schema["definitions"]["RawWaiver"]["properties"].as_object().unwrap().keys() {
        assert!(template.contains(&format!("{key} = ")) || key == "sheet", "{key}");
    }
}

#[test]
fn init_makes_a_workspace_and_writes_over_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (exit, out, _) = run(home.path(), &["init", "ws"]);
    assert_eq!(exit, Some(0), "{out}");
    let names: Vec<String> = common::tree(&home.path().join("ws")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [".tiergap/schema.json", "inbox/README.md", "tiergap.toml"]);
    // A fresh one is a workspace with nothing in it: nothing to judge, nothing wrong with it.
    let (exit, _, told) = run(&home.path().join("ws/inbox"), &["run"]);
    assert_eq!(exit, Some(3), "{told}");
    assert!(!told.contains("README"), "{told}");

    let mine = home.path().join("mine");
    common::write_all(&mine, &[("tiergap.toml".into(), b"language = \"it\"\n".to_vec()), ("x".into(), b"x".to_vec())]);
    let (exit, out, _) = run(&mine, &["init"]);
    assert_eq!(exit, Some(0));
    assert!(out.contains("stays as it is"), "{out}");
    assert_eq!(std::fs::read_to_string(mine.join("tiergap.toml")).unwrap(), "language = \"it\"\n");
}

#[test]
fn a_run_without_arguments_picks_the_month_and_the_review_before_it() {
    let dir = workspace("reviews = \"reviews\"\n", &[("a.csv", &(HEAD.to_owned() + &row("A", "2026-06", 2_500)))]);
    let here = dir.path();
    assert_eq!(run(here, &["run"]).0, Some(0));
    let june = results(here, "2026-06");
    assert_eq!((&june["as_of"], &june["partners"][0]["previous"]), (&"2026-06-30".into(), &Value::Null));

    // The next quarter's export; from a folder within, with the same effect.
    std::fs::write(here.join("inbox/b.csv"), HEAD.to_owned() + &row("A", "2026-09", 1_900)).unwrap();
    let (exit, _, told) = run(&here.join("inbox"), &["run"]);
    assert_eq!(exit, Some(0), "{told}");
    let september = results(here, "2026-09");
    let before = &september["partners"][0]["previous"];
    assert_eq!((&before["as_of"], &before["active_users"]), (&"2026-06-30".into(), &2_500.into()));
    assert_eq!(september["settings"]["path"], "tiergap.toml");

    // Run again: the month's review is replaced, and still compared with the earlier month, byte for byte.
    let first = common::tree(&here.join("reviews/2026-09"));
    assert_eq!(run(here, &["run"]).0, Some(0));
    assert_eq!(common::tree(&here.join("reviews/2026-09")), first);

    // What is no review of ours is none to compare with.
    std::fs::create_dir(here.join("reviews/2026-08")).unwrap();
    std::fs::write(here.join("reviews/2026-08/results.json"), "{}").unwrap();
    std::fs::create_dir(here.join("reviews/notes")).unwrap();
    let workspace = Workspace::open(here).unwrap();
    let months: Vec<String> = workspace.reviews().iter().map(|review| review.month.to_string()).collect();
    assert_eq!(months, ["2026-06", "2026-09"]);
    let before =
        |year, month| workspace.reviews_before(Month::new(year, month).unwrap()).last().map(|r| r.month.to_string());
    assert_eq!(
        (before(2026, 9).as_deref(), before(2026, 6), before(2027, 1).as_deref()),
        (Some("2026-06"), None, Some("2026-09"))
    );

    // Arguments win: another day makes another month, and another folder is another folder.
    assert_eq!(run(here, &["run", "--as-of", "2026-06-30", "--out", "elsewhere"]).0, Some(0));
    let other: Value = serde_json::from_slice(&std::fs::read(here.join("elsewhere/results.json")).unwrap()).unwrap();
    assert_eq!((&other["reference_month"], &other["partners"][0]["previous"]), (&"2026-06".into(), &Value::Null));
}

#[test]
fn outside_a_workspace_inputs_and_a_folder_are_wanted() {
    let dir = tempfile::tempdir().unwrap();
    for args in [&["run"][..], &["run", "x.csv"], &["run", "--out", "out"], &["check"]] {
        let (exit, _, told) = run(dir.path(), args);
        assert_eq!(exit, Some(2), "{args:?}: {told}");
        assert!(told.contains("hint: "), "{told}");
    }
    let (exit, _, told) = run(dir.path(), &["run", "--workspace", "nowhere"]);
    assert_eq!(exit, Some(2));
    assert!(told.contains("tiergap init nowhere"), "{told}");
    let dir = workspace("inputs = 3\n", &[]);
    let (exit, _, told) = run(dir.path(), &["run"]);
    assert_eq!(exit, Some(2));
    assert!(told.contains("tiergap.toml:1:10: inputs is to be a list"), "{told}");
}

#[test]
fn settings_without_effect_and_contradictions_are_findings() {
    let settings = "\
markets = \"markets.toml\"

[columns]
active-users = [\"Kopfzahl\"]
customer-name = [\"Abnehmer\"]

[market-list]
name = \"ours\"
developed = [\"IT\", \"QQ\"]

[[same-partner]]
partners = [\"Contoso\", \"Kontoso\"]
reason = \"r\"
";
    let text = HEAD.replace("Active Users", "Kopfzahl") + &row("A", "2026-09", 10);
    let dir = workspace(settings, &[("a.csv", &text)]);
    let (exit, _, told) = run(dir.path(), &["run"]);
    assert_eq!(exit, Some(0), "{told}");
    let results = results(dir.path(), "2026-09");
    let told: Vec<(&str, &str, &str)> = results["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["file"] == "tiergap.toml")
        .map(|f| (f["code"].as_str().unwrap(), f["severity"].as_str().unwrap(), f["message"].as_str().unwrap()))
        .collect();
    let expected = [
        ("contradictory-setting", "warning", "line 1, column 11: both “markets” and “[market-list]”"),
        ("unused-setting", "info", "line 5, column 18: no sheet has a column “Abnehmer”"),
        ("unused-setting", "info", "line 9, column 20: no country has the code “QQ”"),
        ("unused-setting", "info", "line 11, column 1: no partner is called “Kontoso”"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (code, severity, message) in expected {
        assert!(told.iter().any(|t| (t.0, t.1) == (code, severity) && t.2.contains(message)), "{message}: {told:#?}");
    }
    // The column name of one's own is what the count was read by.
    assert_eq!(results["partners"][0]["usage"]["counted"]["active_users"], 10);
}

#[test]
fn the_schema_knows_what_the_reader_reads() {
    let dir = tempfile::tempdir().unwrap();
    for (what, key) in [("workspace", "waiver"), ("ruleset", "requirements")] {
        let (exit, text, _) = run(dir.path(), &["schema", what]);
        assert_eq!(exit, Some(0));
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert!(schema["properties"][key].is_object() && schema["additionalProperties"] == false, "{text}");
    }
}

#[test]
fn a_damaged_newest_review_is_not_passed_over_in_silence() {
    let sheet = format!("{HEAD}{}", row("A", "2026-06", 10));
    let dir = workspace("[mail]\nfrom = 'us@our.example'\n", &[("june.csv", &sheet)]);
    assert_eq!(run(dir.path(), &["run"]).0, Some(0));
    common::write_all(dir.path(), &[("reviews/2026-09/results.json".to_owned(), Vec::new())]);
    let (code, _, said) = run(dir.path(), &["mail"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("2026-09") && said.contains("move it away"), "{said}");
    // Named, the older one is what is meant.
    assert_ne!(run(dir.path(), &["mail", "2026-06"]).0, Some(2));
}

/// The ID that is named first stands for those that are one: with its name, language and contact, never a mixture.
#[test]
fn partners_that_are_one_are_called_and_written_to_as_the_first_of_them() {
    let row =
        |id: &str, name: &str, customer: &str| format!("{id},{name},{customer},Exchange Online,E3,DPOR,2026-09,100\n");
    let usage = [HEAD.to_owned(), row("4711000", "Alpine Cloud GmbH", "A"), row("4711000", "Alpine Cloud GmbH", "B")];
    let usage = usage.concat() + &row("4711001", "Beta Cloud Ltd", "C");
    let master = "MPN ID,Partner Name,Country,Language,Contact Email\n\
                  4711000,Alpine Cloud GmbH,Germany,German,director@alpine.example\n\
                  4711001,Beta Cloud Ltd,United Kingdom,English,boss@beta.example\n";
    let settings = "[[same-partner]]\npartners = [\"4711001\", \"4711000\"]\nreason = \"one group\"\n";
    let dir = workspace(settings, &[("usage.csv", &usage), ("partners.csv", master)]);
    assert_eq!(run(dir.path(), &["run"]).0, Some(0));
    let results = results(dir.path(), "2026-09");
    let [partner] = &results["partners"].as_array().unwrap()[..] else { panic!("{results}") };
    assert_eq!((&partner["id"], &partner["name"]), (&"4711001".into(), &"Beta Cloud Ltd".into()));
    assert_eq!((&partner["language"], &partner["contact"]), (&"en".into(), &"boss@beta.example".into()));
    assert_eq!(partner["country"], "GB");
    assert_eq!(partner["usage"]["counted"]["active_users"], 300);
}

/// A review of June that two IDs had each for itself, and what September says of them joined.
#[test]
fn partners_that_are_one_now_are_read_as_one_in_earlier_reviews() {
    let row = |id: &str, name: &str, customer: &str, month: &str, count: u32| {
        format!("{id},{name},{customer},Exchange Online,E3,DPOR,{month},{count}\n")
    };
    let june = HEAD.to_owned()
        + &row("4711000", "Alpine", "Kunde A", "2026-06", 1_500)
        + &row("4711001", "Beta", "Kunde B", "2026-06", 900);
    let dir = workspace("", &[("june.csv", &june)]);
    assert_eq!(run(dir.path(), &["run"]).0, Some(0));

    let settings = "[[same-partner]]\npartners = [\"4711000\", \"4711001\"]\nreason = \"merged\"\n";
    std::fs::write(dir.path().join("tiergap.toml"), settings).unwrap();
    let september = HEAD.to_owned()
        + &row("4711000", "Alpine", "Kunde A", "2026-09", 1_500)
        + &row("4711001", "Beta", "Kunde B", "2026-09", 800);
    std::fs::write(dir.path().join("inbox/september.csv"), september).unwrap();
    assert_eq!(run(dir.path(), &["run"]).0, Some(0));
    let results = results(dir.path(), "2026-09");
    let gone = results["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "partner-gone").count();
    assert_eq!(gone, 0, "{}", results["findings"]);
    let previous = &results["partners"][0]["previous"];
    // 1,500 and 900 in June.
    assert_eq!(previous["active_users"], 2_400, "{previous}");
    let moved = previous["moved_customers"].as_array().unwrap();
    assert_eq!(moved.len(), 1, "only Kunde B moved: {previous}");

    let (exit, said, told) = run(dir.path(), &["compare", "--format", "json"]);
    assert_eq!(exit, Some(0), "{told}");
    let compared: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        (compared["partners_gone"].as_array().unwrap().len(), compared["partners"].as_array().unwrap().len()),
        (0, 1)
    );
    assert_eq!(compared["partners"][0]["then"]["active_users"], 2_400);
}

/// A name of the one table is that of an ID of the other: nobody is joined by the second without being told.
#[test]
fn two_tables_that_share_a_partner_are_told_with_both_places() {
    let row = |id: &str, name: &str| format!("{id},{name},Kunde {id},Exchange Online,E3,DPOR,2026-09,100\n");
    let usage = HEAD.to_owned() + &row("4711000", "Alpine") + &row("4711001", "Beta") + &row("4711002", "Gamma");
    let settings = "\
[[same-partner]]
partners = [\"4711000\", \"4711001\"]
reason = \"r\"

[[same-partner]]
partners = [\"Beta\", \"4711002\"]
reason = \"r\"
";
    let dir = workspace(settings, &[("usage.csv", &usage)]);
    assert_eq!(run(dir.path(), &["run"]).0, Some(0));
    let results = results(dir.path(), "2026-09");
    let told: Vec<&str> = results["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["code"] == "contradictory-setting")
        .filter_map(|f| f["message"].as_str())
        .collect();
    let [told] = told[..] else { panic!("{told:?}") };
    assert!(told.contains("line 5, column 1") && told.contains("line 1, column 1"), "{told}");
    assert_eq!(results["partners"].as_array().unwrap().len(), 2, "the first table is applied, the second is not");
}

#[test]
fn a_damaged_earlier_review_is_told_and_stops_nothing() {
    let sheet = HEAD.to_owned() + &row("A", "2026-03", 10) + &row("A", "2026-06", 20) + &row("A", "2026-09", 30);
    let dir = workspace("", &[("usage.csv", &sheet)]);
    let here = dir.path();
    assert_eq!(run(here, &["run", "--as-of", "2026-03-31"]).0, Some(0));
    assert_eq!(run(here, &["run", "--as-of", "2026-06-30"]).0, Some(0));
    // Cut off in the middle: its beginning is still ours.
    let june = here.join("reviews/2026-06/results.json");
    let text = std::fs::read(&june).unwrap();
    std::fs::write(&june, &text[..text.len() / 2]).unwrap();
    common::write_all(here, &[("reviews/2026-05/results.json".to_owned(), b"nothing".to_vec())]);
    let (exit, _, told) = run(here, &["run"]);
    assert_eq!(exit, Some(0), "{told}");
    assert!(told.contains("reviews/2026-06/results.json") && told.contains("Move its folder away first"), "{told}");
    let results = results(here, "2026-09");
    let damaged: Vec<(&str, &str)> = results["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["code"] == "previous-unreadable")
        .map(|f| (f["value"].as_str().unwrap(), f["severity"].as_str().unwrap()))
        .collect();
    assert_eq!(damaged, [("reviews/2026-05/results.json", "warning"), ("reviews/2026-06/results.json", "warning")]);
    assert_eq!(results["partners"][0]["previous"]["as_of"], "2026-03-31", "the one before it is compared with");

    let (exit, _, told) = run(here, &["compare"]);
    assert_eq!(exit, Some(1), "{told}");
    assert!(
        told.contains("reviews/2026-06/results.json is damaged") && told.contains("move its folder away first"),
        "{told}"
    );
}

#[test]
fn numbers_out_of_range_are_told_in_plain_words() {
    let text = "\
[bounds]
max-memory = 99999999999999999999
max-seconds = 0

[mail.smtp]
host = \"x.example\"
port = 70000
per-minute = -1

[[waiver]]
file = \"a.csv\"
cell = \"F17\"
read-as = 99999999999999999999
reason = \"r\"
by = \"A\"
";
    let error = Settings::parse(text, "t").unwrap_err();
    let told: Vec<(usize, &str)> = error.problems.iter().map(|p| (p.line, p.message.as_str())).collect();
    let expected = [
        (2, "max-memory is 99999999999999999999; it is a whole number from 16 to 1048576"),
        (3, "max-seconds is 0; it is a whole number from 1 to 86400"),
        (7, "port is 70000; it is a whole number from 1 to 65535"),
        (8, "per-minute is -1; it is a whole number from 1 to 6000"),
        (13, "read-as is 99999999999999999999; it is a whole number of up to 18 digits"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_file_in_another_encoding_or_full_of_strange_keys_gets_an_answer_of_a_page() {
    let dir = workspace("", &[("a.csv", &(HEAD.to_owned() + &row("A", "2026-09", 10)))]);
    for (encoding, why) in [("utf-16le", "it is in UTF-16"), ("windows-1252", "line 2 is not in UTF-8")] {
        let text = common::encode("language = 'de'\n# größer\n", encoding);
        std::fs::write(dir.path().join("tiergap.toml"), text).unwrap();
        let (exit, _, told) = run(dir.path(), &["check"]);
        assert!(exit == Some(2) && told.contains(why) && told.contains("hint: save the file as UTF-8"), "{told}");
    }
    let many = (0..20_000).fold(String::new(), |all, n| all + &format!("key{n} = 1\n"));
    std::fs::write(dir.path().join("tiergap.toml"), many).unwrap();
    let (exit, _, told) = run(dir.path(), &["check"]);
    assert!(exit == Some(2) && told.contains("tiergap.toml:1:1: ") && told.contains("and 19950 more"), "{told}");
    assert!(told.lines().count() < 60, "{told}");
    // A folder of fonts that there is not is told with its place.
    std::fs::write(dir.path().join("tiergap.toml"), "\nfonts = 'schriften'\n").unwrap();
    let (exit, _, told) = run(dir.path(), &["run"]);
    assert_eq!(exit, Some(0), "{told}");
    let results = results(dir.path(), "2026-09");
    let mut told = results["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "unused-setting");
    let message = told.next().unwrap()["message"].as_str().unwrap();
    assert!(message.contains("line 2, column 9: there is no folder “schriften”"), "{message}");
}
