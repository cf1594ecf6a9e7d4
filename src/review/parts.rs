//! A review in parts, as shards pass it on: what they all found alike, and each partner with what was decided.
//!
//! Rows of usage, cells of inputs and whatever else only a partner's own reports need stay behind.

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::since::Told;
use super::{Change, History, Moves, Point, Review, Share, Tiers};
use crate::assess::Assessment;
use crate::facts::{Month, Role, SheetFacts, SheetRef, UsageRow};
use crate::finding::{Finding, arrange};
use crate::intake::{Book, SheetBuilder};
use crate::portfolio::{Partner, Portfolio};
use crate::rules::Ruleset;
use crate::waivers::SettingsUsed;

/// What every shard finds alike.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Common {
    ruleset: Ruleset,
    as_of: Date,
    reference_month: Month,
    market_list: Option<String>,
    months: Vec<Month>,
    books: Vec<PartBook>,
    /// How many partners there are in all shards.
    partners: usize,
    /// Whether there was a previous review.
    compared: bool,
    /// What the workspace's file settled.
    settings: Option<SettingsUsed>,
    /// What earlier reviews said of all.
    history: Option<Past>,
    /// The findings on no partner.
    findings: Vec<Finding>,
}

/// What earlier reviews said, but for the partners' own figures.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Past {
    tiers: Vec<Tiers>,
    findings: Vec<Told>,
    says_subjects: bool,
}

/// An input without its cells.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PartBook {
    label: String,
    sha256: String,
    /// Names of its sheets.
    sheets: Vec<String>,
    facts: Vec<PartSheet>,
}

/// What was recognised on a sheet, without the facts.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PartSheet {
    sheet: SheetRef,
    role: Role,
    header_row: Option<u32>,
    rows: u64,
}

/// A partner with all that was decided.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Judged<'a> {
    /// Position among all partners.
    pub position: usize,
    /// Folder of its reports.
    pub folder: Cow<'a, str>,
    partner: Cow<'a, Partner>,
    assessment: Cow<'a, Assessment>,
    change: Option<Cow<'a, Change>>,
    moves: Option<Cow<'a, Moves>>,
    points: Option<Cow<'a, [Point]>>,
    /// Those of its rows that findings are on, by which they tell whom they are about.
    rows: Vec<Cow<'a, UsageRow>>,
    findings: Vec<Cow<'a, Finding>>,
}

/// One shard's part of a review.
#[derive(Debug)]
pub struct Part<'a> {
    /// What every shard finds alike.
    pub common: Common,
    /// Its own partners.
    pub judged: Vec<Judged<'a>>,
}

/// Why parts do not make a review.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartsError {
    /// A partner is in no part.
    #[error("partner {0} of {1} is in none of the shards")]
    Missing(usize, usize),
    /// A partner is in two parts, or there are more than there should be.
    #[error("partner {0} is in more than one shard")]
    Doubled(usize),
    /// A verdict names a tier, a path or a person that is none.
    #[error("what was decided of partner {0} does not fit the rules and its people")]
    Broken(usize),
    /// A partner of a compared review says nothing of the comparison, or one of another review does.
    #[error("partner {0} was compared with another previous review than the rest")]
    Comparison(usize),
}

impl Review {
    /// The part of a share; `folders` has one entry for each partner.
    pub fn part<'a>(&'a self, share: Share, folders: &'a [String]) -> Part<'a> {
        // Every field is named, so that whoever adds one has to say where it goes.
        let Self {
            ruleset,
            as_of,
            reference_month,
            market_list,
            books,
            sheets,
            portfolio: Portfolio { partners, months, .. },
            assessments,
            findings,
            changes,
            moves,
            settings,
            history,
        } = self;
        let books = books.iter().zip(sheets).map(|(book, facts)| PartBook {
            label: book.label.clone(),
            sha256: book.sha256.clone(),
            sheets: book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            facts: facts
                .iter()
                .map(|f| PartSheet { sheet: f.sheet, role: f.role, header_row: f.header_row, rows: f.rows })
                .collect(),
        });
        let common = Common {
            ruleset: ruleset.clone(),
            as_of: *as_of,
            reference_month: *reference_month,
            market_list: market_list.clone(),
            months: months.clone(),
            books: books.collect(),
            partners: partners.len(),
            compared: changes.is_some(),
            settings: settings.clone(),
            history: history.as_ref().map(|history| Past {
                tiers: history.tiers.clone(),
                findings: history.findings.clone(),
                says_subjects: history.says_subjects,
            }),
            findings: findings.iter().filter(|finding| finding.partner.is_none()).cloned().collect(),
        };
        let on: HashSet<(SheetRef, u32)> = findings
            .iter()
            .filter(|finding| finding.partner.is_some())
            .filter_map(|finding| finding.cell)
            .map(|cell| (cell.sheet, cell.row))
            .collect();
        let mut told: Vec<Vec<Cow<Finding>>> = vec![Vec::new(); partners.len()];
        for finding in findings {
            if let Some(list) = finding.partner.and_then(|partner| told.get_mut(partner as usize)) {
                list.push(Cow::Borrowed(finding));
            }
        }
        let all = partners.iter().zip(assessments).zip(told).zip(folders).enumerate();
        let judged = all
            .filter(|(_, (((partner, _), _), _))| share.has_partner(partner))
            .map(|(position, (((partner, assessment), findings), folder))| Judged {
                position,
                folder: Cow::Borrowed(folder.as_str()),
                partner: Cow::Borrowed(partner),
                assessment: Cow::Borrowed(assessment),
                change: of_partner(changes.as_ref(), position),
                moves: of_partner(moves.as_ref(), position),
                points: history
                    .as_ref()
                    .and_then(|history| history.points.get(position))
                    .map(|points| Cow::Borrowed(points.as_slice())),
                rows: partner
                    .usage
                    .iter()
                    .filter(|row| on.contains(&(row.sheet, row.row)))
                    .map(Cow::Borrowed)
                    .collect(),
                findings,
            })
            .collect();
        Part { common, judged }
    }

