//! A French workbook: thousands set apart by a no-break space, month as a date cell, a hidden sheet of word lists.

use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Association, Credential, Outcome, Partner, Trial, Users};
use crate::inbox::grid::{Cell, Sheet, xlsx};
use crate::inbox::portfolio::{roster_of, usage_of};

const PARTNER: &str = "4500018";

fn association(association: Association) -> &'static str {
    match association {
        Association::Delegated => "Administrateur délégué",
        Association::Transacting => "Partenaire de transactions",
        Association::Record => "Partenaire de référence numérique",
        other => association_name(other),
    }
}

fn users(users: Users) -> Cell {
    match users {
        Users::Count(count) => Cell::Number(count),
        Users::Grouped(count) => format!("{}\u{a0}{:03}", count / 1000, count % 1000).into(),
        Users::Shown(text) => text.into(),
        Users::NotAvailable => Cell::Formula("=NA()".into(), "#N/A".into()),
    }
}

fn usage_sheet(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new("Utilisation", 3);
    sheet.date_format = "mm/yyyy";
    sheet.texts(&["Nuages du Midi SARL"]);
    sheet.texts(&["Suivi des licences, 3e trimestre 2026"]);
    sheet.rows.push(Vec::new());
    sheet.texts(&[
        "ID MPN",
        "Nom du partenaire",
        "Client",
        "Charge de travail",
        "Produit",
        "Type d'association",
        "Mois",
        "Utilisateurs actifs",
    ]);
    for (partner, usage) in usage_of(partners, PARTNER) {
        sheet.rows.push(vec![
            partner.id.into(),
            partner.name.into(),
            usage.customer.into(),
            workload_name(usage.workload).into(),
            if usage.trial == Trial::No { "Office 365 E3" } else { "Office 365 E3 (version d'évaluation)" }.into(),
            association(usage.association).into(),
            Cell::Date(usage.month),
            users(usage.users),
        ]);
    }
    sheet
}

fn day(on: Date) -> String {
    format!("{:02}/{:02}/{}", on.day(), on.month(), on.year())
}

fn roster_sheet(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new("Équipe", 0);
    sheet.texts(&[
        "ID MPN",
        "Prénom",
        "Nom",
        "Courriel",
        "ID MCP",
        "Examen ou certification",
        "Statut",
        "Date d'obtention",
        "Date d'expiration",
    ]);
    for (partner, person, credit) in roster_of(partners, PARTNER) {
        let (status, on) = match credit.outcome {
            Outcome::Passed(on) => ("Réussi", day(on)),
            Outcome::Failed(on) => ("Échoué", day(on)),
            Outcome::PassedOn(text) => ("Réussi", text.to_owned()),
            Outcome::NoProof => ("", String::new()),
        };
        let credential = match credit.credential {
            Credential::Identities => "Examen 70-346",
            // As documents with lost no-break spaces have it.
            Credential::Services => "Examen70-347",
            Credential::Mcsa => "MCSA: Office 365",
            Credential::Other(text) => text,
        };
        sheet.texts(&[
            partner.id,
            person.first,
            person.last,
            person.email,
            credit.mcp.unwrap_or(person.mcp),
            credential,
            status,
            &on,
            &credit.expires.map(day).unwrap_or_default(),
        ]);
    }
    sheet
}

/// `Suivi des licences T3.xlsx`.
pub fn workbook(partners: &[Partner]) -> Result<Vec<u8>, XlsxError> {
    let mut lists = Sheet::new("Listes", 0);
    lists.header = None;
    lists.hidden = true;
    for word in ["choix :", "oui", "non", "à vérifier"] {
        lists.texts(&[word]);
    }
    xlsx(&[usage_sheet(partners), roster_sheet(partners), lists])
}
