//! `sign-off.json`: what reviewers wrote and signed, in the order in which they did.

use std::fs;
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ours::manifest_of;

/// Its file name.
pub const SIGN_OFF: &str = "sign-off.json";

/// The file that is signed.
pub const RESULTS: &str = "results.json";

/// The version of its shape.
const SCHEMA: &str = "tiergap.sign-off.v1";

/// Notes and signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    schema: String,
    /// The earliest first.
    pub entries: Vec<Entry>,
}

/// A note, a signature, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who signed; `None` for a note alone.
    pub by: Option<String>,
    /// When.
    pub date: Date,
    /// The note.
    pub note: Option<String>,
    /// SHA-256 of the `results.json` that was signed, lower-case hexadecimal; `None` for a note alone.
    pub results_sha256: Option<String>,
}

impl Default for SignOff {
    fn default() -> Self {
        Self { schema: SCHEMA.to_owned(), entries: Vec::new() }
    }
}

impl SignOff {
    /// Reads it; `None` if the text is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|signed| signed.schema == SCHEMA)
    }

    /// Its text.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }

    /// The signature of somebody: the name as it was signed, and the day. Case and blanks do not make another person.
    pub fn by(&self, name: &str) -> Option<(&str, Date)> {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let signed = self.entries.iter().filter_map(|entry| Some((entry.by.as_deref()?, entry.date)));
        signed.into_iter().find(|(by, _)| plain(by) == plain(name))
    }

    /// Who signed.
    pub fn signers(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| entry.by.as_deref())
    }
}

/// Who signed the review in a folder; empty where there is none, or nobody did. A sign-off that cannot be read any more
/// counts as one by somebody unknown.
pub fn signers(folder: &Path) -> Vec<String> {
    if manifest_of(folder).is_none_or(|manifest| manifest.file(SIGN_OFF).is_none()) {
        return Vec::new();
    }
    let path = folder.join(SIGN_OFF);
    if fs::symlink_metadata(&path).is_err() {
        return Vec::new();
    }
    match fs::read_to_string(&path).ok().and_then(|text| SignOff::parse(&text)) {
        Some(signed) => signed.signers().map(str::to_owned).collect(),
        None => vec!["?".to_owned()],
    }
}
