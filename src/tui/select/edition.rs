//! What the screen of an edition shows, line by line.

use crate::domain::document::{ActivityKey, Document, Node, NodeKey};
use crate::domain::edition::{Cell, ChangeLine, ChangeSort, ChangedCell, Doubt};
use crate::domain::workspace::{Fates, Side};
use crate::message::edition as words;
use crate::tui::model::edition::{EditionLine, EditionState, Look, Proposal, Question, Shown};
use crate::tui::model::{Action, Model, Overlay, context};
use crate::tui::widget::text;

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
        Action::Back | Action::Undo | Action::Editions | Action::GoAssignments => context::GLOBAL,
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

/// How many questions wait for an answer.
pub(in crate::tui) fn unanswered(proposal: &Proposal) -> usize {
    let doubts = proposal.doubts.iter().filter(|it| it.1.is_none()).count();
    doubts + proposal.pending.open_conflicts().count()
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

    fn questions(&mut self, proposal: &Proposal) {
        let conflicts = &proposal.pending.comparison.conflicts;
        if proposal.doubts.is_empty() && conflicts.is_empty() {
            return;
        }
        let texts = &self.model.texts;
        let left = unanswered(proposal);
        self.group(&texts.with("edition-group-questions", &[("n", left.into())]));
        for (doubt, answer) in &proposal.doubts {
            self.doubt(proposal, doubt, *answer);
        }
        for conflict in conflicts {
            let side = proposal
                .pending
                .sides
                .get(&(conflict.key, conflict.cell.clone()));
            let question = Question::Sides {
                key: conflict.key,
                cell: conflict.cell.clone(),
            };
            let look = look_of(side.is_some());
            let what = self.model.workspace.named(conflict.key);
            let cell = texts.cell_name(&conflict.cell);
            let asked = [("what", what.into()), ("cell", cell.into())];
            self.say(
                &texts.with("edition-ask-sides", &asked),
                2,
                look,
                Some(&question),
            );
            for (id, said) in [
                ("edition-ask-ours", &conflict.ours),
                ("edition-ask-theirs", &conflict.theirs),
            ] {
                let said = texts.with(id, &[("text", said.to_string().into())]);
                self.say(&said, 6, Look::Plain, Some(&question));
            }
            let answer = match side {
                None => self.waits(),
                Some(Side::Theirs) => texts.get("edition-answer-theirs"),
                Some(Side::Ours) => texts.get("edition-answer-ours"),
            };
            self.say(&answer, 6, look, Some(&question));
        }
    }

    fn waits(&self) -> String {
        let (same, other) = (
            key(self.model, Action::SameText),
            key(self.model, Action::OtherText),
        );
        self.model.texts.with(
            "edition-answer-none",
            &[("same", same.into()), ("other", other.into())],
        )
    }

    fn doubt(&mut self, proposal: &Proposal, doubt: &Doubt, answer: Option<bool>) {
        let texts = &self.model.texts;
        let question = Question::Same {
            old: doubt.old,
            new: doubt.new,
        };
        let ours = self.model.workspace.document(proposal.pending.document);
        let theirs = &proposal.pending.given.document;
        let look = look_of(answer.is_some());
        let percent = [("percent", i64::from(doubt.likeness).into())];
        self.say(
            &texts.with("edition-ask-same", &percent),
            2,
            look,
            Some(&question),
        );
        let old = ours.and_then(|it| it.node(doubt.old));
        let new = theirs.node(doubt.new);
        for (id, document, node) in [
            ("edition-ask-old", ours, old),
            ("edition-ask-new", Some(theirs), new),
        ] {
            let what = placed(document, node);
            let said = texts.with(id, &[("what", what.into())]);
            self.say(&said, 6, Look::Plain, Some(&question));
        }
        for differing in differing(old, new) {
            let said = words::cell(texts, &differing);
            self.say(&said, 6, Look::Dim, Some(&question));
        }
        let (marks, assignments) = history(self.model, doubt.old);
        if marks + assignments > 0 {
            let said = texts.with(
                "edition-ask-history",
                &[("marks", marks.into()), ("assignments", assignments.into())],
            );
            self.say(&said, 6, Look::Fate, Some(&question));
        }
        let answer = match answer {
            None => self.waits(),
            Some(true) => texts.get("edition-answer-same"),
            Some(false) => texts.get("edition-answer-other"),
        };
        self.say(&answer, 6, look, Some(&question));
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
            let said = match fate.to {
                Some(to) => {
                    let to = ("to", texts.date_full(to).into());
                    texts.with("edition-fate-moves", &[what, from, to])
                }
                None => texts.with("edition-fate-goes", &[what, from]),
            };
            self.say(&said, 2, Look::Fate, None);
        }
        for gone in fates.excluded.iter().filter(|it| !asked(it.activity)) {
            if gone.marks == 0 && gone.open.is_empty() {
                continue;
            }
            let what = ("what", self.short(gone.activity).into());
            let marks = ("marks", gone.marks.into());
            let said = texts.with("edition-fate-excluded", &[what, marks]);
            self.say(&said, 2, Look::Fate, None);
            if !gone.open.is_empty() {
                let key = ("key", key(self.model, Action::GoAssignments).into());
                let said = texts.with("edition-fate-open", &[("n", gone.open.len().into()), key]);
                self.say(&said, 4, Look::Asked, None);
            }
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

fn look_of(is_answered: bool) -> Look {
    if is_answered {
        Look::Answered
    } else {
        Look::Asked
    }
}

/// A node with the heading it stands under.
fn placed(document: Option<&Document>, node: Option<&Node>) -> String {
    let Some(node) = node else {
        return String::new();
    };
    let own = format!("{} {}", node.number(), node.title());
    let path = document.map(|it| it.path(node.key())).unwrap_or_default();
    match path.last() {
        Some(heading) => format!("{} ({})", own.trim(), text::cut(&heading.name(), 60)),
        None => own.trim().to_owned(),
    }
}

/// What two nodes say otherwise, beside number and text.
fn differing(old: Option<&Node>, new: Option<&Node>) -> Vec<ChangedCell> {
    let (Some(old), Some(new)) = (old, new) else {
        return Vec::new();
    };
    Cell::all(new)
        .into_iter()
        .filter(|cell| !matches!(cell, Cell::Number | Cell::Title | Cell::ReadAs))
        .map(|cell| ChangedCell {
            before: cell.of(old),
            after: cell.of(new),
            cell,
        })
        .filter(|it| it.before != it.after)
        .collect()
}

/// How much is on record of a node.
fn history(model: &Model, key: NodeKey) -> (usize, usize) {
    let marks = model.workspace.ledger().marks(key).len();
    let open = model.workspace.open_assignments_of(key, model.today);
    (marks, open.len())
}
