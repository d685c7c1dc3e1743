//! How much speaks for a line of the agenda: the order within its section, its minutes, and the
//! answer to «почему здесь» (design.md 7).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::agenda::{AgendaLine, ItemKey, Reason};
use super::super::date::Date;
use super::super::deadline::Kind;
use super::super::document::{Activity, ActivityKey, DocumentKey};
use super::super::gathering::is_gathering;
use super::super::mark::Status;
use super::super::subject::SubjectId;
use super::super::weight::{Ground, Weight};
use super::Workspace;

/// The days before a due date from which it weighs.
const NEAR: i64 = 15;

/// The most a count adds of moves, of weeks without news and of other overdue lines of a body.
const MOST_MOVES: usize = 3;
const MOST_WEEKS: i64 = 12;
const MOST_OVERDUE: usize = 5;

/// How many words an activity has in common with the indicator it serves.
const COMMON_WORDS: usize = 4;

/// How many letters of a longer word are compared.
const STEM: usize = 7;

/// How many lines are overdue, by the body that answers for them.
type OverdueOf = BTreeMap<SubjectId, usize>;

/// What is found once for all lines of an agenda.
#[derive(Debug)]
pub(super) struct Scale {
    overdue: OverdueOf,
    /// How often the assignments of an item, or itself, were extended.
    extensions: BTreeMap<ItemKey, usize>,
    indicators: Arc<BTreeMap<DocumentKey, Indicators>>,
}

/// The indicators of a document, by the words of their names.
pub(super) type Indicators = Vec<(u8, BTreeSet<String>)>;

impl Workspace {
    /// What speaks for the line of an item at the meeting of a day: for one on its agenda as it
    /// stands there, for any other as it would be proposed.
    pub fn weight_of(&self, date: Date, item: ItemKey) -> Weight {
        self.kept.weights.of((date, item), || {
            let scale = self.kept.scales.of(date, || {
                let candidates = self.agenda_candidates(date);
                self.scale(&candidates, date)
            });
            let meeting = self.ledger().meeting(date);
            let on_agenda = meeting.and_then(|meeting| meeting.line(item));
            let line = on_agenda.cloned().or_else(|| {
                let mut candidates = self.agenda_candidates(date).into_iter();
                candidates.find(|line| line.item == item)
            });
            line.map(|line| self.weigh(&line, date, &scale))
                .unwrap_or_default()
        })
    }

    /// What the lines of the agenda of a day are weighed by.
    pub(super) fn scale(&self, lines: &[AgendaLine], date: Date) -> Scale {
        let mut extensions = BTreeMap::new();
        for view in self.assignments_called(date) {
            for item in [view.item, ItemKey::Assignment(view.id)] {
                let most = extensions.entry(item).or_default();
                *most = view.extensions.max(*most);
            }
        }
        Scale {
            overdue: self.overdue_of(lines, date),
            extensions,
            indicators: self.kept.indicators.of((), || self.find_indicators()),
        }
    }

    /// The body that answers for an item: of an activity the first responsible one, of an
    /// assignment its first executor.
    pub fn answers_for(&self, item: ItemKey) -> Option<SubjectId> {
        match item {
            ItemKey::Activity(activity) => {
                let (_, view) = self.activity(activity)?;
                let mut known = view.responsible.iter().chain(view.executors.iter());
                known.find_map(|it| it.subject.clone())
            }
            ItemKey::Assignment(id) => {
                let entry = self.ledger().entry(id)?;
                entry.content.executors.first().cloned()
            }
            ItemKey::Topic(_) => None,
        }
    }

    /// How many of some lines are overdue, by the body that answers for them.
    fn overdue_of(&self, lines: &[AgendaLine], date: Date) -> OverdueOf {
        let mut overdue = OverdueOf::new();
        let late = |reason: &Reason| match reason {
            Reason::Overdue { .. } => true,
            Reason::AssignmentDue { due, .. } => *due < date,
            _ => false,
        };
        for line in lines.iter().filter(|line| line.reasons.iter().any(late)) {
            if let Some(subject) = self.answers_for(line.item) {
                *overdue.entry(subject).or_default() += 1;
            }
        }
        overdue
    }

