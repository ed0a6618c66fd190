//! The built-in story: invented by us, about an event that never happened.
//!
//! A storm gate closes on a ferry. Five outlets tell it from two briefings, and differ in every way
//! that Crossread looks for; `tests/sample.rs` lists what is planted. People, places, outlets and
//! sentences are ours.

/// File name and text of each article of the sample.
pub fn sample() -> [(&'static str, &'static str); 5] {
    [
        (
            "daily-flare.txt",
            include_str!("../../assets/sample/daily-flare.txt"),
        ),
        (
            "harbor-wire.txt",
            include_str!("../../assets/sample/harbor-wire.txt"),
        ),
        (
            "lead-line.txt",
            include_str!("../../assets/sample/lead-line.txt"),
        ),
        (
            "merrowport-ledger.txt",
            include_str!("../../assets/sample/merrowport-ledger.txt"),
        ),
        (
            "northlight-news.txt",
            include_str!("../../assets/sample/northlight-news.txt"),
        ),
    ]
}
