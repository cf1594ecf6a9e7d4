//! `tiergap merge`: the shards of a run become the review that one run would have written, byte by byte.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, anyhow};
use clap::Args;
use rayon::prelude::*;

use super::args::Format;
use super::job::write::{Whole, Written as Reports};
use super::job::{Looks, fonts_exist};
use super::run::{conclude, lies_in, refuse_signed};
use super::shard::{COMMON, HEAD, Head, Kept, Line, PARTNERS, SCHEMA};
use super::templates::Templates;
use super::{Failure, Outcome, inputs, talk};
use crate::deliver::{DeliverError, InputFile, Staging, Tool, Written};
use crate::recognise::Vocabulary;
use crate::report::pdf::Fonts;
use crate::review::Review;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap run inbox --out shards/1 --shard 1/3
  tiergap run inbox --out shards/2 --shard 2/3
  tiergap run inbox --out shards/3 --shard 3/3
  tiergap merge shards/* --out review";

/// Files named of a kind; the rest is counted.
const NAMED: usize = 5;

/// Arguments of `merge`.
#[derive(Debug, Args)]
pub struct MergeArgs {
    /// Folders that `run --shard` wrote: all shards of one run, in any order
    #[arg(required = true, value_name = "SHARD")]
    pub shards: Vec<PathBuf>,
    /// Folder for the review; a new one, an empty one, or an earlier output of tiergap
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Folder with further fonts, if the shards were written with one
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Replace a review that is signed off: with a new one its sign-off is gone
    #[arg(long)]
    pub replace_signed: bool,
}

/// A shard as it was found.
struct Shard {
    /// The folder as it was given.
    path: PathBuf,
    written: Written,
    head: Head,
}

impl Shard {
    /// What it is called: `shard 2/3 (b)`.
    fn name(&self) -> String {
        format!("shard {}/{} ({})", self.head.shard, self.head.of, self.path.display())
    }
}

pub(super) fn merge(args: &MergeArgs) -> Result<Outcome, Failure> {
    if let Some(shard) = args.shards.iter().find(|shard| lies_in(shard, &args.out) || lies_in(&args.out, shard)) {
        let (shard, out) = (shard.display(), args.out.display());
        return Err(Failure::Usage(anyhow!("{shard} and {out} lie in one another; choose another --out")));
    }
    fonts_exist(args.fonts.as_deref())?;
    let shards = opened(&args.shards)?;
    let mut problems = complete(&shards);
    problems.extend(differing(&shards));
    let with_fonts =
        shards.iter().any(|shard| shard.head.settings.get("folder of fonts").is_some_and(|f| !f.is_empty()));
    if with_fonts && args.fonts.is_none() {
        problems.push("the shards were written with a folder of fonts; give it here too, with --fonts".to_owned());
    }
    refuse(problems)?;
    if !args.replace_signed {
        refuse_signed(&args.out)?;
    }

    let staging = Staging::begin(&args.out).map_err(Failure::nothing)?;
    copy(&shards, &staging)?;
    let (kept, mut lines) = parts(&shards)?;
    let templates = Templates::kept(kept.templates, COMMON);
    let text = inputs::speak(kept.lang, &templates)?;
    let words = Vocabulary::of_files(&|name| templates.words(name)).map_err(Failure::usage)?;
    let theme = kept.theme.theme().map_err(Failure::usage)?;
    let looks = Looks { fonts: Fonts::load(args.fonts.as_deref()), theme };
    lines.sort_by_key(|line| line.judged.position);
    let (judged, said) = lines.into_iter().map(|line| (line.judged, line.said)).unzip();
    let (review, folders) = Review::of_parts(kept.common, judged).map_err(Failure::usage)?;
    let written = Reports { folders, annotated: kept.annotated, said };
    let whole = Whole { written: &written, words: &words, text: &text };
    whole.write(&review, &staging, &looks).map_err(Failure::Nothing)?;
    conclude(&review, staging, (args.format, &args.out), &text)
}

/// An error that tells all problems at once.
fn refuse(problems: Vec<String>) -> Result<(), Failure> {
    if problems.is_empty() {
        return Ok(());
    }
    let mut said = vec!["the shards cannot be merged, and nothing was written".to_owned()];
    said.extend(problems);
    let hint = "\nhint: run the shards that are named again (`tiergap run INPUT --out SHARD --shard K/N`), all with the \
                same inputs and options";
    Err(Failure::Usage(anyhow!("{}{hint}", said.join("\n  "))))
}

/// Opens the folders; what is no shard, or not as it was written, is told.
fn opened(paths: &[PathBuf]) -> Result<Vec<Shard>, Failure> {
    let mut shards = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        let shown = path.display();
        let Some(written) = Written::open(path).filter(|written| written.manifest.file(HEAD).is_some()) else {
            problems.push(match path.is_dir() {
                true => format!("{shown} is no shard: it holds no {HEAD} of tiergap"),
                false if path.exists() => format!("{shown} is a file; a shard is the folder that `run --shard` wrote"),
                false => format!("there is no folder {shown}"),
            });
            continue;
        };
        let (gone, added) = written.misplaced().map_err(Failure::nothing)?;
        if !gone.is_empty() {
            problems.push(format!("{shown} is not whole, these files are gone: {}", named(&gone)));
        }
        if !added.is_empty() {
            problems.push(format!("{shown} holds files that tiergap did not write: {}", named(&added)));
        }
        let head = match written.read(HEAD).map_err(Failure::nothing)? {
            None if gone.iter().any(|path| path == HEAD) => continue,
            None => {
                problems.push(format!("{shown} was changed since it was written: {HEAD}"));
                continue;
            }
            Some(bytes) => serde_json::from_slice::<Head>(&bytes).ok().filter(|head| head.schema == SCHEMA),
        };
        match head {
            Some(head) if head.tool == Tool::this() => shards.push(Shard { path: path.clone(), written, head }),
            Some(Head { tool, .. }) => problems.push(format!(
                "{shown} was written by {} {}, and this is {} {}",
                tool.name,
                tool.version,
                Tool::this().name,
                Tool::this().version
            )),
            None => problems.push(format!("{shown} is a shard of another version of tiergap")),
        }
    }
    refuse(problems)?;
    shards.sort_by_key(|shard| (shard.head.of, shard.head.shard));
    Ok(shards)
}

/// Whether every shard is there, and once.
fn complete(shards: &[Shard]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut by_number: BTreeMap<(u32, u32), Vec<&Shard>> = BTreeMap::new();
    for shard in shards {
        by_number.entry((shard.head.of, shard.head.shard)).or_default().push(shard);
    }
    for ((of, number), same) in by_number.iter().filter(|(_, same)| same.len() > 1) {
        let paths: Vec<String> = same.iter().map(|shard| shard.path.display().to_string()).collect();
        problems.push(format!("shard {number}/{of} is there {} times: {}", same.len(), paths.join(", ")));
    }
    let mut counts: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for shard in shards {
        counts.entry(shard.head.of).or_default().push(shard.path.display().to_string());
    }
    if counts.len() > 1 {
        let told: Vec<String> = counts.iter().map(|(of, paths)| format!("of {of}: {}", paths.join(", "))).collect();
        problems.push(format!("the shards are of runs with different numbers of shards ({})", told.join("; ")));
    } else if let Some(&of) = counts.keys().next() {
        let missing: Vec<String> = (1..=of)
            .filter(|&number| !by_number.contains_key(&(of, number)))
            .map(|number| format!("{number}/{of}"))
            .collect();
        if !missing.is_empty() {
            problems.push(format!("missing: shard {}", named(&missing)));
        }
    }
    problems
}

/// Where shards are not of the same run: each beside the first.
fn differing(shards: &[Shard]) -> Vec<String> {
    let mut problems = Vec::new();
    let Some((first, others)) = shards.split_first() else { return problems };
    for shard in others {
        let mut same = true;
        for (name, value) in &shard.head.settings {
            let other = first.head.settings.get(name).map_or("", String::as_str);
            if value != other {
                same = false;
                problems.push(differs(shard, first, name, value, other));
            }
        }
        let inputs = other_inputs(&shard.head.inputs, &first.head.inputs);
        if !inputs.is_empty() {
            same = false;
            let (name, first) = (shard.name(), first.name());
            problems.push(format!("{name} has other inputs than {first}: {}", inputs.join("; ")));
        }
        let common = |shard: &Shard| shard.written.manifest.file(COMMON).map(|file| file.sha256.clone());
        if same && common(shard) != common(first) {
            let (name, first) = (shard.name(), first.name());
            problems.push(format!(
                "{name} found something else in the same inputs than {first}, such as a file that took too long to read"
            ));
        }
    }
    problems
}

fn differs(shard: &Shard, first: &Shard, what: &str, value: &str, other: &str) -> String {
    let (name, first) = (shard.name(), first.name());
    let is_hash = |value: &str| value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    match (value, other) {
        ("", _) => format!("{name} has no {what}, and {first} has one"),
        (_, "") => format!("{name} has a {what}, and {first} has none"),
        (a, b) if is_hash(a) || is_hash(b) => format!("{name} has another {what} than {first}"),
        (a, b) => format!("{name} has another {what} than {first}: {a}, not {b}"),
    }
}

/// Which inputs are other ones.
fn other_inputs(these: &[InputFile], those: &[InputFile]) -> Vec<String> {
    let by_label = |files: &[InputFile]| -> BTreeMap<String, String> {
        files.iter().map(|file| (file.label.clone(), file.sha256.clone())).collect()
    };
    let (here, there) = (by_label(these), by_label(those));
    let list = |told: &str, labels: Vec<String>| (!labels.is_empty()).then(|| format!("{told} {}", named(&labels)));
    let only = |a: &BTreeMap<String, String>, b: &BTreeMap<String, String>| -> Vec<String> {
        a.keys().filter(|label| !b.contains_key(*label)).cloned().collect()
    };
    let changed = here.iter().filter(|(label, hash)| there.get(*label).is_some_and(|other| other != *hash));
    let changed = changed.map(|(label, _)| label.clone()).collect();
    [list("without", only(&there, &here)), list("with", only(&here, &there)), list("with other bytes in", changed)]
        .into_iter()
        .flatten()
        .collect()
}

/// The first few, and how many more.
fn named(names: &[String]) -> String {
    let mut said = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        said.push_str(&format!(" and {} more", names.len() - NAMED));
    }
    said
}

/// Takes over the reports of every shard, each checked on the way.
fn copy(shards: &[Shard], staging: &Staging) -> Result<(), Failure> {
    let own = [HEAD, COMMON, PARTNERS];
    let files: Vec<(&Shard, &str)> = shards
        .iter()
        .flat_map(|shard| shard.written.manifest.files.iter().map(move |file| (shard, file.path.as_str())))
        .filter(|(_, path)| !own.contains(path))
        .collect();
    let bar = talk::progress(files.len() as u64, "merging");
    let changed = files
        .par_iter()
        .map(|(shard, path)| -> Result<Option<(String, String)>, DeliverError> {
            bar.inc(1);
            match shard.written.read(path)? {
                Some(bytes) => staging.write(path, &bytes).map(|()| None),
                None => Ok(Some((shard.name(), (*path).to_owned()))),
            }
        })
        .collect::<Result<Vec<_>, _>>()
        .map_err(Failure::nothing)?;
    bar.finish_and_clear();
    let mut by_shard: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (shard, path) in changed.into_iter().flatten() {
        by_shard.entry(shard).or_default().push(path);
    }
    let told =
        by_shard.iter().map(|(shard, paths)| format!("{shard} was changed since it was written: {}", named(paths)));
    refuse(told.collect())
}

/// What the shards have in common, and the partners of all.
fn parts(shards: &[Shard]) -> Result<(Kept, Vec<Line<'static>>), Failure> {
    let read = |shard: &Shard, file: &str| -> Result<Vec<u8>, Failure> {
        let bytes = shard.written.read(file).map_err(Failure::nothing)?;
        match bytes {
            Some(bytes) => Ok(bytes),
            None => {
                refuse(vec![format!("{} was changed since it was written: {file}", shard.name())]).map(|()| Vec::new())
            }
        }
    };
    let broken = |shard: &Shard, file: &str| format!("{}: {file} cannot be read", shard.name());
    let first = shards.first().context("there is no shard").map_err(Failure::Usage)?;
    let kept: Kept =
        serde_json::from_slice(&read(first, COMMON)?).with_context(|| broken(first, COMMON)).map_err(Failure::Usage)?;
    let mut all = Vec::new();
    for shard in shards {
        let bytes = read(shard, PARTNERS)?;
        let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
        let read: Result<Vec<Line<'static>>, serde_json::Error> =
            lines.par_iter().map(|line| serde_json::from_slice(line)).collect();
        all.extend(read.with_context(|| broken(shard, PARTNERS)).map_err(Failure::Usage)?);
    }
    Ok((kept, all))
}
