//! The font faces of a run, and which of them can show a character.
//!
//! Shipped faces come first (Noto Sans, then DejaVu Sans). The fonts of the user's folder and of the system are only
//! looked at once a character needs them, so that the usual report starts without touching the disk.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Script, ShapePlan};

use super::backend::Alphabets;
use super::clean::is_invisible;
use super::shape::{Base, Shaped, Texts};
use super::system::System;

/// Regular or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A face of this run: shipped ones first, then the system's in a fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FaceId(u16);

impl FaceId {
    /// No face at all.
    pub(crate) const NONE: Self = Self(u16::MAX);
}

/// A parsed face. Its bytes live as long as the program: shipped ones are part of it, others are read at most once.
pub(crate) struct Face {
    /// `PostScript` name, unique enough to order fonts by.
    pub(crate) name: String,
    pub(crate) data: &'static [u8],
    /// Index within a font collection.
    pub(crate) index: u32,
    pub(crate) shaper: rustybuzz::Face<'static>,
    /// Font units to the em.
    pub(crate) upem: f32,
}

impl Face {
    pub(crate) fn parse(name: &str, data: &'static [u8], index: u32) -> Option<Self> {
        let shaper = rustybuzz::Face::from_slice(data, index)?;
        let upem = shaper.units_per_em().max(1) as f32;
        Some(Self { name: name.to_owned(), data, index, shaper, upem })
    }

    fn has(&self, c: char) -> bool {
        self.shaper.glyph_index(c).is_some_and(|glyph| glyph != GlyphId(0))
    }

    /// Whether every visible character of a cluster has a glyph.
    fn covers(&self, cluster: &str) -> bool {
        cluster.chars().all(|c| is_invisible(c) || self.has(c))
    }
}

/// Key of a shape plan: face, whether right to left, script tag.
type PlanKey = (FaceId, bool, Option<Script>);

/// The fonts of a run, loaded once and shared by its threads.
pub struct Fonts {
    shipped: Vec<Face>,
    folder: Option<PathBuf>,
    system: OnceLock<System>,
    /// Looked up by key only, never walked.
    plans: RwLock<HashMap<PlanKey, Arc<ShapePlan>>>,
    /// Which system face shows a cluster; `None` if none does.
    chosen: RwLock<BTreeMap<(String, Weight, u8), Option<FaceId>>>,
    /// Texts that several documents have, such as labels. Looked up by key only.
    shaped: RwLock<Kept>,
    /// Which characters the faces of plain text have, as bits.
    letters: [OnceLock<Vec<u64>>; 2],
    /// What most documents embed.
    pub(super) alphabets: Alphabets,
}

/// Shaped texts that are kept for other documents.
#[derive(Default)]
struct Kept {
    texts: Texts,
    /// Clusters of all of them.
    clusters: usize,
    /// Hashes of texts that one document had.
    met: HashSet<u64>,
}

/// Texts of one document each that are remembered as such.
const MET: usize = 500_000;

/// Characters below this one are looked up in a table.
const LETTERS: u32 = 0x2100;

/// Clusters that are kept at most: some 20 MB.
const KEPT: usize = 200_000;

impl Fonts {
    /// The shipped fonts, and later, if a character needs them, those of `extra_folder` and of the system.
    pub fn load(extra_folder: Option<&Path>) -> Self {
        let shipped = [
            ("NotoSans-Regular", notosans::REGULAR_TTF),
            ("NotoSans-Bold", notosans::BOLD_TTF),
            ("DejaVuSans", dejavu::sans::regular()),
            ("DejaVuSans-Bold", dejavu::sans::bold()),
        ];
        Self {
            shipped: shipped.into_iter().filter_map(|(name, data)| Face::parse(name, data, 0)).collect(),
            folder: extra_folder.map(Path::to_path_buf),
            system: OnceLock::new(),
            plans: RwLock::new(HashMap::new()),
            chosen: RwLock::new(BTreeMap::new()),
            shaped: RwLock::default(),
            letters: Default::default(),
            alphabets: Alphabets::default(),
        }
    }

