//! What is wrong with a workspace's file: everything at once, each with its line and column.

use std::fmt::Write as _;

/// Problems that are shown; who has more has most likely given another file.
const SHOWN: usize = 50;

/// One problem of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsProblem {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A workspace's file that cannot be used: all its problems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}\nhint: docs/workspace.md tells every key; `tiergap init` writes a file that explains them", self.lines(&format!("the workspace's file {}", self.origin)))]
pub struct SettingsError {
    /// The file, as the problems name it.
    pub origin: String,
    /// Its problems, in the order of the text.
    pub problems: Vec<SettingsProblem>,
}

impl SettingsError {
    /// All problems, each on a line, under what the file is called.
    pub fn lines(&self, file: &str) -> String {
        let mut text = format!("{file} cannot be used");
        for p in self.problems.iter().take(SHOWN) {
            let _ = write!(text, "\n  {}:{}:{}: {}", self.origin, p.line, p.column, p.message);
        }
        if let Some(more) = self.problems.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let _ = write!(text, "\n  and {more} more");
        }
        text
    }
}

/// Why there is no workspace where one was named or found.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The folder that was named has no such file.
    #[error("{folder} is no workspace: it has no tiergap.toml\nhint: `tiergap init {folder}` makes it one")]
    None {
        /// The folder.
        folder: String,
    },
    /// The file cannot be read.
    #[error("cannot read {origin}")]
    Unreadable {
        /// The file.
        origin: String,
        /// The system's word.
        source: std::io::Error,
    },
    /// What it says cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
}
