//! The command line: arguments, one file a command, progress and exit codes. The only room that prints.

mod args;
mod asked;
mod check;
mod compare;
mod earlier;
mod explain;
mod init;
mod inputs;
mod job;
mod mail;
mod manual;
mod merge;
mod rules;
mod run;
mod sample;
mod say;
mod shard;
mod sign_off;
mod stop;
mod talk;
mod template;
mod templates;
mod theme;
mod verify;
mod watch;
mod what_if;

use std::process::ExitCode;

use clap::Parser;

pub use args::Cli;
use args::Command;

use crate::intake::worker::{Heap, work_if_asked};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Done, but some input could not be read or was left out.
    DoneWithErrors,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage or configuration.
    Usage(anyhow::Error),
    /// Nothing could be evaluated or written.
    Nothing(anyhow::Error),
}

impl Failure {
    fn usage(error: impl Into<anyhow::Error>) -> Self {
        Self::Usage(error.into())
    }

    fn nothing(error: impl Into<anyhow::Error>) -> Self {
        Self::Nothing(error.into())
    }
}

/// Runs the program with the process's arguments. `heap` is its memory, for when it is to read files for another process.
pub fn main(heap: &Heap) -> ExitCode {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !crate::intake::panics_are_caught() {
            told(panic);
        }
    }));
    if let Some(code) = work_if_asked(heap) {
        return ExitCode::from(code);
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for, everything else is wrong usage.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let stop = stop::Stop::listen();
    let result = match cli.command {
        Command::Run(args) => run::run(&args),
        Command::Check(args) => check::check(&args),
        Command::Watch(args) => watch::watch(*args),
        Command::Merge(args) => merge::merge(&args),
        Command::Verify(args) => verify::verify(&args),
        Command::SignOff(args) => sign_off::sign_off(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::WhatIf(args) => what_if::what_if(&args),
        Command::Rules { command } => rules::rules(&command),
        Command::Mail(args) => mail::mail(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Sample { dir } => sample::sample(&dir),
        Command::Template { dir, lang } => template::template(&dir, &lang),
        Command::Templates { dir } => templates::write(&dir),
        Command::Init(args) => init::init(&args),
        Command::Schema { file } => init::schema(file),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man => manual::man(),
    };
    // What a command has to tell is part of its work, unless nobody listens any more.
    let result = result.and_then(|outcome| match talk::lost() {
        Some(error) => Err(Failure::Nothing(anyhow::Error::new(error).context("cannot write to standard output"))),
        None => Ok(outcome),
    });
    if let Err(failure) = &result {
        // Whatever else went wrong, it went wrong because the program was asked to end.
        stop.wait_if_asked();
        let (Failure::Usage(error) | Failure::Nothing(error)) = failure;
        talk::error(&format!("{error:#}"));
    }
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::DoneWithErrors) => ExitCode::from(1),
        Err(Failure::Usage(_)) => ExitCode::from(2),
        Err(Failure::Nothing(_)) => ExitCode::from(3),
    }
}
