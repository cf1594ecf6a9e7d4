//! Excel's "Unicode text" named `.xls` (UTF-16, tabs), and a comma-separated roster with American dates.

use jiff::civil::Date;

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Credential, Outcome, Partner, Trial, Users};
use crate::inbox::grid::delimited;
use crate::inbox::portfolio::{roster_of, usage_of};

/// `Usage (Unicode text).xls`.
pub fn usage(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = vec![strings(&[
        "MPN ID",
        "Partner Name",
        "Customer Name",
        "Workload",
        "Product",
        "Association Type",
        "Month",
        "Monthly Active Users",
    ])];
    for (partner, usage) in usage_of(partners, "4800019") {
        let users = match usage.users {
            Users::Count(count) | Users::Grouped(count) => count.to_string(),
            Users::Shown(text) => text.to_owned(),
            Users::NotAvailable => "#N/A".to_owned(),
        };
        rows.push(strings(&[
            partner.id,
            partner.name,
            usage.customer,
            workload_name(usage.workload),
            if usage.trial == Trial::No { "Office 365 E3" } else { "Office 365 E3 Trial" },
            association_name(usage.association),
            &format!("{:04}-{:02}", usage.month.year(), usage.month.month()),
            &users,
        ]));
    }
    let text = delimited(&rows, b'\t')?;
    Ok(std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect())
}

fn day(on: Date) -> String {
    format!("{:02}/{:02}/{}", on.month(), on.day(), on.year())
}

/// `people-additional.csv`: the people of the two partners whose usage has no roster beside it.
pub fn people(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = vec![strings(&[
        "MPN ID",
        "Partner Name",
        "Name",
        "Email",
        "MCP ID",
        "Exam or certification",
        "Status",
        "Date achieved",
    ])];
    for id in ["4700014", "4800019"] {
        for (partner, person, credit) in roster_of(partners, id) {
            let (status, on) = match credit.outcome {
                Outcome::Passed(on) => ("Passed", day(on)),
                Outcome::Failed(on) => ("Failed", day(on)),
                Outcome::PassedOn(text) => ("Passed", text.to_owned()),
                Outcome::NoProof => ("", String::new()),
            };
            let credential = match credit.credential {
                Credential::Identities => "Exam 70-346: Managing Office 365 Identities and Requirements",
                Credential::Services => "70 347",
                Credential::Mcsa => "MCSA: Office 365",
                Credential::Other(text) => text,
            };
            rows.push(strings(&[
                partner.id,
                partner.name,
                &person.name(),
                person.email,
                credit.mcp.unwrap_or(person.mcp),
                credential,
                status,
                &on,
            ]));
        }
    }
    Ok(format!("\u{feff}{}", delimited(&rows, b',')?).into_bytes())
}

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|&cell| cell.to_owned()).collect()
}
