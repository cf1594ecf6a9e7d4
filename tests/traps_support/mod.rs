//! Hostile files made on the spot, and a way to watch the program while it reads them.
#![allow(dead_code)]

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use zip::write::SimpleFileOptions;

pub const GIB: u64 = 1 << 30;

/// What was seen while the program ran.
pub struct Seen {
    pub exit: Option<i32>,
    /// What `check --format json` or `run --format json` printed.
    pub json: Value,
    pub said: String,
    pub seconds: f64,
    /// Most bytes that any worker held at a time, and the program itself; zero where the system does not tell.
    pub worker: u64,
    pub program: u64,
}

impl Seen {
    /// Codes of the findings, each once, sorted.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<&str> =
            self.json["findings"].as_array().into_iter().flatten().filter_map(|f| f["code"].as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// Codes of the errors.
    pub fn errors(&self) -> Vec<&str> {
        let all = self.json["findings"].as_array().into_iter().flatten();
        let mut codes: Vec<&str> =
            all.filter(|f| f["severity"] == "error").filter_map(|f| f["code"].as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// Rows of usage that were recognised.
    pub fn rows(&self) -> u64 {
        let sheets = self.json["inputs"].as_array().into_iter().flatten().filter_map(|i| i["sheets"].as_array());
        sheets.flatten().filter(|s| s["role"] == "usage").filter_map(|s| s["rows"].as_u64()).sum()
    }
}

/// Processes started by this one that are still there. Empty where there is no `/proc`.
pub fn children(parent: u32) -> Vec<u32> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        // The name may hold anything, so what counts stands after its closing bracket.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        if fields.get(1).and_then(|ppid| ppid.parse::<u32>().ok()) == Some(parent) {
            found.push(id);
        }
    }
    found
}

fn most_held(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()).unwrap_or(0) << 10
}

/// Starts the program with its output taken, but not waited for.
pub fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_tiergap"))
        .args(args)
        .env("NO_COLOR", "1")
        .env("RAYON_NUM_THREADS", "2")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the program and watches it and its workers.
pub fn watch(args: &[&str]) -> Seen {
    watch_and(args, |_, _| {})
}

