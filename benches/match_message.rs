//! From a message back to its template and arguments, beside regular expressions, Aho-Corasick and trying each.

mod settings;

use std::cmp::Reverse;
use std::hint::black_box;

use aho_corasick::AhoCorasick;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use errcat::{Catalog, Template};
use errcat_bench::catalogs::five_thousand;
use errcat_bench::messages::{Message, literals, messages, pattern, templates};
use regex::{Regex, RegexSet, RegexSetBuilder};

/// What fits a message, the best first, as `match_message` has it; returns whether anything does.
fn ranked<T>(found: impl Iterator<Item = (usize, T)>) -> bool {
    let mut found: Vec<(usize, T)> = found.collect();
    if found.len() > 1 {
        found.sort_by_key(|(score, _)| Reverse(*score));
    }
    !black_box(found).is_empty()
}

/// How much literal text a template has.
fn score(template: Template) -> usize {
    literals(template).map(|text| text.chars().count()).sum()
}

fn code_known(criterion: &mut Criterion, name: &str, messages: &[Message]) {
    let mut group = criterion.benchmark_group(format!("match/{name}/code known"));
    group.throughput(Throughput::Elements(messages.len() as u64));
    group.bench_function("errcat", |bencher| {
        bencher.iter(|| {
            messages.iter().filter(|one| black_box(one.template.extract(&one.text)).is_some()).count()
        });
    });
}

/// Of a code with two meanings, the one that message and status point to.
fn choose(criterion: &mut Criterion) {
    let code = errcat::code!("CSBS.9009");
    criterion.benchmark_group("match/bundled/choose").bench_function("errcat", |bencher| {
        bencher.iter(|| black_box(code).choose(black_box(Some("User is unverified.")), black_box(Some(400))));
    });
}

fn code_unknown(criterion: &mut Criterion, name: &str, catalog: &'static Catalog, messages: &[Message]) {
    let templates = templates(catalog);
    let mut group = criterion.benchmark_group(format!("match/{name}/code unknown"));
    group.throughput(Throughput::Elements(messages.len() as u64));
    group.bench_function("errcat", |bencher| {
        bencher.iter(|| {
            messages.iter().filter(|one| !black_box(catalog.match_message(&one.text)).is_empty()).count()
        });
    });

    // A template without literal text fits everything, and is found by nothing.
    let longest = |template| literals(template).max_by_key(|text| text.len());
    let searched: Vec<_> =
        templates.iter().filter_map(|one| Some((longest(*one)?, *one, score(*one)))).collect();
    let automaton =
        AhoCorasick::new(searched.iter().map(|(literal, ..)| literal)).expect("literals are short");
    group.bench_function("aho-corasick", |bencher| {
        bencher.iter(|| {
            let fits = |one: &&Message| {
                let found = automaton.find_overlapping_iter(&one.text);
                ranked(found.filter_map(|found| {
                    let (_, template, score) = searched[found.pattern()];
                    Some((score, template.extract(&one.text)?))
                }))
            };
            messages.iter().filter(fits).count()
        });
    });

    group.sample_size(10);
    let patterns: Vec<String> = templates.iter().map(|template| pattern(*template, regex::escape)).collect();
    let each: Vec<Regex> = patterns.iter().map(|one| Regex::new(one).expect("a pattern is valid")).collect();
    let scores: Vec<usize> = templates.iter().map(|template| score(*template)).collect();
    let set = |automaton| {
        // 5,000 patterns exceed the size that a set may have by default.
        let set = RegexSetBuilder::new(&patterns).size_limit(1 << 30).dfa_size_limit(automaton).build();
        set.expect("they are in `each`")
    };
    let fits = |set: &RegexSet, message: &Message| {
        let matches = set.matches(&message.text);
        ranked(matches.iter().filter_map(|at| Some((scores[at], each[at].captures(&message.text)?))))
    };
    // The automaton is built while the set searches, and begins anew when it is full.
    let roomy = set(256 << 20);
    group.bench_function("RegexSet, 256 MB", |bencher| {
        bencher.iter(|| messages.iter().filter(|one| fits(&roomy, one)).count());
    });
    // What takes long is measured with fewer messages.
    let few = &messages[..64];
    group.throughput(Throughput::Elements(few.len() as u64));
    let set = set(2 << 20);
    group.bench_function("RegexSet", |bencher| {
        bencher.iter(|| few.iter().filter(|one| fits(&set, one)).count());
    });
    group.bench_function("each template", |bencher| {
        bencher.iter(|| {
            let fits = |one: &&Message| {
                let templates = templates.iter().zip(&scores);
                ranked(templates.filter_map(|(template, score)| Some((*score, template.extract(&one.text)?))))
            };
            few.iter().filter(fits).count()
        });
    });
}

fn all(criterion: &mut Criterion) {
    choose(criterion);
    let catalogs: [(&str, &'static Catalog); 2] =
        [("bundled", &errcat::CATALOG), ("five_thousand", &five_thousand::CATALOG)];
    for (name, catalog) in catalogs {
        let messages = messages(&templates(catalog));
        code_known(criterion, name, &messages);
        code_unknown(criterion, name, catalog, &messages);
    }
}

criterion_group! {
    name = benches;
    config = settings::short_samples(100, 800);
    targets = all
}
criterion_main!(benches);
