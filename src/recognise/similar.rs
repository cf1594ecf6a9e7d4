//! How alike two spellings are.

/// From 0 (nothing in common) to 1 (the same); a swapped, missing or surplus letter costs little.
pub(crate) fn similarity(a: &str, b: &str) -> f64 {
    // The lengths bound the result: most pairs need no further look.
    let (long, short) = if a.len() >= b.len() { (a.len(), b.len()) } else { (b.len(), a.len()) };
    if long == 0 || short * 2 < long {
        return 0.0;
    }
    strsim::normalized_damerau_levenshtein(a, b)
}
