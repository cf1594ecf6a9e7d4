//! Dates written in ISO form, as serial days.

/// Days from 1899-12-30 to the first day of 1904 date systems.
pub(crate) const DAYS_1904: f64 = 1462.0;

/// `2026-09-30`, `2026-09-30T12:00:00`, `12:30:00` (with fractions, `Z` or blanks) as days since 1899-12-30.
pub(super) fn iso_serial(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('Z');
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None if text.contains(':') && !text.contains('-') => return clock(text),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let days = date.since((jiff::Unit::Day, jiff::civil::date(1899, 12, 30))).ok()?.get_days();
    Some(f64::from(days) + time.map_or(Some(0.0), clock)?)
}

/// `12:30`, `12:30:15.5` as a fraction of a day.
fn clock(text: &str) -> Option<f64> {
    let mut parts = text.split(':');
    let hours: u32 = parts.next()?.parse().ok()?;
    let minutes: u32 = parts.next()?.parse().ok()?;
    let seconds: f64 = parts.next().map_or(Some(0.0), |s| s.parse().ok())?;
    (minutes < 60 && (0.0..60.0).contains(&seconds) && parts.next().is_none())
        .then(|| (f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0 + seconds) / 86_400.0)
}

/// `PT12H30M15S` as a fraction of a day.
pub(super) fn duration_days(text: &str) -> Option<f64> {
    let (sign, text) = text.trim().strip_prefix('-').map_or((1.0, text.trim()), |rest| (-1.0, rest));
    let mut seconds = 0.0;
    let mut number = String::new();
    for c in text.strip_prefix('P')?.chars() {
        let unit = match c {
            'T' => continue,
            '0'..='9' | '.' => {
                number.push(c);
                continue;
            }
            'D' => 86_400.0,
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => return None,
        };
        seconds += number.parse::<f64>().ok()? * unit;
        number.clear();
    }
    number.is_empty().then_some(sign * seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_excel_serials() {
        // Excel shows 46295 as 2026-09-30, and 1 as 1900-01-01 (one day off before the leap day that never was).
        assert_eq!(iso_serial("2026-09-30"), Some(46_295.0));
        assert_eq!(iso_serial("2026-09-30T12:00:00.000Z"), Some(46_295.5));
        assert_eq!(iso_serial("06:00:00"), Some(0.25));
        assert_eq!(iso_serial("1899-12-30"), Some(0.0));
        for wrong in ["2026-13-01", "2026-9-1", "yesterday", "2026-09-30T25", "", "T", "99999999-01-01"] {
            assert_eq!(iso_serial(wrong), None, "{wrong}");
        }
        assert_eq!(duration_days("PT12H00M00S"), Some(0.5));
        assert_eq!(duration_days("P1DT6H"), Some(1.25));
        assert_eq!(duration_days("PT1X"), None);
    }
}
