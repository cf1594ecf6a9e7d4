//! What the reports say, on a small run made by hand: two partners in one export, a wide sheet and a roster.

use std::collections::BTreeMap;

use jiff::civil::date;
use tiergap::assess::*;
use tiergap::facts::*;
use tiergap::finding::{Code, Finding};
use tiergap::intake::{Book, Format, SheetBuilder, Value};
use tiergap::portfolio::{MarketBasis, Partner, Person, Portfolio};
use tiergap::report::content::*;
use tiergap::review::{Change, Review};
use tiergap::rules::*;
use tiergap::text::{Lang, Localizer};
use ustr::{Ustr, ustr};

struct Words;

impl Labels for Words {
    fn label(&self, id: Ustr) -> Option<&str> {
        Some(match id.as_str() {
            "exchange-online" => "Exchange Online",
            "teams" => "Teams",
            "digital-partner-of-record" => "Digital Partner of Record",
            "transacting-partner" => "Transacting Partner",
            "mcsa-office-365" => "MCSA: Office 365",
            _ => return None,
        })
    }
}

const EXPORT: SheetRef = SheetRef { file: 0, sheet: 0 };
const WIDE: SheetRef = SheetRef { file: 1, sheet: 0 };
const ROSTER: SheetRef = SheetRef { file: 2, sheet: 0 };
const ALFA: u32 = 0;
const BETA: usize = 2;

fn reasons(list: &[UsageReason]) -> Reasons {
    let mut reasons = Reasons::default();
    for reason in list {
        reasons.add(*reason as u8);
    }
    reasons
}

fn usage(sheet: SheetRef, row: u32, col: u32, partner: (&str, &str), customer: &str, workload: &str) -> UsageRow {
    UsageRow {
        sheet,
        row,
        count_col: col,
        partner: PartnerClaim { id: Some(ustr(partner.0)), name: Some(ustr(partner.1)) },
        market: Read::NoColumn,
        country: None,
        customer_id: None,
        customer_name: Some(ustr(customer)),
        workload: Read::Value(Workload::Known(ustr(workload))),
        sku: None,
        trial: Trial::No,
        associations: Associations { bits: 1, unknown: false },
        month: Read::NoColumn,
        month_or: None,
        count: Read::Value(0),
    }
}

fn column(col: u32, header: &str, used: ColumnUse) -> tiergap::facts::Column {
    tiergap::facts::Column { col, header: header.to_owned(), used }
}

fn partner(id: &str, name: &str, usage: Vec<UsageRow>, people: Vec<Person>, sheets: Vec<SheetRef>) -> Partner {
    Partner {
        id: Some(ustr(id)),
        name: Some(ustr(name)),
        country: Some(ustr("IT")),
        market: Some(Market::Developed),
        market_basis: MarketBasis::Country,
        language: None,
        email: None,
        current_tier: None,
        anniversary: None,
        usage,
        people,
        nobodys: Vec::new(),
        sheets,
    }
}

fn requirement(tier: usize, metric: Metric, required: u64, actual: u64) -> Requirement {
    let shortfall = required.saturating_sub(actual);
    Requirement { tier, metric, required, actual, shortfall, met: shortfall == 0 }
}

fn assessment(usage: Vec<UsageVerdict>, users: u64, people: u64) -> Assessment {
    Assessment {
        outlook: tiergap::assess::Outlook::default(),
        market: Some(Market::Developed),
        tier: None,
        could_be: None,
        requirements: vec![
            requirement(0, Metric::Entitlements, 2000, users),
            requirement(0, Metric::People, 1, people),
            requirement(1, Metric::Entitlements, 4000, users),
            requirement(1, Metric::People, 2, people),
        ],
        counted: Sum { rows: usage.iter().filter(|v| v.reasons.is_empty()).count() as u64, active_users: users },
        usage,
        customers: Vec::new(),
        not_counted: Vec::new(),
        people: Vec::new(),
        people_by_path: vec![0, people],
        people_by_any: people,
        people_counted: people,
        plan: Plan::default(),
        risks: Vec::new(),
    }
}

fn ruleset() -> Ruleset {
    let path = |id: &str, all: &[&str]| Path { id: id.into(), all_of: all.iter().map(|c| ustr(c)).collect() };
    let tier = |id: &str, entitlements: Threshold, people: u64| TierRule {
        id: id.into(),
        entitlements,
        people: Threshold { developed: people, developing: people },
    };
    Ruleset {
        id: "cloud-productivity-managed-service".into(),
        edition: "2017-06-27".into(),
        competency: "Cloud Productivity".into(),
        option: "Managed Service Partner".into(),
        source: "the programme's page".into(),
        names: BTreeMap::new(),
        sha256: String::new(),
        entitlements: EntitlementRule {
            id: "active-entitlements".into(),
            workloads: vec![ustr("exchange-online")],
            associations: ["digital-partner-of-record", "delegated-administrator", "transacting-partner"]
                .map(ustr)
                .to_vec(),
            trials_count: false,
        },
        people: PeopleRule {
            id: "certified-people".into(),
            combine_paths: false,
            paths: vec![path("exams", &["70-346", "70-347"]), path("certification", &["mcsa-office-365"])],
        },
        tiers: vec![
            tier("silver", Threshold { developed: 2000, developing: 1000 }, 1),
            tier("gold", Threshold { developed: 4000, developing: 4000 }, 2),
        ],
        risk: RiskRule { spare_percent: 10, expiry_days: 180 },
    }
}

