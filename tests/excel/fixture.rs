//! A rich report by hand: every section, many scripts, texts that try to become formulas.

use jiff::civil::date;
use tiergap::assess::Metric;
use tiergap::facts::Month;
use tiergap::finding::Severity;
use tiergap::report::content::*;
use tiergap::text::Lang;

pub const HOSTILE: [&str; 12] = [
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\tcmd",
    "http://example.com/a b",
    "Müller & Söhne <GmbH> \"quoted\" 'x'",
    "東京データ株式会社",
    "شركة الخليج للتقنية",
    "Привет, ООО «Ромашка»",
    "_x0041_ bell\u{7} and nul\u{0}",
    "two\nlines",
];

pub fn head(title: &str) -> Head {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    Head {
        lang: Lang::En,
        title: title.to_owned(),
        subject: "Cloud Productivity – Managed Service Partner option".to_owned(),
        name: "Müller & Söhne GmbH".to_owned(),
        facts: vec![
            fact("MPN ID", "1234567"),
            fact("Country", "Germany"),
            fact("Market", "developed"),
            fact("Reference month", "September 2026"),
            fact("As of", "30 September 2026"),
            fact("Rules", "cloud-productivity-managed-service, edition 2017-06-27"),
        ],
        page: "Page {page} of {pages}".to_owned(),
        footer: "tiergap · R&D rules of 2017-06-27 · as of 30 September 2026".to_owned(),
        as_of: date(2026, 9, 30),
        author: "tiergap".to_owned(),
    }
}

fn column(title: &str, kind: Kind) -> Column {
    Column { title: title.to_owned(), kind }
}

fn text(value: &str) -> Cell {
    Cell::Text(value.to_owned())
}

/// 300 rows: 200 count 11 each (2,200), 60 are trials, 40 have a count that nobody can read.
pub fn usage() -> Usage {
    let lines = (0..300_u64)
        .map(|n| {
            let customer = HOSTILE[n as usize % HOSTILE.len()];
            let counted = n % 3 != 2;
            let open = !counted && n % 15 >= 9;
            UsageLine {
                cells: vec![
                    text(&format!("{:08}", n * 37)),
                    text(&format!("{customer} {n}")),
                    text(["Exchange Online", "SharePoint Online", "Yammer"][n as usize % 3]),
                    text(if counted { "E3" } else { "E3 Trial" }),
                    text("Delegated Administrator"),
                    Cell::Month(Month::new(2026, 9).unwrap()),
                    if open { text("2.000") } else { Cell::Int(11) },
                    Cell::Date(date(2026, 9, 1)),
                    Cell::Bool(n % 2 == 0),
                    Cell::Number(n as f64 * 0.25),
                ],
                counted,
                entitlements: if counted { 11 } else { 0 },
                reason: match (counted, open) {
                    (true, _) => String::new(),
                    (false, true) => "The count 2.000 can be two thousand or two".to_owned(),
                    (false, false) => "Trial SKU".to_owned(),
                },
                source: format!("exports/müller.xlsx › Usage › G{}", n + 5),
                tone: match (counted, open) {
                    (true, _) => Tone::Good,
                    (false, true) => Tone::Open,
                    (false, false) => Tone::Bad,
                },
                note: open.then(|| "2.000 can be read in two ways; write 2000 or 2 as a number.".to_owned()),
                step: (!counted && !open).then_some(0),
            }
        })
        .collect();
    Usage {
        title: "Usage".to_owned(),
        columns: vec![
            column("Customer ID", Kind::Text),
            column("Customer", Kind::Text),
            column("Workload", Kind::Text),
            column("SKU", Kind::Text),
            column("Association", Kind::Text),
            column("Month", Kind::Month),
            column("Active Users", Kind::Int),
            column("First seen", Kind::Date),
            column("Segment", Kind::Text),
            column("Share", Kind::Number),
        ],
        active_users: 6,
        verdict_columns: ["Counted", "Entitlements", "Reason", "Source"].map(str::to_owned),
        columns_note: "Columns A–J as in the input.".to_owned(),
        counted_words: ("yes".to_owned(), "no".to_owned()),
        lines,
    }
}

