//! What LibreOffice turns into the Spanish `.ods`.

use rust_xlsxwriter::XlsxError;

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Association, Credential, Outcome, Partner, Trial, Users};
use crate::inbox::grid::{Cell, Sheet, xlsx};
use crate::inbox::portfolio::{roster_of, usage_of};

const PARTNER: &str = "4500026";

fn association(association: Association) -> &'static str {
    match association {
        Association::Delegated => "Administrador delegado",
        Association::Record => "Partner digital de registro",
        other => association_name(other),
    }
}

/// `source/clientes-andes.xlsx`.
pub fn workbook(partners: &[Partner]) -> Result<Vec<u8>, XlsxError> {
    let mut usage = Sheet::new("Clientes", 1);
    usage.date_format = "mm/yyyy";
    usage.texts(&["Usuarios activos por cliente"]);
    usage.texts(&[
        "Identificador de MPN",
        "Nombre del asociado",
        "Cliente",
        "Carga de trabajo",
        "Producto",
        "Tipo de asociación",
        "Mes",
        "Usuarios activos",
    ]);
    for (partner, row) in usage_of(partners, PARTNER) {
        usage.rows.push(vec![
            partner.id.into(),
            partner.name.into(),
            row.customer.into(),
            workload_name(row.workload).into(),
            if row.trial == Trial::No { "Office 365 E3" } else { "Office 365 E3 (versión de prueba)" }.into(),
            association(row.association).into(),
            Cell::Date(row.month),
            match row.users {
                Users::Count(count) | Users::Grouped(count) => Cell::Number(count),
                Users::Shown(text) => text.into(),
                Users::NotAvailable => Cell::Formula("=NA()".into(), "#N/A".into()),
            },
        ]);
    }
    let mut roster = Sheet::new("Certificaciones", 0);
    roster.date_format = "dd/mm/yyyy";
    roster.texts(&[
        "Identificador de MPN",
        "Nombre",
        "Apellidos",
        "Correo electrónico",
        "ID MCP",
        "Certificación",
        "Estado",
        "Fecha",
    ]);
    for (partner, person, credit) in roster_of(partners, PARTNER) {
        let (status, on) = match credit.outcome {
            Outcome::Passed(on) => ("Aprobado", Cell::Date(on)),
            Outcome::Failed(on) => ("Suspenso", Cell::Date(on)),
            Outcome::PassedOn(text) => ("Aprobado", text.into()),
            Outcome::NoProof => ("", Cell::Blank),
        };
        let credential = match credit.credential {
            Credential::Identities => "Examen 70-346",
            Credential::Services => "Examen 70-347",
            Credential::Mcsa => "MCSA: Office 365",
            Credential::Other(text) => text,
        };
        let mut cells: Vec<Cell> =
            [partner.id, person.first, person.last, person.email, credit.mcp.unwrap_or(person.mcp), credential, status]
                .map(Cell::from)
                .into();
        cells.push(on);
        roster.rows.push(cells);
    }
    xlsx(&[usage, roster])
}
