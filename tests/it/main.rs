//! The program as a whole: stories told in keys, screens, properties, the real binary.
//!
//! `harness` runs the real program on a file system in memory; snapshots are made anew by
//! `INSTA_UPDATE=always cargo test --test it`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    missing_docs,
    unreachable_pub,
    reason = "a test that fails may panic"
)]

mod beginning;
#[path = "../corpus/mod.rs"]
mod corpus;
mod cursor;
mod dialogs;
mod entries;
mod events;
mod flows;
mod hall;
mod harness;
mod indicators;
mod keys;
mod machine;
mod mouse;
mod moved;
mod notices;
mod preferences;
mod properties;
#[cfg(target_os = "linux")]
mod pty;
mod readme;
mod regression;
mod rules;
mod screens;
mod search;
#[cfg(target_os = "linux")]
mod several;
mod signals;
mod sizes;
mod tables;
mod tour;
mod typed;
