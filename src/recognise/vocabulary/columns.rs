//! `columns.toml`: which header names which field.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use ustr::Ustr;

use super::VocabularyError;
use crate::facts::{Field, Role};
use crate::recognise::fold::{fold, words};

/// Languages that a header name belongs to, one bit each; none for names that portals write in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Languages(pub u8);

impl Languages {
    /// The codes, in the order of bits.
    pub const CODES: [&'static str; 6] = ["en", "it", "de", "fr", "es", "pt"];

    fn of(code: &str) -> Option<Self> {
        Self::CODES.iter().position(|&c| c == code).map(|n| Self(1 << n))
    }
}

/// What a header name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// This field, whatever the sheet.
    Field(Field),
    /// A field that depends on the sheet's role.
    ByRole { usage: Option<Field>, roster: Option<Field>, partners: Option<Field> },
}

impl Meaning {
    /// The field on a sheet of this role.
    pub fn on(self, role: Role) -> Option<Field> {
        match (self, role) {
            (Self::Field(field), _) => Some(field),
            (Self::ByRole { usage, .. }, Role::Usage) => usage,
            (Self::ByRole { roster, .. }, Role::Roster) => roster,
            (Self::ByRole { partners, .. }, Role::Partners) => partners,
            (Self::ByRole { .. }, Role::None) => None,
        }
    }
}

/// A header name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Alias {
    pub meaning: Meaning,
    /// Gives way to other names of the same field.
    pub weak: bool,
    /// Under it, yes means no.
    pub opposite: bool,
    pub languages: Languages,
    /// Its place in its list: names further ahead are preferred.
    pub position: u16,
    /// One of the user's own.
    pub user: bool,
    /// As the list writes it.
    pub display: Ustr,
}

impl Alias {
    /// A name that no list has, for something that is known otherwise.
    pub fn of(meaning: Meaning) -> Self {
        let languages = Languages::default();
        Self { meaning, weak: false, opposite: false, languages, position: 0, user: false, display: Ustr::default() }
    }
}

/// The names of the fields, as configuration and findings write them.
#[derive(Debug, Clone, Copy)]
pub struct FieldNames;

impl FieldNames {
    /// Every field with its name.
    pub const ALL: [(&'static str, Field); 31] = [
        ("partner-id", Field::PartnerId),
        ("partner-name", Field::PartnerName),
        ("partner-country", Field::PartnerCountry),
        ("partner-market", Field::PartnerMarket),
        ("country", Field::Country),
        ("market", Field::Market),
        ("customer-id", Field::CustomerId),
        ("customer-name", Field::CustomerName),
        ("customer-country", Field::CustomerCountry),
        ("workload", Field::Workload),
        ("sku", Field::Sku),
        ("product", Field::Product),
        ("trial", Field::Trial),
        ("association", Field::Association),
        ("active-users", Field::ActiveUsers),
        ("month", Field::Month),
        ("person-id", Field::PersonId),
        ("person-name", Field::PersonName),
        ("first-name", Field::FirstName),
        ("last-name", Field::LastName),
        ("email", Field::Email),
        ("credential", Field::Credential),
        ("credential-type", Field::CredentialType),
        ("status", Field::Status),
        ("achieved", Field::Achieved),
        ("expires", Field::Expires),
        ("language", Field::Language),
        ("contact-email", Field::ContactEmail),
        ("tier", Field::Tier),
        ("anniversary", Field::Anniversary),
        ("known", Field::Known),
    ];

    /// The field of a name.
    pub fn field(name: &str) -> Option<Field> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|&(_, field)| field)
    }
}

/// The name of a field.
pub(crate) fn field_name(field: Field) -> &'static str {
    FieldNames::ALL.iter().find(|&&(_, f)| f == field).map_or("", |&(name, _)| name)
}

/// The header names of a file.
pub(crate) struct Headers {
    /// Folded name → alias.
    pub aliases: BTreeMap<String, Alias>,
    /// Words in alphabetical order → alias; none where names of several meanings share their words.
    pub reordered: BTreeMap<String, Option<Alias>>,
}

/// The words of a text in alphabetical order, if there are several.
pub(crate) fn in_any_order(text: &str) -> Option<String> {
    let mut parts = words(text);
    parts.sort_unstable();
    (2..=8).contains(&parts.len()).then(|| parts.join(" "))
}

/// Reads a text of the shape of `columns.toml`; with `within`, that shape is the table of this name.
pub(crate) fn parse(text: &str, origin: &str, within: Option<&str>) -> Result<Headers, VocabularyError> {
    let table = DeTable::parse(text).map_err(|e| VocabularyError::of_toml(&e, text, origin))?;
    let mut reader = Reader { text, origin, aliases: BTreeMap::new(), reordered: BTreeMap::new() };
    let table = match within {
        None => Some(table.get_ref()),
        Some(name) => table.get_ref().get(name).and_then(|value| value.get_ref().as_table()),
    };
    // TOML tables come sorted by key; lines keep errors in the order of the file.
    let mut entries: Vec<_> = table.into_iter().flatten().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        if key.get_ref() == "by-role" {
            for group in value.get_ref().as_array().into_iter().flatten() {
                reader.by_role(group)?;
            }
            continue;
        }
        let Some(field) = FieldNames::field(key.get_ref()) else {
            return Err(reader.error(key.span().start, unknown_field(key.get_ref())));
        };
        reader.field(Meaning::Field(field), value)?;
    }
    Ok(Headers { aliases: reader.aliases, reordered: reader.reordered })
}

