//! The sample inbox: it is what `make-samples` writes, and a review of it finds what was worked out by hand.

#[path = "../examples/make-samples/inbox/mod.rs"]
mod inbox;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    as_of: String,
    reference_month: String,
    exit_code: i32,
    summary: BTreeMap<String, u64>,
    findings: BTreeSet<String>,
    inputs: Vec<Input>,
    partners: Vec<Partner>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    path: String,
    sheets: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    name: Option<String>,
    role: String,
    header_row: Option<u64>,
    rows: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Partner {
    id: String,
    name: String,
    country: Option<String>,
    market: String,
    silver: u64,
    tier: String,
    could_be: String,
    at_risk: bool,
    counted: Vec<u64>,
    customers: BTreeSet<String>,
    not_counted: BTreeMap<String, Vec<u64>>,
    people: u64,
    qualified: BTreeMap<String, String>,
    missing: BTreeMap<String, Vec<String>>,
    plan: Option<Plan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    target: String,
    actions: Vec<Action>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    kind: String,
    customer: Option<String>,
    active_users: Option<u64>,
}

fn expected() -> Expected {
    let text = std::fs::read_to_string(samples().join("expected.toml")).expect("samples/expected.toml is there");
    toml::from_str(&text).expect("samples/expected.toml is well formed")
}

/// Differences between what was expected and what came out, all of them at once.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn check<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, actual: T, expected: T) {
        if actual != expected {
            self.0.push(format!("{what}: is {actual:?}, should be {expected:?}"));
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{} differences:\n{}", self.0.len(), self.0.join("\n"));
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or("(missing)")
}

