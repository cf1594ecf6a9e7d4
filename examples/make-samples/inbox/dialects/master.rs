//! The reviewer's own list of partners.

use rust_xlsxwriter::XlsxError;

use crate::inbox::facts::Partner;
use crate::inbox::grid::{Cell, Sheet, xlsx};

/// `partners.xlsx`. One partner is missing from it, so nothing tells its market.
pub fn workbook(partners: &[Partner]) -> Result<Vec<u8>, XlsxError> {
    let mut sheet = Sheet::new("Partners", 0);
    sheet.date_format = "dd mmm yyyy";
    sheet.texts(&[
        "MPN ID",
        "Partner name",
        "Country",
        "Market",
        "Language",
        "Contact email",
        "Current tier",
        "Anniversary",
    ]);
    for partner in partners {
        let Some((_, country)) = partner.country else { continue };
        let mut cells: Vec<Cell> = [
            partner.id,
            partner.name,
            country,
            partner.market,
            partner.language,
            partner.contact,
            partner.current_tier,
        ]
        .map(Cell::from)
        .into();
        cells.push(partner.anniversary.map_or(Cell::Blank, Cell::Date));
        sheet.rows.push(cells);
    }
    xlsx(&[sheet])
}
