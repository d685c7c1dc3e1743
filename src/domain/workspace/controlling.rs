//! «На контроле у …»: what somebody controls, of the documents and their points.

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::document::{ActivityKey, Document};
use super::super::fold::fold;
use super::super::safe_text::SafeText;
use super::super::subject::{Mention, SubjectId, mentions};
use super::on_control::{document_controllers, point_controller};
use super::{AssignmentView, Duty, Workspace};

/// Somebody who controls documents or points of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Controller {
    /// The short name of the subject, or the words of the document where nobody answers to them.
    pub name: SafeText,
    /// How many documents are under his control as wholes.
    pub documents: usize,
    /// How many points are, those of these documents included.
    pub points: usize,
    /// How many open assignments name him themselves.
    pub assignments: usize,
}

/// What is under the control of one, to be asked of every line of a list.
#[derive(Clone, Debug)]
pub struct ControlledBy<'a> {
    workspace: &'a Workspace,
    subject: Option<SubjectId>,
    /// The cells and sentences of the documents that name him.
    words: Vec<&'a str>,
}

impl Workspace {
    /// Everybody who controls something on a day, in the order of the documents.
    pub fn controlling(&self, day: Date) -> Vec<Controller> {
        let mut all: Vec<Controller> = Vec::new();
        for document in self.documents() {
            let own = self.names_of(&document.controller);
            for name in &own {
                count(&mut all, name.clone(), |it| &mut it.documents);
            }
            for activity in document.activities() {
                let named = point_controller(activity).map(|words| self.names_of(words));
                for name in named.as_ref().unwrap_or(&own) {
                    count(&mut all, name.clone(), |it| &mut it.points);
                }
            }
        }
        for view in self.assignments_on(day).all() {
            if let (Some(who), false) = (&view.controller, view.state.is_closed()) {
                let name = SafeText::from(self.short_name(who).to_owned());
                count(&mut all, name, |it| &mut it.assignments);
            }
        }
        all
    }

    /// What is under the control of one who is called so: by any name of a subject, or by the words
    /// of a document.
    pub fn controlled_by(&self, who: &str) -> ControlledBy<'_> {
        let subject = self.subjects().find(who).map(|it| it.id.clone());
        let wanted = fold(who);
        let is_meant = |mention: &Mention| match (&mention.subject, &subject) {
            (Some(named), Some(meant)) => named == meant,
            _ => fold(&mention.text) == wanted,
        };
        let mut words: Vec<&str> = self
            .documents()
            .iter()
            .flat_map(|document| document_controllers(document))
            .collect();
        words.retain(|words| mentions(words, self.subjects()).iter().any(is_meant));
        words.sort_unstable();
        words.dedup();
        ControlledBy {
            workspace: self,
            subject,
            words,
        }
    }

    /// Who is named by words, each by the name lists call him by.
    fn names_of(&self, words: &str) -> Vec<SafeText> {
        let mut names: Vec<SafeText> = Vec::new();
        for mention in mentions(words, self.subjects()) {
            let name = match &mention.subject {
                Some(id) => SafeText::from(self.short_name(id).to_owned()),
                None => mention.text,
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Counts something more of one, who is put behind the others where he is not there yet.
fn count(all: &mut Vec<Controller>, name: SafeText, what: fn(&mut Controller) -> &mut usize) {
    if let Some(known) = all.iter_mut().find(|it| it.name == name) {
        *what(known) += 1;
        return;
    }
    let mut new = Controller {
        name,
        ..Controller::default()
    };
    *what(&mut new) += 1;
    all.push(new);
}

impl ControlledBy<'_> {
    /// Whether a point is: by its own cell or sentence, else with its document.
    pub fn point(&self, key: ActivityKey) -> bool {
        !self.words.is_empty() && self.words.contains(&self.workspace.controller_words(key))
    }

    /// Whether a document is, as a whole.
    pub fn document(&self, document: &Document) -> bool {
        self.words.contains(&document.controller.as_str())
    }

    /// Whether an assignment is: by its own word, else with the point it was given on.
    pub fn assignment(&self, view: &AssignmentView) -> bool {
        match &view.controller {
            Some(own) => self.subject.as_ref() == Some(own),
            None => self.item(view.item),
        }
    }

    /// Whether an item of an agenda is.
    pub fn item(&self, item: ItemKey) -> bool {
        let own = match item {
            ItemKey::Assignment(id) => self.workspace.assignment_entry(id),
            _ => None,
        };
        if let Some(own) = own.and_then(|entry| entry.content.controller.as_ref()) {
            return self.subject.as_ref() == Some(own);
        }
        let key = self.workspace.item_activity(item);
        key.is_some_and(|key| self.point(key))
    }

    /// Whether something owed is.
    pub fn duty(&self, duty: &Duty) -> bool {
        match duty {
            Duty::Activity { activity, .. } => self.point(*activity),
            Duty::Assignment(view) => self.assignment(view),
        }
    }
}

#[cfg(test)]
mod tests;
