//! Random edits: every mark, assignment and trail is where the edit's own record says.

use std::collections::BTreeMap;

use proptest::prelude::*;
use ulid::Ulid;

use super::super::fixture::day;
use super::tests::{adopt, as_file, key};
use super::*;
use crate::domain::agenda::ItemKey;
use crate::domain::document::{Activity, ActivityKey, Heading};
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::moment::Moment;
use crate::domain::operation::{Record, WriterId};

const WORDS: [&str; 10] = [
    "мониторинг",
    "совещание",
    "положение",
    "аттестация",
    "резерв",
    "сопровождение",
    "наставничество",
    "дайджест",
    "конференция",
    "анализ",
];

fn activity_node(seed: usize) -> Node {
    let words: Vec<&str> = (0..6)
        .map(|place| WORDS[(seed * 7 + place * (seed % 4 + 1) + seed / 10) % WORDS.len()])
        .collect();
    Node::Activity(Activity {
        number: format!("{}.", seed + 1).into(),
        title: format!("{} № {seed}", words.join(" ")).into(),
        executors: "ИРО".into(),
        term: "до 15.05.2023, до 15.08.2023, до 15.11.2023".into(),
        ..Activity::default()
    })
}

fn plan(count: usize) -> Document {
    let mut document = Document {
        format: 1,
        period: crate::domain::date::Span::new(day("2023-01-01"), day("2024-12-31")),
        taken_on_control: Some(day("2023-01-10")),
        content: (0..count)
            .collect::<Vec<_>>()
            .chunks(3)
            .enumerate()
            .map(|(group, seeds)| {
                Node::Heading(Heading {
                    number: format!("{}", group + 1).into(),
                    title: format!("Раздел {group}: {}", WORDS[group % WORDS.len()]).into(),
                    children: seeds.iter().map(|seed| activity_node(*seed)).collect(),
                    ..Heading::default()
                })
            })
            .collect(),
        ..Document::default()
    };
    document.give_keys("r-5".parse().unwrap(), &BTreeSet::new());
    document
}

