//! The reports of the sample inbox, for tests: what they say in every language, and that it fits.

use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::date;

use crate::facts::SheetFacts;
use crate::intake::{self, Book, Limits};
use crate::recognise::{Markets, Vocabulary, recognise};
use crate::report::content::{self, Cell, Material, PartnerReport, PortfolioReport};
use crate::review::{Previous, Review, Terms};
use crate::rules::{Ruleset, shipped};
use crate::text::{Lang, Localizer};

/// The review of the sample inbox as of 30 September 2026, with an earlier review in which things stood otherwise.
pub(crate) fn review() -> &'static (Review, Vocabulary) {
    static REVIEW: OnceLock<(Review, Vocabulary)> = OnceLock::new();
    REVIEW.get_or_init(|| {
        let words = Vocabulary::shipped().expect("words");
        let earlier = judge(&words, None);
        let json = crate::report::json::results(
            &earlier,
            &crate::report::json::Places { folders: &[], annotated: &[], language: Lang::En, said: &[] },
            &|_| crate::report::json::Sentences { message: String::new(), help: String::new() },
        );
        let previous = otherwise(&json.expect("results"));
        let previous = Previous::parse(&previous, &ruleset().people.id).expect("a previous review");
        (judge(&words, Some(&previous)), words)
    })
}

/// The same results with other figures, three months earlier.
fn otherwise(json: &str) -> String {
    let mut results: serde_json::Value = serde_json::from_str(json).expect("JSON");
    results["as_of"] = "2026-06-30".into();
    let partners = results["partners"].as_array_mut().expect("partners");
    partners.retain(|partner| partner["id"] != "4500018");
    for partner in partners {
        match partner["id"].as_str() {
            // It held Gold, with one customer more, another larger and a second person.
            Some("4300012") => {
                partner["tier"] = "gold".into();
                partner["usage"]["counted"]["active_users"] = 3_340.into();
                partner["customers"][0]["active_users"] = 1_500.into();
                let lost = serde_json::json!({ "id": null, "name": "Brauerei Altmühl", "active_users": 300 });
                partner["customers"].as_array_mut().expect("customers").push(lost);
                partner["people"][1]["qualifies_by"] = serde_json::json!(["exams"]);
                for requirement in partner["requirements"].as_array_mut().expect("requirements") {
                    if requirement["id"] == "certified-people" {
                        requirement["actual"] = 2.into();
                    }
                }
            }
            Some("4400025") => {
                partner["tier"] = "none".into();
                partner["usage"]["counted"]["active_users"] = 880.into();
            }
            _ => {}
        }
    }
    results.to_string()
}

fn ruleset() -> Ruleset {
    shipped().first().expect("a ruleset").ruleset().expect("a valid ruleset")
}

fn judge(words: &Vocabulary, previous: Option<&Previous>) -> Review {
    let inbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/inbox");
    let discovered = intake::discover(&[inbox], None);
    let mut findings = discovered.findings;
    let limits = Limits::default();
    let sources = discovered.sources.iter().enumerate();
    let mut books: Vec<Book> = sources.map(|(file, source)| intake::read(source, file as u32, &limits)).collect();
    let mut sheets: Vec<Vec<SheetFacts>> = Vec::new();
    for (file, book) in books.iter_mut().enumerate() {
        let recognised = recognise(book, file as u32, words);
        findings.append(&mut book.findings);
        findings.extend(recognised.findings);
        sheets.push(recognised.sheets);
    }
    let ruleset = ruleset();
    let markets = Markets::shipped().expect("markets");
    let associations = words.association_bits(&ruleset.entitlements.associations).expect("associations");
    let terms = Terms {
        associations,
        ruleset,
        as_of: Some(date(2026, 9, 30)),
        today: date(2026, 9, 30),
        label_of: &|id| words.label(id).map(str::to_owned),
        market_of: &|country| markets.of(country),
        market_list: None,
        earlier: previous.map(std::slice::from_ref).unwrap_or_default(),
        waived: None,
        share: None,
    };
    Review::judge(books, sheets, findings, terms)
}

