//! What a column holds, told by the words of its head.

use crate::import::heading;
use crate::import::text;

/// What a column is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Role {
    /// The printed number.
    Number,
    /// A heading that several activities stand under.
    Heading,
    /// What is to be done.
    Title,
    /// Who answers for it.
    Responsible,
    /// Who carries it out.
    Executors,
    /// The deadline.
    Term,
    /// The first day.
    Start,
    /// The last day.
    End,
    /// A stretch of time its head names, in which a mark or a day says that it is then.
    Marked,
    /// The expected result.
    Result,
    /// Anything else, kept under its own name.
    Other,
    /// Not taken.
    Skip,
}

impl Role {
    /// All roles in the order they are offered.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Heading,
        Self::Title,
        Self::Responsible,
        Self::Executors,
        Self::Term,
        Self::Start,
        Self::End,
        Self::Marked,
        Self::Result,
        Self::Other,
        Self::Skip,
    ];

    /// Its name in commands and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Heading => "heading",
            Self::Title => "title",
            Self::Responsible => "responsible",
            Self::Executors => "executors",
            Self::Term => "term",
            Self::Start => "start",
            Self::End => "end",
            Self::Marked => "marked",
            Self::Result => "result",
            Self::Other => "other",
            Self::Skip => "skip",
        }
    }

    /// The role of this name.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// What the words of a head say, before the other columns are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Said {
    pub(super) role: Role,
    /// Of two columns with one role the stronger has it.
    pub(super) weight: u8,
    /// Whether the words speak of something above activities.
    pub(super) is_above: bool,
}

impl Said {
    /// Marks in the column say that it is then.
    pub(super) fn marked() -> Self {
        Self {
            role: Role::Marked,
            weight: 7,
            is_above: false,
        }
    }
}

/// Longer cells are no heads.
const LONGEST: usize = 160;

