//! Any bytes as a journal file: whole acts that write and read the same, a whole part that reads as
//! the file does and takes another act. The rule is that of `tests/store/fuzzed.rs`; the seeds are
//! the damaged files:
//! `cargo fuzz run journal fuzz/corpus/journal tests/damaged`.
#![no_main]

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/store/fuzzed.rs"]
mod fuzzed;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/store/samples.rs"]
mod samples;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzzed::journal(bytes));
