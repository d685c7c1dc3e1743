//! The meeting screen: agenda on the left, card on the right.

use super::context;
use super::surface::Surface;
use std::collections::BTreeSet;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::id::Id;

/// What has the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The agenda.
    Agenda,
    /// The card: its entries.
    Card,
}

/// State of the meeting screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingState {
    /// The meeting's day.
    pub date: Date,
    /// The chosen item.
    pub selected: Option<ItemKey>,
    /// Its place when it was chosen, for when the item goes away.
    pub place: usize,
    /// What has the cursor.
    pub focus: Focus,
    /// The chosen entry of the card.
    pub entry: Option<Id>,
    /// The item at the edge of its section that a second key takes over it, and whether downwards.
    pub crossing: Option<(ItemKey, bool)>,
    /// Items chosen for one mark.
    pub chosen: BTreeSet<ItemKey>,
    /// Only the items that have these words are shown.
    pub words: String,
    /// First visible line of the agenda.
    pub offset: usize,
    /// First visible line of the card.
    pub card_offset: usize,
    /// Whether what was left aside is shown below the agenda.
    pub aside: bool,
}

impl Surface for MeetingState {
    fn context(&self) -> &'static str {
        match self.focus {
            Focus::Card => context::CARD,
            Focus::Agenda => context::MEETING,
        }
    }

    fn words(&self) -> Option<&str> {
        Some(&self.words)
    }

    fn words_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.words)
    }
}

impl MeetingState {
    /// A fresh look at a meeting.
    pub fn new(date: Date) -> Self {
        Self {
            date,
            selected: None,
            place: 0,
            focus: Focus::Agenda,
            entry: None,
            crossing: None,
            chosen: BTreeSet::new(),
            words: String::new(),
            offset: 0,
            card_offset: 0,
            aside: false,
        }
    }
}
