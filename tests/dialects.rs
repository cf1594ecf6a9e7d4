//! The same facts in every dialect of workbook come to the same verdicts.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

/// A cell, before a dialect writes it.
#[derive(Clone)]
enum Cell {
    Empty,
    Text(String),
    Count(u32),
    /// Year, month, day.
    Day(u16, u8, u8),
    /// Year, month.
    Month(u16, u8),
}

impl Cell {
    fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    fn shown(&self, dialect: &Dialect) -> String {
        match *self {
            Self::Empty => String::new(),
            Self::Text(ref text) => text.clone(),
            Self::Count(count) => (dialect.count)(count),
            Self::Day(year, month, day) => (dialect.day)(year, month, day),
            Self::Month(year, month) => (dialect.month)(year, month),
        }
    }
}

/// A sheet, before a dialect writes it.
struct Table {
    name: &'static str,
    header: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// How an export spells things.
struct Dialect {
    usage: [&'static str; 8],
    roster: [&'static str; 8],
    partners: [&'static str; 4],
    /// Sheet names.
    sheets: [&'static str; 3],
    /// Delegated Administrator, Transacting Partner, Digital Partner of Record, none of them.
    associations: [&'static str; 4],
    /// Exchange Online, SharePoint Online, Skype for Business, Yammer, ProPlus, Teams.
    workloads: [&'static str; 6],
    /// Passed, failed.
    statuses: [&'static str; 2],
    /// Developed, developing.
    markets: [&'static str; 2],
    /// Germany, Italy, Kenya.
    countries: [&'static str; 3],
    count: fn(u32) -> String,
    day: fn(u16, u8, u8) -> String,
    month: fn(u16, u8) -> String,
}

fn plain(count: u32) -> String {
    count.to_string()
}

fn dotted(count: u32) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

fn iso_day(year: u16, month: u8, day: u8) -> String {
    format!("{year}-{month:02}-{day:02}")
}

fn iso_month(year: u16, month: u8) -> String {
    format!("{year}-{month:02}")
}

const ENGLISH: Dialect = Dialect {
    usage: ["MPN ID", "Partner Name", "Customer Name", "Workload", "SKU", "Association Type", "Month", "Active Users"],
    roster: ["MPN ID", "First Name", "Last Name", "Email", "MCP ID", "Exam", "Status", "Completion Date"],
    partners: ["MPN ID", "Partner Name", "Country", "Market"],
    sheets: ["Usage", "Roster", "Partners"],
    associations: ["Delegated Administrator", "Transacting Partner", "Digital Partner of Record", "PAL"],
    workloads: ["Exchange Online", "SharePoint Online", "Skype for Business", "Yammer", "ProPlus", "Teams"],
    statuses: ["Passed", "Failed"],
    markets: ["developed", "developing"],
    countries: ["Germany", "Italy", "Kenya"],
    count: plain,
    day: iso_day,
    month: iso_month,
};

const GERMAN: Dialect = Dialect {
    usage: ["MPN-ID", "Partnername", "Kundenname", "Workload", "SKU", "Zuordnungstyp", "Monat", "Aktive Benutzer"],
    roster: ["MPN-ID", "Vorname", "Nachname", "E-Mail", "MCP-ID", "Prüfung", "Status", "Abschlussdatum"],
    partners: ["MPN-ID", "Partnername", "Land", "Markt"],
    sheets: ["Nutzung", "Zertifizierungen", "Partner"],
    associations: ["delegierter Administrator", "Transacting Partner", "Digital Partner of Record", "PAL"],
    statuses: ["Bestanden", "Nicht bestanden"],
    markets: ["Industrieländer", "Entwicklungsländer"],
    countries: ["Deutschland", "Italien", "Kenia"],
    count: dotted,
    day: |year, month, day| format!("{day:02}.{month:02}.{year}"),
    month: |year, month| format!("{month:02}/{year}"),
    ..ENGLISH
};

const PORTAL: Dialect = Dialect {
    usage: [
        "MPNId",
        "PartnerName",
        "CustomerName",
        "WorkloadName",
        "SKU",
        "PartnerAttributionType",
        "Month",
        "MonthlyActiveUsers",
    ],
    roster: [
        "MPNId",
        "IndividualFirstName",
        "IndividualLastName",
        "CorpEmail",
        "MCPID",
        "TrainingTitle",
        "ActivationStatus",
        "TrainingCompletionDate",
    ],
    partners: ["MPNId", "PartnerName", "Country", "Market"],
    associations: ["DAP", "CSP Tier 1", "Partner of record (DPOR/POR)", "Partner admin link (PAL)"],
    workloads: ["EXO", "SPO", "Sfb", "Yammer", "ProPlus", "Teams"],
    statuses: ["Active", "Inactive"],
    countries: ["DE", "IT", "KE"],
    day: |year, month, day| format!("{year}-{month:02}-{day:02}T00:00:00"),
    month: |year, month| format!("{year}-{month:02}-01T00:00:00"),
    ..ENGLISH
};

const ITALIAN: Dialect = Dialect {
    usage: [
        "ID MPN",
        "Nome partner",
        "Nome cliente",
        "Carico di lavoro",
        "SKU",
        "Tipo di associazione",
        "Mese",
        "Utenti attivi",
    ],
    roster: ["ID MPN", "Nome", "Cognome", "E-mail", "ID MCP", "Esame", "Stato", "Data di conseguimento"],
    partners: ["ID MPN", "Nome partner", "Paese", "Mercato"],
    sheets: ["Utilizzo", "Certificazioni", "Partner"],
    associations: ["amministratore delegato", "Transacting Partner", "Digital Partner of Record", "PAL"],
    statuses: ["Superato", "Non superato"],
    markets: ["Mercati sviluppati", "Mercati in sviluppo"],
    countries: ["Germania", "Italia", "Kenya"],
    ..ENGLISH
};

const E3: &str = "OFFICE 365 ENTERPRISE E3";
const TRIAL: &str = "OFFICE 365 ENTERPRISE E3 TRIAL";
const NAMES: [&str; 3] = ["Müller & Söhne", "Caffè Perù", "Nairobi Cloud"];

/// Partner, customer, workload, SKU, association, month of 2026, count.
#[rustfmt::skip]
const USAGE: [(usize, &str, usize, &str, usize, u8, u32); 19] = [
    (0, "Fabrikam", 0, E3, 2, 9, 1200),
    (0, "Fabrikam", 1, E3, 2, 9, 900),
    (0, "Fabrikam", 5, E3, 2, 9, 700),
    (0, "Litware", 0, E3, 0, 9, 400),
    (0, "Litware", 3, E3, 0, 9, 50),
    (0, "Tailspin", 0, E3, 3, 9, 800),
    (0, "Wingtip", 0, TRIAL, 2, 9, 300),
    (0, "Fabrikam", 0, E3, 2, 8, 1100),
    (0, "Litware", 0, E3, 0, 9, 400),
    (1, "Città", 0, E3, 1, 9, 4000),
    (1, "Città", 1, E3, 1, 9, 350),
    (1, "Città", 4, E3, 1, 9, 150),
    (1, "Città", 5, E3, 1, 9, 1_234_567),
    (1, "Adventure", 2, E3, 2, 9, 120),
    (1, "Adventure", 2, E3, 2, 9, 100),
    (2, "Savanna", 0, E3, 0, 9, 800),
    (2, "Savanna", 3, E3, 0, 9, 150),
    (2, "Kilima", 0, E3, 3, 9, 60),
    (2, "Savanna", 2, E3, 0, 9, 0),
];

/// Partner, first and last name, MCP ID, credential, whether passed, date.
type Attempt = (usize, &'static str, &'static str, u32, &'static str, bool, (u16, u8, u8));

#[rustfmt::skip]
const ROSTER: [Attempt; 8] = [
    (0, "Anna", "Bianchi", 9_000_501, "70-346", true, (2025, 3, 15)),
    (0, "Anna", "Bianchi", 9_000_501, "70-347", true, (2025, 6, 30)),
    (0, "Bruno", "Çelik", 9_000_502, "70-346", true, (2025, 1, 31)),
    (0, "Bruno", "Çelik", 9_000_502, "70-347", false, (2025, 4, 12)),
    (1, "Carla", "Rossi", 9_000_601, "MCSA: Office 365", true, (2024, 12, 24)),
    (1, "Dario", "Verdi", 9_000_602, "MCSA: Office 365", true, (2026, 9, 30)),
    (2, "Eve", "Mwangi", 9_000_701, "70-346", true, (2025, 3, 25)),
    (2, "Eve", "Mwangi", 9_000_701, "70-347", true, (2026, 10, 25)),
];

fn id(partner: usize) -> String {
    format!("{}", 1_000_001 + partner)
}

fn email(first: &str) -> String {
    format!("{}@people.example", first.to_lowercase())
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn usage(dialect: &Dialect) -> Table {
    let rows = USAGE.map(|(partner, customer, workload, sku, association, month, count)| {
        vec![
            Cell::Text(id(partner)),
            Cell::text(NAMES[partner]),
            Cell::text(customer),
            Cell::text(dialect.workloads[workload]),
            Cell::text(sku),
            Cell::text(dialect.associations[association]),
            Cell::Month(2026, month),
            Cell::Count(count),
        ]
    });
    Table { name: dialect.sheets[0], header: strings(&dialect.usage), rows: rows.into() }
}

fn roster(dialect: &Dialect) -> Table {
    let rows = ROSTER.map(|(partner, first, last, mcp, credential, passed, (year, month, day))| {
        vec![
            Cell::Text(id(partner)),
            Cell::text(first),
            Cell::text(last),
            Cell::Text(email(first)),
            Cell::Text(mcp.to_string()),
            Cell::text(credential),
            Cell::text(dialect.statuses[usize::from(!passed)]),
            Cell::Day(year, month, day),
        ]
    });
    Table { name: dialect.sheets[1], header: strings(&dialect.roster), rows: rows.into() }
}

/// The Italian partner's market is left to its country.
fn partners(dialect: &Dialect) -> Table {
    let markets = [dialect.markets[0], "", dialect.markets[1]];
    let rows = (0..3).map(|n| {
        vec![Cell::Text(id(n)), Cell::text(NAMES[n]), Cell::text(dialect.countries[n]), Cell::text(markets[n])]
    });
    Table { name: dialect.sheets[2], header: strings(&dialect.partners), rows: rows.collect() }
}

fn tables(dialect: &Dialect) -> [Table; 3] {
    [usage(dialect), roster(dialect), partners(dialect)]
}

/// One column per workload; a second row where a cell is already taken.
fn wide_usage() -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (partner, customer, workload, sku, association, month, count) in USAGE {
        let start = [id(partner), customer.to_owned(), sku.to_owned(), ENGLISH.associations[association].to_owned()];
        let same = |row: &&mut Vec<Cell>| {
            let texts = row.iter().take(4).zip(&start).all(|(cell, text)| matches!(cell, Cell::Text(t) if t == text));
            texts && matches!(row[4], Cell::Month(_, m) if m == month) && matches!(row[5 + workload], Cell::Empty)
        };
        if let Some(row) = rows.iter_mut().find(same) {
            row[5 + workload] = Cell::Count(count);
        } else {
            let mut row: Vec<Cell> = start.into_iter().map(Cell::Text).collect();
            row.push(Cell::Month(2026, month));
            row.extend(std::iter::repeat_n(Cell::Empty, 6));
            row[5 + workload] = Cell::Count(count);
            rows.push(row);
        }
    }
    let header =
        [&["MPN ID", "Customer Name", "SKU", "Association Type", "Month"][..], &ENGLISH.workloads[..]].concat();
    Table { name: "Usage", header: strings(&header), rows }
}

/// One column per credential, with the date passed or the word.
fn wide_roster() -> Table {
    let credentials = ["70-346", "70-347", "MCSA: Office 365"];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (partner, first, last, mcp, credential, passed, (year, month, day)) in ROSTER {
        let at = 4 + credentials.iter().position(|c| *c == credential).unwrap();
        let cell = if passed { Cell::Day(year, month, day) } else { Cell::text("Failed") };
        let mcp = mcp.to_string();
        if let Some(row) = rows.iter_mut().find(|row| matches!(&row[3], Cell::Text(text) if *text == mcp)) {
            row[at] = cell;
        } else {
            let name = format!("{first} {last}");
            let mut row: Vec<Cell> = [id(partner), name, email(first), mcp].map(Cell::Text).into();
            row.extend(std::iter::repeat_n(Cell::Empty, 3));
            row[at] = cell;
            rows.push(row);
        }
    }
    let header = [&["MPN ID", "Individual Name", "Email", "MCP ID"][..], &credentials[..]].concat();
    Table { name: "Roster", header: strings(&header), rows }
}

fn delimited(table: &Table, separator: char, dialect: &Dialect) -> String {
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells
            .into_iter()
            .map(|cell| {
                if cell.contains([separator, '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
            })
            .collect();
        cells.join(&separator.to_string()) + "\r\n"
    };
    let mut text = line(table.header.clone());
    for row in &table.rows {
        text += &line(row.iter().map(|cell| cell.shown(dialect)).collect());
    }
    text
}

/// A workbook with a title above each table and real numbers and dates.
fn xlsx(tables: &[Table]) -> Vec<u8> {
    let mut book = Workbook::new();
    let (day, month) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("mm/yyyy"));
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name).unwrap();
        sheet.write_string(0, 0, format!("{} 2026", table.name)).unwrap();
        for (col, title) in table.header.iter().enumerate() {
            sheet.write_string(3, col as u16, title).unwrap();
        }
        for (n, row) in table.rows.iter().enumerate() {
            for (col, cell) in row.iter().enumerate() {
                let (row, col) = (4 + n as u32, col as u16);
                match *cell {
                    Cell::Empty => continue,
                    // IDs come as numbers, as Excel makes them of whatever looks like one.
                    Cell::Text(ref text) => match text.parse::<f64>() {
                        Ok(number) => sheet.write_number(row, col, number),
                        Err(_) => sheet.write_string(row, col, text),
                    },
                    Cell::Count(count) => sheet.write_number(row, col, count),
                    Cell::Day(y, m, d) => {
                        sheet.write_datetime_with_format(row, col, ExcelDateTime::from_ymd(y, m, d).unwrap(), &day)
                    }
                    Cell::Month(y, m) => {
                        sheet.write_datetime_with_format(row, col, ExcelDateTime::from_ymd(y, m, 1).unwrap(), &month)
                    }
                }
                .unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn html(table: &Table, dialect: &Dialect) -> String {
    let mut text = String::from("<html><head><meta charset=\"utf-8\"></head><body><table border=1>\n<tr>");
    for title in &table.header {
        write!(text, "<th>{}</th>", escaped(title)).unwrap();
    }
    text += "</tr>\n";
    for row in &table.rows {
        text += "<tr>";
        for cell in row {
            write!(text, "<td>{}</td>", escaped(&cell.shown(dialect))).unwrap();
        }
        text += "</tr>\n";
    }
    text + "</table></body></html>\n"
}

/// A workbook in the XML of Excel 2003.
fn spreadsheet_ml(tables: &[Table]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n",
    );
    for table in tables {
        writeln!(text, "<Worksheet ss:Name=\"{}\"><Table>", table.name).unwrap();
        // The header stands in row 3: the index skips what is empty.
        text += "<Row ss:Index=\"3\">";
        for title in &table.header {
            write!(text, "<Cell><Data ss:Type=\"String\">{}</Data></Cell>", escaped(title)).unwrap();
        }
        text += "</Row>\n";
        for row in &table.rows {
            text += "<Row>";
            for (n, cell) in row.iter().enumerate() {
                let (kind, value) = match *cell {
                    Cell::Empty => continue,
                    Cell::Text(ref value) => ("String", escaped(value)),
                    Cell::Count(count) => ("Number", count.to_string()),
                    Cell::Day(y, m, d) => ("DateTime", format!("{y}-{m:02}-{d:02}T00:00:00.000")),
                    Cell::Month(y, m) => ("DateTime", format!("{y}-{m:02}-01T00:00:00.000")),
                };
                write!(text, "<Cell ss:Index=\"{}\"><Data ss:Type=\"{kind}\">{value}</Data></Cell>", n + 1).unwrap();
            }
            text += "</Row>\n";
        }
        text += "</Table></Worksheet>\n";
    }
    text + "</Workbook>\n"
}

/// One file per table.
fn separate(tables: &[Table], ending: &str, write: impl Fn(&Table) -> Vec<u8>) -> Vec<(String, Vec<u8>)> {
    ["usage", "roster", "partners"]
        .iter()
        .zip(tables)
        .map(|(name, table)| (format!("{name}.{ending}"), write(table)))
        .collect()
}

fn essence(files: &[(String, Vec<u8>)]) -> Value {
    let run = common::run_in(tempfile::tempdir().unwrap(), files, &[], &[]);
    assert_eq!(run.exit, Some(0), "{}\n{}", run.stderr, run.results.map_or(Value::Null, |mut r| r["findings"].take()));
    assert_eq!(run.results()["as_of"], "2026-09-30");
    common::essence(run.results())
}

fn english() -> Vec<(String, Vec<u8>)> {
    separate(&tables(&ENGLISH), "csv", |table| delimited(table, ',', &ENGLISH).into_bytes())
}

/// Compares with the plain English files, partner by partner.
fn same_as_english(files: &[(String, Vec<u8>)]) {
    let (expected, got) = (essence(&english()), essence(files));
    for (expected, got) in expected.as_array().unwrap().iter().zip(got.as_array().unwrap()) {
        assert_eq!(serde_json::to_string_pretty(got).unwrap(), serde_json::to_string_pretty(expected).unwrap());
    }
    assert_eq!(got, expected);
}

#[test]
fn plain_files_come_to_what_was_reckoned_by_hand() {
    let partners = essence(&english());
    let [alpha, bravo, charlie] = partners.as_array().unwrap().as_slice() else { panic!("{partners}") };
    let of = |name: &str| {
        [alpha, bravo, charlie].into_iter().find(|p| p["name"] == name).unwrap_or_else(|| panic!("{partners}"))
    };
    let german = of(NAMES[0]);
    assert_eq!(german["tier"], "silver");
    assert_eq!(german["market"], "developed");
    assert_eq!(german["at_risk"], false);
    assert_eq!(german["usage"]["counted"], json!({"rows": 4, "active_users": 2550}));
    assert_eq!(
        german["usage"]["not_counted"],
        json!({
            "workload-not-eligible": {"rows": 1, "active_users": 700},
            "trial": {"rows": 1, "active_users": 300},
            "no-qualifying-association": {"rows": 1, "active_users": 800},
            "outside-reference-month": {"rows": 1, "active_users": 1100},
            "duplicate": {"rows": 1, "active_users": 400},
        })
    );
    let kinds: Vec<_> = german["plan"]["actions"].as_array().unwrap().iter().map(|a| a["kind"].clone()).collect();
    assert_eq!(kinds, ["associate-customer", "convert-trial", "grow-usage", "pass-exam"]);
    let italian = of(NAMES[1]);
    assert_eq!(italian["tier"], "gold");
    assert_eq!(italian["market"], "developed");
    assert_eq!(italian["usage"]["counted"], json!({"rows": 4, "active_users": 4600}));
    let kenyan = of(NAMES[2]);
    assert_eq!(kenyan["tier"], "none");
    assert_eq!(kenyan["market"], "developing");
    assert_eq!(kenyan["usage"]["counted"], json!({"rows": 3, "active_users": 950}));
    assert_eq!(kenyan["people"][0]["missing"], json!(["70-347"]));
}

#[test]
fn semicolons_german_and_windows_1252() {
    let files =
        separate(&tables(&GERMAN), "csv", |table| common::encode(&delimited(table, ';', &GERMAN), "windows-1252"));
    same_as_english(&files);
}

#[test]
fn tab_separated_in_the_portals_spellings() {
    same_as_english(&separate(&tables(&PORTAL), "tsv", |table| delimited(table, '\t', &PORTAL).into_bytes()));
}

#[test]
fn utf_16_tab_separated_named_xls() {
    same_as_english(&separate(&tables(&ENGLISH), "xls", |table| {
        common::encode(&delimited(table, '\t', &ENGLISH), "utf-16le")
    }));
}

#[test]
fn an_italian_workbook_of_three_sheets() {
    same_as_english(&[("Esportazione settembre.xlsx".to_owned(), xlsx(&tables(&ITALIAN)))]);
}

#[test]
fn a_german_workbook_of_three_sheets() {
    same_as_english(&[("Export.xlsx".to_owned(), xlsx(&tables(&GERMAN)))]);
}

#[test]
fn a_wide_workbook() {
    same_as_english(&[("Wide.xlsx".to_owned(), xlsx(&[wide_usage(), wide_roster(), partners(&ENGLISH)]))]);
}

#[test]
fn html_tables_named_xls() {
    same_as_english(&separate(&tables(&ENGLISH), "xls", |table| html(table, &ENGLISH).into_bytes()));
}

#[test]
fn a_workbook_in_the_xml_of_excel_2003_named_xls() {
    same_as_english(&[("Export.xls".to_owned(), spreadsheet_ml(&tables(&ENGLISH)).into_bytes())]);
}

#[test]
fn every_role_in_another_dialect() {
    let mut files = separate(&tables(&PORTAL)[..1], "tsv", |table| delimited(table, '\t', &PORTAL).into_bytes());
    files.push(("Zertifizierungen.xlsx".to_owned(), xlsx(&[roster(&GERMAN)])));
    files.push(("partner.xls".to_owned(), html(&partners(&ITALIAN), &ITALIAN).into_bytes()));
    same_as_english(&files);
}
