//! One file, from its path to a book.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::collect::{Collector, Trouble};
use super::container::Container;
use super::{Book, Format, Limits, Source};
use super::{delimited, html, ods, sniff, spreadsheetml, xls, xlsb, xlsx};
use crate::digest::hex;
use crate::finding::{Code, Finding, Phrase};

/// Reads one file. `file` is its index in the run, for the places of findings. Never fails and never panics: a file that
/// cannot be read is a book without sheets and with an error finding.
///
/// The file's size is checked before it is read, and everything that comes out of it is bounded by `limits`.
pub fn read(source: &Source, file: u32, limits: &Limits) -> Book {
    match load(&source.path, limits.file_bytes) {
        Ok((bytes, sha256)) => Book { sha256, ..read_loaded(&bytes, &source.label, file, limits) },
        Err(trouble) => {
            let mut book = unread(&source.label);
            book.findings.push(report(trouble, &source.label, file));
            book
        }
    }
}

/// What [`read`] does with a file's bytes once it has them; `sha256` stays empty. Not for use by others than the
/// fuzzing, to which a file on disk for every try would be most of the work.
#[doc(hidden)]
pub fn read_loaded(bytes: &[u8], label: &str, file: u32, limits: &Limits) -> Book {
    let mut book = unread(label);
    let mut out = Collector::new(label, file, limits);
    // The libraries below have panicked on strangers' files before; the cells read until then are not used.
    let result = quietly(|| catch_unwind(AssertUnwindSafe(|| parse(bytes, &stem(label), &mut out))))
        .unwrap_or_else(|_| Err(Trouble::unreadable("detail-damaged-beyond-reader")));
    book.format = out.format;
    match result {
        Ok(()) => {
            if let Some(format) = out.format {
                book.findings.extend(misnamed(label, file, format));
            }
            let (sheets, findings) = out.finish();
            book.sheets = sheets;
            book.findings.extend(findings);
        }
        Err(trouble) => book.findings.push(report(trouble, label, file)),
    }
    book
}

fn unread(label: &str) -> Book {
    Book { label: label.to_owned(), sha256: String::new(), format: None, sheets: Vec::new(), findings: Vec::new() }
}

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside a reader whose panics are caught and told as a finding: nothing is to be printed then.
pub fn panics_are_caught() -> bool {
    GUARDED.get()
}

fn quietly<T>(read: impl FnOnce() -> T) -> T {
    GUARDED.set(true);
    let result = read();
    GUARDED.set(false);
    result
}

/// Of books with the same bytes, only the first keeps its sheets: a copy must not be counted twice. Each other one
/// gets a finding, which is also returned. Books whose file could not be opened are never the same.
///
/// `books[n]` must be the book that was read with `file` n.
pub fn drop_same_files(books: &mut [Book]) -> Vec<Finding> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut findings = Vec::new();
    for (file, book) in books.iter_mut().enumerate() {
        // Files that hold nothing have their own finding.
        if book.sha256.is_empty() || book.sheets.is_empty() {
            continue;
        }
        let Some(other) = first.get(&book.sha256) else {
            first.insert(book.sha256.clone(), book.label.clone());
            continue;
        };
        let finding = Finding::new(Code::SameFileTwice)
            .in_file(file as u32)
            .arg("name", book.label.as_str())
            .arg("other", other.as_str());
        book.sheets.clear();
        book.findings = vec![finding.clone()];
        findings.push(finding);
    }
    findings
}

