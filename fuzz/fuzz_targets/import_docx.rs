//! Any bytes as the main part of a DOCX.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::import;

fuzz_target!(|bytes: &[u8]| import::docx(bytes));
