//! The short form of the fuzzing: every target of `fuzz/` over its seeds and over some hundred mutations of them, the
//! same ones each time. See `docs/robustness.md` for the long form.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![allow(dead_code)]

#[path = "../fuzz/src/guard.rs"]
mod guard;
#[path = "../fuzz/src/packed.rs"]
mod packed;
#[path = "../fuzz/src/seeds.rs"]
mod seeds;
#[path = "../fuzz/src/targets.rs"]
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// A small generator of its own: the same mutations on every machine and with every version of a library.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// What breaks readers more often than chance would.
const TOKENS: [&[u8]; 24] = [
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"\x7f\xff\xff\xff",
    b"\x80",
    b"\"",
    b"'",
    b"<",
    b"</",
    b"&#x110000;",
    b"&lt;",
    b"<![CDATA[",
    b"18446744073709551616",
    b"-1",
    b"1e400",
    b"NaN",
    b"XFD1048577",
    b"\xe2\x80\xae",
    b"\xcc\x81",
    b"\xef\xbb\xbf",
    b"\t",
    b"\n",
    b"\r",
    b"\x0c",
    b"\\u0000",
];

fn mutate(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.next(seeds.len())].clone();
    for _ in 0..=random.next(4) {
        let at = random.next(bytes.len() + 1);
        let most = if random.next(4) == 0 { 2_000 } else { 8 };
        let end = (at + 1 + random.next(most)).min(bytes.len());
        match random.next(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.next(8),
            1 if at < bytes.len() => bytes[at] = random.next(256) as u8,
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                let to = random.next(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            4 => drop(bytes.splice(at..at, TOKENS[random.next(TOKENS.len())].iter().copied())),
            5 => {
                let other = &seeds[random.next(seeds.len())];
                let from = random.next(other.len() + 1);
                let to = (from + random.next(400)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

/// What this thread has had of the processor, where the system tells: on a machine that does other things too, the
/// clock says little.
fn on_the_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Takes a target over its seeds and `tries` mutations; `TIERGAP_FUZZ_TRIES` asks for more, and `TIERGAP_FUZZ_START`
/// for others.
fn short(name: &str, tries: usize) {
    let asked = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<usize>().ok());
    let tries = asked("TIERGAP_FUZZ_TRIES").unwrap_or(tries);
    let target = targets::ALL.iter().find(|(known, _)| *known == name).expect("a target of that name").1;
    let seeds = seeds::of(name, Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(seeds.len() > 1, "{name} has no seeds");
    let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ asked("TIERGAP_FUZZ_START").unwrap_or(0) as u64);
    for n in 0..seeds.len() + tries {
        let bytes = seeds.get(n).cloned().unwrap_or_else(|| mutate(&seeds, &mut random));
        let begun = (Instant::now(), on_the_processor());
        let result = catch_unwind(AssertUnwindSafe(|| target(&bytes)));
        let spent = match (begun.1, on_the_processor()) {
            (Some(begun), Some(ended)) => ended.saturating_sub(begun),
            _ => begun.0.elapsed(),
        };
        let slow = spent > Duration::from_secs(10);
        if result.is_err() || slow {
            let path = std::env::temp_dir().join(format!("tiergap-{name}-{n}"));
            std::fs::write(&path, &bytes).unwrap();
            panic!("{name}: input {n} {}; it is in {}", if slow { "is slow" } else { "panics" }, path.display());
        }
    }
}

macro_rules! short_forms {
    ($($name:ident $tries:literal,)*) => {
        $(#[test] fn $name() { short(stringify!($name), $tries); })*

        #[test]
        fn every_target_has_its_short_form_and_its_program() {
            let mut here = vec![$(stringify!($name)),*];
            let mut all: Vec<&str> = targets::ALL.iter().map(|(name, _)| *name).collect();
            here.sort_unstable();
            all.sort_unstable();
            assert_eq!(here, all);
            let manifest = include_str!("../fuzz/Cargo.toml");
            for name in all {
                assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
            }
        }
    };
}

short_forms! {
    file 200,
    xlsx 300,
    xlsb 300,
    xls 300,
    ods 300,
    delimited 200,
    html 200,
    spreadsheetml 300,
    sheet 200,
    values 300,
    credential 300,
    review 120,
    reports 8,
    ruleset 300,
    theme 300,
    logo 300,
    columns 100,
    words 30,
    previous 300,
    texts 300,
    workspace 300,
}
