//! Every figure of the report and of the numbers, counted a second time: plainly, from the records
//! of a whole season, without a line of what the program counts with.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use planerka::domain::agenda::ItemKey;
use planerka::domain::control::Control;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::Kind;
use planerka::domain::demo::season;
use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::domain::id::Id;
use planerka::domain::mark::Status;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::workspace::discipline::{AsOf, Counts, Report};
use planerka::domain::workspace::{Numbers, Tally, Workspace};
use planerka::paper::{Format, Request};

use ulid::Ulid;

use crate::fixture::{day, empty, settings};
use crate::unpack::string;

static SEASON: LazyLock<Workspace> = LazyLock::new(|| {
    let base = empty(settings());
    let span = Span::new(day("2023-05-25"), day("2023-12-28")).unwrap();
    let acts = season(&base, span, 503, &WriterId("w".into()));
    let lived = base.with_records(acts.into_iter().flatten());
    with_something_dropped(&lived, day("2023-12-28"))
});

/// The season with a point cancelled and an assignment dropped, which it may lack.
fn with_something_dropped(workspace: &Workspace, on: Date) -> Workspace {
    let reason = || "утратило актуальность".into();
    let point = workspace.activities().find_map(|(activity, view)| {
        let first = view.occurrences.last()?.window.first;
        let is_free = workspace.ledger().marks(activity.key).is_empty();
        is_free.then_some(Operation::Mark {
            activity: activity.key,
            occurrence: first,
            status: Status::Cancelled { reason: reason() },
            happened: None,
        })
    });
    let given = workspace.assignments(on).into_iter();
    let assignment = given
        .filter(|it| !it.state.is_closed())
        .map(|it| Operation::SetControl {
            assignment: it.id,
            control: Control::Dropped { reason: reason() },
            happened: None,
        })
        .next();
    let last = workspace.ledger().records().last().unwrap().clone();
    let more = [point, assignment].into_iter().flatten().zip(1_u64..);
    let more = more.map(|(op, place)| {
        let id = Id(Ulid::from_parts(u64::from(u32::MAX) * 500 + place, 0));
        Record {
            id,
            act: id,
            clock: last.clock + place,
            day: on,
            meeting: None,
            op,
            ..last.clone()
        }
    });
    let all = workspace.ledger().records().iter().cloned();
    workspace.with_records(all.chain(more))
}

/// Something under control, told by the bare facts.
struct Plain {
    direction: Option<String>,
    executor: String,
    due: Option<Date>,
    moved_from: Vec<Date>,
    done: Option<Date>,
    dropped: bool,
}

/// The records that count, by their days.
fn living(workspace: &Workspace) -> Vec<Record> {
    let ledger = workspace.ledger();
    let mut records: Vec<Record> = ledger
        .records()
        .iter()
        .filter(|it| !ledger.is_retracted(it.act))
        .cloned()
        .collect();
    records.sort_by_key(|it| it.day);
    records
}

fn direction(item: ItemKey) -> Option<String> {
    match item {
        ItemKey::Activity(id) => id.to_string().split('.').next().map(str::to_owned),
        _ => None,
    }
}

/// Control points and assignments as they stood at the end of a day.
fn plain(workspace: &Workspace, on: Date) -> Vec<Plain> {
    let records = living(workspace);
    let mut all = plain_points(workspace, &records, on);
    all.extend(plain_assignments(workspace, &records, on));
    all
}

fn plain_points(workspace: &Workspace, records: &[Record], on: Date) -> Vec<Plain> {
    let mut all = Vec::new();
    for (activity, view) in workspace.activities() {
        if Some(activity.key) == workspace.settings().meeting_activity {
            continue;
        }
        let executor = view.executors.first().map(|it| match &it.subject {
            Some(id) => workspace.paper_name(id).to_string(),
            None => it.text.to_string(),
        });
        for occurrence in view.occurrences.iter() {
            let mut one = Plain {
                direction: direction(ItemKey::Activity(activity.key)),
                executor: executor.clone().unwrap_or_default(),
                due: occurrence.due,
                moved_from: Vec::new(),
                done: None,
                dropped: false,
            };
            for record in records.iter().filter(|it| it.day <= on) {
                let Operation::Mark {
                    activity: id,
                    occurrence: first,
                    status,
                    ..
                } = &record.op
                else {
                    continue;
                };
                if (*id, *first) != (activity.key, occurrence.window.first) {
                    continue;
                }
                one.dropped = matches!(status, Status::Cancelled { .. });
                match status {
                    Status::Done if one.done.is_none() => one.done = Some(record.day),
                    Status::Done => {}
                    _ => one.done = None,
                }
                if let Status::Postponed { to, .. } = status {
                    if one.due != Some(*to) {
                        one.moved_from.extend(one.due);
                    }
                    one.due = Some(*to);
                }
            }
            all.push(one);
        }
    }
    all
}

