//! The sample inbox: partners described once as facts, expressed by one writer for each dialect of export.

mod broken;
mod dialects;
mod facts;
mod grid;
mod portfolio;

use dialects::{french, german, italian, legacy, master, portal, spanish, unicode, web, wide};

/// Files by their path below `samples/`.
pub type Files = Vec<(&'static str, Vec<u8>)>;

/// Every file, by its path below `samples/`. Files under `inbox/` are read by the sample run; those under
/// `source/` are what LibreOffice turns into the two formats that Rust does not write (see `docs/samples.md`).
pub fn files() -> Result<Files, Box<dyn std::error::Error>> {
    let partners = portfolio::partners();
    let italian = italian::workbook(&partners)?;
    let truncated = broken::truncated(&italian);
    Ok(vec![
        ("inbox/partners.xlsx", master::workbook(&partners)?),
        ("inbox/portal/OfficeUsage.tsv", portal::office_usage(&partners)?),
        ("inbox/portal/TrainingCompletions.tsv", portal::training_completions(&partners)?),
        ("inbox/portal/Profile.tsv", portal::profile(&partners)?),
        ("inbox/Utilizzo clienti settembre 2026.xlsx", italian),
        ("inbox/Nutzung 2026-09.csv", german::usage(&partners)?),
        ("inbox/Zertifizierungen.csv", german::roster(&partners)?),
        ("inbox/Q3 review (wide).xlsx", wide::workbook(&partners)?),
        ("inbox/Suivi des licences T3.xlsx", french::workbook(&partners)?),
        ("inbox/CustomerUsage.xls", web::page(&partners)?),
        ("inbox/Usage (Unicode text).xls", unicode::usage(&partners)?),
        ("inbox/people-additional.csv", unicode::people(&partners)?),
        ("inbox/late additions.csv", broken::near_miss().into_bytes()),
        ("inbox/backup of usage.xlsx", truncated),
        ("inbox/contract scan.xlsx", broken::pdf()),
        ("inbox/~$Utilizzo clienti settembre 2026.xlsx", broken::lock_file()),
        ("source/clientes-andes.xlsx", spanish::workbook(&partners)?),
        ("source/raport-wisla.xlsx", legacy::workbook(&partners)?),
    ])
}

/// The customers that each partner's rows name, by partner ID; `tests/samples.rs` asks.
#[allow(dead_code)]
pub fn customers() -> std::collections::BTreeMap<String, std::collections::BTreeSet<String>> {
    let names = |partner: &facts::Partner| partner.usage.iter().map(|usage| usage.customer.to_owned()).collect();
    portfolio::partners().iter().map(|partner| (partner.id.to_owned(), names(partner))).collect()
}