/// All reports of the samples in one language.
pub(crate) fn reports(lang: Lang) -> (Vec<PartnerReport>, PortfolioReport) {
    let (review, words) = review();
    let text = Localizer::new(lang).expect("texts");
    let material = Material::new(review, words);
    let count = review.portfolio.partners.len();
    let partners = (0..count).map(|index| content::partner_report(&material, index, &text).expect("a report"));
    let folders: Vec<String> = (0..count).map(|index| format!("partners/{index}")).collect();
    (partners.collect(), content::portfolio_report(&material, &folders, &text))
}

/// The report of one partner, by its MPN ID.
pub(crate) fn report(id: &str, lang: Lang) -> PartnerReport {
    let (review, _) = review();
    let at = review.portfolio.partners.iter().position(|p| p.id.is_some_and(|known| known == id));
    reports(lang).0.swap_remove(at.expect("a partner of the samples"))
}

#[test]
fn reports_say_what_keeps_a_row_from_counting_and_what_is_lost() {
    let english = |id: &str| report(id, Lang::En);
    // 100 and 290 of one customer: the smaller one counts, and somebody has to find out which is right.
    let wisla = english("4600011");
    let titles: Vec<&str> = wisla.not_counted.groups.iter().map(|group| group.title.as_str()).collect();
    assert!(titles.contains(&"Duplicate with another number – 1 row, 290 active users"), "{titles:?}");
    // On record as Silver, and one entitlement short of it.
    let kestrel = english("4100033");
    assert_eq!(
        kestrel.status.headline,
        "Kestrel Bay Consulting Inc. no longer meets Silver: it needs 1 active entitlement."
    );
    // Rows without association: one of them is of August, too.
    let remark = kestrel.not_counted.remark.expect("remarks");
    let rows = kestrel.not_counted.groups.iter().flat_map(|group| &group.table.rows);
    let remarks: Vec<&Cell> = rows.filter_map(|row| row.cells.get(remark)).filter(|c| !says_nothing(c)).collect();
    assert_eq!(remarks, [&Cell::Text("Another month: August 2026".to_owned())]);
    // No market anywhere: 2,000 and not 1,000 are asked for.
    let tidewater = english("4700014");
    assert_eq!(tidewater.requirements.notes, ["The market of this partner is not known: the higher thresholds apply."]);
    // The sheet says 1 December 2027, which returns every year.
    let aozora = english("4800019");
    assert!(aozora.head.facts.contains(&("Anniversary".to_owned(), "1 December 2026".to_owned())));
    // Its late additions have no column that could be read as active users.
    let alderfinch = english("4100017");
    assert!(alderfinch.findings.lines.iter().any(|line| line.code == "missing-column"));
    // Mixed paths are told beside the requirements, and are no problem of the data.
    let brenta = english("4200018");
    assert!(brenta.requirements.notes.iter().any(|note| note.contains("by one path or another")));
    assert!(brenta.findings.lines.iter().all(|line| line.code != "mixed-paths"));
    // A row without workload is told by what it lacks, as its count can be read.
    let nuages = english("4500018");
    let unreadable = &nuages.not_counted.groups[0];
    assert_eq!(unreadable.title, "Cannot be read – 1 row, 85 active users");
    let at = nuages.not_counted.remark.expect("remarks");
    assert_eq!(unreadable.table.rows[0].cells[at], Cell::Text("Cannot be read: workload".to_owned()));
}

fn says_nothing(cell: &Cell) -> bool {
    matches!(cell, Cell::Empty) || matches!(cell, Cell::Text(text) if text.is_empty())
}

#[test]
fn no_key_and_no_brace_reaches_a_reader_in_any_language() {
    let text = Lang::En.text().expect("texts");
    let keys: std::collections::BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| key.contains('-'))
        .collect();
    assert!(keys.contains("status-title") && keys.len() > 300);
    for lang in Lang::ALL {
        let (review, words) = review();
        let text = Localizer::new(lang).expect("texts");
        let (partners, portfolio) = reports(lang);
        let material = Material::new(review, words);
        let books = (0..review.books.len()).filter_map(|file| content::annotated_book(&material, file, &text));
        let mut said: Vec<String> = partners.iter().map(|report| format!("{report:?}")).collect();
        said.push(format!("{portfolio:?}"));
        said.extend(books.map(|book| format!("{book:?}")));
        for said in said {
            for word in said.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.')) {
                let word = word.trim_matches('.');
                assert!(!keys.contains(word), "{lang}: the key {word} is not translated");
            }
            for sign in ["{ $", "{$", "\u{2068}", "\u{2069}"] {
                assert!(!said.contains(sign), "{lang}: {sign:?} in a report");
            }
        }
    }
}

