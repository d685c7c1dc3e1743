//! What columns are for, told by their cells.

use super::Content;
use crate::import::number;
use crate::import::role::Role;
use crate::import::text;
use crate::import::when::reads;

/// What the cells themselves say where no head does.
pub(super) fn from_content(
    contents: &[Content],
    roles: &mut [Option<Role>],
    by_content: &mut [bool],
    has_head: bool,
) {
    let missing = |roles: &[Option<Role>], role| !roles.contains(&Some(role));
    let set = |roles: &mut [Option<Role>], by_content: &mut [bool], column: usize, role: Role| {
        if let (Some(place), Some(flag)) = (roles.get_mut(column), by_content.get_mut(column)) {
            *place = Some(role);
            *flag = true;
        }
    };
    let open =
        |roles: &[Option<Role>], column: usize| roles.get(column).copied().flatten().is_none();
    let candidates = |roles: &[Option<Role>]| -> Vec<usize> {
        (0..contents.len())
            .filter(|column| open(roles, *column))
            .filter(|column| {
                contents
                    .get(*column)
                    .is_some_and(|content| !content.own.is_empty() || content.labels > 0)
            })
            .collect()
    };
    if missing(roles, Role::Number)
        && let Some(column) = candidates(roles).into_iter().find(|column| {
            contents.get(*column).is_some_and(|content| {
                content.own.is_empty() && content.labels > 0
                    || content.share(|text| number::read(text).is_some()) >= 70
            })
        })
    {
        set(roles, by_content, column, Role::Number);
    }
    if missing(roles, Role::Term)
        && missing(roles, Role::Marked)
        && missing(roles, Role::End)
        && let Some((share, _, column)) = candidates(roles)
            .into_iter()
            .filter_map(|column| {
                let share = contents.get(column)?.share(reads);
                Some((share, std::cmp::Reverse(column), column))
            })
            .max()
        && share >= 60
    {
        set(roles, by_content, column, Role::Term);
    }
    if missing(roles, Role::Title)
        && let Some((_, _, column)) = candidates(roles)
            .into_iter()
            .filter_map(|column| {
                let content = contents.get(column)?;
                let people = content.share(is_people);
                Some((
                    content.length() * (120 - people.min(100)),
                    std::cmp::Reverse(column),
                    column,
                ))
            })
            .max()
    {
        set(roles, by_content, column, Role::Title);
    }
    if missing(roles, Role::Responsible) && !has_head
        || missing(roles, Role::Responsible)
            && candidates(roles).iter().any(|column| {
                contents
                    .get(*column)
                    .is_some_and(|content| content.share(is_people) >= 60)
            })
    {
        let found = candidates(roles)
            .into_iter()
            .filter_map(|column| {
                Some((
                    contents.get(column)?.share(is_people),
                    std::cmp::Reverse(column),
                    column,
                ))
            })
            .max()
            .filter(|(share, ..)| *share >= 30);
        if let Some((.., column)) = found {
            set(roles, by_content, column, Role::Responsible);
        }
    }
    // What stands last and is neither when nor by whom is what comes of it.
    let is_known = |roles: &[Option<Role>], role| !missing(roles, role);
    if missing(roles, Role::Result)
        && is_known(roles, Role::Title)
        && (is_known(roles, Role::Term)
            || is_known(roles, Role::Marked)
            || is_known(roles, Role::Responsible))
        && let Some(last) = last_filled(contents)
        && open(roles, last)
        && contents.get(last).is_some_and(|content| {
            content.own.len() * 2 >= content.rows
                && content.share(|text| text.chars().any(char::is_alphabetic)) >= 90
                && content.share(reads) < 30
                && content.share(is_people) < 60
        })
    {
        set(roles, by_content, last, Role::Result);
    }
}

/// The last column with anything in it.
fn last_filled(contents: &[Content]) -> Option<usize> {
    contents
        .iter()
        .rposition(|content| !content.own.is_empty() || content.labels > 0)
}

/// Words that name those who answer for something.
const PEOPLE: &[&str] = &[
    "министерств",
    "департамент",
    "управлени",
    "комитет",
    "отдел",
    "директор",
    "заместител",
    "администрац",
    "центр",
    "институт",
    "академи",
    "школ",
    "учител",
    "педагог",
    "руководител",
    "специалист",
    "методист",
    "заведующ",
    "начальник",
    "председател",
    "комисси",
    "зам",
    "зуп",
    "зувр",
    "завуч",
    "классны",
    "воспитател",
    "психолог",
    "бухгалтер",
    "библиотекар",
    "тренер",
    "инструктор",
    "глава",
    "служб",
    "учрежден",
    "орган",
    "секретар",
    "координатор",
    "рабоч",
];

/// Whether a cell names bodies, posts or persons.
pub(in crate::import) fn is_people(cell: &str) -> bool {
    let plain = text::plain(cell);
    let named = text::words(&plain).any(|word| PEOPLE.iter().any(|stem| word.starts_with(stem)));
    named && cell.chars().count() < 400 || has_initials(cell)
}

/// «Иванов И.И.», «И. И. Иванов».
pub(in crate::import) fn has_initials(cell: &str) -> bool {
    let characters: Vec<char> = cell.chars().filter(|c| !c.is_whitespace()).collect();
    characters
        .windows(4)
        .any(|four| matches!(four, [a, '.', b, '.'] if a.is_uppercase() && b.is_uppercase()))
}
