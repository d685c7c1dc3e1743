//! What is shown and chosen, read from the model and the workspace. Views read this and the model
//! alone; nothing here opens, records or draws.

pub mod agenda;
pub mod answers;
pub mod assign;
pub mod assignments;
pub mod attendance;
pub mod candidates;
pub(in crate::tui) mod collision;
pub mod control;
pub mod cursor;
pub mod edition;
pub mod entry;
pub mod event;
pub mod find;
pub mod finish;
pub mod form;
pub mod glossary;
pub mod hands;
pub mod help;
pub mod import;
pub mod mark;
pub(in crate::tui) mod names;
pub mod narrow;
pub mod overview;
pub mod papers;
pub mod plan;
pub mod problems;
pub mod reading;
pub mod search;
pub mod start;
pub mod subjects;
pub mod unrecorded;
pub mod words;
pub mod words_here;
