//! Organisations, groups, positions and people that can be responsible for something.
//!
//! The plan names them in running text (columns 4 and 5 of the order); [`mentions`] finds them
//! there. Nobody here is a user account.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::safe_text::SafeText;

mod check;
mod mention;
mod registry;
mod typed;

pub use check::SubjectProblem;
pub use mention::{Mention, mentions};
pub use registry::Registry;
pub use typed::TypedPerson;

/// A stable short name of a subject in files: `cnppm-asou`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubjectId(pub String);

impl fmt::Debug for SubjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SubjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What sort of subject it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SubjectKind {
    /// A body: ministry, academy, centre.
    Organisation,
    /// A set of bodies or people that the plan names as one («Все субъекты РС НМС»). It keeps its
    /// name on paper and expands in counts.
    ///
    /// Bare «ЦНППМ» is one too: the glossary of Р-503 defines the word as a generic term
    /// (appendix 2, term 20), so it stands for the three centres of the region, not for one.
    Group,
    /// A post («Проректор по развитию и сетевому взаимодействию»).
    Position,
    /// A person, added by the user.
    Person,
}

/// One subject.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Unique within the file.
    pub id: SubjectId,
    /// What sort it is.
    pub kind: SubjectKind,
    /// The official short name («далее – …»); what lists and papers print.
    pub short: SafeText,
    /// The official full name.
    pub full: SafeText,
    /// Other names the plan uses for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SafeText>,
    /// Members of a group, in the order's sequence; none where the order names nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<SubjectId>,
    /// The body a position, a person or a centre belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<SubjectId>,
    /// The dative form («ЦНППМ АСОУ поручить …»), entered by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dative: Option<SafeText>,
    /// Where drafts of letters are addressed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<SafeText>,
    /// The post of a person, as papers print it: «директор», «и.о. директора».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<SafeText>,
}

/// All subjects: `subjects.ron`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subjects {
    /// Version of the file's form.
    pub format: u32,
    /// In the sequence of the order's first mention.
    pub subjects: Vec<Subject>,
}

impl Subjects {
    /// The newest version of the file's form this program writes.
    pub const FORMAT: u32 = 1;
}

impl Subject {
    /// Every name it answers to: the short one, the full one, the others.
    pub fn names(&self) -> impl Iterator<Item = &SafeText> {
        [&self.short, &self.full].into_iter().chain(&self.aliases)
    }
}
