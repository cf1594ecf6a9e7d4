//! The rules as an outsider reads them: every file below `tests/cases` is one case, with inputs as text and what
//! must come out. Only what a case states is compared. `TIERGAP_CASE=part-of-a-name` runs the matching cases only.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

/// A case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The rule that it tests.
    why: String,
    /// Further arguments of `tiergap run`.
    #[serde(default)]
    args: Vec<String>,
    /// Inputs of the judged run.
    #[serde(default)]
    files: Vec<Input>,
    /// Inputs of an earlier run, whose `results.json` is given as `--previous`.
    #[serde(default)]
    before: Vec<Input>,
    /// Further arguments of the earlier run.
    #[serde(default)]
    before_args: Vec<String>,
    /// The text of a file given as `--previous`.
    previous: Option<String>,
    expect: Expect,
}

/// An input file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    name: String,
    text: String,
    /// See [`common::encode`].
    encoding: Option<String>,
}

impl Input {
    fn bytes(&self) -> (String, Vec<u8>) {
        (self.name.clone(), common::encode(&self.text, self.encoding.as_deref().unwrap_or("utf-8")))
    }
}

/// What must come out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    exit: Option<i32>,
    /// Where the rules leave the choice between exit codes.
    exit_any: Option<Vec<i32>>,
    as_of: Option<String>,
    /// The as-of date is that of the clock.
    #[serde(default)]
    as_of_today: bool,
    reference_month: Option<String>,
    ruleset: Option<BTreeMap<String, String>>,
    summary: Option<BTreeMap<String, u64>>,
    partner_count: Option<usize>,
    /// All codes of findings that are errors or warnings: these, and no others.
    problems: Option<Vec<String>>,
    /// Codes that must not occur.
    #[serde(default)]
    no_findings: Vec<String>,
    #[serde(default)]
    sheets: Vec<ExpectSheet>,
    #[serde(default)]
    partners: Vec<ExpectPartner>,
    #[serde(default)]
    findings: Vec<ExpectFinding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectSheet {
    file: String,
    role: Option<String>,
    header_row: Option<u64>,
    rows: Option<u64>,
}

