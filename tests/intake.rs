//! Every format, dialect and trap as a file on disk, read through the public door of `intake`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod intake_support;

use intake_support::*;
use tiergap::finding::Code;
use tiergap::intake::{CellError, Format, Limits, Merge, Sheet, Value};

/// The table that stands in every `tests/fixtures/table.*`.
fn expected() -> Vec<(u32, u32, Value)> {
    vec![
        (0, 0, text("Usage of September")),
        (2, 0, text("Partner")),
        (2, 1, text("Users")),
        (2, 2, text("Date")),
        (2, 3, text("Share")),
        (2, 4, text("Active")),
        (3, 0, text("Società & Söhne <1>")),
        (3, 1, Value::Number(2000.0)),
        (3, 2, Value::Date(46_295.0)), // 2026-09-30
        (3, 3, Value::Number(0.25)),
        (3, 4, Value::Bool(true)),
        (4, 0, text("007")),
        (4, 1, Value::Number(1.5)),
        (4, 2, Value::Date(46_023.5)), // noon of 2026-01-01
        (4, 3, Value::Number(1234.5)),
        (4, 4, Value::Bool(false)),
        (5, 0, text("line one\nline two")),
        (5, 1, Value::Error(CellError::NA)),
        (5, 2, Value::Error(CellError::Div0)),
        (5, 3, Value::Number(2001.0)),
        (5, 4, text("007x")),
        (7, 0, text("tall")),
    ]
}

fn cells(sheet: &Sheet) -> Vec<(u32, u32, Value)> {
    sheet.rows().flat_map(|row| row.cells().map(move |(col, value)| (row.index(), col, value))).collect()
}

#[test]
fn the_same_table_reads_the_same_from_every_format() {
    for (ending, format) in [
        ("xlsx", Format::Xlsx),
        ("xlsb", Format::Xlsb),
        ("xls", Format::Xls),
        ("ods", Format::Ods),
        ("xml", Format::SpreadsheetMl),
    ] {
        for name in ["table", "table-1904"] {
            if (name, ending) == ("table-1904", "xml") {
                continue;
            }
            let book = fixture(&format!("{name}.{ending}"));
            assert_eq!(book.findings, vec![], "{name}.{ending}");
            assert_eq!(book.format, Some(format));
            assert_eq!(book.sha256.len(), 64);
            let [usage, hidden] = &book.sheets[..] else { panic!("{name}.{ending}: {} sheets", book.sheets.len()) };
            assert_eq!((usage.name.as_str(), usage.visible), ("Usage", true), "{name}.{ending}");
            assert_eq!((hidden.name.as_str(), hidden.visible), ("Hidden", false), "{name}.{ending}");
            assert_eq!(cells(usage), expected(), "{name}.{ending}");
            // What is shown as a date is converted; a plain number that stands for one is not. ODS writes days out.
            assert_eq!(usage.counts_from_1904, name == "table-1904" && ending != "ods", "{name}.{ending}");
            assert_eq!(cells(hidden), vec![(1, 1, text("secret"))]);
            let mut merges = usage.merges.clone();
            merges.sort_by_key(|m| m.first_row);
            let wide = Merge { first_row: 0, first_col: 0, last_row: 0, last_col: 2 };
            let tall = Merge { first_row: 7, first_col: 0, last_row: 8, last_col: 0 };
            assert_eq!(merges, vec![wide, tall], "{name}.{ending}");
        }
    }
}

const ROWS: [[&str; 3]; 3] = [["Società", "Übung", "1,5"], ["a b", "\"quoted\"", ""], ["Núñez", "€", "2.000"]];

