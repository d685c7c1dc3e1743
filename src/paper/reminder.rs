//! A reminder as a text to paste, and as a draft of a letter (RFC 5322, MIME) any mail program
//! opens: it is for a person to look over and to send.

use super::base64::encode;
use super::template::Templates;
use super::typography::typeset;
use super::wording::{by_itself, date, sentence};
use super::{Approved, DocumentRenderError, Format, Request, executors, render};
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::workspace::{Reminder, ReminderBasis, ReminderLine, Workspace};

/// The most bytes of an encoded line (RFC 2045, 6.8).
const LINE: usize = 76;

/// The longest piece of a header that is encoded at once (RFC 2047, 2: 75 letters in all).
const HEADER: usize = 42;

/// What separates the parts; no line of base64 has such letters.
const BOUNDARY: &str = "=_planerka";

/// A file that goes along.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// The text of a reminder.
pub fn text(workspace: &Workspace, reminder: &Reminder, day: Date) -> String {
    let full = workspace
        .subject(&reminder.subject)
        .map_or_else(|| reminder.subject.0.clone(), |it| it.full.to_string());
    let mut lines = vec![
        full,
        String::new(),
        format!("На контроле по состоянию на {}:", date(day)),
        String::new(),
    ];
    for (line, number) in reminder.lines.iter().zip(1..) {
        lines.push(format!("{number}. {}", sentence(&by_itself(&line.what))));
        if matches!(line.basis, ReminderBasis::Indicator { .. }) {
            let taken = if line.over > 0 {
                "не представлено"
            } else {
                "требуется"
            };
            lines.push(format!("   Значение на {} {taken}.", date(line.due)));
            lines.push(format!("   Основание: {}.", basis(&line.basis)));
            continue;
        }
        lines.push(format!("   Срок: {}{}", date(line.due), overdue(line)));
        if let Some(since) = line.since {
            lines.push(format!("   На контроле с {}.", date(since)));
        }
        lines.push(format!("   Основание: {}.", basis(&line.basis)));
    }
    let next = workspace.next_meeting_ahead(day);
    lines.push(String::new());
    lines.push(format!(
        "Просим сообщить об исполнении к совещанию {}.",
        date(next)
    ));
    let stamp = &workspace.settings().papers.stamp;
    if !stamp.is_empty() {
        lines.push(String::new());
        lines.push(stamp.to_string());
    }
    let lines: Vec<String> = lines.iter().map(|line| typeset(line)).collect();
    lines.join("\n") + "\n"
}

fn overdue(line: &ReminderLine) -> String {
    match line.over {
        over if over > 0 => format!(", просрочено: {over} дн."),
        0 => ", сегодня.".to_owned(),
        left => format!(", осталось: {} дн.", -left),
    }
}

fn basis(basis: &ReminderBasis) -> String {
    match basis {
        ReminderBasis::Document { document, point } => {
            let point = Some(point).filter(|point| !point.is_blank());
            of_document(document, point.map(|point| format!("п. {point}")))
        }
        ReminderBasis::Minutes { number, meeting } => {
            format!("п. {number} протокола от {}", date(*meeting))
        }
        ReminderBasis::Indicator { document, number } => {
            of_document(document, Some(format!("показатель {number}")))
        }
        ReminderBasis::Between(given) => format!("поручение от {}", date(*given)),
    }
}

/// «Р-503, п. 1.2.3»; a document that nobody has named has only the place in it.
fn of_document(document: &str, place: Option<String>) -> String {
    let own = Some(document.to_owned()).filter(|name| !name.trim().is_empty());
    let parts: Vec<String> = own.into_iter().chain(place).collect();
    if parts.is_empty() {
        return "документ на контроле".to_owned();
    }
    parts.join(", ")
}

