//! Any bytes as a journal file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::fuzzed::journal;

fuzz_target!(|bytes: &[u8]| journal(bytes));
