//! From the text of a `tiergap.toml` to settings: every problem with its line and column, not only the first.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use ustr::ustr;

use super::raw::{RawDecision, RawMarketList, RawSamePartner, RawWaiver, RawWorkspace};
use super::shape::{Problem, Shape};
use super::{At, MarketList, Settings, SettingsError, SettingsProblem, schema};
use crate::deliver::mail;
use crate::digest::sha256;
use crate::finding::Code;
use crate::intake::Value;
use crate::recognise::{FieldNames, Vocabulary, fold};
use crate::text::{Lang, nearest};
use crate::waivers::{Cells, Decision, FilePattern, SamePartner, Target, Waiver};

/// Characters of a reason or a name: it stands in reports.
const LONGEST: usize = 400;

/// The associations that the program knows; a list of the user's own in `templates` may know others.
static ASSOCIATIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = Vocabulary::shipped();
    words.map(|words| words.associations().iter().map(|term| term.id.to_string()).collect()).unwrap_or_default()
});

impl Settings {
    /// Reads and validates the text of a `tiergap.toml`; `origin` names it in problems.
    ///
    /// # Errors
    /// All problems found, each with line and column.
    pub fn parse(text: &str, origin: &str) -> Result<Self, SettingsError> {
        let mut checker = Checker { text, lines: Lines::of(text), own_words: false, problems: Vec::new() };
        let settings = checker.read(origin);
        if checker.problems.is_empty()
            && let Some(settings) = settings
        {
            return Ok(settings);
        }
        Err(checker.finish(origin))
    }
}

/// A look at the text for nothing but mail.
#[derive(Deserialize)]
struct WithMail {
    #[serde(rename = "mail")]
    _mail: mail::Settings,
}

