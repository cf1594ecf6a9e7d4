//! A book on its way from one process to the other. A sheet's texts are sent once, its cells as they are kept.

use std::io::{self, Write};
use std::sync::Arc;

use ustr::ustr;

use super::looks;
use super::wire::{Frames, In, Lost, Out};
use crate::facts::{CellRef, SheetRef};
use crate::finding::{Arg, Code, Finding, Phrase};
use crate::intake::look::CellLook;
use crate::intake::sheet::{KIND_BITS, MAX_COLS, MAX_ROWS, Merge, Sheet, SheetBuilder};
use crate::intake::{Book, Format, Limits};

/// Sheets, findings and merged ranges that are taken from a worker at most.
const MAX_SHEETS: u64 = 1 << 20;
const MAX_FINDINGS: u64 = 1 << 22;
const MAX_MERGES: u64 = 1 << 20;
/// Bytes of a name or of what a finding mentions.
const MAX_NAME: usize = 1 << 20;

/// What findings of files mention.
const ARGS: [&str; 10] = ["name", "detail", "sheet", "technical", "format", "part", "number", "lines", "size", "limit"];
const FORMATS: [Format; 7] =
    [Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods, Format::Delimited, Format::Html, Format::SpreadsheetMl];

/// Sends what was read. The label stays behind: the other side gave it.
pub(super) fn write<W: Write>(book: &Book, out: &mut Out<W>) -> io::Result<()> {
    out.text(&book.sha256)?;
    let format = FORMATS.iter().position(|format| Some(*format) == book.format);
    out.count(format.map_or(0, |at| at + 1))?;
    let mut formats = None;
    out.count(book.sheets.len())?;
    for sheet in &book.sheets {
        write_sheet(sheet, &mut formats, out)?;
    }
    out.count(book.findings.len())?;
    book.findings.iter().try_for_each(|finding| write_finding(finding, out))
}

/// Receives a book of this label and number, and believes nothing of it.
pub(super) fn read<F: Frames>(label: &str, file: u32, limits: &Limits, from: &mut In<'_, F>) -> Result<Book, Lost> {
    let sha256 = from.text(64)?;
    let hex = sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !(hex && matches!(sha256.len(), 0 | 64)) {
        return Err(Lost::Nonsense("a digest"));
    }
    let format = from.up_to(FORMATS.len() as u64)?.checked_sub(1).and_then(|at| FORMATS.get(at as usize)).copied();
    let mut receiver = Receiver { cells: limits.cells, longest: limits.cell_bytes, formats: None };
    let count = from.up_to(MAX_SHEETS)?;
    let sheets = (0..count).map(|_| receiver.sheet(from)).collect::<Result<Vec<_>, _>>()?;
    let findings = from.up_to(MAX_FINDINGS)?;
    let findings = (0..findings).map(|_| read_finding(file, count, from)).collect::<Result<Vec<_>, _>>()?;
    Ok(Book { label: label.to_owned(), sha256, format, sheets, findings })
}

fn write_sheet<W: Write>(sheet: &Sheet, formats: &mut Option<Arc<[CellLook]>>, out: &mut Out<W>) -> io::Result<()> {
    out.text(&sheet.name)?;
    out.flag(sheet.visible)?;
    out.flag(sheet.counts_from_1904)?;
    out.count(sheet.merges.len())?;
    for merge in &sheet.merges {
        for edge in [merge.first_row, merge.first_col, merge.last_row, merge.last_col] {
            out.number(edge)?;
        }
    }
    let (texts, numbers) = sheet.kept();
    out.count(texts.len())?;
    texts.iter().try_for_each(|text| out.text(text))?;
    out.count(numbers.len())?;
    numbers.iter().try_for_each(|number| out.float(*number))?;
    out.count(sheet.cell_count())?;
    out.count(sheet.row_count())?;
    let mut next_row = 0;
    for (row, cols, cells) in sheet.raw_rows() {
        out.number(row.wrapping_sub(next_row))?;
        next_row = row + 1;
        out.count(cells.len())?;
        let mut next_col = 0;
        for (&col, &cell) in cols.iter().zip(cells) {
            out.number(u32::from(col).wrapping_sub(next_col))?;
            next_col = u32::from(col) + 1;
            // The kind stands in the upper bits, which would make every number a long one.
            out.number(cell.rotate_left(KIND_BITS))?;
        }
    }
    out.flag(sheet.look().is_some())?;
    sheet.look().map_or(Ok(()), |look| looks::write(look, formats, out))
}

