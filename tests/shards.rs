//! Shards side by side: merged, they are the review that one run writes, byte by byte.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::{tiergap, tree};
use tempfile::TempDir;

/// The samples, and beside them what they have not: a partner without an ID, and one whose name no font can show.
fn inbox(dir: &Path) -> PathBuf {
    let inbox = dir.join("inbox");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/inbox");
    common::write_all(&inbox, &tree(&samples));
    let more = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n\
        4990001,\u{12000}\u{12001} Babilu,Adatum,Exchange Online,E3,DPOR,2026-09,2500\n\
        ,Nameless & Söhne,Litware,Exchange Online,E3,DPOR,2026-09,40\n\
        4990001,\u{12000}\u{12001} Babilu,Adatum,Exchange Online,E3,DPOR,2026-09,2400\n";
    common::write_all(&inbox, &[("more/more.csv".to_owned(), more.into())]);
    inbox
}

/// A small inbox of two partners.
fn small(dir: &Path) -> PathBuf {
    let inbox = dir.join("small");
    let usage = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n\
        1000001,Contoso GmbH,Adatum,Exchange Online,E3,DPOR,2026-09,2500\n\
        1000002,Fabrikam Srl,Litware,Exchange Online,E3,DPOR,2026-09,40\n";
    common::write_all(&inbox, &[("usage.csv".to_owned(), usage.into())]);
    inbox
}

