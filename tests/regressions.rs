//! What fuzzing and strangers' files have found: each fault once, by name.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::time::{Duration, Instant};

use tiergap::intake::{Book, SheetBuilder, Value};
use tiergap::recognise::{Recognised, Vocabulary, recognise};

fn recognised(rows: u32, cols: u32, cell: impl Fn(u32, u32) -> String) -> (Recognised, Duration) {
    let words = Vocabulary::shipped().unwrap();
    let mut sheet = SheetBuilder::new("S", true);
    for row in 0..rows {
        for col in 0..cols {
            sheet.push(row, col, Value::Text(cell(row, col).as_str().into()));
        }
    }
    let sheets = vec![sheet.finish()];
    let book = Book { label: "wide.csv".into(), sha256: String::new(), format: None, sheets, findings: vec![] };
    let begun = Instant::now();
    let read = recognise(&book, 0, &words);
    (read, begun.elapsed())
}

/// Every header that is not known was compared with every one that is: three milliseconds a column, in a sheet that may
/// have sixteen thousand. (Target `html`: a small page took twenty times as long as it should.)
#[test]
fn a_header_of_thousands_of_unknown_columns_is_read_in_seconds() {
    const HEAD: [&str; 5] = ["MPN ID", "Customer", "Workload", "Active Users", "Month"];
    const FIRST: [&str; 5] = ["1234567", "Contoso", "Exchange Online", "12", "2026-09"];
    let (read, took) = recognised(2, 4_000, |row, col| match (row, col as usize) {
        (0, col @ 0..5) => HEAD[col].to_owned(),
        (1, col @ 0..5) => FIRST[col].to_owned(),
        (0, col) => format!("Customer noun {col}"),
        _ => "x".to_owned(),
    });
    assert_eq!(read.sheets[0].usage.len(), 1);
    assert_eq!(read.sheets[0].columns.len(), 4_000);
    assert!(took < Duration::from_secs(20), "{took:?}");
}

/// The same for rows in which nothing is right: each was compared cell by cell, as were pairs of them.
#[test]
fn a_sheet_of_wide_rows_without_a_header_is_passed_over_in_seconds() {
    let (read, took) = recognised(60, 1_500, |row, col| match col {
        0 => "Partner".to_owned(),
        _ => format!("Nothing like it {row} {col}"),
    });
    assert!(read.sheets[0].usage.is_empty());
    assert!(took < Duration::from_secs(20), "{took:?}");
}
