//! An input with a look of its own comes back with verdicts, and otherwise as its owner knows it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Range, Reader, Xlsx};
use common::Run;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

/// A workbook that can be taken apart.
struct Copy(Vec<u8>);

impl Copy {
    fn of(run: &Run, name: &str) -> Self {
        let path = run.out().join("annotated").join(name);
        Self(std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}\n{}", path.display(), run.stderr)))
    }

    fn part(&self, name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.0)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// Sheet names with their states, in order.
    fn sheets(&self) -> Vec<(String, bool)> {
        let workbook = self.part("xl/workbook.xml");
        let tags = workbook.split("<sheet ").skip(1).map(|rest| rest.split_once('>').unwrap().0);
        tags.map(|tag| (unescaped(&attribute(tag, "name").unwrap()), tag.contains("state=\"hidden\""))).collect()
    }

    fn values(&self, sheet: &str) -> Range<Data> {
        Xlsx::new(Cursor::new(&self.0)).unwrap().worksheet_range(sheet).unwrap()
    }

    /// The XML of the sheet at a position.
    fn sheet(&self, position: usize) -> String {
        self.part(&format!("xl/worksheets/sheet{}.xml", position + 1))
    }

    /// The look of a cell.
    fn look(&self, position: usize, cell: &str) -> Look {
        let sheet = self.sheet(position);
        let tag = sheet.split("<c ").find(|tag| attribute(tag, "r").as_deref() == Some(cell));
        let style = tag.and_then(|tag| attribute(tag.split('>').next().unwrap(), "s")).unwrap_or_default();
        let styles = self.part("xl/styles.xml");
        let within = |tag: &str| -> String {
            let start = styles.find(&format!("<{tag} ")).unwrap_or(styles.len());
            let rest = &styles[start..];
            rest.split(&format!("</{tag}>")).next().unwrap().to_owned()
        };
        let nth = |section: &str, tag: &str, n: &str| -> String {
            let n: usize = n.parse().unwrap_or(0);
            let section = within(section);
            let open = format!("<{tag}");
            let mut items = section.split(&open).skip(1).filter(|item| item.starts_with([' ', '>', '/']));
            items.nth(n).unwrap_or_default().to_owned()
        };
        let xf = nth("cellXfs", "xf", &style);
        let id = attribute(&xf, "numFmtId").unwrap_or_default();
        let codes = within("numFmts");
        let code = codes.split("<numFmt ").find(|tag| attribute(tag, "numFmtId").as_deref() == Some(id.as_str()));
        Look {
            code: code.and_then(|tag| attribute(tag, "formatCode")).map_or(id, |code| unescaped(&code)),
            font: nth("fonts", "font", &attribute(&xf, "fontId").unwrap_or_default()),
            fill: nth("fills", "fill", &attribute(&xf, "fillId").unwrap_or_default()),
            border: nth("borders", "border", &attribute(&xf, "borderId").unwrap_or_default()),
            xf,
        }
    }

    /// Targets of the links on the first sheet, with the cells that they stand in.
    fn links(&self) -> Vec<(String, String)> {
        let first = self.sheet(0);
        let tags = first.split("<hyperlink ").skip(1);
        tags.map(|tag| (attribute(tag, "ref").unwrap(), unescaped(&attribute(tag, "location").unwrap()))).collect()
    }
}