fn delimited(separator: &str, line_end: &str) -> String {
    let quote = |cell: &str| {
        let special = cell.contains(['"', ',', ';', '\t']);
        if special { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    };
    ROWS.iter().map(|row| row.map(quote).join(separator) + line_end).collect()
}

#[test]
fn delimited_text_reads_the_same_in_every_encoding_and_separator() {
    let expected: Vec<_> = ROWS
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| cells.iter().enumerate().map(move |(col, cell)| (row as u32, col as u32, *cell)))
        .filter(|(_, _, cell)| !cell.is_empty())
        .map(|(row, col, cell)| (row, col, text(cell)))
        .collect();
    for separator in [",", ";", "\t"] {
        for line_end in ["\r\n", "\n", "\r"] {
            let content = delimited(separator, line_end);
            let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
                format!("{mark}{content}").encode_utf16().flat_map(bytes).collect()
            };
            for (encoding, file) in [
                ("utf-8", content.clone().into_bytes()),
                ("utf-8 with mark", format!("\u{feff}{content}").into_bytes()),
                ("utf-16le with mark", utf16("\u{feff}", u16::to_le_bytes)),
                ("utf-16be with mark", utf16("\u{feff}", u16::to_be_bytes)),
                ("utf-16le", utf16("", u16::to_le_bytes)),
                ("utf-16be", utf16("", u16::to_be_bytes)),
                ("windows-1252", encoding_rs::WINDOWS_1252.encode(&content).0.into_owned()),
            ] {
                let book = bytes("usage.csv", &file);
                assert_eq!(book.format, Some(Format::Delimited));
                assert_eq!(book.findings, vec![]);
                assert_eq!(cells(&book.sheets[0]), expected, "{encoding} {separator:?} {line_end:?}");
                assert_eq!(book.sheets[0].name, "usage");
            }
        }
    }
}

#[test]
fn the_rows_of_a_text_are_numbered_as_excel_shows_them() {
    // Row 1 and 4 blank, row 3 with a line break in it; `sep=;` is no row.
    for line_end in ["\r\n", "\n", "\r"] {
        let lines = ["sep=;", "", "a;b", "\"x", "y\";1", "", "last;2,5"];
        let content = lines.join(line_end);
        let book = bytes("t.csv", content.as_bytes());
        let broken = format!("x{line_end}y");
        let expected = vec![
            (1, 0, text("a")),
            (1, 1, text("b")),
            (2, 0, text(&broken)),
            (2, 1, text("1")),
            (4, 0, text("last")),
            (4, 1, text("2,5")),
        ];
        assert_eq!(cells(&book.sheets[0]), expected, "{line_end:?}");
    }
    let padded = bytes("t.txt", b"a\tb\0\0\r\n\r\n\r\n 1 \t2\r\n\0\0");
    let expected = vec![(0, 0, text("a")), (0, 1, text("b")), (3, 0, text(" 1 ")), (3, 1, text("2"))];
    assert_eq!(cells(&padded.sheets[0]), expected);
}

#[test]
fn html_tables_become_sheets_with_their_spans_as_merges() {
    let page = "<html><head><meta charset=windows-1252></head><body><p>Hello\
        <table><caption>Usage &amp; more</caption>\
        <tr><th colspan=2>Partner</th><th rowspan=2>n</th></tr>\
        <tr><td>Soci\u{e9}t\u{e9}<br>Nord</td><td>  two\n words </td></tr>\
        <tr><td x:num=\"46295\">30.09.2026</td><td x:num>12.5</td><td>1.000</td><td>a<table><tr><td>in</td></tr></table></td></tr>\
        </table><table></table><table><tr><td>&lt;b&gt;</td></tr></table></body></html>";
    for file in [
        encoding_rs::WINDOWS_1252.encode(page).0.into_owned(),
        format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ] {
        let book = bytes("export.xls", &file);
        assert_eq!(book.format, Some(Format::Html));
        assert_eq!(codes(&book), vec![Code::MisnamedFile]);
        let [first, second] = &book.sheets[..] else { panic!("{} sheets", book.sheets.len()) };
        assert_eq!((first.name.as_str(), second.name.as_str()), ("Usage & more", "Table 2"));
        assert_eq!(
            cells(first),
            vec![
                (0, 0, text("Partner")),
                (0, 2, text("n")),
                (1, 0, text("Société Nord")),
                (1, 1, text("two words")),
                (2, 0, Value::Number(46_295.0)),
                (2, 1, Value::Number(12.5)),
                (2, 2, text("1.000")),
                (2, 3, text("a in")),
            ]
        );
        let wide = Merge { first_row: 0, first_col: 0, last_row: 0, last_col: 1 };
        let tall = Merge { first_row: 0, first_col: 2, last_row: 1, last_col: 2 };
        assert_eq!(first.merges, vec![wide, tall]);
        assert_eq!(cells(second), vec![(0, 0, text("<b>"))]);
    }
}

