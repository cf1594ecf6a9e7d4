//! What findings say, they say in the language of the reader: no word of the code itself reaches a message.
//!
//! The findings are rendered through texts whose every letter is blotted out. What is still legible then comes from
//! the inputs, from a library's own error, or from a sentence that somebody wrote into the code.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod intake_support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use intake_support::{bytes, ods, xlsx, xlsx_with, zipped};
use jiff::civil::date;
use tiergap::facts::Month;
use tiergap::finding::{Arg, Finding, render};
use tiergap::intake::{Book, Limits, Value, discover, read};
use tiergap::recognise::{Markets, Vocabulary, recognise};
use tiergap::review::{Review, Terms};
use tiergap::text::{Lang, Localizer};

fn blot(pattern: &mut Pattern<&str>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                let blotted: String = value.chars().map(|c| if c.is_alphabetic() { '◊' } else { c }).collect();
                *value = Box::leak(blotted.into_boxed_str());
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    blot(&mut variant.value);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// The Italian texts with every letter blotted out.
fn blotted() -> Localizer {
    let text = Lang::It.text().unwrap();
    let mut resource = parser::parse(text.as_str()).unwrap();
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry {
            message.value.iter_mut().for_each(blot);
            message.attributes.iter_mut().for_each(|a| blot(&mut a.value));
        }
    }
    Localizer::with_text(Lang::It, &serializer::serialize(&resource)).unwrap()
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).map(str::to_lowercase)
}

/// What an input itself says: its names and its texts.
fn own_words(book: &Book, own: &mut BTreeSet<String>) {
    own.extend(words(&book.label));
    for sheet in &book.sheets {
        own.extend(words(&sheet.name));
        for (_, value) in sheet.rows().flat_map(|row| row.cells().collect::<Vec<_>>()) {
            match value {
                Value::Text(text) => own.extend(words(&text)),
                Value::Error(error) => own.extend(words(error.as_str())),
                Value::Bool(_) => own.extend(["true".to_owned(), "false".to_owned()]),
                _ => {}
            }
        }
    }
}

/// What a finding may quote beside its inputs: a library's error, the name of a format, a header or workload of the
/// lists that is meant, the letters of a cell.
fn quoted(finding: &Finding, own: &mut BTreeSet<String>) {
    for (name, arg) in &finding.args {
        match (*name, arg) {
            ("name" | "other" | "suggestion" | "workload", Arg::Text(text)) => own.extend(words(text)),
            (_, Arg::Phrase(phrase)) => {
                for (name, arg) in &phrase.args {
                    if let ("technical" | "format" | "part" | "number", Arg::Text(text)) = (*name, arg) {
                        own.extend(words(text));
                    }
                }
            }
            _ => {}
        }
    }
    let cells = finding.cell.iter().chain(&finding.also);
    own.extend(cells.flat_map(|cell| words(&cell.a1()).collect::<Vec<_>>()));
}

/// Everything that findings can say of these books.
fn judged(books: Vec<Book>, before: Vec<Finding>, vocabulary: &Vocabulary) -> Review {
    let recognised: Vec<_> = books.iter().enumerate().map(|(n, book)| recognise(book, n as u32, vocabulary)).collect();
    let mut findings = before;
    findings.extend(books.iter().flat_map(|book| book.findings.clone()));
    findings.extend(recognised.iter().flat_map(|r| r.findings.clone()));
    let markets = Markets::shipped().unwrap();
    let ruleset = tiergap::rules::shipped()[0].ruleset().unwrap();
    let terms = Terms {
        associations: vocabulary.association_bits(&ruleset.entitlements.associations).unwrap(),
        ruleset,
        as_of: None,
        today: date(2026, 10, 5),
        label_of: &|id| vocabulary.label(id).map(str::to_owned),
        market_of: &|country| markets.of(country),
        market_list: None,
        earlier: &[],
        waived: None,
        share: None,
    };
    Review::judge(books, recognised.into_iter().map(|r| r.sheets).collect(), findings, terms)
}

