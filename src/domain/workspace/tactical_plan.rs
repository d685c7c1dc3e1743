//! From the fold to the tactical plan.

use super::super::agenda::ItemKey;
use super::super::control::{AssignmentState, Control};
use super::super::date::{Date, Span};
use super::super::deadline::Kind;
use super::super::document::Activity;
use super::super::gathering::is_event;
use super::super::mark::Status;
use super::super::meeting::MeetingState;
use super::super::minutes::MinutesState;
use super::super::origin::Origin;
use super::super::russian::Case;
use super::super::safe_text::SafeText;
use super::super::subject::Mention;
use super::super::tactical_plan::{
    Basis, Group, GroupKind, Issued, Line, MinutesReference, NoResult, PlanWords, TacticalPlan,
};
use super::assignments::AssignmentView;
use super::{ActivityView, Standing, Timing, Workspace};

/// A line with what decides where it stands.
struct Placed {
    group: Option<GroupKind>,
    line: Line,
}

impl Workspace {
    /// The tactical plan after a meeting; `None` when it was never opened.
    pub fn tactical_plan(&self, date: Date) -> Option<TacticalPlan> {
        if let Some(of_the_day) = self.otherwise_on(date) {
            return of_the_day.tactical_plan(date);
        }
        self.tactical_plan_over(date, self.until_next_meeting(date))
    }

    /// The same over a period that somebody else decides on.
    pub(super) fn tactical_plan_over(&self, date: Date, period: Span) -> Option<TacticalPlan> {
        let meeting = self.ledger().meeting(date)?;
        let weeks = i64::from(self.settings().look_ahead_weeks.max(1));
        let look_ahead_period =
            Span::new(period.last.plus_days(1), period.last.plus_days(weeks * 7))?;
        let frame = Frame {
            date,
            period,
            look_ahead: look_ahead_period,
        };
        let mut placed: Vec<Placed> = self
            .activities()
            .filter(|(activity, _)| !self.is_meeting_itself(activity.key))
            .flat_map(|(activity, view)| self.activity_placed(activity, view, &frame))
            .collect();
        placed.extend(
            self.assignments_on(date)
                .all()
                .iter()
                .filter_map(|assignment| self.assignment_placed(assignment, &frame)),
        );
        placed.sort_by_key(|placed| (placed.line.due.is_none(), placed.line.due));
        let mut numbers = 1..;
        let mut numbered = |lines: Vec<Line>| -> Vec<Line> {
            lines
                .into_iter()
                .zip(&mut numbers)
                .map(|(line, number)| Line { number, ..line })
                .collect()
        };
        let take = |placed: &[Placed], group| -> Vec<Line> {
            placed
                .iter()
                .filter(|placed| placed.group == group)
                .map(|placed| placed.line.clone())
                .collect()
        };
        let groups = [
            GroupKind::OverdueOrMoved,
            GroupKind::DueThisWeek,
            GroupKind::Starting,
            GroupKind::Later,
            GroupKind::Continuing,
            GroupKind::Events,
        ]
        .into_iter()
        .map(|kind| Group {
            kind,
            lines: numbered(take(&placed, Some(kind))),
        })
        .filter(|group| !group.lines.is_empty())
        .collect();
        Some(TacticalPlan {
            format: 1,
            stamp: self.settings().papers.stamp.clone(),
            period,
            minutes: MinutesReference {
                date,
                number: meeting.number,
                state: match meeting.state {
                    MeetingState::Finished => MinutesState::Approved,
                    _ => MinutesState::Draft,
                },
                version: meeting.version,
            },
            groups,
            words: self.plan_words(),
            look_ahead_period,
            look_ahead: numbered(take(&placed, None)),
            indicators: self.indicator_table(date),
            issued: Some(self.issued()),
        })
    }

    /// What the documents call the tactical plan and themselves.
    fn plan_words(&self) -> PlanWords {
        let own = self.settings().meeting_activity;
        let result = own.and_then(|key| self.activity(key));
        let name = result
            .map(|(activity, _)| activity.result.clone())
            .filter(|result| PlanWords::is_name(result));
        let only = match self.documents() {
            [only] => Some(only),
            _ => None,
        };
        let kind = only.and_then(|it| it.kind_in(Case::Nominative));
        PlanWords {
            name: name.unwrap_or_default(),
            point: only.map(|it| it.point.clone()).unwrap_or_default(),
            document: SafeText::from(kind.unwrap_or_default()),
        }
    }

