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
mod themes;
mod tour;
mod unrecorded;
mod which_key;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::model::{Model, Overlay, Screen};
use super::theme::Role;
use super::widget::too_small;

pub use areas::Areas;
pub use card::trail;
pub(in crate::tui) use status::sign;

/// Draws one frame; tells where the terminal's cursor rests, hidden, when it is in no text field.
pub fn draw(model: &Model, frame: &mut Frame<'_>) -> Option<Position> {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(area, model.theme.style(Role::Text));
    if too_small::is_too_small(area) {
        too_small::render(area, buffer, &model.theme, &model.texts);
        return None;
    }
    let areas = Areas::of(model, area);
    frame::top(model, areas.top, buffer);
    unrecorded::draw(model, areas.banner, buffer);
    match model.screen() {
        Some(Screen::Start(state)) => start::draw(model, state, areas.body, buffer),
        Some(Screen::Plan(state)) => plan::draw(model, state, areas.body, buffer),
        Some(Screen::Meeting(state)) => meeting::draw(model, state, areas.body, buffer),
        Some(Screen::Subjects(state)) => subjects::draw(model, state, areas.body, buffer),
        Some(Screen::Assignments(state)) => {
            assignments::draw(model, state, areas.body, buffer);
        }
        Some(Screen::Papers(state)) => papers::draw(model, state, areas.body, buffer),
        Some(Screen::Overview(state)) => overview::draw(model, state, areas.body, buffer),
        None => {}
    }
    frame::bottom(model, &areas, buffer);
    let mut cursor = None;
    for overlay in &model.overlays {
        // What lies below has the keys no more.
        paint::take_resting_place(buffer);
        cursor = match overlay {
            Overlay::Prompt(state) => prompt::draw(model, state, areas.body, buffer),
            Overlay::Assign(state) => assign::draw(model, state, areas.body, buffer),
            Overlay::Search(state) => search::draw(model, state, areas.body, buffer),
            Overlay::Attendance(state) => {
                attendance::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Finish(state) => {
                finish::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Choice(state) => {
                choice::draw_choice(model, state, areas.body, buffer);
                None
            }
            Overlay::Confirm(state) => {
                choice::draw_confirm(model, state, areas.body, buffer);
                None
            }
            Overlay::Reader(state) => {
                choice::draw_reader(model, state, areas.body, buffer);
                None
            }
            Overlay::Help(state) => help::draw(model, state, areas.body, buffer),
            Overlay::Themes(state) => {
                themes::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Import(state) => {
                import::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Form(state) => {
                form::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Edition(state) => {
                edition::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Event(state) => {
                event::draw(model, state, areas.body, buffer);
                None
            }
            Overlay::Problems(state) => {
                problems::draw(model, *state, areas.body, buffer);
                None
            }
        };
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
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
        return None;
    }
    resting
}

/// Puts the scroll positions right for the size of the terminal, so that what is chosen is seen.
pub fn fit(model: &mut Model) {
    let area = Rect::new(0, 0, model.size.width, model.size.height);
    if too_small::is_too_small(area) {
        return;
    }
    let body = Areas::of(model, area).body;
    match model.screen() {
        Some(Screen::Start(_)) => start::fit(model, body),
        Some(Screen::Plan(_)) => plan::fit(model, body),
        Some(Screen::Meeting(_)) => meeting::fit(model, body),
        Some(Screen::Subjects(_)) => subjects::fit(model, body),
        Some(Screen::Assignments(_)) => assignments::fit(model, body),
        Some(Screen::Papers(_)) => papers::fit(model, body),
        Some(Screen::Overview(_)) => overview::fit(model, body),
        None => {}
    }
    match model.overlays.last() {
        Some(Overlay::Attendance(_)) => attendance::fit(model, body),
        Some(Overlay::Finish(_)) => finish::fit(model, body),
        Some(Overlay::Search(_)) => search::fit(model, body),
        Some(Overlay::Choice(_) | Overlay::Reader(_)) => choice::fit(model, body),
        Some(Overlay::Themes(_)) => themes::fit(model, body),
        Some(Overlay::Import(_)) => import::fit(model, body),
        Some(Overlay::Form(_)) => form::fit(model, body),
        Some(Overlay::Problems(_)) => problems::fit(model, body),
        Some(Overlay::Edition(_)) => edition::fit(model, body),
        Some(Overlay::Event(_)) => event::fit(model, body),
        _ => {}
    }
}
