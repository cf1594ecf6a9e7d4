//! The recognise room from outside: sheets as portals and people write them, and what is read from them.

use jiff::civil::date;
use tiergap::facts::{
    Associations, ColumnUse, Field, Market, Month, Read, Role, RosterRow, SheetFacts, SheetRef, Status, Trial,
    UsageRow, Workload,
};
use tiergap::finding::{Arg, Finding, Places, render};
use tiergap::intake::{Book, CellError, Merge, Sheet, SheetBuilder, Value};
use tiergap::recognise::{Recognised, Vocabulary, part_tables, recognise};
use tiergap::text::{Lang, Localizer};

/// A cell: `=12` is a number, `@46000` a date, `!` an error `#N/A`, `?` a formula without a value, other text itself.
fn value(text: &str) -> Value {
    if let Some(number) = text.strip_prefix('=').and_then(|n| n.parse().ok()) {
        return Value::Number(number);
    }
    if let Some(serial) = text.strip_prefix('@').and_then(|n| n.parse().ok()) {
        return Value::Date(serial);
    }
    match text {
        "" => Value::Empty,
        "!" => Value::Error(CellError::NA),
        "?" => Value::Uncalculated,
        text => Value::Text(text.into()),
    }
}

fn builder(rows: &[&str]) -> SheetBuilder {
    let mut builder = SheetBuilder::new("Sheet1", true);
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.split('|').enumerate() {
            builder.push(r as u32, c as u32, value(&cell.replace("\\n", "\n")));
        }
    }
    builder
}

fn book(sheets: Vec<Sheet>) -> Book {
    Book { label: "in.xlsx".into(), sha256: String::new(), format: None, sheets, findings: Vec::new() }
}

fn read_sheet(sheet: Sheet) -> (SheetFacts, Vec<Finding>) {
    let words = Vocabulary::shipped().expect("shipped words");
    let Recognised { mut sheets, findings } = recognise(&book(vec![sheet]), 0, &words);
    (sheets.remove(0), findings)
}

fn read(rows: &[&str]) -> (SheetFacts, Vec<Finding>) {
    read_sheet(builder(rows).finish())
}

/// No file, no sheet, no partner.
struct Nowhere;

impl Places for Nowhere {
    fn file(&self, _: u32) -> String {
        String::new()
    }

    fn sheet(&self, _: SheetRef) -> String {
        String::new()
    }

    fn partner(&self, _: u32) -> String {
        String::new()
    }
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    let mut codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

/// Findings with their cell and value, but those about missing trial and association columns.
fn problems(findings: &[Finding]) -> Vec<String> {
    let mut all: Vec<String> = findings
        .iter()
        .filter(|f| !matches!(f.code.as_str(), "no-trial-column" | "no-association-column"))
        .map(|f| {
            let cell = f.cell.map(|c| c.a1()).unwrap_or_default();
            format!("{} {cell} {}", f.code, f.value.as_deref().unwrap_or_default()).trim().to_owned()
        })
        .collect();
    all.sort_unstable();
    all
}

fn find<'a>(findings: &'a [Finding], code: &str) -> &'a Finding {
    findings.iter().find(|f| f.code.as_str() == code).expect("a finding of this code")
}

fn arg<'a>(finding: &'a Finding, name: &str) -> &'a str {
    match finding.args.iter().find(|(n, _)| *n == name) {
        Some((_, Arg::Text(text))) => text,
        _ => "",
    }
}

fn workload(row: &UsageRow) -> &'static str {
    match row.workload {
        Read::Value(Workload::Known(id)) => id.as_str(),
        Read::Value(Workload::Unknown(text)) => text.as_str(),
        _ => "-",
    }
}

fn count(row: &UsageRow) -> String {
    match row.count {
        Read::Value(n) => n.to_string(),
        Read::Unreadable { best: Some(n) } => format!("<={n}"),
        Read::Unreadable { best: None } => "?".into(),
        Read::Blank => "blank".into(),
        Read::NoColumn => "none".into(),
    }
}

fn counts(sheet: &SheetFacts) -> Vec<String> {
    sheet.usage.iter().map(count).collect()
}

fn credential(row: &RosterRow) -> String {
    match row.credential {
        Read::Value(c) => c.id.map_or_else(|| format!("other {}", c.text), |id| id.to_string()),
        _ => "-".into(),
    }
}

fn month(year: i16, month: i8) -> Read<Month> {
    Read::Value(Month::new(year, month).expect("a month"))
}

#[test]
fn usage_headers_of_every_language_give_the_same_facts() {
    for header in [
        "Partner ID|Partner Name|Customer ID|Customer Name|Workload|SKU|Trial|Association|Active Users|Month",
        "MPNId|PartnerName|CustomerTenantId|CustomerName|WorkloadName|SKU|IsTrial|PartnerAttributionType|MonthlyActiveUsers|Month",
        "ID MPN|Nome partner|ID tenant|Cliente|Carico di lavoro|SKU|Prova|Tipo di associazione|Utenti attivi|Mese",
        "MPN-ID|Partnername|Mandanten-ID|Kunde|Workload|Lizenz|Testversion|Zuordnungstyp|Aktive Benutzer|Monat",
        "ID MPN|Nom du partenaire|ID du locataire|Nom du client|Charge de travail|Référence SKU|Essai|Type d’association|Utilisateurs actifs|Mois",
        "Identificador de MPN|Nombre del asociado|ID de inquilino|Nombre del cliente|Carga de trabajo|SKU|Prueba|Tipo de asociación|Usuarios activos|Mes",
        "ID MPN|Nome do parceiro|ID do locatário|Nome do cliente|Carga de trabalho|SKU|Avaliação|Tipo de associação|Usuários ativos|Mês",
        "PARTNER_ID|partner-name|Customer id:|CUSTOMER  NAME|Workload\\nname|Sku (offer)|Trial?|Association\u{a0}Type|Active\\nUsers (n)|Period",
        "MPN ID / Codice MPN|Partner|Tenant ID|Customer|Service|Product SKU|Trial (Y/N)|Relationship|MAU|Usage month",
    ] {
        let (sheet, findings) = read(&[header, "1234567|Contoso|AB-1|Fabrikam|EXO|E3|No|DAP|=120|2026-09"]);
        assert_eq!(sheet.role, Role::Usage, "{header}");
        assert!(findings.is_empty(), "{header}: {findings:?}");
        let [row] = sheet.usage.as_slice() else { panic!("{header}") };
        assert_eq!(row.partner.id, Some("1234567".into()), "{header}");
        assert_eq!(row.partner.name, Some("Contoso".into()), "{header}");
        assert_eq!(row.customer_id, Some("ab-1".into()), "{header}");
        assert_eq!(row.customer_name, Some("Fabrikam".into()), "{header}");
        assert_eq!(workload(row), "exchange-online", "{header}");
        assert_eq!(row.sku, Some("E3".into()), "{header}");
        assert_eq!((row.trial, row.associations.bits.count_ones()), (Trial::No, 1), "{header}");
        assert_eq!((row.count, row.month), (Read::Value(120), month(2026, 9)), "{header}");
        assert_eq!(row.count_col, 8, "{header}");
    }
}

#[test]
fn roster_headers_of_every_language() {
    for header in [
        "Partner ID|Person ID|Person Name|Email|Credential|Date Achieved|Expires|Status",
        "MPNId|MCPID|IndividualName|CorpEmail|TrainingTitle|TrainingCompletionDate|ExpirationDate|ActivationStatus",
        "ID MPN|ID MCP|Nominativo|Posta elettronica|Esame|Data conseguimento|Scadenza|Stato",
        "MPN-ID|MCP-ID|Mitarbeiter|E-Mail|Prüfung|Bestanden am|Gültig bis|Ergebnis",
        "ID MPN|ID MCP|Nom complet|Courriel|Examen|Date d'obtention|Échéance|Statut",
        "ID de MPN|ID MCP|Empleado|Correo electrónico|Examen|Fecha de obtención|Caducidad|Estado",
        "ID MPN|ID MCP|Nome completo|Endereço de e-mail|Exame|Data de conclusão|Validade|Situação",
        "Partner|MCP ID|Name|Mail|Exam|Date|Expiry|Result",
    ] {
        let (sheet, findings) =
            read(&[header, "1234567|=9001|Ann Lee| Ann.Lee@Contoso.example|Exam 70-346|2020-03-05|NA|Passed"]);
        assert_eq!(sheet.role, Role::Roster, "{header}");
        assert!(findings.is_empty(), "{header}: {findings:?}");
        let [row] = sheet.roster.as_slice() else { panic!("{header}") };
        assert_eq!(row.partner.id, Some("1234567".into()), "{header}");
        assert_eq!(row.person_id, Some("9001".into()), "{header}");
        assert_eq!(row.name, Some("Ann Lee".into()), "{header}");
        assert_eq!(row.email, Some("ann.lee@contoso.example".into()), "{header}");
        assert_eq!(credential(row), "70-346", "{header}");
        assert_eq!((row.achieved, row.expires), (Read::Value(date(2020, 3, 5)), Read::Blank), "{header}");
        assert_eq!(row.status, Read::Value(Status::Passed), "{header}");
        assert_eq!(row.credential_col, 4, "{header}");
        assert_eq!((row.status_col, row.achieved_col, row.expires_col), (Some(7), Some(5), Some(6)), "{header}");
    }
}

#[test]
fn languages_by_name_by_code_and_with_a_region() {
    for (word, code) in [
        ("German", "de"),
        ("Deutsch", "de"),
        ("tedesco", "de"),
        ("de-AT", "de"),
        ("de_LU", "de"),
        ("German (Austria)", "de"),
        ("Brazilian Portuguese", "pt"),
        ("EN-NZ", "en"),
        ("polacco", "pl"),
        ("日本語", "ja"),
    ] {
        let (facts, _) = read(&["Partner ID|Country|Language|Tier", &format!("1|IT|{word}|Gold")]);
        assert_eq!(facts.partners[0].language, Some(code.into()), "{word}");
    }
    let (facts, _) = read(&["Partner ID|Country|Language|Tier", "1|IT|in person|Gold"]);
    assert_eq!(facts.partners[0].language, None);
}

#[test]
fn a_language_without_texts_is_told_to_each_partner() {
    let rows = ["Partner ID|Country|Language|Tier", "1|IT|ja|Gold", "2|IT|it|Gold", "3|IT|Polish|Gold", "4|IT|ja|Gold"];
    let (_, findings) = read(&rows);
    assert_eq!(
        problems(&findings),
        ["language-not-available C2 ja", "language-not-available C4 Polish", "language-not-available C5 ja"]
    );
    let text = Localizer::new(Lang::It).unwrap();
    let said = render(find(&findings, "language-not-available"), &text, &Nowhere);
    assert!(said.message.contains("“ja”") && said.message.contains("italiano"), "{}", said.message);
}

#[test]
fn partners_sheets_of_every_language() {
    for header in [
        "MPN ID|Partner|Country|Market|Language|Contact email|Current tier|Anniversary",
        "Codice partner|Ragione sociale partner|Paese|Mercato|Lingua|Email contatto|Livello attuale|Anniversario",
        "Partnernummer|Firma|Land|Markt|Sprache|E-Mail|Stufe|Jahrestag",
        "Numéro partenaire|Société|Pays|Marché|Langue|Courriel|Niveau|Date anniversaire",
        "Código de socio|Empresa|País|Mercado|Idioma|Correo|Nivel|Aniversario",
        "Código do parceiro|Parceiro|País|Mercado|Idioma|E-mail|Nível|Data de aniversário",
    ] {
        let (sheet, findings) =
            read(&[header, "=1234567|Contoso|Italia|in sviluppo|italiano|a@b.example|Oro|2026-06-30"]);
        assert_eq!(sheet.role, Role::Partners, "{header}");
        assert!(findings.is_empty(), "{header}: {findings:?}");
        let [row] = sheet.partners.as_slice() else { panic!("{header}") };
        assert_eq!((row.partner.id, row.partner.name), (Some("1234567".into()), Some("Contoso".into())), "{header}");
        assert_eq!((row.country, row.language), (Some("IT".into()), Some("it".into())), "{header}");
        assert_eq!(row.market, Read::Value(Market::Developing), "{header}");
        assert_eq!((row.email, row.tier), (Some("a@b.example".into()), Some("gold".into())), "{header}");
        assert_eq!(row.anniversary, Read::Value(date(2026, 6, 30)), "{header}");
    }
    let (_, findings) = read(&["Partner ID|Country|Market|Language|Tier", "1|Narnia|sideways|Klingon|Bronze"]);
    assert_eq!(
        problems(&findings),
        [
            "unknown-country B2 Narnia",
            "unknown-language D2 Klingon",
            "unknown-market C2 sideways",
            "unknown-tier E2 Bronze"
        ]
    );
}

