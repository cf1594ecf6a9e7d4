//! What each partner would get, or why it gets nothing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::ErrorKind;
use std::path::PathBuf;

use anyhow::{Context, anyhow};
use jiff::Timestamp;
use lettre::message::Mailbox;

use crate::cli::templates::Templates;
use crate::cli::{Failure, inputs};
use crate::deliver::mail::{
    Attachment, Letter, Message, Parties, Past, Reviewed, Sender, Settings, Unusable, clean, usable,
};
use crate::deliver::{MANIFEST, Manifest, WrittenFile};
use crate::digest::sha256;
use crate::finding::Code;
use crate::intake;
use crate::recognise::fold;
use crate::report::theme::Theme;
use crate::say;
use crate::text::{Lang, Localizer, nearest};

/// Bytes of `results.json` and of an attachment at most.
const BYTES: u64 = 1 << 30;
/// The results' file name.
const RESULTS: &str = "results.json";
const PDF: &str = "application/pdf";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Why a partner gets nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    NoContact,
    Address(Unusable),
    Errors(Vec<Code>),
    /// A report is not as it was written.
    Changed(String),
    /// A report is not there or cannot be read.
    Missing(String),
    Sent(Timestamp),
    SentBefore(Timestamp),
    Unknown(Timestamp),
    /// The message cannot be put together.
    Unfit(String),
}

/// What is prepared for a partner.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Position in the review.
    pub partner: usize,
    pub letter: Letter,
    /// The address it would go to; empty where there is none.
    pub to: String,
    /// Kinds and sizes of the attachments.
    pub attachments: Vec<(&'static str, u64)>,
    pub held: Option<Held>,
    pub became: Option<super::outcome::Became>,
}

/// The review with everything that messages are made of.
pub(super) struct Desk<'a> {
    pub review: PathBuf,
    /// Its folder as it was typed, for what is said of it.
    pub shown: PathBuf,
    pub reviewed: Reviewed,
    /// The reviewer's own address, where everything goes there.
    pub me: Option<Mailbox>,
    settings: &'a Settings,
    theme: Theme,
    texts: BTreeMap<Lang, Localizer>,
    files: BTreeMap<String, WrittenFile>,
}

impl<'a> Desk<'a> {
    /// Reads the review; every file of it that is used must be as the manifest says.
    pub(super) fn open(
        review: PathBuf,
        settings: &'a Settings,
        theme: Theme,
        templates: &Templates,
        me: Option<Mailbox>,
    ) -> Result<Self, Failure> {
        let place = review.display().to_string();
        let read = |name: &str| {
            let text = intake::read_text(&review.join(name), BYTES);
            text.with_context(|| format!("{place} is no review of tiergap: cannot read {name}")).map_err(Failure::Usage)
        };
        let manifest = Manifest::parse(&read(MANIFEST)?).ok_or_else(|| {
            Failure::Usage(anyhow!("{place} is no review of tiergap: its {MANIFEST} is none of ours"))
        })?;
        let files: BTreeMap<_, _> = manifest.files.into_iter().map(|file| (file.path.clone(), file)).collect();
        let text = read(RESULTS)?;
        if files.get(RESULTS).is_none_or(|file| file.sha256 != sha256(text.as_bytes())) {
            return Err(Failure::Usage(anyhow!(
                "{RESULTS} in {place} is not as it was written, so it cannot be relied on\n\
                 hint: run the review again"
            )));
        }
        let reviewed = Reviewed::parse(&text)
            .with_context(|| format!("{place}/{RESULTS} cannot be used"))
            .map_err(Failure::Usage)?;
        let mut texts = BTreeMap::new();
        for partner in &reviewed.partners {
            if let Entry::Vacant(free) = texts.entry(partner.language) {
                free.insert(inputs::speak(partner.language, templates)?);
            }
        }
        Ok(Self { shown: review.clone(), review, reviewed, me, settings, theme, texts, files })
    }

    /// The positions of partners by what was typed: ID or name, in any case.
    pub(super) fn named(&self, option: &str, typed: &[String]) -> Result<Vec<usize>, Failure> {
        let mut found = Vec::new();
        let mut problems = Vec::new();
        for name in typed {
            let partners = self.reviewed.partners.iter().enumerate();
            let by = |is: &dyn Fn(&crate::deliver::mail::ReviewedPartner) -> bool| {
                partners.clone().filter(|(_, partner)| is(partner)).map(|(n, _)| n).collect::<Vec<_>>()
            };
            let key = name.trim().to_lowercase();
            let by_key = by(&|partner| partner.key.to_lowercase() == key);
            let found_now = if by_key.is_empty() { by(&|partner| fold(&partner.name) == fold(name)) } else { by_key };
            match found_now.as_slice() {
                [one] => found.push(*one),
                [] => {
                    let near =
                        nearest(&key, self.reviewed.partners.iter().flat_map(|p| [p.name.as_str(), p.key.as_str()]));
                    let near = near.map(|near| format!("; did you mean {}?", clean(near))).unwrap_or_default();
                    problems.push(format!("{option}: the review has no partner {}{near}", clean(name)));
                }
                _ => problems.push(format!("{option}: several partners are called {}; give the MPN ID", clean(name))),
            }
        }
        if problems.is_empty() { Ok(found) } else { Err(Failure::Usage(anyhow!(problems.join("\n")))) }
    }

