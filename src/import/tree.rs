//! From headings and activities in their sequence to the tree of the document.

use super::draft::{Activity, Heading, Node};
use super::heading::{self, Look};
use super::join::{Vocabulary, kept};
use super::lines::{Fields, Section};
use super::number;
use super::people;
use super::report::Done;
use super::resolve::{Item, Told};
use super::source::Format;
use super::spot::Spot;
use super::text;

mod above;
mod depth;
mod habit;
mod number_repair;
mod term;

use habit::{most, number_is_headings, parents, prune};

/// The tree, and the names of its levels.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) content: Vec<Node>,
    pub(super) levels: Vec<String>,
}

/// A heading that is open.
#[derive(Debug)]
struct Open {
    look: Place,
    heading: Heading,
    level: Option<String>,
}

/// Where a heading comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Place {
    /// A row of its own.
    Row(Look),
    /// A line with cells that others stand under.
    Parent(usize),
    /// A column, counted from the outside.
    Column(usize),
}

/// Builds the tree.
pub(super) struct Builder<'a> {
    vocabulary: &'a Vocabulary,
    /// The kind of file: what its lines and hyphens say.
    format: Format,
    /// The heads of columns of headings.
    column_names: &'a [String],
    told: &'a mut Told,
    stack: Vec<Open>,
    root: Vec<Node>,
    /// By depth: names of levels met there.
    names: Vec<Vec<String>>,
    /// Whether an activity came since the last heading row.
    since_heading: bool,
    /// A heading that is a word and a number so far: «Направление 1».
    waiting: Option<(usize, heading::Named)>,
    /// Looks met, with the depth they had.
    met: Vec<(Look, usize)>,
    number_is_headings: bool,
    heading_cells: usize,
    spans: usize,
    marked: usize,
    beside_people: usize,
}

impl<'a> Builder<'a> {
    /// Begins a tree.
    pub(super) fn new(
        vocabulary: &'a Vocabulary,
        format: Format,
        column_names: &'a [String],
        told: &'a mut Told,
    ) -> Self {
        Self {
            vocabulary,
            format,
            column_names,
            told,
            stack: Vec::new(),
            root: Vec::new(),
            names: Vec::new(),
            since_heading: true,
            waiting: None,
            met: Vec::new(),
            number_is_headings: false,
            heading_cells: 0,
            spans: 0,
            marked: 0,
            beside_people: 0,
        }
    }

    /// Builds it.
    pub(super) fn build(mut self, mut items: Vec<Item>) -> Tree {
        number_repair::repair(&mut items, &mut self.told.done);
        self.number_is_headings = number_is_headings(&items);
        let parents = parents(&items);
        for (index, item) in items.into_iter().enumerate() {
            match item {
                Item::Section { row, section } => self.section(row, &section),
                Item::Activity { row, fields } => {
                    self.settle();
                    if parents.contains(&index) {
                        self.parent(row, *fields);
                    } else {
                        self.activity(row, *fields);
                    }
                }
            }
        }
        self.settle();
        self.close(0);
        if self.heading_cells > 0 {
            self.told.done.push(Done::HeadingCells {
                count: self.heading_cells,
            });
        }
        if self.spans > 0 {
            self.told.done.push(Done::StartAndEnd { count: self.spans });
        }
        if self.marked > 0 {
            let count = self.marked;
            self.told.done.push(Done::Marks { count });
        }
        if self.beside_people > 0 {
            let count = self.beside_people;
            self.told.done.push(Done::BesidePeople { count });
        }
        let levels = self.names.iter().map(|names| most(names)).collect();
        let mut content = self.root;
        prune(&mut content);
        Tree { content, levels }
    }

    fn text(&mut self, raw: &str) -> String {
        kept(&self.mended(raw), self.after_hyphens())
    }

    fn mended(&mut self, raw: &str) -> String {
        let mut joined = Vec::new();
        let mended = self.vocabulary.mend(raw, &mut joined);
        let words = joined.into_iter().map(|word| Done::Hyphen { word });
        self.told.done.extend(words);
        mended
    }

    /// Whether narrow columns left spaces after hyphens.
    fn after_hyphens(&self) -> bool {
        matches!(self.format, Format::Separated(_) | Format::Drawn)
    }

    /// Whether lines of cells end where a drawn column was too narrow.
    fn wraps(&self) -> bool {
        self.format == Format::Drawn
    }

    /// A cell that names people: its lines are names of their own.
    fn people(&mut self, raw: &str) -> String {
        let mended = self.mended(raw);
        kept(
            &people::one_line(&mended, self.wraps()),
            self.after_hyphens(),
        )
    }

    /// A row that is a heading.
    fn section(&mut self, row: usize, section: &Section) {
        let mut joined = Vec::new();
        let content = self.vocabulary.mend(&section.text, &mut joined);
        let plain = text::plain(&content);
        // The goal of the heading above.
        if (plain.starts_with("цель:")
            || plain.starts_with("цели:")
            || plain.starts_with("задачи:"))
            && !self.since_heading
        {
            self.told.done.push(Done::Goal {
                row,
                text: text::line(&content),
            });
            return;
        }
        let mut named = heading::name(&content, section.number.as_deref());
        if let Some(goal) = named.goal.take() {
            self.told.done.push(Done::Goal { row, text: goal });
        }
        if named.title.is_empty() && named.level.is_some() {
            self.settle();
            self.waiting = Some((row, named));
            return;
        }
        if let Some((_, waiting)) = self.waiting.take() {
            // The second row of a heading of two rows.
            let title = if named.number.is_empty() || named.level.is_some() {
                named.title
            } else {
                format!("{} {}", named.number, named.title)
            };
            named = heading::Named { title, ..waiting };
        }
        let look = heading::look(&content, &named);
        self.open_row(row, named, look);
    }

