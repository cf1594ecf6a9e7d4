//! The words of a page for the browser: its controls and what they announce.

use super::PageWords;
use crate::say;
use crate::text::Localizer;

/// The words of a page that lists so many partners.
pub(super) fn words(partners: u64, text: &Localizer) -> PageWords {
    PageWords {
        skip: say!(text, "page-skip"),
        dark: say!(text, "page-dark"),
        light: say!(text, "page-light"),
        filters: say!(text, "page-filters"),
        search: say!(text, "page-search"),
        search_hint: say!(text, "page-search-hint"),
        all: say!(text, "page-all"),
        not_at_risk: say!(text, "page-not-at-risk"),
        sort: say!(text, "page-sort"),
        order: say!(text, "page-order"),
        ascending: say!(text, "page-ascending"),
        descending: say!(text, "page-descending"),
        reset: say!(text, "page-reset"),
        shown: say!(text, "page-shown", shown = "{shown}", all = partners),
        nothing: say!(text, "page-nothing"),
        reports: say!(text, "page-reports"),
    }
}