fn review() -> Review {
    // A long export of two partners; its name and a free column name Beta.
    let mut export = SheetBuilder::new("Beta Klinik", true);
    let heads = ["MPN ID", "Partner", "Cliente", "Servizio", "SKU", "Utenti", "Mese", "Nota"];
    for (col, head) in heads.iter().enumerate() {
        export.push(2, col as u32, Value::Text(ustr(head)));
    }
    let line = |export: &mut SheetBuilder, row: u32, cells: [&str; 4], users: Value, note: Value| {
        for (col, text) in [0, 2, 3, 4].into_iter().zip(cells) {
            export.push(row, col, if text.is_empty() { Value::Empty } else { Value::Text(ustr(text)) });
        }
        export.push(row, 5, users);
        export.push(row, 6, Value::Date(46_266.0));
        export.push(row, 7, note);
    };
    line(&mut export, 3, ["1234567", "Rossi Bank", "EXO", "E3"], Value::Text(ustr("1.200")), Value::Text(ustr("ok")));
    line(&mut export, 4, ["", "Rossi Bank", "EXO", "E3"], Value::Number(1200.0), Value::Text(ustr("see BÉTA-Klinik")));
    line(&mut export, 5, ["", "Verdi", "EXO", "E3 Trial"], Value::Number(90.0), Value::Number(7_654_321.0));
    line(&mut export, 6, ["7654321", "Klinikum", "EXO", "E3"], Value::Text(ustr("n/a")), Value::Empty);
    line(&mut export, 7, ["7654321", "Klinikum", "EXO", "E5"], Value::Number(50.0), Value::Empty);

    let mut wide = SheetBuilder::new("Sheet1", true);
    for (col, head) in ["Customer", "Exchange Online", "Teams"].iter().enumerate() {
        wide.push(0, col as u32, Value::Text(ustr(head)));
    }
    wide.push(1, 0, Value::Text(ustr("Bianchi")));
    wide.push(1, 1, Value::Number(120.0));
    wide.push(1, 2, Value::Number(80.0));

    let alfa = ("1234567", "Alfa Srl");
    let beta = ("7654321", "Beta Klinik");
    let september = Read::Value(Month::of(date(2026, 9, 1)));
    let rows = vec![
        UsageRow {
            count: Read::Value(1200),
            sku: Some(ustr("E3")),
            month: september,
            ..usage(EXPORT, 3, 5, alfa, "Rossi Bank", "exchange-online")
        },
        UsageRow {
            count: Read::Value(1200),
            sku: Some(ustr("E3")),
            month: september,
            ..usage(EXPORT, 4, 5, alfa, "Rossi Bank", "exchange-online")
        },
        UsageRow {
            count: Read::Value(90),
            sku: Some(ustr("E3 Trial")),
            trial: Trial::Name,
            month: Read::Value(Month::of(date(2026, 8, 1))),
            ..usage(EXPORT, 5, 5, alfa, "Verdi", "exchange-online")
        },
        UsageRow { count: Read::Value(120), ..usage(WIDE, 1, 1, alfa, "Bianchi", "exchange-online") },
        UsageRow { count: Read::Value(80), ..usage(WIDE, 1, 2, alfa, "Bianchi", "teams") },
    ];
    let roster = |row: u32, credential: &str| RosterRow {
        sheet: ROSTER,
        row,
        credential_col: 1,
        partner: PartnerClaim { id: Some(ustr("1234567")), name: None },
        country: None,
        person_id: Some(ustr("9001")),
        email: None,
        name: Some(ustr("Mario Rossi")),
        credential: Read::Value(Credential { id: Some(ustr(credential)), text: ustr(credential) }),
        status: Read::NoColumn,
        achieved: Read::Value(date(2024, 5, 6)),
        expires: Read::NoColumn,
        status_col: None,
        achieved_col: None,
        expires_col: None,
    };
    let mario = Person {
        ids: vec![ustr("9001")],
        emails: vec![],
        name: Some(ustr("Mario Rossi")),
        roster: vec![roster(1, "70-346"), roster(2, "70-347")],
    };
    let verdict = |list: &[UsageReason], entitlements, instead| UsageVerdict {
        reasons: reasons(list),
        entitlements,
        counted_instead: instead,
    };
    let first = CellRef { sheet: EXPORT, row: 3, col: 5 };
    let mut judged = assessment(
        vec![
            verdict(&[], 1200, None),
            verdict(&[UsageReason::Duplicate], 0, Some(first)),
            verdict(&[UsageReason::Trial, UsageReason::OutsideReferenceMonth], 0, None),
            verdict(&[], 120, None),
            verdict(&[UsageReason::WorkloadNotEligible], 0, None),
        ],
        1320,
        0,
    );
    judged.could_be = Some(0);
    judged.customers = [("Rossi Bank", 1200), ("Bianchi", 120)]
        .map(|(name, entitlements)| CustomerSum {
            customer_id: None,
            customer: Some(ustr(name)),
            by_workload: vec![(ustr("exchange-online"), entitlements)],
            entitlements,
        })
        .to_vec();
    judged.not_counted = vec![
        (UsageReason::WorkloadNotEligible, Sum { rows: 1, active_users: 80 }),
        (UsageReason::Trial, Sum { rows: 1, active_users: 90 }),
        (UsageReason::Duplicate, Sum { rows: 1, active_users: 1200 }),
    ];
    let mut late = Reasons::default();
    late.add(RosterReason::NotPassed as u8);
    judged.people = vec![PersonVerdict {
        roster: vec![RosterVerdict { reasons: Reasons::default() }, RosterVerdict { reasons: late }],
        qualifies_by: vec![],
        missing: vec![ustr("70-347")],
        held: vec![Held { credential: ustr("70-346"), achieved: Some(date(2024, 5, 6)), expires: None, row: 0 }],
    }];
    judged.plan = Plan {
        target: Some(0),
        actions: vec![
            Action::AssociateCustomer { customer_id: None, customer: Some(ustr("Neri")), active_users: 420 },
            Action::GrowUsage { active_users: 260 },
            Action::PassExam { person: 0, credential: ustr("70-347"), alternatives: vec![], gain: 1 },
            Action::CertifyPerson { people: 1, path: 0, gain: 1 },
        ],
        usage_rows: vec![],
        tier_when_done: Some(0),
    };
    judged.people_by_any = 1; // two halves of different paths
    let gold = Assessment {
        tier: Some(1),
        could_be: Some(1),
        risks: vec![Risk::ThinMargin { spare: 100, required: 4000 }],
        ..assessment(vec![], 4100, 2)
    };
    let beta_rows = vec![
        UsageRow {
            count: Read::Unreadable { best: None },
            sku: Some(ustr("E3")),
            month: september,
            ..usage(EXPORT, 6, 5, beta, "Klinikum", "exchange-online")
        },
        UsageRow {
            count: Read::Value(50),
            sku: Some(ustr("E5")),
            month: september,
            ..usage(EXPORT, 7, 5, beta, "Klinikum", "exchange-online")
        },
    ];
    let beta_judged = Assessment {
        could_be: Some(1),
        ..assessment(vec![verdict(&[UsageReason::Unreadable], 0, None), verdict(&[], 50, None)], 50, 1)
    };
    let field = |field: Field| ColumnUse::Field(field);
    let export_facts = SheetFacts {
        sheet: EXPORT,
        role: Role::Usage,
        header_row: Some(2),
        columns: vec![
            column(0, "MPN ID", field(Field::PartnerId)),
            column(1, "Partner", field(Field::PartnerName)),
            column(2, "Cliente", field(Field::CustomerName)),
            column(3, "Servizio", field(Field::Workload)),
            column(4, "SKU", field(Field::Sku)),
            column(5, "Utenti", field(Field::ActiveUsers)),
            column(6, "Mese", field(Field::Month)),
            column(7, "Nota", ColumnUse::Unmapped),
        ],
        rows: 6,
        usage: vec![usage(EXPORT, 9, 5, ("", ""), "Lost", "exchange-online")],
        roster: vec![],
        partners: vec![],
    };
    let wide_facts = SheetFacts {
        sheet: WIDE,
        role: Role::Usage,
        header_row: Some(0),
        columns: vec![
            column(0, "Customer", field(Field::CustomerName)),
            column(1, "Exchange Online", ColumnUse::Workload(Workload::Known(ustr("exchange-online")))),
            column(2, "Teams", ColumnUse::Workload(Workload::Known(ustr("teams")))),
        ],
        rows: 1,
        ..SheetFacts { sheet: WIDE, usage: vec![], ..export_facts.clone() }
    };
    let roster_facts = SheetFacts {
        sheet: ROSTER,
        role: Role::Roster,
        columns: vec![],
        usage: vec![],
        rows: 2,
        ..export_facts.clone()
    };
    let book = |label: &str, sheets| Book {
        label: label.into(),
        sha256: "ab12".into(),
        format: Some(Format::Xlsx),
        sheets,
        findings: vec![],
    };
    let unreadable =
        |row: u32| Finding::new(Code::UnreadableCount).at(EXPORT, row, 5).value("n/a").of_partner(BETA as u32);
    Review {
        history: None,
        settings: None,
        ruleset: ruleset(),
        as_of: date(2026, 9, 30),
        reference_month: Month::of(date(2026, 9, 30)),
        books: vec![
            book("export Beta-Klinik.xlsx", vec![export.finish()]),
            book("wide.xlsx", vec![wide.finish()]),
            book("roster.csv", vec![SheetBuilder::new("roster", true).finish()]),
        ],
        sheets: vec![vec![export_facts], vec![wide_facts], vec![roster_facts]],
        portfolio: Portfolio {
            partners: vec![
                partner("1234567", "Alfa Srl", rows, vec![mario], vec![EXPORT, WIDE, ROSTER]),
                partner("2222222", "Alfa Srl Nord", vec![], vec![], vec![]),
                partner("7654321", "Beta Klinik", beta_rows, vec![], vec![EXPORT]),
            ],
            months: vec![],
            ..Portfolio::default()
        },
        assessments: vec![judged, gold, beta_judged],
        findings: vec![
            Finding::new(Code::UnknownWorkload)
                .at(WIDE, 1, 2)
                .value("Temas")
                .arg("suggestion", "Teams")
                .of_partner(ALFA),
            unreadable(6),
            unreadable(7),
            unreadable(8),
            unreadable(9),
            Finding::new(Code::UnreadableFile).in_file(2).arg("name", "roster.csv"),
        ],
        market_list: None,
        changes: None,
        moves: None,
    }
}