#[test]
fn ids_of_letters_trials_in_names_and_resellers() {
    let (sheet, findings) = read(&[
        "Partner ID|Partner Name|Country|Market|Customer ID|Customer Name|Workload|SKU|Trial|Association|Active Users|Period",
        "P000001|Contoso|Germany|Developed|C000001-0001|Łódź Data|exchange online |Office 365 E3|No|Delegated Admin|=17|@46296",
        "P000001|Contoso|Germany|Developed|C000001-0002|Süd<West>|Teams|Office 365 E3 Trial|No|Indirect Reseller|=5|2026-10",
        "P000001|Contoso|Germany|Developed|C000001-0003|O'Brien|ProPlus|Office 365 ProPlus|Yes||=5|@46266",
    ]);
    assert_eq!(problems(&findings), ["unknown-association J3 Indirect Reseller", "unusual-partner-id A2 P000001"]);
    assert_eq!(find(&findings, "unusual-partner-id").count, 3);
    let rows = &sheet.usage;
    assert_eq!(rows[0].country, Some("DE".into()));
    assert_eq!(rows[0].market, Read::Value(Market::Developed));
    assert_eq!(rows[0].month, month(2026, 10)); // serial 46296 is 2026-10-01
    assert_eq!(rows[2].month, month(2026, 9)); // serial 46266 is 2026-09-01
    assert_eq!(rows.iter().map(|r| r.trial).collect::<Vec<_>>(), [Trial::No, Trial::Name, Trial::Column]);
    assert_eq!(rows.iter().map(workload).collect::<Vec<_>>(), ["exchange-online", "teams", "proplus"]);
    assert_eq!(rows[1].associations, Associations { bits: 0, unknown: true });
    assert_eq!(rows[2].associations, Associations::default());
}

#[test]
fn rows_above_the_header_speak_for_the_sheet() {
    let (sheet, findings) = read(&[
        "Quarterly usage export",
        "",
        "Partner: Contoso GmbH",
        "MPN ID|=1234567",
        "Month:|September 2026",
        "",
        "Customer|Workload|Active Users",
        "Fabrikam|Exchange|=10",
    ]);
    assert_eq!((sheet.header_row, sheet.rows), (Some(6), 1));
    assert_eq!(codes(&findings), ["no-association-column", "no-trial-column"]);
    assert_eq!(sheet.usage[0].partner.id, Some("1234567".into()));
    assert_eq!(sheet.usage[0].partner.name, Some("Contoso GmbH".into()));
    assert_eq!(sheet.usage[0].month, month(2026, 9));

    // a number in a title is no partner, and without any the column is missing
    let (sheet, findings) = read(&["Report 7654321", "Customer|Workload|Active Users", "Fabrikam|Exchange|=10"]);
    assert_eq!((sheet.role, sheet.rows, sheet.usage.len()), (Role::Usage, 1, 0));
    assert_eq!(problems(&findings), ["missing-column A2"]);
    assert_eq!(arg(find(&findings, "missing-column"), "field"), "partner-id");
}

#[test]
fn blocks_of_partners_with_headers_of_their_own() {
    let (sheet, findings) = read(&[
        "Partner: Contoso",
        "Customer|Workload|Active Users",
        "A|EXO|=1",
        "Total||=1",
        "",
        "Partner: Fabrikam",
        "Customer|Workload|Active Users",
        "B|EXO|=2",
    ]);
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.partner.name.expect("name").as_str(), count(r))).collect();
    assert_eq!(seen, [("Contoso", "1".to_owned()), ("Fabrikam", "2".to_owned())]);
    assert_eq!(problems(&findings), ["skipped-row A4 Total", "skipped-row A7 Customer"]);
}

#[test]
fn a_second_table_with_other_columns_is_read_by_its_own_header() {
    let (sheet, _) = read(&[
        "Partner ID|Customer|Workload|Active Users",
        "1111111|A|EXO|=1",
        "2222222|B|EXO|=2",
        "",
        "Active Users|Workload|Customer|Partner ID|Month",
        "=3|SPO|C|3333333|2026-09",
    ]);
    let seen: Vec<_> =
        sheet.usage.iter().map(|r| (r.partner.id.expect("id").as_str(), workload(r), count(r))).collect();
    assert_eq!(
        seen,
        [
            ("1111111", "exchange-online", "1".to_owned()),
            ("2222222", "exchange-online", "2".to_owned()),
            ("3333333", "sharepoint-online", "3".to_owned())
        ]
    );
    assert_eq!((sheet.header_row, sheet.rows), (Some(0), 3));
}

#[test]
fn wide_usage_sheets() {
    let (sheet, findings) = read(&[
        "MPN ID|Customer|Exchange Online active users|SharePoint (MAU)|Skype for Business – utenti attivi|Yammer|Office 365|Total",
        "1234567|Fabrikam|=10|20||=0|=30|=30",
        "1234567|Adatum|||x|||",
        "Total||=10|=20||=0|=30|=30",
    ]);
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.row, r.count_col, workload(r), count(r))).collect();
    assert_eq!(
        seen,
        [
            (1, 2, "exchange-online", "10".to_owned()),
            (1, 3, "sharepoint-online", "20".to_owned()),
            (1, 5, "yammer", "0".to_owned()),
            (1, 6, "office-365-total", "30".to_owned()),
            (2, 4, "skype-for-business", "?".to_owned()),
        ]
    );
    assert_eq!(problems(&findings), ["skipped-row A4 Total", "unreadable-count E3 x"]);
    assert_eq!(sheet.rows, 2);

    // one workload column and a customer column are enough
    let (sheet, _) = read(&["Partner ID|Customer|Exchange", "1|A|=5"]);
    assert_eq!((sheet.role, sheet.usage.len()), (Role::Usage, 1));
}

#[test]
fn wide_rosters() {
    let (sheet, findings) = read(&[
        "Partner ID|Name|70-346|Exam 70-347: Enabling Office 365 Services|MCSA: Office 365|MCSA: Office 365 expires",
        "1|Ann|05/03/2020|✓|no|",
        "1|Ben|=43895|failed|yes|2027-01-31",
        "1|Cyd|-||maybe|",
        "1||x|||",
    ]);
    let seen: Vec<_> = sheet
        .roster
        .iter()
        .map(|r| {
            (r.name.map_or("", |name| name.as_str()), r.credential_col, credential(r), r.status, r.achieved.value())
        })
        .collect();
    let none = Read::NoColumn;
    assert_eq!(
        seen,
        [
            ("Ann", 2, "70-346".into(), none, None),
            ("Ann", 3, "70-347".into(), Read::Value(Status::Passed), None),
            ("Ben", 2, "70-346".into(), none, Some(date(2020, 3, 5))),
            ("Ben", 3, "70-347".into(), Read::Value(Status::NotPassed), None),
            ("Ben", 4, "mcsa-office-365".into(), Read::Value(Status::Passed), None),
            ("Cyd", 4, "mcsa-office-365".into(), Read::Unreadable { best: None }, None),
            // nobody's, but it is there
            ("", 2, "70-346".into(), Read::Value(Status::Passed), None),
        ]
    );
    // 05/03/2020 under English headers, with nothing in the column to settle it
    assert_eq!(sheet.roster[0].achieved, Read::Unreadable { best: Some(date(2020, 3, 5)) });
    assert_eq!(sheet.roster[4].expires, Read::Value(date(2027, 1, 31)));
    assert_eq!(problems(&findings), ["ambiguous-date C2 05/03/2020", "missing-person B5", "unknown-status E4 maybe"]);
}

#[test]
fn headers_of_two_rows() {
    let mut sheet =
        builder(&["Partner ID|Name|Exams||Certifications", "||70-346|70-347|MCSA: Office 365", "1234567|Ann|x|x|"]);
    sheet.merge(Merge { first_row: 0, first_col: 2, last_row: 0, last_col: 3 });
    sheet.merge(Merge { first_row: 0, first_col: 0, last_row: 1, last_col: 0 });
    let (sheet, _) = read_sheet(sheet.finish());
    assert_eq!((sheet.role, sheet.header_row), (Role::Roster, Some(1)));
    assert_eq!(sheet.roster.iter().map(credential).collect::<Vec<_>>(), ["70-346", "70-347"]);
    assert_eq!(sheet.roster[0].partner.id, Some("1234567".into()));

    let mut sheet = builder(&[
        "Partner ID|Customer|Exchange Online||Yammer|",
        "||Active users|Paid units|Active users|Paid units",
        "1234567|A|=5|=9|=6|=9",
    ]);
    sheet.merge(Merge { first_row: 0, first_col: 2, last_row: 0, last_col: 3 });
    sheet.merge(Merge { first_row: 0, first_col: 4, last_row: 0, last_col: 5 });
    let (sheet, _) = read_sheet(sheet.finish());
    let seen: Vec<_> = sheet.usage.iter().map(|r| (workload(r), count(r))).collect();
    assert_eq!(seen, [("exchange-online", "5".to_owned()), ("yammer", "6".to_owned())]);
}

#[test]
fn headers_of_two_rows_without_merged_cells() {
    let (sheet, _) = read(&[
        "|||Exchange Online|SharePoint Online",
        "Partner ID|Customer|Month|Active users|Active users",
        "1234567|A|2026-09|=5|=6",
    ]);
    assert_eq!(sheet.header_row, Some(1));
    let seen: Vec<_> = sheet.usage.iter().map(|r| (workload(r), count(r))).collect();
    assert_eq!(seen, [("exchange-online", "5".to_owned()), ("sharepoint-online", "6".to_owned())]);
}

/// Workload, month and count of each row.
fn months_of(sheet: &SheetFacts) -> Vec<(&'static str, String, String)> {
    let month = |r: &UsageRow| r.month.value().map_or("-".to_owned(), |month| month.to_string());
    sheet.usage.iter().map(|r| (workload(r), month(r), count(r))).collect()
}

