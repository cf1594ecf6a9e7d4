//! The settings of mail: read from the workspace's file, checked, with what they only point to.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use lettre::message::Mailbox;

use crate::cli::rules::CONFIG_BYTES;
use crate::cli::{Failure, talk};
use crate::deliver::mail::{PasswordSource, Settings, clean, usable};
use crate::intake;
use crate::workspace::{self, FILE, Workspace};

/// The environment variable that may hold the password.
const PASSWORD: &str = "TIERGAP_SMTP_PASSWORD";
/// What the store of passwords calls us.
const SERVICE: &str = "tiergap";
/// Bytes of a password at most.
const PASSWORD_BYTES: u64 = 4096;

/// The settings and where they stand.
pub(super) struct Config {
    pub settings: Settings,
    /// The file; `None` where there is none.
    file: Option<PathBuf>,
}

/// Takes the settings from the file that was named, else from the workspace; without either, there are none.
pub(super) fn load(file: Option<&Path>, workspace: Option<&Workspace>) -> Result<Config, Failure> {
    let Some(path) = file else {
        return Ok(match workspace {
            None => Config { settings: Settings::default(), file: None },
            Some(workspace) => Config { settings: workspace.settings.mail.clone(), file: Some(workspace.path(FILE)) },
        });
    };
    let name = path.display().to_string();
    let text = intake::read_text(path, CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
    let whole = workspace::Settings::parse(&text.map_err(Failure::Usage)?, &name);
    let whole = whole.map_err(|error| {
        let lines = error.lines(&format!("the file of --config, {name},"));
        Failure::Usage(anyhow!("{lines}\nhint: docs/mail.md tells every key of [mail]"))
    })?;
    Ok(Config { settings: whole.mail, file: Some(path.to_path_buf()) })
}

impl Config {
    /// What its file is called.
    pub(super) fn name(&self) -> String {
        self.file.as_ref().map_or_else(|| FILE.to_owned(), |file| file.display().to_string())
    }

    /// Whether there is all that sending needs.
    pub(super) fn check_for_sending(&self) -> anyhow::Result<()> {
        let missing: Vec<&str> =
            [("from", self.settings.from.is_none()), ("[mail.smtp] with a host", self.settings.smtp.is_none())]
                .into_iter()
                .filter_map(|(what, missing)| missing.then_some(what))
                .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let missing = missing.join(" and ");
        bail!(
            "to send messages, the table [mail] of {} needs {missing}\nhint: see docs/mail.md; --drafts needs neither",
            self.name()
        )
    }

    /// The reviewer's own address where all messages are to go there.
    pub(super) fn me(&self, asked: Option<&str>) -> anyhow::Result<Option<Mailbox>> {
        let Some(asked) = asked else { return Ok(None) };
        if !asked.is_empty() {
            let address = usable(asked).map_err(|_| anyhow!("--to-me: \"{}\" is no address", clean(asked)))?;
            return Ok(Some(Mailbox::new(None, address)));
        }
        let own = self.settings.me.as_ref().or(self.settings.from.as_ref());
        let own = Settings::mailbox(own);
        own.map(Some).ok_or_else(|| {
            anyhow!("--to-me needs an address: type it, or set `me` in the table [mail] of {}", self.name())
        })
    }

    /// The password, where there is a login.
    pub(super) fn password(&self) -> anyhow::Result<Option<String>> {
        let Some(smtp) = &self.settings.smtp else { return Ok(None) };
        let Some(user) = &smtp.username else { return Ok(None) };
        let password = match smtp.password {
            PasswordSource::Environment => std::env::var(PASSWORD).map_err(|_| {
                anyhow!("{user} needs a password: put it into the environment variable {PASSWORD}, or set password = \"keyring\"")
            })?,
            PasswordSource::Keyring => entry(&smtp.host, user)?.get_password().map_err(|why| {
                anyhow!("the system's store of passwords has none for {user} at {}: {why}\nhint: `tiergap mail --store-password` puts it there", smtp.host)
            })?,
        };
        if password.is_empty() {
            bail!("the password of {user} is empty");
        }
        Ok(Some(password))
    }

    /// Certificates beside those that the system trusts.
    pub(super) fn roots(&self) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(path) = self.settings.smtp.as_ref().and_then(|smtp| smtp.root_certificates.as_ref()) else {
            return Ok(None);
        };
        let folder = self.file.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        let path = folder.join(path);
        let bytes =
            intake::read_bytes(&path, CONFIG_BYTES).with_context(|| format!("cannot read {}", path.display()))?;
        if !String::from_utf8_lossy(&bytes).contains("-----BEGIN CERTIFICATE-----") {
            bail!("{} holds no certificate in PEM", path.display());
        }
        Ok(Some(bytes))
    }

    /// Reads the password from standard input and puts it into the system's store.
    pub(super) fn store_password(&self) -> anyhow::Result<()> {
        let login = self.settings.smtp.as_ref().and_then(|smtp| Some((smtp, smtp.username.as_ref()?)));
        let Some((smtp, user)) = login else {
            bail!("{} names no host and username in [mail.smtp]", self.name());
        };
        talk::say(&format!(
            "password of {} at {} (read from standard input, to the end of the line):",
            clean(user),
            smtp.host
        ));
        let mut typed = String::new();
        let mut byte = [0];
        let mut input = std::io::stdin().lock().take(PASSWORD_BYTES);
        let mut bytes = Vec::new();
        while input.read(&mut byte).context("cannot read standard input")? > 0 && byte != *b"\n" {
            bytes.push(byte[0]);
        }
        typed.push_str(String::from_utf8(bytes).context("the password is not UTF-8")?.trim_end_matches('\r'));
        if typed.is_empty() {
            bail!("no password was typed, so none was stored");
        }
        entry(&smtp.host, user)?.set_password(&typed).context("the system's store of passwords refuses it")?;
        talk::data(&format!("the password of {} at {} is stored", clean(user), smtp.host));
        if smtp.password != PasswordSource::Keyring {
            talk::say(&format!(
                "{}hint{:#}: set password = \"keyring\" in [mail.smtp] to use it",
                talk::HINT,
                talk::HINT
            ));
        }
        Ok(())
    }
}

fn entry(host: &str, user: &str) -> anyhow::Result<keyring::Entry> {
    keyring::Entry::new(&format!("{SERVICE}:{host}"), user).context("the system has no store of passwords")
}
