//! The partner's market: the partners sheet, else a market column in usage, else the partner's country (as the
//! partners sheet has it, else as usage and rosters do).
//! A customer's country or market never decides it.

use std::collections::BTreeSet;

use ustr::Ustr;

use super::MarketBasis;
use crate::facts::{Market, PartnerRow, RosterRow, UsageRow};
use crate::finding::{Code, Finding};

/// Everything the sheets say of a partner's market and country.
#[derive(Debug, Default)]
pub(super) struct MarketClaims {
    sheet_markets: BTreeSet<Market>,
    usage_markets: BTreeSet<Market>,
    sheet_countries: BTreeSet<&'static str>,
    /// Of usage and rosters.
    other_countries: BTreeSet<&'static str>,
}

/// What was settled.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Settled {
    pub market: Option<Market>,
    pub basis: MarketBasis,
    pub country: Option<Ustr>,
    countries: Vec<&'static str>,
}

impl MarketClaims {
    pub(super) fn of(rows: &[PartnerRow], usage: &[UsageRow], roster: &[RosterRow]) -> Self {
        let others = usage.iter().filter_map(|row| row.country).chain(roster.iter().filter_map(|row| row.country));
        Self {
            sheet_markets: rows.iter().filter_map(|row| row.market.value()).collect(),
            usage_markets: usage.iter().filter_map(|row| row.market.value()).collect(),
            sheet_countries: rows.iter().filter_map(|row| row.country).map(|c| c.as_str()).collect(),
            other_countries: others.map(|c| c.as_str()).collect(),
        }
    }
}

/// Settles the market by the first source that says anything.
pub(super) fn settle(claims: &MarketClaims, market_of: &dyn Fn(Ustr) -> Option<Market>) -> Settled {
    let countries = if claims.sheet_countries.is_empty() { &claims.other_countries } else { &claims.sheet_countries };
    let by_country: BTreeSet<Market> = countries.iter().filter_map(|c| market_of(Ustr::from(c))).collect();
    let sources = [
        (&claims.sheet_markets, MarketBasis::PartnersSheet),
        (&claims.usage_markets, MarketBasis::UsageColumn),
        (&by_country, MarketBasis::Country),
    ];
    let said = sources.into_iter().find(|(markets, _)| !markets.is_empty());
    let (market, basis) = match said {
        None => (None, MarketBasis::Unknown),
        Some((markets, _)) if markets.len() > 1 => (None, MarketBasis::Contradictory),
        Some((markets, basis)) => (markets.first().copied(), basis),
    };
    Settled {
        market,
        basis,
        country: if countries.len() == 1 { countries.first().map(|c| Ustr::from(c)) } else { None },
        countries: countries.iter().copied().collect(),
    }
}

impl Settled {
    /// The finding that an unsettled market needs.
    pub(super) fn finding(&self, partner: &str) -> Option<Finding> {
        let code = match self.basis {
            MarketBasis::Unknown => Code::MarketUnknown,
            MarketBasis::Contradictory => Code::MarketContradictory,
            _ => return None,
        };
        let countries = self.countries.join(", ");
        // One country contradicts nothing: then the markets themselves do.
        let by_markets = self.basis == MarketBasis::Contradictory && self.countries.len() < 2;
        let (seen, detail) = if by_markets {
            ("developed, developing".to_owned(), String::new())
        } else {
            (countries.clone(), countries)
        };
        Some(Finding::new(code).value(seen).arg("partner", partner).arg("detail", detail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(sheet: &[Market], usage: &[Market], countries: &[&'static str]) -> MarketClaims {
        MarketClaims {
            sheet_markets: sheet.iter().copied().collect(),
            usage_markets: usage.iter().copied().collect(),
            sheet_countries: BTreeSet::new(),
            other_countries: countries.iter().copied().collect(),
        }
    }

    fn market(sheet: &[Market], usage: &[Market], countries: &[&'static str]) -> (Option<Market>, MarketBasis) {
        let list = |code: Ustr| match code.as_str() {
            "IT" | "DE" => Some(Market::Developed),
            "IN" => Some(Market::Developing),
            _ => None,
        };
        let settled = settle(&claims(sheet, usage, countries), &list);
        (settled.market, settled.basis)
    }

    #[test]
    fn the_partners_sheet_comes_first_then_the_usage_column_then_the_country() {
        use Market::{Developed, Developing};
        assert_eq!(market(&[Developing], &[Developed], &["IT"]), (Some(Developing), MarketBasis::PartnersSheet));
        assert_eq!(market(&[], &[Developing], &["IT"]), (Some(Developing), MarketBasis::UsageColumn));
        assert_eq!(market(&[], &[], &["IN"]), (Some(Developing), MarketBasis::Country));
        assert_eq!(market(&[], &[], &["IT", "DE"]), (Some(Developed), MarketBasis::Country));
        assert_eq!(market(&[], &[], &[]), (None, MarketBasis::Unknown));
        assert_eq!(market(&[], &[], &["XX"]), (None, MarketBasis::Unknown));
    }

    #[test]
    fn countries_of_the_partners_sheet_come_before_those_of_usage_and_rosters() {
        let list = |code: Ustr| (code == "IN").then_some(Market::Developing);
        let mut both = claims(&[], &[], &["IT"]);
        both.sheet_countries.insert("IN");
        assert_eq!(settle(&both, &list).country, Some(Ustr::from("IN")));
        assert_eq!(settle(&claims(&[], &[], &["IN"]), &list).market, Some(Market::Developing));
    }

    #[test]
    fn sources_that_contradict_themselves_settle_nothing() {
        use Market::{Developed, Developing};
        assert_eq!(market(&[Developing, Developed], &[Developed], &[]), (None, MarketBasis::Contradictory));
        assert_eq!(market(&[], &[Developing, Developed], &["IT"]), (None, MarketBasis::Contradictory));
        assert_eq!(market(&[], &[], &["IT", "IN"]), (None, MarketBasis::Contradictory));
    }
}
