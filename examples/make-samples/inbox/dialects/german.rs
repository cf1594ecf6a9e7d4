//! German Excel's "CSV": semicolons and Windows-1252.

use jiff::civil::Date;

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Association, Credential, Outcome, Partner, Trial, Users};
use crate::inbox::grid::delimited;
use crate::inbox::portfolio::{roster_of, usage_of};

const PARTNER: &str = "4300012";

fn association(association: Association) -> &'static str {
    match association {
        Association::Delegated => "Delegierter Administrator",
        Association::Record => "Digital Partner of Record",
        other => association_name(other),
    }
}

/// `Nutzung 2026-09.csv`.
pub fn usage(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = vec![strings(&[
        "MPN-ID",
        "Partnername",
        "Kunde",
        "Workload",
        "Produkt",
        "Zuordnung",
        "Monat",
        "Aktive Benutzer",
    ])];
    for (partner, usage) in usage_of(partners, PARTNER) {
        let users = match usage.users {
            Users::Count(count) | Users::Grouped(count) => count.to_string(),
            Users::Shown(text) => text.to_owned(),
            Users::NotAvailable => "#NV".to_owned(),
        };
        rows.push(strings(&[
            partner.id,
            partner.name,
            usage.customer,
            workload_name(usage.workload),
            if usage.trial == Trial::No { "Office 365 E3" } else { "Office 365 E3 Testversion" },
            association(usage.association),
            &format!("{:02}/{}", usage.month.month(), usage.month.year()),
            &users,
        ]));
    }
    windows_1252(&delimited(&rows, b';')?)
}

fn day(on: Date) -> String {
    format!("{:02}.{:02}.{}", on.day(), on.month(), on.year())
}

/// `Zertifizierungen.csv`.
pub fn roster(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = vec![strings(&[
        "MPN-ID",
        "Vorname",
        "Nachname",
        "E-Mail",
        "MCP-ID",
        "Prüfung / Zertifizierung",
        "Status",
        "Datum",
        "Gültig bis",
    ])];
    for (partner, person, credit) in roster_of(partners, PARTNER) {
        let (status, on) = match credit.outcome {
            Outcome::Passed(on) => ("bestanden", day(on)),
            Outcome::Failed(on) => ("nicht bestanden", day(on)),
            Outcome::PassedOn(text) => ("bestanden", text.to_owned()),
            Outcome::NoProof => ("", String::new()),
        };
        let credential = match credit.credential {
            Credential::Identities => "Prüfung 70-346",
            Credential::Services => "Prüfung 70-347",
            Credential::Mcsa => "MCSA: Office 365",
            Credential::Other(text) => text,
        };
        rows.push(strings(&[
            partner.id,
            person.first,
            person.last,
            person.email,
            credit.mcp.unwrap_or(person.mcp),
            credential,
            status,
            &on,
            &credit.expires.map(day).unwrap_or_default(),
        ]));
    }
    windows_1252(&delimited(&rows, b';')?)
}

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|&cell| cell.to_owned()).collect()
}

fn windows_1252(text: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(text);
    if unmappable {
        Err("a German sample has a character that Windows-1252 lacks".into())
    } else {
        Ok(bytes.into_owned())
    }
}
