//! Any bytes as a document: a fault with a place in the file, or a document that writes and reads
//! the same. The rule is that of `tests/store/fuzzed.rs`; the seeds are the damaged files:
//! `cargo fuzz run document fuzz/corpus/document tests/damaged`.
#![no_main]

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/store/fuzzed.rs"]
mod fuzzed;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/store/samples.rs"]
mod samples;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzzed::document(bytes));
