//! Findings in words: the message, the remedy and the place, in the language of whoever reads them.

use jiff::civil::Date;

use super::{Arg, Code, Finding, Severity};
use crate::facts::{CellRef, Month, SheetRef};
use crate::say;
use crate::text::Localizer;

/// What files, sheets and partners are called before the eyes of a reader. A partner must not see the names of others,
/// so it may get other words than the reviewer.
pub trait Places {
    /// The label of an input. Never a full path.
    fn file(&self, file: u32) -> String;
    /// The name of a sheet.
    fn sheet(&self, sheet: SheetRef) -> String;
    /// What a partner is called.
    fn partner(&self, partner: u32) -> String;
    /// Text of an input as the reader may see it.
    fn shown(&self, text: &str) -> String {
        text.to_owned()
    }
    /// A reviewer's reason that concerns several partners, or names what only others know, as the reader may see it.
    fn shared(&self, text: &str) -> String {
        text.to_owned()
    }
    /// The header of a column as the reader may see it.
    fn header(&self, header: &str) -> String {
        self.shown(header)
    }
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// How much it matters.
    pub severity: Severity,
    /// The severity in words.
    pub severity_text: String,
    /// Its stable code.
    pub code: Code,
    /// What kind of finding it is, in a few words.
    pub title: String,
    /// File, sheet and cells, such as `usage.xlsx › Sheet1 › F17`; or the partner it concerns; or nothing.
    pub place: String,
    /// The value seen; empty if there is none.
    pub value: String,
    /// What is wrong, with a count where it repeats.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What `tiergap explain` tells of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// The severity in words.
    pub severity: String,
    /// What kind of finding it is.
    pub title: String,
    /// What it means, why it matters, an example.
    pub about: String,
    /// What to do.
    pub help: String,
}

/// How findings show a formula that was never calculated.
const UNCALCULATED: &str = "=?";

/// What stands between the parts of a place.
pub const SEPARATOR: &str = " › ";

/// The values that messages may mention; what a finding lacks is empty.
const ARGS: [&str; 35] = [
    "file",
    "sheet",
    "cell",
    "value",
    "formula",
    "count",
    "header",
    "suggestion",
    "field",
    "other",
    "name",
    "detail",
    "word",
    "readings",
    "ids",
    "partner",
    "others",
    "email",
    "customer",
    "workload",
    "smaller",
    "larger",
    "times",
    "tier",
    "people",
    "date",
    "month",
    "from",
    "to",
    "language",
    "decision",
    "reason",
    "by",
    "line",
    "column",
];

/// Says a finding in a language.
pub fn render(finding: &Finding, text: &Localizer, places: &dyn Places) -> Rendered {
    render_group(finding, &repeats(finding), finding.count, text, places)
}

/// The cells that a finding occurred on. Where it occurred once, `also` names other cells that it mentions.
pub fn repeats(finding: &Finding) -> Vec<CellRef> {
    let also: &[CellRef] = if finding.count > 1 { &finding.also } else { &[] };
    finding.cell.iter().chain(also).copied().collect()
}

/// Says several findings of one kind and value as one: `first` with all their cells and how many they are.
pub fn render_group(first: &Finding, cells: &[CellRef], count: u64, text: &Localizer, places: &dyn Places) -> Rendered {
    let id = format!("finding-{}", first.code);
    let args = values(first, count, text, places);
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, arg)| (*name, arg.clone())).collect();
    let mut message = text.message(&id, &args);
    // Where a waiver was applied says its place.
    let repeats = first.code != Code::WaiverApplied && (first.code.groups_by_value() || cells.len() > 1);
    if repeats && count > 1 {
        // Cells beyond a bound come as one finding whatever they show: only the first one's value is known.
        message = if first.count > 1 && !first.code.groups_by_value() {
            say!(text, "finding-more-like-it", message = message, more = count - 1)
        } else {
            say!(text, "finding-repeated", message = message, times = count)
        };
    }
    Rendered {
        severity: first.severity(),
        severity_text: if first.settled {
            say!(text, "severity-settled")
        } else {
            severity(first.code.severity(), text)
        },
        code: first.code,
        title: text.message(&format!("{id}.title"), &args),
        place: place(first, cells, count, text, places),
        value: first.value.as_deref().map(|v| places.shown(v)).unwrap_or_default(),
        message,
        help: if first.settled {
            say!(text, "finding-settled-help")
        } else {
            text.message(&format!("{id}.help"), &args)
        },
    }
}

/// What a code means, for `tiergap explain`.
pub fn explain(code: Code, text: &Localizer) -> Explanation {
    let blank: Vec<(&str, Arg)> = ARGS.iter().map(|name| (*name, Arg::from(""))).collect();
    let part = |attribute: &str| text.message(&format!("finding-{code}.{attribute}"), &blank);
    Explanation {
        code,
        severity: severity(code.severity(), text),
        title: part("title"),
        about: part("about"),
        help: part("help"),
    }
}

/// A severity in words.
pub fn severity(severity: Severity, text: &Localizer) -> String {
    text.message(&format!("severity-{}", severity.as_str()), &[])
}

/// The address of a cell with its file and sheet.
pub fn cell_place(cell: CellRef, places: &dyn Places) -> String {
    [places.file(cell.sheet.file), places.sheet(cell.sheet), cell.a1()].join(SEPARATOR)
}

/// A few addresses, and how many more there are: "F17, F23 and 12 more".
pub fn cell_list(cells: &[CellRef], count: u64, text: &Localizer) -> String {
    let total = count.max(cells.len() as u64);
    let all = cells.len() <= 3 && total == cells.len() as u64;
    let named: Vec<String> = cells.iter().take(if all { 3 } else { 2 }).map(CellRef::a1).collect();
    if all || named.is_empty() {
        return text.list(&named);
    }
    say!(text, "cells-and-more", cells = named.join(", "), more = total - named.len() as u64)
}

