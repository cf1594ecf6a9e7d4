//! What was asked for: the one place where arguments and the settings of a workspace come together. Arguments win.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow};
use jiff::Zoned;
use jiff::civil::Date;

use super::args::{BoundsArg, CheckArgs, ColumnsArg, LangArg, LooksArg, ReviewArgs, WorkspaceArg};
use super::{Failure, talk};
use crate::facts::Month;
use crate::intake::worker::Bounds;
use crate::rules::find;
use crate::workspace::{FILE, Workspace};

/// Memory for reading one file, in MiB, and time in seconds, where nothing else is said.
const MEMORY: u32 = 1024;
const SECONDS: u32 = 60;

/// What was asked for, by arguments and by the workspace's file. Nothing of it has been read but that file.
#[derive(Debug)]
pub(super) struct Asked {
    /// The workspace, if there is one.
    pub workspace: Option<Workspace>,
    /// Code of the language; `None` is English.
    pub lang: Option<String>,
    /// Folder of templates.
    pub templates: Option<PathBuf>,
    /// File of column names, beside those of the workspace.
    pub columns: Option<PathBuf>,
    /// What reading a file may cost.
    pub bounds: Bounds,
    /// Today. The only use of the clock: where no input names a month, it is the day to judge for.
    pub today: Date,
    /// The day to judge for.
    pub as_of: Option<Date>,
    /// Ruleset: a file, an ID or an edition.
    pub rules: Option<String>,
    /// File of markets.
    pub markets: Option<PathBuf>,
    /// Whether that file was typed, so that it wins over a list within the workspace's file.
    pub markets_typed: bool,
    /// The review to compare with, where one was named.
    pub previous: Vec<PathBuf>,
}

impl Asked {
    /// For a command that judges.
    pub(super) fn review(args: &ReviewArgs) -> Result<Self, Failure> {
        let asked = Self::reading(&args.workspace, &args.lang, &args.columns, &args.bounds)?;
        let settings = asked.workspace.as_ref().map(|workspace| (workspace, &workspace.settings));
        let rules = args.rules.clone().or_else(|| {
            let (workspace, settings) = settings?;
            let name = settings.ruleset.as_ref()?;
            // The name of a shipped one is no path.
            Some(if find(name).is_some() { name.clone() } else { workspace.path(name).display().to_string() })
        });
        let markets = || settings.and_then(|(workspace, s)| Some(workspace.path(&s.markets.as_ref()?.value)));
        Ok(Self {
            as_of: args.as_of.or_else(|| settings?.1.as_of),
            rules,
            markets: args.markets.clone().or_else(markets),
            markets_typed: args.markets.is_some(),
            previous: args.previous.clone(),
            ..asked
        })
    }

    /// For `check`, which does not judge.
    pub(super) fn check(args: &CheckArgs) -> Result<Self, Failure> {
        let asked = Self::reading(&args.workspace, &args.lang, &args.columns, &args.bounds)?;
        let as_of = asked.workspace.as_ref().and_then(|workspace| workspace.settings.as_of);
        Ok(Self { as_of, ..asked })
    }

    fn reading(
        workspace: &WorkspaceArg,
        lang: &LangArg,
        columns: &ColumnsArg,
        bounds: &BoundsArg,
    ) -> Result<Self, Failure> {
        let workspace = open(workspace.workspace.as_deref())?;
        let settings = workspace.as_ref().map(|workspace| (workspace, &workspace.settings));
        let templates = || settings.and_then(|(workspace, s)| Some(workspace.path(s.templates.as_ref()?)));
        let memory = bounds.max_memory.or_else(|| settings?.1.max_memory).unwrap_or(MEMORY);
        let seconds = bounds.max_seconds.or_else(|| settings?.1.max_seconds).unwrap_or(SECONDS);
        Ok(Self {
            lang: lang.lang.clone().or_else(|| settings?.1.language.clone()),
            templates: columns.templates.clone().or_else(templates),
            columns: columns.columns.clone(),
            bounds: Bounds {
                memory: usize::try_from(u64::from(memory) << 20).unwrap_or(usize::MAX),
                time: Duration::from_secs(u64::from(seconds)),
            },
            today: Zoned::now().date(),
            as_of: None,
            rules: None,
            markets: None,
            markets_typed: false,
            previous: Vec::new(),
            workspace,
        })
    }