struct Receiver {
    /// Cells that may still come.
    cells: u64,
    /// Bytes of the longest text.
    longest: usize,
    formats: Option<Arc<[CellLook]>>,
}

impl Receiver {
    fn sheet<F: Frames>(&mut self, from: &mut In<'_, F>) -> Result<Sheet, Lost> {
        let name = from.text(MAX_NAME)?;
        let mut builder = SheetBuilder::new(name, from.flag()?);
        builder.count_from_1904(from.flag()?);
        for _ in 0..from.up_to(MAX_MERGES)? {
            let (rows, cols) = (u64::from(MAX_ROWS) - 1, u64::from(MAX_COLS) - 1);
            let mut edge = |most: u64| from.up_to(most).map(|n| n as u32);
            let (first_row, first_col, last_row, last_col) = (edge(rows)?, edge(cols)?, edge(rows)?, edge(cols)?);
            if first_row > last_row || first_col > last_col {
                return Err(Lost::Nonsense("a merged range"));
            }
            builder.merge(Merge { first_row, first_col, last_row, last_col });
        }
        let texts = (0..from.up_to(self.cells)?).map(|_| match from.text(self.longest)?.as_str() {
            "" => Err(Lost::Nonsense("an empty text")),
            text => Ok(ustr(text)),
        });
        let texts = texts.collect::<Result<Vec<_>, _>>()?;
        let numbers = (0..from.up_to(self.cells)?).map(|_| match from.float()? {
            number if number.is_finite() => Ok(number),
            _ => Err(Lost::Nonsense("a number that is none")),
        });
        let numbers = numbers.collect::<Result<Vec<_>, _>>()?;
        builder.keep(texts, numbers);
        let cells = from.up_to(self.cells)?;
        let rows = from.up_to(u64::from(MAX_ROWS))?;
        builder.expect(rows as usize, cells as usize);
        let mut next_row = 0_u32;
        for _ in 0..rows {
            let row = next_row.saturating_add(from.long()?);
            next_row = row.saturating_add(1);
            let cells = from.up_to(self.cells.min(u64::from(MAX_COLS)))?;
            self.cells -= cells;
            let mut next_col = 0_u32;
            for _ in 0..cells {
                let col = next_col.saturating_add(from.long()?);
                next_col = col.saturating_add(1);
                if !builder.push_raw(row, col, from.long()?.rotate_right(KIND_BITS)) {
                    return Err(Lost::Nonsense("a cell"));
                }
            }
        }
        if from.flag()? {
            builder.look(looks::read(&mut self.formats, from)?);
        }
        Ok(builder.finish())
    }
}

fn write_finding<W: Write>(finding: &Finding, out: &mut Out<W>) -> io::Result<()> {
    out.text(finding.code.as_str())?;
    out.number(finding.sheet.map_or(0, |sheet| u64::from(sheet.sheet) + 1))?;
    out.flag(finding.cell.is_some())?;
    if let Some(cell) = finding.cell {
        out.number(cell.row)?;
        out.number(cell.col)?;
    }
    out.flag(finding.value.is_some())?;
    if let Some(value) = &finding.value {
        out.text(value)?;
    }
    write_args(&finding.args, true, out)?;
    out.number(finding.count)
}

