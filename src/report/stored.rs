//! The portfolio's content and looks as a file, so that it can be drawn again without the inputs: once it is signed.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};

use super::content::PortfolioReport;
use super::theme::{Colours, Logo, Theme};

/// The version of its shape.
const SCHEMA: &str = "tiergap.portfolio.v1";

/// Why a stored portfolio cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoredError {
    /// It is no such file.
    #[error("it is no portfolio of this version of tiergap: {0}")]
    Shape(#[from] serde_json::Error),
    /// It is of another kind or version.
    #[error("its \"schema\" is {0:?}, not \"{SCHEMA}\"")]
    Schema(String),
    /// The logo in it is none.
    #[error("its logo {0}")]
    Logo(String),
}

/// A theme as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredTheme {
    organisation: String,
    contact: String,
    colours: Colours,
    /// The logo's file, base 64.
    logo: Option<String>,
}

impl StoredTheme {
    /// A theme, to be stored.
    pub fn of(theme: &Theme) -> Self {
        Self {
            organisation: theme.organisation.clone(),
            contact: theme.contact.clone(),
            colours: theme.colours,
            logo: theme.logo.as_ref().map(|logo| BASE64.encode(&logo.file)),
        }
    }

    /// The theme that was stored.
    ///
    /// # Errors
    /// If its logo cannot be read.
    pub fn theme(self) -> Result<Theme, StoredError> {
        let read = |text: String| {
            let file = BASE64.decode(text).map_err(|_| "is not in base 64".to_owned())?;
            Logo::read(file)
        };
        let logo = self.logo.map(read).transpose().map_err(StoredError::Logo)?;
        Ok(Theme { organisation: self.organisation, logo, contact: self.contact, colours: self.colours })
    }
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    theme: StoredTheme,
    report: &'a PortfolioReport,
}

#[derive(Deserialize)]
struct Schema {
    schema: String,
}

#[derive(Deserialize)]
struct Read {
    theme: StoredTheme,
    report: PortfolioReport,
}

/// The text of the file.
///
/// # Errors
/// Where a value cannot be written as JSON; none of ours can fail so.
pub fn store(report: &PortfolioReport, theme: &Theme) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string(&Written { schema: SCHEMA, theme: StoredTheme::of(theme), report })?;
    text.push('\n');
    Ok(text)
}

/// Reads it again.
///
/// # Errors
/// If it is no such file, or one of another version.
pub fn restore(text: &str) -> Result<(PortfolioReport, Theme), StoredError> {
    let Schema { schema } = serde_json::from_str(text)?;
    if schema != SCHEMA {
        return Err(StoredError::Schema(schema));
    }
    let Read { theme, report } = serde_json::from_str(text)?;
    Ok((report, theme.theme()?))
}
