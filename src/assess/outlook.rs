//! What could cost a tier that is held, looking ahead: credentials that expire before the next review or the
//! anniversary, a single person or customer that it hangs on, thin margins. None of it sets `at_risk`.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ustr::Ustr;

use super::{Assessment, Held, Judge, Metric, people};
use crate::portfolio::Partner;

/// Months from one review to the next. How often reviews are held is a habit of the programme, not a rule of a
/// competency, so no ruleset says it.
const REVIEW_MONTHS: i8 = 3;

/// People, and customers, that are named; of further ones only the number is kept.
const NAMED: usize = 3;

/// What could cost the tier that a partner holds; empty for a partner without a tier, but for the two days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outlook {
    /// The day of the next review: three months after the as-of date, the last of a month after the last of a month.
    pub next_review: Option<Date>,
    /// The next anniversary on or after the as-of date, where the partners sheet gives one.
    pub anniversary: Option<Date>,
    /// Credentials whose expiry costs the tier by one of these days, in the order of their expiry.
    pub expiries: Vec<Expiry>,
    /// People without each of whom the tier is lost, the deepest fall first; at most a few.
    pub people: Vec<PersonLoss>,
    /// How many more such people there are.
    pub more_people: u64,
    /// Customers without each of which the tier is lost, the largest first; at most a few.
    pub customers: Vec<CustomerLoss>,
    /// How many more such customers there are.
    pub more_customers: u64,
    /// Requirements of the tier with less to spare than the ruleset asks for.
    pub margins: Vec<Margin>,
}

/// A credential that the tier rests on and that expires before one of the days ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiry {
    /// Position of the person among the partner's people.
    pub person: usize,
    /// The credential.
    pub credential: Ustr,
    /// The last day on which it counts.
    pub expires: Date,
    /// Whether the tier is lost by the next review.
    pub before_review: bool,
    /// Whether the tier is lost by the anniversary.
    pub before_anniversary: bool,
    /// The tier that is left on the first of these days, once everything that expires before it is gone.
    pub falls_to: Option<usize>,
}

/// A person that the tier hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLoss {
    /// Position among the partner's people.
    pub person: usize,
    /// The tier that is left without them.
    pub falls_to: Option<usize>,
}

/// A customer that the tier hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerLoss {
    /// Position among the assessment's customers.
    pub customer: usize,
    /// The tier that is left without it.
    pub falls_to: Option<usize>,
}

/// A requirement that is met with little to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margin {
    /// Which figure.
    pub metric: Metric,
    /// What is there above the threshold.
    pub spare: u64,
    /// The threshold.
    pub required: u64,
}

impl Outlook {
    /// Whether nothing threatens the tier.
    pub fn is_empty(&self) -> bool {
        self.expiries.is_empty() && self.people.is_empty() && self.customers.is_empty() && self.margins.is_empty()
    }
}

/// Looks ahead from what was decided.
pub(super) fn outlook(judge: &Judge<'_>, partner: &Partner, judged: &Assessment) -> Outlook {
    let next_review = next_review(judge.as_of);
    let anniversary = partner.anniversary.and_then(|day| next_anniversary(day, judge.as_of));
    let mut outlook = Outlook { next_review, anniversary, ..Outlook::default() };
    if judged.tier.is_some() {
        outlook.expiries = expiries(judge, judged, next_review, anniversary);
        (outlook.people, outlook.more_people) = named(people_losses(judge, judged));
        (outlook.customers, outlook.more_customers) = named(customer_losses(judge, judged));
        outlook.margins = margins(judge, judged);
    }
    outlook
}

/// The first few, and how many more there are.
fn named<T>(mut all: Vec<T>) -> (Vec<T>, u64) {
    let more = all.len().saturating_sub(NAMED) as u64;
    all.truncate(NAMED);
    (all, more)
}

/// Reviews are as of the last day of a month as a rule, and so is the next one.
fn next_review(as_of: Date) -> Option<Date> {
    let day = as_of.checked_add(REVIEW_MONTHS.months()).ok()?;
    Some(if as_of == as_of.last_of_month() { day.last_of_month() } else { day })
}

/// The first day on or after `from` that is an anniversary; of 29 February, the last of February.
fn next_anniversary(day: Date, from: Date) -> Option<Date> {
    let in_year = |year: i16| {
        let first = Date::new(year, day.month(), 1).ok()?;
        Date::new(year, day.month(), day.day().min(first.days_in_month())).ok()
    };
    in_year(from.year()).filter(|day| *day >= from).or_else(|| in_year(from.year().checked_add(1)?))
}

/// The paths that each person still meets with the credentials that `lasts` keeps.
fn paths_left(judge: &Judge<'_>, judged: &Assessment, lasts: &dyn Fn(&Held) -> bool) -> Vec<Vec<usize>> {
    let left = |held: &[Held]| {
        let ids: Vec<Ustr> = held.iter().filter(|held| lasts(held)).map(|held| held.credential).collect();
        people::paths_met(judge, &ids)
    };
    judged.people.iter().map(|person| left(&person.held)).collect()
}

