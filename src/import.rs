//! Reading other people's plans: file → tables → roles of columns → draft → report.
//!
//! Each arrow is a pure function. Nothing from a file is executed, fetched or followed.

pub mod choice;
pub mod columns;
pub mod document;
pub mod draft;
pub mod grid;
pub mod kept;
pub mod limits;
pub mod order;
pub mod propose;
pub mod read;
pub mod refusal;
pub mod report;
pub mod role;
pub mod source;
pub mod spot;
pub mod subjects;
pub mod taken;

mod count;
mod edition_of;
mod head;
mod heading;
mod in_month;
mod join;
mod lines;
pub mod members;
mod number;
mod people;
mod requisites;
mod resolve;
mod several;
mod tables;
mod text;
mod tree;
mod when;

pub use choice::{Choice, Naming};
pub use draft::Draft;
pub use edition_of::edition_of;
pub use kept::{Kept, suggested};
pub use propose::propose;
pub use read::read;
pub use refusal::Refusal;
pub use when::{is_read, other_readings, windows};
