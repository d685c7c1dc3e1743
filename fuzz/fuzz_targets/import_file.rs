//! Any bytes as a file to import.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::import;

fuzz_target!(|bytes: &[u8]| import::file(bytes));
