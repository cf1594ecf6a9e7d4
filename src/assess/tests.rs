//! Judging by hand-made facts; every expectation is worked out from the rule's text.

use jiff::civil::{Date, date};
use ustr::ustr;

use super::{Action, Assessment, Judge, PersonLoss, Risk, Step, apply, assess};
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
        month_or: None,
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
        nobodys: Vec::new(),
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
    let silver = [Action::PassExam { person: 0, credential: ustr("70-347"), alternatives: vec![], gain: 1 }];
    assert_eq!((plan.target, &plan.actions[..]), (Some(0), &silver[..]));

    let people = vec![
        with_exams("Ann"),
        person("Cid", vec![credential(1, "70-347")]),
        person("Eve", vec![credential(1, "70-347")]),
    ];
    let plan = judged(&partner(vec![usage(1, "A", 4400)], people)).plan;
    let gold = [Action::PassExam { person: 1, credential: ustr("70-346"), alternatives: vec![2], gain: 1 }];
    assert_eq!((plan.target, &plan.actions[..]), (Some(1), &gold[..]));

    let plan = judged(&partner(vec![usage(1, "A", 4400)], vec![with_exams("Ann")])).plan;
    assert_eq!(plan.actions, [Action::CertifyPerson { people: 1, path: 0, gain: 1 }]);
}

#[test]
fn a_person_by_certification_is_joined_by_another_on_the_same_path() {
    let mcsa = person("Bob", vec![credential(1, "mcsa-office-365")]);
    let near = person("Cid", vec![credential(1, "70-346")]);
    let plan = judged(&partner(vec![usage(1, "A", 4400)], vec![mcsa, near])).plan;
    // One more by certification closes Gold; the exams path would need two people.
    assert_eq!(plan.actions, [Action::CertifyPerson { people: 1, path: 1, gain: 1 }]);
    assert_eq!(plan.tier_when_done, Some(1));
}

