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
    Email,
}

impl SubjectField {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Short,
        Self::Full,
        Self::Kind,
        Self::Post,
        Self::Organisation,
        Self::Dative,
        Self::Email,
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
            Self::Email => "email",
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
            Self::Email => "email",
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
            Self::Email => ron::ser::to_string(&subject.email),
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
            Self::Email => subject
                .email
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
            Self::Email if text.is_blank() => subject.email = None,
            Self::Email if !is_address(&text) => return Err("form-email"),
            Self::Email => subject.email = Some(text),
            Self::Kind => return Err("form-turned"),
        }
        Ok(())
    }
}

/// Whether a text can be the address of a letter: one `@` between a name and a place with a dot,
/// and no spaces. Whether somebody reads there only a letter can tell.
fn is_address(text: &str) -> bool {
    let Some((name, place)) = text.split_once('@') else {
        return false;
    };
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.contains(|it: char| it.is_whitespace() || matches!(it, '@' | '<' | '>' | ','))
    };
    is_plain(name)
        && is_plain(place)
        && place.contains('.')
        && !place.starts_with('.')
        && !place.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_from_what_is_none() {
        for text in ["ivanova@asou-mo.ru", "приёмная@пример.рф", "a.b+c@d.e"] {
            assert!(is_address(text), "{text}");
        }
        for text in [
            "ivanova", "@asou.ru", "a@", "a@b", "a b@c.d", "a@b@c.d", "a@.ru", "<a@b.c>",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
