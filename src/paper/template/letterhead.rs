//! The letterhead a DOCX is written on: the one the settings name, or one for this time.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::super::docx::{self, LetterheadFault};
use super::super::model::Paper;
use super::{TemplateFault, TemplateProblem, Templates};
use crate::domain::date::Date;

/// The letterheads in effect.
#[derive(Clone, Debug, Default)]
pub(super) struct Letterheads {
    /// The files of `templates/`, by name.
    files: BTreeMap<String, Arc<[u8]>>,
    /// One that goes before the one the settings name.
    asked: Option<(String, Arc<[u8]>)>,
}

/// A DOCX, and why it is not on the letterhead, if it should be.
pub(in super::super) type OnLetterhead = (Vec<u8>, Option<TemplateFault>);

impl Templates {
    /// The same with these files as letterheads, by the names the settings may give.
    #[must_use]
    pub fn with_letterheads(mut self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let files = files.into_iter();
        self.letterheads.files = files.map(|(name, bytes)| (name, bytes.into())).collect();
        self
    }

    /// The same with all papers on one letterhead, whatever the settings name.
    #[must_use]
    pub fn on_letterhead(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.letterheads.asked = Some((name.to_owned(), bytes.into()));
        self
    }

    /// A paper as DOCX, on the letterhead of a name; on none where that is blank, or cannot be
    /// used.
    pub(in super::super) fn docx(
        &self,
        named: &str,
        paper: &Paper,
        day: Date,
    ) -> io::Result<OnLetterhead> {
        let asked = self.letterheads.asked.as_ref();
        let found = match asked {
            Some((name, bytes)) => Some((name.as_str(), Some(bytes))),
            None if named.is_empty() => None,
            None => Some((named, self.letterheads.files.get(named))),
        };
        let Some((name, bytes)) = found else {
            return Ok((docx::render(paper, day)?, None));
        };
        let filled = match bytes {
            Some(bytes) => docx::render_on(bytes, paper, day),
            None => Err(LetterheadFault::Missing),
        };
        match filled {
            Ok(written) => Ok((written?, None)),
            Err(fault) => Ok((docx::render(paper, day)?, Some(broken(name, fault)))),
        }
    }
}

/// Why a file of `templates/` cannot be a letterhead; `None` when it can.
pub fn letterhead_fault(name: &str, bytes: &[u8]) -> Option<TemplateFault> {
    docx::letterhead_fault(bytes).map(|fault| broken(name, fault))
}

fn broken(name: &str, fault: LetterheadFault) -> TemplateFault {
    TemplateFault::whole(name, TemplateProblem::Letterhead(fault), &fault.to_string())
}
