//! The recognise room against sheets that nobody would write: it never panics, and every fact keeps its place.

use proptest::prelude::*;
use tiergap::intake::{Book, CellError, Merge, SheetBuilder, Value};
use tiergap::recognise::{
    SeparatorEvidence, Separators, Vocabulary, count_of, day_of_number, day_of_serial, fold, month_of_number,
    parse_count, parse_credentials, parse_date, recognise,
};

/// Words that make rows look like headers, totals and data.
const WORDS: &[&str] = &[
    "Partner ID",
    "Partner",
    "Customer",
    "Workload",
    "Active Users",
    "Month",
    "SKU",
    "Trial",
    "Association",
    "Country",
    "Market",
    "Name",
    "Email",
    "Credential",
    "Status",
    "Expires",
    "70-346",
    "70-347 expires",
    "MCSA: Office 365",
    "EXO",
    "Exchange Online users",
    "Total",
    "Contoso Total",
    "Totale",
    "1.234",
    "1,234",
    "2.000,5",
    "31/12/2026",
    "03/04/2026",
    "2026-09",
    "set 2026",
    "Passed",
    "x",
    "-",
    "N/A",
    "DAP; DPOR",
    "Partner: Contoso",
    "MPN ID",
    "1234567",
    "\u{feff}",
    "\u{301}",
    "((((",
    "99999999999999999999999",
    "Year",
    "é/é/é",
    "T1T",
    "a@b",
    "mailto:",
    "<>",
    "70-",
    "0",
    "'",
];

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => proptest::sample::select(WORDS).prop_map(|word| Value::Text(word.into())),
        1 => "\\PC{1,12}".prop_map(|text| Value::Text(text.as_str().into())),
        2 => any::<f64>().prop_map(Value::Number),
        2 => (-10_i32..300_000).prop_map(|n| Value::Number(f64::from(n))),
        1 => any::<f64>().prop_map(Value::Date),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::Error(CellError::NA)),
        1 => Just(Value::Uncalculated),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_sheet_makes_it_panic_and_facts_keep_their_place(
        cells in proptest::collection::vec((0_u32..14, 0_u32..9, any_value()), 0..90),
        merges in proptest::collection::vec((0_u32..14, 0_u32..9, 0_u32..20, 0_u32..20), 0..4),
    ) {
        let words = shipped();
        let mut sheet = SheetBuilder::new("S", true);
        for (row, col, value) in &cells {
            sheet.push(*row, *col, *value);
        }
        for (row, col, last_row, last_col) in merges {
            sheet.merge(Merge { first_row: row, first_col: col, last_row, last_col });
        }
        let sheet = sheet.finish();
        let book = Book { label: "s".into(), sha256: String::new(), format: None, sheets: vec![sheet], findings: vec![] };
        let read = recognise(&book, 7, words);
        prop_assert_eq!(&read, &recognise(&book, 7, words));
        prop_assert_eq!(read.sheets.len(), 1);
        let facts = &read.sheets[0];
        prop_assert!(facts.usage.iter().all(|r| r.sheet == facts.sheet && r.row < 14 && r.count_col < 9 && !r.partner.is_empty()));
        prop_assert!(facts.roster.iter().all(|r| r.sheet.file == 7 && r.row < 14 && !r.partner.is_empty()));
        prop_assert!(facts.usage.is_sorted_by_key(|r| (r.row, r.count_col)));
        prop_assert!(read.findings.iter().all(|f| f.file == Some(7)));
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "\\PC{0,40}", number in any::<f64>()) {
        let words = shipped();
        let _ = (parse_date(&text, words), parse_credentials(&text, words), words.country(&text), words.workload(&text));
        let _ = (day_of_number(number), day_of_serial(number), month_of_number(number), count_of(number));
        SeparatorEvidence::default().observe(&text);
        let _ = parse_count(&text, Separators::default());
        prop_assert_eq!(fold(&text).is_empty(), text.trim().is_empty());
    }
}

fn shipped() -> &'static Vocabulary {
    static WORDS: std::sync::OnceLock<Vocabulary> = std::sync::OnceLock::new();
    WORDS.get_or_init(|| Vocabulary::shipped().expect("shipped words"))
}
