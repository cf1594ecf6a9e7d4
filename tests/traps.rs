//! Everything that files of strangers are known to do to readers, as files made on the spot: each ends in facts or in one
//! clear finding, within a GiB and a minute, and never costs another file. The large forms run with
//! `cargo test --release --test traps -- --ignored --nocapture --test-threads 1`, which prints what each needed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::format_collect, missing_docs)]

mod traps_support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use traps_support::*;

fn xlsx(more: &str) -> Vec<u8> {
    Xlsx { more: vec![(more, 1)], ..Xlsx::default() }.bytes()
}

fn csv(rows: &str) -> Vec<u8> {
    format!("{}\n{rows}", HEADER.join(",")).into_bytes()
}

// Addresses and counts.

#[test]
fn cells_outside_the_grid_and_at_its_far_end() {
    let seen = check(
        "grid.xlsx",
        &xlsx(
            r#"<row r="4294967295"><c r="A4294967295"><v>1</v></c></row><row r="99999999999"><c><v>1</v></c></row>
            <row r="5"><c r="XFE5"><v>1</v></c><c r="AAAAAAAAAA5"><v>1</v></c></row>
            <row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
        ),
    );
    assert_eq!((seen.rows(), seen.errors()), (3, vec!["unreadable-cell"]));
    assert!(seen.worker < 64 << 20);
}

#[test]
fn counts_and_sizes_that_lie() {
    let shared = r#"<sst count="100000000000" uniqueCount="100000000000"><si><t>x</t></si></sst>"#;
    let more = r#"<row><c><f t="shared" si="4000000000" ref="A1:XFD1048576">A1</f><v>3</v></c></row>"#;
    let seen =
        check("lies.xlsx", &Xlsx { more: vec![(more, 1)], shared: vec![(shared, 1)], ..Xlsx::default() }.bytes());
    assert_eq!(seen.rows(), 3);
    assert!(seen.worker < 64 << 20);
    // A container that declares more entries than it may have, and one whose sizes are wrong.
    let mut many = xlsx("");
    let end = many.len() - 22;
    many[end + 8..end + 12].copy_from_slice(&[0xFE, 0xFF, 0xFE, 0xFF]);
    assert_eq!(check("entries.xlsx", &many).errors(), ["limit-exceeded"]);
}

// Sizes.

/// One finding, of the bound on the amount or of that on time, which a busy machine may reach first.
fn over_a_bound(seen: &Seen) -> bool {
    matches!(seen.errors().as_slice(), ["limit-exceeded" | "file-took-too-long"])
}

fn long_text(mib: usize) -> Seen {
    let block = "x".repeat(1 << 20);
    let more = vec![("<row><c t=\"inlineStr\"><is><t>", 1), (block.as_str(), mib), ("</t></is></c></row>", 1)];
    check("long-text.xlsx", &Xlsx { more, ..Xlsx::default() }.bytes())
}

#[test]
fn a_text_that_never_ends() {
    assert_eq!(long_text(70).errors(), ["limit-exceeded"]);
}

#[test]
#[ignore = "large"]
fn a_text_of_a_gigabyte() {
    assert_eq!(long_text(1024).errors(), ["limit-exceeded"]);
}

fn tiny_cells(rows: usize) -> Seen {
    let cells = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
    check("tiny-cells.xlsx", &Xlsx { more: vec![(&cells, rows)], ..Xlsx::default() }.bytes())
}

#[test]
fn many_tiny_cells() {
    assert!(tiny_cells(3_000).exit.is_some());
}

#[test]
#[ignore = "large"]
fn sixty_million_tiny_cells() {
    let seen = tiny_cells(600_000);
    assert_eq!(seen.rows(), 0);
    assert!(over_a_bound(&seen), "{:?}", seen.errors());
}

fn shared_texts(count: usize) -> Seen {
    let shared = vec![("<sst>", 1), ("<si><t>a</t></si>", count), ("</sst>", 1)];
    check("shared-texts.xlsx", &Xlsx { shared, ..Xlsx::default() }.bytes())
}

#[test]
fn many_shared_texts() {
    assert_eq!(shared_texts(100_000).rows(), 3);
}

#[test]
#[ignore = "large"]
fn sixty_million_shared_texts() {
    let seen = shared_texts(60_000_000);
    assert!(over_a_bound(&seen), "{:?}", seen.errors());
}

