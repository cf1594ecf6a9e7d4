//! Everything that reads what others wrote, as functions of bytes. Each must come back, whatever the bytes are.

use std::sync::OnceLock;

use tiergap::facts::SheetFacts;
use tiergap::finding::{self, Places};
use tiergap::intake::{Book, CellError, Limits, Merge, SheetBuilder, Value, read_loaded};
use tiergap::recognise::{
    Markets, SeparatorEvidence, Separators, Vocabulary, WordFile, count_of, day_of_number, day_of_serial, fold,
    month_of_number, parse_count, parse_credentials, parse_date, part_tables, recognise,
};
use tiergap::report::content::{Material, annotated_book, partner_report, portfolio_report};
use tiergap::report::pdf::Fonts;
use tiergap::report::theme::{Logo, Theme};
use tiergap::report::{self, excel, json, pdf};
use tiergap::review::{Previous, Review, Terms};
use tiergap::rules::Ruleset;
use tiergap::text::{Lang, Localizer};
use tiergap::waivers::overlay;
use tiergap::workspace::Settings;

use super::{guard, packed};

/// A function of bytes, by name.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Target; 21] = [
    ("file", file),
    ("xlsx", xlsx),
    ("xlsb", xlsb),
    ("xls", xls),
    ("ods", ods),
    ("delimited", delimited),
    ("html", html),
    ("spreadsheetml", spreadsheetml),
    ("sheet", sheet),
    ("values", values),
    ("credential", credential),
    ("review", review),
    ("reports", reports),
    ("ruleset", ruleset),
    ("theme", theme),
    ("logo", logo),
    ("columns", columns),
    ("words", words),
    ("previous", previous),
    ("texts", texts),
    ("workspace", workspace),
];

/// Small enough that nothing takes long because it is large: what takes long all the same is a fault.
const LIMITS: Limits = Limits { file_bytes: 16 << 20, inflated_bytes: 16 << 20, cells: 200_000, cell_bytes: 64 << 10 };

fn vocabulary() -> &'static Vocabulary {
    static WORDS: OnceLock<Vocabulary> = OnceLock::new();
    WORDS.get_or_init(|| Vocabulary::shipped().expect("shipped words"))
}

fn english() -> &'static Localizer {
    static TEXT: OnceLock<Localizer> = OnceLock::new();
    TEXT.get_or_init(|| Localizer::new(Lang::En).expect("shipped texts"))
}

fn rules() -> Ruleset {
    tiergap::rules::shipped().first().expect("a ruleset is shipped").ruleset().expect("shipped rules")
}

fn as_text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

struct Named<'a>(&'a [Book]);

impl Places for Named<'_> {
    fn file(&self, file: u32) -> String {
        self.0.get(file as usize).map_or_else(String::new, |book| book.label.clone())
    }

    fn sheet(&self, sheet: tiergap::facts::SheetRef) -> String {
        let book = self.0.get(sheet.file as usize);
        let sheet = book.and_then(|book| book.sheets.get(sheet.sheet as usize));
        sheet.map_or_else(String::new, |sheet| sheet.name.clone())
    }

    fn partner(&self, partner: u32) -> String {
        format!("partner {partner}")
    }
}

/// Reads a file as the program does, and looks at what came out.
fn read(label: &str, bytes: &[u8]) -> Book {
    guard::install();
    let book = read_loaded(bytes, label, 0, &LIMITS);
    guard::no_panic_was_hidden();
    let cells: usize = book.sheets.iter().map(|sheet| sheet.cell_count()).sum();
    assert!(cells as u64 <= LIMITS.cells, "{cells} cells");
    for sheet in &book.sheets {
        let mut last = None;
        for row in sheet.rows() {
            for (col, value) in row.cells() {
                let at = (row.index(), col);
                assert!(last < Some(at), "{at:?} comes after {last:?}");
                last = Some(at);
                match value {
                    Value::Number(n) => assert!(n.is_finite(), "{at:?} is {n}"),
                    Value::Text(text) => {
                        assert!(!text.is_empty(), "{at:?} is an empty text");
                        assert!(text.len() <= LIMITS.cell_bytes + 16, "{at:?} has {} bytes", text.len());
                    }
                    Value::Empty => panic!("{at:?} is kept, though empty"),
                    _ => {}
                }
                assert!(at.0 < 1_048_576 && at.1 < 16_384, "{at:?} lies outside");
            }
        }
    }
    let books = std::slice::from_ref(&book);
    for finding in &book.findings {
        let said = finding::render(finding, english(), &Named(books));
        assert!(!said.message.is_empty(), "{finding:?} says nothing");
    }
    book
}

