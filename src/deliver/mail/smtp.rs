//! The talk with the server. lettre opens the connection and speaks the protocol; here it is led step by step, because
//! what a failure means depends on the step: before the message is handed over nothing has happened, after its last
//! line nobody knows but the server.

#![allow(clippy::disallowed_types)] // the one place that opens a connection

use std::cell::Cell;
use std::error::Error as _;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::message::Message;
use super::settings::{Security, Smtp};

/// Bytes of a message that are written at a time.
const PIECE: usize = 16 << 10;

/// What a failure means for the message, and for those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The server cannot be reached or does not answer: it may pass, and concerns every message.
    Unreachable,
    /// The server does not take any message from us: wrong login, no encryption, a certificate that nobody trusts.
    Closed,
    /// The connection broke off before it had all of this message: it may pass.
    Broken,
    /// It does not take this message now: it may pass.
    NotNow,
    /// It does not take this message.
    Refused,
    /// It has got the message to its end and did not answer: it may have taken it or not.
    Unknown,
}

/// Why a message did not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct Failure {
    /// What that means.
    pub trouble: Trouble,
    /// The server's or the system's words.
    pub why: String,
}

impl Failure {
    fn new(trouble: Trouble, why: impl Into<String>) -> Self {
        Self { trouble, why: why.into() }
    }

    /// An error in a step before the message is handed over.
    fn of(error: &Error, refused: Trouble, lost: Trouble) -> Self {
        let trouble = match () {
            () if error.is_permanent() => refused,
            () if error.is_transient() && refused == Trouble::Closed => Trouble::Unreachable,
            () if error.is_transient() => Trouble::NotNow,
            () if error.is_client() || error.is_tls() || is_about_encryption(error) => Trouble::Closed,
            () => lost,
        };
        Self::new(trouble, words(error))
    }
}

/// Whether the two sides could not agree on encryption: trying again does not help.
fn is_about_encryption(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(one) = cause {
        if one.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData) {
            return true;
        }
        cause = one.source();
    }
    false
}

/// An error with its causes, each once.
fn words(error: &Error) -> String {
    let mut cause = error.source();
    // The server's own words say more than what kind of error they are.
    let mut said = match (error.status(), cause) {
        (Some(code), Some(_)) => code.to_string(),
        _ => error.to_string(),
    };
    while let Some(one) = cause {
        let more = one.to_string();
        if !said.contains(&more) {
            let colon = if error.status().is_some() { "" } else { ":" };
            said = format!("{said}{colon} {more}");
        }
        cause = one.source();
    }
    super::address::line(&said, 400)
}

/// A line to the server, opened when there is something to send and kept for the next message.
pub struct Line {
    smtp: Smtp,
    tls: Option<TlsParameters>,
    login: Option<Credentials>,
    open: Option<SmtpConnection>,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line")
            .field("host", &self.smtp.host)
            .field("open", &self.open.is_some())
            .finish_non_exhaustive()
    }
}

impl Line {
    /// A line that is not open yet. `roots` are further certificates in PEM, `password` that of the settings' user.
    ///
    /// # Errors
    /// If the certificates cannot be used.
    pub fn new(smtp: &Smtp, roots: Option<&[u8]>, password: Option<String>) -> Result<Self, Failure> {
        let tls = || -> Result<TlsParameters, Error> {
            let mut builder = TlsParameters::builder(smtp.host.trim_matches(['[', ']']).to_owned());
            if let Some(roots) = roots {
                builder = builder.add_root_certificate(Certificate::from_pem(roots)?);
            }
            builder.build()
        };
        let tls = match smtp.security {
            Security::None => None,
            Security::Tls | Security::Starttls => {
                Some(tls().map_err(|error| Failure::new(Trouble::Closed, words(&error)))?)
            }
        };
        let login = smtp.username.clone().zip(password).map(|(name, password)| Credentials::new(name, password));
        Ok(Self { smtp: smtp.clone(), tls, login, open: None })
    }

    /// Hands a message over. `about_to` is called when the server is ready for it, just before it gets the first byte.
    /// Returns the server's answer.
    ///
    /// # Errors
    /// With what the failure means; or with what `about_to` says, and then nothing was handed over.
    pub fn send<E>(
        &mut self,
        message: &Message,
        about_to: &mut dyn FnMut() -> Result<(), E>,
    ) -> Result<Result<String, Failure>, E> {
        let result = self.talk(message, about_to);
        let goes_on = match &result {
            Ok(Ok(_)) => true,
            // It has answered: it may agree to begin anew.
            Ok(Err(Failure { trouble: Trouble::Refused | Trouble::NotNow, .. })) => {
                self.open.as_mut().is_some_and(|open| open.command(Rset).is_ok())
            }
            // No farewell to whom does not answer: that would only be waited for once more.
            Ok(Err(_)) | Err(_) => false,
        };
        if !goes_on {
            self.open = None;
        }
        result
    }

