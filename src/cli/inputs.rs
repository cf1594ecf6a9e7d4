//! What `run` and `check` share: from arguments to recognised inputs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use rayon::prelude::*;

use super::args::LangArg;
use super::asked::Asked;
use super::init::INBOX_FILE;
use super::rules::CONFIG_BYTES;
use super::templates::Templates;
use super::{Failure, talk};
use crate::deliver::is_workplace;
use crate::facts::SheetFacts;
use crate::finding::{Arg, Code, Finding};
use crate::intake::worker::Pool;
use crate::intake::{self, Book, Discovered, Limits, Source};
use crate::recognise::{Recognised, Vocabulary, Wanted, part_tables, recognise, recognise_for};
use crate::review::days_of;
use crate::text::{Lang, Localizer, UnknownLang};
use crate::waivers::{Decision, InputNames, ReadCell, overlay};

/// All inputs, read and recognised.
pub(super) struct Inputs {
    pub books: Vec<Book>,
    pub sheets: Vec<Vec<SheetFacts>>,
    pub findings: Vec<Finding>,
    /// Cells that were read as if they said something else.
    pub read_as: Vec<ReadCell>,
}

/// Reads and recognises everything below the given paths, each file in a process of its own and within the bounds that
/// were asked for; `out` is never an input.
pub(super) fn read(
    paths: &[PathBuf],
    out: Option<&Path>,
    words: &Vocabulary,
    asked: &Asked,
    wanted: Wanted,
) -> Result<Inputs, Failure> {
    let Discovered { sources, findings } = discover(paths, out, asked);
    let mut inputs = read_sources(&sources, findings, words, asked, wanted)?;
    if let Some(workspace) = &asked.workspace {
        let is_country = |code: &str| words.country_codes().any(|known| known == code);
        inputs.findings.extend(
            workspace.settings.findings(&inputs.sheets, &is_country, &|folder| workspace.path(folder).is_dir()),
        );
    }
    Ok(inputs)
}

/// What there is to read below the given paths, and what was passed over; `out` is never an input.
pub(super) fn discover(paths: &[PathBuf], out: Option<&Path>, asked: &Asked) -> Discovered {
    let mut discovered = intake::discover(paths, asked.no_input(out).as_deref());
    // A folder in which a run works is no part of the inputs, nor does it concern anybody that there is one; nor the
    // page that explains an inbox.
    discovered.findings.retain(|finding| {
        let place = finding.args.iter().find_map(|(name, value)| match value {
            Arg::Text(text) if *name == "name" => text.trim_end_matches('/').rsplit('/').next(),
            _ => None,
        });
        match finding.code {
            Code::SkippedFile => !place.is_some_and(is_workplace),
            Code::UnsupportedFile => asked.workspace.is_none() || place != Some(INBOX_FILE),
            _ => true,
        }
    });
    discovered
}

/// Reads and recognises these files; `findings` are on what was passed over.
pub(super) fn read_sources(
    sources: &[Source],
    mut findings: Vec<Finding>,
    words: &Vocabulary,
    asked: &Asked,
    wanted: Wanted,
) -> Result<Inputs, Failure> {
    let program = std::env::current_exe().context("cannot find the program itself, which reads the inputs");
    let pool = Pool::new(program.map_err(Failure::Nothing)?, asked.bounds);
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
    books.par_iter_mut().for_each(|book| part_tables(book, words));
    let recognise = |(file, book)| recognise_for(book, file as u32, words, wanted);
    let recognised: Vec<Recognised> = books.par_iter().enumerate().map(recognise).collect();
    bar.finish_and_clear();
    let (recognised, read_as) = settled(&books, recognised, words, asked);
    let mut sheets = Vec::with_capacity(books.len());
    for (book, recognised) in books.iter_mut().zip(recognised) {
        findings.append(&mut book.findings);
        findings.extend(recognised.findings);
        sheets.push(recognised.sheets);
    }
    Ok(Inputs { books, sheets, findings, read_as })
}

