//! Reports with everything a partner could throw at the pages: many rows, long names, many scripts.

use jiff::civil::date;

use crate::assess::Metric;
use crate::facts::Month;
use crate::finding::Severity;
use crate::report::content::*;
use crate::text::Lang;

/// Customer names in many scripts; every one must come out of the file as it went in.
pub(crate) const NAMES: [&str; 18] = [
    "Contoso Manufacturing GmbH & Co. KG",
    "Ελληνική Εταιρεία Ύδρευσης",
    "ООО «Северный ветер»",
    "Zażółć Gęślą Jaźń Sp. z o.o.",
    "Công ty Cổ phần Nguyễn Thị Bích",
    "株式会社 山田電機サービス",
    "شركة الأمل للتجارة",
    "חברת שלום בע״מ",
    "(주) 한빛 소프트웨어",
    "Fabrikam <b>& Söhne</b>",
    "Société Générale d'Équipement de l'Île-de-France et des Régions de l'Est",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "北京诺森比亚科技有限公司",
    "Türkiye İş Çözümleri A.Ş.",
    "=HYPERLINK(\"http://evil.example\")",
    "שָׁלוֹם עוֹלָם",
    "مُحَمَّد وأولاده",
    "Litware, Inc. (dba The very long trading name of a customer that nobody ever shortened)",
];

/// Workloads of the default rules.
const WORKLOADS: [&str; 5] = ["Exchange Online", "SharePoint Online", "Skype for Business", "Yammer", "ProPlus"];

fn column(title: &str, kind: Kind) -> Column {
    Column { title: title.to_owned(), kind }
}

fn text(value: impl Into<String>) -> Cell {
    Cell::Text(value.into())
}

fn head(title: &str, name: &str) -> Head {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    Head {
        lang: Lang::En,
        title: title.to_owned(),
        subject: "Cloud Productivity competency – Managed Service Partner option".to_owned(),
        name: name.to_owned(),
        facts: vec![
            fact("MPN ID", "1234567"),
            fact("Country", "Germany (DE)"),
            fact("Market", "developed"),
            fact("Reference month", "September 2026"),
            fact("As of", "30 September 2026"),
            fact("Ruleset", "cloud-productivity-managed-service"),
            fact("Edition", "2017-06-27"),
        ],
        page: "Page {page} of {pages}".to_owned(),
        footer: "tiergap 0.1.0 · cloud-productivity-managed-service, edition 2017-06-27 · as of 30 September 2026"
            .to_owned(),
        as_of: date(2026, 9, 30),
        author: "Partner Programme Office".to_owned(),
    }
}

fn name(row: usize) -> String {
    let base = NAMES[row % NAMES.len()];
    if row < NAMES.len() { base.to_owned() } else { format!("{base} {}", row / NAMES.len() + 1) }
}

fn count(row: usize, workload: usize) -> u64 {
    ((row * 37 + workload * 113) % 240) as u64
}

fn customers(rows: usize) -> Customers {
    let mut columns = vec![column("Customer", Kind::Text)];
    columns.extend(WORKLOADS.iter().map(|workload| column(workload, Kind::Int)));
    columns.push(column("Total", Kind::Int));
    let mut sums = [0_u64; 5];
    let mut lines = Vec::new();
    for row in 0..rows {
        let mut cells = vec![text(name(row))];
        let mut sum = 0;
        for (workload, total) in sums.iter_mut().enumerate() {
            let active = count(row, workload);
            cells.push(if active < 12 { Cell::Empty } else { Cell::Int(active) });
            *total += if active < 12 { 0 } else { active };
            sum += if active < 12 { 0 } else { active };
        }
        cells.push(Cell::Int(sum));
        lines.push(Row { cells, tone: Tone::Plain });
    }
    let mut total = vec![text("Total")];
    total.extend(sums.iter().map(|sum| Cell::Int(*sum)));
    total.push(Cell::Int(sums.iter().sum()));
    let mut by_workload: Vec<(String, u64)> = WORKLOADS.iter().map(|name| name.to_string()).zip(sums).collect();
    by_workload.sort_by_key(|part| std::cmp::Reverse(part.1));
    Customers {
        title: "Customers that count".to_owned(),
        intro: "Active users of eligible workloads in September 2026, where the partner is associated with the \
                customer; one person active on two workloads counts twice."
            .to_owned(),
        table: Table { columns, rows: lines, total: Some(total) },
        by_workload,
        by_workload_title: "Entitlements by workload".to_owned(),
    }
}

