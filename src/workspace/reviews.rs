//! The reviews of a workspace: one folder for each month.

use std::path::{Path, PathBuf};

use super::Workspace;
use crate::facts::Month;
use crate::intake;
use crate::report::json::SCHEMA;

/// Bytes at the beginning of a `results.json` that say what it is.
const HEAD: u64 = 256;

/// A review of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReviewFolder {
    /// The month that it is of.
    pub month: Month,
    /// Its folder.
    pub path: PathBuf,
}

impl ReviewFolder {
    /// Its `results.json`.
    pub fn results(&self) -> PathBuf {
        self.path.join("results.json")
    }
}

impl Workspace {
    /// The folder that the review of a month is written to.
    pub fn review_of(&self, month: Month) -> PathBuf {
        self.reviews_folder().join(month.to_string())
    }

    /// The reviews that are there, by month: folders named after one, with a `results.json` of ours.
    pub fn reviews(&self) -> Vec<ReviewFolder> {
        let mut reviews = self.months();
        reviews.retain(|review| is_ours(&review.results()));
        reviews
    }

    /// Folders that are named after a month and hold a `results.json` that is none of ours: damaged reviews.
    pub fn damaged(&self) -> Vec<ReviewFolder> {
        let mut damaged = self.months();
        damaged.retain(|review| review.results().is_file() && !is_ours(&review.results()));
        damaged
    }

    /// How a review's results are called, seen from the workspace's folder.
    pub fn label(&self, review: &ReviewFolder) -> String {
        format!("{}/{}/results.json", self.settings.reviews.trim_end_matches(['/', '\\']), review.month)
    }

    /// The folders named after a month, in order, whatever they hold.
    fn months(&self) -> Vec<ReviewFolder> {
        // A folder that is not there yet has no reviews.
        let names = intake::folders_in(&self.reviews_folder()).unwrap_or_default();
        let months = names.iter().filter_map(|name| month(name));
        let mut folders: Vec<ReviewFolder> =
            months.map(|month| ReviewFolder { month, path: self.review_of(month) }).collect();
        folders.sort();
        folders
    }

    /// The newest review; `None` where there is none yet.
    ///
    /// # Errors
    /// With the folder of a newer month whose results cannot be read: an older review is not what anybody means then.
    pub fn newest(&self) -> Result<Option<ReviewFolder>, PathBuf> {
        match self.months().pop() {
            Some(last) if is_ours(&last.results()) => Ok(Some(last)),
            Some(last) => Err(last.path),
            None => Ok(None),
        }
    }

    /// The reviews of months before this one, the oldest first.
    pub fn reviews_before(&self, month: Month) -> Vec<ReviewFolder> {
        let mut reviews = self.reviews();
        reviews.retain(|review| review.month < month);
        reviews
    }
}

/// The month that a folder is named after, as `2026-09`.
fn month(name: &str) -> Option<Month> {
    let (year, month) = name.split_once('-')?;
    let month = Month::new(year.parse().ok()?, month.parse().ok()?)?;
    (month.to_string() == name).then_some(month)
}

fn is_ours(results: &Path) -> bool {
    intake::read_head(results, HEAD).is_ok_and(|head| String::from_utf8_lossy(&head).contains(&format!("\"{SCHEMA}\"")))
}
