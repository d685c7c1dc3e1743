//! Acts, news and values in words.

use crate::domain::agenda::{ItemKey, Reason};
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, Document, DocumentKey};
use crate::domain::entry::EntryKind;
use crate::domain::event::EventChange;
use crate::domain::id::Id;
use crate::domain::indicator::Amount;
use crate::domain::ledger::Entry;
use crate::domain::operation::{Operation, Record};
use crate::domain::russian::Case;
use crate::domain::workspace::News;
use crate::locale::{Language, Texts};
use crate::paper::plain::in_short;
use crate::tui::model::Model;
use crate::tui::select::{agenda, collision, names, search};

/// Why a line is on the agenda.
pub(in crate::tui) fn reason_text(model: &Model, reason: &Reason) -> String {
    model.texts.reason(reason)
}

/// What an act did, in a few words: «2.1.1 исполнено».
pub fn describe_act(model: &Model, act: Id) -> String {
    let records: Vec<&Record> = model.workspace.ledger().act(act).collect();
    describe_records(model, &records)
}

/// What the records of an act did.
pub(in crate::tui) fn describe_records(model: &Model, records: &[&Record]) -> String {
    let Some(first) = records.first() else {
        return String::new();
    };
    let text = describe(model, first);
    match records.len() {
        0 | 1 => text,
        more => model.texts.with(
            "act-and-more",
            &[("first", text.into()), ("n", (more - 1).into())],
        ),
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "a table: the words of each operation"
)]
fn describe(model: &Model, record: &Record) -> String {
    let texts = &model.texts;
    let name = |item: &ItemKey| agenda::item_name(model, *item);
    let day = || {
        record
            .meeting
            .map(|date| texts.date_full(date))
            .unwrap_or_default()
    };
    match &record.op {
        Operation::Retract { act } => describe_act(model, *act),
        Operation::OpenMeeting { .. } => texts.with("act-open-meeting", &[("day", day().into())]),
        Operation::FinishMeeting { .. } | Operation::ApprovePapers { .. } => {
            texts.with("act-finish-meeting", &[("day", day().into())])
        }
        Operation::ReopenMeeting { .. } => {
            texts.with("act-reopen-meeting", &[("day", day().into())])
        }
        Operation::SkipMeeting { .. } => texts.with("act-skip-meeting", &[("day", day().into())]),
        Operation::SetAttendance { subject, presence } => texts.with(
            "act-attendance",
            &[
                ("who", model.workspace.short_name(subject).to_owned().into()),
                (
                    "presence",
                    presence
                        .as_ref()
                        .map_or_else(|| texts.get("presence-unknown"), |it| texts.presence(it))
                        .into(),
                ),
            ],
        ),
        Operation::AddItem { line } => {
            let title = match &line.title {
                Some(title) => names::beginning(title),
                None => name(&line.item),
            };
            texts.with("act-add-item", &[("item", title.into())])
        }
        Operation::DropItem { item } => texts.with("act-drop-item", &[("item", name(item).into())]),
        Operation::MoveItem { item, .. } => {
            texts.with("act-move-item", &[("item", name(item).into())])
        }
        Operation::SetItem { item, .. } | Operation::AskForItem { item, .. } => {
            texts.with("act-set-item", &[("item", name(item).into())])
        }
        Operation::ParkItem { item, parked } => texts.with(
            if *parked { "act-park" } else { "act-unpark" },
            &[("item", name(item).into())],
        ),
        Operation::Mark {
            activity,
            status,
            happened,
            ..
        } => texts.with(
            "act-mark",
            &[
                ("item", names::activity_name(model, *activity).into()),
                ("status", texts.status_on(status, *happened).into()),
            ],
        ),
        Operation::PackYear { year } => {
            texts.with("act-pack-year", &[("year", year.to_string().into())])
        }
        Operation::MarkBefore { points } => {
            texts.with("act-mark-before", &[("n", points.len().into())])
        }
        Operation::WriteEntry { item, content, .. } => names::entry_text(model, *item, content),
        Operation::DeleteEntry { entry } => {
            let entry = ("entry", names::entry_name(model, *entry).into());
            texts.with("act-delete-entry", &[entry])
        }
        Operation::MoveEntry { entry, .. } => {
            let entry = ("entry", names::entry_name(model, *entry).into());
            texts.with("act-move-entry", &[entry])
        }
        Operation::SettleControl { assignment } => {
            let name = names::assignment_name(model, *assignment);
            texts.with("act-settle-control", &[("assignment", name.into())])
        }
        Operation::SetControl {
            assignment,
            control,
            happened,
        } => {
            let name = names::assignment_name(model, *assignment);
            let said = [
                ("assignment", name.into()),
                ("control", texts.control_on(control, *happened).into()),
            ];
            texts.with("act-control", &said)
        }
        Operation::WriteSubject { subject } => {
            texts.with("act-subject", &[("who", subject.short.to_string().into())])
        }
        Operation::IdentifySubject { unknown, subject } => {
            let who = model.workspace.short_name(subject).to_owned();
            let said = [("unknown", unknown.0.clone().into()), ("who", who.into())];
            texts.with("act-identify", &said)
        }
        Operation::MeasureIndicator { indicator, .. } => {
            texts.with("act-indicator", &[("number", i64::from(*indicator).into())])
        }
        Operation::SetEvent { activity, change } => {
            let item = names::activity_name(model, *activity);
            event_text(texts, change, item)
        }
        Operation::ControlDocument { document, control } => {
            let known = model.workspace.document(*document);
            let name = known.map_or(document.as_str(), |it| it.short_name());
            let said = [
                ("document", name.into()),
                ("control", texts.document_control(control).into()),
            ];
            texts.with("act-document-control", &said)
        }
        Operation::CarryOver {
            document,
            to,
            activities,
        } => {
            let name = |key: &DocumentKey| {
                let known = model.workspace.document(*key);
                known.map_or(key.as_str(), |it| it.short_name()).to_owned()
            };
            let said = [
                ("n", activities.len().into()),
                ("document", name(document).into()),
                ("to", name(to).into()),
            ];
            texts.with("act-carry-over", &said)
        }
        Operation::CorrectReading { activity, .. } => {
            let item = names::activity_name(model, *activity);
            texts.with("act-reading", &[("item", item.into())])
        }
        Operation::HandOver {
            meeting, subject, ..
        } => texts.with(
            "act-hand-over",
            &[
                ("who", model.workspace.short_name(subject).to_owned().into()),
                ("day", texts.date_full(*meeting).into()),
            ],
        ),
        Operation::AdoptEdition { document, from, .. } => edition_text(model, *document, *from),
        Operation::AmendDocument { .. } => texts.get("act-amend"),
    }
}

