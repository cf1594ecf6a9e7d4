//! The rulesets that are compiled in, and how a user names one.

use super::{Ruleset, RulesetError};
use crate::shipped;

/// A ruleset that is compiled in.
#[derive(Debug, Clone, Copy)]
pub struct Shipped {
    /// `id@edition`.
    pub name: &'static str,
    /// The TOML text.
    pub text: &'static str,
}

static SHIPPED: [Shipped; 2] = [
    Shipped { name: "cloud-productivity-managed-service@2017-06-27", text: shipped::RULES_2017_06_27 },
    Shipped { name: "cloud-productivity-managed-service@2017-07-07", text: shipped::RULES_2017_07_07 },
];

/// All shipped rulesets, the default first.
pub fn shipped() -> &'static [Shipped] {
    &SHIPPED
}

/// The shipped ruleset that a name means: `id@edition`, an ID alone (its default edition) or an edition alone.
pub fn find(name: &str) -> Option<&'static Shipped> {
    let name = name.trim();
    SHIPPED.iter().find(|s| s.name == name).or_else(|| {
        SHIPPED.iter().find(|s| s.name.split_once('@').is_some_and(|(id, edition)| id == name || edition == name))
    })
}

impl Shipped {
    /// The ruleset, parsed and validated.
    pub fn ruleset(&self) -> Result<Ruleset, RulesetError> {
        Ruleset::parse(self.text, self.name)
    }
}