fn not_counted(rows: usize) -> NotCounted {
    let columns = || {
        vec![
            column("Customer", Kind::Text),
            column("Workload", Kind::Text),
            column("SKU", Kind::Text),
            column("Active users", Kind::Int),
            column("Source", Kind::Text),
        ]
    };
    let group = |title: &str, remedy: &str, from: usize, to: usize| NotCountedGroup {
        title: title.to_owned(),
        remedy: remedy.to_owned(),
        table: Table {
            columns: columns(),
            rows: (from..to)
                .map(|row| Row {
                    cells: vec![
                        text(name(row)),
                        text(WORKLOADS[row % 5]),
                        text("Office 365 Enterprise E3 (Trial)"),
                        Cell::Int(count(row, 1)),
                        text(format!("CSP_usage_export_2026-09_final_v2.xlsx › Usage › F{}", row + 4)),
                    ],
                    tone: if row.is_multiple_of(7) { Tone::Open } else { Tone::Bad },
                })
                .collect(),
            total: None,
        },
    };
    NotCounted {
        title: "What does not count".to_owned(),
        sheet: "Not counted".to_owned(),
        remark: None,
        groups: vec![
            group(
                "Trial SKU – 3 rows, 412 active users",
                "Converting these trials to paid subscriptions would make them count.",
                0,
                3,
            ),
            group(
                "No qualifying association – 9 rows, 1,204 active users",
                "Become Delegated Administrator, Transacting Partner or Digital Partner of Record of these customers.",
                3,
                (rows / 4).clamp(6, 40),
            ),
            group("Duplicate – 0 rows", "", 0, 0),
            group("Workload not eligible – 1 row, 88 active users", "Teams does not count.", 5, 6),
        ],
    }
}

fn people() -> People {
    let held = |day| CredentialMark::Held(Some(date(2025, 5, day)));
    let person = |name: &str, id: &str, marks: Vec<CredentialMark>, paths: Vec<bool>, remark: &str| PersonLine {
        name: name.to_owned(),
        id: id.to_owned(),
        email: format!("{id}@contoso-partner.example"),
        marks,
        qualifies: paths.iter().any(|met| *met),
        paths,
        remark: remark.to_owned(),
        source: "roster.xlsx › Roster › B7:F7".to_owned(),
        step: None,
    };
    People {
        title: "People and credentials".to_owned(),
        intro: "Silver needs one person who passed both exams or holds MCSA: Office 365; Gold needs two.".to_owned(),
        person_columns: ["Name".to_owned(), "MCP ID".to_owned(), "Email".to_owned()],
        credentials: vec!["Exam 70-346".to_owned(), "Exam 70-347".to_owned(), "MCSA: Office 365".to_owned()],
        paths: vec![("Both exams".to_owned(), vec![0, 1]), ("MCSA".to_owned(), vec![2])],
        path_columns: vec!["Path: Both exams".to_owned(), "Path: MCSA".to_owned()],
        path_note: "1: all of it.".to_owned(),
        combine_paths: false,
        counts_column: "Counts".to_owned(),
        closing_columns: ["Remark".to_owned(), "Source".to_owned()],
        words: ("yes".to_owned(), "no".to_owned()),
        lines: vec![
            person("Müller, Jörg", "8812345", vec![held(2), held(9), CredentialMark::Missing], vec![true, false], ""),
            person(
                "Ολυμπία Παπαδοπούλου",
                "8812346",
                vec![
                    CredentialMark::Held(None),
                    CredentialMark::NotCounted("expired 2025-01-31".to_owned()),
                    CredentialMark::Missing,
                ],
                vec![false, false],
                "Exam 70-347 is missing.",
            ),
            person(
                "محمد عبد الله",
                "8812347",
                vec![CredentialMark::Missing, CredentialMark::Missing, held(30)],
                vec![false, true],
                "MCSA: Office 365 expires on 12 November 2026.",
            ),
            person(
                "Nguyễn Văn An",
                "8812348",
                vec![CredentialMark::Missing, held(3), CredentialMark::NotCounted("not passed".to_owned())],
                vec![false, false],
                "Exam 70-346 is missing; MCSA: Office 365 was not counted.",
            ),
        ],
    }
}

