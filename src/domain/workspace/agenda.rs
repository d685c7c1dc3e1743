//! The agenda of a meeting from the documents, the assignments and the last meeting (design.md 5.3).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::agenda::{AgendaLine, ItemKey, Proposal, Reason, Section};
use super::super::date::Date;
use super::super::deadline::Kind;
use super::super::document::ActivityKey;
use super::super::gathering::is_event;
use super::super::meeting::MeetingState;
use super::super::safe_text::SafeText;
use super::assignments::AssignmentView;
use super::{Standing, Timing, Workspace};

/// The line each activity has for itself, in the order of the documents.
pub(super) type OwnLines = Vec<(ActivityKey, Option<AgendaLine>)>;

impl Workspace {
    /// Everything that has a reason to be dealt with at the meeting of a day, split by what fits
    /// into its time.
    pub fn propose_agenda(&self, date: Date) -> Proposal {
        Proposal::clone(&self.proposed_agenda(date))
    }

    /// The same, kept until something changes.
    pub fn proposed_agenda(&self, date: Date) -> Arc<Proposal> {
        self.kept.proposals.of(date, || self.find_proposal(date))
    }

    /// The same, if it was found already.
    pub fn known_agenda(&self, date: Date) -> Option<Arc<Proposal>> {
        self.kept.proposals.known(&date)
    }

    /// Keeps what was found apart, of the same state.
    pub fn keep_agenda(&self, date: Date, found: Proposal) {
        let _ = self.kept.proposals.of(date, || found);
    }

    /// Everything that has a reason to be dealt with, in no particular order.
    pub fn agenda_candidates(&self, date: Date) -> Vec<AgendaLine> {
        if let Some(of_the_day) = self.otherwise_on(date) {
            return of_the_day.agenda_candidates(date);
        }
        let mut lines = Lines::default();
        let own = self.kept.own_lines.of(date, || self.find_own_lines(date));
        for line in own.iter().filter_map(|(_, line)| line.as_ref()) {
            lines.merge(line.clone());
        }
        for assignment in self.assignments_on(date).all() {
            if self.puts_on_agenda(assignment, date) {
                lines.merge(assignment_line(assignment, date));
            }
        }
        for line in self.indicator_lines(date) {
            lines.merge(line);
        }
        for line in self.carried_over(date) {
            lines.merge(line);
        }
        for (item, meeting) in self.ledger().parked() {
            if *meeting < date {
                let mut line = AgendaLine::new(
                    *item,
                    Section::CarriedOver,
                    Reason::Parked { meeting: *meeting },
                );
                line.title = self.topic_title(*item);
                lines.merge(line);
            }
        }
        lines.all
    }

    fn find_own_lines(&self, date: Date) -> OwnLines {
        let activities = self.activities().map(|(activity, _)| activity.key);
        activities
            .filter(|key| !self.is_meeting_itself(*key))
            .map(|key| (key, self.own_line(key, date)))
            .collect()
    }

    /// Finds the lines of these activities anew, where those of all are kept.
    pub(super) fn repair_own_lines(&mut self, touched: &BTreeSet<ActivityKey>) {
        let mut kept = std::mem::take(&mut self.kept.own_lines);
        kept.repair(|date, lines| {
            for (key, line) in lines.iter_mut().filter(|(key, _)| touched.contains(key)) {
                *line = self.own_line(*key, *date);
            }
        });
        self.kept.own_lines = kept;
    }

    /// The line an activity has on the agenda for what is owed of itself, without assignments.
    pub(super) fn own_line(&self, activity: ActivityKey, date: Date) -> Option<AgendaLine> {
        let (own, view) = self.activity(activity)?;
        let line = |section, reason| {
            Some(AgendaLine::new(
                ItemKey::Activity(activity),
                section,
                reason,
            ))
        };
        let standing = self.standing_owed(activity, date)?;
        if standing.is_closed() {
            return None;
        }
        if view.reading.kind == Kind::Unread && !view.corrected {
            if self.was_over_before_record(activity, date) {
                return None;
            }
            return line(Section::Silent, Reason::Unread);
        }
        let until_next = self.until_next_meeting(date);
        let window = standing.occurrence.window;
        if is_event(&own.title, view.reading.kind, window)
            && !standing.is_moved
            && window.intersection(until_next).is_some()
        {
            return line(
                Section::ThisWeek,
                Reason::Event {
                    first: window.first,
                    last: window.last,
                },
            );
        }
        match (standing.timing, standing.due) {
            (Timing::Overdue(days), Some(due)) => {
                line(Section::Overdue, Reason::Overdue { due, days })
            }
            (Timing::Due(days), Some(due)) if until_next.contains(due) => {
                line(Section::ThisWeek, Reason::Due { due, days })
            }
            (Timing::Due(days), Some(due)) if due <= date.end_of_month() => {
                line(Section::ThisMonth, Reason::Due { due, days })
            }
            (Timing::Due(days), Some(due))
                if days <= i64::from(self.settings().look_ahead_weeks) * 7
                    && view.reading.kind != Kind::Continuous =>
            {
                line(Section::Approaching, Reason::Due { due, days })
            }
            _ => self
                .silence(activity, &standing, date)
                .and_then(|weeks| line(Section::Silent, Reason::Silent { weeks })),
        }
    }

