//! Days and months as people write them, and which order a column writes them in.

use jiff::civil::Date;

use super::fold::{fold, tidy};
use super::vocabulary::{Languages, Vocabulary};
use crate::facts::Month;

/// What a text says of a day, before its column has settled the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateText {
    /// This day.
    Day(Date),
    /// This month, without a day.
    Month(Month),
    /// Two numbers and a year; both orders give a day.
    Either {
        /// The day if the day comes first.
        day_first: Date,
        /// The day if the month comes first.
        month_first: Date,
    },
    /// No day and no month.
    None,
}

/// In which order a column writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `31/12/2026`.
    DayFirst,
    /// `12/31/2026`.
    MonthFirst,
    /// Nothing in the column shows it, or both orders occur.
    Unsettled,
}

const EPOCH: Date = jiff::civil::date(1899, 12, 30);

/// The day of a serial number (days since 1899-12-30), whatever the time of day.
pub fn day_of_serial(serial: f64) -> Option<Date> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    EPOCH.checked_add(jiff::Span::new().days(serial.floor() as i64)).ok()
}

/// Days between the first days of the two calendars that workbooks count in.
pub(crate) use crate::intake::DAYS_1904;

/// Whether a plain number of a workbook that counts from 1904 is a day of our times.
pub(crate) fn is_serial_from_1904(number: f64) -> bool {
    (20_000.0 - DAYS_1904..80_000.0 - DAYS_1904).contains(&number)
}

/// The day of a plain number in a date column: a serial number of our times, or `20260930`.
pub fn day_of_number(number: f64) -> Option<Date> {
    if (20_000.0..80_000.0).contains(&number) {
        return day_of_serial(number);
    }
    let whole = number as i64;
    (number.fract() == 0.0 && (19_000_101..=21_001_231).contains(&whole))
        .then(|| day(whole / 10_000, whole / 100 % 100, whole % 100))
        .flatten()
}

/// The month of a plain number in a month column: `202609`, or a number as in a date column.
pub fn month_of_number(number: f64) -> Option<Month> {
    let whole = number as i64;
    if number.fract() == 0.0 && (190_001..=210_012).contains(&whole) {
        return month(whole / 100, whole % 100);
    }
    day_of_number(number).map(Month::of)
}

fn day(year: i64, month: i64, day: i64) -> Option<Date> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (1900..=9999).contains(&date.year()).then_some(date)
}

fn month(year: i64, month: i64) -> Option<Month> {
    // One month far off would become the month of the whole review.
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Month::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?)
}