fn speak(lang: Lang) -> Localizer {
    Localizer::new(lang).expect("texts")
}

fn report(index: usize, lang: Lang) -> PartnerReport {
    let review = review();
    partner_report(&Material::new(&review, &Words), index, &speak(lang)).expect("report")
}

#[test]
fn the_usage_keeps_the_partners_own_columns_and_says_why_a_row_does_not_count() {
    let usage = report(0, Lang::En).usage;
    let titles: Vec<&str> = usage.columns.iter().map(|c| c.title.as_str()).collect();
    // The wide sheet has the same customer column under another header; its workload columns become two.
    assert_eq!(titles, ["MPN ID", "Partner", "Cliente", "Servizio", "SKU", "Utenti", "Mese", "Nota"]);
    assert_eq!(usage.active_users, 5);
    let september = Cell::Month(Month::of(date(2026, 9, 1)));
    let text = |word: &str| Cell::Text(word.to_owned());
    let first = usage.lines.first().expect("line");
    assert_eq!(
        first.cells,
        [
            text("1234567"),
            text("Alfa Srl"),
            text("Rossi Bank"),
            text("EXO"),
            text("E3"),
            Cell::Int(1200),
            september,
            text("ok")
        ]
    );
    assert!(first.counted && first.entitlements == 1200 && first.reason.is_empty() && first.tone == Tone::Good);
    let reasons: Vec<&str> = usage.lines.iter().map(|line| line.reason.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "",
            "Duplicate of F4",
            "Trial SKU: E3 Trial; Another month: August 2026",
            "",
            "The workload does not count: Teams"
        ]
    );
    // Merged partner cells are filled from the fact; the wide row gets its workload from the header.
    assert_eq!(usage.lines[1].cells[0], text("1234567"));
    assert_eq!(usage.lines[4].cells[2..6], [text("Bianchi"), text("Teams"), Cell::Empty, Cell::Int(80)]);
    assert_eq!(usage.lines[4].source, "wide.xlsx › Sheet1 › C2");
    let note = usage.lines[4].note.as_deref().expect("note");
    assert!(note.contains("“Temas”") && note.contains("“Teams”"), "{note}");
    assert_eq!(usage.lines[3].note, None, "the note on Teams does not concern Exchange Online");
}

