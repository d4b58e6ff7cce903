//! The shell: arguments, clock, log, exit code.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::CommandFactory;
use clap::error::ErrorKind;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use svod::law::{self, Law, LawFile};
use svod::model::{self, Page, PreviousRound, Report, Severity, Status};
use svod::{against, check, explain, pipeline, previous, publish, rank, read, score, show, write};

mod cli;
mod settings;
mod terminal;

use cli::{
    Cli, Command, ExplainArgs, ExplainCommand, FailOn, FindingsFormat, LawCommand, LogFormat, ReferenceFormat,
    Rounding, RunArgs, Stage,
};
use settings::Settings;
use terminal::{Failure, Lang};

/// Ran, but met something named by `--fail-on`.
const MET: u8 = 1;
/// Could not run.
const CANNOT_RUN: u8 = 2;
/// There was nothing to read.
const NOTHING_TO_READ: u8 = 4;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let readable: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let lang = Lang::choose(&readable, locales());
    let cli = match terminal::parse(arguments, lang) {
        Ok(cli) => cli,
        Err((text, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)) => {
            return print(&text).map_or(ExitCode::from(CANNOT_RUN), |()| ExitCode::SUCCESS);
        }
        Err((text, _)) => {
            eprint!("{text}");
            return ExitCode::from(CANNOT_RUN);
        }
    };
    start_log(&cli);
    match dispatch(cli, lang) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("svod: {}", failure.text(lang));
            ExitCode::from(CANNOT_RUN)
        }
    }
}

/// What the system says about language, in the order in which it counts.
#[cfg(not(windows))]
fn locales() -> Vec<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).collect()
}

/// What the system says about language.
#[cfg(windows)]
fn locales() -> Vec<String> {
    sys_locale::get_locales().collect()
}

fn dispatch(cli: Cli, lang: Lang) -> Result<u8, Failure> {
    let schemas = cli.schemas.as_deref();
    match cli.command {
        None => run(RunArgs::default(), schemas, lang),
        Some(Command::Run(args)) => run(args, schemas, lang),
        Some(Command::Show(args)) => show_stage(args.stage, schemas),
        Some(Command::Explain(ExplainArgs { what: Some(what), .. })) => explain_score(&what, schemas),
        Some(Command::Explain(args)) => explain_finding(&args, schemas),
        Some(Command::Law { what }) => show_law(&what, schemas),
        Some(Command::Verify { outputs }) => verify(&outputs),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut Cli::command(), "svod", &mut io::stdout());
            Ok(0)
        }
    }
}

fn run(args: RunArgs, schemas: Option<&Path>, lang: Lang) -> Result<u8, Failure> {
    let (law, settings) = law_at(&args.inputs, schemas)?;
    let branches = settings.branches.unwrap_or_default();
    let args = settings::complete(args, settings);
    let as_of = args.as_of.unwrap_or_else(today);
    if !publish::is_ours(&args.outputs)? {
        return Err(Failure::Foreign(args.outputs));
    }
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    }
    let earlier = args.previous.as_deref().map(read_previous).transpose()?;
    let bar = progress_bar();
    let files = pipeline::examine_all(&args.inputs, &law, |n| bar.set_length(n as u64), |_| bar.inc(1))
        .map_err(|error| Failure::Inputs { path: args.inputs.clone(), error, how: "svod run ПАПКА" })?;
    bar.finish_and_clear();
    if files.is_empty() {
        eprintln!("svod: {}", terminal::nothing_to_read(&args.inputs, lang));
        return Ok(NOTHING_TO_READ);
    }
    let rounding = match args.rounding {
        None | Some(Rounding::Exact) => score::Rounding::Exact,
        Some(Rounding::Stages) => score::Rounding::Stages,
    };
    let computed = score::Settings { rounding, branches, ..score::Settings::default() };
    let mut report = pipeline::consolidate_with(files, &law, as_of, computed);
    report.findings.retain(|finding| check::is_selected(&finding.code, &args.select, &args.ignore));
    if let Some((identity, previous)) = earlier {
        rank::compare(&mut report.rankings, &report.scores, &previous);
        report.previous = Some(identity);
    }
    if args.public {
        report = pipeline::public(report, &law)?;
    }
    let mut outputs = write::run(&report)?;
    if args.pdf {
        match publish::pdf::of(&outputs, &args.outputs, as_of) {
            Ok(made) => outputs.extend(made),
            Err(error) => eprintln!("svod: {}", terminal::warning_without_pdf(&error, lang)),
        }
    }
    publish::publish(&write::seal(&report, outputs)?, &args.outputs)?;
    print(&terminal::summary(&report, &args.outputs, lang))?;
    Ok(if args.fail_on.iter().any(|what| met(&report, *what)) { MET } else { 0 })
}

