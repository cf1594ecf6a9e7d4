//! What tables are made of: headings, cells and their paragraphs.

use super::compose::{Align, Size, Style};
use super::fonts::Weight;
use super::mark::Mark;
use super::shape::Base;
use crate::report::content::{Column, Kind};
use crate::report::theme::Colour;

/// A column of a table to be drawn.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) title: String,
    pub(crate) align: Align,
    /// Whether its values may break into lines; figures may not.
    pub(crate) breaks: bool,
}

impl Heading {
    pub(crate) fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Left, breaks: true }
    }

    pub(crate) fn figure(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Right, breaks: false }
    }

    pub(crate) fn tick(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Centre, breaks: true }
    }

    /// A short value that reads best unbroken, such as a date.
    pub(crate) fn short(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Left, breaks: false }
    }
}

/// A paragraph within a cell.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) colour: Colour,
    pub(crate) weight: Weight,
    pub(crate) base: Base,
    /// Relative size: 1, or less for what is secondary.
    pub(crate) scale: f32,
    pub(crate) mark: Option<Mark>,
    pub(crate) link: Option<String>,
}

impl Part {
    pub(crate) fn new(text: impl Into<String>, colour: Colour) -> Self {
        Self {
            text: text.into(),
            colour,
            weight: Weight::Regular,
            base: Base::Auto,
            scale: 1.0,
            mark: None,
            link: None,
        }
    }

    pub(crate) fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    pub(crate) fn small(mut self) -> Self {
        self.scale = 0.87;
        self
    }

    /// A sentence of ours rather than a stranger's value.
    pub(crate) fn sentence(mut self) -> Self {
        self.base = Base::Ltr;
        self
    }

    pub(crate) fn mark(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }

    pub(crate) fn style(&self, size: Size) -> Style {
        let size = Size { size: size.size * self.scale, leading: size.leading * self.scale };
        Style { size, weight: self.weight, colour: self.colour, base: self.base }
    }
}

/// A cell: paragraphs below each other, and perhaps a bar that shows a share from 0 to 1.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    pub(crate) parts: Vec<Part>,
    pub(crate) bar: Option<f32>,
}

impl Content {
    /// Paragraphs, without the empty ones.
    pub(crate) fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        Self { parts: parts.into_iter().filter(|part| !part.text.is_empty()).collect(), bar: None }
    }
}

/// A row.
#[derive(Debug, Clone, Default)]
pub(crate) struct RowOf {
    pub(crate) cells: Vec<Content>,
    /// Colour of the edge that tells the row's tone.
    pub(crate) edge: Option<Colour>,
    pub(crate) total: bool,
}

/// The heading of a column of the content model.
pub(crate) fn heading(column: &Column) -> Heading {
    match column.kind {
        Kind::Text => Heading::text(&column.title),
        Kind::Int | Kind::Number | Kind::Change => Heading::figure(&column.title),
        Kind::Date | Kind::Month => Heading::short(&column.title),
    }
}

/// A SHA-256 in groups of sixteen digits that may stand below each other; `None` if the text is none.
pub(crate) fn hash_lines(text: &str) -> Option<String> {
    let is_hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| {
        let mut out = String::with_capacity(80);
        for (at, digit) in text.chars().enumerate() {
            if at > 0 && at % 16 == 0 {
                // An invisible place to break: copied text stays one hash.
                out.push('\u{200B}');
            }
            out.push(digit);
        }
        out
    })
}
