//! `tiergap sample`: writes the sample inbox out of the binary.

use std::path::Path;

use anyhow::anyhow;
use include_dir::{Dir, include_dir};

use super::{Failure, Outcome, talk};
use crate::deliver::Staging;

static INBOX: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/samples/inbox");

pub(super) fn sample(dir: &Path) -> Result<Outcome, Failure> {
    let staging = Staging::begin_new(dir).map_err(Failure::nothing)?;
    let files = write_folder(&INBOX, &staging)?;
    let place = staging.commit_for_keeps().map_err(Failure::nothing)?;
    talk::data(&format!("{files} sample files are in {}", place.display()));
    talk::say(&format!("{}hint{:#}: tiergap run {} --out review", talk::HINT, talk::HINT, dir.display()));
    Ok(Outcome::Done)
}

/// Writes a folder's files and those of the folders within it; returns how many.
fn write_folder(folder: &Dir<'_>, staging: &Staging) -> Result<usize, Failure> {
    let mut files = 0;
    for file in folder.files() {
        let name = file.path().to_str().ok_or_else(|| Failure::Nothing(anyhow!("a file has no plain name")))?;
        let name = name.replace('\\', "/");
        staging.write(&name, file.contents()).map_err(Failure::nothing)?;
        files += 1;
    }
    for deeper in folder.dirs() {
        files += write_folder(deeper, staging)?;
    }
    Ok(files)
}
