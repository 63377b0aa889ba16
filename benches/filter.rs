//! Measures each step of a search natively, at 26, 1,000, 10,000 and 100,000
//! tracks: parsing the query, folding the titles, selecting rows, marking
//! titles, and suggesting titles if nothing matches.
//!
//! `cargo xtask bench filter`, or `cargo bench -p benches --bench filter -- select` for
//! the benchmarks with that word in their name.
//!
//! They run in the `bench` profile, which `Cargo.toml` sets to `opt-level = 3`
//! without LTO. The inherited release profile is the wasm's: it optimizes for
//! size with LTO, takes minutes to build, and would not be representative, as
//! browsers compile the wasm once more. So these numbers compare algorithms and
//! sizes with each other. `cargo xtask bench keystrokes` measures the latency
//! that a reader experiences in the browser.

use std::{hint::black_box, time::Duration};

use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
    measurement::WallTime,
};
use search::{Field, Filter, Form, Index, Query};
use unicode_normalization::UnicodeNormalization;

const SIZES: [usize; 4] = [26, 1_000, 10_000, 100_000];

/// Searches that match almost all tracks, every third, and few; one with
/// several kinds of terms, and one with letters beyond ASCII.
const SEARCHES: [&str; 5] = ["t", "the", "storm", "fate -the >2:00", "straße"];

/// A misspelt search: it matches no title and is compared with each.
const MISTYPED: &str = "excahnge of parsi";

/// The browser's `String.prototype.normalize` and `toLowerCase`, natively.
fn normalize(text: &str, form: Form) -> String {
    match form {
        Form::Decomposed => text.nfkd().collect(),
        Form::Composed => text.nfc().collect(),
        Form::LowerCase => text.to_lowercase(),
    }
}

fn filter(text: &str) -> Filter {
    Filter {
        query: Query::parse(text, normalize),
        ..Filter::default()
    }
}

fn parse(criterion: &mut Criterion) {
    let mut group = group(criterion, "parse");
    for text in ["t", "fate warrior", "title:storm -\"the last\" 2:00..4:30"] {
        group.bench_function(text, |bencher| {
            bencher.iter(|| Query::parse(black_box(text), normalize));
        });
    }
}

fn fold(criterion: &mut Criterion) {
    let mut group = group(criterion, "fold");
    for size in SIZES {
        let tracks = tracks::tracks(size);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| Index::new(black_box(&tracks), normalize));
        });
    }
}

fn select(criterion: &mut Criterion) {
    each_search(criterion, "select", |index, filter, _| {
        black_box(index.select(filter));
    });
}

/// Marks all titles; the page marks only the shown ones, and the visible ones
/// first.
fn marks(criterion: &mut Criterion) {
    each_search(criterion, "marks", |index, filter, size| {
        for track in 0..size {
            black_box(index.marks(track, Field::Title, &filter.query));
        }
    });
}

fn nearest(criterion: &mut Criterion) {
    let mut group = group(criterion, "nearest");
    let query = Query::parse(MISTYPED, normalize);
    for size in SIZES {
        let index = Index::new(&tracks::tracks(size), normalize);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| index.nearest(black_box(&query)));
        });
    }
}

/// Measures `work` for every search at every size; it gets the number of tracks
/// too.
fn each_search(criterion: &mut Criterion, name: &str, work: impl Fn(&Index, &Filter, usize)) {
    let mut group = group(criterion, name);
    for size in SIZES {
        let index = Index::new(&tracks::tracks(size), normalize);
        group.throughput(Throughput::Elements(size as u64));
        for text in SEARCHES {
            let filter = filter(text);
            group.bench_function(BenchmarkId::new(text, size), |bencher| {
                bencher.iter(|| work(&index, black_box(&filter), size));
            });
        }
    }
}

/// Short measurements, as there are sixty benchmarks: the median varies by a
/// few per cent, but only factors matter here.
fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20);
    group.warm_up_time(Duration::from_millis(300));
    group.measurement_time(Duration::from_secs(1));
    group
}

criterion_group!(benches, parse, fold, select, marks, nearest);
criterion_main!(benches);
