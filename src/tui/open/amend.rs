//! Amending a document in the program: what of it, then the new words, then the screen that says
//! what becomes of the history.

use crate::domain::document::{Activity, Document, Heading, Node, NodeKey};
use crate::domain::edition::{Cell, Change, add_beside, move_beside, move_under, take_out};
use crate::domain::safe_text::SafeText;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Amending, Choose, Line};
use crate::tui::model::edition::{Beside, Draft};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Model, Notice};
use crate::tui::open::edition::propose;
use crate::tui::open::{dialog, prompt};
use crate::tui::widget::text;

/// The document a heading or an activity stands in.
fn document_of(model: &Model, key: NodeKey) -> Option<&Document> {
    let mut documents = model.workspace.documents().iter().map(AsRef::as_ref);
    documents.find(|it: &&Document| it.node(key).is_some())
}

/// Asks what is to be amended of a heading or an activity.
pub(in crate::tui) fn open(model: &mut Model, key: NodeKey) -> Vec<Effect> {
    if dialog::refuses_changes(model) {
        return Vec::new();
    }
    let Some(document) = document_of(model, key) else {
        return Vec::new();
    };
    let Some(node) = document.node(key).cloned() else {
        return Vec::new();
    };
    let is_heading = matches!(node, Node::Heading(_));
    let cells = Cell::all(&node).into_iter().filter(|cell| {
        let of_activities = matches!(cell, Cell::Executors | Cell::Other(_));
        *cell != Cell::ReadAs && !(is_heading && of_activities)
    });
    let texts = &model.texts;
    let mut lines: Vec<Line> = cells
        .map(|cell| Line {
            text: texts.cell_name(&cell),
            detail: text::cut(&cell.of(&node), 60).to_string(),
            choose: Choose::Amend(key, Amending::Cell(cell)),
            value: 0,
        })
        .collect();
    let plain = |id: &str, amending: Amending| Line {
        text: texts.get(id),
        detail: String::new(),
        choose: Choose::Amend(key, amending),
        value: 0,
    };
    lines.push(plain("amend-add-activity", Amending::AddActivity));
    lines.push(plain("amend-add-heading", Amending::AddHeading));
    lines.push(plain("amend-up", Amending::Move { is_down: false }));
    lines.push(plain("amend-down", Amending::Move { is_down: true }));
    if document.headings().next().is_some() {
        lines.push(plain("amend-under", Amending::Under));
    }
    if is_heading && !node.children().is_empty() {
        let whole = Amending::TakeOut { is_whole: true };
        lines.push(plain("amend-exclude-whole", whole));
        let alone = Amending::TakeOut { is_whole: false };
        lines.push(plain("amend-exclude-heading", alone));
    } else {
        lines.push(plain("amend-exclude", Amending::TakeOut { is_whole: true }));
    }
    let name = name_of(&node);
    let title = texts.with(
        "amend-title",
        &[("what", text::cut(&name, 60).to_string().into())],
    );
    push(model, title, lines);
    Vec::new()
}

fn push(model: &mut Model, title: String, lines: Vec<Line>) {
    dialog::choose(model, title, lines);
}

fn name_of(node: &Node) -> String {
    format!("{} {}", node.number(), node.title())
        .trim()
        .to_owned()
}

/// Goes on with what was chosen.
pub(in crate::tui) fn chosen(model: &mut Model, key: NodeKey, amending: Amending) -> Vec<Effect> {
    model.overlays.pop();
    let Some(document) = document_of(model, key).cloned() else {
        return Vec::new();
    };
    match amending {
        Amending::Cell(cell) => {
            let now = document.node(key).map(|node| cell.of(node));
            let now = now.unwrap_or_default().to_string();
            prompt::open(model, Purpose::AmendCell { key, cell }, &now)
        }
        Amending::AddActivity | Amending::AddHeading => {
            let Some(own) = model.workspace.unused_key(document.key) else {
                return Vec::new();
            };
            let node = if amending == Amending::AddActivity {
                Node::Activity(Activity {
                    key: own,
                    ..Activity::default()
                })
            } else {
                Node::Heading(Heading {
                    key: own,
                    ..Heading::default()
                })
            };
            let draft = Draft {
                beside: key,
                node,
                said: 0,
            };
            prompt::open(model, Purpose::AmendNew(Box::new(draft)), "")
        }
        Amending::Move { is_down } => {
            let changes = move_beside(&document, key, is_down);
            look_over(model, &document, changes)
        }
        Amending::Under => {
            choose_heading(model, &document, key);
            Vec::new()
        }
        Amending::To(heading) => {
            let changes = move_under(&document, key, heading);
            look_over(model, &document, changes)
        }
        Amending::TakeOut { is_whole } => {
            let changes = take_out(&document, key, is_whole);
            look_over(model, &document, changes)
        }
    }
}

fn choose_heading(model: &mut Model, document: &Document, key: NodeKey) {
    let line = |text: String, heading| Line {
        text,
        detail: String::new(),
        choose: Choose::Amend(key, Amending::To(heading)),
        value: 0,
    };
    let mut lines: Vec<Line> = document
        .headings()
        .map(|heading| {
            let depth = document.path(heading.key).len();
            let name = format!("{}{}", "  ".repeat(depth), heading.name());
            line(name, Some(heading.key))
        })
        .collect();
    lines.push(line(model.texts.get("amend-under-none"), None));
    let title = model.texts.get("amend-under");
    push(model, title, lines);
}

/// The new words of a cell.
pub(in crate::tui) fn cell_typed(
    model: &mut Model,
    key: NodeKey,
    cell: Cell,
    text: SafeText,
) -> Vec<Effect> {
    let Some(document) = document_of(model, key).cloned() else {
        return Vec::new();
    };
    let now = document.node(key).map(|node| cell.of(node));
    if now.as_ref() == Some(&text) {
        return crate::tui::act::refuse(model, "amend-same");
    }
    if text.is_blank() && cell == Cell::Title {
        return crate::tui::act::refuse(model, "error-empty");
    }
    model.overlays.pop();
    look_over(model, &document, vec![Change::Amend { key, cell, text }])
}

/// One more cell of what is added; after the last one all is looked over.
pub(in crate::tui) fn new_typed(
    model: &mut Model,
    mut draft: Draft,
    text: &SafeText,
) -> Vec<Effect> {
    let Some(cell) = draft.asked() else {
        return Vec::new();
    };
    if text.is_blank() && cell == Cell::Title {
        return crate::tui::act::refuse(model, "error-empty");
    }
    cell.put(&mut draft.node, text);
    draft.said += 1;
    if draft.asked().is_some() {
        return prompt::next(model, Purpose::AmendNew(Box::new(draft)));
    }
    let Some(document) = document_of(model, draft.beside).cloned() else {
        return Vec::new();
    };
    model.overlays.pop();
    let changes = add_beside(&document, draft.node, Some(draft.beside));
    look_over(model, &document, changes)
}

/// Shows what becomes of the history, to be adopted with a basis.
fn look_over(model: &mut Model, document: &Document, changes: Vec<Change>) -> Vec<Effect> {
    if changes.is_empty() {
        let text = model.texts.get("amend-nothing");
        model.notice = Some(Notice::warning(text));
        return Vec::new();
    }
    if let Some(pending) = model.workspace.amended(document.key, changes) {
        propose(model, pending, Beside::default());
    }
    Vec::new()
}
