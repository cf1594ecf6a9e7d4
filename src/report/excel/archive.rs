//! The file of a workbook as its parts, and parts as a file: what changed is packed by a packer that is kept.

use std::cell::RefCell;

use flate2::{Compress, Compression, Crc, Decompress, FlushCompress, FlushDecompress, Status};

use super::{ExcelError, PACKING};

/// A part of the file.
pub struct Part<'a> {
    /// Its name within the file.
    pub name: &'a str,
    /// What it says instead of what it said.
    pub changed: Option<String>,
    /// How it is packed: 8 is deflate, 0 not at all, like pictures, which do not shrink.
    method: u16,
    /// The sum of what it says, and how many bytes that is.
    sum: u32,
    whole: u32,
    packed: &'a [u8],
}

impl Part<'_> {
    /// What it said.
    ///
    /// # Errors
    /// If it cannot be unpacked, or is no text.
    pub fn text(&self) -> Result<String, ExcelError> {
        let bytes = if self.method == 0 { self.packed.to_vec() } else { inflate(self.packed, self.whole as usize)? };
        String::from_utf8(bytes).map_err(|_| ExcelError::Parts)
    }
}

const LOCAL: u32 = 0x0403_4B50;
const CENTRAL: u32 = 0x0201_4B50;
const END: u32 = 0x0605_4B50;
/// The first day that such a file can name.
const DAY: u16 = 0x21;

/// The parts of a file.
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
        let (method, sum) = (short(file, at + 10)?, number(file, at + 16)?);
        let (packed, whole) = (number(file, at + 20)? as usize, number(file, at + 24)?);
        let [name, extra, comment] = [28, 30, 32].map(|n| short(file, at + n).map(usize::from));
        let (name, extra, comment) = (name?, extra?, comment?);
        let start = number(file, at + 42)? as usize;
        let title = std::str::from_utf8(file.get(at + 46..at + 46 + name)?).ok()?;
        let data = start + 30 + usize::from(short(file, start + 26)?) + usize::from(short(file, start + 28)?);
        let packed = file.get(data..data.checked_add(packed)?)?;
        matches!(method, 0 | 8).then_some(())?;
        parts.push(Part { name: title, changed: None, method, sum, whole, packed });
        at += 46 + name + extra + comment;
    }
    Some(parts)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Parts as a file. What did not change is not packed again.
pub fn file(parts: &[Part<'_>]) -> Result<Vec<u8>, ExcelError> {
    let known: usize =
        parts.iter().map(|part| part.packed.len() + part.changed.as_ref().map_or(0, |new| new.len() / 4)).sum();
    let mut out = Vec::with_capacity(known + parts.len() * 160);
    let mut index = Vec::with_capacity(parts.len() * 80);
    for part in parts {
        let start = size(out.len())?;
        let (method, sum, whole) = match &part.changed {
            Some(text) => {
                let mut crc = Crc::new();
                crc.update(text.as_bytes());
                (8, crc.sum(), size(text.len())?)
            }
            None => (part.method, part.sum, part.whole),
        };
        let name = u16::try_from(part.name.len()).map_err(|_| ExcelError::Parts)?;
        // Version, no flags, method, time, day, sum; the two sizes follow.
        let mut about = Vec::with_capacity(26);
        for value in [20, 0, method, 0, DAY] {
            about.extend(u16::to_le_bytes(value));
        }
        about.extend(sum.to_le_bytes());
        out.extend(LOCAL.to_le_bytes());
        out.extend_from_slice(&about);
        let sizes = out.len();
        out.extend([0; 8]);
        out.extend(name.to_le_bytes());
        out.extend([0; 2]);
        out.extend(part.name.bytes());
        let data = out.len();
        match &part.changed {
            Some(text) => deflate(text.as_bytes(), &mut out)?,
            None => out.extend_from_slice(part.packed),
        }
        about.extend(size(out.len() - data)?.to_le_bytes());
        about.extend(whole.to_le_bytes());
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
    static UNPACKER: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

/// What was packed, which is `whole` bytes long.
fn inflate(bytes: &[u8], whole: usize) -> Result<Vec<u8>, ExcelError> {
    UNPACKER.with_borrow_mut(|unpacker| {
        unpacker.reset(false);
        let mut out = Vec::with_capacity(whole + 8);
        let status = unpacker.decompress_vec(bytes, &mut out, FlushDecompress::Finish);
        match status.map_err(|_| ExcelError::Parts)? {
            Status::StreamEnd if out.len() == whole => Ok(out),
            _ => Err(ExcelError::Parts),
        }
    })
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

    fn made() -> Vec<u8> {
        let mut writer = zip::ZipWriter::new_stream(Vec::new());
        let packed = SimpleFileOptions::default();
        let stored = packed.compression_method(zip::CompressionMethod::Stored);
        let long = b"0123456789".repeat(20_000);
        for (name, bytes, options) in [("a/b.xml", &b"<a/>"[..], packed), ("c", &long, packed), ("d", b"png", stored)] {
            writer.start_file(name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_is_taken_apart_and_put_together() {
        let before = made();
        let mut parts = parts(&before).unwrap();
        assert_eq!(parts[1].text().unwrap().len(), 200_000);
        assert_eq!(parts[0].text().unwrap(), "<a/>");
        parts[0].changed = Some("<b/>".repeat(30_000));
        let after = file(&parts).unwrap();
        assert!(after.len() < 5_000);
        let mut archive = zip::ZipArchive::new(Cursor::new(after)).unwrap();
        let wanted = ["<b/>".repeat(30_000), "0123456789".repeat(20_000), "png".to_owned()];
        for (name, wanted) in ["a/b.xml", "c", "d"].into_iter().zip(wanted) {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            assert!(text == wanted, "{name}");
        }
    }

    #[test]
    fn what_is_no_whole_file_is_refused() {
        let whole = made();
        assert!(parts(&whole[..whole.len() - 1]).is_err() && parts(b"").is_err());
        assert!(parts(&whole[whole.len() / 2..]).is_err());
    }
}
