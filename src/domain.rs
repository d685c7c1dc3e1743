//! What a meeting, a plan and a deadline are: pure rules without files, clock, terminal or
//! user-facing text.

pub mod calendar;
pub mod date;
pub mod deadline;
pub mod plan;
pub mod safe_text;
pub mod search;
pub mod subject;