#[test]
fn repeated_rows_and_columns_of_opendocument() {
    let wide = r#"<table:table-row table:number-rows-repeated="20000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    assert_eq!(check("wide.ods", &ods("", wide, ("", 0))).errors(), ["limit-exceeded"]);
    let empty = r#"<table:table-row table:number-rows-repeated="4294967295"><table:table-cell table:number-columns-repeated="4294967295"/></table:table-row>"#;
    let seen = check("empty.ods", &ods("", empty, ("", 0)));
    assert_eq!((seen.rows(), seen.exit), (3, Some(0)));
}

fn many_sheets(sheets: usize) -> Vec<u8> {
    Xlsx { names: (0..sheets).map(|n| format!("S{n}")).collect(), ..Xlsx::default() }.bytes()
}

#[test]
fn more_sheets_than_anybody_has() {
    let seen = check("sheets.xlsx", &many_sheets(2_000));
    assert_eq!((seen.rows(), seen.errors()), (3, vec!["limit-exceeded"]));
    let seen = check("tables.ods", &ods("", "", ("<table:table table:name=\"T\"/>", 2_000)));
    assert_eq!((seen.rows(), seen.errors()), (3, vec!["limit-exceeded"]));
}

#[test]
#[ignore = "large"]
fn twenty_thousand_sheets_and_fifty_thousand_tables() {
    assert_eq!(run("sheets.xlsx", &many_sheets(20_000)).exit, Some(1));
    assert_eq!(run("tables.ods", &ods("", "", ("<table:table table:name=\"T\"/>", 50_000))).exit, Some(1));
}

fn merged(count: usize) -> Vec<u8> {
    let mut merges = String::from("<mergeCells>");
    for n in 0..count {
        write!(merges, "<mergeCell ref=\"A1:XFD{}\"/><mergeCell ref=\"C{}:C{}\"/>", n + 2, n + 5, n + 900_000).unwrap();
    }
    Xlsx { after: &format!("{merges}</mergeCells>"), ..Xlsx::default() }.bytes()
}

#[test]
fn merged_ranges_that_overlap() {
    assert_eq!(check("merges.xlsx", &merged(1_000)).rows(), 3);
}

#[test]
#[ignore = "large"]
fn fifty_thousand_merged_ranges_that_overlap() {
    assert_eq!(run("merges.xlsx", &merged(50_000)).exit, Some(0));
}

fn long_names(length: usize) -> [Vec<u8>; 3] {
    let name = "QWERTZ".repeat(length / 6);
    let sheet = Xlsx { names: vec![name.clone()], ..Xlsx::default() }.bytes();
    let customer = xlsx(&(0..20).map(|n| row(&usage(&format!("{n}{name}"), "10"))).collect::<String>());
    let partner = |n: usize| {
        let mut cells = usage("A", "10");
        cells[0] = format!("{}", 2_000_000 + n);
        cells[1] = format!("{n}{name}");
        row(&cells)
    };
    [sheet, customer, xlsx(&(0..20).map(partner).collect::<String>())]
}

#[test]
fn names_as_long_as_a_book() {
    let [sheet, customer, partner] = long_names(100_000);
    let seen = check("sheet-name.xlsx", &sheet);
    assert_eq!((seen.rows(), seen.errors()), (3, vec!["limit-exceeded"]));
    for (name, file) in [("customer-name.xlsx", customer), ("partner-name.xlsx", partner)] {
        let seen = check(name, &file);
        assert_eq!((seen.rows(), seen.errors()), (23, vec!["limit-exceeded", "unreadable-cell"]), "{name}");
    }
}

#[test]
#[ignore = "large"]
fn names_of_a_megabyte_in_all_reports() {
    for (name, file) in
        ["sheet-name.xlsx", "customer-name.xlsx", "partner-name.xlsx"].into_iter().zip(long_names(1_000_000))
    {
        assert_eq!(run(name, &file).exit, Some(1), "{name}");
    }
}

// Cells.

