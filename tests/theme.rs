//! A theme of the user's own: what it puts into documents and workbooks, and what is said where it cannot be used.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::io::{Cursor, Read as _};
use std::path::Path;

use common::tiergap;
use lopdf::{Document, Object};
use tempfile::TempDir;
use tiergap::report::theme::{Colour, Theme};

/// A picture of some pixels: red, half transparent black, fully transparent.
fn png_logo(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> = (0..width * height)
        .flat_map(|n| match n % 3 {
            0 => [200, 0, 0, 255],
            1 => [0, 0, 0, 128],
            _ => [10, 20, 30, 0],
        })
        .collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

const THEME: &str = "organisation = \"Fjord & Söhne\"\nlogo = \"art/logo\"\n\
    contact = \"Questions? partners@fjord.example\"\n[colours]\naccent = \"#0B6E4F\"\n";

/// A folder with a theme, its logo and a small inbox.
fn folder(theme: &str, logo: &[u8]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dir.path().join("art")).unwrap();
    std::fs::create_dir_all(dir.path().join("in")).unwrap();
    std::fs::write(dir.path().join("brand.toml"), theme).unwrap();
    std::fs::write(dir.path().join("art/logo"), logo).unwrap();
    let usage = "MPN ID,Partner Name,Customer Name,Workload,SKU,Association Type,Month,Active Users\n\
        1000001,Alpha,Beta Klinik,Exchange Online,E3,DPOR,2026-09,1000\n";
    std::fs::write(dir.path().join("in/usage.csv"), usage).unwrap();
    dir
}

/// Runs with the theme; exit code and what was said.
fn run(dir: &TempDir) -> (Option<i32>, String) {
    let output = tiergap()
        .current_dir(dir.path())
        .args(["run", "in", "--out", "out", "--theme", "brand.toml"])
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn branded(logo: &[u8]) -> TempDir {
    let dir = folder(THEME, logo);
    let (exit, told) = run(&dir);
    assert_eq!(exit, Some(0), "{told}");
    dir
}

fn read(dir: &TempDir, name: &str) -> Vec<u8> {
    std::fs::read(dir.path().join("out").join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

const PDFS: [&str; 2] = ["portfolio.pdf", "partners/1000001-Alpha/gap-report.pdf"];
const BOOKS: [&str; 2] = ["portfolio.xlsx", "partners/1000001-Alpha/gap-report.xlsx"];

/// The images of a PDF, as dictionary and content as it stands in the file.
fn images(file: &Document) -> Vec<&lopdf::Stream> {
    file.objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image"))
        .collect()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

/// The elements of the structure tree with this role.
fn elements<'a>(file: &'a Document, role: &str) -> Vec<&'a lopdf::Dictionary> {
    let is = |d: &lopdf::Dictionary| {
        d.has(b"P") && d.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role.as_bytes())
    };
    file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|d| is(d)).collect()
}

#[test]
fn a_png_stands_once_in_each_pdf_flattened_on_white_and_named_by_the_organisation() {
    let dir = branded(&png_logo(9, 3));
    for name in PDFS {
        let file = Document::load_mem(&read(&dir, name)).unwrap();
        let images = images(&file);
        assert_eq!(images.len(), 1, "{name}");
        let image = images[0];
        for (key, value) in [(&b"Width"[..], 9), (b"Height", 3), (b"BitsPerComponent", 8)] {
            assert_eq!(image.dict.get(key).and_then(Object::as_i64).unwrap(), value, "{name}");
        }
        assert_eq!(image.dict.get(b"ColorSpace").and_then(Object::as_name).unwrap(), b"DeviceRGB");
        for forbidden in [&b"SMask"[..], b"Mask", b"Interpolate", b"Alternates", b"OPI"] {
            assert!(!image.dict.has(forbidden), "{name}");
        }
        let pixels = image.decompressed_content().unwrap_or_else(|_| image.content.clone());
        // Red as it is; black at 128 of 255 on white is 127; what is transparent is white.
        assert_eq!(pixels.get(..9), Some(&[200, 0, 0, 127, 127, 127, 255, 255, 255][..]), "{name}");
        let named = elements(&file, "Figure")
            .iter()
            .filter(|d| d.get(b"Alt").and_then(Object::as_str).is_ok_and(|alt| alt == utf16("Fjord & Söhne")))
            .count();
        assert_eq!(named, 1, "{name}");
    }
}

#[test]
fn a_jpeg_is_embedded_as_it_is() {
    for (logo, space) in [("logo/rgb.jpg", &b"DeviceRGB"[..]), ("logo/grey.jpg", b"DeviceGray")] {
        let dir = branded(&fixture(logo));
        for name in PDFS {
            let file = Document::load_mem(&read(&dir, name)).unwrap();
            let image = images(&file)[0];
            assert_eq!(image.dict.get(b"Filter").and_then(Object::as_name).unwrap(), b"DCTDecode", "{name}");
            assert_eq!(image.dict.get(b"ColorSpace").and_then(Object::as_name).unwrap(), space, "{name}");
            assert_eq!(image.content, fixture(logo), "{name}");
        }
    }
}

