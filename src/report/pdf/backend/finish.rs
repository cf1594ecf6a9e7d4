//! Everything of the file that is not page content.

use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary};

use super::super::PdfError;
use super::super::list::{Document, NodeId};
use super::embed::Faces;
use super::structure::text;
use super::{icc, meta, save, structure};
use crate::report::content::Head;

/// Adds fonts, structure, language, metadata, outline and colour profile, and writes the file.
pub(super) fn finish(
    mut file: File,
    document: &Document,
    head: &Head,
    faces: &Faces,
    painted: Vec<Vec<u8>>,
    marks: &[Vec<NodeId>],
) -> Result<Vec<u8>, PdfError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut fonts = Dictionary::new();
    for (number, face) in faces.all().enumerate() {
        let font = face.describe(&mut file);
        fonts.set(format!("F{number}"), Object::Reference(font));
    }
    // Every page may use every font: one dictionary serves all.
    let fonts = file.add_object(fonts);
    for (at, (&page, content)) in pages.iter().zip(painted).enumerate() {
        let content = file.add_object(Stream::new(Dictionary::new(), content));
        let resources = file.get_dictionary(page).and_then(|page| page.get(b"Resources")?.as_reference());
        if let Ok(dictionary) = resources.and_then(|resources| file.get_dictionary_mut(resources)) {
            dictionary.set("Font", Object::Reference(fonts));
        }
        if let Ok(dictionary) = file.get_dictionary_mut(page) {
            let empty = std::mem::replace(
                dictionary.get_mut(b"Contents").map_err(|why| PdfError::Write(why.to_string()))?,
                Object::Reference(content),
            );
            dictionary.set("StructParents", at as i64);
            dictionary.set("Tabs", "S");
            // The same as the media box.
            dictionary.remove(b"TrimBox");
            dictionary.remove(b"CropBox");
            if let Ok(empty) = empty.as_reference() {
                file.objects.remove(&empty);
            }
        }
    }
    let links = structure::link(&mut file, document, &pages);
    let outline = meta::outline(&mut file, document, &pages);
    let metadata = file.add_object(meta::xmp(head, document.complete));
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, icc::srgb()));
    if let Ok(info) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.set_object(info, meta::info(head));
    }
    let root = file.max_id + 1;
    let catalog = file.catalog_mut().map_err(|why| PdfError::Write(why.to_string()))?;
    catalog.set("Lang", Object::string_literal(head.lang.code()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", Object::Reference((root, 0)));
    catalog.set("Metadata", Object::Reference(metadata));
    catalog.set(
        "OutputIntents",
        vec![Object::Dictionary(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => text("sRGB"),
            "Info" => text("sRGB"),
            "DestOutputProfile" => Object::Reference(profile),
        })],
    );
    if let Some(outline) = outline {
        catalog.set("Outlines", Object::Reference(outline));
    }
    save::save(&file, &structure::tree(root, document, &pages, marks, &links))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_carry_their_byte_order() {
        assert_eq!(text("Ä"), Object::String(vec![0xFE, 0xFF, 0x00, 0xC4], lopdf::StringFormat::Hexadecimal));
    }
}
