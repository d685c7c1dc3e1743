//! The screen of papers: choose a meeting, a paper, formats; write.

use super::surface::Hands;
use std::path::Path;

use crate::message;
use crate::paper::template::TemplateFault;
use crate::paper::{Format, Request};
use crate::tui::act::{Effect, Export, Outside};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice};
use crate::tui::open::{dispatch, prompt};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::papers::{chosen, meetings, offered, papers, shown, state, state_mut};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
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
        Action::Dispatch => return Some(dispatch::open(model, day?)),
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
