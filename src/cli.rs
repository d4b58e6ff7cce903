//! The commands and flags.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Deserialize;

use crate::terminal::Lang;

/// svod: plans, surveys and check-lists of the independent assessment (НОК) to tables, rankings and reports.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, disable_help_subcommand = true)]
pub(crate) struct Cli {
    /// What to do; without a command, `run` on `inputs`.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Say more on standard error; twice for everything.
    #[arg(short, long, action = clap::ArgAction::Count, global = true)]
    pub(crate) verbose: u8,
    /// How log lines look.
    #[arg(long, value_enum, default_value_t = LogFormat::Text, global = true)]
    pub(crate) log_format: LogFormat,
    /// Folder with the law's files instead of the built-in ones.
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) schemas: Option<PathBuf>,
    /// The language of messages; that of the system by default.
    #[arg(long, value_enum, global = true)]
    pub(crate) lang: Option<Lang>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read everything in a folder and write tables, rankings and reports.
    Run(RunArgs),
    /// Print what one stage understood.
    Show(ShowArgs),
    /// Say what a finding means: what is checked, on what basis, with examples.
    Explain(ExplainArgs),
    /// The lists, forms and duties of the law, and their editions.
    Law {
        /// What to print.
        #[command(subcommand)]
        what: LawCommand,
    },
    /// Check every output against the manifest.
    Verify {
        /// Folder that an earlier run wrote.
        #[arg(default_value = "outputs")]
        outputs: PathBuf,
    },
    /// Print a completion script.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Flags of `run`.
#[derive(Clone, Debug, Args)]
pub(crate) struct RunArgs {
    /// Folder with the submission, or one file.
    #[arg(default_value = "inputs")]
    pub(crate) inputs: PathBuf,
    /// Folder to write; replaced as a whole.
    #[arg(short, long, default_value = "outputs")]
    pub(crate) outputs: PathBuf,
    /// The date as of which findings hold; today by default.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<NaiveDate>,
    /// Outputs of an earlier run: places and totals are compared with it.
    #[arg(long, value_name = "OUTPUTS")]
    pub(crate) previous: Option<PathBuf>,
    /// Leave out personal names, free comments and groups too small to be published.
    #[arg(long)]
    pub(crate) public: bool,
    /// Protocols and the public report as tagged pdf, too; needs LibreOffice.
    #[arg(long)]
    pub(crate) pdf: bool,
    /// How many files to examine at once; all processors by default.
    #[arg(short = 'j', long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Exit with 1 when the run meets one of these.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) fail_on: Vec<FailOn>,
    /// Keep only findings whose codes begin with one of these: `--select P,T108`.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Leave out findings whose codes begin with one of these.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Where figures are rounded; `exact` by default.
    #[arg(long, value_enum)]
    pub(crate) rounding: Option<Rounding>,
}

impl Default for RunArgs {
    fn default() -> Self {
        Self {
            inputs: "inputs".into(),
            outputs: "outputs".into(),
            as_of: None,
            previous: None,
            public: false,
            pdf: false,
            threads: None,
            fail_on: Vec::new(),
            select: Vec::new(),
            ignore: Vec::new(),
            rounding: None,
        }
    }
}

/// Flags of `explain`.
#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct ExplainArgs {
    /// Something else than a finding.
    #[command(subcommand)]
    pub(crate) what: Option<ExplainCommand>,
    /// Code of a finding, such as T101.
    #[arg(required_unless_present = "all")]
    pub(crate) code: Option<String>,
    /// The reference of all findings.
    #[arg(long, conflicts_with = "code")]
    pub(crate) all: bool,
    /// How the reference is written.
    #[arg(long, value_enum, default_value_t = ReferenceFormat::Md, requires = "all")]
    pub(crate) format: ReferenceFormat,
}

/// What else can be explained.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum ExplainCommand {
    /// How one figure of one organization came about.
    Score {
        /// The organization: its ИНН, or a part of its name.
        organization: String,
        /// The figure: 1.1 to 5.3, K1 to K5, or S.
        code: String,
        /// Folder with the submission.
        #[arg(long, default_value = "inputs")]
        inputs: PathBuf,
        /// The date as of which the method is chosen; today by default.
        #[arg(long, value_name = "YYYY-MM-DD")]
        as_of: Option<NaiveDate>,
    },
}

/// How the reference of findings is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReferenceFormat {
    /// JSON.
    Json,
    /// Markdown.
    Md,
}

/// What of the law to print.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum LawCommand {
    /// Every list, form and duty; those in force are marked.
    List {
        /// The day; today by default.
        #[arg(long, value_name = "YYYY-MM-DD")]
        as_of: Option<NaiveDate>,
    },
    /// One list or form in full.
    Show {
        /// Its id, such as culture-277.
        id: String,
    },
    /// What changed between two lists.
    Diff {
        /// Id of the earlier list.
        before: String,
        /// Id of the later list.
        after: String,
        /// Folder that an earlier run wrote: which of its findings would appear or vanish.
        #[arg(long, value_name = "OUTPUTS")]
        against: Option<PathBuf>,
    },
    /// Which items of a list the saved pages of a site show.
    Check {
        /// Id of the list.
        id: String,
        /// Folder with the saved html pages.
        folder: PathBuf,
    },
    /// Which items of a list each line of a text is about, and by which words.
    Match {
        /// Id of the list.
        id: String,
        /// `-` for standard input, or a file.
        file: PathBuf,
    },
}

/// What makes a finished run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FailOn {
    /// A finding of severity violation.
    Violation,
    /// A quarantined file.
    Quarantine,
}

/// Where figures are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rounding {
    /// Only where they are published.
    Exact,
    /// At every stage, as operators' spreadsheets do.
    Stages,
}

/// What to show.
#[derive(Clone, Debug, Args)]
pub(crate) struct ShowArgs {
    /// Which stage.
    #[command(subcommand)]
    pub(crate) stage: Stage,
}

/// The stages that can be shown.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Stage {
    /// The document model: parts, paragraphs, tables.
    Document {
        /// The file.
        file: PathBuf,
    },
    /// What each table and column was recognized as.
    Recognized {
        /// The file.
        file: PathBuf,
    },
    /// The facts, as JSON.
    Facts {
        /// The file.
        file: PathBuf,
    },
    /// The findings about this file alone.
    Findings {
        /// The file.
        file: PathBuf,
        /// The date as of which findings hold; today by default.
        #[arg(long, value_name = "YYYY-MM-DD")]
        as_of: Option<NaiveDate>,
        /// A table for people, JSON lines or SARIF for programs.
        #[arg(long, value_enum, default_value_t = FindingsFormat::Table)]
        format: FindingsFormat,
    },
    /// How deadlines are read, one per line of the input.
    Deadlines {
        /// The plan's calendar year.
        #[arg(long)]
        year: Option<i32>,
        /// One JSON line per input line.
        #[arg(long)]
        json: bool,
        /// `-` for standard input, or a file.
        file: PathBuf,
    },
    /// How officers are read, one cell per line of the input.
    Officers {
        /// One JSON line per input line.
        #[arg(long)]
        json: bool,
        /// `-` for standard input, or a file.
        file: PathBuf,
    },
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    /// A line each.
    Table,
    /// A JSON object each.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}
