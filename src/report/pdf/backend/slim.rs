//! TrueType programs without what PDF viewers do not need: names, and the instructions that fit outlines to the pixels
//! of small screens. Viewers that smooth letters, as all do today, pass over them; they are half of many a face.

use std::borrow::Cow;

/// The tables of an OpenType program: entry and data.
pub(super) fn tables(program: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    const HEADER: usize = 12;
    const ENTRY: usize = 16;
    let word = |entry: &[u8], at: usize| {
        entry.get(at..at + 4).and_then(|word| word.try_into().ok()).map(|word| u32::from_be_bytes(word) as usize)
    };
    let count = u16::from_be_bytes([*program.get(4)?, *program.get(5)?]);
    (0..usize::from(count))
        .map(|at| {
            let entry = program.get(HEADER + at * ENTRY..HEADER + (at + 1) * ENTRY)?;
            let (offset, length) = (word(entry, 8)?, word(entry, 12)?);
            Some((entry, program.get(offset..offset.checked_add(length)?)?))
        })
        .collect()
}

/// The program without these parts; as it is if it is of another kind or not as it should be.
pub(super) fn slim(program: Vec<u8>) -> Vec<u8> {
    let Some(all) = program.starts_with(&[0, 1, 0, 0]).then(|| tables(&program)).flatten() else { return program };
    let find = |tag: &[u8]| all.iter().find(|(entry, _)| entry.starts_with(tag)).map(|(_, data)| *data);
    let plain = find(b"head")
        .and_then(|head| Some(u16_at(head, 50)? == 1))
        .and_then(|long| unhinted(find(b"glyf")?, find(b"loca")?, long));
    let mut left_out: Vec<&[u8]> = vec![b"name", b"post"];
    if plain.is_some() {
        left_out.extend([&b"fpgm"[..], b"prep", b"cvt ", b"gasp"]);
    }
    let kept: Vec<(&[u8], Cow<'_, [u8]>)> = all
        .iter()
        .filter(|(entry, _)| !left_out.iter().any(|tag| entry.starts_with(tag)))
        .map(|(entry, data)| match &plain {
            Some((glyphs, _)) if entry.starts_with(b"glyf") => (*entry, Cow::Borrowed(glyphs.as_slice())),
            Some((_, places)) if entry.starts_with(b"loca") => (*entry, Cow::Borrowed(places.as_slice())),
            _ => (*entry, Cow::Borrowed(*data)),
        })
        .collect();
    let count = kept.len() as u16;
    let power = count.checked_ilog2().unwrap_or(0);
    let range = 16_u16 << power;
    let mut out = vec![0, 1, 0, 0];
    for part in [count, range, power as u16, (count * 16).saturating_sub(range)] {
        out.extend(part.to_be_bytes());
    }
    let mut offset = 12 + kept.len() * 16;
    for (entry, data) in &kept {
        out.extend(entry.iter().take(4));
        out.extend(checksum(data).to_be_bytes());
        out.extend((offset as u32).to_be_bytes());
        out.extend((data.len() as u32).to_be_bytes());
        offset += data.len().next_multiple_of(4);
    }
    for (_, data) in &kept {
        out.extend(data.iter());
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

/// The sum of a table's words.
fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, word| {
        let mut whole = [0; 4];
        whole.iter_mut().zip(word).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(whole))
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).map(u16::from_be_bytes)
}

/// The tables `glyf` and `loca` without instructions.
fn unhinted(glyphs: &[u8], places: &[u8], long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let starts: Vec<usize> = if long {
        places.chunks_exact(4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]) as usize).collect()
    } else {
        places.chunks_exact(2).map(|two| usize::from(u16::from_be_bytes([two[0], two[1]])) * 2).collect()
    };
    let mut out = Vec::with_capacity(glyphs.len());
    let mut moved = Vec::with_capacity(places.len());
    let mut set = |at: usize| {
        if long {
            moved.extend((at as u32).to_be_bytes());
        } else {
            moved.extend(((at / 2) as u16).to_be_bytes());
        }
    };
    for pair in starts.windows(2) {
        set(out.len());
        let glyph = glyphs.get(pair[0]..pair[1])?;
        if !glyph.is_empty() {
            plain(glyph, &mut out)?;
            out.resize(out.len().next_multiple_of(2), 0);
        }
    }
    set(out.len());
    Some((out, moved))
}

