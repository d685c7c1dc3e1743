//! Who gets the papers of a meeting, and who has said that they came («рассылка»).

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::Id;
use super::subject::SubjectId;

/// How far the papers of a meeting have come on their way to somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Receipt {
    /// They were handed over: sent, or given into hands.
    Handed,
    /// The other side has said that they came.
    Confirmed,
}

/// What is on record of the papers of one meeting for one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handed {
    /// The day they were handed over.
    pub handed: Date,
    /// The day their receipt was confirmed.
    pub confirmed: Option<Date>,
    /// The act that said so last.
    pub act: Id,
}

/// The papers that are handed over after a meeting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HandedPaper {
    /// Протокол: to who takes part.
    Minutes,
    /// Тактический план: to who takes part.
    TacticalPlan,
    /// Выписка: to who was given something to do.
    Extract,
}

/// Somebody who gets papers of a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recipient {
    /// Who.
    pub subject: SubjectId,
    /// What; never empty.
    pub papers: Vec<HandedPaper>,
    /// What is on record of it.
    pub handed: Option<Handed>,
}

impl Handed {
    /// How far they have come.
    pub fn receipt(&self) -> Receipt {
        match self.confirmed {
            Some(_) => Receipt::Confirmed,
            None => Receipt::Handed,
        }
    }
}

impl Recipient {
    /// How far they have come.
    pub fn receipt(&self) -> Option<Receipt> {
        self.handed.as_ref().map(Handed::receipt)
    }
}
