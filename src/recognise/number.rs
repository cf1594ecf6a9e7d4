//! Counts as people write them, and what a separator means on one sheet.

use super::vocabulary::Languages;

/// What a text in a count cell says, once its sheet has settled the separators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountText {
    /// This count.
    Count(u64),
    /// Two readings are possible; `larger` is the one more in the partner's favour.
    Ambiguous {
        /// The larger reading.
        larger: u64,
        /// Both, smaller first, such as `2 / 2000`.
        readings: String,
    },
    /// Abbreviated (`2.61K`): the count behind it lies near this, but is not known.
    Rounded(u64),
    /// No count.
    None,
}

/// What a separator means on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Thousands,
    Decimal,
    Unsettled,
}

/// What `.` and `,` mean in the count columns of one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separators {
    dot: Meaning,
    comma: Meaning,
}

impl Default for Separators {
    /// Both group thousands: what a sheet says that shows nothing else.
    fn default() -> Self {
        Self { dot: Meaning::Thousands, comma: Meaning::Thousands }
    }
}

/// What a text looks like before anything is known of its sheet.
enum Shape {
    Plain(u64),
    /// Certainly grouped by this separator (`1.234.567`).
    Grouped(char, u64),
    /// Grouped by one and decimal by the other (`2.000,50`); the count if the fraction is nothing.
    Mixed {
        thousands: char,
        value: Option<u64>,
    },
    /// Certainly a decimal point (`12.5`, `1770.00`); the count if the fraction is nothing.
    Decimal(char, Option<u64>),
    /// Three digits after one separator (`2.000`): thousands or decimals.
    Either {
        separator: char,
        thousands: u64,
        whole: u64,
        fraction: String,
    },
    Rounded(u64),
}

fn number(digits: &str) -> Option<u64> {
    // More than fifteen digits are no count of people; the bound keeps sums far from overflow.
    (digits.len() <= 15).then(|| digits.parse().ok()).flatten()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Digits with groups of three after each separator, joined; groups of two before the last are the Indian way.
fn ungroup(text: &str, separator: impl Fn(char) -> bool + Copy) -> Option<String> {
    let parts: Vec<&str> = text.split(separator).collect();
    let (first, rest) = parts.split_first()?;
    let (last, middle) = rest.split_last()?;
    let thirds = middle.iter().all(|part| part.len() == 3);
    let indian =
        text.contains(',') && !middle.is_empty() && middle.iter().all(|part| part.len() == 2) && first.len() <= 2;
    let valid = parts.iter().all(|part| all_digits(part))
        && (1..=3).contains(&first.len())
        && last.len() == 3
        && (thirds || indian);
    valid.then(|| parts.concat())
}

/// Spaces and apostrophes that group digits. What parts lines parts numbers, too.
fn is_space(c: char) -> bool {
    let ends_line = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    c.is_whitespace() && !ends_line || matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '٬' | '＇')
}

fn shape(text: &str) -> Option<Shape> {
    let text = text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}'));
    let text = text.strip_prefix('\'').unwrap_or(text);
    let text = text.strip_prefix('+').unwrap_or(text).trim_start();
    if text.len() > 40 {
        return None;
    }
    if all_digits(text) {
        return number(text).map(Shape::Plain);
    }
    if let Some(rest) = text.strip_suffix(['k', 'K', 'm', 'M']) {
        return rounded(rest.trim_end(), if text.ends_with(['k', 'K']) { 1_000.0 } else { 1_000_000.0 });
    }
    // Spaces and apostrophes only ever group; what follows the last `.` or `,` may still be a fraction.
    if text.contains(is_space) {
        let (whole, fraction) = match text.rfind(['.', ',']) {
            Some(at) => (text.get(..at)?, Some((text.get(at..)?.chars().next()?, text.get(at + 1..)?))),
            None => (text, None),
        };
        let value = number(&ungroup(whole, is_space)?)?;
        return match fraction {
            None => Some(Shape::Grouped(' ', value)),
            Some((point, digits)) if all_digits(digits) => {
                Some(Shape::Decimal(point, digits.bytes().all(|b| b == b'0').then_some(value)))
            }
            Some(_) => None,
        };
    }
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let last = *separators.last()?;
    if !separators.iter().all(|c| matches!(c, '.' | ',')) {
        return None;
    }
    if separators.iter().any(|&c| c != last) {
        let (whole, fraction) = text.rsplit_once(last)?;
        let thousands = if last == '.' { ',' } else { '.' };
        let value = number(&ungroup(whole, |c| c == thousands)?)?;
        return all_digits(fraction)
            .then(|| Shape::Mixed { thousands, value: fraction.bytes().all(|b| b == b'0').then_some(value) });
    }
    if separators.len() > 1 {
        return ungroup(text, |c| c == last).and_then(|d| number(&d)).map(|value| Shape::Grouped(last, value));
    }
    let (whole, fraction) = text.split_once(last)?;
    if !all_digits(fraction) || !(whole.is_empty() || all_digits(whole)) {
        return None;
    }
    let whole_value = if whole.is_empty() { 0 } else { number(whole)? };
    if fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
        return Some(Shape::Either {
            separator: last,
            thousands: number(&format!("{whole}{fraction}"))?,
            whole: whole_value,
            fraction: fraction.to_owned(),
        });
    }
    Some(Shape::Decimal(last, fraction.bytes().all(|b| b == b'0').then_some(whole_value)))
}

