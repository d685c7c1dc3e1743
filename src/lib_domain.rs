//! What a plan, a meeting and control are: no files, no clock, no terminal, no text a user reads.
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

pub mod domain;
