//! The items of a page become its content, each within the marked content it belongs to.
//!
//! Written as bytes at once: a page has thousands of operators, and half of the time of a report went into objects for
//! each of them.

use super::super::list::{Document, Item, NodeId, Outline, Page, Paint, Placed, Role, Run, Tag};
use super::super::shape::Glyph;
use super::content::Content;
use super::embed::{Embedded, Faces};
use super::picture::Pictures;
use super::structure::role_name;
use crate::report::theme::Colour;

/// A painted page.
pub(super) struct Painted {
    pub(super) content: Vec<u8>,
    /// The part that each marked content of the page belongs to, in order.
    pub(super) marks: Vec<NodeId>,
}

/// Paints a page.
pub(super) fn paint(page: &Page, document: &Document, faces: &Faces, pictures: &Pictures) -> Painted {
    let mut painter =
        Painter { height: page.height, faces, out: Content::default(), marks: Vec::new(), state: State::default() };
    let mut open: Option<Tag> = None;
    // Rules and grounds first, in one piece: they lie below everything else, and a table has two for each of its rows.
    let is_ground = |item: &&Item| matches!(item, Item::Shape(shape) if shape.tag == Tag::Decoration);
    let (ground, rest): (Vec<&Item>, Vec<&Item>) = page.items.iter().partition(is_ground);
    for item in ground.into_iter().chain(rest) {
        let tag = match item {
            Item::Run(run) => run.tag,
            Item::Shape(shape) => shape.tag,
            Item::Picture(placed) => placed.tag,
            // Links are annotations, not page content.
            Item::Link(_) => continue,
        };
        if open != Some(tag) {
            if open.is_some() {
                painter.out.raw("EMC\n");
            }
            painter.begin(tag, document);
            open = Some(tag);
        }
        match item {
            Item::Run(run) => painter.run(run),
            Item::Shape(shape) => painter.shape(&shape.outline, shape.paint),
            Item::Picture(placed) => painter.picture(placed, pictures),
            Item::Link(_) => {}
        }
    }
    if open.is_some() {
        painter.out.raw("EMC\n");
    }
    Painted { content: painter.out.bytes(), marks: painter.marks }
}

/// What the page's graphics state holds, so that nothing is set twice.
#[derive(Default)]
struct State {
    fill: Option<Colour>,
    stroke: Option<Colour>,
    pen: Option<f32>,
    font: Option<(usize, f32)>,
}

struct Painter<'a> {
    height: f32,
    faces: &'a Faces,
    out: Content,
    marks: Vec<NodeId>,
    state: State,
}

impl Painter<'_> {
    fn begin(&mut self, tag: Tag, document: &Document) {
        match tag {
            Tag::Decoration => self.out.raw("/Artifact BMC\n"),
            Tag::Running => self.out.raw("/Artifact <</Type/Pagination>> BDC\n"),
            Tag::Node(node) => {
                let number = self.marks.len() as i64;
                self.marks.push(node);
                let role = document.nodes.get(node.0).map_or(Role::Paragraph, |node| node.role);
                self.out.name(role_name(role)).raw("<</MCID ").whole(number).raw(">>BDC\n")
            }
        };
    }

    fn fill(&mut self, colour: Colour) {
        if self.state.fill != Some(colour) {
            self.state.fill = Some(colour);
            self.colour(colour, "rg\n");
        }
    }

    fn colour(&mut self, colour: Colour, operator: &str) {
        for channel in [colour.r, colour.g, colour.b] {
            self.out.share(f32::from(channel) / 255.0);
        }
        self.out.raw(operator);
    }

    fn run(&mut self, run: &Run) {
        let Some((number, face)) = self.faces.get(run.face) else { return };
        self.fill(run.colour);
        self.out.raw("BT\n");
        let font = (number, run.size);
        if self.state.font != Some(font) {
            self.state.font = Some(font);
            self.out.name("F").whole(number as i64).raw(" ").length(run.size).raw("Tf\n");
        }
        let mut line = Glyphs {
            run,
            height: self.height,
            face,
            pen: 0.0,
            shown: Vec::new(),
            codes: Vec::new(),
            at: (0.0, 0.0),
            end: 0.0,
            moved: false,
        };
        for (text, glyphs) in run.pieces() {
            if face.speaks(&text, glyphs) {
                line.cluster(glyphs, &mut self.out);
            } else {
                line.flush(&mut self.out);
                self.out.raw("/Span <</ActualText").hex(&utf16(&text)).raw(">> BDC\n");
                line.cluster(glyphs, &mut self.out);
                line.flush(&mut self.out);
                self.out.raw("EMC\n");
            }
        }
        line.flush(&mut self.out);
        self.out.raw("ET\n");
    }

    fn picture(&mut self, placed: &Placed, pictures: &Pictures) {
        let Some(id) = pictures.id(&placed.picture) else { return };
        self.out.raw("q\n").length(placed.width).raw("0 0 ").length(placed.height);
        self.out.length(placed.x).length(self.height - placed.y - placed.height).raw("cm\n");
        self.out.name(&id.0).raw(" Do\nQ\n");
    }

    fn shape(&mut self, outline: &Outline, paint: Paint) {
        let operator = match paint {
            Paint::Fill(colour) => {
                self.fill(colour);
                "f\n"
            }
            Paint::Stroke(colour, pen) => {
                if self.state.stroke != Some(colour) {
                    self.state.stroke = Some(colour);
                    self.colour(colour, "RG\n");
                }
                if self.state.pen != Some(pen) {
                    self.state.pen = Some(pen);
                    self.out.length(pen).raw("w\n");
                }
                "S\n"
            }
        };
        match outline {
            Outline::Rect { x, y, width, height } => {
                self.out.length(*x).length(self.height - y - height).length(*width).length(*height).raw("re\n");
            }
            Outline::Rounded { x, y, width, height, radius } => {
                self.path(&rounded(*x, *y, *width, *height, *radius), true);
            }
            Outline::Circle { x, y, radius } => {
                self.path(&rounded(x - radius, y - radius, 2.0 * radius, 2.0 * radius, *radius), true);
            }
            Outline::Polygon(points) => {
                let points: Vec<_> = points.iter().map(|&(x, y)| (x, y, false)).collect();
                self.path(&points, true);
            }
            Outline::Line { x1, y1, x2, y2 } => self.path(&[(*x1, *y1, false), (*x2, *y2, false)], false),
        }
        self.out.raw(operator);
    }

    /// A path through points; of three in a row the first two may be control points of a curve to the third.
    fn path(&mut self, points: &[(f32, f32, bool)], closed: bool) {
        let mut bent = 0;
        for (at, &(x, y, control)) in points.iter().enumerate() {
            self.out.length(x).length(self.height - y);
            if control {
                bent += 1;
                continue;
            }
            self.out.raw(match (at, std::mem::take(&mut bent)) {
                (0, _) => "m\n",
                (_, 0) => "l\n",
                _ => "c\n",
            });
        }
        if closed {
            self.out.raw("h\n");
        }
    }
}

