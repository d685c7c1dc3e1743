//! Readers of other people's plans, orders and letters.
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

pub mod import;
use planerka_domain::domain;
