//! Events with participants: a strategic session, a conference, a meeting that a document sets.
//! Who is invited, how many of each, who was named, and what the programme is.

mod quota;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::safe_text::SafeText;

pub use quota::{Invitation, NotAQuota, invitations, typed};

/// How many people a body may send: «по 10 человек», «2–3 человека».
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// The fewest; 0 where only the most is said («не более 5»).
    pub least: u16,
    /// The most; the greatest number there is where only the fewest is said («не менее 5»).
    pub most: u16,
}

impl Quota {
    /// Where nothing is said of the most.
    pub const UNBOUNDED: u16 = u16::MAX;

    /// So many and no other number.
    pub fn exactly(number: u16) -> Self {
        Self {
            least: number,
            most: number,
        }
    }

    /// How many are missing to the fewest.
    pub fn missing(self, named: usize) -> usize {
        usize::from(self.least).saturating_sub(named)
    }

    /// How many are too many.
    pub fn beyond(self, named: usize) -> usize {
        named.saturating_sub(usize::from(self.most))
    }
}

/// One change of what is known of an event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum EventChange {
    /// Invites a body, or says anew how many it may send.
    Invite {
        /// As the document names it.
        body: SafeText,
        /// How many; `None` where nothing is said.
        quota: Option<Quota>,
    },
    /// Takes an invitation back.
    Uninvite {
        /// Whose.
        body: SafeText,
    },
    /// What a body answered: whom it sends. Nobody named: it sends nobody.
    Answer {
        /// Which body.
        body: SafeText,
        /// The people, each as it was told: name, post.
        names: Vec<SafeText>,
    },
    /// Takes an answer away: the body has not answered.
    NoAnswer {
        /// Which body.
        body: SafeText,
    },
    /// Sets the programme, a step a line.
    Programme {
        /// The steps in their order.
        steps: Vec<SafeText>,
    },
}

/// What a body answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The day it was put on record for.
    pub day: Date,
    /// Whom it sends.
    pub names: Vec<SafeText>,
}

/// What the journal says of an event; the document says the rest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventEntry {
    /// Bodies that were invited, or whose quota was set, by hand.
    pub invited: Vec<(SafeText, Option<Quota>)>,
    /// Bodies whose invitation was taken back.
    pub uninvited: Vec<SafeText>,
    /// What bodies answered.
    pub answers: BTreeMap<SafeText, Answer>,
    /// The programme, where it was set by hand.
    pub programme: Option<Vec<SafeText>>,
}

impl EventEntry {
    /// Takes a change of a day in.
    pub(in crate::domain) fn take(&mut self, change: &EventChange, day: Date) {
        match change {
            EventChange::Invite { body, quota } => {
                self.uninvited.retain(|known| known != body);
                match self.invited.iter_mut().find(|(known, _)| known == body) {
                    Some((_, known)) => *known = *quota,
                    None => self.invited.push((body.clone(), *quota)),
                }
            }
            EventChange::Uninvite { body } => {
                self.invited.retain(|(known, _)| known != body);
                self.answers.remove(body);
                if !self.uninvited.contains(body) {
                    self.uninvited.push(body.clone());
                }
            }
            EventChange::Answer { body, names } => {
                let names = names.clone();
                self.answers.insert(body.clone(), Answer { day, names });
            }
            EventChange::NoAnswer { body } => {
                self.answers.remove(body);
            }
            EventChange::Programme { steps } => self.programme = Some(steps.clone()),
        }
    }

    /// Whether a change of a day would say anything new.
    pub(in crate::domain) fn would_change(&self, change: &EventChange, day: Date) -> bool {
        let mut after = self.clone();
        after.take(change, day);
        after != *self
    }
}

impl fmt::Display for Quota {
    /// As a person types it: «10», «2-3», «5+» where the most is not said.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (least, Self::UNBOUNDED) => write!(f, "{least}+"),
            (least, most) if least == most => write!(f, "{least}"),
            (least, most) => write!(f, "{least}-{most}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        "2023-03-17".parse().unwrap()
    }

    #[test]
    fn an_answer_is_replaced_as_a_whole_and_can_be_taken_away() {
        let mut event = EventEntry::default();
        let body = SafeText::from("ИРО (пример)");
        let answer = |names: &[&str]| EventChange::Answer {
            body: body.clone(),
            names: names.iter().map(|name| SafeText::from(*name)).collect(),
        };
        event.take(&answer(&["Примеров П.П."]), day());
        assert!(!event.would_change(&answer(&["Примеров П.П."]), day()));
        event.take(&answer(&[]), day());
        assert_eq!(event.answers[&body].names, []);
        event.take(&EventChange::NoAnswer { body: body.clone() }, day());
        assert!(event.answers.is_empty());
    }

    #[test]
    fn an_invitation_taken_back_takes_the_answer_along_and_can_be_given_again() {
        let mut event = EventEntry::default();
        let body = SafeText::from("ИРО (пример)");
        let invite = EventChange::Invite {
            body: body.clone(),
            quota: Some(Quota::exactly(2)),
        };
        event.take(&invite, day());
        event.take(&EventChange::Uninvite { body: body.clone() }, day());
        assert_eq!(event.invited, []);
        assert_eq!(event.uninvited, [body]);
        event.take(&invite, day());
        assert_eq!(event.uninvited, []);
    }

    #[test]
    fn a_quota_counts_who_is_missing_and_who_is_too_many() {
        let quota = Quota { least: 2, most: 3 };
        assert_eq!((quota.missing(0), quota.missing(2)), (2, 0));
        assert_eq!((quota.beyond(3), quota.beyond(5)), (0, 2));
    }
}
