//! Compound files: gets the workbook's stream out, and puts it into a fresh container of its own.
//!
//! What a stranger wrote about sectors is followed once, here and with bounds. Everybody else sees a plain file.

const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const FAT: u32 = 0xFFFF_FFFD;
/// Identifiers from here on are no sectors.
const RESERVED: u32 = 0xFFFF_FFFA;
/// Streams shorter than this lie in the small sectors.
const SMALL: usize = 4096;

struct File<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector.
    size: usize,
    fat: Vec<u32>,
}

/// The stream called `Workbook`, or `Book` in older files; `None` if the container is damaged or has neither.
pub(super) fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match short(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let mut file = File { bytes, size, fat: Vec::new() };
    file.fat = file.table();
    let directory = file.chain(long(bytes, 48)?, usize::MAX);
    let entries = || directory.chunks_exact(128);
    let found = ["Workbook", "Book"].iter().find_map(|name| {
        let wide: Vec<u8> = name.to_ascii_lowercase().encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        entries().find(|entry| entry.to_ascii_lowercase().starts_with(&wide))
    })?;
    let (start, length) = (long(found, 116)?, long(found, 120)? as usize);
    if length >= SMALL {
        return Some(file.chain(start, length));
    }
    // Small sectors are pieces of 64 bytes within the stream of the root entry.
    let root = entries().next()?;
    let holder = file.chain(long(root, 116)?, long(root, 120)? as usize);
    let table = file.chain(long(bytes, 60)?, (long(bytes, 64)? as usize).saturating_mul(size));
    let small = File { bytes: &holder, size: 64, fat: numbers(&table) };
    Some(small.pieces(start, length, 0))
}

impl File<'_> {
    /// The sector table, whose own sectors are listed in the header and in a chain that begins there.
    fn table(&self) -> Vec<u32> {
        let mut listed = numbers(self.bytes.get(76..512).unwrap_or_default());
        let mut next = long(self.bytes, 68).unwrap_or(END);
        let bound = self.bytes.len() / self.size + 1;
        for _ in 0..bound {
            let Some(sector) = self.sector(next) else { break };
            let mut more = numbers(sector);
            next = more.pop().unwrap_or(END);
            listed.append(&mut more);
        }
        let sectors = listed.into_iter().filter(|&id| id < RESERVED).take(bound);
        sectors.filter_map(|id| self.sector(id)).flat_map(numbers).collect()
    }

    fn sector(&self, id: u32) -> Option<&[u8]> {
        self.piece(id, self.size)
    }

    fn piece(&self, id: u32, header: usize) -> Option<&[u8]> {
        if id >= RESERVED {
            return None;
        }
        let start = (id as usize).checked_mul(self.size)?.checked_add(header)?;
        // The last sector of a file may be short.
        self.bytes.get(start..start.checked_add(self.size)?.min(self.bytes.len())).filter(|piece| !piece.is_empty())
    }

    fn chain(&self, start: u32, length: usize) -> Vec<u8> {
        self.pieces(start, length, self.size)
    }

    fn pieces(&self, start: u32, length: usize, header: usize) -> Vec<u8> {
        let mut stream = Vec::new();
        let mut id = start;
        // A chain in a circle ends where it has more sectors than the file.
        for _ in 0..=self.bytes.len() / self.size {
            let Some(piece) = self.piece(id, header) else { break };
            stream.extend_from_slice(piece);
            if stream.len() >= length {
                break;
            }
            id = self.fat.get(id as usize).copied().unwrap_or(END);
        }
        stream.truncate(length);
        stream
    }
}

/// A container of large sectors that holds nothing but this stream; `None` if it is too long for the simple kind.
pub(super) fn wrap(mut stream: Vec<u8>) -> Option<Vec<u8>> {
    const SECTOR: usize = 4096;
    // A shorter stream would have to lie in small sectors.
    stream.resize(stream.len().max(SMALL).next_multiple_of(SECTOR), 0);
    let data = stream.len() / SECTOR;
    // One sector for the directory, then the stream, then the table that lists them all and itself.
    let tables = (1..=109).find(|tables| tables * (SECTOR / 4) >= 1 + data + tables)?;
    let mut file = vec![0_u8; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| {
        if let Some(place) = file.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    };
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    for (at, value) in [(24, 0x3E_u16), (26, 4), (28, 0xFFFE), (30, 12), (32, 6)] {
        put(at, &value.to_le_bytes());
    }
    for (at, value) in [(40, 1), (44, tables as u32), (48, 0), (56, SMALL as u32), (60, END), (64, 0), (68, END)] {
        put(at, &value.to_le_bytes());
    }
    for n in 0..109 {
        let id = if n < tables { (1 + data + n) as u32 } else { FREE };
        put(76 + 4 * n, &id.to_le_bytes());
    }
    // The root has no small sectors, but calamine takes an empty root for a damaged one.
    let mut directory = vec![0_u8; SECTOR];
    for (n, (name, kind, start, length)) in
        [("Root Entry", 5_u8, 0, 0), ("Workbook", 2, 1, stream.len())].into_iter().enumerate()
    {
        let Some(entry) = directory.get_mut(n * 128..(n + 1) * 128) else { continue };
        let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        let child = if n == 0 { 1 } else { FREE };
        let fields: [(usize, &[u8]); 8] = [
            (0, &wide),
            (64, &(wide.len() as u16).to_le_bytes()),
            (66, &[kind, 1]),
            (68, &FREE.to_le_bytes()),
            (72, &FREE.to_le_bytes()),
            (76, &u32::to_le_bytes(child)),
            (116, &u32::to_le_bytes(start)),
            (120, &(length as u64).to_le_bytes()),
        ];
        for (at, bytes) in fields {
            if let Some(place) = entry.get_mut(at..at + bytes.len()) {
                place.copy_from_slice(bytes);
            }
        }
    }
    file.extend(directory);
    file.extend(stream);
    let mut table = vec![END];
    table.extend((1..=data as u32).map(|id| if id == data as u32 { END } else { id + 1 }));
    table.resize(table.len() + tables, FAT);
    table.resize(tables * SECTOR / 4, FREE);
    file.extend(table.into_iter().flat_map(u32::to_le_bytes));
    Some(file)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|b| b.try_into().ok()).map(u32::from_le_bytes).collect()
}

pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?).and_then(|b| b.try_into().ok()).map(u16::from_le_bytes)
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_of_any_length_comes_back_out_of_its_new_container() {
        for length in [1, 4095, 4096, 4097, 5 << 20] {
            let stream: Vec<u8> = (0..length).map(|n: u32| (n % 251) as u8).collect();
            let file = wrap(stream.clone()).unwrap_or_default();
            let back = workbook(&file).unwrap_or_default();
            assert_eq!(back.get(..stream.len()), Some(&stream[..]), "{length}");
        }
    }
}
