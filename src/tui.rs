//! The terminal program: model → update → effects, and model → frame.

pub mod keymap;
pub mod place;
pub mod terminal;
pub mod theme;
pub mod widget;