#[test]
fn months_above_workloads_and_below_them() {
    let (aug, sep) = ("2026-08", "2026-09");
    let (exchange, yammer) = ("exchange-online", "yammer");
    let expected = |rows: [(&'static str, &str, &str); 4]| rows.map(|(w, m, n)| (w, m.to_owned(), n.to_owned()));
    let by_month = expected([(exchange, aug, "15"), (yammer, aug, "16"), (exchange, sep, "17"), (yammer, sep, "18")]);
    let by_workload =
        expected([(exchange, aug, "15"), (exchange, sep, "16"), (yammer, aug, "17"), (yammer, sep, "18")]);
    let data = "1234567|A|=15|=16|=17|=18";
    let four = "Exchange Online|Yammer|Exchange Online|Yammer";
    // 46235 and 46266 are the first of August and of September 2026, 46295 is the last of September.
    for (first, second) in
        [("August 2026", "September 2026"), (aug, sep), ("Aug-26", "Users 09/2026"), ("@46235", "@46295")]
    {
        let months = format!("{first}||{second}|");
        let twice = format!("{first}|{second}|{first}|{second}");
        for (rows, wanted) in [
            ([format!("||{months}"), format!("Partner ID|Customer|{four}")], &by_month),
            ([format!("Partner ID|Customer|{months}"), format!("||{four}")], &by_month),
            (["||Exchange Online||Yammer|".to_owned(), format!("Partner ID|Customer|{twice}")], &by_workload),
            (["Partner ID|Customer|Exchange Online||Yammer|".to_owned(), format!("||{twice}")], &by_workload),
        ] {
            // as separated text has them, and merged as in Excel
            for merged in [false, true] {
                let mut sheet = builder(&[&rows[0], &rows[1], data]);
                if merged {
                    sheet.merge(Merge { first_row: 0, first_col: 2, last_row: 0, last_col: 3 });
                    sheet.merge(Merge { first_row: 0, first_col: 4, last_row: 0, last_col: 5 });
                }
                let (sheet, findings) = read_sheet(sheet.finish());
                assert_eq!(months_of(&sheet), wanted.as_slice(), "{rows:?} {merged}");
                assert_eq!(sheet.rows, 1, "{rows:?}");
                assert_eq!(sheet.usage[0].partner.id, Some("1234567".into()));
                assert_eq!(problems(&findings), [""; 0], "{rows:?} {merged}");
            }
        }
    }
}

#[test]
fn one_month_above_all_workloads_is_theirs() {
    let (sheet, _) = read(&["||August 2026|", "Partner ID|Customer|Exchange Online|Yammer", "1234567|A|=15|=16"]);
    let aug = || "2026-08".to_owned();
    assert_eq!(months_of(&sheet), [("exchange-online", aug(), "15".to_owned()), ("yammer", aug(), "16".to_owned())]);
    // A fiscal year has two years.
    let (sheet, findings) = read(&["FY 2026", "Partner ID|Customer|Workload|Oct|Nov|Jan", "1|A|Yammer|=1|=2|=3"]);
    assert!(sheet.usage.iter().all(|row| row.month == Read::Unreadable { best: None }));
    assert!(codes(&findings).contains(&"unreadable-month"), "{findings:?}");
    // Names of months take their year from a title.
    let (sheet, _) = read(&[
        "Usage 2026",
        "||August||September",
        "Partner ID|Customer|Exchange Online|Yammer|Yammer",
        "1234567|A|=15|=16|=17",
    ]);
    let seen: Vec<_> = months_of(&sheet).into_iter().map(|row| row.1).collect();
    assert_eq!(seen, ["2026-08", "2026-08", "2026-09"]);
    // A day says when something was printed, and a count that Excel took for a day is data.
    for rows in [
        ["||@46300|", "Partner ID|Customer|Exchange Online|Yammer", "1234567|A|=15|=16"],
        ["||05/10/2026|", "Partner ID|Customer|Exchange Online|Yammer", "1234567|A|=15|=16"],
        ["Partner ID|Customer|Exchange Online|Yammer", "1234567|A|@46235|=16", "1234567|A|=15|=16"],
    ] {
        let (sheet, _) = read(&rows);
        assert!(sheet.usage.iter().all(|row| row.month == Read::NoColumn), "{rows:?}");
        assert_eq!(sheet.usage.last().map(count).as_deref(), Some("16"), "{rows:?}");
    }
}

#[test]
fn columns_of_months_count_what_the_row_names() {
    let (exchange, yammer) = ("exchange-online", "yammer");
    let rows = |rows: &[(&'static str, &str, &str)]| {
        rows.iter().map(|(w, m, n)| (*w, (*m).to_owned(), (*n).to_owned())).collect::<Vec<_>>()
    };
    // A blank cell is no usage of its month; totals over months are not used.
    let data = ["1234567|A|Exchange Online|DAP|=15|=16|=31", "1234567|B|Yammer|DAP||=18|=18", "Total||||=15|=34|=49"];
    let expected = rows(&[(exchange, "2026-08", "15"), (exchange, "2026-09", "16"), (yammer, "2026-09", "18")]);
    let base = "Partner ID|Customer|Workload|Association";
    for above in [
        vec![format!("{base}|2026-08|2026-09|Total")],
        vec![format!("{base}|Aug 2026|Sep 2026|Total")],
        vec![format!("{base}|Active users 08/2026|Active users 09/2026|Total")],
        vec![format!("{base}|@46235|@46266|Total")],
        vec![format!("{base}|2026-08-31|2026-09-30|Total")],
        vec!["||||Active users||".to_owned(), format!("{base}|2026-08|2026-09|Total")],
        vec![format!("{base}|Active users||Total"), "||||@46235|@46266|".to_owned()],
        vec![format!("{base}|Active users||Total"), "||||August 2026|September 2026|".to_owned()],
        vec![format!("{base}|2026-08|2026-09|Total active users")],
        vec![format!("{base}|2026-08|2026-09|Total"), "||||Active users|Active users|".to_owned()],
        vec!["||||2026-08|2026-09|".to_owned(), format!("{base}|Active users|Active users|Total")],
        vec!["Utilizzo 2026".to_owned(), format!("{base}|Agosto|Settembre|Total")],
        vec!["ID partner|Cliente|Prodotto|Associazione|ago-26|set-26|Totale".to_owned()],
    ] {
        let lines: Vec<&str> = above.iter().map(String::as_str).chain(data).collect();
        let (sheet, findings) = read(&lines);
        assert_eq!(sheet.role, Role::Usage, "{above:?}");
        assert_eq!(months_of(&sheet), expected, "{above:?}");
        assert_eq!(sheet.rows, 2, "{above:?}");
        assert!(sheet.usage.iter().all(|row| row.associations.bits != 0), "{above:?}");
        assert!(problems(&findings).iter().all(|p| !p.starts_with("missing")), "{above:?} {findings:?}");
    }
    // A column of counts says more than a column called by a month.
    let (sheet, findings) =
        read(&["Partner ID|Customer|Workload|Active users|Month|2026-08", "1234567|A|Yammer|=15|2026-09|=3"]);
    assert_eq!(months_of(&sheet), rows(&[(yammer, "2026-09", "15")]));
    assert_eq!(problems(&findings), ["unmapped-column F1 2026-08"]);
    // Months of no workload are no header of usage.
    let (sheet, findings) = read(&["Partner ID|Customer|2026-08|2026-09", "1234567|A|=15|=3"]);
    assert!(sheet.usage.is_empty());
    assert!(
        codes(&findings).iter().any(|code| matches!(*code, "missing-column" | "nothing-recognised")),
        "{findings:?}"
    );
}

#[test]
fn a_header_of_months_may_be_repeated() {
    let header = "Partner ID|Customer|Workload|@46235|@46266";
    let (sheet, findings) = read(&[header, "1234567|A|Yammer|=15|=16", header, "1234567|B|Yammer|=17|=18"]);
    let counts: Vec<_> = months_of(&sheet).into_iter().map(|(_, month, count)| format!("{month} {count}")).collect();
    assert_eq!(counts, ["2026-08 15", "2026-09 16", "2026-08 17", "2026-09 18"]);
    assert_eq!(problems(&findings), ["skipped-row A3 Partner ID"]);
}

#[test]
fn a_word_for_the_count_below_workloads_is_a_row_of_the_header() {
    let (sheet, findings) = read(&[
        "Partner ID|Customer|Association|SKU|Month|Exchange Online|Yammer",
        "|||||Active users|Active users",
        "1234567|A|DAP|E3|2026-09|=15|=16",
    ]);
    let month = || "2026-09".to_owned();
    assert_eq!(
        months_of(&sheet),
        [("exchange-online", month(), "15".to_owned()), ("yammer", month(), "16".to_owned())]
    );
    assert_eq!((sheet.header_row, problems(&findings)), (Some(1), Vec::new()));
    // Of a month's columns only the one that counts is read.
    let (sheet, findings) = read(&[
        "|||||2026-08||2026-09|",
        "Partner ID|Customer|Association|SKU|Workload|Active users|Licenses|Active users|Licenses",
        "1234567|A|DAP|E3|Yammer|=15|=20|=16|=20",
    ]);
    let rows: Vec<_> = months_of(&sheet).into_iter().map(|(_, month, count)| format!("{month} {count}")).collect();
    assert_eq!(rows, ["2026-08 15", "2026-09 16"]);
    assert_eq!(problems(&findings), [""; 0]);
}

#[test]
fn names_that_pivot_tables_give_are_known() {
    for name in
        ["Sum of Active users", "Somma di Utenti attivi", "Summe von Aktive Benutzer", "Somme de Utilisateurs actifs"]
    {
        let (sheet, findings) = read(&[&format!("Partner ID|Customer|Workload|{name}"), "1234567|A|Yammer|=15"]);
        assert_eq!(counts(&sheet), ["15"], "{name}");
        assert_eq!(problems(&findings), [""; 0], "{name}");
    }
    let (sheet, _) = read(&["Partner ID|Customer|Somma di Exchange Online|Sum of Yammer", "1234567|A|=15|=16"]);
    assert_eq!(sheet.usage.iter().map(workload).collect::<Vec<_>>(), ["exchange-online", "yammer"]);
    // What may be a month's column and is not read is more than a note.
    let (sheet, findings) =
        read(&["Partner ID|Customer|Workload|2026-08|Sep 2026 (vorläufig)", "1234567|A|Yammer|=15|=16"]);
    assert_eq!(counts(&sheet), ["15"]);
    assert_eq!(problems(&findings), ["similar-header E1 Sep 2026 (vorläufig)"]);
}

#[test]
fn months_of_some_workload_columns_are_theirs_beside_a_month_column() {
    for (above, header, data) in [
        ("", "Partner ID|Customer|Month|Exchange Online|Yammer Sep 2025", "1234567|A|2026-09|=40|=3000"),
        ("Month: September 2026", "Partner ID|Customer|Exchange Online|Yammer Sep 2025", "1234567|A|=40|=3000"),
        ("", "Partner ID|Customer|Month|Yammer|Yammer Sep 2025", "1234567|A|2026-09|=40|=3000"),
    ] {
        let (sheet, findings) = read(&[above, header, data]);
        let seen: Vec<_> = months_of(&sheet).into_iter().map(|(_, month, count)| format!("{month} {count}")).collect();
        assert_eq!(seen, ["2026-09 40", "2025-09 3000"], "{header}");
        assert_eq!(problems(&findings), [""; 0]);
    }
    // Which August is not said.
    let (sheet, findings) =
        read(&["Partner ID|Customer|Month|Exchange Online|Yammer Aug", "1234567|A|2026-09|=40|=3000"]);
    assert_eq!(sheet.usage[1].month, Read::Unreadable { best: None });
    assert_eq!(problems(&findings), ["unreadable-month E1 Yammer Aug"]);
    // One month that all share gives way to the rows' own.
    let (sheet, _) = read(&["Partner ID|Customer|Month|Exchange Online 2026-08|Yammer 2026-08", "1|A|2026-09|=4|=3"]);
    assert!(sheet.usage.iter().all(|row| row.month == month(2026, 9)));
}

#[test]
fn licences_below_a_group_are_not_its_count() {
    for lower in ["Licenses|Active users|Licenses|Active users", "Active users|Licenses|Active users|Licenses"] {
        for (upper, expected) in [
            ("Exchange Online||Yammer|", ["exchange-online 2026-09", "yammer 2026-09"]),
            ("2026-08||2026-09|", ["exchange-online 2026-08", "exchange-online 2026-09"]),
        ] {
            let own = if upper.starts_with('E') { "Month" } else { "Workload" };
            let value = if upper.starts_with('E') { "2026-09" } else { "Exchange Online" };
            let (a, b) = if lower.starts_with('L') { ("=90|=15", "=90|=16") } else { ("=15|=90", "=16|=90") };
            let (sheet, findings) = read(&[
                &format!("|||{upper}"),
                &format!("Partner ID|Customer|{own}|{lower}"),
                &format!("1234567|A|{value}|{a}|{b}"),
            ]);
            let seen: Vec<_> = months_of(&sheet).into_iter().map(|(w, month, _)| format!("{w} {month}")).collect();
            assert_eq!(seen, expected, "{upper} {lower}");
            assert_eq!(counts(&sheet), ["15", "16"], "{upper} {lower}");
            assert_eq!(problems(&findings), [""; 0], "{upper} {lower}");
        }
    }
}

#[test]
fn labels_among_rows_hold_from_there_on() {
    for (first, second) in [("Partner: Alpha", "Partner: Beta"), ("Partner:|Alpha", "Partner:|Beta")] {
        let (sheet, findings) = read(&[
            first,
            "Customer|Workload|SKU|Association|Active users",
            "Fabrikam|Yammer|E3|DPOR|=300",
            "",
            second,
            "Litware|Yammer|E3|DPOR|=3000",
        ]);
        let names: Vec<_> = places(&sheet).into_iter().map(|(row, _, name, count)| (row, name, count)).collect();
        assert_eq!(names, [(2, "Alpha", "300".to_owned()), (5, "Beta", "3000".to_owned())], "{first}");
        assert_eq!(problems(&findings), [""; 0], "{first}");
    }
    let (sheet, _) = read(&[
        "Month: August 2026",
        "MPN ID|Customer|SKU|Association|Yammer",
        "1000001|Fabrikam|E3|DPOR|=3000",
        "Month: September 2026",
        "1000001|Litware|E3|DPOR|=3",
    ]);
    let seen: Vec<_> = months_of(&sheet).into_iter().map(|(_, month, count)| format!("{month} {count}")).collect();
    assert_eq!(seen, ["2026-08 3000", "2026-09 3"]);
    let (sheet, findings) =
        read(&["Partner:|Alpha|", "Name|Exam|Status", "Anna|70-346|Passed", "Partner:|Beta|", "Bruno|70-347|Passed"]);
    let people: Vec<_> =
        sheet.roster.iter().map(|r| (r.name.map(|n| n.as_str()), r.partner.name.map(|n| n.as_str()))).collect();
    assert_eq!(people, [(Some("Anna"), Some("Alpha")), (Some("Bruno"), Some("Beta"))]);
    assert_eq!(problems(&findings), [""; 0]);
    // A note that says what no title does changes nothing.
    let (sheet, findings) = read(&[
        "MPN ID|Customer|Workload|Active users|Month",
        "1000001|Fabrikam|Yammer|=300|2026-09",
        "Month: August 2026",
        "1000001|Litware|Yammer|=30|2026-09",
    ]);
    assert!(sheet.usage.iter().all(|row| row.month == month(2026, 9)));
    assert_eq!(problems(&findings), ["skipped-row A3 Month: August 2026"]);
    // Data that begin as labels do, and headers of other tables, are none.
    let (sheet, findings) = read(&[
        "Partner: Alpha",
        "Customer|Association|Workload|Active users",
        "Fabrikam - Milano|Reseller|Yammer|=100",
        "Partner: Rossi|DPOR|Yammer|=5",
        "Partner|DPOR|Yammer|=6",
    ]);
    let rows = places(&sheet).into_iter().map(|(row, _, name, count)| (row, name, count));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [(2, "Alpha", "100".to_owned()), (3, "Alpha", "5".to_owned()), (4, "Alpha", "6".to_owned())]
    );
    assert_eq!(problems(&findings).len(), 1, "the association is not known: {findings:?}");
    let (sheet, _) = read(&[
        "Partner: Alpha",
        "Customer|Workload|SKU|Association|Active users",
        "A|Yammer|E3|DPOR|=100",
        "MPN ID|Name|Exam|Status",
        "1234567|Ann|70-346|Passed",
    ]);
    assert_eq!((sheet.usage.len(), sheet.roster.len()), (1, 1));
    assert_eq!(sheet.roster[0].partner.id, Some("1234567".into()));
    // Two labels one below the other are one title; the country of the partner before is not the next one's.
    let (sheet, _) = read(&[
        "Partner: Alpha",
        "MPN ID: 1000001",
        "Country: Italy",
        "Customer|Workload|SKU|Association|Active users",
        "A|Yammer|E3|DPOR|=100",
        "MPN ID: 1000002",
        "Partner: Beta",
        "B|Yammer|E3|DPOR|=200",
    ]);
    let claims: Vec<_> = sheet
        .usage
        .iter()
        .map(|r| {
            (r.partner.id.map(|id| id.as_str()), r.partner.name.map(|n| n.as_str()), r.country.map(|c| c.as_str()))
        })
        .collect();
    assert_eq!(claims, [(Some("1000001"), Some("Alpha"), Some("IT")), (Some("1000002"), Some("Beta"), None)]);
}

#[test]
fn headers_of_two_rows_may_be_repeated() {
    let months = "||2026-08||2026-09|";
    let four = "Exchange Online|Yammer|Exchange Online|Yammer";
    // the base columns' names in the lower row, and in the upper one
    for (upper, lower) in [
        (months.to_owned(), format!("Partner ID|Customer|{four}")),
        ("Partner ID|Customer|2026-08||2026-09|".to_owned(), format!("||{four}")),
        ("||Exchange Online||Yammer|".to_owned(), "Partner ID|Customer|2026-08|2026-09|2026-08|2026-09".to_owned()),
    ] {
        for between in [vec![], vec![""], vec!["", "Page 2"]] {
            let mut rows = vec![upper.as_str(), lower.as_str(), "1|A|=1|=2|=3|=4"];
            rows.extend(between.iter().copied());
            rows.extend([upper.as_str(), lower.as_str(), "1|B|=5|=6|=7|=8"]);
            let (sheet, findings) = read(&rows);
            assert_eq!(counts(&sheet), ["1", "2", "3", "4", "5", "6", "7", "8"], "{rows:?}");
            assert_eq!(sheet.rows, 2, "{rows:?}");
            let of = |customer: &str| {
                let rows = months_of(&sheet).into_iter().zip(&sheet.usage);
                let own = rows.filter(|(_, row)| row.customer_name == Some(customer.into()));
                own.map(|((workload, month, _), _)| (workload, month)).collect::<Vec<_>>()
            };
            assert_eq!(of("A"), of("B"), "{rows:?}");
            let told = problems(&findings);
            assert!(told.iter().all(|told| told.starts_with("skipped-row")), "{rows:?} {told:?}");
        }
    }
}

#[test]
fn a_title_may_stand_in_the_upper_row_of_a_header() {
    let (sheet, findings) = read(&[
        "Partner: Alpha||Exchange Online|Yammer",
        "Customer|Month|Active users|Active users",
        "A|2026-09|=5|=6",
    ]);
    assert_eq!(
        places(&sheet).into_iter().map(|row| (row.2, row.3)).collect::<Vec<_>>(),
        [("Alpha", "5".to_owned()), ("Alpha", "6".to_owned())]
    );
    assert_eq!(problems(&findings), [""; 0]);
    let (sheet, _) =
        read(&["Usage 2026||August||September", "Partner ID|Customer|Exchange Online|Yammer|Yammer", "1|A|=5|=6|=7"]);
    let seen: Vec<_> = months_of(&sheet).into_iter().map(|row| row.1).collect();
    assert_eq!(seen, ["2026-08", "2026-08", "2026-09"]);
}

#[test]
fn another_table_below_may_have_a_header_of_two_rows() {
    let (sheet, findings) = read(&[
        "Partner ID|Customer|Workload|Month|Active users",
        "1|A|Yammer|2026-09|=9",
        "",
        "Partner: Beta",
        "||Aug 2026||Sep 2026|",
        "Customer|SKU|Exchange Online|Yammer|Exchange Online|Yammer",
        "C|E3|=300|=4000|=10|=20",
    ]);
    let seen: Vec<_> = months_of(&sheet).into_iter().map(|(_, month, count)| format!("{month} {count}")).collect();
    assert_eq!(seen, ["2026-09 9", "2026-08 300", "2026-08 4000", "2026-09 10", "2026-09 20"]);
    assert!(sheet.usage.iter().skip(1).all(|row| row.partner.name == Some("Beta".into())));
    assert_eq!(problems(&findings), [""; 0]);
    // Of a roster.
    let (sheet, findings) = read(&[
        "|||70-346||70-347|",
        "Partner ID|Partner|Name|Status|Date|Status|Date",
        "1|Alpha|Ann|Passed|2020-03-05||",
        "|||70-346||70-347|",
        "Partner ID|Partner|Name|Status|Date|Status|Date",
        "2|Beta|Ben|||Passed|2020-03-06",
    ]);
    let people: Vec<_> = sheet.roster.iter().map(|r| (r.name.map(|n| n.as_str()), credential(r))).collect();
    assert_eq!(people, [(Some("Ann"), "70-346".to_owned()), (Some("Ben"), "70-347".to_owned())]);
    assert!(problems(&findings).iter().all(|told| told.starts_with("skipped-row")), "{findings:?}");
}

#[test]
fn proof_below_exams_without_merged_cells() {
    let (sheet, findings) = read(&[
        "|||70-346|||70-347||",
        "Partner ID|Name|Email|Status|Date|Expires|Status|Date|Remarks",
        "1|Ann|ann@a.com|Passed|2020-03-05|2030-01-01|Failed|2020-03-06|",
    ]);
    let seen: Vec<_> =
        sheet.roster.iter().map(|r| (credential(r), r.status.value(), r.achieved.value(), r.expires.value())).collect();
    assert_eq!(
        seen,
        [
            ("70-346".to_owned(), Some(Status::Passed), Some(date(2020, 3, 5)), Some(date(2030, 1, 1))),
            ("70-347".to_owned(), Some(Status::NotPassed), Some(date(2020, 3, 6)), None),
        ]
    );
    assert_eq!(problems(&findings), [""; 0]);
}

#[test]
fn several_columns_for_one_credential() {
    let (sheet, findings) = read(&[
        "Partner ID|Employee|70-346 Status|70-346 Date|70-346 Expiry|70-347 Status|70-347 Date|Has MCSA: Office 365",
        "1|Ann|Passed|2018-01-01|2030-01-01|Failed|2018-01-01|No",
        "1|Bob||||Passed||Yes",
    ]);
    let seen: Vec<_> = sheet
        .roster
        .iter()
        .map(|r| (r.row, credential(r), r.status.value(), r.achieved.value(), r.expires.value()))
        .collect();
    let (passed, failed, day) = (Some(Status::Passed), Some(Status::NotPassed), Some(date(2018, 1, 1)));
    assert_eq!(
        seen,
        [
            (1, "70-346".to_owned(), passed, day, Some(date(2030, 1, 1))),
            (1, "70-347".to_owned(), failed, day, None),
            (2, "70-347".to_owned(), passed, None, None),
            (2, "mcsa-office-365".to_owned(), passed, None, None),
        ]
    );
    assert_eq!(sheet.roster[2].achieved, Read::Blank);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn merged_cells_speak_for_the_rows_they_span_and_blank_ones_do_not() {
    let mut sheet =
        builder(&["Partner|Customer|Workload|Active Users", "Contoso|A|EXO|=1", "||SPO|=2", "|B|EXO|=3", "|C|EXO|=4"]);
    sheet.merge(Merge { first_row: 1, first_col: 0, last_row: 3, last_col: 0 });
    sheet.merge(Merge { first_row: 1, first_col: 1, last_row: 2, last_col: 1 });
    let (sheet, findings) = read_sheet(sheet.finish());
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.row, r.customer_name.expect("name").as_str())).collect();
    assert_eq!(seen, [(1, "A"), (2, "A"), (3, "B")]);
    assert_eq!(problems(&findings), ["missing-partner A5"]);
    assert_eq!(sheet.rows, 4);
}

#[test]
fn totals_are_not_counted_but_customers_called_total_are() {
    let header = "Partner ID|Partner|Customer|Workload|Active Users";
    for total in [
        "||Total||=9",
        "Totale||||=9",
        "||Gesamt||=9",
        "||Summe:||=9",
        "|||Zwischensumme|=9",
        "||Sous-total||=9",
        "|Contoso Total|||=9",
        "Total general||||=9",
        "||Subtotale|EXO|=9",
        "1|Contoso|Total Fabrikam||=9",
        "GRAND TOTAL||||=9",
        "||Σ||=9",
        "|Tot. Contoso|||=9",
        "Tot. Nord Cloud S.r.l.||||=2500",
        "|||di cui trial|=0",
        "||di cui trial||=0",
        "of which trials||||=3",
        "davon Testversionen||||=3",
        "|dont essais|||=3",
        "||de los cuales prueba||=3",
        "||Totale di Fabrikam||=9",
    ] {
        let (sheet, findings) = read(&[header, "1|Contoso|Fabrikam|EXO|=9", total]);
        assert_eq!((sheet.rows, sheet.usage.len()), (1, 1), "{total}");
        assert!(codes(&findings).contains(&"skipped-row"), "{total}");
        assert!(!codes(&findings).contains(&"unreadable-count"), "{total}");
    }
    for customer in [
        "1|Contoso|Total Energies|EXO|=9",
        "1|Contoso|Summe Total GmbH|EXO|=9",
        "1|Contoso|Gesamt Verlag|EXO|=9",
        "1|Contoso|Tot. Wonen|EXO|=9",
        "1|Sum|Fab|EXO|=9",
    ] {
        let (sheet, findings) = read(&[header, "1|Contoso|Fabrikam|EXO|=9", customer]);
        assert_eq!((sheet.rows, sheet.usage.len()), (2, 2), "{customer}");
        assert!(!codes(&findings).contains(&"skipped-row"), "{customer}");
    }
}

#[test]
fn repeated_headers_and_notes_are_no_data() {
    let header = "Partner ID|Customer|Workload|Active Users";
    let (sheet, findings) = read(&[header, "1|A|EXO|=1", header, "1|B|EXO|=2", "", "Exported on 1 October 2026"]);
    assert_eq!((sheet.rows, counts(&sheet)), (2, vec!["1".to_owned(), "2".to_owned()]));
    assert_eq!(problems(&findings), ["skipped-row A3 Partner ID", "skipped-row A6 Exported on 1 October 2026"]);
}

#[test]
fn notes_below_a_table_are_no_partners() {
    let header = "Partner ID|Partner name|Customer ID|Customer|Workload|SKU|Association|Active users|Month";
    let short = "Partner|Customer|Workload|Active users";
    let data = "1234567|Contoso|t1|Fabrikam|EXO|E3|DAP|=9|2026-09";
    for (header, data, note, said) in [
        (header, data, "Legenda:|giallo|da verificare", "Legenda:"),
        (header, data, "Nota|i dati sono provvisori", "Nota"),
        (header, data, "Data estrazione|05/10/2026", "Data estrazione"),
        (header, data, "Data estrazione|@46300", "Data estrazione"),
        (header, data, "Compilato da|Giulia Bianchi", "Compilato da"),
        (header, data, "|giallo|||| ", "giallo"),
        (header, data, "verde|confermato|giallo|aperto", "verde"),
        (short, "Contoso|Fabrikam|EXO|=9", "Legenda:|giallo|da verificare", "Legenda:"),
        (short, "Contoso|Fabrikam|EXO|=9", "Compilato da|Giulia Bianchi", "Compilato da"),
        ("Partner ID|Customer|Exchange|Yammer", "1234567|Fabrikam|=9|=8", "Nota:|dati provvisori", "Nota:"),
        (
            "Partner ID|Partner name|MCP ID|Name|Exam",
            "1234567|Contoso|M1|Ann|70-346",
            "Compilato da|Ugo Bo",
            "Compilato da",
        ),
        ("Partner ID|Partner name|MCP ID|Name|Exam", "1234567|Contoso|M1|Ann|70-346", "verde|certo", "verde"),
        ("Partner|MCP ID|Name|Exam", "Contoso|M1|Ann|70-346", "Legenda:|giallo|da verificare", "Legenda:"),
        ("Partner|Name|Exam|Status", "Contoso|Ann|70-346|Passed", "Persone|3", "Persone"),
        ("Partner|Name|Exam|Status", "Contoso|Ann|70-346|Passed", "Certificati|=2", "Certificati"),
        ("Partner ID|Partner name|Country", "1234567|Contoso|Italy", "Nota|dati provvisori", "Nota"),
        ("Partner ID|Partner name|Country", "1234567|Contoso|Italy", "verde|confermato", "verde"),
        ("Partner ID|Partner name|Country", "1234567|Contoso|Italy", "Legenda:|giallo|da verificare", "Legenda:"),
        ("Ragione sociale|ID MPN|Nazione", "Contoso|1234567|Italia", "Data estrazione|05/10/2026", "Data estrazione"),
    ] {
        let (sheet, findings) = read(&[header, data, note]);
        let facts = sheet.usage.len().min(1) + sheet.roster.len() + sheet.partners.len();
        assert_eq!((sheet.rows, facts), (1, 1), "{header}: {note}");
        assert_eq!(find(&findings, "skipped-row").value.as_deref(), Some(said), "{header}: {note}");
        let told = problems(&findings);
        assert!(told.iter().all(|p| p.starts_with("skipped-row")), "{header}: {note}: {told:?}");
    }
    // a count, a workload, or a partner's ID beside a customer make it data
    for row in
        ["||t1|Fabrikam||||=9|", "1234567|Contoso||Fabrikam|EXO||||", "1234567|Contoso||Fabrikam", "Nota|x||||||=9|"]
    {
        let (sheet, findings) = read(&[header, data, row]);
        assert_eq!(sheet.rows, 2, "{row}");
        assert!(!codes(&findings).contains(&"skipped-row"), "{row}");
    }
    for (header, row) in [
        ("Partner ID|Partner name|MCP ID|Name|Exam", "1234567|Contoso||Bob|"),
        ("Partner ID|Partner name|MCP ID|Name|Exam", "1234567|Contoso|||70-347"),
        ("Partner ID|Partner name|Country", "P-12|Fabrikam|"),
        ("Partner ID|Partner name|Country", "|Fabrikam|"),
        ("Partner ID|Customer|Exchange|Yammer", "1234567|Contoso||"),
    ] {
        let (sheet, findings) = read(&[header, row]);
        assert_eq!(sheet.rows, 1, "{header}: {row}");
        assert!(!codes(&findings).contains(&"skipped-row"), "{header}: {row}");
    }
}

#[test]
fn a_company_is_the_partner_on_a_partners_sheet_and_the_customer_in_usage() {
    for name in [
        "Ragione sociale",
        "Razón social",
        "Raison sociale",
        "Firma",
        "Firmenname",
        "Company",
        "Company name",
        "Nome azienda",
        "Azienda",
        "Società",
        "Name",
        "Nome",
        "Nom",
        "Nombre",
        "Société",
        "Empresa",
    ] {
        let (sheet, findings) = read(&[&format!("{name}|ID MPN|Nazione"), "Nord Cloud|1234567|Italia"]);
        assert_eq!((sheet.role, problems(&findings)), (Role::Partners, vec![]), "{name}");
        assert_eq!(sheet.partners[0].partner.name, Some("Nord Cloud".into()), "{name}");
        assert_eq!(sheet.partners[0].country, Some("IT".into()), "{name}");
        let (sheet, findings) =
            read(&[&format!("ID MPN|{name}|Workload|Utenti attivi"), "1234567|Clinica Beta|EXO|=9"]);
        assert_eq!((sheet.role, problems(&findings)), (Role::Usage, vec![]), "{name}");
        assert_eq!(sheet.usage[0].customer_name, Some("Clinica Beta".into()), "{name}");
        assert_eq!(sheet.usage[0].partner.name, None, "{name}");
    }
    let (sheet, findings) = read(&[
        "Ragione sociale|ID MPN|Nazione|Mercato|Lingua|Referente e-mail|Livello attuale|Anniversario",
        "Nord Cloud|1234567|Italia|sviluppato|italiano|x@nord.example|Silver|31/03/2027",
    ]);
    assert_eq!((sheet.role, problems(&findings)), (Role::Partners, vec![]));
    let [row] = sheet.partners.as_slice() else { panic!("one row") };
    assert_eq!(row.email, Some("x@nord.example".into()));
    assert_eq!((row.market, row.anniversary), (Read::Value(Market::Developed), Read::Value(date(2027, 3, 31))));
    assert_eq!((row.language, row.tier), (Some("it".into()), Some("silver".into())));
}

#[test]
fn a_month_without_its_year_takes_it_from_a_title_that_agrees() {
    let header = "Partner ID|Customer|Workload|Active users|Month";
    for (title, said, expected) in [
        ("Utilizzo clienti – settembre 2026", "Settembre", month(2026, 9)),
        ("Utilizzo clienti – settembre 2026", "sett.", month(2026, 9)),
        ("Usage 2026", "August", month(2026, 8)),
        ("Utilizzo clienti – settembre 2026", "Agosto", Read::Unreadable { best: None }),
        ("Usage 2025/2026", "September", Read::Unreadable { best: None }),
        ("Utilizzo clienti", "Settembre", Read::Unreadable { best: None }),
        ("Estratto il 05/10/2026", "Settembre", Read::Unreadable { best: None }),
        ("Report 7654321", "Settembre", Read::Unreadable { best: None }),
    ] {
        let (sheet, findings) = read(&[title, "", header, &format!("1|A|EXO|=1|{said}")]);
        assert_eq!(sheet.usage[0].month, expected, "{title} / {said}");
        let unreadable = expected == Read::Unreadable { best: None };
        assert_eq!(codes(&findings).contains(&"unreadable-month"), unreadable, "{title} / {said}");
    }
}

#[test]
fn what_looked_most_like_a_header_is_told() {
    let (_, findings) = read(&["Elenco", "", "Ragione sociale|Fatturato|Settore X", "Nord|=5|y", "Sud|=6|z"]);
    assert_eq!(
        arg(find(&findings, "nothing-recognised"), "detail"),
        "Sheet1!A3: Ragione sociale, Fatturato, Settore X"
    );
    let (_, findings) = read(&["|Groceries", "|=5"]);
    assert_eq!(arg(find(&findings, "nothing-recognised"), "detail"), "Sheet1!B1: Groceries");
}

#[test]
fn counts_that_cannot_be_read_are_findings() {
    let (sheet, findings) = read(&[
        "Partner ID|Customer|Workload|Active Users",
        "1|A|EXO|1.770",
        "1|B|EXO|=-3",
        "1|C|EXO|=12.5",
        "1|D|EXO|!",
        "1|E|EXO|?",
        "1|F|EXO|2.61K",
        "1|G|EXO|",
        "1|H|EXO|-",
        "1|I|EXO|many",
        "1|J|EXO|=0",
        "1|K|EXO|@46000",
    ]);
    assert_eq!(counts(&sheet), ["1770", "?", "?", "?", "?", "<=2615", "?", "?", "?", "0", "?"]);
    assert_eq!(
        problems(&findings),
        [
            "unreadable-count D10 many",
            "unreadable-count D12 2025-12-09",
            "unreadable-count D3 -3",
            "unreadable-count D4 12.5",
            "unreadable-count D5 #N/A",
            "unreadable-count D6 =?",
            "unreadable-count D7 2.61K",
            "unreadable-count D8",
            "unreadable-count D9 -",
        ]
    );
    let (sheet, findings) = read(&["Partner ID|Customer|Workload|Active Users", "1|A|EXO|1.234", "1|B|EXO|1,234"]);
    assert_eq!(counts(&sheet), ["<=1234", "<=1234"]);
    assert_eq!(problems(&findings), ["ambiguous-number D2 1.234", "ambiguous-number D3 1,234"]);
    assert_eq!(arg(find(&findings, "ambiguous-number"), "readings"), "1.234 / 1234");
}

#[test]
fn months_by_the_columns_own_evidence() {
    for (column, expected) in [
        (["01/08/2026", "01/09/2026"], [month(2026, 8), month(2026, 9)]),
        (["08/01/2026", "09/01/2026"], [month(2026, 8), month(2026, 9)]),
        (["30/09/2026", "05/08/2026"], [month(2026, 9), month(2026, 8)]),
        (["set 2026", "Sep-26"], [month(2026, 9), month(2026, 9)]),
        (["=202609", "=46266"], [month(2026, 9), month(2026, 9)]),
        (["2026-09-01T00:00:00", "@46266.5"], [month(2026, 9), month(2026, 9)]),
    ] {
        let (sheet, findings) = read(&[
            "Partner ID|Customer|Workload|Active Users|Month",
            &format!("1|A|EXO|=1|{}", column[0]),
            &format!("1|B|EXO|=1|{}", column[1]),
        ]);
        assert_eq!(sheet.usage.iter().map(|r| r.month).collect::<Vec<_>>(), expected, "{column:?}");
        assert!(problems(&findings).is_empty(), "{column:?}");
    }
    let (sheet, findings) = read(&[
        "Partner ID|Customer|Workload|Active Users|Month",
        "1|A|EXO|=1|03/04/2026",
        "1|B|EXO|=1|Q3",
        "1|C|EXO|=1|",
    ]);
    let either = Read::Unreadable { best: month(2026, 3).value() };
    let unreadable = Read::Unreadable { best: None };
    assert_eq!(sheet.usage.iter().map(|r| r.month).collect::<Vec<_>>(), [either, unreadable, Read::Blank]);
    assert_eq!(sheet.usage[0].month_or, month(2026, 4).value());
    assert_eq!(problems(&findings), ["ambiguous-date E2 03/04/2026", "unreadable-month E3 Q3", "unreadable-month E4"]);
}

#[test]
fn dates_of_a_roster() {
    let (sheet, findings) = read(&[
        "Partner ID|Name|Exam|Achieved|Expires",
        "1|A|70-346|13/02/2020|never",
        "1|B|70-346|03/02/2020|03/02/2027",
        "1|C|70-346|yes|",
        "1|D|70-346|2020-02|!",
    ]);
    let rows = &sheet.roster;
    assert_eq!((rows[0].achieved, rows[0].expires), (Read::Value(date(2020, 2, 13)), Read::Blank));
    assert_eq!(rows[1].achieved, Read::Value(date(2020, 2, 3)));
    assert_eq!(rows[1].expires, Read::Unreadable { best: Some(date(2027, 3, 2)) });
    assert_eq!(rows[2].achieved, Read::Unreadable { best: None });
    assert_eq!(rows[3].achieved, Read::Value(date(2020, 2, 29)));
    assert_eq!(
        problems(&findings),
        ["ambiguous-date E3 03/02/2027", "unreadable-date D4 yes", "unreadable-date E5 #N/A"]
    );
}

#[test]
fn associations_as_exports_spell_them() {
    let words = Vocabulary::shipped().expect("shipped words");
    let (dap, transacting, dpor) = ("delegated-administrator", "transacting-partner", "digital-partner-of-record");
    for (text, ids) in [
        ("DAP", vec![dap]),
        ("Delegated Admin", vec![dap]),
        ("amministratore delegato", vec![dap]),
        ("Administrateur délégué", vec![dap]),
        ("CSP Tier 1", vec![transacting]),
        ("CSP Tier 2", vec![transacting]),
        ("Transacting partner of record", vec![transacting]),
        ("Partner of record (DPOR/POR)", vec![dpor]),
        ("DPOR", vec![dpor]),
        ("Partner of record", vec![dpor]),
        ("FastTrack Partner", vec!["fast-track-partner"]),
        ("Partner admin link (PAL)", vec!["partner-admin-link"]),
        ("CPOR", vec!["claiming-partner-of-record"]),
        ("Deal registration", vec!["deal-registration"]),
        ("Partner as end-customer", vec!["end-customer"]),
        ("DAP; DPOR", vec![dap, dpor]),
        ("DAP, CSP Tier 1 and PAL", vec![dap, transacting, "partner-admin-link"]),
        ("DAP/PAL", vec![dap, "partner-admin-link"]),
        ("DAP\\nTransacting Partner", vec![dap, transacting]),
        ("UNKNOWN", vec![]),
        ("NULL", vec![]),
        ("-", vec![]),
        ("none", vec![]),
        ("n/a", vec![]),
        ("keine", vec![]),
        ("Nessuna", vec![]),
        ("aucun", vec![]),
        ("ninguna", vec![]),
        ("nenhuma", vec![]),
    ] {
        let (sheet, findings) =
            read(&["Partner ID|Customer|Workload|Active Users|Association", &format!("1|A|EXO|=1|{text}")]);
        let ids: Vec<_> = ids.into_iter().map(Into::into).collect();
        let bits = words.association_bits(&ids).expect("shipped associations");
        assert_eq!(sheet.usage[0].associations, Associations { bits, unknown: false }, "{text}");
        assert_eq!(codes(&findings), ["no-trial-column"], "{text}");
    }
    let (sheet, findings) =
        read(&["Partner ID|Customer|Workload|Active Users|Association", "1|A|EXO|=1|DAP; Best Friend"]);
    assert!(sheet.usage[0].associations.unknown && sheet.usage[0].associations.bits != 0);
    assert_eq!(problems(&findings), ["unknown-association E2 Best Friend"]);
    // other kinds of partners and sales are no "none"
    for word in ["Indirect Reseller", "Reseller", "CSP", "Advisor", "Direct", "Distributor", "Rivenditore", "altro"] {
        let (sheet, findings) =
            read(&["Partner ID|Customer|Workload|Active Users|Association", &format!("1|A|EXO|=1|{word}")]);
        assert_eq!(sheet.usage[0].associations, Associations { bits: 0, unknown: true }, "{word}");
        assert_eq!(problems(&findings), [format!("unknown-association E2 {word}")]);
    }
}

#[test]
fn trials_by_column_and_by_name() {
    for (cell, sku, expected) in [
        ("Yes", "E3", Trial::Column),
        ("sì", "E3", Trial::Column),
        ("=1", "E3", Trial::Column),
        ("Trial", "E3", Trial::Column),
        ("Testversion", "E3", Trial::Column),
        ("Free", "E3", Trial::Column),
        ("No", "E3", Trial::No),
        ("Paid", "E3", Trial::No),
        ("", "E3", Trial::No),
        ("No", "OFFICE 365 E3 TRIAL", Trial::Name),
        ("", "Office 365 E3 (prova)", Trial::Name),
        ("", "Référence d'évaluation E3", Trial::Name),
        ("", "ENTERPRISEPACK_TRIAL", Trial::Name),
        ("", "Office 365 E3 (non-trial)", Trial::No),
        ("", "Contesto E3", Trial::No),
    ] {
        let (sheet, findings) = read(&[
            "Partner ID|Customer|Workload|Active Users|Association|Trial|SKU",
            &format!("1|A|EXO|=1|DAP|{cell}|{sku}"),
        ]);
        assert_eq!(sheet.usage[0].trial, expected, "{cell} / {sku}");
        assert!(findings.is_empty(), "{cell} / {sku}");
    }
    let (sheet, findings) =
        read(&["Partner ID|Customer|Workload|Active Users|Association|Trial", "1|A|EXO|=1|DAP|perhaps"]);
    assert_eq!((sheet.usage[0].trial, problems(&findings)), (Trial::No, vec!["unknown-trial F2 perhaps".to_owned()]));
    let (sheet, _) = read(&["Partner ID|Customer|Workload|Active Users|Paid?", "1|A|EXO|=1|No", "1|B|EXO|=1|Yes"]);
    assert_eq!(sheet.usage.iter().map(|r| r.trial).collect::<Vec<_>>(), [Trial::Column, Trial::No]);
}

#[test]
fn a_country_is_the_partners_unless_it_follows_the_customer() {
    for (header, row, country, market) in [
        ("Partner|Country|Customer|Workload|Users", "P|Italy|A|EXO|=1", Some("IT"), Read::NoColumn),
        ("Partner|Customer|Country|Workload|Users", "P|A|Italy|EXO|=1", None, Read::NoColumn),
        ("Partner|Customer|Market|Workload|Users", "P|A|Italy|EXO|=1", None, Read::NoColumn),
        ("Partner|Market|Customer|Workload|Users", "P|Italy|A|EXO|=1", Some("IT"), Read::NoColumn),
        ("Partner|Customer|Market|Workload|Users", "P|A|Developing|EXO|=1", None, Read::Value(Market::Developing)),
        ("Partner|Market|Customer|Workload|Users", "P|Industrieland|A|EXO|=1", None, Read::Value(Market::Developed)),
        ("Partner|CustomerMarket|Customer|Workload|Users", "P|Italy|A|EXO|=1", None, Read::NoColumn),
    ] {
        let (sheet, findings) = read(&[header, row]);
        assert_eq!(sheet.usage[0].country, country.map(Into::into), "{header} {row}");
        assert_eq!(sheet.usage[0].market, market, "{header} {row}");
        assert!(problems(&findings).is_empty(), "{header} {row}");
    }
}

#[test]
fn ids_are_one_however_they_are_written() {
    let (sheet, findings) = read(&[
        "Partner ID|Tenant ID|Workload|Active Users",
        "1234567|{ABCDEF01-0000-0000-0000-000000000001}|EXO|=1",
        "=1234567|abcdef01-0000-0000-0000-000000000001|EXO|=1",
        "1234567.0| abcdef01-0000-0000-0000-000000000001|EXO|=1",
        "1 234 567|x|EXO|=1",
        "MPN 1234567|x|EXO|=1",
        "N/A|x|EXO|=1",
        "1234567|00000000-0000-0000-0000-000000000000|EXO|=1",
    ]);
    assert!(sheet.usage.iter().all(|r| r.partner.id == Some("1234567".into())));
    assert_eq!(sheet.usage.len(), 6);
    let tenant = Some("abcdef01-0000-0000-0000-000000000001".into());
    assert!(sheet.usage.iter().take(3).all(|r| r.customer_id == tenant));
    assert_eq!(problems(&findings), ["missing-customer B8", "missing-partner A7"]);
}

#[test]
fn almost_right_headers_are_told_and_the_role_stays_plain() {
    let (sheet, findings) = read(&["Partner ID|Customer|Workload|Activ Users", "1|A|EXO|=1"]);
    assert_eq!((sheet.role, sheet.rows), (Role::Usage, 1));
    assert_eq!(problems(&findings), ["missing-column A1", "similar-header D1 Activ Users"]);
    let similar = find(&findings, "similar-header");
    assert_eq!((arg(similar, "header"), arg(similar, "suggestion")), ("Activ Users", "Active users"));
    assert_eq!(counts(&sheet), ["none"]);
    assert!(sheet.columns.iter().any(|c| c.col == 3 && c.used == ColumnUse::Unmapped));

    let (sheet, findings) = read(&["Partner ID|Name|Certifcation|Date achieved", "1|A|70-346|2020-01-31"]);
    assert_eq!(sheet.role, Role::Roster);
    assert_eq!(problems(&findings), ["missing-column A1", "similar-header C1 Certifcation"]);

    let (_, findings) = read(&[
        "Partner ID|Customer|Workload|Active Users|Favourite colour|Segment|County Code",
        "1|A|EXO|=1|red|SMB|7",
    ]);
    assert_eq!(problems(&findings), ["unmapped-column E1 Favourite colour"]);
}

#[test]
fn portal_columns_that_share_a_field() {
    let (sheet, findings) = read(&[
        "PGAMpnId|MPNId|PartnerName|CustomerTenantId|CustomerName|CustomerTpid|WorkloadName|Month|PaidAvailableUnits|MonthlyActiveUsers|CustomerMarket|PartnerAttributionType|IsDuplicateRowForPGA|SKUId|SKU",
        "9999999|1234567|Contoso|t1|Fabrikam|77|Sfb|2026-09-01T00:00:00|=50|=40|Italy|CSP Tier 1|=0|abc|E3",
    ]);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(sheet.usage[0].partner.id, Some("1234567".into()));
    assert_eq!(sheet.usage[0].sku, Some("E3".into()));
    assert_eq!(sheet.column(Field::PartnerId), Some(1));
    assert_eq!((count(&sheet.usage[0]), workload(&sheet.usage[0])), ("40".to_owned(), "skype-for-business"));
    // alone it is the partner's ID
    let (sheet, _) = read(&["PGAMpnId|CustomerName|WorkloadName|MonthlyActiveUsers", "9999999|A|EXO|=1"]);
    assert_eq!(sheet.usage[0].partner.id, Some("9999999".into()));

    let (sheet, findings) = read(&["Partner ID|Customer|Workload|Active users|Monthly active users", "1|A|EXO|=1|=2"]);
    assert_eq!(counts(&sheet), ["1"]);
    assert_eq!(problems(&findings), ["ambiguous-column E1 Monthly active users"]);
}

#[test]
fn training_completions_as_the_portal_exports_them() {
    let (sheet, findings) = read(&[
        "PGAMpnId|TrainingActivityId|TrainingTitle|TrainingType|IndividualFirstName|IndividualLastName|Email|CorpEmail|TrainingCompletionDate|ExpirationDate|ActivationStatus|Month|IcMCP|MCPID|MPNId|PartnerName|PartnerCityLocation|PartnerCountryLocation",
        "9|a1|Exam 70-347: Enabling Office 365 Services|Exam|Ann|Lee|ann@home.example|ann@work.example|2017-03-10T00:00:00+00:00|NA|Active|2017-03|1|=9001|1234567|Contoso|Rome|Italy",
        "9|a2|Learn about cats|Learn: Module|Ben|Roy|ben@home.example||2017-03-10|NA|Active|2017-03|0||1234567|Contoso|Rome|Italy",
    ]);
    assert!(findings.is_empty(), "{findings:?}");
    let rows = &sheet.roster;
    assert_eq!((credential(&rows[0]), credential(&rows[1])), ("70-347".into(), "other Learn about cats".into()));
    assert_eq!((rows[0].name, rows[0].email), (Some("Ann Lee".into()), Some("ann@work.example".into())));
    assert_eq!((rows[0].person_id, rows[1].person_id), (Some("9001".into()), None));
    assert_eq!((rows[0].achieved, rows[0].expires), (Read::Value(date(2017, 3, 10)), Read::Blank));
    assert_eq!(rows[1].email, Some("ben@home.example".into()));
    assert_eq!(rows[0].partner.id, Some("1234567".into()));
}

#[test]
fn statuses_in_six_languages() {
    for (text, status) in [
        ("Passed", Status::Passed),
        ("Active", Status::Passed),
        ("attivo", Status::Passed),
        ("Superato", Status::Passed),
        ("bestanden", Status::Passed),
        ("Réussi", Status::Passed),
        ("Aprobado", Status::Passed),
        ("Ativo", Status::Passed),
        ("✓", Status::Passed),
        ("Passed (820)", Status::Passed),
        ("Not passed", Status::NotPassed),
        ("nicht bestanden", Status::NotPassed),
        ("non superato", Status::NotPassed),
        ("Échoué", Status::NotPassed),
        ("Caducado", Status::NotPassed),
        ("Reprovado", Status::NotPassed),
        ("In Progress", Status::NotPassed),
        ("Revoked", Status::NotPassed),
        ("no", Status::NotPassed),
    ] {
        let (sheet, findings) = read(&["Partner ID|Name|Exam|Status", &format!("1|A|70-346|{text}")]);
        assert_eq!((sheet.roster[0].status, findings.len()), (Read::Value(status), 0), "{text}");
    }
    let (sheet, findings) =
        read(&["Partner ID|Name|Exam|Status", "1|A|70-346|", "1|B|70-346|Wobbly", "1|C||Passed", "1||70-346|Passed"]);
    assert_eq!(
        sheet.roster.iter().map(|r| r.status).collect::<Vec<_>>(),
        [Read::Blank, Read::Unreadable { best: None }, Read::Value(Status::Passed), Read::Value(Status::Passed)]
    );
    assert_eq!((sheet.roster[3].name, sheet.roster[3].email), (None, None));
    assert_eq!(sheet.roster[2].credential, Read::Blank);
    assert_eq!(problems(&findings), ["missing-credential C4", "missing-person B5", "unknown-status D3 Wobbly"]);
}

#[test]
fn unknown_and_empty_workloads() {
    let (sheet, findings) =
        read(&["Partner ID|Customer|Workload|Active Users", "1|A|Exchnge Online|=1", "1|B||=1", "1|C|!|=1"]);
    assert_eq!(sheet.usage[0].workload, Read::Value(Workload::Unknown("Exchnge Online".into())));
    assert_eq!(sheet.usage[1].workload, Read::Blank);
    assert_eq!(sheet.usage[2].workload, Read::Unreadable { best: None });
    assert_eq!(
        problems(&findings),
        ["missing-workload C3", "unknown-workload C2 Exchnge Online", "unreadable-cell C4 #N/A"]
    );
    assert_eq!(arg(find(&findings, "unknown-workload"), "suggestion"), "Exchange Online");
}

#[test]
fn sheets_that_say_nothing_of_partners() {
    let (sheet, findings) = read(&["Groceries|Price", "Milk|=1"]);
    assert_eq!((sheet.role, codes(&findings)), (Role::None, vec!["ignored-sheet", "nothing-recognised"]));

    let words = Vocabulary::shipped().expect("shipped words");
    let mut hidden = SheetBuilder::new("Hidden", false);
    for (c, text) in ["Partner ID", "Customer", "Workload", "Active Users"].into_iter().enumerate() {
        hidden.push(0, c as u32, Value::Text(text.into()));
    }
    let empty = SheetBuilder::new("Empty", true).finish();
    let all = recognise(&book(vec![empty, builder(&["Groceries"]).finish(), hidden.finish()]), 3, &words);
    assert_eq!(all.sheets.iter().map(|s| s.role).collect::<Vec<_>>(), [Role::None, Role::None, Role::Usage]);
    assert!(all.sheets.iter().all(|s| s.sheet.file == 3));
    assert_eq!(codes(&all.findings), ["hidden-sheet", "ignored-sheet", "no-association-column", "no-trial-column"]);
}

#[test]
fn the_users_own_header_names_are_used() {
    let words = Vocabulary::shipped()
        .and_then(|words| words.with_columns("active-users = [\"Köpfe\"]\ncustomer-name = [\"Segment\"]", "own.toml"))
        .expect("own columns");
    let sheet = builder(&["Partner ID|Segment|Workload|KOPFE", "1|A|EXO|=7"]).finish();
    let read = recognise(&book(vec![sheet]), 0, &words);
    assert_eq!(counts(&read.sheets[0]), ["7"]);
    assert_eq!(read.sheets[0].usage[0].customer_name, Some("A".into()));
}

#[test]
fn a_column_for_each_association_and_months_beside_years() {
    let words = Vocabulary::shipped().expect("shipped words");
    let (sheet, findings) = read(&[
        "Partner ID|Cliente|Carico di lavoro|SKU|DAP|Partner of record|Utenti attivi|Anno|Mese",
        "1|A|EXO|E3|x||=1|=2026|=9",
        "1|B|EXO|E3||sì|=1|=2026|settembre",
        "1|C|EXO|E3|no|boh|=1|2026|9",
    ]);
    let bits = |id: &str| words.association_bits(&[id.into()]).expect("association");
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.associations.bits, r.associations.unknown, r.month)).collect();
    assert_eq!(
        seen,
        [
            (bits("delegated-administrator"), false, month(2026, 9)),
            (bits("digital-partner-of-record"), false, month(2026, 9)),
            (0, true, month(2026, 9)),
        ]
    );
    assert_eq!(problems(&findings), ["unknown-association F4 boh"]);
}

