//! The texts of planerka in Russian and English.

pub mod locale;
use planerka_domain::domain;