fn expiries(judge: &Judge<'_>, judged: &Assessment, review: Option<Date>, anniversary: Option<Date>) -> Vec<Expiry> {
    let mut found: Vec<Expiry> = Vec::new();
    let mut days: Vec<(Date, bool)> = review.map(|day| (day, true)).into_iter().collect();
    days.extend(anniversary.map(|day| (day, false)));
    days.sort_by_key(|(day, _)| *day);
    for (day, is_review) in days {
        // A credential counts on the day on which it expires.
        let lasts = |held: &Held| held.expires.is_none_or(|expires| expires >= day);
        let left = paths_left(judge, judged, &lasts);
        let falls_to = judge.tier(judged.market, judged.counted.active_users, counted(judge, &left));
        if falls_to >= judged.tier {
            continue;
        }
        for (person, (verdict, left)) in judged.people.iter().zip(&left).enumerate() {
            let lost = || verdict.qualifies_by.iter().filter(|path| !left.contains(path));
            for held in verdict.held.iter().filter(|held| !lasts(held)) {
                let needs = |path: &usize| {
                    judge.rules.people.paths.get(*path).is_some_and(|path| path.all_of.contains(&held.credential))
                };
                let (true, Some(expires)) = (lost().any(needs), held.expires) else { continue };
                let known = found.iter_mut().find(|e| e.person == person && e.credential == held.credential);
                match known {
                    Some(known) => {
                        known.before_review |= is_review;
                        known.before_anniversary |= !is_review;
                    }
                    None => found.push(Expiry {
                        person,
                        credential: held.credential,
                        expires,
                        before_review: is_review,
                        before_anniversary: !is_review,
                        falls_to,
                    }),
                }
            }
        }
    }
    found.sort_by_key(|expiry| (expiry.expires, expiry.person)); // stable: then in the order of the ruleset
    found
}

fn counted(judge: &Judge<'_>, met: &[Vec<usize>]) -> u64 {
    let paths = judge.rules.people.paths.len();
    people::counted(judge, met.iter().map(|met| (0..paths).map(|path| met.contains(&path))))
}

fn people_losses(judge: &Judge<'_>, judged: &Assessment) -> Vec<PersonLoss> {
    let without = |person: &super::PersonVerdict| {
        let by_path: Vec<u64> = judged
            .people_by_path
            .iter()
            .enumerate()
            .map(|(path, count)| count.saturating_sub(u64::from(person.qualifies_by.contains(&path))))
            .collect();
        let left = if judge.rules.people.combine_paths {
            judged.people_by_any.saturating_sub(1)
        } else {
            by_path.into_iter().max().unwrap_or(0)
        };
        judge.tier(judged.market, judged.counted.active_users, left)
    };
    let counting = judged.people.iter().enumerate().filter(|(_, person)| !person.qualifies_by.is_empty());
    let all = counting.map(|(position, person)| PersonLoss { person: position, falls_to: without(person) });
    let mut losses: Vec<PersonLoss> = all.filter(|loss| loss.falls_to < judged.tier).collect();
    losses.sort_by_key(|loss| loss.falls_to); // stable: then in the order of the partner's people
    losses
}

fn customer_losses(judge: &Judge<'_>, judged: &Assessment) -> Vec<CustomerLoss> {
    let without = |entitlements: u64| {
        let left = judged.counted.active_users.saturating_sub(entitlements);
        judge.tier(judged.market, left, judged.people_counted)
    };
    // Largest first, so the first that the tier can do without ends the list.
    let all = judged.customers.iter().enumerate();
    all.map(|(customer, sum)| CustomerLoss { customer, falls_to: without(sum.entitlements) })
        .take_while(|loss| loss.falls_to < judged.tier)
        .collect()
}

fn margins(judge: &Judge<'_>, judged: &Assessment) -> Vec<Margin> {
    let of_tier = judged.requirements.iter().filter(|r| Some(r.tier) == judged.tier);
    let thin = of_tier.filter(|r| {
        // Where people meet several paths, one of them may be to spare though the count is exactly the threshold.
        if r.metric == Metric::People && people_losses(judge, judged).is_empty() {
            return false;
        }
        let spare = r.actual.saturating_sub(r.required);
        u128::from(spare) * 100 < u128::from(r.required) * u128::from(judge.rules.risk.spare_percent)
    });
    thin.map(|r| Margin { metric: r.metric, spare: r.actual.saturating_sub(r.required), required: r.required })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_review_is_three_months_on_at_the_end_of_a_month_if_this_one_was() {
        assert_eq!(next_review(date(2026, 9, 30)), Some(date(2026, 12, 31)));
        assert_eq!(next_review(date(2026, 11, 30)), Some(date(2027, 2, 28)));
        assert_eq!(next_review(date(2026, 9, 15)), Some(date(2026, 12, 15)));
    }

    #[test]
    fn the_next_anniversary_is_today_at_the_earliest_whatever_its_year() {
        let from = date(2026, 9, 30);
        assert_eq!(next_anniversary(date(2019, 9, 30), from), Some(from));
        assert_eq!(next_anniversary(date(2019, 9, 29), from), Some(date(2027, 9, 29)));
        assert_eq!(next_anniversary(date(2031, 10, 1), from), Some(date(2026, 10, 1)));
        assert_eq!(next_anniversary(date(2024, 2, 29), from), Some(date(2027, 2, 28)));
    }
}
