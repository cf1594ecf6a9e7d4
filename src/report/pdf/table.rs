//! Tables: columns as wide as their content asks for, rows that stay whole, headers that come back on every page.

use std::rc::Rc;

use super::cells::{Content, Heading, Part, RowOf, hash_lines, heading};
use super::compose::{Align, BODY, Composer, Size, Style, Text, decoration, put_lines};
use super::fonts::Weight;
use super::list::{Item, Link, NodeId, Outline, Paint, Role, Tag, relative_uri};
use super::mark::{Mark, mark};
use super::page::{Piece, Repeat};
use super::shape::Base;
use crate::report::content::{Cell, Table};
use crate::report::theme::Colour;
use crate::say;
use crate::text::Localizer;

/// Sizes tried in turn until the narrowest layout of a table fits.
const SIZES: [Size; 3] =
    [Size { size: 8.2, leading: 11.2 }, Size { size: 7.3, leading: 9.9 }, Size { size: 6.3, leading: 8.6 }];
const PAD_X: f32 = 4.5;
const PAD_Y: f32 = 3.4;
/// Marks stand before the first line; they take this many ems.
const MARK_EMS: f32 = 1.35;
/// A word asks for a wider column only up to here, in ems; beyond it, it breaks.
const WORD_EMS: f32 = 11.0;
/// A column that only few rows fill gets room for what they hold up to here, in ems.
const SENTENCE_EMS: f32 = 30.0;
/// A column of ticks and dates asks for no more than this for the words that few rows have there, in ems.
const TICK_EMS: f32 = 7.5;
/// Share of a page up to which a table stays on one.
const WHOLE: f32 = 0.2;
/// Rows of one table that are laid out. Nobody reads more on pages, and each takes some 20 KB until the file is written.
const MOST_ROWS: usize = 2_000;
/// Height of a progress bar with the space above it, in points.
const BAR: f32 = 8.0;

/// Column edges and text size of a table.
struct Grid {
    lefts: Vec<f32>,
    widths: Vec<f32>,
    size: Size,
}

impl Grid {
    /// Left edge and width of the text of a column.
    fn inside(&self, column: usize) -> (f32, f32) {
        let left = self.lefts.get(column).copied().unwrap_or(0.0);
        let width = self.widths.get(column).copied().unwrap_or(0.0);
        (left + PAD_X, (width - 2.0 * PAD_X).max(1.0))
    }
}

