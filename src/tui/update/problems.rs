//! What is wrong in the state directory: a list with the ways out of each.

use super::super::model::choice::{ConfirmState, Consequence, ReaderState};
use super::super::model::problems::{ProblemsState, WayOut};
use super::super::model::{Access, Action, Model, Notice, Overlay};
use super::choice::passed_on;
use super::{Effect, moved, page_of};
use crate::domain::date::Date;
use crate::domain::safe_text::SafeText;
use crate::store::document::DocumentFault;
use crate::store::embedded;
use crate::store::finding::{Fault, Finding};
use crate::store::journal::parse_file_name;
use crate::store::mend::{Cure, is_damaged_line};
use crate::tui::widget::text;

/// Opens the list, or says that there is none.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.problems.findings.is_empty() {
        model.notice = Some(Notice::done(model.texts.get("notice-no-problems")));
        return Vec::new();
    }
    model
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Problems(_)));
    model
        .overlays
        .push(Overlay::Problems(ProblemsState::default()));
    Vec::new()
}

/// What the program itself can do about a problem. What a newer program wrote is good for that one,
/// what cannot be read cannot be copied before it is replaced, and the journal files of other
/// machines are theirs.
pub fn way_out(model: &Model, finding: &Finding) -> Option<WayOut> {
    let name = model.problems.name_of(&finding.place.path);
    let in_journal = name.strip_prefix("journal/");
    match &finding.fault {
        Fault::SyncConflict => in_journal.map(|_| WayOut::Mend(Cure::Copies)),
        fault if is_damaged_line(fault) => {
            let (writer, _part) = parse_file_name(in_journal?)?;
            (writer == model.writer).then_some(WayOut::Mend(Cure::Lines))
        }
        Fault::Document(DocumentFault::NewerFormat { .. } | DocumentFault::Unreadable(_)) => None,
        Fault::Document(_) if embedded::ALL.iter().any(|(known, _)| *known == name) => {
            Some(WayOut::Mend(Cure::Embedded(name)))
        }
        Fault::Document(_) => {
            let day: Date = ["minutes/", "tactical-plans/"]
                .iter()
                .find_map(|folder| name.strip_prefix(folder)?.strip_suffix(".ron"))?
                .parse()
                .ok()?;
            let is_on_record = model.workspace.ledger().meeting(day).is_some();
            is_on_record.then_some(WayOut::Papers(day))
        }
        _ => None,
    }
}

/// The chosen problem.
pub fn selected(model: &Model) -> Option<&Finding> {
    match model.overlays.last() {
        Some(Overlay::Problems(state)) => model.problems.findings.get(state.selected),
        _ => None,
    }
}

pub(super) fn run(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let count = model.problems.findings.len();
    let Some(Overlay::Problems(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, count, page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    let finding = selected(model).cloned();
    match action {
        Action::Accept => Some(
            finding
                .map(|finding| Effect::ShowFile(finding.place.path, finding.place.line))
                .into_iter()
                .collect(),
        ),
        Action::MendFile => Some(mend(model, finding.as_ref())),
        Action::OpenReadOnly if matches!(model.access, Access::ReadOnly(_)) => {
            model.notice = Some(Notice::warning(model.texts.get("notice-reading-already")));
            Some(Vec::new())
        }
        Action::OpenReadOnly => {
            model.overlays.pop();
            Some(vec![Effect::OnlyRead])
        }
        _ => passed_on(model, action),
    }
}

fn mend(model: &mut Model, finding: Option<&Finding>) -> Vec<Effect> {
    match finding.and_then(|finding| way_out(model, finding)) {
        Some(WayOut::Mend(cure)) => {
            let texts = &model.texts;
            let text = match &cure {
                Cure::Embedded(name) => {
                    texts.with("confirm-mend", &[("name", name.clone().into())])
                }
                Cure::Copies => texts.get("confirm-take-over"),
                Cure::Lines => texts.get("confirm-clear"),
            };
            model.overlays.push(Overlay::Confirm(ConfirmState {
                text,
                consequence: Consequence::Mend(cure),
            }));
            Vec::new()
        }
        Some(WayOut::Papers(day)) => vec![Effect::RestorePapers(day)],
        None => {
            model.notice = Some(Notice::warning(model.texts.get("notice-no-cure")));
            Vec::new()
        }
    }
}

/// Shows the text of a file, its lines numbered, long ones going on below; `line` is in sight.
pub fn show_file(model: &mut Model, name: &str, content: &str, line: usize) {
    let digits = content.lines().count().to_string().len();
    let room = usize::from(model.size.width.min(96)).saturating_sub(digits + 7);
    let mut lines = Vec::new();
    let mut chosen = 0;
    for (number, source) in (1..).zip(content.lines()) {
        if number == line {
            chosen = lines.len();
        }
        let safe = SafeText::new(source);
        for (place, part) in text::wrap(&safe, room.max(1)).iter().enumerate() {
            lines.push(if place == 0 {
                format!("{number:digits$} │ {part}")
            } else {
                format!("{:digits$} │ {part}", "")
            });
        }
    }
    if lines.is_empty() {
        lines.push(model.texts.get("reader-empty-file"));
    }
    model.overlays.push(Overlay::Reader(ReaderState {
        title: name.to_owned(),
        lines,
        offset: chosen.saturating_sub(2),
        selected: chosen,
    }));
}

/// The problems have changed: a list of none goes away.
pub fn refresh(model: &mut Model) {
    let count = model.problems.findings.len();
    if count == 0 {
        model
            .overlays
            .retain(|overlay| !matches!(overlay, Overlay::Problems(_)));
    }
    for overlay in &mut model.overlays {
        if let Overlay::Problems(state) = overlay {
            state.selected = state.selected.min(count.saturating_sub(1));
        }
    }
}