#[test]
fn the_shape_of_a_logo_is_kept_on_the_page() {
    for (width, height, shown) in [(30, 10, "123 0 0 41"), (40, 10, "136 0 0 34"), (10, 40, "10.25 0 0 41")] {
        let dir = branded(&png_logo(width, height));
        let file = Document::load_mem(&read(&dir, PDFS[1])).unwrap();
        let pages: Vec<_> = file.get_pages().into_values().collect();
        let first = String::from_utf8_lossy(&file.get_page_content(pages[0])).into_owned();
        let drawn: Vec<&str> = first.lines().filter(|line| line.ends_with(" cm")).collect();
        assert!(drawn.iter().any(|line| line.starts_with(shown)), "{width} x {height}: {drawn:?}");
        for page in pages.iter().skip(1) {
            let content = file.get_page_content(*page);
            assert!(!content.windows(4).any(|w| w == b" Do\n"), "only the first page shows it");
        }
    }
}

#[test]
fn an_address_in_the_contact_line_is_a_link_of_the_pdf() {
    let dir = branded(&png_logo(9, 3));
    for name in PDFS {
        let file = Document::load_mem(&read(&dir, name)).unwrap();
        let uris: Vec<Vec<u8>> = file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?.as_str().ok())
            .map(<[u8]>::to_vec)
            .collect();
        assert!(uris.contains(&b"mailto:partners@fjord.example".to_vec()), "{name}: {uris:?}");
        assert!(!elements(&file, "Link").is_empty(), "{name}");
    }
}

/// The files of a workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = Vec::new();
    zip.by_name(name).unwrap_or_else(|e| panic!("{name}: {e}")).read_to_end(&mut text).unwrap();
    String::from_utf8_lossy(&text).into_owned()
}

#[test]
fn workbooks_show_logo_organisation_and_contact() {
    let logo = png_logo(30, 10);
    let dir = branded(&logo);
    for name in BOOKS {
        let bytes = read(&dir, name);
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut media = Vec::new();
        zip.by_name("xl/media/image1.png").unwrap().read_to_end(&mut media).unwrap();
        assert_eq!(media, logo, "{name}");
        let drawing = part(&bytes, "xl/drawings/drawing1.xml");
        assert!(drawing.contains("descr=\"Fjord &amp; Söhne\""), "{name}: {drawing}");
        assert!(part(&bytes, "docProps/app.xml").contains("<Company>Fjord &amp; Söhne</Company>"), "{name}");
        let first = part(&bytes, "xl/worksheets/sheet1.xml");
        // An ampersand of a header is doubled, and then escaped as XML wants it.
        assert!(first.contains("Fjord &amp;&amp; Söhne · "), "{name}: {first}");
        assert!(first.contains(" · Questions? partners@fjord.example"), "{name}");
        let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
        assert!(links.contains("Target=\"mailto:partners@fjord.example\""), "{name}: {links}");
        assert!(part(&bytes, "xl/styles.xml").contains("FF0B6E4F"), "{name}");
    }
    let annotated = read(&dir, "annotated/usage.xlsx");
    assert!(part(&annotated, "docProps/app.xml").contains("<Company>Fjord &amp; Söhne</Company>"));
}

#[test]
fn the_same_theme_gives_the_same_bytes() {
    let (one, other) = (branded(&png_logo(9, 3)), branded(&png_logo(9, 3)));
    for name in PDFS.iter().chain(&BOOKS) {
        assert_eq!(read(&one, name), read(&other, name), "{name}");
    }
}

#[test]
fn without_a_logo_the_organisation_stands_in_words() {
    let dir = folder("organisation = \"Fjord\"\n", b"");
    assert_eq!(run(&dir).0, Some(0));
    for name in PDFS {
        assert!(images(&Document::load_mem(&read(&dir, name)).unwrap()).is_empty(), "{name}");
    }
    assert!(part(&read(&dir, BOOKS[1]), "xl/worksheets/sheet1.xml").contains("Fjord · "));
}

/// What is said of a theme that cannot be used: the lines after the first.
fn refused(theme: &str, logo: &[u8]) -> Vec<String> {
    let dir = folder(theme, logo);
    let (exit, told) = run(&dir);
    assert_eq!(exit, Some(2), "{told}");
    assert!(!dir.path().join("out").exists(), "nothing is written: {told}");
    let mut lines = told.lines();
    assert_eq!(lines.next(), Some("error: the theme brand.toml cannot be used"));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_problem_of_a_theme_is_told_with_its_place_and_remedy() {
    let theme = "organisation = \"Fjord\"\n\n[colours]\naccent = \"#FFE000\"\nink  = \"dark blue\"\n";
    // Luminance by the standard's formula: 0.2126 + 0.7152 * 0.745 = 0.745; contrast: 1.05 / 0.795 = 1.32.
    let told = refused(theme, b"");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].starts_with(
            "brand.toml:4:10: accent = \"#FFE000\" is too pale: its contrast with white paper is 1.3:1, and headings and \
             bars need 3:1 at least; \"#"
        ),
        "{}",
        told[0]
    );
    assert_eq!(told[1], "brand.toml:5:8: \"dark blue\" is not a colour; write it as \"#rrggbb\", such as \"#1B2430\"");
    let told = refused("organisation = \"Fjord\"\n[colours]\nakzent = \"#0B6E4F\"\n", b"");
    assert!(told[0].starts_with("brand.toml:3:1: unknown field `akzent`, expected one of `accent`,"), "{told:?}");
    let told = refused("organisation = \n", b"");
    assert!(told[0].starts_with("brand.toml:1:"), "{told:?}");
    let told = refused(&format!("organisation = \"{}\"", "x".repeat(101)), b"");
    assert_eq!(told, ["brand.toml:1:16: organisation has 101 characters; at most 100 fit"]);
}

