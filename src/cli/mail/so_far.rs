//! What became of the messages so far, also for whoever ends the program while they are sent.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::prepare::Desk;
use crate::cli::stop;
use crate::deliver::mail::{Outcome, ledger_path};

/// Partners that are named; the rest is counted.
const NAMED: usize = 10;

/// The messages of one sending.
#[derive(Debug, Clone)]
pub(super) struct SoFar(Arc<Mutex<Messages>>);

#[derive(Debug, Default)]
struct Messages {
    /// What the partner of each sheet is called.
    names: Vec<String>,
    /// The sheets that are to be sent.
    ready: Vec<usize>,
    /// The sheets that were taken, in order.
    taken: Vec<usize>,
    /// What became of those, as far as it is known.
    became: Vec<Outcome>,
}

impl SoFar {
    /// From now on, who ends the program hears what went out and what did not.
    pub(super) fn listen(names: Vec<String>, ready: &[usize], desk: &Desk<'_>) -> Self {
        let ready = ready.to_vec();
        let so_far = Self(Arc::new(Mutex::new(Messages { names, ready, ..Messages::default() })));
        let (told, ledger) =
            (so_far.clone(), desk.me.is_none().then(|| ledger_path(&desk.shown).display().to_string()));
        stop::last_words(move |in_doubt| told.lock().words(in_doubt, ledger.as_deref()));
        so_far
    }

    fn lock(&self) -> MutexGuard<'_, Messages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The message of a sheet is about to be handed over.
    pub(super) fn begins(&self, sheet: usize) {
        self.lock().taken.push(sheet);
    }

    /// What became of the one that was begun last.
    pub(super) fn ends(&self, what: &Outcome) {
        self.lock().became.push(what.clone());
    }

    /// How many went out.
    pub(super) fn sent(&self) -> usize {
        self.lock().became.iter().filter(|what| matches!(what, Outcome::Sent(_))).count()
    }

    /// What became of each sheet, and no more to be said of it to who ends the program.
    pub(super) fn handled(&self) -> Vec<(usize, Outcome)> {
        stop::no_last_words();
        let messages = self.lock();
        messages.taken.iter().copied().zip(messages.became.iter().cloned()).collect()
    }
}

impl Messages {
    /// What went out and what did not; `in_doubt` says that the server has not answered to the last one.
    fn words(&self, in_doubt: bool, ledger: Option<&str>) -> String {
        let both = || self.taken.iter().zip(&self.became);
        let sent: Vec<usize> = both().filter(|(_, what)| matches!(what, Outcome::Sent(_))).map(|(n, _)| *n).collect();
        let mut doubtful: Vec<usize> =
            both().filter(|(_, what)| matches!(what, Outcome::Unknown(_))).map(|(n, _)| *n).collect();
        doubtful.extend(self.taken.get(self.became.len()).filter(|_| in_doubt));
        let out = |n: &&usize| !sent.contains(n) && !doubtful.contains(n);
        let missing: Vec<usize> = self.ready.iter().filter(out).copied().collect();
        let mut said = vec![format!("sent: {}", self.list(&sent)), format!("not sent: {}", self.list(&missing))];
        if !doubtful.is_empty() {
            said.push(format!("sent or not, nobody can tell: {}", self.list(&doubtful)));
        }
        if let Some(ledger) = ledger {
            said.push(format!("hint: this is noted in {ledger}; run again, and only what is missing is sent"));
        }
        said.join("\n  ").replace("\n  hint", "\nhint")
    }

    /// How many, and the names of the first ones.
    fn list(&self, sheets: &[usize]) -> String {
        if sheets.is_empty() {
            return "none".to_owned();
        }
        let names: Vec<&str> =
            sheets.iter().take(NAMED).filter_map(|n| self.names.get(*n)).map(String::as_str).collect();
        let more = match sheets.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        format!("{} ({}{more})", sheets.len(), names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_in_one_of_the_lists() {
        let names = ["A", "B", "C", "D", "E"].map(str::to_owned).to_vec();
        let ready = vec![0, 1, 2, 4];
        let became = vec![Outcome::Sent("250".to_owned()), Outcome::Refused("550".to_owned())];
        let all = Messages { names, ready, taken: vec![0, 1, 2], became };
        assert_eq!(
            all.words(true, Some("r.jsonl")),
            "sent: 1 (A)\n  not sent: 2 (B, E)\n  sent or not, nobody can tell: 1 (C)\n\
             hint: this is noted in r.jsonl; run again, and only what is missing is sent"
        );
        assert_eq!(all.words(false, None), "sent: 1 (A)\n  not sent: 3 (B, C, E)");
    }
}
