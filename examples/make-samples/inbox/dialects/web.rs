//! A web page's table that a portal sends as `.xls`; Excel opens it after a warning.

use crate::inbox::dialects::{association_name, workload_name};
use crate::inbox::facts::{Partner, Users};
use crate::inbox::portfolio::usage_of;

const PARTNER: &str = "4700014";
/// Countries of the customers, which must not decide the partner's market.
const COUNTRIES: [(&str, &str); 3] =
    [("Pelican Sound Charter", "Bahamas"), ("Mangrove Bay Resorts", "Jamaica"), ("Turtle Cove Bank", "United States")];

/// `CustomerUsage.xls`.
pub fn page(partners: &[Partner]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut page = String::from(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\r\n<head><meta http-equiv=\"Content-Type\" \
         content=\"text/html; charset=utf-8\"><title>Customer usage</title></head>\r\n<body>\r\n\
         <table border=\"1\">\r\n<tr>",
    );
    let header = [
        "MPN ID",
        "Partner Name",
        "Customer Name",
        "Customer Country",
        "Workload",
        "SKU",
        "Association Type",
        "Month",
        "Active Users",
    ];
    for title in header {
        page += &format!("<th>{title}</th>");
    }
    page += "</tr>\r\n";
    for (partner, usage) in usage_of(partners, PARTNER) {
        let country = COUNTRIES.iter().find(|(name, _)| *name == usage.customer).map_or("", |(_, country)| country);
        let users = match usage.users {
            Users::Count(count) | Users::Grouped(count) => count.to_string(),
            Users::Shown(text) => text.to_owned(),
            Users::NotAvailable => "#N/A".to_owned(),
        };
        let month = format!("{:04}-{:02}", usage.month.year(), usage.month.month());
        let cells = [
            partner.id,
            partner.name,
            usage.customer,
            country,
            workload_name(usage.workload),
            "OFFICE 365 BUSINESS ESSENTIALS",
            association_name(usage.association),
            &month,
            &users,
        ];
        page += "<tr>";
        for cell in cells {
            page += &format!("<td>{}</td>", cell.replace('&', "&amp;").replace('<', "&lt;"));
        }
        page += "</tr>\r\n";
    }
    page += "</table>\r\n</body>\r\n</html>\r\n";
    Ok(page.into_bytes())
}
