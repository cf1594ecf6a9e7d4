//! Configuration and earlier results: small texts of the user's own.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The names of all files below a folder, with `/` between their parts, sorted. Links to folders are not followed.
///
/// # Errors
/// If the folder or one within it cannot be read.
pub fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    /// Folders within folders.
    const DEPTH: usize = 16;
    let mut names = Vec::new();
    let mut open = vec![(folder.to_path_buf(), String::new(), 0)];
    while let Some((path, prefix, depth)) = open.pop() {
        for entry in std::fs::read_dir(path)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if !entry.file_type()?.is_dir() {
                names.push(name);
            } else if depth < DEPTH {
                open.push((entry.path(), format!("{name}/"), depth + 1));
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// If it cannot be opened or is larger.
pub fn read_bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    // A pipe or a device would be waited for.
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    let size = File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if size as u64 > limit {
        return Err(io::Error::other(format!("it is larger than {limit} bytes")));
    }
    Ok(bytes)
}

/// Reads a text file of at most `limit` bytes; a byte order mark is dropped.
///
/// # Errors
/// If it cannot be opened, is larger, or is not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> io::Result<String> {
    let text = String::from_utf8(read_bytes(path, limit)?).map_err(|error| {
        let why = not_utf8(error.as_bytes(), error.utf8_error().valid_up_to());
        io::Error::new(io::ErrorKind::InvalidData, why)
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// How a text is written that is not UTF-8 from a byte on, and what to do about it.
fn not_utf8(bytes: &[u8], valid: usize) -> String {
    let what = if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        "it is in UTF-16".to_owned()
    } else {
        let lines = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count();
        format!("line {} is not in UTF-8", lines + 1)
    };
    format!("{what}\nhint: save the file as UTF-8 (in Notepad: Save as, Encoding UTF-8)")
}

/// Reads at most the first `limit` bytes of a file.
///
/// # Errors
/// If it cannot be opened or read.
pub fn read_head(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The names of the folders in a folder, sorted. Links are not followed.
///
/// # Errors
/// If the folder cannot be read.
pub fn folders_in(folder: &Path) -> io::Result<Vec<String>> {
    let entries = std::fs::read_dir(folder)?.filter_map(Result::ok);
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}