fn plain_assignments(workspace: &Workspace, records: &[Record], on: Date) -> Vec<Plain> {
    let mut all = Vec::new();
    let mut given: BTreeMap<Id, (Date, ItemKey, EntryContent)> = BTreeMap::new();
    for record in records {
        match &record.op {
            Operation::WriteEntry {
                entry,
                item,
                content,
            } => {
                given.insert(*entry, (record.day, *item, EntryContent::clone(content)));
            }
            Operation::DeleteEntry { entry } => {
                given.remove(entry);
            }
            _ => {}
        }
    }
    for (id, (since, item, content)) in given {
        if content.kind != EntryKind::Assignment || since > on {
            continue;
        }
        let executor = content.executors.first();
        let mut one = Plain {
            direction: direction(item),
            executor: executor
                .map(|id| workspace.paper_name(id).to_string())
                .unwrap_or_default(),
            due: content.due,
            moved_from: Vec::new(),
            done: None,
            dropped: false,
        };
        for record in records.iter().filter(|it| it.day <= on) {
            let Operation::SetControl {
                assignment,
                control,
                ..
            } = &record.op
            else {
                continue;
            };
            if *assignment != id {
                continue;
            }
            let to = match control {
                Control::Kept { until: to } | Control::Extended { to, .. } => Some(*to),
                _ => None,
            };
            if let Some(to) = to {
                one.done = None;
                one.dropped = false;
                if one.due != Some(to) {
                    one.moved_from.extend(one.due);
                }
                one.due = Some(to);
            }
            match control {
                Control::Reported | Control::Lifted => {
                    one.dropped = false;
                    one.done = one.done.or(Some(record.day));
                }
                Control::Dropped { .. } => {
                    one.dropped = true;
                    one.done = None;
                }
                _ => {}
            }
        }
        all.push(one);
    }
    all
}

/// The counts of a period as of a day that has passed.
fn count(all: &[Plain], period: Span, on: Date, belongs: impl Fn(&Plain) -> bool) -> Counts {
    let mut counts = Counts::default();
    for one in all.iter().filter(|one| belongs(one)) {
        for from in &one.moved_from {
            if *from >= period.first && *from <= period.last {
                counts.moves += 1;
            }
        }
        let Some(due) = one.due else { continue };
        if due < period.first || due > period.last {
            continue;
        }
        counts.all += 1;
        if !one.moved_from.is_empty() {
            counts.after_move += 1;
        }
        if one.dropped {
            counts.dropped += 1;
        } else if let Some(done) = one.done {
            if done <= due {
                counts.in_time += 1;
            } else {
                counts.late += 1;
            }
        } else if due <= on {
            counts.missed += 1;
        } else {
            counts.pending += 1;
        }
    }
    counts
}

/// The months from May 2023 to February 2024.
fn months() -> Vec<Span> {
    let mut months = Vec::new();
    let mut first = day("2023-05-01");
    while first <= day("2024-02-01") {
        months.push(Span::new(first, first.end_of_month()).unwrap());
        first = first.end_of_month().plus_days(1);
    }
    months
}

fn passed(on: Date) -> AsOf {
    AsOf::day(on, on.plus_days(1))
}

#[test]
fn every_figure_of_every_month_is_what_a_plain_count_gives() {
    let workspace = &*SEASON;
    let mut seen = Counts::default();
    for period in months() {
        for on in [period.last, day("2023-12-31")] {
            let all = plain(workspace, on);
            let report = Report::over(workspace, period, passed(on));
            let total = count(&all, period, on, |_| true);
            assert_eq!(report.total(), total, "{period:?} as of {on}");
            let by_direction = report.counts_by(|it| {
                it.activity()
                    .and_then(|id| direction(ItemKey::Activity(id)))
            });
            for (direction, counts) in by_direction {
                let plain = count(&all, period, on, |one| one.direction == direction);
                assert_eq!(counts, plain, "{period:?} as of {on}: {direction:?}");
            }
            for (executor, counts) in report.counts_by(|it| it.executor.to_string()) {
                let plain = count(&all, period, on, |one| one.executor == executor);
                assert_eq!(counts, plain, "{period:?} as of {on}: {executor}");
            }
            for task in &report.tasks {
                let is_done = matches!(
                    task.outcome,
                    planerka::domain::workspace::discipline::Outcome::InTime
                        | planerka::domain::workspace::discipline::Outcome::Late
                );
                assert_eq!(task.done.is_some(), is_done, "{task:?}");
            }
            seen = add(seen, total);
        }
    }
    // The season has something to count of everything.
    for figure in figures(&seen) {
        assert!(figure > 0, "{seen:?}");
    }
}

