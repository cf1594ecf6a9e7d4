//! Faces cut down to the glyphs in use, and what text each glyph stands for.
//!
//! Most reports need no letter beyond those of their language. They share one cut, made and packed once a run: it holds
//! the whole alphabet, so that it is the same for every partner. Only a document with other letters is cut for itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};

use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary};
use rustybuzz::ttf_parser::GlyphId;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::super::PdfError;
use super::super::fonts::{FaceId, Fonts, Weight};
use super::super::list::{Document, Item, Piece, Run};
use super::super::shape::{Base, Glyph, Shaped, Shaper};
use super::save::{Packing, deflate};
use super::slim::{slim, tables};
use crate::text::Lang;

/// A face as it is embedded.
pub(in crate::report::pdf) struct Embedded {
    /// Its name in the file: that of the face, with a tag that stands for the glyphs in use.
    pub(super) name: String,
    program: Program,
    metrics: Metrics,
    /// By the glyph's number in the face: its place in `shown`, and [`NOT_SHOWN`] for those that are left out.
    places: Vec<u16>,
    /// The glyphs in use, by their number in the face.
    shown: Vec<Shown>,
    /// The `/ToUnicode` table, packed.
    unicode: Stream,
}

const NOT_SHOWN: u16 = u16::MAX;

/// A glyph of an embedded face.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// Its number in the cut-down font.
    pub(super) number: u16,
    /// The width that viewers advance by, in thousandths of an em.
    pub(super) width: f32,
    /// The text that copying it gives.
    pub(super) text: String,
}

/// A font program as PDF takes it, packed.
enum Program {
    TrueType(Stream),
    /// Outlines in the compact format, without what OpenType wraps around them.
    Compact(Stream),
}

/// Measures of a face, in thousandths of an em.
struct Metrics {
    ascent: i64,
    descent: i64,
    bounds: [i64; 4],
}

/// What a glyph that is not there shows.
static NOTHING: Shown = Shown { number: 0, width: 0.0, text: String::new() };

