//! What a user keeps at hand: bookmarks, and filters that have a name.

use serde::{Deserialize, Serialize};

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::document::{DocumentKey, NodeKey};
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;

use super::Settings;

/// A line that is marked to be found again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Bookmark {
    /// An activity, an assignment or a topic.
    Item(ItemKey),
    /// A heading of a document.
    Branch(NodeKey),
    /// A document.
    Document(DocumentKey),
    /// A subject.
    Subject(SubjectId),
    /// The meeting of a day.
    Meeting(Date),
}

/// A list that can be filtered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FilteredList {
    /// The plan.
    Plan,
    /// The agenda of a meeting.
    Agenda,
    /// The responsibilities.
    Subjects,
    /// The assignments.
    Assignments,
}

/// A filter with a name. What it does not say is not filtered by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedFilter {
    /// Its name; each has one of its own.
    pub name: SafeText,
    /// What it filters.
    pub list: FilteredList,
    /// Only what stands in this document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentKey>,
    /// Only what stands under this heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<NodeKey>,
    /// Only lines that stand so; a name the list knows.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub status: SafeText,
    /// Only what this subject answers for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub executor: Option<SubjectId>,
    /// Only what this one controls: the short name of a subject, or the words of a document.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub controller: SafeText,
    /// Only lines that have these words.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub words: SafeText,
    /// The order of the lines; a name the list knows.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub order: SafeText,
}

/// All that is kept at hand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hands {
    /// The bookmarks, the oldest first.
    pub bookmarks: Vec<Bookmark>,
    /// The filters, the oldest first.
    pub filters: Vec<SavedFilter>,
}

impl Hands {
    /// Sets a bookmark, or takes it away; a line has one at most.
    pub fn bookmark(&mut self, bookmark: &Bookmark, is_on: bool) {
        self.bookmarks.retain(|it| it != bookmark);
        if is_on {
            self.bookmarks.push(bookmark.clone());
        }
    }

    /// Keeps a filter in the place of the one of its name, else as the last.
    pub fn keep(&mut self, filter: SavedFilter) {
        match self.filters.iter_mut().find(|it| it.name == filter.name) {
            Some(known) => *known = filter,
            None => self.filters.push(filter),
        }
    }

    /// Takes the filter of a name away.
    pub fn drop_filter(&mut self, name: &str) {
        self.filters.retain(|it| it.name.as_str() != name);
    }
}

impl Settings {
    /// What is kept at hand.
    pub fn hands(&self) -> Hands {
        Hands {
            bookmarks: self.bookmarks.clone(),
            filters: self.filters.clone(),
        }
    }

    /// Keeps other things at hand.
    pub fn set_hands(&mut self, hands: Hands) {
        self.bookmarks = hands.bookmarks;
        self.filters = hands.filters;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_at_hand_is_read_as_it_was_written_and_left_out_while_there_is_nothing() {
        let mut settings = Settings::default();
        let written = ron::to_string(&settings).unwrap();
        assert!(!written.contains("bookmarks") && !written.contains("filters"));
        let mut hands = Hands::default();
        let who = Bookmark::Subject(SubjectId("mms".to_owned()));
        hands.bookmark(&who, true);
        hands.bookmark(&who, true);
        let filter = |words: &str| SavedFilter {
            name: SafeText::from("Форум"),
            list: FilteredList::Plan,
            document: None,
            branch: None,
            status: SafeText::default(),
            executor: None,
            controller: SafeText::default(),
            words: SafeText::from(words.to_owned()),
            order: SafeText::default(),
        };
        hands.keep(filter("форум"));
        hands.keep(filter("слёт"));
        settings.set_hands(hands.clone());
        let again: Settings = ron::from_str(&ron::to_string(&settings).unwrap()).unwrap();
        assert_eq!(again.hands(), hands);
        assert_eq!((hands.bookmarks.len(), hands.filters.len()), (1, 1));
        hands.bookmark(&who, false);
        hands.drop_filter("Форум");
        assert_eq!(hands, Hands::default());
    }
}