const ARG_TEXT: u8 = 0;
const ARG_NUMBER: u8 = 1;
const ARG_PHRASE: u8 = 2;

/// Sends what a finding mentions. A phrase mentions texts and numbers only: `nested` says whether one may come.
fn write_args<W: Write>(args: &[(&'static str, Arg)], nested: bool, out: &mut Out<W>) -> io::Result<()> {
    out.count(args.len())?;
    for (name, arg) in args {
        out.count(ARGS.iter().position(|known| known == name).unwrap_or(ARGS.len()))?;
        match arg {
            Arg::Text(text) => {
                out.byte(ARG_TEXT)?;
                out.text(text)?;
            }
            Arg::Number(number) => {
                out.byte(ARG_NUMBER)?;
                out.number(number.cast_unsigned())?;
            }
            Arg::Phrase(phrase) if nested => {
                out.byte(ARG_PHRASE)?;
                out.text(phrase.key)?;
                write_args(&phrase.args, false, out)?;
            }
            Arg::Phrase(phrase) => {
                out.byte(ARG_TEXT)?;
                out.text(phrase.key)?;
            }
        }
    }
    Ok(())
}

fn read_args<F: Frames>(nested: bool, from: &mut In<'_, F>) -> Result<Vec<(&'static str, Arg)>, Lost> {
    let mut args = Vec::new();
    for _ in 0..from.up_to(8)? {
        let name = from.up_to(ARGS.len() as u64)? as usize;
        let name = *ARGS.get(name).ok_or(Lost::Nonsense("what a finding mentions"))?;
        let arg = match from.byte()? {
            ARG_TEXT => Arg::Text(from.text(MAX_NAME)?),
            ARG_NUMBER => Arg::Number(from.number()?.cast_signed()),
            ARG_PHRASE if nested => {
                let key = crate::text::key(&from.text(64)?).ok_or(Lost::Nonsense("the words of a finding"))?;
                Arg::Phrase(Phrase { key, args: read_args(false, from)? })
            }
            _ => return Err(Lost::Nonsense("what a finding mentions")),
        };
        args.push((name, arg));
    }
    Ok(args)
}

fn read_finding<F: Frames>(file: u32, sheets: u64, from: &mut In<'_, F>) -> Result<Finding, Lost> {
    let code: Code = from.text(64)?.parse().map_err(|()| Lost::Nonsense("a finding"))?;
    let sheet = from.up_to(sheets)?.checked_sub(1).map(|sheet| SheetRef { file, sheet: sheet as u32 });
    let mut finding = Finding::new(code).in_file(file);
    finding.sheet = sheet;
    if from.flag()? {
        let row = from.up_to(u64::from(MAX_ROWS) - 1)? as u32;
        let col = from.up_to(u64::from(MAX_COLS) - 1)? as u32;
        let sheet = sheet.ok_or(Lost::Nonsense("a cell without a sheet"))?;
        finding.cell = Some(CellRef { sheet, row, col });
    }
    if from.flag()? {
        finding.value = Some(from.text(MAX_NAME)?);
    }
    finding.args = read_args(true, from)?;
    finding.count = from.number()?;
    Ok(finding)
}

#[cfg(test)]
mod tests {
    use super::super::wire::Pipe;
    use super::*;
    use crate::intake::Value;
    use crate::intake::{Source, read as read_here};

    fn sent(book: &Book) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut out = Out::new(&mut bytes);
        write(book, &mut out).unwrap();
        out.end().unwrap();
        bytes
    }

    fn received(bytes: &[u8], label: &str, limits: &Limits) -> Result<Book, Lost> {
        let mut pipe = Pipe(bytes);
        let mut message = In::new(&mut pipe);
        let book = read(label, 5, limits, &mut message)?;
        message.end()?;
        Ok(book)
    }

    /// Every fixture of every format, whole and damaged, so that there are findings too.
    fn books() -> Vec<Book> {
        let dir = tempfile::tempdir().unwrap();
        let mut books = Vec::new();
        for entry in std::fs::read_dir("tests/fixtures").unwrap() {
            let path = entry.unwrap().path();
            let Ok(bytes) = std::fs::read(&path) else { continue };
            let label = path.file_name().unwrap().to_string_lossy().into_owned();
            books.push(read_here(&Source { path, label: label.clone() }, 5, &Limits::default()));
            let cut = dir.path().join(&label);
            std::fs::write(&cut, &bytes[..bytes.len() * 2 / 3]).unwrap();
            books.push(read_here(&Source { path: cut, label }, 5, &Limits { cell_bytes: 6, ..Limits::default() }));
        }
        books
    }

    /// What details mention, by the texts: a name that is not on the list would be lost on the way.
    #[test]
    fn everything_that_details_mention_can_be_sent() {
        let text = crate::text::Lang::En.text().unwrap();
        let details = text.lines().skip_while(|line| !line.starts_with("### Details of findings"));
        let mentioned: Vec<&str> = details
            .take_while(|line| {
                !line.starts_with("## ") && (!line.starts_with("### ") || line.starts_with("### Details"))
            })
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split("{ $").skip(1))
            .filter_map(|rest| rest.split([' ', '}']).next())
            .filter(|name| !name.starts_with("has-"))
            .collect();
        assert!(mentioned.len() > 20);
        assert!(
            mentioned.iter().all(|name| *name == "value" || *name == "language" || ARGS.contains(name)),
            "{mentioned:?}"
        );
    }

    #[test]
    fn what_was_read_arrives_as_it_was() {
        let books = books();
        let (mut looks, mut findings) = (0, 0);
        for book in &books {
            let got = received(&sent(book), &book.label, &Limits::default()).unwrap();
            assert_eq!(format!("{got:?}"), format!("{book:?}"));
            looks += book.sheets.iter().filter(|sheet| sheet.look().is_some()).count();
            findings += book.findings.len();
        }
        assert!(books.len() > 10 && looks > 2 && findings > 5, "{} books, {looks}, {findings}", books.len());
    }

    #[test]
    fn numbers_of_every_kind_arrive_bit_by_bit() {
        let mut builder = SheetBuilder::new("S", false);
        let all =
            [0.0, -0.0, 1.0, -1.0, 0.1, 2_147_483_647.0, 2_147_483_648.0, -2_147_483_649.0, 1e300, f64::MIN_POSITIVE];
        for (col, number) in all.iter().enumerate() {
            builder.push(9, col as u32, Value::Number(*number));
            builder.push(11, col as u32, Value::Date(*number));
        }
        let book = Book {
            label: "x".into(),
            sha256: String::new(),
            format: None,
            sheets: vec![builder.finish()],
            findings: vec![],
        };
        let got = received(&sent(&book), "x", &Limits::default()).unwrap();
        for (col, number) in all.iter().enumerate() {
            for (row, value) in [(9, Value::Number(*number)), (11, Value::Date(*number))] {
                let got = got.sheets[0].get(row, col as u32);
                assert_eq!(format!("{got:?}"), format!("{value:?}"));
            }
        }
    }

    #[test]
    fn a_message_that_was_tampered_with_is_refused_or_a_book_but_never_more() {
        let book = books().into_iter().find(|book| book.label == "table.xlsx").unwrap();
        let bytes = sent(&book);
        let mut refused = 0;
        for at in 0..bytes.len() {
            for flip in [0x01, 0x80, 0xFF] {
                let mut bad = bytes.clone();
                bad[at] ^= flip;
                refused += u32::from(received(&bad, "x", &Limits::default()).is_err());
            }
        }
        assert!(refused > 100, "{refused}");
        let few = Limits { cells: 3, ..Limits::default() };
        assert_eq!(received(&bytes, "x", &few).unwrap_err(), Lost::Nonsense("a bound"));
    }
}
