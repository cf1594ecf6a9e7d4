//! Bars of several reviews, side by side.

use super::compose::{Align, BODY, Composer, NOTE, Style};
use super::list::{Item, Outline, Paint, Shape, Tag};
use super::mark::{Mark, mark};
use super::page::Piece;
use crate::report::content::{Bars, Trend};
use crate::report::theme::Colour;

/// Height of the highest bar.
const HEIGHT: f32 = 64.0;
/// Room of a bar with what stands below it, at most, and the bar's part of it.
const ROOM: f32 = 96.0;
const PART: f32 = 0.55;
/// Bars that a page is wide enough for: of more reviews the newest are drawn, the table has all.
const MOST: usize = 8;
/// Bars that half a page is wide enough for, and the gap between charts.
const FEW: usize = 5;
const GAP: f32 = 18.0;

impl Composer<'_> {
    /// The trend as charts, then as a table.
    pub(crate) fn trend(&mut self, trend: &Trend, level: u8) {
        self.heading(&trend.title, level);
        self.paragraph(&trend.intro, Style::new(BODY, self.theme.colours.ink), 0.0, true);
        // Few bars leave room for two charts side by side.
        let few = trend.charts.iter().all(|bars| bars.reviews.len() <= FEW);
        let columns = if few { trend.charts.len().clamp(1, 2) } else { 1 };
        let width = (self.width() - GAP * (columns as f32 - 1.0)) / columns as f32;
        for row in trend.charts.chunks(columns) {
            let (mut items, mut tallest) = (Vec::new(), 0.0_f32);
            for (column, bars) in row.iter().enumerate() {
                tallest = tallest.max(self.bars(bars, column as f32 * (width + GAP), width, &mut items));
            }
            if tallest > 0.0 {
                self.pieces.push(Piece::new(items, tallest + 8.0).before(6.0).keep());
            }
        }
        self.spread_table(&trend.table);
    }

    /// One chart of a width with its left end at `x0`; returns its height.
    fn bars(&mut self, bars: &Bars, x0: f32, whole: f32, items: &mut Vec<Item>) -> f32 {
        let first = bars.reviews.len().saturating_sub(MOST);
        let reviews = bars.reviews.get(first..).unwrap_or_default();
        let value = |series: usize, review: usize| {
            bars.series.get(series).and_then(|series| series.values.get(first + review)).copied().unwrap_or(0)
        };
        let sum = |review: usize| (0..bars.series.len()).fold(0_u64, |sum, s| sum.saturating_add(value(s, review)));
        let highest = (0..reviews.len()).map(sum).max().unwrap_or(0);
        if highest == 0 {
            return 0.0;
        }
        let colours = self.theme.colours;
        let told: Vec<String> = (0..reviews.len())
            .map(|n| {
                let said = (0..bars.series.len()).map(|s| {
                    let number = self.format.number(value(s, n));
                    match bars.series.get(s).filter(|_| bars.series.len() > 1) {
                        Some(series) => format!("{}: {number}", series.label),
                        None => number,
                    }
                });
                let said: Vec<String> = said.collect();
                format!("{} – {}", reviews.get(n).map(String::as_str).unwrap_or_default(), said.join(", "))
            })
            .collect();
        let node = self.figure(self.root, format!("{}: {}", bars.title, told.join("; ")));
        let figure = Tag::Node(node);
        let title = self.text(&bars.title, Style::new(NOTE, colours.muted).bold(), whole);
        let mut top = self.put(&title, (x0, 0.0, whole), Align::Left, figure, items) + 3.0;
        if bars.series.len() > 1 {
            let parts = bars.series.iter().enumerate().map(|(n, series)| (self.fill(bars, n), series.label.as_str()));
            let parts: Vec<(Colour, &str)> = parts.collect();
            top += self.legend(&parts, (x0, top), figure, items) + 1.0;
        }
        top += NOTE.leading;
        let room = (whole / reviews.len().max(1) as f32).min(ROOM);
        let mut lowest: f32 = 0.0;
        for (n, review) in reviews.iter().enumerate() {
            let left = x0 + n as f32 * room;
            let (x, width) = (left + room * (1.0 - PART) / 2.0, room * PART);
            let scaled = |value: u64| (value as f64 / highest as f64 * f64::from(HEIGHT)) as f32;
            let mut y = top + HEIGHT;
            for s in (0..bars.series.len()).rev() {
                let height = scaled(value(s, n));
                if height > 0.0 {
                    y -= height;
                    let outline = Outline::Rect { x, y, width, height: (height - 0.8).max(0.4) };
                    let fill = self.fill(bars, s);
                    items.push(Item::Shape(Shape { outline, paint: Paint::Fill(fill), tag: figure }));
                }
            }
            let number = self.format.number(sum(n));
            let number = self.text(&number, Style::new(NOTE, colours.ink).bold(), room);
            self.put(&number, (left, y - NOTE.leading - 1.0, room), Align::Centre, figure, items);
            let day = self.text(review, Style::new(NOTE, colours.muted), room - 4.0);
            let below = self.put(&day, (left + 2.0, top + HEIGHT + 3.0, room - 4.0), Align::Centre, figure, items);
            lowest = lowest.max(below);
        }
        let base = Outline::Line { x1: x0, y1: top + HEIGHT, x2: x0 + room * reviews.len() as f32, y2: top + HEIGHT };
        items.push(super::compose::decoration(base, Paint::Stroke(colours.muted, 0.5)));
        top + HEIGHT + lowest
    }

    fn fill(&self, bars: &Bars, series: usize) -> Colour {
        match bars.series.get(series).and_then(|series| series.tier) {
            Some(tier) => self.theme.bar(tier),
            None => self.theme.colours.accent,
        }
    }

    /// Every part of a bar by its colour and name, on one line; returns the height.
    pub(super) fn legend(
        &mut self,
        parts: &[(Colour, &str)],
        (left, top): (f32, f32),
        tag: Tag,
        items: &mut Vec<Item>,
    ) -> f32 {
        let mut x = left;
        for (colour, label) in parts {
            mark(Mark::Swatch(*colour), x + 4.0, top + NOTE.leading / 2.0, 4.0, self.theme, items);
            let text = self.at_most(1, label, Style::new(NOTE, self.theme.colours.ink), 160.0);
            self.put(&text, (x + 12.0, top, text.width() + 0.5), Align::Left, tag, items);
            x += text.width() + 28.0;
        }
        NOTE.leading + 3.0
    }
}
