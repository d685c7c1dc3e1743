//! Starts planerka; everything else lives in the library.
fn main() {}
