//! The display list: what stands where on which page, and what it means. Knows nothing of PDF.
//!
//! Points (1/72 inch), origin at the top left of the page, y downwards; a text run stands on its baseline.

use std::borrow::Cow;
use std::sync::Arc;

use super::fonts::FaceId;
use super::shape::{Cluster, Glyph, Shaped};
use crate::report::theme::{Colour, Picture};

/// A laid-out document.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) pages: Vec<Page>,
    /// The logical structure; the first node is the document.
    pub(crate) nodes: Vec<Node>,
    pub(crate) bookmarks: Vec<Bookmark>,
    /// Whether every character has its glyph: archives accept no others.
    pub(crate) complete: bool,
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
}

/// Place of a node in [`Document::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) usize);

/// What a part of the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Title,
    Heading(u8),
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableRow,
    TableHead,
    TableCell,
    Figure,
    Link,
    Span,
}

/// A part of the document.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<NodeId>,
    /// What a figure shows, in words.
    pub(crate) alt: Option<String>,
    /// The texts set for it, and whether any runs right to left.
    pub(crate) texts: Vec<String>,
    pub(crate) rtl: bool,
}

impl Node {
    pub(crate) fn new(role: Role, parent: Option<NodeId>) -> Self {
        Self { role, parent, alt: None, texts: Vec::new(), rtl: false }
    }

    /// The text in reading order, where the order on the page is another one.
    pub(crate) fn said(&self) -> Option<String> {
        self.rtl.then(|| self.texts.join(" "))
    }
}

/// An entry of the outline.
#[derive(Debug)]
pub(crate) struct Bookmark {
    pub(crate) title: String,
    pub(crate) level: u8,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// What an item belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A part of the document.
    Node(NodeId),
    /// Lines and fills that carry no meaning of their own.
    Decoration,
    /// Running header, footer, repeated table header.
    Running,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    Run(Run),
    Shape(Shape),
    Picture(Placed),
    Link(Link),
}

/// Glyphs of one face on one baseline, from left to right.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) width: f32,
    pub(crate) colour: Colour,
    pub(crate) face: FaceId,
    pub(crate) shaped: Arc<Shaped>,
    /// Clusters of the text, in the order of the line.
    pub(crate) clusters: Vec<usize>,
    pub(crate) tag: Tag,
    /// Number of the text block (cell, paragraph) it is part of: no two blocks may touch.
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) block: u32,
}

/// The text of a cluster, and the glyphs that show it.
pub(crate) type Piece<'a> = (Cow<'a, str>, &'a [Glyph]);

impl Run {
    fn parts(&self) -> impl Iterator<Item = &Cluster> {
        self.clusters.iter().filter_map(|&at| self.shaped.clusters.get(at))
    }

    /// The glyphs, in the order of the line.
    pub(crate) fn glyphs(&self) -> impl Iterator<Item = &Glyph> {
        self.parts().flat_map(|cluster| self.shaped.glyphs_of(cluster))
    }

    /// Glyphs and the text that they show, in the order of the line.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        self.parts().map(|cluster| self.shaped.piece(cluster))
    }
}

impl Shaped {
    fn glyphs_of(&self, cluster: &Cluster) -> &[Glyph] {
        self.glyphs.get(cluster.first..cluster.first + cluster.count).unwrap_or_default()
    }

    /// The text of a cluster and its glyphs.
    pub(crate) fn piece(&self, cluster: &Cluster) -> Piece<'_> {
        let text = self.text.get(cluster.start..cluster.end).unwrap_or_default();
        // Viewers turn the characters of a right-to-left line around one by one, those of a ligature too.
        let turned = cluster.level % 2 == 1 && text.chars().nth(1).is_some();
        let text = if turned { text.chars().rev().collect() } else { Cow::Borrowed(text) };
        (text, self.glyphs_of(cluster))
    }
}

/// A filled or stroked outline.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub(crate) outline: Outline,
    pub(crate) paint: Paint,
    pub(crate) tag: Tag,
}

/// An outline.
#[derive(Debug, Clone)]
pub(crate) enum Outline {
    Rect { x: f32, y: f32, width: f32, height: f32 },
    Rounded { x: f32, y: f32, width: f32, height: f32, radius: f32 },
    Circle { x: f32, y: f32, radius: f32 },
    Polygon(Vec<(f32, f32)>),
    Line { x1: f32, y1: f32, x2: f32, y2: f32 },
}

/// How an outline is painted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Paint {
    Fill(Colour),
    Stroke(Colour, f32),
}

/// A picture in its place.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) picture: Arc<Picture>,
    pub(crate) tag: Tag,
}

/// A place that leads elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Where to: an address with everything escaped that needs it.
    pub(crate) uri: String,
    pub(crate) node: NodeId,
    pub(crate) alt: String,
}

impl Item {
    /// The item, moved.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Run(run) => {
                run.x += dx;
                run.y += dy;
            }
            Self::Link(link) => {
                link.x += dx;
                link.y += dy;
            }
            Self::Picture(placed) => {
                placed.x += dx;
                placed.y += dy;
            }
            Self::Shape(shape) => match &mut shape.outline {
                Outline::Rect { x, y, .. } | Outline::Rounded { x, y, .. } | Outline::Circle { x, y, .. } => {
                    *x += dx;
                    *y += dy;
                }
                Outline::Polygon(points) => {
                    for (x, y) in points {
                        *x += dx;
                        *y += dy;
                    }
                }
                Outline::Line { x1, y1, x2, y2 } => {
                    *x1 += dx;
                    *x2 += dx;
                    *y1 += dy;
                    *y2 += dy;
                }
            },
        }
        self
    }

    /// The item as part of a running header or a repeated table header.
    pub(crate) fn running(mut self) -> Self {
        match &mut self {
            Self::Run(run) => run.tag = Tag::Running,
            Self::Shape(shape) => shape.tag = Tag::Running,
            Self::Picture(placed) => placed.tag = Tag::Running,
            Self::Link(_) => {}
        }
        self
    }
}

/// A relative address with everything escaped that could mean something else.
pub(crate) fn relative_uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
