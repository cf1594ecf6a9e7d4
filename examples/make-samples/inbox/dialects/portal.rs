//! The portal's own downloads: tab-separated, English headers run together, a row for each attribution.

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Association, Credential, Credit, Outcome, Partner, Usage, Users, Workload};
use crate::inbox::grid::delimited;
use crate::inbox::portfolio::{roster_of, usage_of};

const PARTNERS: [&str; 3] = ["4100017", "4100025", "4100033"];

/// The global account of a location: the portal reports both.
fn global(partner: &Partner) -> &'static str {
    if partner.id == "4100017" { "4100009" } else { partner.id }
}

fn country(partner: &Partner) -> String {
    partner.country.map(|(_, name)| name.to_owned()).unwrap_or_default()
}

fn workload(workload: Workload) -> &'static str {
    match workload {
        Workload::Skype => "Skype for business",
        Workload::SharePoint => "Sharepoint",
        other => workload_name(other),
    }
}

fn attribution(association: Association) -> &'static str {
    match association {
        Association::Transacting => "Transacting partner of record",
        Association::Record => "Partner of record",
        Association::Delegated => "DAP",
        other => association_name(other),
    }
}

fn usage_line(partner: &Partner, usage: &Usage) -> Vec<String> {
    let users = match usage.users {
        Users::Count(count) | Users::Grouped(count) => count,
        Users::Shown(_) | Users::NotAvailable => 0,
    };
    vec![
        global(partner).to_owned(),
        usage.tenant(),
        usage.top_parent().to_string(),
        workload(usage.workload).to_owned(),
        format!("{}T00:00:00", usage.month),
        (users + users / 10 + 5).to_string(),
        users.to_string(),
        usage.customer.to_owned(),
        country(partner),
        if users < 300 { "SMB" } else { "Enterprise" }.to_owned(),
        partner.id.to_owned(),
        partner.name.to_owned(),
        country(partner),
        attribution(usage.association).to_owned(),
        if usage.portal_keeps { "0" } else { "1" }.to_owned(),
    ]
}

/// `OfficeUsage.tsv`, columns in the order of the 2021 edition.
pub fn office_usage(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = vec![strings(&[
        "PGAMpnId",
        "CustomerTenantId",
        "CustomerTpid",
        "WorkloadName",
        "Month",
        "PaidAvailableUnits",
        "MonthlyActiveUsers",
        "CustomerName",
        "CustomerMarket",
        "CustomerSegment",
        "MPNId",
        "PartnerName",
        "PartnerLocation",
        "PartnerAttributionType",
        "IsDuplicateRowForPGA",
    ])];
    for id in PARTNERS {
        rows.extend(usage_of(partners, id).map(|(partner, usage)| usage_line(partner, usage)));
    }
    with_bom(&rows)
}

fn title(credential: Credential) -> (&'static str, &'static str) {
    match credential {
        Credential::Identities => ("Exam 70-346: Managing Office 365 Identities and Requirements", "Exam"),
        Credential::Services => ("Exam 70-347: Enabling Office 365 Services", "Exam"),
        Credential::Mcsa => ("MCSA: Office 365", "Certification"),
        Credential::Other(text) => (text, "Module"),
    }
}

fn training_line(partner: &Partner, person: &crate::inbox::facts::Person, credit: &Credit) -> Vec<String> {
    let (title, kind) = title(credit.credential);
    let mcp = credit.mcp.unwrap_or(person.mcp);
    let (completed, status) = match credit.outcome {
        Outcome::Passed(on) => (format!("{on}T00:00:00"), "Active"),
        Outcome::Failed(on) => (format!("{on}T00:00:00"), "Inactive"),
        Outcome::PassedOn(text) => (text.to_owned(), "Active"),
        Outcome::NoProof => (String::new(), ""),
    };
    let month = completed.get(..7).unwrap_or_default().to_owned();
    vec![
        format!("TA-{mcp}-{}", title.len()),
        title.to_owned(),
        kind.to_owned(),
        person.first.to_owned(),
        person.last.to_owned(),
        person.email.to_owned(),
        person.email.to_owned(),
        completed,
        credit.expires.map_or_else(|| "NA".to_owned(), |on| format!("{on}T00:00:00")),
        status.to_owned(),
        month,
        "Yes".to_owned(),
        mcp.to_owned(),
        partner.id.to_owned(),
        global(partner).to_owned(),
        partner.name.to_owned(),
        partner.city.to_owned(),
        country(partner),
    ]
}

/// `TrainingCompletions.tsv`.
pub fn training_completions(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = vec![strings(&[
        "TrainingActivityId",
        "TrainingTitle",
        "TrainingType",
        "IndividualFirstName",
        "IndividualLastName",
        "Email",
        "CorpEmail",
        "TrainingCompletionDate",
        "ExpirationDate",
        "ActivationStatus",
        "Month",
        "IcMCP",
        "MCPID",
        "MPNId",
        "PGAMpnId",
        "PartnerName",
        "PartnerCityLocation",
        "PartnerCountryLocation",
    ])];
    for id in PARTNERS {
        rows.extend(roster_of(partners, id).map(|(partner, person, credit)| training_line(partner, person, credit)));
    }
    with_bom(&rows)
}

/// `Profile.tsv`.
pub fn profile(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows =
        vec![strings(&["MPNId", "PartnerName", "PGA_MPNId", "PGA_PartnerName", "City", "Country", "HierarchyLevel"])];
    for partner in partners.iter().filter(|partner| PARTNERS.contains(&partner.id)) {
        rows.push(strings(&[
            partner.id,
            partner.name,
            global(partner),
            partner.name,
            partner.city,
            &country(partner),
            "Location MPN ID",
        ]));
    }
    with_bom(&rows)
}

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|&cell| cell.to_owned()).collect()
}

fn with_bom(rows: &[Vec<String>]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(format!("\u{feff}{}", delimited(rows, b'\t')?).into_bytes())
}
