//! What of a document whose time is over goes on in another one, a line each, looked over before
//! it is recorded: sure pairs are taken, of others the chair says.

use crate::domain::agenda::ItemKey;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::workspace::Closing;
use crate::tui::act::{Effect, Outside, carry};
use crate::tui::model::choice::{Carry, Choose, Line};
use crate::tui::model::{Action, Model, Notice, Overlay, context};
use crate::tui::open::{dialog, search};

/// The pair is taken.
const TAKEN: usize = 1;

/// What of a document could go on in another one; `None` while it runs, and where nothing is open
/// or nothing goes on with it.
pub(in crate::tui) fn possible(model: &Model, document: DocumentKey) -> Option<Closing> {
    let closing = model.workspace.closing(document, model.day())?;
    (closing.successor.is_some() && !closing.open.is_empty()).then_some(closing)
}

/// Opens the list.
pub(in crate::tui) fn open(
    model: &mut Model,
    document: DocumentKey,
    item: Option<ItemKey>,
) -> Vec<Effect> {
    if dialog::refuses_changes(model) {
        return Vec::new();
    }
    let closing = possible(model, document);
    let Some((closing, to)) = closing.and_then(|it| it.successor.map(|to| (it, to))) else {
        model.notice = Some(Notice::warning(model.texts.get("carry-nothing-open")));
        return Vec::new();
    };
    let carry = Carry {
        document,
        to,
        item,
        pair: None,
    };
    let mut lines = vec![Line {
        text: String::new(),
        detail: String::new(),
        choose: Choose::Carry(carry.clone()),
        value: 0,
    }];
    lines.extend(closing.open.iter().map(|(old, new)| {
        let doubted = closing.doubts.iter().find(|doubt| doubt.old == *old);
        let new = new.or(doubted.map(|doubt| doubt.new));
        let value = usize::from(new.is_some() && doubted.is_none());
        let pair = Some((*old, new));
        let carry = Carry {
            pair,
            ..carry.clone()
        };
        line(model, carry, value)
    }));
    let said = [
        ("document", name(model, document).into()),
        ("to", name(model, to).into()),
    ];
    let title = model.texts.with("carry-title", &said);
    dialog::choose(model, title, lines);
    count(model);
    Vec::new()
}

fn name(model: &Model, document: DocumentKey) -> String {
    let known = model.workspace.document(document);
    known.map_or_else(String::new, |it| it.short_name().to_owned())
}

/// «✓ 1.2.4 Вебинар»: and beside it what goes on with it.
fn line(model: &Model, carry: Carry, value: usize) -> Line {
    let (text, detail) = match carry.pair {
        None => (String::new(), String::new()),
        Some((old, new)) => {
            let sign = match (value == TAKEN, model.ascii) {
                (true, false) => "✓",
                (true, true) => "+",
                (false, _) => " ",
            };
            let detail = match new {
                Some(new) => format!("→ {}", beside(model, old, new)),
                None => model.texts.get("carry-no-pair"),
            };
            (format!("{sign} {}", named(model, old)), detail)
        }
    };
    Line {
        text,
        detail,
        choose: Choose::Carry(carry),
        value,
    }
}

/// The number and the title of an activity; its document stands above the list.
fn named(model: &Model, key: ActivityKey) -> String {
    let known = model.workspace.activity(key);
    let said = known.map(|(it, _)| format!("{} {}", it.number, it.title));
    said.unwrap_or_default().trim().to_owned()
}

/// What goes on with an activity: by its number alone where it has the same words.
fn beside(model: &Model, old: ActivityKey, new: ActivityKey) -> String {
    let title = |key| model.workspace.activity(key).map(|(it, _)| &it.title);
    let number = model.workspace.activity(new).map(|(it, _)| &it.number);
    match number {
        Some(number) if title(old) == title(new) && !number.is_blank() => number.to_string(),
        _ => named(model, new),
    }
}

/// The pairs that are taken.
fn taken(model: &Model) -> Vec<(ActivityKey, ActivityKey)> {
    let Some(Overlay::Choice(state)) = model.overlays.last() else {
        return Vec::new();
    };
    let taken = state.lines.iter().filter(|line| line.value == TAKEN);
    let pairs = taken.filter_map(|line| match &line.choose {
        Choose::Carry(carry) => carry.pair,
        _ => None,
    });
    pairs.filter_map(|(old, new)| Some((old, new?))).collect()
}

/// Says in the first line what it would record.
fn count(model: &mut Model) {
    let pairs = taken(model);
    let day = model.day();
    let assignments: usize = pairs
        .iter()
        .map(|(old, _)| model.workspace.open_assignments_of(*old, day).len())
        .sum();
    let said = [
        ("n", pairs.len().into()),
        ("assignments", assignments.into()),
    ];
    let text = model.texts.with("carry-take", &said);
    let key = model.keymap.chords(context::CHOICE, Action::Retype.name());
    let key = key.first().map(ToString::to_string).unwrap_or_default();
    let detail = model.texts.with("carry-help", &[("key", key.into())]);
    if let Some(Overlay::Choice(state)) = model.overlays.last_mut()
        && let Some(first) = state.lines.first_mut()
    {
        first.text = text;
        first.detail = detail;
    }
}

/// What Enter does on a line: the first records, another is taken or left; one without a pair asks
/// for it.
pub(in crate::tui) fn chosen(
    model: &mut Model,
    carry: &Carry,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    match carry.pair {
        None => {
            let pairs = taken(model);
            let decision = carry.item.map(|item| ((outside.new_id)(), item));
            carry::over(model, carry.document, carry.to, pairs, decision)
        }
        Some((_, None)) => ask(model, carry),
        Some(_) => {
            let value = match model.overlays.last() {
                Some(Overlay::Choice(state)) => {
                    state.lines.get(state.selected).map_or(0, |line| line.value)
                }
                _ => 0,
            };
            put(model, carry.clone(), usize::from(value != TAKEN));
            Vec::new()
        }
    }
}

/// Searches the activity of the other document that takes the line under the cursor over.
pub(in crate::tui) fn ask(model: &mut Model, carry: &Carry) -> Vec<Effect> {
    match carry.pair {
        Some((old, _)) => search::open_for_pair(model, carry.to, old),
        None => Vec::new(),
    }
}

/// Takes an activity that was found for the line under the cursor.
pub(in crate::tui) fn paired(model: &mut Model, new: ActivityKey) -> Vec<Effect> {
    let Some(Overlay::Choice(state)) = model.overlays.last() else {
        return Vec::new();
    };
    let line = state.lines.get(state.selected).cloned();
    if let Some(Choose::Carry(carry)) = line.map(|line| line.choose)
        && let Some((old, _)) = carry.pair
    {
        let pair = Some((old, Some(new)));
        put(model, Carry { pair, ..carry }, TAKEN);
    }
    Vec::new()
}

/// Puts another line in the place of the one under the cursor.
fn put(model: &mut Model, carry: Carry, value: usize) {
    let line = line(model, carry, value);
    if let Some(Overlay::Choice(state)) = model.overlays.last_mut()
        && let Some(place) = state.lines.get_mut(state.selected)
    {
        *place = line;
    }
    count(model);
}
