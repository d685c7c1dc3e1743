//! What a form shows, line by line.

use chrono::Datelike;

use crate::domain::deadline::{Certainty, Kind, read_with};
use crate::domain::document::{Document, DocumentKey, FIRST_FORM, TypedLine};
use crate::domain::subject::{Subject, SubjectId};
use crate::domain::workspace::has_history;
use crate::tui::field::{DocumentField, Field, SettingsField, SubjectField};
use crate::tui::model::Model;
use crate::tui::model::form::{Form, Target};

/// One line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormRow {
    /// What it is called.
    pub label: String,
    /// What it says.
    pub value: String,
    /// What it does.
    pub target: Target,
}

/// The lines of a form.
pub(in crate::tui) fn rows(model: &Model, form: &Form) -> Vec<FormRow> {
    match form {
        Form::Settings => settings(model),
        Form::People => people(model),
        Form::Subject(id) => model
            .workspace
            .subject(id)
            .map(|subject| one(model, subject))
            .unwrap_or_default(),
        Form::Document(key) => model
            .workspace
            .document(*key)
            .map(|document| requisites(model, document))
            .unwrap_or_default(),
    }
}

/// The heading of a form.
pub(in crate::tui) fn title(model: &Model, form: &Form) -> String {
    let texts = &model.texts;
    match form {
        Form::Settings => texts.get("form-settings"),
        Form::People => texts.get("form-people"),
        Form::Subject(id) => model.workspace.short_name(id).to_owned(),
        Form::Document(key) => model.workspace.document(*key).map_or_else(
            || key.to_string(),
            |document| document.short_name().to_owned(),
        ),
    }
}

/// Whether a document is only begun: nothing is on record of it, so that it may be typed on.
pub(in crate::tui) fn is_begun(model: &Model, key: DocumentKey) -> bool {
    model
        .workspace
        .document(key)
        .filter(|document| document.key.as_str() != FIRST_FORM)
        .is_some_and(|document| !has_history(model.workspace.ledger(), document))
}

fn head(model: &Model, id: &str) -> FormRow {
    FormRow {
        label: model.texts.get(id),
        value: String::new(),
        target: Target::Head,
    }
}

fn plain(model: &Model, id: &str, value: String, target: Target) -> FormRow {
    FormRow {
        label: model.texts.get(id),
        value,
        target,
    }
}

fn settings(model: &Model) -> Vec<FormRow> {
    use SettingsField as F;
    let year = model.today.year();
    let group = |id: &str, fields: &[F]| {
        let mut rows = vec![head(model, id)];
        rows.extend(fields.iter().map(|field| setting(model, *field)));
        rows
    };
    let mut rows = group(
        "form-organisation-group",
        &[F::Organisation, F::Heading, F::Place],
    );
    let begun = model.workspace.documents().iter();
    rows.extend(begun.filter(|it| is_begun(model, it.key)).map(|document| {
        let value = document.short_name().to_owned();
        let target = Target::Open(Form::Document(document.key));
        plain(model, "form-document", value, target)
    }));
    rows.extend(group(
        "form-meeting-group",
        &[
            F::Weekday,
            F::Rhythm,
            F::Time,
            F::Duration,
            F::ItemMinutes,
            F::MeetingDayOff,
            F::DueDayOff,
            F::SilentWeeks,
            F::LookAhead,
        ],
    ));
    rows.extend(group("form-people-group", &[F::Chair, F::Secretary]));
    let members = &model.workspace.settings().members;
    let names: Vec<&str> = members
        .iter()
        .map(|id| model.workspace.short_name(id))
        .collect();
    let value = if names.is_empty() {
        model.texts.get("form-none")
    } else {
        format!("{}: {}", names.len(), names.join(", "))
    };
    rows.push(plain(
        model,
        "form-members",
        value,
        Target::Open(Form::People),
    ));
    rows.extend(group(
        "form-papers-group",
        &[
            F::FirstNumber(year),
            F::Form,
            F::Layout,
            F::ListFrom,
            F::Annex,
            F::Stamp,
            F::Letterhead,
            F::ApprovalPost,
            F::ApprovalName,
        ],
    ));
    rows
}

