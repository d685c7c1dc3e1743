//! How the model looks. Drawing takes `&Model`; [`fit`] has put the scroll positions right before.

mod agenda_line;
mod areas;
pub(in crate::tui) mod ascii;
mod assign;
mod assignments;
mod attendance;
mod card;
mod card_line;
mod choice;
mod earlier;
mod edition;
mod entries;
mod event;
mod find;
mod finish;
mod form;
mod frame;
pub mod help;
mod hints;
mod import;
mod lines;
mod meeting;
mod overview;
pub(in crate::tui) mod paint;
mod papers;
mod plan;
pub mod pointer;
mod problems;
mod prompt;
mod search;
mod start;
mod status;
mod subjects;
mod surface;
mod themes;
mod tour;
mod unrecorded;
mod which_key;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::surface::Drawn;
use super::frames::Cursor;
use super::model::{Model, Overlay, Screen};
use super::theme::Role;
use super::widget::{cells, too_small};

pub use areas::Areas;
pub use card::trail;
pub(in crate::tui) use status::sign;

/// Draws one frame; tells where the terminal's cursor is.
pub fn draw(model: &Model, buffer: &mut Buffer) -> Cursor {
    let area = buffer.area;
    cells::ground(area, model.theme.style(Role::Text), buffer);
    if too_small::is_too_small(area) {
        too_small::render(area, buffer, &model.theme, &model.texts);
        return Cursor::Hidden;
    }
    let areas = Areas::of(model, area);
    frame::top(model, areas.top, buffer);
    unrecorded::draw(model, areas.banner, buffer);
    if let Some(screen) = model.screen() {
        drawn_screen(screen).draw(model, areas.body, buffer);
    }
    frame::bottom(model, &areas, buffer);
    let mut cursor = None;
    for overlay in &model.overlays {
        // What lies below has the keys no more.
        paint::take_resting_place(buffer);
        cursor = drawn_overlay(overlay).draw(model, areas.body, buffer);
    }
    if let Some(state) = &model.find {
        cursor = find::draw(model, state, areas.notice, buffer);
    }
    tour::draw(model, areas.tour, buffer);
    which_key::draw(model, areas.body, buffer);
    if model.ascii {
        ascii::apply(buffer);
    }
    let resting = paint::take_resting_place(buffer);
    match (cursor, resting) {
        (Some(place), _) => Cursor::Shown(place),
        (None, Some(place)) => Cursor::Resting(place),
        (None, None) => Cursor::Hidden,
    }
}

/// Puts the scroll positions right for the size of the terminal, so that what is chosen is seen.
pub fn fit(model: &mut Model) {
    let area = Rect::new(0, 0, model.size.width, model.size.height);
    if too_small::is_too_small(area) {
        return;
    }
    let body = Areas::of(model, area).body;
    let screen = model.screen().map(|it| drawn_screen(it).fit());
    let overlay = model.overlays.last().map(|it| drawn_overlay(it).fit());
    for fit in [screen, overlay].into_iter().flatten() {
        fit(model, body);
    }
}

/// How a screen is drawn.
fn drawn_screen(screen: &Screen) -> &dyn Drawn {
    match screen {
        Screen::Start(state) => state,
        Screen::Plan(state) => state,
        Screen::Meeting(state) => state,
        Screen::Subjects(state) => state,
        Screen::Assignments(state) => state,
        Screen::Papers(state) => state,
        Screen::Overview(state) => state,
    }
}

/// How an overlay is drawn.
fn drawn_overlay(overlay: &Overlay) -> &dyn Drawn {
    match overlay {
        Overlay::Prompt(state) => state.as_ref(),
        Overlay::Assign(state) => state.as_ref(),
        Overlay::Attendance(state) => state,
        Overlay::Finish(state) => state,
        Overlay::Search(state) => state.as_ref(),
        Overlay::Choice(state) => state,
        Overlay::Confirm(state) => state,
        Overlay::Reader(state) => state,
        Overlay::Help(state) => state.as_ref(),
        Overlay::Themes(state) => state.as_ref(),
        Overlay::Problems(state) => state,
        Overlay::Import(state) => state.as_ref(),
        Overlay::Form(state) => state,
        Overlay::Edition(state) => state.as_ref(),
        Overlay::Event(state) => state,
    }
}
