//! The list of who owes what while it is empty: it says why, and what to press.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::deadline::Kind;
use crate::tui::model::Model;
use crate::tui::model::subjects::{Filter, SubjectsState};
use crate::tui::theme::Role;
use crate::tui::view::paint::{inset, row, wrapped};

/// An empty list says what to press.
pub(super) fn draw(model: &Model, state: &SubjectsState, inner: Rect, buffer: &mut Buffer) {
    let texts = &model.texts;
    let theme = &model.theme;
    let said = if state.filter == Filter::All && state.controller.is_none() {
        why_nobody(model)
    } else {
        texts.get("subjects-nothing-fits")
    };
    let style = theme.style(Role::Dim);
    let lines = wrapped(&said, usize::from(inner.width.saturating_sub(2)), style);
    for (line, content) in lines.iter().enumerate() {
        if let Some(place) = row(inner, line) {
            content.draw(inset(place, 1), buffer);
        }
    }
}

/// Why nobody owes anything: because nothing is open, or because nothing could be read.
fn why_nobody(model: &Model) -> String {
    let texts = &model.texts;
    let (mut all, mut unread, mut unknown) = (0, 0, 0);
    for (_, view) in model.workspace.activities() {
        all += 1;
        unread += usize::from(view.reading.kind == Kind::Unread && !view.corrected);
        let mut mentions = view.responsible.iter().chain(view.executors.iter());
        unknown += usize::from(!mentions.any(|it| it.subject.is_some()));
    }
    let counted = |n: usize| [("n", n.into()), ("all", all.into())];
    if all == 0 {
        return texts.get("subjects-no-activities");
    }
    let mut why = Vec::new();
    if unknown > 0 {
        why.push(texts.with("subjects-unknown", &counted(unknown)));
    }
    if unread > 0 {
        why.push(texts.with("subjects-unread", &counted(unread)));
    }
    if why.is_empty() {
        return texts.get("subjects-empty");
    }
    why.push(texts.get("subjects-why-check"));
    why.join(" ")
}