    /// A heading of a word and a number alone.
    fn settle(&mut self) {
        if let Some((row, mut named)) = self.waiting.take() {
            let word = named.level.clone().unwrap_or_default();
            named.title = format!("{word} {}", named.number);
            let look = Look::Word(word);
            self.open_row(row, named, look);
        }
    }

    fn open_row(&mut self, row: usize, named: heading::Named, look: Look) {
        let depth = self.depth(&look, &named);
        self.close(depth);
        let title = kept(&named.title, self.after_hyphens());
        let level = named.level.clone().or(match look {
            Look::Month => Some("Месяц".into()),
            Look::Day => Some("День".into()),
            _ => None,
        });
        if !self.met.iter().any(|(met, _)| *met == look) {
            self.met.push((look.clone(), depth));
        }
        self.stack.push(Open {
            look: Place::Row(look),
            heading: Heading {
                number: named.number,
                title,
                row,
                ..Heading::default()
            },
            level,
        });
        self.since_heading = false;
    }

    /// A line with cells of its own that others stand under.
    fn parent(&mut self, row: usize, fields: Fields) {
        let steps = number::read(&fields.number).map_or(1, |shape| shape.depth());
        let depth = self
            .stack
            .iter()
            .position(|open| match open.look {
                Place::Row(_) => false,
                Place::Parent(above) => above >= steps,
                Place::Column(_) => true,
            })
            .unwrap_or(self.stack.len());
        self.close(depth);
        let (term, _) = self.term(&fields);
        let title = self.text(&fields.title);
        let heading = Heading {
            number: fields.number,
            title,
            responsible: self.people(&fields.responsible),
            term,
            result: self.text(&fields.result),
            children: Vec::new(),
            row,
        };
        self.heading_cells += 1;
        self.stack.push(Open {
            look: Place::Parent(steps),
            heading,
            level: None,
        });
        self.since_heading = true;
    }

    fn activity(&mut self, row: usize, mut fields: Fields) {
        self.since_heading = true;
        let headings = std::mem::take(&mut fields.headings);
        let mut number = if fields.number_is_own {
            std::mem::take(&mut fields.number)
        } else {
            String::new()
        };
        if let Some(open) = self.stack.last()
            && above::is_beside(&number, &open.heading)
        {
            self.close(self.stack.len() - 1);
        }
        // Beside lines that have others under them, not under them.
        if let Some(at) = self.stack.iter().position(|open| {
            matches!(open.look, Place::Parent(steps)
                if number::read(&number).is_some_and(|own| own.depth() <= steps))
        }) {
            self.close(at);
        }
        self.column_headings(row, headings, &mut number);
        let (term, is_span) = self.term(&fields);
        self.spans += usize::from(is_span);
        self.marked += usize::from(fields.marks > 0);
        self.beside_people += usize::from(fields.beside_people);
        for (column, cell) in std::mem::take(&mut fields.no_marks) {
            self.told.done.push(Done::NoMark {
                row,
                column,
                text: text::line(&cell),
            });
        }
        let mut title = self.text(&fields.title);
        if !fields.is_several
            && number.is_empty()
            && let Some((own, rest)) = number::split(&title)
        {
            (number, title) = (own.to_owned(), rest.to_owned());
        }
        let reading = self.reading(row, &term);
        let mut other: Vec<(String, String)> = Vec::new();
        if is_span {
            for (name, cell) in [("start", &fields.start), ("end", &fields.end)] {
                other.push((name.to_owned(), text::line(cell)));
            }
        }
        for (name, cell) in std::mem::take(&mut fields.other) {
            let cell = self.text(&cell);
            other.push((name, cell));
        }
        let activity = Activity {
            number,
            title,
            responsible: self.people(&fields.responsible),
            executors: self.people(&fields.executors),
            term,
            reading,
            result: self.text(&fields.result),
            other,
            spot: Spot {
                row,
                part: fields.part,
            },
        };
        self.push(Node::Activity(activity));
    }

    /// The wording of the deadline, and whether two columns made it.
    fn term(&mut self, fields: &Fields) -> (String, bool) {
        if fields.term.is_empty() && !(fields.start.is_empty() && fields.end.is_empty()) {
            return (term::span(&fields.start, &fields.end), true);
        }
        (self.text(&fields.term), false)
    }

    fn push(&mut self, node: Node) {
        match self.stack.last_mut() {
            Some(open) => open.heading.children.push(node),
            None => self.root.push(node),
        }
    }

    /// Closes headings down to a depth.
    fn close(&mut self, depth: usize) {
        while self.stack.len() > depth {
            let Some(open) = self.stack.pop() else {
                return;
            };
            let at = self.stack.len();
            if self.names.len() <= at {
                self.names.resize(at + 1, Vec::new());
            }
            if let (Some(names), Some(level)) = (self.names.get_mut(at), open.level) {
                names.push(level);
            }
            self.push(Node::Heading(open.heading));
        }
    }
}
