//! What is due on a day: assignments, and the lines of a tactical plan.

use super::super::DocumentRenderError;
use super::super::compose::{self, Reader};
use super::super::source::Source as PaperSource;
use super::super::wording::{date, decision, minutes_of, of_minutes};
use super::Source;
use super::text::{Calendar, Event, Standing};
use crate::domain::control::Control;
use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::minutes::{Decision, DecisionKind, Minutes};
use crate::domain::numbering::Decided;
use crate::domain::origin::Origin;
use crate::domain::safe_text::SafeText;
use crate::domain::tactical_plan::{Basis, Line, TacticalPlan};
use crate::domain::workspace::Workspace;

/// Due dates of the assignments minutes give, and of earlier ones they decide on; with a reader,
/// only of that reader's.
pub(in super::super) fn assignments(
    minutes: &Minutes,
    source: &PaperSource<'_>,
    reader: Option<&Reader>,
) -> Result<String, DocumentRenderError> {
    let head = &minutes.head;
    let own = Source::of_paper(source, head.date, head.state, head.version)?;
    let mut calendar = Calendar::new("Поручения", own);
    for decided in chosen(minutes, reader) {
        if let Some(event) = decided_event(decided, minutes, source.workspace) {
            calendar.all_day(&event);
        }
    }
    Ok(calendar.finish(
        head.date,
        &format!("{}: сроков нет", minutes_of(head.date, head.number)),
    ))
}

/// The decisions of minutes, or what of them concerns a reader.
fn chosen<'a>(minutes: &'a Minutes, reader: Option<&Reader>) -> Vec<&'a Decision> {
    if let Some(reader) = reader {
        let own = compose::decisions_of(minutes, reader).into_iter();
        return own.flat_map(|(_, _, own)| own).collect();
    }
    let items = minutes.items.iter();
    items.flat_map(|item| &item.decided).collect()
}

fn decided_event(decided: &Decision, minutes: &Minutes, workspace: &Workspace) -> Option<Event> {
    let head = &minutes.head;
    match &decided.kind {
        DecisionKind::Assignment => Assignment {
            id: id_of(workspace, head.date, &decided.number)?,
            text: &decided.text,
            executors: &decided.executors,
            due: decided.due?,
            place: point(&decided.number, head.date, head.number),
            standing: Standing::Open,
        }
        .event(),
        DecisionKind::Control {
            minutes,
            minutes_number,
            assignment,
            control,
            given,
            was_due,
        } => {
            let id = id_of(workspace, head.date, &decided.number)?;
            Assignment {
                id,
                text: &decided.text,
                executors: &decided.executors,
                due: decided.due.or(*was_due)?,
                place: match (minutes, given) {
                    (Some(day), _) => point(assignment, *day, *minutes_number),
                    (None, Some(day)) => format!("Поручение от {}", date(*day)),
                    (None, None) => String::new(),
                },
                standing: match control {
                    Control::Lifted => Standing::Done,
                    Control::Dropped { .. } => Standing::Cancelled,
                    _ => Standing::Open,
                },
            }
            .event()
        }
        DecisionKind::Decision | DecisionKind::Dropped => None,
    }
}

/// «Пункт 2.1 протокола от 25.05.2023 № 1»
fn point(number: &str, date: Date, minutes: Option<u32>) -> String {
    format!("Пункт {number} {}", of_minutes(date, minutes))
}

/// What every paper says of an assignment, so that one event has one text.
struct Assignment<'a> {
    id: Id,
    text: &'a SafeText,
    executors: &'a [SafeText],
    due: Date,
    place: String,
    standing: Standing,
}

impl Assignment<'_> {
    #[allow(
        clippy::unnecessary_wraps,
        reason = "what has no date ended before, at a question mark"
    )]
    fn event(self) -> Option<Event> {
        let said = Decision {
            number: SafeText::default(),
            kind: DecisionKind::Assignment,
            text: SafeText::line(self.text),
            executors: self.executors.to_vec(),
            controller: None,
            due: Some(self.due),
        };
        Some(Event {
            uid: format!("assignment-{}@planerka", self.id),
            day: self.due,
            what: who_does(self.executors, &said.text),
            description: format!("{}\n{}", decision(&said, None), self.place),
            category: "Поручение",
            standing: self.standing,
        })
    }
}

