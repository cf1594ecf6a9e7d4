//! What came of it, in one sentence with what to do next, and the exit code.

use super::prepare::{Desk, Held, Sheet};
use super::settings::Config;
use super::{MailArgs, place};
use crate::cli::{Outcome, talk};
use crate::deliver::mail::{Outcome as Handled, ledger_path};
use crate::say;
use crate::text::Localizer;

/// What became of a sheet that was not held back.
#[derive(Debug)]
pub(super) enum Became {
    /// A draft of this name.
    Drafted(String),
    /// It was given to the server, or tried to.
    Handled(Handled),
}

/// Whether a partner has what it is to have: the message, now or before.
fn is_served(sheet: &Sheet) -> bool {
    match (&sheet.held, &sheet.became) {
        (Some(Held::Sent(_) | Held::SentBefore(_)), _) => true,
        (Some(_), _) => false,
        (None, Some(Became::Handled(Handled::Sent(_)) | Became::Drafted(_)) | None) => true,
        (None, Some(Became::Handled(_))) => false,
    }
}

/// Done with errors, if anybody is left out.
pub(super) fn of(sheets: &[Sheet]) -> Outcome {
    if sheets.iter().all(is_served) { Outcome::Done } else { Outcome::DoneWithErrors }
}

/// How many of each, and what to do next.
pub(super) fn tell(
    args: &MailArgs,
    desk: &Desk<'_>,
    config: &Config,
    (sheets, kept): (&[Sheet], u64),
    text: &Localizer,
) {
    let count = |is: &dyn Fn(&Sheet) -> bool| sheets.iter().filter(|sheet| is(sheet)).count() as u64;
    let before = count(&|sheet| matches!(sheet.held, Some(Held::Sent(_) | Held::SentBefore(_))));
    let held = count(&|sheet| sheet.held.is_some()).saturating_sub(before);
    let ready = count(&|sheet| sheet.held.is_none());
    let sent = count(&|sheet| matches!(sheet.became, Some(Became::Handled(Handled::Sent(_)))));
    let hint = |said: String| {
        talk::say(&format!("{}{}{:#}: {}", talk::HINT, say!(text, "cli-hint"), talk::HINT, talk::visible(&said)));
    };
    if args.send && ready > 0 {
        talk::say(&say!(text, "mail-told-sent", sent = sent, failed = ready - sent, before = before, held = held));
        for why in sheets.iter().filter_map(not_tried).take(1) {
            let said = say!(text, "mail-told-closed", why = why);
            talk::say(&format!(
                "{}{}{:#}: {}",
                talk::ERROR,
                say!(text, "severity-error").to_lowercase(),
                talk::ERROR,
                talk::visible(&said)
            ));
        }
        if sheets.iter().any(|sheet| matches!(sheet.became, Some(Became::Handled(Handled::Failed(_))))) {
            hint(say!(text, "mail-hint-server", file = config.name()));
        }
        if desk.me.is_none() && ledger_path(&desk.review).is_file() {
            hint(say!(text, "mail-hint-ledger", file = ledger_path(&desk.shown).display().to_string()));
        }
    } else if args.drafts && ready > 0 {
        let folder = args.out.clone().unwrap_or_else(|| place::drafts(&desk.shown));
        talk::say(&talk::visible(&say!(
            text,
            "mail-told-drafts",
            count = ready,
            before = before,
            held = held,
            folder = folder.display().to_string()
        )));
        if kept > 0 {
            talk::say(&say!(text, "mail-told-kept", count = kept));
        }
    } else {
        talk::say(&say!(text, "mail-told-ready", count = ready, before = before, held = held));
        if ready > 0 {
            hint(say!(text, "mail-hint-next"));
        }
    }
    let unknown = |sheet: &Sheet| {
        matches!(sheet.held, Some(Held::Unknown(_)))
            || matches!(sheet.became, Some(Became::Handled(Handled::Unknown(_))))
    };
    if sheets.iter().any(unknown) {
        hint(say!(text, "mail-hint-unknown"));
    }
}

/// Why a message was not tried.
fn not_tried(sheet: &Sheet) -> Option<&str> {
    match &sheet.became {
        Some(Became::Handled(Handled::NotTried(why))) => Some(why),
        _ => None,
    }
}
