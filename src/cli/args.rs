//! The arguments as they are typed, and nothing else: what they mean is decided by the commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::review::Share;

/// Judges partners against the Silver and Gold rules of a Microsoft partner competency and writes their gap reports.
#[derive(Debug, Parser)]
#[command(name = "tiergap", version, propagate_version = true, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  tiergap init reviews                    make a workspace, where `tiergap run` needs no arguments
  tiergap sample demo                     write a sample inbox to try it on
  tiergap run demo --out review           judge every partner and write all reports
  tiergap check inbox                     see what is recognised, without judging
  tiergap explain conflicting-duplicate   what a finding means and what to do

Exit codes:
  0  done
  1  done, but some input could not be read or was left out (see the error findings)
  2  wrong usage or configuration
  3  nothing could be evaluated or written: an earlier output is as it was
  130  interrupted (Ctrl-C, or asked to terminate)";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge every partner and write the reports
    #[command(after_help = RUN_EXAMPLES)]
    Run(RunArgs),
    /// Show what is recognised in the inputs, and all findings, without judging
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Check files as they land in a folder
    #[command(after_help = super::watch::EXAMPLES)]
    Watch(Box<super::watch::WatchArgs>),
    /// Join the shards of a review (see `run --shard`) into the whole
    #[command(after_help = super::merge::EXAMPLES)]
    Merge(super::merge::MergeArgs),
    /// Tell whether a review is still what was written
    #[command(after_help = super::verify::EXAMPLES)]
    Verify(super::verify::VerifyArgs),
    /// Put a reviewer's note or sign-off into a review
    #[command(after_help = super::sign_off::EXAMPLES)]
    SignOff(super::sign_off::SignOffArgs),
    /// Show what changed from one review to another
    #[command(after_help = super::compare::EXAMPLES)]
    Compare(super::compare::CompareArgs),
    /// Show the tier that a partner would hold if some of its facts were others
    #[command(after_help = super::what_if::EXAMPLES)]
    WhatIf(super::what_if::WhatIfArgs),
    /// List, show or check rulesets
    #[command(after_help = RULES_EXAMPLES)]
    Rules {
        /// What to do with rulesets
        #[command(subcommand)]
        command: RulesCommand,
    },
    /// Write to every partner: its report with a message, as drafts or through your mail server
    #[command(after_help = super::mail::EXAMPLES)]
    Mail(super::mail::MailArgs),
    /// Explain a finding's code and what to do about it
    #[command(after_help = "Examples:\n  tiergap explain unknown-workload\n  tiergap explain --list")]
    Explain(ExplainArgs),
    /// Write a sample inbox to try the program on
    #[command(after_help = "Examples:\n  tiergap sample demo\n  tiergap run demo --out review")]
    Sample {
        /// Folder to write it to; it must not exist or be empty
        dir: PathBuf,
    },
    /// Write blank workbooks (usage, roster, partners) that `run` reads back
    #[command(after_help = "Examples:\n  tiergap template blank --lang it")]
    Template {
        /// Folder to write them to; it must not exist or be empty
        dir: PathBuf,
        #[command(flatten)]
        lang: LangArg,
    },
    /// Write the texts, words, rules and theme that come with the program, to change some of them
    #[command(after_help = "Examples:\n  tiergap templates mine\n  tiergap run inbox --out review --templates mine")]
    Templates {
        /// Folder to write them to; it must not exist or be empty
        dir: PathBuf,
    },
    /// Make a workspace: a tiergap.toml that explains every setting, and an inbox
    #[command(after_help = "Examples:\n  tiergap init reviews-2026\n  cd reviews-2026 && tiergap run")]
    Init(InitArgs),
    /// Print the JSON schema of a configuration file, by which editors complete it
    #[command(after_help = "Examples:\n  tiergap schema workspace > tiergap.schema.json")]
    Schema {
        /// Of which file
        #[arg(value_enum)]
        file: SchemaOf,
    },
    /// Print a completion script for a shell
    #[command(after_help = "Examples:\n  tiergap completions bash > /etc/bash_completion.d/tiergap")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(after_help = "Examples:\n  tiergap man > tiergap.1")]
    Man,
}

const RUN_EXAMPLES: &str = "\
Examples:
  tiergap run                                in a workspace: its inbox, into reviews/<month>
  tiergap run inbox --out review
  tiergap run inbox --out review-2026-q3 --as-of 2026-09-30 --lang it
  tiergap run inbox --out review --previous review-2026-q2/results.json
  tiergap run usage.csv roster.xlsx --out review --rules 2017-07-07
  tiergap run inbox --out review --format json | jq .summary";

const CHECK_EXAMPLES: &str = "\
Examples:
  tiergap check inbox
  tiergap check usage.xlsx --columns my-columns.toml";

