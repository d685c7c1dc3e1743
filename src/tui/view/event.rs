//! An event with participants: its programme, the bodies with their quotas, the names.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::event::EventState;
use super::super::model::{Action, Model, Overlay};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::import::{place, shown};
use super::paint::{Pieces, cursor_ground, inset, lines_in, overlay, row, scroll_hint};
use crate::tui::select::cursor::key_of;
use crate::tui::select::event::{Look, lines};

fn fit(model: &mut Model, area: Rect) {
    let Some(Overlay::Event(state)) = model.overlays.last() else {
        return;
    };
    let total = lines(model, state.activity).len();
    let height = shown(area);
    if let Some(Overlay::Event(state)) = model.overlays.last_mut() {
        state.selected = state.selected.min(total.saturating_sub(1));
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.offset = view.fit(state.selected, total).offset;
    }
}

impl Drawn for EventState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let place = place(area);
        let point = model.workspace.point_or_dash(self.activity);
        let title = model.texts.with("event-title", &[("item", point.into())]);
        let inner = overlay(&title, place.width, place.height, area, buffer, theme);
        let lines = lines(model, self.activity);
        let height = shown(area);
        let list = Rect {
            height: u16::try_from(height).unwrap_or(inner.height),
            ..inner
        };
        for (at, line, content) in lines_in(&lines, self.offset, list) {
            let ground = cursor_ground(line == self.selected, Role::Overlay, at, buffer, theme);
            let (sign, role) = match content.look {
                Look::Head => ("", Role::Title),
                Look::Plain => ("  ", Role::Text),
                Look::Name => ("    ", Role::Executor),
                Look::Full => ("✓ ", Role::Present),
                Look::Wanting => ("? ", Role::AttendanceUnset),
                Look::Nobody => ("× ", Role::Absent),
            };
            let room = usize::from(at.width.saturating_sub(4));
            let detail = text::cut(&content.detail, room / 2).to_string();
            let gap = usize::from(!detail.is_empty()) * 2;
            let left = room.saturating_sub(text::width(&detail) + text::width(sign) + gap);
            Pieces::new()
                .and(sign, ground.patch(theme.style(role)))
                .and(
                    text::pad(&text::cut(&content.text, left), left),
                    ground.patch(theme.style(role)),
                )
                .and(" ".repeat(gap), ground)
                .and(detail, ground.patch(theme.style(Role::Dim)))
                .draw(inset(at, 2), buffer);
        }
        scroll_hint(self.offset, height, lines.len(), place, buffer, theme);
        if let Some(at) = row(inner, height) {
            let style = theme.style(Role::Overlay).patch(theme.style(Role::Dim));
            let key = |action| key_of(model, action).into();
            let help = model.texts.with(
                "event-help",
                &[
                    ("names", key(Action::Accept)),
                    ("nobody", key(Action::NobodyComes)),
                    ("invite", key(Action::Invite)),
                    ("quota", key(Action::EditQuota)),
                    ("programme", key(Action::EditProgramme)),
                    ("list", key(Action::ListParticipants)),
                    ("back", key(Action::Back)),
                ],
            );
            let room = usize::from(at.width.saturating_sub(2));
            Pieces::new()
                .and(text::whole_parts(&help, room).into_owned(), style)
                .draw(inset(at, 2), buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
