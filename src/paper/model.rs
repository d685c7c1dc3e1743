//! A paper as a reader meets it: title block, paragraphs, numbered points, tables, signatures,
//! annexes. Every text format is made from this one model; none of them words anything.

use super::typography::typeset;

/// A whole paper.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Paper {
    /// What the file says it is, in its properties and on the browser's tab.
    pub subject: String,
    /// The organisation that issues it, for the properties.
    pub issuer: String,
    /// The document itself, then its annexes; each begins on a new page.
    pub parts: Vec<Part>,
}

/// The document, or one of its annexes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Part {
    /// Which way the sheet is turned.
    pub orientation: Orientation,
    /// What stands on it, from the top.
    pub blocks: Vec<Block>,
}

/// Which way a sheet is turned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// A piece of a paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// Lines in the upper right corner: «УТВЕРЖДАЮ …», «Приложение к протоколу …».
    Corner(Vec<String>),
    /// A paragraph.
    Text(Role, String),
    /// Date at the left, place in the middle, number at the right.
    Requisites([String; 3]),
    /// A point with its number.
    Point(Point),
    /// A table.
    Table(Table),
    /// A place to sign.
    Signature {
        /// «Председатель», or a post.
        post: String,
        /// «И.О. Фамилия»; empty when nobody knows yet.
        name: String,
        /// Whether it is that of the original, in an extract: nobody signs here.
        is_copy: bool,
    },
}

/// What a paragraph is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The organisation's full name, at the top.
    Organisation,
    /// The kind of document: «ПРОТОКОЛ».
    Kind,
    /// The heading to the text, under the kind.
    Heading,
    /// A remark on the state of the paper: «Черновик».
    State,
    /// The heading of a section: «ПОВЕСТКА ДНЯ:».
    Section,
    /// A line at the margin whose words are never stretched: who chairs, who keeps the minutes.
    Flush,
    /// Running text.
    Body,
    /// One line of a list without numbers.
    Line,
    /// One line of a list with a dash before each.
    Dash,
    /// A remark in small letters under a point.
    Remark,
    /// «Приложение: …», «Верно»: at the margin, apart from what stands over it.
    Annex,
}

/// A numbered point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Point {
    /// Which run of numbers it belongs to.
    pub run: Run,
    /// 0 for a question, 1 for a decision under it.
    pub level: u8,
    /// The number as it is cited: «1», «II», «2.1»; without the last point.
    pub number: String,
    /// What it says.
    pub text: String,
}

/// The runs of numbers of a paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Run {
    /// The questions of the agenda.
    Agenda,
    /// Questions dealt with and decisions.
    Decisions,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// The columns; their headings are repeated on every page.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its share of the width.
    pub share: u16,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    /// A heading over the rows that follow, as wide as the table.
    Group(String),
    /// One text a column.
    Cells(Vec<String>),
}

impl Table {
    /// A table of these columns, each with its share of the width.
    pub fn new(columns: &[(&str, u16)]) -> Self {
        Self {
            columns: columns
                .iter()
                .map(|(heading, share)| Column {
                    heading: (*heading).to_owned(),
                    share: *share,
                })
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row of texts.
    pub fn push(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(Row::Cells(cells.into_iter().collect()));
    }
}

impl Part {
    /// Adds a paragraph.
    pub fn text(&mut self, role: Role, text: impl Into<String>) {
        self.blocks.push(Block::Text(role, text.into()));
    }

    /// Adds a paragraph if there is anything to say.
    pub fn text_if(&mut self, role: Role, text: Option<String>) {
        self.blocks.extend(text.map(|text| Block::Text(role, text)));
    }
}

impl Paper {
    /// The paper with the spaces a Russian typesetter would not break at.
    #[must_use]
    pub fn typeset(mut self) -> Self {
        for block in self.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            block.each_text(&mut |text| *text = typeset(text));
        }
        // A meeting without a heading of its own leaves no gap.
        let words: Vec<&str> = self
            .subject
            .split(' ')
            .filter(|it| !it.is_empty())
            .collect();
        self.subject = words.join(" ");
        self
    }

    /// The paper with a stamp over each of its parts.
    #[must_use]
    pub fn stamped(mut self, stamp: &str) -> Self {
        for part in &mut self.parts {
            part.blocks
                .insert(0, Block::Text(Role::State, stamp.to_owned()));
        }
        self
    }

    /// Every text of the paper, in the order it is read.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for block in self.parts.iter().flat_map(|part| &part.blocks) {
            block
                .clone()
                .each_text(&mut |text| texts.push(text.clone()));
        }
        texts
    }
}

impl Block {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Corner(lines) => lines.iter_mut().for_each(change),
            Self::Text(_, text) => change(text),
            Self::Requisites(places) => places.iter_mut().for_each(change),
            Self::Point(point) => change(&mut point.text),
            Self::Table(table) => {
                for column in &mut table.columns {
                    change(&mut column.heading);
                }
                for row in &mut table.rows {
                    match row {
                        Row::Group(text) => change(text),
                        Row::Cells(cells) => cells.iter_mut().for_each(&mut *change),
                    }
                }
            }
            Self::Signature { post, name, .. } => {
                change(post);
                change(name);
            }
        }
    }
}
