//! What opens: dialogs, lists and screens, made in one low layer, so that any screen can open any
//! other.

pub mod agenda;
pub mod amend;
pub mod assign;
pub mod assignments;
pub mod attendance;
pub mod before_record;
pub mod control;
pub mod copy;
pub mod dialog;
pub mod edition;
pub mod entry;
pub mod find;
pub mod finish;
pub mod form;
pub mod glossary;
pub mod help;
pub mod history;
pub mod indicator;
pub mod mark;
pub mod meeting;
pub mod papers;
pub mod plan;
pub mod problems;
pub mod prompt;
pub mod screens;
pub mod search;
pub mod since_last;
pub mod start;
pub mod themes;
pub mod tour;
pub mod trail;
pub mod unrecorded;
pub mod versions;
pub mod welcome;
pub mod why;
