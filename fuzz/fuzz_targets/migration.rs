//! Any bytes as a document of another format in a directory that is opened.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::fuzzed::migration;

fuzz_target!(|bytes: &[u8]| migration(bytes));
