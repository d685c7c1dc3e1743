use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::document::Heading;

const WORDS: [&str; 12] = [
    "мониторинг",
    "совещание",
    "положение",
    "аттестация",
    "кадровый",
    "резерв",
    "методический",
    "сопровождение",
    "наставничество",
    "дайджест",
    "конференция",
    "анализ",
];

fn title(seed: usize) -> SafeText {
    let words: Vec<&str> = (0..5)
        .map(|place| WORDS[(seed * 7 + place * (seed % 5 + 1) + seed / 12) % WORDS.len()])
        .collect();
    SafeText::from(format!("{} {seed}", words.join(" ")))
}

fn activity(seed: usize) -> Node {
    Node::Activity(Activity {
        number: SafeText::from(format!("{}.", seed + 1)),
        title: title(seed),
        executors: SafeText::from("ИРО"),
        term: SafeText::from("Май 2023 г."),
        ..Activity::default()
    })
}

fn document(count: usize) -> Document {
    let mut content = Vec::new();
    for (group, seeds) in (0..count).collect::<Vec<_>>().chunks(4).enumerate() {
        content.push(Node::Heading(Heading {
            number: SafeText::from(format!("{}", group + 1)),
            title: SafeText::from(format!("Раздел {} {}", group, WORDS[group % WORDS.len()])),
            children: seeds.iter().map(|seed| activity(*seed)).collect(),
            ..Heading::default()
        }));
    }
    let mut document = Document {
        format: 1,
        content,
        ..Document::default()
    };
    document.give_keys("r-5".parse().unwrap(), &BTreeSet::new());
    document
}

/// The document as a file without keys says it: places are numbered anew.
fn as_file(document: &Document) -> Document {
    let mut file = document.clone();
    let mut place = 0;
    file.each_mut(&mut |node| {
        crate::domain::document::set_key(node, NodeKey::default());
        if let Node::Activity(activity) = node {
            place += 1;
            activity.number = SafeText::from(format!("{place}."));
        }
    });
    file.give_keys("r-5".parse().unwrap(), &BTreeSet::new());
    file
}

fn adopted(base: &Document, file: &Document, ours: &Document) -> (Document, Comparison) {
    let mut matching = match_documents(base, file, false);
    // What may be the same and stands in other words is another one: nothing is re-worded here.
    matching.doubts.clear();
    let mut next = 0;
    let found = compare(base, file, ours, &matching, &mut |_| {
        next += 1;
        format!("r-5/new{next}").parse().unwrap()
    });
    let mut after = ours.clone();
    for change in &found.changes {
        amend(&mut after, change);
    }
    (after, found)
}

#[test]
fn what_both_sides_changed_is_asked_and_nothing_else() {
    let base = document(8);
    let key = base.activities().next().unwrap().key;
    let other = base.activities().nth(1).unwrap().key;
    let term = |key, text: &str| Change::Amend {
        key,
        cell: Cell::Term,
        text: SafeText::from(text),
    };
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    amend(&mut ours, &term(key, "июнь 2023 г."));
    amend(&mut ours, &term(other, "июль 2023 г."));
    amend(&mut theirs, &term(key, "август 2023 г."));
    let (after, found) = adopted(&base, &as_file(&theirs), &ours);
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!(found.conflicts[0].key, key);
    assert_eq!(&*after.activity(other).unwrap().term, "июль 2023 г.");
    assert_eq!(&*after.activity(key).unwrap().term, "июнь 2023 г.");
}

#[test]
fn points_go_by_order_and_nearness() {
    let point = |text: &str| {
        let day: Date = text.parse().unwrap();
        crate::domain::deadline::Occurrence {
            window: Span::day(day),
            due: Some(day),
        }
    };
    let day = |text: &str| -> Date { text.parse().unwrap() };
    let moved = match_points(
        &[point("2023-05-01"), point("2023-08-01")],
        &[point("2023-06-01"), point("2023-08-01")],
    );
    assert_eq!(moved[0], (day("2023-05-01"), Some(day("2023-06-01"))));
    let fewer = match_points(
        &[
            point("2023-05-01"),
            point("2023-08-01"),
            point("2023-11-01"),
        ],
        &[point("2023-08-01"), point("2023-11-10")],
    );
    assert_eq!(fewer[1], (day("2023-08-01"), Some(day("2023-08-01"))));
    assert_eq!(fewer[0].1, None);
    assert_eq!(fewer[2].1, Some(day("2023-11-10")));
    // A quarter that moves on by a month: what was said of June and July stays with them.
    let on = match_points(
        &[
            point("2023-05-01"),
            point("2023-06-01"),
            point("2023-07-01"),
        ],
        &[
            point("2023-06-01"),
            point("2023-07-01"),
            point("2023-08-01"),
        ],
    );
    let to: Vec<Option<Date>> = on.into_iter().map(|(_, to)| to).collect();
    assert_eq!(to, [None, Some(day("2023-06-01")), Some(day("2023-07-01"))]);
    let one = match_points(
        &[point("2023-05-10")],
        &[
            point("2023-03-01"),
            point("2023-06-01"),
            point("2023-09-01"),
        ],
    );
    assert_eq!(one[0].1, Some(day("2023-06-01")));
}