#[test]
fn nothing_of_another_partner_is_in_a_partners_report() {
    let alfa = report(0, Lang::En);
    let all = format!("{alfa:?}").to_lowercase();
    for secret in ["beta", "béta", "klinik", "7654321", "2222222", "nord"] {
        assert!(!all.contains(secret), "{secret}");
    }
    // The file and its sheet get other names, the free column is blank where it names Beta.
    assert_eq!(alfa.usage.lines[0].source, "Input 1 › Sheet 1 › F4");
    assert_eq!([&alfa.usage.lines[1].cells[7], &alfa.usage.lines[2].cells[7]], [&Cell::Empty, &Cell::Empty]);
    assert_eq!(alfa.findings.lines.len(), 1);
    // Beta itself may see its own name, and its rows only.
    let beta = report(BETA, Lang::En);
    assert_eq!(beta.usage.lines[0].source, "export Beta-Klinik.xlsx › Beta Klinik › F7");
    assert!(!format!("{beta:?}").contains("Alfa"));
    assert_eq!(beta.sources.table.rows[0].cells[3], Cell::Int(2), "its own rows, not the sheet's");
}

#[test]
fn a_name_inside_ones_own_name_says_nothing_new() {
    let mut review = review();
    review.books[1].label = "Alfa Srl Nord 2026.xlsx".into();
    let material = Material::new(&review, &Words);
    let named = |index: usize| {
        let text = speak(Lang::It);
        let report = partner_report(&material, index, &text).expect("report");
        report.sources.table.rows.iter().map(|row| row.cells[0].clone()).collect::<Vec<_>>()
    };
    assert!(named(0).contains(&Cell::Text("Origine 2".into())), "Alfa Srl may not see Alfa Srl Nord");
    let mut own = review.clone();
    own.portfolio.partners[1].sheets = vec![WIDE];
    let material = Material::new(&own, &Words);
    let nord = partner_report(&material, 1, &speak(Lang::It)).expect("report");
    assert_eq!(nord.sources.table.rows[0].cells[0], Cell::Text("Alfa Srl Nord 2026.xlsx".into()));
}