/// The round that an earlier run published, and the identity of its tables.
fn read_previous(outputs: &Path) -> Result<(String, PreviousRound), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::Previous(outputs.to_path_buf(), error.to_string());
    let table = |path: &str| fs::read(outputs.join(path)).map_err(|error| failed(&format!("{path}: {error}")));
    let [rankings, scores] = previous::TABLES.map(table);
    let (rankings, scores) = (rankings?, scores?);
    let identity = model::sha256(&[rankings.as_slice(), &scores].concat());
    let round = previous::read(rankings, scores).map_err(|error| failed(&error))?;
    Ok((identity, round))
}

/// The law for the files of a place, and what else the nearest `svod.toml` says; the flag wins over it.
fn law_at(place: &Path, schemas: Option<&Path>) -> Result<(Law, Settings), Failure> {
    let (settings, folder) = settings_above(place)?;
    let in_file = settings.schemas.as_ref().map(|schemas| folder.join(schemas));
    Ok((load_law(schemas.or(in_file.as_deref()))?, settings))
}

/// The nearest `svod.toml` of the input folder and the folders above it, and the folder it lies in.
fn settings_above(inputs: &Path) -> Result<(Settings, PathBuf), Failure> {
    // A missing folder is told of where it is read.
    let Ok(start) = inputs.canonicalize() else { return Ok(Default::default()) };
    let Some(file) = start.ancestors().map(|folder| folder.join(settings::FILE)).find(|file| file.is_file()) else {
        return Ok(Default::default());
    };
    let text = fs::read_to_string(&file).map_err(|error| Failure::File(file.clone(), error))?;
    let settings = settings::parse(&file.display().to_string(), &text).map_err(Failure::told)?;
    Ok((settings, file.parent().map(Path::to_path_buf).unwrap_or_default()))
}

fn met(report: &Report, what: FailOn) -> bool {
    match what {
        FailOn::Violation => report.findings.iter().any(|f| f.severity == Severity::Violation),
        FailOn::Quarantine => report.submissions.iter().any(|s| s.facts.status == Status::Quarantined),
    }
}

fn show_stage(stage: Stage, schemas: Option<&Path>) -> Result<u8, Failure> {
    let text = match stage {
        Stage::Document { file } => show::document(&name(&file), &bytes(&file)?)?,
        Stage::Recognized { file } => show::recognized(&name(&file), &bytes(&file)?, &law_at(&file, schemas)?.0)?,
        Stage::Facts { file } => show::facts(&name(&file), &bytes(&file)?, &law_at(&file, schemas)?.0)?,
        Stage::Findings { file, as_of, format } => {
            let (law, settings) = law_at(&file, schemas)?;
            let alone = vec![pipeline::examine(&name(&file), &bytes(&file)?, &law)];
            let mut report = pipeline::consolidate(alone, &law, as_of.or(settings.as_of).unwrap_or_else(today));
            report.findings.retain(|found| check::is_selected(&found.code, &settings.select, &settings.ignore));
            match format {
                FindingsFormat::Table => show::findings(&report),
                FindingsFormat::Jsonl => write::findings::jsonl(&report)?,
                FindingsFormat::Sarif => write::findings::sarif(&report)?,
            }
        }
        Stage::Deadlines { year, json, file } => show::deadlines(&String::from_utf8_lossy(&bytes(&file)?), year, json)?,
        Stage::Officers { json, file } => show::officers(&String::from_utf8_lossy(&bytes(&file)?), json)?,
    };
    print(&text)?;
    Ok(0)
}

fn explain_finding(args: &ExplainArgs, schemas: Option<&Path>) -> Result<u8, Failure> {
    let law = load_law(schemas)?;
    let text = match (&args.code, args.format) {
        (Some(code), _) => explain::page(code, &law).ok_or_else(|| Failure::NoFinding(code.clone()))?,
        (None, ReferenceFormat::Json) => explain::json(&law),
        (None, ReferenceFormat::Md) => explain::markdown(&law),
    };
    print(&text)?;
    Ok(0)
}

