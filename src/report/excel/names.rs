//! Sheet names that Excel accepts, each once, and references to them.

use std::collections::BTreeSet;

use super::text::one_line;

const MAX: usize = 31;

/// Hands out sheet names of one workbook.
#[derive(Debug, Default)]
pub struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// A legal name as near to `wanted` as can be, used by no other sheet.
    pub fn add(&mut self, wanted: &str) -> String {
        let base = legal(wanted);
        let mut name = base.clone();
        let mut n = 2_u32;
        while !self.taken.insert(name.to_lowercase()) {
            let suffix = format!(" ({n})");
            name = format!("{}{suffix}", shorten(&base, MAX - suffix.len()));
            n = n.saturating_add(1);
        }
        name
    }
}

/// The name with what Excel refuses replaced; names that are legal stay as they are.
fn legal(wanted: &str) -> String {
    if is_legal(wanted) {
        return wanted.to_owned();
    }
    let swept: String = one_line(wanted)
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { '-' } else { c })
        .collect();
    let name = shorten(swept.trim_matches(|c| c == '\'' || c == ' '), MAX);
    if name.is_empty() {
        "-".to_owned()
    } else if is_reserved(&name) {
        format!("{name}-")
    } else {
        name
    }
}

fn is_legal(name: &str) -> bool {
    !name.trim().is_empty()
        && name.encode_utf16().count() <= MAX
        && !name.starts_with('\'')
        && !name.ends_with('\'')
        && !is_reserved(name)
        && !name
            .chars()
            .any(|c| c.is_control() || matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\u{FFFE}' | '\u{FFFF}'))
}

/// Excel keeps this name for its own list of changes.
fn is_reserved(name: &str) -> bool {
    name.eq_ignore_ascii_case("history")
}

fn shorten(name: &str, units: usize) -> String {
    let mut used = 0;
    let kept: String = name
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= units
        })
        .collect();
    kept.trim_end_matches(['\'', ' ']).to_owned()
}

/// The name as formulas write it.
pub fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_become_legal_and_unique() {
        let mut names = SheetNames::default();
        let wanted = [
            "Usage",
            "usage",
            "USAGE",
            "a[b]c:d*e?f/g\\h",
            "'quoted'",
            "History",
            "",
            " ",
            "a\u{0}b",
            &"😀".repeat(40),
            &"x".repeat(40),
            &"x".repeat(41),
            "''''",
        ];
        let given: Vec<String> = wanted.iter().map(|w| names.add(w)).collect();
        for name in &given {
            assert!(rust_xlsxwriter::utility::check_sheet_name(name).is_ok(), "{name:?}");
            assert!(!name.eq_ignore_ascii_case("history"));
            assert!(!name.chars().any(char::is_control));
        }
        let unique: BTreeSet<String> = given.iter().map(|n| n.to_lowercase()).collect();
        assert_eq!(unique.len(), given.len());
        assert_eq!(given[0], "Usage");
        assert_eq!(given[1], "usage (2)");
        assert_eq!(given[3], "a-b-c-d-e-f-g-h");
    }

    #[test]
    fn legal_names_stay_and_are_quoted_for_formulas() {
        let mut names = SheetNames::default();
        assert_eq!(names.add(" Q1 & Q2 "), " Q1 & Q2 ");
        assert_eq!(quoted("Q'1"), "'Q''1'");
    }
}
