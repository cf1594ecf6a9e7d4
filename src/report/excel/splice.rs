//! The finished file of a workbook: what its writer wrote, with the tables' cells in their sheets and the values of live
//! series in their charts.

use std::fmt::Write as _;

use rust_xlsxwriter::Workbook;

use super::ExcelError;
use super::archive::Parts;
use super::bulk::{Bulk, BulkCell, Cells, Held};
use super::charts::{self, Cache};
use crate::facts::column_letters;

/// Columns from which on the formats of the tables' cells are asked for: nothing else is there.
const ASKING: u16 = 12_000;

/// The workbook as the bytes of its file.
pub fn finished(book: &mut Workbook, bulk: &Bulk<'_>, caches: &[Cache]) -> Result<Vec<u8>, ExcelError> {
    let names: Vec<String> = book.worksheets().iter().map(rust_xlsxwriter::Worksheet::name).collect();
    let place = |name: &String| names.iter().position(|known| known == name).ok_or(ExcelError::Parts);
    let sheets = bulk.sheets.iter().filter(|(_, cells)| !cells.cells.is_empty());
    let sheets: Vec<(usize, &Cells)> =
        sheets.map(|(name, cells)| Ok((place(name)?, cells))).collect::<Result<_, ExcelError>>()?;
    // Only the writer knows the numbers of formats. It tells those of columns, which are taken out again.
    if let Some((asked, _)) = sheets.first() {
        let asked = book.worksheet_from_index(*asked)?;
        for (col, format) in (ASKING..).zip(&bulk.formats) {
            asked.set_column_format(col, format)?;
        }
    }
    let whole = super::packed(book)?;
    let mut parts = Parts::of(&whole)?;
    let (mut styles, mut known) = (Vec::new(), 0);
    for (n, (at, cells)) in sheets.into_iter().enumerate() {
        if n == 0 {
            const STRINGS: &str = "xl/sharedStrings.xml";
            let (all, count) = with_texts(&parts.text(STRINGS)?, bulk).ok_or(ExcelError::Parts)?;
            parts.change(STRINGS, all);
            known = count;
        }
        let sheet = format!("xl/worksheets/sheet{}.xml", at + 1);
        let mut xml = parts.text(&sheet)?;
        if n == 0 {
            (xml, styles) = answers(&xml, bulk.formats.len()).ok_or(ExcelError::Parts)?;
        }
        parts.change(&sheet, with_cells(&xml, cells, &styles, known).ok_or(ExcelError::Parts)?);
    }
    if !caches.is_empty() {
        for chart in parts.names("xl/charts/chart") {
            let xml = caches.iter().fold(parts.text(&chart)?, |xml, cache| charts::filled(&xml, cache));
            parts.change(&chart, xml);
        }
    }
    parts.file()
}