impl Composer<'_> {
    /// A table of the content model.
    pub(crate) fn plain_table(&mut self, table: &Table) {
        self.table_with(table, table.columns.iter().map(heading).collect());
    }

    /// The table of sources: names of files at the start of a row and hashes at its end keep their room, so that a name
    /// stands on one line and all hashes on the same number of lines.
    pub(crate) fn sources_table(&mut self, table: &Table) {
        let last = table.columns.len().saturating_sub(1);
        let headings = table.columns.iter().enumerate().map(|(at, column)| {
            let heading = heading(column);
            Heading { breaks: heading.breaks && at != 0 && at != last, ..heading }
        });
        self.table_with(table, headings.collect());
    }

    /// A table of short values, with the room to spare shared by all columns.
    pub(crate) fn spread_table(&mut self, table: &Table) {
        let unbroken = |column| Heading { breaks: false, ..heading(column) };
        self.table_with(table, table.columns.iter().map(unbroken).collect());
    }

    /// Tables with the same columns, each after what `above` sets for it: their columns are as wide in all of them. The
    /// texts of the column `remark` stand below those of the last one, as few rows have any.
    pub(crate) fn like_tables(&mut self, tables: &[&Table], remark: Option<usize>, above: impl Fn(&mut Self, usize)) {
        let Some(first) = tables.first() else { return };
        let mut headings: Vec<Heading> = first.columns.iter().map(heading).collect();
        let mut rows: Vec<Vec<RowOf>> = tables.iter().map(|table| self.rows(table)).collect();
        if let Some(at) = remark.filter(|at| at + 1 < headings.len()) {
            let title = headings.remove(at).title;
            if let Some(last) = headings.last_mut() {
                last.title = format!("{} / {title}", last.title);
            }
            for row in rows.iter_mut().flatten().filter(|row| at + 1 < row.cells.len()) {
                let said = row.cells.remove(at).parts.into_iter().map(|part| part.small().sentence());
                if let Some(last) = row.cells.last_mut() {
                    last.parts.extend(said);
                }
            }
        }
        let grid = self.grid(&headings, rows.iter().flatten());
        for (nth, (table, rows)) in tables.iter().zip(rows).enumerate() {
            above(self, nth);
            self.table_in(&headings, rows, &grid);
            self.more_rows(table.rows.len().saturating_sub(MOST_ROWS));
        }
    }

    fn table_with(&mut self, table: &Table, headings: Vec<Heading>) {
        let rows = self.rows(table);
        self.table_of(&headings, rows);
        self.more_rows(table.rows.len().saturating_sub(MOST_ROWS));
    }

    /// The rows of a table, of very many the first, and its total.
    fn rows(&self, table: &Table) -> Vec<RowOf> {
        let ink = self.theme.colours.ink;
        let shown = table.rows.len().min(MOST_ROWS);
        let mut rows = Vec::with_capacity(shown + 1);
        for row in table.rows.iter().take(shown) {
            let cells = row.cells.iter().map(|cell| self.cell(cell, ink)).collect();
            let edge = (row.tone != crate::report::content::Tone::Plain).then(|| self.theme.tone(row.tone));
            rows.push(RowOf { cells, edge, total: false });
        }
        if let Some(total) = &table.total {
            let cells = total.iter().map(|cell| self.cell(cell, ink)).collect();
            rows.push(RowOf { cells, edge: None, total: true });
        }
        rows
    }

    /// Says how many rows are left out, and where they are.
    fn more_rows(&mut self, count: usize) {
        // A text of its own is read only here: few reports ever need it.
        if count > 0
            && let Ok(text) = Localizer::new(self.format.lang())
        {
            let sentence = say!(text, "pdf-more-rows", count = count as u64);
            self.paragraph(&sentence, Style::new(BODY, self.theme.colours.ink).bold(), 4.0, false);
        }
    }

    fn cell(&self, cell: &Cell, ink: Colour) -> Content {
        let text = self.format.cell(cell);
        match hash_lines(&text) {
            Some(text) => Content::of([Part::new(text, self.theme.colours.muted).small()]),
            None => Content::of([Part::new(text, ink)]),
        }
    }

    /// A table as pieces: header, rows, total; of very many rows the first.
    pub(crate) fn table(&mut self, headings: &[Heading], mut rows: Vec<RowOf>) {
        let body = rows.iter().take_while(|row| !row.total).count();
        rows.drain(body.min(MOST_ROWS)..body);
        self.table_of(headings, rows);
        self.more_rows(body.saturating_sub(MOST_ROWS));
    }

    fn table_of(&mut self, headings: &[Heading], mut rows: Vec<RowOf>) {
        if headings.is_empty() {
            return;
        }
        for row in rows.iter_mut().filter(|row| row.total) {
            for part in row.cells.iter_mut().flat_map(|cell| cell.parts.iter_mut()) {
                part.weight = Weight::Bold;
            }
        }
        let grid = self.grid(headings, rows.iter());
        self.table_in(headings, rows, &grid);
    }

    fn table_in(&mut self, headings: &[Heading], rows: Vec<RowOf>, grid: &Grid) {
        let table = self.node(Role::Table, self.root);
        let header = self.header(headings, grid, table);
        let repeat = Rc::new(Repeat { items: header.items.clone(), height: header.height });
        self.pieces.push(header.before(6.0).keep());
        let count = rows.len();
        let last_is_total = rows.last().is_some_and(|row| row.total);
        let first = self.pieces.len();
        for (nth, row) in rows.into_iter().enumerate() {
            let from = self.pieces.len();
            self.row(&row, headings, grid, table, &repeat);
            // The last row stays with the total.
            let keep = last_is_total && nth + 2 == count;
            if let Some(piece) = self.pieces.get_mut(from..).and_then(<[Piece]>::last_mut) {
                piece.keep = keep;
            }
        }
        // A small table is not divided.
        let all: f32 = self.pieces.iter().skip(first).map(|piece| piece.height).sum();
        if all <= self.sheet.body_height() * WHOLE {
            let last = self.pieces.len().saturating_sub(1);
            for piece in self.pieces.iter_mut().take(last).skip(first) {
                piece.keep = true;
            }
        }
        // A table does not begin with a single row at the foot of a page, unless its rows are as tall as paragraphs.
        let together: f32 = self.pieces.iter().skip(first).take(2).map(|piece| piece.height).sum();
        if count > 1
            && together <= self.sheet.body_height() * 0.3
            && let Some(piece) = self.pieces.get_mut(first)
        {
            piece.keep = true;
        }
    }

    /// Column widths by what the cells ask for: all of it if there is room, else what their longest words need and a
    /// fair share of the rest.
    fn grid<'r>(&mut self, headings: &[Heading], rows: impl Iterator<Item = &'r RowOf>) -> Grid {
        // Widths asked for by every cell: one very long name must not take the room of all others.
        let mut asked: Vec<Vec<f32>> = vec![Vec::new(); headings.len()];
        let mut least = vec![0.0_f32; headings.len()];
        for (column, heading) in headings.iter().enumerate() {
            let shaped = self.shaper.shape(&heading.title, Weight::Bold, Base::Ltr);
            // A title stands on two lines or so, not on as many as it has words.
            let two_lines = shaped.width * 0.56;
            widen(&mut least, column, shaped.widest_word.max(two_lines).min(WORD_EMS));
        }
        for row in rows {
            for (column, (cell, heading)) in row.cells.iter().zip(headings).enumerate() {
                let mut widest = 0.0_f32;
                for part in &cell.parts {
                    let shaped = self.shaper.shape(&part.text, part.weight, part.base);
                    let mark = if part.mark.is_some() { MARK_EMS } else { 0.0 };
                    let word = if heading.breaks {
                        shaped.widest_word.min(WORD_EMS)
                    } else {
                        shaped.width.min(2.0 * WORD_EMS)
                    };
                    widest = widest.max((shaped.width + mark) * part.scale);
                    widen(&mut least, column, (word + mark) * part.scale);
                }
                if let Some(asked) = asked.get_mut(column) {
                    let most = if heading.align == Align::Centre { TICK_EMS } else { f32::INFINITY };
                    asked.push(widest.min(most));
                }
            }
        }
        let mut most = least.clone();
        for (column, asked) in asked.iter_mut().enumerate() {
            widen(&mut most, column, asked.iter().copied().fold(0.0, f32::max));
        }
        // Where there is room for it, the title of names stands on one line.
        for (column, heading) in headings.iter().enumerate().filter(|(_, h)| !h.breaks && h.align == Align::Left) {
            widen(&mut most, column, self.shaper.shape(&heading.title, Weight::Bold, Base::Ltr).width);
        }
        let whole = self.width();
        let points =
            |ems: &[f32], size: f32| -> Vec<f32> { ems.iter().map(|em| em * size + 2.0 * PAD_X + 0.2).collect() };
        let size = SIZES
            .into_iter()
            .find(|size| points(&least, size.size).iter().sum::<f32>() <= whole)
            .unwrap_or(SIZES[SIZES.len() - 1]);
        let mut wanted = points(&most, size.size);
        if wanted.iter().sum::<f32>() > whole {
            let mut usual = least.clone();
            for (column, asked) in asked.iter_mut().enumerate() {
                asked.sort_unstable_by(f32::total_cmp);
                let most_of = |asked: &[f32]| asked.get(asked.len() * 8 / 10).copied().unwrap_or(0.0);
                widen(&mut usual, column, most_of(asked));
                // Sentences that few rows have would else stand word below word.
                let filled = asked.partition_point(|&asked| asked <= 0.0);
                widen(&mut usual, column, most_of(asked.get(filled..).unwrap_or_default()).min(SENTENCE_EMS));
            }
            wanted = points(&usual, size.size);
        }
        let widths = share(&points(&least, size.size), &wanted, headings, whole);
        let mut lefts = Vec::with_capacity(widths.len());
        let mut left = 0.0;
        for width in &widths {
            lefts.push(left);
            left += width;
        }
        Grid { lefts, widths, size }
    }

    fn header(&mut self, headings: &[Heading], grid: &Grid, table: NodeId) -> Piece {
        let row = self.node(Role::TableRow, table);
        let style = Style::new(grid.size, self.theme.colours.accent).bold();
        let texts: Vec<Text> = headings
            .iter()
            .enumerate()
            .map(|(column, heading)| self.text(&heading.title, style, grid.inside(column).1))
            .collect();
        let height = texts.iter().map(Text::height).fold(0.0, f32::max) + 2.0 * PAD_Y + 0.6;
        let whole = self.width();
        let fill = Outline::Rect { x: 0.0, y: 0.0, width: whole, height };
        let rule = Outline::Line { x1: 0.0, y1: height, x2: whole, y2: height };
        let mut items = vec![
            decoration(fill, Paint::Fill(self.theme.colours.accent.tint(8))),
            decoration(rule, Paint::Stroke(self.theme.colours.accent, 0.8)),
        ];
        for (column, (text, heading)) in texts.iter().zip(headings).enumerate() {
            let cell = self.node(Role::TableHead, row);
            let (left, width) = grid.inside(column);
            let top = height - PAD_Y - text.height();
            self.put(text, (left, top, width), heading.align, Tag::Node(cell), &mut items);
        }
        Piece::new(items, height)
    }

    /// A row as one piece, or as several if it is taller than a page.
    fn row(&mut self, row: &RowOf, headings: &[Heading], grid: &Grid, table: NodeId, repeat: &Rc<Repeat>) {
        let node = self.node(Role::TableRow, table);
        let mut cells: Vec<Stack> = Vec::with_capacity(headings.len());
        for column in 0..headings.len() {
            let cell_node = self.node(Role::TableCell, node);
            let content = row.cells.get(column);
            let mut stack = Stack { texts: Vec::new(), bar: content.and_then(|cell| cell.bar), at: (0, 0) };
            let parts = content.map(|cell| cell.parts.as_slice()).unwrap_or_default();
            for part in parts {
                let style = part.style(grid.size);
                let indent = if part.mark.is_some() { MARK_EMS * style.size.size } else { 0.0 };
                let width = grid.inside(column).1 - indent;
                let text = self.text(&part.text, style, width);
                let text = self.balanced(text, &part.text, width);
                let block = self.block();
                let mut node = cell_node;
                if parts.len() > 1 {
                    node = self.node(Role::Paragraph, node);
                }
                if part.link.is_some() {
                    node = self.node(Role::Link, node);
                }
                self.note(&text, Tag::Node(node));
                stack.texts.push(Set { text, indent, mark: part.mark, link: part.link.clone(), node, block });
            }
            cells.push(stack);
        }
        let limit = self.sheet.body_height() - repeat.height - 2.0;
        loop {
            let height = cells.iter().map(Stack::height).fold(0.0, f32::max) + 2.0 * PAD_Y;
            let whole_row = height <= limit;
            let taken = if whole_row { height } else { limit };
            let mut items = self.row_ground(row, taken);
            let mut moved = false;
            for (column, (stack, heading)) in cells.iter_mut().zip(headings).enumerate() {
                let place = (grid.inside(column), heading.align);
                moved |= self.cell_lines(stack, place, taken - 2.0 * PAD_Y, &mut items);
            }
            let mut piece = Piece::new(items, taken);
            piece.repeat = Some(Rc::clone(repeat));
            self.pieces.push(piece);
            if whole_row || !moved {
                break;
            }
        }
    }

    /// A hash stands on two lines of one length unless there is room for any hash on one: those below each other look alike.
    fn balanced(&mut self, text: Text, source: &str, width: f32) -> Text {
        const BREAK: char = '\u{200B}';
        /// The widest that a hash may be, in ems.
        const HASH_EMS: f32 = 64.0 * 0.6;
        let size = text.style.size.size;
        let whole = text.shaped.width * size;
        if !source.contains(BREAK) || text.lines.len() > 2 || HASH_EMS * size <= width || whole * 0.6 >= width {
            return text;
        }
        self.text(source, text.style, whole * 0.6)
    }

    /// Rules and edge of a row.
    fn row_ground(&self, row: &RowOf, height: f32) -> Vec<Item> {
        let whole = self.width();
        let rule = |y: f32| Outline::Line { x1: 0.0, y1: y, x2: whole, y2: y };
        let colours = self.theme.colours;
        let mut items = Vec::new();
        if row.total {
            items.push(decoration(rule(0.0), Paint::Stroke(colours.accent, 0.8)));
        } else {
            items.push(decoration(rule(height), Paint::Stroke(colours.ink.tint(16), 0.4)));
        }
        if let Some(edge) = row.edge {
            let edge_shape = Outline::Rect { x: 0.0, y: 0.8, width: 1.8, height: height - 1.2 };
            items.push(decoration(edge_shape, Paint::Fill(edge)));
        }
        items
    }

    /// Sets the lines of a cell that fit; returns whether any line was set.
    fn cell_lines(&mut self, stack: &mut Stack, place: ((f32, f32), Align), room: f32, out: &mut Vec<Item>) -> bool {
        let ((left, width), align) = place;
        let mut y = PAD_Y;
        let end = PAD_Y + room + 0.01;
        let mut any = false;
        while let Some(set) = stack.texts.get(stack.at.0) {
            let Some(line) = set.text.lines.get(stack.at.1) else {
                stack.at = (stack.at.0 + 1, 0);
                continue;
            };
            let Size { size, leading } = set.text.style.size;
            if y + leading > end {
                break;
            }
            let at = (left + set.indent, y, width - set.indent);
            if stack.at.1 == 0
                && let Some(kind) = set.mark
            {
                mark(kind, left + size * 0.45, y + leading / 2.0, size * 0.42, self.theme, out);
            }
            put_lines(&set.text, std::slice::from_ref(line), at, align, (Tag::Node(set.node), set.block), out);
            if let Some(uri) = &set.link {
                out.push(Item::Link(Link {
                    x: at.0,
                    y,
                    width: (line.width * size).min(at.2),
                    height: leading,
                    uri: relative_uri(uri),
                    node: set.node,
                    alt: set.text.shaped.text.clone(),
                }));
            }
            y += leading;
            stack.at.1 += 1;
            any = true;
        }
        if let (Some(share), true) = (stack.bar, stack.at.0 >= stack.texts.len())
            && y + BAR <= end
        {
            stack.bar = None;
            let bar = |width: f32| Outline::Rounded { x: left, y: y + 3.0, width, height: 3.6, radius: 1.8 };
            out.push(decoration(bar(width), Paint::Fill(self.theme.colours.ink.tint(12))));
            let filled = width * share.clamp(0.0, 1.0);
            if filled > 3.6 {
                out.push(decoration(bar(filled), Paint::Fill(self.theme.colours.accent)));
            }
        }
        any
    }
}

