//! The texts of planerka in Russian and English.
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

pub mod locale;
use planerka_domain::domain;
