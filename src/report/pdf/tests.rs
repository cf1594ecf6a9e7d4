//! What must hold for every page, whatever the content.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document as File, Object};

use super::fixture::{self, NAMES};
use super::list::{Item, Page, Role, Run, Tag};
use super::*;
use crate::report::content::{Cell, Row, Tone};

fn laid_out(rows: usize) -> Document {
    lay_out_gap(&fixture::partner(rows), &Fonts::load(None), Theme::shipped()).0
}

fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    page.items.iter().filter_map(|item| match item {
        Item::Run(run) => Some(run),
        _ => None,
    })
}

/// Text of a run as it stands on the line.
fn shown(run: &Run) -> String {
    run.pieces().map(|(text, _)| text).collect()
}

/// Left, right, top and bottom of the ink of a run, without a space that hangs at its end.
fn ink(run: &Run) -> (f32, f32, f32, f32) {
    let hanging: f32 = match run.pieces().last() {
        Some((text, glyphs)) if text == " " => glyphs.iter().map(|glyph| glyph.advance).sum(),
        _ => 0.0,
    };
    (run.x, run.x + run.width - hanging * run.size, run.y - 0.72 * run.size, run.y + 0.2 * run.size)
}

/// No text outside the margins, none over another block's text.
fn assert_in_place(document: &Document, sheet: Sheet) {
    for (number, page) in document.pages.iter().enumerate() {
        let all: Vec<&Run> = runs(page).collect();
        for (at, run) in all.iter().enumerate() {
            let (left, right, top, bottom) = ink(run);
            let text = shown(run);
            assert!(left >= sheet.side - 0.5, "page {number}: {text:?} starts in the left margin");
            assert!(right <= sheet.width - sheet.side + 0.5, "page {number}: {text:?} ends in the right margin");
            assert!(top >= 12.0 && bottom <= sheet.height - 12.0, "page {number}: {text:?} leaves the page");
            if run.tag != Tag::Running {
                assert!(top >= sheet.top - 1.0, "page {number}: {text:?} is in the header");
                assert!(bottom <= sheet.height - sheet.bottom + 1.0, "page {number}: {text:?} is in the footer");
            }
            for other in all.iter().skip(at + 1).filter(|other| other.block != run.block) {
                let (l, r, t, b) = ink(other);
                let apart = right <= l + 0.3 || r <= left + 0.3 || bottom <= t + 0.3 || b <= top + 0.3;
                assert!(apart, "page {number}: {text:?} and {:?} overlap", shown(other));
            }
        }
    }
}

#[test]
fn no_text_leaves_its_place() {
    assert_in_place(&laid_out(40), Sheet::A4);
    let fonts = Fonts::load(None);
    let (document, _) = lay_out_portfolio(&fixture::portfolio(60), &fonts, Theme::shipped());
    assert_in_place(&document, Sheet::A4_WIDE);
}

#[test]
fn the_sample_reports_fit_their_pages_in_every_language() {
    let fonts = Fonts::load(None);
    for lang in crate::text::Lang::ALL {
        let (partners, portfolio) = crate::report::samples::reports(lang);
        for report in &partners {
            let (document, _) = lay_out_gap(report, &fonts, Theme::shipped());
            assert_in_place(&document, Sheet::A4);
            // Where it stands, what is missing and what to do next: all on the first page.
            let plan = document.bookmarks.iter().find(|bookmark| bookmark.title == report.plan.title);
            assert_eq!(plan.map(|bookmark| bookmark.page), Some(0), "{lang}: {}", report.head.title);
        }
        let (document, _) = lay_out_portfolio(&portfolio, &fonts, Theme::shipped());
        assert_in_place(&document, Sheet::A4_WIDE);
        // One page for the meeting; the partners' list begins on the next.
        let list = document.bookmarks.iter().find(|bookmark| bookmark.title == portfolio.partners_title);
        assert_eq!(list.map(|bookmark| bookmark.page), Some(1), "{lang}");
    }
}

