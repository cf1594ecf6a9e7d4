//! The parts of a workbook's file, of which some are written anew.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{ExcelError, PACKING};

/// The parts of a file, and what some of them say instead.
pub struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    changed: BTreeMap<String, String>,
    /// Bytes that the file will have, about.
    room: usize,
}

impl<'a> Parts<'a> {
    /// The parts of a whole file.
    ///
    /// # Errors
    /// If it is none.
    pub fn of(file: &'a [u8]) -> Result<Self, ExcelError> {
        Ok(Self { archive: ZipArchive::new(Cursor::new(file))?, changed: BTreeMap::new(), room: file.len() * 2 })
    }

    /// What a part said.
    ///
    /// # Errors
    /// If there is none of this name, or it is no text.
    pub fn text(&mut self, name: &str) -> Result<String, ExcelError> {
        let mut part = self.archive.by_name(name)?;
        let mut text = String::with_capacity(usize::try_from(part.size()).unwrap_or_default());
        part.read_to_string(&mut text)?;
        Ok(text)
    }

    /// The names of the parts in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let names = self.archive.file_names().filter_map(Result::ok);
        names.filter(|name| name.starts_with(folder)).map(|name| name.into_owned()).collect()
    }

    /// Makes a part say something else.
    pub fn change(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    /// The file. What did not change is not packed again.
    ///
    /// # Errors
    /// If it gets too large.
    pub fn file(mut self) -> Result<Vec<u8>, ExcelError> {
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.room)));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(i64::from(PACKING)));
        for n in 0..self.archive.len() {
            let part = self.archive.by_index_raw(n)?;
            let name = part.name()?.into_owned();
            match self.changed.get(&name) {
                None => out.raw_copy_file(part)?,
                Some(text) => {
                    let time = part.last_modified().unwrap_or_default();
                    out.start_file(name, options.last_modified_time(time))?;
                    out.write_all(text.as_bytes())?;
                }
            }
        }
        Ok(out.finish()?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_apart_and_put_together() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default();
        let stored = packed.compression_method(CompressionMethod::Stored);
        let long = b"0123456789".repeat(20_000);
        for (name, bytes, options) in [("a/b.xml", &b"<a/>"[..], packed), ("c", &long, packed), ("d", b"png", stored)] {
            writer.start_file(name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        let before = writer.finish().unwrap().into_inner();
        let mut parts = Parts::of(&before).unwrap();
        assert_eq!((parts.text("a/b.xml").unwrap().as_str(), parts.names("a/")), ("<a/>", vec!["a/b.xml".to_owned()]));
        parts.change("a/b.xml", "<b/>".repeat(30_000));
        let after = parts.file().unwrap();
        assert!(after.len() < 5_000);
        let mut parts = Parts::of(&after).unwrap();
        assert!(parts.text("a/b.xml").unwrap() == "<b/>".repeat(30_000));
        assert!(parts.text("c").unwrap() == "0123456789".repeat(20_000) && parts.text("d").unwrap() == "png");
        assert!(parts.text("e").is_err() && Parts::of(&before[..before.len() / 2]).is_err());
    }
}