#[test]
fn a_cell_below_a_tall_one_moves_right_in_html() {
    let book = bytes("a.html", b"<table><tr><td rowspan=3>a<td>b<tr><td>c<td>d<tr><td>e<tr><td>f</table>");
    let at = |row, col| book.sheets[0].get(row, col);
    assert_eq!([at(1, 1), at(1, 2), at(2, 1), at(3, 0)], [text("c"), text("d"), text("e"), text("f")]);
}

#[test]
fn libreoffice_html_gives_its_numbers() {
    let book = fixture("table.html");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.get(0, 0), text("Usage of September"));
    assert_eq!(sheet.get(3, 1), Value::Number(2000.0));
    assert_eq!(sheet.get(3, 0), text("Società & Söhne <1>"));
    assert_eq!(sheet.merges.len(), 2);
}

#[test]
fn spreadsheetml_indices_and_merges_place_its_cells_and_no_entity_is_expanded() {
    let xml = r#"<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
        <Worksheet ss:Name="A"><Table>
        <Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">x &amp; &e;</Data></Cell><Cell><Data ss:Type="Number">4</Data></Cell></Row>
        <Row ss:Span="2"/>
        <Row><Cell><Data ss:Type="DateTime">2026-09-30T00:00:00.000</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">46295</Data></Cell><Cell ss:Formula="=1"/><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
        </Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;
    let book = bytes("a.xml", xml.as_bytes());
    assert_eq!(book.findings, vec![]);
    let sheet = &book.sheets[0];
    assert!(!sheet.visible);
    assert_eq!(
        cells(sheet),
        vec![
            (2, 1, text("x & &e;")),
            (2, 3, Value::Number(4.0)),
            (6, 0, Value::Date(46_295.0)),
            (6, 1, Value::Date(46_295.0)),
            (6, 2, Value::Uncalculated),
            (6, 3, Value::Error(CellError::NA)),
        ]
    );
    assert_eq!(sheet.merges, vec![Merge { first_row: 2, first_col: 1, last_row: 3, last_col: 2 }]);
}

#[test]
fn one_bad_cell_of_a_workbook_spoils_no_other() {
    let rows = r##"<row r="1"><c r="A1" t="b"><v>maybe</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c t="n"><v>12x</v></c>
        <c r="D1"><f>A1</f></c><c r="E1"><f>A1</f><v></v></c><c r="F1" t="str"><f>A1</f><v></v></c><c r="G1" t="s"><v>9</v></c>
        <c r="H1" t="inlineStr"><is><r><t>in</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh><r><t xml:space="preserve"> line </t></r></is></c>
        <c r="I1" t="odd"><v>1</v></c><c r="J1"><v>1E3</v></c><c r="K1" t="e"><v>#N/A</v></c><c r="L1" t="s"><v>0</v></c></row>
        <row><c><v>7</v></c><c r="XFE2"><v>1</v></c><c r="??"><v>1</v></c></row>
        <row r="4294967295"><c r="A4294967295"><v>1</v></c></row>
        <row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"##;
    let book = bytes("a.xlsx", &xlsx_with(rows, Some("<sst uniqueCount='1'><si><t>a_x0041_&#8364;</t></si></sst>")));
    let sheet = &book.sheets[0];
    let bad = Value::Error(CellError::Other);
    assert_eq!(
        cells(sheet),
        vec![
            (0, 0, bad),
            (0, 1, Value::Error(CellError::Spill)),
            (0, 2, bad),
            (0, 3, Value::Uncalculated),
            (0, 4, Value::Uncalculated),
            (0, 6, bad),
            (0, 7, text("in line ")),
            (0, 8, bad),
            (0, 9, Value::Number(1000.0)),
            (0, 10, Value::Error(CellError::NA)),
            (0, 11, text("aA€")),
            (1, 0, Value::Number(7.0)),
            (1_048_575, 16_383, Value::Number(2.0)),
        ]
    );
    assert_eq!(codes(&book), vec![Code::UnreadableCell, Code::UnreadableCell]);
    assert_eq!(book.findings[0].count, 3); // XFE2, ??, A4294967295
    assert_eq!(book.findings[1].count, 2); // G1 and I1
    assert_eq!(book.findings[1].cell.unwrap().a1(), "G1");
}

