//! The file of a workbook as its parts, and parts as a file: packed once, by a packer that is kept.

use std::borrow::Cow;
use std::cell::RefCell;

use flate2::{Compress, Compression, Crc, FlushCompress, Status};

use super::{ExcelError, PACKING};

/// A part of the file.
pub struct Part<'a> {
    /// Its name within the file.
    pub name: &'a str,
    /// What it says.
    pub bytes: Cow<'a, [u8]>,
    /// Whether it is kept as it is, like pictures, which do not shrink.
    pub stored: bool,
}

const LOCAL: u32 = 0x0403_4B50;
const CENTRAL: u32 = 0x0201_4B50;
const END: u32 = 0x0605_4B50;
/// The first day that such a file can name.
const DAY: u16 = 0x21;

/// The parts of a file that was written with level 0: none is packed.
pub fn parts(file: &[u8]) -> Result<Vec<Part<'_>>, ExcelError> {
    found(file).ok_or(ExcelError::Parts)
}

fn found(file: &[u8]) -> Option<Vec<Part<'_>>> {
    let end = file.len().checked_sub(22)?;
    (number(file, end)? == END).then_some(())?;
    let count = short(file, end + 10)?;
    let mut at = number(file, end + 16)? as usize;
    let mut parts = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        (number(file, at)? == CENTRAL).then_some(())?;
        let (packed, whole) = (number(file, at + 20)? as usize, number(file, at + 24)? as usize);
        let [name, extra, comment] = [28, 30, 32].map(|n| short(file, at + n).map(usize::from));
        let (name, extra, comment) = (name?, extra?, comment?);
        let start = number(file, at + 42)? as usize;
        let stored = short(file, at + 10)? == 0;
        let title = std::str::from_utf8(file.get(at + 46..at + 46 + name)?).ok()?;
        let data = start + 30 + usize::from(short(file, start + 26)?) + usize::from(short(file, start + 28)?);
        let data = file.get(data..data.checked_add(packed)?)?;
        let bytes = if stored { Cow::Borrowed(data) } else { unstored(data, whole)? };
        parts.push(Part { name: title, bytes, stored });
        at += 46 + name + extra + comment;
    }
    Some(parts)
}

/// What blocks that were not packed hold.
fn unstored(mut data: &[u8], whole: usize) -> Option<Cow<'_, [u8]>> {
    let mut out: Vec<u8> = Vec::new();
    loop {
        let (head, rest) = data.split_at_checked(5)?;
        // Two bits of kind, which is 0 for what is not packed, above the one that says whether it is the last.
        (head.first()? & 0b110 == 0).then_some(())?;
        let (block, rest) = rest.split_at_checked(usize::from(short(head, 1)?))?;
        if out.is_empty() && block.len() == whole {
            return Some(Cow::Borrowed(block));
        }
        out.reserve(whole.min(data.len()).saturating_sub(out.len()));
        out.extend_from_slice(block);
        if head.first()? & 1 == 1 {
            return (out.len() == whole).then_some(Cow::Owned(out));
        }
        data = rest;
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Parts as a file.
pub fn file(parts: &[Part<'_>]) -> Result<Vec<u8>, ExcelError> {
    let whole: usize = parts.iter().map(|part| part.bytes.len()).sum();
    let mut out = Vec::with_capacity(whole / 4 + 4_096);
    let mut index = Vec::with_capacity(parts.len() * 80);
    for part in parts {
        let start = size(out.len())?;
        let mut crc = Crc::new();
        crc.update(&part.bytes);
        let name = u16::try_from(part.name.len()).map_err(|_| ExcelError::Parts)?;
        let method: u16 = if part.stored { 0 } else { 8 };
        // Version, no flags, method, time, day, sum; the two sizes follow.
        let mut about = Vec::with_capacity(26);
        for value in [20, 0, method, 0, DAY] {
            about.extend(value.to_le_bytes());
        }
        about.extend(crc.sum().to_le_bytes());
        out.extend(LOCAL.to_le_bytes());
        out.extend_from_slice(&about);
        let sizes = out.len();
        out.extend([0; 8]);
        out.extend(name.to_le_bytes());
        out.extend([0; 2]);
        out.extend(part.name.bytes());
        let data = out.len();
        if part.stored {
            out.extend_from_slice(&part.bytes)
        } else {
            deflate(&part.bytes, &mut out)?
        }
        about.extend(size(out.len() - data)?.to_le_bytes());
        about.extend(size(part.bytes.len())?.to_le_bytes());
        if let (Some(place), Some(known)) = (out.get_mut(sizes..sizes + 8), about.get(14..22)) {
            place.copy_from_slice(known);
        }
        index.extend(CENTRAL.to_le_bytes());
        // Made on Unix, where the owner may read and write it.
        index.extend([20, 3]);
        index.extend_from_slice(&about);
        index.extend(name.to_le_bytes());
        index.extend([0; 8]);
        index.extend([0, 0, 0x80, 0x81]);
        index.extend(start.to_le_bytes());
        index.extend(part.name.bytes());
    }
    let count = u16::try_from(parts.len()).map_err(|_| ExcelError::Parts)?.to_le_bytes();
    let (start, length) = (size(out.len())?, size(index.len())?);
    out.extend(index);
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count);
    out.extend(count);
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    Ok(out)
}

fn size(bytes: usize) -> Result<u32, ExcelError> {
    u32::try_from(bytes).map_err(|_| ExcelError::Parts)
}

thread_local! {
    // A packer's tables are a quarter of a megabyte: they are kept for the next part.
    static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(u32::from(PACKING)), false));
}

