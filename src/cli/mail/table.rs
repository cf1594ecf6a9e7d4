//! What would be sent or was, as a table.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::outcome::Became;
use super::prepare::{Desk, Held, Sheet};
use crate::cli::talk;
use crate::deliver::mail::{Outcome, Unusable, clean};
use crate::say;
use crate::text::Localizer;

/// Characters of a subject that are shown.
const SUBJECT: usize = 60;

/// One line a partner, on standard output.
pub(super) fn show(desk: &Desk<'_>, sheets: &[Sheet], text: &Localizer) {
    let heading = [
        say!(text, "mail-column-partner"),
        say!(text, "mail-column-contact"),
        say!(text, "mail-column-language"),
        say!(text, "mail-column-subject"),
        say!(text, "mail-column-attachments"),
        say!(text, "mail-column-status"),
    ];
    let mut rows = vec![heading.to_vec()];
    for sheet in sheets {
        let partner = &desk.reviewed.partners[sheet.partner];
        let contact = match &desk.me {
            Some(_) => sheet.to.clone(),
            None => partner.contact.as_deref().map(clean).unwrap_or_default(),
        };
        let subject: String = sheet.letter.subject.chars().take(SUBJECT).collect();
        let cut = if subject.len() < sheet.letter.subject.len() { "…" } else { "" };
        rows.push(vec![
            talk::visible(&clean(&partner.name)),
            talk::visible(&contact),
            partner.language.code().to_owned(),
            talk::visible(&format!("{subject}{cut}")),
            sheet.attachments.iter().map(|(kind, bytes)| size(kind, *bytes, text)).collect::<Vec<_>>().join(", "),
            talk::visible(&status(sheet, text)),
        ]);
    }
    for (n, line) in talk::table(&rows, &[]).into_iter().enumerate() {
        if n == 0 {
            talk::data(&format!("{}{line}{:#}", talk::STRONG, talk::STRONG));
        } else {
            talk::data(&line);
        }
    }
}

/// "PDF 182 KB", never less than one.
fn size(kind: &str, bytes: u64, text: &Localizer) -> String {
    say!(text, "mail-attachment", kind = kind, size = bytes.div_ceil(1000))
}

fn status(sheet: &Sheet, text: &Localizer) -> String {
    if let Some(held) = &sheet.held {
        return why(held, text);
    }
    match &sheet.became {
        None => say!(text, "mail-ready"),
        Some(Became::Drafted(file)) => say!(text, "mail-drafted", file = file.as_str()),
        Some(Became::Handled(Outcome::Sent(_))) => say!(text, "mail-sent"),
        Some(Became::Handled(Outcome::Refused(why))) => say!(text, "mail-refused", why = why.as_str()),
        Some(Became::Handled(Outcome::Failed(why))) => say!(text, "mail-failed", why = why.as_str()),
        Some(Became::Handled(Outcome::Unknown(why))) => say!(text, "mail-unknown", why = why.as_str()),
        Some(Became::Handled(Outcome::NotTried(_))) => say!(text, "mail-not-tried"),
    }
}

/// Why a partner gets nothing.
fn why(held: &Held, text: &Localizer) -> String {
    match held {
        Held::NoContact => say!(text, "mail-held-no-contact"),
        Held::Address(Unusable::Several) => say!(text, "mail-held-several"),
        Held::Address(Unusable::NotAnAddress) => say!(text, "mail-held-address"),
        Held::Address(Unusable::NotAscii) => say!(text, "mail-held-letters"),
        Held::Errors(codes) => {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            say!(text, "mail-held-errors", codes = text.list(&codes))
        }
        Held::Changed(file) => say!(text, "mail-held-changed", file = file.as_str()),
        Held::Missing(file) => say!(text, "mail-held-missing", file = file.as_str()),
        Held::Sent(at) => say!(text, "mail-held-sent", date = day(*at, text)),
        Held::SentBefore(at) => say!(text, "mail-held-sent-before", date = day(*at, text)),
        Held::Unknown(at) => say!(text, "mail-held-unknown", date = day(*at, text)),
        Held::Unfit(why) => say!(text, "mail-failed", why = why.as_str()),
    }
}

/// The day of a moment where the reviewer is.
fn day(at: Timestamp, text: &Localizer) -> String {
    text.date(at.to_zoned(TimeZone::system()).date())
}

/// What deserves a second look though it is no reason to hold anything back.
pub(super) fn warn(desk: &Desk<'_>, sheets: &[Sheet], text: &Localizer) {
    if desk.me.is_some() {
        return;
    }
    let mut shared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.to.is_empty()) {
        let name = clean(&desk.reviewed.partners[sheet.partner].name);
        shared.entry(sheet.to.to_lowercase()).or_default().push(name);
    }
    for (address, partners) in shared.into_iter().filter(|(_, partners)| partners.len() > 1) {
        let said = say!(text, "mail-shared", address = address, partners = text.list(&partners));
        let word = say!(text, "severity-warning");
        talk::say(&format!("{}{}{:#}: {}", talk::WARNING, word.to_lowercase(), talk::WARNING, talk::visible(&said)));
    }
}