/// The draft of a letter with the text, addressed as far as the address is known.
pub fn letter(
    workspace: &Workspace,
    reminder: &Reminder,
    day: Date,
    attachments: &[Attachment],
) -> Vec<u8> {
    let subject = format!("Напоминание об исполнении, {}", date(day));
    let to = workspace
        .subject(&reminder.subject)
        .and_then(|it| it.email.clone());
    let mut lines = Vec::new();
    if let Some(to) = to.filter(|to| is_address(to)) {
        lines.push(format!("To: {to}"));
    }
    lines.push(format!("Subject: {}", header(&subject)));
    // A draft: the mail program opens it for writing, and a person sends it.
    lines.push("X-Unsent: 1".to_owned());
    lines.push("MIME-Version: 1.0".to_owned());
    lines.push(format!(
        "Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\""
    ));
    lines.push(String::new());
    lines.push(format!("--{BOUNDARY}"));
    lines.push("Content-Type: text/plain; charset=utf-8".to_owned());
    lines.push("Content-Transfer-Encoding: base64".to_owned());
    lines.push(String::new());
    let text = text(workspace, reminder, day).replace('\n', "\r\n");
    lines.extend(wrapped(text.as_bytes()));
    for attachment in attachments {
        let name = header(&attachment.name);
        lines.push(format!("--{BOUNDARY}"));
        lines.push("Content-Type: application/octet-stream".to_owned());
        lines.push("Content-Transfer-Encoding: base64".to_owned());
        lines.push(format!(
            "Content-Disposition: attachment; filename=\"{name}\""
        ));
        lines.push(String::new());
        lines.extend(wrapped(&attachment.bytes));
    }
    lines.push(format!("--{BOUNDARY}--"));
    (lines.join("\r\n") + "\r\n").into_bytes()
}

/// The last meeting that was held up to a day: its extracts go along with reminders.
pub fn last_held(workspace: &Workspace, day: Date) -> Option<Date> {
    let meetings = workspace.ledger().meetings().range(..=day).rev();
    meetings
        .map(|(_, meeting)| meeting)
        .find(|meeting| meeting.state == MeetingState::Finished)
        .map(|meeting| meeting.date)
}

/// The drafts of a day with the names of their files: one for each executor, with what the last
/// minutes say to it.
pub fn drafts(
    workspace: &Workspace,
    day: Date,
    approved: &Approved,
    templates: &Templates,
) -> Result<Vec<(String, Vec<u8>)>, DocumentRenderError> {
    let last = last_held(workspace, day);
    let named = last.map(|date| executors(date, workspace, approved));
    let mut drafts = Vec::new();
    for reminder in workspace.reminders(day) {
        let mut attachments = Vec::new();
        if let (Some(date), Some(named)) = (last, &named)
            && named.contains(&reminder.subject)
        {
            let request = Request::Extract(date, reminder.subject.clone());
            let rendered = render(&request, Format::Docx, workspace, approved, templates)?;
            attachments.push(Attachment {
                name: request.file_name(Format::Docx),
                bytes: rendered.bytes,
            });
        }
        let bytes = letter(workspace, &reminder, day, &attachments);
        drafts.push((file_name(&reminder, day), bytes));
    }
    Ok(drafts)
}

/// The name of a draft's file.
pub fn file_name(reminder: &Reminder, day: Date) -> String {
    format!("{day}-napominanie-{}.eml", reminder.subject)
}

/// Whether a text is one address and nothing that could begin another header.
fn is_address(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && !text.chars().any(|letter| {
            letter.is_whitespace() || letter.is_control() || ",;<>\"".contains(letter)
        })
}

/// A header that may have any letters, as encoded words.
fn header(text: &str) -> String {
    let mut words = Vec::new();
    let mut piece = String::new();
    for letter in text.chars() {
        if piece.len() + letter.len_utf8() > HEADER {
            words.push(std::mem::take(&mut piece));
        }
        piece.push(letter);
    }
    words.push(piece);
    let encoded = words
        .iter()
        .map(|word| format!("=?utf-8?B?{}?=", encode(word.as_bytes())));
    encoded.collect::<Vec<_>>().join("\r\n ")
}

fn wrapped(bytes: &[u8]) -> Vec<String> {
    bytes.chunks(LINE / 4 * 3).map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::{header, is_address};

    #[test]
    fn an_address_cannot_smuggle_a_header_or_a_second_reader() {
        assert!(is_address("cnppm@asou-mo.ru"));
        for text in [
            "",
            "cnppm",
            "a@b",
            "a@b.ru, c@d.ru",
            "a@b.ru\r\nBcc: x@y.ru",
            "<a@b.ru>",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn a_long_header_is_cut_between_letters() {
        let text = "Напоминание об исполнении, 11.01.2024";
        for word in header(text).split("\r\n ") {
            assert!(word.len() <= 75, "{word}");
        }
    }
}
