//! How the hall looks: the number in big figures, the title with room between the letters, the
//! mark, what was decided, what comes next.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::{Hall, digits};
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
use crate::domain::mark::Status;
use crate::domain::meeting::Meeting;
use crate::tui::theme::Role;
use crate::tui::view::{ascii, paint, sign};
use crate::tui::widget::too_small;
use crate::tui::widget::{cells, text};
use paint::{Pieces, row};

/// From this size on there is room for figures and for a margin.
const ROOMY: (u16, u16) = (70, 22);

/// The most lines a title may take with room between its letters.
const SPACED_LINES: usize = 6;

/// Draws one frame.
pub fn draw(hall: &Hall, buffer: &mut Buffer) {
    let area = buffer.area;
    cells::ground(area, hall.theme.style(Role::Text), buffer);
    if too_small::is_too_small(area) {
        too_small::render(area, buffer, &hall.theme, &hall.texts);
        return;
    }
    let shown = hall
        .workspace
        .meeting_to_show()
        .and_then(|date| hall.workspace.ledger().meeting(date));
    let top = shown.map_or_else(|| hall.texts.get("hall-title"), |it| heading(hall, it));
    let style = hall.theme.style(Role::TopBar);
    if let Some(at) = row(area, 0) {
        cells::ground(at, style, buffer);
        Pieces::new().and(format!(" {top}"), style).draw(at, buffer);
        clock(hall, at, buffer);
    }
    let roomy = area.width >= ROOMY.0 && area.height >= ROOMY.1;
    let margin = if roomy { 3 } else { 1 };
    let body = Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(margin * 2),
        y: area.y + if roomy { 2 } else { 1 },
        height: area.height.saturating_sub(if roomy { 4 } else { 2 }),
    };
    let width = usize::from(body.width);
    let mut lines = match shown {
        Some(meeting) if meeting.is_open() => question(hall, meeting, width, roomy),
        _ => waiting(hall, shown, width),
    };
    let height = usize::from(body.height);
    // What was said last is never cut off: the oldest of the decisions gives way.
    let too_many = lines.len().saturating_sub(height);
    if too_many > 0 {
        let head = lines.iter().take_while(|line| !line.gives_way).count();
        let last = (head + too_many).min(lines.len());
        lines.drain(head..last);
    }
    for (line, content) in lines.iter().enumerate() {
        if let Some(at) = row(body, line) {
            content.pieces.draw(at, buffer);
        }
    }
    if let Some(meeting) = shown.filter(|meeting| meeting.is_open())
        && let Some(said) = next(hall, meeting)
        && let Some(at) = row(area, usize::from(area.height.saturating_sub(1)))
    {
        Pieces::new()
            .and(format!(" {said}"), hall.theme.style(Role::Dim))
            .draw(at, buffer);
    }
    if hall.ascii {
        ascii::apply(buffer);
    }
}

/// The clock, at the right end of the top line.
fn clock(hall: &Hall, at: Rect, buffer: &mut ratatui::buffer::Buffer) {
    let width = u16::try_from(text::width(&hall.clock)).unwrap_or(0) + 2;
    if hall.clock.is_empty() || at.width < width {
        return;
    }
    let place = Rect {
        x: at.right().saturating_sub(width),
        width,
        ..at
    };
    let style = hall.theme.style(Role::TopBar);
    Pieces::new()
        .and(format!(" {} ", hall.clock), style)
        .draw(place, buffer);
}

/// A line, and whether it may be left out in a low window.
struct Line {
    pieces: Pieces,
    gives_way: bool,
}

fn fixed(said: impl Into<String>, style: Style) -> Line {
    Line {
        pieces: Pieces::new().and(said, style),
        gives_way: false,
    }
}

fn heading(hall: &Hall, meeting: &Meeting) -> String {
    let texts = &hall.texts;
    let number = i64::from(hall.workspace.expected_number(meeting.date));
    let arguments = [
        ("date", texts.date_full(meeting.date).into()),
        ("number", number.into()),
    ];
    if !meeting.is_open() {
        return texts.with("hall-finished", &arguments);
    }
    let dealt = hall.workspace.considered(meeting.date);
    let done = meeting.agenda.iter().filter(|it| dealt.contains(&it.item));
    let progress = texts.with(
        "hall-progress",
        &[
            ("done", done.count().into()),
            ("total", meeting.agenda.len().into()),
        ],
    );
    format!("{} · {progress}", texts.with("hall-open", &arguments))
}

