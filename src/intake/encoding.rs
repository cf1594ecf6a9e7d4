//! What encoding a text is in, from its bytes alone.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1257,
};

/// Bytes looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// The encoding that a byte order mark names, and the mark's length.
pub(super) fn marked(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// UTF-16 without a mark shows in the zero bytes of its digits, blanks and separators, all on one side.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE) & !1)?;
    let (mut first, mut second) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.get(1) == Some(&0));
    }
    let pairs = sample.len() / 2;
    if pairs < 2 {
        None
    } else if second * 10 >= pairs * 3 && first * 50 <= pairs {
        Some(UTF_16LE)
    } else if first * 10 >= pairs * 3 && second * 50 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-32, with a mark or showing in the zero bytes of every character; whether the big end comes first.
pub(super) fn utf32(bytes: &[u8]) -> Option<bool> {
    match bytes.get(..4)? {
        [0xFF, 0xFE, 0, 0] => return Some(false),
        [0, 0, 0xFE, 0xFF] => return Some(true),
        _ => {}
    }
    let sample = bytes.get(..bytes.len().min(SAMPLE) & !3)?;
    let all = |shape: fn(&[u8]) -> bool| sample.len() >= 16 && sample.chunks_exact(4).all(shape);
    if all(|c| matches!(c, [a, b, 0, 0] if *a != 0 || *b != 0)) {
        Some(false)
    } else {
        all(|c| matches!(c, [0, 0, a, b] if *a != 0 || *b != 0)).then_some(true)
    }
}

fn from_utf32(bytes: &[u8], big: bool) -> String {
    let units = bytes.chunks_exact(4).filter_map(|unit| unit.try_into().ok());
    let numbers = units.map(|unit| if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) });
    let mut text: String =
        numbers.map(|number| char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    text
}

/// The text of the bytes. Without a mark: UTF-16 if it shows, UTF-8 if it is, otherwise one of Windows' code pages.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(big) = utf32(bytes) {
        return from_utf32(bytes, big);
    }
    if let Some((encoding, length)) = marked(bytes) {
        return as_encoding(encoding, bytes.get(length..).unwrap_or_default());
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return as_encoding(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if nearly_utf8(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => as_encoding(code_page(bytes), bytes),
    }
}

/// As [`decode`], but believing a declaration such as `charset=` where no mark contradicts it.
pub(super) fn decode_declared(bytes: &[u8], declared: Option<&str>) -> String {
    if utf32(bytes).is_some() || marked(bytes).is_some() || unmarked_utf16(bytes).is_some() {
        return decode(bytes);
    }
    match declared.and_then(|label| Encoding::for_label(label.trim().as_bytes())) {
        // Whoever can read the declaration byte by byte does not see UTF-16.
        Some(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => {
            as_encoding(encoding, bytes)
        }
        _ => decode(bytes),
    }
}

fn as_encoding(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// A text cut in the middle of a character, or with one foreign line, is still UTF-8.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_u64, 0_u64);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
        bad += u64::from(!chunk.invalid().is_empty());
    }
    good > 10 * bad
}

/// Windows-1252 unless the letters clearly speak for another of Windows' code pages.
fn code_page(bytes: &[u8]) -> &'static Encoding {
    // Few letters beyond ASCII prove nothing, and western names are by far the most frequent.
    const ENOUGH: usize = 12;
    if bytes.iter().filter(|b| !b.is_ascii()).take(ENOUGH).count() < ENOUGH {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let others = [WINDOWS_1250, WINDOWS_1251, WINDOWS_1253, WINDOWS_1257];
    if others.contains(&guess) { guess } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_a_western_name_reads_the_same() {
        let text = "Società;Müller;1,5\r\nÉcole;Núñez;2 €\r\n";
        let utf16 = |big: bool, mark: bool| -> Vec<u8> {
            let mark = if mark { "\u{feff}" } else { "" };
            format!("{mark}{text}")
                .encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(text.as_bytes());
        let utf32 = |big: bool, mark: &str| -> Vec<u8> {
            let units = mark.chars().chain(text.chars()).map(u32::from);
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let windows = WINDOWS_1252.encode(text).0.into_owned();
        let all = [
            text.as_bytes().to_vec(),
            marked,
            utf16(false, true),
            utf16(true, true),
            utf16(false, false),
            utf16(true, false),
            utf32(false, "\u{feff}"),
            utf32(true, "\u{feff}"),
            utf32(false, ""),
            utf32(true, ""),
            windows,
        ];
        for (n, bytes) in all.iter().enumerate() {
            assert_eq!(decode(bytes), text, "variant {n}");
        }
    }

    #[test]
    fn russian_and_polish_code_pages_are_told_from_the_western_one() {
        let russian = "Партнёр;Заказчик;Активные пользователи\r\nООО Ромашка;Завод Прогресс;120\r\n";
        assert_eq!(decode(&WINDOWS_1251.encode(russian).0), russian);
        let polish = "Spółka;Użytkownicy\r\nŻółw;Łódź;Gdańsk;Śląsk;źródło;zażółć gęślą jaźń;Świętokrzyskie\r\n";
        assert_eq!(decode(&WINDOWS_1250.encode(polish).0), polish);
    }

    #[test]
    fn utf8_cut_within_a_character_stays_utf8() {
        let mut bytes = "àèìòùàèìòùàèìòù".as_bytes().to_vec();
        bytes.pop();
        assert!(decode(&bytes).starts_with("àèìòùàèìòùàèìò"));
    }
}
