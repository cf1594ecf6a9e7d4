//! `tiergap`: partner compliance reviews from Excel exports. See `README.md`.

use std::alloc::System;

use cap::Cap;
use tiergap::intake::worker::Heap;

/// Counts what is in use. Bounded only in processes that read strangers' files.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

fn main() -> std::process::ExitCode {
    tiergap::cli::main(&Heap { limit: |bytes| MEMORY.set_limit(bytes).is_ok(), used: || MEMORY.allocated() })
}
