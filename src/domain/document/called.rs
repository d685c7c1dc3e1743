//! What a document is, in its own word or two: «комплекс мер», «план мероприятий», «приказ». Papers
//! and screens speak of it so, in the case their sentence asks for.

use super::first_form::LEVELS;
use super::{Document, FIRST_FORM};
use crate::domain::fold::fold;
use crate::domain::russian::{Case, decline, inside, is_adjective};
use crate::domain::safe_text::SafeText;

/// What official documents call themselves: the noun.
const KINDS: [&str; 26] = [
    "график",
    "договор",
    "доклад",
    "закон",
    "карта",
    "комплекс",
    "концепция",
    "перечень",
    "письмо",
    "план",
    "план-график",
    "положение",
    "поручение",
    "постановление",
    "предписание",
    "приказ",
    "программа",
    "проект",
    "протокол",
    "распоряжение",
    "регламент",
    "решение",
    "соглашение",
    "список",
    "стратегия",
    "указание",
];

/// Words that belong to the noun right before them: «комплекс мер», «план работы».
const COMPANIONS: [&str; 6] = ["мер", "мероприятий", "работы", "работ", "действий", "задач"];

/// How many adjectives may stand before the noun.
const ADJECTIVES: usize = 3;

/// The words at the beginning of a text that say what it is: their count.
fn kind_at(words: &[&str]) -> Option<usize> {
    let is = |word: &&str, known: &[&str]| known.contains(&word.to_lowercase().as_str());
    let noun = words
        .iter()
        .take(ADJECTIVES + 1)
        .position(|word| is(word, &KINDS))?;
    // In «О плане …» it is a matter, not what the document is.
    if !words.get(..noun)?.iter().all(|word| is_adjective(word)) {
        return None;
    }
    let has_companion = words.get(noun + 1).is_some_and(|it| is(it, &COMPANIONS));
    Some(noun + 1 + usize::from(has_companion))
}

/// How much of a title does for a name in lists, in letters.
const BRIEF: usize = 32;

/// The first words of a title, as many as a list has room for.
fn brief(title: &str) -> &str {
    let title = title.trim();
    if title.chars().count() <= BRIEF {
        return title;
    }
    let ends = title
        .char_indices()
        .zip(0..=BRIEF)
        .filter(|((_, letter), _)| letter.is_whitespace());
    let heads = ends.filter_map(|((end, _), _)| title.get(..end));
    // Not up to «по», «на», «и»: those say nothing without what comes.
    let is_whole = |head: &&str| {
        let last = head.split_whitespace().last();
        last.is_some_and(|last| last.chars().count() > 3)
    };
    heads.filter(is_whole).last().map_or(title, |head| {
        head.trim_end_matches([',', ';', ':', '(', '«', ' '])
    })
}

impl Document {
    /// How lists name it: its short name, else its number, else the first words of its title, else
    /// its key.
    pub fn short_name(&self) -> &str {
        self.own_name().unwrap_or(self.key.as_str())
    }

    /// The same for papers, which never print a key: nothing where nobody has named it.
    pub fn own_name(&self) -> Option<&str> {
        let requisites = &self.requisites;
        let own = [&self.short, &requisites.number].into_iter();
        let own = own.map(SafeText::as_str);
        let titles = [&requisites.plan_title, &requisites.title].into_iter();
        let titles = titles.map(|title| brief(title));
        own.chain(titles).find(|name| !name.trim().is_empty())
    }

    /// Whether what it sets are points, as those of an order, and not activities of a plan.
    pub fn has_points(&self) -> bool {
        fold(self.point.trim()) == "пункт"
    }

    /// What it calls the headings of a level, counted from 0; nothing when it has no word.
    pub fn level(&self, depth: usize) -> Option<&str> {
        let own = self.levels.get(depth).map(SafeText::as_str);
        let own = own.or_else(|| {
            let is_first_form = self.key.as_str() == FIRST_FORM && self.levels.is_empty();
            let name = is_first_form.then(|| LEVELS.get(depth))?;
            name.copied()
        });
        own.filter(|name| !name.trim().is_empty())
    }

