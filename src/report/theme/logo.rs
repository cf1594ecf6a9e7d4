//! The logo: a PNG or JPEG file, checked whole before any report is made with it.

use std::io::Cursor;
use std::sync::Arc;

use png::{ColorType, Decoder, Limits, Transformations};

/// Bytes of a logo's file: it is part of every report.
pub const MAX_BYTES: u64 = 2 << 20;
/// Pixels of a logo.
const MAX_PIXELS: u64 = 16_000_000;
/// Pixels that a picture is thinned out to, if it has twice as many: 300 to the inch at the size that it is shown in.
const FINE: (u32, u32) = (640, 240);

/// The format of a logo's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The format of the file.
    pub format: LogoFormat,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file as it is, for media that show it themselves.
    pub file: Arc<[u8]>,
    /// The same, ready for white paper.
    pub picture: Arc<Picture>,
}

/// A picture without transparency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What it shows.
    pub samples: Samples,
}

/// How a picture's pixels are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Samples {
    /// Three bytes a pixel, row by row from the top.
    Rgb(Vec<u8>),
    /// A JPEG file of 8 bits a channel.
    Jpeg {
        /// The file.
        file: Arc<[u8]>,
        /// One channel, not three.
        grey: bool,
    },
}

impl Logo {
    /// Checks a file and makes it ready.
    ///
    /// # Errors
    /// Says what is wrong with "the logo …" before it, and what to do.
    pub fn read(file: Vec<u8>) -> Result<Self, String> {
        if file.len() as u64 > MAX_BYTES {
            return Err(format!(
                "has {} bytes; at most {MAX_BYTES} are accepted, as it is part of every report",
                file.len()
            ));
        }
        let file: Arc<[u8]> = file.into();
        let (format, width, height, samples) = if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            let (width, height, rgb) = png(&file)?;
            (LogoFormat::Png, width, height, Samples::Rgb(rgb))
        } else if file.starts_with(b"\xFF\xD8\xFF") {
            let Jpeg { width, height, grey } = jpeg(&file)?;
            (LogoFormat::Jpeg, width, height, Samples::Jpeg { file: Arc::clone(&file), grey })
        } else {
            return Err(format!("is {}; save it as PNG or JPEG", other(&file)));
        };
        let picture = Arc::new(thinned(Picture { width, height, samples }));
        Ok(Self { format, width, height, file, picture })
    }

    /// Width and height of the logo in a box, as large as it fits with its shape kept.
    pub fn fit(&self, width: f32, height: f32) -> (f32, f32) {
        let (w, h) = (self.width.max(1) as f32, self.height.max(1) as f32);
        let scale = (width / w).min(height / h);
        (w * scale, h * scale)
    }
}

/// What a file is that is neither.
fn other(file: &[u8]) -> &'static str {
    let head = String::from_utf8_lossy(file.get(..file.len().min(512)).unwrap_or_default()).to_ascii_lowercase();
    match file {
        [] => "empty",
        [b'G', b'I', b'F', b'8', ..] => "a GIF picture",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "a WebP picture",
        [b'B', b'M', ..] => "a BMP picture",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "a TIFF picture",
        [b'%', b'P', b'D', b'F', ..] => "a PDF document",
        _ if head.contains("<svg") => "an SVG drawing",
        _ => "neither a PNG nor a JPEG picture",
    }
}

fn bounded(width: u32, height: u32) -> Result<(), String> {
    let pixels = u64::from(width) * u64::from(height);
    if width == 0 || height == 0 {
        return Err("has no pixels; save it again".to_owned());
    }
    if pixels > MAX_PIXELS {
        return Err(format!(
            "has {width} x {height} pixels; at most {MAX_PIXELS} are accepted, and 1200 x 400 are plenty; make it smaller"
        ));
    }
    if width > height.saturating_mul(20) || height > width.saturating_mul(20) {
        return Err(format!("has {width} x {height} pixels, which is too long and thin to be shown; crop it"));
    }
    Ok(())
}

/// A PNG's width, height and pixels, transparent ones on white.
fn png(file: &[u8]) -> Result<(u32, u32, Vec<u8>), String> {
    let damaged = |why: &dyn std::fmt::Display| format!("is a damaged PNG picture ({why}); save it again");
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: 256 << 20 });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|why| damaged(&why))?;
    let (width, height) = (reader.info().width, reader.info().height);
    bounded(width, height)?;
    let size = reader.output_buffer_size().ok_or_else(|| damaged(&"too large"))?;
    let mut raw = vec![0; size];
    let frame = reader.next_frame(&mut raw).map_err(|why| damaged(&why))?;
    let raw = raw.get(..frame.buffer_size()).unwrap_or_default();
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    // Transparent pixels let the white paper through.
    let on_white = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    match frame.color_type {
        ColorType::Grayscale => raw.iter().for_each(|&v| rgb.extend([v; 3])),
        ColorType::Rgb => rgb.extend(raw),
        ColorType::GrayscaleAlpha => raw.chunks_exact(2).for_each(|pixel| {
            if let [value, alpha] = *pixel {
                rgb.extend([on_white(value, alpha); 3]);
            }
        }),
        ColorType::Rgba => raw.chunks_exact(4).for_each(|pixel| {
            if let [r, g, b, alpha] = *pixel {
                rgb.extend([on_white(r, alpha), on_white(g, alpha), on_white(b, alpha)]);
            }
        }),
        // Never given with the transformation asked for.
        ColorType::Indexed => return Err(damaged(&"unexpected palette")),
    }
    if rgb.len() as u64 != u64::from(width) * u64::from(height) * 3 {
        return Err(damaged(&"rows are missing"));
    }
    Ok((width, height, rgb))
}

