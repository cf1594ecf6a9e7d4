//! Where a review is, and what lies beside it.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

use crate::cli::Failure;
use crate::workspace::Workspace;

/// The review that was asked for: a folder, or in a workspace a month, or its newest one. Where it is, and how it is called
/// when it is spoken of.
pub(super) fn review(asked: Option<&Path>, workspace: Option<&Workspace>) -> Result<(PathBuf, PathBuf), Failure> {
    let found = match (asked, workspace) {
        (Some(asked), _) if asked.is_dir() => Some(asked.to_path_buf()),
        (Some(asked), Some(workspace)) => {
            let mut reviews = workspace.reviews().into_iter();
            reviews.find(|review| Path::new(&review.month.to_string()) == asked).map(|review| review.path)
        }
        (None, Some(workspace)) => {
            let newest = workspace.newest().map_err(|damaged| {
                let damaged = damaged.display();
                Failure::Usage(anyhow!(
                    "the newest review, {damaged}, holds no results that can be read\n\
                     hint: move it away and run it again, or name the review that you mean"
                ))
            })?;
            newest.map(|review| review.path)
        }
        (_, None) => None,
    };
    let folder = found.ok_or_else(|| {
        Failure::Usage(match (asked, workspace) {
            (Some(asked), _) => {
                anyhow!("there is no review {}; name the folder that `tiergap run` wrote", asked.display())
            }
            (None, Some(workspace)) => {
                anyhow!("there is no review in {} yet: `tiergap run` writes one", workspace.reviews_folder().display())
            }
            (None, None) => anyhow!("name the review's folder: `tiergap mail review`"),
        })
    })?;
    let real =
        folder.canonicalize().map_err(|why| Failure::Usage(anyhow!("cannot find {}: {why}", folder.display())))?;
    // What lies beside it is named after it, which "." has no name for.
    let shown = if folder.file_name().is_some() { folder } else { real.clone() };
    Ok((real, shown))
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