pub fn people() -> People {
    let person = |name: &str, marks: Vec<CredentialMark>, paths: Vec<bool>| PersonLine {
        name: name.to_owned(),
        id: "0012345".to_owned(),
        email: "a.person@example.com".to_owned(),
        qualifies: paths.contains(&true),
        marks,
        paths,
        remark: "Nothing is missing; 70-347 expires on 1 March 2027, within 180 days of the as-of date".to_owned(),
        source: "roster.csv › A12".to_owned(),
        step: (name.starts_with('佐')).then_some(1),
    };
    let held = || CredentialMark::Held(Some(date(2025, 3, 1)));
    People {
        title: "People".to_owned(),
        intro: "A person counts who passed both exams, or holds the certification.".to_owned(),
        person_columns: ["Name", "MCP ID", "Email"].map(str::to_owned),
        credentials: ["70-346", "70-347", "MCSA: Office 365"].map(str::to_owned).to_vec(),
        paths: vec![("Both exams".to_owned(), vec![0, 1]), ("Certification".to_owned(), vec![2])],
        path_columns: ["Path: Both exams", "Path: Certification"].map(str::to_owned).to_vec(),
        path_note: "1: all of it. 0: not.".to_owned(),
        combine_paths: false,
        counts_column: "Counts".to_owned(),
        closing_columns: ["Remark", "Source"].map(str::to_owned),
        words: ("yes".to_owned(), "no".to_owned()),
        lines: vec![
            person("Ana Ávila", vec![held(), CredentialMark::Held(None), CredentialMark::Missing], vec![true, false]),
            person("=Bob", vec![CredentialMark::Missing, CredentialMark::Missing, held()], vec![false, true]),
            person(
                "佐藤 花子",
                vec![
                    held(),
                    CredentialMark::NotCounted("expired on 1 January 2026, before the as-of date".to_owned()),
                    CredentialMark::Missing,
                ],
                vec![false, false],
            ),
        ],
    }
}

fn requirement(tier: TierMark, metric: Metric, required: u64, actual: u64) -> RequirementLine {
    let met = actual >= required;
    RequirementLine {
        tier,
        tier_label: if tier == TierMark::Gold { "Gold" } else { "Silver" }.to_owned(),
        metric,
        label: if metric == Metric::People { "Certified people" } else { "Active entitlements" }.to_owned(),
        required,
        actual,
        shortfall: required.saturating_sub(actual),
        met,
        met_text: if met { "met" } else { "not met" }.to_owned(),
    }
}

fn gauge(label: &str, metric: Metric, value: u64, marks: [u64; 2], verdict: &str) -> Gauge {
    let mark =
        |value, tier, label: &str| GaugeMark { value, label: label.to_owned(), value_text: value.to_string(), tier };
    Gauge {
        label: label.to_owned(),
        metric,
        value,
        value_text: value.to_string(),
        marks: vec![mark(marks[0], TierMark::Silver, "Silver"), mark(marks[1], TierMark::Gold, "Gold")],
        verdict: verdict.to_owned(),
        line: format!("{label}: {verdict}"),
        met: false,
    }
}

pub fn findings() -> Findings {
    let line = |severity, word: &str, place: &str, value: &str, message: &str, code: &str| FindingLine {
        severity,
        severity_text: word.to_owned(),
        code: code.to_owned(),
        place: place.to_owned(),
        address: None,
        value: value.to_owned(),
        message: message.to_owned(),
        help:
            "Write the count as a number without separators, then run the review again; the row counts once it can be \
               read in one way only."
                .to_owned(),
    };
    Findings {
        title: "Data findings".to_owned(),
        intro: "Problems of the data, not gaps against the rules.".to_owned(),
        columns: ["Severity", "Place", "Value", "What is wrong", "What to do", "Code"].map(str::to_owned),
        lines: vec![
            line(
                Severity::Error,
                "error",
                "exports/müller.xlsx › Usage › G17",
                "2.000",
                "The count can be read as two thousand or as two (20 times)",
                "ambiguous-number",
            ),
            line(
                Severity::Warning,
                "warning",
                "müller.xlsx › Q'1 › B3",
                "=cmd|'/C calc'!A0",
                "No such workload",
                "unknown-workload",
            ),
            line(Severity::Info, "info", "müller.xlsx", "", "The sheet Notes is not used", "ignored-sheet"),
        ],
    }
}

