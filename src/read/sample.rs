//! The built-in story: invented by us, about an event that never happened.
//!
//! A storm gate closes on a ferry. Five outlets tell it from two briefings, and differ in every way
//! that Crossread looks for; `tests/sample.rs` lists what is planted. People, places, outlets and
//! sentences are ours.

/// File name and text of each article of the sample.
pub fn sample() -> [(&'static str, &'static str); 5] {
    [
        (
            "Daily Flare.txt",
            include_str!("../../assets/sample/daily-flare.txt"),
        ),
        (
            "Harbor Wire.txt",
            include_str!("../../assets/sample/harbor-wire.txt"),
        ),
        (
            "Lead Line.txt",
            include_str!("../../assets/sample/lead-line.txt"),
        ),
        (
            "Merrowport Ledger.txt",
            include_str!("../../assets/sample/merrowport-ledger.txt"),
        ),
        (
            "Northlight News.txt",
            include_str!("../../assets/sample/northlight-news.txt"),
        ),
    ]
}
