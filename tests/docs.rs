//! The reference pages in `docs/` are generated from the code and the templates; this test keeps them current.
//!
//! `UPDATE_DOCS=1 cargo test --test docs` writes them anew.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;
use std::path::Path;

use tiergap::finding::{Code, explain};
use tiergap::recognise::Vocabulary;
use tiergap::text::{Lang, Localizer};

/// Compares a page with the file in `docs/`, or writes it where that is asked for.
fn current(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, page).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(stands == page, "docs/{name} is not current; write it anew with UPDATE_DOCS=1 cargo test --test docs");
}

#[test]
fn the_page_of_findings_is_current() {
    let text = Localizer::new(Lang::En).unwrap();
    let mut page = String::from(
        "# Findings\n\nGenerated from the code and `templates/text/en.ftl`. A finding is a problem of the data, never a gap \
         against the rules.\nErrors make the exit code 1: something could not be read or was left out. \
         `tiergap explain CODE` shows the same text.\n\n| code | severity | what it is |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        let it = explain(*code, &text);
        let _ = writeln!(page, "| [`{code}`](#{code}) | {} | {} |", code.severity().as_str(), it.title);
    }
    for code in Code::ALL {
        let it = explain(*code, &text);
        let _ = write!(page, "\n## {code}\n\n**{}** ({})\n\n{}\n\n", it.title, code.severity().as_str(), it.about);
        let _ = writeln!(page, "*What to do:* {}", it.help);
    }
    current("findings.md", &page);
}

#[test]
fn the_page_of_columns_is_current() {
    let columns: toml::Table = include_str!("../templates/words/columns.toml").parse().unwrap();
    let mut page = String::from(
        "# Columns\n\nGenerated from `templates/words/columns.toml`: the header names by which each column is recognised. \
         Names match after folding\ncase, accents, spaces and punctuation. Names of your own go into a TOML file for \
         `--columns`:\n\n```toml\nactive-users = [\"Benutzer laut Report\"]\ncustomer-name = [\"Endkunde\"]\n```\n",
    );
    for (field, entry) in &columns {
        let Some(entry) = entry.as_table() else { continue };
        let _ = write!(page, "\n## {field}\n\n");
        if let Some(about) = entry.get("about").and_then(|a| a.as_str()) {
            let _ = write!(page, "{about}\n\n");
        }
        for (list, names) in entry {
            let Some(names) = names.as_array() else { continue };
            let names: Vec<String> = names.iter().filter_map(|n| n.as_str()).map(|n| format!("`{n}`")).collect();
            let _ = writeln!(page, "- *{list}*: {}", names.join(", "));
        }
    }
    current("columns.md", &page);
}

#[test]
fn the_reference_of_rulesets_is_current() {
    const MARK: &str = "<!-- generated from here on -->\n";
    let words = Vocabulary::shipped().unwrap();
    let mut reference = String::from("\n## Reference\n");
    let lists = [
        ("Workloads", words.workloads()),
        ("Associations", words.associations()),
        ("Certifications", words.certifications()),
    ];
    for (title, terms) in lists {
        let _ = write!(reference, "\n### {title}\n\n| ID | name |\n|---|---|\n");
        for term in terms {
            let _ = writeln!(reference, "| `{}` | {} |", term.id, term.label);
        }
    }
    for (n, shipped) in tiergap::rules::shipped().iter().enumerate() {
        let title = if n == 0 { "The default ruleset" } else { "The later edition" };
        let _ = write!(reference, "\n### {title}: {}\n\n```toml\n{}```\n", shipped.name, shipped.text);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ruleset.md");
    let page = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let (written, _) = page.split_once(MARK).expect("the page has lost its mark");
    current("ruleset.md", &format!("{written}{MARK}{reference}"));
}

#[test]
fn the_page_of_markets_is_current() {
    let list: toml::Table = include_str!("../templates/words/markets.toml").parse().unwrap();
    let countries: toml::Table = include_str!("../templates/words/countries.toml").parse().unwrap();
    let name = |code: &str| countries[code]["en"].as_str().unwrap().to_owned();
    let mut page = String::from(
        "# Markets\n\nGenerated from `templates/words/markets.toml`: by which a partner's country decides its market, where \
         neither the partners\nsheet nor a market column does. The programme's own list is not public: **this one is \
         tiergap's**, after the common\nreading of advanced economies. Copy `templates/words/markets.toml`, change it, and \
         give it to `tiergap run --markets FILE`;\nthe reports then name your list.\n",
    );
    let lists = list["list"].as_table().unwrap();
    for market in ["developed", "developing"] {
        let codes = lists.get(market).and_then(|codes| codes.as_array()).unwrap();
        assert!(codes.len() > 30, "{market} is empty");
        let codes: Vec<String> =
            codes.iter().filter_map(|c| c.as_str()).map(|c| format!("{} ({c})", name(c))).collect();
        let _ = write!(page, "\n## {market}\n\n{}\n", codes.join(", "));
    }
    current("markets.md", &page);
}

#[test]
fn the_page_of_commands_is_current() {
    use clap::CommandFactory;
    let mut page = String::from("# Commands\n\nGenerated from the program: what `--help` of each command prints.\n");
    let mut command = tiergap::cli::Cli::command().term_width(100);
    command.build();
    let mut help = |command: &mut clap::Command| {
        let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
        let _ = write!(page, "\n## {name}\n\n```text\n{}\n```\n", command.render_long_help().to_string().trim_end());
    };
    help(&mut command);
    for sub in command.get_subcommands_mut().filter(|sub| sub.get_name() != "help") {
        help(sub);
        for deeper in sub.get_subcommands_mut().filter(|sub| sub.get_name() != "help") {
            help(deeper);
        }
    }
    let page: Vec<&str> = page.lines().map(str::trim_end).collect();
    current("commands.md", &(page.join("\n") + "\n"));
}

#[test]
fn the_schemas_are_current() {
    current("schema/workspace.json", &tiergap::workspace::schema_text());
    current("schema/ruleset.json", &tiergap::rules::schema_text());
}

#[test]
fn what_the_page_of_sheets_shows_is_what_check_says() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sheets.md")).unwrap();
    let page = page.replace("\r\n", "\n");
    let folder = tempfile::tempdir().unwrap();
    let mut examples = 0;
    for part in page.split("```csv ").skip(1) {
        let (name, rest) = part.split_once('\n').unwrap();
        let (input, rest) = rest.split_once("```\n").unwrap();
        let said = rest.trim_start().strip_prefix("```text\n").and_then(|said| said.split_once("```")).unwrap().0;
        std::fs::write(folder.path().join(name), input).unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_tiergap"))
            .args(["check", name])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n"), said, "{name}");
        examples += 1;
    }
    assert_eq!(examples, 7);
}
