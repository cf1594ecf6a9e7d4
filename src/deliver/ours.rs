//! Telling the tool's own files from people's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::error::{DeliverError, io_error};
use super::manifest::{MANIFEST, Manifest, WrittenFile};
use crate::digest::sha256;

/// What file managers leave in every folder that they show.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether a file is one that file managers leave.
pub(super) fn is_system_file(path: &str) -> bool {
    SYSTEM_FILES.contains(&path.rsplit('/').next().unwrap_or(path))
}

/// A folder's manifest; `None` without one of ours.
pub(super) fn manifest_of(folder: &Path) -> Option<Manifest> {
    // A manifest that is a pipe or a device would be waited for.
    let manifest = folder.join(MANIFEST);
    fs::symlink_metadata(&manifest).ok().filter(fs::Metadata::is_file)?;
    Manifest::parse(&fs::read_to_string(&manifest).ok()?)
}

/// What a folder's manifest says that we wrote, by path; `None` without a manifest of ours.
pub(super) fn listed(folder: &Path) -> Option<BTreeMap<String, WrittenFile>> {
    let manifest = manifest_of(folder)?;
    Some(manifest.files.into_iter().map(|file| (file.path.clone(), file)).collect())
}

/// Whether a file is as the manifest says.
pub(super) fn is_unchanged(folder: &Path, file: &WrittenFile) -> Result<bool, DeliverError> {
    let full = folder.join(&file.path);
    if !fs::symlink_metadata(&full).is_ok_and(|m| m.is_file() && m.len() == file.bytes) {
        return Ok(false);
    }
    let bytes = fs::read(&full).map_err(io_error("read", &full))?;
    Ok(sha256(&bytes) == file.sha256)
}

/// Whether everything in a folder is what a manifest of ours says that we wrote.
///
/// # Errors
/// With the first file that is not, or where the folder cannot be read.
pub(super) fn check_ours(target: &Path) -> Result<(), DeliverError> {
    let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(DeliverError::NotAFolder { path: target.to_owned() });
    }
    let ours = listed(target).unwrap_or_default();
    let mut foreign = Vec::new();
    let mut changed = Vec::new();
    for path in files_below(target)? {
        let name = path.rsplit('/').next().unwrap_or(&path);
        // In a folder of others nobody's lock says anything of our workbooks.
        if let Some(workbook) = name.strip_prefix("~$").filter(|_| !ours.is_empty()) {
            return Err(DeliverError::Open { folder: target.to_owned(), file: workbook.to_owned() });
        }
        if is_system_file(&path) {
            continue;
        }
        match ours.get(&path) {
            _ if path == MANIFEST && !ours.is_empty() => {}
            None => foreign.push(path),
            Some(file) => {
                if !is_unchanged(target, file)? {
                    changed.push(path);
                }
            }
        }
    }
    refuse(target, foreign, changed)
}

/// An error if there are files that are not ours, or not as we wrote them.
pub(super) fn refuse(folder: &Path, foreign: Vec<String>, changed: Vec<String>) -> Result<(), DeliverError> {
    let count = foreign.len() + changed.len();
    let (changed, example) = match (foreign.into_iter().next(), changed.into_iter().next()) {
        (Some(path), _) => (false, path),
        (None, Some(path)) => (true, path),
        (None, None) => return Ok(()),
    };
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    Err(DeliverError::NotOurs { folder: folder.to_owned(), example, more, changed })
}

/// All files (and links) below a folder, relative with `/`, sorted.
pub(super) fn files_below(folder: &Path) -> Result<Vec<String>, DeliverError> {
    let mut paths = Vec::new();
    walk(folder, folder, &mut paths)?;
    paths.sort();
    Ok(paths)
}

fn walk(root: &Path, folder: &Path, paths: &mut Vec<String>) -> Result<(), DeliverError> {
    for entry in fs::read_dir(folder).map_err(io_error("look into", folder))? {
        let entry = entry.map_err(io_error("look into", folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(io_error("look at", &path))?;
        if kind.is_dir() {
            walk(root, &path, paths)?;
        } else {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            paths.push(parts.join("/"));
        }
    }
    Ok(())
}
