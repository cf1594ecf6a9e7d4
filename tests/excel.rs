//! Workbooks from outside: read back with another library, compared with the figures that were decided.

#![allow(clippy::unwrap_used)] // a test that cannot read back has failed

#[path = "excel/fixture.rs"]
mod fixture;

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use fixture::*;
use tiergap::assess::Metric;
use tiergap::facts::{CellRef, SheetRef};
use tiergap::finding::Severity;
use tiergap::intake::{Book, CellError, Merge, Sheet, SheetBuilder, Value};
use tiergap::report::content::*;
use tiergap::report::excel::{self, TemplateColumn, TemplateKind, TemplateTexts};
use tiergap::report::theme::Theme;

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    open(bytes).worksheet_range(name).unwrap()
}

/// The value at an A1 address.
fn value(range: &Range<Data>, address: &str) -> Data {
    let letters = address.trim_end_matches(|c: char| c.is_ascii_digit());
    let col = letters.bytes().fold(0, |col, b| col * 26 + u32::from(b - b'A') + 1) - 1;
    let row: u32 = address[letters.len()..].parse().unwrap();
    range.get_value((row - 1, col)).cloned().unwrap_or(Data::Empty)
}

fn formula(bytes: &[u8], name: &str, address: &str) -> String {
    let formulas = open(bytes).worksheet_formula(name).unwrap();
    let letters = address.trim_end_matches(|c: char| c.is_ascii_digit());
    let col = letters.bytes().fold(0, |col, b| col * 26 + u32::from(b - b'A') + 1) - 1;
    let row: u32 = address[letters.len()..].parse().unwrap();
    formulas.get_value((row - 1, col)).cloned().unwrap_or_default()
}

fn text(value: &str) -> Data {
    Data::String(value.to_owned())
}

/// The row below the header whose first cells are these.
fn row_of(range: &Range<Data>, first: &str, second: &str) -> Vec<Data> {
    range.rows().find(|row| row[0] == text(first) && row[1] == text(second)).unwrap().to_vec()
}