/// As [`watch`]; `meddle` is called again and again with the time so far and the workers that are there.
pub fn watch_and(args: &[&str], mut meddle: impl FnMut(Duration, &[u32])) -> Seen {
    let begun = Instant::now();
    let mut child = start(args);
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let out = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        out.read_to_end(&mut bytes).map(|_| bytes).unwrap()
    });
    let err = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        err.read_to_end(&mut bytes).map(|_| bytes).unwrap()
    });
    let (mut worker, mut program) = (0, 0);
    let exit = loop {
        let workers = children(child.id());
        worker = workers.iter().map(|id| most_held(*id)).fold(worker, u64::max);
        program = most_held(child.id()).max(program);
        meddle(begun.elapsed(), &workers);
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        if begun.elapsed() > Duration::from_secs(300) {
            child.kill().unwrap();
            panic!("{args:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let (out, err) = (out.join().unwrap(), err.join().unwrap());
    Seen {
        exit,
        json: serde_json::from_slice(&out).unwrap_or(Value::Null),
        said: String::from_utf8_lossy(&err).into_owned(),
        seconds: begun.elapsed().as_secs_f64(),
        worker,
        program,
    }
}

/// Writes the bytes as a file of this name into a folder of its own and has the program check it.
pub fn check(name: &str, bytes: &[u8]) -> Seen {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let seen = watch(&["check", path.to_str().unwrap(), "--format", "json"]);
    within_bounds(name, &seen);
    seen
}

/// Writes the bytes as a file of this name, and has the program judge it and write all reports.
pub fn run(name: &str, bytes: &[u8]) -> Seen {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (folder.path().join(name), folder.path().join("out"));
    std::fs::write(&path, bytes).unwrap();
    let seen = watch(&["run", path.to_str().unwrap(), "--out", out.to_str().unwrap(), "--format", "json"]);
    within_bounds(name, &seen);
    seen
}

/// Nobody crashed, and the worker kept to a GiB and a minute; prints what was needed.
pub fn within_bounds(name: &str, seen: &Seen) {
    let mib = |bytes: u64| bytes >> 20;
    println!(
        "{name}: {:.1} s, worker {} MiB, program {} MiB, {:?}",
        seen.seconds,
        mib(seen.worker),
        mib(seen.program),
        seen.codes()
    );
    assert!(matches!(seen.exit, Some(0 | 1 | 3)), "{name}: {:?} {}", seen.exit, seen.said);
    assert!(!seen.said.contains("panicked"), "{name}: {}", seen.said);
    assert!(seen.json.is_object() || seen.exit == Some(3), "{name}: {}", seen.said);
    assert!(seen.worker < GIB + (64 << 20), "{name}: a worker held {} MiB", mib(seen.worker));
    assert!(seen.seconds < 90.0, "{name}: {} s", seen.seconds);
}

/// A zip container whose parts are made of pieces that repeat.
pub fn container(parts: &[(String, Vec<(&str, usize)>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(1)).large_file(true);
    for (name, pieces) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        for (piece, times) in pieces.iter().filter(|(piece, _)| !piece.is_empty()) {
            let block = piece.repeat((64 << 10) / piece.len().max(1) + 1);
            let in_block = block.len() / piece.len().max(1);
            let mut left = *times;
            while left > 0 {
                let now = left.min(in_block);
                zip.write_all(&block.as_bytes()[..now * piece.len()]).unwrap();
                left -= now;
            }
        }
    }
    zip.finish().unwrap().into_inner()
}

pub const HEADER: [&str; 8] =
    ["MPN ID", "Partner Name", "Customer Name", "Workload", "SKU", "Association Type", "Month", "Active Users"];

/// The cells of a row of usage.
pub fn usage(customer: &str, users: &str) -> [String; 8] {
    ["1234567", "Contoso", customer, "Exchange Online", "E3", "DPOR", "2026-09", users].map(str::to_owned)
}

/// A row of a worksheet, all texts.
pub fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: String =
        cells.iter().map(|c| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", c.as_ref())).collect();
    format!("<row>{cells}</row>")
}

/// Header and three rows of usage, as rows of a worksheet.
pub fn table() -> String {
    row(&HEADER) + &["A", "B", "C"].map(|customer| row(&usage(customer, "10"))).concat()
}

/// A workbook with one sheet that begins with [`table`].
pub struct Xlsx<'a> {
    pub before: &'a str,
    pub more: Vec<(&'a str, usize)>,
    pub after: &'a str,
    pub shared: Vec<(&'a str, usize)>,
    pub names: Vec<String>,
}

impl Default for Xlsx<'_> {
    fn default() -> Self {
        Self { before: "", more: Vec::new(), after: "", shared: Vec::new(), names: vec!["Usage".into()] }
    }
}

impl Xlsx<'_> {
    pub fn bytes(&self) -> Vec<u8> {
        let n = self.names.len();
        let relation = |kind: &str, id: usize, target: &str| {
            format!("<Relationship Id=\"rId{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
        };
        let mut relations: String =
            (1..=n).map(|i| relation("worksheet", i, &format!("worksheets/sheet{i}.xml"))).collect();
        relations += &relation("sharedStrings", n + 1, "sharedStrings.xml");
        let sheets = self.names.iter().enumerate();
        let sheets: String = sheets
            .map(|(i, name)| format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"rId{0}\"/>", i + 1))
            .collect();
        let main = "<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
        let workbook = format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>");
        let relations = format!("<Relationships>{relations}</Relationships>");
        let table = format!("{}<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{}", self.before, table());
        let end = format!("</sheetData>{}</worksheet>", self.after);
        let mut first = vec![(table.as_str(), 1)];
        first.extend(self.more.iter().copied());
        first.push((&end, 1));
        let mut parts = vec![
            ("_rels/.rels".to_owned(), vec![(main, 1)]),
            ("xl/workbook.xml".to_owned(), vec![(workbook.as_str(), 1)]),
            ("xl/_rels/workbook.xml.rels".to_owned(), vec![(relations.as_str(), 1)]),
            ("xl/sharedStrings.xml".to_owned(), self.shared.clone()),
            ("xl/worksheets/sheet1.xml".to_owned(), first),
        ];
        parts.extend((2..=n).map(|i| {
            (format!("xl/worksheets/sheet{i}.xml"), vec![("<worksheet><sheetData></sheetData></worksheet>", 1)])
        }));
        container(&parts)
    }
}

/// A row of an OpenDocument table, all texts.
pub fn ods_row<S: AsRef<str>>(cells: &[S]) -> String {
    let cell = |c: &S| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>", c.as_ref())
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

/// An OpenDocument spreadsheet whose first table begins with a header and three rows of usage.
pub fn ods(doctype: &str, rows: &str, tables: (&str, usize)) -> Vec<u8> {
    let usage: String = ["A", "B", "C"].map(|customer| ods_row(&usage(customer, "10"))).concat();
    let begin = format!(
        "{doctype}<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"U\">{}{usage}{rows}</table:table>",
        ods_row(&HEADER)
    );
    container(&[
        ("mimetype".to_owned(), vec![("application/vnd.oasis.opendocument.spreadsheet", 1)]),
        (
            "content.xml".to_owned(),
            vec![(begin.as_str(), 1), tables, ("</office:spreadsheet></office:body></office:document-content>", 1)],
        ),
    ])
}

pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}
