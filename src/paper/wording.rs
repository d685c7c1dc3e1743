//! How the papers put things: Russian in every language of the interface, without declension
//! (domain.md 5).

use std::sync::LazyLock;

use crate::domain::agenda::{Reason, Section};
use crate::domain::control::Control;
use crate::domain::date::{Date, Span};
use crate::domain::mark::Status;
use crate::domain::minutes::{AboutPoint, Decision, DecisionKind, Question, VoteRecord};
use crate::domain::russian::{Case, decline, inside, post_instead};
use crate::domain::safe_text::SafeText;
use crate::locale::{Language, Texts};

static RUSSIAN: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::Ru));

/// The Russian texts, read once.
pub(super) fn russian() -> &'static Texts {
    &RUSSIAN
}

/// «25.05.2023»
pub(super) fn date(day: Date) -> String {
    russian().date_full(day)
}

/// «25 мая 2023 г.»
pub(super) fn date_long(day: Date) -> String {
    russian().date_long(day)
}

/// «с 25 по 31 мая 2023 г.», «с 29 июня по 5 июля 2023 г.»
pub(super) fn span(span: Span) -> String {
    use chrono::Datelike;
    let (first, last) = (span.first, span.last);
    if first == last {
        date_long(first)
    } else if first.year() != last.year() {
        format!("с {} по {}", date_long(first), date_long(last))
    } else if first.month() == last.month() {
        format!("с {} по {}", first.day(), date_long(last))
    } else {
        let begin = russian().date_day_month(first);
        format!("с {begin} по {}", date_long(last))
    }
}

/// «до 15.06.2023 (включительно)»: a bare «до» is never written (domain.md 2.2).
pub(super) fn until(day: Date) -> String {
    format!("до {} (включительно)", date(day))
}

/// «протокола от 25.05.2023 № 1»
pub(super) fn of_minutes(day: Date, number: Option<u32>) -> String {
    let number = number.map(|n| format!(" № {n}")).unwrap_or_default();
    format!("протокола от {}{number}", date(day))
}

/// «Протокол от 25.05.2023 № 1»
pub(super) fn minutes_of(day: Date, number: Option<u32>) -> String {
    let number = number.map(|n| format!(" № {n}")).unwrap_or_default();
    format!("Протокол от {}{number}", date(day))
}

/// A text closed by one full stop, unless it ends a sentence itself.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim().trim_end_matches([';', ',', ' ']);
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A status in words, with its reason.
pub(super) fn status(status: &Status) -> String {
    let words = russian().status(status);
    match status {
        Status::Postponed { reason, .. } | Status::Cancelled { reason } if !reason.is_empty() => {
            format!("{words} ({reason})")
        }
        _ => words,
    }
}

/// The same with the day it really happened, where that is another one than it was said on:
/// «исполнено 20.05.2023».
pub(super) fn status_on(said: &Status, happened: Option<Date>) -> String {
    match happened {
        Some(day) => format!("{} {}", status(said), date(day)),
        None => status(said),
    }
}

/// A name inside a line, behind a colon: a post begins with a small letter there, a body does not.
pub(super) fn in_line(name: &SafeText) -> String {
    if post_instead(name).is_some() {
        inside(name)
    } else {
        name.to_string()
    }
}

/// Several of them.
pub(super) fn in_lines<'n>(names: impl IntoIterator<Item = &'n SafeText>) -> String {
    let names: Vec<String> = names.into_iter().map(in_line).collect();
    names.join(", ")
}

/// What a document says is to be done, to stand by itself: with a capital letter, without the sign
/// that only led to the next point of the document.
pub(super) fn by_itself(text: &SafeText) -> SafeText {
    let text = text.trim();
    let ended = text.trim_end_matches([';', ',', ' ', '\u{a0}']);
    SafeText::from(ended).capitalised()
}

