//! Three quarters in one workspace, as a reviewer lives them: drop, run, correct what a finding tells, settle another one,
//! compare, sign off, mail through a server with faults, verify. The exports are in `samples/quarters`; every figure
//! here was worked out from them by hand.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
mod smtp_server;

use std::path::{Path, PathBuf};

use serde_json::Value;
use smtp_server::{Act, Server, Step};

struct Desk(tempfile::TempDir);

impl Desk {
    fn path(&self) -> &Path {
        self.0.path()
    }

    /// What a command says, which must end with this code.
    fn says(&self, code: i32, args: &[&str]) -> String {
        let output = common::tiergap().current_dir(self.path()).args(args).output().unwrap();
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{args:?}\n{out}\n{err}");
        format!("{out}{err}")
    }

    fn drop_exports(&self, quarter: &str) {
        let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples/quarters").join(quarter);
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), self.path().join("inbox").join(entry.file_name())).unwrap();
        }
    }

    fn json(&self, file: &str) -> Value {
        serde_json::from_slice(&std::fs::read(self.path().join(file)).unwrap()).unwrap()
    }

    /// Tier, active entitlements and people of the three partners.
    fn standings(&self, month: &str) -> Vec<(String, u64, u64)> {
        let results = self.json(&format!("reviews/{month}/results.json"));
        let of = |partner: &Value| {
            let people = partner["requirements"].as_array().unwrap().iter().find(|r| r["id"] == "certified-people");
            (
                partner["tier"].as_str().unwrap().to_owned(),
                partner["usage"]["counted"]["active_users"].as_u64().unwrap(),
                people.unwrap()["actual"].as_u64().unwrap(),
            )
        };
        results["partners"].as_array().unwrap().iter().map(of).collect()
    }

    fn append(&self, settings: &str) {
        let file = self.path().join("tiergap.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, format!("{text}\n{settings}")).unwrap();
    }
}

fn standing(tier: &str, entitlements: u64, people: u64) -> (String, u64, u64) {
    (tier.to_owned(), entitlements, people)
}

