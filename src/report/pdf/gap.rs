//! A partner's gap report: where it stands, what is missing, what to do; then the evidence.

use super::cells::{Content, Heading, Part, RowOf};
use super::compose::{Align, BODY, Composer, NOTE, Style};
use super::list::{Item, Outline, Paint, Shape, Tag};
use super::mark::{Mark, mark};
use super::page::Piece;
use crate::report::content::{
    Ahead, Changes, CredentialMark, Customers, NotCounted, PartnerReport, People, PersonLine, Requirements, Table, Tone,
};
use crate::report::theme::Colour;

const TICK: &str = "\u{2713}";
const CROSS: &str = "\u{2717}";
const DASH: &str = "\u{2013}";

/// All pieces of a gap report, in order.
pub(crate) fn compose(composer: &mut Composer<'_>, report: &PartnerReport) {
    composer.title_block(&report.head);
    composer.status(&report.status);
    for gauge in &report.gauges {
        composer.gauge(gauge);
    }
    composer.plan(&report.plan);
    composer.requirements(&report.requirements);
    if let Some(ahead) = &report.ahead {
        composer.ahead(ahead);
    }
    if let Some(changes) = &report.changes {
        composer.changes(changes);
    }
    composer.customers(&report.customers);
    composer.not_counted(&report.not_counted);
    composer.people(&report.people);
    composer.findings(&report.findings);
    composer.sources(&report.sources);
    composer.method(&report.method);
    composer.closing();
}