fn read_and_recognise(label: &str, bytes: &[u8]) {
    let mut book = read(label, bytes);
    part_tables(&mut book, vocabulary());
    let recognised = recognise(&book, 0, vocabulary());
    assert_eq!(recognised.sheets.len(), book.sheets.len());
}

/// Any file: what is it, and what does it hold?
pub fn file(data: &[u8]) {
    read_and_recognise("of a stranger.xlsx", data);
}

const TYPES: &str =
    r#"<Types><Override PartName="/xl/workbook.xml" ContentType="x.spreadsheetml.sheet.main+xml"/></Types>"#;
const ROOT: &str =
    r#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const ROOT_BIN: &str =
    r#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
/// A workbook of one sheet: begin, sheets, one of them called `S` with the relation `rId1`, their ends.
const WORKBOOK_BIN: &str = "\u{3}\u{1}\0";
const WORKBOOK_RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;

/// The parts of an Office Open XML workbook; one alone is a sheet.
pub fn xlsx(data: &[u8]) {
    let needed = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
    ];
    read("book.xlsx", &packed::zip(data, "xl/worksheets/sheet1.xml", &needed));
}

/// The parts of a binary workbook.
pub fn xlsb(data: &[u8]) {
    let needed = [("_rels/.rels", ROOT_BIN), ("xl/workbook.bin", WORKBOOK_BIN)];
    read("book.xlsb", &packed::zip(data, "xl/worksheets/sheet1.bin", &needed));
}

/// The stream of an Excel 97–2003 workbook.
pub fn xls(data: &[u8]) {
    read("book.xls", &packed::compound(data));
}

/// The parts of an OpenDocument spreadsheet; one alone is its content.
pub fn ods(data: &[u8]) {
    let needed = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet")];
    read("book.ods", &packed::zip(data, "content.xml", &needed));
}

/// Separated text.
pub fn delimited(data: &[u8]) {
    read_and_recognise("text.csv", data);
}

/// A page with tables.
pub fn html(data: &[u8]) {
    if data.starts_with(b"<") {
        read_and_recognise("page.html", data);
    } else {
        read_and_recognise("page.html", &[b"<html><body><table>", data].concat());
    }
}

/// A workbook as one XML file.
pub fn spreadsheetml(data: &[u8]) {
    const HEAD: &[u8] = br#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">"#;
    if data.starts_with(b"<?xml") {
        read("book.xml", data);
    } else {
        read("book.xml", &[HEAD, data].concat());
    }
}

