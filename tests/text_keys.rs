//! The texts of all languages: the same keys with the same values, each known to the program and none of them idle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use tiergap::assess::{RosterReason, UsageReason};
use tiergap::facts::{Role, SheetRef};
use tiergap::finding::{Code, Finding, Places, Severity, explain, render};
use tiergap::recognise::Vocabulary;
use tiergap::text::{Lang, Localizer};

/// Every message and attribute with the values that it names.
fn texts(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let source = lang.text().expect("texts");
    let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
    let mut all = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let mut add = |key: String, pattern: &Pattern<&str>| {
                    assert!(all.insert(key.clone(), values(pattern)).is_none(), "{lang}: {key} twice");
                };
                message.value.iter().for_each(|pattern| add(id.to_owned(), pattern));
                message.attributes.iter().for_each(|a| add(format!("{id}.{}", a.id.name), &a.value));
            }
            Entry::Junk { content } => panic!("{lang}: {content}"),
            _ => {}
        }
    }
    all
}

fn values(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(pattern, &mut found);
    found
}

fn walk(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => inline_values(inline, found),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                inline_values(selector, found);
                for variant in variants {
                    walk(&variant.value, found);
                }
            }
        }
    }
}

fn inline_values(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                inline_values(argument, found);
            }
        }
        _ => {}
    }
}

/// Keys that the program puts together from a code.
fn made_up() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for code in Code::ALL {
        for attribute in ["", ".title", ".help", ".about"] {
            keys.insert(format!("finding-{code}{attribute}"));
        }
    }
    for reason in UsageReason::ALL {
        for attribute in ["", ".title", ".remedy"] {
            keys.insert(format!("usage-reason-{}{attribute}", reason.as_str()));
        }
    }
    keys.extend(RosterReason::ALL.map(|reason| format!("roster-reason-{}", reason.as_str())));
    keys.extend([Severity::Error, Severity::Warning, Severity::Info].map(|s| format!("severity-{}", s.as_str())));
    keys.extend([Role::Usage, Role::Roster, Role::Partners, Role::None].map(|r| format!("role-{}", r.as_str())));
    keys.extend(["none", "silver", "gold"].map(|tier| format!("tier-{tier}")));
    let columns = ["partner", "id", "tier", "could-be", "entitlements", "people", "risk"];
    keys.extend(columns.map(|column| format!("cli-column-{column}")));
    keys.extend(["column", "about", "example", "values"].map(|column| format!("template-guide-{column}")));
    for workbook in ["usage", "roster", "partners"] {
        keys.insert(format!("template-{workbook}-sheet"));
        keys.extend((1..=4).map(|n| format!("template-{workbook}-guide-{n}")));
    }
    let fields = [
        "partner-id",
        "partner-name",
        "customer-id",
        "customer-name",
        "workload",
        "sku",
        "trial",
        "association",
        "active-users",
        "month",
        "person-id",
        "person-name",
        "email",
        "credential",
        "status",
        "achieved",
        "expires",
        "country",
        "market",
        "language",
        "contact-email",
        "tier",
        "anniversary",
    ];
    for attribute in ["", ".about", ".example"] {
        keys.extend(fields.map(|field| format!("template-{field}{attribute}")));
    }
    keys
}

/// No file, no sheet, no partner.
struct Nowhere;

impl Places for Nowhere {
    fn file(&self, _: u32) -> String {
        String::new()
    }

    fn sheet(&self, _: SheetRef) -> String {
        String::new()
    }

    fn partner(&self, _: u32) -> String {
        String::new()
    }
}

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|e| e == "rs") {
            text.push_str(&std::fs::read_to_string(&path).expect("source"));
        }
    }
}