fn year_of(digits: &str) -> Option<i64> {
    let year: i64 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// Reads a text by itself.
pub fn parse_date(text: &str, words: &Vocabulary) -> DateText {
    let text = tidy(text);
    let text = text.strip_prefix('\'').unwrap_or(&text);
    // A sign before a number is no separator: "-9999-01" is no month.
    let signed =
        text.strip_prefix(['-', '\u{2212}']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if text.is_empty() || text.len() > 60 || signed {
        return DateText::None;
    }
    let whole = shape(text, words);
    if whole != DateText::None {
        return whole;
    }
    // A time of day may follow: "2018-10-14T00:00:00+00:00", "14/10/2018 00.00", "Oct 14, 2018 3:00 PM".
    let bytes = text.as_bytes();
    if let Some(at) = (1..bytes.len().saturating_sub(1)).find(|&i| {
        matches!(bytes.get(i), Some(b'T' | b't'))
            && bytes.get(i - 1).is_some_and(u8::is_ascii_digit)
            && bytes.get(i + 1).is_some_and(u8::is_ascii_digit)
    }) {
        return text.get(..at).map_or(DateText::None, |date| shape(date, words));
    }
    let parts: Vec<&str> = text.split(' ').collect();
    let time = parts.iter().position(|part| {
        let part = part.trim_end_matches(',');
        part.starts_with(|c: char| c.is_ascii_digit()) && part.contains(':') || is_dotted_time(part)
    });
    match time {
        Some(at) if at > 0 && parts.iter().skip(at + 1).all(|p| is_time_word(p)) => {
            shape(parts.get(..at).unwrap_or_default().join(" ").trim_end_matches(','), words)
        }
        _ => DateText::None,
    }
}

fn is_dotted_time(part: &str) -> bool {
    let numbers: Vec<&str> = part.split('.').collect();
    (2..=3).contains(&numbers.len()) && numbers.iter().all(|n| n.len() == 2 && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_time_word(word: &str) -> bool {
    matches!(fold(word).as_str(), "am" | "pm" | "a" | "p" | "m" | "z" | "utc" | "gmt" | "h" | "uhr")
        || word.starts_with(['+', '-']) && word.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':')
}

fn shape(text: &str, words: &Vocabulary) -> DateText {
    let text = text.trim_matches(|c: char| matches!(c, ',' | '.' | ' '));
    let dashed: String =
        text.chars().map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect();
    if dashed.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' ')) {
        numeric(&dashed)
    } else {
        named(&dashed, words).unwrap_or(DateText::None)
    }
}

fn numeric(text: &str) -> DateText {
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let n = |part: &str| part.parse::<i64>().ok().filter(|_| part.len() <= 2);
    let found = match parts.as_slice() {
        [one] if text.bytes().all(|b| b.is_ascii_digit()) => {
            one.parse::<f64>().ok().and_then(|number| match one.len() {
                8 | 5 => day_of_number(number).map(DateText::Day),
                6 => month_of_number(number).map(DateText::Month),
                _ => None,
            })
        }
        [year, m] if year.len() == 4 => n(m).and_then(|m| month(year_of(year)?, m)).map(DateText::Month),
        [m, year] if year.len() == 4 => n(m).and_then(|m| month(year_of(year)?, m)).map(DateText::Month),
        // "09/26" is a month: as a day it would lack its year.
        [m, year] if year.len() == 2 && year_of(year).is_some_and(|y| y > 2012) => {
            n(m).and_then(|m| month(year_of(year)?, m)).map(DateText::Month)
        }
        [year, m, d] if year.len() == 4 => {
            n(m).zip(n(d)).and_then(|(m, d)| day(year_of(year)?, m, d)).map(DateText::Day)
        }
        [a, b, year] => n(a).zip(n(b)).and_then(|(a, b)| {
            let year = year_of(year)?;
            match (day(year, b, a), day(year, a, b)) {
                (Some(x), Some(y)) if x == y => Some(DateText::Day(x)),
                // Nobody puts the month first between dots.
                (Some(x), Some(_)) if text.contains('.') => Some(DateText::Day(x)),
                (Some(day_first), Some(month_first)) => Some(DateText::Either { day_first, month_first }),
                (x, y) => x.or(y).map(DateText::Day),
            }
        }),
        _ => None,
    };
    found.unwrap_or(DateText::None)
}

/// A date with a month's name: "15 set 2026", "Nov 15, 2021", "settembre 2026", "Sep-26".
fn named(text: &str, words: &Vocabulary) -> Option<DateText> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        // "15set2026" and "1er" fall apart where digits meet letters.
        let kind = if c.is_ascii_digit() {
            Some(true)
        } else if c.is_alphabetic() {
            Some(false)
        } else {
            None
        };
        match (kind, tokens.last_mut()) {
            (None, _) => {}
            (Some(_), Some(token)) if last == kind => token.push(c),
            _ => tokens.push(c.to_string()),
        }
        last = kind;
    }
    let (mut month_found, mut numbers, mut ahead) = (None, Vec::new(), 0);
    for token in &tokens {
        if token.bytes().all(|b| b.is_ascii_digit()) {
            numbers.push(token.as_str());
            continue;
        }
        let folded = fold(token);
        match words.month(&folded) {
            Some(m) if month_found.is_none() => {
                month_found = Some(i64::from(m));
                ahead = numbers.len();
            }
            Some(m) if month_found == Some(i64::from(m)) => {}
            _ if words.is_date_filler(&folded) => {}
            _ => return None,
        }
    }
    let m = month_found?;
    match numbers.as_slice() {
        [year] => month(year_of(year)?, m).map(DateText::Month),
        [year, d] if year.len() == 4 => day(year_of(year)?, m, d.parse().ok()?).map(DateText::Day),
        // "26 Sep 15" written year first is not told apart from day first: the day comes first where people write it.
        [d, year] if d.len() <= 2 && ahead <= 1 => day(year_of(year)?, m, d.parse().ok()?).map(DateText::Day),
        _ => None,
    }
}

