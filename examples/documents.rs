//! How long one report takes to write: a partner with 100 customer rows, as a PDF and as a workbook, on one thread.
//!
//! Prints a line of JSON for each document: its name, milliseconds of processor-bound time (the least of several
//! rounds) and bytes. Part of `just bench`.

use std::time::Instant;

use tiergap::recognise::Vocabulary;
use tiergap::report::content::{self, Material};
use tiergap::report::pdf::{self, Fonts};
use tiergap::report::{excel, theme::Theme};
use tiergap::text::{Lang, Localizer};

#[path = "../benches/common/mod.rs"]
mod common;

/// The allocator of the program.
#[cfg(unix)]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Rounds of each document.
const ROUNDS: usize = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words = Vocabulary::shipped()?;
    let review = common::review(&words)?;
    let text = Localizer::new(Lang::En)?;
    let material = Material::new(&review, &words);
    let (fonts, theme) = (Fonts::load(None), Theme::shipped());
    let report = content::partner_report(&material, 0, &text).ok_or("no report")?;
    say("content", &mut || Ok(usize::from(content::partner_report(&material, 0, &text).is_some())))?;
    say("gap-report.pdf", &mut || Ok(pdf::gap_report_with(&report, &fonts, theme)?.bytes.len()))?;
    say("gap-report.xlsx", &mut || Ok(excel::gap_report_with(&report, theme)?.len()))?;
    Ok(())
}

fn say(
    name: &str,
    make: &mut dyn FnMut() -> Result<usize, Box<dyn std::error::Error>>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut least = f64::MAX;
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        bytes = make()?;
        least = least.min(begun.elapsed().as_secs_f64() * 1e3);
    }
    #[allow(clippy::print_stdout)]
    {
        println!("{{\"document\": \"{name}\", \"milliseconds\": {least:.3}, \"bytes\": {bytes}}}");
    }
    Ok(())
}