    /// Takes leave of the server.
    pub fn close(&mut self) {
        if let Some(mut connection) = self.open.take() {
            connection.abort();
        }
    }

    fn talk<E>(
        &mut self,
        message: &Message,
        about_to: &mut dyn FnMut() -> Result<(), E>,
    ) -> Result<Result<String, Failure>, E> {
        if let Err(failure) = self.prepare(message) {
            return Ok(Err(failure));
        }
        let Some(connection) = self.open.as_mut() else {
            return Ok(Err(Failure::new(Trouble::Unreachable, "there is no connection")));
        };
        about_to()?;
        match connection.command(Data) {
            Ok(answer) if answer.has_code(354) => {}
            // It does not wait for a message: what we would write, it would take for commands.
            Ok(answer) => return Ok(Err(Failure::new(Trouble::Broken, format!("it answered {}", answer.code())))),
            Err(error) => return Ok(Err(Failure::of(&error, Trouble::Refused, Trouble::Broken))),
        }
        // Only when the last piece was asked for in vain does the end of the message follow.
        let ended = Cell::new(false);
        let mut pieces = message.bytes.chunks(PIECE);
        let pieces = std::iter::from_fn(|| {
            let piece = pieces.next();
            ended.set(piece.is_none());
            piece
        });
        Ok(match connection.message_iter(pieces) {
            Ok(answer) if (200..300).contains(&u16::from(answer.code())) => {
                Ok(answer.message().next().map_or_else(String::new, |line| format!("{} {line}", answer.code())))
            }
            Ok(answer) => Err(Failure::new(Trouble::Unknown, format!("it answered {}", answer.code()))),
            Err(error) if error.is_permanent() || error.is_transient() => {
                Err(Failure::of(&error, Trouble::Refused, Trouble::Unknown))
            }
            Err(error) => {
                // A message without its end is none.
                let trouble = if ended.get() { Trouble::Unknown } else { Trouble::Broken };
                Err(Failure::new(trouble, words(&error)))
            }
        })
    }

    /// Everything up to the point where the server waits for the message.
    fn prepare(&mut self, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope.as_ref().ok_or_else(|| Failure::new(Trouble::Refused, "it has no sender"))?;
        if !message.bytes.is_ascii() {
            return Err(Failure::new(Trouble::Refused, "it has letters that not every server takes"));
        }
        // A server may have hung up meanwhile, as they do after a while.
        if self.open.as_mut().is_some_and(|open| !open.test_connected()) {
            self.open = None;
        }
        if self.open.is_none() {
            self.open = Some(self.connect()?);
        }
        let connection =
            self.open.as_mut().ok_or_else(|| Failure::new(Trouble::Unreachable, "there is no connection"))?;
        // The sender is that of every message: whoever does not take one from it takes none.
        let sender = |error: Error| Failure::of(&error, Trouble::Closed, Trouble::Broken);
        connection.command(Mail::new(envelope.from().cloned(), Vec::new())).map_err(sender)?;
        let step = |error: Error| Failure::of(&error, Trouble::Refused, Trouble::Broken);
        for to in envelope.to() {
            connection.command(Rcpt::new(to.clone(), Vec::new())).map_err(step)?;
        }
        Ok(())
    }

    fn connect(&self) -> Result<SmtpConnection, Failure> {
        let hello = ClientId::default();
        let timeout = Some(Duration::from_secs(u64::from(self.smtp.timeout_seconds)));
        let at = (self.smtp.host.trim_matches(['[', ']']), self.smtp.port());
        let from_start = self.tls.as_ref().filter(|_| self.smtp.security == Security::Tls);
        // Which server that was, as nobody sees it from the error alone.
        let step = |error: Error| {
            let Failure { trouble, why } = Failure::of(&error, Trouble::Closed, Trouble::Unreachable);
            Failure::new(trouble, format!("{}:{}: {why}", at.0, at.1))
        };
        let mut connection = SmtpConnection::connect(at, timeout, &hello, from_start, None).map_err(step)?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.smtp.security == Security::Starttls) {
            connection.starttls(tls, &hello).map_err(step)?;
        }
        if let Some(login) = &self.login {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], login).map_err(step)?;
        }
        Ok(connection)
    }
}