/// Parts of `styles.xml`.
struct Look {
    /// Code of the number format, or the number of a built-in one.
    code: String,
    font: String,
    fill: String,
    border: String,
    xf: String,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next()?;
    let at = tag
        .find(&format!(" {name}=\""))
        .map(|at| at + 1)
        .or_else(|| tag.starts_with(&format!("{name}=\"")).then_some(0))?;
    let rest = &tag[at + name.len() + 2..];
    Some(rest.split('"').next()?.to_owned())
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn run(files: Vec<(String, Vec<u8>)>) -> Run {
    common::run_in(tempfile::tempdir().unwrap(), &files, &["--as-of".to_owned(), "2026-09-30".to_owned()], &[])
}

const HEADERS: [&str; 8] =
    ["MPN ID", "Partner Name", "Customer", "Workload", "Association Type", "Month", "Active Users", "Invoiced"];

/// Row 5 (zero-based) holds a count that is none; row 6 is hidden.
fn usage(sheet: &mut Worksheet) {
    let bold =
        Format::new().set_bold().set_font_color(Color::RGB(0xFF_FFFF)).set_background_color(Color::RGB(0x1F_497D));
    let text = Format::new().set_num_format("@");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let euro = Format::new().set_num_format("#,##0.00 \"€\"");
    let yellow = Format::new().set_background_color(Color::RGB(0xFF_FF00)).set_border(FormatBorder::Thin);
    let title = Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center);
    sheet.merge_range(0, 0, 0, 7, "Usage of the third quarter", &title).unwrap();
    for (col, header) in HEADERS.into_iter().enumerate() {
        sheet.write_string_with_format(2, col as u16, header, &bold).unwrap();
    }
    for row in 3..9_u32 {
        sheet.write_string_with_format(row, 0, "0012345", &text).unwrap();
        sheet.write_string(row, 1, "Contoso Services").unwrap();
        sheet.write_string(row, 2, format!("Customer {row}")).unwrap();
        sheet.write_string(row, 3, "Exchange Online").unwrap();
        sheet.write_string(row, 4, "Delegated Administrator").unwrap();
        sheet.write_number_with_format(row, 5, 46_266.0, &day).unwrap(); // 1 September 2026
        sheet.write_number(row, 6, f64::from(row) * 100.0).unwrap();
        sheet.write_number_with_format(row, 7, 1_234.5, &euro).unwrap();
    }
    sheet.write_string(5, 6, "many").unwrap();
    sheet.write_string_with_format(4, 2, "Customer 4", &yellow).unwrap();
    sheet.write_blank(1, 4, &yellow).unwrap();
    sheet.set_column_width(2, 30).unwrap().set_column_width(7, 14).unwrap().set_column_hidden(7).unwrap();
    sheet.set_row_hidden(6).unwrap().set_row_height(2, 33).unwrap();
    sheet.set_freeze_panes(3, 2).unwrap();
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    usage(book.add_worksheet().set_name("Partner's usage").unwrap());
    book.add_worksheet().set_name("Old 'list' 2").unwrap().set_hidden(true).write_string(4, 3, "kept").unwrap();
    // Where our own sheet would have liked to be.
    book.add_worksheet().set_name("findings").unwrap().write_string(0, 0, "Nothing yet").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn the_look_of_a_workbook_is_kept() {
    let run = run(vec![("usage.xlsx".to_owned(), workbook())]);
    let copy = Copy::of(&run, "usage.xlsx");
    let names = copy.sheets();
    let names: Vec<(&str, bool)> = names.iter().map(|(name, hidden)| (name.as_str(), *hidden)).collect();
    assert_eq!(
        names,
        [("Findings (2)", false), ("Partner's usage", false), ("Old 'list' 2", true), ("findings", false)]
    );
    assert!(!copy.part("xl/workbook.xml").contains("activeTab"), "the first sheet is open");

    let values = copy.values("Partner's usage");
    let at = |row: u32, col: u32| values.get_value((row, col)).cloned().unwrap_or_default();
    assert_eq!(at(3, 0), Data::String("0012345".to_owned()));
    assert_eq!((at(3, 6), at(5, 6)), (Data::Float(300.0), Data::String("many".to_owned())));
    assert_eq!((at(4, 7), at(0, 0)), (Data::Float(1_234.5), Data::String("Usage of the third quarter".to_owned())));
    assert!(matches!(at(3, 5), Data::DateTime(day) if day.as_f64() == 46_266.0));
    assert_eq!(copy.values("Old 'list' 2").get_value((4, 3)), Some(&Data::String("kept".to_owned())));
    // One column is left free, then ours, titled in the header's row.
    assert_eq!((at(2, 8), at(2, 9)), (Data::Empty, Data::String("Verdict".to_owned())));

    let look = |cell| copy.look(1, cell);
    assert_eq!(look("H4").code, "#,##0.00 \"€\"");
    assert_eq!(look("F4").code, "dd/mm/yyyy");
    assert!(matches!(look("A4").code.as_str(), "@" | "49"));
    assert!(look("C5").fill.contains("FFFFFF00") && look("C5").border.contains("thin"));
    assert!(look("E2").fill.contains("FFFFFF00"), "a blank cell keeps its fill");
    assert!(look("A3").font.contains("<b/>") && look("A3").font.contains("FFFFFFFF"));
    assert!(look("A3").fill.contains("FF1F497D"));
    assert!(look("A1").font.contains("val=\"16\"") && look("A1").xf.contains("horizontal=\"center\""));
    // The row of the bad count is tinted, and its formats stay.
    assert!(look("H6").fill.contains("fgColor") && look("H6").code == "#,##0.00 \"€\"");
    assert_eq!(look("D4").xf, copy.look(3, "A1").xf, "plain cells stay plain");

    let sheet = copy.sheet(1);
    assert!(sheet.contains("<col min=\"3\" max=\"3\" width=\"30.7109375\""), "{sheet}");
    let hidden: Vec<&str> =
        sheet.split("<col ").filter(|tag| tag.split('>').next().unwrap().contains("hidden")).collect();
    assert!(hidden.len() == 1 && hidden[0].starts_with("min=\"8\" max=\"8\""), "{hidden:?}");
    // Nothing is wrong with the hidden column but that nobody asked for it.
    let rows = |wanted: &str| -> Vec<String> {
        let tags = sheet.split("<row ").skip(1).map(|tag| tag.split('>').next().unwrap());
        tags.filter(|tag| tag.contains(wanted)).map(|tag| attribute(tag, "r").unwrap()).collect()
    };
    assert_eq!(rows("hidden=\"1\""), ["7"]);
    assert_eq!(rows("ht=\"33\""), ["3"]);
    assert!(sheet.contains("<mergeCell ref=\"A1:H1\"/>"));
    let pane = sheet.split("<pane ").nth(1).unwrap();
    assert!(pane.starts_with("xSplit=\"2\" ySplit=\"3\"") && pane.contains("state=\"frozen\""), "{pane}");
}

#[test]
fn the_first_sheet_leads_to_each_finding() {
    let run = run(vec![("usage.xlsx".to_owned(), workbook())]);
    let copy = Copy::of(&run, "usage.xlsx");
    let first = copy.values("Findings (2)");
    let all: Vec<String> = first.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    let results = run.results();
    assert!(all.contains(&results["inputs"][0]["sha256"].as_str().unwrap().to_owned()));
    assert!(all.contains(&"5 counted, 1 not counted".to_owned()), "{all:?}");
    assert!(all.contains(&"Cannot be read: 1".to_owned()), "{all:?}");
    assert!(all.contains(&"many".to_owned()));

    let links = copy.links();
    assert!(links.iter().any(|(_, to)| to == "'Partner''s usage'!G6"), "{links:?}");
    assert!(links.iter().any(|(_, to)| to == "'findings'!A1"), "{links:?}");
    let visible: Vec<String> =
        copy.sheets().into_iter().filter(|sheet| !sheet.1).map(|sheet| sheet.0.replace('\'', "''")).collect();
    for (_, target) in &links {
        let (sheet, cell) = target.rsplit_once('!').unwrap();
        assert!(visible.iter().any(|name| format!("'{name}'") == sheet), "{target} cannot be seen");
        assert!(cell.bytes().all(|b| b.is_ascii_alphanumeric()), "{target}");
    }
    // The offending cell says why.
    let notes = copy.part("xl/comments1.xml");
    assert!(notes.contains("ref=\"G6\"") && notes.contains("many"), "{notes}");
}

#[test]
fn what_was_hidden_is_shown_where_something_is_wrong_with_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Usage").unwrap();
    usage(sheet);
    sheet.set_row_hidden(5).unwrap().set_column_hidden(6).unwrap().set_hidden(true);
    book.add_worksheet().set_name("Notes").unwrap().set_active(true).write_string(0, 0, "see the other").unwrap();
    let run = run(vec![("usage.xlsx".to_owned(), book.save_to_buffer().unwrap())]);
    let copy = Copy::of(&run, "usage.xlsx");
    assert!(copy.sheets().iter().all(|(_, hidden)| !hidden), "{:?}", copy.sheets());
    let sheet = copy.sheet(1);
    let tags = |name: &str| -> Vec<String> {
        let open = format!("<{name} ");
        let tags = sheet.split(&open).skip(1).map(|tag| tag.split('>').next().unwrap().to_owned());
        tags.filter(|tag| tag.contains("hidden")).collect()
    };
    let (rows, cols) = (tags("row"), tags("col"));
    assert!(rows.len() == 1 && rows[0].contains("r=\"7\""), "{rows:?}");
    assert!(cols.len() == 1 && cols[0].contains("min=\"8\""), "{cols:?}");
}