#[test]
fn number_and_title_or_exam_and_certification_side_by_side() {
    let (sheet, findings) = read(&[
        "Partner ID|Name|Exam number|Exam title|Certification|Passed on",
        "1|Ann|70-346|Managing Office 365 Identities||2020-01-31",
        "1|Ben|||MCSA: Office 365|2020-01-31",
        "1|Cyd|70-347||MCSA: Office 365|2020-01-31",
        "1|Dan|Chess|||2020-01-31",
    ]);
    let seen: Vec<_> = sheet.roster.iter().map(|r| (r.row, r.credential_col, credential(r))).collect();
    assert_eq!(
        seen,
        [
            (1, 2, "70-346".to_owned()),
            (2, 4, "mcsa-office-365".to_owned()),
            (3, 2, "70-347".to_owned()),
            (3, 4, "mcsa-office-365".to_owned()),
            (4, 2, "other Chess".to_owned()),
        ]
    );
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn other_exports_of_the_portal_are_ignored_and_said_so() {
    for header in [
        "CustomerName|CustomerTenantId|CustomerTpid|DUNSNumber|CustomerSegment|Product|SKU|Month|MPNId|PartnerName|SalesChannel|AvailableSeats",
        "SubscriptionId|SubscriptionStartDate|SubscriptionEndDate|SubscriptionState|IsAutoRenew|CustomerName|Product|AvailableSeats",
        "CompetencyName|CompetencyLevel|CompetencyStatus|CompetencyStartDate|CompetencyEndDate",
    ] {
        let row = vec!["x"; header.split('|').count()].join("|");
        let (sheet, findings) = read(&[header, &row]);
        assert_eq!(sheet.role, Role::None, "{header}");
        assert_eq!(codes(&findings), ["ignored-sheet", "nothing-recognised"], "{header}");
    }
}

#[test]
fn flags_zeros_and_answers_are_no_ids() {
    let (sheet, _) = read(&[
        "Partner ID|Partner Name|IcMCP|Name|Email|Exam",
        "1234567|Contoso|Y|Ann|ann@a.example|70-346",
        "0|Contoso|Y|Ben|noemail@|70-347",
        "000|Contoso|N|Cyd|@a.example|70-347",
        "000|Contoso|N|Dan|Dan@Contoso|70-347",
    ]);
    assert_eq!(sheet.roster.iter().filter(|r| r.person_id.is_some()).count(), 0);
    let ids: Vec<_> = sheet.roster.iter().map(|r| r.partner.id.map(|id| id.as_str())).collect();
    assert_eq!(ids, [Some("1234567"), None, None, None]);
    let emails: Vec<_> = sheet.roster.iter().map(|r| r.email.map(|e| e.as_str())).collect();
    assert_eq!(emails, [Some("ann@a.example"), None, None, Some("dan@contoso")]);

    for (id, read_as, finding) in [
        ("=9001", Some("9001"), false),
        ("AB-12", Some("AB-12"), false),
        ("=0", None, false),
        ("00-00", None, false),
        ("Yes", None, false),
        ("pending", None, false),
        ("TBD", None, false),
        ("#WERT!", None, true),
        ("#RIF!", None, true),
        ("#¡REF!", None, true),
    ] {
        let (sheet, findings) = read(&["Partner ID|MCP ID|Name|Exam", &format!("1|{id}|Ann|70-346")]);
        assert_eq!(sheet.roster[0].person_id.map(|id| id.as_str()), read_as, "{id}");
        assert_eq!(codes(&findings) == ["unreadable-cell"], finding, "{id} {findings:?}");
    }
    // a column of nothing but 0 and 1 under an ID's name, for several people
    let (sheet, _) = read(&["Partner ID|MCP|Name|Exam", "1|=1|Ann|70-346", "1|=1|Ben|70-347"]);
    assert!(sheet.roster.iter().all(|r| r.person_id.is_none()));
    let (sheet, _) = read(&["Partner ID|MCP|Name|Exam", "1|=1|Ann|70-346", "1|=1|Ann|70-347"]);
    assert!(sheet.roster.iter().all(|r| r.person_id == Some("1".into())));

    let (sheet, findings) =
        read(&["Partner ID|Tenant ID|Customer|Workload|Active Users", "1|0|A|EXO|=1", "1|0000||EXO|=1"]);
    assert!(sheet.usage.iter().all(|r| r.customer_id.is_none()));
    assert_eq!(problems(&findings), ["missing-customer C3"]);
}

#[test]
fn a_share_of_a_workload_is_no_count_of_it() {
    let (sheet, findings) =
        read(&["MPN ID|Customer|Exchange Online|Exchange Online %|SharePoint %|SharePoint", "1|A|=5|=90|=80|=6"]);
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.count_col, workload(r), count(r))).collect();
    assert_eq!(seen, [(2, "exchange-online", "5".to_owned()), (5, "sharepoint-online", "6".to_owned())]);
    assert!(problems(&findings).is_empty(), "{findings:?}");
}

