//! Any text as a wording of a deadline.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::rule::any_text;

fuzz_target!(|bytes: &[u8]| any_text(bytes));
