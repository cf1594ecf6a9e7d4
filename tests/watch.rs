//! A folder that is watched: real files, written slowly, by both ways of noticing them.
#![allow(clippy::unwrap_used, clippy::expect_used)]
#![cfg(unix)]

mod common;

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

const HEADER: &str = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";
/// Longest time that anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

fn row(n: usize) -> String {
    format!("1000001,Contoso GmbH,Customer {n},Exchange Online,E3,DPOR,2026-09,10\n")
}

fn table(rows: usize) -> String {
    (0..rows).fold(HEADER.to_owned(), |text, n| text + &row(n))
}

fn millis(n: u64) {
    sleep(Duration::from_millis(n));
}

/// A running `tiergap watch` and what it said so far.
struct Watching {
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Watching {
    fn start(dir: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tiergap"))
            .arg("watch")
            .arg(dir)
            .args(args)
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let said = Arc::clone(&said);
            // Line by line, so that what one stream says does not stand in a line of the other.
            std::thread::spawn(move || {
                let (mut stream, mut line) = (BufReader::new(stream), String::new());
                while let Ok(1..) = stream.read_line(&mut line) {
                    said.lock().unwrap().push_str(&line);
                    line.clear();
                }
            });
        }
        let watching = Self { child, said };
        watching.wait_for("Watching ");
        watching
    }

    fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    fn wait_for(&self, text: &str) {
        let start = Instant::now();
        while !self.said().contains(text) {
            assert!(start.elapsed() < PATIENCE, "{text:?} was not said in time: {}", self.said());
            millis(50);
        }
    }

    fn count(&self, text: &str) -> usize {
        self.said().matches(text).count()
    }

    fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                millis(200);
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "it did not end: {}", self.said());
            millis(50);
        }
    }

    fn interrupt(&mut self) -> ExitStatus {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        self.end()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn inbox() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let inbox = dir.path().join("inbox");
    fs::create_dir(&inbox).unwrap();
    fs::write(inbox.join("old.csv"), table(1)).unwrap();
    (dir, inbox)
}

/// Drops files in many ways; `pause` is between the pieces of a slow one.
fn files_are_checked_once_when_they_are_whole(args: &[&str], pause: u64) {
    let (_dir, inbox) = inbox();
    let mut watching = Watching::start(&inbox, args);
    // Excel's lock file, a browser's unfinished file and what no reader is for.
    fs::write(inbox.join("~$slow.csv"), "lock").unwrap();
    fs::write(inbox.join("loading.csv.crdownload"), table(2)).unwrap();
    fs::write(inbox.join("letter.docx"), "text").unwrap();

    let mut slow = File::create(inbox.join("slow.csv")).unwrap();
    slow.write_all(HEADER.as_bytes()).unwrap();
    for n in 0..5 {
        slow.write_all(row(n).as_bytes()).unwrap();
        slow.flush().unwrap();
        millis(pause);
        assert_eq!(watching.count("slow.csv\n"), 0, "it is not whole yet: {}", watching.said());
    }
    slow.write_all(row(5).replace("Exchange Online", "Zebra").as_bytes()).unwrap();
    drop(slow);
    watching.wait_for("slow.csv\n");
    watching.wait_for("unknown-workload");
    assert!(watching.said().contains("6 rows"), "all rows were read: {}", watching.said());

    // Renamed when it is whole, as browsers do; and in a folder that lands with it.
    fs::rename(inbox.join("loading.csv.crdownload"), inbox.join("loading.csv")).unwrap();
    fs::create_dir_all(inbox.join("deeper/still")).unwrap();
    fs::write(inbox.join("deeper/still/usage.csv"), table(3)).unwrap();
    watching.wait_for("loading.csv\n");
    watching.wait_for("deeper/still/usage.csv\n");
    // Written again: checked again.
    fs::write(inbox.join("deeper/still/usage.csv"), table(4)).unwrap();
    watching.wait_for("4 rows");
    fs::remove_file(inbox.join("loading.csv")).unwrap();
    watching.wait_for("removed: loading.csv");
    watching.wait_for("passed over: letter.docx");

    assert_eq!(watching.interrupt().code(), Some(130));
    let said = watching.said();
    let lines = |text: &str| said.lines().filter(|line| *line == text).count();
    assert_eq!(lines("slow.csv"), 1, "{said}");
    assert_eq!(lines("loading.csv"), 1, "{said}");
    // On a busy machine the moment between emptying and filling a file can be long enough to be a file of its own.
    assert!((2..=4).contains(&lines("deeper/still/usage.csv")), "{said}");
    assert_eq!(lines("passed over: letter.docx"), 1, "{said}");
    assert!(!said.contains("~$") && !said.contains("crdownload") && !said.contains("old.csv"), "{said}");
}

