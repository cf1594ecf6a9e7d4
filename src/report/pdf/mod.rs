//! Content becomes PDF: `compose` and its sections build pieces, `page` puts them on pages as a neutral display list,
//! `backend` writes the list as a tagged PDF.
//!
//! Sentences and figures come from [`crate::report::content`]; nothing here computes any.

mod backend;
mod cells;
pub(in crate::report) mod clean;
mod compose;
mod first;
#[cfg(test)]
mod fixture;
mod fonts;
mod gap;
mod lines;
mod list;
mod mark;
mod meeting;
mod page;
mod portfolio;
mod sections;
mod shape;
mod system;
mod table;
#[cfg(test)]
mod tests;
mod trend;

use thiserror::Error;

pub use fonts::Fonts;

use self::compose::Composer;
use self::list::Document;
use self::page::{Sheet, paginate};
use super::content::{Head, PartnerReport, PortfolioReport};
use super::theme::Theme;

/// A finished PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no font had, sorted; the reader sees a replacement mark, copied text is still right.
    pub missing: Vec<char>,
    /// Number of pages.
    pub pages: usize,
}

/// Why no PDF could be made.
#[derive(Debug, Error)]
pub enum PdfError {
    /// A font could not be cut down to the glyphs in use.
    #[error("the font {name} cannot be embedded: {why}")]
    Font {
        /// Name of the font.
        name: String,
        /// What the subsetter says.
        why: String,
    },
    /// The document could not be written.
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}

/// A partner's gap report, with the shipped theme.
pub fn gap_report(report: &PartnerReport, fonts: &Fonts) -> Result<Pdf, PdfError> {
    gap_report_with(report, fonts, Theme::shipped())
}

/// A partner's gap report, with a theme.
pub fn gap_report_with(report: &PartnerReport, fonts: &Fonts, theme: &Theme) -> Result<Pdf, PdfError> {
    let (document, missing) = lay_out_gap(report, fonts, theme);
    finish(&document, missing, &report.head, fonts)
}

/// The reviewer's portfolio, with the shipped theme.
pub fn portfolio(report: &PortfolioReport, fonts: &Fonts) -> Result<Pdf, PdfError> {
    portfolio_with(report, fonts, Theme::shipped())
}

/// The reviewer's portfolio, with a theme.
pub fn portfolio_with(report: &PortfolioReport, fonts: &Fonts, theme: &Theme) -> Result<Pdf, PdfError> {
    let (document, missing) = lay_out_portfolio(report, fonts, theme);
    finish(&document, missing, &report.head, fonts)
}

fn lay_out_gap(report: &PartnerReport, fonts: &Fonts, theme: &Theme) -> (Document, Vec<char>) {
    let mut composer = Composer::new(fonts, theme, report.head.lang, Sheet::A4);
    gap::compose(&mut composer, report);
    paginate(composer, &report.head)
}

fn lay_out_portfolio(report: &PortfolioReport, fonts: &Fonts, theme: &Theme) -> (Document, Vec<char>) {
    let mut composer = Composer::new(fonts, theme, report.head.lang, Sheet::A4_WIDE);
    portfolio::compose(&mut composer, report);
    paginate(composer, &report.head)
}

fn finish(document: &Document, missing: Vec<char>, head: &Head, fonts: &Fonts) -> Result<Pdf, PdfError> {
    let bytes = backend::write(document, head, fonts)?;
    Ok(Pdf { bytes, missing, pages: document.pages.len() })
}
