//! What the XML readers share: attributes, texts, and a bound on every single piece.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

use super::collect::Trouble;

/// A reader over a part; empty elements come as a start and an end.
pub(super) fn reader<R: BufRead>(input: R) -> Reader<R> {
    let mut reader = Reader::from_reader(input);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = true;
    config.allow_dangling_amp = true;
    reader
}

/// An attribute by its local name.
pub(super) fn attr<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value.clone()))
}

/// An attribute as a number.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attr(element, name)?.trim().parse().ok()
}

/// What a reference such as `&amp;` or `&#10;` stands for. Entities of the document's own are never expanded.
pub(super) fn resolve(reference: &BytesRef<'_>, into: &mut String) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        into.push(c);
        return;
    }
    let name: &str = reference;
    match quick_xml::escape::resolve_predefined_entity(name) {
        Some(text) => into.push_str(text),
        None => {
            into.push('&');
            into.push_str(name);
            into.push(';');
        }
    }
}

/// A boolean attribute.
pub(super) fn is_true(text: &str) -> bool {
    matches!(text.trim(), "1" | "true" | "True" | "TRUE" | "on")
}

/// An XML error as trouble. A bound that was hit while reading arrives as an I/O error.
pub(super) fn trouble(error: quick_xml::Error) -> Trouble {
    match &error {
        quick_xml::Error::Io(io) => super::container::io_trouble(io),
        _ => Trouble::technical("detail-damaged-xml", error),
    }
}
