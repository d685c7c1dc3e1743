//! What each part of a wording was taken for: spans that together are the whole wording.

use super::lexicon::Lex;
use super::phrase::{Flag, Phrase, Placed};
use super::reading::{Role, Understood};
use super::token::Token;

/// The parts of a read wording.
pub(super) fn understood(
    wording: &str,
    all: &[Token],
    said: &[Token],
    phrases: &[Placed],
    senseless: &[usize],
) -> Vec<Understood> {
    let mut roles = vec![Role::Unread; said.len()];
    for (index, placed) in phrases.iter().enumerate() {
        for at in placed.tokens.clone() {
            let (Some(token), Some(role)) = (said.get(at), roles.get_mut(at)) else {
                continue;
            };
            *role = if senseless.contains(&index) {
                Role::Unread
            } else {
                role_of(&placed.phrase, token.lex)
            };
        }
    }
    let mut words: Vec<Understood> = Vec::new();
    let mut end = 0;
    let mut next = roles.into_iter();
    for token in all {
        let role = if token.lex == Lex::Mark {
            Role::Separator
        } else {
            next.next().unwrap_or(Role::Unread)
        };
        if token.span.start > end {
            push(&mut words, end, token.span.start, Role::Separator);
        }
        push(&mut words, token.span.start, token.span.end, role);
        end = token.span.end;
    }
    if wording.len() > end {
        push(&mut words, end, wording.len(), Role::Separator);
    }
    words
}

/// A wording nobody tried to read.
pub(super) fn all_unread(wording: &str) -> Vec<Understood> {
    vec![Understood {
        span: 0..wording.len(),
        role: Role::Unread,
    }]
}

/// Adds a part; unread parts and separators side by side become one.
fn push(words: &mut Vec<Understood>, start: usize, end: usize, role: Role) {
    if let Some(last) = words.last_mut()
        && last.role == role
        && matches!(role, Role::Separator)
    {
        last.span.end = end;
        return;
    }
    words.push(Understood {
        span: start..end,
        role,
    });
}

fn role_of(phrase: &Phrase, lex: Lex) -> Role {
    match phrase {
        Phrase::Unread { .. } => Role::Unread,
        Phrase::Separator | Phrase::Open | Phrase::Close => Role::Separator,
        Phrase::Flag(Flag::Either) if lex == Lex::Slash => Role::Separator,
        Phrase::Flag(_) => Role::Remark,
        Phrase::Time(_) => Role::Time,
        Phrase::Vague(_) => Role::Unscheduled,
        Phrase::Term(_) | Phrase::Length(_) => match lex {
            Lex::Num { .. }
            | Lex::Unit(_)
            | Lex::TermAdjective { .. }
            | Lex::Working
            | Lex::ByCalendar
            | Lex::TimeLimit
            | Lex::Hour => Role::Term,
            Lex::Dash | Lex::Comma | Lex::Dot => Role::Separator,
            _ if is_boundary(lex) => Role::Boundary,
            _ => Role::Anchor,
        },
        Phrase::Item(_) | Phrase::Beat(_) | Phrase::OwnDay { .. } => dated_role(lex),
    }
}

fn is_boundary(lex: Lex) -> bool {
    matches!(
        lex,
        Lex::From
            | Lex::Along
            | Lex::Until
            | Lex::Toward
            | Lex::In
            | Lex::On
            | Lex::During
            | Lex::Through
            | Lex::Starting
            | Lex::OutOf
            | Lex::After
            | Lex::Not
            | Lex::Later
            | Lex::Earlier
            | Lex::Than
            | Lex::Less
            | Lex::More
            | Lex::Course
            | Lex::TimeLimit
            | Lex::Period
            | Lex::Start
            | Lex::Middle
            | Lex::End
            | Lex::Whole
            | Lex::Current
            | Lex::Following
            | Lex::PrecedingYear
            | Lex::Reporting
            | Lex::Planned
            | Lex::Moment
            | Lex::ByCalendar
            | Lex::Realisation
            | Lex::But
    )
}

fn dated_role(lex: Lex) -> Role {
    match lex {
        Lex::Month(_) => Role::Month,
        Lex::Weekday { .. } | Lex::Weekdays | Lex::Weekends => Role::Weekday,
        Lex::YearMark | Lex::School | Lex::Num { digits: 4, .. } => Role::Year,
        Lex::Num { .. } | Lex::Ordinal(_) | Lex::Roman(_) | Lex::TypistRoman(_) | Lex::Last => {
            Role::Number
        }
        Lex::DayNumber => Role::Day,
        Lex::Unit(_)
        | Lex::HalfPart
        | Lex::Season(_)
        | Lex::SeasonNoun
        | Lex::Vacation
        | Lex::Working
        | Lex::ReportName(_) => Role::Unit,
        Lex::Repeatedly(_) | Lex::Every | Lex::Times | Lex::TimesAdverb(_) | Lex::Rarer => {
            Role::Repeat
        }
        Lex::Dash
        | Lex::Dot
        | Lex::Comma
        | Lex::Semicolon
        | Lex::Slash
        | Lex::Colon
        | Lex::Open
        | Lex::Close
        | Lex::And => Role::Separator,
        _ if is_boundary(lex) => Role::Boundary,
        _ => Role::Remark,
    }
}
