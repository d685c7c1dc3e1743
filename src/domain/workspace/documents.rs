//! The documents on control: found by key, walked as one, and how their activities are called.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::date::{Date, Span};
use super::super::document::{
    Abbreviation, Activity, ActivityKey, Document, DocumentKey, Heading, HeadingKey, Indicator,
    Node, Row, Term,
};
use super::super::minutes::AboutPoint;
use super::super::safe_text::SafeText;
use super::{ActivityView, Workspace};

/// How much is on control.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sizes {
    /// Headings by their depth, the outermost first.
    pub headings: Vec<usize>,
    /// Activities.
    pub activities: usize,
}

/// Where a heading or an activity stands: its document and the places that lead to it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Spot {
    document: usize,
    steps: Vec<usize>,
}

/// Where everything stands, by key.
#[derive(Clone, Debug, Default)]
pub(super) struct Spots {
    pub(super) activities: BTreeMap<ActivityKey, Spot>,
    headings: BTreeMap<HeadingKey, Spot>,
}

/// Where everything in some documents stands.
pub(super) fn spots(documents: &[Arc<Document>]) -> Spots {
    fn walk(document: usize, nodes: &[Node], steps: &mut Vec<usize>, found: &mut Spots) {
        for (place, node) in nodes.iter().enumerate() {
            steps.push(place);
            let spot = Spot {
                document,
                steps: steps.clone(),
            };
            match node {
                Node::Heading(heading) => {
                    found.headings.insert(heading.key, spot);
                    walk(document, &heading.children, steps, found);
                }
                Node::Activity(activity) => {
                    found.activities.insert(activity.key, spot);
                }
            }
            steps.pop();
        }
    }
    let mut found = Spots::default();
    for (place, document) in documents.iter().enumerate() {
        walk(place, &document.content, &mut Vec::new(), &mut found);
    }
    found
}

impl Workspace {
    /// The documents on control, in the order they are shown.
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The document with this key.
    pub fn document(&self, key: DocumentKey) -> Option<&Document> {
        let mut documents = self.documents.iter().map(Arc::as_ref);
        documents.find(|document| document.key == key)
    }

    /// The document the meeting itself is a point of, else the first one.
    pub fn main_document(&self) -> Option<&Document> {
        self.settings
            .meeting_activity
            .and_then(|own| self.document_of(own))
            .or_else(|| self.documents.first().map(Arc::as_ref))
    }

    /// The day and the number the document of the meeting is told by for ever: its own, else the
    /// day it counts from and its key.
    pub fn issued_document(&self) -> (Date, SafeText) {
        let Some(document) = self.main_document() else {
            return (Date::MIN, SafeText::default());
        };
        let number = &document.requisites.number;
        let number = if number.is_blank() {
            SafeText::from(document.key.as_str())
        } else {
            number.clone()
        };
        (document.begins().unwrap_or(Date::MIN), number)
    }

    /// The document an activity is of.
    pub fn document_of(&self, activity: ActivityKey) -> Option<&Document> {
        let spot = self.spots.activities.get(&activity)?;
        self.documents.get(spot.document).map(Arc::as_ref)
    }

    /// The headings above an activity, from the outermost, and the activity.
    fn walk(&self, activity: ActivityKey) -> Option<(Vec<&Heading>, &Activity)> {
        let spot = self.spots.activities.get(&activity)?;
        let mut nodes = self.documents.get(spot.document)?.content.as_slice();
        let mut headings = Vec::new();
        for step in &spot.steps {
            match nodes.get(*step)? {
                Node::Heading(heading) => {
                    headings.push(heading);
                    nodes = &heading.children;
                }
                Node::Activity(activity) => return Some((headings, activity)),
            }
        }
        None
    }

    /// The heading with this key.
    fn heading(&self, key: HeadingKey) -> Option<&Heading> {
        let spot = self.spots.headings.get(&key)?;
        let (last, above) = spot.steps.split_last()?;
        let mut nodes = self.documents.get(spot.document)?.content.as_slice();
        for step in above {
            nodes = nodes.get(*step)?.children();
        }
        match nodes.get(*last)? {
            Node::Heading(heading) => Some(heading),
            Node::Activity(_) => None,
        }
    }

