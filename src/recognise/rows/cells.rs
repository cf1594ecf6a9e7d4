//! How single cells are shown and normalised.

use ustr::Ustr;

use crate::intake::Value;
use crate::recognise::date::day_of_serial;
use crate::recognise::fold::fold;
use crate::recognise::vocabulary::{Answer, Meaning, Vocabulary};

/// A value as the cell shows it, shortened where it is very long.
pub(crate) fn show(value: Value) -> Ustr {
    match value {
        Value::Empty => Ustr::default(),
        Value::Text(text) => {
            let trimmed = text.trim();
            if trimmed.chars().count() <= 200 && trimmed.len() == text.len() {
                return text;
            }
            Ustr::from(&trimmed.chars().take(200).collect::<String>())
        }
        Value::Number(0.0) => Ustr::from("0"),
        // Nobody reads three hundred digits.
        Value::Number(n) if !(1e-7..1e21).contains(&n.abs()) => Ustr::from(&format!("{n:e}")),
        Value::Number(n) => Ustr::from(&format!("{n}")),
        Value::Bool(b) => Ustr::from(if b { "TRUE" } else { "FALSE" }),
        Value::Date(serial) => match day_of_serial(serial) {
            Some(day) => Ustr::from(&day.to_string()),
            None => Ustr::from(&format!("{serial}")),
        },
        Value::Error(error) => Ustr::from(error.as_str()),
        Value::Uncalculated => Ustr::from("=?"),
    }
}

/// An ID as one spelling: `1234567`, `1234567.0`, `1 234 567` and `MPN 1234567` are one; what is not made of digits
/// stays as it is, and so do two numbers in one cell.
pub(super) fn normal_id(text: &str, vocabulary: &Vocabulary) -> Ustr {
    /// Digits of an ID at most: longer ones that spaces part are several.
    const LONGEST: usize = 10;
    let digits = |text: &str| -> Option<String> {
        let groups: Vec<&str> = text.split_whitespace().collect();
        let letters: usize = groups.iter().map(|group| group.len()).sum();
        if letters > LONGEST && groups.iter().skip(1).any(|group| group.len() > 3) {
            return None;
        }
        let bare: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '#')).collect();
        let bare = bare.strip_suffix(".0").or_else(|| bare.strip_suffix(",0")).unwrap_or(&bare).to_owned();
        let bare = bare.strip_suffix(".00").unwrap_or(&bare).to_owned();
        let all = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if all(&bare) {
            return Some(bare);
        }
        // "1.234.567" is a number that was formatted.
        let parts: Vec<&str> = bare.split(['.', ',']).collect();
        let grouped = parts.len() >= 3
            && parts.iter().all(|p| all(p))
            && parts.iter().skip(1).all(|p| p.len() == 3)
            && parts.first().is_some_and(|p| p.len() <= 3);
        grouped.then(|| parts.concat())
    };
    if let Some(id) = digits(text) {
        return Ustr::from(&id);
    }
    // A label before it: "MPN 1234567", "MPN ID: 1234567".
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    if let (Some(label), Some(rest)) = (text.get(..start), text.get(start..))
        && vocabulary.headers.get(&fold(label)).is_some_and(|alias| {
            matches!(
                alias.meaning,
                Meaning::Field(crate::facts::Field::PartnerId | crate::facts::Field::PersonId) | Meaning::ByRole { .. }
            )
        })
        && let Some(id) = digits(rest)
    {
        return Ustr::from(&id);
    }
    Ustr::from(text)
}

/// The parts of a text that says several things, without empty ones: "Passed (820)", "No; trial".
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    const BETWEEN: [char; 15] = [',', ';', ':', '–', '—', '(', ')', '[', ']', '/', '|', '\n', '\r', '（', '）'];
    let parts = text.split(BETWEEN).flat_map(|part| part.split(" - "));
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// Whether an ID can tell one from another: zeros, answers (`Y`) and states (`pending`) stand in many rows.
pub(super) fn identifies(id: &str, vocabulary: &Vocabulary) -> bool {
    id.chars().any(|c| c.is_alphanumeric() && c != '0')
        && (id.bytes().all(|b| b.is_ascii_digit())
            || !matches!(vocabulary.answer(id), Some(Answer::Yes | Answer::No)) && vocabulary.status(id).is_none())
}

/// Whether a text is what a spreadsheet shows for an error, in any language: `#REF!`, `#WERT!`, `#NOM?`, `#NV`.
pub(super) fn is_error(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('#') else { return false };
    let name = rest.trim_start_matches(['¡', '¿']).trim_end_matches(['!', '?']);
    let letters = |c: char| c.is_alphabetic() || matches!(c, '/' | '0' | '_' | ' ');
    !name.is_empty()
        && name.chars().all(letters)
        && (rest.ends_with(['!', '?'])
            || name.chars().count() <= 3 && name.chars().all(|c| c.is_uppercase() || c == '/'))
}

/// A tenant ID as one spelling: lower case, without braces and spaces; zeros are none.
pub(super) fn tenant(text: &str) -> Option<Ustr> {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '{' | '}' | '(' | ')' | '"')).collect();
    let bare = bare.strip_suffix(".0").filter(|b| b.bytes().all(|b| b.is_ascii_digit())).unwrap_or(&bare);
    bare.chars().any(|c| c != '0' && c != '-').then(|| Ustr::from(&bare.to_lowercase()))
}

/// Whether an address could be one person's: something before the `@` and a domain after it. Within a company the domain
/// may be one word.
pub(super) fn is_address(text: &str) -> bool {
    text.rsplit_once('@')
        .is_some_and(|(who, domain)| !who.trim().is_empty() && domain.split('.').all(|label| !label.trim().is_empty()))
}

/// An address without what mail programs put around it.
pub(super) fn email(text: &str) -> &str {
    let text = match (text.rfind('<'), text.rfind('>')) {
        (Some(open), Some(close)) if open < close => text.get(open + 1..close).unwrap_or(text),
        _ => text,
    };
    let text = text.trim();
    match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => text.get(7..).unwrap_or(text).trim(),
        _ => text,
    }
}