fn whole(inbox: &Path, out: &Path, args: &[&str]) {
    let done = tiergap().arg("run").arg(inbox).arg("--out").arg(out).args(args).output().unwrap();
    assert!(matches!(done.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Runs all shards side by side, each a process of its own.
fn shards(inbox: &Path, dir: &Path, of: u32, args: &[&str]) -> Vec<PathBuf> {
    let folders: Vec<PathBuf> = (1..=of).map(|number| dir.join(format!("shard-{number:02}"))).collect();
    let start = |(number, folder): (usize, &PathBuf)| {
        Command::new(env!("CARGO_BIN_EXE_tiergap"))
            .arg("run")
            .arg(inbox)
            .arg("--out")
            .arg(folder)
            .args(["--shard", &format!("{}/{of}", number + 1)])
            .args(args)
            .env("NO_COLOR", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let running: Vec<_> = folders.iter().enumerate().map(start).collect();
    for child in running {
        let done = child.wait_with_output().unwrap();
        assert!(matches!(done.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&done.stderr));
    }
    folders
}

/// Exit code and what is said on standard error.
fn merge(shards: &[PathBuf], out: &Path) -> (Option<i32>, String) {
    let done = tiergap().arg("merge").args(shards).arg("--out").arg(out).output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

fn assert_same(one: &Path, other: &Path) {
    let (one, other) = (tree(one), tree(other));
    let names = |tree: &[(String, Vec<u8>)]| tree.iter().map(|file| file.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    let differ: Vec<_> = one.iter().zip(&other).filter(|(a, b)| a.1 != b.1).map(|(a, _)| &a.0).collect();
    assert!(differ.is_empty(), "these files differ: {differ:?}");
}

#[test]
fn merged_shards_are_the_review_of_one_run() {
    let dir = tempfile::tempdir().unwrap();
    let inbox = inbox(dir.path());
    let out = dir.path().join("whole");
    whole(&inbox, &out, &["--lang", "de"]);
    let files = tree(&out).len();
    // Fifteen partners with two reports each, an annotated copy of each of sixteen inputs that can be read …
    assert!(files > 2 * 15 + 10, "{files} files");
    let results = fs::read_to_string(out.join("results.json")).unwrap();
    assert!(results.contains("missing-glyph") && results.contains("conflicting-duplicate"));
    for of in [1, 2, 7] {
        let home = dir.path().join(format!("of-{of}"));
        let mut shards = shards(&inbox, &home, of, &["--lang", "de"]);
        // Nothing is written twice, and what merging adds is on the whole run.
        let reports = |shard: &PathBuf| {
            let files = tree(shard).into_iter().map(|(name, _)| name);
            files.filter(|name| name.contains('/')).collect::<Vec<_>>()
        };
        let mut written: Vec<String> = shards.iter().flat_map(reports).collect();
        written.sort();
        let all: Vec<String> = tree(&out).into_iter().map(|file| file.0).filter(|name| name.contains('/')).collect();
        assert_eq!(written, all);
        shards.rotate_left(of as usize / 2);
        shards.reverse();
        let merged = home.join("merged");
        let (code, said) = merge(&shards, &merged);
        assert_eq!(code, Some(1), "the samples hold errors, as a run of them tells: {said}");
        assert_same(&out, &merged);
    }
}

#[test]
fn a_comparison_works_in_shards_too() {
    let dir = tempfile::tempdir().unwrap();
    let inbox = inbox(dir.path());
    whole(&inbox, &dir.path().join("before"), &["--as-of", "2026-08-31"]);
    let previous = dir.path().join("before/results.json");
    let text = fs::read_to_string(&previous).unwrap().replace("\"4990001\"", "\"4990009\"");
    fs::write(dir.path().join("previous.json"), text.replace("Babilu", "Ninua")).unwrap();
    let previous = dir.path().join("previous.json");
    let args = ["--previous", previous.to_str().unwrap(), "--rules", "2017-07-07"];
    whole(&inbox, &dir.path().join("whole"), &args);
    let results = fs::read_to_string(dir.path().join("whole/results.json")).unwrap();
    assert!(results.contains("partner-gone") && results.contains("\"moved_customers\""));
    let shards = shards(&inbox, &dir.path().join("shards"), 3, &args);
    let (code, said) = merge(&shards, &dir.path().join("merged"));
    assert_eq!(code, Some(1), "{said}");
    assert_same(&dir.path().join("whole"), &dir.path().join("merged"));
}

#[test]
fn what_a_workspace_settles_is_settled_in_shards_too() {
    let dir = tempfile::tempdir().unwrap();
    let head = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n";
    let mut usage = head.to_owned();
    for partner in 1..=6 {
        // Rows that contradict each other, a customer without an association, and a count that is none.
        for (customer, association, count) in [
            ("Adatum", "DPOR", "2500"),
            ("Adatum", "DPOR", "2400"),
            ("Litware", "", "700"),
            ("Tailspin", "DPOR", "many"),
        ] {
            usage.push_str(&format!(
                "100000{partner},Partner {partner},{customer},Exchange Online,E3,{association},2026-09,{count}\n"
            ));
        }
    }
    let settings = r#"
language = "es"

[[waiver]]
finding = "conflicting-duplicate"
customer = "Adatum"
decision = "accept"
reason = "the portal corrects it next month"
by = "A. Reviewer"

[[waiver]]
customer = "Litware"
partner = "1000003"
associated = "digital-partner-of-record"
reason = "confirmed in the portal"
by = "A. Reviewer"

[[waiver]]
file = "usage.csv"
cell = "H5"
read-as = "900"
reason = "confirmed by phone"
by = "A. Reviewer"

[[waiver]]
customer = "Nobody"
decision = "leave-out"
reason = "matches nothing"
by = "A. Reviewer"
"#;
    let files = [("tiergap.toml", settings), ("inbox/usage.csv", &usage)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    common::write_all(dir.path(), &files);
    let inbox = dir.path().join("inbox");
    let june = usage.replace("2026-09", "2026-06").replace("Partner 6", "Partner Six").replace(",2400", ",1");
    let earlier = dir.path().join("earlier");
    common::write_all(&earlier, &[("usage.csv".to_owned(), june.into_bytes())]);
    let workspace = ["--workspace", dir.path().to_str().unwrap()];
    whole(&earlier, &dir.path().join("reviews/2026-06"), &workspace);

    whole(&inbox, &dir.path().join("whole"), &workspace);
    let results: serde_json::Value =
        serde_json::from_slice(&fs::read(dir.path().join("whole/results.json")).unwrap()).unwrap();
    let states: Vec<_> = results["settings"]["waivers"].as_array().unwrap().iter().map(|w| &w["state"]).collect();
    assert_eq!(states, ["applied", "applied", "applied", "unmatched"]);
    assert_eq!(results["settings"]["waivers"][0]["partners"].as_array().unwrap().len(), 6);
    assert!(results["findings"].as_array().unwrap().iter().any(|finding| finding["subject"] == "Tailspin"));
    assert_eq!(results["trend"].as_array().unwrap().len(), 2);
    assert!(!results["findings_new"].as_array().unwrap().is_empty());
    for of in [2, 5] {
        let home = dir.path().join(format!("of-{of}"));
        let shards = shards(&inbox, &home, of, &workspace);
        let (code, said) = merge(&shards, &home.join("merged"));
        assert_eq!(code, Some(1), "{said}");
        assert_same(&dir.path().join("whole"), &home.join("merged"));
    }
    // The settings are part of what all shards have to share.
    let before = shards(&inbox, &dir.path().join("before"), 2, &workspace);
    fs::write(dir.path().join("tiergap.toml"), settings.replace("by phone", "in writing")).unwrap();
    let after = shards(&inbox, &dir.path().join("after"), 2, &workspace);
    let mixed = [before[0].clone(), after[1].clone()];
    refused(&mixed, &dir.path().join("mixed"), &["another workspace's file than shard 1/2"]);
    // Nor does a shard ever take the place of a month's review.
    let placed = tiergap().arg("run").args(workspace).args(["--shard", "1/2"]).output().unwrap();
    assert_eq!(placed.status.code(), Some(2));
}

#[test]
fn shards_without_partners_are_shards_like_others() {
    let dir = tempfile::tempdir().unwrap();
    let inbox = small(dir.path());
    whole(&inbox, &dir.path().join("whole"), &[]);
    let shards = shards(&inbox, dir.path(), 9, &[]);
    let empty = shards.iter().filter(|shard| !shard.join("partners").exists()).count();
    assert!(empty >= 7, "two partners are in two shards at most");
    let (code, said) = merge(&shards, &dir.path().join("merged"));
    assert_eq!(code, Some(0), "{said}");
    assert_same(&dir.path().join("whole"), &dir.path().join("merged"));
    // A merged review is a review: it can be verified, signed and merged again.
    tiergap().arg("verify").arg(dir.path().join("merged")).arg(&inbox).assert().code(0);
    tiergap().arg("sign-off").arg(dir.path().join("merged")).args(["--by", "Anna"]).assert().code(0);
    let (code, said) = merge(&shards, &dir.path().join("merged"));
    assert!(code == Some(2) && said.contains("--replace-signed"), "{said}");
    // A shard that is run again replaces itself, with the same bytes.
    let before = tree(&shards[0]);
    let again =
        tiergap().arg("run").arg(&inbox).arg("--out").arg(&shards[0]).args(["--shard", "1/9"]).output().unwrap();
    assert_eq!(again.status.code(), Some(0));
    assert!(tree(&shards[0]) == before);
}

/// Two shards of the small inbox, and a folder to merge them to.
fn two() -> (TempDir, Vec<PathBuf>, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let shards = shards(&small(dir.path()), dir.path(), 2, &[]);
    let out = dir.path().join("merged");
    (dir, shards, out)
}

/// Every sentence is said, the exit code is that of wrong usage, and nothing is written.
fn refused(shards: &[PathBuf], out: &Path, sentences: &[&str]) {
    let (code, said) = merge(shards, out);
    assert_eq!(code, Some(2), "{said}");
    for sentence in sentences {
        assert!(said.contains(sentence), "{sentence:?} in {said}");
    }
    assert!(!out.exists(), "nothing is written");
    let left: Vec<_> = fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("tiergap-work")), "{left:?}");
}

#[test]
fn a_folder_of_fonts_that_is_not_there_is_told_before_anything_is_written() {
    let (dir, both, out) = two();
    let fonts = dir.path().join("no-fonts");
    let merged = tiergap().arg("merge").args(&both).arg("--out").arg(&out).arg("--fonts").arg(&fonts).output().unwrap();
    assert_eq!(merged.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&merged.stderr).contains("no-fonts"));
    assert!(!out.exists());
    assert_eq!(merge(&both, &out).0, Some(0));
    let signed = tiergap().arg("sign-off").arg(&out).args(["--by", "Ada", "--fonts"]).arg(&fonts).output().unwrap();
    assert_eq!(signed.status.code(), Some(2));
    assert!(!out.join("sign-off.json").exists());
}

#[test]
fn missing_doubled_and_foreign_shards_are_named() {
    let (dir, both, out) = two();
    refused(&both[..1], &out, &["missing: shard 2/2"]);
    refused(&[both[0].clone(), both[1].clone(), both[1].clone()], &out, &["shard 2/2 is there 2 times"]);
    refused(&[both[0].clone(), dir.path().join("small")], &out, &["small is no shard"]);
    refused(&[both[0].clone(), dir.path().join("nowhere")], &out, &["there is no folder ", "nowhere"]);
    let review = dir.path().join("review");
    whole(&dir.path().join("small"), &review, &[]);
    refused(&[both[0].clone(), review], &out, &["review is no shard"]);

    // Of another run: each difference by name, all of them at once.
    let others = shards(
        &small(&dir.path().join("elsewhere")),
        &dir.path().join("others"),
        2,
        &["--as-of", "2026-10-31", "--lang", "it"],
    );
    let sentences =
        ["another as-of date than shard 1/2", "2026-10-31, not 2026-09-30", "another language than shard 1/2"];
    refused(&[both[0].clone(), others[1].clone()], &out, &sentences);
    let usage = dir.path().join("small/usage.csv");
    fs::write(&usage, fs::read_to_string(&usage).unwrap().replace("2500", "2600")).unwrap();
    fs::write(dir.path().join("small/late.csv"), "x,y\n1,2\n").unwrap();
    let later = shards(&dir.path().join("small"), &dir.path().join("later"), 2, &[]);
    refused(&[both[0].clone(), later[1].clone()], &out, &["with late.csv", "with other bytes in usage.csv"]);
    let thirds = shards(&dir.path().join("small"), &dir.path().join("thirds"), 3, &[]);
    refused(&[later[0].clone(), thirds[1].clone()], &out, &["different numbers of shards"]);
}

#[test]
fn shards_that_were_changed_are_refused() {
    let (_dir, both, out) = two();
    let report = |shard: &PathBuf| {
        let files = tree(shard).into_iter().map(|(name, _)| name);
        files.into_iter().find(|name| name.ends_with("gap-report.xlsx")).map(|name| shard.join(name))
    };
    let report = both.iter().find_map(report).unwrap();
    for path in
        [report.clone(), both[0].join("partners.jsonl"), both[0].join("common.json"), both[1].join("shard.json")]
    {
        let before = fs::read(&path).unwrap();
        let mut changed = before.clone();
        changed.push(b'\n');
        fs::write(&path, changed).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        refused(&both, &out, &["was changed since it was written", name]);
        fs::write(&path, before).unwrap();
    }
    // Whoever makes the manifest fit as well gets a shard whose verdicts are looked at before anything is made of them.
    let shard = both.iter().find(|shard| fs::metadata(shard.join("partners.jsonl")).unwrap().len() > 0).unwrap();
    let (lines, manifest) = (shard.join("partners.jsonl"), shard.join("manifest.json"));
    let (text, listed) = (fs::read_to_string(&lines).unwrap(), fs::read_to_string(&manifest).unwrap());
    for (from, to) in
        [("\"tier\":0", "\"tier\":9"), ("\"position\":", "\"position\":7"), ("{\"judged\":{", "{\"judged\":[")]
    {
        let forged = text.replacen(from, to, 1);
        assert_ne!(forged, text, "{from}");
        let entry = |text: &str| {
            let hash = tiergap::digest::sha256(text.as_bytes());
            format!("\"bytes\": {},\n      \"sha256\": \"{hash}\"", text.len())
        };
        assert!(listed.contains(&entry(&text)));
        fs::write(&manifest, listed.replace(&entry(&text), &entry(&forged))).unwrap();
        fs::write(&lines, forged).unwrap();
        refused(&both, &out, &[]);
    }
    fs::write(&lines, text).unwrap();
    fs::write(&manifest, listed).unwrap();
    let before = fs::read(&report).unwrap();
    fs::remove_file(&report).unwrap();
    refused(&both, &out, &["is not whole, these files are gone", "gap-report.xlsx"]);
    fs::write(&report, before).unwrap();
    fs::write(both[1].join("thesis.docx"), "years of work").unwrap();
    refused(&both, &out, &["did not write: thesis.docx"]);
    fs::remove_file(both[1].join("thesis.docx")).unwrap();
    let (code, said) = merge(&both, &out);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_shard_is_written_as_a_fraction() {
    let dir = tempfile::tempdir().unwrap();
    let inbox = small(dir.path());
    for wrong in ["0/2", "3/2", "2", "1/0", "one/two"] {
        let refused = tiergap().arg("run").arg(&inbox).args(["--out", "x", "--shard", wrong]).output().unwrap();
        assert_eq!(refused.status.code(), Some(2));
        assert!(String::from_utf8(refused.stderr).unwrap().contains("K/N"));
    }
    let shards = shards(&inbox, dir.path(), 2, &[]);
    let within = tiergap().arg("merge").args(&shards).arg("--out").arg(&shards[0]).output().unwrap();
    assert_eq!(within.status.code(), Some(2));
}

/// Runs a script of the documentation for every task of an array, as its engine would.
fn array(script: &str, dir: &Path, tasks: usize, env: &dyn Fn(usize) -> Vec<(&'static str, String)>) {
    let program = Path::new(env!("CARGO_BIN_EXE_tiergap")).parent().unwrap().to_path_buf();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    for task in 0..tasks {
        let done =
            Command::new("sh").arg("-c").arg(script).current_dir(dir).env("PATH", &path).envs(env(task)).output();
        let done = done.unwrap();
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    }
}

#[test]
#[cfg(unix)]
fn the_scripts_of_the_documentation_run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let (page, slurm, job) =
        (read("docs/scale.md"), read("examples/scale/slurm-array.sh"), read("examples/scale/kubernetes-job.yaml"));
    assert!(page.contains(&slurm) && page.contains(&job), "the page shows the files as they are");
    let dir = tempfile::tempdir().unwrap();
    let (inbox, whole_out) = (dir.path().join("inbox"), dir.path().join("whole"));
    fs::rename(small(dir.path()), &inbox).unwrap();
    // A file that cannot be read makes every run end with exit code 1, which engines would take for a failure.
    fs::write(inbox.join("broken.xlsx"), b"PK\x03\x04 nothing").unwrap();
    whole(&inbox, &whole_out, &["--as-of", "2026-09-30"]);
    let merged = |name: &str| {
        let mut shards: Vec<PathBuf> =
            fs::read_dir(dir.path().join("shards")).unwrap().map(|entry| entry.unwrap().path()).collect();
        shards.sort();
        let (code, said) = merge(&shards, &dir.path().join(name));
        assert_eq!(code, Some(1), "{said}");
        assert_same(&whole_out, &dir.path().join(name));
        fs::remove_dir_all(dir.path().join("shards")).unwrap();
    };

    array(&slurm, dir.path(), 3, &|task| {
        vec![("SLURM_ARRAY_TASK_ID", task.to_string()), ("SLURM_ARRAY_TASK_COUNT", "3".to_owned())]
    });
    merged("slurm");

    let start = job.find("            - |\n").unwrap() + "            - |\n".len();
    let lines = job[start..].lines().take_while(|line| line.starts_with("              "));
    let script = lines.map(str::trim).collect::<Vec<_>>().join("\n");
    array(&script, dir.path(), 2, &|task| vec![("JOB_COMPLETION_INDEX", task.to_string()), ("SHARDS", "2".to_owned())]);
    merged("kubernetes");
}
