//! One writer for each dialect: how real exports and hand-made sheets word the same facts.

pub mod french;
pub mod german;
pub mod italian;
pub mod legacy;
pub mod master;
pub mod portal;
pub mod spanish;
pub mod unicode;
pub mod web;
pub mod wide;

use super::facts::{Association, Workload};

/// A workload's full product name, as most sheets have it.
pub fn workload_name(workload: Workload) -> &'static str {
    match workload {
        Workload::Exchange => "Exchange Online",
        Workload::SharePoint => "SharePoint Online",
        Workload::Skype => "Skype for Business",
        Workload::Yammer => "Yammer",
        Workload::ProPlus => "ProPlus",
        Workload::Teams => "Teams",
        Workload::OneDrive => "OneDrive for Business",
        Workload::Missing => "",
        Workload::Word(word) => word,
    }
}

/// An association in English.
pub fn association_name(association: Association) -> &'static str {
    match association {
        Association::Delegated => "Delegated Administrator",
        Association::Transacting => "Transacting Partner",
        Association::CspTier1 => "CSP Tier 1",
        Association::CspTier2 => "CSP Tier 2",
        Association::Record => "DPOR",
        Association::RecordAndDelegated => "DPOR; DAP",
        Association::AdminLink => "Partner admin link (PAL)",
        Association::ClaimingPartner => "CPOR",
        Association::DealRegistration => "Deal registration",
        Association::Unknown => "UNKNOWN",
        Association::Null => "NULL",
        Association::None => "",
        Association::Word(word) => word,
    }
}