/// Structure, texts and outline of a document: what a reader meets, without where it stands.
fn in_words(document: &Document) -> String {
    let mut out = String::new();
    for node in &document.nodes {
        let mut depth = 0;
        let mut up = node.parent;
        while let Some(parent) = up {
            depth += 1;
            up = document.nodes.get(parent.0).and_then(|node| node.parent);
        }
        let said = node.texts.join(" ");
        let alt = node.alt.as_ref().map(|alt| format!(" [{alt}]")).unwrap_or_default();
        out.push_str(format!("{}{:?} {said}{alt}", "  ".repeat(depth), node.role).trim_end());
        out.push('\n');
    }
    for bookmark in &document.bookmarks {
        out.push_str(&format!("bookmark {} {}\n", bookmark.level, bookmark.title));
    }
    out
}

#[test]
fn the_documents_read_as_they_did() {
    let fonts = Fonts::load(None);
    for (id, lang) in [("4300012", "de"), ("4200018", "it"), ("4700014", "en")] {
        let report = crate::report::samples::report(id, lang.parse().expect("a language"));
        let (document, _) = lay_out_gap(&report, &fonts, Theme::shipped());
        insta::assert_snapshot!(format!("gap-report-{id}-{lang}"), in_words(&document));
    }
    let (_, portfolio) = crate::report::samples::reports(crate::text::Lang::En);
    let (document, _) = lay_out_portfolio(&portfolio, &fonts, Theme::shipped());
    insta::assert_snapshot!("portfolio-en", in_words(&document));
}

#[test]
fn endless_names_and_cells_stay_within_their_pages() {
    let mut report = fixture::partner(3);
    let endless = "Averylongword".repeat(700);
    report.head.title = endless.clone();
    report.head.name = endless.clone();
    report.head.facts[0].1 = endless.clone();
    report.status.headline = "many words ".repeat(900);
    report.plan.steps[0].text = "many words ".repeat(900);
    let cells = (0..7).map(|_| Cell::Text(endless.clone())).collect();
    report.customers.table.rows.insert(1, Row { cells, tone: Tone::Open });
    report.findings.lines[0].value = "a\u{0301}".repeat(3000);
    let (document, _) = lay_out_gap(&report, &Fonts::load(None), Theme::shipped());
    assert_in_place(&document, Sheet::A4);
    // Nothing of a table cell is lost when its row goes over several pages.
    let letters = |text: &str| text.chars().filter(|c| c.is_ascii_alphabetic()).count();
    let cells: BTreeSet<usize> =
        (0..document.nodes.len()).filter(|&at| document.nodes[at].role == Role::TableCell).collect();
    let set: usize = document
        .pages
        .iter()
        .flat_map(runs)
        .filter(|run| matches!(run.tag, Tag::Node(node) if cells.contains(&node.0)))
        .map(shown)
        .filter(|text| text.bytes().all(|byte| b"Averylongword".contains(&byte)))
        .map(|text| letters(&text))
        .sum();
    assert!(set >= 7 * letters(&endless), "{set} letters set");
}

#[test]
fn tables_repeat_their_header_and_headings_keep_company() {
    let document = laid_out(120);
    let header = |page: &Page, tag: fn(Tag) -> bool| {
        runs(page).any(|run| tag(run.tag) && shown(run).trim() == "Customer" && run.y < Sheet::A4.top + 40.0)
    };
    let last_row = document.pages.iter().position(|page| runs(page).any(|run| shown(run) == "Total" && run.y < 780.0));
    assert!(last_row.is_some());
    // 120 rows need at least three pages; the ones after the first start with the header, as an artifact.
    let repeated = document.pages.iter().filter(|page| header(page, |tag| tag == Tag::Running)).count();
    assert!(repeated >= 2, "{repeated} pages repeat the header");
    // Below every heading of a section something else stands on the same page.
    for bookmark in &document.bookmarks {
        let page = &document.pages[bookmark.page];
        let foot = runs(page).filter(|run| run.tag != Tag::Running).map(|run| run.y).fold(0.0, f32::max);
        assert!(foot > bookmark.y + 30.0, "{:?} stands alone at the foot of page {}", bookmark.title, bookmark.page);
    }
}

