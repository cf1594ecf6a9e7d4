//! Facts become partners: who is who, and which market each belongs to.

mod build;
mod market;
mod people;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use crate::facts::{Market, Month, RosterRow, SheetRef, UsageRow};
pub use build::{build, called};

/// A partner with all its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// MPN ID, if any row gives one.
    pub id: Option<Ustr>,
    /// Name: the partners sheet's, else the most frequent spelling.
    pub name: Option<Ustr>,
    /// ISO 3166-1 alpha-2 code of its country, if known.
    pub country: Option<Ustr>,
    /// Its market; `None` is unknown or contradictory.
    pub market: Option<Market>,
    /// Where the market comes from.
    pub market_basis: MarketBasis,
    /// Report language asked for in the partners sheet.
    pub language: Option<Ustr>,
    /// Contact email from the partners sheet.
    pub email: Option<Ustr>,
    /// Current tier from the partners sheet: `gold`, `silver` or `none`.
    pub current_tier: Option<Ustr>,
    /// Anniversary from the partners sheet.
    pub anniversary: Option<Date>,
    /// Its usage facts in run order (file, sheet, row, column). What only its own reports need is not passed on between
    /// shards.
    #[serde(skip)]
    pub usage: Vec<UsageRow>,
    /// Its people, by name.
    pub people: Vec<Person>,
    /// Roster rows that name nobody.
    #[serde(skip)]
    pub nobodys: Vec<RosterRow>,
    /// The sheets its facts come from.
    pub sheets: Vec<SheetRef>,
}

impl Partner {
    /// How people call it: its name, else its ID.
    pub fn display(&self) -> &'static str {
        self.name.or(self.id).map_or("", |text| text.as_str())
    }

    /// What identifies it in findings and results: its ID, else its name.
    pub fn key(&self) -> &'static str {
        self.id.or(self.name).map_or("", |text| text.as_str())
    }
}

/// Where a partner's market comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarketBasis {
    /// The partners sheet says so.
    PartnersSheet,
    /// The market column of a usage sheet says so.
    UsageColumn,
    /// The partner's country, through `templates/words/markets.toml`.
    Country,
    /// Sources contradict each other.
    Contradictory,
    /// Nothing says.
    Unknown,
}

/// A person of one partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// MCP IDs, sorted; the first one stands for the person.
    pub ids: Vec<Ustr>,
    /// Emails, sorted.
    pub emails: Vec<Ustr>,
    /// Name, the most frequent spelling.
    pub name: Option<Ustr>,
    /// Roster facts in run order.
    pub roster: Vec<RosterRow>,
}

impl Person {
    /// How people call them: name, else email, else ID.
    pub fn display(&self) -> &'static str {
        self.name.or(self.emails.first().copied()).or(self.ids.first().copied()).map_or("", |text| text.as_str())
    }
}

/// All partners of a run, sorted by name and ID.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portfolio {
    /// The partners.
    pub partners: Vec<Partner>,
    /// The months that usage rows name, ascending.
    pub months: Vec<Month>,
    /// What partners are called that the reviewer has joined to one: each group with the ID or name first that stands
    /// for it, then all that it was told to be called, and its other IDs.
    pub joined: Vec<Vec<String>>,
}