#[test]
fn groups_above_say_whose_a_name_is() {
    for (groups, below) in [
        ("Partner||Customer||Usage|", "ID|Name|ID|Name|Workload|Active users"),
        ("Partner||Cliente||Uso|", "Codice|Nome|Codice|Nome|Carico di lavoro|Utenti attivi"),
        ("Partner||Kunde||Nutzung|", "Kennung|Name|Kennung|Name|Workload|Aktive Benutzer"),
    ] {
        let mut sheet = builder(&[groups, below, "1234567|Contoso|t1|Fabrikam|EXO|=5"]);
        for first_col in [0, 2, 4] {
            sheet.merge(Merge { first_row: 0, first_col, last_row: 0, last_col: first_col + 1 });
        }
        let (sheet, findings) = read_sheet(sheet.finish());
        let [row] = sheet.usage.as_slice() else { panic!("{below}: {sheet:?}") };
        assert_eq!((row.partner.id, row.partner.name), (Some("1234567".into()), Some("Contoso".into())), "{below}");
        assert_eq!((row.customer_id, row.customer_name), (Some("t1".into()), Some("Fabrikam".into())), "{below}");
        assert!(problems(&findings).is_empty(), "{below}: {findings:?}");
    }
}

#[test]
fn months_in_the_headers_of_workload_columns() {
    let september = month(2026, 9);
    for header in [
        "Exchange Online 2026-09|Skype for Business users Sept 2026",
        "Exchange (Sep 2026)|SharePoint Online Active Users (09/2026)",
        "Exchange Online - settembre 2026|Yammer [Sep-26]",
    ] {
        let (sheet, findings) = read(&[&format!("MPN ID|Customer|{header}"), "1|A|=5|=6"]);
        assert_eq!(sheet.usage.iter().map(|r| r.month).collect::<Vec<_>>(), [september, september], "{header}");
        assert!(problems(&findings).is_empty(), "{header}: {findings:?}");
    }
    // a month column knows better than headers that agree
    let (sheet, _) = read(&["MPN ID|Customer|Month|Exchange (Sep 2026)|Yammer (Sep 2026)", "1|A|2026-08|=5|=6"]);
    assert_eq!(sheet.usage.iter().map(|r| r.month).collect::<Vec<_>>(), [month(2026, 8), month(2026, 8)]);
    // each column its own
    let (sheet, _) = read(&["MPN ID|Customer|Exchange (Aug 2026)|Exchange (Sep 2026)", "1|A|=5|=6"]);
    assert_eq!(
        sheet.usage.iter().map(|r| (workload(r), r.month)).collect::<Vec<_>>(),
        [("exchange-online", month(2026, 8)), ("exchange-online", september)]
    );
    // without a year: one month is the sheet's, several cannot be told
    let (sheet, findings) = read(&["MPN ID|Customer|Exchange (September)|Yammer (Sep)", "1|A|=5|=6"]);
    assert_eq!(sheet.usage.iter().map(|r| r.month).collect::<Vec<_>>(), [Read::NoColumn, Read::NoColumn]);
    assert!(problems(&findings).is_empty(), "{findings:?}");
    let (sheet, findings) = read(&["MPN ID|Customer|Exchange (August)|Exchange (September)", "1|A|=5|=6"]);
    assert!(sheet.usage.iter().all(|r| r.month == Read::Unreadable { best: None }));
    assert_eq!(
        problems(&findings),
        ["unreadable-month C1 Exchange (August)", "unreadable-month D1 Exchange (September)"]
    );
}

