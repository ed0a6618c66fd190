//! One thread from text to comparison: the five articles of the sample annotated and compared.
//!
//! `cargo bench --no-default-features --features benches --bench compare`
//! With `CROSSREAD_SHARED` the five real articles of that folder as well.

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use crossread::lexicon::Lexicons;
use crossread::model::{Annotations, Article, Story};
use crossread::pipeline::{self, Input};
use crossread::{annotate, compare};

type Annotated = Vec<(Arc<Article>, Arc<Annotations>)>;

fn annotated(articles: &[Arc<Article>]) -> Annotated {
    let annotate = |it: &Arc<Article>| annotate::article(it, &[], Lexicons::english());
    let articles = articles.iter();
    articles
        .map(|it| (Arc::clone(it), Arc::new(annotate(it))))
        .collect()
}

fn compared(articles: Annotated) -> usize {
    let story = Story {
        articles,
        ..Story::default()
    };
    let comparison = compare::story(&story, &[], Lexicons::english());
    comparison.findings.len()
}

fn bench_articles(criterion: &mut Criterion, name: &str, inputs: &[Input]) {
    let (mut articles, _) = pipeline::read(inputs, &[]);
    articles.sort_by(|a, b| (&a.file, a.key).cmp(&(&b.file, b.key)));
    let ready = annotated(&articles);
    let mut group = criterion.benchmark_group(name);
    group.bench_function("annotate", |bench| {
        bench.iter(|| annotated(black_box(&articles)));
    });
    group.bench_function("compare", |bench| {
        bench.iter(|| compared(black_box(&ready).clone()));
    });
    group.bench_function("both", |bench| {
        bench.iter(|| compared(annotated(black_box(&articles))));
    });
    group.finish();
}

fn benches(criterion: &mut Criterion) {
    bench_articles(criterion, "sample", &pipeline::sample());
    let shared = std::env::var_os("CROSSREAD_SHARED").filter(|it| !it.is_empty());
    if let Some(shared) = shared {
        let folder = PathBuf::from(shared).join("corpus/crimea-drones");
        bench_articles(criterion, "five", &[Input::Path(folder)]);
    }
}

criterion_group!(comparing, benches);
criterion_main!(comparing);
