//! Addresses within a contact line: what of it leads somewhere.

/// A part of a contact line that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// First byte of it.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Where it leads: `mailto:…` or `https://…`.
    pub uri: String,
}

/// The email and web addresses of a line, in order.
pub fn addresses(line: &str) -> Vec<Address> {
    let mut found = Vec::new();
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '|' | '"' | '“' | '”')) {
        // A word is a part of the line: its place is the distance between the two.
        let start = word.as_ptr() as usize - line.as_ptr() as usize;
        let opening = word.len() - word.trim_start_matches(['(', '[']).len();
        let bare = word.trim_start_matches(['(', '[']).trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '/']);
        if let Some(uri) = uri(bare) {
            found.push(Address { start: start + opening, end: start + opening + bare.len(), uri });
        }
    }
    found
}

fn uri(word: &str) -> Option<String> {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '\\' | '^' | '`' | '{' | '}'));
    let host = |text: &str| {
        let labels: Vec<&str> = text.split('.').collect();
        labels.len() >= 2
            && labels
                .iter()
                .all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
            && labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().any(|b| b.is_ascii_alphabetic()))
    };
    if !plain(word) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let web = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    if let Some(rest) = web {
        let name = rest.split(['/', '?', '#']).next().unwrap_or_default();
        return host(name.split(':').next().unwrap_or_default()).then(|| word.to_owned());
    }
    if lower.starts_with("www.") && host(lower.split(['/', '?', '#']).next().unwrap_or_default()) {
        return Some(format!("https://{word}"));
    }
    let mail = word.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")).and_then(|_| word.get(7..));
    let mail = mail.unwrap_or(word);
    let (who, domain) = mail.split_once('@')?;
    let good = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
    (!who.is_empty() && who.bytes().all(good) && host(domain)).then(|| format!("mailto:{mail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<(&str, String)> {
        addresses(line).into_iter().map(|a| (&line[a.start..a.end], a.uri)).collect()
    }

    #[test]
    fn mail_and_web_addresses_are_found_without_the_punctuation_around_them() {
        assert_eq!(
            found("Questions? partners@contoso.example, or (https://contoso.example/partners/)."),
            [
                ("partners@contoso.example", "mailto:partners@contoso.example".to_owned()),
                ("https://contoso.example/partners", "https://contoso.example/partners".to_owned()),
            ]
        );
        assert_eq!(found("Ärzte <a.b+c@x.example>"), [("a.b+c@x.example", "mailto:a.b+c@x.example".to_owned())]);
        assert_eq!(found("www.contoso.example"), [("www.contoso.example", "https://www.contoso.example".to_owned())]);
    }

    #[test]
    fn what_only_looks_like_an_address_leads_nowhere() {
        for line in
            ["", "call 555-1234", "@contoso", "a@b", "javascript:alert(1)", "https://", "file:///etc/passwd", "www."]
        {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
