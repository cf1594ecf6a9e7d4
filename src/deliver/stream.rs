//! A file that is written as it comes, for what is too large to be held as a whole.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use super::manifest::WrittenFile;
use crate::digest::Running;

/// Bytes that are gathered before they are handed to the system.
const GATHERED: usize = 64 << 10;

/// A file of an output folder in the making.
#[derive(Debug)]
pub struct Stream {
    file: BufWriter<Summed>,
}

/// Knows what went into the file.
#[derive(Debug)]
struct Summed {
    file: File,
    sum: Running,
    bytes: u64,
    /// The first thing that went wrong: whoever writes may tell it in words of their own.
    failed: Option<io::Error>,
}

impl Stream {
    pub(super) fn new(file: File) -> Self {
        let file = Summed { file, sum: Running::default(), bytes: 0, failed: None };
        Self { file: BufWriter::with_capacity(GATHERED, file) }
    }

    /// The file's entry, or what went wrong while it was written.
    pub(super) fn done(mut self, path: &str) -> io::Result<WrittenFile> {
        let flushed = self.file.flush();
        let (file, _) = self.file.into_parts();
        match file.failed {
            Some(error) => Err(error),
            None => flushed.map(|()| WrittenFile { path: path.to_owned(), bytes: file.bytes, sha256: file.sum.done() }),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Write for Summed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(error) = &self.failed {
            return Err(error.kind().into());
        }
        match self.file.write(bytes) {
            Ok(written) => {
                self.sum.add(bytes.get(..written).unwrap_or_default());
                self.bytes += written as u64;
                Ok(written)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                let kind = error.kind();
                self.failed = Some(error);
                Err(kind.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
