//! Files made on the spot, and a short way to read them.
#![allow(dead_code)]

use std::io::{Cursor, Write};
use std::path::PathBuf;

use tiergap::finding::{Arg, Code, Finding};
use tiergap::intake::{Book, Limits, Source, Value, read};
use tiergap::text::{Lang, Localizer};
use zip::write::SimpleFileOptions;

pub fn text(text: &str) -> Value {
    Value::Text(ustr::ustr(text))
}

pub fn fixture(name: &str) -> Book {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    read(&Source { path, label: name.to_owned() }, 0, &Limits::default())
}

/// Reads these bytes as a file of this name.
pub fn bytes_with(name: &str, bytes: &[u8], limits: &Limits) -> Book {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).unwrap();
    read(&Source { path, label: name.to_owned() }, 0, limits)
}

pub fn bytes(name: &str, bytes: &[u8]) -> Book {
    bytes_with(name, bytes, &Limits::default())
}

pub fn codes(book: &Book) -> Vec<Code> {
    book.findings.iter().map(|finding| finding.code).collect()
}

pub fn arg(finding: &Finding, name: &str) -> String {
    match finding.args.iter().find(|(n, _)| *n == name) {
        Some((_, Arg::Text(text))) => text.clone(),
        Some((_, Arg::Number(n))) => n.to_string(),
        Some((_, Arg::Phrase(phrase))) => Localizer::new(Lang::En).unwrap().message(phrase.key, &phrase.args),
        None => panic!("no argument {name} in {finding:?}"),
    }
}

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet whose rows are these.
pub fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with(rows, None)
}

pub fn xlsx_with(rows: &str, shared: Option<&str>) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let shared = shared.unwrap_or("<sst/>");
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
    ])
}

/// An OpenDocument spreadsheet of one table whose rows are these.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="T">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}
