//! Shaped text becomes lines of a width, and lines become runs in the order they stand on the page.

use std::sync::Arc;

use unicode_bidi::{BidiInfo, Level};

use super::list::{Item, Run, Tag};
use super::shape::{Shaped, width_without_end_spaces};
use crate::report::theme::Colour;

/// A line: a range of clusters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line {
    pub(crate) first: usize,
    /// One past the last cluster, spaces at the end included.
    pub(crate) end: usize,
    /// Width in ems, without spaces at the end.
    pub(crate) width: f32,
}

/// Breaks a text into lines no wider than `width` ems. A word that is wider than a line breaks after punctuation, else
/// anywhere between clusters: nothing ever stands out of its column.
pub(crate) fn wrap(shaped: &Shaped, width: f32) -> Vec<Line> {
    // Half a thousandth of an em is less than rounding of column widths can take away.
    let width = width + 0.0005;
    let line = |first: usize, end: usize| {
        let part = shaped.clusters.get(first..end).unwrap_or_default();
        Line { first, end, width: width_without_end_spaces(part) }
    };
    let mut lines = Vec::new();
    let mut first = 0;
    let mut end = 0;
    // Where the last word of the line begins.
    let mut word = 0;
    // Width of the line so far with its spaces.
    let mut so_far = 0.0;
    let within = |from: usize, to: usize| width_without_end_spaces(shaped.clusters.get(from..to).unwrap_or_default());
    for &to in &shaped.breaks {
        let part = shaped.clusters.get(end..to).unwrap_or_default();
        if so_far + width_without_end_spaces(part) > width && end > first {
            // A number goes with what it counts, as long as the line is not left half empty.
            let roomy = word > first && within(first, word) >= width * 0.6 && within(word, to) <= width;
            let at = if roomy && counts(shaped, word, end) { word } else { end };
            lines.push(line(first, at));
            first = at;
            so_far = shaped.clusters.get(at..end).unwrap_or_default().iter().map(|cluster| cluster.advance).sum();
        }
        if width_without_end_spaces(part) > width {
            // The word alone is too wide; the line starts with it.
            let last = end + part.iter().rposition(|cluster| !cluster.space).map_or(0, |last| last + 1);
            while width_without_end_spaces(shaped.clusters.get(first..last).unwrap_or_default()) > width {
                let cut = forced_break(shaped, first, last, width);
                lines.push(line(first, cut));
                first = cut;
            }
            so_far = 0.0;
            end = first;
        }
        so_far += shaped.clusters.get(end..to).unwrap_or_default().iter().map(|cluster| cluster.advance).sum::<f32>();
        word = end;
        end = to;
    }
    if end > first || lines.is_empty() {
        lines.push(line(first, end));
    }
    lines
}

/// Whether a word is the number of what follows it: "1 person", "31 January", "16. Dezember".
fn counts(shaped: &Shaped, word: usize, end: usize) -> bool {
    let start = |at: usize| shaped.clusters.get(at).map(|cluster| cluster.start);
    let (Some(from), Some(next)) = (start(word), start(end)) else { return false };
    let number = shaped.text.get(from..next).unwrap_or_default().trim_end();
    let following = shaped.text.get(next..).and_then(|rest| rest.chars().next());
    let day = number.strip_suffix('.').is_some_and(|day| day.len() <= 2);
    let number = number.strip_suffix('.').filter(|_| day).unwrap_or(number);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{A0}' | '\u{202F}');
    let is_number = number.chars().all(digits) && number.ends_with(|c: char| c.is_ascii_digit());
    is_number && following.is_some_and(|c| c.is_lowercase() || day && c.is_alphabetic())
}

/// The cluster before which an over-long word is cut: at least one cluster stays on the line.
fn forced_break(shaped: &Shaped, first: usize, last: usize, width: f32) -> usize {
    let mut so_far = 0.0;
    let mut fits = first + 1;
    let mut after_mark = None;
    for (at, cluster) in shaped.clusters.iter().enumerate().take(last).skip(first) {
        so_far += cluster.advance;
        if so_far > width {
            break;
        }
        fits = at + 1;
        let text = shaped.text.get(cluster.start..cluster.end).unwrap_or_default();
        if matches!(text, "_" | "." | "-" | "/" | "\\" | "@" | "," | ";" | ":") {
            after_mark = Some(at + 1);
        }
    }
    let fits = fits.max(first + 1);
    match after_mark {
        // A break after a mark is nicer, as long as the line is not left nearly empty.
        Some(at) if at > first && at - first >= (fits - first) / 2 && at < last => at,
        _ => fits,
    }
}

