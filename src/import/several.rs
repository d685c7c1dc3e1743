//! Several matters in one cell: «1. … 2. …», or paragraphs, with dates and people beside them in
//! the same sequence. Where the cells go side by side each matter is an activity of its own.

use super::choice::Choice;
use super::lines::Fields;
use super::number::{self, Shape};
use super::report::Question;
use super::resolve::{Item, Told};
use super::{text, when};

/// Parts activities whose cells hold several matters; each is asked about.
pub(super) fn part(items: Vec<Item>, choice: &Choice, told: &mut Told) -> Vec<Item> {
    let mut parted = Vec::with_capacity(items.len());
    for item in items {
        let Item::Activity { row, mut fields } = item else {
            parted.push(item);
            continue;
        };
        let Some(matters) = matters(&fields) else {
            parted.push(Item::Activity { row, fields });
            continue;
        };
        let decided = choice.several.get(&row).copied();
        let is_parted = decided.unwrap_or(matters.go_along);
        let count = matters.all.len();
        let question = Question::SeveralInOne {
            row,
            title: text::line(&fields.title),
            parts: if is_parted { count } else { 0 },
        };
        if decided.is_some() {
            told.answered.push(question);
        } else {
            told.questions.push(question);
        }
        if is_parted {
            parted.extend(of(row, &fields, &matters));
        } else {
            fields.is_several = matters.is_numbered;
            parted.push(Item::Activity { row, fields });
        }
    }
    parted
}

/// The matters of a title.
struct Matters {
    /// Number and text of each.
    all: Vec<(String, String)>,
    is_numbered: bool,
    /// Whether other cells go along, part by part.
    go_along: bool,
}

