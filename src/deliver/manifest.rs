//! The manifest: what a run was made of and every file that it wrote, with its hash. It tells the tool's own files from
//! people's, and whether a review is still what it was.

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
    /// What it was made of; `None` in what older versions wrote.
    #[serde(flatten)]
    pub origin: Option<Origin>,
    /// The files but the manifest itself, sorted by path.
    pub files: Vec<WrittenFile>,
}

/// What a run was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The program.
    pub tool: Tool,
    /// The rules.
    pub ruleset: RulesetId,
    /// The inputs, in the order of the run.
    pub inputs: Vec<InputFile>,
}

/// A program by name and version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

impl Tool {
    /// This program.
    pub fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// A ruleset by name and content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesetId {
    /// Its ID.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// SHA-256 of its text, lower-case hexadecimal.
    pub sha256: String,
}

/// An input of a run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InputFile {
    /// How it is called.
    #[serde(alias = "path")]
    pub label: String,
    /// SHA-256 of its bytes, lower-case hexadecimal; empty if it could not be opened.
    pub sha256: String,
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
    pub fn new(mut files: Vec<WrittenFile>, origin: Option<Origin>) -> Self {
        files.sort();
        Self { schema: SCHEMA.to_owned(), origin, files }
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

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&WrittenFile> {
        self.files.iter().find(|file| file.path == path)
    }
}
