//! The rules, which the tests share: each target gives one of them any bytes.
//!
//! `cargo +nightly fuzz run NAME fuzz/corpus/NAME` looks for bytes that break a rule. What it finds
//! goes into that corpus, where `cargo test` tries it too.

#[path = "../../tests/store/fuzzed.rs"]
pub mod fuzzed;
#[path = "../../tests/it/events.rs"]
pub mod events;
#[path = "../../tests/it/harness.rs"]
pub mod harness;
#[path = "../../tests/import/rule.rs"]
pub mod import;
#[path = "../../tests/deadlines/rule.rs"]
pub mod rule;
#[path = "../../tests/store/samples.rs"]
pub mod samples;
