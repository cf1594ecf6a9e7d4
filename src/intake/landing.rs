//! Files as they land in a folder: which of them are whole, and since when.
//!
//! A file is whole once its size and time have stood still for a moment, seen so twice, and it opens. Nothing here
//! looks at a clock or sleeps: whoever watches says when it looked.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use super::Source;

/// Endings of names under which browsers and copying programs write what is not yet whole.
const UNFINISHED: [&str; 7] = ["tmp", "temp", "part", "partial", "crdownload", "download", "filepart"];

/// A file that is still being written has to stand still for so many times as long: its writer may only be slow.
const BUSY: u32 = 30;
/// An empty file too: its writer may not have begun.
const EMPTY: u32 = 10;

/// Whether a name says that the file is not yet whole.
pub fn is_unfinished(name: &str) -> bool {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase();
    name.starts_with("~$") || name.rsplit_once('.').is_some_and(|(_, ending)| UNFINISHED.contains(&ending))
}

/// By what a file is known to have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub bytes: u64,
    /// When it was last written, if the system knows.
    pub written: Option<SystemTime>,
}

impl Stamp {
    /// A file's; `None` if it is gone.
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = std::fs::metadata(path).ok()?;
        Some(Self { bytes: metadata.len(), written: metadata.modified().ok() })
    }
}

/// Whether a file can be read now: some systems refuse while another program writes it.
pub fn opens(path: &Path) -> bool {
    File::open(path).and_then(|mut file| file.read(&mut [0])).is_ok()
}

/// A file as it was found at one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The file.
    pub source: Source,
    /// Its size and time.
    pub stamp: Stamp,
    /// Whether a program is known to be writing it.
    pub busy: bool,
}

/// What happened to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landed {
    /// It is there and whole, for the first time or again.
    Whole(Source),
    /// It was there and is gone: its label.
    Gone(String),
}

/// All files of a folder, from look to look.
#[derive(Debug)]
pub struct Landing {
    still: Duration,
    files: BTreeMap<String, Known>,
}

#[derive(Debug)]
struct Known {
    stamp: Stamp,
    /// When it was first seen with this stamp.
    since: Instant,
    /// Whether it was told with this stamp.
    told: bool,
    /// Whether it was told with any.
    ever: bool,
}

impl Landing {
    /// Nothing was seen yet; a file is whole after so long without a change.
    pub fn new(still: Duration) -> Self {
        Self { still, files: BTreeMap::new() }
    }

    /// Takes files for known as they are.
    pub fn take_for_known(&mut self, now: Instant, files: Vec<Seen>) {
        for Seen { source, stamp, .. } in files {
            self.files.insert(source.label, Known { stamp, since: now, told: true, ever: true });
        }
    }

    /// What happened since the look before. `files` are all that are there; `opens` says whether one can be read, and is
    /// asked of those only that are about to be told.
    pub fn look(&mut self, now: Instant, files: Vec<Seen>, opens: &dyn Fn(&Path) -> bool) -> Vec<Landed> {
        let mut before = std::mem::take(&mut self.files);
        let mut landed = Vec::new();
        for Seen { source, stamp, busy } in files {
            let mut known = match before.remove(&source.label) {
                Some(known) if known.stamp == stamp => known,
                other => {
                    let ever = other.is_some_and(|known| known.ever);
                    self.files.insert(source.label, Known { stamp, since: now, told: false, ever });
                    continue;
                }
            };
            let patience = match stamp.bytes {
                _ if busy => BUSY,
                0 => EMPTY,
                _ => 1,
            };
            let has_stood = |times| now.saturating_duration_since(known.since) >= self.still.saturating_mul(times);
            // One that does not open for long cannot be read at all, which is for the check to tell.
            if !known.told && has_stood(patience) && (has_stood(BUSY) || opens(&source.path)) {
                (known.told, known.ever) = (true, true);
                landed.push(Landed::Whole(source.clone()));
            }
            self.files.insert(source.label, known);
        }
        let gone = before.into_iter().filter(|(_, known)| known.ever).map(|(label, _)| Landed::Gone(label));
        landed.extend(gone);
        landed
    }

    /// Whether every file that is there was told.
    pub fn is_settled(&self) -> bool {
        self.files.values().all(|known| known.told)
    }

    /// How many files are there.
    pub fn count(&self) -> usize {
        self.files.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STILL: Duration = Duration::from_secs(1);

    fn seen(label: &str, bytes: u64) -> Seen {
        let source = Source { path: label.into(), label: label.to_owned() };
        Seen { source, stamp: Stamp { bytes, written: None }, busy: false }
    }

    /// All open but one.
    fn open(path: &Path) -> bool {
        path != Path::new("shut")
    }

    fn whole(landed: &[Landed]) -> Vec<&str> {
        let labels = landed.iter().filter_map(|landed| match landed {
            Landed::Whole(source) => Some(source.label.as_str()),
            Landed::Gone(_) => None,
        });
        labels.collect()
    }

    #[test]
    fn a_file_written_in_pieces_is_whole_once() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut landing = Landing::new(STILL);
        let mut told = Vec::new();
        for (millis, bytes) in [(0, 10), (600, 20), (1_200, 30), (1_800, 30), (2_100, 30), (2_200, 30), (5_000, 30)] {
            told.extend(landing.look(at(millis), vec![seen("a", bytes)], &open).into_iter().map(|_| millis));
        }
        assert_eq!(told, [2_200], "a second after the last piece");
        assert!(landing.is_settled());
        assert!(landing.look(at(6_000), vec![seen("a", 40)], &open).is_empty() && !landing.is_settled());
        assert_eq!(whole(&landing.look(at(7_000), vec![seen("a", 40)], &open)), ["a"], "once more when it changed");
        assert_eq!(landing.look(at(7_100), Vec::new(), &open), [Landed::Gone("a".to_owned())]);
    }

    #[test]
    fn a_file_that_is_being_written_or_does_not_open_is_waited_for() {
        let start = Instant::now();
        let mut landing = Landing::new(STILL);
        let files = || {
            let mut busy = seen("busy", 5);
            busy.busy = true;
            vec![busy, seen("empty", 0), seen("shut", 5)]
        };
        assert!(landing.look(start, files(), &open).is_empty());
        assert!(landing.look(start + STILL * 9, files(), &open).is_empty());
        assert_eq!(whole(&landing.look(start + STILL * 10, files(), &open)), ["empty"]);
        assert_eq!(whole(&landing.look(start + STILL * 30, files(), &open)), ["busy", "shut"]);
    }

    #[test]
    fn what_was_there_is_known_and_what_was_never_whole_is_not_missed() {
        let start = Instant::now();
        let mut landing = Landing::new(STILL);
        landing.take_for_known(start, vec![seen("old", 1)]);
        assert!(landing.look(start + STILL * 2, vec![seen("old", 1), seen("new", 1)], &open).is_empty());
        assert!(landing.look(start + STILL * 2, vec![seen("old", 1)], &open).is_empty(), "it was never told");
        assert_eq!(landing.look(start + STILL * 3, Vec::new(), &open), [Landed::Gone("old".to_owned())]);
    }

    #[test]
    fn names_of_unfinished_files_are_known() {
        for name in ["~$usage.xlsx", "a/b.csv.part", "usage.xlsx.crdownload", "X.TMP", "x.download"] {
            assert!(is_unfinished(name), "{name}");
        }
        for name in ["usage.xlsx", "part", "tmp/usage.csv", "a.part.csv"] {
            assert!(!is_unfinished(name), "{name}");
        }
    }
}