#[test]
fn the_shade_that_is_proposed_is_one_that_is_accepted() {
    for pale in ["#FFE000", "#7FDBFF", "#FFFFFF", "#FF69B4"] {
        let theme = |colour: &str| format!("[colours]\naccent = \"{colour}\"\nink = \"{colour}\"");
        let none = |_: &str| Err(String::new());
        let error = Theme::parse(&theme(pale), "t", &none).unwrap_err();
        for (problem, enough) in error.problems.iter().zip([3.0, 4.5]) {
            let shade = problem.message.rsplit('"').nth(1).unwrap().to_owned();
            let read = Theme::parse(&format!("[colours]\naccent = \"{shade}\""), "t", &none).unwrap();
            assert!(read.colours.accent.contrast_on_white() >= enough, "{pale}: {shade}");
            assert!(read.colours.accent != Colour::default(), "{pale}: black helps nobody");
        }
    }
}

#[test]
fn a_logo_that_cannot_be_used_is_told_with_its_place_and_remedy() {
    let at = "brand.toml:2:8: the logo \"art/logo\"";
    let mut cut = png_logo(50, 50);
    cut.truncate(cut.len() / 2);
    let mut noisy = fixture("logo/rgb.jpg");
    noisy.truncate(noisy.len() - 2); // without its end
    let huge = {
        // A header that promises 40,000 x 40,000 pixels: refused before memory is taken.
        let mut bytes = png_logo(1, 1);
        bytes[16..24].copy_from_slice(&[0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40]);
        let crc = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        bytes
    };
    for (logo, told) in [
        (&b"GIF89a..."[..], "is a GIF picture; save it as PNG or JPEG"),
        (b"<?xml version='1.0'?><svg/>", "is an SVG drawing; save it as PNG or JPEG"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "is a WebP picture; save it as PNG or JPEG"),
        (b"hello", "is neither a PNG nor a JPEG picture; save it as PNG or JPEG"),
        (b"", "is empty; save it as PNG or JPEG"),
        (&fixture("logo/cmyk.jpg"), "is a JPEG in CMYK, the colours of printing presses; save it in RGB"),
        (&noisy, "is a JPEG picture that is cut off; save it again"),
        (&png_logo(100, 2), "has 100 x 2 pixels, which is too long and thin to be shown; crop it"),
        (&huge, "has 40000 x 40000 pixels; at most 16000000 are accepted, and 1200 x 400 are plenty; make it smaller"),
        (
            &vec![0_u8; (2 << 20) + 1],
            "cannot be used: it is larger than 2097152 bytes; a PNG or JPEG file of at most 2097152 bytes is wanted",
        ),
    ] {
        assert_eq!(refused(THEME, logo), [format!("{at} {told}")]);
    }
    let told = refused(THEME, &cut);
    assert!(told[0].starts_with(&format!("{at} is a damaged PNG picture (")), "{told:?}");
    let told = refused(&THEME.replace("art/logo", "missing.png"), b"");
    let path = Path::new("missing.png").display();
    assert_eq!(
        told,
        [format!(
            "brand.toml:2:8: the logo \"missing.png\" does not exist: there is no file {path}; give its path as seen from \
             the theme file"
        )]
    );
    let told = refused("logo = \"art/logo\"\n", &png_logo(9, 3));
    assert_eq!(
        told,
        [
            "brand.toml:1:8: a logo needs the name of the organisation, for readers who cannot see it; add organisation = \"…\""
        ]
    );
}

/// The checksum of a PNG's chunk.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn damaged_logos_never_bring_the_program_down() {
    for file in [png_logo(40, 12), fixture("logo/rgb.jpg"), fixture("logo/cmyk.jpg"), fixture("logo/grey.jpg")] {
        for n in 0..400_usize {
            let mut changed = file.clone();
            let at = n * 7919 % file.len();
            changed[at] = changed[at].wrapping_add((1 + n % 250) as u8);
            if n % 3 == 0 {
                changed.truncate(at);
            }
            // Refused or accepted, both are fine; what is accepted goes into a document.
            let theme = "organisation = \"x\"\nlogo = \"l\"";
            if let Ok(theme) = Theme::parse(theme, "t", &|_| Ok(changed.clone())) {
                let logo = theme.logo.unwrap();
                assert!(rust_xlsxwriter::Image::new_from_buffer(&logo.file).is_ok(), "changed at {at}");
            }
        }
    }
}
