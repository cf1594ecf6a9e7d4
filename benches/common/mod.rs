//! A small review to measure with, made of the same rows every time.
#![allow(dead_code)]

use std::fmt::Write as _;

use jiff::civil::date;
use tiergap::facts::SheetFacts;
use tiergap::intake::{self, Book, Limits};
use tiergap::recognise::{Markets, Vocabulary, recognise};
use tiergap::review::{Review, Terms};
use tiergap::rules::shipped;

/// One partner with 100 customers of one row each, of which some do not count, and four people: usage and roster.
pub fn sheets() -> Result<(String, String), std::fmt::Error> {
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
    Ok((usage, roster))
}

/// What is read of files.
pub fn read(files: &[(&str, &[u8])]) -> Result<Vec<Book>, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes)?;
    }
    let found = intake::discover(&[folder.path().to_path_buf()], None);
    let limits = Limits::default();
    Ok(found.sources.iter().enumerate().map(|(n, source)| intake::read(source, n as u32, &limits)).collect())
}

/// The partner's review.
pub fn review(words: &Vocabulary) -> Result<Review, Box<dyn std::error::Error>> {
    let (usage, roster) = sheets()?;
    let books = read(&[("usage.csv", usage.as_bytes()), ("roster.csv", roster.as_bytes())])?;
    judged(books, words)
}

/// Books recognised and judged.
pub fn judged(books: Vec<Book>, words: &Vocabulary) -> Result<Review, Box<dyn std::error::Error>> {
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
        earlier: &[],
        waived: None,
        share: None,
    };
    Ok(Review::judge(books, sheets, findings, terms))
}
