//! The reviewer's portfolio: how many hold which tier, who needs attention, every partner on one line.

use super::cells::{Content, Heading, Part, RowOf};
use super::compose::{BODY, Composer, LEAD, Style};
use super::list::{Role, Tag};
use super::mark::Mark;
use crate::report::content::{Endorsement, PortfolioLine, PortfolioReport};

/// All pieces of a portfolio, in order.
pub(crate) fn compose(composer: &mut Composer<'_>, report: &PortfolioReport) {
    composer.title_block(&report.head);
    if let Some(endorsement) = &report.endorsement {
        composer.endorsement(endorsement);
    }
    composer.meeting(report);
    // The first page is for the meeting; the evidence starts on its own.
    let first = composer.pieces.len();
    composer.partners(report);
    if let Some(piece) = composer.pieces.get_mut(first) {
        piece.fresh = true;
    }
    if let Some(trend) = &report.trend {
        composer.trend(trend, 1);
    }
    composer.findings(&report.findings);
    composer.sources(&report.sources);
    composer.method(&report.method);
    composer.closing();
}

impl Composer<'_> {
    /// Note and sign-off. The meeting's panels take what room is left on the page.
    fn endorsement(&mut self, endorsement: &Endorsement) {
        let ink = self.theme.colours.ink;
        // A section of the first level, if in smaller letters: the page belongs to the meeting.
        let node = self.node(Role::Heading(1), self.root);
        let title = self.text(&endorsement.title, Style::new(LEAD, ink).bold(), self.width());
        self.flow(&title, 0.0, Tag::Node(node), 14.0, true, Vec::new());
        for entry in &endorsement.entries {
            let style = Style::new(BODY, ink);
            self.paragraph(&entry.statement, if entry.signed { style.bold() } else { style }, 2.0, true);
            for line in entry.note.lines() {
                self.paragraph(line, style, 1.0, true);
            }
        }
    }

    fn partners(&mut self, report: &PortfolioReport) {
        if report.lines.is_empty() {
            return;
        }
        self.heading(&report.partners_title, 1);
        let [name, id, country, market, tier, could_be, entitlements, people, next, risk, change, problems] =
            &report.columns;
        // "MPN-ID" is one word.
        let id = id.replace('-', "\u{2011}").replace(' ', "\u{A0}");
        // Without a previous review nothing has changed: the column would be empty.
        let changes = report.lines.iter().any(|line| !line.change.is_empty());
        let mut headings = vec![
            Heading::text(format!("{name} / {id}")),
            Heading::text(format!("{country} / {market}")),
            Heading::short(format!("{tier} / {could_be}")),
            Heading::figure(entitlements),
            Heading::figure(people),
            Heading::text(next),
            Heading::text(risk),
        ];
        headings.extend(changes.then(|| Heading::text(change)));
        headings.push(Heading::figure(problems));
        let rows = report.lines.iter().map(|line| self.partner(line, changes)).collect();
        self.table(&headings, rows);
    }

    fn partner(&self, line: &PortfolioLine, changes: bool) -> RowOf {
        let colours = self.theme.colours;
        let mut name = Part::new(&line.name, colours.ink).bold();
        if !line.folder.is_empty() {
            name.link = Some(format!("{}/gap-report.pdf", line.folder.trim_end_matches('/')));
        }
        let mut distance = Content::of([Part::new(&line.distance, colours.ink).sentence()]);
        distance.bar = Some(line.progress as f32);
        let problems = Part::new(self.format.number(line.problems), colours.open);
        let mut cells = vec![
            Content::of([name, Part::new(&line.id, colours.muted).small()]),
            Content::of([
                Part::new(&line.country, colours.ink),
                Part::new(&line.market, colours.muted).small().sentence(),
            ]),
            Content::of([
                Part::new(&line.tier_label, colours.ink).bold().mark(Mark::Tier(line.tier)),
                Part::new(&line.could_be, colours.open).small().sentence(),
            ]),
            Content::of([Part::new(self.format.number(line.entitlements), colours.ink)]),
            Content::of([Part::new(self.format.number(line.people), colours.ink)]),
            distance,
            Content::of([
                Part::new(&line.risk, colours.open).sentence(),
                Part::new(&line.ahead, colours.muted).small().sentence(),
            ]),
        ];
        cells.extend(changes.then(|| Content::of([Part::new(&line.change, colours.ink).sentence()])));
        cells.push(Content::of([if line.problems > 0 {
            problems.bold()
        } else {
            Part::new("\u{2013}", colours.muted)
        }]));
        RowOf { cells, edge: None, total: false }
    }
}
