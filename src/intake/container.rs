//! Zip containers: opened with bounds on entries and on what really comes out of them.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::collect::Trouble;
use crate::finding::Phrase;

/// Entries of a container.
const MAX_ENTRIES: u64 = 50_000;
/// Bytes that one piece of a part may need before the next begins: one text, one tag.
const MAX_PIECE: u64 = 64 << 20;

const OVER_TOTAL: &str = "tiergap: inflated bytes";
const OVER_PIECE: &str = "tiergap: one piece";

/// How many bytes may still come out of the container.
#[derive(Debug)]
pub(super) struct Budget {
    left: Cell<u64>,
    piece: Cell<u64>,
}

impl Budget {
    pub(super) fn new(total: u64) -> Self {
        Self { left: Cell::new(total), piece: Cell::new(0) }
    }

    /// A piece has been handed over: the next one may have as many bytes again.
    pub(super) fn next_piece(&self) {
        self.piece.set(0);
    }
}

/// Counts what it hands on.
pub(super) struct Counted<'b, R> {
    inner: R,
    budget: &'b Budget,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        let bytes = n as u64;
        let left = self.budget.left.get();
        if bytes > left {
            self.budget.left.set(0);
            return Err(io::Error::other(OVER_TOTAL));
        }
        self.budget.left.set(left - bytes);
        let piece = self.budget.piece.get() + bytes;
        self.budget.piece.set(piece);
        if piece > MAX_PIECE {
            return Err(io::Error::other(OVER_PIECE));
        }
        Ok(n)
    }
}

/// An I/O error within a part, as trouble.
pub(super) fn io_trouble(error: &io::Error) -> Trouble {
    let text = error.to_string();
    match text.as_str() {
        OVER_TOTAL => Trouble::Limit(Phrase::new("detail-limit-inflated")),
        OVER_PIECE => Trouble::over("detail-limit-piece", MAX_PIECE),
        _ => Trouble::technical("detail-damaged-zip", text),
    }
}

/// An opened container.
pub(super) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    budget: Budget,
    names: Vec<String>,
    /// Numbers of the parts whose names differ at most in case and kind of slash.
    places: BTreeMap<String, Vec<usize>>,
}

impl<'a> Container<'a> {
    /// Opens a zip container of which no more than so many bytes will be inflated.
    pub(super) fn open(bytes: &'a [u8], inflated: u64) -> Result<Self, Trouble> {
        let Some(entries) = declared_entries(bytes) else {
            return Err(Trouble::unreadable("detail-damaged-zip-end"));
        };
        if entries > MAX_ENTRIES {
            return Err(Trouble::larger("detail-limit-parts", entries, MAX_ENTRIES));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(zip_trouble)?;
        let names: Vec<String> =
            archive.file_names().map(|name| name.map_or_else(|_| String::new(), Cow::into_owned)).collect();
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            places.entry(same(name)).or_default().push(at);
        }
        Ok(Self { archive, budget: Budget::new(inflated), names, places })
    }

    /// The parts' names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether there is a part of this name, written in any case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    fn index(&self, name: &str) -> Option<usize> {
        let places = self.places.get(&same(name))?;
        let exact = places.iter().find(|&&at| self.names.get(at).is_some_and(|known| known == name));
        exact.or_else(|| places.first()).copied()
    }

    /// A part as a stream, and the budget it draws on.
    pub(super) fn part(&mut self, name: &str) -> Result<(BufReader<Counted<'_, impl Read>>, &Budget), Trouble> {
        let Some(index) = self.index(name) else {
            return Err(Trouble::Unreadable(Phrase::new("detail-part-missing").with("part", name)));
        };
        self.budget.next_piece();
        let entry = self.archive.by_index(index).map_err(zip_trouble)?;
        let counted = Counted { inner: entry, budget: &self.budget };
        Ok((BufReader::with_capacity(64 << 10, counted), &self.budget))
    }

    /// A small part as a whole.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Trouble> {
        let (mut part, budget) = self.part(name)?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|e| io_trouble(&e))?;
        budget.next_piece();
        Ok(bytes)
    }
}

/// A part's name as it is looked up: writers do not agree on case and slashes.
fn same(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

fn zip_trouble(error: ZipError) -> Trouble {
    match error {
        ZipError::Io(e) if e.kind() == io::ErrorKind::UnexpectedEof => Trouble::unreadable("detail-damaged-zip-short"),
        ZipError::Io(e) => io_trouble(&e),
        ZipError::UnsupportedArchive(detail) if detail.contains("Password") => Trouble::Password,
        ZipError::InvalidPassword => Trouble::Password,
        other => Trouble::technical("detail-damaged-zip", other),
    }
}

/// How many entries the end of the container declares, in either of the two places; `None` without an end.
fn declared_entries(bytes: &[u8]) -> Option<u64> {
    let window = bytes.len().saturating_sub(22 + 0xFFFF);
    let tail = bytes.get(window..)?;
    let at = tail.windows(4).rposition(|w| w == b"PK\x05\x06")?;
    let count = u64::from(u16::from_le_bytes(tail.get(at + 10..at + 12)?.try_into().ok()?));
    if count < 0xFFFF {
        return Some(count);
    }
    let wide = tail.windows(4).rposition(|w| w == b"PK\x06\x06");
    let count = wide.and_then(|at| tail.get(at + 32..at + 40)).and_then(|b| b.try_into().ok()).map(u64::from_le_bytes);
    Some(count.unwrap_or(0xFFFF))
}
