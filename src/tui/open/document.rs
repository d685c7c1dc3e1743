//! The control of a document as a whole: the chair alone takes it off (domain.md 1.7).

use crate::domain::agenda::ItemKey;
use crate::domain::control::DocumentControl;
use crate::domain::document::DocumentKey;
use crate::tui::act::{Effect, Outside, control};
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::plan::Node;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::open::{self, dialog, prompt, screens};
use crate::tui::select::event::activity_here;
use crate::tui::select::{agenda, plan};

/// Every point is done: off control.
const LIFT: usize = 0;
/// Off control with open points, for a reason.
const DROP: usize = 1;
/// On control again, for a reason.
const RETURN: usize = 2;
/// How it is carried out.
const EXECUTION: usize = 3;
/// What is open goes on in another document.
const CARRY: usize = 4;

/// The document the cursor is in.
fn document_here(model: &Model) -> Option<DocumentKey> {
    if let Some(Screen::Plan(state)) = model.screen()
        && let Some(Node::Document(key)) = state.selected
    {
        return Some(key);
    }
    if let Some(activity) = activity_here(model) {
        return model.workspace.document_of(activity).map(|it| it.key);
    }
    let Some(Node::Heading(key)) = plan::state(model).and_then(|state| state.selected) else {
        return None;
    };
    let mut documents = model.workspace.documents().iter();
    let found = documents.find(|document| document.headings().any(|it| it.key == key));
    found.map(|document| document.key)
}

/// Asks what is decided on the control of the document under the cursor.
pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let document = document_here(model).and_then(|key| model.workspace.document(key));
    let Some(document) = document else {
        model.notice = Some(Notice::warning(model.texts.get("notice-no-document-here")));
        return Vec::new();
    };
    let (workspace, texts) = (&model.workspace, &model.texts);
    let item = match model.screen() {
        Some(Screen::Meeting(_)) => agenda::selected_item(model),
        _ => None,
    };
    let carried = model.workspace.carried(document, model.day());
    let off = model.workspace.off_control(document, model.day());
    let line = |id: &str, detail: String, value| Line {
        text: texts.get(id),
        detail,
        choose: Choose::Document(document.key, item),
        value,
    };
    let numbers = [
        ("done", carried.done.into()),
        ("all", carried.all.into()),
        ("open", carried.open.into()),
    ];
    let mut lines = Vec::new();
    if let Some(word) = off {
        let date = texts.date_full(word.day);
        let since = texts.with("document-off-since", &[("date", date.into())]);
        lines.push(line("document-return", since, RETURN));
    } else {
        let lift = line(
            "document-lift",
            texts.with("document-carried", &numbers),
            LIFT,
        );
        let drop = line("document-drop", String::new(), DROP);
        if carried.is_complete() {
            lines.extend([lift, drop]);
        } else {
            lines.extend([drop, lift]);
        }
    }
    if let Some(closing) = open::carry::possible(model, document.key) {
        let next = closing.successor.and_then(|key| workspace.document(key));
        let said = [
            ("n", closing.open.len().into()),
            ("assignments", closing.assignments.len().into()),
            ("to", next.map_or("", |it| it.short_name()).into()),
        ];
        let detail = texts.with("document-carry-detail", &said);
        lines.insert(0, line("document-carry", detail, CARRY));
    }
    lines.push(line("document-execution", String::new(), EXECUTION));
    let title = texts.with(
        "choice-document",
        &[("document", document.short_name().to_owned().into())],
    );
    dialog::choose(model, title, lines);
    Vec::new()
}

/// What a chosen line of [`open`] does.
pub(in crate::tui) fn chosen(
    model: &mut Model,
    key: DocumentKey,
    item: Option<ItemKey>,
    value: usize,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    let Some(document) = model.workspace.document(key) else {
        return Vec::new();
    };
    let carried = model.workspace.carried(document, model.day());
    match value {
        LIFT if carried.is_complete() => {
            if dialog::refuses_changes(model) {
                return Vec::new();
            }
            let decision = item.map(|item| ((outside.new_id)(), item));
            control::of_document(model, key, DocumentControl::Lifted, decision)
        }
        LIFT => {
            let open = model
                .texts
                .with("notice-document-open", &[("n", carried.open.into())]);
            model.notice = Some(Notice::warning(open));
            Vec::new()
        }
        DROP | RETURN => {
            let purpose = Purpose::DocumentReason {
                document: key,
                is_off: value == DROP,
                item,
            };
            prompt::open(model, purpose, "")
        }
        CARRY => open::carry::open(model, key, item),
        _ => screens::go_execution(model, key),
    }
}
