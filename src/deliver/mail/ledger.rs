//! What was sent: a file beside the review to which lines are added and none changed.
//!
//! Each attempt is two lines: one before the message is handed over, one after the server has answered. Both are on the
//! disk before anything else happens. So whoever reads the file knows of each partner that its message was sent, that it
//! was not, or, where the program died between the two lines, that nobody can tell: the server may have it or not.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::facts::Month;

const SCHEMA: &str = "tiergap.mail.v1";

/// Bytes of a ledger at most.
const BYTES: u64 = 1 << 30;

/// Why the ledger cannot be relied on: nothing is sent then.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Another run is sending.
    #[error("another run of tiergap is sending messages of this review ({path}): wait for it to end")]
    Busy {
        /// The ledger.
        path: PathBuf,
    },
    /// The file system has no locks.
    #[error(
        "{path} cannot be locked: nothing would keep two runs from sending at once; put the review on a disk of this machine"
    )]
    NoLock {
        /// The ledger.
        path: PathBuf,
        /// The system's word.
        source: io::Error,
    },
    /// Somebody or something changed it.
    #[error(
        "{path}:{line}: this is no line of a ledger, so there is no telling what was sent; put the file right or move it away"
    )]
    Damaged {
        /// The ledger.
        path: PathBuf,
        /// The first such line, from 1.
        line: usize,
    },
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

/// Which review a message belongs to. The day and the month say which quarter it is; the checksum which edition of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// SHA-256 of its `results.json`.
    pub review: String,
    /// The day that was judged by.
    pub as_of: String,
    /// The month whose usage counts.
    pub month: String,
}

impl Occasion {
    /// The occasion of a review.
    pub fn new(sha256: &str, as_of: Date, month: Month) -> Self {
        Self { review: sha256.to_owned(), as_of: as_of.to_string(), month: month.to_string() }
    }

    /// Whether the other is an edition of the same review: judged by the same day for the same month.
    fn is_edition_of(&self, other: &Self) -> bool {
        (&self.as_of, &self.month) == (&other.as_of, &other.month)
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Event {
    /// A message is about to be handed over.
    Sending,
    /// The server has it.
    Sent,
    /// The server does not have it.
    Failed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    schema: String,
    at: Timestamp,
    event: Event,
    #[serde(flatten)]
    occasion: Occasion,
    partner: String,
    to: String,
    message: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    answer: String,
}

/// A message on its way to somebody.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// The partner's key.
    pub partner: &'a str,
    /// The recipient's address.
    pub to: &'a str,
    /// The message's ID.
    pub message: &'a str,
}

/// What is noted of it.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// It is about to be handed over.
    Sending,
    /// The server has it; its answer.
    Sent(&'a str),
    /// The server does not have it; why.
    Failed(&'a str),
}

/// What is known of a partner's message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// It was sent.
    Sent {
        /// When.
        at: Timestamp,
        /// Whether of this edition of the review, and not of one before it was run again.
        same_edition: bool,
    },
    /// It was being sent when the program or the connection broke off.
    Unknown {
        /// When that began.
        at: Timestamp,
    },
}

/// The ledger of a review, opened for sending: nobody else sends meanwhile.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    file: File,
}

/// The place of a review's ledger: beside it, as the review itself is replaced when it is run again.
pub fn ledger_path(review: &Path) -> PathBuf {
    let mut name = review.file_name().unwrap_or_default().to_owned();
    name.push(".mail.jsonl");
    review.with_file_name(name)
}

