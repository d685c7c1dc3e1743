//! Any bytes as the sheet of an XLSX.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka_fuzz::import;

fuzz_target!(|bytes: &[u8]| import::xlsx(bytes));