fn event_text(texts: &Texts, change: &EventChange, item: String) -> String {
    let id = match change {
        EventChange::Invite { .. } => "act-event-invite",
        EventChange::Uninvite { .. } => "act-event-uninvite",
        EventChange::Answer { .. } => "act-event-answer",
        EventChange::NoAnswer { .. } => "act-event-no-answer",
        EventChange::Programme { .. } => "act-event-programme",
    };
    texts.with(id, &[("item", item.into())])
}

fn edition_text(model: &Model, document: DocumentKey, from: Date) -> String {
    let known = model.workspace.document(document);
    let name = known.map_or(document.as_str(), |it| it.short_name());
    let texts = &model.texts;
    let date = texts.date_full(from);
    texts.with(
        "act-edition",
        &[("document", name.into()), ("date", date.into())],
    )
}

/// A value as the user's language writes it: «12,5».
pub fn amount_text(model: &Model, amount: Amount) -> String {
    let point = model.texts.get("decimal-point");
    amount.to_string().replace('.', &point)
}

pub(in crate::tui) fn news_text(model: &Model, news: &News) -> String {
    let texts = &model.texts;
    if let Some(apart) = collision::detail(model, news) {
        return apart;
    }
    match news {
        News::SameNumber { .. }
        | News::HeldTwice { .. }
        | News::ReopenedTwice { .. }
        | News::ControlApart { .. } => String::new(),
        News::Closed {
            day,
            status,
            happened: Some(happened),
        } => texts.with(
            "news-status-happened",
            &[
                ("status", texts.status_on(status, Some(*happened)).into()),
                ("day", texts.date_short(*day).into()),
            ],
        ),
        News::Closed { day, status, .. } | News::Between { day, status } => texts.with(
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
        News::Amended { from, .. } => {
            texts.with("news-amended", &[("from", texts.date_full(*from).into())])
        }
        News::Unconfirmed { subjects, .. } => {
            let names = subjects.iter().map(|id| model.workspace.short_name(id));
            names.collect::<Vec<_>>().join(", ")
        }
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

/// The end of the control point a mark is of, where an activity has several.
fn control_point(model: &Model, id: ActivityKey, first: Date) -> Option<String> {
    let (_, view) = model.workspace.activity(id)?;
    let several = view.occurrences.len() > 1;
    let occurrences = view.occurrences.iter();
    let known = occurrences.filter(|_| several);
    let meant = known
        .map(|one| one.window)
        .find(|window| window.first == first)?;
    Some(model.texts.date_full(meant.last))
}

/// What was decided at a meeting on the control of the assignments of an item.
fn controls_at(model: &Model, date: Date, item: ItemKey) -> Vec<String> {
    let (texts, ledger) = (&model.texts, model.workspace.ledger());
    let is_meant = |entry: &Entry| entry.item == item || ItemKey::Assignment(entry.id) == item;
    let words = ledger.control_words(date);
    let meant = words.filter(|(entry, _)| is_meant(entry));
    meant
        .map(|(entry, word)| {
            let number = model.workspace.entry_number(entry).unwrap_or_default();
            let name = texts.assignment_name(&number, entry.day());
            let control = texts.control_on(&word.control, word.happened);
            format!("{name}: {control}")
        })
        .collect()
}

/// Mark, entries and decisions on control of an item at one meeting, on one line.
pub(in crate::tui) fn said_at(model: &Model, date: Date, item: ItemKey) -> String {
    let texts = &model.texts;
    let mut parts = Vec::new();
    if let ItemKey::Activity(id) = item
        && let Some(mark) = model.workspace.mark_at(id, date)
    {
        let said = texts.status_on(&mark.status, mark.happened);
        parts.push(match control_point(model, id, mark.occurrence) {
            Some(point) => texts.with(
                "trail-mark",
                &[("point", point.into()), ("status", said.into())],
            ),
            None => said,
        });
    }
    for entry in model.workspace.ledger().entries_of(Some(date), item) {
        if entry.content.kind != EntryKind::Private {
            parts.push(format!(
                "{}: {}",
                texts.entry_kind(entry.content.kind),
                search::entry_text(entry)
            ));
        }
    }
    parts.extend(controls_at(model, date, item));
    parts.join(" · ")
}

/// The document an edition is of, as the language of the screen speaks of what changes: «комплекс
/// мер (Р-503)».
pub(in crate::tui) fn changed_document(model: &Model, document: &Document) -> String {
    match model.texts.language() {
        Language::Ru => in_short(document, Case::Accusative),
        Language::En => document.short_name().to_owned(),
    }
}
