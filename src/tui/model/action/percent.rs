//! The keys that say how far something is.

use super::Action;

impl Action {
    /// The percent an action stands for.
    pub fn percent(self) -> Option<u8> {
        Some(match self {
            Self::Percent10 => 10,
            Self::Percent20 => 20,
            Self::Percent30 => 30,
            Self::Percent40 => 40,
            Self::Percent50 => 50,
            Self::Percent60 => 60,
            Self::Percent70 => 70,
            Self::Percent80 => 80,
            Self::Percent90 => 90,
            _ => return None,
        })
    }
}
