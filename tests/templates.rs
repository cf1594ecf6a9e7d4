//! The blank workbooks of `tiergap template` are read back as they are, and filled in with the values they propose.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::Path;

use rust_xlsxwriter::Workbook;
use tiergap::facts::Role;
use tiergap::intake::{Book, Limits, Sheet, Source, Value, read};
use tiergap::recognise::{Vocabulary, recognise};
use tiergap::text::Lang;

fn text(value: Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.to_string(),
        other => panic!("a blank workbook holds words only, not {other:?}"),
    }
}

fn open(path: &Path) -> Book {
    let label = path.file_name().unwrap().to_string_lossy().into_owned();
    read(&Source { path: path.into(), label }, 0, &Limits::default())
}

fn titles(form: &Sheet) -> Vec<String> {
    form.row(0).unwrap().cells().map(|(_, value)| text(value)).collect()
}

/// What the guide writes beside a column's name: its example, and the values to choose from.
fn proposed(guide: &Sheet, title: &str) -> (String, Vec<String>) {
    let rows: Vec<(String, String)> = guide.rows().map(|row| (text(row.get(0)), text(row.get(1)))).collect();
    let mut named = rows.iter().enumerate().filter(|(_, (name, _))| name == title);
    let (_, (_, example)) = named.next().unwrap_or_else(|| panic!("the guide says nothing of {title}"));
    let values = named.next().map_or_else(Vec::new, |(first, _)| {
        let list = rows.iter().skip(first).enumerate();
        list.take_while(|(n, (name, value))| (*n == 0 || name.is_empty()) && !value.is_empty())
            .map(|(_, (_, value))| value.clone())
            .collect()
    });
    (example.clone(), values)
}

/// The workbook with `rows` rows filled in; a guide stays as it is.
fn filled(book: &Book, rows: usize, path: &Path) {
    let [form, guide] = book.sheets.as_slice() else { panic!("two sheets") };
    let mut out = Workbook::new();
    let sheet = out.add_worksheet().set_name(form.name.as_str()).unwrap();
    for (col, title) in titles(form).iter().enumerate() {
        sheet.write(0, col as u16, title).unwrap();
        let (example, values) = proposed(guide, title);
        for row in 0..rows {
            let value = values.get(row).unwrap_or(&example);
            match value.parse::<u32>() {
                Ok(number) => sheet.write(row as u32 + 1, col as u16, number).unwrap(),
                Err(_) => sheet.write(row as u32 + 1, col as u16, value).unwrap(),
            };
        }
    }
    let sheet = out.add_worksheet().set_name(guide.name.as_str()).unwrap();
    for row in guide.rows() {
        for (col, value) in row.cells() {
            sheet.write(row.index(), col as u16, text(value)).unwrap();
        }
    }
    out.save(path).unwrap();
}

#[test]
fn blank_and_filled_workbooks_are_read_back_cleanly() {
    let words = Vocabulary::shipped().unwrap();
    for lang in Lang::available().map(Lang::code) {
        let dir = tempfile::tempdir().unwrap();
        let blank = dir.path().join("blank");
        common::tiergap().arg("template").arg(&blank).args(["--lang", lang]).assert().success();
        let input = dir.path().join("in");
        std::fs::create_dir(&input).unwrap();
        let mut roles = Vec::new();
        for entry in std::fs::read_dir(&blank).unwrap() {
            let path = entry.unwrap().path();
            let book = open(&path);
            let found = recognise(&book, 0, &words);
            let codes: Vec<&str> = found.findings.iter().map(|f| f.code.as_str()).collect();
            assert_eq!(codes, ["ignored-sheet"], "{lang} {}", path.display());
            let [form, guide] = found.sheets.as_slice() else { panic!("two sheets") };
            assert_eq!((form.rows, guide.role, guide.rows), (0, Role::None, 0), "{lang} {}", path.display());
            roles.push(form.role);
            // One row of the master data: several would contradict each other.
            let rows = if form.role == Role::Partners { 1 } else { 3 };
            filled(&book, rows, &input.join(path.file_name().unwrap()));
        }
        roles.sort_unstable_by_key(|role| format!("{role:?}"));
        assert_eq!(roles, [Role::Partners, Role::Roster, Role::Usage], "{lang}");

        let out = dir.path().join("out");
        let run = common::tiergap()
            .arg("run")
            .args([&input, &blank])
            .arg("--out")
            .arg(&out)
            .args(["--as-of", "2026-09-30"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(0), "{lang}: {said}");
        let results: serde_json::Value =
            serde_json::from_slice(&std::fs::read(out.join("results.json")).unwrap()).unwrap();
        let ids: Vec<&str> =
            results["partners"].as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap_or("-")).collect();
        assert_eq!(ids, ["1234567"], "{lang}");
        for finding in results["findings"].as_array().unwrap() {
            assert_eq!(finding["severity"], "info", "{lang}: {finding}");
        }
    }
}
