//! The terminal program: model → update → effects, and model → frame.

pub mod act;
pub mod date_input;
pub mod field;
pub mod frames;
pub mod hall;
pub mod keymap;
pub mod model;
pub mod open;
pub mod place;
pub mod preference;
pub mod program;
pub mod run;
pub mod select;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod widget;