/// Glyphs on their way to the page. Positions are in thousandths of an em from the start of the run.
struct Glyphs<'a> {
    run: &'a Run,
    height: f32,
    face: &'a Embedded,
    /// Where the next glyph belongs.
    pen: f32,
    /// Glyphs, and the step after them.
    shown: Vec<(Vec<u16>, i64)>,
    /// Glyphs after the last step in `shown`.
    codes: Vec<u16>,
    /// Where the glyphs that wait start: along and above the baseline.
    at: (f32, f32),
    /// Where a viewer stands after them.
    end: f32,
    /// Whether the viewer has left the start of the page.
    moved: bool,
}

impl Glyphs<'_> {
    fn cluster(&mut self, glyphs: &[Glyph], out: &mut Content) {
        for glyph in glyphs {
            let shown = self.face.shown(glyph.id);
            let x = self.pen + glyph.dx * 1000.0;
            let rise = glyph.dy * 1000.0;
            if (rise - self.at.1).abs() > 0.01 {
                self.flush(out);
            }
            if self.codes.is_empty() && self.shown.is_empty() {
                self.at = (x, rise);
                self.end = x;
            } else {
                // Kerning, and what rounded widths lost, in whole units: what is left over is carried on.
                let step = (self.end - x).round();
                if step != 0.0 {
                    self.shown.push((std::mem::take(&mut self.codes), step as i64));
                    self.end -= step;
                }
            }
            self.codes.push(shown.number);
            self.end += shown.width;
            self.pen += glyph.advance * 1000.0;
        }
    }

    fn flush(&mut self, out: &mut Content) {
        if self.codes.is_empty() {
            return;
        }
        let em = self.run.size / 1000.0;
        let (x, y) = (self.run.x + self.at.0 * em, self.height - self.run.y + self.at.1 * em);
        if self.moved {
            out.raw("1 0 0 1 ").place(x).place(y).raw("Tm\n");
        } else {
            // The same, as long as nothing moved: shorter, and there are thousands.
            out.place(x).place(y).raw("Td\n");
            self.moved = true;
        }
        if self.shown.is_empty() {
            out.glyphs(&self.codes).raw("Tj\n");
        } else {
            out.raw("[");
            for (codes, step) in self.shown.drain(..) {
                out.glyphs(&codes).whole(step);
            }
            out.glyphs(&self.codes).raw("]TJ\n");
        }
        self.codes.clear();
    }
}

/// A rounded rectangle as points, with the control points of its corners marked.
fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Vec<(f32, f32, bool)> {
    let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    // How far control points of a quarter circle stand from the corner.
    let c = r * (1.0 - 0.552_285);
    let (right, foot) = (x + width, y + height);
    let mut points = vec![
        (x + r, y, false),
        (right - r, y, false),
        (right - c, y, true),
        (right, y + c, true),
        (right, y + r, false),
        (right, foot - r, false),
        (right, foot - c, true),
        (right - c, foot, true),
        (right - r, foot, false),
        (x + r, foot, false),
        (x + c, foot, true),
        (x, foot - c, true),
        (x, foot - r, false),
        (x, y + r, false),
        (x, y + c, true),
        (x + c, y, true),
        (x + r, y, false),
    ];
    // Sides without length, as all of a circle's, need no line.
    points.dedup_by(|a, b| !a.2 && !b.2 && (a.0 - b.0).abs() < 0.01 && (a.1 - b.1).abs() < 0.01);
    points
}

/// UTF-16 with byte order mark, as PDF text strings want it.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}
