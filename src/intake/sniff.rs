//! What a file is, told by its content. The ending is only ever compared with the answer.

use super::Format;
use super::collect::Trouble;
use super::container::Container;
use super::encoding;

/// Bytes of a text that are looked at.
const HEAD: usize = 64 << 10;

/// Tells the format of a file that is no zip container.
pub(super) fn plain(bytes: &[u8]) -> Result<Format, Trouble> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return compound(bytes);
    }
    if let Some(what) = foreign(bytes) {
        return Err(what);
    }
    text(bytes)
}

/// Whether it is, or was meant to be, a zip container.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Tells the format of a zip container.
pub(super) fn zipped(container: &mut Container<'_>) -> Result<Format, Trouble> {
    if container.has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if container.has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if container.has("mimetype") {
        let mime = String::from_utf8_lossy(&container.bytes("mimetype")?).into_owned();
        let what = match mime.trim() {
            m if m.contains("opendocument.spreadsheet") => return Ok(Format::Ods),
            m if m.contains("opendocument.text") => Trouble::other("detail-text-document", "OpenDocument"),
            m if m.contains("opendocument.presentation") => Trouble::other("detail-presentation", "OpenDocument"),
            m if m.contains("opendocument") => Trouble::other("detail-other-file", "OpenDocument"),
            m if m.contains("epub") => Trouble::other("detail-other-file", "EPUB"),
            _ => Trouble::other("detail-archive", "ZIP"),
        };
        return Err(what);
    }
    if container.has("content.xml") && container.has("META-INF/manifest.xml") {
        return Ok(Format::Ods);
    }
    if container.has("[Content_Types].xml") {
        let types = String::from_utf8_lossy(&container.bytes("[Content_Types].xml")?).into_owned();
        let what = match &types {
            t if t.contains("spreadsheetml") || t.contains("ms-excel.sheet") => return Ok(Format::Xlsx),
            t if t.contains("wordprocessingml") => Trouble::other("detail-document", "Word"),
            t if t.contains("presentationml") => Trouble::other("detail-presentation", "PowerPoint"),
            _ => Trouble::other("detail-other-file", "Office"),
        };
        return Err(what);
    }
    let iwork = container.names().any(|name| name.to_ascii_lowercase().ends_with(".iwa"));
    Err(if iwork {
        Trouble::other("detail-document", "Apple Numbers / Pages")
    } else {
        Trouble::other("detail-archive", "ZIP")
    })
}

/// Tells an OLE compound file by the names in its directory, whose entries stand at multiples of their size.
fn compound(bytes: &[u8]) -> Result<Format, Trouble> {
    let entry = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        bytes.chunks(128).skip(4).any(|chunk| chunk.starts_with(&wide))
    };
    if entry("EncryptedPackage") || entry("EncryptionInfo") {
        Err(Trouble::Password)
    } else if entry("Workbook") || entry("Book") || entry("WORKBOOK") || entry("BOOK") {
        Ok(Format::Xls)
    } else if entry("WordDocument") {
        Err(Trouble::other("detail-document", "Word"))
    } else if entry("PowerPoint Document") {
        Err(Trouble::other("detail-presentation", "PowerPoint"))
    } else if entry("__properties_version1.0") {
        Err(Trouble::other("detail-message", "Outlook"))
    } else if entry("Root Entry") {
        Err(Trouble::not("detail-compound-without-workbook"))
    } else {
        Err(Trouble::unreadable("detail-damaged-directory"))
    }
}

/// Formats that are no tables, by their first bytes.
fn foreign(bytes: &[u8]) -> Option<Trouble> {
    const KNOWN: [(&[u8], &str, &str); 22] = [
        (b"\x89PNG\r\n", "detail-image", "PNG"),
        (b"\xFF\xD8\xFF", "detail-image", "JPEG"),
        (b"GIF87a", "detail-image", "GIF"),
        (b"GIF89a", "detail-image", "GIF"),
        (b"II*\0", "detail-image", "TIFF"),
        (b"MM\0*", "detail-image", "TIFF"),
        (b"\x1F\x8B\x08", "detail-archive", "gzip"),
        (b"BZh9", "detail-archive", "bzip2"),
        (b"\xFD7zXZ\0", "detail-archive", "xz"),
        (b"\x28\xB5\x2F\xFD", "detail-archive", "Zstandard"),
        (b"7z\xBC\xAF\x27\x1C", "detail-archive", "7-Zip"),
        (b"Rar!\x1A\x07", "detail-archive", "RAR"),
        (b"{\\rtf", "detail-document", "RTF"),
        (b"SQLite format 3\0", "detail-database", "SQLite"),
        (b"PAR1", "detail-other-file", "Parquet"),
        (b"ARROW1", "detail-other-file", "Arrow"),
        (b"\x7FELF", "detail-program", ""),
        (b"MZ\x90\0", "detail-program", ""),
        (b"ID;P", "detail-other-file", "SYLK"),
        (b"\x09\x00\x04\x00", "detail-old-excel", "Excel 2"),
        (b"\x09\x02\x06\x00", "detail-old-excel", "Excel 3"),
        (b"\x09\x04\x06\x00", "detail-old-excel", "Excel 4"),
    ];
    // A PDF may begin with a few bytes of something else.
    if bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|w| w == b"%PDF-")) {
        return Some(Trouble::other("detail-document", "PDF"));
    }
    KNOWN.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, key, format)| Trouble::other(key, format))
}