    /// The face of plain Latin text.
    pub(crate) fn main(weight: Weight) -> FaceId {
        FaceId(match weight {
            Weight::Regular => 0,
            Weight::Bold => 1,
        })
    }

    pub(crate) fn face(&self, id: FaceId) -> Option<&Face> {
        let index = usize::from(id.0);
        match self.shipped.get(index) {
            Some(face) => Some(face),
            None => self.system.get()?.face(index.checked_sub(self.shipped.len())?),
        }
    }

    /// The face for a cluster: Noto Sans, else the face of the cluster before, else DejaVu Sans, else a font of the
    /// folder or the system. `hint` says which East Asian language the text around is in (see [`System::choose`]).
    pub(crate) fn choose(&self, cluster: &str, weight: Weight, before: Option<FaceId>, hint: u8) -> Option<FaceId> {
        let main = Self::main(weight);
        let spare = FaceId(main.0 + 2);
        for id in [Some(main), before, Some(spare)].into_iter().flatten() {
            if self.face(id).is_some_and(|face| face.covers(cluster)) {
                return Some(id);
            }
        }
        let key = (cluster.to_owned(), weight, hint);
        if let Some(&known) = self.chosen.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known;
        }
        let system = self.system.get_or_init(|| System::scan(self.folder.as_deref()));
        let found = system
            .choose(cluster, weight, hint)
            .and_then(|index| u16::try_from(index + self.shipped.len()).ok().map(FaceId));
        self.chosen.write().unwrap_or_else(PoisonError::into_inner).insert(key, found);
        found
    }

    /// A text as it was shaped for another document of the run.
    pub(crate) fn shaped(&self, text: &str, weight: Weight, base: Base) -> Option<Arc<Shaped>> {
        let kept = self.shaped.read().unwrap_or_else(PoisonError::into_inner);
        kept.texts.get(text, weight, base).map(Arc::clone)
    }

    /// Keeps a shaped text for other documents, once a second one has it and while there is room: shaping gives the same
    /// whether or not it is kept, and most names are met only once.
    pub(crate) fn remember(&self, text: &str, weight: Weight, base: Base, shaped: &Arc<Shaped>) {
        let mut kept = self.shaped.write().unwrap_or_else(PoisonError::into_inner);
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one((text, weight, base));
        if kept.met.len() < MET && kept.met.insert(hash) {
            return;
        }
        if kept.clusters + shaped.clusters.len() <= KEPT && kept.texts.insert(text, weight, base, shaped) {
            kept.clusters += shaped.clusters.len();
        }
    }

    /// Whether the face of plain text has a character below U+2100.
    pub(crate) fn main_has(&self, weight: Weight, c: char) -> bool {
        let all = self.letters[usize::from(weight == Weight::Bold)].get_or_init(|| {
            let face = self.face(Self::main(weight));
            let has = |c: u32| face.zip(char::from_u32(c)).is_some_and(|(face, c)| face.has(c));
            (0..LETTERS / 64)
                .map(|word| (0..64).fold(0, |bits, bit| bits | u64::from(has(word * 64 + bit)) << bit))
                .collect()
        });
        let c = u32::from(c);
        all.get((c / 64) as usize).is_some_and(|bits| bits >> (c % 64) & 1 == 1)
    }

    /// The plan for shaping with a face; made once, because making it costs more than shaping a name.
    pub(crate) fn plan(&self, id: FaceId, face: &Face, rtl: bool, script: Option<Script>) -> Arc<ShapePlan> {
        let key = (id, rtl, script);
        if let Some(plan) = self.plans.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(plan);
        }
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let plan = Arc::new(ShapePlan::new(&face.shaper, direction, script, None, &[]));
        self.plans.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&plan));
        plan
    }
}
