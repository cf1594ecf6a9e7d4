//! Addresses and names as they may stand in a header: whatever a sheet says, it is one address or none.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::Address;

/// Characters of a name in a header at most.
const NAME: usize = 100;

/// Why a contact cannot be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It holds more than one address.
    Several,
    /// It is no address, or one that servers do not take.
    NotAnAddress,
    /// It has letters that many servers do not take.
    NotAscii,
}

/// The address of a contact.
///
/// # Errors
/// If it is anything but one plain address: nothing of a cell may become a second recipient.
pub fn usable(contact: &str) -> Result<Address, Unusable> {
    let contact = contact.trim();
    if contact.chars().filter(|c| *c == '@').count() > 1 || contact.contains([',', ';']) {
        return Err(Unusable::Several);
    }
    if !contact.is_ascii() {
        let odd = |c: char| {
            c.is_control()
                || c.is_whitespace()
                || matches!(c, '\u{200b}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        };
        return Err(if contact.chars().any(odd) { Unusable::NotAnAddress } else { Unusable::NotAscii });
    }
    let (user, domain) = contact.split_once('@').ok_or(Unusable::NotAnAddress)?;
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let local =
        !user.is_empty() && user.len() <= 64 && user.split('.').all(|part| !part.is_empty() && part.chars().all(atom));
    let label = |part: &str| {
        let inner = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        inner && !part.is_empty() && part.len() <= 63 && !part.starts_with('-') && !part.ends_with('-')
    };
    let host = domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label);
    if !local || !host {
        return Err(Unusable::NotAnAddress);
    }
    contact.parse().map_err(|_| Unusable::NotAnAddress)
}

/// A text as one line without anything that would break, hide or reorder what stands around it, cut where it is very
/// long.
pub fn clean(text: &str) -> String {
    line(text, NAME)
}

/// The same with another length.
pub(super) fn line(text: &str, longest: usize) -> String {
    // Spaces that hold numbers and marks together stay what they are.
    let breaks = |c: char| (c.is_control() || c.is_whitespace()) && !matches!(c, '\u{a0}' | '\u{202f}');
    let shown: String = text.chars().filter(|c| !reorders(*c)).collect();
    let words = shown.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words,
    }
}

/// A name and an address for a header. lettre's own lines get longer than they may where a name is long.
pub(super) fn header(name: &str, address: &Address) -> String {
    /// Characters of a name that stays in one piece.
    const SHORT: usize = 60;
    /// UTF-8 bytes that fit into an encoded word: 4 characters for 3, and 12 around them, of 75.
    const PIECE: usize = 45;
    let plain = |c: char| c.is_ascii_alphanumeric() || " .,&'()-_+/".contains(c);
    if name.is_empty() {
        return address.to_string();
    }
    if name.len() <= SHORT && name.chars().all(plain) {
        return format!("\"{name}\"\r\n <{address}>");
    }
    // Cut behind a space where there is one: some readers show the cuts.
    let mut words: Vec<String> = Vec::new();
    let mut piece = String::new();
    for word in name.split_inclusive(' ') {
        if piece.len() + word.len() > PIECE && !piece.is_empty() {
            words.push(std::mem::take(&mut piece));
        }
        for c in word.chars() {
            if piece.len() + c.len_utf8() > PIECE {
                words.push(std::mem::take(&mut piece));
            }
            piece.push(c);
        }
    }
    words.push(piece);
    let encoded = words.iter().map(|word| format!("=?utf-8?B?{}?=", STANDARD.encode(word)));
    format!("{}\r\n <{address}>", encoded.collect::<Vec<_>>().join("\r\n "))
}

/// Marks that do not show, and change how others do.
fn reorders(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_plain_address_is_usable() {
        for contact in ["anna.rossi@brenta.example", " a+b@x-y.example ", "o'neil@x.co.uk", "A_1@EXAMPLE.ORG"] {
            assert!(usable(contact).is_ok(), "{contact}");
        }
    }

    #[test]
    fn nothing_else_is() {
        for (contact, why) in [
            ("", Unusable::NotAnAddress),
            ("anna", Unusable::NotAnAddress),
            ("anna@localhost", Unusable::NotAnAddress),
            ("@x.example", Unusable::NotAnAddress),
            ("a..b@x.example", Unusable::NotAnAddress),
            ("a b@x.example", Unusable::NotAnAddress),
            ("\"a b\"@x.example", Unusable::NotAnAddress),
            ("a@-x.example", Unusable::NotAnAddress),
            ("a@x.example\r\nBcc: b@y.example", Unusable::Several),
            ("a@x.example\r\nRCPT TO", Unusable::NotAnAddress),
            ("a@x.example, b@y.example", Unusable::Several),
            ("a@x.example; b@y.example", Unusable::Several),
            ("a@x.example,", Unusable::Several),
            ("<a@x.example>", Unusable::NotAnAddress),
            ("a@\u{202e}x.example", Unusable::NotAnAddress),
            ("a@[127.0.0.1]", Unusable::NotAnAddress),
            ("müller@x.example", Unusable::NotAscii),
            ("a@überlingen.example", Unusable::NotAscii),
        ] {
            assert_eq!(usable(contact).err(), Some(why), "{contact:?}");
        }
        assert_eq!(usable(&format!("{}@x.example", "a".repeat(65))).err(), Some(Unusable::NotAnAddress));
    }

    #[test]
    fn names_become_one_line_of_bounded_length() {
        assert_eq!(clean("A\r\nBcc: b@y.example\u{202e}\tC"), "A Bcc: b@y.example C");
        assert_eq!(clean(&"x".repeat(300)).chars().count(), NAME + 1);
        assert_eq!(clean("  Wisła  Systemy "), "Wisła Systemy");
    }
}
