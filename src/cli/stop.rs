//! Ending when asked to: on Ctrl-C or a request to terminate, what is in the making is given up and removed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use signal_hook::consts::{SIGINT, SIGTERM};

use super::talk;
use crate::deliver;

/// The exit code of a program that was interrupted, as shells have it.
const INTERRUPTED: i32 = 130;

/// How often the wish is looked for.
const LOOK: Duration = Duration::from_millis(40);

/// How long a message in flight is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

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
        // A terminal that is closed, or a line to another machine that breaks.
        #[cfg(unix)]
        let _ = signal_hook::flag::register(signal_hook::consts::SIGHUP, Arc::clone(&stop.0));
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
