//! Where a review is, and what lies beside it.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

use crate::cli::Failure;
use crate::deliver::MANIFEST;

/// The file that makes a folder a workspace, and holds the settings.
pub(super) const CONFIG: &str = "tiergap.toml";

/// Where a workspace keeps its reviews.
const REVIEWS: &str = "reviews";

/// The review that was asked for: a folder, or in a workspace a month, or its newest one.
pub(super) fn review(asked: Option<&Path>) -> Result<PathBuf, Failure> {
    let reviews = std::env::current_dir().ok().and_then(|here| above(&here)).map(|found| found.join(REVIEWS));
    let found = match (asked, &reviews) {
        (Some(asked), _) if asked.is_dir() => Some(asked.to_path_buf()),
        (Some(asked), Some(reviews)) => Some(reviews.join(asked)).filter(|folder| folder.is_dir()),
        (None, Some(reviews)) => newest(reviews),
        (_, None) => None,
    };
    let folder = found.ok_or_else(|| {
        Failure::Usage(match (asked, &reviews) {
            (Some(asked), _) => {
                anyhow!("there is no review {}; name the folder that `tiergap run` wrote", asked.display())
            }
            (None, Some(reviews)) => {
                anyhow!("there is no review in {} yet: `tiergap run` writes one", reviews.display())
            }
            (None, None) => anyhow!("name the review's folder: `tiergap mail review`"),
        })
    })?;
    folder.canonicalize().map_err(|why| Failure::Usage(anyhow!("cannot find {}: {why}", folder.display())))
}

/// The settings' file in a folder or the nearest one above it.
pub(super) fn config(folder: &Path) -> Option<PathBuf> {
    above(folder).map(|found| found.join(CONFIG))
}

fn above(folder: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    folder.ancestors().find(|folder| folder.join(CONFIG).is_file()).map(Path::to_path_buf)
}

/// Reviews are called after their months: the last one by name.
fn newest(reviews: &Path) -> Option<PathBuf> {
    let is_month = |name: &str| format!("{name}-01").parse::<jiff::civil::Date>().is_ok();
    let folders = std::fs::read_dir(reviews).ok()?.flatten().map(|entry| entry.path());
    let names = folders.filter(|path| path.join(MANIFEST).is_file());
    names.filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(is_month)).max()
}

/// The folder of drafts beside a review.
pub(super) fn drafts(review: &Path) -> PathBuf {
    let mut name = review.file_name().unwrap_or_default().to_owned();
    name.push("-mail");
    review.with_file_name(name)
}

/// Whether a folder, which need not exist yet, is or lies in another.
pub(super) fn lies_in(folder: &Path, other: &Path) -> bool {
    let Ok(absolute) = std::path::absolute(folder) else { return false };
    let real = absolute.ancestors().find_map(|known| {
        let rest = absolute.strip_prefix(known).ok()?;
        known.canonicalize().ok().map(|known| known.join(rest))
    });
    real.unwrap_or(absolute).starts_with(other)
}
