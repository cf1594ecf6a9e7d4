//! Every stage by itself: `cargo bench`. Figures of the whole program come from `just bench`.

use divan::{Bencher, black_box};
use tiergap::intake::{self, Limits};
use tiergap::recognise::{Vocabulary, recognise};
use tiergap::report::content::{self, Material};
use tiergap::report::pdf::{self, Fonts};
use tiergap::report::{excel, html, theme::Theme};
use tiergap::text::{Lang, Localizer};

mod common;

fn main() {
    divan::main();
}

fn words() -> Vocabulary {
    Vocabulary::shipped().expect("words")
}

/// Every input of the samples, each format by itself.
#[divan::bench]
fn read_samples(bencher: Bencher) {
    let inbox = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/inbox");
    let sources = intake::discover(&[inbox], None).sources;
    let limits = Limits::default();
    bencher.bench(|| {
        sources.iter().enumerate().map(|(n, source)| intake::read(source, n as u32, &limits)).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn recognise_100_rows(bencher: Bencher) {
    let (usage, _) = common::sheets().expect("sheets");
    let books = common::read(&[("usage.csv", usage.as_bytes())]).expect("books");
    let words = words();
    bencher.bench(|| recognise(black_box(&books[0]), 0, &words));
}

/// Recognition is part of it, as facts move into the review.
#[divan::bench]
fn judge_100_rows(bencher: Bencher) {
    let (usage, roster) = common::sheets().expect("sheets");
    let books = common::read(&[("usage.csv", usage.as_bytes()), ("roster.csv", roster.as_bytes())]).expect("books");
    let words = words();
    bencher.with_inputs(|| books.clone()).bench_values(|books| common::judged(books, &words).expect("a review"));
}

#[divan::bench]
fn content_of_a_partner(bencher: Bencher) {
    let words = words();
    let review = common::review(&words).expect("a review");
    let text = Localizer::new(Lang::En).expect("texts");
    let material = Material::new(&review, &words);
    bencher.bench(|| content::partner_report(&material, 0, &text));
}

#[divan::bench]
fn workbook_of_a_partner(bencher: Bencher) {
    let words = words();
    let review = common::review(&words).expect("a review");
    let text = Localizer::new(Lang::En).expect("texts");
    let report = content::partner_report(&Material::new(&review, &words), 0, &text).expect("a report");
    bencher.bench(|| excel::gap_report_with(&report, Theme::shipped()).expect("a workbook"));
}

#[divan::bench]
fn pdf_of_a_partner(bencher: Bencher) {
    let words = words();
    let review = common::review(&words).expect("a review");
    let text = Localizer::new(Lang::En).expect("texts");
    let report = content::partner_report(&Material::new(&review, &words), 0, &text).expect("a report");
    let fonts = Fonts::load(None);
    bencher.bench(|| pdf::gap_report_with(&report, &fonts, Theme::shipped()).expect("a PDF"));
}

#[divan::bench]
fn page_of_the_portfolio(bencher: Bencher) {
    let words = words();
    let review = common::review(&words).expect("a review");
    let text = Localizer::new(Lang::En).expect("texts");
    let portfolio = content::portfolio_report(&Material::new(&review, &words), &["partners/x".to_owned()], &text);
    bencher.bench(|| html::portfolio_with(&portfolio, Theme::shipped()));
}