/// A sheet: rows are lines, cells are separated by tabs. What begins with a control character is no text: its number,
/// date, boolean, error, missing value, or a merge down and to the right.
pub fn grid(data: &[u8]) -> Book {
    let text = as_text(data);
    let mut sheets = Vec::new();
    for (n, page) in text.split('\u{c}').take(4).enumerate() {
        let mut sheet = SheetBuilder::new(format!("S{n}"), n != 3);
        for (row, line) in page.split('\n').take(400).enumerate() {
            for (col, cell) in line.split('\t').take(60).enumerate() {
                let (row, col) = (row as u32, col as u32);
                let mut chars = cell.chars();
                let value = match chars.next() {
                    None => continue,
                    Some('\u{1}') => chars.as_str().parse().map_or(Value::Error(CellError::Num), Value::Number),
                    Some('\u{2}') => chars.as_str().parse().map_or(Value::Error(CellError::Num), Value::Date),
                    Some('\u{3}') => Value::Bool(chars.as_str() == "1"),
                    Some('\u{4}') => Value::Error(CellError::NA),
                    Some('\u{5}') => Value::Uncalculated,
                    Some('\u{6}') => {
                        let mut ends = chars.as_str().split(',').filter_map(|n| n.parse::<u16>().ok());
                        let (down, right) = (ends.next().unwrap_or(1), ends.next().unwrap_or(0));
                        let (last_row, last_col) = (row + u32::from(down), col + u32::from(right));
                        sheet.merge(Merge { first_row: row, first_col: col, last_row, last_col });
                        continue;
                    }
                    Some(_) => Value::Text(cell.into()),
                };
                sheet.push(row, col, value);
            }
        }
        sheets.push(sheet.finish());
    }
    Book { label: "grid.csv".to_owned(), sha256: String::new(), format: None, sheets, findings: Vec::new() }
}

/// The other way round.
pub fn ungrid(book: &Book) -> Vec<u8> {
    let mut pages = Vec::new();
    for sheet in &book.sheets {
        let mut page = String::new();
        let mut line = 0;
        for row in sheet.rows().take(60) {
            while line < row.index().min(400) {
                page.push('\n');
                line += 1;
            }
            let mut column = 0;
            for (col, value) in row.cells().take(60) {
                while column < col {
                    page.push('\t');
                    column += 1;
                }
                page.push_str(&match value {
                    Value::Empty => String::new(),
                    Value::Number(n) => format!("\u{1}{n}"),
                    Value::Date(n) => format!("\u{2}{n}"),
                    Value::Bool(b) => format!("\u{3}{}", u8::from(b)),
                    Value::Error(_) => "\u{4}".to_owned(),
                    Value::Uncalculated => "\u{5}".to_owned(),
                    Value::Text(text) => text.replace(['\t', '\n', '\u{c}'], " "),
                });
            }
        }
        pages.push(page);
    }
    pages.join("\u{c}").into_bytes()
}

/// Finding the header and recognising rows, twice with the same result.
pub fn sheet(data: &[u8]) {
    let mut book = grid(data);
    part_tables(&mut book, vocabulary());
    let recognised = recognise(&book, 7, vocabulary());
    assert_eq!(recognised, recognise(&book, 7, vocabulary()));
    for (n, facts) in recognised.sheets.iter().enumerate() {
        assert_eq!((facts.sheet.file, facts.sheet.sheet as usize), (7, n));
        assert!(facts.usage.iter().all(|row| row.sheet == facts.sheet && row.row < 400 && row.count_col < 60));
        assert!(facts.usage.iter().all(|row| !row.partner.is_empty()));
        assert!(facts.roster.iter().all(|row| row.sheet == facts.sheet && row.row < 400 && !row.partner.is_empty()));
        assert!(facts.partners.iter().all(|row| row.sheet == facts.sheet && row.row < 400));
    }
    assert!(recognised.findings.iter().all(|finding| finding.file == Some(7)));
}

/// Numbers, dates, months, countries and workloads of one text a line.
pub fn values(data: &[u8]) {
    let words = vocabulary();
    let text = as_text(data);
    let mut evidence = SeparatorEvidence::default();
    for line in text.lines().take(200) {
        evidence.observe(line);
        let _ = (parse_count(line, Separators::default()), parse_date(line, words));
        let _ = (words.country(line), words.workload(line));
        assert_eq!(fold(line).is_empty(), line.trim().is_empty(), "{line:?} folds to {:?}", fold(line));
    }
    for bytes in data.chunks_exact(8) {
        let number = f64::from_le_bytes(bytes.try_into().expect("eight bytes"));
        let _ = (day_of_number(number), day_of_serial(number), month_of_number(number));
        assert!(count_of(number).is_none_or(|count| (count as f64 - number).abs() < 1e-3));
    }
}

