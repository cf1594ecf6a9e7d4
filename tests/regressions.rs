//! What fuzzing and strangers' files have found: each fault once, by name.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "../fuzz/src/packed.rs"]
#[allow(dead_code)]
mod packed;

use std::time::{Duration, Instant};

use tiergap::finding::Code;
use tiergap::intake::{Book, Limits, SheetBuilder, Value, read_loaded};
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
    let (read, took) = recognised(2, 2_000, |row, col| match (row, col as usize) {
        (0, col @ 0..5) => HEAD[col].to_owned(),
        (1, col @ 0..5) => FIRST[col].to_owned(),
        (0, col) => format!("Customer noun {col}"),
        _ => "x".to_owned(),
    });
    assert_eq!(read.sheets[0].usage.len(), 1);
    assert_eq!(read.sheets[0].columns.len(), 2_000);
    assert!(took < Duration::from_secs(60), "{took:?}");
}

/// The same for rows in which nothing is right: each was compared cell by cell, as were pairs of them. (A public test
/// workbook of long texts, `aaa_large_string.xlsx` of umya-spreadsheet, was not done in a minute.)
#[test]
fn a_sheet_of_wide_rows_without_a_header_is_passed_over_in_seconds() {
    let (read, took) = recognised(4, 1_500, |row, col| match col {
        0 => "Partner".to_owned(),
        _ => format!("Nothing like it {row} {col}"),
    });
    assert!(read.sheets[0].usage.is_empty());
    assert!(took < Duration::from_secs(60), "{took:?}");
}

/// The sizes in an encrypted workbook are noise; they were taken for those of a sheet that is too large. (Test files of
/// oletools, encrypted with the password that Excel itself knows.)
#[test]
fn an_encrypted_old_workbook_is_said_to_be_protected_and_not_to_be_too_large() {
    let mut stream = Vec::new();
    let mut record = |kind: u16, data: &[u8]| {
        stream.extend(kind.to_le_bytes());
        stream.extend((data.len() as u16).to_le_bytes());
        stream.extend(data);
    };
    let begin = |what: u16| [&[0, 6][..], &what.to_le_bytes(), &[0; 12]].concat();
    record(0x0809, &begin(5));
    record(0x002F, &[1, 0, 1, 0, 1, 0]);
    // One sheet right behind the records of the workbook: 20 + 10 + 13 + 4 bytes from its start.
    record(0x0085, &[47, 0, 0, 0, 0, 0, 1, 0, b'S']);
    record(0x000A, &[]);
    record(0x0809, &begin(0x10));
    // Cells in the far corners, as noise would have them.
    record(0x0203, &[0; 14]);
    record(0x0203, &[255; 14]);
    record(0x000A, &[]);
    let book = read_loaded(&packed::compound(&stream), "old.xls", 0, &Limits::default());
    let codes: Vec<Code> = book.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::PasswordProtected]);
}
