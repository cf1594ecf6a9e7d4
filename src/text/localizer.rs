//! A language at work: messages by key, with numbers, dates, lists and sort order.

use std::cmp::Ordering;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;

use super::{Lang, formats};
use crate::facts::Month;
use crate::finding::Arg;

type Bundle = FluentBundle<FluentResource>;

/// Whole numbers up to here are exact in Fluent's own numbers.
const EXACT: u64 = 1 << 53;

/// Why texts could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// The language has no complete file of texts.
    #[error("no texts in {name} (`{code}`) yet; available: {available}")]
    NotAvailable {
        /// The language's name in itself.
        name: &'static str,
        /// Its code.
        code: &'static str,
        /// Codes of the languages that are available.
        available: String,
    },
    /// A file of texts does not follow Fluent's grammar.
    #[error("texts of `{code}`: {detail}")]
    Syntax {
        /// The language's code.
        code: &'static str,
        /// What is wrong, with line numbers.
        detail: String,
    },
    /// CLDR has no number or date formats for the language.
    #[error("no number and date formats for `{code}`")]
    NoFormats {
        /// The language's code.
        code: &'static str,
    },
}

/// Speaks one language. Cheap to clone, and can be shared between threads.
#[derive(Clone)]
pub struct Localizer {
    lang: Lang,
    /// Asked in turn: the language, then English.
    chain: Vec<(Lang, Arc<Bundle>)>,
}

impl std::fmt::Debug for Localizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Localizer").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Localizer {
    /// The language with the texts compiled in.
    ///
    /// # Errors
    /// If the language has no complete file yet; the error names those that have.
    pub fn new(lang: Lang) -> Result<Self, TextError> {
        Self::with_own(lang, None, None)
    }

    /// The language with the texts compiled in, of which `own` replaces some; `english` replaces some of the English
    /// ones, which say what the language lacks.
    ///
    /// # Errors
    /// If the language has no complete file yet, or the texts do not follow the grammar.
    pub fn with_own(lang: Lang, own: Option<&str>, english: Option<&str>) -> Result<Self, TextError> {
        let Some(source) = lang.text() else {
            let available: Vec<&str> = Lang::available().map(Lang::code).collect();
            return Err(TextError::NotAvailable {
                name: lang.name(),
                code: lang.code(),
                available: available.join(", "),
            });
        };
        if !formats::exist(lang) {
            return Err(TextError::NoFormats { code: lang.code() });
        }
        let mut chain = Vec::new();
        let last = Lang::En.text().unwrap_or_default();
        for (lang, source, own) in [(lang, &*source, own), (Lang::En, &*last, english)] {
            // A message of the user's own may lack parts, which the shipped one then has.
            if let Some(own) = own {
                chain.push((lang, Arc::new(bundle(lang, &[source, own])?)));
            }
            if chain.iter().all(|known| known.0 != lang) || own.is_some() {
                chain.push((lang, Arc::new(bundle(lang, &[source])?)));
            }
        }
        Ok(Self { lang, chain })
    }

    /// The language with texts of the user's own, in Fluent's grammar. What they leave out is said in English.
    ///
    /// # Errors
    /// If the texts do not follow the grammar or name a key twice.
    pub fn with_text(lang: Lang, source: &str) -> Result<Self, TextError> {
        if !formats::exist(lang) {
            return Err(TextError::NoFormats { code: lang.code() });
        }
        let own = Arc::new(bundle(lang, &[source])?);
        let english = Arc::new(bundle(Lang::En, &[&Lang::En.text().unwrap_or_default()])?);
        Ok(Self { lang, chain: vec![(lang, own), (Lang::En, english)] })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the language has a message (or attribute, as `id.attribute`) of its own.
    pub fn has(&self, id: &str) -> bool {
        self.chain.iter().any(|(lang, bundle)| *lang == self.lang && pattern(bundle, id).is_some())
    }

    /// A message, or an attribute of one as `id.attribute`, with its values filled in. Beside each value `x` the text
    /// may ask `$has-x`: `yes`, or `no` if the value is an empty text. A key that the language lacks is said in
    /// English; a key that English lacks comes back as it is.
    pub fn message(&self, id: &str, args: &[(&str, Arg)]) -> String {
        for (lang, bundle) in &self.chain {
            let Some(pattern) = pattern(bundle, id) else { continue };
            let mut values = FluentArgs::with_capacity(args.len() * 2);
            for (name, arg) in args {
                values.set(*name, self.value(*lang, arg));
                // Fluent cannot choose by "is empty", so every value comes with a word that says whether it is there.
                let there = !matches!(arg, Arg::Text(text) if text.is_empty());
                values.set(format!("has-{name}"), if there { "yes" } else { "no" });
            }
            // An error here is a value that the text names and the caller left out; it shows as `{$name}`.
            return bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
        }
        id.to_owned()
    }

    fn value<'a>(&self, lang: Lang, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Number(n) if n.unsigned_abs() <= EXACT => FluentValue::from(*n),
            Arg::Number(n) => FluentValue::from(formats::integer(lang, *n)),
            Arg::Phrase(phrase) => FluentValue::from(self.message(phrase.key, &phrase.args)),
        }
    }

    /// A whole number with the language's separators.
    pub fn number(&self, n: i64) -> String {
        formats::integer(self.lang, n)
    }

    /// A count with the language's separators.
    pub fn count(&self, n: u64) -> String {
        self.number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A number with a fixed count of decimals.
    pub fn decimal(&self, n: f64, places: usize) -> String {
        formats::decimal(self.lang, n, places)
    }

    /// A share between 0 and 1 as whole percent.
    pub fn percent(&self, share: f64) -> String {
        crate::say!(self, "percent", number = self.decimal(share * 100.0, 0))
    }

    /// A day, its month written out.
    pub fn date(&self, day: Date) -> String {
        formats::date(self.lang, day)
    }

    /// A day in few letters.
    pub fn short_date(&self, day: Date) -> String {
        formats::short_date(self.lang, day)
    }

    /// A month and its year.
    pub fn month(&self, month: Month) -> String {
        formats::month(self.lang, month)
    }

    /// The order of two words in a dictionary of the language; never equal for different words.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        formats::compare(self.lang, a, b)
    }

    /// "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        self.join(items, "list-and")
    }

    /// "a, b or c".
    pub fn list_or(&self, items: &[String]) -> String {
        self.join(items, "list-or")
    }

    /// "a, b, or c", for alternatives that are lists themselves.
    pub fn list_or_else(&self, items: &[String]) -> String {
        self.join(items, "list-or-else")
    }

    /// "a; b; c", for sentences and addresses that hold commas themselves.
    pub fn list_apart(&self, items: &[String]) -> String {
        items.join(&self.message("list-semicolon", &[]))
    }

    fn join(&self, items: &[String], key: &str) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let comma = self.message("list-comma", &[]);
                self.message(key, &[("first", first.join(&comma).into()), ("last", last.as_str().into())])
            }
        }
    }
}

