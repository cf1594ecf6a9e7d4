//! What `run` and `check` share: from arguments to recognised inputs.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow};
use rayon::prelude::*;

use super::args::{BoundsArg, ColumnsArg, LangArg};
use super::rules::CONFIG_BYTES;
use super::templates::Templates;
use super::{Failure, talk};
use crate::deliver::is_workplace;
use crate::facts::SheetFacts;
use crate::finding::{Arg, Code, Finding};
use crate::intake::worker::{Bounds, Pool};
use crate::intake::{self, Book, Discovered, Limits, Source};
use crate::recognise::{Recognised, Vocabulary, recognise};
use crate::text::{Lang, Localizer, UnknownLang};

/// All inputs, read and recognised.
pub(super) struct Inputs {
    pub books: Vec<Book>,
    pub sheets: Vec<Vec<SheetFacts>>,
    pub findings: Vec<Finding>,
}

/// Reads and recognises everything below the given paths, each file in a process of its own and within the bounds;
/// `out` is never an input.
pub(super) fn read(
    paths: &[PathBuf],
    out: Option<&Path>,
    words: &Vocabulary,
    bounds: &BoundsArg,
) -> Result<Inputs, Failure> {
    let Discovered { sources, mut findings } = intake::discover(paths, out);
    // A folder in which a run works is no part of the inputs, nor does it concern anybody that there is one.
    findings.retain(|finding| {
        let place = finding.args.iter().find_map(|(name, value)| match value {
            Arg::Text(text) if *name == "name" => text.trim_end_matches('/').rsplit('/').next(),
            _ => None,
        });
        !(finding.code == Code::SkippedFile && place.is_some_and(is_workplace))
    });
    read_sources(&sources, findings, words, bounds)
}

/// Reads and recognises these files; `findings` are on what was passed over.
pub(super) fn read_sources(
    sources: &[Source],
    mut findings: Vec<Finding>,
    words: &Vocabulary,
    bounds: &BoundsArg,
) -> Result<Inputs, Failure> {
    let program = std::env::current_exe().context("cannot find the program itself, which reads the inputs");
    let pool = Pool::new(program.map_err(Failure::Nothing)?, self::bounds(bounds));
    let bar = talk::progress(sources.len() as u64, "reading");
    let limits = Limits::default();
    let mut books: Vec<Book> = sources
        .par_iter()
        .enumerate()
        .map(|(file, source)| {
            let book = pool.read(source, file as u32, &limits);
            bar.inc(1);
            book
        })
        .collect();
    drop(pool);
    intake::drop_same_files(&mut books);
    let recognised: Vec<Recognised> =
        books.par_iter().enumerate().map(|(file, book)| recognise(book, file as u32, words)).collect();
    bar.finish_and_clear();
    let mut sheets = Vec::with_capacity(books.len());
    for (book, recognised) in books.iter_mut().zip(recognised) {
        findings.append(&mut book.findings);
        findings.extend(recognised.findings);
        sheets.push(recognised.sheets);
    }
    Ok(Inputs { books, sheets, findings })
}

fn bounds(typed: &BoundsArg) -> Bounds {
    let memory = usize::try_from(u64::from(typed.max_memory) << 20).unwrap_or(usize::MAX);
    Bounds { memory, time: Duration::from_secs(u64::from(typed.max_seconds)) }
}

/// The vocabulary, with lists and column names of the user's own.
pub(super) fn words(columns: &ColumnsArg, templates: &Templates) -> Result<Vocabulary, Failure> {
    let words = Vocabulary::of_files(&|name| templates.words(name)).map_err(Failure::usage)?;
    let Some(path) = &columns.columns else { return Ok(words) };
    let name = path.display().to_string();
    let text = intake::read_text(path, CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
    words.with_columns(&text.map_err(Failure::Usage)?, &name).map_err(Failure::usage)
}

/// The language that was asked for.
pub(super) fn localizer(lang: &LangArg, templates: &Templates) -> Result<Localizer, Failure> {
    let known = || Lang::available().map(|lang| format!("{} ({})", lang.code(), lang.name())).collect::<Vec<_>>();
    let lang: Lang = lang
        .lang
        .parse()
        .map_err(|error: UnknownLang| Failure::Usage(anyhow!("{error}\nhint: languages are {}", known().join(", "))))?;
    speak(lang, templates)
}

/// A language, with texts of the user's own in their places.
pub(super) fn speak(lang: Lang, templates: &Templates) -> Result<Localizer, Failure> {
    let own = |lang: Lang| templates.get(&format!("text/{}.ftl", lang.code())).map(|own| own.text.as_str());
    let english = own(Lang::En).filter(|_| lang != Lang::En);
    Localizer::with_own(lang, own(lang), english).map_err(Failure::usage)
}