/// No meeting goes on: when the next one is.
fn waiting(hall: &Hall, shown: Option<&Meeting>, width: usize) -> Vec<Line> {
    let workspace = &hall.workspace;
    let next = match shown {
        // In the holidays nobody comes.
        Some(meeting) => workspace
            .meeting_days()
            .into_iter()
            .find(|day| *day > meeting.date && workspace.calendar().is_working_day(*day))
            .unwrap_or_else(|| workspace.next_meeting_day(meeting.date)),
        None => workspace.meeting_to_offer(hall.today),
    };
    let said = hall.texts.with(
        "hall-next-meeting",
        &[
            ("date", hall.texts.date_long(next).into()),
            ("time", workspace.settings().time.to_string().into()),
        ],
    );
    let style = hall.theme.style(Role::Title);
    let mut lines = vec![fixed("", style)];
    lines.extend(spaced(&said, width).into_iter().map(|it| fixed(it, style)));
    lines
}

fn question(hall: &Hall, meeting: &Meeting, width: usize, roomy: bool) -> Vec<Line> {
    let theme = &hall.theme;
    let texts = &hall.texts;
    let workspace = &hall.workspace;
    let Some(item) = item_shown(hall, meeting) else {
        let empty = texts.get("hall-no-items");
        return vec![fixed(empty, theme.style(Role::Dim))];
    };
    let mut lines = Vec::new();
    if let ItemKey::Activity(id) = item {
        // Of «Р-503, 3.3.1» the figures are large, and the document is named above them.
        let point = workspace.point(id);
        let (document, own) = point.rsplit_once(", ").unwrap_or(("", &point));
        if roomy && !document.is_empty() {
            lines.push(fixed(document, theme.style(Role::Dim)));
        }
        let figures = digits::lines(own);
        let fit = figures.iter().all(|line| text::width(line) <= width);
        if roomy && fit {
            let style = theme.style(Role::Accent);
            lines.extend(figures.into_iter().map(|line| fixed(line, style)));
            lines.push(fixed("", style));
        } else {
            lines.push(fixed(workspace.point(id), theme.style(Role::Accent)));
        }
    }
    let title = workspace.item_title(meeting.date, item);
    let most = if roomy { SPACED_LINES } else { 3 };
    let mut large = spaced(&title, width);
    if large.len() > most {
        large = text::wrap(&title, width);
    }
    let style = theme.style(Role::Title);
    lines.extend(large.into_iter().map(|line| fixed(line, style)));
    let gap = || fixed("", theme.style(Role::Text));
    if roomy {
        lines.push(gap());
    }
    lines.extend(owed(hall, meeting.date, item, width));
    if let Some(line) = meeting.line(item) {
        let reasons: Vec<String> = line.reasons.iter().map(|it| texts.reason(it)).collect();
        let said = reasons.join(" · ");
        let folded = text::wrap_to(&said, width, 2).into_iter();
        lines.extend(folded.map(|line| fixed(line, theme.style(Role::Dim))));
    }
    let status = status(hall, meeting.date, item);
    if let Some((status, happened)) = &status {
        let (sign, role) = sign(Some(status), false);
        let said = format!("{sign}  {}", texts.status_on(status, *happened));
        if roomy {
            lines.push(gap());
        }
        let shown = spaced(&said, width);
        lines.extend(shown.into_iter().map(|it| fixed(it, theme.style(role))));
    }
    if roomy {
        lines.push(gap());
    }
    lines.extend(decided(hall, meeting.date, item, width));
    lines
}

/// The question on the wall: the one the chair is at, while it is on the agenda, else the one
/// something was said of last.
fn item_shown(hall: &Hall, meeting: &Meeting) -> Option<ItemKey> {
    let at = hall.at.filter(|(date, _)| *date == meeting.date);
    at.map(|(_, item)| item)
        .filter(|item| meeting.line(*item).is_some())
        .or_else(|| hall.workspace.item_spoken_of(meeting.date))
}

/// Who answers, and until when: the wording of the document and the day it means.
fn owed(hall: &Hall, date: Date, item: ItemKey, width: usize) -> Vec<Line> {
    let (workspace, texts) = (&hall.workspace, &hall.texts);
    let (who, wording, due) = match item {
        ItemKey::Activity(key) => {
            let Some((activity, _)) = workspace.activity(key) else {
                return Vec::new();
            };
            let due = workspace.standing(key, date).and_then(|it| it.due);
            let who = activity.carried_out_by().to_string();
            (who, activity.term.to_string(), due)
        }
        ItemKey::Assignment(id) => {
            let Some(view) = workspace.assignment(id, date) else {
                return Vec::new();
            };
            let who = view.executors.iter().map(|it| workspace.short_name(it));
            (who.collect::<Vec<_>>().join(", "), String::new(), view.due)
        }
        ItemKey::Topic(_) => return Vec::new(),
    };
    let style = hall.theme.style(Role::Text);
    let mut said = Vec::new();
    if !who.is_empty() {
        said.push(texts.with("hall-who", &[("who", who.into())]));
    }
    let due = due.map(|due| texts.with("hall-due", &[("due", texts.date_full(due).into())]));
    let term: Vec<String> = (!wording.is_empty())
        .then(|| format!("«{wording}»"))
        .into_iter()
        .chain(due)
        .collect();
    if !term.is_empty() {
        said.push(texts.with("hall-term", &[("term", term.join(", ").into())]));
    }
    said.iter()
        .flat_map(|line| text::wrap_to(line, width, 2))
        .map(|line| fixed(line, style))
        .collect()
}