/// A partner, found by its ID, else by its name. An empty ID is a partner without one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectPartner {
    id: Option<String>,
    name: Option<String>,
    market: Option<String>,
    tier: Option<String>,
    could_be: Option<String>,
    at_risk: Option<bool>,
    #[serde(default)]
    requirements: Vec<ExpectRequirement>,
    counted: Option<ExpectSum>,
    /// All reasons that hold for any row: these, and no others.
    not_counted: Option<BTreeMap<String, ExpectSum>>,
    people_count: Option<usize>,
    #[serde(default)]
    people: Vec<ExpectPerson>,
    plan: Option<ExpectPlan>,
    /// Customer, counted users then and now; -1 where nothing of it counted.
    moved_customers: Option<Vec<(String, i64, i64)>>,
    /// Kind, whom it is about (empty: nobody) and the tier that is left; all of them, in order.
    outlook: Option<Vec<(String, String, String)>>,
    next_review: Option<String>,
    next_anniversary: Option<String>,
    /// Person and whether it counts now.
    moved_people: Option<Vec<(String, bool)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectRequirement {
    tier: String,
    id: String,
    required: Option<u64>,
    actual: Option<u64>,
    shortfall: Option<u64>,
    met: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectSum {
    rows: u64,
    active_users: Option<u64>,
}

/// A person, found by name, ID and email as far as they are given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectPerson {
    id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    qualifies_by: Option<Vec<String>>,
    missing: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectPlan {
    /// Empty: there is no next tier.
    target: String,
    tier_when_done: Option<String>,
    /// All of them, in order.
    actions: Vec<ExpectAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectAction {
    kind: String,
    customer: Option<String>,
    active_users: Option<u64>,
    people: Option<u64>,
    /// Texts that must stand somewhere in the action.
    #[serde(default)]
    mentions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectFinding {
    code: Option<String>,
    severity: Option<String>,
    file: Option<String>,
    sheet: Option<String>,
    cell: Option<String>,
    partner: Option<String>,
    value: Option<String>,
    /// Texts that must stand somewhere in the finding.
    #[serde(default)]
    mentions: Vec<String>,
    /// How many findings must match; at least one where it is not said.
    times: Option<usize>,
}

/// Gathers what differs, so that one run tells everything.
#[derive(Default)]
struct Diff(Vec<String>);

impl Diff {
    fn say(&mut self, what: impl Into<String>) {
        self.0.push(what.into());
    }

    /// Compares, where something is expected.
    fn same<T: Into<Value>>(&mut self, what: &str, expected: Option<T>, got: &Value) {
        if let Some(expected) = expected.map(Into::<Value>::into)
            && expected != *got
        {
            self.say(format!("{what}: expected {expected}, got {got}"));
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// One line each, indented.
fn listed(lines: impl Iterator<Item = String>) -> String {
    lines.fold(String::new(), |all, line| all + "\n      " + &line)
}

fn is_absent(value: &Value) -> bool {
    value.is_null() || value == ""
}

impl Expect {
    fn compare(&self, results: &Value, diff: &mut Diff) {
        diff.same("schema", Some("tiergap.results.v1"), &results["schema"]);
        diff.same("as_of", self.as_of.clone(), &results["as_of"]);
        diff.same("reference_month", self.reference_month.clone(), &results["reference_month"]);
        if self.as_of_today {
            let today = jiff::Zoned::now().date();
            let near = [today.yesterday().unwrap(), today, today.tomorrow().unwrap()].map(|d| d.to_string());
            if !near.iter().any(|day| results["as_of"] == *day) {
                diff.say(format!("as_of: expected today, got {}", results["as_of"]));
            }
        }
        for (key, value) in self.ruleset.iter().flatten() {
            diff.same(&format!("ruleset.{key}"), Some(value.clone()), &results["ruleset"][key]);
        }
        for (key, value) in self.summary.iter().flatten() {
            diff.same(&format!("summary.{key}"), Some(*value), &results["summary"][key]);
        }
        let partners = list(&results["partners"]);
        diff.same("number of partners", self.partner_count, &Value::from(partners.len()));
        for sheet in &self.sheets {
            sheet.compare(results, diff);
        }
        for partner in &self.partners {
            partner.compare(partners, diff);
        }
        self.compare_findings(list(&results["findings"]), diff);
    }

    fn compare_findings(&self, findings: &[Value], diff: &mut Diff) {
        for expected in &self.findings {
            let found = findings.iter().filter(|f| expected.matches(f)).count();
            if expected.times.map_or(found == 0, |times| times != found) {
                let shown = expected.shown();
                let all = listed(findings.iter().map(Value::to_string));
                diff.say(format!("finding {shown}: {found} found among {all}"));
            }
        }
        for code in &self.no_findings {
            for finding in findings.iter().filter(|f| f["code"] == *code) {
                diff.say(format!("finding {code} must not occur: {finding}"));
            }
        }
        let problem = |f: &&Value| f["severity"] != "info";
        if let Some(allowed) = &self.problems {
            for finding in findings.iter().filter(problem) {
                if !allowed.iter().any(|code| finding["code"] == *code) {
                    diff.say(format!("problem out of nothing: {finding}"));
                }
            }
            for code in allowed {
                if !findings.iter().filter(problem).any(|f| f["code"] == *code) {
                    diff.say(format!("no finding {code} that is an error or a warning"));
                }
            }
        }
    }
}

impl ExpectSheet {
    fn compare(&self, results: &Value, diff: &mut Diff) {
        let Some(input) = list(&results["inputs"]).iter().find(|i| i["path"] == *self.file) else {
            diff.say(format!("input {} is not listed: {}", self.file, results["inputs"]));
            return;
        };
        let sheet = &input["sheets"][0];
        diff.same(&format!("{} role", self.file), self.role.clone(), &sheet["role"]);
        diff.same(&format!("{} header_row", self.file), self.header_row, &sheet["header_row"]);
        diff.same(&format!("{} rows", self.file), self.rows, &sheet["rows"]);
    }
}

impl ExpectPartner {
    fn compare(&self, partners: &[Value], diff: &mut Diff) {
        let who = self.id.as_deref().filter(|id| !id.is_empty()).or(self.name.as_deref()).unwrap_or("?").to_owned();
        let found = partners.iter().find(|p| match self.id.as_deref() {
            Some("") => is_absent(&p["id"]) && self.name.as_ref().is_some_and(|name| p["name"] == **name),
            Some(id) => p["id"] == *id,
            None => self.name.as_ref().is_some_and(|name| p["name"] == **name),
        });
        let Some(got) = found else {
            let all: Vec<String> = partners.iter().map(|p| format!("{} {}", p["id"], p["name"])).collect();
            diff.say(format!("no partner {who} among {}", all.join(", ")));
            return;
        };
        let about = |what: &str| format!("partner {who}, {what}");
        diff.same(&about("name"), self.name.clone(), &got["name"]);
        diff.same(&about("market"), self.market.clone(), &got["market"]);
        diff.same(&about("tier"), self.tier.clone(), &got["tier"]);
        diff.same(&about("could_be"), self.could_be.clone(), &got["could_be"]);
        diff.same(&about("at_risk"), self.at_risk, &got["at_risk"]);
        for requirement in &self.requirements {
            let what = about(&format!("{} {}", requirement.tier, requirement.id));
            let all = list(&got["requirements"]);
            match all.iter().find(|r| r["tier"] == *requirement.tier && r["id"] == *requirement.id) {
                None => diff.say(format!("{what}: not among {}", got["requirements"])),
                Some(got) => {
                    diff.same(&format!("{what} required"), requirement.required, &got["required"]);
                    diff.same(&format!("{what} actual"), requirement.actual, &got["actual"]);
                    diff.same(&format!("{what} shortfall"), requirement.shortfall, &got["shortfall"]);
                    diff.same(&format!("{what} met"), requirement.met, &got["met"]);
                }
            }
        }
        if let Some(counted) = &self.counted {
            counted.compare(&about("counted"), &got["usage"]["counted"], diff);
        }
        if let Some(expected) = &self.not_counted {
            let got = &got["usage"]["not_counted"];
            for (reason, sum) in expected {
                sum.compare(&about(reason), &got[reason], diff);
            }
            for (reason, sum) in got.as_object().into_iter().flatten() {
                if !expected.contains_key(reason) && sum["rows"] != 0 {
                    diff.say(format!("{}: expected no rows, got {sum}", about(reason)));
                }
            }
        }
        diff.same(&about("next_review"), self.next_review.clone(), &got["next_review"]);
        diff.same(&about("next_anniversary"), self.next_anniversary.clone(), &got["next_anniversary"]);
        if let Some(expected) = &self.outlook {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let who = |it: &Value| if it["person"].is_string() { text(&it["person"]) } else { text(&it["customer"]) };
            let told: Vec<_> =
                list(&got["outlook"]).iter().map(|it| (text(&it["kind"]), who(it), text(&it["falls_to"]))).collect();
            if told != *expected {
                diff.say(format!("{}: expected {expected:?}, got {}", about("outlook"), got["outlook"]));
            }
        }
        if let Some(expected) = &self.moved_customers {
            let moved = list(&got["previous"]["moved_customers"]);
            let number = |value: &Value| value.as_i64().unwrap_or(-1);
            let moved: Vec<(String, i64, i64)> = moved
                .iter()
                .map(|m| (m["customer"].as_str().unwrap_or_default().into(), number(&m["then"]), number(&m["now"])))
                .collect();
            if moved != *expected {
                diff.say(format!("{}: expected {expected:?}, got {moved:?}", about("moved customers")));
            }
        }
        if let Some(expected) = &self.moved_people {
            let moved = list(&got["previous"]["moved_people"]);
            let moved: Vec<(String, bool)> = moved
                .iter()
                .map(|m| (m["person"].as_str().unwrap_or_default().into(), m["counts"] == Value::Bool(true)))
                .collect();
            if moved != *expected {
                diff.say(format!("{}: expected {expected:?}, got {moved:?}", about("moved people")));
            }
        }
        let people = list(&got["people"]);
        diff.same(&about("number of people"), self.people_count, &Value::from(people.len()));
        for person in &self.people {
            person.compare(&who, people, diff);
        }
        if let Some(plan) = &self.plan {
            plan.compare(&who, &got["plan"], diff);
        }
    }
}

impl ExpectSum {
    fn compare(&self, what: &str, got: &Value, diff: &mut Diff) {
        diff.same(&format!("{what} rows"), Some(self.rows), &got["rows"]);
        diff.same(&format!("{what} active_users"), self.active_users, &got["active_users"]);
    }
}

impl ExpectPerson {
    fn compare(&self, partner: &str, people: &[Value], diff: &mut Diff) {
        let is = |expected: &Option<String>, got: &Value| expected.as_ref().is_none_or(|text| got == text.as_str());
        let who = self.name.as_ref().or(self.id.as_ref()).or(self.email.as_ref()).map_or("?", String::as_str);
        let found = people
            .iter()
            .find(|p| is(&self.name, &p["name"]) && is(&self.id, &p["id"]) && is(&self.email, &p["email"]));
        let Some(got) = found else {
            diff.say(format!("partner {partner}: no person {who} among {people:?}"));
            return;
        };
        diff.same(&format!("{who} qualifies_by"), self.qualifies_by.clone(), &got["qualifies_by"]);
        diff.same(&format!("{who} missing"), self.missing.clone(), &got["missing"]);
    }
}

impl ExpectPlan {
    fn compare(&self, partner: &str, got: &Value, diff: &mut Diff) {
        let what = format!("partner {partner}, plan");
        if self.target.is_empty() {
            if !is_absent(&got["target"]) {
                diff.say(format!("{what}: expected no target, got {}", got["target"]));
            }
        } else {
            diff.same(&format!("{what} target"), Some(self.target.clone()), &got["target"]);
        }
        diff.same(&format!("{what} tier_when_done"), self.tier_when_done.clone(), &got["tier_when_done"]);
        let actions = list(&got["actions"]);
        let fits = actions.len() == self.actions.len() && self.actions.iter().zip(actions).all(|(e, g)| e.matches(g));
        if !fits {
            let expected = listed(self.actions.iter().map(ExpectAction::shown));
            let got = listed(actions.iter().map(Value::to_string));
            diff.say(format!("{what} actions\n    expected:{expected}\n    got:{got}"));
        }
    }
}

impl ExpectAction {
    fn matches(&self, got: &Value) -> bool {
        let text = got.to_string();
        got["kind"] == *self.kind
            && self.customer.as_ref().is_none_or(|name| got["customer"] == **name)
            && self.active_users.is_none_or(|n| got["active_users"] == n)
            && self.people.is_none_or(|n| got["people"] == n)
            && self.mentions.iter().all(|part| text.contains(part.as_str()))
    }

    fn shown(&self) -> String {
        format!(
            "{} customer {:?} active_users {:?} people {:?} mentions {:?}",
            self.kind, self.customer, self.active_users, self.people, self.mentions
        )
    }
}

impl ExpectFinding {
    fn matches(&self, got: &Value) -> bool {
        let text = got.to_string();
        let is =
            |expected: &Option<String>, field: &str| expected.as_ref().is_none_or(|expected| got[field] == **expected);
        is(&self.code, "code")
            && is(&self.severity, "severity")
            && is(&self.file, "file")
            && is(&self.sheet, "sheet")
            && is(&self.cell, "cell")
            && is(&self.partner, "partner")
            && is(&self.value, "value")
            && self.mentions.iter().all(|part| text.contains(part.as_str()))
    }

    fn shown(&self) -> String {
        let fields = [
            ("code", &self.code),
            ("severity", &self.severity),
            ("file", &self.file),
            ("sheet", &self.sheet),
            ("cell", &self.cell),
            ("partner", &self.partner),
            ("value", &self.value),
        ];
        let shown: Vec<String> =
            fields.iter().filter_map(|(name, value)| value.as_ref().map(|value| format!("{name} {value:?}"))).collect();
        format!("{} mentioning {:?}", shown.join(", "), self.mentions)
    }
}

/// What must hold for every run that wrote results, whatever a case states.
fn compare_with_itself(results: &Value, exit: Option<i32>, diff: &mut Diff) {
    let findings = list(&results["findings"]);
    let errors = findings.iter().filter(|f| f["severity"] == "error").count();
    if (errors > 0) != (exit == Some(1)) {
        diff.say(format!("exit {exit:?} with {errors} error findings"));
    }
    for finding in findings {
        let code = finding["code"].as_str().unwrap_or_default();
        let is_kebab = !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let severe = ["error", "warning", "info"].iter().any(|word| finding["severity"] == *word);
        let told = ["message", "help"].iter().all(|field| {
            finding[*field]
                .as_str()
                .is_some_and(|text| !text.trim().is_empty() && !text.contains("{$") && !text.contains("{ $"))
        });
        if !(is_kebab && severe && told) {
            diff.say(format!("finding without code, severity, message or help: {finding}"));
        }
    }
    let partners = list(&results["partners"]);
    let summary = &results["summary"];
    diff.same("summary.partners", Some(partners.len()), &summary["partners"]);
    for tier in ["gold", "silver", "none"] {
        let number = partners.iter().filter(|p| p["tier"] == tier).count();
        diff.same(&format!("summary.{tier} against the partners"), Some(number), &summary[tier]);
    }
    let at_risk = partners.iter().filter(|p| p["at_risk"] == true).count();
    diff.same("summary.at_risk against the partners", Some(at_risk), &summary["at_risk"]);
}

/// Runs a case and says what differs.
fn judge(case: &Case) -> Vec<String> {
    let mut diff = Diff::default();
    let mut args = case.args.clone();
    let earlier = (!case.before.is_empty()).then(|| {
        let files: Vec<_> = case.before.iter().map(Input::bytes).collect();
        common::run_in(tempfile::tempdir().unwrap(), &files, &case.before_args, &[])
    });
    let dir = tempfile::tempdir().unwrap();
    if let Some(earlier) = &earlier {
        if earlier.results.is_none() {
            diff.say(format!("the earlier run left no results: exit {:?}\n{}", earlier.exit, earlier.stderr));
            return diff.0;
        }
        args.push("--previous".to_owned());
        args.push(earlier.out().join("results.json").to_string_lossy().into_owned());
    } else if let Some(text) = &case.previous {
        let path = dir.path().join("previous.json");
        std::fs::write(&path, text).unwrap();
        args.push("--previous".to_owned());
        args.push(path.to_string_lossy().into_owned());
    }
    let files: Vec<_> = case.files.iter().map(Input::bytes).collect();
    let run = common::run_in(dir, &files, &args, &[]);
    let exits = case.expect.exit_any.clone().unwrap_or_else(|| vec![case.expect.exit.unwrap_or(0)]);
    if !run.exit.is_some_and(|exit| exits.contains(&exit)) {
        diff.say(format!("exit: expected {exits:?}, got {:?}; stderr:\n{}", run.exit, run.stderr));
    }
    if run.stderr.contains("panicked at") {
        diff.say(format!("panic: {}", run.stderr));
    }
    match (&run.results, run.exit) {
        (Some(results), exit) => {
            case.expect.compare(results, &mut diff);
            compare_with_itself(results, exit, &mut diff);
        }
        (None, Some(0 | 1)) => diff.say("no results.json that is JSON"),
        (None, _) => {
            if run.out().exists() {
                diff.say("the output folder exists although nothing was written");
            }
            if run.stderr.trim().is_empty() {
                diff.say("the program failed without a word");
            }
        }
    }
    diff.0
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Runs all cases of a group and reports every difference.
fn group(name: &str) {
    let wanted = std::env::var("TIERGAP_CASE").unwrap_or_default();
    let mut paths: Vec<_> = std::fs::read_dir(root().join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "group {name} has no cases");
    let mut failed = Vec::new();
    let total = paths.len();
    for path in paths {
        let label = format!("{name}/{}", path.file_stem().unwrap().to_string_lossy());
        if !label.contains(&wanted) {
            continue;
        }
        let case: Case =
            toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{label}: {error}"));
        let differences = judge(&case);
        if !differences.is_empty() {
            failed.push(format!("{label}\n  {}\n  - {}", case.why, differences.join("\n  - ")));
        }
    }
    assert!(failed.is_empty(), "{} of {total} cases of {name} differ\n\n{}\n", failed.len(), failed.join("\n\n"));
}

macro_rules! groups {
    ($($name:ident),* $(,)?) => {
        const GROUPS: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            group(stringify!($name));
        })*
    };
}

groups! {
    ahead, associations, credentials, dates, duplicates, editions, encodings, exits, headers, identity, market, months, numbers,
    people, persons, plan, previous, risk, roster, shapes, thresholds, trials, unreadable, usage, workloads,
}

#[test]
fn every_group_of_cases_is_run() {
    let mut folders: Vec<String> = std::fs::read_dir(root())
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, GROUPS);
}

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n\
    1000001,Alpha,Fabrikam,Exchange Online,OFFICE 365 ENTERPRISE E3,DPOR,2026-09,2500\n";

fn run_into(input: &Path, out: &Path) -> std::process::Output {
    common::tiergap().arg("run").arg(input).arg("--out").arg(out).output().unwrap()
}

#[test]
fn the_output_holds_what_the_rules_promise() {
    let run = common::run_texts(&[("usage.csv", USAGE)]);
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    let names: Vec<String> = common::tree(&run.out()).into_iter().map(|(name, _)| name).collect();
    for name in ["results.json", "portfolio.html", "portfolio.xlsx", "portfolio.pdf"] {
        assert!(names.iter().any(|n| n == name), "{name} is not among {names:?}");
    }
    assert_eq!(
        names.iter().filter(|n| n.starts_with("annotated/usage") && n.ends_with("xlsx")).count(),
        1,
        "{names:?}"
    );
    for file in ["gap-report.pdf", "gap-report.xlsx"] {
        let found = names.iter().filter(|n| n.starts_with("partners/1000001-") && n.ends_with(&format!("/{file}")));
        assert_eq!(found.count(), 1, "{file} among {names:?}");
    }
    let input = &run.results()["inputs"][0];
    assert_eq!(input["path"], "usage.csv");
    assert_eq!(input["sha256"].as_str().map(str::len), Some(64));
    let rules = &run.results()["ruleset"]["sha256"];
    assert_eq!(rules.as_str().map(str::len), Some(64), "{rules}");
}

#[test]
fn a_folder_that_others_filled_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    common::write_all(&input, &[("usage.csv".to_owned(), USAGE.into())]);
    let theirs =
        vec![("results.json".to_owned(), b"{\"mine\": true}".to_vec()), ("sub/thesis.txt".to_owned(), b"x".to_vec())];
    common::write_all(&out, &theirs);
    let output = run_into(&input, &out);
    assert!(matches!(output.status.code(), Some(2 | 3)), "{output:?}");
    assert_eq!(common::tree(&out), theirs);
}

#[test]
fn a_file_where_the_folder_should_be_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    common::write_all(&input, &[("usage.csv".to_owned(), USAGE.into())]);
    std::fs::write(&out, "mine").unwrap();
    let output = run_into(&input, &out);
    assert!(matches!(output.status.code(), Some(2 | 3)), "{output:?}");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
}

#[test]
fn our_own_output_is_written_again_and_nothing_stays_of_the_old_one() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    common::write_all(&input, &[("usage.csv".to_owned(), USAGE.into())]);
    assert_eq!(run_into(&input, &out).status.code(), Some(0));
    let first = common::tree(&out);
    assert_eq!(run_into(&input, &out).status.code(), Some(0));
    assert_eq!(common::tree(&out), first);
    std::fs::write(input.join("usage.csv"), USAGE.replace("1000001,Alpha", "1000002,Bravo")).unwrap();
    assert_eq!(run_into(&input, &out).status.code(), Some(0));
    let names: Vec<String> = common::tree(&out).into_iter().map(|(name, _)| name).collect();
    assert!(names.iter().any(|n| n.starts_with("partners/1000002-")), "{names:?}");
    assert!(!names.iter().any(|n| n.contains("1000001")), "{names:?}");
    let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "something was left beside the output: {left:?}");
}