fn source() -> String {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

#[test]
fn every_language_has_the_same_keys_with_the_same_values() {
    let english = texts(Lang::En);
    assert!(english.len() > 300, "only {} texts", english.len());
    for lang in Lang::available().filter(|lang| *lang != Lang::En) {
        let other = texts(lang);
        // A label is there only where a language has a word of its own; the lists of words have all of them.
        let keys = |all: &BTreeMap<String, BTreeSet<String>>| {
            all.keys().filter(|key| !key.starts_with("label-")).cloned().collect::<BTreeSet<_>>()
        };
        let differ: Vec<String> = keys(&english).symmetric_difference(&keys(&other)).cloned().collect();
        assert!(differ.is_empty(), "{lang}: keys differ: {differ:?}");
        for (key, values) in english.iter().filter(|(key, _)| !key.starts_with("label-")) {
            assert_eq!(Some(values), other.get(key), "{lang}: values of {key} differ");
        }
    }
}

#[test]
fn labels_are_words_for_ids_that_the_lists_know() {
    let words = Vocabulary::shipped().expect("words");
    for lang in Lang::available() {
        for (key, values) in texts(lang) {
            let Some(id) = key.strip_prefix("label-") else { continue };
            assert!(words.label(id.into()).is_some(), "{lang}: {key}");
            assert!(values.is_empty(), "{lang}: {key} has values");
        }
    }
}

#[test]
fn apostrophes_are_curly_like_the_quotes_beside_them() {
    for lang in Lang::available() {
        let source = lang.text().expect("texts");
        for (n, line) in source.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            // Between backticks stands what people type.
            let said: String = line.split('`').step_by(2).collect();
            assert!(!said.contains('\''), "{lang}, line {}: {line}", n + 1);
        }
    }
}

#[test]
fn french_marks_stay_with_their_words() {
    let source = Lang::Fr.text().expect("texts");
    for (n, line) in source.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        for apart in [" :", " ;", " ?", " !", " »", "« ", "'"] {
            assert!(!line.contains(apart), "line {}: {apart:?} in {line}", n + 1);
        }
    }
}

#[test]
fn german_quotes_open_low_and_close_high() {
    let source = Lang::De.text().expect("texts");
    for (n, line) in source.lines().enumerate() {
        assert!(!line.contains('”'), "line {}: {line}", n + 1);
    }
    assert_eq!(source.matches('„').count(), source.matches('“').count());
}

#[test]
fn every_key_that_the_program_makes_up_exists() {
    let english = texts(Lang::En);
    let missing: Vec<String> = made_up().into_iter().filter(|key| !english.contains_key(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_key_that_the_program_says_exists() {
    let english = texts(Lang::En);
    let source = source();
    let said = regex::Regex::new(
        r#"(?s)(?:say!\(\s*[^,"]+,\s*|\.message\(\s*&?|Phrase::new\(\s*|Trouble::[a-z]+\(\s*)"([a-z0-9.-]+)""#,
    )
    .expect("pattern");
    let keys: BTreeSet<&str> = said.captures_iter(&source).map(|c| c.get(1).expect("key").as_str()).collect();
    assert!(keys.len() > 150, "only {} keys found", keys.len());
    let missing: Vec<&str> = keys.into_iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_text_is_idle() {
    let source = source();
    let made_up = made_up();
    // Families whose keys the commands put together from the names of columns and guides.
    let families: Vec<&str> =
        ["template-", "cli-column-"].into_iter().filter(|family| source.contains(&format!("\"{family}{{"))).collect();
    assert_eq!(families.len(), 2, "{families:?}");
    let idle: Vec<String> = texts(Lang::En)
        .into_keys()
        // Fields and labels are asked for by the names that findings and rulesets give.
        .filter(|key| !key.starts_with("field-") && !key.starts_with("label-") && !made_up.contains(key))
        .filter(|key| !families.iter().any(|family| key.starts_with(family)))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn every_value_that_a_finding_names_is_one_that_the_renderer_gives() {
    // A value that is not given would show as `{$name}`; `explain` leaves all of them empty.
    for lang in Lang::available() {
        let text = Localizer::new(lang).expect("texts");
        for code in Code::ALL {
            let said = render(&Finding::new(*code), &text, &Nowhere);
            for part in [&said.message, &said.help, &said.title, &said.severity_text] {
                assert!(!part.is_empty() && !part.contains(['{', '}']), "{lang} {code}: {part}");
            }
            let told = explain(*code, &text);
            for part in [&told.severity, &told.title, &told.about, &told.help] {
                assert!(!part.is_empty() && !part.contains(['{', '}']), "{lang} {code}: {part}");
                assert!(!part.starts_with("finding-"), "{lang} {code}: {part}");
            }
        }
    }
}