fn figures(counts: &Counts) -> [usize; 8] {
    [
        counts.all,
        counts.in_time,
        counts.late,
        counts.missed,
        counts.pending,
        counts.dropped,
        counts.after_move,
        counts.moves,
    ]
}

fn add(one: Counts, other: Counts) -> Counts {
    Counts {
        all: one.all + other.all,
        in_time: one.in_time + other.in_time,
        late: one.late + other.late,
        missed: one.missed + other.missed,
        pending: one.pending + other.pending,
        dropped: one.dropped + other.dropped,
        after_move: one.after_move + other.after_move,
        moves: one.moves + other.moves,
    }
}

#[test]
fn the_sum_of_the_months_is_the_report_of_the_whole_span() {
    let workspace = &*SEASON;
    let months = months();
    let whole = Span::new(months[0].first, months[months.len() - 1].last).unwrap();
    for on in ["2023-08-31", "2023-12-28", "2024-02-29"] {
        let as_of = passed(day(on));
        let sum = months
            .iter()
            .map(|month| Report::over(workspace, *month, as_of).total())
            .fold(Counts::default(), add);
        assert_eq!(sum, Report::over(workspace, whole, as_of).total(), "{on}");
        let [all, outcomes @ ..] = figures(&sum);
        assert_eq!(all, outcomes[..5].iter().sum::<usize>(), "{on}");
    }
}

