//! `tiergap watch`: files are checked as they land in a folder, each once it is whole.
//!
//! What tells of changes only wakes: whatever it says or misses, the folder is looked at as a run would, and what
//! counts is what is there. So network drives that tell nothing differ in patience only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::anyhow;
use clap::Args;
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::args::{Format, LooksArg, ReviewArgs, RunArgs};
use super::job::Job;
use super::run::{outcome, run};
use super::{Failure, Outcome, check, inputs, talk};
use crate::deliver::is_workplace;
use crate::finding::{Arg, Code, Finding};
use crate::intake::{self, Landed, Landing, Seen, Stamp, is_unfinished};
use crate::say;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap watch inbox
  tiergap watch inbox --run --out review       run the review again when nothing more lands
  tiergap watch /mnt/share/inbox --poll 10     on a network drive that does not tell of changes
  tiergap watch inbox --once                   for scripts: what is there and what still lands

It ends on Ctrl-C, with exit code 130; with --once by itself, with the exit code of `check`.";

/// How often the folder is looked at while something is landing.
const SOON: Duration = Duration::from_millis(200);
/// How often it is looked at though nothing is told: a message may get lost.
const LATER: Duration = Duration::from_secs(30);
/// How often it is looked at where the system cannot tell of changes.
const POLL: u64 = 5;
/// How long after something landed the review is run again, and `--once` ends.
const QUIET: u64 = 5;

/// Arguments of `watch`.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// Folder to watch, with the folders in it [default: a workspace's inbox, else the current folder]
    pub dir: Option<PathBuf>,
    /// Look at the folder every so many seconds instead of being told of changes
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub poll: Option<u64>,
    /// Run the review again when nothing more lands
    #[arg(long)]
    pub run: bool,
    /// Folder for the reports of --run [default in a workspace: the month's folder below its reviews]
    #[arg(long, value_name = "DIR", requires = "run")]
    pub out: Option<PathBuf>,
    /// Seconds without a change after which nothing more is expected
    #[arg(long, value_name = "SECONDS", default_value_t = QUIET, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub quiet: u64,
    /// Check what is there and what lands until it is quiet, then end
    #[arg(long)]
    pub once: bool,
    #[command(flatten)]
    pub review: ReviewArgs,
    #[command(flatten)]
    pub looks: LooksArg,
}

pub(super) fn watch(args: WatchArgs) -> Result<Outcome, Failure> {
    let job = Job::of(&args.review)?;
    let inbox = || job.asked.workspace.as_ref().and_then(|workspace| workspace.inputs().into_iter().next());
    let named = args.dir.clone().or_else(inbox).unwrap_or_else(|| PathBuf::from("."));
    if args.run {
        job.asked.can_write(args.out.as_deref())?;
    }
    let folder = named.canonicalize().ok().filter(|folder| folder.is_dir());
    let Some(folder) = folder else {
        return Err(Failure::Usage(anyhow!("{} is no folder that can be watched", named.display())));
    };
    let shown = named.display().to_string();
    let again = args.run.then_some(RunArgs {
        only: Vec::new(),
        // In a workspace the run knows itself what to read, if it is more than this folder.
        inputs: args.dir.into_iter().collect(),
        out: args.out,
        review: args.review,
        format: Format::Human,
        looks: args.looks,
        replace_signed: false,
        shard: None,
    });
    let mut watch = Watch {
        folder,
        shown,
        job,
        again,
        landing: Landing::new(Duration::from_secs(1)),
        busy: Busy::default(),
        passed: BTreeMap::new(),
        unreachable: false,
        outcome: Outcome::Done,
    };
    watch.follow(args.poll, Duration::from_secs(args.quiet), args.once)
}

/// The files that a program is known to be writing, where the system tells when it is done.
#[derive(Debug, Clone, Default)]
struct Busy(Arc<Mutex<BTreeSet<PathBuf>>>);

impl Busy {
    fn hear(&self, event: &Event) {
        let mut busy = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match event.kind {
            EventKind::Modify(ModifyKind::Data(_)) => busy.extend(event.paths.iter().cloned()),
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(_))
            | EventKind::Remove(_) => {
                for path in &event.paths {
                    busy.remove(path);
                }
            }
            _ => {}
        }
    }

    fn has(&self, path: &Path) -> bool {
        // Elsewhere nobody says when a file is closed, so that every one that was written would count as busy.
        cfg!(target_os = "linux") && self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }
}

struct Watch {
    /// The folder without links, as the system tells of it.
    folder: PathBuf,
    /// As it was named.
    shown: String,
    job: Job,
    /// The run that is to be repeated.
    again: Option<RunArgs>,
    landing: Landing,
    busy: Busy,
    /// What no reader is for: since when it has been there, and whether it was told.
    passed: BTreeMap<String, (Instant, bool)>,
    unreachable: bool,
    outcome: Outcome,
}