fn number(value: &Value, field: &str) -> Option<u64> {
    value.get(field).and_then(Value::as_u64)
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

#[test]
fn the_sample_inbox_is_what_make_samples_writes() {
    let mut stale = Vec::new();
    for (path, bytes) in inbox::files().expect("the samples can be made") {
        if std::fs::read(samples().join(path)).ok() != Some(bytes) {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "run `cargo run --example make-samples`; these differ: {stale:?}");
}

#[test]
fn a_review_of_the_sample_inbox_finds_what_was_worked_out_by_hand() {
    let expected = expected();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("review");
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_tiergap"))
        .arg("run")
        .arg(samples().join("inbox"))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("tiergap starts");
    assert_eq!(output.status.code(), Some(expected.exit_code), "{}", String::from_utf8_lossy(&output.stderr));
    let results = std::fs::read_to_string(out.join("results.json")).expect("results.json was written");
    let results: Value = serde_json::from_str(&results).expect("results.json is JSON");

    let mut differences = Differences::default();
    differences.check("as_of", text(&results, "as_of"), &expected.as_of);
    differences.check("reference_month", text(&results, "reference_month"), &expected.reference_month);
    for (key, count) in &expected.summary {
        differences.check(&format!("summary.{key}"), results.get("summary").and_then(|s| number(s, key)), Some(*count));
    }
    check_findings(&mut differences, &expected, &results);
    for input in &expected.inputs {
        check_input(&mut differences, input, &results);
    }
    let ids: BTreeSet<&str> = list(&results, "partners").iter().map(|partner| text(partner, "id")).collect();
    differences.check("partners", ids, expected.partners.iter().map(|partner| partner.id.as_str()).collect());
    for partner in &expected.partners {
        if let Some(result) = list(&results, "partners").iter().find(|result| text(result, "id") == partner.id) {
            check_partner(&mut differences, partner, result);
        }
    }
    differences.none();
}

fn check_findings(differences: &mut Differences, expected: &Expected, results: &Value) {
    let found: BTreeSet<&str> = list(results, "findings").iter().map(|finding| text(finding, "code")).collect();
    for code in &expected.findings {
        differences.check(&format!("finding {code}"), found.contains(code.as_str()), true);
    }
}

fn check_input(differences: &mut Differences, expected: &Input, results: &Value) {
    let Some(input) = list(results, "inputs").iter().find(|input| text(input, "path") == expected.path) else {
        differences.check("input", "missing", &expected.path);
        return;
    };
    let sheets = list(input, "sheets");
    differences.check(&format!("sheets of {}", expected.path), sheets.len(), expected.sheets.len());
    for (n, (sheet, expected_sheet)) in sheets.iter().zip(&expected.sheets).enumerate() {
        let what = |field: &str| format!("{} sheet {}: {field}", expected.path, n + 1);
        if let Some(name) = &expected_sheet.name {
            differences.check(&what("name"), text(sheet, "name"), name);
        }
        differences.check(&what("role"), text(sheet, "role"), &expected_sheet.role);
        if expected_sheet.header_row.is_some() {
            differences.check(&what("header_row"), number(sheet, "header_row"), expected_sheet.header_row);
        }
        if expected_sheet.rows.is_some() {
            differences.check(&what("rows"), number(sheet, "rows"), expected_sheet.rows);
        }
    }
}

fn check_partner(differences: &mut Differences, expected: &Partner, result: &Value) {
    let what = |field: &str| format!("{} {}: {field}", expected.id, expected.name);
    differences.check(&what("name"), text(result, "name"), &expected.name);
    differences.check(&what("country"), result.get("country").and_then(Value::as_str), expected.country.as_deref());
    differences.check(&what("market"), text(result, "market"), &expected.market);
    differences.check(&what("tier"), text(result, "tier"), &expected.tier);
    differences.check(&what("could_be"), text(result, "could_be"), &expected.could_be);
    differences.check(&what("at_risk"), result.get("at_risk").and_then(Value::as_bool), Some(expected.at_risk));
    check_requirements(differences, expected, result);
    check_usage(differences, expected, result);
    check_people(differences, expected, result);
    check_plan(differences, expected, result);
}

/// Silver asks for the market's figure and one person, Gold for 4,000 and two people whatever the market.
fn check_requirements(differences: &mut Differences, expected: &Partner, result: &Value) {
    let entitlements: u64 = expected.counted.iter().sum();
    for (tier, id, required, actual) in [
        ("silver", "active-entitlements", expected.silver, entitlements),
        ("silver", "certified-people", 1, expected.people),
        ("gold", "active-entitlements", 4000, entitlements),
        ("gold", "certified-people", 2, expected.people),
    ] {
        let what = format!("{} {tier} {id}", expected.id);
        let requirement = list(result, "requirements").iter().find(|r| text(r, "tier") == tier && text(r, "id") == id);
        let figures = requirement.map(|r| {
            (number(r, "required"), number(r, "actual"), number(r, "shortfall"), r.get("met").and_then(Value::as_bool))
        });
        let shortfall = required.saturating_sub(actual);
        differences.check(&what, figures, Some((Some(required), Some(actual), Some(shortfall), Some(shortfall == 0))));
    }
}

fn check_usage(differences: &mut Differences, expected: &Partner, result: &Value) {
    let sums = |value: &Value| (number(value, "rows"), number(value, "active_users"));
    let expected_sums = |users: &[u64]| (Some(users.len() as u64), Some(users.iter().sum::<u64>()));
    let usage = result.get("usage").cloned().unwrap_or_default();
    let counted = usage.get("counted").map(sums);
    differences.check(&format!("{} counted", expected.id), counted, Some(expected_sums(&expected.counted)));
    // A reason without rows may be left out or stand there with zeros.
    let not_counted: BTreeMap<&str, _> = usage
        .get("not_counted")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(reason, sum)| (reason.as_str(), sums(sum)))
        .filter(|(_, sum)| sum.0 != Some(0))
        .collect();
    let wanted = expected.not_counted.iter().map(|(reason, users)| (reason.as_str(), expected_sums(users))).collect();
    differences.check(&format!("{} not counted", expected.id), not_counted, wanted);
}

fn check_people(differences: &mut Differences, expected: &Partner, result: &Value) {
    let words = |value: &Value, field: &str| -> Vec<String> {
        list(value, field).iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let people: BTreeMap<&str, _> = list(result, "people")
        .iter()
        .map(|person| (text(person, "name"), (words(person, "qualifies_by"), words(person, "missing"))))
        .collect();
    let qualified = expected.qualified.iter().map(|(name, path)| (name.as_str(), (vec![path.clone()], Vec::new())));
    let missing = expected.missing.iter().map(|(name, exams)| (name.as_str(), (Vec::new(), exams.clone())));
    differences.check(&format!("{} people", expected.id), people, qualified.chain(missing).collect());
}

fn check_plan(differences: &mut Differences, expected: &Partner, result: &Value) {
    let Some(expected_plan) = &expected.plan else { return };
    let plan = result.get("plan").cloned().unwrap_or_default();
    differences.check(&format!("{} plan target", expected.id), text(&plan, "target"), &expected_plan.target);
    let actions: Vec<_> = list(&plan, "actions")
        .iter()
        .map(|action| {
            (text(action, "kind"), action.get("customer").and_then(Value::as_str), number(action, "active_users"))
        })
        .collect();
    let wanted: Vec<_> = expected_plan
        .actions
        .iter()
        .map(|action| (action.kind.as_str(), action.customer.as_deref(), action.active_users))
        .collect();
    differences.check(&format!("{} plan actions", expected.id), actions, wanted);
}

/// LibreOffice made these two once; they must still say what their sources say.
#[test]
fn the_files_made_by_libreoffice_say_what_their_sources_say() {
    use calamine::{Data, Reader, open_workbook_auto};

    let cells = |path: &str| -> BTreeMap<String, Vec<Vec<String>>> {
        let mut book = open_workbook_auto(samples().join(path)).expect(path);
        let sheets = book.worksheets().into_iter().map(|(name, range)| {
            let rows = range.rows().map(|row| row.iter().map(shown).collect()).collect();
            (name, rows)
        });
        sheets.collect()
    };
    /// Formats keep dates in different ways; a day is a day.
    fn shown(cell: &Data) -> String {
        match cell {
            Data::DateTime(day) => format!("day {}", day.as_f64()),
            Data::DateTimeIso(text) => {
                let day: jiff::civil::Date = text.get(..10).and_then(|day| day.parse().ok()).expect("a day");
                let days = jiff::civil::date(1899, 12, 30).until(day).expect("a span").get_days();
                format!("day {days}")
            }
            Data::Int(number) => format!("{number}"),
            other => other.to_string(),
        }
    }
    for (made, source) in [
        ("inbox/clientes-andes.ods", "source/clientes-andes.xlsx"),
        ("inbox/raport-wisla.xls", "source/raport-wisla.xlsx"),
    ] {
        assert_eq!(cells(made), cells(source), "make {made} again, as docs/samples.md says");
    }
}

/// Reports are kept apart by customer names, so the list that the checks use must be complete.
#[test]
fn every_customer_of_the_samples_is_listed() {
    let listed: BTreeMap<String, BTreeSet<String>> =
        expected().partners.into_iter().map(|partner| (partner.id, partner.customers)).collect();
    assert_eq!(listed, inbox::customers());
}

/// `tiergap sample` needs no checkout: the inbox is in the binary, with its folders.
#[test]
fn the_binary_carries_the_whole_inbox() {
    fn files(folder: &Path, below: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                files(&path, below, found);
            } else {
                let name = path.strip_prefix(below).expect("a path below").to_owned();
                found.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let written = folder.path().join("inbox");
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_tiergap")).arg("sample").arg(&written).output();
    assert_eq!(output.expect("tiergap starts").status.code(), Some(0));
    let [mut in_binary, mut in_checkout] = [BTreeMap::new(), BTreeMap::new()];
    files(&written, &written, &mut in_binary);
    files(&samples().join("inbox"), &samples().join("inbox"), &mut in_checkout);
    assert_eq!(in_binary.keys().collect::<Vec<_>>(), in_checkout.keys().collect::<Vec<_>>());
    assert!(in_binary == in_checkout, "the same names, but other bytes");
}

/// The samples show every reason for which a usage row may not count, but for what only a reviewer decides.
#[test]
fn every_usage_reason_is_in_the_samples() {
    let reasons: BTreeSet<String> =
        expected().partners.into_iter().flat_map(|partner| partner.not_counted.into_keys()).collect();
    let all = tiergap::assess::UsageReason::ALL.iter().map(|reason| reason.as_str().to_owned());
    let all: BTreeSet<String> = all.filter(|reason| reason != "left-out").collect();
    assert_eq!(reasons, all);
}