fn findings(count: usize) -> Findings {
    let line = |row: usize| FindingLine {
        severity: [Severity::Error, Severity::Warning, Severity::Info][row * 3 / count.max(1)],
        severity_text: ["Error", "Warning", "Info"][row * 3 / count.max(1)].to_owned(),
        code: ["conflicting-duplicate", "unknown-workload", "ambiguous-number"][row % 3].to_owned(),
        place: format!("CSP_usage_export_2026-09_final_v2.xlsx › Usage by customer › F{}", row + 17),
        address: None,
        value: ["1.234", "Exchnage Online", "\u{202E}evil\u{07}", "☃ \u{1F9A9}"][row % 4].to_owned(),
        message: "Two rows agree in everything but the count (210 and 340); the smaller one was counted.".to_owned(),
        help: "Find out which count is right and delete the other row.".to_owned(),
    };
    Findings {
        title: "Data findings".to_owned(),
        intro: "Problems of the data, not of the partner: settling them may change the result.".to_owned(),
        columns: ["Severity", "Place", "Value", "What is wrong", "What to do", "Code"].map(str::to_owned),
        lines: (0..count).map(line).collect(),
    }
}

fn sources() -> Sources {
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let row = |file: &str, sheet: &str, role: &str, rows: u64| Row {
        cells: vec![text(file), text(sheet), text(role), Cell::Int(rows), text(hash)],
        tone: Tone::Plain,
    };
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
            rows: vec![
                row("CSP_usage_export_2026-09_final_v2.xlsx", "Usage by customer", "usage", 1204),
                row("roster.xlsx", "Roster", "roster", 17),
                row("Partner master data – Übersicht Länder & Märkte (Kopie).ods", "パートナー", "partners", 8),
            ],
            total: None,
        },
    }
}

fn method() -> Method {
    let sentences = [
        "An active entitlement is an active user on a specific workload; Exchange Online, SharePoint Online, Skype for \
         Business, Yammer and ProPlus are added up.",
        "Trial SKUs do not count.",
        "A customer counts only where the partner is Delegated Administrator, Transacting Partner or Digital Partner \
         of Record.",
        "Exams and certifications count for one and the same person.",
    ];
    Method { title: "How it was counted".to_owned(), sentences: sentences.map(str::to_owned).to_vec() }
}