fn deflate(bytes: &[u8], out: &mut Vec<u8>) -> Result<(), ExcelError> {
    PACKER.with_borrow_mut(|packer| {
        packer.reset();
        out.reserve(bytes.len() / 3 + 64);
        loop {
            let done = usize::try_from(packer.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(done..).unwrap_or_default();
            match packer.compress_vec(rest, out, FlushCompress::Finish).map_err(|_| ExcelError::Parts)? {
                Status::StreamEnd => return Ok(()),
                _ => out.reserve(bytes.len() / 2 + 1_024),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read, Write};

    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn a_file_is_taken_apart_and_put_together() {
        let long = b"0123456789".repeat(20_000); // several blocks
        let mut writer = zip::ZipWriter::new_stream(Vec::new());
        let packed = SimpleFileOptions::default().compression_level(Some(0));
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for (name, bytes, options) in
            [("a/b.xml", &b"<a/>"[..], packed), ("c", &long, packed), ("d.png", b"png", stored)]
        {
            writer.start_file(name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        let whole = writer.finish().unwrap().into_inner();
        let parts = parts(&whole).unwrap();
        let names: Vec<(&str, bool)> = parts.iter().map(|part| (part.name, part.stored)).collect();
        assert_eq!(names, [("a/b.xml", false), ("c", false), ("d.png", true)]);
        assert!(parts[0].bytes.as_ref() == b"<a/>" && parts[1].bytes == long && parts[2].bytes.as_ref() == b"png");
        let again = file(&parts).unwrap();
        assert!(again.len() < 5_000);
        let mut archive = zip::ZipArchive::new(Cursor::new(again)).unwrap();
        for part in &parts {
            let mut bytes = Vec::new();
            archive.by_name(part.name).unwrap().read_to_end(&mut bytes).unwrap();
            assert!(bytes == part.bytes.as_ref());
        }
    }

    #[test]
    fn what_is_packed_or_cut_short_is_refused() {
        let mut writer = zip::ZipWriter::new_stream(Vec::new());
        writer.start_file("a", SimpleFileOptions::default().compression_level(Some(6))).unwrap();
        writer.write_all(&b"aaaa".repeat(100)).unwrap();
        let whole = writer.finish().unwrap().into_inner();
        assert!(parts(&whole).is_err());
        assert!(parts(&whole[..whole.len() / 2]).is_err() && parts(b"").is_err());
    }
}
