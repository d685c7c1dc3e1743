//! The draft of a document: what an import proposes, before anything is written.

use crate::domain::date::{Date, Span};

use super::columns::Column;
use super::report::Report;
use super::spot::Spot;
use super::subjects::Proposed;
use super::taken::{Defined, Line};

/// What the text around the table says of the document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Requisites {
    /// Who issued it, where a line names it outright.
    pub issuer: Option<String>,
    /// «Приказ», «Распоряжение» …
    pub kind: Option<String>,
    /// The day it was signed.
    pub date: Option<Date>,
    /// «Р-503».
    pub number: Option<String>,
    /// The heading of the plan.
    pub plan_title: Option<String>,
    /// Its own heading: «О проведении …».
    pub title: Option<String>,
    /// Where it was issued.
    pub place: Option<String>,
    /// What it rests on.
    pub basis: Option<String>,
    /// What it amends.
    pub amends: Option<String>,
    /// Who controls it; empty where nobody is named.
    pub controller: String,
}

/// A heading or an activity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// A level above activities.
    Heading(Heading),
    /// What is to be done.
    Activity(Activity),
}

/// A heading.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Heading {
    /// As printed; empty where nothing is.
    pub number: String,
    /// Verbatim.
    pub title: String,
    /// Its own responsible, where the source gives one.
    pub responsible: String,
    /// Its own deadline.
    pub term: String,
    /// Its own result.
    pub result: String,
    /// What stands under it.
    pub children: Vec<Node>,
    /// The row of the source.
    pub row: usize,
}

/// An activity.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Activity {
    /// As printed; empty where nothing is.
    pub number: String,
    /// Verbatim.
    pub title: String,
    /// The column of those who answer.
    pub responsible: String,
    /// The column of those who carry it out.
    pub executors: String,
    /// The wording of the deadline.
    pub term: String,
    /// What the deadline says together with the heading it stands under, where its own words lack
    /// the month or the day.
    pub reading: Option<String>,
    /// The expected result.
    pub result: String,
    /// Any other column: its name and the cell.
    pub other: Vec<(String, String)>,
    /// Where it stands in the source.
    pub spot: Spot,
}

/// A document as proposed.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// What the text around the table says.
    pub requisites: Requisites,
    /// The years the plan speaks of.
    pub period: Option<Span>,
    /// The names of its levels above activities, from the outside in.
    pub levels: Vec<String>,
    /// Headings and activities.
    pub content: Vec<Node>,
    /// The columns as taken.
    pub columns: Vec<Column>,
    /// Who is named.
    pub subjects: Vec<Proposed>,
    /// The lines of a running text as they were taken; none of a table.
    pub lines: Vec<Line>,
    /// The short names a running text introduces.
    pub defined: Vec<Defined>,
    /// What was found, repaired, left out, and what is to be asked.
    pub report: Report,
}

impl Draft {
    /// All activities with the headings above them, from the outside in.
    pub fn activities(&self) -> Vec<(Vec<&Heading>, &Activity)> {
        let mut found = Vec::new();
        collect(&self.content, &mut Vec::new(), &mut found);
        found
    }
}

fn collect<'a>(
    nodes: &'a [Node],
    path: &mut Vec<&'a Heading>,
    found: &mut Vec<(Vec<&'a Heading>, &'a Activity)>,
) {
    for node in nodes {
        match node {
            Node::Heading(heading) => {
                path.push(heading);
                collect(&heading.children, path, found);
                path.pop();
            }
            Node::Activity(activity) => found.push((path.clone(), activity)),
        }
    }
}
