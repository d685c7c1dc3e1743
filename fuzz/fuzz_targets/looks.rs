//! Any bytes as a user's keymap or theme.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::fuzzed::looks;

fuzz_target!(|bytes: &[u8]| looks(bytes));