/// Names of exams and certifications.
pub fn credential(data: &[u8]) {
    for line in as_text(data).lines().take(200) {
        let found = parse_credentials(line, vocabulary());
        assert!(found.len() <= line.len() + 1, "{} of {line:?}", found.len());
    }
}

fn judged(data: &[u8]) -> Review {
    let words = vocabulary();
    let book = grid(data);
    let recognised = recognise(&book, 0, words);
    let sheets: Vec<SheetFacts> = recognised.sheets;
    let ruleset = rules();
    let associations = words.association_bits(&ruleset.entitlements.associations).expect("shipped associations");
    let markets = Markets::shipped().expect("shipped markets");
    let today = day_of_serial(46_000.0).expect("a day of 2025");
    let terms = Terms {
        ruleset,
        associations,
        as_of: None,
        today,
        label_of: &|id| words.label(id).map(str::to_owned),
        market_of: &|country| markets.of(country),
        market_list: None,
        earlier: &[],
        waived: None,
        share: None,
    };
    Review::judge(vec![book], vec![sheets], recognised.findings, terms)
}

/// A sheet of a stranger through to the results: judged, put into words, written as JSON that reads again.
pub fn review(data: &[u8]) {
    let review = judged(data);
    let material = Material::new(&review, vocabulary());
    for n in 0..review.portfolio.partners.len().min(8) {
        assert!(partner_report(&material, n, english()).is_some());
    }
    let folders = vec![String::new(); review.portfolio.partners.len()];
    let places = json::Places { folders: &folders, annotated: &[None], language: english().lang(), said: &[] };
    let sentences = |finding: &finding::Finding| {
        let said = finding::render(finding, english(), &Named(&review.books));
        json::Sentences { message: said.message, help: said.help }
    };
    let results = json::results(&review, &places, &sentences).expect("results are written");
    Previous::parse(&results, &review.ruleset.people.id).expect("results are read again");
}

/// The same through to the documents: workbooks that read again with every text as it was, pages, PDF.
pub fn reports(data: &[u8]) {
    let review = judged(data);
    let material = Material::new(&review, vocabulary());
    let text = english();
    let notes = annotated_book(&material, 0, text).expect("an annotated copy");
    let copy = excel::annotated(&review.books[0], &notes).expect("the annotated copy is written");
    opens(&copy);
    let folders = vec!["partners/x".to_owned(); review.portfolio.partners.len()];
    let portfolio = portfolio_report(&material, &folders, text);
    opens(&excel::portfolio(&portfolio).expect("the portfolio is written"));
    assert!(report::html::portfolio(&portfolio).trim_end().ends_with("</html>"));
    if let Some(report) = partner_report(&material, 0, text) {
        opens(&excel::gap_report(&report).expect("the workbook is written"));
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        let fonts = FONTS.get_or_init(|| Fonts::load(Some(std::path::Path::new("no such folder"))));
        pdf::gap_report(&report, fonts).expect("the PDF is written");
    }
}

/// A workbook of ours opens without a complaint.
fn opens(workbook: &[u8]) {
    let limits = Limits::default();
    let book = read_loaded(workbook, "ours.xlsx", 0, &limits);
    guard::no_panic_was_hidden();
    assert!(!book.sheets.is_empty(), "{:?}", book.findings);
    assert!(book.findings.is_empty(), "{:?}", book.findings);
}

/// A ruleset: refused with a place, or usable.
pub fn ruleset(data: &[u8]) {
    match Ruleset::parse(&as_text(data), "own.toml") {
        Ok(rules) => assert!(!rules.tiers.is_empty() && !rules.credentials().is_empty()),
        Err(error) => {
            assert!(!error.errors.is_empty());
            assert!(error.errors.iter().all(|e| e.line > 0 && e.column > 0 && !e.message.is_empty()));
            let _ = error.to_string();
        }
    }
}

