//! Live formulas: only functions that every spreadsheet program recalculates, only results that were decided.

use rust_xlsxwriter::{Format, XlsxError};

use super::canvas::Canvas;
use crate::facts::column_letters;

/// A cell as `$B$5`.
pub fn absolute(row: u32, col: u16) -> String {
    format!("${}${}", column_letters(u32::from(col)), u64::from(row) + 1)
}

/// A cell as `$B5`: the column stays, the row moves along when rows are sorted.
pub fn in_row(row: u32, col: u16) -> String {
    format!("${}{}", column_letters(u32::from(col)), u64::from(row) + 1)
}

/// A part of a column as `$B$5:$B$9`.
pub fn down(col: u16, first: u32, last: u32) -> String {
    format!("{}:{}", absolute(first, col), absolute(last, col))
}

/// A word as a formula writes it, if a formula can carry it.
pub fn word(text: &str) -> Option<String> {
    (!text.is_empty() && text.encode_utf16().count() <= 250 && !text.chars().any(char::is_control))
        .then(|| format!("\"{}\"", text.replace('"', "\"\"")))
}

/// Whether the writer would store this result as text: it types results by their looks.
pub fn is_text_result(text: &str) -> bool {
    !text.is_empty() && text.parse::<f64>().is_err() && !text.starts_with('#') && text != "TRUE" && text != "FALSE"
}

/// Writes a formula with a number as its result.
pub fn put_int<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    col: u16,
    formula: &str,
    result: u64,
    format: &'f Format,
) -> Result<(), XlsxError> {
    sheet.formula(row, col, formula, &result.to_string(), format)
}

/// Writes a formula with a word of ours as its result; the word itself where it could not be stored as text.
pub fn put_word<'f>(
    sheet: &mut impl Canvas<'f>,
    row: u32,
    col: u16,
    formula: Option<String>,
    result: &str,
    format: &'f Format,
) -> Result<(), XlsxError> {
    match formula.filter(|formula| is_text_result(result) && formula.len() <= 8_000) {
        Some(formula) => sheet.formula(row, col, &formula, result, format),
        None => sheet.text(row, col, &super::text::cut(result, super::text::CELL), format),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_words() {
        assert_eq!(absolute(4, 1), "$B$5");
        assert_eq!(in_row(4, 27), "$AB5");
        assert_eq!(down(1, 4, 8), "$B$5:$B$9");
        assert_eq!(word("say \"no\"").as_deref(), Some("\"say \"\"no\"\"\""));
        assert_eq!(word(&"x".repeat(300)), None);
    }

    #[test]
    fn results_that_would_be_typed_otherwise_are_told_apart() {
        assert!(is_text_result("Gold"));
        for text in ["", "001", "Inf", "nan", "TRUE", "#N/A", "1e5"] {
            assert!(!is_text_result(text), "{text}");
        }
    }
}
