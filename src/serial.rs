//! Values that are written to be read again by a later run of the same program.

use serde::{Deserialize, Deserializer};
use ustr::Ustr;

/// A word of the program's own that lives as long as it does. Read again, it is one of the texts that are kept once for
/// the whole run. (A name of its own, as derived readers take a plain reference for one into what they read from.)
pub type Fixed = &'static str;

/// Reads a word of the program's own.
///
/// # Errors
/// Where it is no text.
pub fn fixed<'de, D: Deserializer<'de>>(from: D) -> Result<Fixed, D::Error> {
    Ustr::deserialize(from).map(|text| text.as_str())
}

/// Reads values that are named by words of the program's own.
///
/// # Errors
/// Where they are none.
pub fn named<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<(Fixed, T)>, D::Error> {
    let values = Vec::<(Ustr, T)>::deserialize(from)?;
    Ok(values.into_iter().map(|(name, value)| (name.as_str(), value)).collect())
}