#[test]
fn a_workload_in_a_header_that_is_not_used_is_a_warning() {
    let (_, findings) = read(&["MPN ID|Customer|Exchange|Yammer|SharePoint Online (purchased by us)", "1|A|=5|=6|=7"]);
    assert_eq!(problems(&findings), ["similar-header E1 SharePoint Online (purchased by us)"]);
    assert_eq!(arg(find(&findings, "similar-header"), "suggestion"), "SharePoint Online");
}

#[test]
fn markets_and_countries_in_one_column() {
    let (sheet, findings) = read(&[
        "Partner|Market|Customer|Workload|Users",
        "P|Developing|A|EXO|=1",
        "Q|Italy|A|EXO|=1",
        "R|Spain|A|EXO|=1",
    ]);
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.market.value(), r.country.map(|c| c.as_str()))).collect();
    assert_eq!(seen, [(Some(Market::Developing), None), (None, Some("IT")), (None, Some("ES"))]);
    assert!(problems(&findings).is_empty(), "{findings:?}");

    // after the customer, countries are the customer's
    let (sheet, _) = read(&["Partner|Customer|Market|Workload|Users", "P|A|Developed|EXO|=1", "P|B|India|EXO|=1"]);
    let seen: Vec<_> = sheet.usage.iter().map(|r| (r.market.value(), r.country)).collect();
    assert_eq!(seen, [(Some(Market::Developed), None), (None, None)]);

    let (sheet, findings) = read(&["Partner ID|Partner name|Market", "1|P|emerging", "2|Q|Italy", "3|R|sideways"]);
    let seen: Vec<_> = sheet.partners.iter().map(|r| (r.market.value(), r.country.map(|c| c.as_str()))).collect();
    assert_eq!(seen, [(Some(Market::Developing), None), (None, Some("IT")), (None, None)]);
    assert_eq!(problems(&findings), ["unknown-market C4 sideways"]);
}

