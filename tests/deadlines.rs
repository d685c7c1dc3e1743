//! Real wordings of deadlines against the readings people agreed on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a test that fails may panic and prints what it measured"
)]

#[path = "deadlines/reference.rs"]
mod reference;