/// Where the lines of a text begin: a file of ten thousand waivers is asked ten thousand times.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// Line and column, both from 1, of a byte.
    fn place(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

struct Checker<'a> {
    text: &'a str,
    lines: Lines<'a>,
    /// Whether there are templates of the user's own, which may know other associations than the shipped ones.
    own_words: bool,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, at: usize, message: impl Into<String>) {
        self.problems.push((at, message.into()));
    }

    fn finish(mut self, origin: &str) -> SettingsError {
        self.problems.sort();
        self.problems.dedup();
        let problems = self.problems.into_iter().map(|(at, message)| {
            let (line, column) = self.lines.place(at);
            SettingsProblem { line, column, message }
        });
        SettingsError { origin: origin.to_owned(), problems: problems.collect() }
    }

    fn at<T>(&self, byte: usize, value: T) -> At<T> {
        let (line, column) = self.lines.place(byte);
        At { line, column, value }
    }

    fn read(&mut self, origin: &str) -> Option<Settings> {
        let (mut table, errors) = DeTable::parse_recoverable(self.text);
        if !errors.is_empty() {
            for error in errors {
                let message = error.message().trim().replace('\n', " ");
                self.say(error.span().map_or(0, |span| span.start), message);
            }
            return None;
        }
        let columns = table.get_ref().iter().find(|(key, _)| key.get_ref() == "columns");
        let columns = columns.map(|(_, value)| self.columns(value)).unwrap_or_default();
        self.problems.extend(Shape::check(&mut table, schema()));
        let raw = match RawWorkspace::deserialize(toml::Deserializer::from(table)) {
            Ok(raw) => raw,
            Err(error) => {
                // The shape is right by now; what is left is for the reader of it to tell.
                let message = error.message().trim().replace('\n', " ");
                self.say(error.span().map_or(0, |span| span.start), message);
                return None;
            }
        };
        self.own_words = raw.templates.is_some();
        let language = raw.language.map(|given| {
            if given.get_ref().parse::<Lang>().is_err() {
                let known = Lang::available().map(Lang::code).collect::<Vec<_>>().join(", ");
                self.say(given.span().start, format!("there are no texts in {:?}; use {known}", given.get_ref()));
            }
            given.into_inner()
        });
        let as_of = raw.as_of.and_then(|given| self.day("as-of", &given));
        let markets = raw.markets.map(|given| self.at(given.span().start, given.get_ref().clone()));
        let market_list = raw.market_list.map(|given| {
            let list = self.market_list(given.get_ref());
            self.at(given.span().start, list)
        });
        let paths = [&raw.theme, &raw.templates, &raw.fonts, &raw.reviews, &raw.ruleset];
        for path in paths.into_iter().flatten().chain(raw.inputs.iter().flatten()) {
            if path.get_ref().trim().is_empty() {
                self.say(path.span().start, "this is empty; leave the key out where nothing is to be named");
            }
        }
        let inputs: Vec<String> = raw.inputs.into_iter().flatten().map(Spanned::into_inner).collect();
        let (max_memory, max_seconds) = raw.bounds.map(|b| (b.max_memory, b.max_seconds)).unwrap_or_default();
        let starts: Vec<usize> = raw.waiver.iter().map(|waiver| waiver.span().start).collect();
        let mut waivers: Vec<(usize, Waiver)> = Vec::new();
        for (n, waiver) in raw.waiver.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(self.text.len());
            waivers.extend(self.waiver(waiver, end).map(|read| (waiver.span().start, read)));
        }
        self.contradictions(&waivers);
        let same_partners = self.same_partners(&raw.same_partner);
        Some(Settings {
            text: self.text.to_owned(),
            sha256: sha256(self.text.as_bytes()),
            origin: origin.to_owned(),
            ruleset: raw.ruleset.map(Spanned::into_inner),
            as_of,
            language,
            theme: raw.theme.map(Spanned::into_inner),
            templates: raw.templates.map(Spanned::into_inner),
            markets,
            fonts: raw.fonts.map(|given| self.at(given.span().start, given.into_inner())),
            inputs: if inputs.is_empty() { vec!["inbox".to_owned()] } else { inputs },
            reviews: raw.reviews.map_or_else(|| "reviews".to_owned(), Spanned::into_inner),
            // The shape has been checked: they fit.
            max_memory: max_memory.and_then(|given| u32::try_from(given).ok()),
            max_seconds: max_seconds.and_then(|given| u32::try_from(given).ok()),
            columns,
            market_list,
            mail: raw.mail.map(|given| self.mail(given)).unwrap_or_default(),
            waivers: waivers.into_iter().map(|(_, waiver)| waiver).collect(),
            same_partners,
        })
    }

    /// The settings of mail; what is wrong with a value is told where it stands.
    fn mail(&mut self, given: Spanned<toml::Table>) -> mail::Settings {
        let at = given.span().start;
        match given.into_inner().try_into::<mail::Settings>() {
            Ok(settings) => {
                for problem in settings.problems() {
                    self.say(self.place_of(&problem.keys), problem.message);
                }
                settings
            }
            Err(error) => {
                // A table that was taken out of the text knows no places; the text itself does.
                let told = toml::from_str::<WithMail>(self.text).err();
                let at = told.and_then(|error| error.span()).map_or(at, |span| span.start);
                self.say(at, error.message().trim().replace('\n', " "));
                mail::Settings::default()
            }
        }
    }

    /// Where a value of the table `mail` stands, or the nearest around it that there is.
    fn place_of(&self, keys: &[&str]) -> usize {
        let (table, _) = DeTable::parse_recoverable(self.text);
        let mut table = table.get_ref();
        let mut at = 0;
        for key in ["mail"].iter().chain(keys) {
            let Some(value) = table.get(*key) else { break };
            at = value.span().start;
            let DeValue::Table(inner) = value.get_ref() else { break };
            table = inner;
        }
        at
    }

    /// A day, as TOML has them or in quotation marks.
    fn day(&mut self, key: &str, given: &Spanned<toml::Value>) -> Option<Date> {
        let written = match given.get_ref() {
            toml::Value::String(text) => text.trim().to_owned(),
            other => other.to_string(),
        };
        let day = written.parse().ok();
        if day.is_none() {
            self.say(given.span().start, format!("{key} is a day such as 2026-09-30, not {written}"));
        }
        day
    }

    /// A line that reports show: blanks for what breaks lines, nothing for what does not show.
    fn line(&mut self, key: &str, given: &Spanned<String>) -> String {
        let shown: String = given.get_ref().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = line.chars().count();
        if length == 0 {
            self.say(given.span().start, format!("{key} is empty; reports show it"));
        }
        if length > LONGEST {
            self.say(given.span().start, format!("{key} has {length} characters; at most {LONGEST} fit"));
        }
        line
    }

    /// Header names with their places: what they are checked against is known when the words are loaded.
    fn columns(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<At<(String, String)>> {
        let mut all = Vec::new();
        for (field, names) in value.get_ref().as_table().into_iter().flatten() {
            let name = field.get_ref().as_ref();
            if FieldNames::field(name).is_none() && name != "by-role" {
                let near = nearest(name, FieldNames::ALL.iter().map(|(known, _)| *known));
                let near = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
                self.say(field.span().start, format!("there is no field \"{name}\"{near}"));
            }
            let lists: Vec<&Spanned<DeValue<'_>>> = match names.get_ref() {
                DeValue::Table(lists) => lists.values().collect(),
                _ => vec![names],
            };
            for list in lists {
                let single = std::slice::from_ref(list);
                let items = list.get_ref().as_array().map_or(single, |array| &array[..]);
                for item in items {
                    match item.get_ref().as_str() {
                        Some(header) if !fold(header).is_empty() => {
                            all.push((item.span().start, (name.to_owned(), header.to_owned())));
                        }
                        _ => self.say(item.span().start, "a header name is a text that is not empty"),
                    }
                }
            }
        }
        all.sort();
        let mut owners: BTreeMap<String, String> = BTreeMap::new();
        for (at, (field, header)) in &all {
            match owners.get(&fold(header)) {
                Some(other) if other != field => {
                    self.say(*at, format!("\"{header}\" is claimed by two fields: {other} and {field}"));
                }
                Some(_) => {}
                None => drop(owners.insert(fold(header), field.clone())),
            }
        }
        all.into_iter().map(|(at, column)| self.at(at, column)).collect()
    }

    fn market_list(&mut self, raw: &RawMarketList) -> MarketList {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut codes = |checker: &mut Self, market: &'static str, given: &[Spanned<String>]| {
            let mut list = Vec::new();
            for code in given {
                let at = code.span().start;
                let upper = code.get_ref().trim().to_ascii_uppercase();
                if upper.len() != 2 || !upper.bytes().all(|b| b.is_ascii_uppercase()) {
                    checker.say(at, format!("{:?} is no country code of two letters", code.get_ref()));
                    continue;
                }
                if seen.insert(upper.clone(), market).is_some_and(|other| other != market) {
                    checker.say(at, format!("\"{upper}\" is listed as developed and as developing"));
                }
                list.push(checker.at(at, upper));
            }
            list
        };
        let developed = codes(self, "developed", &raw.developed);
        let developing = codes(self, "developing", &raw.developing);
        MarketList { name: raw.name.clone(), developed, developing }
    }

    fn waiver(&mut self, raw: &Spanned<RawWaiver>, end: usize) -> Option<Waiver> {
        let start = raw.span().start;
        let before = self.problems.len();
        let w = raw.get_ref();
        let text = |given: &Option<Spanned<String>>| given.as_ref().map(|text| text.get_ref().trim().to_owned());
        for given in [&w.file, &w.sheet, &w.customer, &w.partner].into_iter().flatten() {
            if given.get_ref().trim().is_empty() {
                self.say(given.span().start, "this is empty; leave the key out where nothing is to be named");
            }
        }
        let cells = w.cell.as_ref().and_then(|given| {
            let cells = Cells::parse(given.get_ref());
            if cells.is_none() {
                let message = format!("{:?} is no cell; write it as F17, or a range as F17:F30", given.get_ref());
                self.say(given.span().start, message);
            }
            cells
        });
        for (key, given) in [("sheet", &w.sheet), ("cell", &w.cell)] {
            if let (Some(given), None) = (given, &w.file) {
                self.say(given.span().start, format!("{key} says where, but not in which file; add file = \"…\""));
            }
        }
        if w.file.is_none() && w.customer.is_none() && w.partner.is_none() {
            self.say(start, "this waiver is about nothing; name a file, a customer or a partner");
        }
        let finding = w.finding.as_ref().and_then(|given| self.finding(given));
        let decision = self.decision((start, end), w, cells);
        let waiver = Waiver {
            line: 0,
            column: 0,
            target: Target {
                file: w.file.as_ref().map(|file| FilePattern::new(file.get_ref())),
                sheet: text(&w.sheet),
                cells,
                customer: text(&w.customer),
                partner: text(&w.partner),
            },
            finding,
            reason: self.line("reason", &w.reason),
            by: self.line("by", &w.by),
            until: w.until.as_ref().and_then(|given| self.day("until", given)),
            decision: decision?,
        };
        let (line, column) = self.lines.place(start);
        (self.problems.len() == before).then_some(Waiver { line, column, ..waiver })
    }

    fn finding(&mut self, given: &Spanned<String>) -> Option<Code> {
        let code = given.get_ref().trim().parse().ok();
        if code.is_none() {
            let near = nearest(given.get_ref(), Code::ALL.iter().map(|code| code.as_str()));
            let near = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
            let message = format!("no finding has the code {:?}{near} (`tiergap explain --list`)", given.get_ref());
            self.say(given.span().start, message);
        }
        code
    }

    fn decision(&mut self, (start, end): (usize, usize), w: &RawWaiver, cells: Option<Cells>) -> Option<Decision> {
        let places = [
            w.decision.as_ref().map(|given| given.span().start),
            w.read_as.as_ref().map(|given| given.span().start),
            w.associated.as_ref().map(|given| given.span().start),
        ];
        let mut said = places.into_iter().flatten();
        // A decision that was taken out because it is wrong has been told.
        let told = |problem: &Problem| problem.0 > start && problem.0 < end;
        if said.next().is_none() && !self.problems.iter().any(told) {
            let message = "this waiver decides nothing; say decision = \"accept\", decision = \"leave-out\", read-as = … \
                           or associated = …";
            self.say(start, message);
        }
        if let Some(second) = said.next() {
            self.say(second, "this waiver decides two things; say one of decision, read-as and associated");
            return None;
        }
        if let (Some(was), None) = (&w.was, &w.read_as) {
            self.say(was.span().start, "was says what the cell says now, and belongs to read-as only");
        }
        if let Some(given) = &w.read_as {
            if w.cell.is_none() {
                self.say(given.span().start, "read-as is about a cell; add file and cell");
            }
            for other in [&w.customer, &w.partner].into_iter().flatten() {
                self.say(other.span().start, "read-as is about a cell; it needs no customer and no partner");
            }
            let (value, shown) = self.cell_value(given)?;
            let was = w.was.as_ref().map(|was| was.get_ref().trim().to_owned());
            return Some(Decision::ReadAs { value, shown, was });
        }
        if let Some(given) = &w.associated {
            if w.customer.is_none() {
                self.say(given.span().start, "associated is about a customer; add customer = \"…\"");
            }
            let id = given.get_ref().trim();
            if !self.own_words && !ASSOCIATIONS.iter().any(|known| known == id) {
                let message = match nearest(id, ASSOCIATIONS.iter().map(String::as_str)) {
                    Some(near) => format!("there is no association \"{id}\"; did you mean \"{near}\"?"),
                    None => format!("there is no association \"{id}\"; use {}", ASSOCIATIONS.join(", ")),
                };
                self.say(given.span().start, message);
            }
            return Some(Decision::Associated(ustr(id)));
        }
        let given = w.decision.as_ref()?;
        match given.get_ref() {
            RawDecision::Accept => {
                if w.finding.is_none() {
                    self.say(given.span().start, "accept settles a finding; add finding = \"…\" with its code");
                }
                Some(Decision::Accept)
            }
            RawDecision::LeaveOut => {
                if cells.is_none() && w.customer.is_none() && w.partner.is_none() {
                    let message = "leave-out is about rows; add a cell, a customer or a partner";
                    self.say(given.span().start, message);
                }
                Some(Decision::LeaveOut)
            }
        }
    }

    /// What a cell is to be read as, as a cell would hold it.
    fn cell_value(&mut self, given: &Spanned<toml::Value>) -> Option<(Value, String)> {
        let shown = match given.get_ref() {
            toml::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let value = match given.get_ref() {
            toml::Value::String(text) if text.trim().is_empty() => Value::Empty,
            toml::Value::String(text) => Value::Text(ustr(text)),
            toml::Value::Integer(n) => Value::Number(*n as f64),
            toml::Value::Float(n) if n.is_finite() => Value::Number(*n),
            toml::Value::Boolean(yes) => Value::Bool(*yes),
            // A day in ISO's writing says the same to every column.
            toml::Value::Datetime(day) => Value::Text(ustr(&day.to_string())),
            _ => {
                self.say(given.span().start, "a cell is read as a text, a number, a day, true or false");
                return None;
            }
        };
        Some((value, shown))
    }

    /// Waivers that say two things of the same place.
    fn contradictions(&mut self, waivers: &[(usize, Waiver)]) {
        let mut first: HashMap<(&Target, Option<Code>), &Waiver> = HashMap::new();
        for (at, waiver) in waivers {
            match first.entry((&waiver.target, waiver.finding)) {
                Entry::Vacant(place) => drop(place.insert(waiver)),
                Entry::Occupied(place) => {
                    let other = place.get();
                    let said = if other.decision == waiver.decision { "the same as" } else { "something else than" };
                    self.say(*at, format!("this waiver says {said} the one on line {}; keep one", other.line));
                }
            }
        }
    }

    fn same_partners(&mut self, raw: &[Spanned<RawSamePartner>]) -> Vec<SamePartner> {
        let mut owners: BTreeMap<String, usize> = BTreeMap::new();
        let mut all = Vec::new();
        for (n, group) in raw.iter().enumerate() {
            let start = group.span().start;
            let mut partners: Vec<String> = Vec::new();
            for name in &group.get_ref().partners {
                let (at, folded) = (name.span().start, fold(name.get_ref()));
                if folded.is_empty() {
                    self.say(at, "an MPN ID or a name is wanted here");
                    continue;
                }
                match owners.insert(folded, n) {
                    Some(other) if other == n => self.say(at, format!("{:?} is named twice", name.get_ref())),
                    Some(_) => {
                        let message = format!("{:?} is in two [[same-partner]]; join them to one", name.get_ref());
                        self.say(at, message);
                    }
                    None => {}
                }
                partners.push(name.get_ref().trim().to_owned());
            }
            if partners.len() < 2 {
                self.say(start, "name two at least that are one partner");
            }
            let reason = self.line("reason", &group.get_ref().reason);
            let by = group.get_ref().by.as_ref().map(|by| self.line("by", by)).unwrap_or_default();
            let (line, column) = self.lines.place(start);
            all.push(SamePartner { line, column, partners, reason, by });
        }
        all
    }
}
