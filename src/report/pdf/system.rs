//! Fonts that are not shipped: those of a folder the user names, then those of the system, in a fixed order.

use std::path::Path;
use std::sync::OnceLock;

use fontdb::{Database, ID, Source, Style};
use rustybuzz::ttf_parser;

use super::clean::is_invisible;
use super::fonts::{Face, Weight};

/// Families asked first, best first. East Asian ones come in groups, because the languages draw shared characters
/// differently: see [`System::choose`].
const JAPANESE: &[&str] =
    &["Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic", "Meiryo", "MS Gothic"];
const KOREAN: &[&str] = &["Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"];
const CHINESE: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK TC",
    "PingFang TC",
    "Microsoft JhengHei",
];
const OTHERS: &[&str] = &[
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Leelawadee UI",
    "Nirmala UI",
    "Segoe UI",
    "Segoe UI Symbol",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Noto Emoji",
    "Droid Sans Fallback",
    "Arial Unicode MS",
];

/// Files beyond this are not fonts that a report needs.
const LARGEST_FILE: usize = 96 << 20;

/// The face that could be used, and what is known of it.
struct Candidate {
    id: ID,
    name: String,
    bold: bool,
    /// Place of the family in the list for no hint, Korean, Chinese.
    rank: [usize; 3],
    coverage: OnceLock<Vec<(u32, u32)>>,
    face: OnceLock<Option<Face>>,
}

/// The fonts found in the folder and the system.
pub(crate) struct System {
    database: Database,
    candidates: Vec<Candidate>,
}

impl System {
    /// Lists what is there; reads names only.
    pub(crate) fn scan(folder: Option<&Path>) -> Self {
        let mut database = Database::new();
        if let Some(folder) = folder {
            database.load_fonts_dir(folder);
        }
        let own: Vec<ID> = database.faces().map(|face| face.id).collect();
        database.load_system_fonts();
        let mut candidates: Vec<Candidate> = database
            .faces()
            .filter(|face| face.style == Style::Normal && (300..=700).contains(&face.weight.0))
            .map(|face| {
                let family = face.families.first().map_or("", |(name, _)| name.as_str());
                let rank = if own.contains(&face.id) { [0; 3] } else { ranks(family) };
                let bold = face.weight.0 >= 600;
                Candidate {
                    id: face.id,
                    name: face.post_script_name.clone(),
                    bold,
                    rank,
                    coverage: OnceLock::new(),
                    face: OnceLock::new(),
                }
            })
            .collect();
        // The order of directories differs between machines; the order of names does not.
        candidates.sort_by(|a, b| (a.rank, &a.name, a.bold).cmp(&(b.rank, &b.name, b.bold)));
        Self { database, candidates }
    }

    pub(crate) fn face(&self, index: usize) -> Option<&Face> {
        self.candidates.get(index)?.face.get()?.as_ref()
    }

    /// The best face that has every character of the cluster. `hint`: 1 if the text around is Korean, 2 if it is
    /// Chinese, else 0 (Japanese forms first).
    pub(crate) fn choose(&self, cluster: &str, weight: Weight, hint: u8) -> Option<usize> {
        let hint = usize::from(hint.min(2));
        let mut order: Vec<usize> = (0..self.candidates.len()).collect();
        let wanted = weight == Weight::Bold;
        order.sort_by_key(|&index| {
            self.candidates
                .get(index)
                .map(|c| (c.rank.get(hint).copied().unwrap_or(usize::MAX), c.bold != wanted, index))
        });
        order.into_iter().find(|&index| self.covers(index, cluster) && self.load(index))
    }

    fn covers(&self, index: usize, cluster: &str) -> bool {
        let Some(candidate) = self.candidates.get(index) else { return false };
        let ranges = candidate
            .coverage
            .get_or_init(|| self.database.with_face_data(candidate.id, coverage).flatten().unwrap_or_default());
        let listed = cluster.chars().filter(|&c| !is_invisible(c)).all(|c| {
            let code = u32::from(c);
            let after = ranges.partition_point(|&(first, _)| first <= code);
            after.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|&(_, last)| code <= last)
        });
        // Some faces list characters that they have no shape for.
        listed
            && self.database.with_face_data(candidate.id, |data, index| has_glyphs(data, index, cluster)) == Some(true)
    }

    /// Reads the face's file for good, if that has not been done.
    fn load(&self, index: usize) -> bool {
        let Some(candidate) = self.candidates.get(index) else { return false };
        candidate
            .face
            .get_or_init(|| {
                let face = self.database.face(candidate.id)?;
                // Faces live as long as the run, and a run loads a handful of them at most.
                let data: &'static [u8] = match &face.source {
                    Source::Binary(_) | Source::File(_) | Source::SharedFile(..) => self
                        .database
                        .with_face_data(candidate.id, |data, _| (data.len() <= LARGEST_FILE).then(|| data.to_vec()))
                        .flatten()?
                        .leak(),
                };
                Face::parse(&candidate.name, data, face.index)
            })
            .is_some()
    }
}

fn ranks(family: &str) -> [usize; 3] {
    [[JAPANESE, KOREAN, CHINESE], [KOREAN, JAPANESE, CHINESE], [CHINESE, JAPANESE, KOREAN]].map(|groups| {
        let mut names = groups.iter().flat_map(|group| group.iter()).chain(OTHERS);
        // Monospaced and serif cuts are a last resort among the unlisted.
        let last = 1000 + usize::from(family.contains("Mono") || family.contains("Serif"));
        names.position(|name| *name == family).map_or(last, |place| place + 1)
    })
}

fn has_glyphs(data: &[u8], index: u32, cluster: &str) -> bool {
    ttf_parser::Face::parse(data, index).is_ok_and(|face| {
        cluster.chars().filter(|&c| !is_invisible(c)).all(|c| face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0))
    })
}

/// The characters of a face as sorted ranges; nothing if its outlines or its licence do not allow embedding.
fn coverage(data: &[u8], index: u32) -> Option<Vec<(u32, u32)>> {
    let face = ttf_parser::Face::parse(data, index).ok()?;
    if face.tables().glyf.is_none() && face.tables().cff.is_none() {
        return None;
    }
    if face.is_variable() || face.permissions() == Some(ttf_parser::Permissions::Restricted) {
        return None;
    }
    let mut codes = Vec::new();
    for table in face.tables().cmap?.subtables.into_iter().filter(|table| table.is_unicode()) {
        let mut listed = Vec::new();
        table.codepoints(|code| listed.push(code));
        // The fullest table has what the others have.
        if listed.len() > codes.len() {
            codes = listed;
        }
    }
    if !codes.is_sorted() {
        codes.sort_unstable();
    }
    codes.dedup();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in codes {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    Some(ranges)
}
