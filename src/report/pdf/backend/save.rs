//! The file itself: objects packed into streams, and the table that finds them.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress};
use lopdf::{Document as File, Object};
use sha2::{Digest, Sha256};

use super::super::PdfError;
use super::object;

/// Objects of one stream at most.
const TOGETHER: usize = 1_000;

/// Objects that are written as bytes at once, numbered on from `first`.
pub(super) struct Bodies {
    first: u32,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Bodies {
    pub(super) fn from(first: u32) -> Self {
        Self { first, bytes: Vec::new(), ends: Vec::new() }
    }

    /// Where the next object is written to; [`Bodies::end`] ends it.
    pub(super) fn out(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// Ends an object.
    pub(super) fn end(&mut self) {
        self.ends.push(self.bytes.len());
    }

    fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(&self.ends).filter_map(|(start, &end)| self.bytes.get(start..end));
        (self.first..).zip(spans)
    }
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    /// At a byte of the file.
    At(usize),
    /// In an object stream, as the so-many-th of it.
    In(u32, u16),
}

/// Writes the file. It is named by the hash of its content.
///
/// # Errors
/// If the document has no root or no information.
pub(super) fn save(file: &File, bodies: &Bodies) -> Result<Vec<u8>, PdfError> {
    let mut out = Vec::with_capacity(96 << 10);
    // The second line tells programs that look at the start that this is no text.
    out.extend(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    let last = bodies.first as usize + bodies.ends.len();
    let mut places = vec![Place::Nowhere; last];
    let mut set = |number: u32, place: Place| {
        if let Some(known) = places.get_mut(number as usize) {
            *known = place;
        }
    };
    let mut plain: Vec<u8> = Vec::with_capacity(bodies.bytes.len() + (16 << 10));
    let mut starts: Vec<(u32, usize)> = Vec::with_capacity(last);
    for (&(number, _), object) in &file.objects {
        match object {
            Object::Stream(stream) => {
                set(number, Place::At(out.len()));
                let mut stream = stream.clone();
                if stream.allows_compression && !stream.dict.has(b"Filter") {
                    let packed = deflate(&stream.content, Packing::Text)?;
                    if packed.len() < stream.content.len() {
                        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
                        stream.content = packed;
                    }
                }
                stream.dict.set("Length", stream.content.len() as i64);
                out.extend(format!("{number} 0 obj\n").bytes());
                object::write(&mut out, &Object::Dictionary(stream.dict));
                out.extend(b"stream\n");
                out.extend(&stream.content);
                out.extend(b"\nendstream\nendobj\n");
            }
            object => {
                starts.push((number, plain.len()));
                object::write(&mut plain, object);
                plain.push(b' ');
            }
        }
    }
    for (number, body) in bodies.iter() {
        starts.push((number, plain.len()));
        plain.extend(body);
        plain.push(b' ');
    }
    let mut packs = Vec::new();
    for (nth, members) in starts.chunks(TOGETHER).enumerate() {
        let own = last as u32 + nth as u32;
        let from = members.first().map_or(0, |&(_, start)| start);
        let to = starts.get((nth + 1) * TOGETHER).map_or(plain.len(), |&(_, start)| start);
        let mut content = Vec::with_capacity(to - from + members.len() * 10);
        for (at, &(number, start)) in members.iter().enumerate() {
            set(number, Place::In(own, at as u16));
            object::numbers(&mut content, &[i64::from(number), (start - from) as i64]);
        }
        let head = content.len();
        content.extend(plain.get(from..to).unwrap_or_default());
        let packed = deflate(&content, Packing::Text)?;
        packs.push(Place::At(out.len()));
        out.extend(
            format!(
                "{own} 0 obj\n<</Type/ObjStm/N {n}/First {head}/Filter/FlateDecode/Length {length}>>stream\n",
                n = members.len(),
                length = packed.len(),
            )
            .bytes(),
        );
        out.extend(packed);
        out.extend(b"\nendstream\nendobj\n");
    }
    places.extend(packs);
    table(file, out, &places)
}

/// The cross-reference stream and the end of the file.
fn table(file: &File, mut out: Vec<u8>, places: &[Place]) -> Result<Vec<u8>, PdfError> {
    let failed = |why: lopdf::Error| PdfError::Write(why.to_string());
    let reference = |name: &[u8]| file.trailer.get(name).and_then(Object::as_reference).map_err(failed);
    let (root, info) = (reference(b"Root")?, reference(b"Info")?);
    let (own, start) = (places.len(), out.len());
    let mut entries = Vec::with_capacity((own + 1) * 7);
    for (number, place) in places.iter().chain([&Place::At(start)]).enumerate() {
        let (kind, field, rest) = match *place {
            Place::Nowhere => (0_u8, 0, if number == 0 { u16::MAX } else { 0 }),
            Place::At(byte) => (1, byte as u32, 0),
            Place::In(stream, at) => (2, stream, at),
        };
        entries.push(kind);
        entries.extend(field.to_be_bytes());
        entries.extend(rest.to_be_bytes());
    }
    let packed = deflate(&differences(&entries), Packing::Text)?;
    let mut id = Vec::new();
    super::content::hex(&mut id, Sha256::digest(&out).get(..16).unwrap_or_default());
    let id = String::from_utf8_lossy(&id);
    out.extend(
        format!(
            "{own} 0 obj\n<</Type/XRef/Size {size}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[{id}{id}]\
             /Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length {length}>>stream\n",
            size = own + 1,
            root = root.0,
            info = info.0,
            length = packed.len(),
        )
        .bytes(),
    );
    out.extend(packed);
    out.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    Ok(out)
}

/// What is to be packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Content, structure, tables.
    Text,
    /// Curves, which hardly shrink however long one tries.
    Outlines,
}

thread_local! {
    // Level 5: as small as level 6 in less time; higher ones take twice the time to save a twentieth. A packer's tables are a quarter of a megabyte, so
    // they are kept for the next stream.
    static TEXT: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(5), true));
    static OUTLINES: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(3), true));
}