/// The last number of a line of the text with this label.
fn printed(text: &str, label: &str) -> usize {
    let line = text
        .lines()
        .find(|line| line.trim_start().starts_with(&format!("{label}:")))
        .unwrap_or_else(|| panic!("{label} is not in\n{text}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn the_paper_prints_the_counts_and_its_columns_add_up_in_every_table() {
    let workspace = &*SEASON;
    for period in months() {
        let on = period.last;
        let counts = count(&plain(workspace, on), period, on, |_| true);
        let request = Request::Report(period, passed(on));
        let text = |format| string(&request, format, workspace);
        let paper = text(Format::Text);
        for (label, figure) in [
            ("Всего со сроком в этом периоде", counts.all),
            ("Исполнено в срок", counts.in_time),
            ("Исполнено с нарушением срока", counts.late),
            ("Не исполнено", counts.missed),
            ("Срок не истёк", counts.pending),
            (
                "Отменено или снято как утратившее актуальность",
                counts.dropped,
            ),
            ("Из всех: со сроком, который переносился", counts.after_move),
            (
                "Переносов сроков, приходившихся на этот период",
                counts.moves,
            ),
        ] {
            assert_eq!(printed(&paper, label), figure, "{period:?}: {label}");
        }
        let json: serde_json::Value = serde_json::from_str(&text(Format::Json)).unwrap();
        let sheets = json["sheets"].as_array().unwrap();
        let rows = sheets.iter().find(|it| it["name"] == "Итоги").unwrap();
        for by in ["исполнитель", "раздел"] {
            let rows = rows["rows"].as_array().unwrap().iter();
            let (totals, parts): (Vec<_>, Vec<_>) = rows
                .filter(|row| row["Разрез"] == by)
                .partition(|row| row["Кто или что"] == "Итого");
            assert_eq!(totals.len(), 1);
            for column in [
                "Всего",
                "В срок",
                "С опозданием",
                "Не исполнено",
                "Срок не истёк",
                "Снято",
                "После переноса",
                "Переносов",
            ] {
                let sum: u64 = parts.iter().map(|row| row[column].as_u64().unwrap()).sum();
                assert_eq!(totals[0][column], sum, "{period:?} by {by}: {column}");
            }
        }
    }
}

/// Whether the last word on a meeting of these days, up to a day, is that it was not held.
fn is_not_held(records: &[Record], window: Span, on: Date) -> bool {
    let mut state = BTreeMap::new();
    for record in records {
        let is_held = match record.op {
            Operation::OpenMeeting { .. } => true,
            Operation::SkipMeeting { .. } => false,
            _ => continue,
        };
        state.insert(record.meeting, is_held);
    }
    state.into_iter().any(|(date, is_held)| {
        date.is_some_and(|date| {
            !is_held && window.first <= date && date <= window.last && date <= on
        })
    })
}

/// The numbers of some activities, counted plainly.
fn tally(workspace: &Workspace, on: Date, belongs: impl Fn(&str) -> bool) -> Tally {
    let records = living(workspace);
    let mut tally = Tally::default();
    let (mut progress, mut expected) = (0, 0);
    for (activity, view) in workspace.activities() {
        if !belongs(&activity.key.to_string()) {
            continue;
        }
        tally.activities += 1;
        let marks = |first: Option<Date>| -> Vec<(Date, Status)> {
            let mut marks = Vec::new();
            for record in records.iter().filter(|it| it.day <= on) {
                if let Operation::Mark {
                    activity: id,
                    occurrence,
                    status,
                    ..
                } = &record.op
                    && *id == activity.key
                    && first.is_none_or(|first| first == *occurrence)
                {
                    marks.push((record.day, status.clone()));
                }
            }
            marks
        };
        tally.untouched += usize::from(marks(None).is_empty());
        let (mut open, mut own_progress, mut own_expected) = (0, 0, 0);
        for occurrence in view.occurrences.iter() {
            let said = marks(Some(occurrence.window.first));
            let (mut due, mut moves, mut done) = (occurrence.due, 0, None);
            for (day, status) in &said {
                match status {
                    Status::Done => done = done.or(Some(*day)),
                    Status::Postponed { to, .. } => {
                        moves += usize::from(due.is_some() && due != Some(*to));
                        due = Some(*to);
                        done = None;
                    }
                    _ => done = None,
                }
            }
            let last = said.last().map(|(_, status)| status);
            let not_held = done.is_none()
                && Some(activity.key) == workspace.settings().meeting_activity
                && is_not_held(&records, occurrence.window, on);
            let cancelled = not_held || matches!(last, Some(Status::Cancelled { .. }));
            open += usize::from(done.is_none() && !cancelled);
            own_progress += match last {
                _ if not_held => 1000,
                Some(Status::Done | Status::Cancelled { .. }) => 1000,
                Some(Status::InProgress { percent }) => u32::from(percent.unwrap_or(0)) * 10,
                _ => 0,
            };
            own_expected += if occurrence.due.is_some_and(|due| due <= on) {
                1000
            } else if view.reading.kind == Kind::Continuous
                && occurrence.window.first <= on
                && on <= occurrence.window.last
            {
                let gone = on.days_since(occurrence.window.first) + 1;
                let whole = occurrence.window.last.days_since(occurrence.window.first) + 1;
                u32::try_from(gone * 1000 / whole).unwrap()
            } else {
                0
            };
            tally.points_moved += usize::from(moves > 0);
            if !cancelled && due.is_some_and(|due| due <= on) {
                tally.points_due += 1;
                tally.points_done += usize::from(done.is_some());
                tally.points_in_time +=
                    usize::from(done.is_some_and(|done| due.is_some_and(|due| done <= due)));
            }
        }
        let count = u32::try_from(view.occurrences.len()).unwrap();
        progress += own_progress / count;
        expected += own_expected / count;
        tally.finished += usize::from(open == 0);
    }
    let count = u32::try_from(tally.activities).unwrap();
    tally.progress = progress / count;
    tally.expected = expected / count;
    tally
}

#[test]
fn the_numbers_of_every_week_are_what_a_plain_count_gives() {
    let workspace = &*SEASON;
    for week in (0..36).step_by(5) {
        let on = day("2023-05-25").plus_days(7 * week);
        let Numbers { all, headings, .. } = workspace.numbers(on);
        // Where an activity stands is a rule of its own, told by the tests of standing.
        let known = |counted: Tally, plain: Tally| Tally {
            overdue: counted.overdue,
            postponed: counted.postponed,
            at_risk: counted.at_risk,
            ..plain
        };
        assert_eq!(all, known(all, tally(workspace, on, |_| true)), "{on}");
        for (number, counted) in headings {
            let plain = tally(workspace, on, |id| id.starts_with(&format!("{number}.")));
            assert_eq!(counted, known(counted, plain), "{on}: {number}");
        }
    }
}
