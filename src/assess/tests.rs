//! Judging by hand-made facts; every expectation is worked out from the rule's text.

use jiff::civil::{Date, date};
use ustr::ustr;

use super::{Action, Assessment, Judge, Risk, assess};
use crate::facts::{
    Associations, Credential, Market, Month, PartnerClaim, Read, RosterRow, SheetRef, Status, Trial, UsageRow, Workload,
};
use crate::portfolio::{MarketBasis, Partner, Person};
use crate::review::Change;
use crate::rules::{Ruleset, shipped};

const SHEET: SheetRef = SheetRef { file: 0, sheet: 0 };
const DPOR: u32 = 1;

fn usage(row: u32, customer: &str, count: u64) -> UsageRow {
    UsageRow {
        sheet: SHEET,
        row,
        count_col: 5,
        partner: PartnerClaim::default(),
        market: Read::NoColumn,
        country: None,
        customer_id: None,
        customer_name: Some(ustr(customer)),
        workload: Read::Value(Workload::Known(ustr("exchange-online"))),
        sku: Some(ustr("E3")),
        trial: Trial::No,
        associations: Associations { bits: DPOR, unknown: false },
        month: Read::Value(Month::new(2026, 9).unwrap()),
        count: Read::Value(count),
    }
}

fn credential(row: u32, id: &str) -> RosterRow {
    RosterRow {
        sheet: SHEET,
        row,
        credential_col: 2,
        partner: PartnerClaim::default(),
        country: None,
        person_id: None,
        email: None,
        name: None,
        credential: Read::Value(Credential { id: Some(ustr(id)), text: ustr(id) }),
        status: Read::NoColumn,
        achieved: Read::Value(date(2016, 1, 1)),
        expires: Read::NoColumn,
        status_col: None,
        achieved_col: Some(3),
        expires_col: None,
    }
}

fn person(name: &str, roster: Vec<RosterRow>) -> Person {
    Person { ids: Vec::new(), emails: Vec::new(), name: Some(ustr(name)), roster }
}

fn with_exams(name: &str) -> Person {
    person(name, vec![credential(1, "70-346"), credential(2, "70-347")])
}

fn partner(usage: Vec<UsageRow>, people: Vec<Person>) -> Partner {
    Partner {
        id: Some(ustr("1234567")),
        name: Some(ustr("Contoso")),
        country: None,
        market: Some(Market::Developed),
        market_basis: MarketBasis::PartnersSheet,
        language: None,
        email: None,
        current_tier: None,
        anniversary: None,
        usage,
        people,
        sheets: vec![SHEET],
    }
}

fn rules() -> Ruleset {
    shipped()[0].ruleset().unwrap()
}

const AS_OF: Date = date(2026, 9, 30);

fn judged_by(rules: &Ruleset, partner: &Partner, previous: Option<&Change>) -> Assessment {
    let judge = Judge::new(rules, DPOR, AS_OF, Month::new(2026, 9).unwrap());
    assess(&judge, partner, 0, previous).0
}

fn judged(partner: &Partner) -> Assessment {
    judged_by(&rules(), partner, None)
}

#[test]
fn an_unreadable_count_could_be_any_number_but_people_still_bound_the_tier() {
    let mut bad = usage(2, "B", 0);
    bad.count = Read::Unreadable { best: None };
    let one = judged(&partner(vec![usage(1, "A", 10), bad.clone()], vec![with_exams("Ann")]));
    assert_eq!((one.tier, one.could_be), (None, Some(0)), "one person: Silver at best");
    let two = judged(&partner(vec![usage(1, "A", 10), bad], vec![with_exams("Ann"), with_exams("Bob")]));
    assert_eq!((two.tier, two.could_be), (None, Some(1)));
}

#[test]
fn a_count_with_two_readings_could_be_the_larger_one_and_no_more() {
    let ambiguous = |best| {
        let mut row = usage(2, "B", 0);
        row.count = Read::Unreadable { best: Some(best) };
        judged(&partner(vec![usage(1, "A", 1000), row], vec![with_exams("Ann")])).could_be
    };
    assert_eq!(ambiguous(1000), Some(0));
    assert_eq!(ambiguous(999), None);
}

#[test]
fn what_is_plainly_said_is_no_open_problem() {
    let mut trial = usage(2, "B", 5000);
    trial.trial = Trial::Name;
    let mut foreign = usage(3, "C", 5000);
    foreign.associations.bits = 0;
    let mut unreadable_trial = trial.clone();
    unreadable_trial.count = Read::Unreadable { best: None };
    let assessment = judged(&partner(vec![trial, foreign, unreadable_trial], vec![with_exams("Ann")]));
    assert_eq!((assessment.tier, assessment.could_be), (None, None));
}

#[test]
fn an_unknown_association_or_workload_could_count() {
    let mut association = usage(1, "A", 2000);
    association.associations = Associations { bits: 0, unknown: true };
    let mut workload = usage(1, "A", 2000);
    workload.workload = Read::Value(Workload::Unknown(ustr("Planner")));
    for row in [association, workload] {
        assert_eq!(judged(&partner(vec![row], vec![with_exams("Ann")])).could_be, Some(0));
    }
}

