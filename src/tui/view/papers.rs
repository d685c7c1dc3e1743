//! The screen of papers: meetings at the left, the paper as it reads at the right, formats below.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::papers::PapersState;
use super::super::model::{Action, Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, boxed, cursor_ground, inset, row, scroll_hint};
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::paper::{Format, Request};
use crate::tui::select::cursor::key_of;
use crate::tui::select::papers::chosen;
use crate::tui::select::papers::meetings;
use crate::tui::select::papers::offered;
use crate::tui::select::papers::refresh;
use crate::tui::select::words::changed_document;

/// Meetings, paper, formats.
pub(super) fn panes(area: Rect) -> (Rect, Rect, Rect) {
    let body = Rect {
        height: area.height.saturating_sub(2),
        ..area
    };
    let formats = Rect {
        y: body.bottom(),
        height: area.height.min(2),
        ..area
    };
    if area.width >= 84 {
        let left = (area.width / 4).clamp(30, 40);
        let list = Rect {
            width: left,
            ..body
        };
        let paper = Rect {
            x: body.x.saturating_add(left),
            width: body.width.saturating_sub(left),
            ..body
        };
        (list, paper, formats)
    } else {
        let top = (body.height / 3).clamp(4, 8).min(body.height);
        let list = Rect {
            height: top,
            ..body
        };
        let paper = Rect {
            y: body.y.saturating_add(top),
            height: body.height.saturating_sub(top),
            ..body
        };
        (list, paper, formats)
    }
}

fn fit(model: &mut Model, area: Rect) {
    let (list, paper, _) = panes(area);
    refresh(model, usize::from(paper.width.saturating_sub(4)).max(1));
    let Some(Screen::Papers(state)) = model.screen() else {
        return;
    };
    let days = meetings(model);
    let day = chosen(model, state);
    let selected = days.iter().position(|one| Some(*one) == day).unwrap_or(0);
    let view = Viewport {
        offset: state.offset,
        height: usize::from(list.height.saturating_sub(2)),
    };
    let offset = view.fit(selected, days.len()).offset;
    let height = usize::from(paper.height.saturating_sub(2));
    if let Some(Screen::Papers(state)) = model.screen_mut() {
        state.offset = offset;
        let lines = state
            .preview
            .as_ref()
            .map_or(0, |preview| preview.lines.len());
        state.scroll = state.scroll.min(lines.saturating_sub(height));
    }
}

