//! What is written, held against the JSON schema of what may be: unknown keys, missing ones, wrong kinds of values, all
//! of them and each where it stands. What is wrong is taken out, so that the rest can be looked at as well.

use serde_json::Value as Schema;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::text::nearest;

/// Something wrong at a byte of a text.
pub(super) type Problem = (usize, String);

/// Holds tables against a schema.
pub(super) struct Shape<'a> {
    root: &'a Schema,
    problems: Vec<Problem>,
}

impl<'a> Shape<'a> {
    /// Checks a whole document, and takes out of it what is wrong.
    pub(super) fn check(table: &mut Spanned<DeTable<'_>>, schema: &'a Schema) -> Vec<Problem> {
        let mut shape = Self { root: schema, problems: Vec::new() };
        shape.table(table.get_mut(), 0, schema, "");
        shape.problems
    }

    fn say(&mut self, at: usize, message: impl Into<String>) {
        self.problems.push((at, message.into()));
    }

    /// What a schema is that only names another, be it with remarks of its own.
    fn resolve(&self, schema: &'a Schema) -> &'a Schema {
        let schema = match schema.get("allOf").and_then(Schema::as_array).map(Vec::as_slice) {
            Some([one]) => one,
            _ => schema,
        };
        let name = schema.get("$ref").and_then(Schema::as_str).and_then(|path| path.strip_prefix("#/definitions/"));
        let named = name.and_then(|name| self.root.get("definitions")?.get(name));
        named.unwrap_or(schema)
    }

    /// Whether the table as such can be used: nothing that it needs is missing.
    fn table(&mut self, table: &mut DeTable<'_>, at: usize, schema: &'a Schema, name: &str) -> bool {
        let schema = self.resolve(schema);
        let known = schema.get("properties").and_then(Schema::as_object);
        let others = schema.get("additionalProperties");
        let mut wrong: Vec<String> = Vec::new();
        for (key, value) in table.iter_mut() {
            let written = key.get_ref().as_ref().to_owned();
            let fits = match (known.and_then(|known| known.get(&written)), others) {
                (Some(schema), _) => self.value(value, schema, &written),
                (None, Some(Schema::Bool(false))) => {
                    let known = known.map(|known| known.keys().map(String::as_str)).into_iter().flatten();
                    let near = match nearest(&written, known.clone()) {
                        Some(near) => format!("did you mean \"{near}\"?"),
                        None => format!("known keys are {}", known.collect::<Vec<_>>().join(", ")),
                    };
                    let place = if name.is_empty() { String::new() } else { format!(" in {name}") };
                    self.say(key.span().start, format!("there is no key \"{written}\"{place}; {near}"));
                    false
                }
                (None, Some(schema @ Schema::Object(_))) => self.value(value, schema, &written),
                (None, _) => true,
            };
            if !fits {
                wrong.push(written);
            }
        }
        let needed = schema.get("required").and_then(Schema::as_array).into_iter().flatten().filter_map(Schema::as_str);
        let mut whole = true;
        for key in needed {
            // What was there and wrong has been told.
            if wrong.iter().any(|wrong| wrong == key) {
                whole = false;
            } else if !table.iter().any(|(there, _)| there.get_ref() == key) {
                self.say(at, format!("{name} needs \"{key}\""));
                whole = false;
            }
        }
        for key in wrong {
            table.remove(key.as_str());
        }
        whole
    }

    /// Whether a value can be used.
    fn value(&mut self, value: &mut Spanned<DeValue<'_>>, schema: &'a Schema, name: &str) -> bool {
        let at = value.span().start;
        let schema = self.resolve(schema);
        let alternatives = schema.get("anyOf").and_then(Schema::as_array);
        if let Some(all) = alternatives {
            let all: Vec<&'a Schema> = all.iter().map(|one| self.resolve(one)).collect();
            let Some(fitting) = all.iter().find(|one| fits(value.get_ref(), one)) else {
                let kinds: Vec<&str> = all.iter().flat_map(|one| kinds(one)).collect();
                self.say(at, wrong_kind(name, &kinds, value.get_ref()));
                return false;
            };
            return self.of_kind(value, fitting, name);
        }
        if !fits(value.get_ref(), schema) {
            self.say(at, wrong_kind(name, &kinds(schema), value.get_ref()));
            return false;
        }
        self.of_kind(value, schema, name)
    }

    /// The same for a value of the right kind.
    fn of_kind(&mut self, value: &mut Spanned<DeValue<'_>>, schema: &'a Schema, name: &str) -> bool {
        let at = value.span().start;
        let words = words(schema);
        match value.get_mut() {
            DeValue::Table(table) => self.table(table, at, schema, name),
            DeValue::Array(array) => {
                if let Some(items) = schema.get("items") {
                    let mut good = DeArray::new();
                    for item in array.iter() {
                        let mut item = item.clone();
                        if self.value(&mut item, items, name) {
                            good.push(item);
                        }
                    }
                    *array = good;
                }
                true
            }
            DeValue::Integer(number) => match wrong_number(number.as_str(), number.radix(), schema) {
                Some(allowed) => {
                    self.say(at, format!("{name} is {number}; it is {allowed}"));
                    false
                }
                None => true,
            },
            DeValue::String(word) if !words.is_empty() && !words.contains(&word.as_ref()) => {
                let near = nearest(word, words.iter().copied()).map(|near| format!("; did you mean \"{near}\"?"));
                let known = words.join("\" or \"");
                let message = format!("{name} is \"{known}\", not \"{word}\"{}", near.unwrap_or_default());
                self.say(at, message);
                false
            }
            _ => true,
        }
    }
}

/// What a whole number is to be, where it is not.
fn wrong_number(digits: &str, radix: u32, schema: &Schema) -> Option<String> {
    // Numbers of a schema are written as decimals where they come from a range.
    let bound = |key: &str| schema.get(key).and_then(Schema::as_f64).map(|bound| bound as i64);
    let (least, most) = (bound("minimum"), bound("maximum"));
    let fits = i64::from_str_radix(digits, radix)
        .is_ok_and(|number| least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most));
    (!fits).then(|| match (least, most) {
        (Some(least), Some(most)) => format!("a whole number from {least} to {most}"),
        (Some(least), None) => format!("a whole number, {least} at least"),
        _ => "a whole number of up to 18 digits".to_owned(),
    })
}

