//! How alike two spellings are.

/// From 0 (nothing in common) to 1 (the same); a swapped, missing or surplus letter costs little. `None` if it is less
/// than `least`, which most pairs show without a closer look.
pub(crate) fn similarity(a: &str, b: &str, least: f64) -> Option<f64> {
    let letters = |text: &str| text.chars().count();
    // What the length differs by must be put in or left out.
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let (of_a, of_b) = (letters(a), letters(b));
    let longer = of_a.max(of_b) as f64;
    let enough = |edits: usize| 1.0 - edits as f64 / longer >= least;
    if !enough(of_a.abs_diff(of_b)) || !enough(letters_apart(a, b)) {
        return None;
    }
    Some(strsim::normalized_damerau_levenshtein(a, b)).filter(|&close| close >= least)
}

/// No fewer edits than this lead from one text to the other: each puts in at most one letter and takes out one. Counts
/// letters by their last bits, which can only make two texts look more alike.
fn letters_apart(a: &str, b: &str) -> usize {
    let mut more = [0_i32; 64];
    for (text, step) in [(a, 1), (b, -1)] {
        for c in text.chars() {
            if let Some(count) = more.get_mut(c as usize % 64) {
                *count += step;
            }
        }
    }
    let (surplus, lack) = more.iter().fold((0, 0), |(s, l), &n| (s + n.max(0), l - n.min(0)));
    surplus.max(lack) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_is_never_close() {
        let words =
            ["activeusers", "activeuser", "acitveusers", "partnerid", "idpartner", "kundenname", "größe", "grösse", ""];
        for a in words {
            for b in words {
                let close = strsim::normalized_damerau_levenshtein(a, b);
                for least in [0.5, 0.7, 0.84, 0.95] {
                    let expected = (close >= least && !a.is_empty() && !b.is_empty()).then_some(close);
                    assert_eq!(similarity(a, b, least), expected, "{a} {b} {least}");
                }
            }
        }
    }
}
