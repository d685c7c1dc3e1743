//! What an edition changes, looked over before it is adopted, or after.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::edition::{EditionState, Look, Shown};
use super::super::model::{Action, Model, Overlay};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::import::{place, shown};
use super::paint::{Pieces, cursor_ground, inset, lines_in, overlay, row, scroll_hint};
use crate::tui::select::edition::{document_name, document_of, key, refresh, unanswered};
use crate::tui::select::words::changed_document;

fn fit(model: &mut Model, area: Rect) {
    refresh(model, false);
    let height = shown(area);
    if let Some(Overlay::Edition(state)) = model.overlays.last_mut() {
        let view = Viewport {
            offset: state.offset,
            height,
        };
        // A question is seen whole, and what stands above the first line too.
        let last = state
            .lines
            .iter()
            .rposition(|line| line.question.is_some() && line.question.as_ref() == state.question())
            .unwrap_or(state.selected);
        let reach = last.min(state.selected + height.saturating_sub(1));
        state.offset = view.fit(reach, state.lines.len()).offset;
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.offset = view.fit(state.selected, state.lines.len()).offset;
    }
}

impl Drawn for EditionState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let place = place(area);
        let inner = overlay(
            &title(model, &self.shown),
            place.width,
            place.height,
            area,
            buffer,
            theme,
        );
        let height = shown(area);
        let list = Rect {
            height: u16::try_from(height).unwrap_or(inner.height),
            ..inner
        };
        for (at, line, content) in lines_in(&self.lines, self.offset, list) {
            let ground = cursor_ground(line == self.selected, Role::Overlay, at, buffer, theme);
            let role = match content.look {
                Look::Group => Role::Title,
                Look::Plain => Role::Text,
                Look::Dim => Role::Dim,
                Look::Asked => Role::Warning,
                Look::Answered => Role::Done,
                Look::Fate => Role::Accent,
            };
            Pieces::new()
                .and(content.text.clone(), ground.patch(theme.style(role)))
                .draw(inset(at, 2), buffer);
        }
        scroll_hint(self.offset, height, self.lines.len(), place, buffer, theme);
        if let Some(at) = row(inner, height) {
            let style = theme.style(Role::Overlay).patch(theme.style(Role::Dim));
            let room = usize::from(at.width.saturating_sub(2));
            let said = help(model, self);
            Pieces::new()
                .and(text::whole_parts(&said, room).into_owned(), style)
                .draw(inset(at, 2), buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

fn title(model: &Model, shown: &Shown) -> String {
    let texts = &model.texts;
    match shown {
        Shown::Proposed(_) => {
            let name = document_of(model, shown).map(|it| changed_document(model, it));
            let name = ("document", name.unwrap_or_default().into());
            texts.with("edition-screen", &[name])
        }
        Shown::Adopted(act) => {
            let name = ("document", document_name(model, shown).into());
            let edition = model.workspace.edition(*act);
            let from = edition.map_or_else(String::new, |it| texts.date_full(it.from));
            texts.with("edition-screen-adopted", &[name, ("from", from.into())])
        }
    }
}

fn help(model: &Model, state: &EditionState) -> String {
    let key = |action| key(model, action);
    let id = match state.proposal() {
        None => "edition-screen-help-adopted",
        Some(proposal) if unanswered(proposal) > 0 => "edition-screen-help",
        Some(_) => "edition-screen-help-sure",
    };
    model.texts.with(
        id,
        &[
            ("same", key(Action::SameText).into()),
            ("other", key(Action::OtherText).into()),
            ("accept", key(Action::Accept).into()),
            ("take", key(Action::AddItem).into()),
            ("back", key(Action::Back).into()),
        ],
    )
}