#[test]
fn three_quarters_of_reviews() {
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.says(0, &["init"]);

    // March: nothing to compare with, nothing wrong.
    desk.drop_exports("2026-03");
    desk.says(0, &["run"]);
    assert_eq!(
        desk.standings("2026-03"),
        [standing("silver", 1500 + 700, 1), standing("silver", 2500, 1), standing("none", 900, 0)]
    );

    // June: "7S0" is no number. Alpine keeps 1,400, which is no tier, but could be Silver; its mail is held back.
    desk.drop_exports("2026-06");
    let said = desk.says(1, &["run"]);
    assert!(said.contains("usage-2026-06 › G3") && said.contains("7S0"), "{said}");
    assert_eq!(
        desk.standings("2026-06"),
        [standing("none", 1400, 1), standing("silver", 3500, 1), standing("silver", 1200 + 900, 1)]
    );
    assert_eq!(desk.json("reviews/2026-06/results.json")["partners"][0]["could_be"], "silver");
    desk.append("[mail]\nfrom = 'Partner Programme <partners@example.org>'\n");
    let said = desk.says(1, &["mail"]);
    let line = |said: &str, partner: &str| said.lines().find(|l| l.contains(partner)).unwrap().to_owned();
    assert!(line(&said, "Alpine").contains("held back") && line(&said, "Beta").ends_with("ready"), "{said}");

    // The partner corrects the cell; the same command writes the review again, still compared with March.
    let usage = desk.path().join("inbox/usage-2026-06.csv");
    let corrected = std::fs::read_to_string(&usage).unwrap().replace("7S0", "750");
    std::fs::write(&usage, corrected).unwrap();
    desk.says(0, &["run"]);
    assert_eq!(desk.standings("2026-06")[0], standing("silver", 1400 + 750, 1));
    assert_eq!(desk.json("reviews/2026-06/results.json")["partners"][0]["previous"]["as_of"], "2026-03-31");
    let said = desk.says(0, &["compare", "reviews/2026-06", "reviews/2026-03"]);
    for told in ["No tier  Silver", "2,200  2,150     −50", "Luca Bianchi  counts now", "Ticino     gained"] {
        assert!(said.contains(told), "{told}: {said}");
    }
    desk.says(0, &["sign-off", "reviews/2026-06", "--by", "A. Reviewer", "--note", "Fabrikam corrected."]);
    let said = desk.says(0, &["verify", "reviews/2026-06"]);
    assert!(said.contains("A. Reviewer") && said.contains("Fabrikam corrected."), "{said}");
    // What is signed is not replaced unasked.
    assert!(desk.says(2, &["run"]).contains("signed off"));

    // September: Contoso is gone from Alpine, Beta has a second person and 4,300, "n/k" is settled for good.
    desk.drop_exports("2026-09");
    assert!(desk.says(1, &["run"]).contains("n/k"));
    desk.append(
        "[[waiver]]\nfile = 'usage-2026-09.csv'\ncell = 'G5'\nfinding = 'unreadable-count'\ndecision = 'accept'\n\
         reason = 'Wingtip has left'\nby = 'A. Reviewer'\nuntil = 2026-12-31\n",
    );
    desk.says(0, &["run"]);
    assert_eq!(
        desk.standings("2026-09"),
        [standing("none", 800, 1), standing("gold", 3400 + 900, 2), standing("silver", 1150 + 900, 1)]
    );
    let results = desk.json("reviews/2026-09/results.json");
    let codes = |n: usize| results["partners"][n]["findings"].as_array().unwrap().clone();
    assert!(codes(1).contains(&"waiver-applied".into()) && !codes(0).contains(&"waiver-applied".into()));
    let trend: Vec<(&str, u64)> = results["partners"][1]["trend"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| (point["tier"].as_str().unwrap(), point["active_users"].as_u64().unwrap()))
        .collect();
    assert_eq!(trend, [("silver", 2500), ("silver", 3500), ("gold", 4300)]);
    assert_eq!(results["partners"][0]["previous"]["tier"], "silver");
    assert_eq!(results["partners"][0]["at_risk"], true);
    assert_eq!(results["partners"][1]["at_risk"], true, "300 over 4,000 is less than a tenth to spare");
    let said = desk.says(0, &["compare", "reviews/2026-03", "reviews/2026-06", "reviews/2026-09"]);
    assert!(said.contains("Silver   No tier") || said.contains("Silver  No tier"), "{said}");
    // 800 with Contoso's 1,400 back is 2,200: Silver.
    let said = desk.says(0, &["what-if", "4711000", "--add-users", "1200"]);
    assert!(said.contains("No tier now, Silver then"), "{said}");

    mail_with_faults(&desk);

    let said = desk.says(0, &["verify", "reviews/2026-09", "inbox"]);
    assert!(said.contains("as they were written"), "{said}");
    std::fs::write(desk.path().join("reviews/2026-09/portfolio.pdf"), "x").unwrap();
    assert!(desk.says(1, &["verify", "reviews/2026-09"]).contains("portfolio.pdf"));
    // A changed review is not sent to anybody, nor signed.
    desk.says(3, &["sign-off", "reviews/2026-09", "--by", "A. Reviewer"]);
}

/// The server refuses Beta's message for good the first time and hangs up on Gamma's after it has it: nobody knows then
/// whether it was taken, so it is not sent again unasked.
fn mail_with_faults(desk: &Desk) {
    let mut refused = false;
    let server = Server::new(move |step| match step {
        Step::Rcpt(to) if to == "boss@beta.example" && !refused => {
            refused = true;
            Act::Say("550 no such mailbox")
        }
        Step::End(to) if to == "direzione@gamma.example" => Act::TakeAndDrop,
        _ => Act::Go,
    });
    desk.append(&format!(
        "[mail.smtp]\nhost = '127.0.0.1'\nport = {}\nsecurity = 'none'\nper-minute = 6000\nretries = 1\nretry-seconds = 0\n",
        server.port
    ));
    let taken = |to: &str| server.taken().iter().filter(|message| message.to.iter().any(|t| t == to)).count();
    desk.says(1, &["mail", "--send"]);
    assert_eq!((taken("director@alpine.example"), taken("boss@beta.example")), (1, 0));
    desk.says(1, &["mail", "--send"]);
    assert_eq!((taken("director@alpine.example"), taken("boss@beta.example")), (1, 1), "once each");
    assert_eq!(taken("direzione@gamma.example"), 1, "told as unknown, and not sent again");
    let said = desk.says(1, &["mail"]);
    assert!(said.contains("--resend"), "{said}");
}
