//! Papers: the same content in every format, well-formed whatever is in it, the same bytes for
//! the same acts. `UPDATE_GOLDEN=1` writes the goldens anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    missing_docs,
    unreachable_pub,
    reason = "a test that fails may panic; fixtures say what they are by name"
)]

#[path = "documents/calendar.rs"]
mod calendar;
#[path = "documents/content.rs"]
mod content;
#[path = "documents/fixture.rs"]
mod fixture;
#[path = "documents/golden.rs"]
mod golden;
#[path = "documents/hostile.rs"]
mod hostile;
#[path = "documents/office.rs"]
mod office;
#[path = "documents/screen.rs"]
mod screen;
#[path = "documents/template.rs"]
mod template;
#[path = "documents/unpack.rs"]
mod unpack;
