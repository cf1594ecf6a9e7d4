//! A review becomes content (localised titles, tables, gauges), and content becomes workbooks, pages and JSON.
//!
//! Nothing here computes a figure: every number was decided in [`crate::assess`].

pub mod content;
pub mod excel;
pub(crate) mod format;
pub mod html;
pub mod json;
pub mod pdf;
#[cfg(test)]
pub(crate) mod samples;
pub mod stored;
pub mod theme;
