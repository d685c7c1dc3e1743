//! Point by point: task, heading, or text; with the deadline and the executors it is under.

use std::ops::Range;

use super::super::super::choice::Choice;
use super::super::super::draft::{Activity, Heading, Node};
use super::super::super::report::Question;
use super::super::cases::Case;
use super::super::executor;
use super::super::head::Head;
use super::super::named::Names;
use super::super::points::{self, Point};
use super::super::sort;
use super::super::term;
use super::super::words;
use crate::import::spot::Spot;
use crate::import::taken::{Aside, Line, Taken};

/// The label under which quotas are kept with a task.
const QUOTA: &str = "Квота";

/// What is handed down from a point to those under it.
#[derive(Clone, Default)]
struct Above {
    executors: String,
    term: String,
    aside: Option<Aside>,
}

/// What was gathered.
pub(super) struct Gathered {
    pub(super) content: Vec<Node>,
    pub(super) lines: Vec<Line>,
    pub(super) questions: Vec<Question>,
    pub(super) tasks: usize,
}

pub(super) struct Gather<'g, 'r> {
    names: &'g Names<'r>,
    head: &'g Head,
    choice: &'g Choice,
    addressees: String,
    gathered: Gathered,
}

impl<'g, 'r> Gather<'g, 'r> {
    pub(super) fn new(names: &'g Names<'r>, head: &'g Head, choice: &'g Choice) -> Self {
        let addressees = head
            .addressees
            .iter()
            .flat_map(|one| executor::names(&format!("{} {}", one.who, one.name), Case::Dative))
            .map(|who| names.shown(&who))
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        Self {
            names,
            head,
            choice,
            addressees,
            gathered: Gathered {
                content: Vec::new(),
                lines: Vec::new(),
                questions: Vec::new(),
                tasks: 0,
            },
        }
    }

    pub(super) fn points(&mut self, points: &[Point]) {
        let above = Above {
            executors: if self.head.is_letter {
                self.addressees.clone()
            } else {
                String::new()
            },
            ..Above::default()
        };
        self.gathered.content = self.nodes(points, 0, &above);
    }

    pub(super) fn finish(self) -> Gathered {
        self.gathered
    }

    fn nodes(&mut self, points: &[Point], depth: usize, above: &Above) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        for point in points {
            match self.node(point, depth, above) {
                Some(node) => nodes.push(node),
                // Who may take part belongs to what was asked before it.
                None if crate::domain::fold::fold(&point.text).contains("квот") => {
                    if let Some(Node::Activity(last)) = nodes.last_mut() {
                        last.other.push((QUOTA.to_owned(), point.text.clone()));
                    }
                }
                None => {}
            }
        }
        nodes
    }

    fn node(&mut self, point: &Point, depth: usize, above: &Above) -> Option<Node> {
        let merged;
        let point = if lists_objects(point) {
            merged = with_list(point);
            &merged
        } else {
            point
        };
        let terms = terms_of(point);
        let said = wording(&point.text, &terms);
        let limit = match terms.as_slice() {
            [one] => term::as_limit(&point.text, one),
            _ => None,
        };
        let named = executor::of(&point.text, &terms);
        let executors = named
            .iter()
            .map(|who| self.names.shown(who))
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let own = Above {
            executors: if executors.is_empty() {
                above.executors.clone()
            } else {
                executors.clone()
            },
            term: if said.is_empty() {
                above.term.clone()
            } else {
                said
            },
            aside: None,
        };
        let is_heading = !point.children.is_empty();
        let mut aside = self.aside(point, &terms, !executors.is_empty(), above, is_heading);
        // Two sentences may stand on one line of the source: lines are counted as they are shown.
        let row = self.gathered.lines.len() + 1;
        let decided = self.choice.left_out.contains(&row) || self.choice.taken.contains(&row);
        if self.choice.left_out.contains(&row) {
            aside = Some(Aside::Decided);
        } else if self.choice.taken.contains(&row) {
            aside = None;
        }
        let taken = match aside {
            _ if is_heading && aside.is_none() => Taken::Heading,
            Some(why) => Taken::Aside(why),
            None => Taken::Task,
        };
        self.gathered.lines.push(Line {
            row,
            depth,
            number: point.number.clone(),
            text: point.text.clone(),
            terms: terms.clone(),
            taken,
            decided,
            executors: own.executors.clone(),
        });
        if is_heading {
            let handed = Above { aside, ..own };
            let children = self.nodes(&point.children, depth + 1, &handed);
            return Some(Node::Heading(Heading {
                number: point.number.clone(),
                title: point.text.clone(),
                children,
                row,
                ..Heading::default()
            }));
        }
        match taken {
            Taken::Task => {
                self.gathered.tasks += 1;
                if own.executors.is_empty() {
                    self.gathered.questions.push(Question::NobodyNamed {
                        row,
                        text: point.text.clone(),
                    });
                }
                Some(Node::Activity(Activity {
                    number: point.number.clone(),
                    title: point.text.clone(),
                    executors: own.executors,
                    term: own.term,
                    reading: limit,
                    spot: Spot { row, part: 0 },
                    ..Activity::default()
                }))
            }
            // Numbered text of an order stays in its place; sentences of a letter do not.
            _ if point.is_sentence => None,
            _ => Some(Node::Heading(Heading {
                number: point.number.clone(),
                title: point.text.clone(),
                row,
                ..Heading::default()
            })),
        }
    }

    fn aside(
        &self,
        point: &Point,
        terms: &[Range<usize>],
        has_executor: bool,
        above: &Above,
        is_heading: bool,
    ) -> Option<Aside> {
        if let Some(why) = above.aside {
            return Some(why);
        }
        if point.is_sentence {
            let is_task = sort::requests(&point.text)
                || is_ordered(point, self.head)
                || (!terms.is_empty() && !is_telling_of_past(&point.text));
            return match sort::aside(&point.text, !terms.is_empty(), has_executor) {
                Some(Aside::Control) => Some(Aside::Control),
                _ if is_heading || is_task => None,
                _ => Some(Aside::Telling),
            };
        }
        sort::aside(
            &point.text,
            !terms.is_empty(),
            has_executor || !above.executors.is_empty() && !self.head.is_letter,
        )
    }
}