    /// What it is, in a case: of the plan it sets, else of itself; nothing where its words say
    /// nothing known.
    pub fn kind_in(&self, case: Case) -> Option<String> {
        let requisites = &self.requisites;
        [
            &requisites.plan_title,
            &requisites.kind,
            &requisites.title,
            &self.short,
        ]
        .into_iter()
        .find_map(|text| {
            let words: Vec<&str> = text.split_whitespace().collect();
            let kind = words.get(..kind_at(&words)?)?.join(" ");
            decline(&inside(&kind), case)
        })
    }

    /// Its own heading in a case, where the heading begins with what it is: «в комплекс мер по
    /// функционированию …».
    pub fn title_in(&self, case: Case) -> Option<String> {
        let words: Vec<&str> = self.title().split_whitespace().collect();
        let (kind, rest) = words.split_at(kind_at(&words)?);
        let mut said = decline(&inside(&kind.join(" ")), case)?;
        for word in rest {
            said.push(' ');
            said.push_str(word);
        }
        Some(said)
    }

    /// What it calls the headings of its outermost level, in a case.
    pub fn level_in(&self, depth: usize, case: Case) -> Option<String> {
        let name = self.level(depth)?;
        decline(name, case)
    }

    /// What it calls its activities, in a case.
    pub fn point_in(&self, case: Case) -> Option<String> {
        (!self.point.is_blank()).then(|| decline(&self.point, case))?
    }
}

#[cfg(test)]
mod tests {
    use super::super::Requisites;
    use super::*;

    fn document(kind: &str, plan_title: &str, title: &str) -> Document {
        Document {
            requisites: Requisites {
                kind: kind.into(),
                plan_title: plan_title.into(),
                title: title.into(),
                ..Requisites::default()
            },
            ..Document::default()
        }
    }

    #[test]
    fn a_document_is_called_by_what_its_own_words_say_it_is() {
        for (kind, plan_title, title, called) in [
            (
                "Распоряжение",
                "Комплекс мер по функционированию",
                "О внесении изменений",
                Some("комплекса мер"),
            ),
            (
                "",
                "План мероприятий («дорожная карта») по развитию",
                "",
                Some("плана мероприятий"),
            ),
            ("", "", "Дорожная карта развития", Some("дорожной карты")),
            (
                "",
                "",
                "План работы муниципальной методической службы",
                Some("плана работы"),
            ),
            (
                "",
                "",
                "Муниципальная программа развития образования",
                Some("муниципальной программы"),
            ),
            ("Письмо", "", "О проведении стратсессий", Some("письма")),
            ("Распоряжение", "Меры по развитию", "", Some("распоряжения")),
            ("", "", "Развитие наставничества", None),
            ("", "", "О плане мероприятий", None),
            ("", "", "", None),
        ] {
            let found = document(kind, plan_title, title).kind_in(Case::Genitive);
            assert_eq!(found.as_deref(), called, "{kind} {plan_title} {title}");
        }
    }

    #[test]
    fn a_heading_that_begins_with_what_it_is_is_declined_in_its_place() {
        let plan = document("", "Дорожная карта развития", "");
        assert_eq!(
            plan.title_in(Case::Accusative).as_deref(),
            Some("дорожную карту развития")
        );
        assert_eq!(
            document("Письмо", "", "О сроках").title_in(Case::Accusative),
            None
        );
    }

    #[test]
    fn a_document_without_number_is_named_in_lists_by_the_first_words_of_its_title() {
        for (title, name) in [
            ("Дорожная карта", "Дорожная карта"),
            (
                "План основных мероприятий Дворца творчества на 2024 год",
                "План основных мероприятий Дворца",
            ),
            (
                "План реализации государственной программы области",
                "План реализации государственной",
            ),
            (
                "План мероприятий по развитию и по поддержке",
                "План мероприятий по развитию",
            ),
            (
                "Противодействиекоррупциивобластиобразования на год",
                "Противодействиекоррупциивобластиобразования на год",
            ),
        ] {
            assert_eq!(document("", "", title).short_name(), name);
        }
        let numbered = Document {
            requisites: Requisites {
                number: "118-о".into(),
                ..document("", "План мероприятий", "").requisites
            },
            ..Document::default()
        };
        assert_eq!(numbered.short_name(), "118-о");
    }
}
