//! «С прошлого четверга»: what changed since the last meeting; each line leads to its item.

use super::super::model::choice::{ChoiceState, Choose, Line};
use super::super::model::{Model, Notice, Overlay};
use super::Effect;
use super::meeting::item_name;
use crate::domain::date::Date;
use crate::domain::workspace::News;

/// Opens the list for the meeting of a day. Nothing to tell is said in a notice.
pub(super) fn open(model: &mut Model, date: Date) -> Vec<Effect> {
    if !push(model, date) {
        model.notice = Some(Notice::done(model.texts.get("notice-no-news")));
    }
    Vec::new()
}

/// Lays the list over the screen; whether there was anything to tell.
pub(super) fn push(model: &mut Model, date: Date) -> bool {
    let Some(previous) = model.workspace.meeting_before(date) else {
        return false;
    };
    let lines: Vec<Line> = model
        .workspace
        .since_last(date)
        .into_iter()
        .map(|line| Line {
            text: format!(
                "{} {}",
                item_name(model, line.item),
                model.workspace.item_title(date, line.item)
            ),
            detail: news_text(model, &line.news),
            choose: Choose::Item(line.item),
            value: 0,
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
    model.overlays.push(Overlay::Choice(ChoiceState {
        title,
        lines,
        selected: 0,
        offset: 0,
    }));
    true
}

fn news_text(model: &Model, news: &News) -> String {
    let texts = &model.texts;
    match news {
        News::Closed { day, status } | News::Between { day, status } => texts.with(
            "news-status",
            &[
                ("status", texts.status(status).into()),
                ("day", texts.date_short(*day).into()),
            ],
        ),
        News::Lifted {
            day,
            origin,
            number,
        } => texts.with(
            "news-lifted",
            &[
                (
                    "number",
                    texts.assignment_number(number, origin.day()).into(),
                ),
                ("day", texts.date_short(*day).into()),
            ],
        ),
        News::Extended {
            origin, number, to, ..
        } => texts.with(
            "news-extended",
            &[
                (
                    "number",
                    texts.assignment_number(number, origin.day()).into(),
                ),
                ("to", texts.date_full(*to).into()),
            ],
        ),
        News::Moved { to, .. } => texts.with("news-moved", &[("to", texts.date_full(*to).into())]),
        News::BecameOverdue { due } => {
            texts.with("news-overdue", &[("due", texts.date_short(*due).into())])
        }
        News::Silent { weeks } => texts.with("reason-silent", &[("weeks", (*weeks).into())]),
        News::Promised {
            origin,
            number,
            due,
            reported,
        } => {
            let id = if *reported {
                "news-promised-reported"
            } else {
                "news-promised"
            };
            texts.with(
                id,
                &[
                    (
                        "number",
                        texts.assignment_number(number, origin.day()).into(),
                    ),
                    ("due", texts.date_short(*due).into()),
                ],
            )
        }
    }
}
