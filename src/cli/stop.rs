//! Ending when asked to: on Ctrl-C or a request to terminate, what is in the making is given up and removed.

#[cfg(unix)]
use std::io::IsTerminal as _;
#[cfg(unix)]
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use signal_hook::consts::{SIGINT, SIGTERM};

use super::talk;
use crate::deliver;
#[cfg(unix)]
use crate::intake;

/// The exit code of a program that was interrupted, as shells have it.
const INTERRUPTED: i32 = 130;

/// How often the wish is looked for.
const LOOK: Duration = Duration::from_millis(40);

/// Bytes of what the system tells of the program at most.
#[cfg(unix)]
const STATUS_BYTES: u64 = 64 << 10;

/// How long a message in flight is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether hanging up is ignored, as whoever started the program wanted it. Linux tells; elsewhere whoever wanted it has
/// led the output away from the terminal.
#[cfg(unix)]
fn outlives_its_terminal() -> bool {
    let ignored = |status: String| {
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?.trim().to_owned();
        let hangup = 1_u64 << (signal_hook::consts::SIGHUP - 1);
        u64::from_str_radix(&mask, 16).ok().map(|mask| mask & hangup != 0)
    };
    let told = intake::read_text(Path::new("/proc/self/status"), STATUS_BYTES).ok().and_then(ignored);
    told.unwrap_or_else(|| !std::io::stdout().is_terminal() && !std::io::stderr().is_terminal())
}

/// What a command has to say when it is ended; it hears whether a message was not waited for to its end.
type Words = Box<dyn FnOnce(bool) -> String + Send>;

/// Those of the command at work.
static LAST_WORDS: Mutex<Option<Words>> = Mutex::new(None);

/// Whoever ends the program tells this.
pub(super) fn last_words(words: impl FnOnce(bool) -> String + Send + 'static) {
    *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(words));
}

/// There is no more to tell.
pub(super) fn no_last_words() {
    *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// Whether the program was asked to end.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From now on, the program ends in order when asked to. Where the system refuses, it ends without.
    pub(super) fn listen() -> Self {
        let stop = Self::default();
        for signal in [SIGINT, SIGTERM] {
            let _ = signal_hook::flag::register(signal, Arc::clone(&stop.0));
        }
        // A terminal that is closed, or a line to another machine that breaks; unless the program was started to go on
        // even then, as `nohup` does.
        #[cfg(unix)]
        if !outlives_its_terminal() {
            let _ = signal_hook::flag::register(signal_hook::consts::SIGHUP, Arc::clone(&stop.0));
        }
        // A file that gets larger than the system allows is then an error to tell, not the end of the program.
        #[cfg(unix)]
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
        let asked = Arc::clone(&stop.0);
        let watch = move || {
            while !asked.load(Ordering::Relaxed) {
                std::thread::sleep(LOOK);
            }
            // A message that is being handed over is not left in doubt, if the server answers in time.
            let in_doubt = deliver::mail::wait_for_message(PATIENCE);
            let given_up = deliver::abandon();
            let words = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take();
            match words {
                Some(words) => talk::error(&format!("interrupted\n  {}", words(in_doubt))),
                None if given_up => talk::error("interrupted, nothing was written"),
                None => talk::error("interrupted"),
            }
            std::process::exit(INTERRUPTED);
        };
        let _ = std::thread::Builder::new().name("stop".to_owned()).spawn(watch);
        stop
    }

    /// Does not return if the program was asked to end: the other thread is about to do it.
    pub(super) fn wait_if_asked(&self) {
        while self.0.load(Ordering::Relaxed) {
            std::thread::sleep(LOOK);
        }
    }
}
