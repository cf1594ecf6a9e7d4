//! Real faults: killed, interrupted, out of space, not allowed, two at once. Afterwards the earlier review is untouched
//! or the new one whole, and the next run leaves nothing else behind.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

type Tree = Vec<(String, Vec<u8>)>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_tiergap");

/// Two inboxes and what a review of each is, byte for byte.
struct Scene {
    home: TempDir,
    reviews: &'static [Tree; 2],
    /// How long a review takes here.
    takes: Duration,
}

/// The reviews of the two inboxes are the same wherever they are made: once is enough.
fn reviews() -> &'static ([Tree; 2], Duration) {
    static REVIEWS: OnceLock<([Tree; 2], Duration)> = OnceLock::new();
    REVIEWS.get_or_init(|| {
        let home = tempfile::tempdir().unwrap();
        inboxes(home.path());
        let mut takes = Duration::ZERO;
        let reviews = [0, 1].map(|inbox| {
            let begin = Instant::now();
            let output = start(home.path(), inbox, "out").wait_with_output().unwrap();
            takes = begin.elapsed();
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            common::tree(&home.path().join("out"))
        });
        assert_ne!(reviews[0], reviews[1]);
        (reviews, takes)
    })
}

fn inboxes(home: &Path) {
    for n in 0..2 {
        let mut text =
            String::from("MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n");
        for partner in 0..8 {
            for row in 0..20 {
                let users = 100 + n * 7 + row * 11;
                let id = 1_000_000 + partner;
                writeln!(text, "{id},P{partner},C{row},Yammer,E3,DPOR,2026-09,{users}").unwrap();
            }
        }
        // The second knows a partner more: the earlier review holds files that the later one does not, and back.
        if n == 1 {
            text.push_str("1999999,Latecomer,C,Yammer,E3,DPOR,2026-09,5\n");
        }
        common::write_all(&home.join(format!("in{n}")), &[("usage.csv".to_owned(), text.into_bytes())]);
    }
}

impl Scene {
    fn new() -> Self {
        let (reviews, takes) = reviews();
        let home = tempfile::tempdir().unwrap();
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
        inboxes(home.path());
        Self { home, reviews, takes: *takes }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Starts a review of an inbox.
    fn start(&self, inbox: usize, out: &str) -> Child {
        start(self.home.path(), inbox, out)
    }

    /// Runs a review to its end.
    fn run(&self, inbox: usize, out: &str) -> Output {
        self.start(inbox, out).wait_with_output().unwrap()
    }

    /// Runs a line of the shell, in which `$0` is the program.
    fn shell(&self, line: &str) -> Output {
        Command::new("sh").args(["-c", line, PROGRAM]).current_dir(self.home.path()).output().unwrap()
    }

    /// Which of the two reviews is there, whole.
    fn which(&self, out: &str) -> Option<usize> {
        let tree = common::tree(&self.path(out));
        self.reviews.iter().position(|review| *review == tree)
    }

    /// Everything beside the inboxes.
    fn rest(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.home.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name != "in0" && name != "in1")
            .collect();
        names.sort();
        names
    }

    /// The earlier review is as it was, nothing else is there, and the code is that of nothing written.
    fn assert_untouched(&self, output: &Output, word: &str) {
        assert_eq!(output.status.code(), Some(3), "{}", said(output));
        assert!(said(output).contains(word), "{word:?} is not in: {}", said(output));
        assert_eq!(self.which("out"), Some(0), "the earlier review was touched");
        assert_eq!(self.rest(), ["out"]);
    }
}

fn start(home: &Path, inbox: usize, out: &str) -> Child {
    Command::new(PROGRAM)
        .args(["run", &format!("in{inbox}"), "--out", out])
        .current_dir(home)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn said(output: &Output) -> String {
    format!("{:?} {}", output.status, String::from_utf8_lossy(&output.stderr))
}

fn wait_for(path: &Path, child: &mut Child) {
    let begin = Instant::now();
    while !path.exists() && child.try_wait().unwrap().is_none() {
        assert!(begin.elapsed() < Duration::from_secs(60), "{} never came to be", path.display());
        std::hint::spin_loop();
    }
}

/// Numbers without a pattern that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end.max(1)
    }
}

