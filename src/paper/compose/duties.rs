//! «Выписка из документов на контроле»: everything one executor has to do by all documents, with
//! marks, and what minutes assigned to it.

use super::super::model::{Block, Orientation, Paper, Part, Role, Row, Table};
use super::super::wording::{by_itself, date, russian, sentence};
use super::execution::{number_of, official};
use super::head::{issuer, signed_by_secretary};
use super::standing::said;
use crate::domain::date::Date;
use crate::domain::document::{Activity, Document};
use crate::domain::subject::{Mention, SubjectId};
use crate::domain::workspace::{ActivityView, AssignmentView, Role as Capacity, Timing, Workspace};

/// The columns of the extract, with their widths.
pub(in super::super) const DUTIES: [(&str, u16); 6] = [
    ("Документ", 8),
    ("Пункт", 4),
    ("Содержание", 15),
    ("В качестве", 6),
    ("Срок", 8),
    ("Отметка", 7),
];

/// A line of the extract.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Line {
    document: String,
    cells: [String; 5],
    is_overdue: bool,
    is_open: bool,
}

/// In which capacity a subject, or a group it belongs to, is named by an activity; the weightiest.
fn capacity(
    workspace: &Workspace,
    activity: &Activity,
    view: &ActivityView,
    who: &[SubjectId],
) -> Option<Capacity> {
    let means = |mention: &Mention| mention.subject.as_ref().is_some_and(|it| who.contains(it));
    if view.responsible.iter().any(means) {
        return Some(Capacity::Responsible);
    }
    match view.executors.iter().position(means) {
        Some(0) => return Some(Capacity::Executor),
        Some(_) => return Some(Capacity::CoExecutor),
        None => {}
    }
    let controllers = workspace.controllers(activity.key);
    let is_controller = controllers.iter().any(|id| who.contains(id));
    is_controller.then_some(Capacity::Controller)
}

/// The subject with the groups it belongs to.
fn meant(workspace: &Workspace, who: &SubjectId) -> Vec<SubjectId> {
    let groups = workspace.subjects().groups_of(who).into_iter();
    std::iter::once(who.clone())
        .chain(groups.map(|group| group.id.clone()))
        .collect()
}

fn of_document(
    workspace: &Workspace,
    document: &Document,
    who: &[SubjectId],
    day: Date,
) -> Vec<Line> {
    let lines = document.activities().filter_map(|activity| {
        let (_, view) = workspace.activity(activity.key)?;
        let capacity = capacity(workspace, activity, view, who)?;
        let standing = workspace
            .standing_owed(activity.key, day)
            .or_else(|| workspace.standing(activity.key, day));
        let term = if activity.term.is_blank() {
            "не установлен".to_owned()
        } else {
            activity.term.to_string()
        };
        Some(Line {
            document: official(document),
            cells: [
                number_of(workspace, activity),
                by_itself(&activity.title).to_string(),
                russian().role(capacity),
                term,
                standing
                    .as_ref()
                    .map(|it| said(workspace, activity.key, it, day))
                    .unwrap_or_default(),
            ],
            is_overdue: standing
                .as_ref()
                .is_some_and(|it| matches!(it.timing, Timing::Overdue(_))),
            is_open: standing.as_ref().is_some_and(|it| !it.is_closed()),
        })
    });
    lines.collect()
}

/// Where assignments stand that are of no document.
const MINUTES: &str = "Поручения по протоколам";

fn of_minutes(workspace: &Workspace, who: &[SubjectId], day: Date) -> Vec<Line> {
    let capacity = |view: &AssignmentView| {
        let place = view.executors.iter().position(|id| who.contains(id));
        match place {
            Some(0) => Some(Capacity::Executor),
            Some(_) => Some(Capacity::CoExecutor),
            None => {
                let controller = view.controller.as_ref();
                controller
                    .filter(|id| who.contains(*id))
                    .map(|_| Capacity::Controller)
            }
        }
    };
    let assignments = workspace.assignments_on(day);
    let open = assignments.all().iter().filter(|it| !it.state.is_closed());
    open.filter_map(|view| {
        let due = view.due.map_or_else(|| "без срока".to_owned(), date);
        Some(Line {
            document: MINUTES.to_owned(),
            cells: [
                russian().assignment_name(&view.number, view.origin.day()),
                view.text.to_string(),
                russian().role(capacity(view)?),
                due,
                match view.timing {
                    Timing::Overdue(_) => russian().timing(view.timing),
                    _ => russian().assignment_state(view.state),
                },
            ],
            is_overdue: matches!(view.timing, Timing::Overdue(_)),
            is_open: true,
        })
    })
    .collect()
}

fn lines(workspace: &Workspace, who: &SubjectId, day: Date) -> Vec<Line> {
    let who = meant(workspace, who);
    let documents = workspace.documents().iter();
    let mut lines: Vec<Line> = documents
        .filter(|document| workspace.off_control(document, day).is_none())
        .flat_map(|document| of_document(workspace, document, &who, day))
        .collect();
    lines.extend(of_minutes(workspace, &who, day));
    lines
}

/// A row a point: document, number, what, in which capacity, by when, how it stands.
pub(in super::super) fn duty_rows(
    workspace: &Workspace,
    who: &SubjectId,
    day: Date,
) -> Vec<[String; 6]> {
    let lines = lines(workspace, who, day).into_iter();
    lines
        .map(|line| {
            let [number, what, role, term, mark] = line.cells;
            [line.document, number, what, role, term, mark]
        })
        .collect()
}

/// The extract; `None` when nobody has the id.
pub(in super::super) fn duties(workspace: &Workspace, who: &SubjectId, day: Date) -> Option<Paper> {
    workspace.subject(who)?;
    let name = workspace.paper_name(who);
    let mut part = Part {
        orientation: Orientation::Landscape,
        ..Part::default()
    };
    issuer(&mut part, workspace);
    part.text(Role::Kind, "ВЫПИСКА");
    part.text(Role::Heading, "из документов на контроле");
    part.text(Role::Flush, format!("Для исполнения: {}", sentence(&name)));
    part.text(Role::Body, format!("По состоянию на {}.", date(day)));
    let all = lines(workspace, who, day);
    if all.is_empty() {
        part.text(Role::Body, "Документы на контроле ничего не поручают.");
    } else {
        let count = |is: fn(&Line) -> bool| all.iter().filter(|line| is(line)).count();
        part.text(
            Role::Body,
            format!(
                "Всего пунктов и поручений: {}, не исполнено: {}, просрочено: {}.",
                all.len(),
                count(|line| line.is_open),
                count(|line| line.is_overdue)
            ),
        );
        let [_, columns @ ..] = DUTIES;
        let mut table = Table::new(&columns);
        let mut document = None;
        for line in &all {
            if document != Some(&line.document) {
                document = Some(&line.document);
                table.rows.push(Row::Group(line.document.clone()));
            }
            table.push(line.cells.clone());
        }
        part.blocks.push(Block::Table(table));
    }
    signed_by_secretary(&mut part, workspace);
    Some(
        Paper {
            subject: format!("Выписка из документов на контроле на {}: {name}", date(day)),
            issuer: workspace.settings().organisation.to_string(),
            parts: vec![part],
        }
        .typeset(),
    )
}
