//! The organisation's logo and contact line on the first sheet.

use rust_xlsxwriter::{Image, ObjectMovement, Url, Worksheet, XlsxError};

use super::grid::{put_merged, row_height};
use super::style::Styles;
use super::text;
use crate::report::theme::{Logo, Theme, addresses};

/// The box that a logo is fitted into, in pixels.
const LOGO: (f32, f32) = (180.0, 58.0);
/// Longest address that a link may have.
const LINK: usize = 2_000;

/// Puts the logo at the right end of columns of `pixels` together, above what stands below the title's two rows.
pub fn logo(sheet: &mut Worksheet, theme: &Theme, pixels: u32) -> Result<(), XlsxError> {
    let Some(logo) = &theme.logo else { return Ok(()) };
    let (image, width) = image(logo, &theme.organisation)?;
    // The first two rows hold title and subject: they become as high as the logo.
    sheet.set_row_height_pixels(0, 38)?;
    sheet.set_row_height_pixels(1, 28)?;
    let left = pixels.saturating_sub(width + 4);
    sheet.insert_image_with_offset(0, 0, &image, left, 4)?;
    Ok(())
}

fn image(logo: &Logo, alt: &str) -> Result<(Image, u32), XlsxError> {
    let (width, height) = logo.fit(LOGO.0, LOGO.1);
    let image = Image::new_from_buffer(&logo.file)?;
    // By pixels alone: files that lie about their resolution must not come out squeezed.
    let across = f64::from(width) / f64::from(logo.width.max(1)) * image.width_dpi() / 96.0;
    let down = f64::from(height) / f64::from(logo.height.max(1)) * image.height_dpi() / 96.0;
    let image = image
        .set_scale_width(across)
        .set_scale_height(down)
        .set_alt_text(text::cut(&text::one_line(alt), 255))
        .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
    Ok((image, width.round() as u32))
}

/// Writes organisation and contact below everything else, over columns of `width` characters; a line with an address
/// leads there.
pub fn contact(
    sheet: &mut Worksheet,
    theme: &Theme,
    row: u32,
    last: u16,
    width: f64,
    styles: &Styles,
) -> Result<(), XlsxError> {
    if theme.contact.is_empty() {
        return Ok(());
    }
    let mut row = row;
    if !theme.organisation.is_empty() {
        put_merged(sheet, row, 0..=last, &theme.organisation, &styles.section)?;
        row += 1;
    }
    sheet.set_row_height(row, row_height(&theme.contact, width))?;
    put_merged(sheet, row, 0..=last, &theme.contact, &styles.prose)?;
    // A cell leads to one place only.
    if let Some(address) = addresses(&theme.contact).first().filter(|address| address.uri.len() <= LINK) {
        let format = if text::looks_live(&theme.contact) { &styles.contact.quoted } else { &styles.contact.plain };
        let url = Url::new(address.uri.as_str()).set_text(text::cut(&theme.contact, LINK));
        sheet.write_url_with_format(row, 0, url, format)?;
    }
    Ok(())
}
