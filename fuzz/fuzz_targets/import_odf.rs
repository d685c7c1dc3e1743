//! Any bytes as the content of an ODT or ODS.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::import;

fuzz_target!(|bytes: &[u8]| import::odf(bytes));