/// The file's bytes and their SHA-256.
fn load(path: &Path, limit: u64) -> Result<(Vec<u8>, String), Trouble> {
    let metadata = std::fs::metadata(path).map_err(|e| Trouble::Unreadable(opening(&e)))?;
    if !metadata.is_file() {
        return Err(Trouble::unreadable("detail-not-regular-file"));
    }
    let too_large = |size: u64| Trouble::larger("detail-limit-bytes", size, limit);
    if metadata.len() > limit {
        return Err(too_large(metadata.len()));
    }
    let mut input = File::open(path).map_err(|e| Trouble::Unreadable(opening(&e)))?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let mut hasher = Sha256::new();
    let mut chunk = vec![0_u8; 256 << 10];
    loop {
        let n = match input.read(&mut chunk) {
            Ok(n) => n,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(Trouble::Unreadable(opening(&e))),
        };
        let Some(part) = chunk.get(..n).filter(|part| !part.is_empty()) else { break };
        hasher.update(part);
        bytes.extend_from_slice(part);
        // A file may grow while it is read.
        if bytes.len() as u64 > limit {
            return Err(too_large(bytes.len() as u64));
        }
    }
    Ok((bytes, hex(&hasher.finalize())))
}

/// What the system says of a file or folder that cannot be opened or read.
pub(super) fn opening(error: &std::io::Error) -> Phrase {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => Phrase::new("detail-no-permission"),
        std::io::ErrorKind::NotFound => Phrase::new("detail-gone"),
        _ => Phrase::new("detail-system").with("technical", error.to_string()),
    }
}

/// Tells the format and reads the sheets.
fn parse(bytes: &[u8], stem: &str, out: &mut Collector<'_>) -> Result<(), Trouble> {
    if bytes.is_empty() {
        return Err(Trouble::Empty);
    }
    if sniff::is_zip(bytes) {
        let mut container = Container::open(bytes, out.limits.inflated_bytes)?;
        let format = sniff::zipped(&mut container)?;
        out.format = Some(format);
        return match format {
            Format::Xlsb => xlsb::read(&mut container, out),
            Format::Ods => ods::read(&mut container, out),
            _ => xlsx::read(&mut container, out),
        };
    }
    let format = sniff::plain(bytes)?;
    out.format = Some(format);
    match format {
        Format::Xls => xls::read(bytes, out),
        Format::Html => html::read(bytes, out),
        Format::SpreadsheetMl => spreadsheetml::read(bytes, out),
        _ => delimited::read(bytes, stem, out),
    }
}

/// Whether a file in a folder is one of the formats that are read, from its content. For endings that are used for
/// other things too, such as `.xml`.
pub(super) fn has_table(path: &Path) -> bool {
    /// A page or an XML file says early what it is.
    const LOOK: u64 = 4 << 20;
    let mut bytes = Vec::new();
    let Ok(input) = File::open(path) else { return true };
    if input.take(LOOK).read_to_end(&mut bytes).is_err() {
        return true; // reading it will say why
    }
    match sniff::plain(&bytes) {
        Ok(Format::SpreadsheetMl) => true,
        Ok(Format::Html) => {
            let tag: Vec<u8> = bytes.iter().filter(|&&b| b != 0).map(u8::to_ascii_lowercase).collect();
            tag.windows(6).any(|w| w == b"<table")
        }
        _ => false,
    }
}

fn stem(label: &str) -> String {
    let name = label.rsplit('/').next().unwrap_or(label);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => name.to_owned(),
    }
}

fn misnamed(label: &str, file: u32, format: Format) -> Option<Finding> {
    let ending = label.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    let expected = sniff::expected(&ending)?;
    (!expected.contains(&format)).then(|| {
        Finding::new(Code::MisnamedFile)
            .in_file(file)
            .arg("name", label)
            .arg("detail", Phrase::new(sniff::name(format)))
    })
}

fn report(trouble: Trouble, label: &str, file: u32) -> Finding {
    let (code, detail) = match trouble {
        Trouble::Unreadable(detail) => (Code::UnreadableFile, Some(detail)),
        Trouble::Limit(detail) => (Code::LimitExceeded, Some(detail)),
        Trouble::NotASpreadsheet(detail) => (Code::NotASpreadsheet, Some(detail)),
        Trouble::Password => (Code::PasswordProtected, None),
        Trouble::Empty => (Code::EmptyFile, None),
    };
    let finding = Finding::new(code).in_file(file).arg("name", label);
    match detail {
        Some(detail) => finding.arg("detail", detail),
        None => finding,
    }
}
