//! The official wording of a deadline and its reading: wording → reading → windows → occurrences.
//!
//! The wording itself is never changed. A reading says how sure it is and never invents: a part
//! that is not understood makes the whole assumed or unread.
//!
//! ```text
//! wording ─token→ words with places ─parse→ phrases ─settle→ years handed to neighbours
//!         ─dated, repeat→ windows ─compose→ reading ─occurrence→ due dates
//! ```

pub mod conventions;
pub mod date_words;
pub mod event;
pub mod occurrence;
pub mod reading;

mod compose;
mod dated;
mod expand;
mod lexicon;
mod numeral;
mod parse;
mod phrase;
mod repeat;
mod resolve;
mod settle;
mod token;
mod words;

use serde::{Deserialize, Serialize};

pub use conventions::{Conventions, MonthDay, SchoolTerm};
pub use occurrence::{Occurrence, control_points, occurrences};
pub use reading::{Certainty, Note, Reading, Reason, Role};

use super::calendar::Calendar;
use super::date::Span;
use lexicon::Lex;
use resolve::Context;

/// What sort of deadline a wording sets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Months, quarters, «до …»: stretches whose end is a due date and moves off days off.
    Windows,
    /// Explicit days of an event; never moved.
    Event,
    /// Something that repeats: weekly, monthly, on Thursdays.
    Recurrence,
    /// Goes on through the whole stretch («в течение 2023-2024 гг.», «постоянно»).
    Continuous,
    /// Counted from another event whose date is not in the wording.
    Relative,
    /// Has no dates by its own words («по мере необходимости», «по отдельному графику»).
    Unscheduled,
    /// Could not be read: asks for a date.
    Unread,
}

/// Longer texts are not deadlines; nothing of them is read.
const LONGEST_WORDING: usize = 2_000;

/// Reads a wording against the period of its plan.
///
/// ```
/// use planerka_domain::domain::date::{Date, Span};
/// use planerka_domain::domain::deadline::{Conventions, Kind, read};
///
/// let period = Span::new(Date::new(2023, 1, 1)?, Date::new(2024, 12, 31)?).ok_or("empty")?;
/// let reading = read("Май 2023 г., январь 2024 г.", period, &Conventions::default());
/// assert_eq!(reading.kind, Kind::Windows);
/// assert_eq!(reading.windows.len(), 2);
/// assert!(reading.is_certain());
///
/// // A term after each quarter, with its frequency: every report has its own window.
/// let reading = read(
///     "ежеквартально, не позднее 10 рабочих дней после окончания квартала",
///     period,
///     &Conventions::default(),
/// );
/// assert_eq!(reading.kind, Kind::Recurrence);
/// assert_eq!(reading.windows[0].last, Date::new(2023, 4, 14)?);
///
/// // What is not understood is shown, and the whole is never certain.
/// let wording = "май 2023 г., после дождика";
/// let reading = read(wording, period, &Conventions::default());
/// assert!(!reading.is_certain());
/// assert_eq!(reading.words.iter().map(|word| word.span.len()).sum::<usize>(), wording.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(wording: &str, period: Span, conventions: &Conventions) -> Reading {
    read_with(wording, period, conventions, &Calendar::default())
}

/// The same where the region or the organisation has days off of its own: they decide which is the
/// last working day of a month.
///
/// ```
/// use planerka_domain::domain::calendar::Calendar;
/// use planerka_domain::domain::date::{Date, Span};
/// use planerka_domain::domain::deadline::{Conventions, read_with};
///
/// let period = Span::new(Date::new(2024, 6, 1)?, Date::new(2024, 6, 30)?).ok_or("empty")?;
/// let mut calendar = Calendar::default();
/// calendar.extra_off.insert(Date::new(2024, 6, 28)?);
/// let reading = read_with(
///     "последний рабочий день месяца",
///     period,
///     &Conventions::default(),
///     &calendar,
/// );
/// assert_eq!(reading.windows, [Span::day(Date::new(2024, 6, 27)?)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_with(
    wording: &str,
    period: Span,
    conventions: &Conventions,
    calendar: &Calendar,
) -> Reading {
    if wording.len() > LONGEST_WORDING {
        return unread(words::all_unread(wording));
    }
    let all = token::tokens(wording);
    let said: Vec<token::Token> = all
        .iter()
        .filter(|token| token.lex != Lex::Mark)
        .cloned()
        .collect();
    let phrases = parse::phrases(wording, &said);
    let context = Context {
        period,
        conventions,
        calendar,
        yearly: false,
    };
    let draft = compose::compose(&phrases, &context);
    let words = words::understood(wording, &all, &said, &phrases, &draft.senseless);
    let Some(kind) = draft.kind else {
        return unread(words);
    };
    let certainty = if draft.reasons.is_empty() {
        Certainty::Exact
    } else {
        Certainty::Assumed {
            reasons: draft.reasons,
            alternatives: draft.alternatives,
        }
    };
    Reading {
        kind,
        windows: draft.windows,
        time: draft.time,
        certainty,
        notes: draft.notes,
        relative: draft.relative,
        cadence: draft.cadence,
        words,
    }
}

fn unread(words: Vec<reading::Understood>) -> Reading {
    Reading {
        kind: Kind::Unread,
        windows: Vec::new(),
        time: None,
        certainty: Certainty::Unread,
        notes: Vec::new(),
        relative: None,
        cadence: None,
        words,
    }
}