#[test]
fn rows_stay_whole() {
    let document = laid_out(120);
    let mut pages: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (number, page) in document.pages.iter().enumerate() {
        for run in runs(page) {
            let Tag::Node(mut node) = run.tag else { continue };
            while document.nodes[node.0].role != Role::TableRow {
                let Some(parent) = document.nodes[node.0].parent else { break };
                node = parent;
            }
            if document.nodes[node.0].role == Role::TableRow {
                pages.entry(node.0).or_default().insert(number);
            }
        }
    }
    assert!(pages.len() > 140);
    assert!(pages.values().all(|on| on.len() == 1), "a row stands on two pages");
}

#[test]
fn same_content_same_bytes_whatever_was_drawn_before() {
    let report = fixture::partner(40);
    let fonts = Fonts::load(None);
    let first = gap_report(&report, &fonts).expect("a PDF");
    super::portfolio(&fixture::portfolio(20), &fonts).expect("a PDF");
    assert_eq!(gap_report(&report, &fonts).expect("a PDF"), first);
    assert_eq!(gap_report(&report, &Fonts::load(None)).expect("a PDF"), first);
}

#[test]
fn threads_share_the_fonts() {
    let fonts = Fonts::load(None);
    let expected = gap_report(&fixture::partner(12), &fonts).expect("a PDF");
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(|| gap_report(&fixture::partner(12), &fonts))).collect();
        for one in all {
            assert_eq!(one.join().expect("a thread").expect("a PDF"), expected);
        }
    });
}

#[test]
fn partners_lead_to_their_reports() {
    let mut report = fixture::portfolio(2);
    report.lines[0].folder = "partners/1-a b&c".to_owned();
    report.lines[1].folder = String::new();
    let pdf = super::portfolio(&report, &Fonts::load(None)).expect("a PDF");
    let file = File::load_mem(&pdf.bytes).expect("a readable file");
    // A name on several lines is as many places to click.
    let targets: BTreeSet<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?.as_str().ok())
        .map(|uri| String::from_utf8_lossy(uri).into_owned())
        .collect();
    assert_eq!(targets, BTreeSet::from(["partners/1-a%20b%26c/gap-report.pdf".to_owned()]));
}

#[test]
fn the_file_says_what_it_is() {
    let report = fixture::partner(40);
    let pdf = gap_report(&report, &Fonts::load(None)).expect("a PDF");
    assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
    assert!(pdf.bytes.len() < 76_000, "{} bytes", pdf.bytes.len());
    let file = File::load_mem(&pdf.bytes).expect("a readable file");
    assert_eq!(file.get_pages().len(), pdf.pages);
    let catalog = file.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"), b"en");
    for key in ["MarkInfo", "StructTreeRoot", "Metadata", "OutputIntents", "Outlines", "ViewerPreferences"] {
        assert!(catalog.has(key.as_bytes()), "no {key}");
    }
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).expect("information");
    let info = file.get_dictionary(info).expect("information");
    assert_eq!(info.get(b"CreationDate").and_then(Object::as_str).expect("a date"), b"D:20260930000000Z");
    assert!(!info.has(b"GTS_PDFXVersion"));
    let title = info.get(b"Title").and_then(Object::as_str).expect("a title");
    assert_eq!(utf16(title), report.head.title);
    let XmpPart(xmp) = metadata(&file);
    assert!(xmp.contains("Gap report – Contoso Cloud Services GmbH"));
    // An archive takes only documents whose every character has a glyph.
    assert_eq!(xmp.contains("<pdfaid:part>2</pdfaid:part>"), pdf.missing.is_empty());
    assert!(file.trailer.has(b"ID"));
}