#[test]
fn formulas_that_were_never_calculated() {
    let plain = ["1234567", "Contoso", "D", "Exchange Online", "E3", "DPOR", "2026-09"];
    let cells = row(&plain).replace("</row>", "<c><f>SUM(A1:A9)</f></c></row>");
    let seen = check("formulas.xlsx", &xlsx(&cells));
    assert_eq!((seen.rows(), seen.errors()), (4, vec!["unreadable-count"]));
    let findings = &seen.json["findings"];
    assert!(findings.to_string().contains("The formula was never calculated"), "{findings}");
}

#[test]
fn one_bad_cell_costs_one_row() {
    let plain = ["1234567", "Contoso", "D", "Exchange Online", "E3", "DPOR", "2026-09"];
    for bad in [
        r#"<c t="b"><v>maybe</v></c>"#,
        r#"<c t="n"><v>12x</v></c>"#,
        r##"<c t="e"><v>#SPILL!</v></c>"##,
        r#"<c><v>NaN</v></c>"#,
        r#"<c><v>inf</v></c>"#,
        r#"<c><v>-Infinity</v></c>"#,
        r#"<c><v>1e999</v></c>"#,
        r#"<c t="s"><v>77</v></c>"#,
        r#"<c t="strange"><v>7</v></c>"#,
    ] {
        let seen = check("bad-cell.xlsx", &xlsx(&row(&plain).replace("</row>", &format!("{bad}</row>"))));
        assert_eq!(seen.rows(), 4, "{bad}");
        assert!(seen.errors().contains(&"unreadable-count"), "{bad}: {:?}", seen.codes());
    }
    let value = |bad: &str| {
        let cell = format!("<table:table-cell office:value-type=\"float\" office:value=\"{bad}\"/></table:table-row>");
        ods("", &ods_row(&plain).replace("</table:table-row>", &cell), ("", 0))
    };
    for bad in ["NaN", "INF", "1e999", "x"] {
        let seen = check("bad-cell.ods", &value(bad));
        assert_eq!((seen.rows(), seen.errors()), (4, vec!["unreadable-count"]), "{bad}");
    }
    for bad in ["NaN", "inf", "1e999", "∞"] {
        let seen = check("bad-cell.csv", &csv(&format!("{}\n", usage("A", bad).join(","))));
        assert_eq!((seen.rows(), seen.errors()), (1, vec!["unreadable-count"]), "{bad}");
    }
}

#[test]
fn a_number_of_three_hundred_digits_and_a_month_before_christ() {
    let mut cells = usage("A", "10");
    cells[6] = "-9999-01".into();
    let far = cells.join(",");
    let seen = check("far.csv", &csv(&format!("{far}\n{}\n", usage("B", "10").join(","))));
    assert_eq!(seen.errors(), ["unreadable-month"]);
    let plain = ["1234567", "Contoso", "D", "Exchange Online", "E3", "DPOR", "2026-09"];
    let seen = check("digits.xlsx", &xlsx(&row(&plain).replace("</row>", "<c><v>1.7e308</v></c></row>")));
    let findings = seen.json["findings"].to_string();
    assert!(seen.errors().contains(&"unreadable-count") && !findings.contains("00000000000000000000"), "{findings}");
}

#[test]
fn cells_and_addresses_written_with_entities() {
    let cells = row(&usage("D", "x"))
        .replace("<c t=\"inlineStr\"><is><t>x</t></is></c>", "<c r=\"&#72;&#53;\" t=\"&#110;\"><v>&#49;&#x30;</v></c>");
    let seen = check("entities.xlsx", &xlsx(&cells.replace("<row>", "<row r=\"5\">")));
    assert_eq!((seen.rows(), seen.exit), (4, Some(0)), "{}", seen.json);
}

#[test]
fn a_quotation_mark_that_nobody_closes_costs_no_row() {
    let lines: Vec<String> = (0..40)
        .map(|n| {
            let mut line = usage(&format!("C{n}"), "10").join(",");
            if n == 7 {
                line = line.replace("C7", "\"C7");
            }
            line
        })
        .collect();
    let seen = check("quote.csv", &csv(&lines.join("\r\n")));
    assert_eq!((seen.rows(), seen.errors()), (40, vec!["unreadable-cell"]));
    // Many of them, each of which could have the rest of the file read again.
    let lines: String = (0..30_000).map(|n| format!("{},\"x\n", usage(&format!("C{n}"), "10").join(","))).collect();
    assert!(check("quotes.csv", &csv(&lines)).seconds < 60.0);
}