/// Bytes as `FlateDecode` gives them back.
pub(super) fn deflate(bytes: &[u8], packing: Packing) -> Result<Vec<u8>, PdfError> {
    let packer = match packing {
        Packing::Text => &TEXT,
        Packing::Outlines => &OUTLINES,
    };
    packer.with_borrow_mut(|packer| {
        packer.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let done = usize::try_from(packer.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(done..).unwrap_or_default();
            let status = packer.compress_vec(rest, &mut out, FlushCompress::Finish);
            match status.map_err(|why| PdfError::Write(why.to_string()))? {
                flate2::Status::StreamEnd => return Ok(out),
                _ => out.reserve(out.capacity().max(64)),
            }
        }
    })
}

/// Entries of seven bytes as differences to the entry before, each row led by the number of that filter.
fn differences(entries: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(entries.len() + entries.len() / 7 + 1);
    let mut before: &[u8] = &[0; 7];
    for row in entries.chunks(7) {
        out.push(2);
        out.extend(row.iter().zip(before).map(|(now, before)| now.wrapping_sub(*before)));
        before = row;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_become_differences_to_the_row_before() {
        let entries = [1, 0, 0, 0, 9, 0, 1, 1, 0, 0, 1, 4, 0, 1];
        assert_eq!(differences(&entries), [2, 1, 0, 0, 0, 9, 0, 1, 2, 0, 0, 0, 1, 251, 0, 0]);
    }

    #[test]
    fn what_hardly_shrinks_is_packed_whole() {
        let noise: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&noise[..], &b"aaaa".repeat(50_000), b""] {
            let packed = deflate(bytes, Packing::Text).unwrap();
            let mut back = Vec::new();
            let mut reader = flate2::read::ZlibDecoder::new(&packed[..]);
            std::io::Read::read_to_end(&mut reader, &mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }
}