#[test]
fn files_stay_small() {
    let fonts = Fonts::load(None);
    // Names in Latin, Greek and Cyrillic letters; then in eighteen scripts, some of them in fonts of the system.
    let european: Vec<&str> = NAMES.into_iter().filter(|name| name.chars().all(|c| c < '\u{530}')).collect();
    assert!(european.len() > 5 && european.len() < NAMES.len());
    for (rows, most, most_of_all) in [(40, 60_000, 72_000), (300, 130_000, 145_000)] {
        let pdf = gap_report(&fixture::partner(rows), &fonts).expect("a PDF");
        assert!(pdf.bytes.len() < most_of_all, "{rows} rows in many scripts: {} bytes", pdf.bytes.len());
        let mut report = fixture::latin(rows);
        let tables = report.not_counted.groups.iter_mut().map(|group| &mut group.table);
        for (nth, row) in tables.chain([&mut report.customers.table]).flat_map(|table| &mut table.rows).enumerate() {
            row.cells[0] = Cell::Text(format!("{} {nth}", european[nth % european.len()]));
        }
        let pdf = gap_report(&report, &fonts).expect("a PDF");
        assert!(pdf.bytes.len() < most, "{rows} rows in European letters: {} bytes", pdf.bytes.len());
    }
    for (rows, most) in [(40, 40_000), (300, 120_000)] {
        let report = fixture::latin(rows);
        let pdf = gap_report(&report, &fonts).expect("a PDF");
        assert!(pdf.bytes.len() < most, "{rows} rows: {} bytes", pdf.bytes.len());
        // Latin letters need no font of the system.
        assert!(pdf.missing.is_empty());
    }
}

#[test]
fn of_very_many_rows_the_first_are_shown_and_the_others_are_told() {
    let mut report = fixture::latin(1);
    let row = report.customers.table.rows[0].clone();
    let pages = |report: &PartnerReport| lay_out_gap(report, &Fonts::load(None), Theme::shipped()).0.pages;
    let said = |pages: &[Page]| pages.iter().flat_map(runs).map(shown).collect::<String>().replace(' ', "");
    report.customers.table.rows = vec![row; 2_000];
    let all = pages(&report);
    assert!(!said(&all).contains("notshown"));
    report.customers.table.rows = vec![report.customers.table.rows[0].clone(); 3_234];
    let first = pages(&report);
    assert!(said(&first).contains("1,234morerowsarenotshownhere"));
    assert!(first.len() <= all.len() + 1, "{} pages, {}", first.len(), all.len());
}

#[test]
fn copied_text_is_what_was_set() {
    let mut report = fixture::partner(NAMES.len());
    // No line breaks within names: every column but the first is empty.
    report.customers.table.columns.truncate(2);
    for row in &mut report.customers.table.rows {
        row.cells.truncate(2);
    }
    report.customers.table.total = None;
    let fonts = Fonts::load(None);
    let pdf = gap_report(&report, &fonts).expect("a PDF");
    let file = File::load_mem(&pdf.bytes).expect("a readable file");
    let said = structure_texts(&file);
    let page_text = page_texts(&file);
    for name in NAMES {
        // Right-to-left names carry their reading order in the structure; the rest reads straight off the glyphs.
        let found = said.iter().any(|text| text == name) || page_text.iter().any(|text| text == name);
        let drawn = !name.chars().any(|c| pdf.missing.contains(&c));
        assert!(found, "{name} cannot be copied (drawn: {drawn})");
    }
}

#[test]
fn what_no_font_has_is_named_and_still_copied() {
    let mut report = fixture::partner(2);
    report.findings.lines.truncate(1);
    report.findings.lines[0].value = "a\u{10FFFD}b".to_owned();
    report.findings.lines[0].code = "x\u{07}y".to_owned();
    let pdf = gap_report(&report, &Fonts::load(None)).expect("a PDF");
    assert_eq!(pdf.missing, ['\u{10FFFD}']);
    let XmpPart(xmp) = metadata(&File::load_mem(&pdf.bytes).expect("a readable file"));
    assert!(!xmp.contains("pdfaid"));
    let texts = page_texts(&File::load_mem(&pdf.bytes).expect("a readable file"));
    assert!(texts.iter().any(|text| text == "a\u{10FFFD}b"));
    assert!(texts.iter().any(|text| text == "x\u{FFFD}y"));
}