/// The words of messages that come neither from the texts nor from the inputs, by the message.
fn foreign(review: &Review, text: &Localizer, plain: &Localizer) -> BTreeMap<String, Vec<String>> {
    let mut own: BTreeSet<String> =
        (1..=12).flat_map(|month| words(&plain.month(Month::new(2026, month).unwrap())).collect::<Vec<_>>()).collect();
    own.extend(words(plain.lang().name()));
    review.books.iter().for_each(|book| own_words(book, &mut own));
    let mut found = BTreeMap::new();
    for finding in &review.findings {
        let mut own = own.clone();
        quoted(finding, &mut own);
        let said = render(finding, text, review);
        let all = format!("{} {} {}", said.message, said.title, said.help);
        let foreign: Vec<String> = words(&all).filter(|word| !own.contains(word)).collect();
        if !foreign.is_empty() {
            found.insert(render(finding, plain, review).message, foreign);
        }
    }
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn folder(path: &str) -> (Vec<Book>, Vec<Finding>) {
    let found = discover(&[root().join(path)], None);
    let read_one = |(n, source)| read(source, n as u32, &Limits::default());
    (found.sources.iter().enumerate().map(read_one).collect(), found.findings)
}

/// One file after another as a run of its own, as damaged files hide nothing of each other then.
fn each(files: Vec<(String, Vec<u8>)>) -> Vec<Vec<Book>> {
    files.into_iter().map(|(name, file)| vec![bytes(&name, &file)]).collect()
}

/// Files of every kind that is no table, and tables that are damaged in many ways.
fn hostile() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let random: Vec<u8> = (0_u32..4000).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for bytes in [
        &b"%PDF-1.7\n1 0 obj"[..],
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\x1f\x8b\x08\0\0\0",
        b"{\\rtf1 hello}",
        b"SQLite format 3\0",
        b"\x7FELF",
        b"\x09\x04\x06\x00",
        b"{\"partners\": []}",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n<table>",
        b"<html><body>Hello</body></html>",
        b"<?xml version='1.0'?><note/>",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        b"PK\x03\x04rest",
        &random,
    ] {
        files.push(("a.xlsx".into(), bytes.to_vec()));
    }
    files.push(("a.xlsx".into(), zipped(&[("photo.jpg", b"x")])));
    files.push(("a.xlsx".into(), zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text")])));
    files.push(("a.xlsx".into(), zipped(&[("mimetype", b"application/vnd.oasis.opendocument.presentation")])));
    files.push(("a.xlsx".into(), zipped(&[("[Content_Types].xml", b"<Types><x t='wordprocessingml'/></Types>")])));
    files.push(("a.xlsx".into(), xlsx("<row><c r='A1' t='q'><v>1</v></c><c r='B1' t='s'><v>9</v></c></row>")));
    files.push(("a.xlsx".into(), xlsx("<row><c r='B1' t='s'><v>9</v></c><c r='ZZZZ1'><v>9</v></c></row>")));
    files.push(("a.xlsx".into(), xlsx("<row><c r='B1'></d></row>")));
    files.push(("a.xlsx".into(), xlsx_with("<row><c><v>1</v></c></row>", Some("<sst><si><t>x</"))));
    let wide = r#"<table:table-row table:number-rows-repeated="20000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    files.push(("a.ods".into(), ods(wide)));
    files.push(("a.csv".into(), b"a,b,c\n1,\"2,3,4\n4,5,6\n7,8,9\n1,2,3\n".to_vec()));
    for name in ["table.xlsx", "table.xlsb", "table.xls", "table.ods", "table.xml", "table.html"] {
        let whole = std::fs::read(root().join("tests/fixtures").join(name)).unwrap();
        files.push(("a.csv".into(), whole.clone()));
        for eighth in 1..8 {
            files.push((name.to_owned(), whole.get(..whole.len() * eighth / 8).unwrap().to_vec()));
        }
    }
    files
}

/// The inputs of every case in `tests/cases`.
fn cases(dir: &Path, into: &mut Vec<Vec<Book>>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            cases(&path, into);
        } else if path.extension().is_some_and(|e| e == "toml") {
            let case: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            let files = case.get("files").and_then(|files| files.as_array()).cloned().unwrap_or_default();
            let read = |(n, file): (usize, &toml::Value)| {
                let of = |key: &str| file.get(key).and_then(|v| v.as_str()).unwrap_or_default();
                let dir = tempfile::tempdir().unwrap();
                let path = dir.path().join("file");
                std::fs::write(&path, of("text")).unwrap();
                let source = tiergap::intake::Source { path, label: of("name").to_owned() };
                tiergap::intake::read(&source, n as u32, &Limits::default())
            };
            into.push(files.iter().enumerate().map(read).collect());
        }
    }
}

#[test]
fn findings_of_samples_cases_and_damaged_files_have_no_word_of_the_code() {
    let (text, plain) = (blotted(), Localizer::new(Lang::It).unwrap());
    let vocabulary = Vocabulary::shipped().unwrap();
    let mut runs = vec![folder("samples/inbox"), folder("tests/fixtures")];
    let mut singles = each(hostile());
    cases(&root().join("tests/cases"), &mut singles);
    runs.extend(singles.into_iter().map(|books| (books, Vec::new())));
    let (mut told, mut codes, mut details) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
    for (books, before) in runs {
        let review = judged(books, before, &vocabulary);
        told.extend(foreign(&review, &text, &plain));
        for finding in &review.findings {
            codes.insert(finding.code);
            let phrases = finding.args.iter().filter_map(|(_, arg)| match arg {
                Arg::Phrase(phrase) => Some(phrase.key),
                _ => None,
            });
            details.extend(phrases);
        }
    }
    assert!(told.is_empty(), "{told:#?}");
    // Otherwise the silence above proves little.
    assert!(codes.len() >= 40, "{} codes: {codes:?}", codes.len());
    assert!(details.len() >= 30, "{} details: {details:?}", details.len());
}

#[test]
fn a_sentence_of_the_code_would_be_noticed() {
    let (text, plain) = (blotted(), Localizer::new(Lang::It).unwrap());
    let vocabulary = Vocabulary::shipped().unwrap();
    let mut book = bytes("a.csv", b"x,y\n1,2\n");
    let written = Finding::new(tiergap::finding::Code::UnreadableFile).in_file(0).arg("detail", "broken beyond repair");
    book.findings.push(written);
    let review = judged(vec![book], Vec::new(), &vocabulary);
    let found: Vec<Vec<String>> = foreign(&review, &text, &plain).into_values().collect();
    assert_eq!(found, [["broken", "beyond", "repair"]]);
}
