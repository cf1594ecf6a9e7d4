//! Containers in a form that a fuzzer can change: the parts of a zip file as plain text with their names between them,
//! the stream of an old workbook without the sectors around it.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Stands before the name of a part; the name ends with its line.
pub const MARK: &[u8] = b"\n==part ";
/// Parts of one container at most.
const MAX_PARTS: usize = 40;

/// A zip container of the parts in `data`; what stands before the first mark is the part called `first`. Of the parts
/// in `needed`, those that are missing are added.
pub fn zip(data: &[u8], first: &str, needed: &[(&str, &str)]) -> Vec<u8> {
    let mut parts: Vec<(String, &[u8])> = Vec::new();
    for (n, piece) in split(data).into_iter().take(MAX_PARTS).enumerate() {
        if n == 0 {
            if !piece.is_empty() {
                parts.push((first.to_owned(), piece));
            }
            continue;
        }
        let end = piece.iter().position(|&b| b == b'\n').unwrap_or(piece.len());
        let (name, body) = piece.split_at(end);
        parts.push((String::from_utf8_lossy(name).into_owned(), body.get(1..).unwrap_or_default()));
    }
    for (name, body) in needed {
        if !parts.iter().any(|(known, _)| known == name) {
            parts.push(((*name).to_owned(), body.as_bytes()));
        }
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, body) in parts {
        // A name that is there already or too long is refused: such a part is left out.
        if zip.start_file(name, stored).is_ok() {
            let _ = zip.write_all(body);
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn split(data: &[u8]) -> Vec<&[u8]> {
    let (mut pieces, mut rest) = (Vec::new(), data);
    while let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK) {
        pieces.push(&rest[..at]);
        rest = &rest[at + MARK.len()..];
    }
    pieces.push(rest);
    pieces
}

/// The other way round: the parts of a zip file that `wanted` accepts, none longer than `limit` bytes.
pub fn unzip(file: &[u8], limit: u64, wanted: fn(&str) -> bool) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let mut data = Vec::new();
    for n in 0..archive.len() {
        let mut entry = archive.by_index(n).ok()?;
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        if !wanted(&name) || entry.size() > limit {
            continue;
        }
        data.extend_from_slice(MARK);
        data.extend_from_slice(name.as_bytes());
        data.push(b'\n');
        entry.read_to_end(&mut data).ok()?;
    }
    Some(data)
}

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;

/// A compound file with this stream as its workbook.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    // A shorter one would have to lie in small sectors.
    let data = stream.len().max(4096).div_ceil(SECTOR);
    let tables = (1..=109).find(|tables| tables * SECTOR / 4 > data + tables).unwrap_or(109);
    let mut header = [0_u8; SECTOR];
    header[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let mut put = |at: usize, value: u32| header[at..at + 4].copy_from_slice(&value.to_le_bytes());
    for (at, value) in
        [(24, 0x0003_003E), (28, 0x0009_FFFE), (32, 6), (44, tables as u32), (56, 4096), (60, END), (68, END)]
    {
        put(at, value);
    }
    for n in 0..109 {
        put(76 + 4 * n, if n < tables { (1 + data + n) as u32 } else { u32::MAX });
    }
    let mut file = header.to_vec();
    for (name, kind, child, start, length) in
        [("Root Entry", 5, 1, END, 0), ("Workbook", 2, u32::MAX, 1, stream.len().max(4096) as u32)]
    {
        let mut entry = [0_u8; 128];
        for (n, unit) in name.encode_utf16().enumerate() {
            entry[2 * n..2 * n + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = 2 * (name.len() as u8 + 1);
        entry[66..68].copy_from_slice(&[kind, 1]);
        entry[68..76].fill(0xFF);
        entry[76..80].copy_from_slice(&u32::to_le_bytes(child));
        entry[116..120].copy_from_slice(&u32::to_le_bytes(start));
        entry[120..124].copy_from_slice(&u32::to_le_bytes(length));
        file.extend(entry);
    }
    file.resize(2 * SECTOR, 0);
    file.extend_from_slice(stream);
    file.resize((2 + data) * SECTOR, 0);
    let chain = |id: usize| if id == data { END } else { id as u32 + 1 };
    let mut table: Vec<u32> = std::iter::once(END).chain((1..=data).map(chain)).collect();
    table.resize(table.len() + tables, 0xFFFF_FFFD);
    table.resize(tables * SECTOR / 4, u32::MAX);
    file.extend(table.into_iter().flat_map(u32::to_le_bytes));
    file
}

/// The other way round, for workbooks that were written in one piece: from the first record on.
pub fn stream(file: &[u8]) -> Option<&[u8]> {
    let begins = |sector: &[u8]| sector.starts_with(&[0x09, 0x08]);
    let at = file.chunks(SECTOR).position(begins)? * SECTOR;
    file.get(at..)
}