#[test]
fn empty_sections_are_left_out() {
    let mut report = fixture::partner(1);
    report.customers.table.rows.clear();
    report.not_counted.groups.clear();
    report.people.lines.clear();
    report.findings.lines.clear();
    report.sources.table.rows.clear();
    report.method.sentences.clear();
    report.ahead = None;
    report.changes = None;
    let (document, _) = lay_out_gap(&report, &Fonts::load(None), Theme::shipped());
    let titles: Vec<&str> = document.bookmarks.iter().map(|bookmark| bookmark.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Gap report – Contoso Cloud Services GmbH", "Where you stand", "Plan for Gold", "Requirements"]
    );
    assert!(document.pages.len() <= 2);
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).skip(1).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}

struct XmpPart(String);

fn metadata(file: &File) -> XmpPart {
    let id = file.catalog().and_then(|catalog| catalog.get(b"Metadata")).and_then(Object::as_reference).expect("XMP");
    let stream = file.get_object(id).and_then(Object::as_stream).expect("XMP");
    XmpPart(String::from_utf8(stream.content.clone()).expect("UTF-8"))
}

/// The texts that structure elements give for themselves.
fn structure_texts(file: &File) -> Vec<String> {
    file.objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"ActualText").ok()?.as_str().ok().map(utf16))
        .collect()
}

