//! How many officer cells one core reads in a second.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use svod::extract::officer::{names_actor, read};
use svod::language::inflect::nominative;

const STRINGS: &str = include_str!("../tests/fixtures/officers/strings.tsv");

/// The cell with invisible marks that tell the round, so that it has not been met before; it reads the same.
fn unseen(cell: &str, round: u64) -> String {
    let marks = (0..20).map(|bit| if round >> bit & 1 == 1 { '\u{200b}' } else { '\u{2060}' });
    marks.chain(cell.chars()).collect()
}

fn officers(c: &mut Criterion) {
    let cells: Vec<String> = STRINGS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .map(|text| text.replace("\\n", "\n"))
        .collect();
    let mut group = c.benchmark_group("officers");
    group.throughput(Throughput::Elements(cells.len() as u64));
    group.bench_function("read again", |b| {
        b.iter(|| cells.iter().map(|cell| read(black_box(cell)).len()).sum::<usize>())
    });
    let mut round = 0_u64;
    group.bench_function("read new", |b| {
        b.iter_batched(
            || {
                round += 1;
                cells.iter().map(|cell| unseen(cell, round)).collect::<Vec<_>>()
            },
            |cells| cells.iter().map(|cell| read(black_box(cell)).len()).sum::<usize>(),
            BatchSize::LargeInput,
        )
    });
    group
        .bench_function("names_actor", |b| b.iter(|| cells.iter().filter(|cell| names_actor(black_box(cell))).count()));
    group.bench_function("nominative", |b| {
        b.iter(|| cells.iter().map(|cell| nominative(black_box(cell)).len()).sum::<usize>())
    });
    group.finish();
}

criterion_group!(benches, officers);
criterion_main!(benches);
