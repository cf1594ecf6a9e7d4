//! The items of a page become page operations, each within the marked content it belongs to.

use std::collections::BTreeMap;

use printpdf::xobject::DictItem;
use printpdf::{
    Color, FontId, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    TextMatrix, WindingOrder, XObjectTransform,
};

use super::super::list::{Document, Item, NodeId, Outline, Page, Paint, Placed, Role, Run, Tag};
use super::super::shape::Glyph;
use super::embed::{Embedded, Faces, code};
use super::picture::Pictures;
use super::structure::role_name;
use crate::report::theme::Colour;

/// A painted page.
pub(super) struct Painted {
    pub(super) ops: Vec<Op>,
    /// The part that each marked content of the page belongs to, in order.
    pub(super) marks: Vec<NodeId>,
}

/// Paints a page.
pub(super) fn paint(page: &Page, document: &Document, faces: &Faces, pictures: &Pictures) -> Painted {
    let mut painter =
        Painter { height: page.height, faces, ops: Vec::new(), marks: Vec::new(), state: State::default() };
    let mut open: Option<Tag> = None;
    for item in &page.items {
        let tag = match item {
            Item::Run(run) => run.tag,
            Item::Shape(shape) => shape.tag,
            Item::Picture(placed) => placed.tag,
            // Links are annotations, not page content.
            Item::Link(_) => continue,
        };
        if open != Some(tag) {
            if open.is_some() {
                painter.ops.push(Op::EndMarkedContent);
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
        painter.ops.push(Op::EndMarkedContent);
    }
    Painted { ops: painter.ops, marks: painter.marks }
}

/// What the page's graphics state holds, so that nothing is set twice.
#[derive(Default)]
struct State {
    fill: Option<Colour>,
    stroke: Option<Colour>,
    pen: Option<f32>,
    font: Option<(FontId, f32)>,
}

struct Painter<'a> {
    height: f32,
    faces: &'a Faces,
    ops: Vec<Op>,
    marks: Vec<NodeId>,
    state: State,
}

impl Painter<'_> {
    fn begin(&mut self, tag: Tag, document: &Document) {
        let op = match tag {
            Tag::Decoration => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            Tag::Running => {
                let pagination = DictItem::Name(b"Pagination".to_vec());
                with_property("Artifact", "Type", pagination)
            }
            Tag::Node(node) => {
                let mcid = DictItem::Int(self.marks.len() as i64);
                self.marks.push(node);
                let role = document.nodes.get(node.0).map_or(Role::Paragraph, |node| node.role);
                with_property(role_name(role), "MCID", mcid)
            }
        };
        self.ops.push(op);
    }

    fn fill(&mut self, colour: Colour) {
        if self.state.fill != Some(colour) {
            self.state.fill = Some(colour);
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn run(&mut self, run: &Run) {
        let Some(face) = self.faces.get(run.face) else { return };
        self.fill(run.colour);
        self.ops.push(Op::StartTextSection);
        let font = (face.id.clone(), run.size);
        if self.state.font.as_ref() != Some(&font) {
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(font.0.clone()), size: Pt(run.size) });
            self.state.font = Some(font);
        }
        let mut line = Glyphs {
            run,
            height: self.height,
            face,
            pen: 0.0,
            shown: Vec::new(),
            codes: String::new(),
            at: (0.0, 0.0),
            end: 0.0,
        };
        for (text, glyphs) in run.pieces() {
            if face.speaks(&text, glyphs) {
                line.cluster(glyphs, &mut self.ops);
            } else {
                line.flush(&mut self.ops);
                self.ops.push(with_property("Span", "ActualText", DictItem::Bytes(utf16(&text))));
                line.cluster(glyphs, &mut self.ops);
                line.flush(&mut self.ops);
                self.ops.push(Op::EndMarkedContent);
            }
        }
        line.flush(&mut self.ops);
        self.ops.push(Op::EndTextSection);
    }

    fn picture(&mut self, placed: &Placed, pictures: &Pictures) {
        let Some(id) = pictures.id(&placed.picture) else { return };
        let at = |value: f32| Some(pt(value));
        self.ops.push(Op::UseXobject {
            id,
            transform: XObjectTransform {
                translate_x: at(placed.x),
                translate_y: at(self.height - placed.y - placed.height),
                scale_x: Some(pt(placed.width).0),
                scale_y: Some(pt(placed.height).0),
                no_auto_scale: true,
                ..XObjectTransform::default()
            },
        });
    }

    fn shape(&mut self, outline: &Outline, paint: Paint) {
        let mode = match paint {
            Paint::Fill(colour) => {
                self.fill(colour);
                PaintMode::Fill
            }
            Paint::Stroke(colour, pen) => {
                if self.state.stroke != Some(colour) {
                    self.state.stroke = Some(colour);
                    self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
                }
                if self.state.pen != Some(pen) {
                    self.state.pen = Some(pen);
                    self.ops.push(Op::SetOutlineThickness { pt: Pt(pen) });
                }
                PaintMode::Stroke
            }
        };
        let op = match outline {
            Outline::Rect { x, y, width, height } => {
                let mut rectangle = Rect::from_xywh(pt(*x), pt(self.height - y - height), pt(*width), pt(*height));
                rectangle.mode = Some(mode);
                Op::DrawRectangle { rectangle }
            }
            Outline::Rounded { x, y, width, height, radius } => {
                self.polygon(rounded(*x, *y, *width, *height, *radius), mode)
            }
            Outline::Circle { x, y, radius } => {
                self.polygon(rounded(x - radius, y - radius, 2.0 * radius, 2.0 * radius, *radius), mode)
            }
            Outline::Polygon(points) => self.polygon(points.iter().map(|&(x, y)| (x, y, false)).collect(), mode),
            Outline::Line { x1, y1, x2, y2 } => {
                let points = [(*x1, *y1), (*x2, *y2)].map(|(x, y)| self.point(x, y, false)).to_vec();
                Op::DrawLine { line: Line { points, is_closed: false } }
            }
        };
        self.ops.push(op);
    }

    fn point(&self, x: f32, y: f32, bezier: bool) -> LinePoint {
        LinePoint { p: Point { x: pt(x), y: pt(self.height - y) }, bezier }
    }

    fn polygon(&self, points: Vec<(f32, f32, bool)>, mode: PaintMode) -> Op {
        let points = points.into_iter().map(|(x, y, bezier)| self.point(x, y, bezier)).collect();
        let rings = vec![PolygonRing { points }];
        Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } }
    }
}

