//! `tiergap explain`: what a finding means and what to do about it.

use anyhow::anyhow;

use super::args::ExplainArgs;
use super::templates::Templates;
use super::{Failure, Outcome, inputs, talk};
use crate::finding::{Code, explain as explain_code};

pub(super) fn explain(args: &ExplainArgs) -> Result<Outcome, Failure> {
    let text = inputs::localizer(&args.lang, &Templates::default())?;
    let title = |code: Code| text.message(&format!("finding-{code}.title"), &[]);
    if args.list {
        let rows: Vec<Vec<String>> = Code::ALL
            .iter()
            .map(|code| vec![code.to_string(), code.severity().as_str().to_owned(), title(*code)])
            .collect();
        for line in talk::table(&rows, &[]) {
            talk::data(&line);
        }
        return Ok(Outcome::Done);
    }
    let name = args.code.as_deref().unwrap_or_default().trim();
    let code: Code = name.to_lowercase().parse().map_err(|()| Failure::Usage(unknown(name)))?;
    let it = explain_code(code, &text);
    talk::data(&format!("{}{code}{:#} ({}): {}", talk::STRONG, talk::STRONG, it.severity, it.title));
    talk::data("");
    talk::data(&it.about);
    talk::data("");
    talk::data(&format!("{}{}{:#}: {}", talk::HINT, text.message("cli-hint", &[]), talk::HINT, it.help));
    Ok(Outcome::Done)
}

fn unknown(name: &str) -> anyhow::Error {
    let distance = |code: &Code| strsim::damerau_levenshtein(code.as_str(), name);
    let nearest = Code::ALL.iter().min_by_key(|code| distance(code)).filter(|code| distance(code) <= 4);
    let hint = nearest.map_or(String::new(), |code| format!("\nhint: did you mean {code}?"));
    anyhow!("no finding has the code {name:?}{hint}\nhint: `tiergap explain --list` shows them all")
}
