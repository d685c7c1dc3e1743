//! Real wordings of deadlines against the readings people agreed on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    reason = "a test that fails may panic and prints what it measured"
)]

#[path = "deadlines/command.rs"]
mod command;
mod corpus;
#[path = "deadlines/date_words.rs"]
mod date_words;
#[path = "deadlines/limits.rs"]
mod limits;
#[path = "deadlines/own.rs"]
mod own;
#[path = "deadlines/plan.rs"]
mod plan;
#[path = "deadlines/properties.rs"]
mod properties;
#[path = "deadlines/reference.rs"]
mod reference;
#[path = "deadlines/rule.rs"]
mod rule;
#[path = "deadlines/settings.rs"]
mod settings;
#[path = "deadlines/support.rs"]
mod support;
#[path = "deadlines/symptoms.rs"]
mod symptoms;