/// Glyphs on their way to the page. Positions are in thousandths of an em from the start of the run.
struct Glyphs<'a> {
    run: &'a Run,
    height: f32,
    face: &'a Embedded,
    /// Where the next glyph belongs.
    pen: f32,
    shown: Vec<TextItem>,
    /// Glyphs after the last step in `shown`.
    codes: String,
    /// Where the glyphs that wait start: along and above the baseline.
    at: (f32, f32),
    /// Where a viewer stands after them.
    end: f32,
}

impl Glyphs<'_> {
    fn cluster(&mut self, glyphs: &[Glyph], ops: &mut Vec<Op>) {
        for glyph in glyphs {
            let number = self.face.glyph(glyph.id);
            let x = self.pen + glyph.dx * 1000.0;
            let rise = glyph.dy * 1000.0;
            if (rise - self.at.1).abs() > 0.01 {
                self.flush(ops);
            }
            if self.codes.is_empty() && self.shown.is_empty() {
                self.at = (x, rise);
                self.end = x;
            } else {
                // Kerning, and what rounded widths lost, in whole units: what is left over is carried on.
                let step = (self.end - x).round();
                if step != 0.0 {
                    self.shown.push(TextItem::Text(std::mem::take(&mut self.codes)));
                    self.shown.push(TextItem::Offset(step));
                    self.end -= step;
                }
            }
            self.codes.push(code(number));
            self.end += self.face.width(number);
            self.pen += glyph.advance * 1000.0;
        }
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if self.codes.is_empty() {
            return;
        }
        self.shown.push(TextItem::Text(std::mem::take(&mut self.codes)));
        let em = self.run.size / 1000.0;
        let (x, y) = (self.run.x + self.at.0 * em, self.height - self.run.y + self.at.1 * em);
        ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(tenth(x), tenth(y)) });
        ops.push(Op::ShowText { items: std::mem::take(&mut self.shown) });
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

fn with_property(tag: &str, name: &str, value: DictItem) -> Op {
    let properties = DictItem::Dict { map: BTreeMap::from([(name.to_owned(), value)]) };
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
}

/// UTF-16 with byte order mark, as PDF text strings want it.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

/// A tenth of a point is a thirtieth of a millimetre: text needs no finer place.
fn tenth(value: f32) -> Pt {
    Pt((value * 10.0).round() / 10.0)
}

/// Hundredths of a point are finer than any printer.
fn pt(value: f32) -> Pt {
    Pt((value * 100.0).round() / 100.0)
}

fn rgb(colour: Colour) -> Color {
    let channel = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: channel(colour.r), g: channel(colour.g), b: channel(colour.b), icc_profile: None })
}
