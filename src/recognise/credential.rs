//! Credentials: exams by number in any spelling, certifications by name.

use unicode_normalization::UnicodeNormalization;
use ustr::Ustr;

use super::fold::words;
use super::vocabulary::{Vocabulary, WideKind};
use crate::facts::Status;

/// First parts of exam numbers that are digits (70-346, 74-343, 98-349 …).
const DIGIT_PREFIXES: [&str; 10] = ["62", "69", "70", "71", "72", "74", "77", "83", "88", "98"];

/// Whether an ID has the shape of an exam's number, such as `70-346`, `MS-900` or `MB2-715`.
pub(crate) fn is_exam_number(id: &str) -> bool {
    let Some((first, second)) = id.split_once('-') else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let classic = DIGIT_PREFIXES.contains(&first) && digits(second) && second.len() == 3;
    let letters = (2..=3).contains(&first.len())
        && first.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && first.bytes().skip(2).all(|b| b.is_ascii_digit())
        && digits(second)
        && (3..=4).contains(&second.len());
    classic || letters
}

/// A part of a text that is an exam's number.
struct Found {
    id: String,
    start: usize,
    end: usize,
}

fn plain(text: &str) -> Vec<char> {
    text.nfkc()
        .filter(|c| *c != '\u{AD}')
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '_' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

fn digits_from(chars: &[char], start: usize) -> usize {
    chars.iter().skip(start).take_while(|c| c.is_ascii_digit()).count()
}

fn text_of(chars: &[char], start: usize, len: usize) -> String {
    chars.iter().skip(start).take(len).collect()
}

/// A separator at a position: a hyphen with or without spaces around it, or spaces only. Its length and whether it
/// has a hyphen.
fn separator(chars: &[char], start: usize) -> (usize, bool) {
    let mut at = start;
    let mut hyphen = false;
    while let Some(c) = chars.get(at) {
        match c {
            ' ' => at += 1,
            '-' if !hyphen => {
                hyphen = true;
                at += 1;
            }
            _ => break,
        }
        if at - start >= 3 {
            break;
        }
    }
    (at - start, hyphen)
}

/// Whether a number may start here: not inside a longer number or a chain of numbers.
fn may_start(chars: &[char], start: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).and_then(|i| chars.get(i));
    match before(1) {
        Some(c) if c.is_ascii_digit() => false,
        Some('-' | '.') => !before(2).is_some_and(char::is_ascii_digit),
        _ => true,
    }
}

fn may_end(chars: &[char], end: usize) -> bool {
    match chars.get(end) {
        Some(c) if c.is_ascii_digit() => false,
        Some('-' | '.') => !chars.get(end + 1).is_some_and(char::is_ascii_digit),
        _ => true,
    }
}

/// Whether the word right before a position is one that announces an exam's number, or there is none at all and the
/// number ends the text too.
fn announced(chars: &[char], start: usize, end: usize, vocabulary: &Vocabulary) -> bool {
    let before: String = chars.iter().take(start).collect();
    let after: String = chars.iter().skip(end).collect();
    match words(&before).last() {
        Some(word) => vocabulary.exam_words.contains(word),
        None => words(&after).is_empty(),
    }
}

fn find_exams(chars: &[char], vocabulary: &Vocabulary) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let Some(exam) = digit_exam(chars, at, vocabulary).or_else(|| letter_exam(chars, at, vocabulary)) else {
            at += 1;
            continue;
        };
        at = exam.end;
        let prefix = exam.id.split('-').next().unwrap_or_default().to_owned();
        found.push(exam);
        // "70-346/347" names two exams.
        while matches!(chars.get(at), Some('/' | '&' | '+'))
            && digits_from(chars, at + 1) == 3
            && may_end(chars, at + 4)
        {
            found.push(Found { id: format!("{prefix}-{}", text_of(chars, at + 1, 3)), start: at, end: at + 4 });
            at += 4;
        }
    }
    found
}

