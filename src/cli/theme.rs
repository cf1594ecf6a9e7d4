//! The theme that `--theme` names: read with its logo, before anything else is done.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use super::Failure;
use super::rules::CONFIG_BYTES;
use super::templates::Templates;
use crate::intake;
use crate::report::theme::{LOGO_BYTES, Theme};

/// The theme of a file; without, that of the folder of templates, and else the shipped one.
pub(super) fn load(path: Option<&Path>, templates: &Templates) -> Result<Theme, Failure> {
    let Some(path) = path else {
        return match templates.get("theme.toml") {
            None => Ok(Theme::shipped().clone()),
            Some(own) => parse(&own.text, Path::new(&own.origin)),
        };
    };
    let name = path.display().to_string();
    let text = intake::read_text(path, CONFIG_BYTES).with_context(|| format!("cannot read {name}"));
    parse(&text.map_err(Failure::Usage)?, path)
}

fn parse(text: &str, path: &Path) -> Result<Theme, Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let fetch = |logo: &str| fetch(&folder.join(logo));
    Theme::parse(text, &path.display().to_string(), &fetch).map_err(Failure::usage)
}

/// The bytes of a logo. Its path is relative to the theme's file.
fn fetch(path: &Path) -> Result<Vec<u8>, String> {
    intake::read_bytes(path, LOGO_BYTES).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            format!("does not exist: there is no file {}; give its path as seen from the theme file", path.display())
        }
        ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        _ => format!("cannot be used: {error}; a PNG or JPEG file of at most {LOGO_BYTES} bytes is wanted"),
    })
}
