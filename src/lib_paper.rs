//! The papers of planerka: minutes, tactical plan, reports, in every format.
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

pub mod paper;
use planerka_domain::domain;
use planerka_locale::locale;