pub fn sources() -> Sources {
    Sources {
        title: "Sources".to_owned(),
        table: Table {
            columns: vec![
                column("File", Kind::Text),
                column("Sheet", Kind::Text),
                column("Role", Kind::Text),
                column("Rows", Kind::Int),
                column("SHA-256", Kind::Text),
            ],
            rows: vec![Row {
                cells: vec![
                    text("exports/müller.xlsx"),
                    text("Usage"),
                    text("usage"),
                    Cell::Int(300),
                    text(&"ab".repeat(32)),
                ],
                tone: Tone::Plain,
            }],
            total: None,
        },
    }
}

pub fn method() -> Method {
    Method {
        title: "How it was counted".to_owned(),
        sentences: vec![
            "An active entitlement is an active user on a specific workload: one person active on two workloads counts twice."
                .to_owned(),
            "Trial SKUs do not count, and a customer counts only where the partner is its delegated administrator, \
             transacting partner or digital partner of record."
                .to_owned(),
        ],
    }
}

fn customers() -> Customers {
    let row = |name: &str, a: u64, b: Cell| Row {
        cells: vec![text(name), Cell::Int(a), b.clone(), Cell::Int(a + if let Cell::Int(b) = b { b } else { 0 })],
        tone: Tone::Plain,
    };
    Customers {
        title: "Customers".to_owned(),
        intro: "Entitlements of each customer by workload, largest first.".to_owned(),
        table: Table {
            columns: vec![
                column("Customer", Kind::Text),
                column("Exchange Online", Kind::Int),
                column("SharePoint Online", Kind::Int),
                column("Total", Kind::Int),
            ],
            rows: vec![row("東京データ株式会社", 1_100, Cell::Int(100)), row("=Contoso", 1_000, Cell::Empty)],
            total: Some(vec![text("Total"), Cell::Int(2_100), Cell::Int(100), Cell::Int(2_200)]),
        },
        by_workload: vec![("Exchange Online".to_owned(), 2_100), ("SharePoint Online".to_owned(), 100)],
        by_workload_title: "By workload".to_owned(),
    }
}

fn not_counted() -> NotCounted {
    NotCounted {
        title: "What does not count".to_owned(),
        sheet: "Not counted".to_owned(),
        remark: None,
        groups: vec![NotCountedGroup {
            title: "Trial SKU – 60 rows, 660 active users".to_owned(),
            remedy: "Convert the trials to paid subscriptions: then their active users count from the next month on, if the \
                     association stays as it is and the workload is on the list of the ruleset."
                .to_owned(),
            table: Table {
                columns: vec![
                    column("Customer", Kind::Text),
                    column("Workload", Kind::Text),
                    column("SKU", Kind::Text),
                    column("Active users", Kind::Int),
                    column("Source", Kind::Text),
                ],
                rows: vec![Row {
                    cells: vec![
                        text("+49 Telefonbau"),
                        text("Yammer"),
                        text("E3 Trial"),
                        Cell::Int(11),
                        text("exports/müller.xlsx › Usage › G7"),
                    ],
                    tone: Tone::Bad,
                }],
                total: None,
            },
        }],
    }
}

