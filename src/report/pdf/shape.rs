//! Text becomes glyphs: direction by the bidirectional algorithm, a face for every cluster, shapes by the font's rules.
//!
//! All widths are in ems, so that one shaping serves every size.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rustybuzz::{Direction, Script, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::BreakOpportunity;
use unicode_segmentation::UnicodeSegmentation;

use super::clean::{clean, is_invisible};
use super::fonts::{FaceId, Fonts, Weight};

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Base {
    /// A sentence in the report's language: left to right.
    Ltr,
    /// A name or value of a stranger: as its first letter says.
    Auto,
}

/// A glyph with its advance and offset in ems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
}

/// The smallest piece of text that has glyphs of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cluster {
    /// Bytes of [`Shaped::text`].
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) face: FaceId,
    pub(crate) level: u8,
    /// Glyphs of [`Shaped::glyphs`], in the order they stand on the line.
    pub(crate) first: usize,
    pub(crate) count: usize,
    pub(crate) advance: f32,
    pub(crate) space: bool,
}

/// A shaped text, clusters in reading order.
#[derive(Debug, Default)]
pub(crate) struct Shaped {
    pub(crate) text: String,
    pub(crate) clusters: Vec<Cluster>,
    pub(crate) glyphs: Vec<Glyph>,
    /// Clusters before which a line may end, ascending; the last is the number of clusters.
    pub(crate) breaks: Vec<usize>,
    pub(crate) rtl: bool,
    /// Width on one line, in ems.
    pub(crate) width: f32,
    /// Width of the widest part that does not break, in ems.
    pub(crate) widest_word: f32,
    /// Characters that no font has.
    pub(crate) missing: Vec<char>,
}

/// Shapes the texts of one document; equal texts are shaped once, those of several documents mostly once a run.
pub(crate) struct Shaper<'a> {
    fonts: &'a Fonts,
    done: Texts,
    /// Characters that no font has.
    pub(crate) missing: BTreeSet<char>,
}

/// Shaped texts by what decides how they are shaped. Looked up only, never walked.
#[derive(Default)]
pub(crate) struct Texts([HashMap<Box<str>, Arc<Shaped>>; 4]);

impl Texts {
    fn place(weight: Weight, base: Base) -> usize {
        usize::from(weight == Weight::Bold) * 2 + usize::from(base == Base::Auto)
    }

    pub(crate) fn get(&self, text: &str, weight: Weight, base: Base) -> Option<&Arc<Shaped>> {
        self.0[Self::place(weight, base)].get(text)
    }

    /// Keeps a shaped text; says whether it is new.
    pub(crate) fn insert(&mut self, text: &str, weight: Weight, base: Base, shaped: &Arc<Shaped>) -> bool {
        self.0[Self::place(weight, base)].insert(text.into(), Arc::clone(shaped)).is_none()
    }
}

/// Longer texts are hardly ever met again in another document; the rules in plain words are shorter.
const SHORT: usize = 600;

