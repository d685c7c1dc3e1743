//! The screen of papers: choose a meeting, a paper, formats; write.

use std::path::Path;

use super::super::model::choice::{ChoiceState, Choose, Line};
use super::super::model::papers::{OnDiffering, PapersState, Preview};
use super::super::model::prompt::Purpose;
use super::super::model::{Action, Model, Notice, Overlay, Screen};
use super::super::widget::text;
use super::{Effect, Export, Outside, moved, page_of, prompt};
use crate::domain::date::{Date, Span};
use crate::domain::meeting::MeetingState;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::discipline::AsOf;
use crate::message;
use crate::paper::template::TemplateFault;
use crate::paper::{Format, Request, render};

fn state(model: &Model) -> Option<&PapersState> {
    match model.screen() {
        Some(Screen::Papers(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(model: &mut Model) -> Option<&mut PapersState> {
    match model.screen_mut() {
        Some(Screen::Papers(state)) => Some(state),
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
pub fn chosen(model: &Model, state: &PapersState) -> Option<Date> {
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
    let month = Span::new(day.start_of_month(), day.end_of_month());
    papers.extend(month.map(|month| Request::Report(month, AsOf::end_of(month, model.today))));
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

/// The papers that can be looked through: the card of an activity, if the user came from one, and
/// those of the chosen meeting.
pub fn offered(model: &Model, state: &PapersState) -> Vec<Request> {
    let card = state.card.map(|card| Request::Card(card, model.today));
    let day = chosen(model, state);
    card.into_iter()
        .chain(day.into_iter().flat_map(|day| papers(model, day)))
        .collect()
}

/// The paper that is shown.
pub fn shown(model: &Model, state: &PapersState) -> Option<Request> {
    let papers = offered(model, state);
    papers.get(state.paper).or_else(|| papers.first()).cloned()
}

/// A paper as plain text, or why it cannot be made.
pub(super) fn text_of(model: &Model, request: &Request) -> String {
    match render(
        request,
        Format::Text,
        &model.workspace,
        &model.papers.templates,
    ) {
        Ok(rendered) => String::from_utf8_lossy(&rendered.bytes).into_owned(),
        Err(error) => message::render_error(&model.texts, &error),
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
            let count = offered(model, state(model)?).len().max(1);
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
        Action::WritePaper => {
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
        Action::ChoosePlace => {
            let place = model.papers.place.as_ref();
            let text = place.map_or_else(String::new, |place| place.display().to_string());
            return Some(prompt::open(model, Purpose::ExportPlace, &text));
        }
        Action::OpenFolder => return Some(vec![Effect::OpenFolder]),
        // Esc stops the writing before it leaves the screen.
        Action::Back if model.papers.writing.is_some() => return Some(vec![Effect::StopExport]),
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
    if model.papers.writing.is_some() {
        model.notice = Some(Notice::warning(model.texts.get("documents-writing-still")));
        return Vec::new();
    }
    if files.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("documents-no-format")));
        return Vec::new();
    }
    vec![Effect::Export(Export { files })]
}

/// Another directory for the papers; nothing for the usual one.
pub(super) fn set_place(model: &mut Model, text: &str) -> Vec<Effect> {
    model.overlays.pop();
    model.papers.place = (!text.is_empty()).then(|| text.into());
    Vec::new()
}

/// Asks what to do with a file that is there and was not written by this run.
pub fn ask_differing(model: &mut Model, path: &Path) {
    let line = |id: &str, answer| Line {
        text: model.texts.get(id),
        detail: String::new(),
        choose: Choose::Differing(answer),
        value: 0,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let state = ChoiceState {
        title: model
            .texts
            .with("documents-differing", &[("name", name.to_string().into())]),
        lines: vec![
            line("documents-differing-replace", OnDiffering::Replace),
            line("documents-differing-leave", OnDiffering::Leave),
            line("documents-differing-stop", OnDiffering::Stop),
        ],
        selected: 0,
        offset: 0,
    };
    model.overlays.push(Overlay::Choice(state));
}

/// Whether that question waits for its answer.
pub fn is_asking(model: &Model) -> bool {
    model.overlays.iter().any(|overlay| match overlay {
        Overlay::Choice(state) => state
            .lines
            .iter()
            .any(|line| matches!(line.choose, Choose::Differing(_))),
        _ => false,
    })
}

/// What became of papers that were to be written.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Files written, or found to be as they should.
    pub files: usize,
    /// Copies kept of what somebody had changed.
    pub kept: usize,
    /// Files left as they were.
    pub left: usize,
    /// Where they are.
    pub place: String,
    /// The user's template that was not used.
    pub broken: Option<TemplateFault>,
    /// Why it ended early.
    pub ended: Option<Ended>,
}

/// Why the writing ended before all was written.
#[derive(Clone, Debug)]
pub enum Ended {
    /// It was stopped.
    Stopped,
    /// It failed; in words.
    Failed(String),
}

/// The writing is over.
pub fn written(model: &mut Model, outcome: &Outcome) {
    model.papers.writing = None;
    let texts = &model.texts;
    let place = outcome.place.clone();
    let counted = [("files", outcome.files.into()), ("place", place.into())];
    let mut text = match &outcome.ended {
        Some(Ended::Stopped) => texts.with("documents-stopped", &counted),
        Some(Ended::Failed(why)) => texts.with(
            "documents-failed",
            &[("files", outcome.files.into()), ("why", why.clone().into())],
        ),
        None => texts.with("documents-written", &counted),
    };
    for (count, id) in [
        (outcome.kept, "documents-kept"),
        (outcome.left, "documents-left"),
    ] {
        if count > 0 {
            text.push_str(&texts.with(id, &[("count", count.into())]));
        }
    }
    if let Some(broken) = &outcome.broken {
        text = format!("{} {text}", message::template_line(texts, broken));
    }
    model.notice = Some(match (&outcome.ended, &outcome.broken) {
        (Some(Ended::Failed(_)), _) => Notice::error(text),
        (None, None) => Notice::done(text),
        _ => Notice::warning(text),
    });
}

/// The directory of the papers was handed to the system, or could not be.
pub fn folder_opened(model: &mut Model, place: &Path, failure: Option<&str>) {
    let place = place.display().to_string();
    model.notice = Some(match failure {
        None => Notice::done(
            model
                .texts
                .with("documents-folder", &[("place", place.into())]),
        ),
        Some(why) => Notice::warning(model.texts.with(
            "documents-folder-failed",
            &[("place", place.into()), ("why", why.to_owned().into())],
        )),
    });
}