/// A paragraph of a cell, broken into lines.
struct Set {
    text: Text,
    indent: f32,
    mark: Option<Mark>,
    link: Option<String>,
    node: NodeId,
    block: u32,
}

/// The paragraphs of a cell, and how far they have been set.
struct Stack {
    texts: Vec<Set>,
    bar: Option<f32>,
    /// Paragraph and line that come next.
    at: (usize, usize),
}

impl Stack {
    /// Height of what is still to be set.
    fn height(&self) -> f32 {
        let (paragraph, line) = self.at;
        let done = self.texts.get(paragraph).map_or(0.0, |set| line as f32 * set.text.style.size.leading);
        let all: f32 = self.texts.iter().skip(paragraph).map(|set| set.text.height()).sum();
        all - done + if self.bar.is_some() { BAR } else { 0.0 }
    }
}

fn widen(widths: &mut [f32], column: usize, width: f32) {
    if let Some(known) = widths.get_mut(column) {
        *known = known.max(width);
    }
}

/// Shares the width among the columns.
fn share(least: &[f32], most: &[f32], headings: &[Heading], whole: f32) -> Vec<f32> {
    let least_sum: f32 = least.iter().sum();
    let most_sum: f32 = most.iter().sum();
    if least_sum >= whole {
        return least.iter().map(|width| width * whole / least_sum).collect();
    }
    if most_sum <= whole {
        // Room to spare goes to the texts, so that figures stay near their names.
        let grows = |heading: &Heading| heading.breaks && heading.align == Align::Left;
        let growing: f32 =
            most.iter().zip(headings).filter(|(_, heading)| grows(heading)).map(|(width, _)| width).sum();
        let spare = whole - most_sum;
        return most
            .iter()
            .zip(headings)
            .map(|(width, heading)| match (growing > 0.0, grows(heading)) {
                (true, true) => width + spare * width / growing,
                (true, false) => *width,
                (false, _) => width + spare / most.len() as f32,
            })
            .collect();
    }
    // Whoever asks for four times as much gets twice as much, and nobody more than is asked for: long sentences must not
    // press a short address into three lines.
    let at = |height: f32| -> Vec<f32> {
        let columns = least.iter().zip(most);
        columns.map(|(least, most)| (height * most.max(0.0).sqrt()).min(*most).max(*least)).collect()
    };
    let (mut low, mut high) = (0.0, most.iter().copied().fold(1.0, f32::max));
    for _ in 0..32 {
        let middle = f32::midpoint(low, high);
        if at(middle).iter().sum::<f32>() > whole { high = middle } else { low = middle }
    }
    at(low)
}