/// The workbook with one part replaced.
fn with_part(book: &[u8], part: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut entry = archive.by_index(n).unwrap();
        let name = entry.name().unwrap().into_owned();
        out.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        if name == part {
            out.write_all(content).unwrap();
        } else {
            std::io::copy(&mut entry, &mut out).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn hostile_styles_do_no_harm() {
    let book = workbook();
    let styles = Copy(book.clone()).part("xl/styles.xml");
    let xf = "<xf numFmtId=\"4294967295\" fontId=\"4294967295\" fillId=\"70000\" borderId=\"-1\"><alignment indent=\"99999\" horizontal=\"up\"/></xf>";
    let mut huge = String::from("<styleSheet><numFmts>");
    for n in 0..60_000 {
        write!(huge, "<numFmt numFmtId=\"{}\" formatCode=\"0 &quot;{n}&quot;\"/>", 164 + n).unwrap();
    }
    huge += "</numFmts><fonts>";
    huge += &"<font><b/><sz val=\"1e300\"/><name val=\"x\"/></font>".repeat(80_000);
    huge += "</fonts><cellXfs>";
    for n in 0..90_000 {
        write!(huge, "<xf numFmtId=\"{}\" fontId=\"{n}\"/>", 164 + n).unwrap();
    }
    huge += "</cellXfs></styleSheet>";
    let long = format!("formatCode=\"{}\"", "0".repeat(5_000_000));
    let bomb = "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>".to_owned()
        + &styles.replacen("#,##0.00", "&b;&b;", 1);
    let cases: [(&str, Vec<u8>); 9] = [
        ("cut", styles.as_bytes()[..styles.len() / 2].to_vec()),
        ("empty", Vec::new()),
        ("no-xml", b"\0\x01\xff<<<>>>".to_vec()),
        (
            "indices",
            styles.replace("<cellXfs count=\"", "<cellXfs x=\"").replacen("<xf ", &format!("{xf}<xf "), 3).into(),
        ),
        ("huge", huge.into()),
        ("long", styles.replacen("formatCode=\"dd/mm/yyyy\"", &long, 1).into()),
        ("code", styles.replacen("dd/mm/yyyy", "dd/mm/yyyy;;;;;;&quot;oops&quot;", 1).into()),
        ("control", styles.replacen("dd/mm/yyyy", "d&#1;&#xFFFF;m", 1).into()),
        ("bomb", bomb.into()),
    ];
    let mut files: Vec<(String, Vec<u8>)> = cases
        .iter()
        .map(|(name, content)| (format!("{name}.xlsx"), with_part(&book, "xl/styles.xml", content)))
        .collect();
    let sheet = Copy(book.clone()).part("xl/worksheets/sheet1.xml");
    let odd = sheet
        .replace("<pane xSplit=\"2\" ySplit=\"3\"", "<pane xSplit=\"1e30\" ySplit=\"NaN\"")
        .replace(
            "<col min=\"3\" max=\"3\"",
            "<col min=\"0\" max=\"4294967295\"/><col min=\"9\" max=\"2\"/><col min=\"3\" max=\"99999\"",
        )
        .replace("ht=\"33\"", "ht=\"1e38\"");
    files.push(("geometry.xlsx".to_owned(), with_part(&book, "xl/worksheets/sheet1.xml", odd.as_bytes())));
    files.push(("theme.xlsx".to_owned(), with_part(&book, "xl/theme/theme1.xml", b"<a:theme><a:accent1><a:srgbClr")));
    // The same cells again are duplicates, but every copy is written and can be read.
    let run = run(files);
    for name in ["cut", "empty", "no-xml", "indices", "huge", "long", "code", "control", "bomb", "geometry", "theme"] {
        let copy = Copy::of(&run, &format!("{name}.xlsx"));
        let values = copy.values("Partner's usage");
        assert_eq!(values.get_value((3, 0)), Some(&Data::String("0012345".to_owned())), "{name}");
        let styles = copy.part("xl/styles.xml");
        for bad in ["oops", "&b;", "&#1;", "aaaaaaaaaa", &"0".repeat(300)] {
            assert!(!styles.contains(bad), "{name}: {bad}");
        }
        assert!(styles.matches("<numFmt ").count() <= 200 && styles.matches("<xf ").count() < 5_000, "{name}");
    }
    // A day whose code cannot be used still shows as one.
    assert_eq!(Copy::of(&run, "code.xlsx").look(1, "F4").code, "14");
    assert!(Copy::of(&run, "geometry.xlsx").sheet(1).contains("r=\"3\""));
}

#[test]
fn a_1904_workbook_shows_the_same_days() {
    let mut book = Workbook::new();
    usage(book.add_worksheet().set_name("Usage").unwrap());
    let bytes = book.save_to_buffer().unwrap();
    let workbook = Copy(bytes.clone()).part("xl/workbook.xml");
    let moved = workbook.replacen("<workbookPr ", "<workbookPr date1904=\"1\" ", 1);
    assert_ne!(workbook, moved);
    let bytes = with_part(&bytes, "xl/workbook.xml", moved.as_bytes());
    let sheet = Copy(bytes.clone()).part("xl/worksheets/sheet1.xml").replace("<v>46266.0</v>", "<v>44804</v>");
    let bytes = with_part(&bytes, "xl/worksheets/sheet1.xml", sheet.as_bytes());
    let run = run(vec![("usage.xlsx".to_owned(), bytes)]);
    assert_eq!(run.results()["reference_month"], "2026-09");
    let copy = Copy::of(&run, "usage.xlsx");
    let values = copy.values("Usage");
    // 1 September 2026 in the calendar that the copy says it has.
    let day = values.get_value((3, 5));
    assert!(matches!(day, Some(Data::DateTime(day)) if day.as_f64() == 46_266.0), "{day:?}");
    assert!(!copy.part("xl/workbook.xml").contains("date1904"));
    assert_eq!(copy.look(1, "F4").code, "dd/mm/yyyy");
}
