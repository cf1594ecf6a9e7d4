//! Faces cut down to the glyphs in use, and what text each glyph stands for.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::super::fonts::{FaceId, Fonts};
use super::super::list::{Document, Item, Run, RunCluster};
use super::super::PdfError;

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
    pub(super) fn speaks(&self, cluster: &RunCluster) -> bool {
        let [glyph] = cluster.glyphs.as_slice() else { return false };
        let text = self.text(self.glyph(glyph.id));
        text == cluster.text || (is_blank(text) && is_blank(&cluster.text))
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

    pub(super) fn fonts(&self) -> impl Iterator<Item = (FontId, PdfFont)> + '_ {
        self.0.values().map(|face| (face.id.clone(), face.font.clone()))
    }
}

/// Cuts down every face that the document uses.
pub(super) fn embed(document: &Document, fonts: &Fonts) -> Result<Faces, PdfError> {
    let mut glyphs: BTreeMap<FaceId, BTreeSet<u16>> = BTreeMap::new();
    for run in runs(document) {
        let used = glyphs.entry(run.face).or_default();
        used.extend(run.clusters.iter().flat_map(|cluster| cluster.glyphs.iter().map(|glyph| glyph.id)));
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
        for cluster in &run.clusters {
            if let [glyph] = cluster.glyphs.as_slice() {
                if !known.contains_key(&glyph.id) {
                    known.insert(glyph.id, cluster.text.clone());
                }
            }
        }
    }
    for run in runs(document) {
        let known = texts.entry(run.face).or_default();
        for cluster in run.clusters.iter().filter(|cluster| cluster.glyphs.len() > 1) {
            for (nth, glyph) in cluster.glyphs.iter().enumerate() {
                known.entry(glyph.id).or_insert_with(|| match nth {
                    0 => cluster.text.clone(),
                    _ => cluster.text.chars().next_back().map(String::from).unwrap_or_default(),
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
    let program = subsetter::subset(face.data, face.index, &remapper).map_err(|why| unusable(&face.name, why.to_string()))?;
    let parsed = ParsedFont::from_bytes(&program, 0, &mut Vec::new())
        .ok_or_else(|| unusable(&face.name, "its subset cannot be read back".to_owned()))?;
    let mut widths = BTreeMap::new();
    let mut said = BTreeMap::new();
    for glyph in glyphs {
        let new = remapper.get(glyph).unwrap_or(0);
        let units = f32::from(parsed.get_glyph_width(new).unwrap_or(0));
        // The writer cuts widths off rather than rounding them.
        widths.insert(new, (units * 1000.0 / face.upem).floor());
        said.insert(new, texts.get(&glyph).cloned().unwrap_or_default());
    }
    let name = format!("{}+{}", subset_tag(&program), name_token(&face.name));
    Ok(Embedded { id: FontId(name), font: PdfFont::new(parsed), remapper, texts: said, widths })
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