fn status(hall: &Hall, date: Date, item: ItemKey) -> Option<(Status, Option<Date>)> {
    let ItemKey::Activity(id) = item else {
        return None;
    };
    let mark = hall.workspace.mark_at(id, date)?;
    Some((mark.status.clone(), mark.happened))
}

/// What everybody may see of what was said on the question at this meeting.
fn decided(hall: &Hall, date: Date, item: ItemKey, width: usize) -> Vec<Line> {
    let theme = &hall.theme;
    let workspace = &hall.workspace;
    let mut lines = Vec::new();
    for (assignment, control) in workspace.control_said(date, item) {
        let number = workspace
            .assignment(assignment, date)
            .map(|it| hall.texts.assignment_number(&it.number, it.origin.day()));
        let said = hall.texts.with(
            "hall-control",
            &[
                ("number", number.unwrap_or_default().into()),
                ("control", hall.texts.control(control).into()),
            ],
        );
        lines.extend(folding(&said, width, theme.style(Role::Done)));
    }
    for entry in workspace.entries_for_all(date, item) {
        let role = match entry.content.kind {
            EntryKind::Decision | EntryKind::Assignment => Role::Decision,
            _ => Role::Text,
        };
        lines.extend(folding(&entry_text(hall, entry), width, theme.style(role)));
    }
    lines
}

fn folding(said: &str, width: usize, style: Style) -> impl Iterator<Item = Line> {
    text::wrap(said, width).into_iter().map(move |line| Line {
        pieces: Pieces::new().and(line, style),
        gives_way: true,
    })
}

fn entry_text(hall: &Hall, entry: &Entry) -> String {
    let texts = &hall.texts;
    let workspace = &hall.workspace;
    let content = &entry.content;
    let mut said = match workspace.entry_number(entry) {
        Some(number) if is_resolution(content.kind) => format!("{number}. {}", content.text),
        _ => format!("{}: {}", texts.entry_kind(content.kind), content.text),
    };
    let who: Vec<&str> = content
        .executors
        .iter()
        .map(|id| workspace.short_name(id))
        .collect();
    if !who.is_empty() {
        said = format!("{said} — {}", who.join(", "));
    }
    if let Some(due) = content.due {
        let until = texts.with("hall-due", &[("due", texts.date_full(due).into())]);
        said = format!("{said}, {until}");
    }
    said
}

fn is_resolution(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Decision | EntryKind::Assignment)
}

/// The question after this one that nobody has dealt with.
fn next(hall: &Hall, meeting: &Meeting) -> Option<String> {
    let spoken = item_shown(hall, meeting)?;
    let dealt = hall.workspace.considered(meeting.date);
    let place = meeting.agenda.iter().position(|it| it.item == spoken);
    let next = meeting
        .agenda
        .iter()
        .skip(place.map_or(0, |place| place + 1))
        .find(|line| !dealt.contains(&line.item))?;
    let title = hall.workspace.item_title(meeting.date, next.item);
    let name = match next.item {
        ItemKey::Activity(id) => hall.workspace.named(id),
        _ => title.to_string(),
    };
    Some(hall.texts.with("hall-next", &[("name", name.into())]))
}

/// A text with room between its letters and more between its words, in lines of a width.
fn spaced(said: &str, width: usize) -> Vec<String> {
    let wide: Vec<String> = said
        .split_whitespace()
        .map(|word| {
            let letters: Vec<&str> = word.graphemes(true).collect();
            letters.join("\u{a0}") + "\u{a0}"
        })
        .collect();
    text::wrap(&wide.join(" "), width)
        .into_iter()
        .map(|line| line.replace('\u{a0}', " "))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_room_and_lines_their_width() {
        assert_eq!(spaced("Да, нет", 30), ["Д а ,  н е т "]);
        let lines = spaced("Еженедельное совещание", 30);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| text::width(line) <= 30));
    }
}
