//! Who is there.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::attendance::AttendanceState;
use super::super::model::{Model, Overlay};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, centred, cursor_ground, inset, lines_in, overlay, row, scroll_hint};
use crate::tui::select::attendance;

const WIDTH: u16 = 92;

fn height(model: &Model, area: Rect) -> u16 {
    let seats = attendance::seats(model).len();
    u16::try_from(seats + 3)
        .unwrap_or(area.height)
        .clamp(6, area.height)
}

/// Where the box stands.
pub(super) fn place(model: &Model, area: Rect) -> Rect {
    centred(WIDTH, height(model, area), area)
}

fn fit(model: &mut Model, area: Rect) {
    let total = attendance::seats(model).len();
    let shown = usize::from(height(model, area).saturating_sub(3));
    if let Some(Overlay::Attendance(state)) = model.overlays.last_mut() {
        state.selected = state.selected.min(total.saturating_sub(1));
        let view = Viewport {
            offset: state.offset,
            height: shown,
        };
        state.offset = view.fit(state.selected, total).offset;
    }
}

impl Drawn for AttendanceState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let texts = &model.texts;
        let seats = attendance::seats(model);
        let (present, members) = attendance::count(model);
        let title = texts.with(
            "attendance-title",
            &[("present", present.into()), ("members", members.into())],
        );
        let height = height(model, area);
        let inner = overlay(&title, WIDTH, height, area, buffer, theme);
        let meeting = model
            .meeting_date()
            .and_then(|date| model.workspace.ledger().meeting(date));
        // The last line says how many there are.
        let seats_area = Rect {
            height: inner.height.saturating_sub(1),
            ..inner
        };
        for (at, place, who) in lines_in(&seats, self.offset, seats_area) {
            let ground = cursor_ground(place == self.selected, Role::Overlay, at, buffer, theme);
            let presence = meeting.and_then(|meeting| meeting.presence(who));
            let (sign, role, state_text) = match presence {
                None => ("?", Role::AttendanceUnset, texts.get("presence-unknown")),
                Some(presence) if presence.is_present() => {
                    ("✓", Role::Present, texts.presence(presence))
                }
                Some(presence) => ("×", Role::Absent, texts.presence(presence)),
            };
            let room = usize::from(inner.width).saturating_sub(4);
            let state_room = (room / 3).max(14);
            let name_room = room.saturating_sub(state_room + 1);
            let name = model.workspace.short_name(who);
            let guest = if place < model.workspace.settings().members.len() {
                String::new()
            } else {
                format!(" ({})", texts.get("attendance-guest"))
            };
            let name = format!("{name}{guest}");
            Pieces::new()
                .and(format!("{sign} "), ground.patch(theme.style(role)))
                .and(text::pad(&text::cut(&name, name_room), name_room), ground)
                .and(" ", ground)
                .and(
                    text::cut(&state_text, state_room).to_string(),
                    ground.patch(theme.style(role)),
                )
                .draw(inset(at, 2), buffer);
        }
        if let Some(at) = row(inner, usize::from(inner.height.saturating_sub(1))) {
            Pieces::new()
                .and(
                    format!(
                        " {}",
                        text::whole_parts(
                            &texts.get("attendance-help"),
                            usize::from(at.width.saturating_sub(1))
                        )
                    ),
                    theme.style(Role::Dim),
                )
                .draw(at, buffer);
        }
        let place = place(model, area);
        scroll_hint(
            self.offset,
            usize::from(seats_area.height),
            seats.len(),
            place,
            buffer,
            theme,
        );
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