/// The deadlines of a point; where none is read, what a label says is one.
fn terms_of(point: &Point) -> Vec<Range<usize>> {
    let found = term::find(&point.text);
    if !found.is_empty() {
        return found;
    }
    labelled_term(&point.text)
        .map(|(at, said)| at..at + said.len())
        .into_iter()
        .collect()
}

/// A sentence of an order that begins with its verb, or with who is to do it.
fn is_ordered(point: &Point, head: &Head) -> bool {
    !head.is_letter
        && (words::of(&point.text)
            .first()
            .is_some_and(|word| words::is_infinitive(word.text))
            || !executor::of(&point.text, &[]).is_empty())
}

/// Whether a sentence tells what has been: nothing is to be done.
fn is_telling_of_past(text: &str) -> bool {
    let plain = crate::domain::fold::fold(text);
    super::super::super::text::words(&plain).any(|word| {
        matches!(
            word,
            "состоялась"
                | "состоялось"
                | "состоялся"
                | "состоялись"
                | "прошла"
                | "прошел"
                | "прошли"
                | "проведена"
                | "проведен"
                | "проведено"
                | "проведены"
                | "утвержден"
                | "утверждена"
                | "утверждено"
                | "утверждены"
                | "является"
                | "направлено"
                | "направлен"
                | "поступило"
        )
    })
}

/// The wording of the deadlines of a text, as it stands in it.
fn wording(text: &str, terms: &[Range<usize>]) -> String {
    terms
        .iter()
        .filter_map(|span| text.get(span.clone()))
        .collect::<Vec<_>>()
        .join(", ")
}

/// «Срок: …», «Срок исполнения – …» inside a point.
fn labelled_term(text: &str) -> Option<(usize, &str)> {
    let at = text.find("Срок").or_else(|| text.find("срок исполнения"))?;
    let (_, said) = points::attribute(text.get(at..)?)?;
    let said = said.split(['.', ';']).next().unwrap_or(said).trim();
    let place = text.get(at..)?.find(said)? + at;
    (!said.is_empty()).then_some((place, said))
}

/// Whether what stands under a point are objects of its verb and no work of their own: no number,
/// no verb, no deadline, nobody named.
fn lists_objects(point: &Point) -> bool {
    let has_verb = words::infinitive(&words::of(&point.text)).is_some() || point.is_sentence;
    has_verb
        && !point.children.is_empty()
        && point.children.iter().all(|child| {
            child.number.is_empty()
                && child.children.is_empty()
                && words::infinitive(&words::of(&child.text)).is_none()
                && term::find(&child.text).is_empty()
                && executor::of(&child.text, &[]).is_empty()
        })
}

fn with_list(point: &Point) -> Point {
    let mut text = point.text.clone();
    for child in &point.children {
        text.push(' ');
        text.push_str(&child.text);
    }
    Point {
        text,
        children: Vec::new(),
        ..point.clone()
    }
}
