//! People who sit at the table, from a list of them: a table with names, posts and organisations.

use super::columns::has_initials;
use super::grid::Grid;
use super::source::{Block, Source};
use super::text;
use crate::domain::fold::fold;
use crate::domain::subject::TypedPerson;

/// Which column is which.
#[derive(Clone, Copy, Default)]
struct Columns {
    name: usize,
    post: Option<usize>,
    organisation: Option<usize>,
}

/// The people of the first table that has any; none where there is no such table.
pub fn members(source: &Source) -> Vec<TypedPerson> {
    let blocks = source.parts.iter().flat_map(|part| &part.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(grid) => Some(people(grid)),
            Block::Paragraph(_) => None,
        })
        .find(|people| !people.is_empty())
        .unwrap_or_default()
}

fn people(grid: &Grid) -> Vec<TypedPerson> {
    let head = (0..grid.height().min(6)).find_map(|row| Some((row, columns(grid, row)?)));
    let (from, columns) = match head {
        Some((row, columns)) => (row + 1, columns),
        None => match by_content(grid) {
            Some(columns) => (0, columns),
            None => return Vec::new(),
        },
    };
    let cell = |row: usize, column: usize| text::line(grid.text(row, column));
    (from..grid.height())
        .map(|row| TypedPerson {
            name: cell(row, columns.name),
            post: columns.post.map_or_else(String::new, |at| cell(row, at)),
            organisation: columns
                .organisation
                .map_or_else(String::new, |at| cell(row, at)),
        })
        .filter(|person| {
            person
                .name
                .chars()
                .filter(|one| one.is_alphabetic())
                .count()
                > 2
        })
        .collect()
}

/// The columns by the words of a head row, if it is one.
fn columns(grid: &Grid, row: usize) -> Option<Columns> {
    let find = |words: &[&str]| {
        (0..grid.width()).find(|column| {
            let head = fold(grid.text(row, *column));
            words.iter().any(|word| head.starts_with(word))
        })
    };
    let name = find(&[
        "фио",
        "ф. и. о",
        "ф.и.о",
        "фамилия",
        "участник",
        "член",
        "name",
    ])?;
    Some(Columns {
        name,
        post: find(&["должност", "пост", "position", "post"]),
        organisation: find(&["организаци", "учрежден", "место работы", "орган", "organi"]),
    })
}

/// Without a head: the column most of whose cells have initials or three names, then the next two.
fn by_content(grid: &Grid) -> Option<Columns> {
    let is_name = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let capitals = words
            .iter()
            .all(|word| word.chars().next().is_some_and(char::is_uppercase));
        has_initials(text) || (words.len() == 3 && capitals)
    };
    let name = (0..grid.width()).find(|column| {
        let names = (0..grid.height())
            .filter(|row| is_name(&text::line(grid.text(*row, *column))))
            .count();
        names > 0 && names * 2 >= grid.height()
    })?;
    let beside = |step: usize| Some(name + step).filter(|column| *column < grid.width());
    Some(Columns {
        name,
        post: beside(1),
        organisation: beside(2),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    fn read_text(text: &str) -> Vec<TypedPerson> {
        members(&read(text.as_bytes()).unwrap())
    }

    #[test]
    fn a_list_with_a_head_is_read_by_its_words() {
        let people = read_text(
            "№;Организация;Должность;ФИО\n1;Школа № 1;директор;Иванова И.И.\n2;Школа № 2;завуч;Петров П.П.\n3;;;\n",
        );
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].name, "Иванова И.И.");
        assert_eq!(people[0].post, "директор");
        assert_eq!(people[1].organisation, "Школа № 2");
    }

    #[test]
    fn a_list_without_a_head_is_read_by_its_names() {
        let people = read_text(
            "1;Иванова Ирина Ивановна;директор;Школа № 1\n2;Петров П.П.;завуч;Школа № 2\n",
        );
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].name, "Иванова Ирина Ивановна");
        assert_eq!(people[1].post, "завуч");
    }

    #[test]
    fn a_table_without_people_gives_none() {
        assert!(read_text("№;Месяц;Сумма;Остаток\n1;май;5;7\n2;июнь;7;9\n3;июль;8;1\n").is_empty());
    }
}
