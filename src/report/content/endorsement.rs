//! What the reviewer wrote and signed, for the first page of the portfolio.

use jiff::civil::Date;

use super::{Endorsement, EndorsementEntry};
use crate::say;
use crate::text::Localizer;

/// A note, a signature, or both, as they were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Who signed; `None` for a note alone.
    pub by: Option<&'a str>,
    /// When.
    pub date: Date,
    /// The note.
    pub note: Option<&'a str>,
    /// SHA-256 of the `results.json` that was signed.
    pub results: Option<&'a str>,
}

/// Notes and signatures in words, the earliest first; `None` where there are none.
pub fn endorsement(statements: &[Statement<'_>], text: &Localizer) -> Option<Endorsement> {
    let entry = |said: &Statement<'_>| {
        let date = text.date(said.date);
        let statement = match said.by {
            Some(name) => {
                say!(text, "endorsement-signed", name = name, date = date, hash = said.results.unwrap_or_default())
            }
            None => say!(text, "endorsement-noted", date = date),
        };
        EndorsementEntry { statement, note: said.note.unwrap_or_default().to_owned(), signed: said.by.is_some() }
    };
    let entries: Vec<EndorsementEntry> = statements.iter().map(entry).collect();
    (!entries.is_empty()).then(|| Endorsement { title: say!(text, "endorsement-title"), entries })
}