impl<'a> Shaper<'a> {
    pub(crate) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, done: Texts::default(), missing: BTreeSet::new() }
    }

    pub(crate) fn shape(&mut self, text: &str, weight: Weight, base: Base) -> Arc<Shaped> {
        if let Some(shaped) = self.done.get(text, weight, base) {
            return Arc::clone(shaped);
        }
        let short = text.len() <= SHORT;
        let shaped = match self.fonts.shaped(text, weight, base).filter(|_| short) {
            Some(known) => known,
            None => {
                let shaped = Arc::new(self.shape_new(&clean(text), weight, base));
                if short {
                    self.fonts.remember(text, weight, base, &shaped);
                }
                shaped
            }
        };
        self.missing.extend(&shaped.missing);
        self.done.insert(text, weight, base, &shaped);
        shaped
    }

    fn shape_new(&self, text: &str, weight: Weight, base: Base) -> Shaped {
        let mut shaped = Shaped { text: text.to_owned(), ..Shaped::default() };
        let main = Fonts::main(weight);
        if text.is_ascii() {
            self.shape_item(&mut shaped, Item { start: 0, end: text.len(), face: main, level: 0, script: LATIN });
        } else if text.chars().all(|c| is_plain(c) && (is_invisible(c) || self.fonts.main_has(weight, c))) {
            for item in stretches(text, main) {
                self.shape_item(&mut shaped, item);
            }
        } else {
            let level = match base {
                Base::Ltr => Some(Level::ltr()),
                Base::Auto => None,
            };
            let bidi = BidiInfo::new(text, level);
            shaped.rtl = bidi.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
            for item in self.itemise(text, weight, &bidi.levels, &mut shaped.missing) {
                self.shape_item(&mut shaped, item);
            }
        }
        find_breaks(&mut shaped);
        shaped
    }

    /// Cuts a text into stretches of one direction, one face and one script.
    fn itemise(&self, text: &str, weight: Weight, levels: &[Level], missing: &mut Vec<char>) -> Vec<Item> {
        let hint = east_asian_hint(text);
        let mut items: Vec<Item> = Vec::new();
        let mut before: Option<FaceId> = None;
        for (start, cluster) in text.grapheme_indices(true) {
            if cluster.chars().all(is_invisible) {
                // Steers direction and line breaks only; it has no glyph, and nothing joins across it.
                before = None;
                continue;
            }
            let level = levels.get(start).map_or(0, |level| level.number());
            if let Some(face) = self.fonts.choose(cluster, weight, before, hint) {
                let end = start + cluster.len();
                add(&mut items, Item { start, end, face, level, script: cluster.chars().find_map(script_of) });
                before = Some(face);
                continue;
            }
            // No face has the whole cluster: its characters stand alone, and those that no face has are replaced.
            before = None;
            for (offset, c) in cluster.char_indices().filter(|&(_, c)| !is_invisible(c)) {
                let alone = self.fonts.choose(c.encode_utf8(&mut [0; 4]), weight, None, hint);
                if alone.is_none() {
                    missing.push(c);
                }
                let start = start + offset;
                let end = start + c.len_utf8();
                let face = alone.unwrap_or(MISSING);
                items.push(Item { start, end, face, level, script: script_of(c).filter(|_| alone.is_some()) });
            }
        }
        items
    }

    fn shape_item(&self, shaped: &mut Shaped, item: Item) {
        let text = shaped.text.get(item.start..item.end).unwrap_or_default().to_owned();
        let replaced = item.face == MISSING;
        let id = if replaced { Fonts::main(Weight::Regular) } else { item.face };
        let Some(face) = self.fonts.face(id) else { return };
        let rtl = item.level % 2 == 1;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(if replaced { "\u{FFFD}" } else { &text });
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let script = if replaced { None } else { item.script };
        // The plan must be for the very script of the buffer.
        let script = script.unwrap_or(rustybuzz::script::COMMON);
        buffer.set_script(script);
        let plan = self.fonts.plan(id, face, rtl, Some(script));
        let output = rustybuzz::shape_with_plan(&face.shaper, &plan, buffer);
        let infos = output.glyph_infos();
        let positions = output.glyph_positions();

        // Glyphs come in the order of the line; clusters are stored in reading order.
        let mut groups: Vec<(usize, usize, usize)> = Vec::new();
        for (at, info) in infos.iter().enumerate() {
            let cluster = info.cluster as usize;
            match groups.last_mut() {
                Some((known, _, end)) if *known == cluster => *end = at + 1,
                _ => groups.push((cluster, at, at + 1)),
            }
        }
        if rtl {
            groups.reverse();
        }
        let scale = 1.0 / face.upem;
        for (nth, &(start, from, to)) in groups.iter().enumerate() {
            let end = if replaced { text.len() } else { groups.get(nth + 1).map_or(text.len(), |next| next.0) };
            let first = shaped.glyphs.len();
            let mut advance = 0.0;
            for (info, position) in infos[from..to].iter().zip(&positions[from..to]) {
                let glyph = Glyph {
                    id: info.glyph_id as u16,
                    advance: position.x_advance as f32 * scale,
                    dx: position.x_offset as f32 * scale,
                    dy: position.y_offset as f32 * scale,
                };
                advance += glyph.advance;
                shaped.glyphs.push(glyph);
            }
            let space = text.get(start..end).is_some_and(|part| part.chars().all(|c| c == ' ' || c == '\u{3000}'));
            shaped.clusters.push(Cluster {
                start: item.start + start,
                end: item.start + end,
                face: id,
                level: item.level,
                first,
                count: to - from,
                advance,
                space,
            });
        }
    }
}