fn digit_exam(chars: &[char], start: usize, vocabulary: &Vocabulary) -> Option<Found> {
    let run = digits_from(chars, start);
    if run < 2 || !may_start(chars, start) {
        return None;
    }
    // A leading zero as in "070-346" is part of the old way to write them.
    let zero = usize::from(chars.get(start) == Some(&'0') && (run == 3 || run == 6));
    let prefix = text_of(chars, start + zero, 2);
    if !DIGIT_PREFIXES.contains(&prefix.as_str()) {
        return None;
    }
    match run - zero {
        2 => {
            let (gap, _) = separator(chars, start + run);
            let second = start + run + gap;
            let end = second + 3;
            if gap == 0 || digits_from(chars, second) != 3 || !may_end(chars, end) {
                return None;
            }
            Some(Found { id: format!("{prefix}-{}", text_of(chars, second, 3)), start, end })
        }
        5 => {
            let end = start + run;
            let known = may_end(chars, end) && announced(chars, start, end, vocabulary);
            known.then(|| Found { id: format!("{prefix}-{}", text_of(chars, start + zero + 2, 3)), start, end })
        }
        _ => None,
    }
}

fn letter_exam(chars: &[char], start: usize, vocabulary: &Vocabulary) -> Option<Found> {
    let letter = |n: usize| chars.get(n).is_some_and(char::is_ascii_alphabetic);
    if !letter(start) || !letter(start + 1) || (start > 0 && chars.get(start - 1).is_some_and(|c| c.is_alphanumeric()))
    {
        return None;
    }
    let series = digits_from(chars, start + 2);
    if series > 1 || letter(start + 2) {
        return None;
    }
    let gap_at = start + 2 + series;
    let (gap, hyphen) = separator(chars, gap_at);
    let second = gap_at + gap;
    let run = digits_from(chars, second);
    let end = second + run;
    if gap == 0 || !(3..=4).contains(&run) || !may_end(chars, end) {
        return None;
    }
    // Without a hyphen, two letters and a number are too little by themselves ("MS 365 certified").
    if !hyphen && (run != 3 || !announced(chars, start, end, vocabulary)) {
        return None;
    }
    let id = format!("{}-{}", text_of(chars, start, 2 + series).to_ascii_uppercase(), text_of(chars, second, run));
    Some(Found { id, start, end })
}

/// The credentials that a text names, by ID: every exam number in it (`70-346, 70-347` names two), else a
/// certification. Empty where no list knows it.
pub fn parse_credentials(text: &str, vocabulary: &Vocabulary) -> Vec<Ustr> {
    split(text, vocabulary).0
}

/// The credentials of a text and the words that are not part of their names.
fn split(text: &str, vocabulary: &Vocabulary) -> (Vec<Ustr>, Vec<String>) {
    let chars = plain(text);
    let exams = find_exams(&chars, vocabulary);
    if !exams.is_empty() {
        let mut rest = String::new();
        let mut at = 0;
        let mut ids: Vec<Ustr> = Vec::new();
        for exam in exams {
            rest.extend(chars.iter().skip(at).take(exam.start.saturating_sub(at)));
            rest.push(' ');
            at = exam.end;
            let id = Ustr::from(&exam.id);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        rest.extend(chars.iter().skip(at));
        let mut rest = words(&rest);
        rest.retain(|word| !vocabulary.exam_words.contains(word));
        return (ids, rest);
    }
    let all = words(text);
    for name in &vocabulary.certification_names {
        let len = name.words.len();
        if len == 0 || len > all.len() {
            continue;
        }
        if let Some(at) = all.windows(len).position(|window| window == name.words.as_slice()) {
            let mut rest = all.clone();
            rest.drain(at..at + len);
            // Nor does the day belong to the name: "(12/05/2016)".
            let day = |word: &String| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
            rest.retain(|word| !vocabulary.certification_fillers.contains(word) && !day(word));
            if rest.is_empty() || wide_kind_of(&rest, vocabulary).is_some() {
                return (vec![name.id], rest);
            }
        }
    }
    (Vec::new(), all)
}

fn wide_kind_of(rest: &[String], vocabulary: &Vocabulary) -> Option<WideKind> {
    vocabulary.wide_kinds.get(&rest.concat()).copied()
}

/// A credential that a cell names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub id: Ustr,
    /// Whether the text says itself that it was not passed: "70-346 (failed)", "Practice test 70-346".
    pub denied: bool,
}

