//! Text from strangers, made fit for cells, names, notes and page lines.

use std::borrow::Cow;

/// Longest text of a cell, in UTF-16 units.
pub const CELL: usize = 32_767;
/// Longest note: more than that nobody reads in a small yellow box.
pub const NOTE: usize = 1_500;
/// Longest header or footer of a page, in UTF-16 units, codes included.
const PAGE_LINE: usize = 255;

/// The text, cut to `units` UTF-16 units with an ellipsis if it is longer.
pub fn cut(text: &str, units: usize) -> Cow<'_, str> {
    // A byte is at most one unit, so short texts need no counting.
    if text.len() <= units || text.encode_utf16().count() <= units {
        return Cow::Borrowed(text);
    }
    let mut room = units.saturating_sub(1);
    let mut kept: String = text
        .chars()
        .take_while(|c| match room.checked_sub(c.len_utf16()) {
            Some(rest) => {
                room = rest;
                true
            }
            None => false,
        })
        .collect();
    kept.push('…');
    Cow::Owned(kept)
}

/// The text with the marks between the parts of a place kept at the ends of lines: "usage.xlsx ›" goes on below.
pub fn bound(text: &str) -> Cow<'_, str> {
    if text.contains(" ›") { Cow::Owned(text.replace(" ›", "\u{A0}›")) } else { Cow::Borrowed(text) }
}

/// Whether Excel would take the text for a formula once somebody edits the cell.
pub fn looks_live(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text on one line, without control characters and what XML cannot carry: for names, properties and page lines.
pub fn one_line(text: &str) -> String {
    let swept: String = text.chars().map(|c| if c.is_control() || is_noncharacter(c) { ' ' } else { c }).collect();
    swept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a note: lines stay, other control characters go, and it has a bound.
pub fn note(text: &str) -> String {
    let swept: String = text.chars().filter(|&c| c == '\n' || !(c.is_control() || is_noncharacter(c))).collect();
    cut(&swept, NOTE).into_owned()
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// A page line of a left and a right part. `right` may hold `{page}` and `{pages}`.
pub fn page_line(left: &str, right: &str) -> String {
    let right = escape_page(right, 80).replace("{pages}", "&N").replace("{page}", "&P");
    let room = PAGE_LINE.saturating_sub(right.encode_utf16().count() + 8);
    // Every `&` is doubled: half the room always suffices.
    let mut left_part = escape_page(left, room);
    if left_part.encode_utf16().count() > room {
        left_part = escape_page(left, room / 2);
    }
    format!("&L&8{}&R&8{}", spaced(&left_part), spaced(&right))
}

/// A text that begins with a digit would be read as part of the font size before it.
fn spaced(text: &str) -> String {
    if text.starts_with(|c: char| c.is_ascii_digit()) { format!(" {text}") } else { text.to_owned() }
}

fn escape_page(text: &str, units: usize) -> String {
    // `&[Picture]` and its like are codes to the writer even behind a doubled ampersand.
    cut(&one_line(text).replace("&[", "& ["), units).replace('&', "&&")
}

/// Width of a character in tenths of a digit, generously, as the usual fonts of workbooks draw it: East Asian ones
/// count double, combining ones nothing.
const fn char_width(c: char) -> usize {
    match c {
        ' ' | '\u{A0}' | '!' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | 'I' | 'f' | 'i' | 'j' | 'l'
        | 'r' | 't' | '|' => {
            return 7;
        }
        '%' | '&' | '@' | 'M' | 'W' | 'm' | 'w' => return 16,
        'A'..='Z' => return 12,
        _ => {}
    }
    match c as u32 {
        0x0300..=0x036F | 0x0591..=0x05BD | 0x064B..=0x065F | 0x0900..=0x0902 | 0x093C | 0x0941..=0x0948 => 0,
        0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0xFE00..=0xFE0F | 0xFEFF => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 20,
        _ => 10,
    }
}

/// The widths of the letters that most texts are made of.
const ASCII: [u8; 128] = {
    let mut widths = [0; 128];
    let mut c = 0_u8;
    while c < 128 {
        widths[c as usize] = char_width(c as char) as u8;
        c += 1;
    }
    widths
};

/// Width of a line in tenths of a digit.
fn tenths(line: &str) -> usize {
    if line.is_ascii() {
        line.bytes().map(|c| usize::from(ASCII.get(usize::from(c)).copied().unwrap_or_default())).sum()
    } else {
        line.chars().map(char_width).sum()
    }
}

/// Width of the longest line, in digits.
pub fn width(text: &str) -> usize {
    // The cap keeps a novel in a cell from being measured to its end.
    if text.len() <= 400 && !text.contains('\n') {
        return tenths(text.strip_suffix('\r').unwrap_or(text)).div_ceil(10);
    }
    let tenths = |line: &str| line.chars().take(400).map(char_width).sum::<usize>();
    text.lines().take(50).map(tenths).max().unwrap_or(0).div_ceil(10)
}

/// How many lines the text needs in a cell as wide as `columns` digits, words kept whole.
pub fn lines(text: &str, columns: f64) -> usize {
    let room = (columns.max(4.0) * 10.0) as usize;
    // Most texts are short: no byte is wider than two digits, and what fits as a whole needs no words.
    if !text.contains(['\n', '\r']) && (text.len() * 20 <= room || tenths(text) <= room) {
        return 1;
    }
    let mut count = 0;
    for line in text.lines() {
        let mut used = 0;
        count += 1;
        for word in line.split(' ') {
            let wide = tenths(word);
            if used > 0 && used + SPACE + wide > room {
                count += 1;
                used = 0;
            }
            used += wide + if used > 0 { SPACE } else { 0 };
            while used > room {
                count += 1;
                used -= room;
            }
        }
    }
    count.max(1)
}

/// Width of a space.
const SPACE: usize = char_width(' ');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters_with_an_ellipsis() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("shorter", 5), "shor…");
        assert_eq!(cut("a😀😀", 4), "a😀…"); // each takes two units, so the second would not fit
        assert_eq!(cut(&"x".repeat(40_000), CELL).encode_utf16().count(), CELL);
    }

    #[test]
    fn page_lines_stay_within_the_limit_and_show_ampersands() {
        assert_eq!(page_line("A&B", "{page}/{pages}"), "&L&8A&&B&R&8&P/&N");
        assert_eq!(page_line("2026", "7"), "&L&8 2026&R&8 7");
        for left in ["&".repeat(400), "x".repeat(400), "😀".repeat(400)] {
            assert!(page_line(&left, &"&".repeat(300)).encode_utf16().count() <= 255);
        }
    }

    #[test]
    fn control_characters_leave_names_and_notes() {
        assert_eq!(one_line("a\u{0}b\r\n c\u{FFFE}"), "a b c");
        assert_eq!(note("a\u{1}b\nc"), "ab\nc");
    }

    #[test]
    fn lines_are_counted_by_words_and_width() {
        assert_eq!(lines("", 20.0), 1);
        assert_eq!(lines("one two seven nine", 10.0), 2); // "seven nine" takes 9.1
        assert_eq!(lines("one two seven nine", 9.0), 3);
        assert_eq!(lines("界界界界界界", 7.0), 2);
        assert_eq!(lines("a\nb\nc", 20.0), 3);
        assert_eq!(width("Zürich\n東京"), 6); // 12 + 10 + 7 + 7 + 10 + 10 tenths
        assert_eq!(width("MMMM"), 7);
        assert_eq!(width(&"x".repeat(500)), 400);
        assert_eq!(width("ab\r"), 2);
    }
}
