//! Small parts of screens. None of them knows the model.

pub mod cells;
pub mod hint_bar;
pub mod line_editor;
pub mod list;
pub mod text;
pub mod too_small;