    /// What stands around the table of a tactical plan of now.
    pub fn issued(&self) -> Issued {
        let settings = self.settings();
        Issued {
            organisation: settings.organisation.clone(),
            chair: settings.chair.as_ref().map(|id| self.paper_name(id)),
            document: self.issued_document(),
            look: settings.papers.clone(),
        }
    }

    /// The line of what is meant at the meeting, and of what is overdue beside it: a word about
    /// another occurrence does not take that one out of the plan.
    fn activity_placed(
        &self,
        activity: &Activity,
        view: &ActivityView,
        frame: &Frame,
    ) -> Vec<Placed> {
        let meant = self.standing(activity.key, frame.date).and_then(|meant| {
            // What was closed at this meeting leaves the plan; the next one may take its place.
            if meant.is_closed() {
                self.next_open(activity, view, meant.index, frame.date)
            } else {
                Some(meant)
            }
        });
        let overdue = self
            .standing_owed(activity.key, frame.date)
            .filter(|owed| matches!(owed.timing, Timing::Overdue(_)))
            .filter(|owed| meant.as_ref().is_none_or(|meant| meant.index != owed.index));
        overdue
            .into_iter()
            .chain(meant)
            .filter_map(|standing| self.standing_placed(activity, view, &standing, frame))
            .collect()
    }

    fn standing_placed(
        &self,
        activity: &Activity,
        view: &ActivityView,
        standing: &Standing,
        frame: &Frame,
    ) -> Option<Placed> {
        let item = ItemKey::Activity(activity.key);
        let spoken_of = self.is_considered(frame.date, item);
        let due_before = self
            .course_before(activity.key, &standing.occurrence, frame.date)
            .due
            .filter(|due| Some(*due) != standing.due);
        let is_moved_now = due_before.is_some();
        let group = activity_group(
            &activity.title,
            view,
            standing,
            frame,
            spoken_of,
            is_moved_now,
        );
        let ahead = standing
            .due
            .is_some_and(|due| frame.look_ahead.contains(due));
        if group.is_none() && !ahead {
            return None;
        }
        let before = self.mark_before(activity.key, standing.occurrence.window.first, frame.date);
        Some(Placed {
            group,
            line: Line {
                number: 0,
                task: activity.title.clone(),
                activity: Some(activity.key),
                point: self.paper_point(activity.key),
                responsible_subject: names(self, &view.responsible),
                executors: names(self, &view.executors),
                due: standing.due,
                result: activity.result.clone(),
                no_result: activity.result.is_blank().then_some(NoResult::OfDocument),
                basis: self.basis_at(frame.date, item).unwrap_or(Basis::Plan),
                before: before.map(|mark| mark.status.clone()),
                after: standing.status.clone(),
                due_before,
                occurrence: Some(standing.occurrence.window),
            },
        })
    }

    fn next_open(
        &self,
        activity: &Activity,
        view: &ActivityView,
        after: usize,
        date: Date,
    ) -> Option<Standing> {
        (after + 1..view.occurrences.len())
            .filter_map(|index| self.standing_of(activity.key, index, date))
            .find(|standing| !standing.is_closed())
    }

