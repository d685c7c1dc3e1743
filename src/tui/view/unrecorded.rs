//! The line that stays on every screen as long as something is not recorded.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::Model;
use super::super::theme::Role;
use super::super::widget::cells;
use super::paint::Pieces;
use crate::message;

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let Some(unrecorded) = &model.unrecorded else {
        return;
    };
    let style = model.theme.style(Role::Error);
    let text = model.texts.with(
        "banner-unrecorded",
        &[
            ("n", unrecorded.acts.len().into()),
            (
                "why",
                message::why_not_recorded(&model.texts, &unrecorded.why).into(),
            ),
        ],
    );
    cells::ground(area, style, buffer);
    Pieces::new()
        .and(" ‼ ", style)
        .and(text, style)
        .draw(area, buffer);
}
