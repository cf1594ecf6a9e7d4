//! Number format codes from strangers: only those are handed on that Excel takes for sure. A workbook with a bad one
//! is repaired on opening, and all formats may be lost.

/// Longest code, in UTF-16 units.
const UNITS: usize = 255;

/// What a section of a code has asked for so far.
#[derive(Debug, Default)]
struct Section {
    digits: bool,
    points: u32,
    slashes: u32,
    day: bool,
    text: bool,
    general: bool,
}

impl Section {
    /// Numbers, days, texts and the general form are not mixed.
    fn is_sound(&self) -> bool {
        let kinds = [self.digits, self.day, self.text, self.general];
        let one = kinds.into_iter().filter(|kind| *kind).count() <= 1;
        one && (self.day || (self.points <= u32::from(self.digits) && self.slashes <= u32::from(self.digits)))
    }
}

/// Whether the code is sound beyond doubt. Conservative: some that Excel takes are refused.
pub fn is_sound(code: &str) -> bool {
    let fits = !code.is_empty() && code.encode_utf16().count() <= UNITS;
    fits && !code.chars().any(|c| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')) && sections(code).is_some()
}

/// Reads all sections; `None` where one is unsound.
fn sections(code: &str) -> Option<()> {
    let mut section = Section::default();
    let mut count = 1;
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..)?;
        match c {
            '"' => rest = rest.split_once('"')?.1,
            '\\' | '_' | '*' => rest = rest.get(rest.chars().next()?.len_utf8()..)?,
            '[' => {
                let (inside, after) = rest.split_once(']')?;
                section.day |= bracket(inside)?;
                rest = after;
            }
            ';' => {
                count += 1;
                if count > 4 || !section.is_sound() {
                    return None;
                }
                section = Section::default();
            }
            '0' | '#' | '?' => section.digits = true,
            '.' if section.day => rest = rest.trim_start_matches('0'),
            '.' => section.points += 1,
            '/' => section.slashes += 1,
            'E' => {
                rest = rest.strip_prefix(['+', '-']).filter(|rest| section.digits && rest.starts_with('0'))?;
            }
            '@' => section.text = true,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => section.day = true,
            'A' | 'a' => {
                rest = strip(rest, "M/PM").or_else(|| strip(rest, "/P"))?;
                section.day = true;
            }
            'G' | 'g' => {
                rest = strip(rest, "eneral")?;
                section.general = true;
            }
            ' ' | ',' | '%' | '$' | '-' | '+' | '(' | ')' | ':' | '\'' => {}
            '€' | '£' | '¥' | '¢' | '\u{A0}' | '\u{202F}' => {}
            _ => return None,
        }
    }
    section.is_sound().then_some(())
}

fn strip<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix))?;
    text.get(prefix.len()..)
}

/// What stands in brackets: a colour, a condition, a currency or language, elapsed time. Says whether it is time.
fn bracket(inside: &str) -> Option<bool> {
    const COLOURS: [&str; 8] = ["black", "white", "red", "green", "blue", "cyan", "magenta", "yellow"];
    let lower = inside.to_ascii_lowercase();
    if ["h", "hh", "m", "mm", "s", "ss"].contains(&lower.as_str()) {
        return Some(true);
    }
    let numbered = lower.strip_prefix("color").map(|n| n.trim_start().parse::<u8>());
    if COLOURS.contains(&lower.as_str()) || numbered.is_some_and(|n| n.is_ok_and(|n| (1..=56).contains(&n))) {
        return Some(false);
    }
    if let Some(locale) = inside.strip_prefix('$') {
        let (currency, language) = locale.split_once('-').unwrap_or((locale, "0"));
        let is_currency = currency.chars().count() <= 5
            && currency.chars().all(|c| c.is_alphabetic() || matches!(c, '$' | '€' | '£' | '¥' | '¢' | '.' | ' '));
        let is_language = (1..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_hexdigit());
        return (!locale.is_empty() && is_currency && is_language).then_some(false);
    }
    let number = [">=", "<=", "<>", ">", "<", "="].iter().find_map(|sign| inside.strip_prefix(sign))?;
    let is_number = number.len() <= 20
        && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'))
        && number.parse::<f64>().is_ok();
    is_number.then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_codes_are_handed_on() {
        for code in [
            "General",
            "0",
            "00000",
            "#,##0.00",
            "#,##0.00 \"€\"",
            "#,##0.00\\ [$€-407]",
            "[$€-2]\\ #,##0.00",
            "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)",
            "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-",
            "#,##0;[Red]-#,##0",
            "[>=1000]#,##0,\\k;0",
            "0.00E+00",
            "# ?/?",
            "0.0%",
            "@",
            "dd/mm/yyyy",
            "dd.mm.yyyy hh:mm",
            "yyyy\\-mm\\-dd;@",
            "[$-410]d\\ mmmm\\ yyyy;@",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            "mmm-yy",
            "h:mm AM/PM",
            "[h]:mm:ss",
            "mm:ss.000",
            "[Color 10]0;;;@",
        ] {
            assert!(is_sound(code), "{code}");
        }
    }

    #[test]
    fn doubtful_codes_are_not() {
        for code in [
            "",
            "\"open",
            "0\\",
            "[Red",
            "[Rot]0",
            "[$]0",
            "[$€-XYZ]0",
            "[>=x]0",
            "0.0.0",
            "0;0;0;0;0",
            "yyyy0",
            "d@",
            "General0",
            "Standard",
            "0 users",
            "1E5",
            "0E0",
            "AM",
            "0\n0",
            "0\u{FFFF}",
            "<script>",
            "٣",
            "[",
            "_",
            &"0".repeat(256),
        ] {
            assert!(!is_sound(code), "{code}");
        }
    }
}