#[test]
fn of_three_different_counts_the_smallest_counts_and_the_largest_could() {
    let rows = vec![usage(1, "A", 2500), usage(2, "A", 1900), usage(3, "a ", 2100)];
    let judge_rules = rules();
    let judge = Judge::new(&judge_rules, DPOR, AS_OF, Month::new(2026, 9).unwrap());
    let (assessment, findings) = assess(&judge, &partner(rows, vec![with_exams("Ann")]), 0, None);
    assert_eq!(assessment.counted.active_users, 1900);
    assert_eq!((assessment.tier, assessment.could_be), (None, Some(0)));
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].cell.unwrap().a1(), "F3");
    assert_eq!(findings[0].also.iter().map(|c| c.a1()).collect::<Vec<_>>(), ["F2", "F4"]);
}

#[test]
fn an_empty_credential_could_be_the_missing_exam() {
    let mut blank = credential(3, "x");
    blank.credential = Read::Blank;
    let people = vec![person("Ann", vec![credential(1, "70-346"), blank])];
    let assessment = judged(&partner(vec![usage(1, "A", 2000)], people));
    assert_eq!((assessment.tier, assessment.could_be), (None, Some(0)));
    assert_eq!(assessment.people[0].missing, [ustr("70-347")]);
}

#[test]
fn of_two_rows_of_one_exam_the_one_that_lasts_longest_counts() {
    let mut short = credential(1, "70-346");
    short.expires = Read::Value(date(2026, 10, 1));
    let lasting = credential(5, "70-346");
    let people = vec![person("Ann", vec![short, lasting, credential(2, "70-347")])];
    let assessment = judged(&partner(vec![usage(1, "A", 3000)], people));
    assert_eq!(assessment.tier, Some(0));
    assert!(assessment.people[0].roster[1].reasons.is_empty());
    assert_eq!(assessment.people[0].roster[0].reasons.roster().map(|r| r.as_str()).collect::<Vec<_>>(), ["duplicate"]);
    assert!(assessment.risks.is_empty(), "{:?}", assessment.risks);
}

#[test]
fn a_tier_rests_on_an_expiring_credential_only_if_it_would_not_stand_without() {
    let expiring = |days: Date| {
        let mut exam = credential(1, "70-346");
        exam.expires = Read::Value(days);
        person("Ann", vec![exam, credential(2, "70-347")])
    };
    // 180 days after 2026-09-30 is 2027-03-29.
    let risks = |people: Vec<Person>| judged(&partner(vec![usage(1, "A", 3000)], people)).risks;
    assert_eq!(
        risks(vec![expiring(date(2027, 3, 29))]),
        [Risk::ExpiringCredential { person: 0, credential: ustr("70-346"), expires: date(2027, 3, 29) }]
    );
    assert_eq!(risks(vec![expiring(date(2027, 3, 30))]), []);
    assert_eq!(risks(vec![expiring(date(2026, 12, 1)), with_exams("Bob")]), []);
}

#[test]
fn less_than_ten_percent_to_spare_is_at_risk() {
    let risks = |count| judged(&partner(vec![usage(1, "A", count)], vec![with_exams("Ann")])).risks;
    assert_eq!(risks(2199), [Risk::ThinMargin { spare: 199, required: 2000 }]);
    assert_eq!(risks(2200), []);
}

#[test]
fn every_drop_since_the_previous_review_is_a_risk() {
    let previous =
        Change { known: true, tier: "gold".into(), entitlements: 5000, people: 2, as_of: "2026-06-30".into() };
    let now = partner(vec![usage(1, "A", 3000)], vec![with_exams("Ann")]);
    assert_eq!(
        judged_by(&rules(), &now, Some(&previous)).risks,
        [
            Risk::TierDropped { from: "gold".into(), to: "silver".into() },
            Risk::EntitlementsDropped { from: 5000, to: 3000 },
            Risk::PeopleDropped { from: 2, to: 1 },
        ]
    );
    let same = Change { tier: "silver".into(), entitlements: 3000, people: 1, ..previous };
    assert_eq!(judged_by(&rules(), &now, Some(&same)).risks, []);
}

#[test]
fn mixed_paths_count_only_where_the_ruleset_says_so() {
    let people = vec![with_exams("Ann"), person("Bob", vec![credential(3, "mcsa-office-365")])];
    let both = partner(vec![usage(1, "A", 4400)], people);
    let strict = judged(&both);
    assert_eq!((strict.tier, strict.people_counted, strict.people_by_any), (Some(0), 1, 2));
    let mut combined = rules();
    combined.people.combine_paths = true;
    assert_eq!(judged_by(&combined, &both, None).tier, Some(1));
}