impl Embedded {
    /// Adds the font to the file; returns its number there.
    pub(super) fn describe(&self, file: &mut File) -> ObjectId {
        let name = || Object::Name(self.name.clone().into_bytes());
        let (kind, key, program) = match &self.program {
            Program::TrueType(program) => ("CIDFontType2", "FontFile2", program),
            Program::Compact(program) => ("CIDFontType0", "FontFile3", program),
        };
        let program = file.add_object(program.clone());
        let table = file.add_object(self.unicode.clone());
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

    /// What becomes of a glyph of the face.
    pub(super) fn shown(&self, id: u16) -> &Shown {
        self.find(id).unwrap_or(&NOTHING)
    }

    fn find(&self, id: u16) -> Option<&Shown> {
        self.shown.get(usize::from(*self.places.get(usize::from(id))?))
    }

    /// Whether copying the glyphs of a cluster gives its text without further help.
    pub(super) fn speaks(&self, text: &str, glyphs: &[Glyph]) -> bool {
        let [glyph] = glyphs else { return false };
        let said = self.shown(glyph.id).text.as_str();
        said == text || (is_blank(said) && is_blank(text))
    }

    /// The `/W` array, with tenths: with whole units lines would drift.
    fn width_array(&self) -> Vec<lopdf::Object> {
        let mut groups: Vec<(u16, Vec<lopdf::Object>)> = Vec::new();
        for &Shown { number, width, .. } in &self.shown {
            let value = if width.fract() == 0.0 { (width as i64).into() } else { lopdf::Object::Real(width) };
            match groups.last_mut() {
                Some((first, all)) if usize::from(*first) + all.len() == usize::from(number) => all.push(value),
                _ => groups.push((number, vec![value])),
            }
        }
        groups.into_iter().flat_map(|(first, widths)| [i64::from(first).into(), widths.into()]).collect()
    }
}

/// The `/ToUnicode` table: what copying gives for each glyph.
fn unicode_table(shown: &[Shown]) -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo \
         <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName/Adobe-Identity-UCS def\n\
         /CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let speaking: Vec<&Shown> = shown.iter().filter(|shown| !shown.text.is_empty()).collect();
    // A block holds a hundred entries at most.
    for block in speaking.chunks(100) {
        out.push_str(&format!("{} beginbfchar\n", block.len()));
        for Shown { number, text, .. } in block {
            out.push_str(&format!("<{number:04X}> <"));
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

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

/// The faces of a document.
pub(super) struct Faces(BTreeMap<FaceId, Arc<Embedded>>);

impl Faces {
    /// A face, and its number among those of the document: pages call it by that.
    pub(super) fn get(&self, id: FaceId) -> Option<(usize, &Embedded)> {
        let number = self.0.keys().position(|known| *known == id)?;
        Some((number, self.0.get(&id)?))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Embedded> {
        self.0.values().map(Arc::as_ref)
    }
}

/// The alphabets of a run's languages in the faces of plain text.
#[derive(Default)]
pub(in crate::report::pdf) struct Alphabets(RwLock<BTreeMap<(FaceId, Lang), Arc<Embedded>>>);

/// Cuts down every face that the document uses.
pub(super) fn embed(document: &Document, lang: Lang, fonts: &Fonts) -> Result<Faces, PdfError> {
    let mut used: BTreeMap<FaceId, Used> = BTreeMap::new();
    for run in runs(document) {
        let used = used.entry(run.face).or_default();
        run.glyphs().for_each(|glyph| {
            used.insert(glyph.id);
        });
    }
    let mut faces = BTreeMap::new();
    for (id, used) in used {
        let shared = match [Weight::Regular, Weight::Bold].into_iter().find(|weight| Fonts::main(*weight) == id) {
            Some(weight) => {
                Some(alphabet(fonts, weight, lang)?).filter(|all| used.glyphs().all(|g| all.find(g).is_some()))
            }
            None => None,
        };
        let face = match shared {
            Some(shared) => shared,
            None => {
                let own = || runs(document).filter(|run| run.face == id).flat_map(Run::pieces);
                Arc::new(cut(fonts, id, used.glyphs(), texts(own))?)
            }
        };
        faces.insert(id, face);
    }
    Ok(Faces(faces))
}

/// A set of glyphs.
struct Used(Vec<u64>);

impl Default for Used {
    fn default() -> Self {
        Self(vec![0; 1 << 10])
    }
}

impl Used {
    /// Adds a glyph; says whether it is new.
    fn insert(&mut self, glyph: u16) -> bool {
        let Some(word) = self.0.get_mut(usize::from(glyph >> 6)) else { return false };
        let before = *word;
        *word |= 1 << (glyph & 63);
        *word != before
    }

    /// The glyphs, ascending.
    fn glyphs(&self) -> impl Iterator<Item = u16> {
        let words = self.0.iter().enumerate().filter(|(_, word)| **word != 0);
        words.flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| (at as u16) << 6 | bit)
        })
    }
}

fn runs(document: &Document) -> impl Iterator<Item = &Run> {
    document.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Run(run) => Some(run),
        _ => None,
    })
}

/// The letters of a language in a face of plain text: what its own texts are written with, and all of ASCII. Holds
/// nothing of any partner.
fn alphabet(fonts: &Fonts, weight: Weight, lang: Lang) -> Result<Arc<Embedded>, PdfError> {
    let key = (Fonts::main(weight), lang);
    if let Some(known) = fonts.alphabets.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(Arc::clone(known));
    }
    let mut letters: BTreeSet<char> = (' '..='~').collect();
    letters.extend(lang.text().unwrap_or_default().chars().filter(|c| !c.is_ascii()));
    let mut shaper = Shaper::new(fonts);
    let mut shaped: Vec<Arc<Shaped>> =
        letters.iter().map(|letter| shaper.shape(letter.encode_utf8(&mut [0; 4]), weight, Base::Ltr)).collect();
    shaped.push(shaper.shape(LIGATURES, weight, Base::Ltr));
    let pieces = || {
        let all = shaped.iter().flat_map(|shaped| shaped.clusters.iter().map(move |cluster| (shaped, cluster)));
        all.filter(|(_, cluster)| cluster.face == key.0).map(|(shaped, cluster)| shaped.piece(cluster))
    };
    let glyphs: BTreeSet<u16> = pieces().flat_map(|(_, glyphs)| glyphs.iter().map(|glyph| glyph.id)).collect();
    let made = Arc::new(cut(fonts, key.0, glyphs.into_iter(), texts(pieces))?);
    fonts.alphabets.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&made));
    Ok(made)
}

