//! The documents screen: choose a meeting, a paper, formats; write.

use super::super::model::documents::{DocumentsState, Preview};
use super::super::model::{Action, Model, Notice, Screen};
use super::super::{fault, widget::text};
use super::{Effect, Export, Outside, moved, page_of};
use crate::document::template::TemplateFault;
use crate::document::{Format, Request, render};
use crate::domain::date::{Date, Span};
use crate::domain::meeting::MeetingState;
use crate::domain::subject::SubjectId;

fn state(model: &Model) -> Option<&DocumentsState> {
    match model.screen() {
        Some(Screen::Documents(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(model: &mut Model) -> Option<&mut DocumentsState> {
    match model.screen_mut() {
        Some(Screen::Documents(state)) => Some(state),
        _ => None,
    }
}

/// The meetings that have papers, newest first; above them the next one, which has an agenda.
pub fn meetings(model: &Model) -> Vec<Date> {
    let mut days: Vec<Date> = model
        .workspace
        .ledger()
        .meetings()
        .values()
        .filter(|meeting| !matches!(meeting.state, MeetingState::NotHeld { .. }))
        .map(|meeting| meeting.date)
        .collect();
    let next = model.workspace.meeting_to_offer(model.today);
    if !days.contains(&next) {
        days.push(next);
    }
    days.sort_unstable_by(|one, other| other.cmp(one));
    days
}

/// The meeting under the cursor.
pub fn chosen(model: &Model, state: &DocumentsState) -> Option<Date> {
    let days = meetings(model);
    state
        .selected
        .filter(|day| days.contains(day))
        .or_else(|| {
            // The newest that was held, not the one to come.
            days.iter()
                .find(|day| model.workspace.ledger().meeting(**day).is_some())
                .copied()
        })
        .or_else(|| days.first().copied())
}

/// The papers of a meeting: what was held has all of them, what is to come its agenda.
pub fn papers(model: &Model, day: Date) -> Vec<Request> {
    let Some(minutes) = model.workspace.minutes(day) else {
        return vec![Request::Agenda(day)];
    };
    let mut papers = vec![
        Request::Minutes(day),
        Request::TacticalPlan(day),
        Request::Agenda(day),
    ];
    papers.extend(Span::new(day.start_of_month(), day.end_of_month()).map(Request::Report));
    let mut executors: Vec<SubjectId> = Vec::new();
    for decided in minutes.items.iter().flat_map(|item| &item.decided) {
        for name in &decided.executors {
            let known = model.workspace.subjects().find(name);
            if let Some(subject) = known.filter(|one| !executors.contains(&one.id)) {
                executors.push(subject.id.clone());
            }
        }
    }
    papers.extend(executors.into_iter().map(|id| Request::Extract(day, id)));
    papers
}

/// The paper that is shown.
pub fn shown(model: &Model, state: &DocumentsState) -> Option<Request> {
    let papers = papers(model, chosen(model, state)?);
    papers.get(state.paper).or_else(|| papers.first()).cloned()
}

/// A paper as plain text, or why it cannot be made.
pub(super) fn text_of(model: &Model, request: &Request) -> String {
    match render(request, Format::Text, &model.workspace, &model.templates) {
        Ok(rendered) => String::from_utf8_lossy(&rendered.bytes).into_owned(),
        Err(error) => fault::render_error(&model.texts, &error),
    }
}

/// Makes the preview anew when paper, state or width have changed.
pub fn refresh(model: &mut Model, width: usize) {
    let Some(request) = state(model).and_then(|state| shown(model, state)) else {
        return;
    };
    let revision = model.workspace.revision();
    let is_fresh = state(model)
        .and_then(|state| state.preview.as_ref())
        .is_some_and(|preview| {
            preview.request == request && preview.revision == revision && preview.width == width
        });
    if is_fresh {
        return;
    }
    let content = text_of(model, &request);
    let lines = content
        .replace('\u{c}', "")
        .lines()
        .flat_map(|line| {
            let wrapped = text::wrap(line, width);
            if wrapped.is_empty() {
                vec![String::new()]
            } else {
                wrapped
            }
        })
        .collect();
    if let Some(state) = state_mut(model) {
        state.preview = Some(Preview {
            request,
            revision,
            width,
            lines,
        });
    }
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let days = meetings(model);
    let page = page_of(model);
    let day = chosen(model, state(model)?);
    let index = days.iter().position(|one| Some(*one) == day).unwrap_or(0);
    match action {
        Action::PageDown => {
            let state = state_mut(model)?;
            state.scroll = state.scroll.saturating_add(page);
        }
        Action::PageUp => {
            let state = state_mut(model)?;
            state.scroll = state.scroll.saturating_sub(page);
        }
        Action::NextPaper | Action::PreviousPaper => {
            let count = papers(model, day?).len().max(1);
            let state = state_mut(model)?;
            let place = state.paper.min(count - 1);
            let step = if action == Action::NextPaper {
                1
            } else {
                count - 1
            };
            state.paper = (place + step) % count;
            state.scroll = 0;
        }
        Action::NextFormat => {
            let state = state_mut(model)?;
            state.format = (state.format + 1) % Format::ALL.len();
        }
        Action::ToggleFormat => {
            let state = state_mut(model)?;
            let format = *Format::ALL.get(state.format)?;
            if !state.formats.remove(&format) {
                state.formats.insert(format);
            }
        }
        Action::WriteDocument => {
            let request = shown(model, state(model)?);
            return Some(write(model, request.into_iter().collect()));
        }
        Action::WriteMeeting => {
            let requests = papers(model, day?);
            return Some(write(model, requests));
        }
        Action::WriteAllMeetings => {
            let requests = days
                .iter()
                .filter(|day| model.workspace.ledger().meeting(**day).is_some())
                .flat_map(|day| [Request::Minutes(*day), Request::TacticalPlan(*day)])
                .collect();
            return Some(write(model, requests));
        }
        _ => {
            let to = moved(action, index, days.len(), page)?;
            let to = days.get(to).copied();
            let state = state_mut(model)?;
            state.selected = to;
            state.scroll = 0;
        }
    }
    Some(Vec::new())
}

/// Asks the loop to write papers in the chosen formats, each in those it exists in.
fn write(model: &mut Model, requests: Vec<Request>) -> Vec<Effect> {
    let formats = state(model).map(|state| state.formats.clone());
    let files: Vec<(Request, Format)> = requests
        .into_iter()
        .flat_map(|request| {
            let available = request.kind().formats();
            let wanted: Vec<Format> = formats
                .iter()
                .flatten()
                .copied()
                .filter(|format| available.contains(format))
                .collect();
            wanted
                .into_iter()
                .map(move |format| (request.clone(), format))
        })
        .collect();
    if files.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("documents-no-format")));
        return Vec::new();
    }
    vec![Effect::Export(Export { files })]
}

/// The papers were written.
pub fn written(model: &mut Model, files: usize, kept: usize, place: &str) {
    let text = model.texts.with(
        "documents-written",
        &[("files", files.into()), ("place", place.to_owned().into())],
    );
    let kept = if kept > 0 {
        model.texts.with("documents-kept", &[("kept", kept.into())])
    } else {
        String::new()
    };
    model.notice = Some(Notice::done(format!("{text}{kept}")));
}

/// Papers were written, by the embedded template where the user's is broken.
pub fn template_broken(model: &mut Model, files: usize, broken: &TemplateFault) {
    let template = fault::template_line(&model.texts, broken);
    model.notice = Some(Notice::warning(model.texts.with(
        "papers-template-used",
        &[("template", template.into()), ("files", files.into())],
    )));
}

/// A paper could not be written; `files` were before it.
pub fn failed(model: &mut Model, files: usize, why: &str) {
    model.notice = Some(Notice::error(model.texts.with(
        "documents-failed",
        &[("files", files.into()), ("why", why.to_owned().into())],
    )));
}
