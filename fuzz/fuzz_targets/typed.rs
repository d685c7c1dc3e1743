//! Any bytes as what is typed or pasted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::fuzzed::typed;

fuzz_target!(|bytes: &[u8]| typed(bytes));
