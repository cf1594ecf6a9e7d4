//! What the fuzz targets share. `tests/fuzz_seeds.rs` includes the same files, so that every build of the main
//! program's tests takes each target over its seeds and some mutations of them.

pub mod guard;
pub mod packed;
pub mod seeds;
pub mod targets;

/// To be called before a target's first input. With `TIERGAP_FUZZ_SEEDS` set to a folder it writes the target's seeds
/// there and ends the process.
pub fn begin(name: &str) {
    guard::install();
    let Some(folder) = std::env::var_os("TIERGAP_FUZZ_SEEDS") else { return };
    let folder = std::path::PathBuf::from(folder);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let made = seeds::of(name, &root);
    std::fs::create_dir_all(&folder).expect("the folder for the seeds");
    for (n, seed) in made.iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{n:03}")), seed).expect("a seed is written");
    }
    println!("{name}: {} seeds", made.len());
    std::process::exit(0);
}

/// A fuzz target by its name in [`targets::ALL`].
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        libfuzzer_sys::fuzz_target!(init: $crate::begin(stringify!($name)), |data: &[u8]| -> () {
            $crate::targets::$name(data)
        });
    };
}