    /// Whole weeks without news of something that has begun, when they are too many.
    pub fn silence(&self, activity: ActivityKey, standing: &Standing, date: Date) -> Option<i64> {
        if standing.is_closed()
            || standing.timing == Timing::Unrecorded
            || standing.occurrence.window.first > date
        {
            return None;
        }
        // Nobody could report before there was a meeting to report to.
        let begins = || Some(self.begins(activity)?.max(self.record_begins(date)));
        let since = standing
            .last_news
            .or_else(begins)
            .unwrap_or(standing.occurrence.window.first)
            .max(standing.occurrence.window.first);
        let weeks = date.days_since(since) / 7;
        (weeks >= i64::from(self.settings().silent_weeks)).then_some(weeks)
    }

    /// What the last held meeting left on its agenda without dealing with it.
    fn carried_over(&self, date: Date) -> Vec<AgendaLine> {
        let last = self
            .ledger()
            .meetings()
            .range(..date)
            .rev()
            .map(|(_, meeting)| meeting)
            .find(|meeting| meeting.state == MeetingState::Finished);
        let Some(last) = last else { return Vec::new() };
        last.agenda
            .iter()
            .filter(|line| {
                !self.is_considered(last.date, line.item) && self.is_open_item(line.item, date)
            })
            // What is silent takes its turn again by itself, and a block nobody took is proposed
            // anew.
            .filter(|line| !matches!(line.section, Section::Silent | Section::Routine))
            .map(|line| AgendaLine {
                section: Section::CarriedOver,
                reasons: vec![Reason::CarriedFrom { meeting: last.date }],
                ..line.clone()
            })
            .collect()
    }

    fn is_open_item(&self, item: ItemKey, date: Date) -> bool {
        match item {
            ItemKey::Activity(activity) => self
                .standing(activity, date)
                .is_some_and(|standing| !standing.is_closed()),
            ItemKey::Assignment(id) => self
                .assignment(id, date)
                .is_some_and(|assignment| !assignment.state.is_closed()),
            // Nothing is asked of a value that was taken.
            ItemKey::Topic(_) => self.is_value_due(item, date).unwrap_or(true),
        }
    }

    /// The text of a topic, wherever it first stood on an agenda.
    pub fn topic_title(&self, item: ItemKey) -> Option<SafeText> {
        self.ledger()
            .meetings()
            .values()
            .flat_map(|meeting| meeting.agenda.iter().chain(&meeting.dropped))
            .find(|line| line.item == item)
            .and_then(|line| line.title.clone())
            .or_else(|| Some(self.item_indicator(item)?.0.name.clone()))
    }
}

/// The line of an assignment that is due by the end of the week or to be heard.
fn assignment_line(assignment: &AssignmentView, date: Date) -> AgendaLine {
    let minutes = assignment.origin.day();
    let number = assignment.number.clone();
    let reason = match assignment.due {
        Some(due) if !assignment.is_to_be_heard(date) => Reason::AssignmentDue {
            minutes,
            number,
            due,
        },
        _ => Reason::ToBeHeard { minutes, number },
    };
    let item = match assignment.item {
        ItemKey::Activity(activity) => ItemKey::Activity(activity),
        _ => ItemKey::Assignment(assignment.id),
    };
    let mut line = AgendaLine::new(item, Section::Assignments, reason);
    line.speaker = assignment.executors.first().cloned();
    line
}

/// Lines of an agenda, one an item.
#[derive(Default)]
struct Lines {
    all: Vec<AgendaLine>,
    places: BTreeMap<ItemKey, usize>,
}

impl Lines {
    /// Joins a line with the one of the same item: the weightier section wins, reasons add up.
    fn merge(&mut self, line: AgendaLine) {
        let place = self.places.entry(line.item);
        let known = match place {
            Entry::Occupied(place) => self.all.get_mut(*place.get()),
            Entry::Vacant(place) => {
                place.insert(self.all.len());
                None
            }
        };
        match known {
            Some(known) if line.section < known.section => {
                let reasons = std::mem::take(&mut known.reasons);
                *known = line;
                known.reasons.extend(reasons);
            }
            Some(known) => {
                known.reasons.extend(line.reasons);
                known.speaker = known.speaker.take().or(line.speaker);
            }
            None => self.all.push(line),
        }
    }
}
