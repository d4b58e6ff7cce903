//! How many deadline strings one core reads in a second, and where the time goes.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use svod::extract::deadline::{Context, find, locate, read};
use svod::model::Period;

/// What plans say most often, in about the shares they say it.
const COMMON: &[&str] = &[
    "до 31.12.2025",
    "В течение года",
    "постоянно",
    "ежемесячно",
    "III квартал 2025 г.",
    "до 1 июля 2025 года",
    "сентябрь-май",
    "апрель 2025 г.",
    "1 раз в квартал",
    "-",
];

fn plan() -> Context {
    let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day);
    let period = day(1, 1).zip(day(12, 31)).map(|(start, end)| Period { start, end, school_year: false });
    Context { period, ..Context::default() }
}

fn deadlines(criterion: &mut Criterion) {
    let context = plan();
    let all: Vec<&str> = include_str!("../tests/deadlines/strings.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .collect();
    let mut group = criterion.benchmark_group("deadlines");
    for (name, strings) in [("common", COMMON), ("all", all.as_slice())] {
        group.throughput(Throughput::Elements(strings.len() as u64));
        group.bench_function(format!("read {name}"), |bencher| {
            bencher.iter(|| strings.iter().map(|text| read(black_box(text), &context).len()).sum::<usize>());
        });
    }
    let measure =
        "Закупить индукционную петлю для слабослышащих зрителей не позднее 1 октября 2025 года, к открытию сезона.";
    group.throughput(Throughput::Elements(1));
    group.bench_function("find in a measure", |bencher| bencher.iter(|| find(black_box(measure), &context).len()));
    group.bench_function("locate in a line", |bencher| bencher.iter(|| locate(black_box(measure), &context)));
    group.finish();
}

criterion_group!(benches, deadlines);
criterion_main!(benches);