#[derive(Clone, Debug)]
enum Edit {
    Insert(usize),
    Delete(usize),
    Reword(usize),
    /// The second of three days moves.
    Later(usize, u32),
    /// The second of three days is gone.
    Fewer(usize),
    /// A day comes between the second and the third.
    More(usize),
    /// Other executors and another result.
    Handed(usize),
    /// A heading is worded anew, or gone, and what stood under it moves up.
    Reheaded(usize),
    Unheaded(usize),
    MoveUnder(usize, usize),
    Down(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = prop_oneof![
        (0..20_usize).prop_map(Edit::Insert),
        (0..20_usize).prop_map(Edit::Delete),
        (0..20_usize).prop_map(Edit::Reword),
        (0..20_usize, 16..28_u32).prop_map(|(at, day)| Edit::Later(at, day)),
        (0..20_usize, 0..6_usize).prop_map(|(at, to)| Edit::MoveUnder(at, to)),
        (0..20_usize).prop_map(Edit::Down),
        (0..20_usize).prop_map(Edit::Fewer),
        (0..20_usize).prop_map(Edit::More),
        (0..20_usize).prop_map(Edit::Handed),
        (0..6_usize).prop_map(Edit::Reheaded),
        (0..6_usize).prop_map(Edit::Unheaded),
    ];
    proptest::collection::vec(one, 0..9)
}

/// The days of an activity's deadline after the edits: of each which of the three it was.
type Days = Vec<(Option<usize>, &'static str)>;

const MONTHS: [&str; 3] = ["15.05.2023", "15.08.2023", "15.11.2023"];

/// The second day, moved to one of these.
const LATER: [&str; 4] = ["16.08.2023", "20.08.2023", "24.08.2023", "28.08.2023"];

/// What the edits made: the text, and the days of the deadlines they touched.
struct Edited {
    text: Document,
    days: BTreeMap<ActivityKey, Days>,
}

impl Edited {
    fn deadline(&mut self, of: Option<NodeKey>, change: impl Fn(&mut Days)) -> Vec<Change> {
        let is_dated = |it: &NodeKey| {
            self.text
                .activity(*it)
                .is_some_and(|it| !it.term.is_blank())
        };
        let Some(key) = of.filter(is_dated) else {
            return Vec::new();
        };
        let first = || (0..).map(Some).zip(MONTHS).collect();
        let days = self.days.entry(key).or_insert_with(first);
        change(days);
        let term: Vec<String> = days.iter().map(|(_, day)| format!("до {day}")).collect();
        let text = term.join(", ").into();
        vec![Change::Amend {
            key,
            cell: Cell::Term,
            text,
        }]
    }
}

fn edited(base: &Document, edits: &[Edit]) -> Edited {
    let mut made = Edited {
        text: base.clone(),
        days: BTreeMap::new(),
    };
    for (turn, edit) in edits.iter().enumerate() {
        let text = made.text.clone();
        let keys: Vec<NodeKey> = text.activities().map(|it| it.key).collect();
        let pick = |at: &usize| keys.get(at % keys.len().max(1)).copied();
        let headings: Vec<NodeKey> = text.headings().map(|it| it.key).collect();
        let heading = |at: &usize| headings.get(at % headings.len().max(1)).copied();
        let with = |of: Option<NodeKey>, change: &dyn Fn(NodeKey) -> Vec<Change>| {
            of.map_or(Vec::new(), change)
        };
        let changes = match edit {
            Edit::Insert(at) => {
                let node = Node::Activity(Activity {
                    key: key(&format!("x{turn}")),
                    title: format!("Закупка оборудования для лаборатории {turn}").into(),
                    ..Activity::default()
                });
                edition::add_beside(&text, node, pick(at))
            }
            Edit::Delete(at) => with(pick(at), &|it| edition::take_out(&text, it, true)),
            Edit::Down(at) => with(pick(at), &|it| edition::move_beside(&text, it, true)),
            Edit::MoveUnder(at, to) => {
                with(pick(at), &|it| edition::move_under(&text, it, heading(to)))
            }
            Edit::Unheaded(at) => with(heading(at), &|it| edition::take_out(&text, it, false)),
            Edit::Reheaded(at) => reworded(&text, heading(at), Cell::Title, " (обновлено)"),
            Edit::Reword(at) => reworded(&text, pick(at), Cell::Title, " и обучающихся"),
            Edit::Handed(at) => {
                let mut changes = reworded(&text, pick(at), Cell::Executors, ", ЦНППМ");
                changes.extend(reworded(&text, pick(at), Cell::Result, "приказ"));
                changes
            }
            Edit::Later(at, on) => made.deadline(pick(at), |days| {
                if let Some(own) = days.iter_mut().find(|it| it.0 == Some(1)) {
                    own.1 = LATER[*on as usize % LATER.len()];
                }
            }),
            // One that goes and one that comes between the same two are one that moves: a record
            // of edits cannot be told from the text then.
            Edit::Fewer(at) => made.deadline(pick(at), |days| {
                if days.len() == 3 {
                    days.retain(|it| it.0 != Some(1));
                }
            }),
            Edit::More(at) => made.deadline(pick(at), |days| {
                if days.len() == 3 {
                    days.insert(2, (None, "10.10.2023"));
                }
            }),
        };
        for change in changes {
            amend(&mut made.text, &change);
        }
    }
    // A new edition is numbered anew.
    let mut place = 0;
    made.text.each_mut(&mut |node| {
        if let Node::Activity(activity) = node {
            place += 1;
            activity.number = format!("{place}.").into();
        }
    });
    made
}

fn reworded(text: &Document, of: Option<NodeKey>, cell: Cell, more: &str) -> Vec<Change> {
    let Some(node) = of.and_then(|of| text.node(of)) else {
        return Vec::new();
    };
    let text = SafeText::from(format!("{}{more}", cell.of(node)));
    let key = node.key();
    vec![Change::Amend { key, cell, text }]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// A document with a mark on every second point and an assignment on every activity, random
    /// edits, a file without keys, adopted with the answers of the edits' own record: everything is
    /// where that record says.
    #[test]
    fn history_goes_where_the_edit_says(count in 3_usize..16, edits in edits(), goes in any::<bool>()) {
        let base = plan(count);
        let mut workspace = Workspace::new(
            vec![base.clone()],
            crate::domain::subject::Subjects { format: 1, subjects: Vec::new() },
            crate::domain::settings::Settings::default(),
            crate::domain::calendar::Calendar::default(),
            Vec::new(),
        );
        let at = chrono::DateTime::parse_from_rfc3339("2023-09-01T10:00:00+03:00").unwrap();
        let mut records = Vec::new();
        let mut say = |op: Operation| {
            let clock = records.len() as u64 + 1;
            records.push(Record {
                id: Id(Ulid::from_parts(clock, 7)),
                clock,
                at: Moment::new(at),
                writer: WriterId("w".to_owned().into()),
                act: Id(Ulid::from_parts(clock, 7)),
                day: day("2023-09-01"),
                meeting: None,
                op,
            });
        };
        let mut marks: BTreeMap<ActivityKey, Date> = BTreeMap::new();
        let mut given: BTreeMap<ActivityKey, Id> = BTreeMap::new();
        for (place, one) in base.activities().enumerate() {
            let view = workspace.activity(one.key).unwrap().1;
            let occurrence = view.occurrences[place % view.occurrences.len()].window.first;
            marks.insert(one.key, occurrence);
            say(Operation::Mark { activity: one.key, occurrence, status: Status::AtRisk, happened: None });
            let entry = Id(Ulid::from_parts(place as u64, 8));
            given.insert(one.key, entry);
            let content = crate::domain::entry::EntryContent::plain(
                crate::domain::entry::EntryKind::Assignment,
                "отчёт".into(),
            );
            say(Operation::WriteEntry { entry, item: ItemKey::Activity(one.key), content: content.into() });
        }
        workspace.apply(records);
        let Edited { text, days } = edited(&base, &edits);
        let file = as_file(&text);
        // The true pairs: the file's rows stand in the sequence of the edited text.
        let truth: BTreeMap<NodeKey, NodeKey> = file
            .document
            .rows()
            .iter()
            .zip(text.rows().iter())
            .map(|(new, old)| (new.node.key(), old.node.key()))
            .collect();
        let mut matching = match_documents(&base, &file.document, false);
        for (new, old) in &matching.pairs {
            prop_assert_eq!(truth.get(new), Some(old), "taken for one without asking");
        }
        for doubt in matching.doubts.clone() {
            let is_same = truth.get(&doubt.new) == Some(&doubt.old);
            matching.decide(doubt.old, doubt.new, is_same);
        }
        let pending = workspace.compared_as(base.key, file, matching.clone(), Answers::default()).unwrap();
        prop_assert!(pending.has_sure_text());
        // What is gone is asked about, and nothing else is.
        let mut answers = Answers::default();
        for lost in &pending.points {
            let is_gone = days.get(&lost.activity).is_some_and(|days| days.iter().all(|it| it.0 != Some(1)));
            prop_assert!(is_gone, "{:?}", lost);
            answers.points.insert((lost.activity, lost.from), goes.then_some(lost.nearest));
        }
        let left: Vec<Id> = pending.left.iter().map(|it| it.assignment).collect();
        let gone = base.activities().filter(|it| text.activity(it.key).is_none());
        let gone: Vec<Id> = gone.map(|it| given[&it.key]).collect();
        prop_assert_eq!(&left, &gone);
        let parting = if goes { Parting::Dropped } else { Parting::Stays };
        answers.partings.extend(left.iter().map(|it| (*it, parting)));
        let pending = workspace.answered(&pending, matching, answers).unwrap();
        prop_assert!(pending.is_answered());
        adopt(&mut workspace, &pending, "2023-09-14", 9_000);
        let after = workspace.document(base.key).unwrap();
        let titles = |document: &Document| -> Vec<String> {
            document.rows().iter().map(|row| format!("{} {}", row.node.number(), row.node.title())).collect()
        };
        prop_assert_eq!(titles(after), titles(&text));
        for (of, first_of) in &marks {
            let found = &workspace.ledger().marks(*of)[0];
            let entry = workspace.ledger().entry(given[of]).unwrap();
            prop_assert_eq!(entry.item, ItemKey::Activity(*of));
            let state = workspace.assignment(given[of], day("2023-09-14")).unwrap().state;
            prop_assert_eq!(state.is_closed(), goes && gone.contains(&given[of]));
            match text.activity(*of) {
                None => prop_assert!(workspace.activity(*of).is_none() && workspace.activity_ever(*of).is_some()),
                Some(stays) => {
                    let (now, view) = workspace.activity(*of).unwrap();
                    prop_assert_eq!(&now.title, &stays.title);
                    let own = base.activity(*of).unwrap();
                    let before = workspace.view_corrected(&base, own, workspace.ledger.correction(own.key));
                    let place = before.occurrences.iter().position(|it| it.window.first == *first_of).unwrap();
                    let first = || (0..).map(Some).zip(MONTHS).collect();
                    let days: Days = days.get(of).cloned().unwrap_or_else(first);
                    let expected = match days.iter().position(|it| it.0 == Some(place)) {
                        Some(now) => view.occurrences[now].window.first,
                        // Answered: to the nearest that is left, or in the trail alone.
                        None if goes => {
                            let all = view.occurrences.iter().map(|it| it.window.first);
                            all.min_by_key(|it| it.days_since(*first_of).abs()).unwrap()
                        }
                        None => *first_of,
                    };
                    prop_assert_eq!(found.occurrence, expected);
                }
            }
        }
    }
}