/// Tells text formats apart, and text from binary data.
fn text(bytes: &[u8]) -> Result<Format, Trouble> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let wide = encoding::utf32(bytes).is_some()
        || encoding::marked(bytes).is_some()
        || encoding::unmarked_utf16(bytes).is_some();
    if !wide && is_binary(head) {
        return Err(Trouble::not("detail-binary"));
    }
    let head = encoding::decode(head);
    let lower =
        head.trim_start_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}').to_ascii_lowercase();
    if lower.trim_matches('\0').is_empty() {
        return if bytes.len() > HEAD { Ok(Format::Delimited) } else { Err(Trouble::Empty) };
    }
    let start = lower.get(..floor(&lower, 4096)).unwrap_or_default();
    if start.starts_with("mime-version:")
        || (start.contains("content-type: multipart/related") && start.contains("boundary="))
    {
        return Err(Trouble::not("detail-web-archive"));
    }
    if lower.starts_with('<') {
        if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && !is_html(&lower) {
            return Ok(Format::SpreadsheetMl);
        }
        if is_html(&lower) {
            return Ok(Format::Html);
        }
        if lower.starts_with("<?xml") || start.contains("xmlns") || lower.starts_with("<!--") {
            return Err(if start.contains("opendocument") {
                Trouble::not("detail-flat-opendocument")
            } else {
                Trouble::other("detail-other-file", "XML")
            });
        }
    }
    let opens = |c: char, next: &[char]| lower.strip_prefix(c).is_some_and(|rest| rest.trim_start().starts_with(next));
    if opens('{', &['"', '}']) || opens('[', &['{', '[']) {
        return Err(Trouble::other("detail-other-file", "JSON"));
    }
    Ok(Format::Delimited)
}

fn is_html(lower: &str) -> bool {
    // Excel's own pages name the spreadsheet namespace too, but their root says html.
    ["<!doctype html", "<html", "<table"].iter().any(|tag| lower.contains(tag)) && !lower.contains("<workbook")
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Control characters have no place in a text; a few stray ones are forgiven, and so are cells padded with zeros.
fn is_binary(head: &[u8]) -> bool {
    let end = head.iter().rposition(|&b| b != 0).map_or(0, |at| at + 1);
    let head = head.get(..end).unwrap_or_default();
    let (mut nul, mut control) = (0, 0);
    for &b in head {
        nul += usize::from(b == 0);
        control += usize::from(b < 0x20 && !matches!(b, 0 | b'\t' | b'\n' | b'\r' | 0x0C | 0x1A | 0x1B));
    }
    control * 20 > head.len() || nul * 4 > head.len()
}

/// The formats that an ending, in lower case and without its dot, lets expect.
pub(super) fn expected(ending: &str) -> Option<&'static [Format]> {
    Some(match ending {
        "xlsx" | "xlsm" | "xltx" | "xltm" => &[Format::Xlsx],
        "xlsb" => &[Format::Xlsb],
        "xls" | "xlt" => &[Format::Xls],
        "ods" | "ots" => &[Format::Ods],
        "csv" | "tsv" | "txt" | "tab" => &[Format::Delimited],
        "htm" | "html" => &[Format::Html],
        "xml" => &[Format::SpreadsheetMl],
        _ => return None,
    })
}

/// The phrase that says how a format is called.
pub(super) fn name(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "detail-format-xlsx",
        Format::Xlsb => "detail-format-xlsb",
        Format::Xls => "detail-format-xls",
        Format::Ods => "detail-format-ods",
        Format::Delimited => "detail-format-delimited",
        Format::Html => "detail-format-html",
        Format::SpreadsheetMl => "detail-format-spreadsheetml",
    }
}
