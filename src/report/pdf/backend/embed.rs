//! Faces cut down to the glyphs in use, and what text each glyph stands for.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary};
use rustybuzz::ttf_parser::GlyphId;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::super::PdfError;
use super::super::fonts::{FaceId, Fonts};
use super::super::list::{Document, Item, Run};
use super::super::shape::Glyph;

/// A face as it is embedded.
pub(super) struct Embedded {
    /// Its name in the file: that of the face, with a tag that stands for the glyphs in use.
    pub(super) name: String,
    program: Program,
    metrics: Metrics,
    remapper: GlyphRemapper,
    /// The text that copying a glyph gives, by its number in the cut-down font.
    texts: BTreeMap<u16, String>,
    /// Widths as the PDF states them, in thousandths of an em, by the same number.
    widths: BTreeMap<u16, f32>,
}

/// A font program as PDF takes it.
enum Program {
    TrueType(Vec<u8>),
    /// Outlines in the compact format, without what OpenType wraps around them.
    Compact(Vec<u8>),
}

/// Measures of a face, in thousandths of an em.
struct Metrics {
    ascent: i64,
    descent: i64,
    bounds: [i64; 4],
}

impl Embedded {
    /// Adds the font to the file; returns its number there.
    pub(super) fn describe(&self, file: &mut File) -> ObjectId {
        let name = || Object::Name(self.name.clone().into_bytes());
        let (kind, key, program) = match &self.program {
            Program::TrueType(bytes) => {
                let entries = dictionary! { "Length1" => bytes.len() as i64 };
                ("CIDFontType2", "FontFile2", Stream::new(entries, bytes.clone()))
            }
            Program::Compact(bytes) => {
                let entries = dictionary! { "Subtype" => "CIDFontType0C" };
                ("CIDFontType0", "FontFile3", Stream::new(entries, bytes.clone()))
            }
        };
        let program = file.add_object(program);
        let table = file.add_object(Stream::new(Dictionary::new(), self.unicode_table().into_bytes()));
        let descriptor = file.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => name(),
            "Ascent" => self.metrics.ascent,
            "Descent" => self.metrics.descent,
            "CapHeight" => self.metrics.ascent,
            "ItalicAngle" => 0,
            // Letters, upright.
            "Flags" => 32,
            "StemV" => 80,
            "FontBBox" => self.metrics.bounds.map(Object::Integer).to_vec(),
            key => Object::Reference(program),
        });
        let mut descendant = dictionary! {
            "Type" => "Font",
            "BaseFont" => name(),
            "Subtype" => kind,
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "W" => self.width_array(),
            "DW" => 1000,
            "FontDescriptor" => Object::Reference(descriptor),
        };
        if matches!(self.program, Program::TrueType(_)) {
            descendant.set("CIDToGIDMap", "Identity");
        }
        file.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name(),
            "Encoding" => "Identity-H",
            "ToUnicode" => Object::Reference(table),
            "DescendantFonts" => vec![Object::Dictionary(descendant)],
        })
    }

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

    /// The `/W` array, with tenths: with whole units lines would drift.
    fn width_array(&self) -> Vec<lopdf::Object> {
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
    fn unicode_table(&self) -> String {
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

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

/// The faces of a document.
pub(super) struct Faces(BTreeMap<FaceId, Embedded>);

impl Faces {
    pub(super) fn get(&self, id: FaceId) -> Option<&Embedded> {
        self.0.get(&id)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Embedded> {
        self.0.values()
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
    let mut widths = BTreeMap::new();
    let mut said = BTreeMap::new();
    for glyph in glyphs {
        let new = remapper.get(glyph).unwrap_or(0);
        let units = f32::from(face.shaper.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0));
        // Tenths: finer than that is not seen, and shorter to write than what makes up for it.
        widths.insert(new, (units * 10_000.0 / face.upem).round() / 10.0);
        said.insert(new, texts.get(&glyph).cloned().unwrap_or_default());
    }
    let thousandths = |units: i16| (f32::from(units) * 1000.0 / face.upem).round() as i64;
    let bounds = face.shaper.global_bounding_box();
    let metrics = Metrics {
        ascent: thousandths(face.shaper.ascender()),
        descent: thousandths(face.shaper.descender()),
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths),
    };
    let name = format!("{}+{}", subset_tag(&program), name_token(&face.name));
    let program = match compact(&program) {
        Some(outlines) => Program::Compact(outlines.to_vec()),
        None => Program::TrueType(program),
    };
    Ok(Embedded { name, program, metrics, remapper, texts: said, widths })
}

/// The tables of an OpenType program: entry and data.
fn tables(program: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
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

/// The outlines of a program in the compact format. Wrapped up, they are not understood alike everywhere.
fn compact(program: &[u8]) -> Option<&[u8]> {
    let tables = program.starts_with(b"OTTO").then(|| tables(program)).flatten()?;
    tables.into_iter().find(|(entry, _)| entry.starts_with(b"CFF ")).map(|(_, data)| data)
}

/// A TrueType program without the names and glyph names that PDF does not use: of some faces, half of it.
fn slim(program: Vec<u8>) -> Vec<u8> {
    let Some(all) = program.starts_with(&[0, 1, 0, 0]).then(|| tables(&program)).flatten() else { return program };
    let kept: Vec<_> =
        all.into_iter().filter(|(entry, _)| !entry.starts_with(b"name") && !entry.starts_with(b"post")).collect();
    let count = kept.len() as u16;
    let power = count.checked_ilog2().unwrap_or(0);
    let range = 16_u16 << power;
    let mut out = vec![0, 1, 0, 0];
    for part in [count, range, power as u16, (count * 16).saturating_sub(range)] {
        out.extend(part.to_be_bytes());
    }
    let mut offset = 12 + kept.len() * 16;
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
