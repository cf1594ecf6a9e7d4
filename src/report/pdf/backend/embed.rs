//! Faces cut down to the glyphs in use, and what text each glyph stands for.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::super::PdfError;
use super::super::fonts::{FaceId, Fonts};
use super::super::list::{Document, Item, Run};
use super::super::shape::Glyph;

/// A face as it is embedded.
pub(super) struct Embedded {
    pub(super) id: FontId,
    font: PdfFont,
    remapper: GlyphRemapper,
    /// The text that copying a glyph gives, by its number in the cut-down font.
    texts: BTreeMap<u16, String>,
    /// Widths as the PDF states them, in thousandths of an em, by the same number.
    widths: BTreeMap<u16, f32>,
}

impl Embedded {
    /// The glyph's number in the cut-down font.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.remapper.get(id).unwrap_or(0)
    }

    /// The width that viewers advance by, in thousandths of an em.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(&glyph).copied().unwrap_or(0.0)
    }

    pub(super) fn text(&self, glyph: u16) -> &str {
        self.texts.get(&glyph).map_or("", String::as_str)
    }

    /// Whether copying the glyphs of a cluster gives its text without further help.
    pub(super) fn speaks(&self, text: &str, glyphs: &[Glyph]) -> bool {
        let [glyph] = glyphs else { return false };
        let said = self.text(self.glyph(glyph.id));
        said == text || (is_blank(said) && is_blank(text))
    }

    /// The `/W` array. The writer's own cuts widths off to whole units, so that lines would drift.
    pub(super) fn width_array(&self) -> Vec<lopdf::Object> {
        let mut groups: Vec<(u16, Vec<lopdf::Object>)> = Vec::new();
        for (&glyph, &width) in &self.widths {
            let value = if width.fract() == 0.0 { (width as i64).into() } else { lopdf::Object::Real(width) };
            match groups.last_mut() {
                Some((first, widths)) if usize::from(*first) + widths.len() == usize::from(glyph) => widths.push(value),
                _ => groups.push((glyph, vec![value])),
            }
        }
        groups.into_iter().flat_map(|(first, widths)| [i64::from(first).into(), widths.into()]).collect()
    }

    /// The `/ToUnicode` table: what copying gives for each glyph.
    pub(super) fn unicode_table(&self) -> String {
        let mut out = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo \
             <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName/Adobe-Identity-UCS def\n\
             /CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let texts: Vec<_> = self.texts.iter().filter(|(_, text)| !text.is_empty()).collect();
        // A block holds a hundred entries at most.
        for block in texts.chunks(100) {
            out.push_str(&format!("{} beginbfchar\n", block.len()));
            for (glyph, text) in block {
                out.push_str(&format!("<{glyph:04X}> <"));
                for unit in text.encode_utf16() {
                    out.push_str(&format!("{unit:04X}"));
                }
                out.push_str(">\n");
            }
            out.push_str("endbfchar\n");
        }
        out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        out
    }
}

/// The private character that stands for a glyph number in operations: the writer turns it back into the number.
pub(super) fn code(glyph: u16) -> char {
    char::from_u32(CODES + u32::from(glyph)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// First character of a private plane with room for all glyph numbers.
const CODES: u32 = 0xF_0000;

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

/// The faces of a document.
pub(super) struct Faces(BTreeMap<FaceId, Embedded>);

impl Faces {
    pub(super) fn get(&self, id: FaceId) -> Option<&Embedded> {
        self.0.get(&id)
    }

    /// The face that is embedded under this name.
    pub(super) fn named(&self, name: &[u8]) -> Option<&Embedded> {
        self.0.values().find(|face| face.id.0.as_bytes() == name)
    }

    pub(super) fn fonts(&self) -> impl Iterator<Item = (FontId, PdfFont)> + '_ {
        self.0.values().map(|face| (face.id.clone(), face.font.clone()))
    }
}

/// Cuts down every face that the document uses.
pub(super) fn embed(document: &Document, fonts: &Fonts) -> Result<Faces, PdfError> {
    let mut glyphs: BTreeMap<FaceId, BTreeSet<u16>> = BTreeMap::new();
    for run in runs(document) {
        let used = glyphs.entry(run.face).or_default();
        used.extend(run.pieces().flat_map(|(_, glyphs)| glyphs.iter().map(|glyph| glyph.id)));
    }
    let mut texts = texts(document);
    let mut faces = BTreeMap::new();
    for (id, used) in glyphs {
        let face = cut(fonts, id, &used, texts.remove(&id).unwrap_or_default())?;
        faces.insert(id, face);
    }
    Ok(Faces(faces))
}

fn runs(document: &Document) -> impl Iterator<Item = &Run> {
    document.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Run(run) => Some(run),
        _ => None,
    })
}

