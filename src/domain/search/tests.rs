//! What is found, in which order, and what is highlighted.

use super::word::Word;
use super::*;
use proptest::prelude::*;

fn index(texts: &[&str]) -> Index<usize> {
    texts
        .iter()
        .enumerate()
        .map(|(id, text)| Haystack::new(id, text, ""))
        .collect()
}

fn highlighted(text: &str, query: &str) -> String {
    let index = index(&[text]);
    let hits = index.search(query);
    let characters: Vec<char> = text.chars().collect();
    let highlights = hits.get(0).unwrap().highlights;
    highlights.iter().map(|at| characters[*at]).collect()
}

#[test]
fn case_and_yo_do_not_matter() {
    for (text, query) in [
        ("Иванов Иван", "иванов"),
        ("Ёлкин", "елкин"),
        ("елка", "Ёлка"),
        ("ЁЛКА", "елка"),
        ("Йошкар-Ола", "йошкар"),
    ] {
        assert_eq!(index(&[text]).search(query).len(), 1, "{query}");
    }
    assert!(index(&["Иод"]).search("йод").is_empty());
}

#[test]
fn a_word_with_a_slip_is_found_when_nothing_is_as_typed() {
    for (text, query) in [
        ("Еженедельное совещание", "совешание"),
        ("Еженедельное совещание", "еженедльное совещанеи"),
        ("Тактический план", "тактичсекий"),
        ("Наставничество", "наствничесто"),
        ("Методист", "метадист"),
        ("Школа", "шкоал"),
    ] {
        assert_eq!(index(&[text]).search(query).len(), 1, "{query}");
    }
    assert_eq!(
        highlighted("Еженедельное совещание", "совешание"),
        "совещание"
    );
    // Right beside wrong: only what is as typed.
    assert_eq!(index(&["Клан", "План"]).search("план").len(), 1);
    assert!(index(&["Школа"]).search("планы").is_empty());
    assert!(index(&["1.2.3"]).search("1.2.4").is_empty());
}

#[test]
fn latin_letters_that_look_the_same_are_the_same_in_a_word() {
    // Latin «H» and «C» among Cyrillic letters, on either side; a word of them alone.
    assert_eq!(index(&["ЦНППМ"]).search("ц\u{48}ппм").len(), 1);
    assert_eq!(
        index(&["Ц\u{48}ППМ А\u{43}ОУ"]).search("цнппм асоу").len(),
        1
    );
    assert_eq!(index(&["ММС"]).search("\u{4d}\u{4d}\u{43}").len(), 1);
    assert_eq!(index(&["\u{4d}\u{4d}\u{43} района"]).search("ммс").len(), 1);
    assert_eq!(index(&["Excel и Access"]).search("exce").id(0), Some(&0));
}

#[test]
fn the_wrong_layout_finds_both_ways() {
    assert_eq!(
        index(&["ГГТУ", "ЦНППМ АСОУ"]).search("wyggv").id(0),
        Some(&1)
    );
    assert_eq!(
        index(&["ГГТУ", "Android"]).search("фтвкщшв").id(0),
        Some(&1)
    );
    assert_eq!(index(&["Хобби"]).search("[j,,b").len(), 1);
    assert!(index(&["ЦНППМ"]).search("wyппм").is_empty());
}

#[test]
fn highlights_are_places_in_the_text_as_given() {
    assert_eq!(highlighted("Ёлка, «Слёт»", "слет ёл"), "ЁлСлёт");
    assert_eq!(highlighted("Комплекс мер РС НМС", "кмрс"), "КмРС");
    assert_eq!(highlighted("Тактические планы", "планов"), "план");
    assert_eq!(highlighted("и\u{306}од и Йод", "йод"), "иод");
}

#[test]
fn a_literal_hit_stands_before_a_loose_one() {
    let hits = index(&[
        "Кадровые мероприятия",
        "Программа курсов",
        "Курсы",
        "Подкурсовой",
    ])
    .search("курс");
    let ids: Vec<_> = hits.best_first().map(|hit| hit.id).collect();
    assert_eq!(ids, [2, 1, 3]);
}

