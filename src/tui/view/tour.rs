//! The step of the tour in a box below the screen it speaks of: nothing of the screen is covered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::tour::Step;
use super::super::model::{Action, Model, context};
use super::super::theme::Role;
use super::super::widget::{cells, text};
use super::paint::{Pieces, boxed, row};

/// In a window this low an open box has the room alone.
const LOW: u16 = 30;

/// Text, and the line that says how to go on.
fn lines(model: &Model, step: Step, width: usize) -> Vec<String> {
    let key = |context: &str, action: Action| {
        let keys = model.keymap.chords(context, action.name());
        keys.first().map(ToString::to_string).unwrap_or_default()
    };
    let texts = &model.texts;
    let meeting = |action| key(context::MEETING, action);
    let said = texts.with(
        step.text(),
        &[
            ("open", key(context::START, Action::OpenMeeting).into()),
            ("attendance", meeting(Action::Attendance).into()),
            ("all", meeting(Action::AllPresent).into()),
            ("done", meeting(Action::MarkDone).into()),
            ("progress", meeting(Action::MarkInProgress).into()),
            ("risk", meeting(Action::MarkAtRisk).into()),
            ("undo", meeting(Action::Undo).into()),
            ("redo", meeting(Action::Redo).into()),
            ("finish", meeting(Action::FinishMeeting).into()),
            ("help", meeting(Action::Help).into()),
            ("palette", meeting(Action::Palette).into()),
        ],
    );
    text::wrap(&said, width)
}

/// How many lines of the screen the tour takes.
pub(super) fn height(model: &Model, area: Rect) -> u16 {
    let Some(step) = model.tour else { return 0 };
    if !model.overlays.is_empty() && area.height < LOW {
        return 0;
    }
    let lines = lines(model, step, usize::from(area.width.saturating_sub(4)));
    u16::try_from(lines.len() + 3)
        .unwrap_or(area.height)
        .min(area.height / 2)
}

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let Some(step) = model.tour.filter(|_| area.height > 2) else {
        return;
    };
    let theme = &model.theme;
    let texts = &model.texts;
    cells::ground(area, theme.style(Role::Overlay), buffer);
    let title = texts.with(
        "tour-title",
        &[
            ("step", step.number().into()),
            ("of", Step::ALL.len().into()),
        ],
    );
    let inner = boxed(&title, false, area, buffer, theme);
    let inside = Rect {
        x: inner.x.saturating_add(1),
        width: inner.width.saturating_sub(2),
        ..inner
    };
    let lines = lines(model, step, usize::from(inside.width));
    for (place, line) in lines.iter().enumerate() {
        if let Some(at) = row(inside, place) {
            Pieces::new()
                .and(line.clone(), theme.style(Role::Overlay))
                .draw(at, buffer);
        }
    }
    let last = usize::from(inside.height.saturating_sub(1));
    if let Some(at) = row(inside, last) {
        let next = model
            .keymap
            .chords(model.context(), Action::Tour.name())
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        let help = texts.with("tour-help", &[("next", next.into())]);
        cells::ground(at, theme.style(Role::Overlay), buffer);
        Pieces::new()
            .and(
                text::pad(&help, usize::from(at.width)),
                theme.style(Role::Dim),
            )
            .draw(at, buffer);
    }
}