/// A theme, with the bytes behind a NUL as its logo.
pub fn theme(data: &[u8]) {
    let (text, picture) = match data.iter().position(|&b| b == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (data, &[][..]),
    };
    match Theme::parse(&as_text(text), "theme.toml", &|_| Ok(picture.to_vec())) {
        Ok(theme) => {
            let _ = theme.short_contact();
            assert!(theme.colours.ink.contrast_on_white() >= 4.5);
        }
        Err(error) => assert!(error.problems.iter().all(|p| p.line > 0 && p.column > 0 && !p.message.is_empty())),
    }
}

/// The file of a workspace: what it settles is applied to a small sheet, and its schema knows all that it says.
pub fn workspace(data: &[u8]) {
    let settings = match Settings::parse(&as_text(data), "tiergap.toml") {
        Ok(settings) => settings,
        Err(error) => {
            assert!(error.problems.iter().all(|p| p.line > 0 && p.column > 0 && !p.message.is_empty()));
            return;
        }
    };
    assert!(!settings.inputs.is_empty() && settings.waivers.iter().all(|waiver| !waiver.reason.is_empty()));
    let mut sheet = SheetBuilder::new("usage", true);
    for n in 0..40 {
        sheet.push(n, n % 9, if n % 3 == 0 { Value::Number(f64::from(n)) } else { Value::Text("l770".into()) });
    }
    let label = "usage.csv".to_owned();
    let book = Book { label, sha256: String::new(), format: None, sheets: vec![sheet.finish()], findings: Vec::new() };
    if let Some((seen, cells)) =
        overlay(&book, 0, &settings.waivers, &(0..settings.waivers.len()).collect::<Vec<_>>(), &[])
    {
        assert!(!cells.is_empty() && seen.sheets.len() == 1 && seen.label == book.label);
    }
}

/// A picture.
pub fn logo(data: &[u8]) {
    if let Ok(logo) = Logo::read(data.to_vec()) {
        assert!(logo.width > 0 && logo.height > 0);
        let (width, height) = logo.fit(100.0, 40.0);
        assert!(width <= 100.01 && height <= 40.01, "{width} by {height}");
    }
}

/// Header names and market lists of the user's own.
pub fn columns(data: &[u8]) {
    let text = as_text(data);
    if let Ok(markets) = Markets::parse(&text, "markets.toml") {
        let _ = (markets.name(), markets.of("IT".into()));
    }
    match vocabulary().clone().with_columns(&text, "columns.toml") {
        Ok(words) => {
            recognise(&grid(b"Partner\tCustomer\tWorkload\tUsers\nA\tB\tEXO\t12"), 0, &words);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// The files of words of the user's own, by the first byte.
pub fn words(data: &[u8]) {
    let Some((which, text)) = data.split_first() else { return };
    let name = match which % 3 {
        0 => "columns.toml",
        1 => "values.toml",
        _ => "countries.toml",
    };
    let text = as_text(text);
    let own = |asked: &str| (asked == name).then_some(WordFile { text: &text, origin: "own.toml" });
    match Vocabulary::of_files(&own) {
        Ok(words) => {
            recognise(&grid(b"Partner\tCustomer\tWorkload\tUsers\nA\tB\tEXO\t12"), 0, &words);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// The results of an earlier review.
pub fn previous(data: &[u8]) {
    match Previous::parse(&as_text(data), "certified-people") {
        Ok(_) => {}
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Texts of the user's own: checked, then said.
pub fn texts(data: &[u8]) {
    let text = as_text(data);
    let problems = tiergap::text::check(&text);
    assert!(problems.iter().all(|p| p.line > 0 && p.column > 0 && !p.message.is_empty()));
    if !problems.is_empty() {
        return;
    }
    if let Ok(own) = Localizer::with_own(Lang::En, Some(&text), None) {
        for key in ["plan-intro", "role-usage", "finding-empty-file", "exam"] {
            let _ = own.message(key, &[("name", "x".into()), ("count", 3_u64.into()), ("number", "70-346".into())]);
        }
    }
}
