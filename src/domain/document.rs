//! Documents on control: official texts whose points are to be carried out, of any shape.
//!
//! A cell that is absent is empty: nothing that a source may lack is an `Option` where an empty
//! text says the same.

mod called;
mod check;
mod first_form;
mod key;
mod keys;
mod manner;
mod reference;
mod typed;
mod walk;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::date::{Date, Span};
use super::safe_text::SafeText;

pub use super::plan::{Abbreviation, Indicator, Term};
pub use check::{DocumentPlace, DocumentProblem};
pub use first_form::FIRST_FORM;
pub use key::{ActivityKey, DocumentKey, HeadingKey, KeyError, NodeKey};
pub(in crate::domain) use keys::distinct;
pub(in crate::domain) use keys::set_key;
pub use reference::{Reference, references};
pub use typed::TypedLine;
pub use walk::Row;

/// A document on control: `documents/KEY.ron`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Version of the file's form.
    pub format: u32,
    /// What it is known by; the name of its file where the file does not say it.
    #[serde(default, skip_serializing_if = "DocumentKey::is_missing")]
    pub key: DocumentKey,
    /// How lists name it where several documents are on control: «Р-503».
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub short: SafeText,
    /// What identifies it among official texts.
    #[serde(default)]
    pub requisites: Requisites,
    /// The day it was taken on control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_on_control: Option<Date>,
    /// The years it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Span>,
    /// What the document calls its levels of headings, from the outermost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<SafeText>,
    /// What the document calls its activities: «Мероприятие», «Пункт».
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub point: SafeText,
    /// Who controls its execution, as the document names him: «Контроль … возложить на …».
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub controller: SafeText,
    /// Headings and activities in its own sequence.
    pub content: Vec<Node>,
    /// Its indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// Its glossary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    /// Shortened names it introduces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub abbreviations: Vec<Abbreviation>,
}

/// Requisites of a document; a draft may lack any of them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requisites {
    /// «Распоряжение», «Приказ», «Письмо» …
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub kind: SafeText,
    /// Who issued it.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub issuer: SafeText,
    /// The day it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// «Р-503».
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub number: SafeText,
    /// Where it was issued.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub place: SafeText,
    /// Its heading.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub title: SafeText,
    /// The heading of the plan it sets, where that is another one.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub plan_title: SafeText,
    /// What it amends.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub amends: SafeText,
    /// What it rests on.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub basis: SafeText,
}

/// A heading or an activity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(from = "NodeForm", into = "NodeForm")]
pub enum Node {
    /// A heading with what stands under it.
    Heading(Heading),
    /// An activity.
    Activity(Activity),
}

/// Any level above activities.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Heading {
    /// What it is known by.
    pub key: HeadingKey,
    /// What the source prints before it, if anything.
    pub number: SafeText,
    /// Verbatim.
    pub title: SafeText,
    /// Who answers for all that stands under it.
    pub responsible: SafeText,
    /// Its own deadline.
    pub term: SafeText,
    /// Its own expected result.
    pub result: SafeText,
    /// What stands under it.
    pub children: Vec<Node>,
}

/// The leaf: something that is to be done, in the document's own wording, misprints included.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Activity {
    /// What it is known by. Never printed.
    pub key: ActivityKey,
    /// What the source prints before it, if anything.
    pub number: SafeText,
    /// What is to be done.
    pub title: SafeText,
    /// Who answers for it.
    pub responsible_subject: SafeText,
    /// Who carries it out.
    pub executors: SafeText,
    /// The wording of the deadline.
    pub term: SafeText,
    /// What the wording says together with the heading it stands under, where its own words lack
    /// the month or the day: «1-10 января» for «1-10» under «ЯНВАРЬ». Read, never printed.
    pub read_as: SafeText,
    /// The expected result.
    pub result: SafeText,
    /// Every other column of the source: its label and what stands in it.
    pub other: Vec<(SafeText, SafeText)>,
}

/// How a [`Node`] is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum NodeForm {
    Heading {
        #[serde(default, skip_serializing_if = "NodeKey::is_missing")]
        key: NodeKey,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        number: SafeText,
        title: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        responsible: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        term: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        result: SafeText,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        children: Vec<Node>,
    },
    Activity {
        #[serde(default, skip_serializing_if = "NodeKey::is_missing")]
        key: NodeKey,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        number: SafeText,
        title: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        responsible_subject: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        executors: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        term: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        read_as: SafeText,
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        result: SafeText,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        other: Vec<(SafeText, SafeText)>,
    },
}