#[test]
fn a_sheet_of_two_far_corners_takes_no_memory_and_a_lying_count_neither() {
    let far = bytes(
        "a.xlsx",
        &xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#),
    );
    assert_eq!(far.findings, vec![]);
    assert_eq!(far.sheets[0].cell_count(), 2);
    let shared = "<sst count='100000000000' uniqueCount='100000000000'><si><t>x</t></si></sst>";
    let rows =
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" si="4000000000">A1</f><v>3</v></c></row>"#;
    let book = bytes("a.xlsx", &xlsx_with(rows, Some(shared)));
    assert_eq!(cells(&book.sheets[0]), vec![(0, 0, text("x")), (0, 1, Value::Number(3.0))]);
}

#[test]
fn the_limits_hold() {
    let row = r#"<row><c t="inlineStr"><is><t>ààààà</t></is></c><c><v>1</v></c><c><v>2</v></c></row>"#;
    let file = xlsx(&row.repeat(3));
    let with = |limits: Limits| bytes_with("a.xlsx", &file, &limits);
    let few = with(Limits { cells: 8, ..Limits::default() });
    assert_eq!((codes(&few), few.sheets.len()), (vec![Code::LimitExceeded], 0));
    let small = with(Limits { file_bytes: file.len() as u64 - 1, ..Limits::default() });
    assert_eq!((codes(&small), small.sha256.as_str()), (vec![Code::LimitExceeded], ""));
    let short = with(Limits { cell_bytes: 8, ..Limits::default() });
    assert_eq!(codes(&short), vec![Code::LimitExceeded]);
    assert_eq!((short.findings[0].count, short.findings[0].cell.unwrap().a1()), (3, "A1".to_owned()));
    assert_eq!(short.sheets[0].get(2, 0), text("àà…")); // ten bytes, of which eight are left for text and ellipsis
    assert_eq!(with(Limits { cells: 9, ..Limits::default() }).findings, vec![]);
    // A bomb: 64 MiB of blanks in a small file.
    let mut rows = String::from("<row><c><v>1</v></c></row>");
    rows.push_str(&" ".repeat(64 << 20));
    let bomb = bytes_with("a.xlsx", &xlsx(&rows), &Limits { inflated_bytes: 1 << 20, ..Limits::default() });
    assert_eq!((codes(&bomb), bomb.sheets.len()), (vec![Code::LimitExceeded], 0));
}

#[test]
fn repeated_cells_of_opendocument_cost_only_where_they_hold_something() {
    let rows = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>
        <table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="3" office:value-type="string"><text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c</text:p><office:annotation><text:p>comment</text:p></office:annotation></table:table-cell>
        <table:covered-table-cell office:value-type="string"><text:p>covered</text:p></table:covered-table-cell><table:table-cell office:value-type="percentage" office:value="0.5"/></table:table-row>"#;
    let book = bytes("a.ods", &ods(rows));
    assert_eq!(book.findings, vec![]);
    let row = |row| {
        vec![
            (row, 1, Value::Number(5.0)),
            (row, 2, Value::Number(5.0)),
            (row, 3, text("a  b\nc")),
            (row, 5, Value::Number(0.5)),
        ]
    };
    assert_eq!(cells(&book.sheets[0]), [row(1_000_000), row(1_000_001)].concat());
    assert_eq!(
        book.sheets[0].merges[0],
        Merge { first_row: 1_000_000, first_col: 3, last_row: 1_000_001, last_col: 5 }
    );

    let wide = r#"<table:table-row table:number-rows-repeated="20000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    let bomb = bytes("a.ods", &ods(wide));
    assert_eq!((codes(&bomb), bomb.sheets.len()), (vec![Code::LimitExceeded], 0));
}