    /// The review that all parts make, without what stays behind, and the folders of its partners.
    ///
    /// # Errors
    /// If a partner is missing or there twice.
    pub fn of_parts(common: Common, mut judged: Vec<Judged<'_>>) -> Result<(Self, Vec<String>), PartsError> {
        judged.sort_by_key(|judged| judged.position);
        for (n, one) in judged.iter().enumerate() {
            if one.position > n || one.position >= common.partners {
                return Err(PartsError::Missing(n + 1, common.partners));
            }
            if one.position < n {
                return Err(PartsError::Doubled(one.position + 1));
            }
            if !one.fits(&common.ruleset) {
                return Err(PartsError::Broken(n + 1));
            }
            let told = [one.change.is_some(), one.moves.is_some(), one.points.is_some()];
            if told != [common.compared, common.compared, common.history.is_some()] {
                return Err(PartsError::Comparison(n + 1));
            }
        }
        if judged.len() < common.partners {
            return Err(PartsError::Missing(judged.len() + 1, common.partners));
        }
        let mut folders = Vec::with_capacity(judged.len());
        let mut partners = Vec::with_capacity(judged.len());
        let mut assessments = Vec::with_capacity(judged.len());
        let (mut changes, mut moves, mut points) = (Vec::new(), Vec::new(), Vec::new());
        let mut findings = common.findings;
        for one in judged {
            folders.push(one.folder.into_owned());
            let usage = one.rows.into_iter().map(Cow::into_owned).collect();
            partners.push(Partner { usage, ..one.partner.into_owned() });
            assessments.push(one.assessment.into_owned());
            changes.extend(one.change.map(Cow::into_owned));
            moves.extend(one.moves.map(Cow::into_owned));
            points.extend(one.points.map(Cow::into_owned));
            findings.extend(one.findings.into_iter().map(Cow::into_owned));
        }
        let (books, sheets) = common.books.into_iter().map(PartBook::parts).unzip();
        let review = Self {
            ruleset: common.ruleset,
            as_of: common.as_of,
            reference_month: common.reference_month,
            market_list: common.market_list,
            books,
            sheets,
            portfolio: Portfolio { partners, months: common.months, ..Portfolio::default() },
            assessments,
            findings: arrange(findings),
            changes: common.compared.then_some(changes),
            moves: common.compared.then_some(moves),
            settings: common.settings,
            history: common.history.map(|past| History {
                tiers: past.tiers,
                points,
                findings: past.findings,
                says_subjects: past.says_subjects,
            }),
        };
        Ok((review, folders))
    }
}

/// What is said of the partner at a position, where anything is said of partners.
fn of_partner<T: Clone>(all: Option<&Vec<T>>, position: usize) -> Option<Cow<'_, T>> {
    all.and_then(|all| all.get(position)).map(Cow::Borrowed)
}

impl Judged<'_> {
    /// Whether every position in the verdict is one of the rules and of the partner's people: a shard may come from
    /// anywhere.
    fn fits(&self, rules: &Ruleset) -> bool {
        let Assessment { tier, could_be, requirements, people, people_by_path, plan, outlook, .. } = &*self.assessment;
        let tiers = [*tier, *could_be, plan.target, plan.tier_when_done].into_iter();
        let falls = outlook.expiries.iter().map(|expiry| expiry.falls_to);
        let falls = falls.chain(outlook.people.iter().map(|person| person.falls_to));
        let falls = falls.chain(outlook.customers.iter().map(|customer| customer.falls_to));
        let of_requirements = requirements.iter().map(|requirement| Some(requirement.tier));
        let paths = rules.people.paths.len();
        let both = self.partner.people.iter().zip(people);
        tiers.chain(falls).chain(of_requirements).flatten().all(|tier| tier < rules.tiers.len())
            && people_by_path.len() <= paths
            && people.len() == self.partner.people.len()
            && people.iter().flat_map(|person| &person.qualifies_by).all(|&path| path < paths)
            && both.into_iter().all(|(person, verdict)| {
                person.roster.len() == verdict.roster.len()
                    && verdict.held.iter().all(|held| held.row < person.roster.len())
            })
    }
}

impl PartBook {
    fn parts(self) -> (Book, Vec<SheetFacts>) {
        let sheets = self.sheets.into_iter().map(|name| SheetBuilder::new(name, true).finish()).collect();
        let book = Book { label: self.label, sha256: self.sha256, format: None, sheets, findings: Vec::new() };
        let facts = self.facts.into_iter().map(|f| SheetFacts {
            sheet: f.sheet,
            role: f.role,
            header_row: f.header_row,
            columns: Vec::new(),
            rows: f.rows,
            usage: Vec::new(),
            roster: Vec::new(),
            partners: Vec::new(),
        });
        (book, facts.collect())
    }
}
