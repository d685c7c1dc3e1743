//! The rules of the report, each by a case counted by hand.
