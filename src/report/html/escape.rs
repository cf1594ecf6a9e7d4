//! The one place where text becomes part of a page. Whatever it says, it stays text.

use std::borrow::Cow;
use std::fmt::Write as _;

use maud::Render;

use crate::report::pdf::clean::clean;

/// Text from anywhere, safe between tags and within quoted attributes.
pub(super) struct Text<'a>(pub &'a str);

impl Render for Text<'_> {
    fn render_to(&self, page: &mut String) {
        escape(self.0, page);
    }
}

/// Adds text with markup and quotes as character references, and without what would break lines, hide or reorder
/// its surroundings: controls become spaces or U+FFFD, directional overrides go.
fn escape(text: &str, page: &mut String) {
    for c in bound(&clean(text)).chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            c => page.push(c),
        }
    }
}

/// The text with what reads as one kept on one line: the mark after a part of a place, and the parts of a date.
fn bound(text: &str) -> Cow<'_, str> {
    if !text.contains(' ') {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(' ').collect();
    // Whether a word stays with the one before it.
    let mut stays: Vec<bool> = words.iter().map(|word| word.starts_with('›')).collect();
    for (at, word) in words.iter().enumerate() {
        let Some(day) = at.checked_sub(date_words(words.get(..=at).unwrap_or_default(), word)) else { continue };
        stays.iter_mut().take(at + 1).skip(day + 1).for_each(|stays| *stays = true);
    }
    let mut said = String::with_capacity(text.len() + 8);
    for (nth, (word, stays)) in words.iter().zip(stays).enumerate() {
        if nth > 0 {
            said.push(if stays { '\u{A0}' } else { ' ' });
        }
        said.push_str(word);
    }
    Cow::Owned(said)
}

/// How many words before a year belong to its date: "31 July 2026" and "31. Juli 2026" have two, "31 de julio de 2026"
/// four; 0 if it is no year or no date.
fn date_words(words: &[&str], year: &str) -> usize {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year(&bare(year)) {
        return 0;
    }
    let before = |n: usize| words.len().checked_sub(n + 1).and_then(|at| words.get(at)).map(|word| bare(word));
    let of = |n: usize| before(n).is_some_and(|word| word == "de");
    let day = |n: usize| {
        before(n).is_some_and(|word| {
            let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
            (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let month = |n: usize| before(n).is_some_and(|word| word.chars().all(char::is_alphabetic) && word.len() > 2);
    match () {
        () if of(1) && month(2) && of(3) && day(4) => 4,
        () if month(1) && day(2) => 2,
        () => 0,
    }
}

/// A path below the page as a relative address: every byte that is no plain letter, digit or sign is
/// percent-encoded, so that no name can turn into a scheme, a query or a fragment.
pub(super) fn address(folder: &str, file: &str) -> String {
    let mut address = String::new();
    for byte in folder.trim_end_matches('/').bytes().chain([b'/']).chain(file.bytes()) {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// Text as a string of CSS, quotes included.
pub(super) fn css_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in clean(text).chars() {
        if c.is_ascii_alphanumeric() || c == ' ' {
            quoted.push(c);
        } else {
            let _ = write!(quoted, "\\{:x} ", u32::from(c));
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut page = String::new();
        escape(text, &mut page);
        page
    }

    #[test]
    fn markup_and_quotes_stay_text() {
        assert_eq!(escaped("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(escaped("\" onload=\"x"), "&quot; onload=&quot;x");
        assert_eq!(escaped("' & `"), "&#39; &amp; `");
        assert_eq!(escaped("&lt;b&gt; ]]> <!--"), "&amp;lt;b&amp;gt; ]]&gt; &lt;!--");
    }

    #[test]
    fn places_and_dates_break_where_they_may() {
        assert_eq!(escaped("a.xlsx › Uso › F17"), "a.xlsx\u{A0}› Uso\u{A0}› F17");
        for date in ["31 July 2026", "31. Juli 2026", "1er août 2026", "1º de abril de 2027", "1° aprile 2027"] {
            assert_eq!(escaped(&format!("x {date}, y")), format!("x {}, y", date.replace(' ', "\u{A0}")));
        }
        assert_eq!(escaped("September 2026 has 12 rows of 2026"), "September 2026 has 12 rows of 2026");
    }

    #[test]
    fn controls_show_or_become_spaces_and_overrides_go() {
        assert_eq!(escaped("a\u{0}b\u{1B}c"), "a\u{FFFD}b\u{FFFD}c");
        assert_eq!(escaped("two\r\nlines\u{2028}here"), "two lines here");
        assert_eq!(escaped("gpj.\u{202E}exe\u{2066}\u{FEFF}"), "gpj.exe");
        assert_eq!(escaped("شركة الأمل · 株式会社 · Łódź"), "شركة الأمل · 株式会社 · Łódź");
    }

    #[test]
    fn an_address_is_a_path_and_nothing_else() {
        assert_eq!(
            address("partners/1-Müller & Söhne", "gap-report.pdf"),
            "partners/1-M%C3%BCller%20%26%20S%C3%B6hne/gap-report.pdf"
        );
        assert_eq!(address("partners/a#b?c%20'd", "x.pdf"), "partners/a%23b%3Fc%2520%27d/x.pdf");
        assert_eq!(address("javascript:alert(1)", "x"), "javascript%3Aalert%281%29/x");
    }

    #[test]
    fn a_string_of_css_cannot_be_left() {
        assert_eq!(css_string("Page 1"), "\"Page 1\"");
        assert_eq!(css_string("\"}</style>\\"), "\"\\22 \\7d \\3c \\2f style\\3e \\5c \"");
    }
}
