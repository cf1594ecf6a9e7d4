//! `tiergap mail`: every partner gets its report with a message, once. What it would do is shown first; drafts and sending
//! are asked for.

mod outcome;
mod place;
mod prepare;
mod settings;
mod so_far;
mod table;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, anyhow};
use clap::Args;

use super::args::WorkspaceArg;
use super::templates::Templates;
use super::{Failure, Outcome, asked, inputs, talk, theme};
use crate::deliver::file_name;
use crate::deliver::mail::{Drafts, Ledger, Line, Occasion, Pace, Parcel, Records, ReviewedPartner, clean, send};
use prepare::{Desk, Held, Sheet};
use so_far::SoFar;

pub(super) const EXAMPLES: &str = "\
Examples:
  tiergap mail review                       show who would get what, and who would not and why
  tiergap mail review --drafts              write drafts that your mail program opens for sending
  tiergap mail review --send --to-me        send all messages to yourself first
  tiergap mail review --send                send them; run again, and only what is missing is sent
  tiergap mail review --send --only 4100033

Settings stand in the table [mail] of tiergap.toml, see docs/mail.md. A connection is opened by --send only.";

/// Arguments of `mail`.
#[derive(Debug, Args)]
pub struct MailArgs {
    /// The review's folder, or in a workspace its month such as 2026-09 [default: the newest of the workspace]
    pub review: Option<PathBuf>,
    /// Only show what would be done; this is what happens without --drafts and --send
    #[arg(long, conflicts_with_all = ["drafts", "send"])]
    pub dry_run: bool,
    /// Write drafts (.eml) into a folder beside the review
    #[arg(long, conflicts_with = "send")]
    pub drafts: bool,
    /// Send the messages through the server of the settings
    #[arg(long)]
    pub send: bool,
    /// Folder for the drafts [default: the review's name with -mail behind it]
    #[arg(long, value_name = "DIR", requires = "drafts")]
    pub out: Option<PathBuf>,
    /// Only this partner, by ID or name; may be given several times
    #[arg(long, value_name = "PARTNER")]
    pub only: Vec<String>,
    /// Send or write everything to yourself, at this address [default: `me` or `from` of the settings]
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "")]
    pub to_me: Option<String>,
    /// Send to this partner again, though it was sent or may have been; may be given several times
    #[arg(long, value_name = "PARTNER")]
    pub resend: Vec<String>,
    /// Do not hold back partners with errors in their data
    #[arg(long)]
    pub despite_errors: bool,
    /// Read the password from standard input and put it into the system's store of passwords
    #[arg(long, conflicts_with_all = ["drafts", "send", "dry_run"])]
    pub store_password: bool,
    /// File with the table [mail], where it is not that of the workspace
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub workspace: WorkspaceArg,
    /// TOML file with your organisation's name, contact line and colours (see docs/theme.md)
    #[arg(long, value_name = "FILE")]
    pub theme: Option<PathBuf>,
    /// Folder with files of your own in place of the shipped texts and letters (see docs/templates.md)
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Language of the table and of what is said here [default: en]; messages are in the partners' languages
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
}

