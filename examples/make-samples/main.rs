//! Writes the sample inbox: `cargo run --example make-samples`.
//!
//! The same bytes come out every time. What each file shows is told in `docs/samples.md`; what a review of them
//! must find is worked out by hand in `samples/expected.toml`.

mod inbox;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let samples = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples"), PathBuf::from);
    for (path, bytes) in inbox::files()? {
        let path = samples.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(())
}
