//! Waivers: what each decision does to the figures, worked by hand, and who gets to see it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

const HEAD: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";

/// Contoso has 1,000 + "l770" + 300 without an association + 200 of its own tenant; Fabrikam has 500 + "many".
fn usage() -> String {
    let rows = [
        "1111111,Contoso,Alpine Ski,Exchange Online,E3,DPOR,2026-09,1000", // 2
        "1111111,Contoso,Bellows College,Exchange Online,E3,DPOR,2026-09,l770", // 3
        "1111111,Contoso,Coho Winery,Exchange Online,E3,,2026-09,300",     // 4
        "1111111,Contoso,Contoso internal,Exchange Online,E3,DPOR,2026-09,200", // 5
        "2222222,Fabrikam,Wingtip Toys,Exchange Online,E3,DPOR,2026-09,500", // 6
        "2222222,Fabrikam,Tailspin Toys,Exchange Online,E3,DPOR,2026-09,many", // 7
    ];
    HEAD.to_owned() + &rows.join("\n") + "\n"
}

const PARTNERS: &str = "MPN ID,Partner name,Market\n1111111,Contoso,Developed\n2222222,Fabrikam,Developed\n";
const ROSTER: &str = "MPN ID,MCP ID,Name,Certification,Status\n\
    1111111,1,Ann,MCSA: Office 365,Passed\n2222222,2,Bob,MCSA: Office 365,Passed\n";

struct Reviewed {
    dir: TempDir,
    exit: Option<i32>,
    results: Value,
}

impl Reviewed {
    fn partner(&self, id: &str) -> &Value {
        self.results["partners"].as_array().unwrap().iter().find(|p| p["id"] == id).unwrap()
    }

    fn findings(&self, code: &str) -> Vec<&Value> {
        self.results["findings"].as_array().unwrap().iter().filter(|f| f["code"] == code).collect()
    }

    fn counted(&self, id: &str) -> u64 {
        self.partner(id)["usage"]["counted"]["active_users"].as_u64().unwrap()
    }

    fn tiers(&self, id: &str) -> (&str, &str) {
        let partner = self.partner(id);
        (partner["tier"].as_str().unwrap(), partner["could_be"].as_str().unwrap())
    }
}

fn review(settings: &str) -> Reviewed {
    review_of(settings, &usage(), &[])
}

fn review_of(settings: &str, usage: &str, args: &[&str]) -> Reviewed {
    let dir = tempfile::tempdir().unwrap();
    let files =
        [("tiergap.toml", settings), ("inbox/usage.csv", usage), ("inbox/p.csv", PARTNERS), ("inbox/r.csv", ROSTER)];
    let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    common::write_all(dir.path(), &files);
    let output = common::tiergap().current_dir(dir.path()).arg("run").args(args).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let folder = if args.first() == Some(&"--out") { args[1] } else { "reviews/2026-09" };
    let path = dir.path().join(folder).join("results.json");
    let results = std::fs::read(&path).unwrap_or_else(|_| panic!("{told}"));
    Reviewed { exit: output.status.code(), results: serde_json::from_slice(&results).unwrap(), dir }
}

fn waiver(rest: &str) -> String {
    format!("[[waiver]]\n{rest}\nreason = \"confirmed by phone\"\nby = \"R. Eviewer\"\n")
}

#[test]
fn without_waivers_the_figures_are_these() {
    let plain = review("");
    assert_eq!((plain.exit, plain.counted("1111111"), plain.counted("2222222")), (Some(1), 1_200, 500));
    // The unreadable counts may be anything.
    assert_eq!((plain.tiers("1111111"), plain.tiers("2222222")), (("none", "silver"), ("none", "silver")));
}

