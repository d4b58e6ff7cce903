//! How many officer cells one core reads in a second.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use svod::extract::officer::{names_actor, read};
use svod::language::inflect::nominative;

const STRINGS: &str = include_str!("../tests/fixtures/officers/strings.tsv");

fn officers(c: &mut Criterion) {
    let cells: Vec<String> = STRINGS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .map(|text| text.replace("\\n", "\n"))
        .collect();
    let mut group = c.benchmark_group("officers");
    group.throughput(Throughput::Elements(cells.len() as u64));
    group.bench_function("read", |b| b.iter(|| cells.iter().map(|cell| read(black_box(cell)).len()).sum::<usize>()));
    group
        .bench_function("names_actor", |b| b.iter(|| cells.iter().filter(|cell| names_actor(black_box(cell))).count()));
    group.bench_function("nominative", |b| {
        b.iter(|| cells.iter().map(|cell| nominative(black_box(cell)).len()).sum::<usize>())
    });
    group.finish();
}

criterion_group!(benches, officers);
criterion_main!(benches);
