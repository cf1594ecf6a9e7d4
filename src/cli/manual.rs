//! `tiergap completions` and `tiergap man`.

use clap::CommandFactory;

use super::args::Cli;
use super::{Failure, Outcome, talk};

pub(super) fn completions(shell: clap_complete::Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "tiergap", &mut script);
    talk::raw(&script);
    Ok(Outcome::Done)
}

pub(super) fn man() -> Result<Outcome, Failure> {
    let mut pages = Vec::new();
    let command = Cli::command();
    clap_mangen::Man::new(command.clone()).render(&mut pages).map_err(Failure::nothing)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        clap_mangen::Man::new(sub.clone().display_name(format!("tiergap-{}", sub.get_name())))
            .render(&mut pages)
            .map_err(Failure::nothing)?;
    }
    talk::raw(&pages);
    Ok(Outcome::Done)
}