/// The value of an attribute in a tag.
fn attribute<'x>(tag: &'x str, name: &str) -> Option<&'x str> {
    tag.split_once(&format!(" {name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

/// The sheet without the columns that were asked about, and the number of each format.
fn answers(xml: &str, formats: usize) -> Option<(String, Vec<u32>)> {
    let mut styles = vec![0; formats];
    if formats == 0 {
        return Some((xml.to_owned(), styles));
    }
    let (before, rest) = xml.split_once("<cols>")?;
    let (cols, after) = rest.split_once("</cols>")?;
    let mut kept = String::with_capacity(xml.len());
    kept.push_str(before);
    kept.push_str("<cols>");
    for col in cols.split_inclusive("/>") {
        let [from, to] = ["min", "max"].map(|name| attribute(col, name)?.parse::<u16>().ok());
        // Columns count from one there.
        let Some(from) = from?.checked_sub(ASKING + 1) else {
            kept.push_str(col);
            continue;
        };
        // A format that changes nothing has no number.
        let style = attribute(col, "style").map_or(Some(0), |style| style.parse().ok())?;
        styles.get_mut(usize::from(from)..usize::from(to? - ASKING))?.fill(style);
    }
    kept.push_str("</cols>");
    kept.push_str(after);
    Some((kept, styles))
}

/// All texts of the workbook, and how many it had without those of the tables.
fn with_texts(xml: &str, bulk: &Bulk<'_>) -> Option<(String, u32)> {
    let (head, rest) = xml.split_once("<sst ")?;
    let (tag, rest) = rest.split_once('>')?;
    let texts = rest.strip_suffix("</sst>")?;
    let tag = format!(" {tag}");
    let count: usize = attribute(&tag, "count")?.parse().ok()?;
    let known: u32 = attribute(&tag, "uniqueCount")?.parse().ok()?;
    let more: usize = bulk.texts.iter().map(|text| text.len() + 20).sum();
    let mut out = String::with_capacity(xml.len() + more);
    out.push_str(head);
    let space = attribute(&tag, "xmlns")?;
    let (all, unique) = (count + bulk.uses, known as usize + bulk.texts.len());
    write!(out, "<sst xmlns=\"{space}\" count=\"{all}\" uniqueCount=\"{unique}\">").ok()?;
    out.push_str(texts);
    for text in &bulk.texts {
        // Tabs and line breaks are none of ours.
        out.push_str(if text.starts_with(' ') || text.ends_with(' ') {
            "<si><t xml:space=\"preserve\">"
        } else {
            "<si><t>"
        });
        push_escaped(&mut out, text);
        out.push_str("</t></si>");
    }
    out.push_str("</sst>");
    Some((out, known))
}

fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut chars = from.chars();
        out.push_str(match chars.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            _ => "&gt;",
        });
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// A sheet with the cells of its tables.
fn with_cells(xml: &str, cells: &Cells, styles: &[u32], known_texts: u32) -> Option<String> {
    let (head, rest) = xml.split_once("<sheetData>")?;
    let (rows, tail) = rest.split_once("</sheetData>")?;
    let mut out = String::with_capacity(xml.len() + cells.cells.len() * 48);
    with_dimension(&mut out, head, cells)?;
    out.push_str("<sheetData>");
    let write = Writer { styles, known_texts };
    let mut theirs = Rows(rows).peekable();
    let mut letters = Letters::default();
    for ours in cells.cells.chunk_by(|a, b| a.row == b.row) {
        let row = ours.first()?.row;
        while let Some(other) = theirs.next_if(|other| other.row < row) {
            out.push_str(other.whole);
        }
        let mut others = theirs.next_if(|other| other.row == row).map_or("", |other| other.cells);
        write!(out, "<row r=\"{}\"", row + 1).ok()?;
        if let Some(pixels) = cells.heights.get(&row).filter(|pixels| **pixels != USUAL_HEIGHT) {
            write!(out, " ht=\"{}\" customHeight=\"1\"", f64::from(*pixels) * 0.75).ok()?;
        }
        out.push('>');
        for cell in ours {
            while let Some((other, rest)) = first_cell(others).filter(|(other, _)| column(other) < Some(cell.col)) {
                out.push_str(other);
                others = rest;
            }
            write.cell(&mut out, cell, letters.of(cell.col))?;
        }
        out.push_str(others);
        out.push_str("</row>");
    }
    for other in theirs {
        out.push_str(other.whole);
    }
    out.push_str("</sheetData>");
    out.push_str(tail);
    Some(out)
}

/// The height that rows have by themselves, in pixels.
const USUAL_HEIGHT: u32 = 20;

/// The head of a sheet with the range that is in use.
fn with_dimension(out: &mut String, head: &str, cells: &Cells) -> Option<()> {
    let (before, rest) = head.split_once("<dimension ref=\"")?;
    let (range, after) = rest.split_once('"')?;
    let (from, to) = range.split_once(':').unwrap_or((range, range));
    let ((first_row, first_col), (last_row, last_col)) = (address(from)?, address(to)?);
    // What was asked for far to the right is no part of the sheet.
    let last_col = if last_col >= ASKING { first_col } else { last_col };
    let (mut rows, mut cols) = ((first_row, last_row), (first_col, last_col));
    for cell in &cells.cells {
        rows = (rows.0.min(cell.row), rows.1.max(cell.row));
        cols = (cols.0.min(cell.col), cols.1.max(cell.col));
    }
    let a1 = |row, col: u16| crate::facts::a1(row, u32::from(col));
    write!(out, "{before}<dimension ref=\"{}:{}\"{after}", a1(rows.0, cols.0), a1(rows.1, cols.1)).ok()
}

/// Zero-based row and column of an address.
fn address(text: &str) -> Option<(u32, u16)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    let col = letters.bytes().try_fold(0_u16, |col, letter| {
        let place = letter.checked_sub(b'A').filter(|place| *place < 26)?;
        col.checked_mul(26)?.checked_add(u16::from(place) + 1)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, col.checked_sub(1)?))
}

