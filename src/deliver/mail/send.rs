//! Sending: one message after the other, not too fast, each tried again where that may help, each noted before and after.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use super::ledger::{Attempt, Ledger, LedgerError, Occasion, Step};
use super::message::Message;
use super::smtp::{Line, Trouble};

/// The longest wait before a message is tried again.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

/// Messages in a row over which the connection broke: then something is wrong with the server, not with them.
const BROKEN_IN_A_ROW: u32 = 3;

/// Held while a message is handed over: whoever ends the program in order waits for it.
static IN_FLIGHT: Mutex<()> = Mutex::new(());

/// Whether the program is about to end: then no message begins.
static ENDING: AtomicBool = AtomicBool::new(false);

/// Waits until no message is being handed over, and lets none begin; for a program that has to end. Gives up after
/// `patience`; whether it had to wait in vain.
pub fn wait_for_message(patience: Duration) -> bool {
    ENDING.store(true, Ordering::SeqCst);
    let begun = Instant::now();
    loop {
        match IN_FLIGHT.try_lock() {
            Ok(_) | Err(TryLockError::Poisoned(_)) => return false,
            Err(TryLockError::WouldBlock) if begun.elapsed() > patience => return true,
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// How fast and how stubbornly.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Time between the beginnings of two messages at least.
    pub apart: Duration,
    /// How often a message is tried again.
    pub retries: u32,
    /// The wait before the first of these; each further one is twice as long.
    pub wait: Duration,
}

/// A message and whom it is for.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// The partner's key.
    pub partner: String,
    /// The recipient's address, for the ledger.
    pub to: String,
    /// The message.
    pub message: Message,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server has it; its answer.
    Sent(String),
    /// The server does not take it; why.
    Refused(String),
    /// It could not be handed over, however often it was tried; why.
    Failed(String),
    /// The server may have it or not; why.
    Unknown(String),
    /// It was not tried, because no message would have gone out; why.
    NotTried(String),
}

/// Where it is noted what was sent: nothing is, where messages go to the reviewer.
#[derive(Debug)]
pub struct Records<'a> {
    /// The ledger.
    pub ledger: &'a mut Ledger,
    /// The review.
    pub occasion: &'a Occasion,
}

impl Records<'_> {
    fn note(&mut self, parcel: &Parcel, step: Step<'_>) -> Result<(), LedgerError> {
        let attempt = Attempt { partner: &parcel.partner, to: &parcel.to, message: &parcel.message.id };
        self.ledger.note(self.occasion, &attempt, step)
    }
}

/// Sends messages in order. `told` hears what became of each, by its position.
///
/// # Errors
/// If something cannot be noted: then nothing more is sent.
pub fn send(
    parcels: &mut dyn Iterator<Item = Parcel>,
    line: &mut Line,
    mut records: Option<Records<'_>>,
    pace: Pace,
    told: &mut dyn FnMut(usize, &Outcome),
) -> Result<(), LedgerError> {
    let mut last: Option<Instant> = None;
    let mut closed: Option<String> = None;
    let mut broken = 0;
    for (n, parcel) in parcels.enumerate() {
        if let Some(why) = &closed {
            told(n, &Outcome::NotTried(why.clone()));
            continue;
        }
        let mut attempt = 0;
        let (outcome, trouble) = loop {
            if let Some(last) = last {
                std::thread::sleep(pace.apart.saturating_sub(last.elapsed()));
            }
            last = Some(Instant::now());
            let (outcome, trouble, held) = hand_over(&parcel, line, records.as_mut())?;
            let may_pass = matches!(trouble, Some(Trouble::NotNow | Trouble::Broken | Trouble::Unreachable));
            if !may_pass || attempt >= pace.retries {
                // Whoever ends the program hears of it first.
                told(n, &outcome);
                drop(held);
                break (outcome, trouble);
            }
            drop(held);
            std::thread::sleep(pace.wait.saturating_mul(1 << attempt.min(16)).min(LONGEST_WAIT));
            attempt += 1;
        };
        broken = if matches!(trouble, Some(Trouble::Broken | Trouble::Unknown)) { broken + 1 } else { 0 };
        let no_more = matches!(trouble, Some(Trouble::Closed | Trouble::Unreachable)) || broken >= BROKEN_IN_A_ROW;
        if let Outcome::Refused(why) | Outcome::Failed(why) | Outcome::Unknown(why) = &outcome
            && no_more
        {
            closed = Some(why.clone());
        }
    }
    line.close();
    Ok(())
}

/// One attempt, noted before and after. Nobody ends the program before what is returned last is dropped.
fn hand_over(
    parcel: &Parcel,
    line: &mut Line,
    mut records: Option<&mut Records<'_>>,
) -> Result<(Outcome, Option<Trouble>, MutexGuard<'static, ()>), LedgerError> {
    let held = IN_FLIGHT.lock().unwrap_or_else(PoisonError::into_inner);
    if ENDING.load(Ordering::SeqCst) {
        drop(held);
        loop {
            std::thread::park();
        }
    }
    let mut noted = false;
    let result = line.send(&parcel.message, &mut || {
        noted = true;
        records.as_mut().map_or(Ok(()), |records| records.note(parcel, Step::Sending))
    })?;
    let (outcome, trouble) = match result {
        Ok(answer) => (Outcome::Sent(answer), None),
        Err(failure) => {
            let outcome = match failure.trouble {
                Trouble::Unknown => Outcome::Unknown(failure.why),
                Trouble::Refused => Outcome::Refused(failure.why),
                Trouble::Closed | Trouble::NotNow | Trouble::Broken | Trouble::Unreachable => {
                    Outcome::Failed(failure.why)
                }
            };
            (outcome, Some(failure.trouble))
        }
    };
    if noted && let Some(records) = records {
        match &outcome {
            Outcome::Sent(answer) => records.note(parcel, Step::Sent(answer))?,
            Outcome::Refused(why) | Outcome::Failed(why) => records.note(parcel, Step::Failed(why))?,
            Outcome::Unknown(_) | Outcome::NotTried(_) => {}
        }
    }
    Ok((outcome, trouble, held))
}
