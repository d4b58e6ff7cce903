//! Makes an invented region: a register, survey rounds and plans in many layouts, with the truth beside them.
//!
//! `cargo run --release --example generate -- --out inputs` makes the sample submission;
//! `--organizations 1000 --seed 7 --truth truth.jsonl` makes a region for the benchmarks. The same flags always give
//! the same files. All names are invented.

mod docx;
mod plan;
mod region;
mod sheet;
mod survey;
mod text;
mod words;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Parser;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Makes an invented region.
#[derive(Debug, Parser)]
struct Args {
    /// Folder to fill.
    #[arg(long, default_value = "inputs")]
    out: PathBuf,
    /// How many organizations.
    #[arg(long, default_value_t = 14)]
    organizations: usize,
    /// Answers per organization, on average.
    #[arg(long, default_value_t = 60)]
    answers: usize,
    /// Where the random numbers begin.
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Where to write what must be read from the plans, one JSON object a measure.
    #[arg(long)]
    truth: Option<PathBuf>,
}

/// Why the region cannot be made.
type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let args = Args::parse();
    let mut dice = Dice(ChaCha8Rng::seed_from_u64(args.seed));
    let organizations = region::organizations(args.organizations, &mut dice);
    put(&args.out, "Реестр организаций.csv", &survey::register(&organizations))?;
    for sector in region::Sector::ALL {
        let of_sector: Vec<_> = organizations.iter().filter(|o| o.sector == sector).collect();
        let name = sector.title().to_lowercase();
        put(&args.out, &format!("Опрос 2026/Чек-листы ({name}).xlsx"), &survey::check_list(&of_sector, &mut dice)?)?;
        put(
            &args.out,
            &format!("Опрос 2026/Анкета НОК {name} (Ответы).xlsx"),
            &survey::answers(&of_sector, args.answers, &mut dice)?,
        )?;
    }
    let mut truth = String::new();
    for (index, organization) in organizations.iter().enumerate() {
        let plan = plan::plan(organization, index, &mut dice);
        let layout = plan::LAYOUTS[index % plan::LAYOUTS.len()];
        let stem = format!("План {} {}", index + 1, organization.file_name());
        put(&args.out, &format!("Планы/{stem}.{}", layout.extension), &(layout.render)(&plan)?)?;
        plan.truth(&stem, layout.full_names, &mut truth)?;
    }
    put(&args.out, "Планы/Письмо о семинаре.docx", &docx::letter()?)?;
    let whole = docx::letter()?;
    put(&args.out, "Планы/План (файл повреждён при отправке).docx", &whole[..whole.len() / 2])?;
    if let Some(path) = args.truth {
        fs::write(path, truth)?;
    }
    Ok(())
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::File::create(path)?.write_all(bytes)?;
    Ok(())
}

/// The source of chance.
struct Dice(ChaCha8Rng);

impl Dice {
    /// A number from 0 up to, but not including, `n`.
    fn below(&mut self, n: usize) -> usize {
        (self.0.next_u64() % n.max(1) as u64) as usize
    }

    /// One of several.
    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Whether something of a given chance, in percent, happens.
    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}