    /// The document a heading is of.
    pub fn document_of_heading(&self, key: HeadingKey) -> Option<&Document> {
        let spot = self.spots.headings.get(&key)?;
        self.documents.get(spot.document).map(Arc::as_ref)
    }

    /// The outermost heading above an activity.
    pub fn outermost(&self, activity: ActivityKey) -> Option<HeadingKey> {
        let spot = self.spots.activities.get(&activity)?;
        let content = &self.documents.get(spot.document)?.content;
        match content.get(*spot.steps.first()?)? {
            Node::Heading(heading) => Some(heading.key),
            Node::Activity(_) => None,
        }
    }

    /// The headings above an activity, from the outermost.
    pub fn path(&self, activity: ActivityKey) -> Vec<&Heading> {
        self.walk(activity).map(|found| found.0).unwrap_or_default()
    }

    /// An activity and what is derived of it.
    pub fn activity(&self, key: ActivityKey) -> Option<(&Activity, &ActivityView)> {
        Some((self.walk(key)?.1, self.views.get(&key)?))
    }

    /// All activities with what is derived of them, document by document, each in its sequence.
    pub fn activities(&self) -> impl Iterator<Item = (&Activity, &ActivityView)> {
        self.documents
            .iter()
            .flat_map(|document| document.activities())
            .filter_map(|activity| Some((activity, self.views.get(&activity.key)?)))
    }