/// Silver by 2,200 entitlements against 2,000 and one person against one; Gold needs 4,000 and two.
pub fn partner() -> PartnerReport {
    PartnerReport {
        head: head("Gap report – Müller & Söhne GmbH"),
        summary_title: "Summary".to_owned(),
        status: Status {
            title: "Proven tier".to_owned(),
            tier: TierMark::Silver,
            tier_label: "Silver".to_owned(),
            no_tier_label: "No tier".to_owned(),
            headline: "Müller & Söhne GmbH holds Silver with 2,200 active entitlements and 1 certified person.".to_owned(),
            could_be_where: String::new(),
            could_be: Some("If every open data problem were settled in its favour, it could be Gold.".to_owned()),
            risk_title: "At risk".to_owned(),
            risks: vec![
                "Only 200 entitlements are left above the threshold of 2,000: less than 10 % to spare, so that one \
                 customer who leaves costs the tier."
                    .to_owned(),
                "70-347 of Ana Ávila expires on 1 March 2027.".to_owned(),
            ],
            changes: vec!["Since the previous review: 150 entitlements more.".to_owned()],
        },
        gauges: vec![
            gauge("Active entitlements", Metric::Entitlements, 2_200, [2_000, 4_000], "1,800 entitlements short of Gold"),
            gauge("Certified people", Metric::People, 1, [1, 2], "1 person short of Gold"),
        ],
        requirements: Requirements {
            title: "Requirements".to_owned(),
            columns: ["Tier", "Requirement", "Required", "Actual", "Shortfall", "Status"].map(str::to_owned),
            met_words: ("met".to_owned(), "not met".to_owned()),
            live_note: "Figures follow edits; sentences do not.".to_owned(),
            rows: vec![
                requirement(TierMark::Silver, Metric::Entitlements, 2_000, 2_200),
                requirement(TierMark::Silver, Metric::People, 1, 1),
                requirement(TierMark::Gold, Metric::Entitlements, 4_000, 2_200),
                requirement(TierMark::Gold, Metric::People, 2, 1),
            ],
            notes: vec!["A mixed count of both paths would have met the number of people.".to_owned()],
        },
        plan: PlanContent {
            title: "Plan for Gold".to_owned(),
            intro: "The steps in the order of effort.".to_owned(),
            step_column: "Plan".to_owned(),
            steps: vec![
                Step {
                    text: "Become delegated administrator of =Contoso and 東京データ株式会社, who would count but for the missing \
                           association."
                        .to_owned(),
                    effect: "+1,140 active entitlements".to_owned(),
                    active_users: Some(1_140),
                    people: None,
                    name: "Step 1".to_owned(),
                },
                Step {
                    text: "佐藤 花子 passes 70-347.".to_owned(),
                    effect: "+1 person".to_owned(),
                    active_users: None,
                    people: Some(1),
                    name: "Step 2".to_owned(),
                },
            ],
            outcome: Some("When all is done, the tier is Gold.".to_owned()),
        },
        ahead: Some(Ahead {
            title: "Risk ahead".to_owned(),
            intro: "The next review is due on 31 Dec 2026.".to_owned(),
            sentences: HOSTILE.iter().map(|name| format!("The tier hangs on {name}.")).collect(),
        }),
        changes: Some(changes()),
        usage: usage(),
        customers: customers(),
        not_counted: not_counted(),
        people: people(),
        findings: findings(),
        sources: sources(),
        method: method(),
    }
}

pub fn changes() -> Changes {
    let then_now = || [column("Then", Kind::Int), column("Now", Kind::Int), column("Change", Kind::Change)];
    let columns = |first: &[&str]| -> Vec<Column> {
        first.iter().map(|title| column(title, Kind::Text)).chain(then_now()).collect()
    };
    let customer = |(n, name): (usize, &&str)| {
        let change = Cell::Change(i64::try_from(n).unwrap() * 10 - 40);
        let cells = vec![text(name), text("shrunk"), Cell::Int(100), Cell::Int(60 + 10 * n as u64), change];
        Row { cells, tone: Tone::Bad }
    };
    Changes {
        title: "What changed".to_owned(),
        intro: "Compared with the review as of 30 June 2026.".to_owned(),
        figures: Table {
            columns: columns(&["Figure"]),
            rows: vec![
                Row { cells: vec![text("Tier"), text("Gold"), text("Silver"), Cell::Empty], tone: Tone::Bad },
                Row {
                    cells: vec![text("Active entitlements"), Cell::Int(2_350), Cell::Int(2_200), Cell::Change(-150)],
                    tone: Tone::Bad,
                },
            ],
            total: None,
        },
        customers_title: "Customers".to_owned(),
        customers: Table {
            columns: columns(&["Customer", "What happened"]),
            rows: HOSTILE.iter().enumerate().map(customer).collect(),
            total: None,
        },
        people_title: "People".to_owned(),
        people: Table {
            columns: vec![column("Name", Kind::Text), column("What happened", Kind::Text)],
            rows: vec![Row { cells: vec![text("佐藤 花子"), text("no longer counts")], tone: Tone::Bad }],
            total: None,
        },
        findings_title: "Problems of the data".to_owned(),
        findings: Table {
            columns: ["Problem", "Whom", "What happened"].map(|title| column(title, Kind::Text)).into(),
            rows: HOSTILE
                .iter()
                .map(|name| Row { cells: vec![text("Unreadable"), text(name), text("new")], tone: Tone::Open })
                .collect(),
            total: None,
        },
        trend: Some(trend(None)),
    }
}

