//! A letter with its attachments as the bytes of a message.

use jiff::Timestamp;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart, header};
use lettre::{Address, Message as Built};

use super::letter::Letter;
use crate::digest::sha256;
use crate::report::theme::Theme;

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name as the reader sees it.
    pub name: String,
    /// What it is, such as `application/pdf`.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Who takes part.
#[derive(Debug, Clone)]
pub struct Parties {
    /// Sender; a draft can do without.
    pub from: Option<Mailbox>,
    /// Where answers go.
    pub reply_to: Option<Mailbox>,
    /// The partner's name and contact.
    pub to: Mailbox,
    /// Further recipients.
    pub cc: Vec<Mailbox>,
    /// Further recipients that others do not see.
    pub bcc: Vec<Mailbox>,
}

/// Why there is no message.
#[derive(Debug, thiserror::Error)]
#[error("the message cannot be put together: {0}")]
pub struct BuildError(String);

/// The bytes of a message and where they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its ID, with angle brackets: the same for the same review and partner, so that a mail program that gets it twice
    /// can tell.
    pub id: String,
    /// The bytes, lines ended by CR and LF.
    pub bytes: Vec<u8>,
    /// From whom and to whom; nothing for a draft without a sender.
    pub envelope: Option<Envelope>,
}

/// A header that lettre does not know.
#[derive(Debug, Clone)]
struct Unsent;

impl Header for Unsent {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Unsent")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "1".to_owned())
    }
}

impl Message {
    /// The message of a review to a partner. `what` is all that makes it this message and no other. Without a `date` it is
    /// a draft: mail programs open it for sending, and nothing in it depends on when it was made.
    ///
    /// # Errors
    /// If it cannot be put together; addresses that were checked before never lead to that.
    pub fn new(
        letter: &Letter,
        theme: &Theme,
        parties: &Parties,
        attachments: Vec<Attachment>,
        what: &[&str],
        date: Option<Timestamp>,
    ) -> Result<Self, BuildError> {
        let error = |what: &dyn std::fmt::Display| BuildError(what.to_string());
        let mark = sha256(what.join("\n").as_bytes());
        let short = |from: usize| mark.get(from..from + 24).unwrap_or_default();
        let domain = parties.from.as_ref().map_or("tiergap.invalid", |from| from.email.domain());
        let id = format!("<{}@{domain}>", mark.get(..32).unwrap_or_default());

        let nobody = Address::new("nobody", "tiergap.invalid").map_err(|why| error(&why))?;
        let from = parties.from.clone().unwrap_or(Mailbox::new(None, nobody));
        let is_draft = date.is_none();
        let mut builder = Built::builder();
        if is_draft {
            builder = builder.header(Unsent);
        }
        builder = builder.from(from.clone()).to(parties.to.clone());
        builder = parties.reply_to.iter().cloned().fold(builder, |builder, to| builder.reply_to(to));
        builder = parties.cc.iter().cloned().fold(builder, |builder, to| builder.cc(to));
        builder = parties.bcc.iter().cloned().fold(builder, |builder, to| builder.bcc(to));
        if is_draft {
            builder = builder.keep_bcc();
        }
        builder = builder
            .subject(letter.subject.as_str())
            .message_id(Some(id.clone()))
            .date(date.map_or(std::time::UNIX_EPOCH, std::time::SystemTime::from));
        let words = MultiPart::alternative()
            .boundary(format!("=_words_{}", short(0)))
            .singlepart(SinglePart::plain(letter.plain()))
            .singlepart(SinglePart::html(letter.html(theme)));
        let mut parts = MultiPart::mixed().boundary(format!("=_parts_{}", short(24))).multipart(words);
        for file in attachments {
            let kind = ContentType::parse(file.kind).map_err(|why| error(&why))?;
            parts = parts.singlepart(lettre::message::Attachment::new(file.name).body(file.bytes, kind));
        }
        let mut built = builder.multipart(parts).map_err(|why| error(&why))?;
        let name = parties.to.name.as_deref().unwrap_or_default();
        built.headers_mut().insert_raw(HeaderValue::dangerous_new_pre_encoded(
            HeaderName::new_from_ascii_str("To"),
            parties.to.to_string(),
            super::address::header(name, &parties.to.email),
        ));
        if is_draft {
            built.headers_mut().remove::<header::Date>();
        }
        if parties.from.is_none() {
            built.headers_mut().remove::<header::From>();
        }
        let to = [&parties.to].into_iter().chain(&parties.cc).chain(&parties.bcc).map(|to| to.email.clone()).collect();
        let envelope = Envelope::new(Some(from.email), to).map_err(|why| error(&why))?;
        Ok(Self { id, bytes: built.formatted(), envelope: parties.from.is_some().then_some(envelope) })
    }
}