#[test]
fn a_cell_is_read_as_if_it_said_something_else() {
    let read = review(&waiver("file = \"usage.csv\"\ncell = \"H3\"\nwas = \"l770\"\nread-as = \"1770\""));
    // 1000 + 1770 + 200; silver needs 2000 in a developed market and one person.
    assert_eq!(read.counted("1111111"), 2_970);
    assert_eq!(read.tiers("1111111"), ("silver", "silver"));
    // Only Fabrikam's cell is still unreadable.
    let unreadable: Vec<_> = read.findings("unreadable-count").iter().map(|f| f["cell"].clone()).collect();
    assert_eq!(unreadable, ["H7"]);
    let applied = read.findings("waiver-applied");
    assert_eq!(applied.len(), 1);
    let said = (&applied[0]["cell"], &applied[0]["partner"], &applied[0]["value"], &applied[0]["severity"]);
    assert_eq!(said, (&"H3".into(), &"1111111".into(), &"l770".into(), &"info".into()));
    let message = applied[0]["message"].as_str().unwrap();
    for word in ["1770", "l770", "confirmed by phone", "R. Eviewer"] {
        assert!(message.contains(word), "{word}: {message}");
    }
    // The input's copy shows what the cell says, with a note that tells what it was read as.
    let copy = unzipped(&read.dir.path().join("reviews/2026-09/annotated/usage.xlsx"));
    assert!(copy.contains("l770</t>") && copy.contains("read as “1770” instead of “l770”"));
}

#[test]
fn what_a_cell_is_read_as_may_be_a_word_a_month_or_a_number() {
    let usage = HEAD.to_owned()
        + "1111111,Contoso,A,Exchnge Onlin,E3,DPOR,2026-09,100\n\
           1111111,Contoso,B,Exchange Online,E3,DPOR,Septembre 26?,20\n\
           1111111,Contoso,C,Exchange Online,E3 TRIAL,DPOR,2026-09,3\n\
           1111111,Contoso,D,Exchange Online,E3,Zorb,2026-09,4000\n";
    let settings = [
        "cell = \"D2\"\nread-as = \"Exchange Online\"\nfinding = \"unknown-workload\"",
        "cell = \"G3\"\nread-as = 2026-09-15",
        "cell = \"E4\"\nread-as = \"E3\"",
        "cell = \"F5\"\nread-as = \"DPOR\"",
        "cell = \"H5\"\nread-as = 5",
    ];
    let settings: String =
        settings.iter().map(|rest| waiver(&format!("file = \"*.csv\"\nsheet = \"usage\"\n{rest}"))).collect();
    let read = review_of(&settings, &usage, &[]);
    assert_eq!(read.counted("1111111"), 100 + 20 + 3 + 5);
    assert_eq!(read.findings("waiver-unmatched").len() + read.findings("unknown-workload").len(), 0);
}

#[test]
fn an_accepted_finding_is_settled_and_no_figure_changes() {
    let accept = "finding = \"unreadable-count\"\ndecision = \"accept\"";
    let one = review(&waiver(&format!("file = \"u*.csv\"\ncell = \"H3\"\n{accept}")));
    assert_eq!((one.counted("1111111"), one.tiers("1111111")), (1_200, ("none", "none")));
    // Fabrikam's is as open as before, and makes the exit code.
    assert_eq!((one.exit, one.tiers("2222222")), (Some(1), ("none", "silver")));
    let settled: Vec<_> = one
        .findings("unreadable-count")
        .iter()
        .map(|f| (f["cell"].clone(), f["severity"].clone(), f["settled"].clone()))
        .collect();
    assert_eq!(settled, [("H3".into(), "info".into(), true.into()), ("H7".into(), "error".into(), Value::Null)]);
    assert_eq!(one.partner("1111111")["usage"]["not_counted"]["unreadable"]["rows"], 1);

    let all = review(&waiver(&format!("file = \"usage.csv\"\n{accept}")));
    assert_eq!((all.exit, all.tiers("2222222")), (Some(0), ("none", "none")));
    assert_eq!(all.results["settings"]["waivers"][0]["partners"], serde_json::json!(["1111111", "2222222"]));
}