const LATIN: Option<Script> = Some(rustybuzz::script::LATIN);

/// Stands for "no font has it" while a text is cut into items.
const MISSING: FaceId = FaceId::NONE;

struct Item {
    start: usize,
    end: usize,
    face: FaceId,
    level: u8,
    script: Option<Script>,
}

/// Adds a stretch, or lengthens the one before if nothing changes.
fn add(items: &mut Vec<Item>, new: Item) {
    match items.last_mut() {
        Some(item)
            if item.face == new.face
                && item.level == new.level
                && item.end == new.start
                && (new.script.is_none() || item.script.is_none() || item.script == new.script) =>
        {
            item.end = new.end;
            item.script = item.script.or(new.script);
        }
        _ => items.push(new),
    }
}

/// Characters that run left to right or in no direction of their own, and that join no others: what European texts are
/// written with. Of such a text every character stands for itself.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{24F}' | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{205E}' | '\u{2068}'
        | '\u{2069}' | '\u{20AC}')
}

/// A plain text, cut where an invisible character stands.
fn stretches(text: &str, face: FaceId) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut open = false;
    for (start, c) in text.char_indices() {
        if is_invisible(c) {
            open = false;
            continue;
        }
        let end = start + c.len_utf8();
        match items.last_mut() {
            Some(item) if open => {
                item.end = end;
                item.script = item.script.or_else(|| script_of(c));
            }
            _ => items.push(Item { start, end, face, level: 0, script: script_of(c) }),
        }
        open = true;
    }
    items
}

/// Whether what stands before and after a place where a line may end by Unicode's rules reads as one all the same: the
/// parts of a place ("usage.xlsx ›" goes on after its mark), "e-mail", an option such as `--columns`, "Office 365".
fn stay_together(text: &str, offset: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..offset), text.get(offset..)) else { return false };
    if after.starts_with('›') {
        return true;
    }
    let word =
        |text: &str| text.rsplit([' ', '\u{A0}', '\u{202F}', '’', '\'']).next().map(str::len).unwrap_or_default();
    if before.ends_with('-') {
        let start = before.get(before.len() - word(before)..).unwrap_or_default();
        let letters = start.chars().filter(|c| c.is_alphanumeric()).count();
        return letters <= 1 && after.starts_with(char::is_alphanumeric);
    }
    let product = after.strip_prefix("365").is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    product && ["Office ", "Microsoft ", "Dynamics "].iter().any(|name| before.ends_with(name))
}

/// Where lines may end, the width on one line, and the widest part between two such places.
fn find_breaks(shaped: &mut Shaped) {
    let mut breaks = Vec::new();
    for (offset, opportunity) in unicode_linebreak::linebreaks(&shaped.text) {
        if opportunity == BreakOpportunity::Allowed && !stay_together(&shaped.text, offset) {
            let at = shaped.clusters.partition_point(|cluster| cluster.start < offset);
            if breaks.last() != Some(&at) && at > 0 && at < shaped.clusters.len() {
                breaks.push(at);
            }
        }
    }
    breaks.push(shaped.clusters.len());
    let mut from = 0;
    for &to in &breaks {
        let part = shaped.clusters.get(from..to).unwrap_or_default();
        shaped.widest_word = shaped.widest_word.max(width_without_end_spaces(part));
        from = to;
    }
    shaped.width = width_without_end_spaces(&shaped.clusters);
    shaped.breaks = breaks;
}

/// Width of clusters in ems; spaces at the end do not count.
pub(crate) fn width_without_end_spaces(clusters: &[Cluster]) -> f32 {
    let end = clusters.iter().rposition(|cluster| !cluster.space).map_or(0, |last| last + 1);
    clusters.iter().take(end).map(|cluster| cluster.advance).sum()
}

/// Kana and Hangul tell the language; Han alone does not, and gets Japanese forms.
fn east_asian_hint(text: &str) -> u8 {
    let hangul = text.chars().any(|c| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}'));
    u8::from(hangul)
}