fn place(finding: &Finding, cells: &[CellRef], count: u64, text: &Localizer, places: &dyn Places) -> String {
    let mut parts = Vec::new();
    match (finding.sheet, finding.file) {
        (Some(sheet), _) => parts.extend([places.file(sheet.file), places.sheet(sheet)]),
        (None, Some(file)) => parts.push(places.file(file)),
        (None, None) => parts.extend(finding.partner.map(|p| places.partner(p))),
    }
    if !cells.is_empty() {
        parts.push(cell_list(cells, count, text));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(SEPARATOR)
}

fn values(finding: &Finding, count: u64, text: &Localizer, places: &dyn Places) -> Vec<(&'static str, Arg)> {
    let mut values: Vec<(&'static str, Arg)> = ARGS.iter().map(|name| (*name, Arg::from(""))).collect();
    let mut set = |name: &'static str, arg: Arg| match values.iter_mut().find(|v| v.0 == name) {
        Some(slot) => slot.1 = arg,
        None => values.push((name, arg)),
    };
    if let Some(file) = finding.file {
        set("file", places.file(file).into());
    }
    if let Some(sheet) = finding.sheet {
        set("sheet", places.sheet(sheet).into());
    }
    if let Some(cell) = finding.cell {
        set("cell", cell.a1().into());
    }
    if let Some(partner) = finding.partner {
        set("partner", places.partner(partner).into());
    }
    if finding.code == Code::ConflictingDuplicate {
        set("other", together(finding, text, places).into());
    }
    set("value", finding.value.as_deref().map(|v| places.shown(v)).unwrap_or_default().into());
    set("formula", finding.value.as_deref().filter(|v| *v == UNCALCULATED).unwrap_or_default().into());
    set("count", count.into());
    set("language", text.lang().name().into());
    for (name, arg) in &finding.args {
        match (*name, arg) {
            ("shared-reason", Arg::Text(reason)) => {
                set("reason", places.shared(reason.trim_end().trim_end_matches('.')).into());
            }
            _ => set(name, readable(name, arg, text, places)),
        }
    }
    values
}

/// All cells that a finding is about, each as short as where the first one stands allows.
fn together(finding: &Finding, text: &Localizer, places: &dyn Places) -> String {
    let Some(first) = finding.cell else { return String::new() };
    let all: Vec<CellRef> = finding.cell.iter().chain(&finding.also).copied().collect();
    if all.iter().all(|cell| cell.sheet == first.sheet) {
        return cell_list(&all, all.len() as u64, text);
    }
    text.list(&all.iter().map(|cell| cell_place(*cell, places)).collect::<Vec<_>>())
}

/// Dates, months, fields and tiers come as the program writes them; readers get them in their language.
fn readable(name: &str, arg: &Arg, text: &Localizer, places: &dyn Places) -> Arg {
    let raw = match arg {
        Arg::Text(raw) => raw,
        Arg::Number(_) => return arg.clone(),
        Arg::Phrase(phrase) => {
            // A language may have a word of its own for an association; else it is called as the rules call it.
            let own = phrase.args.iter().find_map(|(name, arg)| match arg {
                Arg::Text(id) if *name == "association" => Some(format!("label-{id}")).filter(|key| text.has(key)),
                _ => None,
            });
            let said = |(name, arg): &(&'static str, Arg)| match &own {
                Some(key) if *name == "word" => (*name, text.message(key, &[]).into()),
                _ => (*name, readable(name, arg, text, places)),
            };
            let args: Vec<(&str, Arg)> = phrase.args.iter().map(said).collect();
            return text.message(phrase.key, &args).into();
        }
    };
    let known = |prefix: &str| {
        let id = format!("{prefix}-{raw}");
        text.has(&id).then(|| text.message(&id, &[]))
    };
    let said = match name {
        "date" => raw.parse::<Date>().ok().map(|day| text.date(day)),
        "month" => format!("{raw}-01").parse::<Date>().ok().map(|day| text.month(Month::of(day))),
        "field" => known("field"),
        "tier" => known("tier"),
        // Reasons are sentences of the reviewer's, with or without a full stop; the message has one.
        "reason" => Some(places.shown(raw.trim_end().trim_end_matches('.'))),
        "header" => Some(places.header(raw)),
        // Numbers only: a name may have a comma of its own.
        "ids" if raw.split(", ").all(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())) => {
            Some(text.list(&raw.split(", ").map(|id| places.shown(id)).collect::<Vec<_>>()))
        }
        // Another finding, by what kind it is.
        "code" => raw.parse::<Code>().ok().map(|code| explain(code, text).title),
        "readings" => Some(text.list_or(&raw.split(" / ").map(|one| reading(one, text)).collect::<Vec<_>>())),
        // A customer, a workload or an address is the partner's own; the name of a format is nobody's.
        "customer" | "workload" | "cell" | "email" | "format" => Some(raw.clone()),
        _ => None,
    };
    said.unwrap_or_else(|| places.shown(raw)).into()
}

/// One of several readings of a number, a day or a month.
fn reading(raw: &str, text: &Localizer) -> String {
    if let Ok(day) = raw.parse::<Date>() {
        return text.date(day);
    }
    if let Ok(first) = format!("{raw}-01").parse::<Date>() {
        return text.month(Month::of(first));
    }
    let decimals = raw.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match raw.parse::<f64>() {
        Ok(number) if number.is_finite() => text.decimal(number, decimals),
        _ => raw.to_owned(),
    }
}
