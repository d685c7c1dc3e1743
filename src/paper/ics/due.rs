//! What is due on a day: assignments, and the lines of a tactical plan.

use super::super::compose;
use super::super::wording::{decision, of_minutes, question};
use super::Source;
use super::text::{Calendar, Event, Standing};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::minutes::{Decision, DecisionKind, Minutes, Question};
use crate::domain::plan::ActivityId;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::domain::tactical_plan::{Basis, Line, TacticalPlan};
use crate::domain::workspace::AssignmentState;
use crate::domain::workspace::Workspace;

/// Due dates of the assignments minutes give, and of earlier ones they decide on; with a subject,
/// only of that subject's.
pub(in super::super) fn assignments(
    minutes: &Minutes,
    workspace: &Workspace,
    subject: Option<&SubjectId>,
) -> String {
    let mut calendar = Calendar::new("Поручения", Source::of(workspace));
    let head = &minutes.head;
    let given = Given::at(workspace, minutes);
    for (asked, _, decided) in chosen(minutes, workspace, subject) {
        match &decided.kind {
            DecisionKind::Assignment => {
                given.event(workspace, asked, decided, &mut calendar);
            }
            DecisionKind::Control {
                minutes: Some(date),
                assignment,
                ..
            } => {
                let Some(earlier) = workspace.minutes(*date) else {
                    continue;
                };
                let given = Given::at(workspace, &earlier);
                for (asked, item) in earlier.agenda.iter().zip(&earlier.items) {
                    for decided in item.decided.iter().filter(|one| one.number == *assignment) {
                        given.event(workspace, asked, decided, &mut calendar);
                    }
                }
            }
            DecisionKind::Decision | DecisionKind::Control { .. } => {}
        }
    }
    calendar.finish(
        head.date,
        &format!("{}: сроков нет", of_minutes(head.date, head.number)),
    )
}

type Chosen<'a> = (&'a Question, &'a crate::domain::minutes::Item, &'a Decision);

/// The decisions of minutes, or what of them concerns a subject.
fn chosen<'a>(
    minutes: &'a Minutes,
    workspace: &Workspace,
    subject: Option<&SubjectId>,
) -> Vec<Chosen<'a>> {
    match subject {
        Some(subject) => compose::decisions_of(minutes, workspace, subject)
            .into_iter()
            .flat_map(|(asked, item, own)| own.into_iter().map(move |one| (asked, item, one)))
            .collect(),
        None => minutes
            .agenda
            .iter()
            .zip(&minutes.items)
            .flat_map(|(asked, item)| item.decided.iter().map(move |one| (asked, item, one)))
            .collect(),
    }
}

/// The assignments of one meeting by their numbers: the number may change when minutes are opened
/// again, the id does not.
struct Given {
    date: Date,
    number: Option<u32>,
    ids: Vec<(SafeText, Id)>,
}

impl Given {
    fn at(workspace: &Workspace, minutes: &Minutes) -> Self {
        Self {
            date: minutes.head.date,
            number: minutes.head.number,
            ids: ids(workspace, minutes.head.date),
        }
    }

    fn event(
        &self,
        workspace: &Workspace,
        asked: &Question,
        decided: &Decision,
        calendar: &mut Calendar,
    ) {
        let known = self
            .ids
            .iter()
            .find(|(number, _)| *number == decided.number);
        let Some(view) = known.and_then(|(_, id)| workspace.assignment(*id, Date::MAX)) else {
            return;
        };
        let Some(due) = view.due else { return };
        let now = Decision {
            due: Some(due),
            ..decided.clone()
        };
        let who: Vec<&str> = decided.executors.iter().map(SafeText::as_str).collect();
        calendar.all_day(&Event {
            uid: assignment_uid(view.id),
            day: due,
            what: format!("{} – {}", who.join(", "), decided.text),
            description: format!(
                "{}\nПункт {} {}\n{}",
                decision(&now, None),
                decided.number,
                of_minutes(self.date, self.number),
                question(asked)
            ),
            category: "Поручение",
            standing: match view.state {
                AssignmentState::Open | AssignmentState::Reported => Standing::Open,
                AssignmentState::Lifted => Standing::Done,
                AssignmentState::Dropped => Standing::Cancelled,
            },
        });
    }
}