/// The script that decides how a font shapes a character, for those where it matters; `None` for characters of all
/// scripts, such as digits and punctuation.
fn script_of(c: char) -> Option<Script> {
    use rustybuzz::script;
    Some(match c {
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => script::LATIN,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => script::GREEK,
        '\u{400}'..='\u{52F}' => script::CYRILLIC,
        '\u{530}'..='\u{58F}' => script::ARMENIAN,
        '\u{590}'..='\u{5FF}' => script::HEBREW,
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' => {
            // Its digits and punctuation serve other scripts as well, and shape alike.
            script::ARABIC
        }
        '\u{900}'..='\u{97F}' => script::DEVANAGARI,
        '\u{980}'..='\u{9FF}' => script::BENGALI,
        '\u{A00}'..='\u{A7F}' => script::GURMUKHI,
        '\u{A80}'..='\u{AFF}' => script::GUJARATI,
        '\u{B80}'..='\u{BFF}' => script::TAMIL,
        '\u{C00}'..='\u{C7F}' => script::TELUGU,
        '\u{C80}'..='\u{CFF}' => script::KANNADA,
        '\u{D00}'..='\u{D7F}' => script::MALAYALAM,
        '\u{D80}'..='\u{DFF}' => script::SINHALA,
        '\u{E00}'..='\u{E7F}' => script::THAI,
        '\u{E80}'..='\u{EFF}' => script::LAO,
        '\u{1000}'..='\u{109F}' => script::MYANMAR,
        '\u{10A0}'..='\u{10FF}' => script::GEORGIAN,
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' => script::HANGUL,
        '\u{1780}'..='\u{17FF}' => script::KHMER,
        '\u{3040}'..='\u{309F}' => script::HIRAGANA,
        '\u{30A0}'..='\u{30FF}' => script::KATAKANA,
        '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' => script::HAN,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_as_one_stays_on_one_line() {
        let parts = |text: &str| {
            let fonts = Fonts::load(None);
            let shaped = Shaper::new(&fonts).shape(text, Weight::Regular, Base::Ltr);
            let mut from = 0;
            let said = shaped.breaks.iter().map(|&to| {
                let end = shaped.clusters.get(to).map_or(shaped.text.len(), |cluster| cluster.start);
                let part = shaped.text[from..end].trim_end().to_owned();
                from = end;
                part
            });
            said.collect::<Vec<_>>()
        };
        assert_eq!(parts("usage.xlsx › Sheet1 › F17"), ["usage.xlsx ›", "Sheet1 ›", "F17"]);
        assert_eq!(parts("l’e-mail (E-Mail)"), ["l’e-mail", "(E-Mail)"]);
        assert_eq!(parts("mit --columns angeben"), ["mit", "--columns", "angeben"]);
        assert_eq!(parts("MCSA: Office 365 oder 70-346"), ["MCSA:", "Office 365", "oder", "70-346"]);
        assert_eq!(parts("Gap-Analyse"), ["Gap-", "Analyse"]);
    }

    #[test]
    fn plain_texts_are_cut_as_the_bidirectional_algorithm_would() {
        let fonts = Fonts::load(None);
        let shaper = Shaper::new(&fonts);
        for text in [
            "Größe & Söhne – „Zürich“",
            "\u{2068}Müller\u{2069} : 1\u{202F}234 €, soit \u{2068}12\u{2069} %",
            "100 \u{2068}70-346\u{2069} ÷ ²",
            "\u{2068}\u{2069}",
            "… 2026",
        ] {
            assert!(text.chars().all(is_plain), "{text}");
            for level in [Some(Level::ltr()), None] {
                let bidi = BidiInfo::new(text, level);
                let slow = shaper.itemise(text, Weight::Regular, &bidi.levels, &mut Vec::new());
                let known: Vec<_> = slow.iter().map(|i| (i.start, i.end, i.face, i.level % 2, i.script)).collect();
                let fast: Vec<_> = stretches(text, Fonts::main(Weight::Regular))
                    .iter()
                    .map(|i| (i.start, i.end, i.face, i.level, i.script))
                    .collect();
                assert_eq!(fast, known, "{text}");
            }
        }
        for text in ["שלום", "e\u{301}", "\u{200F}a", "Ω"] {
            assert!(!text.chars().all(is_plain), "{text}");
        }
    }
}
