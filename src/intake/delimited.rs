//! Delimited text: comma, semicolon or tab. Cells are texts, as written; rows are numbered as Excel shows the file.

use csv::{ByteRecord, ReaderBuilder};

use super::collect::{Collector, Trouble};
use super::encoding;
use super::sheet::MAX_ROWS;
use crate::finding::Phrase;

/// Bytes and records that are looked at to tell the separator.
const SAMPLE_BYTES: usize = 256 << 10;
const SAMPLE_RECORDS: usize = 200;

/// Reads the text as one sheet of this name.
pub(super) fn read(bytes: &[u8], name: &str, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let text = encoding::decode(bytes);
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
        return Err(Trouble::Empty);
    }
    let (separator, text) = match announced(&text) {
        Some((separator, rest)) => (separator, rest),
        None => (detect(&text), text.as_str()),
    };
    out.begin(name, true);
    let result = rows(text, separator, out);
    out.settle(result)
}

/// Bytes that may be read again because of quotation marks, as a multiple of the text's length.
const AGAIN: usize = 8;

fn rows(text: &str, separator: u8, out: &mut Collector<'_>) -> Result<(), Trouble> {
    let (mut from, mut row, mut again) = (0, 0_u32, text.len().saturating_mul(AGAIN));
    // A record that a quotation mark runs away with ends the round; the next one begins at the line after it.
    while let Some(next) = round(text.get(from..).unwrap_or_default(), separator, &mut row, &mut again, out)? {
        from += next;
    }
    Ok(())
}

/// Reads records until one holds lines that a quotation mark took. That one's line is then read without minding marks,
/// and the answer is where the next begins.
fn round(
    text: &str,
    separator: u8,
    row: &mut u32,
    again: &mut usize,
    out: &mut Collector<'_>,
) -> Result<Option<usize>, Trouble> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut at = 0_usize;
    loop {
        // The csv crate passes over blank lines; Excel shows each as a row.
        let (lines, start) = blank_lines(text.as_bytes(), at);
        *row = row.saturating_add(lines);
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(e) => return Err(Trouble::technical("detail-damaged", e)),
        }
        at = reader.position().byte() as usize;
        if *row >= MAX_ROWS {
            out.outside();
            continue;
        }
        let taken = record.iter().enumerate().find_map(|(col, field)| Some((col, swallowed(field, separator)?)));
        if let Some((col, lines)) = taken {
            let col = u32::try_from(col).unwrap_or(u32::MAX);
            let wasted = at.saturating_sub(start);
            let afresh = *again >= wasted;
            *again = again.saturating_sub(wasted);
            let told = if afresh { "detail-open-quote-ignored" } else { "detail-open-quote" };
            out.bad_cell(Some((*row, col)), Phrase::new(told).with("lines", lines as u64));
            if afresh {
                let (line, next) = first_line(text.get(start..).unwrap_or_default());
                for (col, field) in line.split(char::from(separator)).enumerate() {
                    let field = field.trim_end_matches('\0').replace('"', "");
                    out.put_text(*row, u32::try_from(col).unwrap_or(u32::MAX), &field)?;
                }
                *row = row.saturating_add(1);
                return Ok(Some(start + next));
            }
        }
        for (col, field) in record.iter().enumerate() {
            // Separators are ASCII, so a field of a text is a text.
            let field = String::from_utf8_lossy(field);
            out.put_text(*row, u32::try_from(col).unwrap_or(u32::MAX), field.trim_end_matches('\0'))?;
        }
        *row = row.saturating_add(1);
    }
}

/// The first line, and where the one after it begins.
fn first_line(text: &str) -> (&str, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let line_end = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    (line, end + line_end)
}