/// The column of a cell as it is written.
fn column(cell: &str) -> Option<u16> {
    address(attribute(cell, "r")?).map(|(_, col)| col)
}

/// The first of the written cells, and the others.
fn first_cell(cells: &str) -> Option<(&str, &str)> {
    let inner = cells.strip_prefix("<c ")?;
    let end = inner.find("<c ").map_or(cells.len(), |next| next + 3);
    Some(cells.split_at(end))
}

/// A written row.
struct Row<'x> {
    row: u32,
    whole: &'x str,
    cells: &'x str,
}

/// The written rows of a sheet.
struct Rows<'x>(&'x str);

impl<'x> Iterator for Rows<'x> {
    type Item = Row<'x>;

    fn next(&mut self) -> Option<Row<'x>> {
        let (tag, _) = self.0.split_once('>')?;
        let row = attribute(tag, "r")?.parse::<u32>().ok()?.checked_sub(1)?;
        let open = tag.len() + 1;
        let (end, cells) = if tag.ends_with('/') {
            (open, "")
        } else {
            let close = self.0.find("</row>")?;
            (close + 6, self.0.get(open..close)?)
        };
        let (whole, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        Some(Row { row, whole, cells })
    }
}

/// Names of columns, each made once.
#[derive(Default)]
struct Letters(Vec<String>);

impl Letters {
    fn of(&mut self, col: u16) -> &str {
        while self.0.len() <= usize::from(col) {
            self.0.push(column_letters(self.0.len() as u32));
        }
        self.0.get(usize::from(col)).map_or("", String::as_str)
    }
}

/// Writes cells.
struct Writer<'a> {
    styles: &'a [u32],
    known_texts: u32,
}

impl Writer<'_> {
    fn cell(&self, out: &mut String, cell: &BulkCell, col: &str) -> Option<()> {
        out.push_str("<c r=\"");
        out.push_str(col);
        push_number(out, cell.row + 1);
        out.push('"');
        match *self.styles.get(usize::from(cell.format))? {
            0 => {}
            style => {
                out.push_str(" s=\"");
                push_number(out, style);
                out.push('"');
            }
        }
        match &cell.held {
            Held::Blank => out.push_str("/>"),
            Held::Text(text) => {
                out.push_str(" t=\"s\"><v>");
                push_number(out, self.known_texts + text);
                out.push_str("</v></c>");
            }
            Held::Number(number) => write!(out, "><v>{number}</v></c>").ok()?,
            Held::Truth(truth) => write!(out, " t=\"b\"><v>{}</v></c>", u8::from(*truth)).ok()?,
            Held::Formula(formula, result) => {
                out.push_str(if result.parse::<f64>().is_ok() { "><f>" } else { " t=\"str\"><f>" });
                push_escaped(out, formula);
                out.push_str("</f><v>");
                push_escaped(out, result);
                out.push_str("</v></c>");
            }
        }
        Some(())
    }
}