    /// What a partner would get.
    pub(super) fn sheet(&self, n: usize, past: Option<&Past>, despite_errors: bool) -> Result<Sheet, Failure> {
        let missing = || Failure::Nothing(anyhow!("a partner has no texts"));
        let partner = self.reviewed.partners.get(n).ok_or_else(missing)?;
        let text = self.texts.get(&partner.language).ok_or_else(missing)?;
        let sender = Sender {
            theme: &self.theme,
            prefix: self.settings.subject_prefix.as_deref().unwrap_or_default(),
            workbook: self.settings.attach_workbook,
        };
        let mut letter = Letter::new(&self.reviewed, partner, sender, text);
        let contact = partner.contact.as_deref().map(usable);
        if self.me.is_some() {
            let address = partner.contact.as_deref().map_or("–".to_owned(), clean);
            letter.subject = format!("[{}] {}", say!(text, "letter-preview", address = address), letter.subject);
        }
        let attachments = self.attachments(partner.folder.as_str(), &letter.file_stem);
        let held = match (&self.me, contact.as_ref(), past) {
            (None, _, Some(Past::Sent { at, same_edition: true })) => Some(Held::Sent(*at)),
            (None, _, Some(Past::Sent { at, .. })) => Some(Held::SentBefore(*at)),
            (None, _, Some(Past::Unknown { at })) => Some(Held::Unknown(*at)),
            (None, None, _) => Some(Held::NoContact),
            (None, Some(Err(why)), _) => Some(Held::Address(*why)),
            _ if !despite_errors && !partner.errors.is_empty() => Some(Held::Errors(partner.errors.clone())),
            _ => attachments.as_ref().err().cloned(),
        };
        let to = match (&self.me, &contact) {
            (Some(me), _) => me.email.to_string(),
            (None, Some(Ok(address))) => address.to_string(),
            _ => String::new(),
        };
        let sizes = attachments.iter().flatten().map(|file| (short(file.kind), file.bytes.len() as u64)).collect();
        Ok(Sheet { partner: n, letter, to, attachments: sizes, held, became: None })
    }

    /// The message of a sheet that is not held back; a draft without a date.
    pub(super) fn message(&self, sheet: &Sheet, date: Option<Timestamp>) -> Result<Message, Held> {
        let unfit = |why: &dyn std::fmt::Display| Held::Unfit(why.to_string());
        let partner = self.reviewed.partners.get(sheet.partner).ok_or_else(|| unfit(&"no such partner"))?;
        let attachments = self.attachments(&partner.folder, &sheet.letter.file_stem)?;
        let to = match &self.me {
            Some(me) => me.clone(),
            None => Mailbox::new(Some(clean(&partner.name)), usable(&sheet.to).map_err(Held::Address)?),
        };
        // Copies are for others as well, and a preview is for nobody but the reviewer.
        let others = |all: &[String]| match &self.me {
            Some(_) => Vec::new(),
            None => all.iter().filter_map(|one| Settings::mailbox(Some(one))).collect(),
        };
        let parties = Parties {
            from: Settings::mailbox(self.settings.from.as_ref()),
            reply_to: Settings::mailbox(self.settings.reply_to.as_ref()),
            to,
            cc: others(&self.settings.cc),
            bcc: others(&self.settings.bcc),
        };
        let preview = if self.me.is_some() { "preview" } else { "" };
        let what = [self.reviewed.sha256.as_str(), partner.key.as_str(), preview];
        Message::new(&sheet.letter, &self.theme, &parties, attachments, &what, date).map_err(|why| unfit(&why))
    }

    /// The reports of a partner, as they were written.
    fn attachments(&self, folder: &str, stem: &str) -> Result<Vec<Attachment>, Held> {
        let mut files = vec![("gap-report.pdf", "pdf", PDF)];
        if self.settings.attach_workbook {
            files.push(("gap-report.xlsx", "xlsx", WORKBOOK));
        }
        let read = |(file, ending, kind): (&str, &str, &'static str)| {
            let path = format!("{folder}/{file}");
            let written = self.files.get(&path).ok_or_else(|| Held::Missing(path.clone()))?;
            let bytes = intake::read_bytes(&self.review.join(&path), BYTES).map_err(|why| match why.kind() {
                ErrorKind::Other => Held::Changed(path.clone()),
                _ => Held::Missing(path.clone()),
            })?;
            if sha256(&bytes) != written.sha256 {
                return Err(Held::Changed(path));
            }
            Ok(Attachment { name: format!("{stem}.{ending}"), kind, bytes })
        };
        files.into_iter().map(read).collect()
    }
}

/// What people call a kind of file.
fn short(kind: &str) -> &'static str {
    if kind == PDF { "PDF" } else { "XLSX" }
}