#[test]
fn the_plan_names_customers_people_and_amounts() {
    let steps = |lang| report(0, lang).plan.steps.into_iter().map(|s| (s.text, s.effect)).collect::<Vec<_>>();
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        steps(Lang::En),
        [
            pair(
                "Have Neri associate you as Digital Partner of Record, Delegated Administrator or Transacting Partner",
                "+420 active entitlements"
            ),
            pair("Win 260 more active users on Exchange Online at associated customers", "+260 active entitlements"),
            pair("Mario Rossi passes exam 70-347", "+1 certified person"),
            pair("One more person earns exams 70-346 and 70-347, or instead MCSA: Office 365", "+1 certified person"),
        ]
    );
    assert_eq!(
        steps(Lang::It)[0],
        pair(
            "Farsi associare da Neri come Digital Partner of Record, amministratore delegato (Delegated Administrator) o Transacting Partner",
            "+420 diritti attivi"
        )
    );
}

#[test]
fn status_gauges_and_requirements_say_what_is_missing() {
    let it = report(0, Lang::It);
    assert_eq!(
        it.status.headline,
        "Alfa Srl non soddisfa ancora i requisiti del livello Silver. Mancano ancora: 680 diritti attivi e 1 persona certificata."
    );
    assert!(it.status.could_be.as_deref().is_some_and(|said| said.contains("Silver")));
    let gauge = &it.gauges[0];
    assert_eq!((gauge.value_text.as_str(), gauge.marks[0].value_text.as_str(), gauge.met), ("1.320", "2.000", false));
    assert_eq!(it.head.facts[3], ("Mese di riferimento".into(), "settembre 2026".into()));
    assert_eq!(it.head.facts[4], ("Data di riferimento".into(), "30 settembre 2026".into()));
    // Mixed paths would have met Silver (1 of 1), not Gold (1 of 2).
    assert_eq!(it.requirements.notes.len(), 1);
    assert!(it.requirements.notes[0].starts_with("Silver:"), "{}", it.requirements.notes[0]);
    let gold = report(1, Lang::En);
    assert_eq!(
        (gold.status.tier, gold.status.headline.as_str()),
        (TierMark::Gold, "Alfa Srl Nord meets every requirement of Gold.")
    );
    assert_eq!(gold.status.risks, ["Only 100 active entitlements above the threshold of 4,000."]);
    assert!(gold.plan.steps.is_empty() && gold.gauges.iter().all(|g| g.met));
}

#[test]
fn what_counts_is_summed_by_customer_and_what_does_not_stands_by_reason() {
    let report = report(0, Lang::En);
    let table = &report.customers.table;
    let text = |word: &str| Cell::Text(word.to_owned());
    assert_eq!(table.rows[0].cells, [text("Rossi Bank"), Cell::Int(1200), Cell::Int(1200)]);
    assert_eq!(table.rows[1].cells, [text("Bianchi"), Cell::Int(120), Cell::Int(120)]);
    assert_eq!(table.total, Some(vec![text("Total"), Cell::Int(1320), Cell::Int(1320)]));
    let titles: Vec<&str> = report.not_counted.groups.iter().map(|g| g.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Workload that does not count – 1 row, 80 active users",
            "Trial SKU – 1 row, 90 active users",
            "Duplicate – 1 row, 1,200 active users"
        ]
    );
}

