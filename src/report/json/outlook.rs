//! What could cost a tier, looking ahead, for machines.

use serde::Serialize;

use crate::assess::{Assessment, Metric};
use crate::portfolio::Partner;
use crate::rules::Ruleset;

/// Something that could cost the tier. None of it sets `at_risk`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum OutlookResult<'a> {
    ExpiringCredential {
        person: &'a str,
        person_id: Option<&'a str>,
        credential: &'a str,
        expires: String,
        before_next_review: bool,
        before_anniversary: bool,
        falls_to: &'a str,
    },
    SinglePerson {
        person: &'a str,
        person_id: Option<&'a str>,
        falls_to: &'a str,
    },
    /// People beyond those named, without each of whom the tier is lost as well.
    FurtherPeople {
        people: u64,
    },
    SingleCustomer {
        customer: &'a str,
        customer_id: Option<&'a str>,
        active_users: u64,
        falls_to: &'a str,
    },
    /// Customers beyond those named, without each of which the tier is lost as well.
    FurtherCustomers {
        customers: u64,
    },
    ThinMargin {
        requirement: &'a str,
        spare: u64,
        required: u64,
    },
}

/// In the order of the reports.
pub(super) fn results<'a>(rules: &'a Ruleset, partner: &'a Partner, judged: &'a Assessment) -> Vec<OutlookResult<'a>> {
    let outlook = &judged.outlook;
    let name = |person: usize| partner.people.get(person).map_or("", |p| p.display());
    let id = |person: usize| partner.people.get(person).and_then(|p| p.ids.first()).map(|id| id.as_str());
    let mut all: Vec<OutlookResult<'a>> = Vec::new();
    all.extend(outlook.expiries.iter().map(|expiry| OutlookResult::ExpiringCredential {
        person: name(expiry.person),
        person_id: id(expiry.person),
        credential: expiry.credential.as_str(),
        expires: expiry.expires.to_string(),
        before_next_review: expiry.before_review,
        before_anniversary: expiry.before_anniversary,
        falls_to: rules.tier_id(expiry.falls_to),
    }));
    all.extend(outlook.people.iter().map(|loss| OutlookResult::SinglePerson {
        person: name(loss.person),
        person_id: id(loss.person),
        falls_to: rules.tier_id(loss.falls_to),
    }));
    if outlook.more_people > 0 {
        all.push(OutlookResult::FurtherPeople { people: outlook.more_people });
    }
    all.extend(outlook.customers.iter().filter_map(|loss| {
        let sum = judged.customers.get(loss.customer)?;
        Some(OutlookResult::SingleCustomer {
            customer: sum.customer.or(sum.customer_id).map_or("", |text| text.as_str()),
            customer_id: sum.customer_id.map(|id| id.as_str()),
            active_users: sum.entitlements,
            falls_to: rules.tier_id(loss.falls_to),
        })
    }));
    if outlook.more_customers > 0 {
        all.push(OutlookResult::FurtherCustomers { customers: outlook.more_customers });
    }
    all.extend(outlook.margins.iter().map(|margin| OutlookResult::ThinMargin {
        requirement: match margin.metric {
            Metric::Entitlements => &rules.entitlements.id,
            Metric::People => &rules.people.id,
        },
        spare: margin.spare,
        required: margin.required,
    }));
    all
}
