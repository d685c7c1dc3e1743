//! The papers of planerka: minutes, tactical plan, reports, in every format.

pub mod paper;
use planerka_domain::domain;
use planerka_locale::locale;