#[test]
fn text_of_four_bytes_a_character() {
    let text = String::from_utf8(csv(&format!("{}\n", usage("Ã", "10").join(",")))).unwrap();
    for bytes in [
        format!("\u{feff}{text}").chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<u8>>(),
        text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
    ] {
        let seen = check("wide.csv", &bytes);
        assert_eq!((seen.rows(), seen.exit), (1, Some(0)));
    }
}

// Formats.

#[test]
fn names_that_lie_about_the_format() {
    for (name, bytes) in [
        ("usage.csv", xlsx("")),
        ("usage.xls", xlsx("")),
        ("usage.xlsx", csv(&format!("{0}\n{0}\n{0}\n", usage("A", "10").join(",")))),
        ("usage.xlsb", ods("", "", ("", 0))),
    ] {
        let seen = check(name, &bytes);
        assert_eq!((seen.rows(), seen.exit), (3, Some(0)), "{name}");
        assert!(seen.codes().contains(&"misnamed-file"), "{name}");
    }
}

#[test]
fn files_with_a_password() {
    assert_eq!(check("locked.xlsx", &fixture("password.xlsx")).errors(), ["password-protected"]);
    // The record that names the author (type 0x5C, 112 bytes) becomes the one that says XOR encryption.
    let mut old = fixture("table.xls");
    let at = old.windows(4).position(|w| w == [0x5C, 0, 112, 0]).unwrap();
    old[at] = 0x2F;
    old[at + 4..at + 10].copy_from_slice(&[0, 0, 0x34, 0x12, 0x78, 0x56]);
    assert_eq!(check("locked.xls", &old).errors(), ["password-protected"]);
}

#[test]
fn files_that_are_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = 0;
    for name in ["table.xlsx", "table.xlsb", "table.xls", "table.ods", "table.xml", "password.xlsx"] {
        let whole = fixture(name);
        for sixteenth in 1..16 {
            let path = folder.path().join(format!("{sixteenth:02}-{name}"));
            std::fs::write(path, &whole[..whole.len() * sixteenth / 16]).unwrap();
            files += 1;
        }
    }
    let seen = watch(&["check", folder.path().to_str().unwrap(), "--format", "json"]);
    within_bounds("truncated", &seen);
    let findings = seen.json["findings"].as_array().unwrap();
    for file in seen.json["inputs"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let told = findings.iter().any(|f| f["severity"] == "error" && f["place"].as_str().unwrap().contains(path));
        assert!(told, "{path}");
    }
    assert_eq!((seen.json["inputs"].as_array().unwrap().len(), files), (files, 90));
    assert!(!seen.errors().contains(&"file-crashed-the-reader"));
}

#[test]
fn entities_of_the_files_own_are_never_expanded_nor_fetched() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret.txt");
    std::fs::write(&secret, "TOP-SECRET").unwrap();
    let mut types = format!("<!ENTITY x SYSTEM \"file://{}\"><!ENTITY l0 \"lol\">", secret.display());
    for n in 1..12 {
        write!(types, "<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)).unwrap();
    }
    let customers = ["&x;", "&l11;"];
    let doctype = |root: &str| format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [{types}]>");
    let rows: String = customers.map(|c| row(&usage(c, "10"))).concat();
    let workbook = Xlsx { before: &doctype("worksheet"), more: vec![(&rows, 1)], ..Xlsx::default() }.bytes();
    let document = ods(&doctype("x"), &customers.map(|c| ods_row(&usage(c, "10"))).concat(), ("", 0));
    let line = |cells: &[String]| -> String {
        let cells: String = cells.iter().map(|c| format!("<Cell><Data ss:Type=\"String\">{c}</Data></Cell>")).collect();
        format!("<Row>{cells}</Row>")
    };
    let spreadsheet = format!(
        "{}<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"A\"><Table>{}{}</Table></Worksheet></Workbook>",
        doctype("Workbook"),
        line(&HEADER.map(str::to_owned)),
        customers.map(|c| line(&usage(c, "10"))).concat(),
    );
    let html_line = |cells: &[String]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let page = format!(
        "<!DOCTYPE html [{types}]><html><table>{}{}</table></html>",
        html_line(&HEADER.map(str::to_owned)),
        customers.map(|c| html_line(&usage(c, "10"))).concat()
    );
    for (name, bytes, rows) in [
        ("bomb.xlsx", workbook, 5),
        ("bomb.ods", document, 5),
        ("bomb.xml", spreadsheet.into_bytes(), 2),
        ("bomb.html", page.into_bytes(), 2),
    ] {
        let seen = check(name, &bytes);
        assert_eq!(seen.rows(), rows, "{name}");
        assert!(!seen.json.to_string().contains("TOP-SECRET"), "{name}");
        assert!(seen.worker < 64 << 20, "{name}");
    }
}

