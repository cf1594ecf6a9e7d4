//! `tiergap init`: makes a workspace; and `tiergap schema`: what editors know of its file.

use std::path::Path;

use super::args::{InitArgs, SchemaOf};
use super::{Failure, Outcome, talk};
use crate::deliver::{Staging, add_missing};
use crate::rules;
use crate::workspace::{self, FILE, SCHEMA_FILE};

/// The file that explains every setting.
const TEMPLATE: &str = include_str!("../../templates/tiergap.toml");
/// What lies in the inbox at first.
const INBOX: &str = include_str!("../../templates/inbox.md");
/// The name of that: an inbox that holds it alone is empty.
pub(super) const INBOX_FILE: &str = "README.md";

pub(super) fn init(args: &InitArgs) -> Result<Outcome, Failure> {
    let dir = args.dir.as_deref().unwrap_or(Path::new("."));
    let schema = workspace::schema_text();
    let readme = format!("inbox/{INBOX_FILE}");
    let mut files: Vec<(&str, &[u8])> = vec![(FILE, TEMPLATE.as_bytes()), (SCHEMA_FILE, schema.as_bytes())];
    // An inbox that is there needs nobody to explain it.
    if !dir.join("inbox").exists() {
        files.push((&readme, INBOX.as_bytes()));
    }
    let written = if dir.exists() {
        add_missing(dir, &files).map_err(Failure::nothing)?
    } else {
        let staging = Staging::begin_new(dir).map_err(Failure::nothing)?;
        for (path, bytes) in &files {
            staging.write(path, bytes).map_err(Failure::nothing)?;
        }
        staging.commit_for_keeps().map_err(Failure::nothing)?;
        files.iter().map(|(path, _)| (*path).to_owned()).collect()
    };
    let shown = dir.display();
    if !written.iter().any(|path| path == FILE) {
        talk::data(&format!("{shown} is a workspace already; its {FILE} stays as it is"));
        return Ok(Outcome::Done);
    }
    talk::data(&format!("{shown} is a workspace now: {}", written.join(", ")));
    let cd = if args.dir.is_some() { format!("cd {shown}, then ") } else { String::new() };
    talk::say(&format!(
        "{}hint{:#}: {cd}drop exports into inbox/ and say `tiergap run`; {FILE} explains every setting",
        talk::HINT,
        talk::HINT,
    ));
    Ok(Outcome::Done)
}

pub(super) fn schema(file: SchemaOf) -> Result<Outcome, Failure> {
    let text = match file {
        SchemaOf::Workspace => workspace::schema_text(),
        SchemaOf::Ruleset => rules::schema_text(),
    };
    talk::raw(text.as_bytes()).map_err(Failure::nothing)?;
    Ok(Outcome::Done)
}