/// Letters that fonts join.
const LIGATURES: &str = "ff fi fl ffi ffl";

/// What each glyph says. Clusters of one glyph decide first; in the others the first glyph says it all, and the rest,
/// where nothing else gave them a text, repeat the last character (only viewers that ignore `ActualText` ask them).
fn texts<'a, P: Iterator<Item = Piece<'a>>>(pieces: impl Fn() -> P) -> BTreeMap<u16, String> {
    let mut known: BTreeMap<u16, String> = BTreeMap::new();
    let mut seen = Used::default();
    let mut joined = false;
    for (text, glyphs) in pieces() {
        match glyphs {
            [glyph] if seen.insert(glyph.id) => {
                known.insert(glyph.id, text.into_owned());
            }
            [_] => {}
            _ => joined = true,
        }
    }
    for (text, glyphs) in pieces().filter(|(_, glyphs)| joined && glyphs.len() > 1) {
        for (nth, glyph) in glyphs.iter().enumerate() {
            if seen.insert(glyph.id) {
                let said = match nth {
                    0 => text.clone().into_owned(),
                    _ => text.chars().next_back().map(String::from).unwrap_or_default(),
                };
                known.insert(glyph.id, said);
            }
        }
    }
    known
}

/// Cuts a face down to some of its glyphs, which come in ascending order.
fn cut(
    fonts: &Fonts,
    id: FaceId,
    used: impl Iterator<Item = u16>,
    mut texts: BTreeMap<u16, String>,
) -> Result<Embedded, PdfError> {
    let unusable = |name: &str, why: String| PdfError::Font { name: name.to_owned(), why };
    let face = fonts.face(id).ok_or_else(|| unusable("", "it was not loaded".to_owned()))?;
    let glyphs: Vec<u16> = used.collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
    let program = subsetter::subset(face.data, face.index, &remapper)
        .map(slim)
        .map_err(|why| unusable(&face.name, why.to_string()))?;
    let mut places = vec![NOT_SHOWN; glyphs.last().map_or(0, |last| usize::from(*last) + 1)];
    let mut shown = Vec::with_capacity(glyphs.len());
    for (at, glyph) in glyphs.into_iter().enumerate() {
        let units = f32::from(face.shaper.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0));
        if let Some(place) = places.get_mut(usize::from(glyph)) {
            *place = at as u16;
        }
        shown.push(Shown {
            number: remapper.get(glyph).unwrap_or(0),
            // Tenths: finer than that is not seen, and shorter to write than what makes up for it.
            width: (units * 10_000.0 / face.upem).round() / 10.0,
            text: texts.remove(&glyph).unwrap_or_default(),
        });
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
        Some(outlines) => {
            Program::Compact(packed(dictionary! { "Subtype" => "CIDFontType0C" }, outlines, Packing::Outlines)?)
        }
        None => {
            Program::TrueType(packed(dictionary! { "Length1" => program.len() as i64 }, &program, Packing::Outlines)?)
        }
    };
    let unicode = packed(Dictionary::new(), unicode_table(&shown).as_bytes(), Packing::Text)?;
    Ok(Embedded { name, program, metrics, places, shown, unicode })
}

/// A stream that is packed already.
fn packed(mut entries: Dictionary, content: &[u8], packing: Packing) -> Result<Stream, PdfError> {
    entries.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    Ok(Stream::new(entries, deflate(content, packing)?))
}

/// The outlines of a program in the compact format. Wrapped up, they are not understood alike everywhere.
fn compact(program: &[u8]) -> Option<&[u8]> {
    let tables = program.starts_with(b"OTTO").then(|| tables(program)).flatten()?;
    tables.into_iter().find(|(entry, _)| entry.starts_with(b"CFF ")).map(|(_, data)| data)
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
