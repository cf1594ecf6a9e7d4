//! What a real inbox also holds: files that are not what they are called.

/// The first 60 % of a workbook: a download that was cut off.
pub fn truncated(workbook: &[u8]) -> Vec<u8> {
    workbook[..workbook.len() * 3 / 5].to_vec()
}

/// A one-page PDF that someone saved as `.xlsx`.
pub fn pdf() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        stream("BT /F1 14 Tf 72 760 Td (Framework agreement, page 1 of 1) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        offsets.push(file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let table = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        file += &format!("{offset:010} 00000 n \n");
    }
    file += &format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A sheet that someone typed in a hurry: the count column's header has a slip, so nothing says what to count.
pub fn near_miss() -> String {
    [
        "MPN ID,Partner Name,Customer Name,Workload,Association Type,Month,Activ Users",
        "4100017,Alderfinch Systems Ltd,Ashdown Veterinary Centres,Exchange Online,DPOR,2026-09,38",
        "4100017,Alderfinch Systems Ltd,Ashdown Veterinary Centres,SharePoint Online,DPOR,2026-09,21",
        "",
    ]
    .join("\r\n")
}

/// What Excel leaves beside a workbook that is open: the user's name, padded.
pub fn lock_file() -> Vec<u8> {
    let user = "Reviewer";
    let mut bytes = vec![user.len() as u8];
    bytes.extend(user.bytes());
    bytes.resize(55, b' ');
    bytes.extend((user.len() as u16).to_le_bytes());
    bytes.extend(user.encode_utf16().flat_map(u16::to_le_bytes));
    while bytes.len() < 165 {
        bytes.extend([b' ', 0]);
    }
    bytes.truncate(165);
    bytes
}
