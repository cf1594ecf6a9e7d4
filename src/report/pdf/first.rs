//! The blocks of a first page: title, facts, status, gauges, plan, totals; and the last lines of a report.

use std::sync::Arc;

use super::compose::{
    Align, BODY, Composer, FINE, LEAD, LONG_TITLE, NOTE, NUMBER, Style, TIER, TITLE, Text, VERDICT, decoration,
};
use super::list::{Item, Outline, Paint, Placed, Role, Tag};
use super::mark::{Mark, mark};
use super::page::Piece;
use crate::finding::Severity;
use crate::report::content::{Gauge, Head, PlanContent, Status};

impl Composer<'_> {
    /// Title, subject and the strip of facts.
    pub(crate) fn title_block(&mut self, head: &Head) {
        let colours = self.theme.colours;
        let node = self.node(Role::Title, self.root);
        let (logo, taken, least) = self.logo();
        let width = self.width() - taken;
        let mut title = self.text(&head.title, Style::new(TITLE, colours.ink).bold(), width);
        if title.lines.len() > 1 {
            let smaller = self.text(&head.title, Style::new(LONG_TITLE, colours.ink).bold(), width);
            title = if smaller.lines.len() == 1 { smaller } else { title };
        }
        let first = self.pieces.len();
        self.flow(&title, 0.0, Tag::Node(node), 0.0, true, Vec::new());
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.bookmark = Some((1, head.title.clone()));
        }
        if !head.subject.is_empty() {
            let node = self.node(Role::Paragraph, self.root);
            let subject = self.text(&head.subject, Style::new(LEAD, colours.muted), width);
            self.flow(&subject, 0.0, Tag::Node(node), 2.0, true, Vec::new());
        }
        // The logo stands beside both, and what follows below all three.
        let block = self.pieces.get_mut(first..).unwrap_or_default();
        let height: f32 = block.iter().map(|piece| piece.before + piece.height).sum();
        if let Some(last) = block.last_mut() {
            last.height += (least - height).max(0.0);
        }
        if let Some(piece) = block.first_mut() {
            piece.items.extend(logo);
        }
        self.facts(&head.facts);
    }

    /// The logo at the top right, with the width that it takes and the height that it needs.
    fn logo(&mut self) -> (Option<Item>, f32, f32) {
        /// The box that it is fitted into, in points: no higher than a line of title and one of subject.
        const LOGO: (f32, f32) = (136.0, 41.0);
        let Some(logo) = &self.theme.logo else { return (None, 0.0, 0.0) };
        let (width, height) = logo.fit(LOGO.0, LOGO.1);
        let picture = Arc::clone(&logo.picture);
        let figure = self.figure(self.root, self.theme.organisation.clone());
        let placed = Placed { x: self.width() - width, y: 0.0, width, height, picture, tag: Tag::Node(figure) };
        (Some(Item::Picture(placed)), width + 18.0, height)
    }

    /// Who to turn to, at the end of a report.
    pub(crate) fn closing(&mut self) {
        let (theme, colours) = (self.theme, self.theme.colours);
        if theme.contact.is_empty() {
            return;
        }
        let mut items = Vec::new();
        let rule = Outline::Line { x1: 0.0, y1: 0.0, x2: self.width(), y2: 0.0 };
        items.push(decoration(rule, Paint::Stroke(colours.accent, 1.2)));
        let mut y = 8.0;
        if !theme.organisation.is_empty() {
            let node = self.node(Role::Paragraph, self.root);
            let name = self.text(&theme.organisation, Style::new(BODY, colours.ink).bold(), self.width());
            y += self.put(&name, (0.0, y, self.width()), Align::Left, Tag::Node(node), &mut items);
        }
        let node = self.node(Role::Paragraph, self.root);
        let contact = self.text(&theme.contact, Style::new(BODY, colours.ink), self.width());
        y += self.put_linked(&contact, (0.0, y, self.width()), node, &mut items);
        self.pieces.push(Piece::new(items, y).before(20.0));
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        let colours = self.theme.colours;
        let (least, most) = if self.width() > 600.0 { (5, 7) } else { (3, 4) };
        // Rows of about the same length: five facts stand as three and two.
        let columns = facts.len().div_ceil(facts.len().div_ceil(most).max(1)).max(least);
        let width = self.width() / columns as f32;
        let inside = width - 10.0;
        let list = self.node(Role::List, self.root);
        for (nth, chunk) in facts.chunks(columns).enumerate() {
            let cells: Vec<(Text, Text)> = chunk
                .iter()
                .map(|(label, value)| {
                    let label = self.at_most(3, label, Style::new(FINE, colours.muted), inside);
                    let value = self.at_most(6, value, Style::new(BODY, colours.ink).auto(), inside);
                    (label, value)
                })
                .collect();
            let labels = cells.iter().map(|(label, _)| label.height()).fold(0.0, f32::max);
            let values = cells.iter().map(|(_, value)| value.height()).fold(0.0, f32::max);
            let mut items = Vec::new();
            if nth == 0 {
                let rule = Outline::Line { x1: 0.0, y1: 0.0, x2: self.width(), y2: 0.0 };
                items.push(decoration(rule, Paint::Stroke(colours.accent, 1.2)));
            }
            for (column, (label, value)) in cells.iter().enumerate() {
                let left = column as f32 * width;
                let item = self.node(Role::ListItem, list);
                let name = Tag::Node(self.node(Role::Label, item));
                let body = Tag::Node(self.node(Role::ListBody, item));
                // Labels stand at the foot of their row, next to their values.
                let top = 6.0 + labels - label.height();
                self.put(label, (left, top, inside), Align::Left, name, &mut items);
                self.put(value, (left, 6.0 + labels, inside), Align::Left, body, &mut items);
            }
            let before = if nth == 0 { 12.0 } else { 0.0 };
            self.pieces.push(Piece::new(items, 6.0 + labels + values).before(before));
        }
    }

    /// The badge and the sentences that say where a partner stands.
    pub(crate) fn status(&mut self, status: &Status) {
        let colours = self.theme.colours;
        let tier = self.theme.tier(status.tier);
        let (left, pad) = (74.0, 14.0);
        let inside = self.width() - left - pad;
        let mut items = Vec::new();
        let mut y = pad;
        let node = self.node(Role::Heading(1), self.root);
        let title = self.text(&status.title, Style::new(NOTE, colours.muted).bold(), inside);
        y += self.put(&title, (left, y, inside), Align::Left, Tag::Node(node), &mut items);
        let badge_middle = y + TIER.leading / 2.0 + 4.0;
        let could_be = status.could_be_told().unwrap_or_default();
        let lines = [
            (status.tier_label.as_str(), Style::new(TIER, colours.ink).bold(), 0.0),
            (status.headline.as_str(), Style::new(LEAD, colours.ink), 2.0),
            (could_be.as_str(), Style::new(BODY, colours.open), 4.0),
        ];
        for (sentence, style, before) in lines {
            if sentence.is_empty() {
                continue;
            }
            let node = self.node(Role::Paragraph, self.root);
            // Names of any length may stand in these sentences; the card stays within its page.
            let text = self.at_most(12, sentence, style, inside);
            y += before;
            y += self.put(&text, (left, y, inside), Align::Left, Tag::Node(node), &mut items);
        }
        y += pad;
        let mut ground = Vec::new();
        let card = Outline::Rounded { x: 0.0, y: 0.0, width: self.width(), height: y, radius: 5.0 };
        ground.push(decoration(card, Paint::Fill(tier.tint(11))));
        let edge = Outline::Rect { x: 0.0, y: 5.0, width: 3.0, height: y - 10.0 };
        ground.push(decoration(edge, Paint::Fill(tier)));
        mark(Mark::Tier(status.tier), 38.0, badge_middle, 20.0, self.theme, &mut ground);
        ground.append(&mut items);
        let mut piece = Piece::new(ground, y).before(14.0);
        piece.bookmark = Some((1, status.title.clone()));
        self.pieces.push(piece);
        if !status.risks.is_empty() {
            self.remarks(&status.risk_title, &status.risks, Some(Mark::Severity(Severity::Warning)));
        }
        if !status.changes.is_empty() {
            self.remarks("", &status.changes, None);
        }
    }

    /// Short sentences with a mark before each.
    pub(crate) fn remarks(&mut self, title: &str, sentences: &[String], kind: Option<Mark>) {
        let colours = self.theme.colours;
        let style = Style::new(BODY, colours.ink);
        if !title.is_empty() {
            self.paragraph(title, Style::new(BODY, colours.open).bold(), 10.0, true);
        }
        let list = self.node(Role::List, self.root);
        for (nth, sentence) in sentences.iter().enumerate() {
            let item = self.node(Role::ListItem, list);
            let body = self.node(Role::ListBody, item);
            let text = self.text(sentence, style, self.width() - 14.0);
            let mut first = Vec::new();
            match kind {
                Some(kind) => mark(kind, 4.5, BODY.leading / 2.0, 4.0, self.theme, &mut first),
                None => {
                    let dot = Outline::Circle { x: 4.5, y: BODY.leading / 2.0, radius: 1.5 };
                    first.push(decoration(dot, Paint::Fill(colours.accent)));
                }
            }
            let before = if nth == 0 && title.is_empty() { 8.0 } else { 2.0 };
            self.flow(&text, 14.0, Tag::Node(body), before, false, first);
        }
    }

    /// A figure against the thresholds, drawn to scale.
    pub(crate) fn gauge(&mut self, gauge: &Gauge) {
        let colours = self.theme.colours;
        let whole = self.width();
        let bar_left = (whole * 0.27).round();
        let bar_width = whole - bar_left;
        let mut items = Vec::new();

        // What is measured and its figure, at the left.
        let node = self.node(Role::Paragraph, self.root);
        let label = self.text(&gauge.label, Style::new(BODY, colours.muted), bar_left - 14.0);
        let number = self.text(&gauge.value_text, Style::new(NUMBER, colours.ink).bold(), bar_left - 14.0);
        let mut left = self.put(&label, (0.0, 0.0, bar_left - 14.0), Align::Left, Tag::Node(node), &mut items);
        let node = self.node(Role::Paragraph, self.root);
        left += self.put(&number, (0.0, left, bar_left - 14.0), Align::Left, Tag::Node(node), &mut items);

        // What is missing, above the bar.
        let tone = if gauge.met { colours.good } else { colours.bad };
        let node = self.node(Role::Paragraph, self.root);
        let verdict = self.text(&gauge.verdict, Style::new(VERDICT, tone).bold(), bar_width);
        let mut y = self.put(&verdict, (bar_left, 0.0, bar_width), Align::Left, Tag::Node(node), &mut items) + 5.0;

        // The bar, to scale from 0.
        let top = gauge.marks.iter().map(|mark| mark.value).chain([gauge.value, 1]).max().unwrap_or(1);
        let scale = f64::from(bar_width) / (top as f64 * 1.04);
        let place = |value: u64| (value as f64 * scale) as f32;
        let alt = std::iter::once(format!("{}: {}", gauge.label, gauge.value_text))
            .chain(gauge.marks.iter().map(|mark| format!("{}: {}", mark.label, mark.value_text)))
            .chain([gauge.verdict.clone()])
            .collect::<Vec<_>>()
            .join("; ");
        let figure = Tag::Node(self.figure(self.root, alt));
        let height = 11.0;
        let mut shape = |outline: Outline, paint: Paint| {
            items.push(Item::Shape(super::list::Shape { outline, paint, tag: figure }));
        };
        let rect = |x: f32, width: f32| Outline::Rect { x: bar_left + x, y, width, height };
        shape(rect(0.0, bar_width), Paint::Fill(colours.ink.tint(9)));
        let filled = place(gauge.value);
        let next = gauge.marks.iter().map(|mark| mark.value).filter(|&value| value > gauge.value).min();
        // What is missing, as the words above the bar say.
        if let Some(next) = next.filter(|_| !gauge.met) {
            shape(rect(filled, place(next) - filled), Paint::Fill(colours.bad.tint(28)));
        }
        if filled > 0.0 {
            shape(rect(0.0, filled), Paint::Fill(if gauge.met { colours.good } else { colours.accent }));
        }
        for mark in &gauge.marks {
            let x = bar_left + place(mark.value);
            let line = Outline::Line { x1: x, y1: y - 3.0, x2: x, y2: y + height + 3.0 };
            shape(line, Paint::Stroke(colours.ink, 1.3));
        }
        y += height + 4.0;

        // Names of the marks under them, on further lines where they would touch.
        let mut taken: Vec<f32> = Vec::new();
        for tier in &gauge.marks {
            let words = format!("{} {}", tier.label, tier.value_text);
            let text = self.text(&words, Style::new(NOTE, colours.ink), bar_width - 14.0);
            let wide = text.width() + 12.0;
            let x = (place(tier.value) - wide / 2.0).clamp(0.0, (bar_width - wide).max(0.0));
            let row = taken.iter().position(|&end| end + 8.0 <= x).unwrap_or(taken.len());
            match taken.get_mut(row) {
                Some(end) => *end = x + wide,
                None => taken.push(x + wide),
            }
            let at = y + row as f32 * NOTE.leading;
            let middle = at + NOTE.leading / 2.0;
            mark(Mark::Tier(tier.tier), bar_left + x + 4.0, middle, 3.8, self.theme, &mut items);
            self.put(&text, (bar_left + x + 12.0, at, wide - 11.0), Align::Left, figure, &mut items);
        }
        y += taken.len() as f32 * NOTE.leading;
        let piece = Piece::new(items, y.max(left) + 2.0).before(18.0);
        self.pieces.push(piece);
    }

    /// Numbered steps with their effects, and what they lead to.
    pub(crate) fn plan(&mut self, plan: &PlanContent) {
        if plan.title.is_empty() || (plan.intro.is_empty() && plan.steps.is_empty()) {
            return;
        }
        let colours = self.theme.colours;
        self.heading(&plan.title, 1);
        self.paragraph(&plan.intro, Style::new(BODY, colours.ink), 0.0, !plan.steps.is_empty());
        let whole = self.width();
        // Effects stay on one line wherever that leaves the steps their room.
        let style = Style::new(BODY, colours.good).bold();
        let widest = plan.steps.iter().map(|step| self.text(&step.effect, style, whole).width()).fold(0.0, f32::max);
        let effect_width = (widest + 1.0).clamp(whole * 0.2, whole * 0.34).round();
        let text_left = 26.0;
        let text_width = whole - text_left - effect_width - 14.0;
        let list = (!plan.steps.is_empty()).then(|| self.node(Role::List, self.root));
        for (nth, step) in plan.steps.iter().enumerate() {
            let Some(list) = list else { break };
            let item = self.node(Role::ListItem, list);
            let label = self.node(Role::Label, item);
            let body = self.node(Role::ListBody, item);
            let number = self.format.number(nth as u64 + 1);
            let number = self.text(&number, Style::new(BODY, colours.accent).bold(), 22.0);
            let text = self.text(&step.text, Style::new(BODY, colours.ink), text_width);
            let effect = self.text(&step.effect, Style::new(BODY, colours.good).bold(), effect_width);
            let height = text.height().max(effect.height()).max(18.0) + 9.0;
            let ring = Outline::Circle { x: 9.0, y: 4.5 + BODY.leading / 2.0, radius: 8.6 };
            let mut items = vec![decoration(ring, Paint::Fill(colours.accent.tint(13)))];
            if nth > 0 {
                let rule = Outline::Line { x1: text_left, y1: 0.0, x2: whole, y2: 0.0 };
                items.push(decoration(rule, Paint::Stroke(colours.ink.tint(16), 0.4)));
            }
            self.put(&number, (-2.0, 4.5, 22.0), Align::Centre, Tag::Node(label), &mut items);
            let what = self.node(Role::Paragraph, body);
            self.put(&text, (text_left, 4.5, text_width), Align::Left, Tag::Node(what), &mut items);
            let gain = self.node(Role::Paragraph, body);
            let at = (whole - effect_width, 4.5, effect_width);
            self.put(&effect, at, Align::Right, Tag::Node(gain), &mut items);
            // A step taller than a page has nowhere to go; its text would be a stranger's, and is cut into lines.
            if height > self.sheet.body_height() {
                self.flow(&text, text_left, Tag::Node(body), 4.0, false, Vec::new());
            } else {
                self.pieces.push(Piece::new(items, height).before(if nth == 0 { 4.0 } else { 0.0 }));
            }
        }
        if let Some(outcome) = &plan.outcome {
            if let Some(last) = self.pieces.last_mut() {
                last.keep = true;
            }
            let node = self.node(Role::Paragraph, self.root);
            let text = self.text(outcome, Style::new(BODY, colours.ink).bold(), whole - 24.0);
            let height = text.height() + 14.0;
            let card = Outline::Rounded { x: 0.0, y: 0.0, width: whole, height, radius: 4.0 };
            let mut items = vec![decoration(card, Paint::Fill(colours.good.tint(10)))];
            self.put(&text, (12.0, 7.0, whole - 24.0), Align::Left, Tag::Node(node), &mut items);
            self.pieces.push(Piece::new(items, height).before(6.0));
        }
    }
}
