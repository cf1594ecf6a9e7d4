//! One worker process, as the program that asks sees it.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::wire::{FRAME, Frames, In, Lost, frame};
use super::{ARGUMENT, Bounds, GREETING, book, serve};
use crate::intake::{Book, Limits, Source};

/// Frames that may wait to be taken.
const WAITING: usize = 4;
/// Bytes of a dying worker's last words.
const WORDS: usize = 4 << 10;

/// How a worker failed a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// Its time was over; the worker has been ended.
    TookTooLong,
    /// It asked for more memory than it may have.
    OutOfMemory,
    /// It died of something else, or said something that makes no sense.
    Crashed,
}

/// A running worker. Ended, and waited for, when dropped.
#[derive(Debug)]
pub(super) struct Worker {
    child: Child,
    /// Closing it ends the worker.
    requests: Option<ChildStdin>,
    frames: Receiver<Vec<u8>>,
    words: Option<JoinHandle<String>>,
    greeted: bool,
    /// Whether it has read a file before.
    pub(super) used: bool,
    /// Whether it says of itself that it should be replaced.
    pub(super) worn: bool,
}

struct Incoming<'a> {
    frames: &'a Receiver<Vec<u8>>,
    until: Instant,
}

impl Frames for Incoming<'_> {
    fn next(&mut self) -> Result<Vec<u8>, Lost> {
        self.frames.recv_timeout(self.until.saturating_duration_since(Instant::now())).map_err(|e| match e {
            RecvTimeoutError::Timeout => Lost::TooLate,
            RecvTimeoutError::Disconnected => Lost::Gone,
        })
    }
}

impl Worker {
    /// Starts a worker.
    pub(super) fn start(program: &Path, bounds: &Bounds) -> io::Result<Self> {
        let mut child = Command::new(program)
            .arg(ARGUMENT)
            .arg(bounds.memory.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (requests, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (pass, frames) = mpsc::sync_channel(WAITING);
        let mut worker = Self { child, requests, frames, words: None, greeted: false, used: false, worn: false };
        let mut out = io::BufReader::with_capacity(FRAME, out.ok_or_else(no_pipe)?);
        thread::Builder::new().name("from a reader".into()).spawn(move || {
            while let Ok(Some(frame)) = frame(&mut out) {
                if pass.send(frame).is_err() {
                    break;
                }
            }
        })?;
        let mut err = err.ok_or_else(no_pipe)?;
        // Somebody must take what it says, or it would wait for that; only the beginning is of interest.
        worker.words = Some(thread::Builder::new().name("a reader's words".into()).spawn(move || {
            let mut words = Vec::new();
            let _ = err.by_ref().take(WORDS as u64).read_to_end(&mut words);
            let _ = io::copy(&mut err, &mut io::sink());
            String::from_utf8_lossy(&words).into_owned()
        })?);
        Ok(worker)
    }

    /// Has a file read. After a failure the worker is of no use any longer.
    pub(super) fn read(
        &mut self,
        source: &Source,
        file: u32,
        limits: &Limits,
        patience: Duration,
    ) -> Result<Book, Failure> {
        let result = self.ask(source, file, limits, patience);
        self.used = true;
        result.map_err(|lost| self.bury(&lost))
    }

    fn ask(&mut self, source: &Source, file: u32, limits: &Limits, patience: Duration) -> Result<Book, Lost> {
        let requests = self.requests.as_mut().ok_or(Lost::Gone)?;
        // A request is shorter than any system's pipe, so this never waits for the worker.
        serve::request(source, file, limits, requests).map_err(|_| Lost::Gone)?;
        let now = Instant::now();
        let until = now.checked_add(patience).unwrap_or(now + Duration::from_secs(365 * 24 * 3600));
        let mut incoming = Incoming { frames: &self.frames, until };
        if !self.greeted {
            let mut greeting = In::new(&mut incoming);
            if greeting.text(GREETING.len())? != GREETING {
                return Err(Lost::Nonsense("another version of the program"));
            }
            greeting.end()?;
            self.greeted = true;
        }
        let mut message = In::new(&mut incoming);
        let book = book::read(&source.label, file, limits, &mut message)?;
        self.worn = message.flag()?;
        message.end()?;
        Ok(book)
    }

    /// Ends the worker, and tells what was wrong.
    fn bury(&mut self, lost: &Lost) -> Failure {
        let late = *lost == Lost::TooLate;
        if *lost == Lost::Gone {
            // What it said last is complete only once it has ended by itself. It has closed its output, so it is about to.
            let _ = self.child.wait();
        }
        self.end();
        let words = self.words.take().and_then(|words| words.join().ok()).unwrap_or_default();
        match words.contains("memory allocation of") {
            _ if late => Failure::TookTooLong,
            true => Failure::OutOfMemory,
            false => Failure::Crashed,
        }
    }

    fn end(&mut self) {
        drop(self.requests.take());
        let _ = self.child.kill();
        // Nobody is left behind, not even as an entry in the system's table.
        let _ = self.child.wait();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.end();
    }
}

fn no_pipe() -> io::Error {
    io::Error::other("no pipe to the reader")
}
