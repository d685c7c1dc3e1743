//! The state directory of planerka: journal, documents, locks, backups.

pub mod store;
use planerka_domain::domain;
