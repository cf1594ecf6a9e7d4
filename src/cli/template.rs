//! `tiergap template`: blank workbooks that `run` reads back.

use std::path::Path;

use jiff::civil::date;

use super::args::LangArg;
use super::templates::Templates;
use super::{Failure, Outcome, inputs, talk};
use crate::deliver::{Names, Staging};
use crate::recognise::{Term, Vocabulary};
use crate::report::content::{Head, Kind};
use crate::report::excel::{self, TemplateColumn, TemplateKind, TemplateTexts};
use crate::text::{Lang, Localizer};

/// What may stand in a column.
#[derive(Clone, Copy)]
enum Allowed {
    Anything,
    Workloads,
    Associations,
    Credentials,
    /// Messages of the language files, one a value.
    Words(&'static [&'static str]),
    Languages,
}

type ColumnOf = (&'static str, Kind, Allowed);

const YES_NO: Allowed = Allowed::Words(&["word-yes", "word-no"]);

const USAGE: [ColumnOf; 10] = [
    ("partner-id", Kind::Text, Allowed::Anything),
    ("partner-name", Kind::Text, Allowed::Anything),
    ("customer-id", Kind::Text, Allowed::Anything),
    ("customer-name", Kind::Text, Allowed::Anything),
    ("workload", Kind::Text, Allowed::Workloads),
    ("sku", Kind::Text, Allowed::Anything),
    ("trial", Kind::Text, YES_NO),
    ("association", Kind::Text, Allowed::Associations),
    ("active-users", Kind::Int, Allowed::Anything),
    ("month", Kind::Month, Allowed::Anything),
];

const ROSTER: [ColumnOf; 9] = [
    ("partner-id", Kind::Text, Allowed::Anything),
    ("partner-name", Kind::Text, Allowed::Anything),
    ("person-id", Kind::Text, Allowed::Anything),
    ("person-name", Kind::Text, Allowed::Anything),
    ("email", Kind::Text, Allowed::Anything),
    ("credential", Kind::Text, Allowed::Credentials),
    ("status", Kind::Text, Allowed::Words(&["template-passed", "template-not-passed"])),
    ("achieved", Kind::Date, Allowed::Anything),
    ("expires", Kind::Date, Allowed::Anything),
];

const PARTNERS: [ColumnOf; 8] = [
    ("partner-id", Kind::Text, Allowed::Anything),
    ("partner-name", Kind::Text, Allowed::Anything),
    ("country", Kind::Text, Allowed::Anything),
    ("market", Kind::Text, Allowed::Words(&["template-developed", "template-developing"])),
    ("language", Kind::Text, Allowed::Languages),
    ("contact-email", Kind::Text, Allowed::Anything),
    ("tier", Kind::Text, Allowed::Words(&["tier-gold", "tier-silver", "template-no-tier"])),
    ("anniversary", Kind::Date, Allowed::Anything),
];

pub(super) fn template(dir: &Path, lang: &LangArg) -> Result<Outcome, Failure> {
    let text = inputs::localizer(lang, &Templates::default())?;
    let words = Vocabulary::shipped().map_err(Failure::usage)?;
    let staging = Staging::begin_new(dir).map_err(Failure::nothing)?;
    let mut names = Names::default();
    let kinds: [(TemplateKind, &str, &[ColumnOf]); 3] = [
        (TemplateKind::Usage, "usage", &USAGE),
        (TemplateKind::Roster, "roster", &ROSTER),
        (TemplateKind::Partners, "partners", &PARTNERS),
    ];
    for (kind, name, columns) in kinds {
        let texts = texts(name, columns, &words, &text);
        let file = names.claim(&texts.sheet, ".xlsx");
        let bytes = excel::template(kind, &texts).map_err(Failure::nothing)?;
        staging.write(&file, &bytes).map_err(Failure::nothing)?;
        talk::data(&dir.join(&file).display().to_string());
    }
    staging.commit_for_keeps().map_err(Failure::nothing)?;
    Ok(Outcome::Done)
}

fn texts(name: &str, columns: &[ColumnOf], words: &Vocabulary, text: &Localizer) -> TemplateTexts {
    let message = |id: &str| text.message(id, &[]);
    let sheet = message(&format!("template-{name}-sheet"));
    let columns = columns
        .iter()
        .map(|&(field, kind, allowed)| {
            let id = format!("template-{field}");
            TemplateColumn {
                title: message(&id),
                explanation: message(&format!("{id}.about")),
                allowed: values(allowed, words, text),
                example: message(&format!("{id}.example")),
                kind,
            }
        })
        .collect();
    TemplateTexts {
        head: Head {
            lang: text.lang(),
            title: sheet.clone(),
            subject: message("template-subject"),
            name: sheet.clone(),
            facts: Vec::new(),
            page: text.message("page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
            footer: format!("tiergap {}", env!("CARGO_PKG_VERSION")),
            as_of: date(2017, 6, 27),
            author: "tiergap".to_owned(),
        },
        sheet,
        columns,
        guide: message("template-guide"),
        guide_columns: ["column", "about", "example", "values"].map(|c| message(&format!("template-guide-{c}"))),
        sentences: (1..=4).map(|n| message(&format!("template-{name}-guide-{n}"))).collect(),
    }
}

fn values(allowed: Allowed, words: &Vocabulary, text: &Localizer) -> Vec<String> {
    let labels = |terms: &[Term]| terms.iter().map(|term| term.label.clone()).collect();
    match allowed {
        Allowed::Anything => Vec::new(),
        Allowed::Workloads => labels(words.workloads()),
        Allowed::Associations => labels(words.associations()),
        Allowed::Credentials => {
            // The credentials that the default rules ask for; others may be typed in.
            let rules = crate::rules::shipped().first().and_then(|rules| rules.ruleset().ok());
            let needed = rules.map(|rules| rules.credentials()).unwrap_or_default();
            needed.into_iter().map(|id| words.label(id).unwrap_or(id.as_str()).to_owned()).collect()
        }
        Allowed::Words(ids) => ids.iter().map(|id| text.message(id, &[])).collect(),
        Allowed::Languages => Lang::available().map(|lang| lang.name().to_owned()).collect(),
    }
}
