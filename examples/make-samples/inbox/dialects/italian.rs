//! A hand-made Italian workbook: title rows, a merged partner cell over its rows, `1.240` as text, subtotals, a
//! `Totale` row, a note under the table, and a sheet of scribbles. It names partners, never their IDs.

use jiff::civil::{Date, date};
use rust_xlsxwriter::XlsxError;

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Association, Credential, Outcome, Partner, Trial, Usage, Users};
use crate::inbox::grid::{Cell, Sheet, xlsx};
use crate::inbox::portfolio::{roster_of, usage_of};

const PARTNERS: [&str; 2] = ["4200018", "4200026"];
const COUNT_COLUMN: char = 'H';

fn association(association: Association) -> &'static str {
    match association {
        Association::Delegated => "Amministratore delegato",
        Association::Record => "Digital Partner of Record",
        other => association_name(other),
    }
}

fn product(usage: &Usage) -> &'static str {
    if usage.trial == Trial::Name { "Office 365 E3 (versione di prova)" } else { "Office 365 E3" }
}

fn grouped(count: u32) -> String {
    if count < 1000 { count.to_string() } else { format!("{}.{:03}", count / 1000, count % 1000) }
}

fn users(users: Users) -> Cell {
    match users {
        Users::Count(count) => Cell::Number(count),
        Users::Grouped(count) => grouped(count).into(),
        Users::Shown(text) => text.into(),
        Users::NotAvailable => Cell::Formula("=NA()".into(), "#N/A".into()),
    }
}

/// Made-up monthly fee, in Italian notation: the only column that shows which mark groups and which divides.
fn fee(usage: &Usage) -> String {
    let count = match usage.users {
        Users::Count(count) | Users::Grouped(count) => count,
        Users::Shown(_) | Users::NotAvailable => 0,
    };
    format!("{},50", grouped(count * 2))
}

fn usage_sheet(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new("Utilizzo", 4);
    sheet.texts(&["Utilizzo Office 365 presso i clienti"]);
    sheet.texts(&["Trimestre luglio – settembre 2026, situazione comunicata dai partner"]);
    sheet.texts(&["Aggiornato al 05/10/2026", "", "a cura dell'ufficio qualità"]);
    sheet.rows.push(Vec::new());
    sheet.texts(&[
        "Partner",
        "Cliente",
        "Carico di lavoro",
        "Prodotto",
        "Prova",
        "Tipo di associazione",
        "Mese",
        "Utenti attivi",
        "Canone mensile (€)",
    ]);
    let mut subtotals = Vec::new();
    for id in PARTNERS {
        let first = sheet.rows.len();
        for (partner, usage) in usage_of(partners, id) {
            let month = if usage.month == date(2026, 9, 1) { "settembre 2026" } else { "agosto 2026" };
            sheet.rows.push(vec![
                // Only the merged range's first cell holds the name.
                if sheet.rows.len() == first { partner.name.into() } else { Cell::Blank },
                usage.customer.into(),
                workload_name(usage.workload).into(),
                product(usage).into(),
                if usage.trial == Trial::Column { "Sì" } else { "No" }.into(),
                association(usage.association).into(),
                month.into(),
                users(usage.users),
                fee(usage).into(),
            ]);
        }
        let last = sheet.rows.len() - 1;
        sheet.merged.push((first, last));
        let mut subtotal = vec![Cell::from("Totale parziale")];
        subtotal.resize(7, Cell::Blank);
        subtotal.push(sum(&sheet, first, last));
        subtotals.push(sheet.rows.len());
        sheet.rows.push(subtotal);
    }
    let mut total = vec![Cell::from("Totale")];
    total.resize(7, Cell::Blank);
    total.push(total_of(&sheet, &subtotals));
    sheet.rows.push(total);
    sheet.rows.push(Vec::new());
    sheet.texts(&["Nota: i dati di Grafiche Peschiera sono provvisori."]);
    sheet
}

/// What Excel's `SUM` gives: texts such as `1.240` do not take part, which is how such totals go wrong.
fn sum(sheet: &Sheet, first: usize, last: usize) -> Cell {
    let total = added(&sheet.rows[first..=last]);
    Cell::Formula(format!("=SUM({COUNT_COLUMN}{}:{COUNT_COLUMN}{})", first + 1, last + 1), total.to_string())
}

fn total_of(sheet: &Sheet, rows: &[usize]) -> Cell {
    let cells: Vec<String> = rows.iter().map(|row| format!("{COUNT_COLUMN}{}", row + 1)).collect();
    let total: u32 = rows.iter().map(|&row| added(&sheet.rows[row..=row])).sum();
    Cell::Formula(format!("={}", cells.join("+")), total.to_string())
}

fn added(rows: &[Vec<Cell>]) -> u32 {
    let counts = rows.iter().filter_map(|row| match row.get(7) {
        Some(Cell::Number(count)) => Some(*count),
        Some(Cell::Formula(_, result)) => result.parse().ok(),
        _ => None,
    });
    counts.sum()
}

fn credential(credential: Credential) -> &'static str {
    match credential {
        Credential::Identities => "Esame 70-346",
        Credential::Services => "Esame 70-347",
        Credential::Mcsa => "MCSA: Office 365",
        Credential::Other(text) => text,
    }
}

fn day(on: Date) -> String {
    format!("{:02}/{:02}/{}", on.day(), on.month(), on.year())
}

fn roster_sheet(partners: &[Partner]) -> Sheet {
    let mut sheet = Sheet::new("Certificazioni", 2);
    sheet.texts(&["Persone certificate"]);
    sheet.rows.push(Vec::new());
    sheet.texts(&[
        "Nome partner",
        "Nome",
        "Cognome",
        "E-mail",
        "ID MCP",
        "Esame o certificazione",
        "Esito",
        "Data conseguimento",
    ]);
    for id in PARTNERS {
        for (partner, person, credit) in roster_of(partners, id) {
            let (status, on) = match credit.outcome {
                Outcome::Passed(on) => ("Superato", day(on)),
                Outcome::Failed(on) => ("Non superato", day(on)),
                Outcome::PassedOn(text) => ("Superato", text.to_owned()),
                Outcome::NoProof => ("", String::new()),
            };
            sheet.texts(&[
                partner.name,
                person.first,
                person.last,
                person.email,
                credit.mcp.unwrap_or(person.mcp),
                credential(credit.credential),
                status,
                &on,
            ]);
        }
    }
    sheet
}

/// `Utilizzo clienti settembre 2026.xlsx`.
pub fn workbook(partners: &[Partner]) -> Result<Vec<u8>, XlsxError> {
    let mut notes = Sheet::new("Appunti", 0);
    notes.header = None;
    notes.texts(&["Da fare prima della riunione"]);
    notes.texts(&["richiamare Autotrasporti Sile per l'associazione"]);
    notes.texts(&["chiedere a Sara la nuova data d'esame"]);
    xlsx(&[usage_sheet(partners), roster_sheet(partners), notes])
}
