//! The store against everything that can happen to files: behaviour on both file systems, every
//! damage, every failing step, every power cut.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a test that fails may panic; parts are shared with the examples"
)]

#[path = "store/apart.rs"]
mod apart;
#[path = "store/concurrency.rs"]
mod concurrency;
mod corpus;
#[path = "store/damage.rs"]
mod damage;
#[path = "store/faults.rs"]
mod faults;
#[path = "store/fuzzed.rs"]
mod fuzzed;
#[path = "store/goldens.rs"]
mod goldens;
#[cfg(unix)]
#[path = "store/links.rs"]
mod links;
#[path = "store/machines.rs"]
mod machines;
#[path = "store/oracle.rs"]
mod oracle;
#[path = "store/power_loss.rs"]
mod power_loss;
#[path = "store/process.rs"]
mod process;
#[path = "store/properties.rs"]
mod properties;
#[path = "store/protocols.rs"]
mod protocols;
#[path = "store/replaced.rs"]
mod replaced;
#[path = "store/rescue.rs"]
mod rescue;
#[path = "store/samples.rs"]
mod samples;
#[path = "store/script.rs"]
mod script;
#[cfg(target_os = "linux")]
#[path = "store/strace.rs"]
mod strace;
#[path = "store/suite.rs"]
mod suite;
#[path = "store/take_over.rs"]
mod take_over;
#[path = "store/years.rs"]
mod years;
