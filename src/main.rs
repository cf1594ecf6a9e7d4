//! `tiergap`: partner compliance reviews from Excel exports. See `README.md`.

#[cfg(not(unix))]
use std::alloc::System as Allocator;

use cap::Cap;
use tiergap::intake::worker::Heap;
#[cfg(unix)]
use tikv_jemallocator::Jemalloc as Allocator;

/// Counts what is in use. Bounded only in processes that read strangers' files.
#[global_allocator]
static MEMORY: Cap<Allocator> = Cap::new(Allocator, usize::MAX);

fn main() -> std::process::ExitCode {
    tiergap::cli::main(&Heap { limit: |bytes| MEMORY.set_limit(bytes).is_ok(), used: || MEMORY.allocated() })
}