#[test]
fn the_partners_country_on_a_roster() {
    let (sheet, findings) =
        read(&["Partner ID|Partner country|Name|Exam", "1|Italy|Ann|70-346", "1|Narnia|Ben|70-346"]);
    assert_eq!(sheet.roster.iter().map(|r| r.country).collect::<Vec<_>>(), [Some("IT".into()), None]);
    assert_eq!(problems(&findings), ["unknown-country B3 Narnia"]);
    let (sheet, _) = read(&["Partner ID|PartnerCountryLocation|Name|70-346|70-347", "1|Italy|Ann|x|x"]);
    assert_eq!(sheet.roster.iter().map(|r| r.country).collect::<Vec<_>>(), [Some("IT".into()), Some("IT".into())]);
}

#[test]
fn roster_dates_given_as_months_are_their_last_days() {
    for text in ["2021-08", "08/2021", "Aug 2021", "=202108"] {
        let (sheet, findings) = read(&["Partner ID|Name|Exam|Achieved|Expires", &format!("1|A|70-346|{text}|{text}")]);
        let day = Read::Value(date(2021, 8, 31));
        assert_eq!((sheet.roster[0].achieved, sheet.roster[0].expires), (day, day), "{text}");
        assert!(findings.is_empty(), "{text}: {findings:?}");
    }
    // an anniversary is a day
    let (sheet, findings) = read(&["Partner ID|Country|Anniversary", "1|IT|2021-08"]);
    assert_eq!(sheet.partners[0].anniversary, Read::Unreadable { best: None });
    assert_eq!(problems(&findings), ["unreadable-date C2 2021-08"]);
}