#[test]
fn accepted_conflicts_and_markets_leave_nothing_open() {
    let usage = HEAD.to_owned()
        + "1111111,Contoso,A,Exchange Online,E3,DPOR,2026-09,1500\n\
           1111111,Contoso,A,Exchange Online,E3,DPOR,2026-09,2500\n\
           3333333,Litware,B,Exchange Online,E3,DPOR,2026-09,1500\n";
    let roster = "3333333,3,Cat,MCSA: Office 365,Passed";
    let plain = review_of("", &usage, &[]);
    // The larger count would do for silver; a developing market's silver needs 1000 and one person (Litware has none).
    assert_eq!((plain.counted("1111111"), plain.tiers("1111111")), (1_500, ("none", "silver")));
    let settled = review_of(
        &waiver("partner = \"Contoso\"\nfinding = \"conflicting-duplicate\"\ndecision = \"accept\""),
        &usage,
        &[],
    );
    assert_eq!((settled.counted("1111111"), settled.tiers("1111111")), (1_500, ("none", "none")));

    let dir = tempfile::tempdir().unwrap();
    for (settings, could_be) in [
        (String::new(), "silver"),
        (waiver("partner = \"3333333\"\nfinding = \"market-unknown\"\ndecision = \"accept\""), "none"),
    ] {
        let home = dir.path().join(could_be);
        let roster = format!("MPN ID,MCP ID,Name,Certification,Status\n{roster}\n");
        let files = [("tiergap.toml", settings.as_str()), ("inbox/u.csv", &usage), ("inbox/r.csv", &roster)];
        let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        common::write_all(&home, &files);
        common::tiergap().current_dir(&home).arg("run").output().unwrap();
        let results: Value =
            serde_json::from_slice(&std::fs::read(home.join("reviews/2026-09/results.json")).unwrap()).unwrap();
        let litware = results["partners"].as_array().unwrap().iter().find(|p| p["id"] == "3333333").unwrap();
        assert_eq!((&litware["tier"], &litware["could_be"]), (&"none".into(), &could_be.into()));
    }
}

#[test]
fn rows_are_left_out_under_a_reason_of_their_own() {
    let out = review(&waiver("customer = \"contoso INTERNAL\"\npartner = \"1111111\"\ndecision = \"leave-out\""));
    let usage = &out.partner("1111111")["usage"];
    assert_eq!(usage["counted"], serde_json::json!({"rows": 1, "active_users": 1000}));
    assert_eq!(usage["not_counted"]["left-out"], serde_json::json!({"rows": 1, "active_users": 200}));
    assert_eq!(out.counted("2222222"), 500);
    // A cell of a row leaves out the row; of a roster too, and with it the person.
    let row = review(
        &(waiver("file = \"usage.csv\"\ncell = \"C2\"\ndecision = \"leave-out\"")
            + &waiver("file = \"r.csv\"\ncell = \"A2:E2\"\ndecision = \"leave-out\"")),
    );
    assert_eq!(row.counted("1111111"), 200);
    let people = row.partner("1111111")["people"].as_array().unwrap();
    assert_eq!(people[0]["rows"][0]["reasons"], serde_json::json!(["left-out"]));
    assert_eq!(people[0]["qualifies_by"], serde_json::json!([]));
}

#[test]
fn a_customer_counts_as_associated() {
    let yes = review(&waiver("customer = \"Coho Winery\"\nassociated = \"digital-partner-of-record\""));
    assert_eq!(yes.counted("1111111"), 1_500);
    assert_eq!(yes.findings("waiver-applied")[0]["cell"], "H4");
    // Where it is associated already there is nothing to settle.
    let no = review(&waiver("customer = \"Alpine Ski\"\nassociated = \"digital-partner-of-record\""));
    assert_eq!((no.counted("1111111"), no.findings("waiver-unmatched").len()), (1_200, 1));
}

#[test]
fn what_has_run_out_or_matches_nothing_is_told_and_not_applied() {
    let read = |rest: &str| waiver(&format!("file = \"usage.csv\"\ncell = \"H3\"\nread-as = 1770\n{rest}"));
    // The as-of date is 30 September: the last day still holds, the day before does not.
    assert_eq!(review(&read("until = 2026-09-30")).counted("1111111"), 2_970);
    let late = review(&read("until = 2026-09-29"));
    assert_eq!((late.counted("1111111"), late.findings("waiver-expired").len()), (1_200, 1));
    let told = &late.findings("waiver-expired")[0];
    assert_eq!(
        (&told["file"], &told["severity"], &told["partner"]),
        (&"tiergap.toml".into(), &"warning".into(), &Value::Null)
    );
    assert!(told["message"].as_str().unwrap().contains("line 1, column 1"), "{told}");
    assert_eq!(late.results["settings"]["waivers"][0]["state"], "expired");
    // Asked for an earlier day, it holds again: the clock is not asked.
    assert_eq!(review_of(&read("until = 2026-09-29"), &usage(), &["--as-of", "2026-09-28"]).counted("1111111"), 2_970);

    for rest in [
        "was = \"1771\"",                 // the cell says something else
        "finding = \"unreadable-month\"", // nothing of the kind is found there
        "sheet = \"Sheet7\"",             // there is no such sheet
    ] {
        let nothing = review(&read(rest));
        assert_eq!((nothing.counted("1111111"), nothing.findings("waiver-unmatched").len()), (1_200, 1), "{rest}");
        assert_eq!(nothing.findings("waiver-applied").len(), 0, "{rest}");
    }
}