fn ids(workspace: &Workspace, date: Date) -> Vec<(SafeText, Id)> {
    workspace
        .ledger()
        .entries()
        .filter(|entry| entry.meeting() == Some(date))
        .filter_map(|entry| Some((workspace.entry_number(entry)?, entry.id)))
        .collect()
}

fn assignment_uid(id: Id) -> String {
    format!("assignment-{id}@planerka")
}

/// Due dates of the lines of a tactical plan.
pub(in super::super) fn tactical_plan(plan: &TacticalPlan, workspace: &Workspace) -> String {
    let source = Source::of(workspace);
    let mut calendar = Calendar::new("Тактический план", source.clone());
    let own = ids(workspace, plan.minutes.date);
    for line in plan.lines() {
        let Some(dated) = dated(line, plan, &own, &source, workspace) else {
            continue;
        };
        let who: Vec<&str> = line.executors.iter().map(SafeText::as_str).collect();
        calendar.all_day(&Event {
            uid: dated.uid,
            day: dated.due,
            what: format!("{} – {}", who.join(", "), line.task),
            description: format!(
                "{}\nОжидаемый результат: {}\nОснование: {}",
                line.task,
                line.result,
                compose::basis(&line.basis)
            ),
            category: "Тактический план",
            standing: dated.standing,
        });
    }
    calendar.finish(plan.minutes.date, "Тактический план: сроков нет")
}

/// What a line is in every calendar it comes into.
struct Dated {
    uid: String,
    due: Date,
    standing: Standing,
}

fn dated(
    line: &Line,
    plan: &TacticalPlan,
    own: &[(SafeText, Id)],
    source: &Source,
    workspace: &Workspace,
) -> Option<Dated> {
    let assignment = match &line.basis {
        Basis::EarlierMinutes { date, item, .. } => ids(workspace, *date)
            .into_iter()
            .find(|(number, _)| number == item),
        Basis::Item(number) => own.iter().find(|(known, _)| known == number).cloned(),
        Basis::Given { .. } | Basis::Plan => None,
    };
    if let Some(view) = assignment.and_then(|(_, id)| workspace.assignment(id, Date::MAX)) {
        return Some(Dated {
            uid: assignment_uid(view.id),
            due: view.due?,
            standing: match view.state {
                AssignmentState::Open | AssignmentState::Reported => Standing::Open,
                AssignmentState::Lifted => Standing::Done,
                AssignmentState::Dropped => Standing::Cancelled,
            },
        });
    }
    let due = line.due?;
    let Some(activity) = line.activity else {
        let (date, number) = (plan.minutes.date, line.number);
        return Some(Dated {
            uid: format!("line-{}-{date}-{number}@planerka", source.plan),
            due,
            standing: Standing::Open,
        });
    };
    let meant = occurrence(activity, due, plan.minutes.date, workspace);
    let now = meant.and_then(|index| workspace.standing_of(activity, index, Date::MAX));
    // The window names the occurrence for ever; its due date may move.
    let window = now.as_ref().map_or(due, |now| now.occurrence.window.first);
    Some(Dated {
        uid: format!("activity-{}-{activity}-{window}@planerka", source.plan),
        due: now.as_ref().and_then(|now| now.due).unwrap_or(due),
        standing: match now.and_then(|now| now.status) {
            Some(Status::Done) => Standing::Done,
            Some(Status::Cancelled { .. }) => Standing::Cancelled,
            _ => Standing::Open,
        },
    })
}

/// Which occurrence a line of a plan of some day was about.
fn occurrence(activity: ActivityId, due: Date, day: Date, workspace: &Workspace) -> Option<usize> {
    let (_, view) = workspace.activity(activity)?;
    (0..view.occurrences.len()).find(|index| {
        workspace
            .standing_of(activity, *index, day)
            .is_some_and(|standing| standing.due == Some(due) && !standing.is_closed())
    })
}