struct Jpeg {
    width: u32,
    height: u32,
    grey: bool,
}

/// What the head of a JPEG says. Its pixels are shown by whoever opens the report.
fn jpeg(file: &[u8]) -> Result<Jpeg, String> {
    let damaged = || "is a damaged JPEG picture; save it again".to_owned();
    let mut frame = None;
    let mut at = 2;
    loop {
        let (Some(0xFF), Some(&marker)) = (file.get(at), file.get(at + 1)) else { return Err(damaged()) };
        if marker == 0xFF {
            at += 1;
            continue;
        }
        let length = match file.get(at + 2..at + 4) {
            Some(&[high, low]) => usize::from(u16::from_be_bytes([high, low])),
            _ => return Err(damaged()),
        };
        let data = file.get(at + 4..at + 2 + length).ok_or_else(damaged)?;
        match marker {
            0xC0..=0xC2 => frame = Some(data),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Err("is a JPEG of a rare kind; save it again as a usual JPEG or as PNG".to_owned());
            }
            0xE1 if turned(data) => {
                return Err("is a JPEG that is stored lying on its side; turn it upright and save it again".to_owned());
            }
            0xDA => break,
            _ => {}
        }
        at += 2 + length;
    }
    let Some(&[depth, h1, h2, w1, w2, channels, ..]) = frame else { return Err(damaged()) };
    let (width, height) = (u32::from(u16::from_be_bytes([w1, w2])), u32::from(u16::from_be_bytes([h1, h2])));
    bounded(width, height)?;
    if depth != 8 {
        return Err(format!("is a JPEG of {depth} bits a channel; save it with 8"));
    }
    if !matches!(channels, 1 | 3) {
        return Err("is a JPEG in CMYK, the colours of printing presses; save it in RGB".to_owned());
    }
    if !file.windows(2).skip(at).any(|pair| pair == [0xFF, 0xD9]) {
        return Err("is a JPEG picture that is cut off; save it again".to_owned());
    }
    Ok(Jpeg { width, height, grey: channels == 1 })
}

/// Whether a camera's note says that the picture is to be shown turned; documents do not look at it.
fn turned(data: &[u8]) -> bool {
    let Some(tiff) = data.strip_prefix(b"Exif\0\0") else { return false };
    let little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    };
    let Some(list) = long(4) else { return false };
    let count = usize::from(short(list).unwrap_or(0));
    (0..count)
        .map(|n| list.saturating_add(2 + n * 12))
        .find(|&entry| short(entry) == Some(0x0112))
        .and_then(|entry| short(entry.saturating_add(8)))
        .is_some_and(|way| way > 1)
}

/// A picture of many more pixels than paper can show, with the mean of several for each.
fn thinned(picture: Picture) -> Picture {
    let (width, height) = (picture.width as usize, picture.height as usize);
    let Samples::Rgb(rgb) = &picture.samples else { return picture };
    let steps = (picture.width / FINE.0).max(picture.height / FINE.1).max(1) as usize;
    if steps < 2 {
        return picture;
    }
    let (columns, rows) = (width.div_ceil(steps), height.div_ceil(steps));
    let mut out = Vec::with_capacity(columns * rows * 3);
    for row in 0..rows {
        for column in 0..columns {
            let (mut sum, mut count) = ([0_u32; 3], 0_u32);
            for y in row * steps..((row + 1) * steps).min(height) {
                for x in column * steps..((column + 1) * steps).min(width) {
                    let at = (y * width + x) * 3;
                    if let Some(&[r, g, b]) = rgb.get(at..at + 3) {
                        sum = [sum[0] + u32::from(r), sum[1] + u32::from(g), sum[2] + u32::from(b)];
                        count += 1;
                    }
                }
            }
            out.extend(sum.map(|channel| ((channel + count / 2) / count.max(1)) as u8));
        }
    }
    Picture { width: columns as u32, height: rows as u32, samples: Samples::Rgb(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_picture_becomes_the_mean_of_its_pixels() {
        // 1280 x 2: columns of black and white by turns, so that every two are grey.
        let rgb: Vec<u8> = (0..1280 * 2).flat_map(|n| [if n % 2 == 0 { 0 } else { 255 }; 3]).collect();
        let thin = thinned(Picture { width: 1280, height: 2, samples: Samples::Rgb(rgb) });
        assert_eq!((thin.width, thin.height), (640, 1));
        assert_eq!(thin.samples, Samples::Rgb(vec![128; 640 * 3]));
    }

    #[test]
    fn a_logo_keeps_its_shape_in_any_box() {
        let picture = Arc::new(Picture { width: 1, height: 1, samples: Samples::Rgb(Vec::new()) });
        let of = |width, height| Logo {
            format: LogoFormat::Png,
            width,
            height,
            file: Arc::new([]),
            picture: picture.clone(),
        };
        assert_eq!(of(400, 100).fit(130.0, 44.0), (130.0, 32.5));
        assert_eq!(of(100, 400).fit(130.0, 44.0), (11.0, 44.0));
    }
}