    fn assignment_placed(&self, assignment: &AssignmentView, frame: &Frame) -> Option<Placed> {
        if assignment.state.is_closed() {
            return None;
        }
        let given_now = assignment.origin == Origin::Meeting(frame.date);
        let words = self.ledger().standing_controls(assignment.id);
        let moved = words.iter().any(|word| {
            word.meeting == Some(frame.date) && matches!(word.control, Control::Extended { .. })
        });
        let group = match assignment.timing {
            Timing::Overdue(_) => Some(GroupKind::OverdueOrMoved),
            _ if moved => Some(GroupKind::OverdueOrMoved),
            _ if assignment.due.is_some_and(|due| frame.period.contains(due)) => {
                Some(GroupKind::DueThisWeek)
            }
            _ if assignment.due.is_none() => Some(GroupKind::Continuing),
            // What has a date is no standing work.
            _ if given_now => Some(GroupKind::Later),
            _ if assignment
                .due
                .is_some_and(|due| frame.look_ahead.contains(due)) =>
            {
                None
            }
            _ => return None,
        };
        let activity = match assignment.item {
            ItemKey::Activity(id) => self.activity(id),
            _ => None,
        };
        let basis = match assignment.origin {
            Origin::Meeting(date) if date == frame.date => Basis::Item(assignment.number.clone()),
            Origin::Between(date) => Basis::Given { date },
            Origin::Meeting(date) => Basis::EarlierMinutes {
                date,
                number: self
                    .ledger()
                    .meeting(date)
                    .and_then(|meeting| meeting.number),
                item: assignment.number.clone(),
            },
        };
        let before = self.assignment(assignment.id, frame.date.plus_days(-1));
        Some(Placed {
            group,
            line: Line {
                number: 0,
                task: assignment.text.clone(),
                activity: activity.map(|(activity, _)| activity.key),
                point: activity.and_then(|(activity, _)| self.paper_point(activity.key)),
                responsible_subject: activity
                    .map(|(_, view)| names(self, &view.responsible))
                    .unwrap_or_default(),
                executors: assignment
                    .executors
                    .iter()
                    .map(|id| self.paper_name(id))
                    .collect(),
                due: assignment.due,
                result: activity
                    .map(|(activity, _)| activity.result.clone())
                    .unwrap_or_default(),
                no_result: match activity {
                    Some((activity, _)) if activity.result.is_blank() => Some(NoResult::OfDocument),
                    Some(_) => None,
                    None => Some(NoResult::OfAssignment),
                },
                basis,
                before: None,
                after: (assignment.state == AssignmentState::Reported).then_some(Status::Done),
                due_before: before
                    .filter(|_| !given_now)
                    .and_then(|before| before.due)
                    .filter(|due| Some(*due) != assignment.due),
                occurrence: None,
            },
        })
    }

    /// The question of a meeting a line rests on, where the item was dealt with there.
    fn basis_at(&self, date: Date, item: ItemKey) -> Option<Basis> {
        let number = self.question_number(date, item)?;
        Some(Basis::Item(SafeText::from(number.to_string())))
    }
}

/// The meeting a plan is made for.
struct Frame {
    date: Date,
    period: Span,
    look_ahead: Span,
}

fn activity_group(
    title: &str,
    view: &ActivityView,
    standing: &Standing,
    frame: &Frame,
    spoken_of: bool,
    is_moved_now: bool,
) -> Option<GroupKind> {
    let window = standing.occurrence.window;
    if matches!(standing.timing, Timing::Overdue(_)) || is_moved_now {
        return Some(GroupKind::OverdueOrMoved);
    }
    // What ends on a day that the look-ahead shows is no standing work, though it was spoken of.
    let ends = matches!(view.reading.kind, Kind::Windows | Kind::Event);
    let is_ahead = standing
        .due
        .is_some_and(|due| frame.look_ahead.contains(due));
    let goes_on = spoken_of && !(ends && is_ahead);
    if is_event(title, view.reading.kind, window) && !standing.is_moved {
        return window
            .intersection(frame.period)
            .map(|_days| GroupKind::Events)
            .or_else(|| goes_on.then_some(GroupKind::Continuing));
    }
    if standing.due.is_some_and(|due| frame.period.contains(due)) {
        return Some(GroupKind::DueThisWeek);
    }
    if frame.period.contains(window.first) && view.reading.kind != Kind::Recurrence {
        return Some(GroupKind::Starting);
    }
    (goes_on && window.first <= frame.period.last).then_some(GroupKind::Continuing)
}

fn names(workspace: &Workspace, mentions: &[Mention]) -> Vec<SafeText> {
    mentions
        .iter()
        .map(|mention| {
            let name = mention
                .subject
                .as_ref()
                .map_or_else(|| mention.text.clone(), |id| workspace.paper_name(id));
            match &mention.qualifier {
                Some(qualifier) => SafeText::from(format!("{name} ({qualifier})")),
                None => name,
            }
        })
        .collect()
}
