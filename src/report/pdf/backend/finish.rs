//! Everything of the file that is not page content, and the file itself.

use lopdf::{Document as File, Object, ObjectId, SaveOptions, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::super::PdfError;
use super::super::list::{Document, NodeId};
use super::embed::Faces;
use super::structure::text;
use super::{icc, meta, structure};
use crate::report::content::Head;

/// Adds structure, language, metadata, outline and colour profile, and writes the file.
pub(super) fn finish(
    mut file: File,
    document: &Document,
    head: &Head,
    faces: &Faces,
    marks: &[Vec<NodeId>],
) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut file.version);
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (at, &page) in pages.iter().enumerate() {
        if let Ok(dictionary) = file.get_dictionary_mut(page) {
            dictionary.set("StructParents", at as i64);
            dictionary.set("Tabs", "S");
            // The same as the media box.
            dictionary.remove(b"TrimBox");
            dictionary.remove(b"CropBox");
        }
    }
    describe_fonts(&mut file, faces);
    let tree = structure::add(&mut file, document, &pages, marks);
    let outline = meta::outline(&mut file, document, &pages);
    let metadata = file.add_object(meta::xmp(head, document.complete));
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, icc::srgb()));
    let catalog = file.catalog_mut().map_err(|why| PdfError::Write(why.to_string()))?;
    catalog.set("Lang", Object::string_literal(head.lang.code()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", Object::Reference(tree));
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
    if let Ok(info) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.set_object(info, meta::info(head));
    }
    save(file)
}

/// Replaces the widths and text tables of the fonts by exact ones.
fn describe_fonts(file: &mut File, faces: &Faces) {
    let mut tables = Vec::new();
    for object in file.objects.values_mut() {
        let Ok(font) = object.as_dict_mut() else { continue };
        let name = font.get(b"BaseFont").and_then(Object::as_name);
        let Some(face) = name.ok().and_then(|name| faces.named(name)) else { continue };
        let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut);
        if let Some(Object::Dictionary(descendant)) = descendants.ok().and_then(|all| all.first_mut()) {
            descendant.set("W", face.width_array());
        }
        if let Ok(table) = font.get(b"ToUnicode").and_then(Object::as_reference) {
            tables.push((table, face.unicode_table()));
        }
    }
    for (id, table) in tables {
        file.set_object(id, Stream::new(lopdf::Dictionary::new(), table.into_bytes()));
    }
}

/// Writes the file with object streams. The cross-reference stream is written here, because it names the file by the
/// hash of its content and shrinks to a tenth when compressed.
fn save(mut file: File) -> Result<Vec<u8>, PdfError> {
    let failed = |why: &dyn std::fmt::Display| PdfError::Write(why.to_string());
    file.trailer.remove(b"ID");
    file.compress();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(1000)
        // Higher ones take twice the time to save a twentieth.
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, options).map_err(|why| failed(&why))?;

    let start = last_number(&bytes).ok_or_else(|| failed(&"no cross-reference"))?;
    let trailer = &file.trailer;
    let number = |name: &[u8]| trailer.get(name).and_then(Object::as_i64).map_err(|why| failed(&why));
    let length = usize::try_from(number(b"Length")?).map_err(|why| failed(&why))?;
    let written = bytes.get(start..).ok_or_else(|| failed(&"no cross-reference"))?;
    let head = find(written, b"stream").map(|at| at + b"stream".len()).ok_or_else(|| failed(&"no stream"))?;
    let skip = written
        .get(head..)
        .map_or(0, |rest| rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count().min(2));
    // The first entry is that of object 0, whose first byte is 0: a line end never starts the data.
    let entries = written.get(head + skip..head + skip + length).ok_or_else(|| failed(&"short cross-reference"))?;

    let reference = |name: &[u8]| trailer.get(name).and_then(Object::as_reference).map_err(|why| failed(&why));
    let (root, info) = (reference(b"Root")?, reference(b"Info")?);
    let index = trailer.get(b"Index").and_then(Object::as_array).map_err(|why| failed(&why))?;
    let index: Vec<String> =
        index.iter().filter_map(|value| value.as_i64().ok()).map(|value| value.to_string()).collect();
    let mut stream = Stream::new(lopdf::Dictionary::new(), differences(entries));
    stream.compress().map_err(|why| failed(&why))?;
    let filter = if stream.dict.has(b"Filter") {
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>"
    } else {
        // Too short to be worth it: the plain entries.
        stream = Stream::new(lopdf::Dictionary::new(), entries.to_vec());
        ""
    };
    let own = number(b"Size")? - 1;
    bytes.truncate(start);
    let mut id = String::with_capacity(32);
    for byte in Sha256::digest(&bytes).iter().take(16) {
        id.push_str(&format!("{byte:02X}"));
    }
    bytes.extend(format!(
        "{own} 0 obj\n<</Type/XRef/Size {size}/W[1 4 2]/Index[{index}]/Root {root} 0 R/Info {info} 0 R/ID[<{id}><{id}>]{filter}/Length {length}>>\nstream\n",
        size = own + 1,
        index = index.join(" "),
        root = root.0,
        info = info.0,
        length = stream.content.len(),
    ).bytes());
    bytes.extend(&stream.content);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    Ok(bytes)
}

/// Entries of seven bytes as differences to the entry before, each row led by the number of that filter.
fn differences(entries: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(entries.len() + entries.len() / 7 + 1);
    let mut before: &[u8] = &[0; 7];
    for row in entries.chunks(7) {
        out.push(2);
        out.extend(row.iter().zip(before).map(|(now, before)| now.wrapping_sub(*before)));
        before = row;
    }
    out
}

/// The number after the last `startxref`.
fn last_number(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.get(bytes.len().saturating_sub(64)..)?;
    let at = find(tail, b"startxref")?;
    let digits: String = tail
        .get(at + 9..)?
        .iter()
        .map(|&byte| char::from(byte))
        .skip_while(|c| c.is_whitespace())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_become_differences_to_the_row_before() {
        let entries = [1, 0, 0, 0, 9, 0, 1, 1, 0, 0, 1, 4, 0, 1];
        assert_eq!(differences(&entries), [2, 1, 0, 0, 0, 9, 0, 1, 2, 0, 0, 0, 1, 251, 0, 0]);
    }

    #[test]
    fn the_last_offset_is_found() {
        assert_eq!(last_number(b"startxref\n1\n%%EOF ... \nstartxref\n4711\n%%EOF"), Some(1));
        assert_eq!(last_number(&[b" ".repeat(100).as_slice(), b"startxref\n4711\n%%EOF"].concat()), Some(4711));
    }

    #[test]
    fn text_strings_carry_their_byte_order() {
        assert_eq!(text("Ä"), Object::String(vec![0xFE, 0xFF, 0x00, 0xC4], lopdf::StringFormat::Hexadecimal));
    }
}