fn unknown_field(name: &str) -> String {
    let closest = FieldNames::ALL
        .iter()
        .map(|&(known, _)| (known, strsim::jaro_winkler(name, known)))
        .filter(|&(_, close)| close > 0.8)
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match closest {
        Some((known, _)) => format!("there is no field \"{name}\"; did you mean \"{known}\"?"),
        None => format!("there is no field \"{name}\""),
    }
}

struct Reader<'a> {
    text: &'a str,
    origin: &'a str,
    aliases: BTreeMap<String, Alias>,
    reordered: BTreeMap<String, Option<Alias>>,
}

impl Reader<'_> {
    fn error(&self, byte: usize, message: impl Into<String>) -> VocabularyError {
        VocabularyError::at(self.origin, self.text, byte, message)
    }

    /// The lists of one field: a plain one, or a table of lists by language.
    fn field(&mut self, meaning: Meaning, value: &Spanned<DeValue<'_>>) -> Result<(), VocabularyError> {
        let plain = Alias::of(meaning);
        let Some(lists) = value.get_ref().as_table() else {
            return self.names(plain, value);
        };
        for (key, names) in lists {
            let alias = match key.get_ref().as_ref() {
                "about" | "usage" | "roster" | "partners" => continue,
                "portal" | "names" => plain,
                "weak" => Alias { weak: true, ..plain },
                "opposite" => Alias { opposite: true, ..plain },
                code => match Languages::of(code) {
                    Some(languages) => Alias { languages, ..plain },
                    None => {
                        let message = format!("\"{code}\" is no language of header names (en, it, de, fr, es, pt)");
                        return Err(self.error(key.span().start, message));
                    }
                },
            };
            self.names(alias, names)?;
        }
        Ok(())
    }

    fn by_role(&mut self, group: &Spanned<DeValue<'_>>) -> Result<(), VocabularyError> {
        let role = |name: &str| -> Result<Option<Field>, VocabularyError> {
            let Some(value) = group.get_ref().as_table().and_then(|t| t.get(name)) else { return Ok(None) };
            let field = value.get_ref().as_str().unwrap_or_default();
            FieldNames::field(field).map(Some).ok_or_else(|| self.error(value.span().start, unknown_field(field)))
        };
        let meaning = Meaning::ByRole { usage: role("usage")?, roster: role("roster")?, partners: role("partners")? };
        self.field(meaning, group)
    }

    fn names(&mut self, alias: Alias, value: &Spanned<DeValue<'_>>) -> Result<(), VocabularyError> {
        let list = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect::<Vec<_>>(),
            DeValue::String(_) => vec![value],
            _ => return Err(self.error(value.span().start, "header names must be a list of texts")),
        };
        for (n, item) in list.into_iter().enumerate() {
            let position = u16::try_from(n).unwrap_or(u16::MAX);
            let Some(name) = item.get_ref().as_str() else {
                return Err(self.error(item.span().start, "a header name must be a text"));
            };
            let folded = fold(name);
            if folded.is_empty() {
                return Err(self.error(item.span().start, "a header name must not be empty"));
            }
            if let Some(key) = in_any_order(name) {
                let here = Alias { display: Ustr::from(name), position, ..alias };
                self.reordered
                    .entry(key)
                    .and_modify(|known| {
                        *known = known.filter(|k| k.meaning == here.meaning && k.opposite == here.opposite).map(|k| {
                            let languages = match (k.languages.0, here.languages.0) {
                                (0, _) | (_, 0) => Languages::default(),
                                (a, b) => Languages(a | b),
                            };
                            Alias { weak: k.weak && here.weak, languages, ..k }
                        });
                    })
                    .or_insert(Some(here));
            }
            match self.aliases.entry(folded) {
                Entry::Vacant(place) => {
                    place.insert(Alias { display: Ustr::from(name), position, ..alias });
                }
                Entry::Occupied(mut place) => {
                    let known = place.get_mut();
                    if known.meaning != alias.meaning || known.opposite != alias.opposite {
                        let message = format!(
                            "\"{name}\" is claimed by two fields: {} and {}",
                            describe(known.meaning),
                            describe(alias.meaning)
                        );
                        return Err(self.error(item.span().start, message));
                    }
                    // Suggestions show the English or the portal's spelling, where there is one.
                    if alias.languages.0 <= 1 && known.languages.0 > 1 {
                        known.display = Ustr::from(name);
                    }
                    // A name that portals or several languages share is no evidence for one of them.
                    known.weak &= alias.weak;
                    known.position = known.position.min(position);
                    known.languages = match (known.languages.0, alias.languages.0) {
                        (0, _) | (_, 0) => Languages::default(),
                        (a, b) => Languages(a | b),
                    };
                }
            }
        }
        Ok(())
    }
}

fn describe(meaning: Meaning) -> String {
    match meaning {
        Meaning::Field(field) => field_name(field).to_owned(),
        Meaning::ByRole { usage, roster, partners } => {
            [usage, roster, partners].into_iter().flatten().map(field_name).collect::<Vec<_>>().join("/")
        }
    }
}