#[test]
fn letters_scattered_in_words_are_no_hit() {
    assert!(
        index(&["Мониторинг эффективности"])
            .search("отиф")
            .is_empty()
    );
}

#[test]
fn a_loose_match_is_worth_the_same_whatever_was_searched_before() {
    let matched = |word: &str, text: &str| {
        let found = Word::new(word).find_loosely(text, &outline(text));
        found.map(|found| (found.score, found.places(text)))
    };
    let texts = [
        "а1 а1ааа.а11  11а. 1а... 11.а.",
        " . ..ааа..а11а. в1....1  .1. ",
    ];
    let alone = texts.map(|text| matched("..а.", text));
    let behind_others = index(&texts);
    for typed in ["..а", "..а.", "..а"] {
        behind_others.search(typed);
    }
    let hits = behind_others.search("..а.");
    for (id, alone) in alone.into_iter().enumerate() {
        let hit = hits.best_first().find(|hit| hit.id == id);
        let found = hit.map(|hit| (hit.score, hit.highlights));
        assert_eq!(found, alone, "the score hung on what the matcher had seen");
    }
}

#[test]
fn very_long_texts_and_queries_take_no_time() {
    let text = "а".repeat(100_000);
    let query = "аб".repeat(50_000);
    assert!(index(&[&text]).search(&query).is_empty());
    assert_eq!(index(&[&text]).search(&text).len(), 1);
}

proptest! {
    #[test]
    fn any_query_gives_places_within_the_text(
        text in "\\PC{0,40}|[а-яё «»İи\u{306}]{0,40}",
        query in "\\PC{0,10}|[а-яё ]{0,6}",
    ) {
        for hit in index(&[&text]).search(&query).best_first() {
            prop_assert!(hit.highlights.is_sorted());
            prop_assert!(hit.highlights.iter().all(|at| *at < text.chars().count()));
        }
    }

    #[test]
    fn any_word_of_a_text_finds_it(words in proptest::collection::vec("[А-Яа-яё]{1,12}", 1..6)) {
        let text = words.join(" ");
        let index = index(&["Другой текст", &text]);
        for word in &words {
            prop_assert!(index.search(word).best_first().any(|hit| hit.id == 1));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_typed_letter_by_letter_finds_what_it_finds_at_once(
        texts in proptest::collection::vec("[абв1. ]{0,30}", 1..400),
        query in "[абвa1. ]{1,9}",
        back in 0_usize..9,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let kept = index(&texts);
        let letters: Vec<char> = query.chars().collect();
        let forth = 1..=letters.len();
        let back = (0..=back.min(letters.len())).map(|gone| letters.len() - gone);
        for length in forth.chain(back) {
            let typed: String = letters[..length].iter().collect();
            let of = |index: &Index<usize>| index.search(&typed).best_first().collect::<Vec<_>>();
            prop_assert_eq!(of(&kept), of(&index(&texts)), "{}", typed);
        }
    }
}

#[test]
fn many_things_are_found_by_their_words_as_by_their_texts() {
    let titles = [
        "Мониторинг деятельности МО",
        "Отчёт о работе за 2023 г. и г",
        "«Конференция» наставников; моно",
        "Договор Р-503",
    ];
    let more = ["ЦНППМ АСОУ", "отчет до 5 мая г.", "мониторинга", ""];
    let all = || {
        titles
            .iter()
            .flat_map(|title| more.map(|more| (*title, more)))
    };
    let haystacks = || {
        let many = all().cycle().take(WORTH_A_TABLE * 2).enumerate();
        many.map(|(id, (title, more))| Haystack::new(id, title, more))
    };
    let by_texts: Index<usize> = haystacks().collect();
    let by_words: Index<usize> = haystacks().inspect(Haystack::prepare).collect();
    for query in [
        "м",
        "мо",
        "мон",
        "мониторинги",
        "отчеты",
        "г",
        "отчет г",
        "р-5",
        "конфе",
        "наставничество",
        "ас",
        "цнппм мо",
        "договора 503",
    ] {
        let found = |index: &Index<usize>| {
            let hits = index.search(query);
            let hits: Vec<Hit<usize>> = hits.best_first().collect();
            hits
        };
        assert_eq!(found(&by_words), found(&by_texts), "{query}");
    }
}
