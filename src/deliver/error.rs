//! Why nothing was written.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum DeliverError {
    /// The output path is a file.
    #[error("{path} is a file, not a folder; choose another --out")]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The output path is a link to nothing.
    #[error("{path} is a link that leads nowhere; choose another --out")]
    Dangling {
        /// The path.
        path: PathBuf,
    },
    /// The output path is a whole drive, a mounted folder or the like, which cannot be replaced in one step.
    #[error("{path} cannot be replaced as a whole, as a drive or mounted folder cannot; name a folder within it")]
    Mounted {
        /// The path.
        path: PathBuf,
    },
    /// The folder holds what the tool did not write, or what was changed since.
    #[error("{folder} holds {what}: {example}{more}; move it away or choose another --out, nothing was changed", what = if *.changed { "a file that was changed since tiergap wrote it" } else { "a file that tiergap did not write" })]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// The first such file.
        example: String,
        /// " and N more", or nothing.
        more: String,
        /// Whether the first such file is one of ours that was changed.
        changed: bool,
    },
    /// A file of the folder is open in Excel.
    #[error("{file} in {folder} is open in Excel: close it and run again, nothing was changed")]
    Open {
        /// The folder.
        folder: PathBuf,
        /// The workbook.
        file: String,
    },
    /// A folder that must be new holds something.
    #[error("{path} is not empty; name a folder that does not exist yet")]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// Another run is writing to the same folder.
    #[error("another run of tiergap is writing {path}: wait for it to end and run again, nothing was changed")]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// There is a folder of a run, and no telling whether that run is still going.
    #[error("{place} belongs to another run of tiergap; delete it if none is going (this file system cannot tell)")]
    Unclear {
        /// The folder of that run.
        place: PathBuf,
    },
    /// The folder holds no review.
    #[error("{folder} holds no review of tiergap; name the folder that a run wrote")]
    NoReview {
        /// The folder.
        folder: PathBuf,
    },
    /// The run was asked to end.
    #[error("interrupted, nothing was written")]
    Interrupted,
    /// The system refused.
    #[error("cannot {doing} {path}")]
    Io {
        /// What was tried.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// The system's word.
        source: io::Error,
    },
}

impl DeliverError {
    /// A folder holds one thing that is not ours.
    pub(super) fn foreign(folder: &Path, example: &str) -> Self {
        let (folder, example) = (folder.to_owned(), example.to_owned());
        Self::NotOurs { folder, example, more: String::new(), changed: false }
    }
}

/// What an error of the system means for something that was tried on a path.
pub(super) fn io_error<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> DeliverError + 'a {
    move |source| DeliverError::Io { doing, path: path.to_owned(), source }
}

/// The same for moving a folder.
pub(super) fn move_error<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> DeliverError + 'a {
    move |source| match source.kind() {
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => DeliverError::Mounted { path: path.to_owned() },
        _ => DeliverError::Io { doing, path: path.to_owned(), source },
    }
}