/// Writes a glyph without its instructions.
fn plain(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const HEADER: usize = 10;
    let contours = u16_at(glyph, 0)? as i16;
    if contours >= 0 {
        let length_at = HEADER + contours as usize * 2;
        let length = usize::from(u16_at(glyph, length_at)?);
        out.extend(glyph.get(..length_at)?);
        out.extend([0, 0]);
        out.extend(glyph.get(length_at + 2 + length..)?);
        return Some(());
    }
    // Made of others; the instructions follow the last part.
    const WORDS: u16 = 0x1;
    const SCALE: u16 = 0x8;
    const MORE: u16 = 0x20;
    const TWO_SCALES: u16 = 0x40;
    const MATRIX: u16 = 0x80;
    const INSTRUCTIONS: u16 = 0x100;
    out.extend(glyph.get(..HEADER)?);
    let mut at = HEADER;
    loop {
        let flags = u16_at(glyph, at)?;
        let mut length = if flags & WORDS != 0 { 8 } else { 6 };
        for (flag, more) in [(SCALE, 2), (TWO_SCALES, 4), (MATRIX, 8)] {
            length += if flags & flag != 0 { more } else { 0 };
        }
        out.extend((flags & !INSTRUCTIONS).to_be_bytes());
        out.extend(glyph.get(at + 2..at + length)?);
        at += length;
        if flags & MORE == 0 {
            return Some(());
        }
    }
}

#[cfg(test)]
mod tests {
    use rustybuzz::ttf_parser::{Face, GlyphId, OutlineBuilder};
    use subsetter::GlyphRemapper;

    use super::*;

    #[derive(Default, PartialEq, Debug)]
    struct Drawn(Vec<[i32; 6]>);

    impl OutlineBuilder for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push([0, x as i32, y as i32, 0, 0, 0]);
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push([1, x as i32, y as i32, 0, 0, 0]);
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push([2, x1 as i32, y1 as i32, x as i32, y as i32, 0]);
        }
        fn curve_to(&mut self, x1: f32, y1: f32, _: f32, _: f32, x: f32, y: f32) {
            self.0.push([3, x1 as i32, y1 as i32, x as i32, y as i32, 0]);
        }
        fn close(&mut self) {
            self.0.push([4; 6]);
        }
    }

    #[test]
    fn outlines_and_widths_stay_and_the_program_shrinks() {
        for data in [notosans::REGULAR_TTF, notosans::BOLD_TTF, dejavu::sans::regular(), dejavu::sans::bold()] {
            let whole = Face::parse(data, 0).unwrap();
            let letters = "AaÄéñçßœŁžΩжЙ .,0123456789fi".chars();
            let glyphs: Vec<u16> = letters.filter_map(|c| whole.glyph_index(c)).map(|id| id.0).collect();
            let remapper = GlyphRemapper::new_from_glyphs(&glyphs);
            let cut = subsetter::subset(data, 0, &remapper).unwrap();
            let before = cut.len();
            let slim = slim(cut);
            assert!(slim.len() * 10 < before * 9, "{} of {before}", slim.len());
            assert!(tables(&slim).unwrap().iter().all(|(entry, _)| !entry.starts_with(b"fpgm")));
            let small = Face::parse(&slim, 0).unwrap();
            for id in glyphs {
                let draw = |face: &Face<'_>, id: u16| {
                    let mut drawn = Drawn::default();
                    let bounds = face.outline_glyph(GlyphId(id), &mut drawn);
                    (drawn, bounds, face.glyph_hor_advance(GlyphId(id)))
                };
                assert_eq!(draw(&small, remapper.get(id).unwrap()), draw(&whole, id), "{id}");
            }
        }
    }

    #[test]
    fn what_is_no_sound_program_stays_as_it_is() {
        for bytes in [&b""[..], b"OTTO", &[0, 1, 0, 0], &[0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0]] {
            assert_eq!(slim(bytes.to_vec()), bytes);
        }
        assert_eq!(unhinted(&[0, 1], &[0, 0, 0, 1], false), None);
    }
}
