//! Any bytes as a packed year of the journal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::fuzzed::year;

fuzz_target!(|bytes: &[u8]| year(bytes));