/// What a column shows of the order of day and month.
///
/// A number above twelve settles it. In a column of months a position that is always one is the day. The language
/// of the headers settles it where that language knows one order only (all but English, which has both).
#[derive(Debug, Clone, Copy, Default)]
pub struct OrderEvidence {
    day_first: bool,
    month_first: bool,
    slashes: u32,
    first_ones: u32,
    second_ones: u32,
}

impl OrderEvidence {
    /// Looks at one text.
    pub fn observe(&mut self, text: &str, words: &Vocabulary) {
        let numbers: Vec<i64> = {
            let text = tidy(text);
            let date = text.split(['T', ' ']).next().unwrap_or_default();
            let parts: Vec<&str> = date.split(['/', '-']).collect();
            if parts.len() != 3 || !parts.iter().all(|p| (1..=2).contains(&p.len()) || p.len() == 4) {
                return;
            }
            if parts.first().is_some_and(|p| p.len() == 4) {
                return;
            }
            parts.iter().filter_map(|part| part.parse().ok()).collect()
        };
        let [a, b, _] = numbers.as_slice() else { return };
        match parse_date(text, words) {
            DateText::None | DateText::Month(_) => return,
            DateText::Day(_) => {
                self.day_first |= *a > 12;
                self.month_first |= *b > 12;
            }
            DateText::Either { .. } => {}
        }
        self.slashes = self.slashes.saturating_add(1);
        self.first_ones = self.first_ones.saturating_add(u32::from(*a == 1));
        self.second_ones = self.second_ones.saturating_add(u32::from(*b == 1));
    }

    /// The order that the column itself shows.
    pub(crate) fn shown(&self) -> DateOrder {
        self.order(Languages(0))
    }

    /// The order, in a column of days.
    pub(crate) fn order(&self, language: Languages) -> DateOrder {
        match (self.day_first, self.month_first) {
            (true, false) => DateOrder::DayFirst,
            (false, true) => DateOrder::MonthFirst,
            (true, true) => DateOrder::Unsettled,
            (false, false) if language.0 != 0 && language.0 & 1 == 0 => DateOrder::DayFirst,
            (false, false) => DateOrder::Unsettled,
        }
    }

    /// The order, in a column of months.
    pub(crate) fn order_of_months(&self, language: Languages) -> DateOrder {
        if !self.day_first && !self.month_first && self.slashes > 0 {
            match (self.first_ones == self.slashes, self.second_ones == self.slashes) {
                (true, false) => return DateOrder::DayFirst,
                (false, true) => return DateOrder::MonthFirst,
                _ => {}
            }
        }
        self.order(language)
    }
}

/// A day that is settled, or what it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayRead {
    Day(Date),
    Ambiguous(Date, Date),
    /// Only a month is given.
    Month(Month),
    None,
}

