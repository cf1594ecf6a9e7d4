//! Languages: sentences, numbers and dates as people of a language write them.
//!
//! Sentences stand in `templates/text/<code>.ftl`; separators, month names and sort orders come from CLDR.

pub(crate) mod formats;
mod languages;
mod localizer;
mod own;

pub use languages::{Lang, UnknownLang, key};
pub use localizer::{Localizer, TextError};
pub use own::{TextProblem, check, nearest};

/// Line and column, both from 1, of a byte of a text.
pub(crate) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

/// Says a message by its key: `say!(text, "plan-intro", tier = name, count = 3u64)`.
///
/// The values are anything that becomes a [`crate::finding::Arg`].
#[macro_export]
macro_rules! say {
    ($text:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $text.message($id, &[$((stringify!($name), $crate::finding::Arg::from($value))),*])
    };
}
