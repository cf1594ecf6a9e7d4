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
    // Width of the line so far with its spaces.
    let mut so_far = 0.0;
    for &to in &shaped.breaks {
        let part = shaped.clusters.get(end..to).unwrap_or_default();
        if so_far + width_without_end_spaces(part) > width && end > first {
            lines.push(line(first, end));
            first = end;
            so_far = 0.0;
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
        end = to;
    }
    if end > first || lines.is_empty() {
        lines.push(line(first, end));
    }
    lines
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