#[test]
fn of_two_waivers_that_read_a_cell_the_first_one_is_applied() {
    let settings = waiver("file = \"usage.csv\"\ncell = \"H3\"\nread-as = 7")
        + &waiver("file = \"u*.csv\"\ncell = \"H3:H4\"\nread-as = 9\nfinding = \"unreadable-count\"");
    let read = review(&settings);
    assert_eq!(read.counted("1111111"), 1_000 + 7 + 200);
    let told = read.findings("contradictory-setting");
    assert_eq!((told.len(), &told[0]["severity"]), (1, &"warning".into()));
    assert!(told[0]["message"].as_str().unwrap().contains("line 7, column 1"), "{}", told[0]);
}

#[test]
fn check_and_what_if_know_what_is_settled() {
    let settings = waiver("file = \"usage.csv\"\nfinding = \"unreadable-count\"\ndecision = \"accept\"")
        + &waiver("customer = \"Contoso internal\"\ndecision = \"leave-out\"");
    let reviewed = review(&settings);
    let run = |args: &[&str]| {
        let output = common::tiergap().current_dir(reviewed.dir.path()).args(args).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert_eq!(run(&["check"]).0, Some(0));
    // 1000 counts, 200 is left out, 300 would count; the exit code is that of settled data.
    let (exit, told) = run(&["what-if", "1111111", "--associate", "Coho Winery", "--format", "json"]);
    assert_eq!(exit, Some(0), "{told}");
    assert!(told.contains("1300") && told.contains("1000") && !told.contains("1500"), "{told}");
}

#[test]
fn a_mistyped_month_that_moves_the_review_can_be_settled_for_a_while() {
    // 2062-09 would be the reference month, and every waiver would have run out by then.
    let usage = usage().replace("DPOR,2026-09,1000", "DPOR,2062-09,1000");
    let fix = |until: &str| {
        waiver(&format!(
            "file = \"usage.csv\"\ncell = \"G2\"\nwas = \"2062-09\"\nread-as = \"2026-09\"\nuntil = {until}"
        ))
    };
    let fixed = review_of(&fix("2026-12-31"), &usage, &[]);
    assert_eq!((&fixed.results["as_of"], fixed.counted("1111111")), (&"2026-09-30".into(), 1_200));
    assert_eq!(fixed.results["settings"]["waivers"][0]["state"], "applied");
    // One that has run out by the month that it would bring about is not applied, and the export is taken at its word.
    let late = review_of(&fix("2026-09-29"), &usage, &["--out", "late"]);
    assert_eq!((&late.results["as_of"], late.findings("waiver-expired").len()), (&"2062-09-30".into(), 1));
}

#[test]
fn two_names_are_one_partner() {
    let usage = usage()
        + "9999999,Contoso Italia,Zeta,Exchange Online,E3,DPOR,2026-09,900\n\
                           ,Contoso Nord,Eta,Exchange Online,E3,DPOR,2026-09,70\n";
    let apart = review_of("", &usage, &[]);
    assert_eq!(apart.results["partners"].as_array().unwrap().len(), 4);
    let settings =
        "[[same-partner]]\npartners = [\"1111111\", \"9999999\", \"contoso nord\"]\nreason = \"merged in May\"\n";
    let one = review_of(settings, &usage, &[]);
    assert_eq!(one.results["partners"].as_array().unwrap().len(), 2);
    // 1000 + 200 + 900 + 70
    assert_eq!((one.counted("1111111"), one.tiers("1111111").0), (2_170, "silver"));
    let joined = one.findings("partners-joined");
    assert_eq!((joined.len(), &joined[0]["partner"]), (1, &"1111111".into()));
    assert!(joined[0]["message"].as_str().unwrap().contains("merged in May"));
    // The ID that was named first stands for it, whichever is the smaller number.
    let other = review_of(&settings.replace("\"1111111\", \"9999999\"", "\"9999999\", \"1111111\""), &usage, &[]);
    assert_eq!(other.counted("9999999"), 2_170);
}

/// All text of a workbook.
fn unzipped(path: &Path) -> String {
    use std::io::Read as _;
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for n in 0..zip.len() {
        let mut part = Vec::new();
        zip.by_index(n).unwrap().read_to_end(&mut part).unwrap();
        text.push_str(&String::from_utf8_lossy(&part));
    }
    text
}

/// The workbook of a partner, and what its PDF is made from.
fn told_to(reviewed: &Reviewed, id: &str) -> String {
    let folder = reviewed.partner(id)["folder"].as_str().unwrap();
    unzipped(&reviewed.dir.path().join("reviews/2026-09").join(folder).join("gap-report.xlsx"))
}

#[test]
fn a_waiver_is_told_to_whom_it_concerns_and_to_nobody_else() {
    let one = review(&waiver("file = \"usage.csv\"\ncell = \"H3\"\nread-as = \"1770\""));
    assert!(told_to(&one, "1111111").contains("confirmed by phone"));
    let other = told_to(&one, "2222222");
    assert!(!other.contains("confirmed by phone") && !other.contains("1770") && !other.contains("R. Eviewer"));

    // A row that was given the ID and name of another partner: what stands there is told to nobody else.
    let wrong = usage().replace("1111111,Contoso,Coho", "2222222,Fabrikam,Coho").replace("300\n", "301\n");
    let fixed = waiver("file = \"usage.csv\"\ncell = \"A4\"\nwas = \"2222222\"\nread-as = \"1111111\"")
        + &waiver("file = \"usage.csv\"\ncell = \"B4\"\nwas = \"Fabrikam\"\nread-as = \"Contoso\"");
    let given = review_of(&fixed, &wrong, &[]);
    let told = told_to(&given, "1111111");
    assert!(told.contains("Coho Winery") && told.contains("301"), "the row is Contoso's now");
    assert!(!told.contains("2222222") && !told.contains("Fabrikam"), "what stood there is Fabrikam's");
    assert!(!told_to(&given, "2222222").contains("Coho"));

    // Why two are one may speak of others as well.
    let joined =
        "[[same-partner]]\npartners = [\"1111111\", \"9999999\"]\nreason = \"as Wingtip Toys said\"\nby = \"R. E.\"\n";
    let usage = usage() + "9999999,Contoso Italia,Zeta,Exchange Online,E3,DPOR,2026-09,900\n";
    let told = told_to(&review_of(joined, &usage, &[]), "1111111");
    assert!(told.contains("R. E.") && !told.contains("Wingtip"), "a customer of Fabrikam's");

    // What concerns several is told to each, but not why: the reason may speak of the others.
    let settings = "[[waiver]]\nfile = \"usage.csv\"\nfinding = \"unreadable-count\"\ndecision = \"accept\"\n\
                    reason = \"Tailspin and Bellows cannot say\"\nby = \"R. Eviewer\"\n";
    let both = review(settings);
    for id in ["1111111", "2222222"] {
        let told = told_to(&both, id);
        assert!(told.contains("R. Eviewer") && !told.contains("cannot say"), "{id}");
    }
    let reviewer = unzipped(&both.dir.path().join("reviews/2026-09/portfolio.xlsx"));
    assert!(reviewer.contains("Tailspin and Bellows cannot say"));

    // Nor is a reason told that names a customer whom only others know.
    let settings = settings
        .replace("file = \"usage.csv\"", "file = \"usage.csv\"\ncell = \"H3\"")
        .replace("Tailspin and", "as Tailspin Toys,");
    let told = told_to(&review(&settings), "1111111");
    assert!(told.contains("R. Eviewer") && !told.contains("Tailspin"), "a customer of Fabrikam's");
}

#[test]
fn the_same_waivers_give_the_same_bytes() {
    let settings = waiver("file = \"usage.csv\"\ncell = \"H3:H7\"\nread-as = \"9\"\nfinding = \"unreadable-count\"")
        + &waiver("customer = \"Coho Winery\"\nassociated = \"transacting-partner\"")
        + &waiver("partner = \"Fabrikam\"\ndecision = \"leave-out\"");
    let one = review(&settings);
    // 1000 + 9 + 300 + 200; all of Fabrikam's rows are left out.
    assert_eq!((one.counted("1111111"), one.counted("2222222")), (1_509, 0));
    let first = common::tree(&one.dir.path().join("reviews"));
    let again =
        common::tiergap().current_dir(one.dir.path()).env("RAYON_NUM_THREADS", "1").arg("run").output().unwrap();
    assert!(again.status.code().is_some());
    assert_eq!(common::tree(&one.dir.path().join("reviews")), first);
}

/// Of two identical files the first is read; a waiver that names the other means the same bytes.
#[test]
fn a_waiver_may_name_either_of_two_identical_files() {
    let settings = waiver("file = \"usage.csv\"\ncell = \"H3\"\nread-as = 770")
        + &waiver("file = \"usage.csv\"\ncell = \"H7\"\nfinding = \"unreadable-count\"\ndecision = \"accept\"")
        + &waiver("file = \"usage.csv\"\ncell = \"H5\"\ndecision = \"leave-out\"");
    let dir = tempfile::tempdir().unwrap();
    // "a copy.csv" comes first, so it is the one that is kept.
    let files = [("tiergap.toml", settings), ("inbox/a copy.csv", usage()), ("inbox/usage.csv", usage())];
    let files: Vec<_> = files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    common::write_all(dir.path(), &files);
    let output = common::tiergap().current_dir(dir.path()).arg("run").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let results = std::fs::read(dir.path().join("reviews/2026-09/results.json")).unwrap();
    let reviewed = Reviewed { dir, exit: Some(0), results: serde_json::from_slice(&results).unwrap() };
    assert_eq!(reviewed.findings("same-file-twice").len(), 1);
    assert_eq!(reviewed.findings("waiver-unmatched").len(), 0);
    assert_eq!(reviewed.findings("waiver-applied").len(), 3);
    assert_eq!(reviewed.counted("1111111"), 1_770, "1,000 + 770; 200 left out, 300 without an association");
}

/// A reason that names somebody whom a partner does not know is for the reviewer alone, however the name is written.
#[test]
fn names_in_another_order_or_without_their_legal_form_are_names() {
    let usage = HEAD.to_owned()
        + "1111111,Contoso S.r.l.,Alpine Ski,Exchange Online,E3,DPOR,2026-09,l770\n\
           2222222,Fabrikam GmbH,Klinik Nordwind AG,Exchange Online,E3,DPOR,2026-09,500\n";
    let told = |reason: &str| {
        let settings = format!(
            "[[waiver]]\nfile = \"usage.csv\"\ncell = \"H2\"\nread-as = 1770\nreason = \"{reason}\"\nby = \"R. Eviewer\"\n"
        );
        told_to(&review_of(&settings, &usage, &[]), "1111111")
    };
    for hidden in ["as Nordwind Klinik had it", "Fabrikam mixed it up"] {
        let told = told(hidden);
        assert!(told.contains("R. Eviewer") && !told.contains(hidden), "{hidden}");
    }
    for shown in ["exact number by phone", "Contoso has confirmed it", "as cloud services of the group say"] {
        assert!(told(shown).contains(shown), "{shown}");
    }
}

#[test]
fn a_cell_that_is_read_and_left_out_is_a_contradiction() {
    let settings = waiver("file = \"usage.csv\"\ncell = \"H3\"\nread-as = 770\nfinding = \"unreadable-count\"")
        + &waiver("file = \"usage*\"\ncell = \"H3\"\ndecision = \"leave-out\"");
    let reviewed = review(&settings);
    let told = reviewed.findings("contradictory-setting");
    let [told] = told[..] else { panic!("{told:?}") };
    let message = told["message"].as_str().unwrap();
    assert!(message.contains("line 1, column 1") && message.contains("the waiver on line 8, column 1"), "{message}");
    assert_eq!(reviewed.counted("1111111"), 1_200, "it is left out");
}
