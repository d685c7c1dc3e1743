//! The search: a field and what fits below it.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::model::search::{SearchState, Target, Use};
use super::super::model::{Model, Overlay, context};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, centred, cursor_ground, overlay, row, scroll_hint};
use crate::tui::select::agenda::item_name;
use crate::tui::select::glossary::explained;
use crate::tui::select::search::entry_text;

const WIDTH: u16 = 100;

fn height(area: Rect) -> u16 {
    area.height.min(24)
}

/// Where the box stands.
pub(super) fn place(area: Rect) -> Rect {
    centred(WIDTH, height(area), area)
}

fn fit(model: &mut Model, area: Rect) {
    let shown = usize::from(height(area).saturating_sub(4));
    if let Some(Overlay::Search(state)) = model.overlays.last_mut() {
        let view = Viewport {
            offset: state.offset,
            height: shown,
        };
        state.offset = view.fit(state.selected, state.hits.len()).offset;
    }
}

impl Drawn for SearchState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let texts = &model.texts;
        let title = match self.purpose {
            Use::GoTo => texts.get("search-title"),
            Use::AddToAgenda => texts.get("search-title-agenda"),
            Use::Speaker(_) => texts.get("search-title-speaker"),
            Use::AskedBy(_) => texts.get("search-title-asked"),
            Use::Pair(old) => texts.with(
                "search-title-pair",
                &[("item", model.workspace.named(old).into())],
            ),
            Use::Identify => texts.get("search-title-identity"),
            Use::Run => texts.get("search-title-commands"),
        };
        let inner = overlay(&title, WIDTH, height(area), area, buffer, theme);
        let field = Rect {
            x: inner.x.saturating_add(1),
            width: inner.width.saturating_sub(2),
            height: 1,
            ..inner
        };
        let cursor = self.editor.render(field, buffer, theme);
        if let Some(at) = row(inner, 1) {
            let count = texts.with("search-count", &[("n", self.hits.len().into())]);
            Pieces::new()
                .and(format!(" {count}"), theme.style(Role::Dim))
                .draw(at, buffer);
        }
        if self.hits.is_empty()
            && let Some(at) = row(inner, 2)
        {
            Pieces::new()
                .and(
                    format!(" {}", texts.get("search-nothing")),
                    theme.style(Role::Dim),
                )
                .draw(at, buffer);
        }
        let shown = usize::from(inner.height.saturating_sub(2));
        for line in 0..shown {
            let place = self.offset + line;
            let (Some(at), Some(hit)) = (row(inner, line + 2), self.hits.get(place)) else {
                break;
            };
            let ground = cursor_ground(place == self.selected, Role::Overlay, at, buffer, theme);
            let (primary, detail) = shown_text(model, &hit.id);
            let room = at.width.saturating_sub(3);
            let detail_width = u16::try_from(text::width(&detail))
                .unwrap_or(0)
                .min(room / 3);
            let main = Rect {
                x: at.x.saturating_add(2),
                width: room.saturating_sub(detail_width + 1),
                ..at
            };
            let primary = text::cut(&primary, usize::from(main.width));
            let matched = ground.patch(theme.style(Role::Match));
            highlighted(&primary, &hit.highlights, ground, matched).draw(main, buffer);
            Pieces::new()
                .and(detail, ground.patch(theme.style(Role::Dim)))
                .draw(
                    Rect {
                        x: main.right().saturating_add(1),
                        width: detail_width,
                        ..at
                    },
                    buffer,
                );
        }
        scroll_hint(
            self.offset,
            shown,
            self.hits.len(),
            place(area),
            buffer,
            theme,
        );
        cursor
    }

    fn fit(&self) -> Fit {
        fit
    }
}

/// A text, perhaps cut, with the letters that were found: their places, in sequence.
fn highlighted(text: &str, found: &[usize], plain: Style, matched: Style) -> Pieces {
    let mut found = found.iter().peekable();
    let letters = text.chars().enumerate().map(|(place, letter)| {
        let is_found = found.next_if(|next| **next <= place).is_some();
        (is_found && letter != text::ELLIPSIS, letter)
    });
    let letters: Vec<(bool, char)> = letters.collect();
    let runs = letters.chunk_by(|(one, _), (other, _)| one == other);
    runs.fold(Pieces::new(), |pieces, run| {
        let is_found = run.first().is_some_and(|(is_found, _)| *is_found);
        let text: String = run.iter().map(|(_, letter)| letter).collect();
        pieces.and(text, if is_found { matched } else { plain })
    })
}

/// The text of a hit, as it was indexed, and a lighter one beside it.
fn shown_text(model: &Model, target: &Target) -> (String, String) {
    let texts = &model.texts;
    match target {
        Target::Activity(id) => {
            let due = model
                .workspace
                .standing(*id, model.day())
                .and_then(|standing| standing.due)
                .map(|due| texts.date_full(due))
                .unwrap_or_default();
            (model.workspace.named(*id), due)
        }
        Target::Subject(id) => (
            model.workspace.short_name(id).to_owned(),
            texts.get("search-subject"),
        ),
        Target::Assignment(id) => match model.workspace.assignment(*id, model.day()) {
            Some(view) => (
                format!(
                    "{} {}",
                    texts.assignment_number(&view.number, view.origin.day()),
                    view.text
                ),
                texts.assignment_state(view.state),
            ),
            None => (String::new(), String::new()),
        },
        Target::Entry(id) => match model.workspace.ledger().entry(*id) {
            Some(entry) => {
                let kind = texts.entry_kind(entry.content.kind);
                let said = [
                    ("kind", kind.into()),
                    ("day", texts.date_full(entry.day()).into()),
                    ("item", item_name(model, entry.item).into()),
                ];
                (entry_text(entry), texts.with("search-entry", &said))
            }
            None => (String::new(), String::new()),
        },
        Target::Term(_) | Target::Abbreviation(_) | Target::Word(_) => {
            let word = explained(model, target).map(|(word, _)| word);
            (word.unwrap_or_default(), texts.get("search-glossary"))
        }
        Target::Command(action) => {
            let keys: Vec<String> = action
                .contexts()
                .iter()
                .find_map(|context| {
                    let keys = model.keymap.chords(context, action.name());
                    (!keys.is_empty()).then_some(keys)
                })
                .or_else(|| Some(model.keymap.chords(context::GLOBAL, action.name())))
                .into_iter()
                .flatten()
                .map(ToString::to_string)
                .collect();
            (
                texts.get(&format!("action-{}", action.name())),
                keys.join(" "),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_were_found_are_told_from_the_others_and_the_sign_of_a_cut_is_none() {
        let (plain, matched) = (Style::new(), Style::new().bold());
        let of = |text: &str, found: &[usize]| highlighted(text, found, plain, matched).0;
        let piece = |text: &str, style| (text.to_owned(), style);
        assert_eq!(
            of("Совещание", &[0, 1, 4]),
            [
                piece("Со", matched),
                piece("ве", plain),
                piece("щ", matched),
                piece("ание", plain),
            ]
        );
        assert_eq!(
            of("Сове…", &[3, 4, 5]),
            [piece("Сов", plain), piece("е", matched), piece("…", plain)]
        );
        assert!(of("", &[0]).is_empty());
    }
}
