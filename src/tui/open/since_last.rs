//! «С прошлого четверга»: what changed since the last meeting; each line leads to its item.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::workspace::News;
use crate::paper::plain::edition_title;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::{Model, Notice};
use crate::tui::open::dialog;
use crate::tui::select::agenda::item_name;
use crate::tui::select::collision;
use crate::tui::select::words::news_text;

/// Opens the list for the meeting of a day. Nothing to tell is said in a notice.
pub(in crate::tui) fn open(model: &mut Model, date: Date) -> Vec<Effect> {
    if !push(model, date) {
        model.notice = Some(Notice::done(model.texts.get("notice-no-news")));
    }
    Vec::new()
}

/// Lays the list over the screen; whether there was anything to tell.
pub(in crate::tui) fn push(model: &mut Model, date: Date) -> bool {
    let Some(previous) = model.workspace.meeting_before(date) else {
        return false;
    };
    let news = model.workspace.since_last(date);
    // Several control points of one activity that were closed together are one piece of news.
    let lines: Vec<Line> = news
        .chunk_by(|one, next| one == next)
        .filter_map(|alike| Some((alike.first()?, alike.len())))
        .map(|(line, points)| {
            let (text, choose) = match (&line.news, line.item) {
                (news, item) if collision::choose(news).is_some() => (
                    collision::title(model, news).unwrap_or_default(),
                    collision::choose(news).unwrap_or(Choose::Item(item)),
                ),
                (News::Amended { act, .. }, _) => {
                    (edition_title(&model.workspace, *act), Choose::Edition(*act))
                }
                (News::Unconfirmed { meeting, subjects }, _) => {
                    let n = ("n", subjects.len().into());
                    (
                        model.texts.with("news-unconfirmed", &[n]),
                        Choose::Dispatch(*meeting, None),
                    )
                }
                (_, item) => (named(model, date, item), Choose::Item(item)),
            };
            let detail = news_text(model, &line.news);
            let of_points = || {
                let said = [("news", detail.clone().into()), ("n", points.into())];
                model.texts.with("news-of-points", &said)
            };
            Line {
                text,
                detail: if points > 1 { of_points() } else { detail },
                choose,
                value: 0,
            }
        })
        .collect();
    if lines.is_empty() {
        return false;
    }
    let title = model.texts.with(
        "choice-since-last",
        &[
            ("date", model.texts.date_weekday(previous).into()),
            ("n", lines.len().into()),
        ],
    );
    dialog::choose(model, title, lines);
    true
}

/// An item as its line is read. Only activities have a number; others are named by their title.
fn named(model: &Model, date: Date, item: ItemKey) -> String {
    let title = model.workspace.item_title(date, item);
    match item {
        ItemKey::Activity(_) => format!("{} {title}", item_name(model, item)),
        _ => title.to_string(),
    }
}