/// Settles a text by its column's order.
pub(crate) fn settle(text: DateText, order: DateOrder) -> DayRead {
    match (text, order) {
        (DateText::Day(day), _) => DayRead::Day(day),
        (DateText::Either { day_first, .. }, DateOrder::DayFirst) => DayRead::Day(day_first),
        (DateText::Either { month_first, .. }, DateOrder::MonthFirst) => DayRead::Day(month_first),
        (DateText::Either { day_first, month_first }, DateOrder::Unsettled) => {
            DayRead::Ambiguous(day_first, month_first)
        }
        (DateText::Month(month), _) => DayRead::Month(month),
        (DateText::None, _) => DayRead::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let words = Vocabulary::shipped().expect("shipped words");
        match parse_date(text, &words) {
            DateText::Day(day) => day.to_string(),
            DateText::Month(month) => month.to_string(),
            DateText::Either { day_first, month_first } => format!("{day_first}?{month_first}"),
            DateText::None => "none".to_owned(),
        }
    }

    #[test]
    fn days_and_months_as_people_write_them() {
        for (text, expected) in [
            ("2018-10-14", "2018-10-14"),
            ("2018-10-14T00:00:00", "2018-10-14"),
            ("2017-03-10T00:00:00+00:00", "2017-03-10"),
            ("2018-10-14 13:45:00Z", "2018-10-14"),
            ("2018/10/14", "2018-10-14"),
            ("20181014", "2018-10-14"),
            ("45901", "2025-09-01"),
            ("31/12/2026", "2026-12-31"),
            ("12/31/2026", "2026-12-31"),
            ("05/05/2026", "2026-05-05"),
            ("03/04/2026", "2026-04-03?2026-03-04"),
            ("3-4-26", "2026-04-03?2026-03-04"),
            ("03.04.2026", "2026-04-03"),
            ("14/10/2018 00.00.00", "2018-10-14"),
            ("10/14/2018 12:00:00 AM", "2018-10-14"),
            ("15 set 2026", "2026-09-15"),
            ("15-Sep-26", "2026-09-15"),
            ("Nov 15, 2021", "2021-11-15"),
            ("22 Aug 2021", "2021-08-22"),
            ("1er février 2026", "2026-02-01"),
            ("15 de septiembre de 2026", "2026-09-15"),
            ("15. März 2026", "2026-03-15"),
            ("Wed, 22 Aug 2021", "2021-08-22"),
            ("June 3rd 2020", "2020-06-03"),
            ("settembre 2026", "2026-09"),
            ("Sep-26", "2026-09"),
            ("août 2026", "2026-08"),
            ("2026-09", "2026-09"),
            ("09/2026", "2026-09"),
            ("9.2026", "2026-09"),
            ("202609", "2026-09"),
            ("09/26", "2026-09"),
            ("Q3 2026", "none"),
            ("2026", "none"),
            ("September", "none"),
            ("13/13/2026", "none"),
            ("30/02/2026", "none"),
            ("yes", "none"),
            ("", "none"),
            ("1234567", "none"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    fn order(column: &[&str], language: u8, months: bool) -> DateOrder {
        let words = Vocabulary::shipped().expect("shipped words");
        let mut evidence = OrderEvidence::default();
        for text in column {
            evidence.observe(text, &words);
        }
        if months { evidence.order_of_months(Languages(language)) } else { evidence.order(Languages(language)) }
    }

    #[test]
    fn the_column_settles_the_order() {
        assert_eq!(order(&["03/04/2026", "25/04/2026"], 1, false), DateOrder::DayFirst);
        assert_eq!(order(&["03/04/2026", "04/25/2026"], 1, false), DateOrder::MonthFirst);
        assert_eq!(order(&["25/04/2026", "04/25/2026"], 1, false), DateOrder::Unsettled);
        assert_eq!(order(&["03/04/2026"], 1, false), DateOrder::Unsettled);
        assert_eq!(order(&["03/04/2026"], 2, false), DateOrder::DayFirst);
        assert_eq!(order(&["03/04/2026", "04/25/2026"], 2, false), DateOrder::MonthFirst);
        assert_eq!(order(&["01/08/2026", "01/09/2026"], 1, true), DateOrder::DayFirst);
        assert_eq!(order(&["08/01/2026", "09/01/2026"], 1, true), DateOrder::MonthFirst);
        assert_eq!(order(&["08/02/2026"], 1, true), DateOrder::Unsettled);
    }

    #[test]
    fn plain_numbers_are_serials_of_our_times() {
        assert_eq!(day_of_number(45_901.5).map(|d| d.to_string()), Some("2025-09-01".to_owned()));
        assert_eq!(day_of_number(12.0), None);
        assert_eq!(month_of_number(202_609.0).map(|m| m.to_string()), Some("2026-09".to_owned()));
        assert_eq!(month_of_number(2026.0), None);
        assert_eq!(day_of_serial(f64::NAN), None);
        assert_eq!(day_of_serial(1e300), None);
    }
}
