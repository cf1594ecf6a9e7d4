//! Builds a document piece by piece: texts, headings, lists; the pager then puts the pieces on pages.

use std::sync::Arc;

use super::fonts::{Fonts, Weight};
use super::lines::{Line, Look, set, wrap};
use super::list::{Item, Link, Node, NodeId, Outline, Paint, Role, Run, Shape, Tag};
use super::page::{Piece, Sheet};
use super::shape::{Base, Shaped, Shaper};
use crate::report::format::Format;
use crate::report::theme::{Address, Colour, Theme, addresses};
use crate::text::Lang;

/// Size and line height of a kind of text, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    pub(crate) size: f32,
    pub(crate) leading: f32,
}

const fn size(size: f32, leading: f32) -> Size {
    Size { size, leading }
}

/// The one type scale.
pub(crate) const TITLE: Size = size(20.0, 25.0);
/// A title that would leave a word or two for a second line.
pub(crate) const LONG_TITLE: Size = size(17.0, 22.0);
pub(crate) const NUMBER: Size = size(24.0, 28.0);
pub(crate) const TIER: Size = size(19.0, 24.0);
pub(crate) const HEADING: Size = size(13.5, 18.0);
pub(crate) const VERDICT: Size = size(13.5, 17.0);
pub(crate) const LEAD: Size = size(10.5, 14.5);
pub(crate) const BODY: Size = size(9.3, 13.2);
pub(crate) const NOTE: Size = size(8.0, 11.0);
pub(crate) const FINE: Size = size(7.2, 9.6);

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: Size,
    pub(crate) weight: Weight,
    pub(crate) colour: Colour,
    pub(crate) base: Base,
}

impl Style {
    pub(crate) fn new(size: Size, colour: Colour) -> Self {
        Self { size, weight: Weight::Regular, colour, base: Base::Ltr }
    }

    pub(crate) fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    /// A stranger's name or value, whose first letter says which way it runs.
    pub(crate) fn auto(mut self) -> Self {
        self.base = Base::Auto;
        self
    }
}

/// Where lines stand within their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
    Centre,
}

/// A text broken into lines.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) shaped: Arc<Shaped>,
    pub(crate) lines: Vec<Line>,
    pub(crate) style: Style,
}

impl Text {
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.style.size.leading
    }

    /// Width of the widest line, in points.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max) * self.style.size.size
    }
}

