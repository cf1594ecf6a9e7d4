//! A letter as plain text: complete in itself, for whoever reads mail without its looks.

use unicode_width::UnicodeWidthStr;

use super::Letter;

/// Columns of a line at most.
const COLUMNS: usize = 76;

pub(super) fn plain(letter: &Letter) -> String {
    let mut page = Page::default();
    page.paragraph(&letter.greeting);
    page.paragraph(&letter.intro);
    page.heading(&letter.tier.1);
    page.paragraph(&letter.standing);
    for figure in &letter.figures {
        page.item("- ", &figure.said);
    }
    page.gap();
    if let Some(could_be) = &letter.could_be {
        page.paragraph(could_be);
    }
    if let Some((title, risks)) = &letter.risks {
        page.heading(title);
        for risk in risks {
            page.item("- ", risk);
        }
        page.gap();
    }
    page.heading(&letter.plan.title);
    page.paragraph(&letter.plan.intro);
    for (n, (what, effect)) in letter.plan.steps.iter().enumerate() {
        page.item(&format!("{}. ", n + 1), &format!("{what} ({effect})"));
    }
    page.gap();
    if let Some(more) = &letter.plan.more {
        page.paragraph(more);
    }
    page.paragraph(&letter.attached);
    page.paragraph(&letter.ask);
    page.paragraph(&letter.closing);
    for line in [&letter.organisation, &letter.contact].into_iter().filter(|line| !line.is_empty()) {
        page.item("", line);
    }
    page.text.truncate(page.text.trim_end().len());
    page.text.push('\n');
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    /// An empty line, unless there is one.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.item("", text);
        self.gap();
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.item("", text);
        let width = text.width().clamp(1, COLUMNS);
        self.text.push_str(&"-".repeat(width));
        self.text.push('\n');
    }

    /// Lines behind a mark; the further ones are set in as far.
    fn item(&mut self, mark: &str, text: &str) {
        let mut column = mark.width();
        let inset = " ".repeat(column);
        self.text.push_str(mark);
        for (n, word) in text.split(' ').filter(|word| !word.is_empty()).enumerate() {
            let width = word.width();
            if n > 0 && column + 1 + width > COLUMNS {
                self.text.push('\n');
                self.text.push_str(&inset);
                column = inset.len();
            } else if n > 0 {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += width;
        }
        self.text.push('\n');
    }
}
