//! The manifest: every file that a run wrote, with its hash. It tells the tool's own files from people's.

use serde::{Deserialize, Serialize};

use crate::digest::sha256;

/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";

/// The version of its shape.
const SCHEMA: &str = "tiergap.manifest.v1";

/// What a run wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    schema: String,
    /// The files but the manifest itself, sorted by path.
    pub files: Vec<WrittenFile>,
}

/// A file that a run wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WrittenFile {
    /// Path within the output folder, with `/`.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

impl WrittenFile {
    /// The entry for a file's bytes.
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        Self { path: path.to_owned(), bytes: bytes.len() as u64, sha256: sha256(bytes) }
    }
}

impl Manifest {
    /// A manifest of these files.
    pub fn new(mut files: Vec<WrittenFile>) -> Self {
        files.sort();
        Self { schema: SCHEMA.to_owned(), files }
    }

    /// Reads a manifest; `None` if the text is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|manifest| manifest.schema == SCHEMA)
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
}
