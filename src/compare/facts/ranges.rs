//! Whether two numbers, each with the least and the most it can be, may be one.

use crate::model::{Quantity, Verdict};

/// A count this many times another is of another thing.
const FAR_APART: f64 = 4.0;
/// Two figures from which on both count are one if the greater is at most this many times the
/// other, as `more than 50` and `over 51`; of a few each one counts.
pub const CLOSE: f64 = 1.2;
pub const FEW: f64 = 20.0;
/// Numbers from here on are rounded.
const ROUNDED_FROM: f64 = 1_000.0;
/// So many of its last unit make a number exact: three figures.
const EXACT: f64 = 100.0;
/// `None`: so far apart that they count different things.
pub fn of_intervals(a: (f64, f64), b: (f64, f64)) -> Option<Verdict> {
    if a == b {
        return Some(Verdict::Agrees);
    }
    // `at least two` and `more than 30` fit in logic, and count two things.
    let (least, most) = bounds(a, b);
    if most > FAR_APART * least.max(1.0) {
        return None;
    }
    // `at least five` beside `at least seven`: the outlets count to other numbers.
    let both_open = a.1.is_infinite() && b.1.is_infinite();
    let close = if least < FEW { 1.0 } else { CLOSE };
    if both_open && most > close * least {
        return Some(Verdict::Differs);
    }
    // `roughly $141 million` and `$139 million` are told too exactly to be one.
    let (one, other) = ((a.0 + a.1) / 2.0, (b.0 + b.1) / 2.0);
    let is_rounded = is_rounded(one, other);
    let is_exact = [one, other].iter().all(|it| it / unit(*it) >= EXACT);
    if a.0 <= b.1 && b.0 <= a.1 && (is_rounded || !is_exact) {
        return Some(Verdict::Refines);
    }
    // `over 21` beside 21: one says where the other begins.
    let is_open = a.1.max(b.1).is_infinite();
    let gap = if a.1 < b.0 { b.0 - a.1 } else { a.0 - b.1 };
    Some(if is_rounded || is_open && gap <= 1.0 {
        Verdict::Refines
    } else {
        Verdict::Differs
    })
}

/// The lesser and the greater of the numbers that are named.
pub fn bounds(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    let bound = |(low, high): (f64, f64)| if high.is_finite() { high } else { low };
    (bound(a).min(bound(b)), bound(a).max(bound(b)))
}

/// `$3.1 billion` beside `$3,119,000,000`: the one is the other, rounded.
fn is_rounded(a: f64, b: f64) -> bool {
    (a - b).abs() <= unit(a).max(unit(b)) / 2.0 && a.min(b) >= ROUNDED_FROM
}

/// The power of ten that a great number is a multiple of; of a small or open one itself.
fn unit(number: f64) -> f64 {
    let mut res = if number < ROUNDED_FROM || number.is_infinite() {
        return number;
    } else {
        1.0
    };
    while number % (res * 10.0) < 0.5 {
        res *= 10.0;
    }
    res
}

/// The least and the most it can be; `None`: vague.
pub fn interval(quantity: &Quantity) -> Option<(f64, f64)> {
    let is_vague = quantity.low.is_none() && quantity.high.is_none();
    (!is_vague).then(|| {
        let low = quantity.low.unwrap_or(0.0);
        (low, quantity.high.unwrap_or(f64::INFINITY))
    })
}
