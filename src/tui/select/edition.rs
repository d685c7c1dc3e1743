//! What the screen of an edition shows, line by line.

mod asked;

use crate::domain::document::{ActivityKey, Document, NodeKey};
use crate::domain::edition::{ChangeLine, ChangeSort, Doubt};
use crate::domain::workspace::{Fates, LostPoint};
use crate::message::edition as words;
use crate::tui::model::edition::{EditionLine, EditionState, Look, Proposal, Question, Shown};
use crate::tui::model::{Action, Model, Overlay, context};
use crate::tui::widget::text;

pub(in crate::tui) use asked::unanswered;

/// The screen of an edition, if it is the topmost overlay.
pub(in crate::tui) fn state(model: &Model) -> Option<&EditionState> {
    match model.overlays.last() {
        Some(Overlay::Edition(state)) => Some(state),
        _ => None,
    }
}

/// The screen of an edition, wherever it lies.
pub(in crate::tui) fn state_below(model: &Model) -> Option<&EditionState> {
    model
        .overlays
        .iter()
        .rev()
        .find_map(|overlay| match overlay {
            Overlay::Edition(state) => Some(&**state),
            _ => None,
        })
}

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut EditionState> {
    match model.overlays.last_mut() {
        Some(Overlay::Edition(state)) => Some(state),
        _ => None,
    }
}

/// The key of an action on the screen of an edition.
pub(in crate::tui) fn key(model: &Model, action: Action) -> String {
    let place = match action {
        Action::Back | Action::Undo | Action::Editions => context::GLOBAL,
        _ => context::EDITION,
    };
    let chords = model.keymap.chords(place, action.name());
    chords.first().map(ToString::to_string).unwrap_or_default()
}

/// The name of the document an edition is of.
pub(in crate::tui) fn document_name(model: &Model, shown: &Shown) -> String {
    document_of(model, shown).map_or_else(String::new, |it| it.short_name().to_owned())
}

/// The document an edition is of.
pub(in crate::tui) fn document_of<'m>(model: &'m Model, shown: &Shown) -> Option<&'m Document> {
    let key = match shown {
        Shown::Proposed(proposal) => Some(proposal.pending.document),
        Shown::Adopted(act) => model.workspace.edition(*act).map(|it| it.document),
    };
    model.workspace.document(key?)
}

/// How wide a line of the screen is.
fn width(model: &Model) -> usize {
    usize::from(model.size.width).saturating_sub(10).max(20)
}

/// Makes the lines anew when answers, width or language are other ones.
pub(in crate::tui) fn refresh(model: &mut Model, is_changed: bool) {
    let made_for = (width(model), model.texts.language());
    let Some(state) = state(model) else {
        return;
    };
    if !is_changed && state.made_for == made_for {
        return;
    }
    let lines = lines(model, &state.shown, made_for.0);
    if let Some(state) = state_mut(model) {
        state.selected = state.selected.min(lines.len().saturating_sub(1));
        state.lines = lines;
        state.made_for = made_for;
    }
}

/// The lines of the screen, wrapped to a width.
fn lines(model: &Model, shown: &Shown, width: usize) -> Vec<EditionLine> {
    let mut page = Page {
        model,
        width: width.max(20),
        lines: Vec::new(),
    };
    match shown {
        Shown::Proposed(proposal) => {
            page.questions(proposal);
            let changes = model.workspace.summary_of(&proposal.pending);
            let changes = without_doubts(changes, proposal);
            page.changes(&changes);
            if changes.is_empty() && proposal.doubts.is_empty() {
                page.say(&model.texts.get("edition-nothing"), 0, Look::Plain, None);
            } else {
                let pending = &proposal.pending;
                let day = model.today;
                let changes = &pending.comparison.changes;
                page.fates(
                    &model.workspace.fates(pending.document, changes, day),
                    proposal,
                );
            }
        }
        Shown::Adopted(act) => {
            if let Some(edition) = model.workspace.edition(*act)
                && !edition.basis.is_blank()
            {
                let basis = ("basis", edition.basis.to_string().into());
                let text = model.texts.with("edition-screen-basis", &[basis]);
                page.say(&text, 0, Look::Plain, None);
            }
            page.changes(&model.workspace.summary_of_edition(*act));
        }
    }
    page.lines
}

