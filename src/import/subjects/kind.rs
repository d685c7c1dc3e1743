//! What sort of subject a name seems to be, by the words it begins with.

use super::super::text;
use crate::domain::subject::SubjectKind;
use crate::import::columns::has_initials;

/// Words that begin a post.
pub(in crate::import) const POSTS: &[&str] = &[
    "директор",
    "заместител",
    "зам",
    "начальник",
    "заведующ",
    "проректор",
    "ректор",
    "руководител",
    "председател",
    "специалист",
    "методист",
    "учител",
    "педагог",
    "воспитател",
    "классны",
    "глава",
    "министр",
    "секретар",
    "бухгалтер",
    "инженер",
    "координатор",
    "инструктор",
    "тренер",
    "психолог",
    "главны",
    "ведущи",
    "старши",
    "библиотекар",
    "ответственн",
    "завуч",
    "зувр",
    "зуп",
    "завхоз",
    "советник",
    "администратор",
    "юрист",
    "юрисконсульт",
    "экономист",
    "делопроизводител",
    "электрик",
    "медсестр",
    "фельдшер",
    "логопед",
    "организатор",
    "куратор",
    "тьютор",
    "мастер",
    "оператор",
    "декан",
    "преподавател",
    "врач",
    "комендант",
    "кассир",
    "лаборант",
    "редактор",
    "архитектор",
    "концертмейстер",
    "соцпедагог",
    "завкафедр",
    "завотдел",
];

/// Words that begin a body, whoever is named after them: «отдел главного инженера».
pub(in crate::import) const BODIES: &[&str] = &[
    "отдел",
    "бухгалтери",
    "управлени",
    "министерств",
    "департамент",
    "комитет",
    "администраци",
    "центр",
    "школ",
    "служб",
    "кафедр",
    "ассоциаци",
    "союз",
    "совет",
    "комисси",
    "институт",
    "академи",
    "аппарат",
    "секретариат",
];

/// Words that begin a group.
const GROUPS: &[&str] = &[
    "все",
    "члены",
    "органы",
    "муниципальные",
    "образовательные",
    "общеобразовательные",
    "педагоги",
    "учителя",
    "руководители",
    "флагманские",
    "стажировочные",
    "педагогический",
    "рабочая",
];

pub(super) fn kind(name: &str) -> SubjectKind {
    let plain = text::plain(name);
    let first = text::words(&plain).next().unwrap_or_default();
    if GROUPS.contains(&first) {
        return SubjectKind::Group;
    }
    // «Соц. педагог», «Системный администратор»: the post may come after what it is of.
    // «Советник» is no «совет», and «бухгалтерия» no «бухгалтер».
    let longest = |stems: &[&str]| {
        let known = stems.iter().filter(|stem| first.starts_with(**stem));
        known.map(|stem| stem.len()).max()
    };
    let is_body = longest(BODIES) > longest(POSTS);
    let is_post = text::words(&plain)
        .take(if is_body { 0 } else { 3 })
        .any(|word| word == "зав" || POSTS.iter().any(|stem| word.starts_with(stem)));
    if has_initials(name) {
        return SubjectKind::Person;
    }
    if is_post {
        return SubjectKind::Position;
    }
    SubjectKind::Organisation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_told_from_a_body_that_begins_like_it() {
        use SubjectKind::{Organisation, Position};
        for (name, wanted) in [
            ("Советник директора по воспитанию", Position),
            ("Совет школы", Organisation),
            ("Бухгалтер", Position),
            ("Бухгалтерия", Organisation),
            ("Зав. отделением", Position),
            ("Завод", Organisation),
            ("Деканы факультетов", Position),
            ("Комендант учебного корпуса", Position),
            ("Главные врачи больниц", Position),
            ("Отдел главного инженера", Organisation),
        ] {
            assert_eq!(kind(name), wanted, "{name}");
        }
    }
}
