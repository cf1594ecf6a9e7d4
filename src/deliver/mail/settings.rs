//! From whom messages come and through which server: the `[mail]` table of `tiergap.toml`.

use std::net::IpAddr;

use lettre::message::Mailbox;
use schemars::JsonSchema;
use serde::Deserialize;

/// The `[mail]` table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(rename = "Mail")]
pub struct Settings {
    /// Sender, such as "Partner Programme <partners@contoso.example>". Needed for sending; drafts without it take the
    /// account of the mail program.
    pub from: Option<String>,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<String>,
    /// Further recipients of every message, whom partners see.
    pub cc: Vec<String>,
    /// Further recipients of every message, whom partners do not see.
    pub bcc: Vec<String>,
    /// The reviewer's own address, for `--to-me`; without it, the sender's.
    pub me: Option<String>,
    /// Put before every subject, such as "[Contoso]".
    pub subject_prefix: Option<String>,
    /// Whether the workbook is attached beside the PDF.
    pub attach_workbook: bool,
    /// The server that takes the messages. Only needed for sending.
    pub smtp: Option<Smtp>,
}

/// The server that takes the messages: `[mail.smtp]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Smtp {
    /// Name of the server, such as "smtp.contoso.example".
    pub host: String,
    /// Its port; without, 465 for `tls`, 587 for `starttls`, 25 for `none`.
    #[schemars(range(min = 1, max = 65535))]
    pub port: Option<u16>,
    /// How the connection is encrypted.
    #[serde(default)]
    pub security: Security,
    /// Name to log in with; without, there is no login.
    pub username: Option<String>,
    /// Where the password is. It never stands in this file.
    #[serde(default)]
    pub password: PasswordSource,
    /// A PEM file with certificates that the server's may be signed by, beside those that the system trusts; its path
    /// as seen from this file.
    pub root_certificates: Option<String>,
    /// Messages a minute at most.
    #[serde(default = "per_minute")]
    #[schemars(range(min = 1, max = 6000))]
    pub per_minute: u32,
    /// Seconds to wait for each answer of the server.
    #[serde(default = "timeout_seconds")]
    #[schemars(range(min = 1, max = 600))]
    pub timeout_seconds: u32,
    /// How often a message is tried again after a failure that may pass.
    #[serde(default = "retries")]
    #[schemars(range(max = 10))]
    pub retries: u32,
    /// Seconds before the first of these; each further one waits twice as long.
    #[serde(default = "retry_seconds")]
    #[schemars(range(max = 600))]
    pub retry_seconds: u32,
}

/// How a connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Security {
    /// From the first byte, mostly on port 465.
    #[default]
    Tls,
    /// Plain at first, then encrypted before anything is said, mostly on port 587. A server that cannot is refused.
    Starttls,
    /// Not at all: only to a server on this very machine.
    None,
}

/// Where the password is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PasswordSource {
    /// In the environment variable TIERGAP_SMTP_PASSWORD.
    #[default]
    Environment,
    /// In the system's store of passwords, put there by `tiergap mail --store-password`.
    Keyring,
}

fn per_minute() -> u32 {
    20
}

fn timeout_seconds() -> u32 {
    60
}

fn retries() -> u32 {
    3
}

fn retry_seconds() -> u32 {
    5
}

/// Something in the settings that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsProblem {
    /// Where: keys from the table on, such as `["smtp", "host"]`.
    pub keys: Vec<&'static str>,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Settings {
    /// All that is wrong with the values.
    pub fn problems(&self) -> Vec<SettingsProblem> {
        let mut found = Vec::new();
        let mut address = |key: &'static str, text: &str| {
            if mailbox(text).is_none() {
                let message = format!(
                    "\"{text}\" is no address; write it as \"Name <name@example.org>\" or \"name@example.org\""
                );
                found.push(SettingsProblem { keys: vec![key], message });
            }
        };
        for (key, one) in [("from", &self.from), ("reply-to", &self.reply_to), ("me", &self.me)] {
            if let Some(text) = one {
                address(key, text);
            }
        }
        for (key, all) in [("cc", &self.cc), ("bcc", &self.bcc)] {
            for text in all {
                address(key, text);
            }
        }
        if self
            .subject_prefix
            .as_ref()
            .is_some_and(|prefix| prefix.chars().any(char::is_control) || prefix.chars().count() > 60)
        {
            let message = "at most 60 characters on one line fit before a subject".to_owned();
            found.push(SettingsProblem { keys: vec!["subject-prefix"], message });
        }
        if let Some(smtp) = &self.smtp {
            found.extend(smtp.problems());
        }
        found
    }

    /// A mailbox of the settings; `None` if there is none or it is no address.
    pub fn mailbox(text: Option<&String>) -> Option<Mailbox> {
        text.and_then(|text| mailbox(text))
    }
}