    /// What speaks for a line.
    pub(super) fn weigh(&self, line: &AgendaLine, date: Date, scale: &Scale) -> Weight {
        let points = &self.settings().agenda.weights;
        let mut weight = Weight::default();
        if self.is_event(line) {
            weight.add(Ground::Event, points.event);
        }
        if let Some((ground, points)) = self.nearness(line, date) {
            weight.add(ground, points);
        }
        let moves = self.moves(line.item, date, scale);
        weight.add(
            Ground::Moved { times: moves },
            points.moved.saturating_mul(small(moves.min(MOST_MOVES))),
        );
        let is_silent = |reason: &Reason| match reason {
            Reason::Silent { weeks } => Some(*weeks),
            _ => None,
        };
        if let Some(weeks) = line.reasons.iter().find_map(is_silent) {
            let counted = usize::try_from(weeks.clamp(0, MOST_WEEKS)).unwrap_or(0);
            let points = points.silent.saturating_mul(small(counted));
            weight.add(Ground::Silent { weeks }, points);
        }
        let is_late = self.overdue_of(std::slice::from_ref(line), date);
        if let Some(subject) = self.answers_for(line.item) {
            let own = is_late.get(&subject).copied().unwrap_or(0);
            let others = scale.overdue.get(&subject).copied().unwrap_or(0);
            let others = others.saturating_sub(own);
            let counted = small(others.min(MOST_OVERDUE));
            let ground = Ground::Executor {
                subject,
                overdue: others,
            };
            weight.add(ground, points.executor.saturating_mul(counted));
        }
        if self.is_promised(line, date) {
            weight.add(Ground::Promised, points.promised);
        }
        if line.reasons.iter().any(is_of_the_chair) {
            weight.add(Ground::Chair, points.chair);
        }
        if let Some(subject) = line.asked_by.clone() {
            weight.add(Ground::Asked { subject }, points.asked);
        }
        if let ItemKey::Activity(activity) = line.item {
            let standing = self.standing_owed(activity, date);
            if standing.is_some_and(|it| it.status == Some(Status::AtRisk)) {
                weight.add(Ground::AtRisk, points.at_risk);
            }
            if let Some(number) = self.served(activity, &scale.indicators) {
                weight.add(Ground::Indicator { number }, points.indicator);
            }
        }
        weight.in_order()
    }

    /// Whether people come together: by the reading of the deadline or by the title.
    fn is_event(&self, line: &AgendaLine) -> bool {
        if line
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Event { .. }))
        {
            return true;
        }
        match line.item {
            ItemKey::Activity(activity) => self.activity(activity).is_some_and(|(found, view)| {
                view.reading.kind != Kind::Recurrence && is_gathering(&found.title)
            }),
            _ => false,
        }
    }

    /// How near the earliest due date is, or how long ago it was.
    fn nearness(&self, line: &AgendaLine, date: Date) -> Option<(Ground, u16)> {
        let points = &self.settings().agenda.weights;
        let due = line.reasons.iter().filter_map(Reason::date).min()?;
        let is_event = line
            .reasons
            .iter()
            .all(|reason| matches!(reason, Reason::Event { .. }));
        let days = due.days_since(date);
        if days < 0 && !is_event {
            let weeks = small(usize::try_from(-days / 7).unwrap_or(0));
            let points = points.overdue.saturating_add(weeks.min(points.overdue));
            return Some((Ground::Over { days: -days }, points));
        }
        let days = days.max(0);
        let left = small(usize::try_from((NEAR - days).max(0)).unwrap_or(0));
        let whole = small(usize::try_from(NEAR).unwrap_or(1));
        Some((
            Ground::Near { days },
            points.due.saturating_mul(left) / whole,
        ))
    }

    /// How often the due date of an item was moved.
    fn moves(&self, item: ItemKey, date: Date, scale: &Scale) -> usize {
        let own = scale.extensions.get(&item).copied().unwrap_or(0);
        let of_point = match item {
            ItemKey::Activity(activity) => self.standing_owed(activity, date).map(|standing| {
                let course = self.course(activity, &standing.occurrence, date);
                course.moves.len()
            }),
            _ => None,
        };
        of_point.unwrap_or(0).max(own)
    }

    /// Whether somebody promised it for the day of the meeting or before it.
    fn is_promised(&self, line: &AgendaLine, date: Date) -> bool {
        let by_assignment = line.reasons.iter().any(|reason| match reason {
            Reason::AssignmentDue { due, .. } => *due <= date,
            Reason::ToBeHeard { .. } | Reason::Promised { .. } => true,
            _ => false,
        });
        let by_move = match line.item {
            ItemKey::Activity(activity) => self
                .standing_owed(activity, date)
                .is_some_and(|it| it.is_moved && it.due.is_some_and(|due| due <= date)),
            _ => false,
        };
        by_assignment || by_move
    }

    /// The words of the indicators of each document that has some.
    fn find_indicators(&self) -> BTreeMap<DocumentKey, Indicators> {
        let with_some = self
            .documents()
            .iter()
            .filter(|document| !document.indicators.is_empty());
        with_some
            .map(|document| {
                let words = document
                    .indicators
                    .iter()
                    .map(|indicator| (indicator.number, stems(&indicator.name)));
                (document.key, words.collect())
            })
            .collect()
    }

    /// The indicator that rests on an activity, by the words they share.
    fn served(
        &self,
        key: ActivityKey,
        indicators: &BTreeMap<DocumentKey, Indicators>,
    ) -> Option<u8> {
        let indicators = indicators.get(&self.document_of(key)?.key)?;
        self.kept.served.of(key, || {
            let (activity, _) = self.activity(key)?;
            let own = stems(&words_of(activity));
            indicators
                .iter()
                .map(|(number, words)| (words.intersection(&own).count(), *number))
                .filter(|(count, _)| *count >= COMMON_WORDS)
                .max_by_key(|(count, number)| (*count, std::cmp::Reverse(*number)))
                .map(|(_, number)| number)
        })
    }
}

fn is_of_the_chair(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::ByHand | Reason::AssignmentDue { .. } | Reason::ToBeHeard { .. }
    )
}

fn words_of(activity: &Activity) -> String {
    format!("{} {}", activity.title, activity.result)
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The words of a text that say something, cut before their endings.
fn stems(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() > STEM)
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}
