use super::*;

#[test]
fn a_head_is_told_from_a_line_of_the_plan() {
    let grid = Grid::of_texts([
        vec!["ПЛАН мероприятий", "", "", ""],
        vec!["№ п/п", "Мероприятие", "Срок", "Ответственный"],
        vec!["1", "2", "3", "4"],
        vec![
            "1.1",
            "Мониторинг результатов",
            "Май",
            "Ответственный исполнитель",
        ],
    ]);
    let head = find(&grid, 0).unwrap();
    assert_eq!((head.first, head.end), (1, 2));
    assert!(head.is_of_plan());
    assert!(is_numbers(&grid, 2) && !is_numbers(&grid, 3));
    assert!(at(&grid, 3).is_none());
    assert!(is_repeated(&grid, 1, &head));
}

#[test]
fn a_head_in_other_words_names_the_same_columns() {
    let first = Grid::of_texts([vec![
        "№",
        "Повестка заседания",
        "Дата проведения",
        "Докладчики",
    ]]);
    let second = Grid::of_texts([vec!["№ п/п", "Повестка", "Дата", "Докладчик"]]);
    let other = Grid::of_texts([vec!["№", "Показатель", "Дата", "Значение"]]);
    let head = |grid: &Grid| at(grid, 0);
    assert!(head(&first).unwrap().says_the_same(&head(&second).unwrap()));
    assert!(head(&other).is_none_or(|head| !head.is_of_plan()));
}

#[test]
fn a_head_may_have_two_rows() {
    let grid = Grid::of_texts([
        vec!["№", "Мероприятие", "Срок", "", "Результат"],
        vec!["", "", "начала реализации", "окончания реализации", ""],
        vec!["1.", "Дело", "01.01.2025", "31.12.2025", "Отчёт"],
    ]);
    let head = find(&grid, 0).unwrap();
    assert_eq!(head.end, 2);
    assert_eq!(head.said(2).unwrap().role, Role::Start);
    assert_eq!(head.said(3).unwrap().role, Role::End);
}

#[test]
fn numbers_of_columns_may_lack_one() {
    let grid = Grid::of_texts([
        vec!["", "2", "3", "4"],
        vec!["1", "2", "3", ""],
        vec!["1", "5", "3", "4"],
        vec!["2023", "2024", "2025", "2026"],
    ]);
    assert!(is_numbers(&grid, 0) && is_numbers(&grid, 1));
    assert!(!is_numbers(&grid, 2) && !is_numbers(&grid, 3));
}

#[test]
fn the_first_columns_may_have_letters_for_numbers() {
    let grid = Grid::of_texts([
        vec!["А", "Б", "1", "2", "3"],
        vec!["А", "Б", "В", "Г", "Д"],
        vec!["Б", "1", "2", "3", "4"],
    ]);
    assert!(is_numbers(&grid, 0));
    assert!(!is_numbers(&grid, 1) && !is_numbers(&grid, 2));
}