/// The tables of a sheet, those side by side one after the other.
fn read_parted(rows: &[&str]) -> (Vec<SheetFacts>, Vec<Finding>) {
    let words = Vocabulary::shipped().expect("shipped words");
    let mut book = book(vec![builder(rows).finish()]);
    part_tables(&mut book, &words);
    assert!(book.sheets.iter().all(|sheet| sheet.name == "Sheet1"));
    let Recognised { sheets, findings } = recognise(&book, 0, &words);
    (sheets, findings)
}

/// Row, column, partner and count of each usage row.
fn places(sheet: &SheetFacts) -> Vec<(u32, u32, &'static str, String)> {
    let name = |r: &UsageRow| r.partner.name.or(r.partner.id).map_or("-", |name| name.as_str());
    sheet.usage.iter().map(|r| (r.row, r.count_col, name(r), count(r))).collect()
}

#[test]
fn tables_side_by_side_are_read() {
    let (sheets, findings) = read_parted(&[
        "MPN ID|Customer|Workload|Active users||Partner ID|Name|Exam|Status",
        "1|A|EXO|=5||1|Ann|70-346|Passed",
        // the other table is longer
        "|||||2|Ben|70-347|Passed",
        "|||||Total||=2|",
    ]);
    let [left, right] = sheets.as_slice() else { panic!("two tables: {sheets:?}") };
    assert_eq!((left.role, left.rows, left.header_row), (Role::Usage, 1, Some(0)));
    assert_eq!(places(left), [(1, 3, "1", "5".to_owned())]);
    assert_eq!((right.role, right.rows, right.header_row), (Role::Roster, 2, Some(0)));
    let roster: Vec<_> = right
        .roster
        .iter()
        .map(|r| (r.row, r.credential_col, r.partner.id.map(|id| id.as_str()), credential(r)))
        .collect();
    assert_eq!(roster, [(1, 7, Some("1"), "70-346".to_owned()), (2, 7, Some("2"), "70-347".to_owned())]);
    assert_eq!(right.columns.iter().map(|c| c.col).collect::<Vec<_>>(), [5, 6, 7, 8]);
    assert_eq!(problems(&findings), ["skipped-row F4 Total"]);
    assert_eq!(findings.iter().find(|f| f.cell.is_some_and(|c| c.row == 3)).and_then(|f| f.sheet), Some(right.sheet));
}

#[test]
fn each_table_side_by_side_has_its_own_titles() {
    let (sheets, findings) = read_parted(&[
        "Partner: Alpha||||Partner: Beta|||",
        "Customer|Workload|Active users||Customer|Workload|Active users|",
        "A|EXO|=5||C|EXO|=7|",
        "B|EXO|=6||||",
    ]);
    assert_eq!(places(&sheets[0]), [(2, 2, "Alpha", "5".to_owned()), (3, 2, "Alpha", "6".to_owned())]);
    assert_eq!(places(&sheets[1]), [(2, 6, "Beta", "7".to_owned())]);
    assert_eq!(problems(&findings), [""; 0]);
    // A title over the first alone speaks for both.
    for title in ["Partner: Alpha||||More customers", "Partner|Alpha"] {
        let (sheets, findings) = read_parted(&[
            title,
            "Customer|Workload|Active users||Customer|Workload|Active users",
            "A|EXO|=5||C|EXO|=7",
        ]);
        assert_eq!(places(&sheets[0]), [(2, 2, "Alpha", "5".to_owned())], "{title}");
        assert_eq!(places(&sheets[1]), [(2, 6, "Alpha", "7".to_owned())], "{title}");
        assert_eq!(problems(&findings), [""; 0]);
    }
    // Of several titles to the left, none speaks for a table without one.
    let (sheets, findings) = read_parted(&[
        "Partner: Alpha||||",
        "Customer|Workload|Active users||Name|Exam",
        "A|EXO|=5||Ann|70-346",
        "Partner: Beta||||",
        "C|EXO|=7||Ben|70-347",
    ]);
    assert_eq!(places(&sheets[0]), [(2, 2, "Alpha", "5".to_owned()), (4, 2, "Beta", "7".to_owned())]);
    assert!(sheets[1].roster.is_empty() || sheets[1].roster.iter().all(|row| row.partner.is_empty()));
    assert!(codes(&findings).contains(&"missing-column"), "{findings:?}");
    // Their headers need not stand in one row.
    let (sheets, findings) = read_parted(&[
        "Partner: Alpha||||Partner: Beta",
        "Customer|Workload|Active users",
        "A|EXO|=5||Customer|Workload|Active users",
        "B|EXO|=6||C|EXO|=7",
    ]);
    assert_eq!(places(&sheets[0]), [(2, 2, "Alpha", "5".to_owned()), (3, 2, "Alpha", "6".to_owned())]);
    assert_eq!(places(&sheets[1]), [(3, 6, "Beta", "7".to_owned())]);
    assert_eq!(problems(&findings), [""; 0]);
}

#[test]
fn tables_side_by_side_that_cannot_be_parted_are_named() {
    // no column between them
    let (sheet, findings) =
        read(&["MPN ID|Customer|Workload|Active users|Partner ID|Name|Exam|Status", "1|A|EXO|=5|1|Ann|70-346|Passed"]);
    assert_eq!((sheet.role, counts(&sheet)), (Role::Usage, vec!["5".to_owned()]));
    let named: Vec<_> = findings.iter().filter(|f| f.code.as_str() == "unmapped-column").collect();
    let headers: Vec<_> = named.iter().filter_map(|f| f.value.as_deref()).collect();
    assert!(["Exam", "Status"].iter().all(|h| headers.contains(h)), "{findings:?}");
    // another table below reaches over both
    let (sheets, findings) = read_parted(&[
        "MPN ID|Customer|Workload|Active users||MPN ID|Customer|Workload|Active users",
        "1|A|EXO|=5||1|B|EXO|=6",
        "",
        "MPN ID|Name|Email|Country|Exam|Status|Date",
        "1|Ann|ann@a.example|Italy|70-346|Passed|2020-01-01",
    ]);
    assert_eq!(sheets.len(), 1);
    assert_eq!((counts(&sheets[0]), sheets[0].roster.len()), (vec!["5".to_owned()], 1));
    assert!(codes(&findings).contains(&"ambiguous-column"), "{findings:?}");
}

#[test]
fn headers_of_other_languages_and_spellings() {
    for header in [
        "Идентификатор MPN|Имя партнера|Customer|Продукт|Workload|Месяц|Активные пользователи",
        "MPN ID|パートナー名|Customer|Product|Workload|Month|月のアクティブユーザー",
        "MPN ID|合作伙伴名称|Customer|产品|Workload|Month|Active Users",
        "MPN ID|파트너 이름|Customer|제품|Workload|월|Active Users",
        "MPN ID|Firma (Partner)|ID des Mandanten|Produkt|Workload|Maand|Aktive Benutzer",
        "MPN ID|Partner Name|Customer|Product|Workload|Ay|Active Users",
    ] {
        let (sheet, findings) = read(&[header, "1234567|Contoso|A|E3|EXO|2026-09|=7"]);
        let [row] = sheet.usage.as_slice() else { panic!("{header}") };
        assert_eq!((row.partner.id, row.partner.name), (Some("1234567".into()), Some("Contoso".into())), "{header}");
        assert_eq!((row.sku, row.month, row.count), (Some("E3".into()), month(2026, 9), Read::Value(7)), "{header}");
        assert!(problems(&findings).is_empty(), "{header}: {findings:?}");
    }
    for association in
        ["Attribuzione partner", "Tipo di attribuzione partner", "Type association", "Zuordnungstyp des Partners"]
    {
        let (sheet, _) = read(&[&format!("MPN ID|Customer|Workload|Active Users|{association}"), "1|A|EXO|=1|DAP"]);
        assert!(sheet.usage[0].associations.bits != 0, "{association}");
    }
    for header in ["電子メール|Intitulé", "电子邮件|Habilitation", "Адрес электронной почты|Exam", "메일|Exam"]
    {
        let (sheet, _) = read(&[&format!("MPN ID|{header}"), "1|a@b.example|70-346"]);
        assert_eq!(sheet.roster[0].email, Some("a@b.example".into()), "{header}");
        assert_eq!(credential(&sheet.roster[0]), "70-346", "{header}");
    }
}

#[test]
fn a_stray_part_of_the_header_is_no_header() {
    let header = "Partner ID|Customer name|Workload|Month|Active users";
    let row = "1|A|EXO|2026-09|=1";
    let (sheet, findings) = read(&[header, row, "Active users|Month|Customer name"]);
    assert_eq!((sheet.rows, counts(&sheet)), (1, vec!["1".to_owned()]));
    assert_eq!(codes(&findings), ["no-association-column", "no-trial-column", "skipped-row"]);
    // the table goes on below it
    let (sheet, findings) = read(&[header, row, "Active users|Month|Customer name", "1|B|EXO|2026-09|=2"]);
    assert_eq!(counts(&sheet), ["1", "2"]);
    assert_eq!(problems(&findings), ["skipped-row A3 Active users"]);
    // rows laid out like it make it a header
    let (sheet, findings) = read(&[header, row, "Active users|Workload|Partner ID", "=3|EXO|2"]);
    assert_eq!(sheet.usage.iter().filter_map(|r| r.partner.id).map(|id| id.as_str()).collect::<Vec<_>>()[0], "1");
    assert!(!codes(&findings).contains(&"skipped-row"), "{findings:?}");
}

#[test]
fn an_error_for_a_customer_is_told_once() {
    for error in ["!", "?", "#REF!"] {
        let (sheet, findings) =
            read(&["Partner ID|Customer|Workload|Active Users", &format!("1|{error}|EXO|=1"), "1||EXO|=1"]);
        assert_eq!(sheet.usage.len(), 2, "{error}");
        let told: Vec<_> =
            problems(&findings).iter().map(|p| p.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(told, ["missing-customer B3", "unreadable-cell B2"], "{error}");
    }
}

#[test]
fn plain_numbers_of_a_1904_workbook_are_1904_days() {
    // 2026-09-01 is day 46266 since the end of 1899, and day 44804 since the beginning of 1904.
    let usage = ["Partner ID|Customer|Workload|Active Users|Month", "1|A|EXO|=1|=44804", "1|B|EXO|=1|=202609"];
    let roster = ["Partner ID|Name|Exam|Achieved|Expires", "1|Ann|70-346|=44804|@46266"];
    for (since_1904, serial) in [(true, "=44804"), (false, "=46266")] {
        let in_1904 = |rows: &[&str]| {
            let rows: Vec<String> = rows.iter().map(|row| row.replace("=44804", serial)).collect();
            let mut builder = builder(&rows.iter().map(String::as_str).collect::<Vec<_>>());
            builder.count_from_1904(since_1904);
            read_sheet(builder.finish()).0
        };
        let months: Vec<_> = in_1904(&usage).usage.iter().map(|row| row.month).collect();
        assert_eq!(months, [month(2026, 9), month(2026, 9)], "{serial}");
        let row = &in_1904(&roster).roster[0];
        let day = Read::Value(date(2026, 9, 1));
        assert_eq!((row.achieved, row.expires), (day, day), "{serial}");
    }
}
