//! Any bytes as what is pressed, pasted and resized.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::events::keys;

fuzz_target!(|bytes: &[u8]| keys(bytes));