fn rounded(text: &str, unit: f64) -> Option<Shape> {
    let value: f64 = text.replace(',', ".").parse().ok()?;
    // Half a unit of the last digit written may be missing: the best case for the partner.
    let decimals = text.rsplit_once(['.', ',']).map_or(0, |(_, d)| d.len().min(9) as i32);
    let best = (value + 0.5 / 10_f64.powi(decimals)) * unit;
    ((0.0..=1e12).contains(&best) && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')))
        .then_some(Shape::Rounded(best.ceil() as u64))
}

#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// Grouping that can be nothing else.
    thousands: bool,
    /// A point before nothing but zeros: a whole count written with decimals.
    decimal: bool,
    /// A point before a fraction; no count, but it shows how a fraction is written.
    fraction: bool,
    /// Three digits after it, not all zero: read as a decimal it would be no count.
    odd_group: bool,
    /// Three digits after it, whatever they are.
    either: bool,
}

/// What the texts of a sheet's count columns show of its separators.
///
/// `2.000` can be two thousand or two. What settles it: `1.234.567` or `2.000,50` elsewhere (the dot groups), `1770.00`
/// (the dot is a decimal point), `12.5` (so it seems, though the cell itself is no count), `1.770` (as a decimal it
/// would be no count, so the dot groups), and where the numbers show nothing, the language of the headers: English
/// groups with the comma, the others with the dot. So `2,000` under English headers and `2.000` under Italian ones are
/// two thousand, while `2.000` alone under English headers stays ambiguous, as do dots and commas that both seem to
/// group and evidence for both meanings. Headers that only a portal writes are English.
#[derive(Debug, Clone, Copy, Default)]
pub struct SeparatorEvidence {
    dot: Seen,
    comma: Seen,
}

impl SeparatorEvidence {
    /// Looks at one text.
    pub fn observe(&mut self, text: &str) {
        match shape(text) {
            Some(Shape::Grouped(c @ ('.' | ','), _)) => self.of(c).thousands = true,
            Some(Shape::Mixed { thousands, .. }) => {
                self.of(thousands).thousands = true;
                self.of(if thousands == '.' { ',' } else { '.' }).decimal = true;
            }
            Some(Shape::Decimal(c, Some(_))) => self.of(c).decimal = true,
            Some(Shape::Decimal(c, None)) => self.of(c).fraction = true,
            Some(Shape::Either { separator, fraction, .. }) => {
                let seen = self.of(separator);
                seen.either = true;
                seen.odd_group |= fraction != "000";
            }
            _ => {}
        }
    }

    fn of(&mut self, separator: char) -> &mut Seen {
        if separator == '.' { &mut self.dot } else { &mut self.comma }
    }

    /// What the separators mean, given the language of the sheet's headers.
    pub(crate) fn settle(&self, language: Languages) -> Separators {
        let dot_groups = language.0 != 0 && language.0 & 1 == 0;
        Separators {
            dot: settle_one(self.dot, self.comma, dot_groups),
            comma: settle_one(self.comma, self.dot, !dot_groups),
        }
    }
}

fn settle_one(own: Seen, other: Seen, language_groups: bool) -> Meaning {
    let thousands = own.thousands || other.decimal;
    let decimal = own.decimal || other.thousands;
    match (thousands, decimal) {
        (true, true) => Meaning::Unsettled,
        (true, false) => Meaning::Thousands,
        (false, true) if own.odd_group => Meaning::Unsettled,
        (false, true) => Meaning::Decimal,
        (false, false) if own.either && other.either => Meaning::Unsettled,
        (false, false) => match (own.fraction, own.odd_group, language_groups) {
            (false, true, _) | (false, false, true) => Meaning::Thousands,
            (true, true, _) | (true, false, true) | (false, false, false) => Meaning::Unsettled,
            (true, false, false) => Meaning::Decimal,
        },
    }
}

/// Reads a count from a text by what the separators mean on its sheet.
pub fn parse_count(text: &str, separators: Separators) -> CountText {
    match shape(text) {
        None => CountText::None,
        Some(Shape::Plain(n) | Shape::Grouped(_, n)) => CountText::Count(n),
        Some(Shape::Mixed { value, .. } | Shape::Decimal(_, value)) => value.map_or(CountText::None, CountText::Count),
        Some(Shape::Rounded(n)) => CountText::Rounded(n),
        Some(Shape::Either { separator, thousands, whole, fraction }) => {
            let zeros = fraction == "000";
            match if separator == '.' { separators.dot } else { separators.comma } {
                Meaning::Thousands => CountText::Count(thousands),
                Meaning::Decimal if zeros => CountText::Count(whole),
                Meaning::Decimal => CountText::None,
                Meaning::Unsettled => {
                    let small =
                        if zeros { whole.to_string() } else { format!("{whole}.{}", fraction.trim_end_matches('0')) };
                    CountText::Ambiguous { larger: thousands, readings: format!("{small} / {thousands}") }
                }
            }
        }
    }
}