impl Ledger {
    /// Opens or begins the ledger of a review and locks it until it is dropped. What a run that died left unfinished at
    /// its end is removed.
    ///
    /// # Errors
    /// If another run has it, it was damaged, or the system refuses.
    pub fn open(review: &Path) -> Result<Self, LedgerError> {
        let path = ledger_path(review);
        let error = |doing| {
            let path = path.clone();
            move |source| LedgerError::Io { doing, path, source }
        };
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(error("use")(io::Error::other("it is not a regular file")));
        }
        let new = !path.exists();
        let open = || OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let file = open().map_err(error("open"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LedgerError::Busy { path }),
            Err(TryLockError::Error(source)) => return Err(LedgerError::NoLock { path, source }),
        }
        // Another run may have ended, and taken its empty ledger with it, between the two.
        if !is_at(&file, &path) {
            return Err(LedgerError::Busy { path });
        }
        let mut ledger = Self { path: path.clone(), file };
        let text = ledger.text()?;
        entries(&text, &path)?;
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        if whole < text.len() {
            ledger.file.set_len(whole as u64).map_err(error("repair"))?;
        }
        ledger.file.sync_all().map_err(error("write"))?;
        if new {
            sync_folder(&path);
        }
        Ok(ledger)
    }

    /// What is known of each partner's message, by the partner's key.
    ///
    /// # Errors
    /// If there is a ledger and it cannot be read.
    pub fn past(review: &Path, occasion: &Occasion) -> Result<BTreeMap<String, Past>, LedgerError> {
        let path = ledger_path(review);
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
            Err(source) => return Err(LedgerError::Io { doing: "open", path, source }),
        };
        let text = read(&mut file, &path)?;
        Ok(fold(entries(&text, &path)?, occasion))
    }

    /// The same of a ledger that is open for sending.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn known(&mut self, occasion: &Occasion) -> Result<BTreeMap<String, Past>, LedgerError> {
        let text = self.text()?;
        Ok(fold(entries(&text, &self.path)?, occasion))
    }

    /// Notes a step of an attempt.
    ///
    /// # Errors
    /// If that cannot be put on the disk: a message that is about to be handed over must not be sent then, and of one
    /// that was the ledger says that nobody can tell.
    pub fn note(&mut self, occasion: &Occasion, attempt: &Attempt<'_>, step: Step<'_>) -> Result<(), LedgerError> {
        let (event, answer) = match step {
            Step::Sending => (Event::Sending, ""),
            Step::Sent(answer) => (Event::Sent, answer),
            Step::Failed(why) => (Event::Failed, why),
        };
        let entry = Entry {
            schema: SCHEMA.to_owned(),
            at: now(),
            event,
            occasion: occasion.clone(),
            partner: attempt.partner.to_owned(),
            to: attempt.to.to_owned(),
            message: attempt.message.to_owned(),
            answer: super::clean(answer),
        };
        let path = self.path.clone();
        let error = |source| LedgerError::Io { doing: "write", path, source };
        let mut write = || -> io::Result<()> {
            let mut line = serde_json::to_string(&entry)?;
            line.push('\n');
            self.file.seek(SeekFrom::End(0))?;
            self.file.write_all(line.as_bytes())?;
            self.file.sync_data()
        };
        write().map_err(error)
    }

    fn text(&mut self) -> Result<String, LedgerError> {
        let path = self.path.clone();
        self.file.seek(SeekFrom::Start(0)).map_err(|source| LedgerError::Io { doing: "read", path, source })?;
        read(&mut self.file, &self.path)
    }
}