/// A number in digits: a cell has three of them, and the general way takes several times as long.
fn push_number(out: &mut String, mut number: u32) {
    let mut digits = [b'0'; 10];
    let mut first = digits.len();
    for (at, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
        first = at;
        if number == 0 {
            break;
        }
    }
    out.extend(digits.iter().skip(first).map(|digit| char::from(*digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u32, col: u16, held: Held) -> BulkCell {
        BulkCell { row, col, format: 0, held }
    }

    #[test]
    fn cells_stand_between_those_that_are_there() {
        let xml = "<dimension ref=\"B1:B4\"/><sheetData><row r=\"1\" spans=\"2:2\"><c r=\"B1\"/></row><row r=\"2\" \
                   ht=\"30\" customHeight=\"1\"/><row r=\"3\"><c r=\"B3\" s=\"4\" t=\"s\"><v>1</v></c></row><row \
                   r=\"9\"><c r=\"A9\"/></row></sheetData><x/>";
        let mut cells = Cells::default();
        cells.heights.extend([(2, 40), (3, 20)]);
        cells.cells = vec![
            cell(2, 0, Held::Number(1.5)),
            cell(2, 2, Held::Text(2)),
            cell(3, 0, Held::Formula("IF(A1<2,\"a&b\",0)".into(), "7".into())),
            cell(3, 1, Held::Formula("B1".into(), "x<y".into())),
            cell(3, 27, Held::Truth(true)),
        ];
        assert_eq!(
            with_cells(xml, &cells, &[5], 10).unwrap(),
            "<dimension ref=\"A1:AB4\"/><sheetData><row r=\"1\" spans=\"2:2\"><c r=\"B1\"/></row><row r=\"2\" \
             ht=\"30\" customHeight=\"1\"/><row r=\"3\" ht=\"30\" customHeight=\"1\"><c r=\"A3\" \
             s=\"5\"><v>1.5</v></c><c r=\"B3\" s=\"4\" t=\"s\"><v>1</v></c><c r=\"C3\" s=\"5\" \
             t=\"s\"><v>12</v></c></row><row r=\"4\"><c r=\"A4\" s=\"5\"><f>IF(A1&lt;2,\"a&amp;b\",0)</f><v>7</v></c><c \
             r=\"B4\" s=\"5\" t=\"str\"><f>B1</f><v>x&lt;y</v></c><c r=\"AB4\" s=\"5\" t=\"b\"><v>1</v></c></row><row \
             r=\"9\"><c r=\"A9\"/></row></sheetData><x/>"
        );
    }

    #[test]
    fn numbers_in_digits() {
        for number in [0, 7, 10, 409, 1_048_576, u32::MAX] {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }

    #[test]
    fn columns_that_ask_are_taken_out() {
        let xml = "<cols><col min=\"1\" max=\"2\" width=\"9\"/><col min=\"12001\" max=\"12002\" width=\"9\" \
                   style=\"3\"/><col min=\"12003\" max=\"12003\" width=\"9\" style=\"8\"/></cols><x/>";
        let (rest, styles) = answers(xml, 3).unwrap();
        assert_eq!((rest.as_str(), styles), ("<cols><col min=\"1\" max=\"2\" width=\"9\"/></cols><x/>", vec![3, 3, 8]));
    }

    #[test]
    fn texts_are_added_and_counted() {
        let mut bulk = Bulk::default();
        bulk.texts = vec!["a<b".into(), " c".into()];
        bulk.uses = 5;
        let xml = "<?xml?>\n<sst xmlns=\"u\" count=\"3\" uniqueCount=\"1\"><si><t>x</t></si></sst>";
        let (all, known) = with_texts(xml, &bulk).unwrap();
        assert_eq!(known, 1);
        assert_eq!(
            all,
            "<?xml?>\n<sst xmlns=\"u\" count=\"8\" uniqueCount=\"3\"><si><t>x</t></si><si><t>a&lt;b</t></si><si><t \
             xml:space=\"preserve\"> c</t></si></sst>"
        );
    }
}