#[test]
fn files_land_where_the_system_tells_of_them() {
    // Longer than a file has to stand still: who writes it is known to be at it.
    let pause = if cfg!(target_os = "linux") { 1_600 } else { 300 };
    files_are_checked_once_when_they_are_whole(&[], pause);
}

#[test]
fn files_land_where_the_folder_is_looked_at() {
    files_are_checked_once_when_they_are_whole(&["--poll", "1"], 300);
}

#[test]
fn once_ends_when_it_is_quiet() {
    let (_dir, inbox) = inbox();
    let mut watching = Watching::start(&inbox, &["--once", "--quiet", "2", "--lang", "en"]);
    fs::write(inbox.join("late.csv"), table(7)).unwrap();
    assert_eq!(watching.end().code(), Some(0), "{}", watching.said());
    let said = watching.said();
    assert!(said.contains("old.csv\n") && said.contains("late.csv\n") && said.contains("7 rows"), "{said}");

    // An error finding is told by the exit code, as `check` does.
    fs::write(inbox.join("broken.xlsx"), b"PK\x03\x04 nothing").unwrap();
    let mut watching = Watching::start(&inbox, &["--once", "--quiet", "1"]);
    assert_eq!(watching.end().code(), Some(1), "{}", watching.said());
}

#[test]
fn the_review_is_run_again_when_nothing_more_lands() {
    let (dir, inbox) = inbox();
    // Even within the folder that is watched: reports are no inputs, and do not wake anybody.
    let out = inbox.join("review");
    let args = ["--run", "--out", out.to_str().unwrap(), "--quiet", "1"];
    let mut watching = Watching::start(&inbox, &args);
    let partners = || -> Vec<String> {
        let Ok(text) = fs::read_to_string(out.join("results.json")) else { return Vec::new() };
        let results: serde_json::Value = serde_json::from_str(&text).unwrap();
        results["partners"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap().to_owned()).collect()
    };
    fs::write(inbox.join("one.csv"), table(2)).unwrap();
    watching.wait_for("the reports are in");
    assert_eq!(partners(), ["Contoso GmbH"]);
    fs::write(inbox.join("two.csv"), table(2).replace("Contoso", "Fabrikam").replace("1000001", "1000002")).unwrap();
    let start = Instant::now();
    while partners().len() < 2 {
        assert!(start.elapsed() < PATIENCE, "{}", watching.said());
        millis(100);
    }
    millis(3_000);
    assert_eq!(watching.count("the reports are in"), 2, "twice and no more: {}", watching.said());
    assert_eq!(watching.interrupt().code(), Some(130));
    assert_eq!(fs::read_dir(&inbox).unwrap().count(), 4, "nothing is left behind");
    drop(dir);
}

#[test]
fn what_cannot_be_watched_is_wrong_usage() {
    let dir = tempfile::tempdir().unwrap();
    let none = dir.path().join("none");
    common::tiergap().arg("watch").arg(&none).assert().code(2);
    common::tiergap().arg("watch").arg(dir.path()).args(["--run", "--once"]).assert().code(2);
    common::tiergap().arg("watch").arg(dir.path()).args(["--poll", "0"]).assert().code(2);
    common::tiergap().arg("watch").arg(dir.path()).args(["--lang", "xx"]).assert().code(2);
}

