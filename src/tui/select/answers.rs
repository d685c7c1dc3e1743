//! What executors report between meetings, as it comes: one line per point, «п. 8.1 исполнено
//! 10.01 письмо № 12».

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::workspace::MarkTarget;
use crate::tui::date_input;
use crate::tui::model::Model;

/// One report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it closes.
    pub target: MarkTarget,
    /// The item it is about.
    pub item: ItemKey,
    /// The day it happened, where the line names one.
    pub happened: Option<Date>,
    /// What shows it: the name of a file, a link, the number of a letter.
    pub evidence: String,
}

/// Reads all lines, or says of the first one that cannot be taken what is wrong with it.
pub fn read(model: &Model, text: &str) -> Result<Vec<Answer>, String> {
    let lines = text.lines().enumerate();
    let said = lines.filter(|(_, line)| !line.trim().is_empty());
    said.map(|(place, line)| {
        read_line(model, line).map_err(|why| {
            let known = [("line", (place + 1).into()), ("why", why.into())];
            model.texts.with("answers-line", &known)
        })
    })
    .collect()
}

fn read_line(model: &Model, line: &str) -> Result<Answer, String> {
    let mut words = line.split_whitespace().peekable();
    while words.next_if(|word| is_label(word)).is_some() {}
    let number = words
        .next()
        .unwrap_or_default()
        .trim_end_matches([':', ';', ',', '.', ')', '—', '–']);
    let (target, item) = target(model, number)?;
    let mut happened = None;
    let mut evidence: Vec<&str> = Vec::new();
    for word in words {
        let bare = word
            .trim_matches([',', ';', ':', '(', ')'])
            .trim_end_matches('.');
        let is_date = bare.contains('.') && bare.chars().all(|it| it.is_ascii_digit() || it == '.');
        if happened.is_none() && evidence.is_empty() && is_date {
            happened = Some(date_input::read_back(model, bare)?);
        } else if !(evidence.is_empty() && is_said(bare)) {
            evidence.push(word);
        }
    }
    Ok(Answer {
        target,
        item,
        happened,
        evidence: evidence.join(" "),
    })
}

/// Words before the number.
fn is_label(word: &str) -> bool {
    let word = word.to_lowercase();
    [
        "п.",
        "п",
        "пп.",
        "пункт",
        "№",
        "поручение",
        "мероприятие",
        "-",
        "•",
        "*",
    ]
    .contains(&&*word)
}

/// Words that only say that it is done.
fn is_said(word: &str) -> bool {
    let word = word.to_lowercase();
    word.is_empty()
        || [
            "исполнено",
            "выполнено",
            "сделано",
            "готово",
            "done",
            "-",
            "–",
            "—",
        ]
        .contains(&&*word)
}

/// The open assignment of a number, the latest of several; else the control point owed of the
/// activity of that number.
fn target(model: &Model, number: &str) -> Result<(MarkTarget, ItemKey), String> {
    let day = model.day();
    let unknown = || {
        let number = ("number", number.to_owned().into());
        Err(model.texts.with("answers-unknown", &[number]))
    };
    if number.is_empty() {
        return unknown();
    }
    let assignments = model.workspace.assignments(day);
    let mut open = assignments
        .iter()
        .filter(|view| !view.state.is_closed() && view.number.as_str() == number);
    if let Some(view) = open.next_back() {
        return Ok((MarkTarget::Assignment(view.id), view.item));
    }
    let activities = model.workspace.activities_called(number);
    let [activity] = activities.as_slice() else {
        return unknown();
    };
    let Some(standing) = model.workspace.standing_owed(*activity, day) else {
        return unknown();
    };
    let target = MarkTarget::Point {
        activity: *activity,
        occurrence: standing.occurrence.window.first,
    };
    Ok((target, ItemKey::Activity(*activity)))
}