/// What each glyph says. Clusters of one glyph decide first; in the others the first glyph says it all, and the rest,
/// where nothing else gave them a text, repeat the last character (only viewers that ignore `ActualText` ask them).
fn texts(document: &Document) -> BTreeMap<FaceId, BTreeMap<u16, String>> {
    let mut texts: BTreeMap<FaceId, BTreeMap<u16, String>> = BTreeMap::new();
    for run in runs(document) {
        let known = texts.entry(run.face).or_default();
        for (text, glyphs) in run.pieces() {
            if let [glyph] = glyphs {
                known.entry(glyph.id).or_insert_with(|| text.into_owned());
            }
        }
    }
    for run in runs(document) {
        let known = texts.entry(run.face).or_default();
        for (text, glyphs) in run.pieces().filter(|(_, glyphs)| glyphs.len() > 1) {
            for (nth, glyph) in glyphs.iter().enumerate() {
                known.entry(glyph.id).or_insert_with(|| match nth {
                    0 => text.clone().into_owned(),
                    _ => text.chars().next_back().map(String::from).unwrap_or_default(),
                });
            }
        }
    }
    texts
}

fn cut(fonts: &Fonts, id: FaceId, used: &BTreeSet<u16>, texts: BTreeMap<u16, String>) -> Result<Embedded, PdfError> {
    let unusable = |name: &str, why: String| PdfError::Font { name: name.to_owned(), why };
    let face = fonts.face(id).ok_or_else(|| unusable("", "it was not loaded".to_owned()))?;
    let glyphs: Vec<u16> = used.iter().copied().collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
    let program = subsetter::subset(face.data, face.index, &remapper)
        .map(slim)
        .map_err(|why| unusable(&face.name, why.to_string()))?;
    let mut parsed = ParsedFont::from_bytes(&program, 0, &mut Vec::new())
        .ok_or_else(|| unusable(&face.name, "its subset cannot be read back".to_owned()))?;
    let mut widths = BTreeMap::new();
    let mut said = BTreeMap::new();
    for glyph in glyphs {
        let new = remapper.get(glyph).unwrap_or(0);
        let units = f32::from(parsed.get_glyph_width(new).unwrap_or(0));
        // Tenths: finer than that is not seen, and shorter to write than what makes up for it.
        widths.insert(new, (units * 10_000.0 / face.upem).round() / 10.0);
        parsed.codepoint_to_glyph.insert(u32::from(code(new)), new);
        said.insert(new, texts.get(&glyph).cloned().unwrap_or_default());
    }
    let name = format!("{}+{}", subset_tag(&program), name_token(&face.name));
    Ok(Embedded { id: FontId(name), font: PdfFont::new(parsed), remapper, texts: said, widths })
}

/// A TrueType program without the names and glyph names that PDF does not use: of some faces, half of it.
fn slim(program: Vec<u8>) -> Vec<u8> {
    const HEADER: usize = 12;
    const ENTRY: usize = 16;
    let table = |at: usize| program.get(HEADER + at * ENTRY..HEADER + (at + 1) * ENTRY);
    let word = |entry: &[u8], at: usize| {
        entry.get(at..at + 4).and_then(|word| word.try_into().ok()).map(|word| u32::from_be_bytes(word) as usize)
    };
    let Some([0, 1, 0, 0, high, low, ..]) = program.get(..HEADER) else { return program };
    let mut kept: Vec<(&[u8], &[u8])> = Vec::new();
    for at in 0..usize::from(u16::from_be_bytes([*high, *low])) {
        let Some(entry) = table(at) else { return program };
        let (Some(offset), Some(length)) = (word(entry, 8), word(entry, 12)) else { return program };
        let Some(data) = program.get(offset..offset.saturating_add(length)) else { return program };
        if !entry.starts_with(b"name") && !entry.starts_with(b"post") {
            kept.push((entry, data));
        }
    }
    let count = kept.len() as u16;
    let power = count.checked_ilog2().unwrap_or(0);
    let range = 16_u16 << power;
    let mut out = vec![0, 1, 0, 0];
    for part in [count, range, power as u16, (count * 16).saturating_sub(range)] {
        out.extend(part.to_be_bytes());
    }
    let mut offset = HEADER + kept.len() * ENTRY;
    for (entry, data) in &kept {
        // Tag and checksum stay as they are.
        out.extend(entry.iter().take(8));
        out.extend((offset as u32).to_be_bytes());
        out.extend((data.len() as u32).to_be_bytes());
        offset += data.len().next_multiple_of(4);
    }
    for (_, data) in &kept {
        out.extend(*data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

/// Six capitals that stand for a subset, from its content.
fn subset_tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// A font's name as a PDF name that needs no escapes.
fn name_token(name: &str) -> String {
    let kept: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40).collect();
    if kept.is_empty() { "Font".to_owned() } else { kept }
}