/// "Name <address>" or an address.
pub(super) fn mailbox(text: &str) -> Option<Mailbox> {
    if text.chars().any(char::is_control) {
        return None;
    }
    let mailbox: Mailbox = text.trim().parse().ok()?;
    super::usable(mailbox.email.as_ref()).ok().map(|_| mailbox)
}

impl Smtp {
    /// The port.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Tls => 465,
            Security::Starttls => 587,
            Security::None => 25,
        })
    }

    /// Whether the server is this very machine, by an address or name that can mean no other.
    pub fn is_loopback(&self) -> bool {
        let host = self.host.trim_matches(['[', ']']);
        host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    fn problems(&self) -> Vec<SettingsProblem> {
        let mut found = Vec::new();
        let mut at =
            |key: &'static str, message: String| found.push(SettingsProblem { keys: vec!["smtp", key], message });
        let named = |c: char| c.is_ascii_alphanumeric() || ".-:[]_".contains(c);
        if self.host.is_empty() || self.host.len() > 253 || !self.host.chars().all(named) {
            at(
                "host",
                format!("\"{}\" is no name of a server; write it as \"smtp.example.org\", the port apart", self.host),
            );
        }
        if self.port == Some(0) {
            at("port", "ports are 1 to 65535".to_owned());
        }
        if self.security == Security::None && !self.is_loopback() {
            at("security", "without encryption, messages only go to a server on this machine (localhost, 127.0.0.1, ::1); use \"starttls\" or \"tls\"".to_owned());
        }
        for (key, value, range) in [
            ("per-minute", self.per_minute, 1..=6000),
            ("timeout-seconds", self.timeout_seconds, 1..=600),
            ("retries", self.retries, 0..=10),
            ("retry-seconds", self.retry_seconds, 0..=600),
        ] {
            if !range.contains(&value) {
                at(key, format!("{value} is not between {} and {}", range.start(), range.end()));
            }
        }
        if self.username.as_ref().is_some_and(|name| name.is_empty() || name.chars().any(char::is_control)) {
            at("username", "a name is wanted; leave it out where the server asks for no login".to_owned());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(toml: &str) -> Vec<String> {
        let settings: Settings = toml::from_str(toml).unwrap();
        settings.problems().into_iter().map(|p| p.keys.join(".")).collect()
    }

    #[test]
    fn what_cannot_be_is_told_all_at_once() {
        assert_eq!(problems("from = 'A <a@x.example>'\n[smtp]\nhost = 'smtp.x.example'"), Vec::<String>::new());
        assert_eq!(
            problems(
                "from = 'nobody'\ncc = ['a@x.example, b@y.example']\n[smtp]\nhost = 'smtp://x'\nsecurity = 'none'\nper-minute = 0"
            ),
            ["from", "cc", "smtp.host", "smtp.security", "smtp.per-minute"]
        );
        assert!(toml::from_str::<Settings>("[smtp]\nhost = 'x'\npassword-text = 'secret'").is_err());
    }

    #[test]
    fn without_encryption_only_to_this_machine() {
        for (host, fine) in [
            ("localhost", true),
            ("127.0.0.1", true),
            ("::1", true),
            ("[::1]", true),
            ("127.0.0.1.evil.example", false),
            ("10.0.0.1", false),
        ] {
            assert_eq!(problems(&format!("[smtp]\nhost = '{host}'\nsecurity = 'none'")).is_empty(), fine, "{host}");
        }
    }
}
