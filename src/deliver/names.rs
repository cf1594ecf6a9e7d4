//! Names from inputs become file names here and nowhere else.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Characters of a name at most: with a folder or two around it, the path stays within what Windows and mail
/// programs bear.
const LONGEST: usize = 80;
/// UTF-8 bytes of a name at most: file systems bear 255, and an ending and a number still come.
const LONGEST_BYTES: usize = 200;

/// Names that Windows keeps for devices, whatever the ending.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Signs beside letters and digits that no file system and no shell within double quotes gives a meaning.
const PLAIN_SIGNS: &str = " .-_(){}&+,'=@#~";

/// A file or folder name made of a stranger's text: letters, digits and plain signs, never empty, never reserved,
/// never hidden, at most 80 characters long. Anything else becomes a hyphen.
pub fn file_name(text: &str) -> String {
    let mut name = String::new();
    for c in text.nfc() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c.is_alphanumeric() || is_mark(c) || PLAIN_SIGNS.contains(c) {
            if c != ' ' || !name.ends_with(' ') {
                name.push(c);
            }
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    let mut name = trimmed(&name);
    let cut = name.char_indices().take_while(|(at, c)| at + c.len_utf8() <= LONGEST_BYTES).take(LONGEST).count();
    if cut < name.chars().count() {
        let end = name.char_indices().nth(cut).map_or(name.len(), |(at, _)| at);
        name = trimmed(&name[..end]);
    }
    if name.is_empty() {
        name.push_str("unnamed");
    }
    if is_reserved(&name) {
        name.insert(0, '_');
    }
    name
}

/// Combining marks belong to the letter before them (Devanagari, Arabic vowel signs …).
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn trimmed(name: &str) -> String {
    // A dot in front hides a file, a dot or space at the end is lost on Windows, a sign in front may look like an option.
    let front = |c: char| matches!(c, '-' | '.' | '_' | ' ' | '~' | '=' | '@' | '+');
    name.trim_start_matches(front).trim_end_matches(['-', '.', '_', ' ']).to_owned()
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            let mut chars = rest.chars();
            matches!((chars.next(), chars.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    };
    RESERVED.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// Names within one folder: no two that a file system without regard for case or normalisation would take for one.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// The name for a text, with a number where it is taken already.
    pub fn claim(&mut self, text: &str, ending: &str) -> String {
        let base = file_name(text);
        let mut number = 1_u64;
        loop {
            let name = if number == 1 { format!("{base}{ending}") } else { format!("{base}-{number}{ending}") };
            if self.0.insert(key(&name)) {
                return name;
            }
            number += 1;
        }
    }

    /// Whether a name is free.
    pub fn is_free(&self, text: &str, ending: &str) -> bool {
        !self.0.contains(&key(&format!("{}{ending}", file_name(text))))
    }
}

fn key(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_texts_become_plain_names() {
        for (text, name) in [
            ("1234567-Contoso GmbH & Co. KG", "1234567-Contoso GmbH & Co. KG"),
            ("Q3 review (wide)", "Q3 review (wide)"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\x", "C-Windows-x"),
            ("con", "_con"),
            ("LPT1.txt", "_LPT1.txt"),
            ("Aux", "_Aux"),
            ("company", "company"),
            ("name. . .", "name"),
            ("", "unnamed"),
            ("///", "unnamed"),
            ("Ελληνική Δίκτυα", "Ελληνική Δίκτυα"),
            ("日本クラウド", "日本クラウド"),
            ("a\u{202e}gpj.exe", "a-gpj.exe"),
            ("a\u{0}b\nc", "a-b c"),
            ("=cmd|' /C calc'!A0", "cmd-' -C calc'-A0"),
            ("~$lock", "lock"),
        ] {
            assert_eq!(file_name(text), name, "{text:?}");
        }
    }

    #[test]
    fn long_names_are_cut_at_a_character() {
        let long = file_name(&"日本".repeat(300));
        assert!(long.chars().count() <= LONGEST && long.len() <= LONGEST_BYTES);
        assert!(file_name(&"x".repeat(300)).len() == LONGEST);
    }

    #[test]
    fn names_that_differ_in_case_or_normalisation_only_get_a_number() {
        let mut names = Names::default();
        assert_eq!(names.claim("Été", ".xlsx"), "Été.xlsx");
        assert_eq!(names.claim("E\u{301}te\u{301}", ".xlsx"), "Été-2.xlsx");
        assert_eq!(names.claim("ÉTÉ", ".xlsx"), "ÉTÉ-3.xlsx");
        assert_eq!(names.claim("été", ""), "été");
    }
}
