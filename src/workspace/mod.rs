//! A workspace: a folder with a `tiergap.toml`, an inbox, and a folder of reviews, one for each month.
//!
//! What the file says is read raw and validated at once, all problems with line and column; nothing in it is silently
//! of no effect. This room knows where things lie and what was settled, nothing of partners or rules.

mod error;
mod parse;
mod raw;
mod reviews;
mod schema;
mod shape;
mod unused;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use error::{SettingsError, SettingsProblem, WorkspaceError};
pub use reviews::ReviewFolder;
pub use schema::{schema, schema_text};

use crate::deliver::mail;
use crate::intake;
use crate::waivers::{SamePartner, Waiver};

/// The name of a workspace's file.
pub const FILE: &str = "tiergap.toml";
/// Where the schema of that file lies in a workspace, for editors.
pub const SCHEMA_FILE: &str = ".tiergap/schema.json";
/// Bytes of the file at most.
const FILE_BYTES: u64 = 4 << 20;

/// A workspace and what its file says.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder; empty where it is the current one.
    pub folder: PathBuf,
    /// What its file says.
    pub settings: Settings,
}

/// Something that the file says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What it says.
    pub value: T,
}

/// What a workspace's file says, validated. Paths are as written, seen from the workspace's folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// Its text.
    pub text: String,
    /// SHA-256 of that text, lower-case hexadecimal.
    pub sha256: String,
    /// How problems name it.
    pub origin: String,
    /// Ruleset: a file, an ID or an edition.
    pub ruleset: Option<String>,
    /// The day to judge for.
    pub as_of: Option<Date>,
    /// Code of the language of reports and messages.
    pub language: Option<String>,
    /// File of the theme.
    pub theme: Option<String>,
    /// Folder of templates.
    pub templates: Option<String>,
    /// File of markets.
    pub markets: Option<At<String>>,
    /// Folder of fonts.
    pub fonts: Option<At<String>>,
    /// What to read; never empty.
    pub inputs: Vec<String>,
    /// Folder of reviews.
    pub reviews: String,
    /// MiB for reading one file.
    pub max_memory: Option<u32>,
    /// Seconds for reading one file.
    pub max_seconds: Option<u32>,
    /// Header names of the user's own: field, name, in the order of the file.
    pub columns: Vec<At<(String, String)>>,
    /// Developed and developing countries.
    pub market_list: Option<At<MarketList>>,
    /// How reports are mailed.
    pub mail: mail::Settings,
    /// What was settled, in the order of the file.
    pub waivers: Vec<Waiver>,
    /// Partners that are one.
    pub same_partners: Vec<SamePartner>,
}

/// Which countries are developed and which are developing markets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketList {
    /// Whose list it is.
    pub name: String,
    /// Codes of developed markets, in upper case.
    pub developed: Vec<At<String>>,
    /// Codes of developing markets, in upper case.
    pub developing: Vec<At<String>>,
}

impl Workspace {
    /// The workspace that a folder lies in: the folder itself or the nearest above it that has a `tiergap.toml`.
    /// `here` is the current folder; of it, paths stay as short as they were typed.
    pub fn folder_above(here: &Path) -> Option<PathBuf> {
        let found = here.ancestors().find(|folder| folder.join(FILE).is_file())?;
        Some(if found == here { PathBuf::new() } else { found.to_path_buf() })
    }

    /// Opens the workspace in a folder.
    ///
    /// # Errors
    /// If the folder has no `tiergap.toml`, if that cannot be read, or all that is wrong with it.
    pub fn open(folder: &Path) -> Result<Self, WorkspaceError> {
        let path = folder.join(FILE);
        let origin = path.display().to_string();
        if !path.is_file() {
            return Err(WorkspaceError::None { folder: folder.display().to_string() });
        }
        let text = intake::read_text(&path, FILE_BYTES)
            .map_err(|source| WorkspaceError::Unreadable { origin: origin.clone(), source })?;
        Ok(Self { folder: folder.to_path_buf(), settings: Settings::parse(&text, &origin)? })
    }

    /// A path of the file, as seen from the current folder.
    pub fn path(&self, written: &str) -> PathBuf {
        self.folder.join(written)
    }

    /// What to read.
    pub fn inputs(&self) -> Vec<PathBuf> {
        self.settings.inputs.iter().map(|input| self.path(input)).collect()
    }

    /// The folder of reviews.
    pub fn reviews_folder(&self) -> PathBuf {
        self.path(&self.settings.reviews)
    }
}