    /// What to read: what was named, else the workspace's inbox.
    pub(super) fn inputs(&self, named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
        match &self.workspace {
            _ if !named.is_empty() => Ok(named.to_vec()),
            Some(workspace) => Ok(workspace.inputs()),
            None => Err(outside("no inputs were named")),
        }
    }

    /// Whether it is or will be known where the reports go.
    pub(super) fn can_write(&self, named: Option<&Path>) -> Result<(), Failure> {
        match (named, &self.workspace) {
            (None, None) => Err(outside("no folder for the reports was named with --out")),
            _ => Ok(()),
        }
    }

    /// Where the review of a month goes: the folder that was named, else the month's below the workspace's reviews.
    pub(super) fn out(&self, named: Option<&Path>, month: Month) -> Result<PathBuf, Failure> {
        self.can_write(named)?;
        let of_month = || self.workspace.as_ref().map(|workspace| workspace.review_of(month));
        Ok(named.map(Path::to_path_buf).or_else(of_month).unwrap_or_default())
    }

    /// What is no input wherever it lies: the output folder, else all reviews of the workspace.
    pub(super) fn no_input(&self, out: Option<&Path>) -> Option<PathBuf> {
        out.map(Path::to_path_buf).or_else(|| self.workspace.as_ref().map(Workspace::reviews_folder))
    }

    /// Theme and fonts.
    pub(super) fn looks(&self, args: &LooksArg) -> LooksArg {
        let path = |written: &dyn Fn(&Workspace) -> Option<String>| {
            self.workspace.as_ref().and_then(|workspace| Some(workspace.path(&written(workspace)?)))
        };
        LooksArg {
            theme: args.theme.clone().or_else(|| path(&|workspace| workspace.settings.theme.clone())),
            fonts: args
                .fonts
                .clone()
                .or_else(|| path(&|workspace| Some(workspace.settings.fonts.as_ref()?.value.clone()))),
        }
    }
}

/// Something that only a workspace could give is missing.
fn outside(what: &str) -> Failure {
    Failure::Usage(anyhow!(
        "{what}, and there is no workspace here that could say\n\
         hint: tiergap run INPUT --out DIR, or make a workspace with `tiergap init`"
    ))
}

/// The workspace that a review lies in, its folder as it was typed, as far as it was.
pub(super) fn around(review: &Path) -> Option<PathBuf> {
    let real = Workspace::folder_above(&review.canonicalize().ok()?)?;
    let is_it = |folder: &Path| {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        folder.canonicalize().is_ok_and(|folder| folder == real)
    };
    let typed = review.ancestors().find(|folder| is_it(folder)).map(Path::to_path_buf);
    Some(typed.unwrap_or(real))
}

/// The workspace in a folder that was named, else the one that the current folder lies in.
pub(super) fn open(named: Option<&Path>) -> Result<Option<Workspace>, Failure> {
    let folder = match named {
        Some(folder) => Some(folder.to_path_buf()),
        None => {
            let here = std::env::current_dir().context("cannot tell which folder this is").map_err(Failure::Usage)?;
            Workspace::folder_above(&here)
        }
    };
    let Some(folder) = folder else { return Ok(None) };
    let workspace = Workspace::open(&folder).map_err(Failure::usage)?;
    talk::say(&format!("{}workspace{:#}: {}", talk::FAINT, talk::FAINT, folder.join(FILE).display()));
    Ok(Some(workspace))
}
