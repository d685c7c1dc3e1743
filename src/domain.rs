//! What a meeting, a plan and a deadline are: pure rules without files, clock, terminal or
//! user-facing text.

pub mod agenda;
pub mod assignment;
pub mod calendar;
pub mod canonical;
pub mod date;
pub mod deadline;
pub mod demo;
pub mod entry;
pub mod entry_line;
pub mod fold;
pub mod id;
pub mod indicator;
pub mod layout;
pub mod ledger;
pub mod mark;
pub mod meeting;
pub mod minutes;
pub mod operation;
pub mod plan;
pub mod safe_text;
pub mod search;
pub mod settings;
pub mod subject;
pub mod tactical_plan;
pub mod workspace;
