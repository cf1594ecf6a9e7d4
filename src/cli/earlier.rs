//! Earlier reviews, from their `results.json`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, anyhow};

use crate::intake;
use crate::review::{Previous, PreviousError};
use crate::workspace::{ReviewFolder, Workspace};

/// Bytes of a `results.json` at most.
const RESULTS_BYTES: u64 = 1 << 30;

/// Reads the reviews: each a `results.json` or the folder that holds it. `people_id` is the requirement that counts
/// people.
///
/// # Errors
/// All that cannot be used, at once; and two of the same day, as nobody could tell which is meant.
pub(super) fn read(paths: &[PathBuf], people_id: &str) -> Result<Vec<Previous>, Error> {
    let usable = "cannot be used as the previous review (give the results.json of an earlier run)";
    read_all(paths, usable, &|text| Previous::parse(text, people_id))
}

/// The same where no ruleset is at hand.
pub(super) fn read_alone(paths: &[PathBuf]) -> Result<Vec<Previous>, Error> {
    read_all(paths, "cannot be compared (give a review's folder, or its results.json)", &Previous::parse_alone)
}

/// A workspace's reviews, as far as they can be used.
pub(super) struct Usable {
    /// Those that can.
    pub reviews: Vec<Previous>,
    /// Those that cannot, with the reason.
    pub passed_over: Vec<(ReviewFolder, Why)>,
}

/// Why a workspace's review cannot be used.
#[derive(Debug, Clone)]
pub(super) enum Why {
    /// Its results are damaged.
    Damaged,
    /// The review of an earlier month is as of the same day.
    SameDay(String),
}

/// Reads the reviews of a workspace that are wanted; none of them was named, so one that is damaged stops nothing.
/// Without the requirement that counts people it is the second one of each tier.
pub(super) fn usable(workspace: &Workspace, wanted: &dyn Fn(&ReviewFolder) -> bool, people_id: Option<&str>) -> Usable {
    let parse = |text: &str| people_id.map_or_else(|| Previous::parse_alone(text), |id| Previous::parse(text, id));
    let damaged = workspace.damaged().into_iter().filter(wanted).map(|review| (review, Why::Damaged)).collect();
    let mut all = Usable { reviews: Vec::new(), passed_over: damaged };
    for folder in workspace.reviews().into_iter().filter(wanted) {
        match one(&folder.results(), "", &parse) {
            Ok(review) if all.reviews.iter().any(|known| known.as_of() == review.as_of()) => {
                all.passed_over.push((folder, Why::SameDay(review.as_of().to_owned())));
            }
            Ok(review) => all.reviews.push(review),
            Err(_) => all.passed_over.push((folder, Why::Damaged)),
        }
    }
    all.passed_over.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

type Parse<'a> = &'a dyn Fn(&str) -> Result<Previous, PreviousError>;

fn read_all(paths: &[PathBuf], unusable: &str, parse: Parse<'_>) -> Result<Vec<Previous>, Error> {
    let (mut reviews, mut errors) = (Vec::new(), Vec::new());
    let mut days: BTreeMap<String, &Path> = BTreeMap::new();
    for path in paths {
        match one(path, unusable, parse) {
            Ok(review) => {
                if let Some(other) = days.insert(review.as_of().to_owned(), path) {
                    let (other, path, day) = (other.display(), path.display(), review.as_of());
                    errors.push(format!("{other} and {path} are both as of {day}\nhint: give only one of them"));
                }
                reviews.push(review);
            }
            Err(error) => errors.push(format!("{error:#}")),
        }
    }
    if errors.is_empty() { Ok(reviews) } else { Err(anyhow!("{}", errors.join("\n"))) }
}

/// The `results.json` that is meant: the file itself, or the one of a review's folder.
pub(super) fn results(path: &Path) -> PathBuf {
    if path.is_dir() { path.join("results.json") } else { path.to_owned() }
}

fn one(path: &Path, unusable: &str, parse: Parse<'_>) -> Result<Previous, Error> {
    let file = results(path);
    if !path.exists() {
        return Err(anyhow!("there is no {}\nhint: name a review's folder, or its results.json", path.display()));
    }
    if !file.exists() {
        return Err(anyhow!(
            "{} is no review: it holds no results.json\nhint: name the folder that `tiergap run` wrote",
            path.display()
        ));
    }
    let read = || -> anyhow::Result<Previous> {
        let text = intake::read_text(&file, RESULTS_BYTES)?;
        Ok(parse(&text)?)
    };
    read().with_context(|| format!("{} {unusable}", file.display()))
}
