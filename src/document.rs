//! Papers: minutes, tactical plan and what is made of them. The official form is Russian in every
//! language of the interface.

pub mod plain;
