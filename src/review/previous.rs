//! The previous review, from its `results.json`.

use std::collections::HashMap;

use serde::Deserialize;

use super::Change;
use crate::portfolio::Partner;
use crate::recognise::fold;

/// What an earlier review said of each partner.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    by_id: HashMap<String, Change>,
    by_name: HashMap<String, Change>,
}

/// A previous review that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PreviousError {
    /// It is no JSON of the right shape.
    #[error("line {line}, column {column}: {message}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// It is of another kind or version.
    #[error("its \"schema\" is {0:?}, not \"tiergap.results.v1\"")]
    Schema(String),
}

#[derive(Deserialize)]
struct Results {
    schema: String,
    as_of: String,
    partners: Vec<PartnerResult>,
}

#[derive(Deserialize)]
struct PartnerResult {
    id: Option<String>,
    name: Option<String>,
    tier: String,
    requirements: Vec<RequirementResult>,
    usage: UsageResult,
}

#[derive(Deserialize)]
struct RequirementResult {
    id: String,
    actual: u64,
}

#[derive(Deserialize)]
struct UsageResult {
    counted: Counted,
}

#[derive(Deserialize)]
struct Counted {
    active_users: u64,
}

impl Previous {
    /// Reads the text of a `results.json`. `people_id` is the requirement that counts people.
    pub fn parse(text: &str, people_id: &str) -> Result<Self, PreviousError> {
        let results: Results = serde_json::from_str(text).map_err(|error| PreviousError::Shape {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })?;
        if results.schema != crate::report::json::SCHEMA {
            return Err(PreviousError::Schema(results.schema));
        }
        let mut previous = Self::default();
        for partner in results.partners {
            let people = partner.requirements.iter().find(|r| r.id == people_id).map_or(0, |r| r.actual);
            let change = Change {
                known: true,
                tier: partner.tier,
                entitlements: partner.usage.counted.active_users,
                people,
                as_of: results.as_of.clone(),
            };
            match (partner.id, partner.name) {
                (Some(id), _) if !id.is_empty() => previous.by_id.insert(id.to_lowercase(), change),
                (_, Some(name)) => previous.by_name.insert(fold(&name), change),
                _ => None,
            };
        }
        Ok(previous)
    }

    /// What it said of a partner: found by ID, and without one by name.
    pub fn of(&self, partner: &Partner) -> Change {
        let by_id = partner.id.and_then(|id| self.by_id.get(&id.to_lowercase()));
        let by_name = || partner.name.and_then(|name| self.by_name.get(&fold(&name)));
        by_id.or_else(by_name).cloned().unwrap_or_default()
    }
}
