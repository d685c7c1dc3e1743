//! planerka: a terminal program for the person who chairs a weekly coordination meeting.
//!
//! An official plan in its own wording becomes an agenda that writes itself; one key per act,
//! live; minutes and tactical plan as RON when the talk ends.
//!
//! # Rooms
//!
//! ```text
//! main → cli → tui → message → {store, paper, import, locale} → domain
//! ```
//!
//! The domain knows nobody: no files, no clock, no terminal, no text a user reads.
//! `tests/architecture.rs` holds this table.
//!
//! # Words
//!
//! One vocabulary in code, files, help and papers: *plan, direction, measure, activity, deadline,
//! occurrence, subject, executor, meeting, attendance, agenda item, mark, decision, assignment,
//! control, minutes, tactical plan, indicator*.

pub mod cli;
pub mod message;
pub mod tui;

pub use planerka_domain::domain;
pub use planerka_import::import;
pub use planerka_locale::locale;
pub use planerka_paper::paper;
pub use planerka_store::store;