fn matters(fields: &Fields) -> Option<Matters> {
    if let Some(all) = numbered(&fields.title) {
        let count = all.len();
        let has = |cell: &str| parts(cell, count).is_some();
        // Two people by line break may answer for everything together; lists do not.
        let people = [&fields.responsible, &fields.executors];
        let by_list = people.iter().any(|cell| {
            numbered(cell).is_some_and(|list| list.len() == count) || blocks(cell).len() == count
        });
        let by_line = !fields.has_term() && people.iter().any(|cell| has(cell));
        let go_along = has(&fields.term) || has(&fields.end) || by_list || by_line;
        return Some(Matters {
            all,
            is_numbered: true,
            go_along,
        });
    }
    // Paragraphs: as many as there are deadlines beside them.
    let paragraphs = blocks(&fields.title);
    let lines: Vec<String> = fields.title.lines().map(text::line).collect();
    let whole = if paragraphs.len() > 1 && dated(&blocks(&fields.term), paragraphs.len()) {
        paragraphs
    } else if lines.len() > 1
        && dated(&lines_of(&fields.term), lines.len())
        && lines_of(&fields.responsible).len() == lines.len()
        && starts_with_figures(&fields.term)
    {
        lines
    } else {
        return None;
    };
    let begins = |part: &String| {
        let first = part.chars().find(|c| c.is_alphanumeric());
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    whole.iter().all(begins).then(|| Matters {
        all: whole
            .into_iter()
            .map(|part| (String::new(), part))
            .collect(),
        is_numbered: false,
        go_along: true,
    })
}

fn dated(parts: &[String], count: usize) -> bool {
    parts.len() == count && parts.iter().all(|part| when::reads(part))
}

fn starts_with_figures(cell: &str) -> bool {
    cell.lines()
        .all(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// «1. … 2. …», each on a line of its own, in their sequence; lines without a number go on.
fn numbered(cell: &str) -> Option<Vec<(String, String)>> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut last: Option<Shape> = None;
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let split = number::split(line)
            .and_then(|(number, rest)| Some((number, number::read(number)?, rest)))
            .filter(|(_, shape, _)| last.as_ref().is_none_or(|last| follows(last, shape)));
        match (split, all.last_mut()) {
            (Some((number, shape, rest)), _) => {
                all.push((number.to_owned(), rest.to_owned()));
                last = Some(shape);
            }
            (None, Some((_, text))) => {
                text.push('\n');
                text.push_str(line);
            }
            (None, None) => return None,
        }
    }
    (all.len() > 1).then_some(all)
}

fn follows(last: &Shape, next: &Shape) -> bool {
    match (last, next) {
        (Shape::Decimal(last), Shape::Decimal(next)) => {
            let step = last
                .split_last()
                .zip(next.split_last())
                .is_some_and(|((a, above), (b, other))| above == other && *b == a + 1);
            step && last.len() == next.len()
        }
        (Shape::Roman(last), Shape::Roman(next)) => *next == last + 1,
        (Shape::Letter(last), Shape::Letter(next)) => next > last,
        _ => false,
    }
}

/// What blank lines part.
fn blocks(cell: &str) -> Vec<String> {
    cell.split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
        .map(str::to_owned)
        .collect()
}

fn lines_of(cell: &str) -> Vec<String> {
    cell.lines()
        .map(text::line)
        .filter(|line| !line.is_empty())
        .collect()
}

/// A cell in as many parts as there are matters: by its numbers, its blank lines, its lines.
fn parts(cell: &str, count: usize) -> Option<Vec<String>> {
    if let Some(list) = numbered(cell).filter(|list| list.len() == count) {
        return Some(list.into_iter().map(|(_, part)| part).collect());
    }
    [blocks(cell), lines_of(cell)]
        .into_iter()
        .find(|found| found.len() == count)
}

/// An activity for each matter. A cell that does not go along belongs to all of them.
fn of(row: usize, fields: &Fields, matters: &Matters) -> Vec<Item> {
    let count = matters.all.len();
    let cell = |text: &str, part: usize| {
        let own = parts(text, count).and_then(|parts| parts.into_iter().nth(part));
        own.unwrap_or_else(|| text.to_owned())
    };
    (0..)
        .zip(&matters.all)
        .map(|(part, (number, title))| {
            let mut own = Fields {
                title: title.clone(),
                title_is_own: true,
                responsible: cell(&fields.responsible, part),
                executors: cell(&fields.executors, part),
                term: cell(&fields.term, part),
                start: cell(&fields.start, part),
                end: cell(&fields.end, part),
                result: cell(&fields.result, part),
                part,
                ..fields.clone()
            };
            for (_, text) in &mut own.other {
                *text = cell(text, part);
            }
            if matters.is_numbered {
                // The number of the row stays beside those of the matters.
                if fields.number_is_own {
                    own.other.push(("№".to_owned(), fields.number.clone()));
                }
                own.number.clone_from(number);
                own.number_is_own = true;
                own.typed = None;
            } else if part > 0 {
                own.number_is_own = false;
            }
            for heading in &mut own.headings {
                heading.is_own &= part == 0;
            }
            Item::Activity {
                row,
                fields: Box::new(own),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(title: &str, term: &str, responsible: &str) -> Fields {
        Fields {
            title: title.into(),
            term: term.into(),
            responsible: responsible.into(),
            ..Fields::default()
        }
    }

    fn parted(fields: Fields) -> (Vec<(String, String, String, String)>, usize) {
        let mut told = Told::default();
        let item = Item::Activity {
            row: 3,
            fields: Box::new(fields),
        };
        let items = part(vec![item], &Choice::default(), &mut told);
        let own = items
            .into_iter()
            .filter_map(|item| match item {
                Item::Activity { fields, .. } => {
                    Some((fields.number, fields.title, fields.term, fields.responsible))
                }
                Item::Section { .. } => None,
            })
            .collect();
        (own, told.questions.len())
    }

    #[test]
    fn a_list_with_dates_beside_it_is_as_many_activities() {
        let (found, asked) = parted(fields(
            "1. Педагогический совет\n2. Совещание\nклассных руководителей",
            "02.09\n05.09",
            "Директор\n\nЗУВР",
        ));
        let own = |a: &str, b: &str, c: &str, d: &str| (a.into(), b.into(), c.into(), d.into());
        assert_eq!(
            found,
            [
                own("1.", "Педагогический совет", "02.09", "Директор"),
                own("2.", "Совещание\nклассных руководителей", "05.09", "ЗУВР"),
            ]
        );
        assert_eq!(asked, 1);
    }

    #[test]
    fn paragraphs_with_dates_beside_them_are_as_many_activities() {
        let (found, _) = parted(fields(
            "Линейка\n\nРодительское собрание",
            "1 сентября\n\n15 сентября",
            "Завуч",
        ));
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].1, "Родительское собрание");
        assert_eq!(found[1].2, "15 сентября");
        assert_eq!(found[1].3, "Завуч");
    }

    #[test]
    fn a_list_with_one_deadline_for_all_stays_together_and_is_asked_about() {
        let (found, asked) = parted(fields("1. Опрос\n2. Отчёт", "май 2024 г.", "ИМЦ\nШкола"));
        assert_eq!((found.len(), asked), (1, 1));
        // Lines of one matter are no list, nor are two dates of one.
        let (found, asked) = parted(fields("Опрос\nродителей", "01.09\n15.09", "ИМЦ\nШкола"));
        assert_eq!((found.len(), asked), (1, 0));
    }
}
