//! Numbers and dates of cells as the report's language writes them. The one place that knows how.

use jiff::civil::Date;

use crate::facts::Month;
use crate::report::content::Cell;
use crate::text::{Lang, formats};

/// Writes numbers and dates of one language.
pub(crate) struct Format {
    lang: Lang,
}

impl Format {
    pub(crate) fn new(lang: Lang) -> Self {
        Self { lang }
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    pub(crate) fn number(&self, number: u64) -> String {
        formats::integer(self.lang, i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A label and what it is about: French sets a narrow space before the colon.
    pub(crate) fn pair(&self, label: &str, value: &str) -> String {
        let space = if self.lang == Lang::Fr { "\u{202F}" } else { "" };
        format!("{label}{space}: {value}")
    }

    /// A difference with its sign; a dash where there is none.
    fn change(&self, more: i64) -> String {
        let size = self.number(more.unsigned_abs());
        match more {
            0 => "\u{2013}".to_owned(),
            more if more > 0 => format!("+{size}"),
            _ => format!("\u{2212}{size}"),
        }
    }

    pub(crate) fn date(&self, date: Date) -> String {
        formats::date(self.lang, date)
    }

    /// A day in few letters, for where there is little room.
    pub(crate) fn short_date(&self, date: Date) -> String {
        formats::short_date(self.lang, date)
    }

    pub(crate) fn month(&self, month: Month) -> String {
        formats::month(self.lang, month)
    }

    fn decimal(&self, number: f64) -> String {
        if number.fract() == 0.0 && (0.0..1e15).contains(&number) {
            return self.number(number as u64);
        }
        let places = number.to_string().rsplit_once('.').map_or(0, |(_, digits)| digits.len());
        formats::decimal(self.lang, number, places.min(6))
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
            Cell::Change(more) => self.change(*more),
        }
    }
}