/// How many lines a quoted field holds that look like rows of their own: a quotation mark that nobody closed takes the
/// rows below into its cell, and they must not be lost in silence. Notes of several lines hold few separators.
fn swallowed(field: &[u8], separator: u8) -> Option<usize> {
    if field.len() < 8 || !field.iter().any(|b| matches!(b, b'\n' | b'\r')) {
        return None;
    }
    let lines = field.split(|b| matches!(b, b'\n' | b'\r'));
    let rows = lines.filter(|line| line.iter().filter(|b| **b == separator).nth(1).is_some()).count();
    (rows >= 2).then_some(rows)
}

/// How many line ends follow directly, after the end of the record that may still be there in part, and where they end.
fn blank_lines(text: &[u8], at: usize) -> (u32, usize) {
    let mut rest = text.get(at..).unwrap_or_default();
    if at > 0 && text.get(at - 1) == Some(&b'\r') {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return (lines, text.len() - rest.len()),
        };
        lines += 1;
    }
}

/// Excel's own first line `sep=;`, which it does not show.
fn announced(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = match text.find(['\r', '\n']) {
        Some(end) => (&text[..end], &text[end..]),
        None => (text, ""),
    };
    // A tab as separator must survive, so the line is trimmed of nothing.
    let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let separator = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let &[separator] = separator.as_bytes() else { return None };
    let plain = separator.is_ascii_punctuation() && separator != b'"' || separator == b'\t' || separator == b' ';
    plain.then(|| (separator, rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest)))
}

/// The separator that gives the first records the same number of columns most consistently. Where several do, it is
/// the one that is not used for anything else: a tab before a semicolon before a comma, which numbers use too.
fn detect(text: &str) -> u8 {
    let cut = text.len() > SAMPLE_BYTES;
    let sample = text.as_bytes().get(..text.len().min(SAMPLE_BYTES)).unwrap_or_default();
    let mut best = (0, b',');
    for separator in [b'\t', b';', b','] {
        let score = consistency(sample, cut, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// The share of records, in thousandths, that have the most frequent number of columns above one.
fn consistency(sample: &[u8], cut: bool, separator: u8) -> usize {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(sample);
    let mut counts = Vec::new();
    let mut record = ByteRecord::new();
    while counts.len() < SAMPLE_RECORDS && reader.read_byte_record(&mut record).unwrap_or(false) {
        counts.push(record.len());
    }
    // The last record of a cut sample is cut as well.
    if cut && counts.len() < SAMPLE_RECORDS && counts.len() > 1 {
        counts.pop();
    }
    counts.sort_unstable();
    let widest = counts.chunk_by(|a, b| a == b).filter(|same| same.first().is_some_and(|&n| n > 1));
    widest.map(<[usize]>::len).max().unwrap_or(0) * 1000 / counts.len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_consistent_one() {
        assert_eq!(detect("Name;Menge;Preis\nA;1,5;2,50\nB;2,5;3,50\n"), b';');
        assert_eq!(detect("Name;Menge\nA;1,5\nB;2,5\n"), b';');
        assert_eq!(detect("1,5;2,5\n1,5;2,5\n"), b';');
        assert_eq!(detect("name,count\n\"Rossi; Bianchi\",1\n\"Verdi; Neri\",2\n"), b',');
        assert_eq!(detect("name\tcount, active\nA, Inc.\t1\n"), b'\t');
        assert_eq!(detect("Report, of September\n\nname;count\nA;1\nB;2\nC;3\n"), b';');
        assert_eq!(detect("only\none\ncolumn\n"), b',');
    }

    #[test]
    fn the_announced_separator_is_taken_and_its_line_is_gone() {
        assert_eq!(announced("sep=;\r\na;b"), Some((b';', "a;b")));
        assert_eq!(announced("\"SEP=|\"\na|b"), Some((b'|', "a|b")));
        assert_eq!(announced("sep=\t\ra\tb"), Some((b'\t', "a\tb")));
        assert_eq!(announced("sep=ab\na"), None);
        assert_eq!(announced("separator;x\n"), None);
        assert_eq!(announced("é"), None);
    }
}