const RULES_EXAMPLES: &str = "\
Examples:
  tiergap rules list
  tiergap rules show 2017-07-07 > my-rules.toml
  tiergap rules check my-rules.toml";

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Files and folders to read [default in a workspace: its inbox]
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Folder for the reports; a new one, an empty one, or an earlier output of tiergap [default in a workspace: the
    /// month's folder below its reviews]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub review: ReviewArgs,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    #[command(flatten)]
    pub looks: LooksArg,
    /// Replace a review that is signed off: with a new one its sign-off is gone
    #[arg(long)]
    pub replace_signed: bool,
    /// Judge and write only the partners of one shard of several, such as 2/8; `tiergap merge` joins them (see
    /// docs/scale.md)
    #[arg(long, value_name = "K/N", conflicts_with = "format", requires = "out")]
    pub shard: Option<Share>,
    /// Write only these of the reports, and results.json: for a quick look, or for measuring
    #[arg(long, value_enum, value_name = "PART", value_delimiter = ',', conflicts_with = "shard")]
    pub only: Vec<Part>,
}

/// A part of what a review writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Each partner's PDF and workbook
    Partners,
    /// The portfolio in all its forms
    Portfolio,
    /// The annotated copies of the inputs
    Annotated,
}

/// How inputs are read and judged, whatever is made of them.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// Judge as of this day (YYYY-MM-DD) [default: the last day of the latest month with usage]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Ruleset: a TOML file, or the ID or edition of a shipped one (see `tiergap rules list`)
    #[arg(long, value_name = "FILE|ID")]
    pub rules: Option<String>,
    #[command(flatten)]
    pub lang: LangArg,
    /// `results.json` (or folder) of an earlier review, to tell what changed since; given several times, in any order,
    /// the newest before the as-of date is compared with and all of them show the trend
    #[arg(long, value_name = "results.json")]
    pub previous: Vec<PathBuf>,
    #[command(flatten)]
    pub columns: ColumnsArg,
    /// TOML file with your own list of developed and developing markets (see docs/markets.md)
    #[arg(long, value_name = "FILE")]
    pub markets: Option<PathBuf>,
    #[command(flatten)]
    pub bounds: BoundsArg,
    #[command(flatten)]
    pub workspace: WorkspaceArg,
}

/// The workspace to work in.
#[derive(Debug, Clone, Default, Args)]
pub struct WorkspaceArg {
    /// Workspace: a folder with a tiergap.toml (see docs/workspace.md) [default: the current folder or the nearest above
    /// that has one]
    #[arg(long, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
}

/// What reports look like.
#[derive(Debug, Args)]
pub struct LooksArg {
    /// TOML file with your organisation's name, logo, contact line and colours (see docs/theme.md)
    #[arg(long, value_name = "FILE")]
    pub theme: Option<PathBuf>,
    /// Folder with further fonts, for scripts that no font of the system has
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
}

/// A day as it is typed.
pub(super) fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "write the day as YYYY-MM-DD, such as 2026-09-30".to_owned())
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files and folders to read [default in a workspace: its inbox]
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub lang: LangArg,
    /// What to print on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    #[command(flatten)]
    pub columns: ColumnsArg,
    #[command(flatten)]
    pub bounds: BoundsArg,
    #[command(flatten)]
    pub workspace: WorkspaceArg,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Code of a finding, such as `unknown-workload`; not needed with --list
    #[arg(required_unless_present = "list")]
    pub code: Option<String>,
    /// List all codes
    #[arg(long)]
    pub list: bool,
    #[command(flatten)]
    pub lang: LangArg,
}

/// The language of what is written and said.
#[derive(Debug, Args)]
pub struct LangArg {
    /// Language of reports and messages, such as `en` or `it` [default: en]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
}

/// The user's own column names.
#[derive(Debug, Args)]
pub struct ColumnsArg {
    /// TOML file with column names of your own (see docs/columns.md)
    #[arg(long, value_name = "FILE")]
    pub columns: Option<PathBuf>,
    /// Folder with files of your own in place of the shipped texts, words, rules and theme (see
    /// docs/templates.md)
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
}

/// What reading one file may cost.
#[derive(Debug, Clone, Args)]
pub struct BoundsArg {
    /// Memory for reading one file, in MiB [default: 1024]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(16..))]
    pub max_memory: Option<u32>,
    /// Time for reading one file, in seconds [default: 60]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_seconds: Option<u32>,
}

/// Commands on rulesets.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List the shipped rulesets
    List,
    /// Print a ruleset as TOML, ready to be copied and changed
    Show {
        /// ID, edition or file [default: the default ruleset]
        #[arg(value_name = "FILE|ID")]
        rules: Option<String>,
    },
    /// Check whether a ruleset can be used
    Check {
        /// The TOML file
        file: PathBuf,
    },
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Folder to make a workspace of; what is in it stays as it is [default: the current folder]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// A file that there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// `tiergap.toml`
    Workspace,
    /// A ruleset
    Ruleset,
}

/// What to print on standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For machines
    Json,
}
