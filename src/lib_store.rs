//! The state directory of planerka: journal, documents, locks, backups.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::print_stdout,
        reason = "a test that fails may panic"
    )
)]

pub mod store;
use planerka_domain::domain;