#[test]
fn a_workspace_knows_what_to_watch_and_where_the_review_goes() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("tiergap.toml"), "language = \"en\"\n").unwrap();
    fs::create_dir(dir.path().join("inbox")).unwrap();
    fs::write(dir.path().join("inbox/README.md"), "what the inbox is for").unwrap();
    fs::write(dir.path().join("inbox/usage.csv"), table(3)).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_tiergap"))
        .current_dir(dir.path())
        .args(["watch", "--run", "--once", "--quiet", "1"])
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.contains("usage.csv\n") && !said.contains("README"), "{said}");
    assert!(dir.path().join("reviews/2026-09/results.json").exists(), "{said}");
}

#[test]
fn an_empty_inbox_says_that_nothing_has_landed() {
    let dir = tempfile::tempdir().unwrap();
    let inbox = dir.path().join("inbox");
    fs::create_dir(&inbox).unwrap();
    let out = dir.path().join("out");
    let run = ["--once", "--quiet", "1", "--run", "--out", out.to_str().unwrap()];
    for (args, said) in [(&run[..], "so the review was not run"), (&run[..3], "nothing to check")] {
        let mut watching = Watching::start(&inbox, args);
        assert_eq!(watching.end().code(), Some(0), "{}", watching.said());
        assert!(
            watching.said().contains("Nothing has landed") && watching.said().contains(said),
            "{}",
            watching.said()
        );
    }
    assert!(!out.exists());
}

/// What is passed over is called what it is, and a name with a line break stays on its line.
#[test]
fn what_is_no_file_is_told_as_what_it_is() {
    let (dir, inbox) = inbox();
    fs::create_dir(dir.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("elsewhere"), inbox.join("more")).unwrap();
    std::os::unix::fs::symlink("nowhere", inbox.join("lost.csv")).unwrap();
    assert!(Command::new("mkfifo").arg(inbox.join("pipe.csv")).status().unwrap().success());
    fs::write(inbox.join("two\nlines.csv"), table(1)).unwrap();
    fs::write(inbox.join("odd\nname.pdf"), "x").unwrap();
    let output = common::tiergap().args(["check", "--format", "json"]).arg(&inbox).output().unwrap();
    let checked: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let messages: Vec<&str> =
        checked["findings"].as_array().unwrap().iter().filter_map(|f| f["message"].as_str()).collect();
    for told in [
        "“more” was passed over: it is a link to a folder.",
        "“lost.csv” was passed over: it is a link that leads nowhere.",
        "“pipe.csv” was passed over: it is a pipe, a device or the like, and no file.",
    ] {
        assert!(messages.contains(&told), "{told}: {messages:#?}");
    }
    let people = common::tiergap().args(["check"]).arg(&inbox).output().unwrap();
    let said = String::from_utf8_lossy(&people.stdout).into_owned() + &String::from_utf8_lossy(&people.stderr);
    assert!(said.contains("two\u{FFFD}lines.csv") && said.contains("odd\u{FFFD}name.pdf"), "{said}");
    assert!(!said.contains("\nlines.csv") && !said.contains("\nname.pdf"), "{said}");
}

/// A terminal that is closed ends it in order, unless it was started to go on.
#[test]
fn hanging_up_ends_it_unless_that_was_to_be_ignored() {
    let (_dir, inbox) = inbox();
    let start = |before: &str| {
        let script = format!("{before} exec \"$0\" watch \"$1\"");
        let mut command = Command::new("sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_tiergap")]).arg(&inbox);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let signal = |child: &Child, name: &str| {
        Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    };
    let (mut ends, mut goes_on) = (start(""), start("trap '' HUP;"));
    millis(2_000);
    signal(&ends, "-HUP");
    signal(&goes_on, "-HUP");
    assert_eq!(ends.wait().unwrap().code(), Some(130));
    millis(500);
    assert!(goes_on.try_wait().unwrap().is_none(), "as nohup has it");
    signal(&goes_on, "-INT");
    assert_eq!(goes_on.wait().unwrap().code(), Some(130));
}
