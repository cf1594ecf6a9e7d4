//! What the document says about itself: information dictionary, XMP, outline.

use jiff::civil::Date;
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary};

use super::super::clean::clean;
use super::super::list::{Bookmark, Document};
use super::structure::text;
use crate::report::content::Head;

/// Named as the maker of the file.
const MAKER: &str = concat!("tiergap ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn info(head: &Head) -> Dictionary {
    let date = Object::string_literal(pdf_date(head.as_of));
    dictionary! {
        "Title" => text(&clean(&head.title)),
        "Subject" => text(&clean(&head.subject)),
        "Author" => text(&clean(&head.author)),
        "Creator" => text(MAKER),
        "Producer" => text(MAKER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// Midnight of the as-of date, in universal time: no clock has a say.
fn pdf_date(date: Date) -> String {
    format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day())
}

/// The same as XMP. A document whose glyphs are `complete` declares itself PDF/A-2 with text for every glyph (level U).
pub(super) fn xmp(head: &Head, complete: bool) -> Stream {
    let title = escape(&clean(&head.title));
    let subject = escape(&clean(&head.subject));
    let author = escape(&clean(&head.author));
    let lang = head.lang.code();
    let date = format!("{:04}-{:02}-{:02}T00:00:00Z", head.as_of.year(), head.as_of.month(), head.as_of.day());
    let archive = if complete {
        "\n<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>"
    } else {
        ""
    };
    let packet = format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{MAKER}</xmp:CreatorTool>
<pdf:Producer>{MAKER}</pdf:Producer>
</rdf:Description>{archive}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}',
    );
    // Left uncompressed, so that tools which know nothing of PDF find it.
    let entries = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(entries, packet.into_bytes()).with_compression(false)
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// The outline: sections, and their groups below them. `None` without bookmarks.
pub(super) fn outline(file: &mut File, document: &Document, pages: &[ObjectId]) -> Option<ObjectId> {
    if document.bookmarks.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let mut chapters: Vec<(&Bookmark, Vec<&Bookmark>)> = Vec::new();
    for bookmark in &document.bookmarks {
        match chapters.last_mut() {
            Some((_, below)) if bookmark.level > 1 => below.push(bookmark),
            _ => chapters.push((bookmark, Vec::new())),
        }
    }
    let ids: Vec<ObjectId> = chapters.iter().map(|_| file.new_object_id()).collect();
    for (at, (bookmark, below)) in chapters.iter().enumerate() {
        let Some(&id) = ids.get(at) else { continue };
        let mut entry = entry(bookmark, document, pages);
        link(&mut entry, root, &ids, at);
        let below_ids: Vec<ObjectId> = below.iter().map(|_| file.new_object_id()).collect();
        if let (Some(&first), Some(&last)) = (below_ids.first(), below_ids.last()) {
            entry.set("First", Object::Reference(first));
            entry.set("Last", Object::Reference(last));
            // Negative: closed until asked for.
            entry.set("Count", -(below_ids.len() as i64));
        }
        file.set_object(id, entry);
        for (nth, bookmark) in below.iter().enumerate() {
            let Some(&below_id) = below_ids.get(nth) else { continue };
            let mut entry = self::entry(bookmark, document, pages);
            link(&mut entry, id, &below_ids, nth);
            file.set_object(below_id, entry);
        }
    }
    let mut top = dictionary! { "Type" => "Outlines", "Count" => ids.len() as i64 };
    if let (Some(&first), Some(&last)) = (ids.first(), ids.last()) {
        top.set("First", Object::Reference(first));
        top.set("Last", Object::Reference(last));
    }
    file.set_object(root, top);
    Some(root)
}

fn entry(bookmark: &Bookmark, document: &Document, pages: &[ObjectId]) -> Dictionary {
    let height = document.pages.get(bookmark.page).map_or(0.0, |page| page.height);
    let page = pages.get(bookmark.page).map_or(Object::Null, |&id| Object::Reference(id));
    // A little above the heading.
    let top = Object::Real((height - bookmark.y + 8.0).round());
    let dest = vec![page, Object::Name(b"XYZ".to_vec()), Object::Null, top, Object::Null];
    dictionary! { "Title" => text(&clean(&bookmark.title)), "Dest" => dest }
}

fn link(entry: &mut Dictionary, parent: ObjectId, siblings: &[ObjectId], at: usize) {
    entry.set("Parent", Object::Reference(parent));
    if let Some(&before) = at.checked_sub(1).and_then(|before| siblings.get(before)) {
        entry.set("Prev", Object::Reference(before));
    }
    if let Some(&after) = siblings.get(at + 1) {
        entry.set("Next", Object::Reference(after));
    }
}
