//! In whatever order five articles are given, what is found is the same: all 120 of them.
//!
//! The bundled sample, and the real articles where `CROSSREAD_SHARED` names their folder.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crossread::model::Article;
use crossread::pipeline::{self, Cache, Input, Watch};
use crossread::report;

#[test]
fn all_orders_of_the_sample_give_the_same() {
    check(&pipeline::sample());
}

#[test]
fn all_orders_of_the_five_articles_give_the_same() {
    let Some(shared) = std::env::var_os("CROSSREAD_SHARED").filter(|it| !it.is_empty()) else {
        eprintln!("skipped: CROSSREAD_SHARED names no folder of real articles");
        return;
    };
    let folder = PathBuf::from(shared).join("corpus/crimea-drones");
    check(&[Input::Path(folder)]);
}

#[track_caller]
fn check(inputs: &[Input]) {
    let (articles, problems) = pipeline::read(inputs, &[]);
    assert_eq!((articles.len(), problems.len()), (5, 0));
    // What one article holds does not know of an order; only the comparison is done anew.
    let cache = Cache::default();
    let told = |articles: &[Arc<Article>]| {
        let watch = Watch {
            progress: &|_| {},
            cancel: &AtomicBool::new(false),
        };
        let (story, comparison) =
            pipeline::compare(articles, &[], &cache, &watch).expect("nobody cancels");
        report::json::comparison(&story, &comparison, &[])
    };
    let expected = told(&articles);
    let orders = orders(articles.len());
    assert_eq!(orders.len(), 120);
    for order in orders {
        let articles: Vec<Arc<Article>> =
            order.iter().map(|it| Arc::clone(&articles[*it])).collect();
        assert!(told(&articles) == expected, "{order:?}");
    }
}

/// All orders of the numbers below `n`.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1).into_iter();
    shorter
        .flat_map(|order| {
            (0..n).map(move |at| {
                let mut longer = order.clone();
                longer.insert(at, n - 1);
                longer
            })
        })
        .collect()
}