/// The words that a schema allows; none where any are.
fn words(schema: &Schema) -> Vec<&str> {
    if let Some(list) = schema.get("enum").and_then(Schema::as_array) {
        return list.iter().filter_map(Schema::as_str).collect();
    }
    let each = schema.get("oneOf").and_then(Schema::as_array).into_iter().flatten();
    each.filter_map(|one| one.get("const").and_then(Schema::as_str)).collect()
}

/// The kinds of values that a schema allows, `null` left out: TOML has none.
fn kinds(schema: &Schema) -> Vec<&str> {
    let kinds = match schema.get("type") {
        Some(Schema::String(kind)) => vec![kind.as_str()],
        Some(Schema::Array(kinds)) => kinds.iter().filter_map(Schema::as_str).collect(),
        _ if !words(schema).is_empty() => vec!["string"],
        _ => Vec::new(),
    };
    let day = schema.get("format").and_then(Schema::as_str) == Some("date");
    kinds.into_iter().filter(|kind| *kind != "null").map(|kind| if day { "day" } else { kind }).collect()
}

fn fits(value: &DeValue<'_>, schema: &Schema) -> bool {
    if schema.get("type").and_then(Schema::as_str) == Some("null") {
        return false;
    }
    let kinds = kinds(schema);
    kinds.is_empty()
        || kinds.iter().any(|kind| match value {
            DeValue::String(_) => matches!(*kind, "string" | "day"),
            DeValue::Datetime(_) => *kind == "day",
            DeValue::Integer(_) => matches!(*kind, "integer" | "number"),
            DeValue::Float(_) => *kind == "number",
            DeValue::Boolean(_) => *kind == "boolean",
            DeValue::Array(_) => *kind == "array",
            DeValue::Table(_) => *kind == "object",
        })
}

fn wrong_kind(name: &str, wanted: &[&str], value: &DeValue<'_>) -> String {
    let said = |kind: &str| match kind {
        "string" => "a text in quotation marks",
        "day" => "a day such as 2026-09-30",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list in [ ]",
        "object" => "a table",
        _ => "something else",
    };
    let wanted: Vec<&str> = wanted.iter().map(|kind| said(kind)).collect();
    let is = match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a day or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    format!("{name} is to be {}, and is {is}", wanted.join(" or "))
}
