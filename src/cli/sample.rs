//! `tiergap sample`: writes the sample inbox out of the binary.

use std::path::Path;

use anyhow::anyhow;
use include_dir::{Dir, include_dir};

use super::{Failure, Outcome, talk};
use crate::deliver::Staging;

static INBOX: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/samples/inbox");

pub(super) fn sample(dir: &Path) -> Result<Outcome, Failure> {
    let staging = Staging::begin(dir).map_err(Failure::nothing)?;
    let mut files = 0;
    for file in INBOX.files() {
        let name = file.path().to_str().ok_or_else(|| Failure::Nothing(anyhow!("a sample has no plain name")))?;
        staging.write(name, file.contents()).map_err(Failure::nothing)?;
        files += 1;
    }
    let place = staging.commit_for_keeps().map_err(Failure::nothing)?;
    talk::data(&format!("{files} sample files are in {}", place.display()));
    talk::say(&format!("{}hint{:#}: tiergap run {} --out review", talk::HINT, talk::HINT, dir.display()));
    Ok(Outcome::Done)
}
