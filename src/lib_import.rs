//! Readers of other people's plans, orders and letters.

pub mod import;
use planerka_domain::domain;
