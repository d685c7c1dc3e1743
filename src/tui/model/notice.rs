//! One line that says what was done or what went wrong.

/// How weighty a notice is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// Done.
    Done,
    /// Something to know.
    Warning,
    /// It did not work.
    Error,
}

/// A notice, in the user's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// How weighty.
    pub level: Level,
    /// The text.
    pub text: String,
    /// Whether it stays when the papers were written after it: it says more than their names.
    pub stays: bool,
}

impl Notice {
    /// Something was done.
    pub fn done(text: String) -> Self {
        Self {
            level: Level::Done,
            text,
            stays: false,
        }
    }

    /// The same, not to be replaced by the names of the papers written after it.
    #[must_use]
    pub fn staying(mut self) -> Self {
        self.stays = true;
        self
    }

    /// Something to know.
    pub fn warning(text: String) -> Self {
        Self {
            level: Level::Warning,
            text,
            stays: false,
        }
    }

    /// Something did not work.
    pub fn error(text: String) -> Self {
        Self {
            level: Level::Error,
            text,
            stays: false,
        }
    }
}