#[test]
fn the_plan_takes_customers_then_trials_then_growth_and_stops_when_the_gap_is_closed() {
    let mut rows = vec![usage(1, "Counted", 1000)];
    for (row, customer, count) in [(2, "Small", 100), (3, "Large", 500), (4, "Large", 30)] {
        let mut usage = usage(row, customer, count);
        usage.associations.bits = 0;
        usage.sku = Some(ustr(if row == 4 { "E1" } else { "E3" }));
        rows.push(usage);
    }
    let mut trial = usage(5, "Trial", 200);
    trial.trial = Trial::Column;
    rows.push(trial);
    // The same row as the counted one but for the association would be a duplicate: it adds nothing.
    let mut twin = usage(6, "Counted", 900);
    twin.associations.bits = 0;
    rows.push(twin);
    let plan = judged(&partner(rows, vec![with_exams("Ann")])).plan;
    assert_eq!(plan.target, Some(0));
    let customer = |name: &str| Some(ustr(name));
    assert_eq!(
        plan.actions,
        [
            Action::AssociateCustomer { customer_id: None, customer: customer("Large"), active_users: 530 },
            Action::AssociateCustomer { customer_id: None, customer: customer("Small"), active_users: 100 },
            Action::ConvertTrial { customer_id: None, customer: customer("Trial"), active_users: 200 },
            Action::GrowUsage { active_users: 170 },
        ]
    );
    assert_eq!(plan.tier_when_done, Some(0));
}

#[test]
fn the_plan_names_people_one_exam_away_then_how_many_more() {
    let near = person("Cid", vec![credential(1, "70-346")]);
    let far = person("Dee", Vec::new());
    let plan = judged(&partner(vec![usage(1, "A", 4400)], vec![near, far])).plan;
    let silver = [Action::PassExam { person: 0, credential: ustr("70-347"), alternatives: vec![] }];
    assert_eq!((plan.target, &plan.actions[..]), (Some(0), &silver[..]));

    let people = vec![
        with_exams("Ann"),
        person("Cid", vec![credential(1, "70-347")]),
        person("Eve", vec![credential(1, "70-347")]),
    ];
    let plan = judged(&partner(vec![usage(1, "A", 4400)], people)).plan;
    let gold = [Action::PassExam { person: 1, credential: ustr("70-346"), alternatives: vec![2] }];
    assert_eq!((plan.target, &plan.actions[..]), (Some(1), &gold[..]));

    let plan = judged(&partner(vec![usage(1, "A", 4400)], vec![with_exams("Ann")])).plan;
    assert_eq!(plan.actions, [Action::CertifyPerson { people: 1, path: 0 }]);
}

#[test]
fn a_person_by_certification_is_joined_by_another_on_the_same_path() {
    let mcsa = person("Bob", vec![credential(1, "mcsa-office-365")]);
    let near = person("Cid", vec![credential(1, "70-346")]);
    let plan = judged(&partner(vec![usage(1, "A", 4400)], vec![mcsa, near])).plan;
    // One more by certification closes Gold; the exams path would need two people.
    assert_eq!(plan.actions, [Action::CertifyPerson { people: 1, path: 1 }]);
    assert_eq!(plan.tier_when_done, Some(1));
}

#[test]
fn the_highest_tier_needs_no_plan() {
    let plan = judged(&partner(vec![usage(1, "A", 4400)], vec![with_exams("Ann"), with_exams("Bob")])).plan;
    assert_eq!((plan.target, plan.actions.len(), plan.tier_when_done), (None, 0, Some(1)));
}

#[test]
fn status_and_dates_bound_what_counts() {
    let counts = |change: &dyn Fn(&mut RosterRow)| {
        let mut row = credential(1, "mcsa-office-365");
        change(&mut row);
        let assessment = judged(&partner(Vec::new(), vec![person("Ann", vec![row])]));
        assessment.people[0].roster[0].reasons.roster().map(|r| r.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(counts(&|_| ()), [""; 0]);
    assert_eq!(counts(&|r| r.achieved = Read::Value(AS_OF)), [""; 0]);
    assert_eq!(counts(&|r| r.achieved = Read::Value(date(2026, 10, 1))), ["after-as-of"]);
    assert_eq!(counts(&|r| r.expires = Read::Value(AS_OF)), [""; 0]);
    assert_eq!(counts(&|r| r.expires = Read::Value(date(2026, 9, 29))), ["expired"]);
    assert_eq!(counts(&|r| r.status = Read::Value(Status::NotPassed)), ["not-passed"]);
    assert_eq!(counts(&|r| r.achieved = Read::Blank), ["no-proof"]);
    assert_eq!(counts(&|r| r.achieved = Read::NoColumn), [""; 0]);
    assert_eq!(counts(&|r| (r.achieved, r.status) = (Read::Blank, Read::Value(Status::Passed))), [""; 0]);
    assert_eq!(counts(&|r| (r.achieved, r.status) = (Read::NoColumn, Read::Blank)), ["no-proof"]);
    assert_eq!(counts(&|r| r.credential = Read::Blank), ["unreadable"]);
}
