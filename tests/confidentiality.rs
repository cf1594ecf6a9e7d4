//! A partner's folder holds nothing of any other partner. Every partner of these inputs has words of its own in
//! every place that could leak; each report is taken apart and searched for the words of the others.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read as _;
use std::process::Command;

use rust_xlsxwriter::Workbook;

/// One partner: its ID, and a stem that all words of its own begin with and nothing else contains.
struct Subject {
    id: &'static str,
    stem: &'static str,
}

const SUBJECTS: [Subject; 3] = [
    Subject { id: "1710031", stem: "Zorbax" },
    Subject { id: "2820042", stem: "Quillimar" },
    Subject { id: "3930053", stem: "Vexlodon" },
];

/// An own word of a subject, such as `ZorbaxTenant`.
fn own(subject: &Subject, what: &str) -> String {
    format!("{}{what}", subject.stem)
}

const USAGE: [&str; 11] = [
    "MPN ID",
    "Partner Name",
    "CustomerTenantId",
    "Customer Name",
    "Workload",
    "SKU",
    "Association Type",
    "Month",
    "Active Users",
    "Wombats",
    "CustomerSegment",
];

/// Rows of a subject with every kind of verdict and finding: good, trial, no association, duplicate, conflict,
/// unknown workload, unknown association, unreadable count and month.
fn usage_rows(subject: &Subject) -> Vec<Vec<String>> {
    let kinds = [
        ("A", "Exchange Online", "E3", "DPOR", "2026-09", "1800"),
        ("A", "Exchange Online", "E3", "DPOR", "2026-09", "1800"),
        ("B", "Yammer", "E3 TRIAL", "DPOR", "2026-09", "90"),
        ("C", "Yammer", "E3", "PAL", "2026-09", "420"),
        ("D", "Yammer", "E3", "DPOR", "2026-09", "50"),
        ("D", "Yammer", "E3", "DPOR", "2026-09", "60"),
        ("E", "?", "E3", "DPOR", "2026-09", "70"),
        ("F", "Yammer", "E3", "?", "2026-09", "80"),
        ("G", "Yammer", "E3", "DPOR", "2026-09", "?"),
        ("H", "Yammer", "E3", "DPOR", "?", "10"),
    ];
    kinds
        .iter()
        .map(|&(customer, workload, sku, association, month, count)| {
            let or_own = |text: &str, what: &str| if text == "?" { own(subject, what) } else { text.to_owned() };
            vec![
                subject.id.to_owned(),
                own(subject, "Partner"),
                own(subject, &format!("Tenant{customer}")),
                own(subject, &format!("Customer{customer}")),
                or_own(workload, "Workload"),
                format!("{sku} {}", own(subject, "Sku")),
                or_own(association, "Association"),
                or_own(month, "Month"),
                or_own(count, "Count"),
                own(subject, "Wombat"),
                own(subject, "Segment"),
            ]
        })
        .collect()
}

const ROSTER: [&str; 8] =
    ["MPN ID", "Partner Name", "MCP ID", "Individual Name", "Email", "Training Title", "Status", "Completion Date"];

fn roster_rows(subject: &Subject) -> Vec<Vec<String>> {
    let email = own(subject, "@people.example");
    [
        ("Person1", "Mcp1", "70-346", "Passed", "2025-03-15"),
        ("Person1", "Mcp2", "70-347", "Passed", "2025-03-15"),
        ("Person1", "Mcp2", "?", "Passed", "2025-03-15"),
        ("Person1", "Mcp2", "70-345", "?", "2025-03-15"),
        ("Person1", "Mcp2", "70-346", "Passed", "?"),
    ]
    .iter()
    .map(|&(name, mcp, title, status, date)| {
        let or_own = |text: &str, what: &str| if text == "?" { own(subject, what) } else { text.to_owned() };
        vec![
            subject.id.to_owned(),
            own(subject, "Partner"),
            own(subject, mcp),
            own(subject, name),
            email.clone(),
            or_own(title, "Exam"),
            or_own(status, "Status"),
            or_own(date, "Date"),
        ]
    })
    .collect()
}

const PARTNERS: [&str; 8] =
    ["MPN ID", "Partner Name", "Country", "Market", "Language", "Contact Email", "Current Tier", "Wombats"];

fn partner_row(subject: &Subject) -> Vec<String> {
    let words = ["Country", "Market", "Language", "@office.example", "Tier", "Wombat"].map(|what| own(subject, what));
    [vec![subject.id.to_owned(), own(subject, "Partner")], words.to_vec()].concat()
}

fn csv(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = header.join(",") + "\n";
    for row in rows {
        writeln!(text, "{}", row.join(",")).unwrap();
    }
    text.into_bytes()
}