pub(super) fn mail(args: &MailArgs) -> Result<Outcome, Failure> {
    if args.store_password {
        return store_password(args);
    }
    let here = asked::open(args.workspace.workspace.as_deref())?;
    let (review, shown) = place::review(args.review.as_deref(), here.as_ref())?;
    // A review that was named may lie in a workspace that this folder is not in.
    let workspace = match (here, asked::around(&shown)) {
        (None, Some(folder)) => asked::open(Some(&folder))?,
        (here, _) => here,
    };
    let of_workspace = |written: &dyn Fn(&crate::workspace::Settings) -> Option<String>| {
        workspace.as_ref().and_then(|workspace| Some(workspace.path(&written(&workspace.settings)?)))
    };
    let templates = args.templates.clone().or_else(|| of_workspace(&|settings| settings.templates.clone()));
    let templates = Templates::load(templates.as_deref())?;
    let lang = args.lang.clone().or_else(|| workspace.as_ref()?.settings.language.clone());
    let text = inputs::language(lang.as_deref(), &templates)?;
    let looks = args.theme.clone().or_else(|| of_workspace(&|settings| settings.theme.clone()));
    let theme = theme::load(looks.as_deref(), &templates)?;
    let config = settings::load(args.config.as_deref(), workspace.as_ref())?;
    if args.send {
        config.check_for_sending().map_err(Failure::Usage)?;
    }
    let me = config.me(args.to_me.as_deref()).map_err(Failure::Usage)?;
    let mut desk = Desk::open(review, &config.settings, theme, &templates, me)?;
    desk.shown = shown;
    talk::say(&format!(
        "{}review{:#}: {}, as of {}",
        talk::FAINT,
        talk::FAINT,
        talk::visible(&desk.shown.display().to_string()),
        desk.reviewed.as_of
    ));
    let only = desk.named("--only", &args.only)?;
    let again = desk.named("--resend", &args.resend)?;
    let occasion = Occasion::new(&desk.reviewed.sha256, desk.reviewed.as_of, desk.reviewed.month);

    // Whoever sends holds the ledger from here on: what it says now stays true.
    let mut ledger =
        if args.send && desk.me.is_none() { Some(Ledger::open(&desk.review).map_err(Failure::nothing)?) } else { None };
    let past = match &mut ledger {
        _ if desk.me.is_some() => BTreeMap::new(),
        Some(ledger) => ledger.known(&occasion).map_err(Failure::nothing)?,
        None => Ledger::past(&desk.review, &occasion).map_err(Failure::nothing)?,
    };
    let chosen: Vec<usize> =
        (0..desk.reviewed.partners.len()).filter(|n| only.is_empty() || only.contains(n)).collect();
    let bar = talk::progress(chosen.len() as u64, "preparing");
    let mut sheets: Vec<Sheet> = Vec::with_capacity(chosen.len());
    for n in chosen {
        let past = past.get(&desk.reviewed.partners[n].key).filter(|_| !again.contains(&n));
        sheets.push(desk.sheet(n, past, args.despite_errors)?);
        bar.inc(1);
    }
    bar.finish_and_clear();

    let nothing_ready = sheets.iter().all(|sheet| sheet.held.is_some());
    let mut kept = 0;
    match (args.drafts, args.send) {
        (true, _) if !nothing_ready => kept = write_drafts(args, &desk, &mut sheets)?,
        (_, true) if !nothing_ready => {
            let records = ledger.as_mut().map(|ledger| Records { ledger, occasion: &occasion });
            send_all(&desk, &config, &mut sheets, records)?;
        }
        _ => {}
    }
    // A ledger in which nothing was noted is gone with this.
    drop(ledger);
    table::show(&desk, &sheets, &text);
    table::warn(&desk, &sheets, &text);
    outcome::tell(args, &desk, &config, (&sheets, kept), &text);
    Ok(outcome::of(&sheets))
}

/// What the draft of a partner is called, before it is a file's name.
fn draft_name(partner: &ReviewedPartner) -> String {
    let name =
        if partner.key == partner.name { partner.name.clone() } else { format!("{}-{}", partner.key, partner.name) };
    file_name(&name)
}

