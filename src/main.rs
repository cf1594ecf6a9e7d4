//! `tiergap`: partner compliance reviews from Excel exports. See `README.md`.

fn main() -> std::process::ExitCode {
    tiergap::cli::main()
}