fn setting(model: &Model, field: SettingsField) -> FormRow {
    let texts = &model.texts;
    let settings = model.workspace.settings();
    let own = Field::Settings(field);
    let label = label(model, &own);
    match field.choice(settings) {
        Some(id) => FormRow {
            label,
            value: texts.get(id),
            target: Target::Chosen(own),
        },
        None => FormRow {
            label,
            value: field.typed(settings, model.workspace.subjects()),
            target: Target::Typed(own),
        },
    }
}

fn people(model: &Model) -> Vec<FormRow> {
    let mut rows = vec![
        head(model, "form-people-head"),
        plain(model, "form-new-member", String::new(), Target::NewMember),
        plain(model, "form-members-file", String::new(), Target::Members),
    ];
    let members = &model.workspace.settings().members;
    let known = model.workspace.subjects();
    let sits = |subject: &&Subject| members.contains(&subject.id);
    rows.push(head(model, "form-at-the-table"));
    let seated = members.iter().filter_map(|id| known.get(id));
    rows.extend(seated.map(|subject| seat(model, subject, true)));
    rows.push(head(model, "form-not-at-the-table"));
    let others = known.iter().filter(|subject| !sits(subject));
    rows.extend(others.map(|subject| seat(model, subject, false)));
    rows
}

fn seat(model: &Model, subject: &Subject, sits: bool) -> FormRow {
    let sign = match (sits, model.ascii) {
        (true, false) => "✓",
        (true, true) => "+",
        (false, _) => " ",
    };
    let body = subject
        .organisation
        .as_ref()
        .map_or_else(String::new, |id| model.workspace.short_name(id).to_owned());
    let value = if subject.full == subject.short {
        body
    } else if body.is_empty() {
        subject.full.to_string()
    } else {
        format!("{} · {body}", subject.full)
    };
    FormRow {
        label: format!("{sign} {}", subject.short),
        value,
        target: Target::Subject(subject.id.clone()),
    }
}

fn one(model: &Model, subject: &Subject) -> Vec<FormRow> {
    let texts = &model.texts;
    let mut rows = vec![head(model, "form-subject-head")];
    let own = |field: &SubjectField| field.is_of(subject);
    for field in SubjectField::ALL.into_iter().filter(own) {
        let own = Field::Subject(subject.id.clone(), field);
        let (value, target) = match field.choice(subject) {
            Some(id) => (texts.get(id), Target::Chosen(own)),
            None => (
                field.typed(subject, model.workspace.subjects()),
                Target::Typed(own),
            ),
        };
        rows.push(plain(
            model,
            &format!("form-field-{}", field.id()),
            value,
            target,
        ));
    }
    rows
}

fn requisites(model: &Model, document: &Document) -> Vec<FormRow> {
    let mut rows = vec![head(model, "form-document-head")];
    rows.extend(DocumentField::ALL.into_iter().map(|field| {
        plain(
            model,
            &format!("form-field-{}", field.id()),
            field.typed(document),
            Target::Typed(Field::Document(document.key, field)),
        )
    }));
    rows.push(plain(
        model,
        "form-lines",
        model.texts.with(
            "form-lines-count",
            &[("n", document.activities().count().into())],
        ),
        Target::Line(document.key),
    ));
    rows.extend(document.rows().iter().map(|row| {
        FormRow {
            label: format!(
                "{}{} {}",
                "  ".repeat(row.depth),
                row.node.number(),
                row.node.title()
            ),
            value: row
                .activity()
                .map_or_else(String::new, |activity| activity.term.to_string()),
            target: Target::Head,
        }
    }));
    rows
}