/// The credentials in a cell of a long roster. Words beside a certification's name that are not fillers make it
/// another one (`MCSA: Office 365 expired` is no proof). A list names each of its credentials, those that no list
/// knows among them (`MCSA: Windows 10; MCSA: Office 365`).
pub(crate) fn in_cell(text: &str, vocabulary: &Vocabulary) -> Vec<Named> {
    let separators: [&[char]; 2] = [&[';', ',', '|', '\n', '\r'], &[';', ',', '|', '\n', '\r', '/', '&', '+']];
    separators.into_iter().find_map(|at| listed(text, at, vocabulary)).unwrap_or_else(|| alone(text, vocabulary))
}

/// What the entries of a list name, if all of them are credentials.
fn listed(text: &str, separators: &[char], vocabulary: &Vocabulary) -> Option<Vec<Named>> {
    let parts: Vec<&str> = text.split(separators).filter(|part| !part.trim().is_empty()).collect();
    if parts.len() < 2 {
        return None;
    }
    let mut all: Vec<Named> = Vec::new();
    for part in parts {
        let named = alone(part, vocabulary);
        if named.is_empty() && !words(part).iter().any(|word| vocabulary.is_certification_kind(word)) {
            return None;
        }
        for credential in named {
            if all.iter().all(|known| known.id != credential.id) {
                all.push(credential);
            }
        }
    }
    Some(all)
}

fn alone(text: &str, vocabulary: &Vocabulary) -> Vec<Named> {
    let (ids, rest) = split(text, vocabulary);
    let exams = ids.iter().all(|id| is_exam_number(id));
    if !exams && !rest.is_empty() {
        return Vec::new();
    }
    let denied = exams && denies(&rest, vocabulary);
    ids.into_iter().map(|id| Named { id, denied }).collect()
}

/// Whether words beside an exam's number say that it was not passed, or not even sat.
fn denies(rest: &[String], vocabulary: &Vocabulary) -> bool {
    let says = |some: &[String]| vocabulary.status(&some.concat()) == Some(Status::NotPassed);
    rest.iter().any(|word| vocabulary.is_rehearsal(word)) || (1..=3).any(|len| rest.windows(len).any(says))
}