#[test]
fn what_was_done_in_may_did_away_with_a_limit_in_march_of_the_next_year() {
    let point = |first: &str, last: &str| {
        let last: Date = last.parse().unwrap();
        crate::domain::deadline::Occurrence {
            window: Span::new(first.parse().unwrap(), last).unwrap(),
            due: Some(last),
        }
    };
    let day = |text: &str| -> Date { text.parse().unwrap() };
    // «Май 2023 г., январь 2024 г.» becomes «до 1 марта 2024 года», which begins with the plan.
    let moved = match_points(
        &[
            point("2023-05-01", "2023-05-31"),
            point("2024-01-01", "2024-01-31"),
        ],
        &[point("2023-01-01", "2024-03-01")],
    );
    assert_eq!(
        moved,
        [
            (day("2023-05-01"), None),
            (day("2024-01-01"), Some(day("2023-01-01")))
        ]
    );
    // As near to August 2023 as to August 2024: the one that is still to come.
    let moved = match_points(
        &[
            point("2023-08-01", "2023-08-31"),
            point("2024-08-01", "2024-08-31"),
        ],
        &[point("2023-01-01", "2024-03-01")],
    );
    assert_eq!(moved[0].1, None);
    assert_eq!(moved[1].1, Some(day("2023-01-01")));
}

#[derive(Clone, Debug)]
enum Edit {
    Insert(usize, usize),
    Delete(usize),
    Term(usize, u32),
    Reverse(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = prop_oneof![
        (0..20_usize, 0..5_usize).prop_map(|(at, extra)| Edit::Insert(at, extra)),
        (0..20_usize).prop_map(Edit::Delete),
        (0..20_usize, 1..12_u32).prop_map(|(at, month)| Edit::Term(at, month)),
        (0..5_usize).prop_map(Edit::Reverse),
    ];
    proptest::collection::vec(one, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Random edits of a document, read from a file without keys: every activity that stayed has
    /// its key, what is new has another, what is gone is excluded, and all stands as in the file.
    #[test]
    fn what_stays_keeps_its_key(count in 4_usize..20, edits in edits()) {
        let base = document(count);
        let mut edited = base.clone();
        for (turn, edit) in edits.iter().enumerate() {
            let group = |document: &Document, at: usize| at % document.content.len().max(1);
            match edit {
                Edit::Insert(at, extra) => {
                    let place = group(&edited, *at);
                    if let Some(Node::Heading(heading)) = edited.content.get_mut(place) {
                        let mut node = activity(100 + turn * 31 + extra * 7);
                        crate::domain::document::set_key(&mut node, format!("x{turn}").parse().unwrap());
                        if let Node::Activity(activity) = &mut node {
                            let text = format!("Закупка оборудования для лаборатории {turn}-{extra}");
                            activity.title = SafeText::from(text);
                        }
                        let at = at % (heading.children.len() + 1);
                        heading.children.insert(at, node);
                    }
                }
                Edit::Delete(at) => {
                    let place = group(&edited, *at);
                    if let Some(Node::Heading(heading)) = edited.content.get_mut(place)
                        && !heading.children.is_empty()
                    {
                        let at = at % heading.children.len();
                        heading.children.remove(at);
                    }
                }
                Edit::Term(at, month) => {
                    let keys: Vec<NodeKey> = edited.activities().map(|it| it.key).collect();
                    if let Some(key) = keys.get(at % keys.len().max(1)) {
                        let text = SafeText::from(format!("до 1.{month:02}.2024"));
                        amend(&mut edited, &Change::Amend { key: *key, cell: Cell::Term, text });
                    }
                }
                Edit::Reverse(at) => {
                    let place = group(&edited, *at);
                    if let Some(Node::Heading(heading)) = edited.content.get_mut(place) {
                        heading.children.reverse();
                    }
                }
            }
        }
        let file = as_file(&edited);
        let (after, _) = adopted(&base, &file, &base);
        let titles = |document: &Document| -> Vec<String> {
            document.activities().map(|it| format!("{} {}", it.title, it.term)).collect()
        };
        prop_assert_eq!(titles(&after), titles(&file));
        for kept in edited.activities().filter(|it| base.activity(it.key).is_some()) {
            let found = after.activity(kept.key);
            prop_assert!(found.is_some_and(|it| it.title == kept.title), "{}", kept.title);
        }
        for gone in base.activities().filter(|it| edited.activity(it.key).is_none()) {
            prop_assert!(after.activity(gone.key).is_none());
        }
    }
}