/// The assignment a number of minutes means. The journal keeps the numbers for ever; papers hold no
/// ids.
fn id_of(workspace: &Workspace, date: Date, number: &SafeText) -> Option<Id> {
    match workspace.numbering(date).at(number)? {
        Decided::Entry(id) | Decided::Control(id) => Some(id),
    }
}

/// Work given between meetings on a day, by its words.
fn given_on(workspace: &Workspace, date: Date, task: &SafeText) -> Option<Id> {
    let mut entries = workspace.ledger().entries();
    let found = entries.find(|entry| {
        entry.origin == Origin::Between(date) && SafeText::line(&entry.content.text) == *task
    });
    found.map(|entry| entry.id)
}

/// Due dates of the lines of a tactical plan.
pub(in super::super) fn tactical_plan(
    plan: &TacticalPlan,
    source: &PaperSource<'_>,
) -> Result<String, DocumentRenderError> {
    let of = &plan.minutes;
    let own = Source::of_paper(source, of.date, of.state, of.version)?;
    let mut calendar = Calendar::new("Тактический план", own.clone());
    for line in plan.lines() {
        let event = assignment_event(line, plan, source.workspace)
            .or_else(|| task_event(line, plan, &own, source.workspace));
        if let Some(event) = event {
            calendar.all_day(&event);
        }
    }
    Ok(calendar.finish(plan.minutes.date, "Тактический план: сроков нет"))
}

fn assignment_event(line: &Line, plan: &TacticalPlan, workspace: &Workspace) -> Option<Event> {
    let (id, place) = match &line.basis {
        Basis::EarlierMinutes { date, number, item } => {
            (id_of(workspace, *date, item)?, point(item, *date, *number))
        }
        Basis::Item(item) => {
            let of = &plan.minutes;
            (
                id_of(workspace, of.date, item)?,
                point(item, of.date, of.number),
            )
        }
        Basis::Given { date: given } => (
            given_on(workspace, *given, &line.task)?,
            format!("Поручение от {}", date(*given)),
        ),
        Basis::Plan => return None,
    };
    Assignment {
        id,
        text: &line.task,
        executors: &line.executors,
        due: line.due?,
        place,
        standing: Standing::Open,
    }
    .event()
}

fn task_event(
    line: &Line,
    plan: &TacticalPlan,
    source: &Source,
    workspace: &Workspace,
) -> Option<Event> {
    let due = line.due?;
    let date = plan.minutes.date;
    let uid = match line.activity {
        // The window names the occurrence for ever; its due date may move.
        Some(activity) => {
            let window = line.occurrence.map(|window| window.first);
            let window = window
                .or_else(|| window_of(activity, due, date, workspace))
                .unwrap_or(due);
            format!("activity-{}-{activity}-{window}@planerka", source.plan)
        }
        None => format!("line-{}-{date}-{}@planerka", source.plan, line.number),
    };
    // A plan with one column of people has them all as those who answer.
    let who = match line.executors.as_slice() {
        [] => &line.responsible_subject,
        executors => executors,
    };
    Some(Event {
        uid,
        day: due,
        what: who_does(who, &line.task),
        description: format!(
            "{}\nОжидаемый результат: {}\nОснование: {}",
            line.task,
            compose::tactical_plan_result(line),
            compose::basis(plan, &line.basis)
        ),
        category: "Тактический план",
        standing: match line.after {
            Some(Status::Done) => Standing::Done,
            Some(Status::Cancelled { .. }) => Standing::Cancelled,
            _ => Standing::Open,
        },
    })
}

/// «ЦНППМ АСОУ, ММС – Подготовить справку»; what nobody is named for stands by itself.
fn who_does(who: &[SafeText], what: &SafeText) -> String {
    let names: Vec<&str> = who.iter().map(SafeText::as_str).collect();
    if names.is_empty() {
        what.to_string()
    } else {
        format!("{} – {what}", names.join(", "))
    }
}

/// The window a line of a plan of an earlier program was about.
fn window_of(activity: ActivityKey, due: Date, day: Date, workspace: &Workspace) -> Option<Date> {
    let (_, view) = workspace.activity(activity)?;
    (0..view.occurrences.len())
        .filter_map(|index| workspace.standing_of(activity, index, day))
        .find(|standing| standing.due == Some(due) && !standing.is_closed())
        .map(|standing| standing.occurrence.window.first)
}
