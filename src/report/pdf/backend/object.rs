//! Objects of a file as bytes.

use lopdf::{Dictionary, Object, StringFormat};

use super::content::{decimal, hex, integer};

/// Writes an object; of a stream, its dictionary.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(if *value { &b"true"[..] } else { b"false" }),
        Object::Integer(value) => integer(out, *value),
        Object::Real(value) => decimal(out, f64::from(*value), 5),
        Object::Name(bytes) => name(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => hex(out, bytes),
        Object::String(bytes, StringFormat::Literal) => literal(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b' ');
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Stream(stream) => dictionary(out, &stream.dict),
        Object::Reference((number, _)) => reference(out, *number),
    }
}

fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in entries {
        name(out, key);
        // Names, strings, arrays and dictionaries begin with a mark of their own.
        if !matches!(value, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)) {
            out.push(b' ');
        }
        write(out, value);
    }
    out.extend(b">>");
}

/// Writes the reference to an object.
pub(super) fn reference(out: &mut Vec<u8>, number: u32) {
    integer(out, i64::from(number));
    out.extend(b" 0 R");
}

/// Writes numbers with a space after each.
pub(super) fn numbers(out: &mut Vec<u8>, values: &[i64]) {
    for value in values {
        integer(out, *value);
        out.push(b' ');
    }
}

fn name(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'/');
    for &byte in bytes {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            b'\r' => out.extend(b"\\r"),
            byte => out.push(byte),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn objects_are_written_without_needless_space() {
        let object = Object::Dictionary(dictionary! {
            "Type" => "Annot",
            "Rect" => vec![Object::Real(1.5), 2.into(), Object::Null, true.into()],
            "A" => dictionary! { "URI" => Object::string_literal("a(b)\\") },
            "P" => Object::Reference((7, 0)),
            "N" => Object::Name(b"a b#".to_vec()),
            "T" => Object::String(vec![0xFE, 0xFF, 0, 65], StringFormat::Hexadecimal),
        });
        let mut out = Vec::new();
        write(&mut out, &object);
        let said = "<</Type/Annot/Rect[1.5 2 null true]/A<</URI(a\\(b\\)\\\\)>>/P 7 0 R/N/a#20b#23/T<FEFF0041>>>";
        assert_eq!(String::from_utf8(out).unwrap(), said);
    }
}
