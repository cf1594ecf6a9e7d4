//! Folding: what is left of a text when case, accents, spaces and punctuation do not matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds case, accents, spaces and punctuation away, so that spellings of one word become one text.
///
/// Compatibility forms are taken apart (`ﬁ`, full-width digits), marks fall off Latin, Greek and Cyrillic letters
/// (in other scripts a mark makes another letter, so it stays), letters and digits of every script are kept. A text of
/// symbols only folds to itself, so that nothing but an empty text folds to an empty one.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        folded.extend(text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    } else {
        let mut bare = false;
        for c in text.chars().filter(|c| !matches!(c, '™' | '®' | '©' | '℠')).nfkd() {
            if is_combining_mark(c) {
                if !bare {
                    folded.push(c);
                }
                continue;
            }
            // Latin, Greek and Cyrillic with their extensions.
            bare = matches!(c, '\0'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2C60}'..='\u{2C7F}');
            for lower in c.to_lowercase() {
                match lower {
                    'ß' => folded.push_str("ss"),
                    'ø' => folded.push('o'),
                    'ł' => folded.push('l'),
                    'æ' => folded.push_str("ae"),
                    'œ' => folded.push_str("oe"),
                    'ı' => folded.push('i'),
                    'đ' | 'ð' => folded.push('d'),
                    'ħ' => folded.push('h'),
                    'þ' => folded.push_str("th"),
                    'ς' => folded.push('σ'),
                    other if other.is_alphanumeric() => folded.push(other),
                    _ => {}
                }
            }
        }
        while folded.chars().next().is_some_and(is_combining_mark) {
            folded.remove(0);
        }
    }
    if folded.is_empty() {
        return text.trim().to_lowercase();
    }
    folded
}

/// The folded words of a text, in order: split where folding would join (spaces, punctuation).
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c)))
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect()
}

/// The text on one line, white space of every kind as single spaces, invisible characters gone.
pub(crate) fn tidy(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(
            |c| !matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{AD}'),
        )
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_and_punctuation_do_not_matter() {
        for (a, b) in [
            ("MPN ID", "mpn-id"),
            ("Nº de usuários", "no DE USUARIOS"),
            ("Müller & Söhne", "muller sohne"),
            ("Straße", "STRASSE"),
            ("Łódź", "lodz"),
            ("Ødegård", "odegard"),
            ("Ελληνική", "ΕΛΛΗΝΙΚΗ"),
            ("İstanbul", "istanbul"),
            ("Active\u{A0}Users\u{FEFF}", "activeusers"),
            ("ＭＰＮ", "mpn"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
    }

    #[test]
    fn names_in_other_scripts_stay_apart_and_nothing_folds_to_nothing() {
        let names = ["株式会社カキ", "株式会社ガギ", "ООО Ромашка", "شركة", "บริษัท", "हिन्दी", "★★★", "---", "한국"];
        let folded: Vec<String> = names.iter().map(|n| fold(n)).collect();
        for (n, a) in folded.iter().enumerate() {
            assert!(!a.is_empty(), "{}", names[n]);
            assert!(folded.iter().skip(n + 1).all(|b| a != b), "{}", names[n]);
        }
        assert_eq!(fold("  "), "");
    }

    #[test]
    fn words_keep_their_order() {
        assert_eq!(words("SKU d'évaluation (E3)"), ["sku", "d", "evaluation", "e3"]);
        assert_eq!(tidy(" a\u{A0}\n b\u{200B} "), "a b");
    }
}
