//! Which of several columns with heads alike has which role.

use super::Content;
use crate::import::grid::Grid;
use crate::import::head::Head;
use crate::import::heading;
use crate::import::in_month;
use crate::import::number;
use crate::import::role::Role;
use crate::import::text;
use crate::import::when;

/// Two columns under one cell of the head: a number and what it numbers, or one column that the
/// source made of two.
pub(super) fn under_one_head(
    grid: &Grid,
    head: &Head,
    contents: &[Content],
    roles: &mut [Option<Role>],
) {
    for column in 1..roles.len() {
        let covered = (head.first..head.end).all(|row| {
            grid.origin(row, column)
                .is_some_and(|(origin, at)| at < column && origin >= head.first)
        });
        if !covered {
            continue;
        }
        let (Some(before), Some(own)) = (contents.get(column - 1), contents.get(column)) else {
            continue;
        };
        if own.own.is_empty() && own.labels == 0 {
            if let Some(role) = roles.get_mut(column) {
                *role = Some(Role::Skip);
            }
        } else {
            let role = if before.own.is_empty() && before.labels == 0 {
                Some(Role::Skip)
            } else if before.share(|text| number::read(text).is_some()) >= 70 && before.length() < 8
            {
                Some(Role::Number)
            } else {
                None
            };
            if let (Some(role), Some(place)) = (role, roles.get_mut(column - 1)) {
                *place = Some(role);
            }
        }
    }
}

/// «Пункт» over numbers of points names no matter, where another column does.
pub(super) fn numbers(contents: &[Content], roles: &mut [Option<Role>]) {
    let titles = roles.iter().filter(|role| **role == Some(Role::Title));
    if roles.contains(&Some(Role::Number)) || titles.count() < 2 {
        return;
    }
    let found = (0..roles.len()).find(|column| {
        roles.get(*column).copied().flatten() == Some(Role::Title)
            && contents
                .get(*column)
                .is_some_and(|own| own.share(are_numbers) >= 80)
    });
    if let Some(place) = found.and_then(|column| roles.get_mut(column)) {
        *place = Some(Role::Number);
    }
}

/// «1.2», and «1 2)» of a point under another.
fn are_numbers(cell: &str) -> bool {
    cell.split_whitespace()
        .all(|part| number::read(part).is_some())
}

/// Of several columns that name what is to be done, the activities' own and those above it.
pub(super) fn titles(head: &Head, contents: &[Content], roles: &mut [Option<Role>]) {
    let named: Vec<usize> = (0..roles.len())
        .filter(|column| roles.get(*column).copied().flatten() == Some(Role::Title))
        .collect();
    if named.len() < 2 {
        return;
    }
    let set = |roles: &mut [Option<Role>], column: usize, role: Role| {
        if let Some(place) = roles.get_mut(column) {
            *place = Some(role);
        }
    };
    let says_above = |column: usize| head.said(column).is_some_and(|said| said.is_above);
    // Fewer different cells than lines, or cells that go on over several lines, stand above.
    let is_above = |column: usize| {
        contents.get(column).is_some_and(|content| {
            content.rows > 0
                && (content.carried * 5 >= content.rows
                    || content.distinct() * 10 <= content.own.len() * 7
                    || (says_above(column) && content.distinct() < content.own.len()))
        })
    };
    let strength = |column: usize| head.said(column).map_or(0, |said| said.weight);
    let below: Vec<usize> = named
        .iter()
        .copied()
        .filter(|column| !is_above(*column))
        .collect();
    let title = below
        .iter()
        .copied()
        .filter(|column| !says_above(*column))
        .max_by_key(|column| (strength(*column), std::cmp::Reverse(*column)))
        .or_else(|| below.last().copied())
        .or_else(|| named.last().copied());
    for column in named {
        if Some(column) == title {
            continue;
        }
        let before = title.is_some_and(|title| column < title);
        let role = if before
            && (is_above(column)
                || (says_above(column)
                    && contents
                        .get(column)
                        .is_some_and(|content| content.rows <= 2)))
        {
            Role::Heading
        } else {
            Role::Other
        };
        set(roles, column, role);
    }
}

/// Of several columns of people, the responsible and the executors.
pub(super) fn people(head: &Head, roles: &mut [Option<Role>]) {
    let named: Vec<usize> = (0..roles.len())
        .filter(|column| roles.get(*column).copied().flatten() == Some(Role::Responsible))
        .collect();
    let answers = |column: usize| text::plain(head.text(column)).contains("ответствен");
    let carries = |column: usize| text::plain(head.text(column)).contains("исполнит");
    let assigned = |roles: &[Option<Role>], role| roles.contains(&Some(role));
    let responsible = named
        .iter()
        .copied()
        .find(|column| answers(*column) && !carries(*column))
        .or_else(|| named.iter().copied().find(|column| answers(*column)))
        .or_else(|| named.first().copied());
    for column in named {
        if Some(column) == responsible {
            continue;
        }
        let role = if assigned(roles, Role::Executors) {
            Role::Other
        } else {
            Role::Executors
        };
        if let Some(place) = roles.get_mut(column) {
            *place = Some(role);
        }
    }
    // «Соисполнители» alone answer for it.
    if responsible.is_none()
        && let Some(place) = roles
            .iter_mut()
            .find(|role| **role == Some(Role::Executors))
    {
        *place = Some(Role::Responsible);
    }
}

