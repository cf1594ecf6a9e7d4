//! The only room that writes: output folders appear whole or not at all, and nothing is overwritten that `tiergap`
//! did not write. What a run that was killed left behind is put right by the next one.

mod add;
mod error;
mod folder;
pub mod mail;
mod manifest;
mod names;
mod ours;
mod signing;
mod stream;
mod swap;
mod verify;
mod workplace;

pub use add::add_missing;
pub use error::DeliverError;
pub use folder::{Staging, abandon};
pub use manifest::{InputFile, MANIFEST, Manifest, Origin, RulesetId, Tool, WrittenFile};
pub use names::{Names, file_name};
pub use signing::{Entry, RESULTS, SIGN_OFF, SignOff, signers};
pub use stream::Stream;
pub use verify::{Differs, Inspection, Written, inspect};
pub use workplace::is_workplace;
