//! The commands of the real binary: what they print, where, and with which exit code. Every run
//! has a home, a state directory and an environment of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails may panic"
)]

#[path = "cli/approved.rs"]
mod approved;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/corrections.rs"]
mod corrections;
#[path = "cli/dates.rs"]
mod dates;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/editions.rs"]
mod editions;
#[path = "cli/harness.rs"]
mod harness;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/language.rs"]
mod language;
#[path = "cli/log.rs"]
mod log;
#[path = "cli/looks.rs"]
mod looks;
#[path = "cli/manual.rs"]
mod manual;
#[path = "cli/moved.rs"]
mod moved;
#[path = "cli/orders.rs"]
mod orders;
#[path = "cli/plan.rs"]
mod plan;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/rescue.rs"]
mod rescue;
#[path = "cli/season.rs"]
mod season;
#[path = "cli/sync.rs"]
mod sync;