impl Watch {
    /// Looks at the folder whenever something may have changed, until all is quiet if `once`, else for ever.
    fn follow(&mut self, poll: Option<u64>, quiet: Duration, once: bool) -> Result<Outcome, Failure> {
        let (wake, woken) = channel();
        let told = match poll {
            Some(_) => None,
            None => self.listen(&wake),
        };
        let pause = match (&told, poll) {
            (Some(_), _) => LATER,
            (None, seconds) => Duration::from_secs(seconds.unwrap_or(POLL)),
        };
        if !once {
            let (files, passed) = self.look();
            self.landing.take_for_known(Instant::now(), files);
            self.passed = passed.into_iter().map(|name| (name, (Instant::now(), true))).collect();
        }
        let files = if once { self.look().0.len() } else { self.landing.count() };
        talk::say(&say!(self.job.text, "watch-begins", folder = talk::visible(&self.shown), files = files as u64));
        let mut changed = Instant::now();
        let (mut is_due, mut any) = (false, false);
        loop {
            let landed = self.settle()?;
            any |= landed;
            is_due = self.again.is_some() && (is_due || landed);
            if landed || !self.landing.is_settled() || self.unreachable {
                changed = Instant::now();
            }
            let is_quiet = changed.elapsed() >= quiet;
            if is_quiet && is_due && !self.unreachable {
                is_due = false;
                self.run_again();
                changed = Instant::now();
            } else if is_quiet && once {
                if !any && !self.unreachable {
                    let key = if self.again.is_some() { "watch-nothing-to-run" } else { "watch-nothing" };
                    talk::say(&self.job.text.message(key, &[("folder", talk::visible(&self.shown).into())]));
                }
                return Ok(self.outcome);
            }
            let waits = !self.landing.is_settled() || is_due || once;
            nap(&woken, if waits { pause.min(SOON) } else { pause });
        }
    }

    /// Has the system wake us; where it cannot, why is told.
    fn listen(&self, wake: &Sender<()>) -> Option<RecommendedWatcher> {
        let (wake, busy) = (wake.clone(), self.busy.clone());
        let heard = move |event: notify::Result<Event>| {
            if let Ok(event) = &event {
                busy.hear(event);
                // Reading a file changes nothing; our own reading would wake us for ever.
                let is_reading =
                    matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
                if is_reading {
                    return;
                }
            }
            let _ = wake.send(());
        };
        let watcher = notify::recommended_watcher(heard).and_then(|mut watcher| {
            watcher.watch(&self.folder, RecursiveMode::Recursive)?;
            Ok(watcher)
        });
        match watcher {
            Ok(watcher) => Some(watcher),
            Err(error) => {
                let detail = talk::visible(&error.to_string());
                talk::say(&say!(self.job.text, "watch-polls", detail = detail, seconds = POLL));
                None
            }
        }
    }

    /// Everything that is there, as a run would find it: files to read, and the names of those that no reader is for.
    fn look(&mut self) -> (Vec<Seen>, Vec<String>) {
        let out = self.again.as_ref().and_then(|run| run.out.as_deref());
        let found = inputs::discover(std::slice::from_ref(&self.folder), out, &self.job.asked);
        let files = found.sources.into_iter().filter(|source| !is_unfinished(&source.label)).filter_map(|source| {
            let stamp = Stamp::of(&source.path)?;
            Some(Seen { stamp, busy: self.busy.has(&source.path), source })
        });
        (files.collect(), found.findings.iter().filter_map(passed_over).collect())
    }

    /// Looks at the folder and tells what landed and what is gone; whether anything did or is.
    fn settle(&mut self) -> Result<bool, Failure> {
        let is_there = self.folder.is_dir();
        if is_there == self.unreachable {
            let key = if is_there { "watch-reachable" } else { "watch-unreachable" };
            talk::say(&self.job.text.message(key, &[("folder", talk::visible(&self.shown).into())]));
            self.unreachable = !is_there;
        }
        if !is_there {
            return Ok(false);
        }
        let (files, passed) = self.look();
        let now = Instant::now();
        self.tell_passed(now, passed);
        let landed = self.landing.look(now, files, &intake::opens);
        let any = !landed.is_empty();
        for landed in landed {
            match landed {
                Landed::Whole(source) => {
                    let mut inputs = self.job.read_one(source)?;
                    let told = (&self.job.asked, &self.job.text);
                    check::tell(&mut inputs, Format::Human, &self.job.words, told)?;
                    self.note(outcome(&inputs.findings));
                }
                Landed::Gone(label) => {
                    talk::data(&say!(self.job.text, "watch-gone", file = talk::visible(&label)));
                }
            }
        }
        Ok(any)
    }

    /// Tells once what lies there and is passed over.
    fn tell_passed(&mut self, now: Instant, passed: Vec<String>) {
        let mut before = std::mem::take(&mut self.passed);
        for name in passed {
            let (since, told) = before.remove(&name).unwrap_or((now, false));
            let tells = !told && now.saturating_duration_since(since) >= Duration::from_secs(1);
            if tells {
                talk::data(&say!(self.job.text, "watch-passed", file = talk::visible(&name)));
            }
            self.passed.insert(name, (since, told || tells));
        }
    }

    fn run_again(&mut self) {
        let Some(args) = &self.again else { return };
        talk::say(&self.job.text.message("watch-runs", &[]));
        match run(args) {
            Ok(outcome) => self.note(outcome),
            // What is wrong now may be put right by what lands next.
            Err(Failure::Usage(error) | Failure::Nothing(error)) => {
                talk::error(&format!("{error:#}"));
                self.note(Outcome::DoneWithErrors);
            }
        }
    }

    fn note(&mut self, outcome: Outcome) {
        if outcome == Outcome::DoneWithErrors {
            self.outcome = outcome;
        }
    }
}

/// The name of a file that no reader is for. What is hidden, ours or not yet whole concerns nobody.
fn passed_over(finding: &Finding) -> Option<String> {
    let name = finding.args.iter().find_map(|(name, value)| match value {
        Arg::Text(text) if *name == "name" => Some(text.as_str()),
        _ => None,
    })?;
    let concerns = finding.code == Code::UnsupportedFile && !is_unfinished(name) && !is_workplace(name);
    concerns.then(|| name.to_owned())
}

/// Waits until something may have changed, at most so long. A burst of messages wakes once.
fn nap(woken: &Receiver<()>, pause: Duration) {
    if woken.recv_timeout(pause).is_ok() {
        std::thread::sleep(SOON / 4);
        while woken.try_recv().is_ok() {}
    }
}
