//! What a document says beside what editions change.

use super::Document;

impl Document {
    /// With all that editions do not change as another text of it has it: short name, names of
    /// levels, glossary, indicators.
    #[must_use]
    pub fn with_manner_of(self, other: &Self) -> Self {
        Self {
            key: self.key,
            requisites: self.requisites,
            taken_on_control: self.taken_on_control,
            period: self.period,
            content: self.content,
            ..other.clone()
        }
    }
}