// The bounds themselves, and what a broken worker costs.

#[test]
fn a_file_over_its_time_or_memory_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let good = csv(&format!("{}\n", usage("A", "10").join(",")));
    std::fs::write(path("a-good.csv"), &good).unwrap();
    let cells = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
    std::fs::write(path("b-long.xlsx"), Xlsx { more: vec![(&cells, 390_000)], ..Xlsx::default() }.bytes()).unwrap();
    std::fs::write(path("c-good.csv"), csv(&format!("{}\n", usage("C", "10").join(",")))).unwrap();
    let folder = folder.path().to_str().unwrap();
    for (args, code) in
        [(["--max-seconds", "3"], "file-took-too-long"), (["--max-memory", "16"], "file-needs-too-much-memory")]
    {
        let seen = watch(&["check", folder, "--format", "json", args[0], args[1]]);
        within_bounds(code, &seen);
        assert_eq!((seen.rows(), seen.errors(), seen.exit), (2, vec![code], Some(1)));
        assert_eq!(seen.json["findings"].as_array().unwrap().len(), 1, "{}", seen.json["findings"]);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_that_is_killed_costs_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let cells = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
    let long = Xlsx { more: vec![(&cells, 200_000)], ..Xlsx::default() }.bytes();
    std::fs::write(folder.path().join("a-long.xlsx"), &long).unwrap();
    for name in ["b.csv", "c.csv"] {
        std::fs::write(folder.path().join(name), csv(&format!("{}\n", usage(name, "10").join(",")))).unwrap();
    }
    // Whoever has read for this long reads the long file. One that has read others before gets a second chance.
    let mut killed = 0;
    let mut last = Duration::ZERO;
    let args = ["check", folder.path().to_str().unwrap(), "--format", "json"];
    let seen = watch_and(&args, |since, workers| {
        if since > Duration::from_millis(300) && since > last + Duration::from_millis(100) && killed < 2 {
            for worker in workers {
                let busy = std::fs::read_to_string(format!("/proc/{worker}/stat")).unwrap_or_default();
                let ticks = busy.rsplit(')').next().and_then(|s| s.split_whitespace().nth(11)?.parse::<u64>().ok());
                if ticks.is_some_and(|ticks| ticks >= 2) {
                    std::process::Command::new("kill").args(["-9", &worker.to_string()]).status().unwrap();
                    killed += 1;
                    last = since;
                }
            }
        }
    });
    within_bounds("killed", &seen);
    assert!(killed >= 1);
    assert_eq!((seen.rows(), seen.errors()), (2, vec!["file-crashed-the-reader"]), "{}", seen.json["findings"]);
}

#[test]
#[cfg(target_os = "linux")]
fn workers_end_with_the_program_even_if_it_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let cells = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
    let path = folder.path().join("long.xlsx");
    std::fs::write(&path, Xlsx { more: vec![(&cells, 300_000)], ..Xlsx::default() }.bytes()).unwrap();
    let mut program = start(&["check", path.to_str().unwrap()]);
    let begun = Instant::now();
    let workers = loop {
        let workers = children(program.id());
        if !workers.is_empty() {
            break workers;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no worker was started");
        std::thread::sleep(Duration::from_millis(5));
    };
    std::thread::sleep(Duration::from_millis(200));
    program.kill().unwrap();
    program.wait().unwrap();
    let alive = |id: &u32| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        let state = stat.rsplit(')').next().unwrap_or_default().trim().chars().next();
        state.is_some_and(|state| state != 'Z')
    };
    let begun = Instant::now();
    while workers.iter().any(alive) {
        assert!(begun.elapsed() < Duration::from_secs(5), "a worker outlived the program");
        std::thread::sleep(Duration::from_millis(10));
    }
}
