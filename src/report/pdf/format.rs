//! Numbers and dates of cells as the report's language writes them. The one place that knows how.

use jiff::civil::Date;

use crate::facts::Month;
use crate::report::content::Cell;
use crate::text::Lang;

/// Writes numbers and dates of one language.
pub(crate) struct Format {
    lang: Lang,
}

impl Format {
    pub(crate) fn new(lang: Lang) -> Self {
        Self { lang }
    }

    pub(crate) fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        // Spanish and Portuguese leave numbers of four digits together.
        if matches!(self.lang, Lang::Es | Lang::Pt) && digits.len() <= 4 {
            return digits;
        }
        let separator = match self.lang {
            Lang::En => ',',
            Lang::De | Lang::It | Lang::Es | Lang::Pt => '.',
            Lang::Fr => '\u{202F}',
        };
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    pub(crate) fn date(&self, date: Date) -> String {
        date.to_string()
    }

    pub(crate) fn month(&self, month: Month) -> String {
        format!("{:04}-{:02}", month.year(), month.month())
    }

    fn decimal(&self, number: f64) -> String {
        if number.fract() == 0.0 && (0.0..1e15).contains(&number) {
            return self.number(number as u64);
        }
        let point = if self.lang == Lang::En { "." } else { "," };
        number.to_string().replace('.', point)
    }

    /// A cell as text; empty for an empty cell.
    pub(crate) fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Int(number) => self.number(*number),
            Cell::Number(number) => self.decimal(*number),
            Cell::Bool(true) => "\u{2713}".to_owned(),
            Cell::Bool(false) => "\u{2013}".to_owned(),
            Cell::Date(date) => self.date(*date),
            Cell::Month(month) => self.month(*month),
        }
    }
}