fn explain_score(what: &ExplainCommand, schemas: Option<&Path>) -> Result<u8, Failure> {
    let ExplainCommand::Score { organization, code, inputs, as_of } = what;
    let (law, settings) = law_at(inputs, schemas)?;
    let as_of = as_of.or(settings.as_of).unwrap_or_else(today);
    let files = pipeline::examine_all(inputs, &law, |_| (), |_| ()).map_err(|error| Failure::Inputs {
        path: inputs.clone(),
        error,
        how: "svod explain score ИНН 1.3 --inputs ПАПКА",
    })?;
    let text = pipeline::explain_score(files, &law, as_of, organization, code).ok_or_else(|| Failure::NoFigure {
        organization: organization.clone(),
        code: code.clone(),
        inputs: inputs.clone(),
    })?;
    print(&text)?;
    Ok(0)
}

fn show_law(what: &LawCommand, schemas: Option<&Path>) -> Result<u8, Failure> {
    let law = match what {
        LawCommand::Check { folder, .. } => law_at(folder, schemas)?.0,
        _ => load_law(schemas)?,
    };
    let text = match what {
        LawCommand::List { as_of } => law::show::list(&law, as_of.unwrap_or_else(today)),
        LawCommand::Show { id } => law::show::show(&law, id).ok_or_else(|| Failure::NoList(id.clone()))?,
        LawCommand::Diff { before, after, against: None } => law::show::diff(&law, before, after)?,
        LawCommand::Diff { before, after, against: Some(outputs) } => {
            let seen = write::tables::read_disclosures(&bytes(&outputs.join("tables/disclosures.parquet"))?)?;
            law::show::diff(&law, before, after)? + &against::against(&law, before, after, &seen)?
        }
        LawCommand::Check { id, folder } => {
            let list = law.disclosure.iter().find(|list| list.edition.id == *id);
            let list = list.ok_or_else(|| Failure::NoList(id.clone()))?;
            let pages = saved_pages(folder)?;
            let pages: Vec<(&str, &Page)> = pages.iter().map(|(path, page)| (path.as_str(), page)).collect();
            check::site::report(&pages, list)
        }
        LawCommand::Match { id, file } => law::show::matches(&law, id, &String::from_utf8_lossy(&bytes(file)?))?,
    };
    print(&text)?;
    Ok(0)
}

fn verify(outputs: &Path) -> Result<u8, Failure> {
    let broken = publish::verify(outputs)?;
    for line in &broken {
        print(&format!("{line}\n"))?;
    }
    if broken.is_empty() {
        print("Все файлы соответствуют манифесту.\n")?;
    }
    Ok(if broken.is_empty() { 0 } else { MET })
}

fn load_law(schemas: Option<&Path>) -> Result<Law, Failure> {
    let files = match schemas {
        None => law::built_in(),
        Some(folder) => read_folder(folder).map_err(|error| Failure::Folder(folder.to_path_buf(), error.into()))?,
    };
    let told = |errors: Vec<law::LawError>| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Law::parse(files).map_err(|errors| Failure::told(told(errors)))
}

fn read_folder(folder: &Path) -> io::Result<Vec<LawFile>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() && entry.path().extension().is_some_and(|e| e == "toml" || e == "json") {
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let path = relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.push(LawFile { path, text: fs::read_to_string(entry.path())? });
        }
    }
    Ok(files)
}

fn saved_pages(folder: &Path) -> Result<Vec<(String, Page)>, Failure> {
    let mut pages = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::Folder(folder.to_path_buf(), error.into()))?;
        let is_page =
            |ending: &std::ffi::OsStr| ["html", "htm", "xhtml"].iter().any(|e| ending.eq_ignore_ascii_case(e));
        if entry.file_type().is_file() && entry.path().extension().is_some_and(is_page) {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
            if let Some(page) = read::page(&fs::read(entry.path())?) {
                pages.push((path, page));
            }
        }
    }
    Ok(pages)
}

fn bytes(file: &PathBuf) -> Result<Vec<u8>, Failure> {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(file).map_err(|error| Failure::File(file.clone(), error))
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Data goes to standard output; a reader that went away is not an error.
fn print(text: &str) -> io::Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

fn today() -> NaiveDate {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs());
    NaiveDate::default() + chrono::Days::new(seconds / 86_400)
}

fn progress_bar() -> ProgressBar {
    let target = if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style =
        ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(None, target).with_style(style)
}

fn start_log(cli: &Cli) {
    let level = ["warn", "info", "debug", "trace"][usize::from(cli.verbose.min(3))];
    let filter = tracing_subscriber::EnvFilter::try_from_env("SVOD_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(format!("error,svod={level}")));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let log = log.with_ansi(io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none());
    match cli.log_format {
        LogFormat::Text => log.without_time().init(),
        LogFormat::Json => log.json().with_span_events(tracing_subscriber::fmt::format::FmtSpan::CLOSE).init(),
    }
    std::panic::set_hook(Box::new(|panic| tracing::debug!(%panic, "caught")));
}