    /// All rows of all documents.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.documents.iter().flat_map(|document| document.rows())
    }

    /// How many rows there are of each kind, counted once.
    pub fn sizes(&self) -> Arc<Sizes> {
        self.kept.sizes.of((), || {
            let mut sizes = Sizes::default();
            for row in self.rows() {
                if row.heading().is_none() {
                    sizes.activities += 1;
                    continue;
                }
                if sizes.headings.len() <= row.depth {
                    sizes.headings.resize(row.depth + 1, 0);
                }
                if let Some(count) = sizes.headings.get_mut(row.depth) {
                    *count += 1;
                }
            }
            sizes
        })
    }

    /// Whether lines have to say which document they are of.
    pub fn has_several_documents(&self) -> bool {
        self.documents.len() > 1
    }

    /// What people call an activity by: its number, with the short name of its document where
    /// several are on control; empty when there is nothing to call it by.
    pub fn point(&self, key: ActivityKey) -> String {
        let Some((activity, _)) = self.activity(key) else {
            let known = self.activity_ever(key);
            return known.map_or_else(|| excluded_number(key), |it| it.number.to_string());
        };
        let number = activity.number.trim();
        match self.document_of(key) {
            Some(document) if self.has_several_documents() => {
                let short = document.short_name();
                if number.is_empty() {
                    short.to_owned()
                } else {
                    format!("{short}, {number}")
                }
            }
            _ => number.to_owned(),
        }
    }

    /// [`Self::point`], else a dash: for a place that must not be empty.
    pub fn point_or_dash(&self, key: ActivityKey) -> String {
        let point = self.point(key);
        if point.is_empty() {
            return "–".to_owned();
        }
        point
    }

    /// The document somebody calls so: by its key, or by its short name.
    pub fn document_called(&self, name: &str) -> Option<DocumentKey> {
        let documents = self.documents().iter();
        let by_key = documents.clone().find(|it| it.key.as_str() == name);
        let by_name = || documents.clone().find(|it| it.short_name() == name);
        by_key.or_else(by_name).map(|it| it.key)
    }

    /// An activity with what it is called by: «1.2.3 Проведение …».
    pub fn named(&self, key: ActivityKey) -> String {
        let title = self.activity_title(key);
        let point = self.point(key);
        if point.is_empty() {
            return title.to_string();
        }
        format!("{point} {title}")
    }

    /// The number of a heading, else the beginning of its title.
    pub fn heading_number(&self, key: HeadingKey) -> String {
        let Some(heading) = self.heading(key) else {
            return String::new();
        };
        if heading.number.is_blank() {
            return heading.title.chars().take(24).collect();
        }
        heading.number.trim_end_matches('.').to_owned()
    }

    /// What an activity is called in its document; empty when nobody knows it.
    pub fn activity_title(&self, key: ActivityKey) -> SafeText {
        self.activity_ever(key)
            .map(|activity| activity.title.clone())
            .unwrap_or_default()
    }

    /// [`Self::point`] for papers: the key of a document that nobody has named is for the screen
    /// and the command line alone.
    pub fn printed_point(&self, key: ActivityKey) -> String {
        let of = self.document_of(key);
        match (of.map(Document::own_name), self.activity(key)) {
            (Some(None), Some((activity, _))) => activity.number.trim().to_owned(),
            _ => self.point(key),
        }
    }

    /// How papers call an activity, where that is not its key.
    pub fn paper_point(&self, key: ActivityKey) -> Option<SafeText> {
        let point = self.printed_point(key);
        (point != key.as_str()).then(|| SafeText::from(point))
    }

    /// An activity in the words of its document; nothing where the key says it, as in the first
    /// form.
    pub fn about_point(&self, key: ActivityKey) -> Option<AboutPoint> {
        let (document, activity) = (self.document_of(key)?, self.activity(key)?.0);
        let number = activity.number.trim().trim_end_matches('.');
        let is_first_form = document.point.is_blank() && number == key.as_str();
        let is_one = !self.has_several_documents();
        (!is_first_form || !is_one).then(|| AboutPoint {
            point: document.point.clone(),
            number: SafeText::from(number),
            document: if is_one {
                SafeText::default()
            } else {
                SafeText::from(document.own_name().unwrap_or_default())
            },
        })
    }

    /// The activities people mean by a number: with the key of the document before it
    /// (`r-12/5`) that document's alone.
    pub fn activities_called(&self, typed: &str) -> Vec<ActivityKey> {
        let typed = typed.trim();
        if let Ok(key) = typed.parse::<ActivityKey>()
            && self.spots.activities.contains_key(&key)
        {
            return vec![key];
        }
        let bare = |text: &str| text.trim().trim_end_matches(['.', ')']).to_owned();
        let (document, number) = match typed.split_once('/') {
            Some((document, number)) => (Some(document), bare(number)),
            None => (None, bare(typed)),
        };
        self.documents
            .iter()
            .filter(|known| document.is_none_or(|wanted| known.key.as_str() == wanted))
            .flat_map(|document| document.activities())
            .filter(|activity| !number.is_empty() && bare(&activity.number) == number)
            .map(|activity| activity.key)
            .collect()
    }

    /// The indicators of the document the meeting is about.
    pub fn indicators(&self) -> &[Indicator] {
        self.main_document()
            .map(|document| document.indicators.as_slice())
            .unwrap_or_default()
    }

    /// The terms of all documents.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.documents
            .iter()
            .flat_map(|document| &document.glossary)
    }

    /// The shortened names of all documents.
    pub fn abbreviations(&self) -> impl Iterator<Item = &Abbreviation> {
        let documents = self.documents.iter();
        documents.flat_map(|document| &document.abbreviations)
    }

    /// All the years the documents speak of.
    pub fn period(&self) -> Span {
        let spans = self.documents.iter().map(|document| document.span());
        let joined = spans.reduce(|all, one| {
            Span::new(all.first.min(one.first), all.last.max(one.last)).unwrap_or(all)
        });
        joined.unwrap_or(Span::day(Date::MIN))
    }

    /// The day the reckoning of an activity begins: when its document was signed or taken on
    /// control.
    pub fn begins(&self, activity: ActivityKey) -> Option<Date> {
        self.document_of(activity).and_then(Document::begins)
    }

    /// Whether the day belongs to the years of some document.
    pub fn is_within_plan(&self, day: Date) -> bool {
        self.documents
            .iter()
            .any(|document| document.span().contains(day))
    }
}

/// The number a document had for an activity that is no longer in it: the first form's keys are
/// its numbers.
fn excluded_number(key: ActivityKey) -> String {
    let text = key.as_str();
    if text.contains('/') {
        String::new()
    } else {
        text.to_owned()
    }
}
