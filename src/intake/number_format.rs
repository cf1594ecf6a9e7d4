//! Whether a number format shows its number as a date.

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// A number, text, percentage, amount.
    Number,
    /// A day, perhaps with a time.
    Date,
    /// A time or duration without a day: no date system applies.
    Time,
}

/// One of the formats that every workbook has without saying so.
pub(super) fn built_in(id: u32) -> Shows {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shows::Date,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shows::Time,
        _ => Shows::Number,
    }
}

/// A format code such as `dd/mm/yyyy;@`. Quoted text, escaped characters, colours, locales and conditions say nothing.
pub(super) fn custom(code: &str) -> Shows {
    let (mut day, mut time, mut month) = (false, false, false);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|&c| c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&inside.as_str()) {
                    time = true;
                }
            }
            // Only the first section counts; the others are for negative numbers, zero and text.
            ';' => break,
            'g' | 'G' if chars.as_str().get(..6).is_some_and(|rest| rest.eq_ignore_ascii_case("eneral")) => {
                for _ in 0..6 {
                    chars.next();
                }
            }
            'd' | 'D' | 'y' | 'Y' => day = true,
            'h' | 'H' | 's' | 'S' => time = true,
            'm' | 'M' => month = true,
            '0' | '#' | '?' if !(day || time || month) => return Shows::Number,
            _ => {}
        }
    }
    match (day, time, month) {
        (true, _, _) | (false, false, true) => Shows::Date,
        (false, true, _) => Shows::Time,
        (false, false, false) => Shows::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_formats_with_date_letters_show_dates() {
        for code in ["dd/mm/yyyy", "yyyy\\-mm\\-dd;@", "[$-410]d\\ mmmm\\ yyyy;@", "mmm-yy", "m/d/yy h:mm", "mmmm"] {
            assert_eq!(custom(code), Shows::Date, "{code}");
        }
        for code in ["h:mm", "[h]:mm:ss", "[mm]:ss.0", "hh:mm AM/PM"] {
            assert_eq!(custom(code), Shows::Time, "{code}");
        }
        for code in [
            "General",
            "0.00",
            "#,##0;[Red]-#,##0",
            "0.00E+00",
            "\"days\" 0",
            "0\\d",
            "@",
            "[Red]0",
            "0 \"users\"",
            "_-* #,##0_-",
        ] {
            assert_eq!(custom(code), Shows::Number, "{code}");
        }
    }
}