impl Composer<'_> {
    fn requirements(&mut self, requirements: &Requirements) {
        if requirements.rows.is_empty() {
            return;
        }
        let colours = self.theme.colours;
        self.heading(&requirements.title, 1);
        let [tier, label, required, actual, shortfall, status] = &requirements.columns;
        let headings = [
            Heading::short(tier),
            Heading::text(label),
            Heading::figure(required),
            Heading::figure(actual),
            Heading::figure(shortfall),
            Heading::short(status),
        ];
        let rows = requirements
            .rows
            .iter()
            .map(|row| {
                let (tone, sign) = if row.met { (colours.good, TICK) } else { (colours.bad, CROSS) };
                let shortfall = self.format.number(row.shortfall);
                let cells = vec![
                    Content::of([Part::new(&row.tier_label, colours.ink).mark(Mark::Tier(row.tier))]),
                    Content::of([Part::new(&row.label, colours.ink).sentence()]),
                    Content::of([Part::new(self.format.number(row.required), colours.ink)]),
                    Content::of([Part::new(self.format.number(row.actual), colours.ink)]),
                    Content::of([if row.met {
                        Part::new(shortfall, colours.muted)
                    } else {
                        Part::new(shortfall, colours.bad).bold()
                    }]),
                    Content::of([Part::new(format!("{sign} {}", row.met_text), tone).bold().sentence()]),
                ];
                RowOf { cells, edge: None, total: false }
            })
            .collect();
        self.table(&headings, rows);
        // A remark on the table stays with it.
        if let Some(last) = self.pieces.last_mut().filter(|_| !requirements.notes.is_empty()) {
            last.keep = true;
        }
        for (at, note) in requirements.notes.iter().enumerate() {
            let more = at + 1 < requirements.notes.len();
            self.paragraph(note, Style::new(NOTE, colours.muted), 6.0, more);
        }
    }

    fn ahead(&mut self, ahead: &Ahead) {
        self.section(&ahead.title, &ahead.intro);
        self.bullets(&ahead.sentences, Style::new(BODY, self.theme.colours.ink), 2.5, false);
    }

    fn changes(&mut self, changes: &Changes) {
        let first = self.pieces.len();
        self.section(&changes.title, &changes.intro);
        self.plain_table(&changes.figures);
        if let Some(trend) = &changes.trend {
            self.trend(trend, 2);
        }
        let tables = [
            (&changes.customers_title, &changes.customers),
            (&changes.people_title, &changes.people),
            (&changes.findings_title, &changes.findings),
        ];
        for (title, table) in tables {
            if !table.rows.is_empty() {
                self.heading(title, 2);
                self.plain_table(table);
            }
        }
        // A short section stays whole: its last table alone on a page would not say what it is about.
        let section = self.pieces.get_mut(first..).unwrap_or_default();
        let height: f32 = section.iter().map(|piece| piece.before + piece.height).sum();
        if let Some((_, all_but_last)) = section.split_last_mut()
            && height <= self.sheet.body_height() * 0.5
        {
            for piece in all_but_last {
                piece.keep = true;
            }
        }
    }

    fn customers(&mut self, customers: &Customers) {
        if customers.table.rows.is_empty() {
            return;
        }
        self.section(&customers.title, &customers.intro);
        self.split(&customers.by_workload_title, &customers.by_workload);
        self.plain_table(&customers.table);
    }

    /// One bar divided among the workloads, with a legend that names every part.
    fn split(&mut self, title: &str, parts: &[(String, u64)]) {
        let total: u64 = parts.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count));
        if total == 0 {
            return;
        }
        let colours = self.theme.colours;
        self.paragraph(title, Style::new(NOTE, colours.muted).bold(), 9.0, true);
        let whole = self.width();
        let words: Vec<(String, String)> =
            parts.iter().map(|(name, count)| (name.clone(), self.format.number(*count))).collect();
        let alt = words.iter().map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join("; ");
        let figure = Tag::Node(self.figure(self.root, format!("{title}: {alt}")));
        let shades = shades(colours.accent, parts.len());
        let mut items = Vec::new();
        let mut x = 0.0;
        let height = 12.0;
        for ((_, count), shade) in parts.iter().zip(&shades) {
            let width = (*count as f64 / total as f64 * f64::from(whole)) as f32;
            if width > 0.0 {
                // A hair of white keeps neighbours apart without colour.
                let outline = Outline::Rect { x, y: 0.0, width: (width - 0.8).max(0.4), height };
                items.push(Item::Shape(Shape { outline, paint: Paint::Fill(*shade), tag: figure }));
            }
            x += width;
        }
        let mut x = 0.0;
        let mut y = height + 6.0;
        for ((name, count), shade) in words.iter().zip(&shades) {
            let text = self.text(&format!("{name}  {count}"), Style::new(NOTE, colours.ink), whole - 12.0);
            let width = text.width() + 28.0;
            if x > 0.0 && x + width - 16.0 > whole {
                x = 0.0;
                y += NOTE.leading + 1.0;
            }
            mark(Mark::Swatch(*shade), x + 4.0, y + NOTE.leading / 2.0, 4.0, self.theme, &mut items);
            self.put(&text, (x + 12.0, y, text.width() + 0.5), Align::Left, figure, &mut items);
            y += text.height() - NOTE.leading;
            x += width;
        }
        y += NOTE.leading + 4.0;
        self.pieces.push(Piece::new(items, y).before(3.0).keep());
    }

    fn not_counted(&mut self, not_counted: &NotCounted) {
        if not_counted.groups.iter().all(|group| group.table.rows.is_empty()) {
            return;
        }
        self.heading(&not_counted.title, 1);
        let shown: Vec<_> = not_counted.groups.iter().filter(|group| !group.table.rows.is_empty()).collect();
        let tables: Vec<&Table> = shown.iter().map(|group| &group.table).collect();
        self.like_tables(&tables, not_counted.remark, |composer, nth| {
            let Some(group) = shown.get(nth) else { return };
            composer.heading(&group.title, 2);
            composer.paragraph(&group.remedy, Style::new(BODY, composer.theme.colours.muted), 0.0, true);
        });
    }

    fn people(&mut self, people: &People) {
        if people.lines.is_empty() {
            return;
        }
        self.section(&people.title, &people.intro);
        let [name, id, email] = &people.person_columns;
        let [remark, source] = &people.closing_columns;
        // "E-Mail" is one word, and so is "MCP ID".
        let email = email.replace('-', "\u{2011}");
        let id = id.replace(' ', "\u{A0}");
        // Names and addresses stand on one line as long as they are not very long: what is remarked may break.
        let mut headings = vec![Heading::short(format!("{name} / {id} / {email}"))];
        headings.extend(people.credentials.iter().map(Heading::tick));
        // A path of a single credential would only repeat that credential's column.
        let shown: Vec<usize> =
            people.paths.iter().enumerate().filter(|(_, path)| path.1.len() > 1).map(|(at, _)| at).collect();
        headings.extend(shown.iter().filter_map(|&at| people.paths.get(at)).map(|path| Heading::tick(&path.0)));
        headings.push(Heading::text(format!("{remark} / {source}")));
        let rows = people.lines.iter().map(|line| self.person(line, &shown)).collect();
        self.table(&headings, rows);
    }

    fn person(&self, line: &PersonLine, shown: &[usize]) -> RowOf {
        let colours = self.theme.colours;
        let mut cells = vec![Content::of([
            Part::new(&line.name, colours.ink).bold(),
            Part::new(&line.id, colours.muted).small(),
            Part::new(&line.email, colours.muted).small(),
        ])];
        cells.extend(line.marks.iter().map(|mark| {
            match mark {
                CredentialMark::Held(date) => Content::of([
                    Part::new(TICK, colours.good).bold(),
                    Part::new(
                        date.map(|date| self.format.short_date(date).replace(' ', "\u{A0}")).unwrap_or_default(),
                        colours.muted,
                    )
                    .small(),
                ]),
                CredentialMark::NotCounted(reason) => Content::of([
                    Part::new(CROSS, colours.bad).bold(),
                    Part::new(reason, colours.bad).small().sentence(),
                ]),
                CredentialMark::Missing => Content::of([Part::new(DASH, colours.muted)]),
            }
        }));
        cells.extend(shown.iter().map(|&at| match line.paths.get(at) {
            Some(true) => Content::of([Part::new(TICK, colours.good).bold()]),
            _ => Content::of([Part::new(DASH, colours.muted)]),
        }));
        cells.push(Content::of([
            Part::new(&line.remark, colours.ink).sentence(),
            Part::new(&line.source, colours.muted).small(),
        ]));
        let edge = line.qualifies.then(|| self.theme.tone(Tone::Good));
        RowOf { cells, edge, total: false }
    }
}

/// Tints of one colour, dark to light, far enough apart to be told in print.
fn shades(colour: Colour, count: usize) -> Vec<Colour> {
    let steps = count.max(2) - 1;
    (0..count).map(|at| colour.tint((100 - (at * 78 / steps).min(78)) as u8)).collect()
}