impl Drawn for PapersState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (list, paper, formats) = panes(area);
        draw_meetings(model, self, list, buffer);
        draw_paper(model, self, paper, buffer);
        draw_formats(
            model,
            self,
            Rect {
                height: 1,
                ..formats
            },
            buffer,
        );
        if let Some(last) = row(formats, 1) {
            draw_place(model, last, buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

/// Where the papers go, or how far they are.
fn draw_place(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (texts, theme) = (&model.texts, &model.theme);
    let Some(writing) = model.papers.writing else {
        let place = match &model.papers.place {
            Some(place) => place.display().to_string(),
            None => texts.get("documents-place-usual"),
        };
        let text = texts.with("documents-place", &[("place", place.into())]);
        let text = text::cut(&text, usize::from(area.width.saturating_sub(1)));
        Pieces::new()
            .and(format!(" {text}"), theme.style(Role::Dim))
            .draw(area, buffer);
        return;
    };
    let told = texts.with(
        "documents-writing",
        &[
            ("done", writing.done.into()),
            ("all", writing.all.into()),
            ("key", key_of(model, Action::Back).into()),
        ],
    );
    let room = usize::from(area.width)
        .saturating_sub(text::width(&told) + 4)
        .min(40);
    let full = room * writing.done / writing.all.max(1);
    let (sign, rest) = if model.ascii {
        ("#", "-")
    } else {
        ("█", "░")
    };
    Pieces::new()
        .and(format!(" {}", sign.repeat(full)), theme.style(Role::Accent))
        .and(rest.repeat(room - full), theme.style(Role::Dim))
        .and(format!(" {told}"), theme.style(Role::Text))
        .draw(area, buffer);
}

fn draw_meetings(model: &Model, state: &PapersState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let inner = boxed(
        &model.texts.get("documents-meetings"),
        true,
        area,
        buffer,
        theme,
    );
    let days = meetings(model);
    let day = chosen(model, state);
    let shown = usize::from(inner.height);
    for (line, one) in days.iter().skip(state.offset).take(shown).enumerate() {
        let Some(at) = row(inner, line) else { break };
        let ground = cursor_ground(Some(*one) == day, Role::Text, at, buffer, theme);
        Pieces::new()
            .and(format!("{}  ", model.texts.date_full(*one)), ground)
            .and(standing(model, *one), ground.patch(theme.style(Role::Dim)))
            .draw(inset(at, 2), buffer);
    }
    scroll_hint(state.offset, shown, days.len(), area, buffer, theme);
}

/// «№ 1, версия 2», «черновик», «повестка».
fn standing(model: &Model, day: Date) -> String {
    let texts = &model.texts;
    match model.workspace.ledger().meeting(day) {
        Some(meeting) if meeting.state == MeetingState::Finished => texts.with(
            "documents-finished",
            &[
                ("number", meeting.number.unwrap_or(0).into()),
                ("version", meeting.version.into()),
            ],
        ),
        Some(_) => texts.get("documents-draft"),
        None => texts.get("documents-to-come"),
    }
}

/// What a paper is called on the screen.
fn name(model: &Model, request: &Request) -> String {
    let texts = &model.texts;
    let versioned = |id: &str, version: u32| texts.with(id, &[("version", version.into())]);
    match request {
        Request::Minutes(_) => texts.get("documents-minutes"),
        Request::TacticalPlan(_) => texts.get("documents-tactical-plan"),
        Request::MinutesVersion(_, version) => versioned("documents-minutes-version", *version),
        Request::TacticalPlanVersion(_, version) => {
            versioned("documents-tactical-plan-version", *version)
        }
        Request::Changes(_, version) => versioned("documents-changes", *version),
        Request::Agenda(_) => texts.get("documents-agenda"),
        Request::Report(period, _) => texts.with(
            "documents-report",
            &[("month", texts.date_month(period.first).into())],
        ),
        Request::Extract(_, subject) => texts.with(
            "documents-extract",
            &[("who", model.workspace.short_name(subject).to_owned().into())],
        ),
        Request::Edition { document, .. } => {
            let known = model.workspace.document(*document);
            let name = known.map_or_else(|| document.to_string(), |it| changed_document(model, it));
            texts.with("documents-edition", &[("document", name.into())])
        }
        Request::Execution(document, _) => texts.with(
            "documents-execution",
            &[(
                "document",
                model
                    .workspace
                    .document(*document)
                    .map_or("", crate::domain::document::Document::short_name)
                    .to_owned()
                    .into(),
            )],
        ),
        Request::Document(document, _) => texts.with(
            "documents-document",
            &[(
                "document",
                model
                    .workspace
                    .document(*document)
                    .map_or("", crate::domain::document::Document::short_name)
                    .to_owned()
                    .into(),
            )],
        ),
        Request::Control(_) => texts.get("documents-control"),
        Request::Duties(who, _) => texts.with(
            "documents-duties",
            &[("who", model.workspace.short_name(who).to_owned().into())],
        ),
        Request::Participants(..) => texts.get("documents-participants"),
        Request::Card(activity, _) => texts.with(
            "documents-card",
            &[("activity", activity.to_string().into())],
        ),
    }
}

fn draw_paper(model: &Model, state: &PapersState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let Some(preview) = &state.preview else {
        boxed("", false, area, buffer, theme);
        return;
    };
    let count = offered(model, state).len();
    let place = state.paper.min(count.saturating_sub(1)) + 1;
    let title = format!("{} · {place}/{count}", name(model, &preview.request));
    let inner = boxed(&title, false, area, buffer, theme);
    let shown = usize::from(inner.height);
    let style = theme.style(Role::Text);
    for (line, content) in preview
        .lines
        .iter()
        .skip(state.scroll)
        .take(shown)
        .enumerate()
    {
        let Some(at) = row(inner, line) else { break };
        Pieces::new()
            .and(format!(" {content}"), style)
            .draw(at, buffer);
    }
    scroll_hint(
        state.scroll,
        shown,
        preview.lines.len(),
        area,
        buffer,
        theme,
    );
}

fn draw_formats(model: &Model, state: &PapersState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let available = state
        .preview
        .as_ref()
        .map(|preview| preview.request.kind().formats())
        .unwrap_or_default();
    let mut pieces = Pieces::new().and(
        format!(" {} ", text::cut(&model.texts.get("documents-formats"), 20)),
        theme.style(Role::Dim),
    );
    // On a narrow screen all of them have to stand side by side, too.
    let gap = if area.width < 100 { "" } else { " " };
    for (place, format) in Format::ALL.into_iter().enumerate() {
        let sign = if state.formats.contains(&format) {
            "x"
        } else {
            " "
        };
        let style = if place == state.format {
            theme.style(Role::Selected)
        } else if available.contains(&format) {
            theme.style(Role::Text)
        } else {
            theme.style(Role::Dim)
        };
        pieces = pieces
            .and(format!("[{sign}]{gap}{format}"), style)
            .and(" ", theme.style(Role::Text));
    }
    pieces.draw(area, buffer);
}