#[test]
fn what_is_no_spreadsheet_is_named() {
    let docx = zipped(&[
        (
            "[Content_Types].xml",
            b"<Types ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document'/>",
        ),
        ("word/document.xml", b"<w/>"),
    ]);
    let archive = zipped(&[("photo.jpg", b"x")]);
    let random: Vec<u8> = (0_u32..4000).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for (file, what) in [
        (&b"%PDF-1.7\n1 0 obj"[..], "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\x1f\x8b\x08\0\0\0", "gzip"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"{\"partners\": []}", "JSON"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n<table>", "MHTML"),
        (b"<html><body>Please sign in</body></html>", "(HTML) without a table"),
        (b"<?xml version='1.0'?><note/>", "XML"),
        (&docx, "Word"),
        (&archive, "ZIP"),
        (&random, "binary"),
    ] {
        let book = bytes("usage.xlsx", file);
        assert_eq!(codes(&book), vec![Code::NotASpreadsheet], "{what}");
        assert!(arg(&book.findings[0], "detail").contains(what), "{:?}", book.findings);
        assert_eq!(arg(&book.findings[0], "name"), "usage.xlsx");
        assert!(book.sheets.is_empty());
    }
}

#[test]
fn every_misnamed_file_is_read_by_its_content_and_said_so() {
    let fixture = |name: &str| std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for (name, file, format) in [
        ("a.xls", fixture("table.xlsx"), Format::Xlsx),
        ("a.xlsx", fixture("table.xls"), Format::Xls),
        ("a.xlsx", fixture("table.xlsb"), Format::Xlsb),
        ("a.csv", fixture("table.ods"), Format::Ods),
        ("a.xls", fixture("table.xml"), Format::SpreadsheetMl),
        ("a.xls", fixture("table.html"), Format::Html),
        ("a.xls", b"Partner\tUsers\r\nA\t1\r\n".to_vec(), Format::Delimited),
    ] {
        let book = bytes(name, &file);
        assert_eq!(book.format, Some(format));
        assert_eq!(codes(&book), vec![Code::MisnamedFile], "{name} {format:?}");
        assert!(!book.sheets.is_empty());
    }
    // An ending that says nothing of the kind cannot be wrong.
    assert_eq!(bytes("export", b"a;b\n1;2\n").findings, vec![]);
    assert_eq!(bytes("export.dat", b"a;b\n1;2\n").findings, vec![]);
}

#[test]
fn locked_empty_and_damaged_files_are_told_apart() {
    let book = fixture("password.xlsx");
    assert_eq!((codes(&book), book.sheets.len()), (vec![Code::PasswordProtected], 0));
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let locked = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(codes(&bytes("a.ods", &locked)), vec![Code::PasswordProtected]);
    for blank in [&b""[..], b"\xEF\xBB\xBF", b"\r\n \r\n", b"\0\0\0\0"] {
        assert_eq!(codes(&bytes("a.csv", blank)), vec![Code::EmptyFile], "{blank:?}");
    }
    let missing = tiergap::intake::read(
        &tiergap::intake::Source { path: "/nowhere/at/all".into(), label: "x".into() },
        3,
        &Limits::default(),
    );
    assert_eq!(codes(&missing), vec![Code::UnreadableFile]);
    assert_eq!(missing.findings[0].file, Some(3));
}

#[test]
fn a_file_cut_off_anywhere_is_an_error_and_never_a_panic() {
    for name in ["table.xlsx", "table.xlsb", "table.xls", "table.ods", "table.xml", "password.xlsx"] {
        let whole = std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for eighth in 1..8 {
            let book = bytes(name, &whole[..whole.len() * eighth / 8]);
            let error = book.findings.iter().any(|f| f.code.severity() == tiergap::finding::Severity::Error);
            assert!(error, "{name} cut at {eighth}/8: {:?}", book.findings);
        }
        // One byte changed here and there: anything may come out but a panic, and no sheet without a reason.
        for n in 0..150_usize {
            let mut changed = whole.clone();
            let at = n * 7919 % whole.len();
            changed[at] = changed[at].wrapping_add(1 + n as u8);
            let book = bytes(name, &changed);
            assert!(!book.sheets.is_empty() || !book.findings.is_empty(), "{name} changed at {at}");
        }
    }
}

#[test]
fn a_folder_gives_its_tables_and_says_what_it_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, content: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    };
    put("in/b.CSV", "a");
    put("in/a/deep/x.xlsx", "a");
    put("in/~$b.xlsx", "");
    put("in/.hidden.csv", "");
    put("in/Thumbs.db", "");
    put("in/desktop.ini", "");
    put("in/.git/x.csv", "");
    put("in/letter.docx", "");
    put("in/page.html", "<html><table><tr><td>1</td></tr></table></html>");
    put("in/plain.htm", "<html>nothing</html>");
    put("in/data.xml", "<?xml version='1.0'?><x/>");
    put("in/book.xml", "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>");
    let odd = put("odd.dat", "a;b");
    put("other/b.CSV", "b");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("in"), folder.path().join("in/a/loop")).unwrap();

    let inputs = [folder.path().join("in"), odd.clone(), folder.path().join("other"), folder.path().join("gone.csv")];
    let found = tiergap::intake::discover(&inputs, None);
    let labels: Vec<&str> = found.sources.iter().map(|source| source.label.as_str()).collect();
    assert_eq!(labels, ["a/deep/x.xlsx", "book.xml", "in/b.CSV", "odd.dat", "other/b.CSV", "page.html"]);
    let of = |code: Code| -> Vec<String> {
        found.findings.iter().filter(|f| f.code == code).map(|f| arg(f, "name")).collect()
    };
    assert_eq!(of(Code::UnsupportedFile), ["data.xml", "letter.docx", "plain.htm"]);
    assert_eq!(of(Code::MissingInput).len(), 1);
    let mut skipped = vec![".git/", ".hidden.csv", "Thumbs.db", "desktop.ini", "~$b.xlsx"];
    if cfg!(unix) {
        skipped.insert(3, "a/loop");
    }
    assert_eq!(of(Code::SkippedFile), skipped);

    // Neither the order of the inputs nor naming one twice makes a difference.
    let mut turned: Vec<_> = inputs.iter().rev().cloned().collect();
    turned.push(odd);
    assert_eq!(tiergap::intake::discover(&turned, None), found);
}

