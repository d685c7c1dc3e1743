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

#[path = "papers/calendar.rs"]
mod calendar;
#[path = "papers/closing.rs"]
mod closing;
#[path = "papers/content.rs"]
mod content;
#[path = "papers/edition.rs"]
mod edition;
#[path = "papers/figures.rs"]
mod figures;
#[path = "papers/fixture.rs"]
mod fixture;
#[path = "papers/golden.rs"]
mod golden;
#[path = "papers/hostile.rs"]
mod hostile;
#[path = "papers/layout.rs"]
mod layout;
#[path = "papers/letterhead.rs"]
mod letterhead;
#[path = "papers/office.rs"]
mod office;
#[path = "papers/one_column.rs"]
mod one_column;
#[path = "papers/people.rs"]
mod people;
#[path = "papers/plan.rs"]
mod plan;
#[path = "papers/rhythm.rs"]
mod rhythm;
#[path = "papers/screen.rs"]
mod screen;
#[path = "papers/template.rs"]
mod template;
#[path = "papers/unpack.rs"]
mod unpack;
#[path = "papers/unseen.rs"]
mod unseen;
