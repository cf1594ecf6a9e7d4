//! The sections that partner and portfolio reports share: findings, sources, method.

use super::cells::{Content, Heading, Part, RowOf};
use super::compose::{BODY, Composer, NOTE, Style};
use super::mark::Mark;
use crate::finding::Severity;
use crate::report::content::{Findings, Method, Sources};
use crate::report::theme::Colour;

impl Composer<'_> {
    /// A section's heading and the sentence under it, tied to what follows.
    pub(crate) fn section(&mut self, title: &str, intro: &str) {
        self.heading(title, 1);
        self.paragraph(intro, Style::new(BODY, self.theme.colours.ink), 0.0, true);
    }

    pub(crate) fn severity_colour(&self, severity: Severity) -> Colour {
        match severity {
            Severity::Error => self.theme.colours.bad,
            Severity::Warning => self.theme.colours.open,
            Severity::Info => self.theme.colours.accent,
        }
    }

    pub(crate) fn findings(&mut self, findings: &Findings) {
        if findings.lines.is_empty() {
            return;
        }
        self.section(&findings.title, &findings.intro);
        let [severity, place, value, message, help, code] = &findings.columns;
        // Where no finding has seen a value, the column would only take room.
        let values = findings.lines.iter().any(|line| !line.value.is_empty());
        let mut headings = vec![Heading::short(severity), Heading::text(format!("{place} / {code}"))];
        headings.extend(values.then(|| Heading::text(value)));
        headings.extend([Heading::text(message), Heading::text(help)]);
        let colours = self.theme.colours;
        let rows = findings
            .lines
            .iter()
            .map(|line| {
                let colour = self.severity_colour(line.severity);
                let mark = Mark::Severity(line.severity);
                let mut cells = vec![
                    Content::of([Part::new(&line.severity_text, colour).bold().sentence().mark(mark)]),
                    Content::of([Part::new(&line.place, colours.ink), Part::new(&line.code, colours.muted).small()]),
                ];
                cells.extend(values.then(|| Content::of([Part::new(&line.value, colours.ink)])));
                cells.extend([
                    Content::of([Part::new(&line.message, colours.ink).sentence()]),
                    Content::of([Part::new(&line.help, colours.muted).sentence()]),
                ]);
                RowOf { cells, edge: None, total: false }
            })
            .collect();
        self.table(&headings, rows);
    }

    pub(crate) fn sources(&mut self, sources: &Sources) {
        if sources.table.rows.is_empty() {
            return;
        }
        self.heading(&sources.title, 1);
        self.sources_table(&sources.table);
    }

    /// How it was counted; the last sentences stay with whom to ask.
    pub(crate) fn method(&mut self, method: &Method) {
        let colours = self.theme.colours;
        if !method.sentences.is_empty() {
            self.heading(&method.title, 1);
            self.bullets(&method.sentences, Style::new(NOTE, colours.ink), 1.4, !self.theme.contact.is_empty());
        }
    }
}