/// Of several columns with dates, the deadline; day and hour belong together.
pub(super) fn terms(head: &Head, contents: &[Content], roles: &mut [Option<Role>]) {
    let named: Vec<usize> = (0..roles.len())
        .filter(|column| roles.get(*column).copied().flatten() == Some(Role::Term))
        .collect();
    let paired = roles.contains(&Some(Role::Start)) || roles.contains(&Some(Role::End));
    if named.is_empty() || (named.len() == 1 && !paired) {
        return;
    }
    let plain = |column: usize| text::plain(head.text(column));
    let weight = |column: usize| head.said(column).map_or(0, |said| said.weight);
    let first = named
        .iter()
        .copied()
        .max_by_key(|column| (weight(*column), std::cmp::Reverse(*column)));
    for column in named {
        let same_cell =
            first.is_some_and(|first| column == first + 1 && plain(column) == plain(first));
        let is_hour = plain(column).starts_with("время")
            && first.is_some_and(|first| plain(first).starts_with("дат"));
        if !paired && (Some(column) == first || same_cell || is_hour) {
            continue;
        }
        // The months that bare days belong to.
        let has_months = contents
            .get(column)
            .is_some_and(|own| own.share(|cell| heading::month(cell).is_some()) >= 80);
        let has_days = first
            .filter(|first| column < *first)
            .and_then(|first| contents.get(first))
            .is_some_and(|days| days.share(when::is_bare_day) >= 60);
        if let Some(place) = roles.get_mut(column) {
            *place = Some(if has_months && has_days {
                Role::Heading
            } else {
                Role::Other
            });
        }
    }
}

/// Columns whose heads name stretches of time say when by marks, where there are several of them, no
/// column of deadlines, and marks or days in most of their cells. Numbers in them are amounts, but
/// for days of a month where other cells show that days are meant.
pub(super) fn marked(
    contents: &[Content],
    stretches: &[Option<String>],
    roles: &mut [Option<Role>],
) {
    let named: Vec<usize> = (0..roles.len())
        .filter(|column| roles.get(*column).copied().flatten() == Some(Role::Marked))
        .collect();
    let says_when = [Role::Term, Role::Start, Role::End]
        .into_iter()
        .any(|role| roles.contains(&Some(role)));
    let cells: Vec<(&str, Option<&str>)> = named
        .iter()
        .filter_map(|column| Some((contents.get(*column)?, stretches.get(*column)?)))
        .flat_map(|(content, stretch)| {
            let cells = content.own.iter();
            cells.map(|cell| (cell.as_str(), stretch.as_deref()))
        })
        .collect();
    let is_day = |(cell, stretch): &&(&str, Option<&str>)| {
        stretch.is_some_and(|stretch| in_month::of_column(cell, stretch).is_some())
    };
    let is_amount = |cell: &str| cell.trim().chars().all(|c| c.is_ascii_digit());
    let are_days = cells.iter().any(|(cell, _)| when::says_then(cell))
        || cells
            .iter()
            .filter(is_day)
            .any(|(cell, _)| !is_amount(cell) && !when::is_short(cell));
    let told = cells
        .iter()
        .filter(|cell| when::says_then(cell.0) || (are_days && is_day(cell)))
        .count();
    if named.len() >= 2 && !says_when && told > 0 && told * 10 >= cells.len() * 6 {
        return;
    }
    for column in named.iter().copied() {
        if let Some(place) = roles.get_mut(column) {
            // One column called «Май» is told by its cells.
            *place = (named.len() > 1).then_some(Role::Other);
        }
    }
}

/// A number and a result are in one column.
pub(super) fn one_only(head: &Head, roles: &mut [Option<Role>]) {
    for role in [Role::Number, Role::Result, Role::Start, Role::End] {
        let mut named: Vec<usize> = (0..roles.len())
            .filter(|column| roles.get(*column).copied().flatten() == Some(role))
            .collect();
        named.sort_by_key(|column| {
            (
                std::cmp::Reverse(head.said(*column).map_or(0, |said| said.weight)),
                *column,
            )
        });
        for column in named.into_iter().skip(1) {
            if let Some(place) = roles.get_mut(column) {
                *place = Some(Role::Other);
            }
        }
    }
}
