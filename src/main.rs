//! `tiergap`: partner compliance reviews from Excel exports. See `README.md`.

use cap::Cap;
use mimalloc::MiMalloc;
use tiergap::intake::worker::Heap;

/// Counts what is in use. Bounded only in processes that read strangers' files.
#[global_allocator]
static MEMORY: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

fn main() -> std::process::ExitCode {
    tiergap::cli::main(&Heap { limit: |bytes| MEMORY.set_limit(bytes).is_ok(), used: || MEMORY.allocated() })
}
