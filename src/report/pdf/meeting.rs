//! The portfolio's first page, for the meeting: tiers, markets, and short lists side by side.

use super::compose::{Align, BODY, Composer, FINE, NOTE, NUMBER, Style, decoration};
use super::list::{Item, Outline, Paint, Role, Shape, Tag};
use super::mark::{Mark, mark};
use super::page::Piece;
use crate::finding::Severity;
use crate::report::content::{MarketRow, Markets, Panel, PanelLine, PortfolioReport};
use crate::report::theme::Colour;

const GAP: f32 = 18.0;
/// Space above a row of panels.
const PANEL_GAP: f32 = 13.0;
/// Lines of a panel.
const MOST: usize = 5;
const FEWEST: usize = 2;
/// Lines of text of one of them: all of nearly every one, and never a page of a single partner.
const WRAPS: usize = 6;

impl Composer<'_> {
    /// Tiers and markets side by side, then the panels.
    pub(crate) fn meeting(&mut self, report: &PortfolioReport) {
        let left = if report.markets.rows.is_empty() { self.width() } else { (self.width() - GAP) * 0.58 };
        let (mut items, cards) = self.tier_cards(report, left);
        let right = (left + GAP, self.width() - left - GAP);
        let bars = self.markets(&report.markets, right, &mut items);
        self.pieces.push(Piece::new(items, cards.max(bars)).before(12.0));
        let columns = if self.width() > 600.0 { 3 } else { 2 };
        let used: f32 = self.pieces.iter().map(|piece| piece.before + piece.height).sum();
        let lines = self.lines_of_panels(&report.panels, columns, self.sheet.body_height() - used);
        for (row, lines) in report.panels.chunks(columns).zip(lines.chunks(columns)) {
            self.panels(row, columns, lines);
        }
    }

    /// How many lines each panel shows: as many as there is room for, a line more for each in turn. Whoever wants all of
    /// them finds them in the lists that follow.
    fn lines_of_panels(&mut self, panels: &[Panel], columns: usize, room: f32) -> Vec<usize> {
        let mut lines: Vec<usize> = panels.iter().map(|panel| panel.lines.len().min(FEWEST)).collect();
        let width = self.panel_width(columns);
        let nodes = self.nodes.len();
        // The height of each panel by how many lines it shows.
        let heights: Vec<Vec<f32>> = panels
            .iter()
            .map(|panel| {
                let all = panel.lines.len().min(MOST);
                (0..=all).map(|most| self.panel(panel, most, (0.0, width), &mut Vec::new())).collect()
            })
            .collect();
        self.nodes.truncate(nodes);
        let used = |lines: &[usize]| -> f32 {
            let each = heights.iter().zip(lines).map(|(heights, most)| heights.get(*most).copied().unwrap_or(0.0));
            let each: Vec<f32> = each.collect();
            each.chunks(columns).map(|row| PANEL_GAP + row.iter().copied().fold(0.0, f32::max)).sum()
        };
        for most in FEWEST + 1..=MOST {
            for at in 0..panels.len() {
                let mut more = lines.clone();
                match more.get_mut(at) {
                    Some(shown) if heights.get(at).is_some_and(|heights| heights.len() > most) => *shown = most,
                    _ => continue,
                }
                if used(&more) <= room {
                    lines = more;
                }
            }
        }
        lines
    }

    fn panel_width(&self, columns: usize) -> f32 {
        (self.width() - GAP * (columns as f32 - 1.0)) / columns as f32
    }

    /// How many partners hold each tier, a card each.
    fn tier_cards(&mut self, report: &PortfolioReport, whole: f32) -> (Vec<Item>, f32) {
        let colours = self.theme.colours;
        let mut items = Vec::new();
        let gap = 10.0;
        let at_risk = (report.at_risk.1 > 0).then_some(&report.at_risk);
        let tiers = report
            .totals
            .iter()
            .map(|(tier, label, count)| (Mark::Tier(*tier), self.theme.tier(*tier), label.as_str(), *count));
        let risk = at_risk.map(|(label, n)| (Mark::Severity(Severity::Warning), colours.open, label.as_str(), *n));
        let cards: Vec<(Mark, Colour, &str, u64)> = tiers.chain(risk).collect();
        let columns = cards.len().clamp(1, 4);
        let width = (whole - gap * (columns as f32 - 1.0)) / columns as f32;
        let left = 43.0;
        let mut top = 0.0;
        for chunk in cards.chunks(columns) {
            let mut tallest: f32 = 0.0;
            let mut texts = Vec::new();
            for &(sign, colour, label, count) in chunk {
                let number = self.format.number(count);
                let number = self.at_most(1, &number, Style::new(NUMBER, colours.ink).bold(), width - left - 6.0);
                let label = self.at_most(3, label, Style::new(BODY, colours.ink), width - left - 4.0);
                tallest = tallest.max(number.height() + label.height() + 18.0);
                texts.push((sign, colour, number, label));
            }
            for (column, (sign, colour, number, label)) in texts.iter().enumerate() {
                let x = column as f32 * (width + gap);
                let card = Outline::Rounded { x, y: top, width, height: tallest, radius: 5.0 };
                items.push(decoration(card, Paint::Fill(colour.tint(11))));
                mark(*sign, x + 22.0, top + tallest / 2.0, 13.0, self.theme, &mut items);
                let node = self.node(Role::Paragraph, self.root);
                let mut y = top + 9.0;
                y += self.put(number, (x + left, y, width - left), Align::Left, Tag::Node(node), &mut items);
                let node = self.node(Role::Paragraph, self.root);
                self.put(label, (x + left, y, width - left), Align::Left, Tag::Node(node), &mut items);
            }
            top += tallest + gap;
        }
        (items, (top - gap).max(0.0))
    }

    /// A bar for each market, divided by tier; `at` is left and width. Returns its height.
    fn markets(&mut self, markets: &Markets, (left, width): (f32, f32), items: &mut Vec<Item>) -> f32 {
        let most = markets.rows.iter().map(|row| row.total).max().unwrap_or(0);
        if most == 0 {
            return 0.0;
        }
        let colours = self.theme.colours;
        let node = self.node(Role::Heading(1), self.root);
        let title = self.text(&markets.title, Style::new(BODY, colours.accent).bold(), width);
        let mut y = self.put(&title, (left, 0.0, width), Align::Left, Tag::Node(node), items) + 2.0;
        // What it says is said in the words of each bar, too.
        let tiers: Vec<(Colour, &str)> =
            markets.tiers.iter().map(|(tier, label)| (self.theme.bar(*tier), label.as_str())).collect();
        y += self.legend(&tiers, (left, y), Tag::Decoration, items);
        let (label_width, count_width) = ((width * 0.36).round(), 26.0);
        let whole = width - label_width - count_width;
        for MarketRow { label, counts, total, .. } in &markets.rows {
            let said = counts.iter().zip(&markets.tiers).filter(|(count, _)| **count > 0);
            let said: Vec<String> = said.map(|(n, (_, tier))| format!("{tier}: {}", self.format.number(*n))).collect();
            let figure = Tag::Node(self.figure(self.root, format!("{label}: {}", said.join("; "))));
            let name = self.at_most(2, label, Style::new(NOTE, colours.ink), label_width - 6.0);
            let height = name.height().max(13.0);
            self.put(&name, (left, y, label_width - 6.0), Align::Left, figure, items);
            let mut x = left + label_width;
            for (count, (tier, _)) in counts.iter().zip(&markets.tiers).filter(|(count, _)| **count > 0) {
                let part = (*count as f64 / most as f64 * f64::from(whole)) as f32;
                let fill = self.theme.bar(*tier);
                let outline = Outline::Rect { x, y, width: (part - 0.8).max(0.6), height: 12.0 };
                items.push(Item::Shape(Shape { outline, paint: Paint::Fill(fill), tag: figure }));
                let number = self.format.number(*count);
                let number = self.at_most(1, &number, Style::new(FINE, on(fill, colours.ink)).bold(), part);
                if number.width() + 4.0 <= part {
                    self.put(&number, (x, y + 1.2, part - 0.8), Align::Centre, figure, items);
                }
                x += part;
            }
            let total = self.format.number(*total);
            let total = self.at_most(1, &total, Style::new(NOTE, colours.ink).bold(), count_width);
            self.put(&total, (left + width - count_width, y, count_width), Align::Right, figure, items);
            y += height + 5.0;
        }
        y
    }

    /// Panels side by side, as one piece.
    fn panels(&mut self, panels: &[Panel], columns: usize, lines: &[usize]) {
        let width = self.panel_width(columns);
        let mut items = Vec::new();
        let mut tallest: f32 = 0.0;
        for (column, (panel, most)) in panels.iter().zip(lines).enumerate() {
            tallest = tallest.max(self.panel(panel, *most, (column as f32 * (width + GAP), width), &mut items));
        }
        let mut piece = Piece::new(items, tallest).before(PANEL_GAP);
        piece.bookmark = panels.first().map(|panel| (1, panel.title.clone()));
        self.pieces.push(piece);
    }

    fn panel(&mut self, panel: &Panel, most: usize, (left, width): (f32, f32), items: &mut Vec<Item>) -> f32 {
        let colours = self.theme.colours;
        let rule = Outline::Line { x1: left, y1: 0.0, x2: left + width, y2: 0.0 };
        items.push(decoration(rule, Paint::Stroke(colours.accent, 1.0)));
        let node = self.node(Role::Heading(1), self.root);
        let title = self.at_most(2, &panel.title, Style::new(BODY, colours.accent).bold(), width);
        let mut y = 4.0;
        y += self.put(&title, (left, y, width), Align::Left, Tag::Node(node), items) + 2.0;
        let list = self.node(Role::List, self.root);
        for line in panel.lines.iter().take(most) {
            let item = self.node(Role::ListItem, list);
            let body = Tag::Node(self.node(Role::ListBody, item));
            y += self.panel_line(line, (left, y, width), body, items);
        }
        if let Some(more) = panel.more(panel.lines.len().min(most)) {
            let item = self.node(Role::ListItem, list);
            let body = Tag::Node(self.node(Role::ListBody, item));
            let more = self.at_most(2, more, Style::new(FINE, colours.muted), width - 14.0);
            y += self.put(&more, (left + 14.0, y + 2.0, width - 14.0), Align::Left, body, items) + 2.0;
        }
        y
    }

    fn panel_line(&mut self, line: &PanelLine, at: (f32, f32, f32), tag: Tag, items: &mut Vec<Item>) -> f32 {
        let (left, top, width) = at;
        let colours = self.theme.colours;
        let (x, inside) = (left + 14.0, width - 14.0);
        let mut y = top + 3.0;
        match line.tier {
            Some(tier) => mark(Mark::Tier(tier), left + 5.0, y + NOTE.leading / 2.0, 4.2, self.theme, items),
            None => {
                let dot = Outline::Circle { x: left + 5.0, y: y + NOTE.leading / 2.0, radius: 1.6 };
                items.push(decoration(dot, Paint::Fill(colours.accent)));
            }
        }
        let name = self.at_most(1, &line.name, Style::new(NOTE, colours.ink).bold().auto(), inside);
        y += self.put(&name, (x, y, inside), Align::Left, tag, items);
        let text = self.at_most(WRAPS, &line.text, Style::new(FINE, colours.muted), inside);
        y += self.put(&text, (x, y, inside), Align::Left, tag, items);
        if let Some(share) = line.share {
            let bar = |width: f32| Outline::Rect { x, y: y + 1.5, width, height: 3.0 };
            items.push(decoration(bar(inside), Paint::Fill(colours.ink.tint(12))));
            // One short of a threshold is not all of it.
            items.push(decoration(bar(inside * (share as f32).clamp(0.0, 0.985)), Paint::Fill(colours.accent)));
            y += 5.5;
        }
        y + 1.0 - top
    }
}

/// White or ink, whichever is read more easily on a fill.
fn on(fill: Colour, ink: Colour) -> Colour {
    let light = 0.299 * f32::from(fill.r) + 0.587 * f32::from(fill.g) + 0.114 * f32::from(fill.b);
    if light > 150.0 { ink } else { Colour::WHITE }
}