fn add_sheet(book: &mut Workbook, name: &str, header: &[&str], rows: &[Vec<String>]) {
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    for (col, title) in header.iter().enumerate() {
        sheet.write_string(0, col as u16, *title).unwrap();
    }
    for (n, row) in rows.iter().enumerate() {
        for (col, text) in row.iter().enumerate() {
            sheet.write_string(1 + n as u32, col as u16, text).unwrap();
        }
    }
}

/// Everybody in shared files, and each in files of its own too.
fn inputs() -> Vec<(String, Vec<u8>)> {
    let all = |rows: fn(&Subject) -> Vec<Vec<String>>| SUBJECTS.iter().flat_map(rows).collect::<Vec<_>>();
    let mut files = vec![
        ("everybody-usage.csv".to_owned(), csv(&USAGE, &all(usage_rows))),
        ("everybody-roster.csv".to_owned(), csv(&ROSTER, &all(roster_rows))),
        ("everybody-partners.csv".to_owned(), csv(&PARTNERS, &SUBJECTS.iter().map(partner_row).collect::<Vec<_>>())),
    ];
    let mut book = Workbook::new();
    for subject in &SUBJECTS {
        let mut rows = usage_rows(subject);
        rows.truncate(4);
        for row in &mut rows {
            row[3] = own(subject, "SheetCustomer");
            row[2] = own(subject, "SheetTenant");
        }
        add_sheet(&mut book, &own(subject, "Sheet"), &USAGE, &rows);
        let title = own(subject, "Header");
        let header: Vec<&str> = ROSTER.into_iter().chain([title.as_str()]).collect();
        files.push((
            format!("{}/{}.csv", own(subject, "Folder"), own(subject, "File")),
            csv(&header, &roster_rows(subject)),
        ));
    }
    files.push(("everybody.xlsx".to_owned(), book.save_to_buffer().unwrap()));
    files
}

/// Whether the bytes hold the word in any form that a document could carry it: as it is, in either UTF-16, or as
/// hexadecimal of UTF-16, in whatever case.
fn holds(bytes: &[u8], word: &str) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let word = word.to_ascii_lowercase();
    let be: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let le: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // Hexadecimal keeps the case of the word: upper and lower initials are both searched.
    let hex = |text: &str| text.encode_utf16().fold(String::new(), |all, unit| all + &format!("{unit:04x}"));
    let mut title = word.clone();
    title[..1].make_ascii_uppercase();
    let needles = [word.clone().into_bytes(), be, le, hex(&word).into_bytes(), hex(&title).into_bytes()];
    needles.iter().any(|needle| lower.windows(needle.len()).any(|part| part == needle))
}

/// Every part of a workbook, inflated, and the names of the parts.
fn workbook_parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        let name = part.name().unwrap().into_owned();
        parts.insert(name, content);
    }
    parts
}

/// Every string and stream of a PDF, inflated, and the text of its pages.
fn pdf_parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    fn strings(object: &lopdf::Object, into: &mut Vec<u8>) {
        match object {
            lopdf::Object::String(text, _) => into.extend(text.iter().chain(b"\n")),
            lopdf::Object::Name(name) => into.extend(name.iter().chain(b"\n")),
            lopdf::Object::Array(items) => items.iter().for_each(|item| strings(item, into)),
            lopdf::Object::Dictionary(dict) => dict.iter().for_each(|(_, item)| strings(item, into)),
            lopdf::Object::Stream(stream) => {
                stream.dict.iter().for_each(|(_, item)| strings(item, into));
                into.extend(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()));
            }
            _ => {}
        }
    }
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let mut parts = BTreeMap::from([("the file".to_owned(), bytes.to_vec())]);
    for (id, object) in &document.objects {
        let mut content = Vec::new();
        strings(object, &mut content);
        parts.insert(format!("object {}", id.0), content);
    }
    let mut trailer = Vec::new();
    document.trailer.iter().for_each(|(_, item)| strings(item, &mut trailer));
    parts.insert("trailer".to_owned(), trailer);
    let (name, text) = page_text(bytes, &document);
    parts.insert(name.to_owned(), text.into_bytes());
    parts
}

/// What `pdftotext` copies, where it is installed.
const COPIED: &str = "text as copied";

