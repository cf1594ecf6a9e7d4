//! Same inputs, same bytes; and the order of files and rows decides nothing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write as _;

const USAGE: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";
const ROSTER: &str = "MPN ID,Partner Name,MCP ID,Individual Name,Email,Training Title,Status,Completion Date\n";
const WORKLOADS: [&str; 7] = ["Exchange Online", "SPO", "Yammer", "Teams", "ProPlus", "Zebra", ""];
const ASSOCIATIONS: [&str; 6] = ["DPOR", "DAP", "PAL", "CSP Tier 1; PAL", "Wombat", ""];

/// Two usage files and two rosters of a dozen partners, with every kind of trouble in them. Rows that conflict,
/// partners that are spelled in two ways and people with two IDs lie across the files.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut texts = [USAGE.to_owned(), USAGE.to_owned(), ROSTER.to_owned(), ROSTER.to_owned()];
    for partner in 0..12_usize {
        let id = 1_000_001 + partner;
        let spellings = [format!("Partner {partner:02} GmbH"), format!("PARTNER {partner:02} GMBH")];
        for n in 0..24_usize {
            let count = if n == 17 { "many".to_owned() } else { (n * 37 + partner * 101).to_string() };
            let month = if n % 11 == 5 { "2026-08" } else { "2026-09" };
            let sku = if n % 7 == 3 { "E3 TRIAL" } else { "E3" };
            let (workload, association) = (WORKLOADS[n % 7], ASSOCIATIONS[(n + partner) % 6]);
            let half = n % 2;
            writeln!(
                texts[half],
                "{id},{},Customer {},{workload},{sku},{association},{month},{count}",
                spellings[half],
                n / 3
            )
            .unwrap();
            if n % 5 == 0 {
                let name = &spellings[1 - half];
                writeln!(texts[1 - half], "{id},{name},Customer {},{workload},{sku},DPOR,{month},{n}", n / 3).unwrap();
            }
        }
        for n in 0..4_usize {
            let email = format!("p{n}@partner{partner}.example");
            for (half, exam) in ["70-346", "70-347"].into_iter().enumerate() {
                let mcp = 500 + n + if n == 2 { half * 100 } else { 0 };
                let status = ["Passed", "Passed", "Failed", "Quux"][(n + half * partner) % 4];
                writeln!(
                    texts[2 + half],
                    "{id},{},{mcp},Person {n},{email},{exam},{status},2025-0{}-15",
                    spellings[half],
                    n + 1
                )
                .unwrap();
            }
        }
    }
    let names = ["a-usage.csv", "b-usage.csv", "c-roster.csv", "d-roster.csv"];
    let mut files: Vec<_> =
        names.iter().zip(texts).map(|(name, text)| ((*name).to_owned(), text.into_bytes())).collect();
    files.push(("broken.xlsx".to_owned(), b"PK\x03\x04 nothing".to_vec()));
    files
}

fn run(files: &[(String, Vec<u8>)], threads: Option<&str>) -> common::Run {
    let env: Vec<_> = threads.map(|n| ("RAYON_NUM_THREADS", n)).into_iter().collect();
    let run = common::run_in(tempfile::tempdir().unwrap(), files, &[], &env);
    assert_eq!(run.exit, Some(1), "{}", run.stderr);
    assert_eq!(run.results()["summary"]["partners"], 12);
    run
}

fn assert_same(first: &common::Run, second: &common::Run) {
    let (first, second) = (common::tree(&first.out()), common::tree(&second.out()));
    let names = |tree: &[(String, Vec<u8>)]| tree.iter().map(|file| file.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    assert!(first.len() > 2 * 12, "{:?}", names(&first));
    let differ: Vec<_> = first.iter().zip(&second).filter(|(a, b)| a.1 != b.1).map(|(a, _)| &a.0).collect();
    assert!(differ.is_empty(), "these files differ: {differ:?}");
}

#[test]
fn two_runs_write_the_same_bytes() {
    let first = run(&files(), None);
    // Whatever hides in a file's date shows in two seconds: zip containers count in steps of that.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_same(&first, &run(&files(), None));
}

#[test]
fn threads_do_not_show() {
    assert_same(&run(&files(), Some("1")), &run(&files(), Some("2")));
}

#[test]
fn the_clock_and_the_place_do_not_show() {
    let first = run(&files(), None);
    let env = [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/nonexistent")];
    assert_same(&first, &common::run_in(tempfile::tempdir().unwrap(), &files(), &[], &env));
}

/// The files with their names given to each other.
fn swapped(a: usize, b: usize) -> Vec<(String, Vec<u8>)> {
    let mut files = files();
    let name = files[a].0.clone();
    files[a].0 = std::mem::replace(&mut files[b].0, name);
    files
}

#[test]
fn the_order_of_files_decides_nothing() {
    let expected = common::essence(run(&files(), None).results());
    for (a, b) in [(0, 1), (2, 3), (0, 3)] {
        let got = common::essence(run(&swapped(a, b), None).results());
        for (got, expected) in got.as_array().unwrap().iter().zip(expected.as_array().unwrap()) {
            assert_eq!(
                serde_json::to_string_pretty(got).unwrap(),
                serde_json::to_string_pretty(expected).unwrap(),
                "files {a} and {b} swapped"
            );
        }
    }
}

#[test]
fn the_order_of_rows_decides_nothing() {
    let expected = common::essence(run(&files(), None).results());
    let mut files = files();
    for (name, bytes) in &mut files {
        if name != "broken.xlsx" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let (header, rows) = text.split_once('\n').unwrap();
            let mut rows: Vec<&str> = rows.lines().collect();
            rows.reverse();
            *bytes = format!("{header}\n{}\n", rows.join("\n")).into_bytes();
        }
    }
    assert_eq!(common::essence(run(&files, None).results()), expected);
}
