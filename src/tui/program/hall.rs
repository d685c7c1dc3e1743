//! Where the chair is, for who looks on.

use super::Program;

impl Program {
    /// Says in the hall which question the chair is at; nothing private, nothing while the cursor
    /// is elsewhere.
    pub(super) fn follow_in_hall(&mut self) {
        let at = self.model.open_meeting().and_then(|date| {
            let item = crate::tui::select::agenda::selected_item(&self.model)?;
            Some((date, item))
        });
        let Some(at) = at.filter(|at| self.in_hall != Some(*at)) else {
            return;
        };
        self.in_hall = Some(at);
        if let Ok(said) = ron::to_string(&at) {
            self.directory.say_in_hall(&said);
        }
    }
}
