//! Any bytes as a document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::fuzzed::document;

fuzz_target!(|bytes: &[u8]| document(bytes));
