//! What every outside view shares: writing inputs into a folder, running the program, reading `results.json`.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// Longest time a run may take before it counts as hung.
const PATIENCE: Duration = Duration::from_secs(90);

/// A run of the program and what it left.
pub struct Run {
    /// Holds `in/` and `out/`; gone when dropped.
    pub dir: TempDir,
    /// Exit code; `None` if it was killed.
    pub exit: Option<i32>,
    /// Data.
    pub stdout: String,
    /// Talk.
    pub stderr: String,
    /// `out/results.json`, if it was written and is JSON.
    pub results: Option<Value>,
}

impl Run {
    /// The output folder.
    pub fn out(&self) -> PathBuf {
        self.dir.path().join("out")
    }

    /// The results; fails the test with what the program said where there are none.
    pub fn results(&self) -> &Value {
        self.results
            .as_ref()
            .unwrap_or_else(|| panic!("no results.json; exit {:?}\n{}{}", self.exit, self.stdout, self.stderr))
    }

    /// The partner with this ID.
    pub fn partner(&self, id: &str) -> &Value {
        self.results()["partners"]
            .as_array()
            .and_then(|all| all.iter().find(|p| p["id"] == id))
            .unwrap_or_else(|| panic!("no partner {id} in {}", self.results()["partners"]))
    }
}

/// The program with a clean environment, ready for arguments.
pub fn tiergap() -> assert_cmd::Command {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_tiergap"));
    command.env("NO_COLOR", "1").env_remove("RAYON_NUM_THREADS").timeout(PATIENCE);
    command
}

/// Writes the files into `dir/in` and runs the program on it, with the output in `dir/out`.
pub fn run_in(dir: TempDir, files: &[(String, Vec<u8>)], args: &[String], env: &[(&str, &str)]) -> Run {
    let input = dir.path().join("in");
    let out = dir.path().join("out");
    write_all(&input, files);
    let mut command = tiergap();
    for (name, value) in env {
        command.env(name, value);
    }
    let output =
        command.arg("run").arg(&input).arg("--out").arg(&out).args(["--format", "human"]).args(args).output().unwrap();
    let results = std::fs::read(out.join("results.json")).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Run {
        dir,
        exit: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        results,
    }
}

/// As [`run_in`], in a new folder, for text files and without further arguments.
pub fn run_texts(files: &[(&str, &str)]) -> Run {
    let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    run_in(tempfile::tempdir().unwrap(), &files, &[], &[])
}

/// Writes files, with the folders that their names speak of.
pub fn write_all(dir: &Path, files: &[(String, Vec<u8>)]) {
    std::fs::create_dir_all(dir).unwrap();
    for (name, bytes) in files {
        let path = dir.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// Text as bytes of an encoding: `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be` (both with a mark) or `windows-1252`.
pub fn encode(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-8" => text.as_bytes().to_vec(),
        "utf-8-bom" => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        "utf-16le" => [0xFEFF_u16].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => [0xFEFF_u16].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        "windows-1252" => {
            let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
            assert!(!lost, "windows-1252 has no letters for: {text}");
            bytes.into_owned()
        }
        other => panic!("unknown encoding {other}"),
    }
}

/// Every file below a folder with its bytes, by relative path with `/`, sorted.
pub fn tree(dir: &Path) -> Vec<(String, Vec<u8>)> {
    fn walk(dir: &Path, prefix: &str, into: &mut Vec<(String, Vec<u8>)>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{name}/"), into);
            } else {
                into.push((name, std::fs::read(entry.path()).unwrap()));
            }
        }
    }
    let mut files = Vec::new();
    walk(dir, "", &mut files);
    files.sort();
    files
}

/// What the partners of a run come to, without the places that it was read from: the same facts in another file,
/// order or format must give the same.
pub fn essence(results: &Value) -> Value {
    fn pick(from: &Value, keys: &[&str]) -> Value {
        keys.iter().map(|key| ((*key).to_owned(), from[*key].clone())).collect::<serde_json::Map<_, _>>().into()
    }
    fn each(from: &Value, keys: &[&str]) -> Value {
        from.as_array().into_iter().flatten().map(|item| pick(item, keys)).collect::<Vec<_>>().into()
    }
    let mut partners: Vec<Value> = results["partners"]
        .as_array()
        .expect("results have partners")
        .iter()
        .map(|partner| {
            let mut essence = pick(partner, &["id", "name", "country", "market", "tier", "could_be", "at_risk"]);
            essence["requirements"] =
                each(&partner["requirements"], &["tier", "id", "required", "actual", "shortfall", "met"]);
            essence["usage"] = pick(&partner["usage"], &["counted", "not_counted"]);
            essence["people"] = each(&partner["people"], &["id", "name", "email", "qualifies_by", "missing"]);
            essence["plan"] = pick(&partner["plan"], &["target", "tier_when_done"]);
            essence["plan"]["actions"] =
                each(&partner["plan"]["actions"], &["kind", "customer", "active_users", "people"]);
            essence
        })
        .collect();
    partners.sort_by_key(ToString::to_string);
    partners.into()
}
