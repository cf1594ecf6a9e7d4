//! Numbers, dates and sort order by CLDR.
//!
//! The formatters cannot be shared between threads, so every thread keeps its own, made once a language.

use std::cell::OnceCell;
use std::cmp::Ordering;

use icu_calendar::Gregorian;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::pattern::FixedCalendarDateTimeNames;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use jiff::civil::Date;

use super::Lang;
use crate::facts::Month;

/// What one language writes numbers and dates with.
pub(super) struct Formats {
    number: DecimalFormatter,
    /// What stands between thousands.
    separator: String,
    date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    short_date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    collator: CollatorBorrowed<'static>,
}

impl Formats {
    fn new(lang: Lang) -> Option<Self> {
        let locale = lang.locale();
        let number = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok()?;
        let million = number.format(&Decimal::from(1_000_000)).to_string();
        Some(Self {
            separator: million.trim_start_matches('1').chars().take_while(|c| *c != '0').collect(),
            number,
            date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
            short_date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok()?,
            month: month_formatter(&locale)?,
            collator: Collator::try_new((&locale).into(), CollatorOptions::default()).ok()?,
        })
    }
}

/// A formatter of months with the digits of years: made by itself, icu_datetime 2.4 forgets them for Brazilian
/// Portuguese, which is an assertion in debug builds.
fn month_formatter(locale: &Locale) -> Option<FixedCalendarDateTimeFormatter<Gregorian, YM>> {
    let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long()).ok()?;
    let mut names = FixedCalendarDateTimeNames::from_formatter(locale.into(), formatter);
    names.include_decimal_formatter().ok()?;
    names.try_into_formatter(YM::long()).ok()
}

impl Formats {
    /// CLDR leaves four digits together in some languages (Italian, Spanish). Reports set 2.000 beside 12.000 and
    /// ask readers to compare: both are grouped.
    fn grouped(&self, n: &Decimal) -> String {
        let mut text = self.number.format(n).to_string();
        let thousands = n.absolute.magnitude_range().end() == &3;
        let first = text.find(|c: char| c.is_ascii_digit());
        if let Some(first) = first.filter(|_| thousands)
            && text.get(first + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        {
            text.insert_str(first + 1, &self.separator);
        }
        text
    }
}

thread_local! {
    static FORMATS: [OnceCell<Option<Formats>>; Lang::ALL.len()] = const { [const { OnceCell::new() }; Lang::ALL.len()] };
}

/// Runs `with` on this thread's formats of a language; `None` only if CLDR had no data for it.
fn formats<T>(lang: Lang, with: impl FnOnce(&Formats) -> T) -> Option<T> {
    FORMATS.with(|all| all.get(lang as usize)?.get_or_init(|| Formats::new(lang)).as_ref().map(with))
}

/// Whether a language has data for everything.
pub(crate) fn exist(lang: Lang) -> bool {
    formats(lang, |_| ()).is_some()
}

/// A whole number with the language's separators.
pub(crate) fn integer(lang: Lang, n: i64) -> String {
    formats(lang, |f| f.grouped(&Decimal::from(n))).unwrap_or_else(|| n.to_string())
}

/// A number with a fixed count of decimals.
pub(crate) fn decimal(lang: Lang, n: f64, places: usize) -> String {
    let plain = format!("{n:.places$}");
    match plain.parse::<Decimal>() {
        Ok(exact) => formats(lang, |f| f.grouped(&exact)).unwrap_or(plain),
        Err(_) => plain,
    }
}

/// A day, its month written out.
pub(crate) fn date(lang: Lang, day: Date) -> String {
    icu_calendar::Date::try_new_gregorian(i32::from(day.year()), day.month() as u8, day.day() as u8)
        .ok()
        .and_then(|icu| formats(lang, |f| first_of_month(lang, f.date.format(&icu).to_string())))
        .unwrap_or_else(|| day.to_string())
}

/// A day in few letters, for narrow columns and the foot of a bar: also in Portuguese without its "de".
pub(crate) fn short_date(lang: Lang, day: Date) -> String {
    icu_calendar::Date::try_new_gregorian(i32::from(day.year()), day.month() as u8, day.day() as u8)
        .ok()
        .and_then(|icu| {
            formats(lang, |f| first_of_month(lang, f.short_date.format(&icu).to_string().replace(" de ", " ")))
        })
        .unwrap_or_else(|| day.to_string())
}

/// French, Italian and Portuguese count the first day of a month, "1er", "1°" and "1º"; CLDR has a plain number.
fn first_of_month(lang: Lang, said: String) -> String {
    let first = match lang {
        Lang::Fr => "1er",
        Lang::It => "1°",
        Lang::Pt => "1º",
        _ => return said,
    };
    match said.strip_prefix("1 ") {
        Some(rest) => format!("{first} {rest}"),
        None => said,
    }
}

/// A month and its year.
pub(crate) fn month(lang: Lang, month: Month) -> String {
    icu_calendar::Date::try_new_gregorian(i32::from(month.year()), month.month() as u8, 1)
        .ok()
        .and_then(|icu| formats(lang, |f| f.month.format(&icu).to_string()))
        .unwrap_or_else(|| month.to_string())
}

/// The order of two words in a dictionary of the language.
pub(crate) fn compare(lang: Lang, a: &str, b: &str) -> Ordering {
    formats(lang, |f| f.collator.compare(a, b)).unwrap_or(Ordering::Equal).then_with(|| a.cmp(b))
}
