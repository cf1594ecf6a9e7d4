//! What LibreOffice turns into the Excel 97–2003 workbook: English headers, Polish and Cyrillic names.

use rust_xlsxwriter::XlsxError;

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Credential, Outcome, Partner, Trial, Users};
use crate::inbox::grid::{Cell, Sheet, xlsx};
use crate::inbox::portfolio::{roster_of, usage_of};

const PARTNER: &str = "4600011";

/// `source/raport-wisla.xlsx`.
pub fn workbook(partners: &[Partner]) -> Result<Vec<u8>, XlsxError> {
    let mut usage = Sheet::new("Usage", 0);
    usage.texts(&[
        "Partner ID",
        "Partner Name",
        "Customer ID",
        "Customer Name",
        "Workload",
        "SKU",
        "Association Type",
        "Month",
        "Active Users",
    ]);
    for (partner, row) in usage_of(partners, PARTNER) {
        usage.rows.push(vec![
            // A number: some exports hand the ID out as 4600011.0.
            Cell::Number(partner.id.parse().unwrap_or_default()),
            partner.name.into(),
            row.tenant().into(),
            row.customer.into(),
            workload_name(row.workload).into(),
            if row.trial == Trial::No { "OFFICE 365 ENTERPRISE E3" } else { "OFFICE 365 ENTERPRISE E3 TRIAL" }.into(),
            association_name(row.association).into(),
            Cell::Date(row.month),
            match row.users {
                Users::Count(count) | Users::Grouped(count) => Cell::Number(count),
                Users::Shown(text) => text.into(),
                Users::NotAvailable => Cell::Formula("=NA()".into(), "#N/A".into()),
            },
        ]);
    }
    let mut roster = Sheet::new("People", 0);
    roster.texts(&["Partner ID", "Person Name", "Email", "MCP ID", "Certification", "Status", "Completion Date"]);
    for (partner, person, credit) in roster_of(partners, PARTNER) {
        let (status, on) = match credit.outcome {
            Outcome::Passed(on) => ("Passed", Cell::Date(on)),
            Outcome::Failed(on) => ("Failed", Cell::Date(on)),
            Outcome::PassedOn(text) => ("Passed", text.into()),
            Outcome::NoProof => ("", Cell::Blank),
        };
        let credential = match credit.credential {
            Credential::Identities => "70-346",
            Credential::Services => "70-347",
            Credential::Mcsa => "MCSA: Office 365",
            Credential::Other(text) => text,
        };
        roster.rows.push(vec![
            Cell::Number(partner.id.parse().unwrap_or_default()),
            person.name().into(),
            person.email.into(),
            credit.mcp.unwrap_or(person.mcp).into(),
            credential.into(),
            status.into(),
            on,
        ]);
    }
    xlsx(&[usage, roster])
}
