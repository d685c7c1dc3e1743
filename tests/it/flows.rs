//! Stories of the chair, told in keys; one file a story.

mod assignments;
mod bad_input;
mod budget;
mod crash;
pub mod editions;
mod find;
mod first_meeting;
mod full_disk;
mod gate;
mod import;
mod judgement;
mod marks;
mod numbering;
mod on_record;
mod orders;
mod people;
mod plan;
mod problems;
mod reading;
mod reopened;
mod repetitions;
mod three_meetings;
mod two_programs;
mod undo;
mod vanished;
mod votes;
mod week;