/// Kills reviews at random moments, a part of them in the moment of the swap.
fn kill(times: usize, seed: u64) {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    let mut dice = Dice(seed);
    let mut now = 0;
    let (mut kept, mut replaced, mut left) = (0, 0, 0);
    for round in 0..times {
        let mut child = scene.start(1 - now, "out");
        let work = scene.path(".out.tiergap-work");
        match round % 5 {
            // Around the moment when the new folder is whole and takes the place of the old one.
            1 | 2 => {
                wait_for(&work.join("new/manifest.json"), &mut child);
                std::thread::sleep(Duration::from_micros(dice.below(4000)));
            }
            3 => wait_for(&work.join("run.lock"), &mut child),
            _ => std::thread::sleep(Duration::from_micros(dice.below(scene.takes.as_micros() as u64))),
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let found = scene.which("out");
        assert!(found.is_some(), "round {round}: a mix of two reviews, or a part of one");
        left += usize::from(work.exists());
        if found == Some(now) {
            kept += 1;
        } else {
            replaced += 1;
            now = 1 - now;
        }
        assert!(scene.rest().iter().all(|name| name == "out" || name == ".out.tiergap-work"), "{:?}", scene.rest());
    }
    assert!(kept > 0 && left > 0, "no kill came in time");
    let output = scene.run(1 - now, "out");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!((scene.which("out"), scene.rest()), (Some(1 - now), vec!["out".to_owned()]));
    println!(
        "{times} runs killed: {kept} left the earlier review, {replaced} the new one, whole; {left} left a folder behind for the next run to remove; lost: none"
    );
}

#[test]
fn a_killed_run_leaves_one_whole_review_and_the_next_leaves_nothing_else() {
    kill(30, 0x9E37_79B9_7F4A_7C15);
}

#[test]
#[ignore = "some minutes: the long form"]
fn a_thousand_killed_runs_lose_nothing() {
    kill(1000, 0xD1B5_4A32_D192_ED03);
}

#[test]
fn a_run_that_is_asked_to_end_ends_and_cleans_up() {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    for signal in ["INT", "TERM"] {
        let mut child = scene.start(1, "out");
        wait_for(&scene.path(".out.tiergap-work/new"), &mut child);
        let asked = Instant::now();
        let pid = child.id().to_string();
        assert!(Command::new("sh").args(["-c", &format!("kill -{signal} $0"), &pid]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert!(asked.elapsed() < Duration::from_secs(10), "{signal}: it took {:?}", asked.elapsed());
        assert_eq!(output.status.code(), Some(130), "{signal}: {}", said(&output));
        assert!(said(&output).contains("interrupted"), "{}", said(&output));
        assert_eq!((scene.which("out"), scene.rest()), (Some(0), vec!["out".to_owned()]), "{signal}");
    }
    // Nothing had to be made for it: the folders above go too.
    let mut child = scene.start(1, "deep/down/out");
    wait_for(&scene.path("deep/down/.out.tiergap-work/new"), &mut child);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(scene.run(1, "deep/down/out").status.code(), Some(0));
    assert_eq!(fs::read_dir(scene.path("deep/down")).unwrap().count(), 1);
}

#[test]
fn two_runs_into_one_folder_never_mix() {
    let scene = Scene::new();
    let mut refused = 0;
    for _ in 0..4 {
        let runs: Vec<Child> = [0, 1, 0].map(|inbox| scene.start(inbox, "out")).into();
        let ended: Vec<Output> = runs.into_iter().map(|run| run.wait_with_output().unwrap()).collect();
        for output in &ended {
            match output.status.code() {
                Some(0) => {}
                Some(3) => {
                    refused += 1;
                    assert!(said(output).contains("another run of tiergap is writing"), "{}", said(output));
                }
                _ => panic!("{}", said(output)),
            }
        }
        assert!(ended.iter().any(|output| output.status.success()), "nobody won");
        assert!(scene.which("out").is_some(), "a mix");
        assert_eq!(scene.rest(), ["out"]);
    }
    assert!(refused > 0, "no two runs ever met");
    println!("12 runs at once into one folder: {refused} refused, mixes: none");
}

#[test]
fn a_full_disk_changes_nothing() {
    let scene = Scene::new();
    if scene.shell("mkdir small && mount -t tmpfs -o size=64m tmpfs small").status.code() != Some(0) {
        println!("skipped: no small file system can be mounted here");
        return;
    }
    let begun = scene.shell("exec \"$0\" run in0 --out small/out");
    // Room for one and a half reviews: files take whole pages, folders too.
    let pages: usize = scene.reviews[0].iter().map(|(_, bytes)| bytes.len().div_ceil(4096) + 2).sum();
    let shrunk = scene.shell(&format!("mount -o remount,size={}k small", pages * 6));
    let output = scene.shell("exec \"$0\" run in1 --out small/out");
    let found = (common::tree(&scene.path("small/out")), fs::read_dir(scene.path("small")).unwrap().count());
    let again = scene.shell("mount -o remount,size=64m small && exec \"$0\" run in1 --out small/out");
    let last = common::tree(&scene.path("small/out"));
    scene.shell("umount small");
    assert!(begun.status.success() && shrunk.status.success(), "{} {}", said(&begun), said(&shrunk));
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    assert!(said(&output).contains("No space left"), "{}", said(&output));
    assert!(found == (scene.reviews[0].clone(), 1), "the earlier review was touched, or something was left");
    assert!(again.status.success() && last == scene.reviews[1], "{}", said(&again));
}

#[test]
fn files_that_may_not_grow_change_nothing() {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    for blocks in [0, 1, 8, 30] {
        let output = scene.shell(&format!("ulimit -f {blocks}; exec \"$0\" run in1 --out out"));
        scene.assert_untouched(&output, "File too large");
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    // Root may write everywhere: then somebody else tries.
    let root = scene.shell("test \"$(id -u)\" = 0").status.success();
    let copy = scene.path("in0").join("tiergap");
    fs::copy(PROGRAM, &copy).unwrap();
    let other = if root { "setpriv --reuid=65534 --regid=65534 --clear-groups" } else { "" };
    if root && !scene.shell("setpriv --reuid=65534 --regid=65534 --clear-groups true").status.success() {
        println!("skipped: there is no becoming somebody else here");
        return;
    }
    fs::set_permissions(scene.home.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let output = scene.shell(&format!("exec {other} in0/tiergap run in1 --out out"));
    let deeper = scene.shell(&format!("exec {other} in0/tiergap run in1 --out new/out"));
    fs::set_permissions(scene.home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    scene.assert_untouched(&output, "Permission denied");
    scene.assert_untouched(&deeper, "Permission denied");
}

#[test]
fn a_screen_that_cannot_be_written_is_told_and_closed_streams_hurt_nothing() {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    if Path::new("/dev/full").exists() {
        let output = scene.shell("exec \"$0\" run in1 --out out --format json >/dev/full");
        scene.assert_untouched(&output, "cannot write to standard output");
        for command in ["check in1", "check in1 --format json", "rules list", "rules show", "explain --list", "man"] {
            let output = scene.shell(&format!("exec \"$0\" {command} >/dev/full"));
            assert_eq!(output.status.code(), Some(3), "{command}: {}", said(&output));
            assert!(said(&output).contains("No space left"), "{command}: {}", said(&output));
        }
        // Here the review is the work, and the screen only tells of it.
        let output = scene.shell("exec \"$0\" run in1 --out out >/dev/full");
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("cannot write to standard output"), "{}", said(&output));
        assert_eq!(scene.which("out"), Some(1));
    }
    for (inbox, streams) in [(0, ">&-"), (1, ">&- 2>&-"), (0, "2>&-"), (1, "<&- >&- 2>&-"), (0, "2>/dev/full")] {
        if streams.contains("/dev/full") && !Path::new("/dev/full").exists() {
            continue;
        }
        let output = scene.shell(&format!("exec \"$0\" run in{inbox} --out out {streams}"));
        assert_eq!(output.status.code(), Some(0), "{streams}: {}", said(&output));
        assert_eq!((scene.which("out"), scene.rest()), (Some(inbox), vec!["out".to_owned()]), "{streams}");
    }
}

#[test]
fn a_run_killed_between_two_moves_is_put_right() {
    // Where two folders cannot change places in one step, the earlier one is aside for a moment.
    let scene = Scene::new();
    let broken = || {
        assert_eq!(scene.run(0, "out").status.code(), Some(0));
        let work = scene.path(".out.tiergap-work");
        fs::create_dir_all(work.join("new")).unwrap();
        fs::write(work.join("run.lock"), "tiergap.work.v1\nhalf.txt\n").unwrap();
        fs::write(work.join("new/half.txt"), "half").unwrap();
        fs::rename(scene.path("out"), work.join("old")).unwrap();
    };
    broken();
    fs::create_dir(scene.path("in0/empty")).unwrap();
    let nothing = scene.shell("exec \"$0\" run in0/empty --out out");
    scene.assert_untouched(&nothing, "no partner was found");
    broken();
    assert_eq!(scene.run(1, "out").status.code(), Some(0));
    assert_eq!((scene.which("out"), scene.rest()), (Some(1), vec!["out".to_owned()]));
}

#[test]
fn nothing_is_removed_that_tiergap_did_not_write() {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    let work = scene.path(".out.tiergap-work");
    let hold = |path: &Path| fs::read_to_string(path).unwrap();

    // Somebody's own folder that happens to have the name.
    fs::create_dir(&work).unwrap();
    fs::write(work.join("thesis.docx"), "years of work").unwrap();
    let output = scene.run(1, "out");
    assert!(output.status.code() == Some(3) && said(&output).contains("thesis.docx"), "{}", said(&output));
    assert_eq!(hold(&work.join("thesis.docx")), "years of work");
    assert_eq!(fs::read_dir(&work).unwrap().count(), 1);
    fs::write(work.join("run.lock"), "my own notes").unwrap();
    assert_eq!(scene.run(1, "out").status.code(), Some(3));
    assert_eq!(hold(&work.join("run.lock")), "my own notes");

    // Saved into the folder of a run that was killed.
    fs::remove_dir_all(&work).unwrap();
    fs::create_dir_all(work.join("new/partners")).unwrap();
    fs::write(work.join("run.lock"), "tiergap.work.v1\npartners/half.pdf\n").unwrap();
    fs::write(work.join("new/partners/half.pdf"), "half").unwrap();
    fs::write(work.join("new/partners/thesis.docx"), "years of work").unwrap();
    let output = scene.run(1, "out");
    assert!(output.status.code() == Some(3) && said(&output).contains("thesis.docx"), "{}", said(&output));
    assert_eq!(hold(&work.join("new/partners/thesis.docx")), "years of work");
    assert!(!work.join("new/partners/half.pdf").exists());

    // A link to somewhere else.
    fs::remove_dir_all(&work).unwrap();
    fs::create_dir(scene.path("elsewhere")).unwrap();
    fs::write(scene.path("elsewhere/thesis.docx"), "years of work").unwrap();
    symlink(scene.path("elsewhere"), &work).unwrap();
    assert_eq!(scene.run(1, "out").status.code(), Some(3));
    assert_eq!(hold(&scene.path("elsewhere/thesis.docx")), "years of work");
    assert_eq!(scene.which("out"), Some(0));
    fs::remove_file(&work).unwrap();
    assert_eq!(scene.run(1, "out").status.code(), Some(0));
}

#[test]
fn odd_output_paths_are_told_or_followed() {
    let scene = Scene::new();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    fs::write(scene.path("in0/file"), "x").unwrap();
    for (out, word) in [("/", "within it"), ("in0/file", "not a folder"), ("in0/file/sub", "cannot create"), ("", "")] {
        let output = scene.run(1, out);
        assert!(matches!(output.status.code(), Some(2 | 3)), "{out}: {}", said(&output));
        assert!(said(&output).contains(word), "{out}: {}", said(&output));
        assert_eq!(scene.rest(), ["out"], "{out}");
    }
    assert_eq!(fs::read_to_string(scene.path("in0/file")).unwrap(), "x");
    // An input in the folder that would be replaced.
    for input in ["out", "out/annotated"] {
        let output = scene.shell(&format!("exec \"$0\" run {input} --out out"));
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("choose another --out"), "{}", said(&output));
    }
    let output = scene.run(1, "in1");
    assert!(said(&output).contains("did not write"), "{}", said(&output));
    assert_eq!((scene.which("out"), scene.rest()), (Some(0), vec!["out".to_owned()]));
    // A link means the folder that it leads to; one to nowhere means nothing.
    symlink("out", scene.path("link")).unwrap();
    assert_eq!(scene.run(1, "link").status.code(), Some(0));
    assert_eq!(scene.which("out"), Some(1));
    assert!(fs::symlink_metadata(scene.path("link")).unwrap().is_symlink());
    symlink("nowhere", scene.path("dead")).unwrap();
    let output = scene.run(1, "dead");
    assert!(output.status.code() == Some(3) && said(&output).contains("leads nowhere"), "{}", said(&output));
    // Within the inputs: neither the review nor the folder in which it is made is an input.
    let first = scene.shell("exec \"$0\" run in0 --out in0/review");
    let tree = common::tree(&scene.path("in0/review"));
    let second = scene.shell("exec \"$0\" run in0 --out in0/review");
    assert!(first.status.success() && second.status.success(), "{} {}", said(&first), said(&second));
    let results = String::from_utf8(fs::read(scene.path("in0/review/results.json")).unwrap()).unwrap();
    assert!(!results.contains("tiergap-work"), "{results}");
    let partners =
        |tree: &Tree| tree.iter().filter(|(name, _)| name.starts_with("partners/")).cloned().collect::<Tree>();
    assert_eq!(partners(&tree), partners(&scene.reviews[0]));
    // Who shut the folder to others finds it shut.
    fs::set_permissions(scene.path("out"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(scene.run(0, "out").status.code(), Some(0));
    assert_eq!(fs::metadata(scene.path("out")).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn what_the_clock_says_decides_nothing() {
    let scene = Scene::new();
    for (n, year) in [0_u64, 4_000_000_000].into_iter().enumerate() {
        assert_eq!(scene.run(n, "out").status.code(), Some(0));
        let mut child = scene.start(1 - n, "out");
        wait_for(&scene.path(".out.tiergap-work/new"), &mut child);
        child.kill().unwrap();
        child.wait().unwrap();
        // The earlier review, a rest of a killed run and the inputs are from the past, or from the future.
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(year);
        let mut paths = vec![scene.path(&format!("in{}/usage.csv", 1 - n)), scene.path("out")];
        paths.extend(common::tree(&scene.path("out")).into_iter().map(|(name, _)| scene.path("out").join(name)));
        let lock = scene.path(".out.tiergap-work/run.lock");
        paths.extend(lock.exists().then_some(lock));
        for path in paths {
            fs::File::open(path).unwrap().set_modified(time).unwrap();
        }
        let zone = ["Pacific/Kiritimati", "Pacific/Pago_Pago"][n];
        let output = scene.shell(&format!("TZ={zone} exec \"$0\" run in{} --out out", 1 - n));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!((scene.which("out"), scene.rest()), (Some(1 - n), vec!["out".to_owned()]));
    }
}