/// The text as a reader would copy it, without spaces: a word may be broken over two lines of a narrow column. Where
/// `pdftotext` is not installed, what lopdf makes of the pages, which may be nothing.
fn page_text(bytes: &[u8], document: &lopdf::Document) -> (&'static str, String) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let copied = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file.path()).arg("-").output();
    let (name, text) = match copied {
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            (COPIED, String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(_) => {
            let pages: Vec<u32> = document.get_pages().keys().copied().collect();
            ("text of the pages", document.extract_text(&pages).unwrap_or_default())
        }
    };
    (name, text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}')).collect())
}

/// Takes everything below `partners/` apart: file, part of the file, content.
fn parts_by_folder(run: &common::Run) -> BTreeMap<String, Vec<(String, Vec<u8>)>> {
    let mut folders: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    for (name, bytes) in common::tree(&run.out().join("partners")) {
        let (folder, file) = name.split_once('/').unwrap();
        let parts = match file.rsplit('.').next() {
            Some("xlsx") => workbook_parts(&bytes),
            Some("pdf") => pdf_parts(&bytes),
            _ => BTreeMap::from([("the file".to_owned(), bytes)]),
        };
        let list = folders.entry(folder.to_owned()).or_default();
        list.push((format!("{name} (name)"), name.clone().into_bytes()));
        for (part, content) in parts {
            list.push((format!("{name}: {part} (name)"), part.clone().into_bytes()));
            list.push((format!("{name}: {part}"), content));
        }
    }
    folders
}

fn check(run: &common::Run) {
    assert!(matches!(run.exit, Some(0 | 1)), "{:?} {}", run.exit, run.stderr);
    let folders = parts_by_folder(run);
    assert_eq!(folders.len(), SUBJECTS.len(), "{:?}", folders.keys());
    let mut leaks = Vec::new();
    for subject in &SUBJECTS {
        let (folder, parts) = folders
            .iter()
            .find(|(folder, _)| folder.starts_with(subject.id))
            .unwrap_or_else(|| panic!("no folder of {} in {:?}", subject.id, folders.keys()));
        // Where its own words cannot be found, the search would find nothing of the others either.
        for (file, word) in
            [("gap-report.xlsx", own(subject, "CustomerA")), ("gap-report.pdf", own(subject, "Partner"))]
        {
            let found = parts.iter().any(|(name, content)| name.contains(file) && holds(content, &word));
            assert!(found, "{word} is not found in {folder}/{file}: the search is blind");
        }
        for (name, text) in parts.iter().filter(|(name, _)| name.ends_with(COPIED)) {
            assert!(holds(text, &own(subject, "Partner")), "{name}: the text cannot be copied");
        }
        for other in SUBJECTS.iter().filter(|other| other.id != subject.id) {
            for (name, content) in parts {
                for word in [other.stem, other.id] {
                    if holds(content, word) {
                        leaks.push(format!("{name} holds {word}"));
                    }
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn no_report_holds_anything_of_another_partner() {
    let run = common::run_in(tempfile::tempdir().unwrap(), &inputs(), &[], &[]);
    // The inputs really make the findings that could leak.
    for code in
        ["unknown-workload", "unknown-association", "unreadable-count", "conflicting-duplicate", "unmapped-column"]
    {
        let findings = run.results()["findings"].as_array().unwrap();
        assert!(findings.iter().any(|f| f["code"] == code), "no finding {code}");
    }
    check(&run);
}

#[test]
fn the_name_of_a_shared_file_or_sheet_tells_nothing_of_another_partner() {
    let shared = own(&SUBJECTS[0], "AndFriends");
    let mut book = Workbook::new();
    let all = |rows: fn(&Subject) -> Vec<Vec<String>>| SUBJECTS.iter().flat_map(rows).collect::<Vec<_>>();
    add_sheet(&mut book, &shared, &USAGE, &all(usage_rows));
    add_sheet(&mut book, "roster", &ROSTER, &all(roster_rows));
    let run = common::run_in(
        tempfile::tempdir().unwrap(),
        &[(format!("{shared}/{shared}.xlsx"), book.save_to_buffer().unwrap())],
        &[],
        &[],
    );
    check(&run);
}

#[test]
fn a_comparison_with_an_earlier_review_tells_nothing_of_another_partner() {
    let before = common::run_in(tempfile::tempdir().unwrap(), &inputs(), &[], &[]);
    let previous = before.out().join("results.json").to_string_lossy().into_owned();
    let args = ["--previous".to_owned(), previous];
    check(&common::run_in(tempfile::tempdir().unwrap(), &inputs(), &args, &[]));
}

/// A row with one partner's ID and another's name: the name is the other's, and not told to the one.
#[test]
fn a_mistyped_id_tells_no_partner_of_another() {
    let usage = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n\
                 4711000,Xqalpinor GmbH,Own Co,Exchange Online,E3,DPOR,2026-09,100\n\
                 4711001,Beta Cloud Ltd,Their Co,Exchange Online,E3,DPOR,2026-09,100\n\
                 4711001,Xqalpinor GmbH,Shared Co,Exchange Online,E3,DPOR,2026-09,100\n";
    let master = "MPN ID,Partner Name,Country\n4711000,Xqalpinor GmbH,Germany\n4711001,Beta Cloud Ltd,Germany\n";
    let run = common::run_texts(&[("usage.csv", usage), ("partners.csv", master)]);
    let folder = run.out().join("partners/4711001-Beta Cloud Ltd");
    let workbook = std::fs::read(folder.join("gap-report.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    for at in 0..archive.len() {
        let mut part = String::new();
        let mut entry = archive.by_index(at).unwrap();
        if std::io::Read::read_to_string(&mut entry, &mut part).is_ok() {
            assert!(!part.contains("Xqalpinor"), "{part:.400}");
        }
    }
}