/// What waits for an answer is neither added nor excluded.
fn without_doubts(changes: Vec<ChangeLine>, proposal: &Proposal) -> Vec<ChangeLine> {
    let open: Vec<&Doubt> = proposal
        .doubts
        .iter()
        .filter(|it| it.1.is_none())
        .map(|it| &it.0)
        .collect();
    let given = &proposal.pending.given.document;
    let news: Vec<(&str, &str)> = open
        .iter()
        .filter_map(|doubt| given.node(doubt.new))
        .map(|node| (node.number().as_str(), node.title().as_str()))
        .collect();
    let is_open = |line: &ChangeLine| match line.sort {
        ChangeSort::Excluded => open.iter().any(|doubt| Some(doubt.old) == line.key),
        ChangeSort::Added => news.contains(&(line.number.as_str(), line.title.as_str())),
        _ => false,
    };
    changes.into_iter().filter(|it| !is_open(it)).collect()
}

struct Page<'a> {
    model: &'a Model,
    width: usize,
    lines: Vec<EditionLine>,
}

impl Page<'_> {
    fn say(&mut self, content: &str, indent: usize, look: Look, question: Option<&Question>) {
        let room = self.width.saturating_sub(indent).max(10);
        for (place, line) in text::wrap(content, room).into_iter().enumerate() {
            let more = if place == 0 { 0 } else { 2 };
            let pad = " ".repeat(indent + more.min(room.saturating_sub(10)));
            self.lines.push(EditionLine {
                text: format!("{pad}{line}"),
                look,
                question: question.cloned(),
            });
        }
    }

    fn group(&mut self, content: &str) {
        if !self.lines.is_empty() {
            self.say(" ", 0, Look::Plain, None);
        }
        self.say(content, 0, Look::Group, None);
    }

    fn changes(&mut self, changes: &[ChangeLine]) {
        for sort in ChangeSort::ALL {
            let own: Vec<&ChangeLine> = changes.iter().filter(|it| it.sort == sort).collect();
            if own.is_empty() {
                continue;
            }
            let texts = &self.model.texts;
            self.group(&words::group(texts, sort, own.len()));
            for line in own {
                self.say(&words::name(line), 2, Look::Plain, None);
                for detail in words::details(texts, line) {
                    self.say(&detail, 6, Look::Dim, None);
                }
            }
        }
    }

    fn fates(&mut self, fates: &Fates, proposal: &Proposal) {
        let texts = &self.model.texts;
        self.group(&texts.get("edition-group-fates"));
        let asked = |key: NodeKey| {
            let mut open = proposal.doubts.iter().filter(|it| it.1.is_none());
            open.any(|it| it.0.old == key)
        };
        let before = self.lines.len();
        for fate in &fates.points {
            let from = ("from", texts.date_full(fate.from).into());
            let what = ("what", self.short(fate.activity).into());
            let is_asked = |it: &LostPoint| (it.activity, it.from) == (fate.activity, fate.from);
            let said = match fate.to {
                Some(to) => {
                    let to = ("to", texts.date_full(to).into());
                    texts.with("edition-fate-moves", &[what, from, to])
                }
                None if proposal.pending.points.iter().any(is_asked) => continue,
                None => texts.with("edition-fate-goes", &[what, from]),
            };
            self.say(&said, 2, Look::Fate, None);
        }
        for gone in fates.excluded.iter().filter(|it| !asked(it.activity)) {
            if gone.marks == 0 {
                continue;
            }
            let what = ("what", self.short(gone.activity).into());
            let marks = ("marks", gone.marks.into());
            let said = texts.with("edition-fate-excluded", &[what, marks]);
            self.say(&said, 2, Look::Fate, None);
        }
        if fates.stay > 0 {
            let said = texts.with("edition-fate-stay", &[("n", fates.stay.into())]);
            self.say(&said, 2, Look::Fate, None);
        }
        if self.lines.len() == before {
            self.say(&texts.get("edition-fate-nothing"), 2, Look::Plain, None);
        }
    }

    fn short(&self, key: ActivityKey) -> String {
        let point = self.model.workspace.point(key);
        if point.is_empty() {
            let title = self.model.workspace.activity_title(key);
            return text::cut(&title, 40).to_string();
        }
        point
    }
}
