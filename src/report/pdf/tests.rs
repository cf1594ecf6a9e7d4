//! What must hold for every page.

use super::fixture;
use super::*;

/// Writes the fixtures where `TIERGAP_PDF_OUT` says, to look at them.
#[test]
fn fixtures_can_be_looked_at() {
    let Some(folder) = std::env::var_os("TIERGAP_PDF_OUT") else { return };
    let fonts = Fonts::load(None);
    let folder = std::path::Path::new(&folder);
    for rows in [40, 100, 300] {
        let report = fixture::partner(rows);
        let start = std::time::Instant::now();
        let pdf = gap_report(&report, &fonts).expect("a PDF");
        let took = start.elapsed();
        std::fs::write(folder.join(format!("gap-{rows}.pdf")), &pdf.bytes).expect("written");
        let start = std::time::Instant::now();
        let again = gap_report(&report, &fonts).expect("a PDF");
        assert_eq!(again, pdf);
        let warm = start.elapsed();
        let note = format!("{rows} rows: {} bytes, {} pages, {took:?}, again {warm:?}, missing {:?}\n", pdf.bytes.len(), pdf.pages, pdf.missing);
        std::fs::write(folder.join(format!("gap-{rows}.txt")), note).expect("written");
        let pdf = super::portfolio(&fixture::portfolio(rows), &fonts).expect("a PDF");
        std::fs::write(folder.join(format!("portfolio-{rows}.pdf")), &pdf.bytes).expect("written");
    }
}