/// What is recognised where cells are read as the workspace's waivers say.
///
/// The day that decides which of them still hold may follow from what the cells are read as: a mistyped month moves it.
/// So all are tried, those that have run out by the day that comes of it are left out, and so on until all that are
/// left hold. There are fewer each time, so this ends.
fn settled(
    books: &[Book],
    mut recognised: Vec<Recognised>,
    words: &Vocabulary,
    asked: &Asked,
) -> (Vec<Recognised>, Vec<ReadCell>) {
    let waivers = asked.workspace.as_ref().map_or(&[][..], |workspace| workspace.settings.waivers.as_slice());
    let mut holds: Vec<bool> =
        waivers.iter().map(|waiver| matches!(waiver.decision, Decision::ReadAs { .. })).collect();
    let meant = if holds.contains(&true) { InputNames::of(books).meant(waivers) } else { Vec::new() };
    let of_file = |file: u32, holds: &[bool]| -> Vec<usize> {
        let both = holds.iter().zip(&meant).enumerate().filter(|(_, (holds, _))| **holds);
        let here = both.filter(|(_, (_, files))| files.as_ref().is_none_or(|files| files.contains(&file)));
        here.map(|(n, _)| n).collect()
    };
    while holds.contains(&true) {
        let mut changed: BTreeMap<usize, (Recognised, Vec<ReadCell>)> = BTreeMap::new();
        for (file, (book, known)) in books.iter().zip(&recognised).enumerate() {
            let found: Vec<&Finding> = book.findings.iter().chain(&known.findings).collect();
            if let Some((seen, cells)) = overlay(book, file as u32, waivers, &of_file(file as u32, &holds), &found) {
                changed.insert(file, (recognise(&seen, file as u32, words), cells));
            }
        }
        let sheets = recognised.iter().enumerate().map(|(file, known)| {
            let known = changed.get(&file).map_or(known, |(recognised, _)| recognised);
            known.sheets.as_slice()
        });
        let (as_of, _) = days_of(sheets, asked.as_of, asked.today);
        let still: Vec<bool> =
            holds.iter().zip(waivers).map(|(holds, waiver)| *holds && !waiver.is_expired(as_of)).collect();
        if still == holds {
            let mut read = Vec::new();
            for (file, (settled, cells)) in changed {
                if let Some(known) = recognised.get_mut(file) {
                    *known = settled;
                }
                read.extend(cells);
            }
            return (recognised, read);
        }
        holds = still;
    }
    (recognised, Vec::new())
}

/// The vocabulary, with lists and column names of the user's own.
pub(super) fn words(asked: &Asked, templates: &Templates) -> Result<Vocabulary, Failure> {
    let mut words = Vocabulary::of_files(&|name| templates.words(name)).map_err(Failure::usage)?;
    if let Some(settings) = asked.workspace.as_ref().map(|workspace| &workspace.settings) {
        words = words.with_columns_of(&settings.text, "columns", &settings.origin).map_err(Failure::usage)?;
    }
    let Some(path) = &asked.columns else { return Ok(words) };
    let name = path.display().to_string();
    let text = intake::read_text(path, CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
    words.with_columns(&text.map_err(Failure::Usage)?, &name).map_err(Failure::usage)
}

/// The language that was asked for, where there is no workspace.
pub(super) fn localizer(lang: &LangArg, templates: &Templates) -> Result<Localizer, Failure> {
    language(lang.lang.as_deref(), templates)
}

/// A language by its code; English without.
pub(super) fn language(code: Option<&str>, templates: &Templates) -> Result<Localizer, Failure> {
    let known = || Lang::available().map(|lang| format!("{} ({})", lang.code(), lang.name())).collect::<Vec<_>>();
    let lang: Lang = code
        .unwrap_or(Lang::En.code())
        .parse()
        .map_err(|error: UnknownLang| Failure::Usage(anyhow!("{error}\nhint: languages are {}", known().join(", "))))?;
    speak(lang, templates)
}

/// A language, with texts of the user's own in their places.
pub(super) fn speak(lang: Lang, templates: &Templates) -> Result<Localizer, Failure> {
    let own = |lang: Lang| {
        let of = |folder: &str| templates.get(&format!("{folder}/{}.ftl", lang.code())).map(|own| own.text.as_str());
        let own: Vec<&str> = ["text", "mail"].into_iter().filter_map(of).collect();
        (!own.is_empty()).then(|| own.join("\n"))
    };
    let english = own(Lang::En).filter(|_| lang != Lang::En);
    Localizer::with_own(lang, own(lang).as_deref(), english.as_deref()).map_err(Failure::usage)
}