/// A workbook in words: its sheets cell by cell, and everything else of its parts, without the numbers of styles.
fn workbook_in_words(bytes: &[u8]) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip container");
    let mut parts = std::collections::BTreeMap::new();
    for n in 0..archive.len() {
        let mut entry = archive.by_index(n).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        let mut xml = String::new();
        if !name.starts_with("xl/media/") && entry.read_to_string(&mut xml).is_ok() {
            parts.insert(name, xml);
        }
    }
    let strings = shared_strings(parts.get("xl/sharedStrings.xml").expect("strings"));
    let told = |name: &str| {
        ["xl/workbook.xml", "xl/worksheets/", "xl/tables/", "xl/charts/", "xl/comments"]
            .iter()
            .any(|p| name.starts_with(p))
    };
    let mut out = String::new();
    for (name, xml) in parts.iter().filter(|(name, _)| told(name)) {
        out.push_str(&format!("\n== {name}\n"));
        part_in_words(xml, &strings, &mut out);
    }
    out
}

fn shared_strings(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut strings, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Start(start) if start.name().as_ref() == "si" => strings.push(String::new()),
            quick_xml::events::Event::Start(start) => inside = start.name().as_ref() == "t",
            quick_xml::events::Event::Text(text) if inside => {
                strings.last_mut().expect("an entry").push_str(&text);
            }
            quick_xml::events::Event::GeneralRef(name) if inside => {
                strings.last_mut().expect("an entry").push_str(&format!("&{};", &*name));
            }
            quick_xml::events::Event::Eof => return strings,
            _ => {}
        }
    }
}

fn part_in_words(xml: &str, strings: &[String], out: &mut String) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut depth, mut shared) = (0_usize, false);
    let element = |start: &quick_xml::events::BytesStart<'_>| {
        let name = start.name().as_ref().to_owned();
        let mut attributes: Vec<String> = start
            .attributes()
            .flatten()
            .filter(|a| {
                !matches!(a.key.as_ref(), "s" | "dxfId" | "dataDxfId" | "headerRowDxfId")
                    && !a.key.as_ref().starts_with("xmlns")
            })
            .map(|a| format!("{}={}", a.key.as_ref(), a.value))
            .collect();
        attributes.sort();
        (name, attributes.join(" "))
    };
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                let (name, attributes) = element(&start);
                shared = if name == "c" { attributes.contains("t=s") } else { shared };
                out.push_str(&format!("{}{name} {attributes}\n", "  ".repeat(depth)));
                depth += 1;
            }
            Event::Empty(start) => {
                let (name, attributes) = element(&start);
                // A cell without a value says nothing.
                if name != "c" {
                    out.push_str(&format!("{}{name} {attributes}\n", "  ".repeat(depth)));
                }
            }
            Event::Text(text) if !text.trim().is_empty() => {
                let at = text.parse::<usize>().ok().filter(|_| shared);
                let said = at.and_then(|at| strings.get(at)).map_or(&*text, String::as_str);
                out.push_str(&format!("{}\"{said}\"\n", "  ".repeat(depth)));
            }
            Event::End(_) => depth -= 1,
            Event::Eof => return,
            _ => {}
        }
    }
}

#[test]
fn the_workbooks_are_written_as_they_were() {
    let report = report("4700014", Lang::En);
    let bytes = crate::report::excel::gap_report(&report).expect("a workbook");
    insta::assert_snapshot!("gap-report-workbook-4700014-en", workbook_in_words(&bytes));
    let mut portfolio = reports(Lang::De).1;
    portfolio.findings.lines.truncate(4);
    portfolio.sources.table.rows.truncate(2);
    let bytes = crate::report::excel::portfolio(&portfolio).expect("a workbook");
    insta::assert_snapshot!("portfolio-workbook-de", workbook_in_words(&bytes));
}
