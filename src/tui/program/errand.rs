//! What only the loop can do, which has the terminal.

use std::io;

use super::Program;
use crate::tui::model::Notice;
use crate::tui::open::prompt::put_text;

/// What the terminal is given away for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Errand {
    /// The shell.
    Suspend,
    /// An editor with this text.
    Edit(String),
}

impl Program {
    /// What was copied since the last time, for the terminal to take.
    pub fn take_copied(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    /// What the terminal is to be given away for, once.
    pub fn take_errand(&mut self) -> Option<Errand> {
        self.errand.take()
    }

    /// Puts what an editor made of the text of the field into the field; why not, when there is
    /// none or it failed: then the field is as it was.
    pub fn take_edited(&mut self, edited: io::Result<String>) {
        match edited {
            Ok(text) => put_text(&mut self.model, text.trim_end_matches(['\n', '\r'])),
            Err(why) => {
                let why = ("why", why.to_string().into());
                let said = self.model.texts.with("notice-no-editor", &[why]);
                self.model.notice = Some(Notice::warning(said));
            }
        }
        crate::tui::view::fit(&mut self.model);
    }
}
