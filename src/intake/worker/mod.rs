//! Files from strangers are read in processes of their own, which have a bound on memory and on time.
//!
//! What ends a process (memory that runs out, a stack that overflows) or never ends cannot be caught within it. Here it
//! costs one file. A worker is the same program, started with a hidden argument: it reads requests from its standard
//! input, calls [`read`](super::read) and writes the book to its standard output. Its allocator refuses whatever goes
//! beyond the bound; the time is watched from outside. It ends when its input is closed, so none is ever left behind.

mod book;
mod looks;
mod process;
mod serve;
mod wire;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::{Book, Limits, Source};
use crate::finding::{Code, Finding, Phrase};
use process::{Failure, Worker};

/// The hidden argument that makes the program a worker.
const ARGUMENT: &str = "__read-files";
/// A worker's first words: both sides must be of the same make.
const GREETING: &str = concat!("tiergap ", env!("CARGO_PKG_VERSION"), " reads, 1");

/// What one file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of memory of a worker.
    pub memory: usize,
    /// Time to read a file.
    pub time: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { memory: 1 << 30, time: Duration::from_secs(60) }
    }
}

/// The program's memory as its allocator counts it: only the program that has such an allocator can be a worker.
#[derive(Debug, Clone, Copy)]
pub struct Heap {
    /// Sets the bytes that may be in use at a time; `false` if more are.
    pub limit: fn(usize) -> bool,
    /// Bytes in use.
    pub used: fn() -> usize,
}

/// If the process was started as a worker, works until nobody asks any longer and returns the exit code.
pub fn work_if_asked(heap: &Heap) -> Option<u8> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != ARGUMENT {
        return None;
    }
    let memory = arguments.next().and_then(|bytes| bytes.to_str()?.parse().ok());
    let served = memory.map(|memory| serve::serve(memory, heap));
    Some(u8::from(!matches!(served, Some(Ok(())))))
}

/// Workers that read files, as many at a time as there are callers. They are kept for further files, and ended when the
/// pool is dropped.
#[derive(Debug)]
pub struct Pool {
    program: PathBuf,
    bounds: Bounds,
    idle: Mutex<Vec<Worker>>,
}

impl Pool {
    /// A pool of workers of this program. None is started before the first file.
    pub fn new(program: impl Into<PathBuf>, bounds: Bounds) -> Self {
        Self { program: program.into(), bounds, idle: Mutex::default() }
    }

    /// Reads one file as [`read`](super::read) does, in a worker. A file that costs the worker its life, more time or
    /// more memory than it may, is a book without sheets and with an error finding.
    pub fn read(&self, source: &Source, file: u32, limits: &Limits) -> Book {
        loop {
            let waiting = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut worker = match waiting.map_or_else(|| Worker::start(&self.program, &self.bounds), Ok) {
                Ok(worker) => worker,
                Err(error) => {
                    let detail = Phrase::new("detail-reader-not-started").with("technical", error.to_string());
                    return lost(source, file, Finding::new(Code::UnreadableFile).arg("detail", detail));
                }
            };
            let used = worker.used;
            let failure = match worker.read(source, file, limits, self.bounds.time) {
                Ok(book) => {
                    if !worker.worn {
                        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
                    }
                    return book;
                }
                Err(failure) => failure,
            };
            drop(worker);
            let finding = match failure {
                // What earlier files left behind must not decide about this one.
                Failure::OutOfMemory | Failure::Crashed if used => continue,
                Failure::TookTooLong => {
                    Finding::new(Code::FileTookTooLong).arg("detail", format!("{} s", self.bounds.time.as_secs()))
                }
                Failure::OutOfMemory => Finding::new(Code::FileNeedsTooMuchMemory)
                    .arg("detail", format!("{} MiB", self.bounds.memory >> 20)),
                Failure::Crashed => Finding::new(Code::FileCrashedTheReader),
            };
            return lost(source, file, finding);
        }
    }
}

fn lost(source: &Source, file: u32, finding: Finding) -> Book {
    Book {
        label: source.label.clone(),
        sha256: String::new(),
        format: None,
        sheets: Vec::new(),
        findings: vec![finding.in_file(file).arg("name", source.label.as_str())],
    }
}