#[test]
fn people_show_what_they_hold_what_did_not_count_and_what_is_missing() {
    let people = report(0, Lang::En).people;
    assert_eq!(people.credentials, ["Exam 70-346", "Exam 70-347", "MCSA: Office 365"]);
    assert_eq!(
        people.paths,
        [("Exams 70-346 and 70-347".to_owned(), vec![0, 1]), ("MCSA: Office 365".to_owned(), vec![2])]
    );
    let mario = &people.lines[0];
    assert_eq!(
        mario.marks,
        [
            CredentialMark::Held(Some(date(2024, 5, 6))),
            CredentialMark::NotCounted("Not passed".into()),
            CredentialMark::Missing
        ]
    );
    assert_eq!(
        (mario.remark.as_str(), mario.source.as_str()),
        ("Missing: exam 70-347.", "roster.csv › roster › B2 and B3")
    );
    assert!(!mario.qualifies && mario.paths == [false, false]);
}

#[test]
fn a_remark_names_the_cell_that_cannot_be_read() {
    let mut review = review();
    let mut roster = SheetBuilder::new("roster", true);
    roster.push(2, 1, Value::Text(ustr("70-347")));
    roster.push(2, 4, Value::Text(ustr("31/04/2026")));
    review.books[2].sheets = vec![roster.finish()];
    let row = &mut review.portfolio.partners[0].people[0].roster[1];
    (row.achieved, row.achieved_col) = (Read::Unreadable { best: None }, Some(4));
    let mut unreadable = Reasons::default();
    unreadable.add(RosterReason::Unreadable as u8);
    review.assessments[0].people[0].roster[1].reasons = unreadable;
    let material = Material::new(&review, &Words);
    let report = partner_report(&material, 0, &speak(Lang::En)).expect("report");
    assert_eq!(
        report.people.lines[0].remark,
        "Missing: exam 70-347. Exam 70-347: “31/04/2026” cannot be read as date achieved."
    );
}

#[test]
fn users_nobody_knows_are_not_said_to_be_none() {
    let mut review = review();
    review.assessments[BETA].not_counted = vec![(UsageReason::Unreadable, Sum { rows: 1, active_users: 0 })];
    let report = partner_report(&Material::new(&review, &Words), BETA, &speak(Lang::It)).expect("report");
    assert_eq!(report.not_counted.groups[0].title, "Non leggibile – 1 riga");
}

#[test]
fn a_drop_that_is_a_risk_is_told_once_and_no_margin_is_said_so() {
    let mut review = review();
    review.assessments[1].risks =
        vec![Risk::ThinMargin { spare: 0, required: 4000 }, Risk::EntitlementsDropped { from: 5000, to: 4100 }];
    let before = Change { known: true, tier: "gold".into(), entitlements: 5000, people: 1, as_of: "2026-06-30".into() };
    review.changes = Some(vec![Change::default(), before, Change::default()]);
    let material = Material::new(&review, &Words);
    let status = |index: usize| partner_report(&material, index, &speak(Lang::En)).expect("report").status;
    assert_eq!(
        status(1).risks,
        [
            "Exactly at the threshold of 4,000 active entitlements: none to spare.",
            "Active entitlements fell from 5,000 to 4,100 since the previous review."
        ]
    );
    assert_eq!(status(1).changes, ["Certified people since 30 June 2026: from 1 to 2."]);
    assert_eq!(status(0).changes, ["Not part of the previous review."], "without a date there are no brackets");
}

#[test]
fn readings_are_written_as_the_language_writes_numbers_and_days() {
    let places = review();
    let said = |code: Code, readings: &str, lang: Lang| {
        tiergap::finding::render(&Finding::new(code).value("x").arg("readings", readings), &speak(lang), &places)
            .message
    };
    assert!(said(Code::AmbiguousNumber, "1.5 / 1500", Lang::En).ends_with(": 1.5 or 1,500."));
    assert!(said(Code::AmbiguousNumber, "1.5 / 1500", Lang::It).ends_with(": 1,5 o 1.500."));
    assert!(
        said(Code::AmbiguousDate, "2026-03-04 / 2026-04-03", Lang::It).ends_with(": 4 marzo 2026 o 3 aprile 2026.")
    );
}

#[test]
fn a_file_named_after_anothers_customer_is_not_named() {
    let mut review = review();
    review.books[0].label = "Klinikum settembre.xlsx".into();
    let source = |index: usize| {
        let text = speak(Lang::En);
        let report = partner_report(&Material::new(&review, &Words), index, &text).expect("report");
        report.sources.table.rows[0].cells[0].clone()
    };
    // "Klinikum" is a customer of Beta's only, and its rows are in this file.
    assert_eq!(source(0), Cell::Text("Input 1".into()));
    assert_eq!(source(BETA), Cell::Text("Klinikum settembre.xlsx".into()));
}