/// Reads the head of a column.
pub(super) fn said(head: &str) -> Option<Said> {
    let plain = text::plain(head);
    if plain.is_empty() || plain.chars().count() > LONGEST {
        return None;
    }
    let words: Vec<&str> = text::words(&plain).collect();
    let has = |stems: &[&str]| {
        words
            .iter()
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let first = words.first().copied().unwrap_or_default();
    let starts = |stems: &[&str]| stems.iter().any(|stem| first.starts_with(stem));
    let found = |role, weight| {
        Some(Said {
            role,
            weight,
            is_above: false,
        })
    };
    if is_number(&plain, &words) {
        return found(Role::Number, 10);
    }
    if heading::marked(head).is_some() {
        return Some(Said::marked());
    }
    // «Контрольный срок», «Дата и место проведения» say when, whatever else they say.
    let says_when = has(&["срок", "дата", "даты"]) && starts(&["контрольн", "срок", "дат"])
        || starts(&["место"]) && has(&["дата", "даты"]);
    if is_aside(&has, &starts, says_when) {
        return found(Role::Other, 8);
    }
    let begins = words
        .iter()
        .any(|word| word.starts_with("начал") && !word.starts_with("начальн"));
    // «Число» beside «Месяц».
    if ["число", "числа", "день", "дни"].contains(&first) && words.len() <= 3 {
        return found(Role::Term, 8);
    }
    if has(&[
        "срок",
        "дата",
        "даты",
        "период",
        "время",
        "когда",
        "месяц",
        "график",
    ]) && !has(&["ответствен", "исполнител"])
        && !starts(&["мероприяти", "наименован", "содержан"])
        || ((begins || has(&["окончан", "завершен"])) && words.len() <= 6)
    {
        let short = words.len() <= 6;
        let weight = if has(&["срок", "дата", "даты"]) {
            10
        } else {
            7
        };
        if begins && !has(&["окончан", "завершен"]) {
            return found(Role::Start, 10);
        }
        if has(&["окончан", "завершен"]) && !begins && !has(&["результат"])
        {
            return found(Role::End, 10);
        }
        return short.then(|| found(Role::Term, weight)).flatten();
    }
    if has(&["соисполнит"]) && !has(&["ответствен"]) && !(has(&["исполнители", "исполнитель"]))
    {
        return found(Role::Executors, 10);
    }
    if has(&[
        "ответств",
        "исполнител",
        "организатор",
        "куратор",
        "координатор",
        "докладчик",
        "выступающ",
    ]) || starts(&[
        "руководител",
        "кто",
        "фио",
        "подразделен",
        "структурн",
        "должност",
    ]) || plain == "ф.и.о"
        || ["отв", "исп", "исполн"].contains(&first)
    {
        let weight = if has(&["ответств"]) { 10 } else { 8 };
        return found(Role::Responsible, weight);
    }
    // «Наименование результата, мероприятия, контрольной точки» names what is to be done.
    let names_a_matter = starts(&["наименован"]) && has(&["мероприяти", "контрольн"]);
    if has(&["результат", "итог", "продукт"]) && !names_a_matter
        || (has(&["документ"]) && has(&["вид", "форма", "итогов"]))
        || (starts(&["выход", "документ", "подтвержда"]) && words.len() <= 3)
    {
        return found(Role::Result, if has(&["результат"]) { 10 } else { 8 });
    }
    title(&words, &has).or_else(|| english(&words, &has))
}

/// Whether one head names the deadline and who answers: «Срок, ответственный».
pub(super) fn says_when_and_who(head: &str) -> bool {
    let plain = text::plain(head);
    let has = |stems: &[&str]| {
        text::words(&plain).any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    has(&["срок", "дата", "даты", "время"]) && has(&["ответствен", "исполнител"])
}

/// What the words of an English head say.
fn english(words: &[&str], has: &impl Fn(&[&str]) -> bool) -> Option<Said> {
    let first = words.first().copied().unwrap_or_default();
    let role = if ["no", "nr", "number", "id"].contains(&first) && words.len() == 1 {
        Role::Number
    } else if ["start", "begin"].contains(&first) && words.len() <= 2 {
        Role::Start
    } else if ["end", "finish"].contains(&first) && words.len() <= 2 {
        Role::End
    } else if has(&["deadline", "due", "date", "timeline", "when"]) {
        Role::Term
    } else if has(&["responsib", "owner", "lead", "assignee", "who"]) {
        Role::Responsible
    } else if has(&["executor", "participants"]) {
        Role::Executors
    } else if has(&["result", "outcome", "output", "deliverable"]) {
        Role::Result
    } else if has(&["activit", "action", "measure", "task", "milestone"]) || first == "what" {
        Role::Title
    } else {
        return None;
    };
    Some(Said {
        role,
        weight: 8,
        is_above: false,
    })
}

/// What a head says that names what is to be done, or what stands above it.
fn title(words: &[&str], has: &impl Fn(&[&str]) -> bool) -> Option<Said> {
    let first = words.first().copied().unwrap_or_default();
    let is_above = has(&[
        "направлени",
        "раздел",
        "этап",
        "модул",
        "задач",
        "цель",
        "цели",
        "блок",
        "системообразующ",
        "подпрограмм",
        "проект",
        "тематик",
    ]) || (has(&["основн"]) && has(&["мероприяти"]));
    let weight = if has(&["мероприяти", "действи"]) && !is_above {
        10
    } else if !is_above
        && (has(&[
            "содержани",
            "дело",
            "дела",
            "поручени",
            "вопрос",
            "тема",
            "пункт",
            "повестк",
            "событи",
            "задани",
        ]) || first == "что"
            || words
                .iter()
                .any(|word| word.starts_with("работ") && !word.starts_with("работник")))
    {
        8
    } else if is_above || has(&["наименован", "назван"]) {
        6
    } else {
        return None;
    };
    Some(Said {
        role: Role::Title,
        weight,
        is_above,
    })
}

/// A mark of what was done, money, places, measures: neither deadline nor result.
///
/// `says_when`: whether a control or a place stands beside a day, which outweighs them.
fn is_aside(
    has: &impl Fn(&[&str]) -> bool,
    starts: &impl Fn(&[&str]) -> bool,
    says_when: bool,
) -> bool {
    starts(&["отметк", "примечан", "комментар", "статус", "источник"])
        || (starts(&["контрол", "место"]) && !says_when)
        || has(&[
            "финансир",
            "расход",
            "стоимост",
            "бюджет",
            "объем",
            "рубл",
            "показател",
            "индикатор",
            "участник",
            "контингент",
            "методик",
            "единиц",
        ])
        || (has(&["сведени", "информаци", "фактическ"])
            && has(&["ход", "исполнени", "выполнени", "реализаци", "фактическ"]))
        || (has(&["место"]) && !has(&["мероприяти"]) && !says_when)
}

fn is_number(plain: &str, words: &[&str]) -> bool {
    let bare: String = plain
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    matches!(
        bare.as_str(),
        "№" | "n"
            | "№п/п"
            | "nп/п"
            | "п/п"
            | "пп"
            | "№пп"
            | "nпп"
            | "№п"
            | "#"
            | "№№"
            | "№№п/п"
            | "номер"
            | "номерстроки"
            | "номерп/п"
            | "номерпункта"
            | "№пункта"
            | "№строки"
            | "№стр"
            | "№№пп"
            | "no"
            | "noп/п"
            | "№п\\п"
            | "п\\п"
            | "№мероприятия"
    ) || (words.first() == Some(&"номер")
        && words.len() <= 2
        && words
            .get(1)
            .is_none_or(|word| ["п", "пп", "строки", "пункта", "мероприятия"].contains(word)))
}

#[cfg(test)]
mod tests;