/// The same within quotation marks: the full stop that ends it stands behind them.
pub(super) fn quoted(text: &SafeText) -> String {
    let text = by_itself(text);
    let last = text.split_whitespace().next_back().unwrap_or_default();
    // «гг.», «др.» are nothing without theirs.
    let is_short = last.trim_end_matches('.').chars().count() < 4;
    let text = if is_short || text.ends_with("..") {
        text.as_str()
    } else {
        text.trim_end_matches('.')
    };
    format!("«{text}»")
}

/// A question as the agenda names it: a quoted nominative needs no declension.
pub(super) fn question(question: &Question) -> String {
    let title = quoted(&question.title);
    if let Some(about) = &question.about {
        return format!("{} {title}", about_point(about));
    }
    if let Some(activity) = question.activity {
        return format!("О реализации мероприятия {activity} {title}");
    }
    // The name of an indicator says that it is reached: «Разработан и реализуется комплекс мер».
    // Minutes approved before values had a section of their own stay as they were signed.
    let asked = question.reasons.iter().find_map(|reason| match reason {
        Reason::ValueDue { number, ended } => Some((number, ended)),
        _ => None,
    });
    if let Some((number, ended)) = asked.filter(|_| question.section == Section::Values) {
        return format!("О значении показателя {number} {title} на {}", date(*ended));
    }
    let assignment = question.reasons.iter().find_map(|reason| match reason {
        Reason::AssignmentDue {
            minutes, number, ..
        }
        | Reason::ToBeHeard { minutes, number } => Some((minutes, number)),
        _ => None,
    });
    match assignment {
        Some((minutes, number)) if question.section == Section::Assignments => format!(
            "О ходе исполнения пункта {number} {}: {title}",
            of_minutes(*minutes, None)
        ),
        _ => question.title.to_string(),
    }
}

/// «Об исполнении пункта 2.1 (Р-325)», «О реализации мероприятия 1.2.3»: in the document's words.
fn about_point(about: &AboutPoint) -> String {
    let own = decline(&about.point, Case::Genitive).map(|it| inside(&it));
    let point = own.as_deref().unwrap_or("мероприятия");
    let doing = if ["мероприятия", "проекта", "события"].contains(&point) {
        "О реализации"
    } else {
        "Об исполнении"
    };
    let mut said = format!("{doing} {point}");
    if !about.number.is_blank() {
        said = format!("{said} {}", about.number);
    }
    if !about.document.is_blank() {
        said = format!("{said} ({})", about.document);
    }
    said
}

