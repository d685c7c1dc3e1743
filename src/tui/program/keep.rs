//! Choices that are found again at the next start.

use super::Program;
use crate::tui::preference::{NotKept, Preference, keep};
use crate::tui::update::preference;

impl Program {
    /// Keeps a choice for the next start; it counts for this one whatever becomes of that.
    pub(super) fn prefer(&mut self, preference: &Preference) {
        // What others wrote into the settings is taken over before they are written.
        self.follow();
        let kept = self.at_disk(|directory| keep(directory, preference));
        let texts = &self.model.texts;
        let why = kept.map_err(|why| match why {
            NotKept::Store(error) => crate::message::store_error(texts, &error),
            NotKept::NoPlace(line) => texts.with("preference-no-place", &[("line", line.into())]),
        });
        preference::told(&mut self.model, preference, why);
    }
}