#[test]
fn the_same_bytes_under_two_names_are_counted_once() {
    let mut books =
        vec![bytes("a.csv", b"x;y\n1;2\n"), bytes("b.csv", b"other;y\n1;2\n"), bytes("c.csv", b"x;y\n1;2\n")];
    let findings = tiergap::intake::drop_same_files(&mut books);
    assert_eq!(books.iter().map(|b| b.sheets.len()).collect::<Vec<_>>(), [1, 1, 0]);
    let [finding] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!((finding.code, finding.file), (Code::SameFileTwice, Some(2)));
    assert_eq!((arg(finding, "name"), arg(finding, "other")), ("c.csv".into(), "a.csv".into()));
    assert_eq!(books[2].findings, findings);
}

#[test]
fn a_declared_size_in_an_old_workbook_is_not_believed() {
    let path = format!("{}/tests/fixtures/table.xls", env!("CARGO_MANIFEST_DIR"));
    let mut file = std::fs::read(path).unwrap();
    // The record that declares rows 0 to 9 and columns 0 to 5 of the first sheet: now it declares 4 billion rows.
    let declared = [0x00, 0x02, 0x0E, 0x00, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 5, 0];
    let at = file.windows(16).position(|w| w == declared).unwrap();
    file[at + 8..at + 12].copy_from_slice(&0xF000_0000_u32.to_le_bytes());
    file[at + 14..at + 16].copy_from_slice(&0xFFFF_u16.to_le_bytes());
    let book = bytes("a.xls", &file);
    assert_eq!(book.findings, vec![]);
    assert_eq!(cells(&book.sheets[0]), expected());
}

