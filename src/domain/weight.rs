//! What speaks for a line of the agenda, and how much: the order of a section, and the answer to
//! «почему здесь».

use super::subject::SubjectId;

/// One thing that gives a line weight.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ground {
    /// People come together.
    Event,
    /// Due in this many days; 0 is today.
    Near {
        /// Days left.
        days: i64,
    },
    /// Overdue for this many days.
    Over {
        /// Days since.
        days: i64,
    },
    /// The due date was moved so many times.
    Moved {
        /// How many times.
        times: usize,
    },
    /// No news for so many weeks.
    Silent {
        /// Whole weeks.
        weeks: i64,
    },
    /// The body that answers for it has other lines that are overdue.
    Executor {
        /// Who.
        subject: SubjectId,
        /// How many others.
        overdue: usize,
    },
    /// Promised for the day of the meeting or for a day before it.
    Promised,
    /// Put on, or assigned with a due date, by the chair.
    Chair,
    /// An indicator of the document rests on it.
    Indicator {
        /// Its number.
        number: u8,
    },
    /// A member asks for it.
    Asked {
        /// Who.
        subject: SubjectId,
    },
    /// The executor says that the due date is in danger.
    AtRisk,
}

/// The grounds of a line with their points, the weightiest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Weight {
    /// What speaks for the line.
    pub grounds: Vec<(Ground, u16)>,
}

impl Weight {
    /// All points together.
    pub fn total(&self) -> u32 {
        self.grounds
            .iter()
            .map(|(_, points)| u32::from(*points))
            .sum()
    }

    /// Adds a ground, unless it weighs nothing.
    pub(super) fn add(&mut self, ground: Ground, points: u16) {
        if points > 0 {
            self.grounds.push((ground, points));
        }
    }

    /// Puts the weightiest first.
    pub(super) fn in_order(mut self) -> Self {
        self.grounds
            .sort_by_key(|(_, points)| std::cmp::Reverse(*points));
        self
    }
}