/// A number cell as a count: whole, not negative, at most 10^12. Rounding noise of a formula is not a fraction.
pub fn count_of(number: f64) -> Option<u64> {
    let whole = number.round();
    ((number - whole).abs() < 1e-6 && (0.0..=1e12).contains(&whole)).then_some(whole as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: u8 = 0;
    const EN: u8 = 1;
    const IT: u8 = 2;

    fn read(column: &[&str], language: u8) -> Vec<String> {
        let mut evidence = SeparatorEvidence::default();
        for text in column {
            evidence.observe(text);
        }
        let separators = evidence.settle(Languages(language));
        column
            .iter()
            .map(|text| match parse_count(text, separators) {
                CountText::Count(n) => n.to_string(),
                CountText::Ambiguous { readings, .. } => format!("? {readings}"),
                CountText::Rounded(n) => format!("~{n}"),
                CountText::None => "none".to_owned(),
            })
            .collect()
    }

    #[test]
    fn counts_as_people_write_them() {
        for (text, count) in [
            ("2000", "2000"),
            ("2,000", "2000"),
            ("1.770", "1770"),
            ("1 234", "1234"),
            ("1\u{A0}234", "1234"),
            ("1\u{202F}234", "1234"),
            ("1'234", "1234"),
            ("1’234’567", "1234567"),
            ("1.234.567", "1234567"),
            ("12,34,567", "1234567"),
            ("2.000,00", "2000"),
            ("2,000.00", "2000"),
            ("1 234,00", "1234"),
            ("1770.00", "1770"),
            (" 42 ", "42"),
            ("+5", "5"),
            ("0", "0"),
            ("-5", "none"),
            ("(5)", "none"),
            ("12.5", "none"),
            ("1,25", "none"),
            ("0.340", "none"),
            ("85%", "none"),
            ("2 0", "none"),
            ("500\n600", "none"),
            ("500\t600", "none"),
            ("1\u{2028}234", "none"),
            ("1.23.456", "none"),
            ("1,234.567.890", "none"),
            ("12a", "none"),
            ("#N/A", "none"),
            ("", "none"),
            ("2.61K", "~2615"),
            ("99999999999999999999", "none"),
        ] {
            assert_eq!(read(&[text], NONE), [count], "{text}");
        }
    }

    #[test]
    fn the_sheet_settles_what_a_separator_means() {
        // grouping elsewhere
        assert_eq!(read(&["1.234.567", "2.000"], EN), ["1234567", "2000"]);
        assert_eq!(read(&["2.000,50", "2.000"], EN), ["none", "2000"]);
        // a decimal point elsewhere
        assert_eq!(read(&["1770.00", "2.000"], EN), ["1770", "2"]);
        assert_eq!(read(&["12.5", "2.000"], EN), ["none", "2"]);
        // a decimal comma makes the dot group
        assert_eq!(read(&["1770,00", "2.000"], EN), ["1770", "2000"]);
    }

    #[test]
    fn the_language_of_the_headers_settles_what_the_numbers_do_not() {
        assert_eq!(read(&["2.000"], IT), ["2000"]);
        assert_eq!(read(&["2,000"], EN), ["2000"]);
        assert_eq!(read(&["2.000"], EN), ["? 2 / 2000"]);
        assert_eq!(read(&["2,000"], IT), ["? 2 / 2000"]);
        assert_eq!(read(&["2.000", "1.770"], EN), ["2000", "1770"]);
    }

    #[test]
    fn contradictions_stay_ambiguous() {
        assert_eq!(read(&["1.234", "1,234"], EN), ["? 1.234 / 1234", "? 1.234 / 1234"]);
        assert_eq!(read(&["12.5", "2.000"], IT), ["none", "? 2 / 2000"]);
        assert_eq!(read(&["1.234.567", "1770.00", "2.000"], EN), ["1234567", "1770", "? 2 / 2000"]);
        assert_eq!(read(&["1,234,567", "1.770"], EN), ["1234567", "? 1.77 / 1770"]);
        // a fraction speaks against the language, whichever it is
        assert_eq!(read(&["12.5", "1.770", "2.000"], IT), ["none", "? 1.77 / 1770", "? 2 / 2000"]);
        assert_eq!(read(&["12,5", "1,770"], EN), ["none", "? 1.77 / 1770"]);
    }

    #[test]
    fn number_cells_must_be_whole_and_not_negative() {
        assert_eq!(count_of(-0.0), Some(0));
        assert_eq!(count_of(119.999_999_999_999_99), Some(120));
        assert_eq!(count_of(12.5), None);
        assert_eq!(count_of(-1.0), None);
        assert_eq!(count_of(1e13), None);
        assert_eq!(count_of(f64::NAN), None);
    }
}
