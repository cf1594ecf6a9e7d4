//! Drafts: a folder of `.eml` files beside the review, which mail programs open for sending.

use std::path::{Path, PathBuf};

use super::message::Message;
use crate::deliver::{DeliverError, Names, Staging};

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

    /// Adds a message; its file is called after the partner's ID and name. Returns the file's name.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, name: &str, message: &Message) -> Result<String, DeliverError> {
        let name = self.names.claim(name, ".eml");
        self.staging.write(&name, &message.bytes)?;
        Ok(name)
    }

    /// Puts the folder in its place and returns where that is.
    ///
    /// # Errors
    /// If it cannot be put there; then the earlier one is as it was.
    pub fn commit(self) -> Result<PathBuf, DeliverError> {
        self.staging.commit()
    }
}