#[test]
fn a_step_on_a_path_that_does_not_lead_counts_with_a_later_one() {
    // Bob counts by certification; the exams path is at none, and counts more than that only once two have passed.
    let people = vec![
        person("Ann", vec![credential(1, "70-346")]),
        person("Bob", vec![credential(1, "mcsa-office-365")]),
        person("Cid", vec![credential(1, "70-347")]),
    ];
    let plan = judged(&partner(vec![usage(1, "A", 4400)], people)).plan;
    let gains: Vec<u64> = plan
        .actions
        .iter()
        .filter_map(|action| match action {
            Action::PassExam { gain, .. } => Some(*gain),
            _ => None,
        })
        .collect();
    assert_eq!((gains, plan.tier_when_done), (vec![0, 1], Some(1)));
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

/// A partner with a tier, whose anniversary is 2026-11-15.
fn held(usage: Vec<UsageRow>, people: Vec<Person>) -> Partner {
    Partner { anniversary: Some(date(2020, 11, 15)), ..partner(usage, people) }
}

fn until(name: &str, id: &str, expires: Date) -> Person {
    let row = RosterRow { expires: Read::Value(expires), expires_col: Some(4), ..credential(1, id) };
    person(name, vec![row])
}

#[test]
fn a_tier_that_one_person_or_one_customer_holds_is_told_and_is_not_at_risk() {
    // 2,300 of 2,000 is 15 % to spare. Without A 1,500 are left, without B 1,600, without C 1,500; without D 2,300.
    let rows = vec![usage(1, "A", 800), usage(2, "B", 700), usage(3, "C", 800), usage(4, "D", 0)];
    let assessment = judged(&held(rows, vec![with_exams("Ann")]));
    assert_eq!((assessment.tier, assessment.at_risk()), (Some(0), false));
    let outlook = &assessment.outlook;
    assert_eq!(outlook.people, [PersonLoss { person: 0, falls_to: None }]);
    let names: Vec<_> = outlook.customers.iter().map(|loss| assessment.customers[loss.customer].customer).collect();
    assert_eq!(names, [Some(ustr("A")), Some(ustr("C")), Some(ustr("B"))]);
    assert!(outlook.customers.iter().all(|loss| loss.falls_to.is_none()));
    assert_eq!((outlook.more_people, outlook.more_customers), (0, 0));
}

#[test]
fn gold_falls_to_silver_where_what_is_left_is_enough_for_it() {
    // Gold needs 4,000 and two people. Without A 2,600 are left: Silver. Without B 3,000: Silver.
    let people = vec![with_exams("Ann"), with_exams("Bob")];
    let assessment = judged(&held(vec![usage(1, "A", 3000), usage(2, "B", 2600)], people));
    assert_eq!(assessment.tier, Some(1));
    let falls: Vec<_> = assessment.outlook.customers.iter().map(|loss| loss.falls_to).collect();
    assert_eq!(falls, [Some(0), Some(0)]);
    let people: Vec<_> = assessment.outlook.people.iter().map(|loss| (loss.person, loss.falls_to)).collect();
    assert_eq!(people, [(0, Some(0)), (1, Some(0))]);
}

#[test]
fn of_many_that_a_tier_hangs_on_three_are_named_and_the_rest_counted() {
    // Five customers of 400 are exactly 2,000: each of them matters.
    let rows = (1..=5).map(|n| usage(n, &format!("C{n}"), 400)).collect();
    let outlook = judged(&held(rows, vec![with_exams("Ann"), with_exams("Bob")])).outlook;
    assert_eq!((outlook.customers.len(), outlook.more_customers), (3, 2));
    assert!(outlook.people.is_empty(), "either is enough for Silver");
}

#[test]
fn nobody_is_a_single_person_where_two_paths_meet_the_number() {
    let rows = vec![usage(1, "A", 1500), usage(2, "B", 1500)];
    let people = vec![with_exams("Ann"), person("Bob", vec![credential(3, "mcsa-office-365")])];
    let outlook = judged(&held(rows, people)).outlook;
    assert!(outlook.people.is_empty(), "one by exams, one by certification: either path gives one person");
    assert!(outlook.margins.is_empty(), "so there is one to spare");
}

#[test]
fn credentials_that_expire_before_the_next_review_or_the_anniversary_are_told_with_what_comes_first() {
    let told = |expires: Date| {
        let people = vec![until("Ann", "mcsa-office-365", expires)];
        let outlook = judged(&held(vec![usage(1, "A", 1500), usage(2, "B", 1500)], people)).outlook;
        assert_eq!((outlook.next_review, outlook.anniversary), (Some(date(2026, 12, 31)), Some(date(2026, 11, 15))));
        outlook.expiries.first().map(|e| (e.before_review, e.before_anniversary, e.falls_to))
    };
    assert_eq!(told(date(2026, 11, 14)), Some((true, true, None)));
    assert_eq!(told(date(2026, 11, 15)), Some((true, false, None)), "it counts on the day itself");
    assert_eq!(told(date(2026, 12, 30)), Some((true, false, None)));
    assert_eq!(told(date(2026, 12, 31)), None);
}

#[test]
fn a_credential_that_a_tier_can_do_without_is_no_risk_ahead() {
    let people = vec![until("Ann", "mcsa-office-365", date(2026, 10, 31)), with_exams("Bob")];
    let outlook = judged(&held(vec![usage(1, "A", 2000), usage(2, "B", 2000)], people)).outlook;
    assert!(outlook.expiries.is_empty());
    assert!(outlook.is_empty(), "{outlook:?}");
}

fn then(partner: &Partner, steps: &[Step]) -> Assessment {
    let rules = rules();
    let judge = Judge::new(&rules, DPOR, AS_OF, Month::new(2026, 9).unwrap());
    judged(&apply(&judge, partner, steps))
}

#[test]
fn what_if_changes_facts_and_leaves_the_rules_to_judge_them() {
    let mut foreign = usage(2, "B", 700);
    foreign.associations.bits = 0;
    let mut twin = foreign.clone(); // the same row with another count: the smaller one counts
    (twin.row, twin.count) = (3, Read::Value(900));
    let mut trial = usage(4, "C", 500);
    trial.trial = Trial::Name;
    let mut august = trial.clone();
    (august.row, august.month) = (5, Read::Value(Month::new(2026, 8).unwrap()));
    let near = person("Ann", vec![credential(1, "70-346")]);
    let it = partner(vec![usage(1, "A", 900), foreign, twin, trial, august], vec![near]);
    let rows = |name: &str| {
        let all = super::customers_of(&it);
        all.into_iter().find(|customer| customer.display() == name).unwrap().rows
    };
    assert_eq!(then(&it, &[]), judged(&it), "no change changes nothing");
    assert_eq!(then(&it, &[Step::Associate(rows("B"))]).counted.active_users, 1600);
    assert_eq!(then(&it, &[Step::ConvertTrial(rows("C"))]).counted.active_users, 1400, "August still does not count");
    assert_eq!(then(&it, &[Step::WithoutCustomer(rows("A"))]).counted.active_users, 0);
    let pass = Step::Hold { person: 0, credential: ustr("70-347") };
    assert_eq!(then(&it, std::slice::from_ref(&pass)).people_counted, 1);
    let all = [Step::Associate(rows("B")), Step::ConvertTrial(rows("C")), pass];
    assert_eq!((then(&it, &all).counted.active_users, then(&it, &all).tier), (2100, Some(0)));
    let more = Step::AddUsers { users: 1100, workload: None };
    assert_eq!(then(&it, &[more, Step::AddPeople(2)]).tier, Some(0), "2,000 and two people");
    let teams = Step::AddUsers { users: 5000, workload: Some(ustr("teams")) };
    assert_eq!(then(&it, &[teams]).counted.active_users, 900, "Teams does not count");
    let gone = [Step::AddPeople(1), Step::WithoutPerson(0)];
    assert_eq!(then(&it, &gone).people.len(), 1, "those who were added stay");
}

#[test]
fn the_steps_of_the_plan_give_the_tier_that_the_plan_promises() {
    let mut foreign = usage(2, "B", 700);
    foreign.associations.bits = 0;
    let it = partner(vec![usage(1, "A", 900), foreign], vec![person("Ann", vec![credential(1, "70-346")])]);
    let plan = judged(&it).plan;
    let steps: Vec<Step> = plan
        .actions
        .iter()
        .zip(plan.usage_rows.iter().cloned().chain(std::iter::repeat(Vec::new())))
        .map(|(action, rows)| match action {
            Action::AssociateCustomer { .. } => Step::Associate(rows),
            Action::ConvertTrial { .. } => Step::ConvertTrial(rows),
            Action::GrowUsage { active_users } => Step::AddUsers { users: *active_users, workload: None },
            Action::PassExam { person, credential, .. } => Step::Hold { person: *person, credential: *credential },
            Action::CertifyPerson { people, .. } => Step::AddPeople(*people as u32),
        })
        .collect();
    assert_eq!(steps.len(), 3, "associate B, grow by 400, Ann passes 70-347");
    assert_eq!(then(&it, &steps).tier, plan.tier_when_done);
    assert_eq!(plan.tier_when_done, Some(0));
}
