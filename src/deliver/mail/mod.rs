//! Messages to partners: each gets its own report, once.
//!
//! [`Reviewed`] is what a review says of its partners, read from its `results.json`; a [`Letter`] is what one message
//! says, [`Message`] its bytes. [`Settings`] say from whom and through which server. A message becomes a draft
//! ([`Drafts`]) or goes out ([`send()`]), which the [`Ledger`] remembers: whatever happens to the program meanwhile, nobody
//! gets a report twice without being asked for.

mod address;
mod drafts;
mod ledger;
mod letter;
mod message;
mod reviewed;
mod send;
mod settings;
mod smtp;

pub use address::{Unusable, clean, usable};
pub use drafts::Drafts;
pub use ledger::{Attempt, Ledger, LedgerError, Occasion, Past, Step, ledger_path};
pub use letter::{Letter, Sender};
pub use message::{Attachment, BuildError, Message, Parties};
pub use reviewed::{ReviewError, Reviewed, ReviewedPartner};
pub use send::{Outcome, Pace, Parcel, Records, send, wait_for_message};
pub use settings::{PasswordSource, Security, Settings, SettingsProblem, Smtp};
pub use smtp::{Failure, Line, Trouble};
