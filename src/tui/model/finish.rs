//! The last look before the end of the meeting: what would leave the room with a hole in it.

use super::context;
use super::surface::Surface;
use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;

/// A hole in the papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The settings name no chair, who leads the meeting and signs the minutes.
    Chair,
    /// No member was there, as far as is said.
    NobodyPresent,
    /// The settings name no place, which stands in the head of the minutes.
    Place,
    /// The settings name no secretary, who signs the minutes.
    Secretary,
    /// A person who signs or was there has no post.
    Post(SubjectId),
    /// Nobody said who is there.
    Attendance,
    /// Somebody who is absent stands as the speaker of an item.
    AbsentSpeaker(ItemKey, SubjectId),
    /// An item without a mark or entry: it will be carried over.
    Unconsidered(ItemKey),
    /// An assignment that was due, with its number, and no decision on its control.
    Undecided(Id, SafeText),
    /// An assignment without an executor.
    NoExecutor(ItemKey, Id),
    /// An assignment without a date.
    NoDue(ItemKey, Id),
}

/// State of the last look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FinishState {
    /// What is missing.
    pub holes: Vec<Hole>,
    /// The chosen hole.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for FinishState {
    fn context(&self) -> &'static str {
        context::FINISH
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
