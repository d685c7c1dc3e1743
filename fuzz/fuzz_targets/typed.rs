//! Anything typed or pasted: safe text stays safe, a line of an entry loses no word. The rule is that of `tests/store/fuzzed.rs`.
#![no_main]

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/store/fuzzed.rs"]
mod fuzzed;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/store/samples.rs"]
mod samples;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzzed::typed(bytes));
