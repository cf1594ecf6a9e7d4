//! Pieces go onto pages, from top to bottom; then every page gets its running header and footer.

use std::rc::Rc;

use super::compose::{Align, Composer, FINE, Style, decoration};
use super::list::{Bookmark, Document, Item, Outline, Page, Paint, Tag};
use crate::report::content::Head;

/// A sheet of paper and its margins, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) side: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

impl Sheet {
    /// A4 upright.
    pub(crate) const A4: Self = Self { width: 595.276, height: 841.89, side: 48.0, top: 62.0, bottom: 58.0 };
    /// A4 lying on its side, for wide tables.
    pub(crate) const A4_WIDE: Self = Self { width: 841.89, height: 595.276, side: 48.0, top: 60.0, bottom: 54.0 };

    pub(crate) fn body_width(self) -> f32 {
        self.width - 2.0 * self.side
    }

    pub(crate) fn body_height(self) -> f32 {
        self.height - self.top - self.bottom
    }
}

/// What is drawn again where a piece starts a page: the header of its table.
#[derive(Debug)]
pub(crate) struct Repeat {
    pub(crate) items: Vec<Item>,
    pub(crate) height: f32,
}

/// Something that is never divided. Items are placed from its own top left corner.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) items: Vec<Item>,
    pub(crate) height: f32,
    /// Space above, unless it starts a page.
    pub(crate) before: f32,
    /// Stays on one page with the next piece.
    pub(crate) keep: bool,
    /// Starts a page.
    pub(crate) fresh: bool,
    pub(crate) repeat: Option<Rc<Repeat>>,
    /// Level and title for the outline.
    pub(crate) bookmark: Option<(u8, String)>,
}

impl Piece {
    pub(crate) fn new(items: Vec<Item>, height: f32) -> Self {
        Self { items, height, before: 0.0, keep: false, fresh: false, repeat: None, bookmark: None }
    }

    pub(crate) fn before(mut self, space: f32) -> Self {
        self.before = space;
        self
    }

    pub(crate) fn keep(mut self) -> Self {
        self.keep = true;
        self
    }
}

/// Puts all pieces onto pages.
pub(crate) fn paginate(mut composer: Composer<'_>, head: &Head) -> (Document, Vec<char>) {
    let sheet = composer.sheet;
    let pieces = std::mem::take(&mut composer.pieces);
    let mut document = Document::default();
    let mut page = blank(sheet);
    let mut y = 0.0;
    // What the pieces from each one on need together, as far as they are kept together.
    let mut needs = vec![0.0_f32; pieces.len()];
    let mut chain = 0.0;
    for (need, piece) in needs.iter_mut().zip(&pieces).rev() {
        chain = piece.before + piece.height + if piece.keep { chain } else { 0.0 };
        *need = chain;
    }
    for (piece, need) in pieces.into_iter().zip(needs) {
        let own = piece.before + piece.height;
        let room = sheet.body_height() - y;
        // A chain longer than a page cannot be kept; it starts where there is a good part of a page for it.
        let long = need > sheet.body_height() && piece.keep;
        let wanted = if long { own.max(sheet.body_height() * 0.6) } else { need.min(sheet.body_height()) };
        let starts_page = y <= 0.0;
        if !starts_page && (piece.fresh || wanted > room + 0.01) {
            document.pages.push(std::mem::replace(&mut page, blank(sheet)));
            y = 0.0;
            if let Some(repeat) = &piece.repeat {
                page.items.extend(repeat.items.iter().cloned().map(|item| item.moved(sheet.side, sheet.top).running()));
                y = repeat.height;
            }
        } else if !starts_page {
            y += piece.before;
        }
        if let Some((level, title)) = piece.bookmark {
            let bookmark = Bookmark { title, level, page: document.pages.len(), y: sheet.top + y };
            document.bookmarks.push(bookmark);
        }
        page.items.extend(piece.items.into_iter().map(|item| item.moved(sheet.side, sheet.top + y)));
        y += piece.height;
    }
    document.pages.push(page);
    let pages = document.pages.len();
    for (nth, page) in document.pages.iter_mut().enumerate() {
        running(&mut composer, head, (nth + 1, pages), page);
    }
    document.nodes = composer.nodes;
    document.complete = composer.shaper.missing.is_empty();
    (document, composer.shaper.missing.into_iter().collect())
}

fn blank(sheet: Sheet) -> Page {
    Page { width: sheet.width, height: sheet.height, items: Vec::new() }
}

/// Name and title above, in full on the first page only if they are longer than two lines; footer line and page number below.
fn running(composer: &mut Composer<'_>, head: &Head, (number, pages): (usize, usize), page: &mut Page) {
    let sheet = composer.sheet;
    let colours = composer.theme.colours;
    let style = Style::new(FINE, colours.muted);
    let width = sheet.body_width();
    let half = width / 2.0 - 10.0;
    let organisation = composer.theme.organisation.clone();
    let right =
        if organisation.is_empty() { head.subject.clone() } else { format!("{organisation} · {}", head.subject) };

    let name = composer.at_most(2, &head.name, style.bold().auto(), half);
    let title = composer.at_most(2, &right, style, half);
    let height = name.height().max(title.height());
    let top = sheet.top - 16.0 - height;
    composer.put(&name, (sheet.side, top, half), Align::Left, Tag::Running, &mut page.items);
    composer.put(&title, (sheet.side + width - half, top, half), Align::Right, Tag::Running, &mut page.items);
    let rule = |y: f32| Outline::Line { x1: sheet.side, y1: y, x2: sheet.side + width, y2: y };
    let thin = Paint::Stroke(colours.ink.tint(25), 0.5);
    page.items.push(decoration(rule(sheet.top - 12.0), thin).running());

    let counter = head
        .page
        .replace("{page}", &composer.format.number(number as u64))
        .replace("{pages}", &composer.format.number(pages as u64));
    let counter = composer.at_most(2, &counter, style, width * 0.25);
    let (count_width, gap) = (counter.width(), 14.0);
    let room = width - count_width - gap;
    let foot = sheet.height - sheet.bottom + 14.0;
    page.items.push(decoration(rule(foot - 3.0), thin).running());
    // The contact follows where there is room for it in the line, else it has one of its own.
    let contact = composer.theme.short_contact().map(str::to_owned);
    let both = contact.iter().fold(head.footer.clone(), |footer, contact| format!("{footer} · {contact}"));
    let mut lines = vec![composer.at_most(2, &both, style, room)];
    if let Some(contact) = contact.filter(|_| lines.iter().any(|text| text.lines.len() > 1)) {
        lines = vec![composer.at_most(2, &head.footer, style, room), composer.at_most(1, &contact, style, room)];
    }
    let mut y = foot;
    for text in &lines {
        y += composer.put(text, (sheet.side, y, room), Align::Left, Tag::Running, &mut page.items);
    }
    let at = (sheet.side + width - count_width, foot, count_width);
    composer.put(&counter, at, Align::Right, Tag::Running, &mut page.items);
}