/// Nothing was sent and nothing is to be remembered: then no empty file stays behind. While it is locked nobody else
/// writes to it, and who has opened it meanwhile finds that it is not there any more.
#[cfg(unix)]
impl Drop for Ledger {
    fn drop(&mut self) {
        if self.file.metadata().is_ok_and(|found| found.len() == 0) && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Whether an open file is the one at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let both = file.metadata().and_then(|open| Ok((open, fs::symlink_metadata(path)?)));
    both.is_ok_and(|(open, there)| (open.dev(), open.ino()) == (there.dev(), there.ino()))
}

/// The same where nobody can remove a file that another has open.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// The moment, in whole seconds.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

fn read(file: &mut File, path: &Path) -> Result<String, LedgerError> {
    let mut bytes = Vec::new();
    let error = |source| LedgerError::Io { doing: "read", path: path.to_owned(), source };
    if file.take(BYTES + 1).read_to_end(&mut bytes).map_err(error)? as u64 > BYTES {
        return Err(error(io::Error::other("it is too large")));
    }
    // A line may break off within a letter; whole lines never do.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The entries; what stands behind the last end of a line was never finished and is none.
fn entries(text: &str, path: &Path) -> Result<Vec<Entry>, LedgerError> {
    let whole = text.get(..text.rfind('\n').map_or(0, |end| end + 1)).unwrap_or_default();
    let entry = |(n, line): (usize, &str)| {
        let entry = serde_json::from_str::<Entry>(line).ok().filter(|entry| entry.schema == SCHEMA);
        entry.ok_or_else(|| LedgerError::Damaged { path: path.to_owned(), line: n + 1 })
    };
    whole.lines().enumerate().map(entry).collect()
}

/// What the entries come to for a review.
fn fold(entries: Vec<Entry>, occasion: &Occasion) -> BTreeMap<String, Past> {
    #[derive(Default)]
    struct Of {
        sent: Option<Past>,
        /// Attempts that have begun and not ended.
        open: Vec<Timestamp>,
    }
    let mut partners: BTreeMap<String, Of> = BTreeMap::new();
    for entry in entries.into_iter().filter(|entry| entry.occasion.is_edition_of(occasion)) {
        let same_edition = entry.occasion.review == occasion.review;
        let of = partners.entry(entry.partner).or_default();
        match entry.event {
            Event::Sending => of.open.push(entry.at),
            // The attempt before it that nobody can tell of stays so.
            Event::Failed => drop(of.open.pop()),
            Event::Sent => {
                of.open.clear();
                of.sent = Some(Past::Sent { at: entry.at, same_edition });
            }
        }
    }
    let past = |of: Of| of.open.first().map(|at| Past::Unknown { at: *at }).or(of.sent);
    partners.into_iter().filter_map(|(partner, of)| past(of).map(|past| (partner, past))).collect()
}

/// Makes the name of a new file last.
fn sync_folder(path: &Path) {
    // Some systems cannot; then the file is as safe as they make it.
    if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TO: Attempt<'_> = Attempt { partner: "1", to: "a@x.example", message: "<1>" };

    fn occasion(review: &str) -> Occasion {
        Occasion::new(review, jiff::civil::date(2026, 9, 30), Month::new(2026, 9).unwrap())
    }

    fn state(review: &Path, of: &Occasion) -> Option<&'static str> {
        Ledger::past(review, of).unwrap().get("1").map(|past| match past {
            Past::Sent { same_edition: true, .. } => "sent",
            Past::Sent { .. } => "sent before",
            Past::Unknown { .. } => "unknown",
        })
    }

    #[test]
    fn the_last_word_on_each_partner_counts() {
        let home = tempfile::tempdir().unwrap();
        let review = home.path().join("review");
        let (of, again) = (occasion("a"), occasion("b"));
        assert_eq!(state(&review, &of), None);
        let mut ledger = Ledger::open(&review).unwrap();
        ledger.note(&of, &TO, Step::Sending).unwrap();
        assert_eq!(state(&review, &of), Some("unknown"));
        ledger.note(&of, &TO, Step::Failed("450 later")).unwrap();
        assert_eq!(state(&review, &of), None);
        ledger.note(&of, &TO, Step::Sending).unwrap();
        drop(ledger); // it died here
        let mut ledger = Ledger::open(&review).unwrap();
        ledger.note(&of, &TO, Step::Sending).unwrap();
        ledger.note(&of, &TO, Step::Failed("550 no")).unwrap();
        assert_eq!(state(&review, &of), Some("unknown"), "a failure after it says nothing of the first attempt");
        ledger.note(&of, &TO, Step::Sending).unwrap();
        ledger.note(&of, &TO, Step::Sent("250 ok")).unwrap();
        assert_eq!((state(&review, &of), state(&review, &again)), (Some("sent"), Some("sent before")));
        let next = Occasion::new("c", jiff::civil::date(2026, 12, 31), Month::new(2026, 12).unwrap());
        assert_eq!(state(&review, &next), None, "the next quarter begins anew");
    }

    #[test]
    fn two_cannot_send_at_once() {
        let home = tempfile::tempdir().unwrap();
        let review = home.path().join("review");
        let first = Ledger::open(&review).unwrap();
        assert!(matches!(Ledger::open(&review), Err(LedgerError::Busy { .. })));
        drop(first);
        assert!(Ledger::open(&review).is_ok());
    }

    #[test]
    fn a_torn_last_line_is_none_and_a_damaged_one_stops_everything() {
        let home = tempfile::tempdir().unwrap();
        let review = home.path().join("review");
        let of = occasion("a");
        Ledger::open(&review).unwrap().note(&of, &TO, Step::Sending).unwrap();
        let path = ledger_path(&review);
        let whole = fs::read(&path).unwrap();
        for cut in 1..whole.len() {
            fs::write(&path, [&whole[..], &whole[..cut]].concat()).unwrap();
            assert_eq!(state(&review, &of), Some("unknown"), "{cut}");
            drop(Ledger::open(&review).unwrap());
            assert_eq!(fs::read(&path).unwrap(), whole, "{cut}");
        }
        fs::write(&path, [&whole[..20], b"\n", &whole[..]].concat()).unwrap();
        assert!(matches!(Ledger::past(&review, &of), Err(LedgerError::Damaged { line: 1, .. })));
        assert!(matches!(Ledger::open(&review), Err(LedgerError::Damaged { line: 1, .. })));
    }
}
