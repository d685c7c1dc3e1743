//! The questions of an edition: whether two are one, which side counts, where marks go, what
//! becomes of assignments.

use super::{Page, key, text, words};
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, Document, Node, NodeKey};
use crate::domain::edition::{Cell, ChangedCell, Doubt};
use crate::domain::workspace::{LeftAssignment, LostPoint, Parting, Side};
use crate::tui::model::edition::{Look, Proposal, Question};
use crate::tui::model::{Action, Model};

/// How many questions wait for an answer.
pub(in crate::tui) fn unanswered(proposal: &Proposal) -> usize {
    let doubts = proposal.doubts.iter().filter(|it| it.1.is_none()).count();
    let pending = &proposal.pending;
    let is_open = |it: &&(ActivityKey, Vec<LostPoint>)| {
        pending.open_points().any(|point| point.activity == it.0)
    };
    let points = lost(proposal).iter().filter(is_open).count();
    let answered = &pending.answers.partings;
    let is_left = |it: &&LeftAssignment| !answered.contains_key(&it.assignment);
    let partings = left(proposal).iter().filter(is_left).count();
    doubts + pending.open_conflicts().count() + points + partings
}

/// The lost control points, activity by activity.
fn lost(proposal: &Proposal) -> Vec<(ActivityKey, Vec<LostPoint>)> {
    let mut found: Vec<(ActivityKey, Vec<LostPoint>)> = Vec::new();
    for point in &proposal.pending.points {
        match found.last_mut() {
            Some((activity, points)) if *activity == point.activity => points.push(*point),
            _ => found.push((point.activity, vec![*point])),
        }
    }
    found
}

/// The assignments of what is excluded, without what may be one with something new.
fn left(proposal: &Proposal) -> Vec<LeftAssignment> {
    let is_asked = |key: NodeKey| {
        let mut open = proposal.doubts.iter().filter(|it| it.1.is_none());
        open.any(|it| it.0.old == key)
    };
    let all = proposal.pending.left.iter().copied();
    all.filter(|it| !is_asked(it.activity)).collect()
}

impl Page<'_> {
    pub(super) fn questions(&mut self, proposal: &Proposal) {
        let pending = &proposal.pending;
        let conflicts = &pending.comparison.conflicts;
        let lost = lost(proposal);
        let left = left(proposal);
        if proposal.doubts.is_empty() && conflicts.is_empty() && lost.is_empty() && left.is_empty()
        {
            return;
        }
        let texts = &self.model.texts;
        let n = ("n", unanswered(proposal).into());
        self.group(&texts.with("edition-group-questions", &[n]));
        for (doubt, answer) in &proposal.doubts {
            self.doubt(proposal, doubt, *answer);
        }
        for conflict in conflicts {
            let side = pending
                .answers
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
                Some(Side::Ours | Side::Base) => texts.get("edition-answer-ours"),
            };
            self.say(&answer, 6, look, Some(&question));
        }
        for (activity, points) in lost {
            self.lost(proposal, activity, &points);
        }
        for one in left {
            self.left(proposal, one);
        }
    }

    /// Marks of control points the new deadline has no more.
    fn lost(&mut self, proposal: &Proposal, activity: ActivityKey, points: &[LostPoint]) {
        let texts = &self.model.texts;
        let question = Question::Points { activity };
        let answers = &proposal.pending.answers.points;
        let answer = |point: &LostPoint| answers.get(&(activity, point.from)).copied();
        let given: Vec<Option<Date>> = points.iter().filter_map(answer).collect();
        let look = look_of(given.len() == points.len());
        let what = ("what", self.model.workspace.named(activity).into());
        self.say(
            &texts.with("edition-ask-points", &[what]),
            2,
            look,
            Some(&question),
        );
        for point in points {
            let said = texts.with(
                "edition-ask-point",
                &[
                    ("from", texts.date_full(point.from).into()),
                    ("to", texts.date_full(point.nearest).into()),
                ],
            );
            self.say(&said, 6, Look::Plain, Some(&question));
        }
        let said = match given.first() {
            None => self.waits_for("edition-answer-points-none"),
            Some(Some(_)) => texts.get("edition-answer-points-go"),
            Some(None) => texts.get("edition-answer-points-stay"),
        };
        self.say(&said, 6, look, Some(&question));
    }

    /// An assignment under control on what is excluded.
    fn left(&mut self, proposal: &Proposal, one: LeftAssignment) {
        let model = self.model;
        let texts = &model.texts;
        let question = Question::Parting {
            assignment: one.assignment,
        };
        let answer = proposal.pending.answers.partings.get(&one.assignment);
        let look = look_of(answer.is_some());
        let what = ("what", model.workspace.named(one.activity).into());
        self.say(
            &texts.with("edition-ask-left", &[what]),
            2,
            look,
            Some(&question),
        );
        if let Some(view) = model.workspace.assignment(one.assignment, model.today) {
            let names = view.executors.iter();
            let mut said: Vec<String> = vec![format!("«{}»", view.text)];
            said.extend(names.map(|id| model.workspace.short_name(id).to_owned()));
            let due = view.due.map(|due| texts.date_full(due));
            said.extend(due.map(|due| texts.with("edition-ask-due", &[("date", due.into())])));
            let said = said.join(", ");
            self.say(&said, 6, Look::Plain, Some(&question));
        }
        let said = match answer {
            None => self.waits_for("edition-answer-left-none"),
            Some(Parting::Stays) => texts.get("edition-answer-left-stays"),
            Some(Parting::Dropped) => texts.get("edition-answer-left-dropped"),
        };
        self.say(&said, 6, look, Some(&question));
    }

    fn waits(&self) -> String {
        self.waits_for("edition-answer-none")
    }

    fn waits_for(&self, id: &str) -> String {
        let (same, other) = (
            key(self.model, Action::SameText),
            key(self.model, Action::OtherText),
        );
        self.model
            .texts
            .with(id, &[("same", same.into()), ("other", other.into())])
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