/// The credentials that a wide roster's header names, and what the column says of them.
pub(crate) fn in_header(text: &str, vocabulary: &Vocabulary) -> Option<(Vec<Ustr>, WideKind)> {
    let (ids, rest) = split(text, vocabulary);
    // "70-346 (planned)" is no proof of it, "passed/failed" is.
    let passed = rest.iter().any(|word| vocabulary.status(word) == Some(Status::Passed));
    if ids.is_empty() || !passed && denies(&rest, vocabulary) {
        return None;
    }
    let kind = wide_kind_of(&rest, vocabulary).unwrap_or_else(|| {
        // A title may stand beside the number; only words that are not also common ones count then.
        let kinds: Vec<WideKind> = rest
            .iter()
            .filter(|word| word.chars().count() >= 4)
            .filter_map(|word| vocabulary.wide_kinds.get(word).copied())
            .collect();
        [WideKind::Expires, WideKind::Status, WideKind::Achieved]
            .into_iter()
            .find(|kind| kinds.contains(kind))
            .unwrap_or(WideKind::Any)
    });
    Some((ids, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let vocabulary = Vocabulary::shipped().expect("shipped words");
        let named = in_cell(text, &vocabulary);
        let said =
            named.iter().map(|named| if named.denied { format!("not {}", named.id) } else { named.id.to_string() });
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn exams_are_recognised_by_number_in_any_spelling() {
        for text in [
            "70-346",
            "70 346",
            "070-346",
            "70346",
            "Exam 70346",
            "Exam 70-346: Managing Office 365 Identities and Requirements",
            "Examen70-346",
            "Examen70346",
            "Esame 70\u{2011}346",
            "Prüfung 70–346",
            "70 - 346",
            "Exame 70\u{A0}346",
            "MCSA: Office 365 – 70-346",
            "７０－３４６",
            "(70-346)",
            "70-346.",
        ] {
            assert_eq!(read(text), "70-346", "{text}");
        }
    }

    #[test]
    fn a_number_inside_another_one_is_no_exam() {
        for text in
            ["1270-3465", "70-3465", "170-346", "70-346-1", "12-70-346", "Ticket 70346", "2070-346", "70-34", ""]
        {
            assert_eq!(read(text), "", "{text}");
        }
    }

    #[test]
    fn several_exams_and_other_series() {
        for (text, ids) in [
            ("70-346, 70-347", "70-346 70-347"),
            ("70-346/347", "70-346 70-347"),
            ("70-346+70-347", "70-346 70-347"),
            ("Exam MS-900", "MS-900"),
            ("az-104: Azure Administrator", "AZ-104"),
            ("MB2-715", "MB2-715"),
            ("98-349 Windows", "98-349"),
            ("MS 900", "MS-900"),
            ("MS 365 Certified", ""),
        ] {
            assert_eq!(read(text), ids, "{text}");
        }
    }

    #[test]
    fn a_list_names_each_of_its_credentials() {
        for (text, ids) in [
            ("MCSA: Windows 10; MCSA: Office 365", "mcsa-office-365"),
            ("MCSA: Office 365, 70-346", "mcsa-office-365 70-346"),
            ("70-346; 70-347\nMCSA Office 365", "70-346 70-347 mcsa-office-365"),
            ("MCSA: Office 365 / MCSA: Windows Server", "mcsa-office-365"),
            ("70-346 passed, 70-347 failed", "70-346 not 70-347"),
            ("70-346 (failed)", "not 70-346"),
            ("70-347 nicht bestanden", "not 70-347"),
            ("Practice test 70-346", "not 70-346"),
            ("70-346: Managing Office 365 Identities and Requirements", "70-346"),
            ("70-347: Abilitazione dei servizi di Office 365", "70-347"),
            ("MCSA: Office 365 (12/05/2016)", "mcsa-office-365"),
            ("MCSA: Office 365; revoked", ""),
            ("MCSA: Windows 10, MCSE: Productivity", ""),
        ] {
            assert_eq!(read(text), ids, "{text}");
        }
    }

    #[test]
    fn certifications_are_recognised_by_name() {
        for text in [
            "MCSA: Office 365",
            "MCSA Office 365",
            "mcsa – o365",
            "MCSA:Office365",
            "Microsoft Certified Solutions Associate: Office 365",
            "Microsoft® Certified Solutions Associate (MCSA): Office 365",
            "MCSA: Office 365 Certification",
            "MCSA: Office 365 – Microsoft Certified Solutions Associate",
            "Office 365 MCSA",
            // It can no longer be earned; whoever has it keeps it.
            "MCSA: Office 365 (Retired)",
            "MCSA Office 365 - legacy",
            "MCSA: Office 365 (ritirata)",
        ] {
            assert_eq!(read(text), "mcsa-office-365", "{text}");
        }
        for text in [
            "MCSA: Windows Server 2012",
            "MCSA",
            "MCSE: Office 365",
            "Office 365",
            "MCSA: Office 365 and Windows Server",
            "MCSA: Office 365 (expired)",
            "MCSA: Office 365 in progress",
            "MCP",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