/// What a field is called.
pub(in crate::tui) fn label(model: &Model, field: &Field) -> String {
    let texts = &model.texts;
    let id = match field {
        Field::Settings(SettingsField::FirstNumber(year)) => {
            let year = [("year", year.to_string().into())];
            return texts.with("form-field-first-number", &year);
        }
        Field::Settings(field) => field.id(),
        Field::Subject(_, field) => field.id(),
        Field::Document(_, field) => field.id(),
    };
    texts.get(&format!("form-field-{id}"))
}

/// What a field wants.
pub(in crate::tui) fn help(model: &Model, field: &Field) -> String {
    use SettingsField as F;
    let id = match field {
        Field::Settings(F::Organisation) => "form-help-organisation",
        Field::Settings(F::Heading) => "form-help-heading",
        Field::Settings(F::Place) => "form-help-place",
        Field::Settings(F::Time) => "form-help-time",
        Field::Settings(F::Letterhead) => "form-help-letterhead",
        Field::Settings(F::Chair | F::Secretary)
        | Field::Subject(_, SubjectField::Organisation) => "form-help-who",
        Field::Subject(_, SubjectField::Post) => "form-help-post",
        Field::Subject(_, SubjectField::Dative) => "form-help-dative",
        Field::Document(_, DocumentField::Date) => "form-help-date",
        Field::Document(_, DocumentField::Period) => "form-help-period",
        _ => return String::new(),
    };
    model.texts.get(id)
}

/// How a line typed for a document is understood so far, its deadline read.
pub(in crate::tui) fn line_reading(
    model: &Model,
    key: DocumentKey,
    is_heading: bool,
    typed: &str,
) -> String {
    let texts = &model.texts;
    let help = if is_heading {
        "prompt-heading-help"
    } else {
        "prompt-line-help"
    };
    let TypedLine::Activity(line) = TypedLine::activity(typed) else {
        return texts.get(help);
    };
    if is_heading || line.title.is_blank() || line.term.is_blank() {
        return texts.get(help);
    }
    let mut parts = vec![term_reading(model, key, &line.term)];
    if !line.executors.is_blank() {
        let who = ("who", line.executors.to_string().into());
        parts.push(texts.with("prompt-line-who", &[who]));
    }
    if !line.result.is_blank() {
        let result = ("result", line.result.to_string().into());
        parts.push(texts.with("prompt-line-result", &[result]));
    }
    parts.join(" · ")
}

/// «срок: 1 – 15 июня 2024».
fn term_reading(model: &Model, key: DocumentKey, term: &str) -> String {
    let texts = &model.texts;
    let period = model
        .workspace
        .document(key)
        .map_or_else(|| model.workspace.period(), Document::span);
    let settings = model.workspace.settings();
    let read = read_with(
        term,
        period,
        &settings.deadlines,
        model.workspace.calendar(),
    );
    if read.kind == Kind::Unread {
        return texts.with("prompt-line-unread", &[("term", term.to_owned().into())]);
    }
    let days: Vec<String> = read
        .windows
        .iter()
        .take(3)
        .map(|window| {
            if window.first == window.last {
                texts.date_full(window.first)
            } else {
                let (first, last) = (texts.date_full(window.first), texts.date_full(window.last));
                format!("{first} – {last}")
            }
        })
        .collect();
    let more = if read.windows.len() > 3 { ", …" } else { "" };
    let kind = format!("{:?}", read.kind).to_lowercase();
    let said = if days.is_empty() {
        texts.get(&format!("deadline-kind-{kind}"))
    } else {
        format!("{}{more}", days.join(", "))
    };
    let sure = match read.certainty {
        Certainty::Assumed { .. } => "prompt-line-assumed",
        _ => "prompt-line-term",
    };
    texts.with(sure, &[("term", said.into())])
}

/// The subjects at the table with one more or one less.
pub(in crate::tui) fn toggled(members: &[SubjectId], id: &SubjectId) -> Vec<SubjectId> {
    let mut members = members.to_vec();
    match members.iter().position(|known| known == id) {
        Some(place) => {
            members.remove(place);
        }
        None => members.push(id.clone()),
    }
    members
}