/// Sets what counts of a figure, as the judging would have.
fn decide(report: &mut PartnerReport, metric: Metric, actual: u64) {
    for row in report.requirements.rows.iter_mut().filter(|row| row.metric == metric) {
        row.actual = actual;
        row.shortfall = row.required.saturating_sub(actual);
        row.met = row.shortfall == 0;
        row.met_text = String::from(if row.met { "met" } else { "not met" });
    }
    for gauge in report.gauges.iter_mut().filter(|gauge| gauge.metric == metric) {
        gauge.value = actual;
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn parts(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

fn template_texts() -> TemplateTexts {
    let column = |title: &str, kind, allowed: &[&str]| TemplateColumn {
        title: title.to_owned(),
        explanation: format!("What belongs under {title}, in one sentence that is long enough to wrap in a note."),
        allowed: allowed.iter().map(|&a| a.to_owned()).collect(),
        example: "1234567".to_owned(),
        kind,
    };
    TemplateTexts {
        head: head("Usage template"),
        sheet: "Usage".to_owned(),
        columns: vec![
            column("MPN ID", Kind::Text, &[]),
            column("Workload", Kind::Text, &["Exchange Online", "Yammer, ProPlus", "=1+1"]),
            column("Active Users", Kind::Int, &[]),
            column("Trial", Kind::Text, &["yes", "no"]),
            column("Month", Kind::Month, &[]),
        ],
        guide: "Guide".to_owned(),
        guide_columns: ["Column", "What belongs there", "Example", "Values to choose from"].map(str::to_owned),
        sentences: vec!["One row for each customer, workload and month.".to_owned(), "Leave nothing out.".to_owned()],
    }
}

/// Values of every kind at scattered addresses, on sheets with names of every kind.
fn input() -> Book {
    let mut first = SheetBuilder::new("Q'1 & more", true);
    first.merge(Merge { first_row: 0, first_col: 0, last_row: 0, last_col: 16_383 });
    first.merge(Merge { first_row: 1, first_col: 1, last_row: 2, last_col: 2 });
    first.merge(Merge { first_row: 2, first_col: 2, last_row: 3, last_col: 3 }); // overlaps
    first.merge(Merge { first_row: 9, first_col: 0, last_row: 9, last_col: 0 }); // a single cell
    first.push(0, 0, Value::Text("A title".into()));
    first.push(2, 2, Value::Text("hidden below a merge".into()));
    for (col, header) in ["Customer", "Workload", "Users", "Date"].into_iter().enumerate() {
        first.push(4, col as u32, Value::Text(header.into()));
    }
    for (n, hostile) in HOSTILE.into_iter().enumerate() {
        let row = 5 + n as u32;
        first.push(row, 0, Value::Text(hostile.into()));
        first.push(row, 2, Value::Number(n as f64 * 0.1));
        first.push(row, 3, Value::Date(45_000.0 + n as f64 * 0.25));
    }
    first.push(30, 1, Value::Bool(true));
    first.push(30, 2, Value::Error(CellError::NA));
    first.push(30, 3, Value::Uncalculated);
    first.push(31, 0, Value::Number(1e300));
    first.push(31, 1, Value::Date(-5.5));
    first.push(31, 2, Value::Date(0.25));
    first.push(31, 3, Value::Text("x".repeat(40_000).into()));
    let mut far = SheetBuilder::new("Far", true);
    far.push(0, 0, Value::Number(1.0));
    far.push(1_048_575, 16_383, Value::Text("corner".into()));
    let mut hidden = SheetBuilder::new("History", false);
    hidden.push(3, 1, Value::Number(7.0));
    let empty = SheetBuilder::new("Empty", true);
    Book {
        label: "müller.xlsx".to_owned(),
        sha256: String::new(),
        format: None,
        sheets: [hidden, first, far, empty].into_iter().map(SheetBuilder::finish).collect(),
        findings: Vec::new(),
    }
}

fn annotated_sheet(verdicts: Vec<RowVerdict>, header_row: Option<u32>) -> AnnotatedSheet {
    AnnotatedSheet {
        header_row,
        verdict_columns: ["Verdict", "Reason", "Partner", "Entitlements"].map(str::to_owned),
        verdicts,
        notes: vec![
            CellNote { row: 5, col: 2, text: "Read as 0".to_owned(), severity: Severity::Warning },
            CellNote { row: 5, col: 2, text: "and this".to_owned(), severity: Severity::Error },
        ],
    }
}

fn verdict(row: u32, tone: Tone) -> RowVerdict {
    RowVerdict {
        row,
        verdict: ["not counted".into(), "=reason".into(), "Müller (1234567)".into()],
        entitlements: Some(0),
        tone,
    }
}

fn overview() -> Table {
    let columns = ["Sheet", "Used as", "Rows", "Reason"].map(|t| Column { title: t.to_owned(), kind: Kind::Text });
    let row = |name: &str| Row {
        cells: [name, "Customer usage", "9 counted, 3 not counted", "Trial SKU: 2; Duplicate: 1"]
            .map(|text| Cell::Text(text.to_owned()))
            .into(),
        tone: Tone::Open,
    };
    Table { columns: columns.into(), rows: ["History", "Q'1 & more", "Far", "Empty"].map(row).into(), total: None }
}

fn annotations() -> AnnotatedBook {
    let tones = [Tone::Good, Tone::Bad, Tone::Open, Tone::Plain];
    let verdicts = (5..17).map(|row| verdict(row, tones[row as usize % 4])).collect();
    AnnotatedBook {
        head: head("müller.xlsx"),
        summary_title: "Q'1 & More".to_owned(), // taken, but for its case
        facts: vec![("File".to_owned(), "=müller.xlsx".to_owned()), ("SHA-256".to_owned(), "ab".repeat(32))],
        overview: overview(),
        sheets: vec![
            annotated_sheet(Vec::new(), None),
            annotated_sheet(verdicts, Some(4)),
            annotated_sheet(vec![verdict(0, Tone::Bad)], None), // no room: the sheet is full to its last column
        ],
        findings: Findings {
            lines: vec![
                FindingLine {
                    place: "the sixth row".to_owned(),
                    address: Some(CellRef { sheet: SheetRef { file: 0, sheet: 1 }, row: 5, col: 2 }),
                    ..findings().lines[0].clone()
                },
                findings().lines[2].clone(),
            ],
            ..findings()
        },
    }
}

/// Every cell of the input stands in the copy at its address; what the copy has besides lies right of it.
fn assert_same_cells(input: &Sheet, copy: &Range<Data>) {
    let mut last_col = 0;
    for row in input.rows() {
        for (col, value) in row.cells() {
            last_col = last_col.max(col);
            let found = copy.get_value((row.index(), col)).cloned().unwrap_or(Data::Empty);
            let same = match (value, &found) {
                (Value::Number(a), Data::Float(b)) => a == *b,
                (Value::Number(a), Data::Int(b)) => a == *b as f64,
                (Value::Date(a), Data::DateTime(b)) => a == b.as_f64(),
                (Value::Date(a), Data::Float(b)) => a == *b && !(0.0..2_958_466.0).contains(&a),
                (Value::Bool(a), Data::Bool(b)) => a == *b,
                (Value::Error(a), Data::String(b)) => a.as_str() == b,
                (Value::Uncalculated, Data::Empty) => true,
                (Value::Text(a), Data::String(b)) if a.len() > 32_767 => {
                    b.ends_with('…') && b.chars().count() == 32_767 && a.starts_with(b.trim_end_matches('…'))
                }
                (Value::Text(a), Data::String(b)) => a.as_str() == b,
                _ => false,
            };
            assert!(same, "{} {}: {value:?} became {found:?}", input.name, tiergap::facts::a1(row.index(), col));
        }
    }
    let start = copy.start().unwrap_or_default();
    for (row, col, found) in copy.used_cells() {
        let (row, col) = (row as u32 + start.0, col as u32 + start.1);
        let ours = col >= last_col + 2;
        assert!(ours || input.get(row, col) != Value::Empty, "{row},{col} holds {found:?}");
    }
}

#[test]
fn two_runs_write_the_same_bytes() {
    assert!(excel::gap_report(&partner()).unwrap() == excel::gap_report(&partner()).unwrap());
    assert!(excel::portfolio(&portfolio()).unwrap() == excel::portfolio(&portfolio()).unwrap());
    let copy = || excel::annotated(&input(), &annotations()).unwrap();
    assert!(copy() == copy());
    let blank = || excel::template(TemplateKind::Usage, &template_texts()).unwrap();
    assert!(blank() == blank());
}

#[test]
fn the_summary_shows_the_decided_figures_without_calculating() {
    let bytes = excel::gap_report(&partner()).unwrap();
    let summary = sheet(&bytes, "Summary");
    let figures = |row: &[Data]| row[2..].to_vec();
    let line = |n: usize| {
        let rows: Vec<_> =
            summary.rows().filter(|r| matches!(&r[0], Data::String(t) if t == "Silver" || t == "Gold")).collect();
        figures(rows[n])
    };
    let (f, met, not) = (Data::Float, text("met"), text("not met"));
    assert_eq!(line(0), vec![f(2_000.0), f(2_200.0), f(0.0), met.clone()]);
    assert_eq!(line(1), vec![f(1.0), f(1.0), f(0.0), met]);
    assert_eq!(line(2), vec![f(4_000.0), f(2_200.0), f(1_800.0), not.clone()]);
    assert_eq!(line(3), vec![f(2.0), f(1.0), f(1.0), not]);
    assert_eq!(value(&summary, "D5"), text("Silver"));
}

#[test]
fn the_formulas_lead_from_a_cell_to_the_tier() {
    let bytes = excel::gap_report(&partner()).unwrap();
    let summary = sheet(&bytes, "Summary");
    let first = 1 + summary.rows().position(|row| row[0] == text("Silver")).unwrap();
    // Counts stand in G, the verdict in K, entitlements in L, below the header in row 4.
    assert_eq!(formula(&bytes, "Usage", "L5"), "IF(AND($K5=\"yes\",ISNUMBER($G5)),$G5,0)");
    assert_eq!(formula(&bytes, "Usage", "L304"), "IF(AND($K304=\"yes\",ISNUMBER($G304)),$G304,0)");
    assert_eq!(formula(&bytes, "Summary", &format!("D{first}")), "SUM('Usage'!$L$5:$L$304)");
    assert_eq!(
        formula(&bytes, "Summary", &format!("D{}", first + 1)),
        "MAX(SUM('People'!$G$5:$G$7),SUM('People'!$H$5:$H$7))"
    );
    assert_eq!(formula(&bytes, "Summary", &format!("E{first}")), format!("MAX(0,$C${first}-$D${first})"));
    let [s1, s2, g1, g2] = [first, first + 1, first + 2, first + 3].map(|row| format!("$E${row}=0"));
    assert_eq!(
        formula(&bytes, "Summary", "D5"),
        format!("IF(AND({g1},{g2}),\"Gold\",IF(AND({s1},{s2}),\"Silver\",\"No tier\"))")
    );
    assert_eq!(formula(&bytes, "People", "G5"), "IF(AND(OR(ISNUMBER($D5),$D5=\"✓\"),OR(ISNUMBER($E5),$E5=\"✓\")),1,0)");
    assert_eq!(formula(&bytes, "People", "I5"), "IF(SUM($G5:$H5)>0,\"yes\",\"no\")");
}

#[test]
fn a_figure_that_the_rows_do_not_give_stays_a_figure() {
    let mut report = partner();
    report.requirements.rows[0].actual = 2_300; // not what the rows add up to
    report.requirements.rows[0].shortfall = 0;
    report.usage.lines[0].entitlements = 12; // not what its cell says
    report.status.tier_label = "Gold".to_owned(); // not what the table says
    let bytes = excel::gap_report(&report).unwrap();
    let summary = sheet(&bytes, "Summary");
    assert_eq!(value(&summary, "D5"), text("Gold"));
    assert_eq!(formula(&bytes, "Summary", "D5"), "");
    assert_eq!(row_of(&summary, "Silver", "Active entitlements")[3], Data::Float(2_300.0));
    let usage = sheet(&bytes, "Usage");
    assert_eq!(value(&usage, "L5"), Data::Float(12.0));
    assert_eq!(formula(&bytes, "Usage", "L5"), "");
}

#[test]
fn combined_paths_count_people_by_any_path() {
    let mut report = partner();
    report.people.combine_paths = true;
    decide(&mut report, Metric::People, 2);
    let bytes = excel::gap_report(&report).unwrap();
    let summary = sheet(&bytes, "Summary");
    let first = 1 + summary.rows().position(|row| row[0] == text("Silver")).unwrap();
    assert_eq!(formula(&bytes, "Summary", &format!("D{}", first + 1)), "COUNTIFS('People'!$I$5:$I$7,\"yes\")");
}

#[test]
fn a_partner_without_rows_or_people_still_gets_a_live_workbook() {
    let mut report = partner();
    report.usage.lines.clear();
    report.people.lines.clear();
    decide(&mut report, Metric::Entitlements, 0);
    decide(&mut report, Metric::People, 0);
    report.status.tier_label = "No tier".to_owned();
    report.gauges.clear();
    report.customers.table.rows.clear();
    report.not_counted.groups.clear();
    report.findings.lines.clear();
    report.changes = None;
    let bytes = excel::gap_report(&report).unwrap();
    assert_eq!(open(&bytes).sheet_names(), ["Summary", "Usage", "People", "Sources", "How it was counted"]);
    let summary = sheet(&bytes, "Summary");
    let first = 1 + summary.rows().position(|row| row[0] == text("Silver")).unwrap();
    assert_eq!(formula(&bytes, "Summary", &format!("D{first}")), "SUM('Usage'!$L$5:$L$5)");
    assert!(formula(&bytes, "Summary", "D5").ends_with("\"No tier\"))"));
}

#[test]
fn columns_that_are_empty_in_all_rows_are_left_out() {
    let mut report = partner();
    report.people.lines.iter_mut().for_each(|line| {
        line.id.clear();
        line.remark.clear();
        line.step = None;
    });
    report.findings.lines.iter_mut().for_each(|line| line.value.clear());
    let bytes = excel::gap_report(&report).unwrap();
    let people = sheet(&bytes, "People");
    assert_eq!((people.width(), value(&people, "A4")), (9, text(&report.people.person_columns[0])));
    assert_eq!(value(&people, "B4"), text(&report.people.person_columns[2]));
    assert_eq!(value(&people, "I4"), text(&report.people.closing_columns[1]));
    assert_eq!(formula(&bytes, "People", "H5"), "IF(SUM($F5:$G5)>0,\"yes\",\"no\")");
    let findings = sheet(&bytes, "Data findings");
    assert_eq!((findings.width(), value(&findings, "C4")), (5, text("What is wrong")));

    let bytes = excel::portfolio(&portfolio()).unwrap(); // no partner of it has changed
    let titles: Vec<Data> = sheet(&bytes, "Partners").rows().nth(3).unwrap().to_vec();
    assert_eq!(titles.len(), 14);
    assert!(!titles.contains(&text(&portfolio().columns[10])));
    assert!(titles.contains(&text(&portfolio().columns[9])));
}

#[test]
fn rows_that_do_not_count_stand_on_a_sheet_of_their_own() {
    let bytes = excel::gap_report(&partner()).unwrap();
    let not = sheet(&bytes, "Not counted");
    assert_eq!(value(&not, "A1"), text("What does not count"));
    assert_eq!(value(&not, "A4"), text("Trial SKU – 60 rows, 660 active users"));
    assert_eq!((value(&not, "A7"), value(&not, "D7")), (text("+49 Telefonbau"), Data::Float(11.0)));
}

#[test]
fn workbooks_take_their_colours_from_the_theme() {
    let styles = part(&excel::gap_report(&partner()).unwrap(), "xl/styles.xml");
    let colours = Theme::shipped().colours;
    for colour in [colours.accent, colours.ink, colours.muted, colours.good, colours.bad] {
        assert!(styles.contains(&format!("rgb=\"FF{:06X}\"", colour.rgb())), "{colour:?}");
    }
}

#[test]
fn a_usage_sheet_wider_than_the_grid_keeps_its_verdicts() {
    let mut report = partner();
    report.usage.lines.truncate(1);
    report.usage.columns.resize(16_384, Column { title: "x".to_owned(), kind: Kind::Text });
    report.usage.lines[0].cells.resize(16_384, Cell::Int(1));
    let bytes = excel::gap_report(&report).unwrap();
    let usage = sheet(&bytes, "Usage"); // 16,000 of its columns, then ours
    assert_eq!(usage.get_value((4, 16_000)), Some(&text("yes")));
    assert_eq!(usage.get_value((4, 16_001)), Some(&Data::Float(11.0)));
}

#[test]
fn usage_rows_keep_text_numbers_dates_and_verdicts() {
    let bytes = excel::gap_report(&partner()).unwrap();
    let range = sheet(&bytes, "Usage");
    for (n, hostile) in HOSTILE.into_iter().enumerate() {
        assert_eq!(value(&range, &format!("B{}", n + 5)), text(&format!("{hostile} {n}")));
    }
    assert_eq!(value(&range, "A6"), text("00000037"));
    let Data::DateTime(month) = value(&range, "F5") else { panic!("no month") };
    assert_eq!(month.as_f64(), 46_266.0); // 1 September 2026
    assert_eq!(value(&range, "G16"), text("2.000")); // the twelfth row's count cannot be read
    assert_eq!((value(&range, "K16"), value(&range, "L16")), (text("no"), Data::Float(0.0)));
    assert_eq!((value(&range, "K5"), value(&range, "L5")), (text("yes"), Data::Float(11.0)));
    let total: f64 = (5..305).map(|row| value(&range, &format!("L{row}")).to_string().parse::<f64>().unwrap()).sum();
    assert_eq!(total, 2_200.0);
}

#[test]
fn no_text_of_strangers_becomes_a_formula_or_a_link() {
    let bytes = excel::gap_report(&partner()).unwrap();
    for name in open(&bytes).sheet_names() {
        for (_, _, formula) in open(&bytes).worksheet_formula(&name).unwrap().used_cells() {
            assert!(!formula.contains("HYPERLINK") && !formula.contains("cmd"), "{name}: {formula}");
        }
    }
    for name in parts(&bytes).iter().filter(|name| name.contains("worksheets/_rels")) {
        assert!(!part(&bytes, name).contains("evil"), "{name}");
    }
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn charts_carry_their_values_for_viewers_that_do_not_calculate() {
    let chart = part(&excel::gap_report(&partner()).unwrap(), "xl/charts/chart1.xml");
    assert!(chart.contains("<c:pt idx=\"1\"><c:v>2200</c:v></c:pt>"));
    assert_eq!(chart.matches("<c:v>4000</c:v>").count(), 3); // the Gold line
    let chart = part(&excel::portfolio(&portfolio()).unwrap(), "xl/charts/chart1.xml");
    assert!(chart.contains("<c:pt idx=\"1\"><c:v>13</c:v></c:pt>"));
}

#[test]
fn the_portfolio_counts_its_partners_and_leads_to_their_files() {
    let bytes = excel::portfolio(&portfolio()).unwrap();
    let overview = sheet(&bytes, "Portfolio");
    let first = 1 + overview.rows().position(|row| row[0] == text("Gold")).unwrap();
    for (n, (label, count)) in [("Gold", 5.0), ("Silver", 13.0), ("No tier", 22.0)].into_iter().enumerate() {
        let at = format!("B{}", first + n);
        assert_eq!(value(&overview, &at), Data::Float(count));
        assert_eq!(formula(&bytes, "Portfolio", &at), format!("COUNTIFS('Partners'!$E$5:$E$44,\"{label}\")"));
    }
    let partners = sheet(&bytes, "Partners");
    assert_eq!(value(&partners, "A5"), text("=HYPERLINK(\"http://evil.example\",\"click\") 0"));
    assert_eq!(value(&partners, "B5"), text("1000000"));
    let links = part(&bytes, "xl/worksheets/_rels/sheet2.xml.rels");
    assert!(links.contains("Target=\"partners/1000000-contoso/gap-report.pdf\""));
    assert!(links.contains("Target=\"partners/1000039-contoso/gap-report.xlsx\""));
    assert_eq!(links.matches("TargetMode=\"External\"").count(), 80);
}

#[test]
fn an_annotated_input_holds_every_cell_at_its_address() {
    let book = input();
    let bytes = excel::annotated(&book, &annotations()).unwrap();
    let names = open(&bytes).sheet_names();
    assert_eq!(names, ["Q'1 & More (2)", "History-", "Q'1 & more", "Far", "Empty"]);
    for (n, input) in book.sheets.iter().enumerate().filter(|(n, _)| *n != 2) {
        assert_same_cells(input, &sheet(&bytes, &names[n + 1]));
    }
    let copy = sheet(&bytes, "Q'1 & more");
    // Four used columns, one left free: our titles stand from F on, in the header's row.
    let titles: Vec<Data> = ["F5", "G5", "H5", "I5"].iter().map(|at| value(&copy, at)).collect();
    assert_eq!(titles, ["Verdict", "Reason", "Partner", "Entitlements"].map(text));
    assert_eq!((value(&copy, "G6"), value(&copy, "I6")), (text("=reason"), Data::Float(0.0)));
    let xml = part(&bytes, "xl/worksheets/sheet4.xml"); // too large to read densely
    assert!(xml.contains("r=\"XFD1048576\"") && !xml.contains("mergeCell"));
    let workbook = part(&bytes, "xl/workbook.xml");
    // Hidden, and yet shown: a note is on one of its cells.
    assert!(workbook.contains("name=\"History-\" sheetId=\"2\"") && !workbook.contains("state=\"hidden\""));
    let merges = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(merges.contains("<mergeCells count=\"2\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"B2:C3\"/>"));
    let summary = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(summary.contains("location=\"'Q''1 &amp; more'!C6\""));
    assert!(summary.contains("location=\"'Far'!A1\""));
    let notes = part(&bytes, "xl/comments2.xml");
    assert!(notes.contains("ref=\"C6\"") && notes.contains("Read as 0\nand this"));
    assert!(notes.contains("ref=\"D31\"")); // the formula that was never calculated
}

#[test]
fn an_input_of_hidden_or_no_sheets_still_opens() {
    let mut book = input();
    book.sheets.truncate(1);
    let mut notes = annotations();
    notes.sheets[0].notes.clear();
    let bytes = excel::annotated(&book, &notes).unwrap();
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("name=\"History-\" sheetId=\"2\" state=\"hidden\""));
    assert!(!workbook.contains("activeTab")); // the first one, which is ours
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("'History-'")); // no link leads to what cannot be seen
    book.sheets.clear();
    let bytes = excel::annotated(&book, &annotations()).unwrap();
    assert_eq!(open(&bytes).sheet_names(), ["Q'1 & More"]);
}

#[test]
fn a_large_sheet_keeps_every_row_merge_and_verdict() {
    let mut builder = SheetBuilder::new("Large", true);
    builder.merge(Merge { first_row: 0, first_col: 0, last_row: 1, last_col: 3 });
    builder.merge(Merge { first_row: 59_000, first_col: 0, last_row: 59_002, last_col: 1 });
    builder.push(0, 0, Value::Text("Title".into()));
    for (col, header) in ["Customer", "Workload", "Users", "Trial"].into_iter().enumerate() {
        builder.push(3, col as u32, Value::Text(header.into()));
    }
    for row in 4..60_004_u32 {
        builder.push(row, 0, Value::Text(format!("=customer {row}").into()));
        builder.push(row, 1, Value::Text("Exchange Online".into()));
        builder.push(row, 2, Value::Number(f64::from(row)));
        builder.push(row, 3, Value::Bool(row % 2 == 0));
    }
    let book = Book { sheets: vec![builder.finish()], ..input() };
    let tones = [Tone::Good, Tone::Bad, Tone::Open];
    let verdicts = (4..60_010).map(|row| verdict(row, tones[row as usize % 3])).collect(); // some on rows without cells
    let mut notes = AnnotatedBook { sheets: vec![annotated_sheet(verdicts, Some(3))], ..annotations() };
    let note = |row| CellNote { row, col: 2, text: "x".to_owned(), severity: Severity::Info };
    notes.sheets[0].notes = (4..5_000).map(note).collect();
    let bytes = excel::annotated(&book, &notes).unwrap();
    let copy = sheet(&bytes, "Large");
    assert_same_cells(&book.sheets[0], &copy);
    assert_eq!(value(&copy, "F60010"), text("not counted"));
    assert_eq!(value(&copy, "F4"), text("Verdict"));
    assert_eq!(part(&bytes, "xl/comments1.xml").matches("<comment ref=").count(), 2_000);
    let xml = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(xml.contains("<mergeCells count=\"2\">"));
}

#[test]
fn many_usage_rows_are_streamed_and_still_live() {
    let mut report = partner();
    let line = report.usage.lines[0].clone();
    report.usage.lines = vec![line; 50_001];
    decide(&mut report, Metric::Entitlements, 550_011); // 50,001 rows of 11
    let bytes = excel::gap_report(&report).unwrap();
    let usage = sheet(&bytes, "Usage");
    assert_eq!((value(&usage, "K50005"), value(&usage, "L50005")), (text("yes"), Data::Float(11.0)));
    assert_eq!(formula(&bytes, "Usage", "L50005"), "IF(AND($K50005=\"yes\",ISNUMBER($G50005)),$G50005,0)");
    let summary = sheet(&bytes, "Summary");
    assert_eq!(row_of(&summary, "Silver", "Active entitlements")[3], Data::Float(550_011.0));
    let first = 1 + summary.rows().position(|row| row[0] == text("Silver")).unwrap();
    assert_eq!(formula(&bytes, "Summary", &format!("D{first}")), "SUM('Usage'!$L$5:$L$50005)");
}

#[test]
fn a_template_has_headers_lists_and_a_guide() {
    let bytes = excel::template(TemplateKind::Usage, &template_texts()).unwrap();
    let form = sheet(&bytes, "Usage");
    assert_eq!(form.height(), 1); // headers only: an example row would be read as data
    assert_eq!(form.rows().next().unwrap(), ["MPN ID", "Workload", "Active Users", "Trial", "Month"].map(text));
    let guide = sheet(&bytes, "Guide");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let lists: Vec<&str> = xml.split("<formula1>").skip(1).map(|rest| rest.split_once('<').unwrap().0).collect();
    let values = |list: &str| -> Vec<Data> {
        let (from, to) = list.trim_start_matches("'Guide'!$B$").split_once(":$B$").unwrap();
        (from.parse::<u32>().unwrap()..=to.parse().unwrap()).map(|row| value(&guide, &format!("B{row}"))).collect()
    };
    assert_eq!(values(lists[0]), ["Exchange Online", "Yammer, ProPlus", "=1+1"].map(text));
    assert_eq!(values(lists[1]), ["yes", "no"].map(text));
}

#[test]
fn titles_that_excel_refuses_are_given_legal_sheet_names() {
    let mut report = partner();
    report.summary_title = "Summary: 1/2 [draft]?".to_owned();
    report.usage.title = "History".to_owned();
    report.people.title = "'history-'".to_owned();
    report.method.title = "Wie gezählt wurde, in allen Einzelheiten & Ausnahmen".to_owned();
    let bytes = excel::gap_report(&report).unwrap();
    let names = open(&bytes).sheet_names();
    assert_eq!(names[..3], ["Summary- 1-2 -draft--", "What changed", "History-"]);
    assert!(names.contains(&"history- (2)".to_owned()));
    assert!(names.contains(&"Wie gezählt wurde, in allen Ein".to_owned()));
    let first = 1 + sheet(&bytes, &names[0]).rows().position(|row| row[0] == text("Silver")).unwrap();
    assert_eq!(formula(&bytes, &names[0], &format!("D{first}")), "SUM('History-'!$L$5:$L$304)");
}

#[test]
fn a_step_of_the_plan_leads_to_its_first_row_and_every_row_leads_back() {
    let report = partner();
    let bytes = excel::gap_report(&report).unwrap();
    let summary = sheet(&bytes, "Summary");
    let step = |name: &str| 1 + summary.rows().position(|row| row[0] == text(name)).unwrap();
    // The first step is about the rows that do not count and could be read: the third of every three.
    let first = 5 + report.usage.lines.iter().position(|line| line.step == Some(0)).unwrap();
    assert_eq!(first, 7);
    let links = part(&bytes, "xl/worksheets/sheet1.xml");
    let link = |from: String, to: String| format!("<hyperlink ref=\"{from}\" location=\"{to}\"");
    assert!(links.contains(&link(format!("A{}", step("Step 1")), format!("'Usage'!G{first}"))), "{links}");
    let person = 5 + report.people.lines.iter().position(|line| line.step == Some(1)).unwrap();
    assert!(links.contains(&link(format!("A{}", step("Step 2")), format!("'People'!A{person}"))));
    let back = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(back.contains(&link(format!("O{first}"), format!("'Summary'!A{}", step("Step 1")))), "{back}");
    assert_eq!(back.matches("<hyperlink ").count(), report.usage.lines.iter().filter(|l| l.step.is_some()).count());
}

#[test]
fn sheets_are_tables_of_excels_own() {
    let bytes = excel::gap_report(&partner()).unwrap();
    let usage = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(usage.contains("<tableParts count=\"1\">") && !usage.contains("<autoFilter"));
    // Two columns with the same title cannot be columns of a table: filters they get all the same.
    let mut twins = partner();
    let title = twins.usage.columns[0].title.clone();
    twins.usage.columns[1].title = title.to_uppercase();
    let usage = part(&excel::gap_report(&twins).unwrap(), "xl/worksheets/sheet3.xml");
    assert!(!usage.contains("<tableParts") && usage.contains("<autoFilter ref=\"A4:O304\"/>"), "{usage}");
}

/// The workbooks that `tests/tools/recalc_check.py` and `tests/tools/tier_moves.py` look at.
#[test]
fn samples_for_the_other_checkers_are_written() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("excel");
    std::fs::create_dir_all(&dir).unwrap();
    let mut none = partner();
    none.usage.lines.clear();
    none.people.lines.clear();
    none.status.tier_label = "No tier".to_owned();
    decide(&mut none, Metric::Entitlements, 0);
    decide(&mut none, Metric::People, 0);
    let mut mixed = partner();
    mixed.people.combine_paths = true;
    decide(&mut mixed, Metric::People, 2);
    let mut broken = input();
    broken.sheets.remove(2); // a sheet out to the last corner is legal, but slow everywhere
    for (name, bytes) in [
        ("gap-report.xlsx", excel::gap_report(&partner()).unwrap()),
        ("gap-report-empty.xlsx", excel::gap_report(&none).unwrap()),
        ("gap-report-mixed.xlsx", excel::gap_report(&mixed).unwrap()),
        ("portfolio.xlsx", excel::portfolio(&portfolio()).unwrap()),
        ("annotated.xlsx", excel::annotated(&broken, &annotations()).unwrap()),
        ("template.xlsx", excel::template(TemplateKind::Usage, &template_texts()).unwrap()),
    ] {
        for entry in parts(&bytes) {
            assert!(!part(&bytes, &entry).contains(env!("CARGO_MANIFEST_DIR")), "{name}: {entry}");
        }
        std::fs::write(dir.join(name), bytes).unwrap();
    }
}