#[test]
fn repeats_of_a_finding_are_one_line_with_the_true_count() {
    let beta = report(BETA, Lang::En).findings;
    assert_eq!(beta.lines.len(), 1);
    let line = &beta.lines[0];
    assert_eq!(line.place, "export Beta-Klinik.xlsx › Beta Klinik › F7, F8 and 2 more");
    assert_eq!(line.message, "“n/a” is not a number of active users. Occurs 4 times.");
    assert_eq!((line.code.as_str(), line.severity_text.as_str()), ("unreadable-count", "Error"));
    // A word of many rows on a sheet of several partners: the count would tell of the others' rows.
    let mut shared = review();
    let mut word = Finding::new(Code::UnknownWorkload).at(EXPORT, 6, 3).value("Temas").of_partner(BETA as u32);
    word.count = 500;
    shared.findings = vec![word];
    let material = Material::new(&shared, &Words);
    let beta = partner_report(&material, BETA, &speak(Lang::En)).expect("report");
    let note = beta.usage.lines[0].note.as_deref().expect("note");
    assert!(note.starts_with("“Temas” is not a known workload. Correct"), "{note}");
    let said = beta.findings.lines;
    assert_eq!(
        (said[0].place.as_str(), said[0].message.as_str()),
        ("export Beta-Klinik.xlsx › Beta Klinik › D7", "“Temas” is not a known workload.")
    );
    let said = portfolio_report(&material, &[], &speak(Lang::En)).findings.lines;
    assert!(said[0].place.ends_with("D7 and 499 more") && said[0].message.ends_with("Occurs 500 times."), "{said:?}");

    // Beyond a bound, cells that each need repair are told as one, with the first of their addresses.
    let mut many = Finding::new(Code::UnreadableCount).at(WIDE, 1, 1).value("?").of_partner(ALFA);
    many.count = 800;
    many.also = vec![CellRef { sheet: WIDE, row: 2, col: 1 }];
    shared.findings = vec![many];
    let material = Material::new(&shared, &Words);
    let said = partner_report(&material, 0, &speak(Lang::En)).expect("report").findings.lines;
    assert_eq!(said[0].place, "wide.xlsx › Sheet1 › B2, B3 and 798 more");
    assert_eq!(said[0].message, "“?” is not a number of active users. And 799 more like it.");

    let review = review();
    let all = portfolio_report(&Material::new(&review, &Words), &[], &speak(Lang::En)).findings;
    let codes: Vec<&str> = all.lines.iter().map(|line| line.code.as_str()).collect();
    assert_eq!(codes, ["unreadable-count", "unreadable-file", "unknown-workload"], "errors first");
}

#[test]
fn reports_name_files_without_the_folders_of_somebodys_computer() {
    let mut review = review();
    review.findings = ["/Users/anna/exports/usage.xlsx", "C:\\Users\\Anna\\usage.xlsx", "exports/usage.xlsx"]
        .map(|name| Finding::new(Code::MissingInput).arg("name", name))
        .to_vec();
    let said = portfolio_report(&Material::new(&review, &Words), &[], &speak(Lang::En)).findings.lines;
    let said: Vec<&str> = said.iter().map(|line| line.message.as_str()).collect();
    let bare = "“usage.xlsx” does not exist.";
    assert_eq!(said, [bare, bare, "“exports/usage.xlsx” does not exist."]);
}