/// How a line is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    pub(crate) tag: Tag,
    pub(crate) block: u32,
}

/// Sets a line with its left end at `x` on the baseline `y`.
pub(crate) fn set(shaped: &Arc<Shaped>, line: Line, x: f32, y: f32, look: Look, out: &mut Vec<Item>) {
    let clusters = shaped.clusters.get(line.first..line.end).unwrap_or_default();
    let visible = clusters.iter().rposition(|cluster| !cluster.space).map_or(0, |last| last + 1);
    let wrapped = line.end < shaped.clusters.len();
    // A line that goes on keeps one space at its end, so that copied text keeps its words apart.
    let kept = if wrapped && !shaped.rtl { (visible + 1).min(clusters.len()) } else { visible };
    let clusters = clusters.get(..kept).unwrap_or_default();
    let order = visual_order(shaped, line, kept);
    let mut x = x;
    let mut run: Option<Run> = None;
    for index in order {
        let Some(cluster) = clusters.get(index) else { continue };
        let width = cluster.advance * look.size;
        let at = line.first + index;
        match &mut run {
            Some(run) if run.face == cluster.face => {
                run.clusters.push(at);
                run.width += width;
            }
            _ => {
                out.extend(run.take().map(Item::Run));
                run = Some(Run {
                    x,
                    y,
                    size: look.size,
                    width,
                    colour: look.colour,
                    face: cluster.face,
                    shaped: Arc::clone(shaped),
                    clusters: vec![at],
                    tag: look.tag,
                    block: look.block,
                });
            }
        }
        x += width;
    }
    out.extend(run.map(Item::Run));
}

/// The clusters of a line in the order they stand: rule L2 of the bidirectional algorithm.
fn visual_order(shaped: &Shaped, line: Line, kept: usize) -> Vec<usize> {
    let mut levels: Vec<Level> = shaped
        .clusters
        .iter()
        .skip(line.first)
        .take(kept)
        .map(|cluster| Level::new(cluster.level).unwrap_or_else(|_| Level::ltr()))
        .collect();
    if levels.iter().all(|level| level.is_ltr()) {
        return (0..kept).collect();
    }
    // Rule L1: spaces at the end of a line have the level of the paragraph.
    let base = if shaped.rtl { Level::rtl() } else { Level::ltr() };
    for (level, cluster) in levels.iter_mut().zip(shaped.clusters.iter().skip(line.first)).rev() {
        if !cluster.space {
            break;
        }
        *level = base;
    }
    BidiInfo::reorder_visual(&levels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::pdf::fonts::{Fonts, Weight};
    use crate::report::pdf::shape::{Base, Shaper};

    /// The lines of a text that is as wide as its first words.
    fn lines(text: &str, as_wide_as: &str) -> Vec<String> {
        let fonts = Fonts::load(None);
        let mut shaper = Shaper::new(&fonts);
        let width = shaper.shape(as_wide_as, Weight::Regular, Base::Ltr).width;
        let shaped = shaper.shape(text, Weight::Regular, Base::Ltr);
        let said = wrap(&shaped, width).into_iter().map(|line| {
            let start = |at: usize| shaped.clusters.get(at).map_or(shaped.text.len(), |cluster| cluster.start);
            shaped.text[start(line.first)..start(line.end)].trim_end().to_owned()
        });
        said.collect()
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        let missing = "Ancora da raggiungere: 1 persona";
        assert_eq!(lines(missing, "Ancora da raggiungere: 1"), ["Ancora da raggiungere:", "1 persona"]);
        assert_eq!(lines("Es endet am 16. Dezember", "Es endet am 16."), ["Es endet am", "16. Dezember"]);
        // Not where half a line would stay empty, nor where the number is part of a name.
        assert_eq!(lines("Noch 1.000 weitere", "Noch 1.000"), ["Noch 1.000", "weitere"]);
        assert_eq!(lines("MCSA for Office 365 E3", "MCSA for Office 365"), ["MCSA for Office 365", "E3"]);
    }
}