/// Three reviews; of a portfolio, stacked by tier.
pub fn trend(tier: Option<TierMark>) -> Trend {
    let reviews = ["31 March 2026", "30 June 2026", "30 September 2026"];
    let values = [2_000, 2_350, 2_200];
    let row = |(review, value): (&&str, &u64)| Row { cells: vec![text(review), Cell::Int(*value)], tone: Tone::Plain };
    let series = Series { label: "Active entitlements".to_owned(), tier, column: 1, values: values.into() };
    Trend {
        title: "Trend".to_owned(),
        intro: "What each review said.".to_owned(),
        table: Table {
            columns: vec![column("Review", Kind::Text), column("Active entitlements", Kind::Int)],
            rows: reviews.iter().zip(&values).map(row).collect(),
            total: None,
        },
        charts: vec![Bars {
            title: "Active entitlements".to_owned(),
            reviews: reviews.map(str::to_owned).into(),
            series: vec![series],
        }],
    }
}

pub fn portfolio() -> PortfolioReport {
    let tiers = [(TierMark::Gold, "Gold"), (TierMark::Silver, "Silver"), (TierMark::None, "No tier")];
    let lines = (0..40_u64)
        .map(|n| {
            let (tier, label) = tiers[match n {
                0..=4 => 0,
                5..=17 => 1,
                _ => 2,
            }];
            PortfolioLine {
                name: format!("{} {n}", HOSTILE[n as usize % HOSTILE.len()]),
                id: format!("{}", 1_000_000 + n),
                country: "DE".to_owned(),
                market: "developed".to_owned(),
                tier,
                tier_label: label.to_owned(),
                could_be: if n % 7 == 0 { "Gold".to_owned() } else { String::new() },
                entitlements: 5_000 - n * 100,
                people: 2 - n.min(2),
                distance: "Gold: 1,800 entitlements and 1 person missing".to_owned(),
                progress: 1.0 - n as f64 / 40.0,
                ahead: if n % 7 == 0 { "Without Contoso: No tier.".to_owned() } else { String::new() },
                risk: if n % 5 == 0 { "Less than 10 % to spare".to_owned() } else { String::new() },
                change: String::new(),
                problems: n % 4,
                folder: format!("partners/{}-contoso", 1_000_000 + n),
                tier_level: match n {
                    0..=4 => 2,
                    5..=17 => 1,
                    _ => 0,
                },
                could_be_level: (n % 7 == 0).then_some(2),
                market_id: "developed",
                at_risk: n % 5 == 0,
                progress_text: format!("{} %", 100 - n * 5 / 2),
            }
        })
        .collect();
    PortfolioReport {
        head: Head { name: "Portfolio".to_owned(), ..head("Partner portfolio, September 2026") },
        endorsement: None,
        totals: vec![
            (TierMark::Gold, "Gold".to_owned(), 5),
            (TierMark::Silver, "Silver".to_owned(), 13),
            (TierMark::None, "No tier".to_owned(), 22),
        ],
        totals_title: "Partners by tier".to_owned(),
        headline: "Of 40 partners 5 hold Gold, 13 hold Silver and 22 hold no tier.".to_owned(),
        at_risk: ("At risk".to_owned(), 10),
        markets: Markets {
            title: "Partners by market".to_owned(),
            market: "Market".to_owned(),
            total: "Total".to_owned(),
            tiers: [(TierMark::Gold, "Gold"), (TierMark::Silver, "Silver"), (TierMark::None, "No tier")]
                .map(|(mark, label)| (mark, label.to_owned()))
                .to_vec(),
            rows: vec![MarketRow {
                id: "developed",
                label: "developed".to_owned(),
                counts: vec![5, 13, 22],
                total: 40,
                at_risk: 8,
            }],
        },
        panels: vec![Panel {
            kind: PanelKind::Closest,
            title: "Closest to the next tier".to_owned(),
            lines: HOSTILE[..4]
                .iter()
                .map(|name| PanelLine {
                    tier: Some(TierMark::Silver),
                    name: (*name).to_owned(),
                    text: (*name).to_owned(),
                    share: Some(0.999),
                })
                .collect(),
            more: (0..5).map(|shown| format!("And {} more of this kind.", 12 - shown)).collect(),
        }],
        partners_title: "Partners".to_owned(),
        columns: [
            "Partner",
            "MPN ID",
            "Country",
            "Market",
            "Tier",
            "Could be",
            "Entitlements",
            "People",
            "Next tier",
            "Risk",
            "Change",
            "Problems",
        ]
        .map(str::to_owned),
        lines,
        trend: Some(trend(Some(TierMark::Silver))),
        page: PageWords::default(),
        findings: findings(),
        sources: sources(),
        method: method(),
    }
}