/// A decision: what, who, until when. `dative` is the hand-entered form of the first executor.
pub(super) fn decision(decision: &Decision, dative: Option<&str>) -> String {
    let mut parts = Vec::new();
    let mut names = decision.executors.iter();
    let first = names.next();
    match &decision.kind {
        // What is decided on control names its date and its people itself.
        DecisionKind::Control { .. } => return control(decision),
        DecisionKind::Dropped => return format!("Пункт {} исключён.", decision.number),
        _ => {
            if let Some(text) = dative.and_then(|dative| addressed(dative, &decision.text)) {
                parts.push(text);
            } else {
                parts.push(sentence(&decision.text));
                parts.extend(
                    first.map(|name| format!("Ответственный: {}", sentence(&in_line(name)))),
                );
            }
        }
    }
    let others = in_lines(names);
    if !others.is_empty() {
        parts.push(format!("Соисполнители: {}", sentence(&others)));
    }
    if let Some(due) = decision.due {
        parts.push(format!("Срок: {}.", until(due)));
    }
    if let Some(controller) = &decision.controller {
        parts.push(format!("Контроль: {}", sentence(&in_line(controller))));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// «Голосовали: «за» – 9, «против» – 0, «воздержались» – 1.» (domain.md 1.1, row 13).
pub(super) fn voted(vote: &VoteRecord) -> String {
    sentence(&format!("Голосовали: {}", vote.count()))
}

/// «По вопросу 2: Иванова М.И. – …»: who differs.
pub(super) fn opinion(number: u32, said: &str) -> String {
    format!("По вопросу {number}: {said}")
}

/// «ЦНППМ АСОУ представить …»: only before an infinitive, where the dative is right.
fn addressed(dative: &str, text: &str) -> Option<String> {
    let text = text.trim();
    let verb = text.split_whitespace().next()?;
    let is_infinitive = ["ть", "ти", "чь", "ться", "тись", "чься"]
        .iter()
        .any(|ending| verb.to_lowercase().ends_with(ending));
    let mut letters = text.chars();
    let first = letters.next()?;
    let is_word = verb.chars().count() > 3 && verb.chars().skip(1).all(char::is_lowercase);
    (is_infinitive && is_word).then(|| {
        let lower: String = first.to_lowercase().collect();
        sentence(&format!("{dative} {lower}{}", letters.as_str()))
    })
}

/// A decision on control: what it is on, whose it is and what was to be done.
fn control(decision: &Decision) -> String {
    let DecisionKind::Control {
        minutes,
        minutes_number,
        assignment,
        control,
        given,
        was_due,
    } = &decision.kind
    else {
        return String::new();
    };
    let point = match (minutes, given) {
        (Some(day), _) => format!("пункт {assignment} {}", of_minutes(*day, *minutes_number)),
        (None, Some(day)) => format!("поручение от {}", date(*day)),
        (None, None) => format!("пункт {assignment}"),
    };
    let point = format!("{point}{}", substance(decision));
    let because = |reason: &str| {
        if reason.trim().is_empty() {
            String::new()
        } else {
            format!(" Обоснование: {}", sentence(reason))
        }
    };
    match control {
        Control::Reported => format!("Принять к сведению доклад об исполнении: {point}."),
        Control::Lifted => format!("Снять с контроля {point}."),
        Control::Dropped { reason } => format!(
            "Снять с контроля как утративший актуальность {point}.{}",
            because(reason)
        ),
        Control::Kept { until: day } => {
            format!("Оставить на контроле {} {point}.", until(*day))
        }
        Control::Extended { to, reason } => {
            let was = was_due.filter(|was| was != to);
            let was = was.map(|was| format!(", прежний срок {}", date(was)));
            format!(
                "Продлить срок {}{}: {point}.{}",
                until(*to),
                was.unwrap_or_default(),
                because(reason)
            )
        }
        Control::HearOn { meeting } => {
            format!("Заслушать на совещании {}: {point}.", date_long(*meeting))
        }
    }
}

/// « (ММС, «Подготовить справку …»)»: whose assignment it is and what it says.
fn substance(decision: &Decision) -> String {
    let names = in_lines(&decision.executors);
    let text = decision.text.trim().trim_end_matches('.');
    let quoted = if text.is_empty() {
        String::new()
    } else {
        format!("«{text}»")
    };
    let parts: Vec<String> = [names, quoted]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join(", "))
    }
}

/// «1 человек», «2 человека», «5 человек».
pub(super) fn people(count: usize) -> String {
    let few = matches!(count % 10, 2..=4) && !matches!(count % 100, 12..=14);
    format!(
        "{count} {}",
        if few {
            "человека"
        } else {
            "человек"
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_asked_for_as_a_question_and_not_told_as_reached() {
        let asked = |section| {
            let ended = "2023-12-31".parse().unwrap();
            question(&Question {
                number: 1,
                title: "Разработан комплекс мер («дорожная карта»)".into(),
                activity: None,
                point: None,
                about: None,
                section,
                reasons: vec![Reason::ValueDue { number: 1, ended }],
                speaker: None,
                dropped: false,
            })
        };
        assert_eq!(
            asked(Section::Values),
            "О значении показателя 1 «Разработан комплекс мер («дорожная карта»)» на 31.12.2023"
        );
        // As minutes were signed that an earlier program approved.
        assert_eq!(
            asked(Section::ThisWeek),
            "Разработан комплекс мер («дорожная карта»)"
        );
    }
}