/// Builds one document.
pub(crate) struct Composer<'a> {
    pub(crate) shaper: Shaper<'a>,
    pub(crate) theme: &'a Theme,
    pub(crate) format: Format,
    pub(crate) sheet: Sheet,
    pub(crate) nodes: Vec<Node>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) root: NodeId,
    blocks: u32,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(fonts: &'a Fonts, theme: &'a Theme, lang: Lang, sheet: Sheet) -> Self {
        let root = Node::new(Role::Document, None);
        Self {
            shaper: Shaper::new(fonts),
            theme,
            format: Format::new(lang),
            sheet,
            nodes: vec![root],
            pieces: Vec::new(),
            root: NodeId(0),
            blocks: 0,
        }
    }

    /// Width between the margins.
    pub(crate) fn width(&self) -> f32 {
        self.sheet.body_width()
    }

    pub(crate) fn node(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.nodes.push(Node::new(role, Some(parent)));
        NodeId(self.nodes.len() - 1)
    }

    /// A figure with words for those who cannot see it.
    pub(crate) fn figure(&mut self, parent: NodeId, alt: String) -> NodeId {
        self.nodes.push(Node { alt: Some(alt), ..Node::new(Role::Figure, Some(parent)) });
        NodeId(self.nodes.len() - 1)
    }

    /// A number for a new block of text.
    pub(crate) fn block(&mut self) -> u32 {
        self.blocks += 1;
        self.blocks
    }

    /// Breaks a text to a width.
    pub(crate) fn text(&mut self, text: &str, style: Style, width: f32) -> Text {
        let shaped = self.shaper.shape(text, style.weight, style.base);
        let lines = wrap(&shaped, width.max(1.0) / style.size.size);
        Text { shaped, lines, style }
    }

    /// Remembers what a part of the document says, for where the order on the page is not the reading order.
    pub(crate) fn note(&mut self, text: &Text, tag: Tag) {
        if let Tag::Node(node) = tag
            && let Some(node) = self.nodes.get_mut(node.0)
        {
            node.texts.push(text.shaped.text.clone());
            node.rtl |= text.shaped.clusters.iter().any(|cluster| cluster.level % 2 == 1);
        }
    }

    /// At most this many lines; the last one kept ends in an ellipsis.
    pub(crate) fn at_most(&mut self, lines: usize, text: &str, style: Style, width: f32) -> Text {
        let mut full = self.text(text, style, width);
        if full.lines.len() <= lines {
            return full;
        }
        let shown = full.lines.get(lines.saturating_sub(1)).and_then(|line| full.shaped.clusters.get(line.end));
        let mut end = shown.map_or(0, |cluster| cluster.start);
        let whole = full.shaped.text.clone();
        while let Some(start) = whole.get(..end) {
            full = self.text(&format!("{}\u{2026}", start.trim_end()), style, width);
            if full.lines.len() <= lines {
                break;
            }
            let Some((last, _)) = start.char_indices().next_back() else { break };
            end = last;
        }
        full
    }

    /// Sets a text into a box whose top left corner is `(x, y)`; returns its height.
    pub(crate) fn put(&mut self, text: &Text, at: (f32, f32, f32), align: Align, tag: Tag, out: &mut Vec<Item>) -> f32 {
        let block = self.block();
        self.note(text, tag);
        put_lines(text, &text.lines, at, align, (tag, block), out);
        text.height()
    }

    /// As [`Self::put`], with every mail or web address in the text as a link. `parent` is the node of the text.
    pub(crate) fn put_linked(&mut self, text: &Text, at: (f32, f32, f32), parent: NodeId, out: &mut Vec<Item>) -> f32 {
        let addresses = addresses(&text.shaped.text);
        if addresses.is_empty() {
            return self.put(text, at, Align::Left, Tag::Node(parent), out);
        }
        // The parts in order: words, an address, words, …
        let mut parts: Vec<(usize, NodeId, Option<&Address>)> = Vec::new();
        let mut end = 0;
        for address in &addresses {
            if address.start > end {
                parts.push((address.start, self.node(Role::Span, parent), None));
            }
            parts.push((address.end, self.node(Role::Link, parent), Some(address)));
            end = address.end;
        }
        if end < text.shaped.text.len() {
            parts.push((text.shaped.text.len(), self.node(Role::Span, parent), None));
        }
        let part_of = |cluster: usize| {
            let start = text.shaped.clusters.get(cluster).map_or(0, |cluster| cluster.start);
            parts.iter().position(|&(end, ..)| start < end).unwrap_or(parts.len().saturating_sub(1))
        };
        let block = self.block();
        let mut set = Vec::new();
        put_lines(text, &text.lines, at, Align::Left, (Tag::Node(parent), block), &mut set);
        let Size { size, leading } = text.style.size;
        for item in set {
            let Item::Run(run) = item else { continue };
            let mut x = run.x;
            for clusters in run.clusters.chunk_by(|&a, &b| part_of(a) == part_of(b)) {
                let known = clusters.iter().filter_map(|&at| text.shaped.clusters.get(at));
                let width = known.map(|cluster| cluster.advance).sum::<f32>() * size;
                let Some(&(_, node, address)) = clusters.first().and_then(|&at| parts.get(part_of(at))) else {
                    continue;
                };
                let mut own = Run { x, width, clusters: clusters.to_vec(), tag: Tag::Node(node), ..run.clone() };
                if let Some(address) = address {
                    own.colour = self.theme.colours.accent;
                    out.push(Item::Link(Link {
                        x,
                        y: run.y - leading / 2.0 - size * 0.357,
                        width,
                        height: leading,
                        uri: address.uri.clone(),
                        node,
                        alt: text.shaped.text.get(address.start..address.end).unwrap_or_default().to_owned(),
                    }));
                }
                out.push(Item::Run(own));
                x += width;
            }
        }
        text.height()
    }

    /// A heading of a section. It never stands alone at the foot of a page, and the outline names it.
    pub(crate) fn heading(&mut self, title: &str, level: u8) {
        let (size, before, after) = if level <= 1 { (HEADING, 24.0, 5.0) } else { (LEAD, 14.0, 2.0) };
        let colour = if level <= 1 { self.theme.colours.accent } else { self.theme.colours.ink };
        let node = self.node(Role::Heading(level), self.root);
        let text = self.text(title, Style::new(size, colour).bold(), self.width());
        let mut items = Vec::new();
        let height = self.put(&text, (0.0, 0.0, self.width()), Align::Left, Tag::Node(node), &mut items);
        let mut piece = Piece::new(items, height + after).before(before).keep();
        piece.bookmark = Some((level, title.to_owned()));
        self.pieces.push(piece);
    }

    /// A paragraph; `keep` ties it to what follows.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style, before: f32, keep: bool) {
        if text.is_empty() {
            return;
        }
        let node = self.node(Role::Paragraph, self.root);
        let text = self.text(text, style, self.width());
        self.flow(&text, 0.0, Tag::Node(node), before, keep, Vec::new());
    }

    /// Pieces of a text, a line each if it is long, with at least two lines on either side of a page's end.
    pub(crate) fn flow(&mut self, text: &Text, x: f32, tag: Tag, before: f32, keep: bool, first: Vec<Item>) {
        let count = text.lines.len();
        let block = self.block();
        self.note(text, tag);
        let per_piece = if count <= 4 { count } else { 1 };
        let mut decoration = Some(first);
        let mut at = 0;
        for lines in text.lines.chunks(per_piece.max(1)) {
            let mut items = decoration.take().unwrap_or_default();
            put_lines(text, lines, (x, 0.0, self.width() - x), Align::Left, (tag, block), &mut items);
            let mut piece = Piece::new(items, lines.len() as f32 * text.style.size.leading);
            if at == 0 {
                piece = piece.before(before);
            }
            let last = at + lines.len() >= count;
            piece.keep = if last { keep } else { at == 0 || at + 2 >= count };
            self.pieces.push(piece);
            at += lines.len();
        }
    }

    /// A bulleted list, with so much space between its items. Its last three items stay on one page, and with what follows if `keep`.
    pub(crate) fn bullets(&mut self, sentences: &[String], style: Style, apart: f32, keep: bool) {
        if sentences.is_empty() {
            return;
        }
        let list = self.node(Role::List, self.root);
        for (nth, sentence) in sentences.iter().enumerate() {
            let to_come = sentences.len() - nth - 1;
            let item = self.node(Role::ListItem, list);
            let body = self.node(Role::ListBody, item);
            let text = self.text(sentence, style, self.width() - 12.0);
            let dot = Outline::Circle { x: 3.0, y: style.size.leading / 2.0, radius: 1.5 };
            let dot = decoration(dot, Paint::Fill(self.theme.colours.accent));
            // A short list stays whole: a few points left for the next page look lost there.
            let keep = if to_come == 0 { keep } else { to_come < 3 || sentences.len() <= WHOLE };
            self.flow(&text, 12.0, Tag::Node(body), apart, keep, vec![dot]);
        }
    }
}

/// Points of a list that is not parted.
const WHOLE: usize = 18;

/// Sets lines of a text into a box: `at` is left, top and width.
pub(crate) fn put_lines(
    text: &Text,
    lines: &[Line],
    at: (f32, f32, f32),
    align: Align,
    owner: (Tag, u32),
    out: &mut Vec<Item>,
) {
    let (left, top, width) = at;
    let Size { size, leading } = text.style.size;
    let look = Look { size, colour: text.style.colour, tag: owner.0, block: owner.1 };
    for (nth, line) in lines.iter().enumerate() {
        let free = (width - line.width * size).max(0.0);
        let x = match align {
            Align::Left => left,
            Align::Right => left + free,
            Align::Centre => left + free / 2.0,
        };
        // Capitals stand in the middle of the line.
        let y = top + nth as f32 * leading + leading / 2.0 + size * 0.357;
        set(&text.shaped, *line, x, y, look, out);
    }
}

/// A shape without meaning of its own.
pub(crate) fn decoration(outline: Outline, paint: Paint) -> Item {
    Item::Shape(Shape { outline, paint, tag: Tag::Decoration })
}
