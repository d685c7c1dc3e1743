//! Drafts of reminders, written where papers go.

use super::Program;
use crate::message;
use crate::paper::reminder;
use crate::tui::model::Notice;

impl Program {
    /// Writes a draft for every executor who has something to be reminded of, and says where.
    pub(super) fn write_reminders(&mut self) {
        let notice = match self.try_write_reminders() {
            Ok(notice) => notice,
            Err(why) => Notice::warning(why),
        };
        self.model.notice = Some(notice);
    }

    fn try_write_reminders(&mut self) -> Result<Notice, String> {
        let day = self.model.today;
        if let Some(date) = reminder::last_held(&self.model.workspace, day)
            && let Some(version) = self.model.workspace.version_that_holds(date)
        {
            self.read_version(date, version);
        }
        let model = &self.model;
        let drafts = reminder::drafts(
            &model.workspace,
            day,
            &model.papers.approved,
            &model.papers.templates,
        )
        .map_err(|error| message::render_error(&model.texts, &error))?;
        if drafts.is_empty() {
            return Ok(Notice::done(model.texts.get("reminders-none")));
        }
        let place = self.export_place();
        for (name, bytes) in &drafts {
            self.exporter
                .write(&place.join(name), bytes)
                .map_err(|error| message::write_error(&self.model.texts, &error))?;
        }
        let said = [
            ("n", drafts.len().into()),
            ("place", place.display().to_string().into()),
        ];
        Ok(Notice::done(
            self.model.texts.with("reminders-written", &said),
        ))
    }
}
