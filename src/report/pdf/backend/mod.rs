//! The display list becomes a tagged PDF: pages and pictures by `printpdf`, what it has no words for by hand.

mod content;
mod embed;
mod finish;
mod icc;
mod meta;
mod object;
mod paint;
mod picture;
mod save;
mod slim;
mod structure;

use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions, Pt};

pub(super) use self::embed::Alphabets;
use super::list::Document;
use super::{Fonts, PdfError};
use crate::report::content::Head;

/// Writes a laid-out document.
pub(super) fn write(document: &Document, head: &Head, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let embedded = embed::embed(document, head.lang, fonts)?;
    let mut pdf = PdfDocument::new("");
    // Their own standard would add a print profile and a date; `finish` adds ours.
    pdf.metadata.info.conformance = printpdf::PdfConformance::Custom(printpdf::CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..Default::default()
    });
    let pictures = picture::Pictures::of(document);
    for (id, object) in pictures.objects() {
        pdf.resources.xobjects.map.insert(id, object);
    }
    let mut painted = Vec::with_capacity(document.pages.len());
    let mut marks = Vec::with_capacity(document.pages.len());
    for page in &document.pages {
        let page_of = paint::paint(page, document, &embedded, &pictures);
        pdf.pages.push(PdfPage::new(Mm::from(Pt(page.width)), Mm::from(Pt(page.height)), Vec::new()));
        painted.push(page_of.content);
        marks.push(page_of.marks);
    }
    // Fonts and content come afterwards.
    let options = PdfSaveOptions { subset_fonts: false, optimize: true, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let file = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut warnings);
    finish::finish(file, document, head, &embedded, painted, &marks)
}
