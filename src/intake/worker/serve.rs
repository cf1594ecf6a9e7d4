//! The worker's side: one file after the other, until nobody asks any longer.

use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use super::wire::{Frames, In, Lost, Out, Pipe};
use super::{GREETING, Heap, book};
use crate::intake::{Limits, Source, read};

/// A worker that has come to hold more than this part of its bound is replaced: texts of earlier files are kept for good.
const WORN: usize = 4;
/// Bytes of the thread that reads; the same on every system, and as much as a program's first thread has on most.
const STACK: usize = 8 << 20;

/// A file to read.
struct Request {
    source: Source,
    file: u32,
    limits: Limits,
}

/// Serves requests from standard input until it is closed, within so many bytes of memory.
pub(super) fn serve(memory: usize, heap: &Heap) -> io::Result<()> {
    fence(memory);
    if !(heap.limit)(memory) {
        return Err(io::Error::other("the memory bound is too small"));
    }
    let (ask, asked) = mpsc::sync_channel(1);
    // Whoever waits here sees at once that the program that asked has gone, even in the middle of a file.
    thread::spawn(move || {
        let mut requests = Pipe(io::stdin().lock());
        while let Ok(request) = receive(&mut requests) {
            if ask.send(request).is_err() {
                break;
            }
        }
        std::process::exit(0);
    });
    let used = heap.used;
    let reader = thread::Builder::new().stack_size(STACK).spawn(move || -> io::Result<()> {
        let mut out = Out::new(BufWriter::new(io::stdout().lock()));
        out.text(GREETING)?;
        out.end()?;
        for request in asked {
            let book = read(&request.source, request.file, &request.limits);
            book::write(&book, &mut out)?;
            drop(book);
            out.flag(used() > memory / WORN)?;
            out.end()?;
        }
        Ok(())
    })?;
    reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader panicked")))
}

/// Where the system helps, a second fence around what the allocator counts, and no picture of a stranger's data on disk
/// if the worker dies.
fn fence(memory: usize) {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let most = |bytes: u64| Rlimit { current: Some(bytes), maximum: Some(bytes) };
        // The program itself, its stacks and what lies free between.
        let _ = setrlimit(Resource::As, most((memory as u64).saturating_mul(2).saturating_add(1 << 30)));
        let _ = setrlimit(Resource::Core, most(0));
    }
    #[cfg(not(target_os = "linux"))]
    let _ = memory;
}

/// Sends a request.
pub(super) fn request<W: io::Write>(source: &Source, file: u32, limits: &Limits, to: W) -> io::Result<()> {
    let mut out = Out::new(to);
    out.bytes(&bytes_of(&source.path))?;
    out.text(&source.label)?;
    out.number(file)?;
    out.number(limits.file_bytes)?;
    out.number(limits.inflated_bytes)?;
    out.number(limits.cells)?;
    out.count(limits.cell_bytes)?;
    out.end()
}

fn receive(from: &mut impl Frames) -> Result<Request, Lost> {
    const LONGEST: usize = 1 << 20;
    let mut from = In::new(from);
    let path = path_of(from.bytes(LONGEST)?)?;
    let source = Source { path, label: from.text(LONGEST)? };
    let file = from.long()?;
    let limits = Limits {
        file_bytes: from.number()?,
        inflated_bytes: from.number()?,
        cells: from.number()?,
        cell_bytes: from.number()? as usize,
    };
    from.end()?;
    Ok(Request { source, file, limits })
}

/// A path as bytes: names of files need not be texts.
#[cfg(unix)]
fn bytes_of(path: &std::path::Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> Result<PathBuf, Lost> {
    use std::os::unix::ffi::OsStringExt;
    Ok(std::ffi::OsString::from_vec(bytes).into())
}

#[cfg(windows)]
fn bytes_of(path: &std::path::Path) -> Vec<u8> {
    use std::os::windows::ffi::OsStrExt;
    path.as_os_str().encode_wide().flat_map(u16::to_le_bytes).collect()
}

#[cfg(windows)]
fn path_of(bytes: Vec<u8>) -> Result<PathBuf, Lost> {
    use std::os::windows::ffi::OsStringExt;
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Ok(std::ffi::OsString::from_wide(&units).into())
}

#[cfg(not(any(unix, windows)))]
fn bytes_of(path: &std::path::Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(not(any(unix, windows)))]
fn path_of(bytes: Vec<u8>) -> Result<PathBuf, Lost> {
    String::from_utf8(bytes).map(PathBuf::from).map_err(|_| Lost::Nonsense("a path"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        let source = Source { path: PathBuf::from("a/\u{e9}.xlsx"), label: "\u{e9}.xlsx".into() };
        let limits = Limits { cells: 7, ..Limits::default() };
        let mut bytes = Vec::new();
        request(&source, 3, &limits, &mut bytes).unwrap();
        let got = receive(&mut Pipe(bytes.as_slice())).ok().unwrap();
        assert_eq!((got.source, got.file, got.limits), (source, 3, limits));
        bytes.pop();
        assert!(receive(&mut Pipe(bytes.as_slice())).is_err());
    }
}
