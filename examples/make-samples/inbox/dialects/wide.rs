//! An English reviewer's workbook: one column for each workload, one for each exam, a total row with formulas.

use rust_xlsxwriter::XlsxError;

use crate::inbox::dialects::association_name;
use crate::inbox::facts::{Credential, Outcome, Partner, Person, Usage, Users, Workload};
use crate::inbox::grid::{Cell, Sheet, xlsx};

const PARTNERS: [&str; 2] = ["4400017", "4400025"];
const WORKLOADS: [(Workload, &str); 6] = [
    (Workload::Exchange, "Exchange Online"),
    (Workload::SharePoint, "SharePoint Online"),
    (Workload::Skype, "Skype for Business"),
    (Workload::Yammer, "Yammer"),
    (Workload::ProPlus, "ProPlus"),
    (Workload::Teams, "Teams"),
];
const FIRST_WORKLOAD: usize = 4;

/// The customers of a partner in their first order, each with its rows.
fn customers(partner: &Partner) -> Vec<(&'static str, Vec<&Usage>)> {
    let mut customers: Vec<(&'static str, Vec<&Usage>)> = Vec::new();
    for usage in &partner.usage {
        match customers.iter_mut().find(|(name, _)| *name == usage.customer) {
            Some((_, rows)) => rows.push(usage),
            None => customers.push((usage.customer, vec![usage])),
        }
    }
    customers
}

fn users(users: Users) -> Cell {
    match users {
        Users::Count(count) | Users::Grouped(count) => Cell::Number(count),
        Users::Shown(text) => text.into(),
        Users::NotAvailable => Cell::Formula("=NA()".into(), "#N/A".into()),
    }
}

fn usage_sheet(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new("Usage", 1);
    sheet.texts(&["Active users by workload, September 2026"]);
    let mut header: Vec<Cell> = ["MPN ID", "Partner", "Customer", "Association"].map(Cell::from).into();
    header.extend(WORKLOADS.map(|(_, name)| Cell::from(name)));
    sheet.rows.push(header);
    for partner in partners.iter().filter(|partner| PARTNERS.contains(&partner.id)) {
        for (customer, rows) in customers(partner) {
            let association = rows.first().map_or("", |row| association_name(row.association));
            let mut cells: Vec<Cell> = [partner.id, partner.name, customer, association].map(Cell::from).into();
            cells.extend(WORKLOADS.map(|(workload, _)| {
                rows.iter().find(|row| row.workload == workload).map_or(Cell::Blank, |row| users(row.users))
            }));
            sheet.rows.push(cells);
        }
    }
    let last = sheet.rows.len();
    let mut total: Vec<Cell> = ["Total", "", "", ""].map(Cell::from).into();
    for (column, letter) in (FIRST_WORKLOAD..).zip(['E', 'F', 'G', 'H', 'I', 'J']) {
        let column: Vec<&Cell> = sheet.rows.iter().skip(2).filter_map(|row| row.get(column)).collect();
        let broken = column.iter().any(|cell| matches!(cell, Cell::Formula(..)));
        let sum: u32 = column.iter().map(|cell| if let Cell::Number(count) = cell { *count } else { 0 }).sum();
        let result = if broken { "#N/A".to_owned() } else { sum.to_string() };
        total.push(Cell::Formula(format!("=SUM({letter}3:{letter}{last})"), result));
    }
    sheet.rows.push(total);
    sheet
}

fn credit(person: &Person, credential: Credential) -> Cell {
    person.credits.iter().find(|credit| credit.credential == credential).map_or(Cell::Blank, |credit| {
        match credit.outcome {
            Outcome::Passed(on) => Cell::Date(on),
            Outcome::Failed(_) => "Failed".into(),
            Outcome::PassedOn(text) => text.into(),
            Outcome::NoProof => Cell::Blank,
        }
    })
}

fn people_sheet(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new("People", 0);
    sheet.date_format = "d mmm yyyy";
    sheet.texts(&["MPN ID", "Partner", "Person", "Email", "MCP ID", "Exam 70-346", "Exam 70-347", "MCSA: Office 365"]);
    for partner in partners.iter().filter(|partner| PARTNERS.contains(&partner.id)) {
        for person in &partner.people {
            let mut cells: Vec<Cell> = [
                partner.id.to_owned(),
                partner.name.to_owned(),
                person.name(),
                person.email.to_owned(),
                person.mcp.to_owned(),
            ]
            .map(Cell::from)
            .into();
            cells.extend([Credential::Identities, Credential::Services, Credential::Mcsa].map(|c| credit(person, c)));
            sheet.rows.push(cells);
        }
    }
    sheet
}

/// `Q3 review (wide).xlsx`.
pub fn workbook(partners: &[Partner]) -> Result<Vec<u8>, XlsxError> {
    xlsx(&[usage_sheet(partners), people_sheet(partners)])
}