/// The messages of the first source, those of the others in their place where they have them.
fn bundle(lang: Lang, sources: &[&str]) -> Result<Bundle, TextError> {
    let syntax = |detail: String| TextError::Syntax { code: lang.code(), detail };
    let language = lang.code().parse().map_err(|_| TextError::NoFormats { code: lang.code() })?;
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // The isolation marks that Fluent would put around values are of no use in files and break searches.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => shown::<0, _>,
        Lang::It => shown::<1, _>,
        Lang::De => shown::<2, _>,
        Lang::Fr => shown::<3, _>,
        Lang::Es => shown::<4, _>,
        Lang::Pt => shown::<5, _>,
    }));
    let told = |errors: Vec<fluent_bundle::FluentError>| {
        syntax(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    };
    bundle.add_builtins().map_err(|e| told(vec![e]))?;
    for (nth, source) in sources.iter().enumerate() {
        let resource = FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| {
            let line = |at: usize| super::line_and_column(source, at).0;
            let told: Vec<String> = errors.iter().map(|e| format!("line {}: {e}", line(e.pos.start))).collect();
            syntax(told.join("; "))
        })?;
        if nth == 0 {
            bundle.add_resource(resource).map_err(told)?;
        } else {
            bundle.add_resource_overriding(resource);
        }
    }
    Ok(bundle)
}

fn pattern<'a>(bundle: &'a Bundle, id: &str) -> Option<&'a fluent_syntax::ast::Pattern<&'a str>> {
    match id.split_once('.') {
        None => bundle.get_message(id)?.value(),
        Some((id, attribute)) => Some(bundle.get_message(id)?.get_attribute(attribute)?.value()),
    }
}

/// Fluent asks this for every value it shows; numbers get the separators of the language at `LANG` of [`Lang::ALL`].
fn shown<const LANG: usize, M>(value: &FluentValue, _: &M) -> Option<String> {
    let lang = *Lang::ALL.get(LANG)?;
    match value {
        FluentValue::Number(n) if !n.options.use_grouping => None,
        FluentValue::Number(n) if n.value.fract() == 0.0 => Some(formats::integer(lang, n.value as i64)),
        FluentValue::Number(n) => Some(formats::decimal(lang, n.value, n.options.maximum_fraction_digits.unwrap_or(1))),
        _ => None,
    }
}