/// The text of every marked content: glyphs through their font's table, or what stands in their place.
fn page_texts(file: &File) -> Vec<String> {
    let mut texts = Vec::new();
    for page in file.get_pages().into_values() {
        let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = file
            .get_page_fonts(page)
            .expect("fonts")
            .into_iter()
            .map(|(name, font)| (name, to_unicode(file, font)))
            .collect();
        let content = file.get_and_decode_page_content(page).expect("content");
        let mut font = Vec::new();
        let mut text = String::new();
        let mut instead = false;
        let mut depth = 0;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" => depth += 1,
                "BDC" => {
                    depth += 1;
                    let properties = operation.operands.get(1).and_then(|properties| properties.as_dict().ok());
                    if let Some(actual) = properties.and_then(|properties| properties.get(b"ActualText").ok()) {
                        text.push_str(&utf16(actual.as_str().expect("a string")));
                        instead = true;
                    }
                }
                "EMC" => {
                    depth -= 1;
                    instead = false;
                    if depth == 0 {
                        texts.push(std::mem::take(&mut text).trim_end().to_owned());
                    }
                }
                "Tf" => operation.operands[0].as_name().expect("a name").clone_into(&mut font),
                "Tj" | "TJ" if !instead => {
                    let parts = match &operation.operands[0] {
                        Object::Array(parts) => parts.as_slice(),
                        single => std::slice::from_ref(single),
                    };
                    for part in parts {
                        let Ok(bytes) = part.as_str() else { continue };
                        for code in bytes.chunks(2) {
                            text.push_str(&fonts[&font][&u16::from_be_bytes([code[0], code[1]])]);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    texts
}

fn to_unicode(file: &File, font: &lopdf::Dictionary) -> BTreeMap<u16, String> {
    let id = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a table");
    let stream = file.get_object(id).and_then(Object::as_stream).expect("a table");
    let table = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let table = String::from_utf8(table).expect("text");
    let mut map = BTreeMap::new();
    for line in table.lines() {
        let parts: Vec<&str> = line.split(['<', '>']).collect();
        if let ["", code, " ", text, ""] = parts.as_slice()
            && code.len() == 4
            && !text.is_empty()
        {
            let units: Vec<u16> = (0..text.len() / 4)
                .map(|at| u16::from_str_radix(&text[at * 4..at * 4 + 4], 16).expect("hex"))
                .collect();
            map.insert(u16::from_str_radix(code, 16).expect("hex"), String::from_utf16(&units).expect("UTF-16"));
        }
    }
    map
}

/// Writes the fixtures where `TIERGAP_PDF_OUT` says, to look at them.
#[test]
fn fixtures_can_be_looked_at() {
    let Some(folder) = std::env::var_os("TIERGAP_PDF_OUT") else { return };
    let fonts = Fonts::load(None);
    let folder = std::path::Path::new(&folder);
    let reports = [40, 100, 300].map(|rows| (rows.to_string(), rows, fixture::partner(rows)));
    for (name, rows, report) in reports.into_iter().chain([("latin".to_owned(), 100, fixture::latin(100))]) {
        let start = std::time::Instant::now();
        let pdf = gap_report(&report, &fonts).expect("a PDF");
        let took = start.elapsed();
        std::fs::write(folder.join(format!("gap-{name}.pdf")), &pdf.bytes).expect("written");
        let start = std::time::Instant::now();
        let (document, _) = lay_out_gap(&report, &fonts, Theme::shipped());
        let laid_out = start.elapsed();
        backend::write(&document, &report.head, &fonts).expect("a PDF");
        let whole = start.elapsed();
        let note = format!(
            "{rows} rows: {} bytes, {} pages, first {took:?}, again {whole:?} of which layout {laid_out:?}, missing {:?}\n",
            pdf.bytes.len(),
            pdf.pages,
            pdf.missing
        );
        std::fs::write(folder.join(format!("gap-{name}.txt")), note).expect("written");
        let pdf = super::portfolio(&fixture::portfolio(rows), &fonts).expect("a PDF");
        std::fs::write(folder.join(format!("portfolio-{rows}.pdf")), &pdf.bytes).expect("written");
    }
}

/// What the most used extractor makes of the names, where it is installed.
#[test]
fn an_extractor_gives_the_names_back() {
    let mut report = fixture::partner(NAMES.len());
    report.customers.table.columns.truncate(2);
    for row in &mut report.customers.table.rows {
        row.cells.truncate(2);
    }
    report.customers.table.total = None;
    let pdf = gap_report(&report, &Fonts::load(None)).expect("a PDF");
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), &pdf.bytes).expect("written");
    let Ok(output) = std::process::Command::new("pdftotext").arg(file.path()).arg("-").output() else {
        return;
    };
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let text: String = text.chars().filter(|c| !('\u{202A}'..='\u{202E}').contains(c)).collect();
    // The extractor guesses spaces from gaps, and takes one between vowel marks for one.
    for name in NAMES.iter().filter(|name| !name.contains('\u{064F}')) {
        let shown = !name.chars().any(|c| pdf.missing.contains(&c));
        assert!(!shown || text.contains(name), "{name} is not in the extracted text");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_set_within_its_place(
        texts in proptest::collection::vec("\\PC{0,60}|[\\x00-\\u{10FFFF}]{0,40}|[a-z \u{0590}-\u{06FF}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{300}-\u{30F}]{0,50}", 6)
    ) {
        let mut report = fixture::partner(2);
        let mut texts = texts.into_iter().cycle();
        let mut next = || texts.next().unwrap_or_default();
        report.head.title = next();
        report.head.name = next();
        report.head.facts[1].1 = next();
        report.status.headline = next();
        report.status.risks[0] = next();
        report.plan.steps[1].text = next();
        report.gauges[0].verdict = next();
        report.people.lines[0].name = next();
        for row in &mut report.customers.table.rows {
            row.cells[0] = Cell::Text(next());
        }
        for line in &mut report.findings.lines {
            line.value = next();
            line.place = next();
        }
        let fonts = hostile_fonts();
        let (document, _) = lay_out_gap(&report, fonts, Theme::shipped());
        assert_in_place(&document, Sheet::A4);
        let bytes = backend::write(&document, &report.head, fonts).expect("a PDF");
        let file = File::load_mem(&bytes).expect("a readable file");
        assert_eq!(file.get_pages().len(), document.pages.len());
    }
}

/// One set of fonts for all cases: system fonts are looked through once.
fn hostile_fonts() -> &'static Fonts {
    static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
    FONTS.get_or_init(|| Fonts::load(None))
}