#[test]
fn a_quotation_mark_that_nobody_closed_is_told_where_it_opens() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("usage.csv");
    std::fs::write(&path, "ID,Name,Workload,Users\n1,\"A,EXO,1\n2,B,EXO,2\n3,C,EXO,3\n").unwrap();
    let source = tiergap::intake::Source { path, label: "usage.csv".into() };
    let book = tiergap::intake::read(&source, 0, &tiergap::intake::Limits::default());
    let told: Vec<_> = book.findings.iter().map(|f| (f.code.as_str(), f.cell.map(|c| c.a1()))).collect();
    assert_eq!(told, [("unreadable-cell", Some("B2".to_owned()))]);
}

/// Tags of cells, the plain and the odd.
const TAGS: [&str; 16] = [
    r#"<c r="A1" t="s">"#,
    r#"<c r="C9" s="3">"#,
    r#"<c r="B2" s="1" t="str">"#,
    r#"<c r="D4" t="b">"#,
    r#"<c r="B7" t="e">"#,
    r#"<c r="B8" t="d">"#,
    r#"<c r="F3" t="n">"#,
    r#"<c t="s">"#,
    "<c>",
    r#"<c r="E5" t="inlineStr">"#,
    r#"<c r="XFE1">"#,
    r#"<c r="A0" t="s">"#,
    r#"<c r='A3' t='s'>"#,
    r#"<c  s="2"   r="B5">"#,
    r#"<c r="B&#54;" t="&#115;">"#,
    r#"<c r="C2" t="what>ever">"#,
];
/// What stands in them.
const BODIES: [&str; 16] = [
    "<v>0</v>",
    "<v>1</v>",
    "<v>17.5</v>",
    "<v> 2 </v>",
    "<v>-1E3</v>",
    "<v>#N/A</v>",
    "<v>2026-09-30</v>",
    "<v>_x0041_ &amp; co</v>",
    "<v>Società</v>",
    "<v></v>",
    "",
    "<v>1e999</v>",
    "<f>A1+1</f><v>3</v>",
    "<f>A1+1</f>",
    "<is><t>inline</t></is>",
    "<v>a<!-- b -->c\r\nd</v>",
];

proptest::proptest! {
    /// Plain cells are taken as a whole; with something between them they come piece by piece, and mean the same.
    #[test]
    fn cells_taken_as_a_whole_are_what_they_are_piece_by_piece(
        rows in proptest::collection::vec(proptest::collection::vec((0..16_usize, 0..16_usize, 0..8_usize), 0..9), 1..6),
    ) {
        let sheet = |between: &str| {
            let row = |(n, cells): (usize, &Vec<(usize, usize, usize)>)| {
                let cells: String = cells
                    .iter()
                    .map(|&(tag, body, end)| match end {
                        0 => format!("{between}{}", TAGS[tag].replace('>', "/>")),
                        1 => format!("{between}{}{} </c>", TAGS[tag], BODIES[body]),
                        _ => format!("{between}{}{}</c>", TAGS[tag], BODIES[body]),
                    })
                    .collect();
                format!(r#"<row r="{}">{cells}</row>"#, n * 3 + 1)
            };
            let rows: String = rows.iter().enumerate().map(row).collect();
            xlsx_with(&rows, Some("<sst><si><t>first</t></si><si><t>second</t></si></sst>"))
        };
        let (whole, pieces) = (bytes("b.xlsx", &sheet("")), bytes("b.xlsx", &sheet("<!-- -->")));
        proptest::prop_assert_eq!(format!("{:?}", whole.sheets), format!("{:?}", pieces.sheets));
        proptest::prop_assert_eq!(format!("{:?}", whole.findings), format!("{:?}", pieces.findings));
    }
}