/// Writes the drafts of all that are not held back. Returns how many earlier ones stay as they were.
fn write_drafts(args: &MailArgs, desk: &Desk<'_>, sheets: &mut [Sheet]) -> Result<u64, Failure> {
    let folder = args.out.clone().unwrap_or_else(|| place::drafts(&desk.review));
    if place::lies_in(&folder, &desk.review) {
        return Err(Failure::Usage(anyhow!(
            "{} lies in the review, which has to stay as it was written; choose another --out",
            folder.display()
        )));
    }
    let mut drafts = Drafts::begin(&folder).map_err(Failure::nothing)?;
    let names: Vec<String> = desk.reviewed.partners.iter().map(|partner| drafts.name(&draft_name(partner))).collect();
    for sheet in sheets.iter_mut().filter(|sheet| sheet.held.is_none()) {
        let Some(name) = names.get(sheet.partner) else { continue };
        match desk.message(sheet, None) {
            Ok(message) => {
                drafts.add(name, &message).map_err(Failure::nothing)?;
                sheet.became = Some(outcome::Became::Drafted(name.clone()));
            }
            Err(held) => sheet.held = Some(held),
        }
    }
    // Where only some partners are meant, the drafts of the others are not.
    let mut kept = 0;
    if !args.only.is_empty() {
        let meant = sheets.iter().filter_map(|sheet| names.get(sheet.partner).cloned()).collect();
        kept = drafts.keep_others(&meant).map_err(Failure::nothing)?;
    }
    drafts.commit().map_err(Failure::nothing)?;
    Ok(kept)
}

/// Sends all that are not held back.
fn send_all(
    desk: &Desk<'_>,
    config: &settings::Config,
    sheets: &mut [Sheet],
    records: Option<Records<'_>>,
) -> Result<(), Failure> {
    let Some(smtp) = &config.settings.smtp else { return Ok(()) };
    let password = config.password().map_err(Failure::Usage)?;
    let roots = config.roots().map_err(Failure::Usage)?;
    let mut line = Line::new(smtp, roots.as_deref(), password)
        .context("the certificates of root-certificates cannot be used")
        .map_err(Failure::Usage)?;
    let pace = Pace {
        apart: Duration::from_secs(60) / smtp.per_minute.max(1),
        retries: smtp.retries,
        wait: Duration::from_secs(u64::from(smtp.retry_seconds)),
    };
    let ready: Vec<usize> = (0..sheets.len()).filter(|n| sheets[*n].held.is_none()).collect();
    let bar = talk::progress(ready.len() as u64, "sending");
    // A report that is changed while others are sent is noticed when it is its turn.
    let mut held: Vec<(usize, Held)> = Vec::new();
    let names = sheets.iter().filter_map(|sheet| desk.reviewed.partners.get(sheet.partner));
    let so_far = SoFar::listen(names.map(|partner| clean(&partner.name)).collect(), &ready, desk);
    {
        let mut parcels = ready.iter().filter_map(|&n| {
            let sheet = sheets.get(n)?;
            match desk.message(sheet, Some(jiff::Timestamp::now())) {
                Ok(message) => {
                    let partner = desk.reviewed.partners.get(sheet.partner)?.key.clone();
                    so_far.begins(n);
                    Some(Parcel { partner, to: sheet.to.clone(), message })
                }
                Err(why) => {
                    held.push((n, why));
                    None
                }
            }
        });
        let mut told = |_: usize, what: &crate::deliver::mail::Outcome| {
            bar.inc(1);
            so_far.ends(what);
        };
        let result = send(&mut parcels, &mut line, records, pace, &mut told);
        if let Err(error) = result {
            bar.finish_and_clear();
            let sent = so_far.sent();
            return Err(Failure::Nothing(anyhow::Error::new(error).context(format!(
                "sending was broken off after {sent} messages, because what is sent could not be noted"
            ))));
        }
    }
    let handled = so_far.handled();
    bar.finish_and_clear();
    for (n, what) in handled {
        sheets[n].became = Some(outcome::Became::Handled(what));
    }
    for (n, why) in held {
        sheets[n].held = Some(why);
    }
    Ok(())
}

/// `--store-password`.
fn store_password(args: &MailArgs) -> Result<Outcome, Failure> {
    let workspace = asked::open(args.workspace.workspace.as_deref())?;
    let config = settings::load(args.config.as_deref(), workspace.as_ref())?;
    config.store_password().map_err(Failure::Usage)?;
    Ok(Outcome::Done)
}