#[test]
fn the_method_says_the_rules_and_why_these_thresholds() {
    let said = report(0, Lang::En).method.sentences.join("\n");
    for part in [
        "associated with it as Digital Partner of Record, Delegated Administrator or Transacting Partner; one of them is enough.",
        "Silver asks for 2,000 active entitlements in a developed market (1,000 in a developing one), and for 1 certified person.",
        "Gold asks for 4,000 active entitlements, and for 2 certified people.",
        "Developed market, by the partner’s country (IT). The list of countries is not Microsoft’s own",
        "less than 10% to spare",
        "Usage counts in September 2026 only. People are judged as of 30 September 2026.",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn the_portfolio_has_the_highest_tier_first_and_says_where_to_look() {
    let mut review = review();
    let change = |tier: &str, entitlements, people| Change {
        known: true,
        tier: tier.into(),
        entitlements,
        people,
        as_of: "2026-06-30".into(),
    };
    review.changes = Some(vec![
        change("none", 1500, 0),
        Change { as_of: "2026-06-30".into(), ..Change::default() },
        change("none", 50, 1),
    ]);
    let folders = ["partners/a", "partners/b", "partners/c"].map(str::to_owned);
    let portfolio = portfolio_report(&Material::new(&review, &Words), &folders, &speak(Lang::En));
    let names: Vec<(&str, &str)> = portfolio.lines.iter().map(|l| (l.name.as_str(), l.folder.as_str())).collect();
    // Beta has a certified person, but 50 of 2,000; Alfa has 1,320, but nobody: its least share is 0.
    assert_eq!(names, [("Alfa Srl Nord", "partners/b"), ("Beta Klinik", "partners/c"), ("Alfa Srl", "partners/a")]);
    assert_eq!(portfolio.lines[0].progress, 1.0);
    assert_eq!(portfolio.lines[1].progress, 0.025);
    assert_eq!(portfolio.headline, "3 partners reviewed: 1 Gold, 0 Silver and 2 without a tier. At\u{a0}risk:\u{a0}1.");
    assert_eq!(portfolio.lines[2].change, "Active entitlements down from\u{a0}1,500 to\u{a0}1,320.");
    assert_eq!(portfolio.lines[0].change, "New in this review.");
    assert_eq!((portfolio.lines[1].could_be.as_str(), portfolio.lines[1].problems), ("Gold", 4));
    let said: Vec<(PanelKind, Vec<String>)> = portfolio
        .panels
        .iter()
        .map(|panel| (panel.kind, panel.lines.iter().map(|line| format!("{}: {}", line.name, line.text)).collect()))
        .collect();
    let lines = |kind, lines: &[&str]| (kind, lines.iter().map(|line| (*line).to_owned()).collect::<Vec<String>>());
    assert_eq!(
        said,
        [
            lines(PanelKind::Risk, &["Alfa Srl Nord: Only 100 active entitlements above the threshold of 4,000."]),
            lines(
                PanelKind::Movers,
                &[
                    "Alfa Srl: Active entitlements down from\u{a0}1,500 to\u{a0}1,320.",
                    "Alfa Srl Nord: New in this review.",
                ]
            ),
            lines(PanelKind::Closest, &["Beta Klinik: Silver: 1,950 active entitlements missing"]),
            lines(
                PanelKind::CouldBe,
                &["Beta Klinik: No tier proven, could be Gold", "Alfa Srl: No tier proven, could be Silver"]
            ),
            // The unknown workload of wide.xlsx is a warning.
            lines(
                PanelKind::Problems,
                &["export Beta-Klinik.xlsx: 4 errors", "roster.csv: 1 error", "wide.xlsx: 1 warning"]
            ),
        ]
    );
    // All three are in a developed market: one Gold at risk, two without a tier.
    let markets: Vec<(&str, &[u64], u64, u64)> =
        portfolio.markets.rows.iter().map(|row| (row.id, row.counts.as_slice(), row.total, row.at_risk)).collect();
    assert_eq!(markets, [("developed", &[1, 0, 2][..], 3, 1)]);
}

#[test]
fn an_annotated_input_has_a_verdict_beside_every_row_and_notes_on_cells() {
    let review = review();
    let material = Material::new(&review, &Words);
    let text = speak(Lang::En);
    let export = annotated_book(&material, 0, &text).expect("book");
    let sheet = &export.sheets[0];
    let said: Vec<(u32, &str, &str, &str)> =
        sheet.verdicts.iter().map(|v| (v.row, &*v.verdict[0], &*v.verdict[1], &*v.verdict[2])).collect();
    assert_eq!(
        said,
        [
            (3, "Counted", "", "Alfa Srl"),
            (4, "Not counted", "Duplicate of F4", "Alfa Srl"),
            (5, "Not counted", "Trial SKU: E3 Trial; Another month: August 2026", "Alfa Srl"),
            (6, "Not counted", "Cannot be read: active users", "Beta Klinik"),
            (7, "Counted", "", "Beta Klinik"),
            (9, "Not counted", "Belongs to no partner", ""),
        ]
    );
    assert_eq!(sheet.verdicts[3].tone, Tone::Open);
    assert_eq!((sheet.header_row, sheet.notes.len()), (Some(2), 4));
    assert!(
        sheet.notes[0].text.starts_with("Error: “n/a” is not a number of active users."),
        "{}",
        sheet.notes[0].text
    );

    let wide = annotated_book(&material, 1, &text).expect("book");
    let row = &wide.sheets[0].verdicts[0];
    assert_eq!(&*row.verdict[0], "Partly counted");
    assert_eq!(
        &*row.verdict[1],
        "Exchange Online: counted 120; Teams: not counted – The workload does not count: Teams"
    );
    assert_eq!(row.entitlements, Some(120));

    let roster = annotated_book(&material, 2, &text).expect("book");
    let verdicts: Vec<(&str, &str)> =
        roster.sheets[0].verdicts.iter().map(|v| (&*v.verdict[0], &*v.verdict[1])).collect();
    assert_eq!(verdicts, [("Counted", ""), ("Not counted", "Not passed")]);
    assert_eq!(roster.findings.lines.len(), 1);
    assert!(annotated_book(&material, 9, &text).is_none());
}

#[test]
fn no_sentence_lacks_a_value_in_any_language() {
    let review = review();
    let material = Material::new(&review, &Words);
    for lang in Lang::available() {
        let text = speak(lang);
        let mut all = format!("{:?}", portfolio_report(&material, &[], &text));
        for index in 0..3 {
            all += &format!("{:?}", partner_report(&material, index, &text));
            all += &format!("{:?}", annotated_book(&material, index, &text));
        }
        assert!(!all.contains("{$") && !all.contains("{ $"), "{lang}");
        assert!(!all.contains('\u{2068}'), "{lang}");
    }
}
