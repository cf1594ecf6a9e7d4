//! The only room that writes: output folders appear whole or not at all, and nothing is overwritten that `tiergap`
//! did not write.

mod folder;
mod manifest;
mod names;

pub use folder::{DeliverError, Staging};
pub use manifest::{MANIFEST, Manifest, WrittenFile};
pub use names::{Names, file_name};
