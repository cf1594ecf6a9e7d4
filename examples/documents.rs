//! How long one report takes to write: a partner with 100 customer rows, as a PDF and as a workbook, on one thread.
//!
//! Prints a line of JSON for each document: its name, milliseconds of processor-bound time (the least of several
//! rounds) and bytes. Part of `just bench`.

use std::fmt::Write as _;
use std::time::Instant;

use jiff::civil::date;
use tiergap::facts::SheetFacts;
use tiergap::intake::{self, Limits};
use tiergap::recognise::{Markets, Vocabulary, recognise};
use tiergap::report::content::{self, Material};
use tiergap::report::pdf::{self, Fonts};
use tiergap::report::{excel, theme::Theme};
use tiergap::review::{Review, Terms};
use tiergap::rules::shipped;
use tiergap::text::{Lang, Localizer};

/// Rounds of each document.
const ROUNDS: usize = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words = Vocabulary::shipped()?;
    let review = review(&words)?;
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

/// One partner with 100 customers of one row each, of which some do not count, and four people.
fn review(words: &Vocabulary) -> Result<Review, Box<dyn std::error::Error>> {
    let mut usage = String::from(
        "MPN ID,Partner Name,Country,Market,Tenant ID,Customer Name,Workload,SKU,Trial,Association,Active Users,Month\n",
    );
    let workloads = ["Exchange Online", "SharePoint Online", "Skype for Business", "Yammer", "ProPlus"];
    let names = ["Contoso", "Fabrikam", "Müller & Söhne", "Ødegård", "Litware", "Żółw", "São Bento", "Wingtip Toys"];
    for row in 0..100_usize {
        let association = if row % 9 == 4 { "" } else { "Digital Partner of Record" };
        let trial = if row % 11 == 7 { "Yes" } else { "No" };
        writeln!(
            usage,
            "4711000,Alpine Cloud GmbH,Germany,Developed,{row:08x}-0000-4000-8000-000000000000,{} {row},{},Office 365 \
             E3,{trial},{association},{},2026-09",
            names[row % names.len()],
            workloads[row % workloads.len()],
            20 + (row * 37) % 150,
        )?;
    }
    let mut roster = String::from("MPN ID,MCP ID,Name,Email,Credential,Date Achieved,Status\n");
    for (person, name) in ["Anna Rossi", "Jörg Müller", "Ines Šimić", "Tom O'Brien"].into_iter().enumerate() {
        for exam in ["70-346", "70-347"].into_iter().take(1 + person % 2) {
            writeln!(roster, "4711000,88{person}00,{name},p{person}@alpine.example,{exam},2025-03-1{person},Passed")?;
        }
    }
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("usage.csv"), usage)?;
    std::fs::write(folder.path().join("roster.csv"), roster)?;
    let found = intake::discover(&[folder.path().to_path_buf()], None);
    let limits = Limits::default();
    let books: Vec<_> = found.sources.iter().enumerate().map(|(n, s)| intake::read(s, n as u32, &limits)).collect();
    let mut findings = Vec::new();
    let mut sheets: Vec<Vec<SheetFacts>> = Vec::new();
    for (file, book) in books.iter().enumerate() {
        let recognised = recognise(book, file as u32, words);
        findings.extend(recognised.findings);
        sheets.push(recognised.sheets);
    }
    let ruleset = shipped().first().ok_or("no ruleset")?.ruleset()?;
    let markets = Markets::shipped()?;
    let terms = Terms {
        associations: words.association_bits(&ruleset.entitlements.associations).map_err(|id| id.to_owned())?,
        ruleset,
        as_of: Some(date(2026, 9, 30)),
        today: date(2026, 9, 30),
        label_of: &|id| words.label(id).map(str::to_owned),
        market_of: &|country| markets.of(country),
        market_list: None,
        previous: None,
    };
    Ok(Review::judge(books, sheets, findings, terms))
}
