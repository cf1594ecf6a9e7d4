//! Drafts: a folder of `.eml` files beside the review, which mail programs open for sending.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::message::Message;
use crate::deliver::{DeliverError, Names, Staging, Written};

/// A folder of drafts in the making. Dropped without [`Drafts::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Drafts {
    staging: Staging,
    names: Names,
}

impl Drafts {
    /// Starts a folder, which will replace an earlier one of ours whole.
    ///
    /// # Errors
    /// If it holds what we did not write, drafts that were edited included, or cannot be written to.
    pub fn begin(folder: &Path) -> Result<Self, DeliverError> {
        Ok(Self { staging: Staging::begin(folder)?, names: Names::default() })
    }

    /// The file's name of a draft that is called after the partner's ID and name. Whoever asks for those of all partners
    /// in the order of the review gets the same ones each time, however many of them are written.
    pub fn name(&mut self, name: &str) -> String {
        self.names.claim(name, ".eml")
    }

    /// Adds a message under a name of [`Drafts::name`].
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&self, name: &str, message: &Message) -> Result<(), DeliverError> {
        self.staging.write(name, &message.bytes)
    }

    /// Takes over the earlier drafts as they are, but for those of these names. Returns how many there were.
    ///
    /// # Errors
    /// If one cannot be taken over.
    pub fn keep_others(&self, but: &BTreeSet<String>) -> Result<u64, DeliverError> {
        let folder = self.staging.target();
        let Some(earlier) = Written::open(folder) else { return Ok(0) };
        // Who has sent a draft may have removed it since.
        let there = |path: &str| fs::symlink_metadata(folder.join(path)).is_ok_and(|found| found.is_file());
        let mut kept = 0;
        for file in earlier.manifest.files.iter().filter(|file| !but.contains(&file.path) && there(&file.path)) {
            self.staging.keep(folder, file)?;
            kept += 1;
        }
        Ok(kept)
    }

    /// Puts the folder in its place and returns where that is.
    ///
    /// # Errors
    /// If it cannot be put there; then the earlier one is as it was.
    pub fn commit(self) -> Result<PathBuf, DeliverError> {
        self.staging.commit()
    }
}