#[test]
fn a_run_that_fails_leaves_our_old_output_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    common::write_all(&input, &[("usage.csv".to_owned(), USAGE.into())]);
    assert_eq!(run_into(&input, &out).status.code(), Some(0));
    let first = common::tree(&out);
    std::fs::write(input.join("usage.csv"), "Shopping list\nmilk\n").unwrap();
    assert_eq!(run_into(&input, &out).status.code(), Some(3));
    assert_eq!(common::tree(&out), first);
}

#[test]
fn an_input_that_is_not_there_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let output = run_into(&dir.path().join("nowhere"), &dir.path().join("out"));
    assert!(matches!(output.status.code(), Some(2 | 3)), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere"), "{output:?}");
    assert!(!dir.path().join("out").exists());
}

#[test]
fn talk_goes_to_stderr_and_json_to_stdout() {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    common::write_all(&input, &[("usage.csv".to_owned(), USAGE.into())]);
    let output =
        common::tiergap().arg("run").arg(&input).arg("--out").arg(&out).args(["--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let data = String::from_utf8(output.stdout).unwrap();
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&data).into_iter().collect();
    assert!(values.is_ok_and(|values| !values.is_empty()), "this is no JSON: {data}");
}

#[test]
fn the_rules_can_be_shown() {
    let again = common::tiergap().args(["rules", "show"]).output().unwrap();
    let shown = String::from_utf8(again.stdout).unwrap();
    let rules: toml::Table = toml::from_str(&shown).unwrap_or_else(|error| panic!("{error}\n{shown}"));
    for number in ["1000", "2000", "4000"] {
        assert!(rules.to_string().replace('_', "").contains(number), "{number} is not in the ruleset");
    }
}

/// The shipped rules as `rules show` prints them, changed and used in the place of the shipped ones.
fn run_with_rules(usage: &str, roster: &str, change: impl Fn(&str) -> String) -> common::Run {
    let shown = common::tiergap().args(["rules", "show"]).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    let changed = change(&shown);
    assert_ne!(changed, shown, "there is nothing to change in\n{shown}");
    let dir = tempfile::tempdir().unwrap();
    let rules = dir.path().join("own-rules.toml");
    std::fs::write(&rules, changed).unwrap();
    let files = [("usage.csv", usage), ("roster.csv", roster), ("partners.csv", PARTNERS)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let run = common::run_in(dir, &files, &["--rules".to_owned(), rules.to_string_lossy().into_owned()], &[]);
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    run
}

const PARTNERS: &str = "MPN ID,Partner Name,Country,Market\n1000001,Alpha,DE,developed\n";
const ROSTER: &str = "MPN ID,MCP ID,Individual Name,Email,Exam\n1000001,501,Anna,anna@a.example,70-346\n\
    1000001,501,Anna,anna@a.example,70-347\n1000001,502,Bruno,bruno@a.example,MCSA: Office 365\n";

/// The rules: "a ruleset may set `combine_paths = true`".
#[test]
fn a_ruleset_of_ones_own_may_combine_the_paths() {
    let usage = USAGE.replace(",2500\n", ",5000\n");
    let run = run_with_rules(&usage, ROSTER, |rules| {
        let is_key = |line: &str| line.split('=').next().is_some_and(|key| key.trim() == "combine_paths");
        rules.lines().map(|line| if is_key(line) { "combine_paths = true" } else { line }.to_owned() + "\n").collect()
    });
    assert_eq!(run.partner("1000001")["tier"], "gold", "{}", run.partner("1000001"));
}

/// The rules: "every threshold comes out of that file and nowhere else".
#[test]
fn a_ruleset_of_ones_own_may_ask_for_more() {
    let run = run_with_rules(USAGE, ROSTER, |rules| rules.replace("2_000", "2000").replace("2000", "2501"));
    let partner = run.partner("1000001");
    assert_eq!(partner["tier"], "none", "{partner}");
    let asked =
        partner["requirements"].as_array().unwrap().iter().any(|r| r["required"] == 2501 && r["shortfall"] == 1);
    assert!(asked, "{partner}");
}

/// A key that the format does not know is refused: a misspelt threshold must not be silently without effect.
#[test]
fn a_ruleset_with_an_unknown_key_is_wrong_configuration() {
    let dir = tempfile::tempdir().unwrap();
    let shown = common::tiergap().args(["rules", "show"]).output().unwrap();
    let rules = dir.path().join("own-rules.toml");
    std::fs::write(&rules, ["wombats = 3\n".as_bytes(), &shown.stdout].concat()).unwrap();
    let files = [("usage.csv".to_owned(), USAGE.as_bytes().to_vec())];
    let run = common::run_in(dir, &files, &["--rules".to_owned(), rules.to_string_lossy().into_owned()], &[]);
    assert_eq!(run.exit, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("wombats"), "{}", run.stderr);
}
