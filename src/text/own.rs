//! Texts of the user's own: whether they fit the shipped ones that they replace.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::Lang;

/// Something that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextProblem {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A message: its attributes, and the values that it may mention.
#[derive(Default)]
struct Known {
    attributes: BTreeSet<String>,
    values: BTreeSet<String>,
}

/// All that is wrong with texts of the user's own, in the order of the file: their grammar, messages that the program
/// does not say, values that it does not give.
pub fn check(source: &str) -> Vec<TextProblem> {
    let place = |byte: usize, message: String| {
        let (line, column) = super::line_and_column(source, byte);
        TextProblem { line, column, message }
    };
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => return errors.iter().map(|e| place(e.pos.start, e.kind.to_string())).collect(),
    };
    let shipped = known();
    // The parser hands out parts of the source: where one stands is how far it is from the start.
    let byte = |part: &str| (part.as_ptr() as usize).saturating_sub(source.as_ptr() as usize);
    let terms: BTreeSet<&str> = resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Term(term) => Some(term.id.name),
            _ => None,
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        if !seen.insert(id) {
            problems.push(place(byte(id), format!("{id} stands here a second time")));
        }
        let Some(known) = shipped.get(id) else {
            let near = nearest(id, shipped.keys().map(String::as_str));
            let near = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            problems.push(place(byte(id), format!("the program says nothing called {id}{near}")));
            continue;
        };
        let mut used = Used::default();
        message.value.iter().for_each(|pattern| used.see(pattern));
        for attribute in &message.attributes {
            used.see(&attribute.value);
            let name = attribute.id.name;
            if !known.attributes.contains(name) {
                let has: Vec<String> = known.attributes.iter().map(|name| format!(".{name}")).collect();
                let has =
                    if has.is_empty() { "has no such parts".to_owned() } else { format!("has {}", has.join(", ")) };
                problems.push(place(byte(name).saturating_sub(1), format!("{id} has no part .{name}; it {has}")));
            }
        }
        for other in used.messages.into_iter().filter(|other| !shipped.contains_key(*other)) {
            problems.push(place(byte(other), format!("{id} refers to {other}, which there is not")));
        }
        for term in used.terms.into_iter().filter(|term| !terms.contains(term)) {
            let why = format!("{id} refers to -{term}, which this file does not define");
            problems.push(place(byte(term).saturating_sub(1), why));
        }
        for value in used.values {
            let plain = value.strip_prefix("has-").unwrap_or(value);
            if !known.values.contains(value) && !known.values.contains(plain) {
                let has: Vec<String> =
                    known.values.iter().filter(|v| !v.starts_with("has-")).map(|v| format!("${v}")).collect();
                let has = if has.is_empty() { "nothing".to_owned() } else { has.join(", ") };
                problems
                    .push(place(byte(value).saturating_sub(1), format!("{id} is not told ${value}; it is told {has}")));
            }
        }
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}

/// The name that is most like another, if any is.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|known| (known, strsim::normalized_damerau_levenshtein(name, known)))
        .filter(|&(_, close)| close >= 0.6)
        .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(a.0)))
        .map(|(known, _)| known)
}

/// The messages that the program says; every language has the same.
fn known() -> BTreeMap<String, Known> {
    let english = Lang::En.text().unwrap_or_default();
    let Ok(resource) = parser::parse(english.as_str()) else { return BTreeMap::new() };
    let mut all: BTreeMap<String, Known> = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let known = all.entry(message.id.name.to_owned()).or_default();
        let mut used = Used::default();
        message.value.iter().for_each(|pattern| used.see(pattern));
        for attribute in &message.attributes {
            known.attributes.insert(attribute.id.name.to_owned());
            used.see(&attribute.value);
        }
        for value in used.values {
            known.values.insert(value.to_owned());
            known.values.extend(value.strip_prefix("has-").map(str::to_owned));
        }
    }
    all
}

/// What texts name.
#[derive(Default)]
struct Used<'a> {
    values: Vec<&'a str>,
    messages: Vec<&'a str>,
    terms: Vec<&'a str>,
}

impl<'a> Used<'a> {
    fn see(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.see(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::VariableReference { id } => self.values.push(id.name),
            InlineExpression::MessageReference { id, .. } => self.messages.push(id.name),
            InlineExpression::TermReference { id, .. } => self.terms.push(id.name),
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                for argument in positional {
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        check(source).into_iter().map(|p| format!("{}:{}: {}", p.line, p.column, p.message)).collect()
    }

    #[test]
    fn what_fits_is_not_remarked_on() {
        let mine = "# mine\n-tool = Ours\nverdict-counted = { -tool } { word-yes }!\npercent = { $number } per cent\n";
        assert_eq!(told(mine), Vec::<String>::new());
        for lang in Lang::available() {
            assert_eq!(told(&lang.text().unwrap()), Vec::<String>::new(), "{lang}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        assert_eq!(
            told("verdict-countd = x\nverdict-counted = { $nmae }\n    .help = y\npercent = a\npercent = b\n"),
            [
                "1:1: the program says nothing called verdict-countd; did you mean verdict-counted?",
                "2:21: verdict-counted is not told $nmae; it is told nothing",
                "3:5: verdict-counted has no part .help; it has no such parts",
                "5:1: percent stands here a second time",
            ]
        );
        assert_eq!(
            told("percent = { -tool }\nword-yes = { word-yess }\n"),
            [
                "1:13: percent refers to -tool, which this file does not define",
                "2:14: word-yes refers to word-yess, which there is not",
            ]
        );
        let broken = told("percent = { $number\n");
        assert!(matches!(broken.as_slice(), [one] if one.starts_with("1:") || one.starts_with("2:")), "{broken:?}");
    }
}
