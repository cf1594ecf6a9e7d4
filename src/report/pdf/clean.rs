//! The one place where text from strangers is made safe to set.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// A base letter with more marks than any language stacks is cut off there: such piles would cover other lines.
const MARKS_AT_MOST: usize = 12;

/// Text that can be set: one line, no control characters, nothing that reorders what surrounds it.
///
/// Line ends and tabs become spaces; other controls become visible pictures (U+2400 …); directional overrides and
/// embeddings are dropped. Isolates that our own sentences put around names (FSI … PDI) stay: they only keep a name's
/// direction to itself.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        for c in cluster.chars().take(MARKS_AT_MOST) {
            if let Some(c) = settable(c) {
                // A CR LF pair is one cluster and one space.
                if !(c == ' ' && cluster == "\r\n" && out.ends_with(' ')) {
                    out.push(c);
                }
            }
        }
    }
    Cow::Owned(out)
}

fn settable(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{00}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7F}' => Some('\u{2421}'),
        '\u{80}'..='\u{9F}' => Some('\u{FFFD}'),
        // Soft hyphen, word joiner and invisible operators, BOM, annotation marks.
        '\u{AD}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => None,
        // Embeddings, overrides, explicit isolates and deprecated format characters.
        '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}' | '\u{206A}'..='\u{206F}' => None,
        // Language tags, and variation selectors beyond the basic ones.
        '\u{E0000}'..='\u{E01EF}' => None,
        c if is_noncharacter(c) => Some('\u{FFFD}'),
        c => Some(c),
    }
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// Whether a character has no shape of its own and only steers its neighbours.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2068}' | '\u{2069}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_show_and_overrides_go() {
        assert_eq!(clean("plain text"), "plain text");
        assert_eq!(clean("two\r\nlines\tof\u{2028}text"), "two lines of text");
        assert_eq!(clean("bell\u{07}esc\u{1B}"), "bell\u{2407}esc\u{241B}");
        assert_eq!(clean("invoice\u{202E}fdp.exe"), "invoicefdp.exe");
        assert_eq!(clean("a\u{2067}b\u{2069}c\u{FEFF}"), "ab\u{2069}c");
        assert_eq!(clean("\u{9B}x\u{FFFF}"), "\u{FFFD}x\u{FFFD}");
    }

    #[test]
    fn piled_marks_are_cut_but_words_stay() {
        let pile = format!("a{}b", "\u{0301}".repeat(500));
        let cleaned = clean(&pile);
        assert!(cleaned.chars().count() <= MARKS_AT_MOST + 1);
        assert!(cleaned.starts_with('a') && cleaned.ends_with('b'));
        assert_eq!(clean("Nguyễn Thị Bích"), "Nguyễn Thị Bích");
    }
}
