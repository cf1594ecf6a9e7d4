//! Settings that are of no effect in a run, or that say two things: findings with their place in the file.

use std::collections::BTreeSet;

use ustr::Ustr;

use super::{At, FILE, Settings};
use crate::facts::{Role, SheetFacts};
use crate::finding::{Code, Finding, Phrase};
use crate::recognise::fold;

impl Settings {
    /// What the file says to no effect, given what was recognised; `is_country` knows the codes of countries, `is_folder`
    /// the folders that there are.
    pub fn findings(
        &self,
        sheets: &[Vec<SheetFacts>],
        is_country: &dyn Fn(&str) -> bool,
        is_folder: &dyn Fn(&str) -> bool,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut say = |code, line: usize, column: usize, detail: Phrase| {
            let place = Finding::new(code).arg("name", FILE).arg("line", line as u64).arg("column", column as u64);
            findings.push(place.arg("detail", detail));
        };
        if let (Some(markets), Some(_)) = (&self.markets, &self.market_list) {
            let detail = Phrase::new("setting-two-market-lists");
            say(Code::ContradictorySetting, markets.line, markets.column, detail);
        }
        if let Some(At { line, column, value }) = self.fonts.as_ref().filter(|fonts| !is_folder(&fonts.value)) {
            let detail = Phrase::new("setting-no-folder").with("word", value.as_str());
            say(Code::UnusedSetting, *line, *column, detail);
        }
        let headers = headers(sheets);
        for At { line, column, value: (_, header) } in &self.columns {
            if !headers.contains(&fold(header)) {
                let detail = Phrase::new("setting-column-unused").with("word", header.as_str());
                say(Code::UnusedSetting, *line, *column, detail);
            }
        }
        let lists = self.market_list.iter().flat_map(|list| list.value.developed.iter().chain(&list.value.developing));
        for At { line, column, value } in lists.filter(|code| !is_country(&code.value)) {
            let detail = Phrase::new("setting-country-unknown").with("word", value.as_str());
            say(Code::UnusedSetting, *line, *column, detail);
        }
        let known = if self.same_partners.is_empty() { BTreeSet::new() } else { called(sheets) };
        for group in &self.same_partners {
            for name in group.partners.iter().filter(|name| !known.contains(&fold(name))) {
                let detail = Phrase::new("setting-partner-unknown").with("word", name.as_str());
                say(Code::UnusedSetting, group.line, group.column, detail);
            }
        }
        findings
    }
}

/// The headers of all tables, folded, with and without what stands in brackets.
fn headers(sheets: &[Vec<SheetFacts>]) -> BTreeSet<String> {
    let read = sheets.iter().flatten().filter(|facts| facts.role != Role::None);
    let headers = read.flat_map(|facts| &facts.columns).map(|column| column.header.as_str());
    headers.flat_map(|header| [fold(header), fold(header.split(['(', '[']).next().unwrap_or(header))]).collect()
}

/// What the sheets call partners, folded: IDs and names.
fn called(sheets: &[Vec<SheetFacts>]) -> BTreeSet<String> {
    let claims = sheets.iter().flatten().flat_map(|facts| {
        let usage = facts.usage.iter().map(|row| row.partner);
        let roster = facts.roster.iter().map(|row| row.partner);
        facts.partners.iter().map(|row| row.partner).chain(usage).chain(roster)
    });
    let words: std::collections::HashSet<Ustr> = claims.flat_map(|claim| [claim.id, claim.name]).flatten().collect();
    words.into_iter().map(|word| fold(&word)).collect()
}