impl From<NodeForm> for Node {
    fn from(form: NodeForm) -> Self {
        match form {
            NodeForm::Heading {
                key,
                number,
                title,
                responsible,
                term,
                result,
                children,
            } => Self::Heading(Heading {
                key,
                number,
                title,
                responsible,
                term,
                result,
                children,
            }),
            NodeForm::Activity {
                key,
                number,
                title,
                responsible_subject,
                executors,
                term,
                read_as,
                result,
                other,
            } => Self::Activity(Activity {
                key,
                number,
                title,
                responsible_subject,
                executors,
                term,
                read_as,
                result,
                other,
            }),
        }
    }
}

impl From<Node> for NodeForm {
    fn from(node: Node) -> Self {
        match node {
            Node::Heading(one) => Self::Heading {
                key: one.key,
                number: one.number,
                title: one.title,
                responsible: one.responsible,
                term: one.term,
                result: one.result,
                children: one.children,
            },
            Node::Activity(one) => Self::Activity {
                key: one.key,
                number: one.number,
                title: one.title,
                responsible_subject: one.responsible_subject,
                executors: one.executors,
                term: one.term,
                read_as: one.read_as,
                result: one.result,
                other: one.other,
            },
        }
    }
}

impl Node {
    /// What it is known by.
    pub fn key(&self) -> NodeKey {
        match self {
            Self::Heading(heading) => heading.key,
            Self::Activity(activity) => activity.key,
        }
    }

    /// What the source prints before it.
    pub fn number(&self) -> &SafeText {
        match self {
            Self::Heading(heading) => &heading.number,
            Self::Activity(activity) => &activity.number,
        }
    }

    /// Its text.
    pub fn title(&self) -> &SafeText {
        match self {
            Self::Heading(heading) => &heading.title,
            Self::Activity(activity) => &activity.title,
        }
    }

    /// What stands under it.
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Heading(heading) => &heading.children,
            Self::Activity(_) => &[],
        }
    }
}

/// A number and what it numbers: «1.2.3 Проведение …», or the text alone.
fn numbered(number: &SafeText, title: &SafeText) -> String {
    if number.is_blank() {
        return title.to_string();
    }
    format!("{number} {title}")
}

impl Heading {
    /// The activities that stand right under it.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.children.iter().filter_map(|node| match node {
            Node::Activity(activity) => Some(activity),
            Node::Heading(_) => None,
        })
    }

    /// Its number, if it has one, and its title.
    pub fn name(&self) -> String {
        let bare = |one: char| one.is_ascii_digit();
        // «1» of a first level is written «1.», as every document does.
        if !self.number.is_blank() && self.number.chars().all(bare) {
            return format!("{}. {}", self.number, self.title);
        }
        numbered(&self.number, &self.title)
    }
}

impl Activity {
    /// The wording the deadline is read from.
    pub fn read_wording(&self) -> &SafeText {
        if self.read_as.is_blank() {
            &self.term
        } else {
            &self.read_as
        }
    }

    /// Who carries it out, in the words of the document: a plan with one column of people has them
    /// all as those who answer.
    pub fn carried_out_by(&self) -> &SafeText {
        if self.executors.is_blank() {
            &self.responsible_subject
        } else {
            &self.executors
        }
    }

    /// Its number, if it has one, and its title.
    pub fn name(&self) -> String {
        numbered(&self.number, &self.title)
    }
}

impl Document {
    /// The newest version of the file's form this program writes.
    pub const FORMAT: u32 = 1;

    /// The day its recurrences count from: when it was signed, else taken on control.
    pub fn begins(&self) -> Option<Date> {
        self.requisites.date.or(self.taken_on_control)
    }

    /// The years its deadlines are read in: its period, else the year it begins in and the next.
    pub fn span(&self) -> Span {
        if let Some(period) = self.period {
            return period;
        }
        let first = self.begins().unwrap_or(Date::MIN);
        let last = Date::new(first.year() + 1, 12, 31).unwrap_or(Date::MAX);
        Span::new(first, last).unwrap_or(Span::day(first))
    }

    /// Its own heading: of the plan it sets, else its own, else its short name.
    pub fn title(&self) -> &str {
        [&self.requisites.plan_title, &self.requisites.title]
            .into_iter()
            .find(|title| !title.is_blank())
            .map_or(self.short_name(), SafeText::as_str)
    }
}