/// A partner's report with this many customers.
pub(crate) fn partner(rows: usize) -> PartnerReport {
    let partner_name = "Contoso Cloud Services GmbH";
    let gauge =
        |label: &str, metric, value: u64, value_text: &str, marks: [(u64, &str); 2], verdict: &str, met| Gauge {
            label: label.to_owned(),
            metric,
            value,
            value_text: value_text.to_owned(),
            marks: marks
                .iter()
                .zip([("Silver", TierMark::Silver), ("Gold", TierMark::Gold)])
                .map(|(&(value, text), (label, tier))| GaugeMark {
                    value,
                    label: label.to_owned(),
                    value_text: text.to_owned(),
                    tier,
                })
                .collect(),
            verdict: verdict.to_owned(),
            line: format!("{label}: {verdict}"),
            met,
        };
    let requirement = |tier, tier_label: &str, metric, label: &str, required: u64, actual: u64| RequirementLine {
        tier,
        tier_label: tier_label.to_owned(),
        metric,
        label: label.to_owned(),
        required,
        actual,
        shortfall: required.saturating_sub(actual),
        met: actual >= required,
        met_text: if actual >= required { "met" } else { "not met" }.to_owned(),
    };
    let step = |text: &str, effect: &str| Step {
        text: text.to_owned(),
        effect: effect.to_owned(),
        active_users: None,
        people: None,
        name: String::new(),
    };
    PartnerReport {
        head: head(&format!("Gap report – {partner_name}"), partner_name),
        summary_title: "Summary".to_owned(),
        status: Status {
            title: "Where you stand".to_owned(),
            tier: TierMark::Silver,
            tier_label: "Silver".to_owned(),
            no_tier_label: "No tier".to_owned(),
            headline: "Contoso Cloud Services GmbH meets every requirement of Silver; for Gold, 1,530 active \
                       entitlements and one certified person are missing."
                .to_owned(),
            could_be_where: String::new(),
            could_be: Some("Were all open data problems settled in the partner's favour, it could be Gold.".to_owned()),
            risk_title: "Silver is at risk".to_owned(),
            risks: vec![
                "MCSA: Office 365 of محمد عبد الله expires on 12 November 2026.".to_owned(),
                "Active entitlements are only 8 % above the threshold.".to_owned(),
            ],
            changes: vec!["Active entitlements fell from 2,610 to 2,470 since 30 June 2026.".to_owned()],
        },
        gauges: vec![
            gauge(
                "Active entitlements",
                Metric::Entitlements,
                2470,
                "2,470",
                [(2000, "2,000"), (4000, "4,000")],
                "1,530 short of Gold",
                false,
            ),
            gauge("Certified people", Metric::People, 1, "1", [(1, "1"), (2, "2")], "1 short of Gold", false),
        ],
        requirements: Requirements {
            title: "Requirements".to_owned(),
            columns: ["Tier", "Requirement", "Required", "Actual", "Shortfall", "Status"].map(str::to_owned),
            met_words: ("met".to_owned(), "not met".to_owned()),
            live_note: String::new(),
            rows: vec![
                requirement(TierMark::Silver, "Silver", Metric::Entitlements, "Active entitlements", 2000, 2470),
                requirement(TierMark::Silver, "Silver", Metric::People, "Certified people", 1, 1),
                requirement(TierMark::Gold, "Gold", Metric::Entitlements, "Active entitlements", 4000, 2470),
                requirement(TierMark::Gold, "Gold", Metric::People, "Certified people", 2, 1),
            ],
            notes: vec!["A mixed count of both paths would have met the number of people for Gold.".to_owned()],
        },
        plan: PlanContent {
            title: "Plan for Gold".to_owned(),
            intro: "The shortest way to Gold, smallest effort first:".to_owned(),
            step_column: "Plan".to_owned(),
            steps: vec![
                step(
                    "Become Delegated Administrator, Transacting Partner or Digital Partner of Record of Fabrikam <b>& \
                     Söhne</b>, whose 820 active users would then count.",
                    "+820 active entitlements",
                ),
                step("Associate with 株式会社 山田電機サービス.", "+420 active entitlements"),
                step("Convert the trial of ООО «Северный ветер» to a paid subscription.", "+210 active entitlements"),
                step("Grow usage of eligible workloads at existing customers.", "+80 active entitlements"),
                step("Ολυμπία Παπαδοπούλου passes exam 70-347.", "+1 certified person"),
            ],
            outcome: Some("Then: Gold, with 4,000 active entitlements and 2 certified people.".to_owned()),
        },
        ahead: Some(Ahead {
            title: "Risk ahead".to_owned(),
            intro: "The next review is due on 31 Dec 2026, before the anniversary on 15 Mar 2027.".to_owned(),
            sentences: vec![
                "The tier hangs on Anna Rossi: without this person, no tier is left.".to_owned(),
                "The tier hangs on Contoso (2,100 active entitlements): without this customer, it is Silver."
                    .to_owned(),
            ],
        }),
        changes: Some(changes(rows.min(12))),
        usage: Usage {
            title: "Usage".to_owned(),
            columns: vec![column("Month", Kind::Month)],
            active_users: 0,
            verdict_columns: ["Counted", "Entitlements", "Reason", "Source"].map(str::to_owned),
            columns_note: "Column A as in the input.".to_owned(),
            counted_words: ("yes".to_owned(), "no".to_owned()),
            lines: vec![UsageLine {
                cells: vec![Month::new(2026, 9).map_or(Cell::Empty, Cell::Month)],
                counted: true,
                entitlements: 1,
                reason: String::new(),
                source: String::new(),
                tone: Tone::Good,
                note: None,
                step: None,
            }],
        },
        customers: customers(rows),
        not_counted: not_counted(rows),
        people: people(),
        findings: findings(9),
        sources: sources(),
        method: method(),
    }
}

