//! The fields of a subject.

use super::{Refused, turned};
use crate::domain::safe_text::SafeText;
use crate::domain::subject::{Registry, Subject, SubjectKind};

/// A field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SubjectField {
    Short,
    Full,
    Kind,
    Post,
    Organisation,
    Dative,
}

impl SubjectField {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Short,
        Self::Full,
        Self::Kind,
        Self::Post,
        Self::Organisation,
        Self::Dative,
    ];

    /// Whether a subject has such a field: bodies and posts are named by themselves.
    pub fn is_of(self, subject: &Subject) -> bool {
        self != Self::Post || subject.kind == SubjectKind::Person
    }

    /// Its name in the texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
            Self::Kind => "kind",
            Self::Post => "post",
            Self::Organisation => "of-organisation",
            Self::Dative => "dative",
        }
    }

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
            Self::Kind => "kind",
            Self::Post => "post",
            Self::Organisation => "organisation",
            Self::Dative => "dative",
        }
    }

    /// Its value in RON.
    pub fn value(self, subject: &Subject) -> Option<String> {
        match self {
            Self::Short => ron::ser::to_string(&subject.short),
            Self::Full => ron::ser::to_string(&subject.full),
            Self::Kind => ron::ser::to_string(&subject.kind),
            Self::Post => ron::ser::to_string(&subject.post),
            Self::Organisation => ron::ser::to_string(&subject.organisation),
            Self::Dative => ron::ser::to_string(&subject.dative),
        }
        .ok()
    }

    /// What a field that is typed into says.
    pub fn typed(self, subject: &Subject, known: &Registry) -> String {
        match self {
            Self::Short => subject.short.to_string(),
            Self::Full => subject.full.to_string(),
            Self::Kind => String::new(),
            Self::Organisation => subject
                .organisation
                .as_ref()
                .and_then(|id| known.get(id))
                .map_or_else(String::new, |subject| subject.short.to_string()),
            Self::Post => subject
                .post
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            Self::Dative => subject
                .dative
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
        }
    }

    /// What its kind is called: a text by its id.
    pub fn choice(self, subject: &Subject) -> Option<&'static str> {
        (self == Self::Kind).then_some(match subject.kind {
            SubjectKind::Organisation => "form-kind-organisation",
            SubjectKind::Group => "form-kind-group",
            SubjectKind::Position => "form-kind-position",
            SubjectKind::Person => "form-kind-person",
        })
    }

    /// Turns the kind; whether it is one.
    pub fn turn(self, subject: &mut Subject, forward: bool) -> bool {
        let kinds = [
            SubjectKind::Organisation,
            SubjectKind::Group,
            SubjectKind::Position,
            SubjectKind::Person,
        ];
        if self == Self::Kind {
            subject.kind = turned(&kinds, subject.kind, forward);
        }
        self == Self::Kind
    }

    /// Takes a typed text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn set(self, subject: &mut Subject, typed: &str, known: &Registry) -> Result<(), Refused> {
        let text = SafeText::line(typed);
        let is_taken = |text: &SafeText| known.find(text).is_some_and(|it| it.id != subject.id);
        match self {
            Self::Short | Self::Full if text.is_blank() => return Err("error-empty"),
            Self::Short | Self::Full if is_taken(&text) => return Err("form-name-taken"),
            Self::Short => subject.short = text,
            Self::Full => subject.full = text,
            Self::Organisation if text.is_blank() => subject.organisation = None,
            Self::Organisation => match known.find(&text) {
                Some(body) if body.id == subject.id => return Err("form-its-own"),
                Some(body) => subject.organisation = Some(body.id.clone()),
                None => return Err("form-nobody"),
            },
            Self::Post => subject.post = (!text.is_blank()).then_some(text),
            Self::Dative => subject.dative = (!text.is_blank()).then_some(text),
            Self::Kind => return Err("form-turned"),
        }
        Ok(())
    }
}
