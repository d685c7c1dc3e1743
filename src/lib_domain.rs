//! What a plan, a meeting and control are: no files, no clock, no terminal, no text a user reads.

pub mod domain;