/// A partner's report with this many customers, all of whose names are plain.
pub(crate) fn latin(rows: usize) -> PartnerReport {
    let mut report = partner(rows);
    let tables = report.not_counted.groups.iter_mut().map(|group| &mut group.table);
    for table in tables.chain([&mut report.customers.table]) {
        for (nth, row) in table.rows.iter_mut().enumerate() {
            row.cells[0] = text(format!("Customer of the number {nth} Ltd."));
        }
    }
    report.plan.steps.truncate(1);
    report.changes = None;
    report.status.risks.remove(0);
    report.people.lines.truncate(1);
    report.findings.lines.truncate(2);
    report.sources.table.rows.truncate(2);
    report
}

/// What changed, with this many customers.
fn changes(rows: usize) -> Changes {
    let then_now = ["Then", "Now"].map(|title| column(title, Kind::Int));
    let difference = || column("Change", Kind::Change);
    let columns = |titles: &[&str]| -> Vec<Column> {
        let named = titles.iter().map(|title| column(title, Kind::Text));
        named.chain(then_now.iter().cloned()).chain([difference()]).collect()
    };
    let line = |tone, cells| Row { cells, tone };
    let customer = |nth: usize| {
        let more = nth as i64 * 30 - 90;
        let cells =
            vec![text(name(nth)), text("shrunk".to_owned()), Cell::Int(400), Cell::Int(310), Cell::Change(more)];
        line(if more < 0 { Tone::Bad } else { Tone::Good }, cells)
    };
    Changes {
        title: "What changed".to_owned(),
        intro: "Compared with the review as of 30 June 2026.".to_owned(),
        figures: Table {
            columns: columns(&["Figure"]),
            rows: vec![
                line(
                    Tone::Bad,
                    vec![text("Tier".to_owned()), text("Gold".to_owned()), text("Silver".to_owned()), Cell::Empty],
                ),
                line(
                    Tone::Bad,
                    vec![text("Active entitlements".to_owned()), Cell::Int(2610), Cell::Int(2470), Cell::Change(-140)],
                ),
            ],
            total: None,
        },
        customers_title: "Customers".to_owned(),
        customers: Table {
            columns: columns(&["Customer", "What happened"]),
            rows: (0..rows).map(customer).collect(),
            total: None,
        },
        people_title: "People".to_owned(),
        people: Table {
            columns: vec![column("Name", Kind::Text), column("What happened", Kind::Text)],
            rows: vec![line(Tone::Good, vec![text("محمد عبد الله".to_owned()), text("counts now".to_owned())])],
            total: None,
        },
        findings_title: "Problems of the data".to_owned(),
        findings: Table {
            columns: ["Problem", "Customer or person", "What happened"].map(|title| column(title, Kind::Text)).into(),
            rows: vec![line(
                Tone::Open,
                ["Count cannot be read", "Contoso", "new"].map(|word| text(word.to_owned())).into(),
            )],
            total: None,
        },
        trend: Some(trend()),
    }
}

/// Three reviews, a bar each.
pub(crate) fn trend() -> Trend {
    let reviews = ["31 March 2026", "30 June 2026", "30 September 2026"].map(str::to_owned);
    let values = [2300, 2610, 2470];
    let rows = reviews
        .iter()
        .zip(values)
        .map(|(review, value)| Row { cells: vec![text(review.clone()), Cell::Int(value)], tone: Tone::Plain });
    Trend {
        title: "Trend".to_owned(),
        intro: "What each review said, the oldest first.".to_owned(),
        table: Table {
            rows: rows.collect(),
            columns: vec![column("Review", Kind::Text), column("Active entitlements", Kind::Int)],
            total: None,
        },
        charts: vec![Bars {
            title: "Active entitlements".to_owned(),
            reviews: reviews.into(),
            series: vec![Series {
                label: "Active entitlements".to_owned(),
                tier: None,
                column: 1,
                values: values.into(),
            }],
        }],
    }
}

