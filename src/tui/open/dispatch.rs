//! Who gets the papers of a meeting, a line each, with what became of it.

use crate::domain::date::Date;
use crate::domain::dispatch::{HandedPaper, Recipient};
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::open::dialog;

/// Opens the list for the meeting of a day, with the cursor on the first who has not got them.
pub(in crate::tui) fn open(model: &mut Model, date: Date) -> Vec<Effect> {
    let lines = lines(model, date);
    let title = title(model, date);
    let nothing = Notice::warning(model.texts.get("dispatch-none"));
    dialog::choose_or_say(model, title, lines, nothing)
}

fn title(model: &Model, date: Date) -> String {
    let all = model.workspace.recipients(date);
    let handed = all.iter().filter(|it| it.handed.is_some()).count();
    let said = [
        ("date", model.texts.date_full(date).into()),
        ("handed", handed.into()),
        ("n", all.len().into()),
    ];
    model.texts.with("dispatch-title", &said)
}

/// Brings the list up to date with what is on record.
pub(in crate::tui) fn refresh(model: &mut Model) {
    let Some(Overlay::Choice(state)) = model.overlays.last() else {
        return;
    };
    let Some(date) = state.lines.first().and_then(|line| match line.choose {
        Choose::Dispatch(date, None) => Some(date),
        _ => None,
    }) else {
        return;
    };
    let (lines, title) = (lines(model, date), title(model, date));
    if let Some(Overlay::Choice(state)) = model.overlays.last_mut() {
        state.selected = state.selected.min(lines.len().saturating_sub(1));
        state.lines = lines;
        state.title = title;
    }
}

fn lines(model: &Model, date: Date) -> Vec<Line> {
    let all = model.workspace.recipients(date);
    if all.is_empty() {
        return Vec::new();
    }
    let left = all.iter().filter(|it| it.handed.is_none()).count();
    let first = Line {
        text: model.texts.get("dispatch-all"),
        detail: model.texts.with("dispatch-left", &[("n", left.into())]),
        choose: Choose::Dispatch(date, None),
        value: 0,
    };
    let others = all.into_iter().map(|one| Line {
        text: who_gets_what(model, &one),
        detail: became(model, &one),
        choose: Choose::Dispatch(date, Some(one.subject)),
        value: 0,
    });
    std::iter::once(first).chain(others).collect()
}

fn who_gets_what(model: &Model, one: &Recipient) -> String {
    let papers = one.papers.iter().map(|paper| {
        model.texts.get(match paper {
            HandedPaper::Minutes => "dispatch-minutes",
            HandedPaper::TacticalPlan => "dispatch-plan",
            HandedPaper::Extract => "dispatch-extract",
        })
    });
    let papers: Vec<String> = papers.collect();
    let who = model.workspace.short_name(&one.subject);
    format!("{who}: {}", papers.join(", "))
}

fn became(model: &Model, one: &Recipient) -> String {
    let texts = &model.texts;
    match &one.handed {
        None => texts.get("dispatch-not-handed"),
        Some(it) => match it.confirmed {
            Some(day) => texts.with(
                "dispatch-confirmed",
                &[("day", texts.date_short(day).into())],
            ),
            None => texts.with(
                "dispatch-handed",
                &[("day", texts.date_short(it.handed).into())],
            ),
        },
    }
}