/// A portfolio of this many partners.
pub(crate) fn portfolio(rows: usize) -> PortfolioReport {
    let line = |row: usize| PortfolioLine {
        name: name(row),
        id: format!("{}", 1_234_567 + row),
        country: "Germany (DE)".to_owned(),
        market: if row.is_multiple_of(3) { "developing market" } else { "developed market" }.to_owned(),
        tier: [TierMark::Gold, TierMark::Silver, TierMark::None][(row * 3 / rows.max(1)).min(2)],
        tier_label: ["Gold", "Silver", "No tier"][(row * 3 / rows.max(1)).min(2)].to_owned(),
        could_be: if row.is_multiple_of(5) { "could be Gold" } else { "" }.to_owned(),
        entitlements: 4800 - row as u64 * 13,
        people: 2,
        distance: if row * 3 < rows { "Highest tier held" } else { "Gold: 1,530 entitlements, 1 person" }.to_owned(),
        progress: 1.0 - row as f64 / rows.max(1) as f64,
        risk: if row.is_multiple_of(4) { "8 % to spare; MCSA expires 12 Nov 2026" } else { "" }.to_owned(),
        change: if row.is_multiple_of(6) { "Entitlements 2,610 → 2,470" } else { "" }.to_owned(),
        problems: (row % 3) as u64,
        folder: format!("partners/{}-{}", 1_234_567 + row, "contoso cloud"),
        tier_level: 2 - (row * 3 / rows.max(1)).min(2) as u32,
        could_be_level: row.is_multiple_of(5).then_some(2),
        market_id: if row.is_multiple_of(3) { "developing" } else { "developed" },
        ahead: if row.is_multiple_of(5) { "Without Anna Rossi: No tier." } else { "" }.to_owned(),
        at_risk: row.is_multiple_of(4),
        progress_text: format!("{} %", 100 - row * 100 / rows.max(1)),
    };
    let mut head = head("Portfolio review – September 2026", "Portfolio");
    head.facts.truncate(7);
    PortfolioReport {
        head,
        endorsement: None,
        totals: vec![
            (TierMark::Gold, "Gold".to_owned(), (rows / 3) as u64),
            (TierMark::Silver, "Silver".to_owned(), (rows / 3) as u64),
            (TierMark::None, "No tier".to_owned(), (rows - 2 * (rows / 3)) as u64),
        ],
        totals_title: "Partners by tier".to_owned(),
        headline: "Of 40 partners, 13 hold Gold and 13 hold Silver; 10 are at risk of losing their tier.".to_owned(),
        at_risk: ("At risk".to_owned(), 10),
        markets: Markets {
            title: "Partners by market".to_owned(),
            market: "Market".to_owned(),
            total: "Total".to_owned(),
            tiers: vec![
                (TierMark::Gold, "Gold".to_owned()),
                (TierMark::Silver, "Silver".to_owned()),
                (TierMark::None, "No tier".to_owned()),
            ],
            rows: vec![
                MarketRow {
                    id: "developed",
                    label: "Developed market".to_owned(),
                    counts: vec![9, 8, 0],
                    total: 17,
                    at_risk: 1,
                },
                MarketRow {
                    id: "developed",
                    label: "Developing market, or one whose name is rather long".to_owned(),
                    counts: vec![4, 5, 13],
                    total: 22,
                    at_risk: 1,
                },
                MarketRow {
                    id: "developed",
                    label: "Unknown market".to_owned(),
                    counts: vec![0, 0, 1],
                    total: 1,
                    at_risk: 1,
                },
            ],
        },
        panels: ["At risk", "Movers", "Closest to the next tier", "Could be better", "Data problems by file"]
            .iter()
            .enumerate()
            .map(|(nth, title)| Panel {
                kind: PanelKind::Risk,
                title: (*title).to_owned(),
                lines: (0..4.min(rows))
                    .map(|row| PanelLine {
                        tier: (nth < 4).then_some([TierMark::Gold, TierMark::Silver, TierMark::None][row % 3]),
                        name: name(row + nth),
                        text: "The tier rests on a credential that expires on 31 January 2027: MCSA: Office 365 of \
                               محمد عبد الله. Only 150 active entitlements above the threshold of 4,000."
                            .to_owned(),
                        share: (nth == 2).then_some(0.9 - row as f64 / 9.0),
                    })
                    .collect(),
                more: (0..5).map(|shown| format!("And {} more of this kind.", 10 - shown)).collect(),
            })
            .collect(),
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
        lines: (0..rows).map(line).collect(),
        trend: None,
        page: PageWords::default(),
        findings: findings(7),
        sources: sources(),
        method: method(),
    }
}
