//! Calendars: what is in them, that it keeps its name, and that other programs read them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use planerka::domain::agenda::ItemKey;
use planerka::domain::control::Control;
use planerka::domain::date::Date;
use planerka::domain::entry::EntryKind;
use planerka::domain::id::Id;
use planerka::domain::operation::Operation;
use planerka::domain::safe_text::SafeText;
use planerka::domain::workspace::Workspace;
use planerka::paper::{Format, Request};

use super::fixture::{
    FIRST, Journal, SECOND, activity, assignment, day, empty, settings, subject, text, workspace,
};
use super::unpack::string;

/// One component with its properties; those that stand several times have several values.
#[derive(Debug, Default)]
struct Component {
    name: String,
    properties: BTreeMap<String, Vec<String>>,
    alarms: usize,
}

impl Component {
    fn one(&self, name: &str) -> &str {
        let found = self.properties.get(name).map_or(&[][..], Vec::as_slice);
        assert_eq!(found.len(), 1, "{name} in {self:#?}");
        &found[0]
    }

    fn sequence(&self) -> u32 {
        self.one("SEQUENCE").parse().unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.properties.contains_key(name)
    }
}

/// The components of a calendar, read by a parser that is not ours, and held to RFC 5545: what
/// must stand once stands once, what may not stand twice does not (3.6.1, 3.6.3, 3.6.6).
fn read(ics: &str) -> Vec<Component> {
    assert!(ics.split_inclusive('\n').all(|line| line.ends_with("\r\n")));
    assert!(ics.lines().all(|line| line.len() <= 75));
    let unfolded = icalendar::parser::unfold(ics);
    let calendar = icalendar::parser::read_calendar(&unfolded).unwrap();
    let names: Vec<String> = calendar
        .properties
        .iter()
        .map(|it| it.name.to_string())
        .collect();
    for name in ["VERSION", "PRODID"] {
        assert_eq!(names.iter().filter(|known| *known == name).count(), 1);
    }
    assert!(
        !calendar.components.is_empty(),
        "a calendar has a component"
    );
    let mut found = Vec::new();
    for component in &calendar.components {
        let mut read = Component {
            name: component.name.to_string(),
            alarms: component.components.len(),
            ..Component::default()
        };
        for property in &component.properties {
            let values = read
                .properties
                .entry(property.name.to_string())
                .or_default();
            values.push(property.val.to_string());
        }
        for once in ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"] {
            read.one(once);
        }
        for (name, values) in &read.properties {
            assert!(values.len() == 1 || name == "EXDATE", "{name} twice");
        }
        assert!(!(read.has("DTEND") && read.has("DURATION")));
        let stamp = read.one("DTSTAMP");
        assert!(stamp.len() == 16 && stamp.ends_with('Z'), "{stamp}");
        for alarm in &component.components {
            let names: Vec<String> = alarm
                .properties
                .iter()
                .map(|it| it.name.to_string())
                .collect();
            assert_eq!(alarm.name, "VALARM");
            for name in ["ACTION", "TRIGGER", "DESCRIPTION"] {
                assert_eq!(names.iter().filter(|known| *known == name).count(), 1);
            }
        }
        found.push(read);
    }
    found
}

fn minutes(workspace: &Workspace, date: &str) -> Vec<Component> {
    read(&string(
        &Request::Minutes(day(date)),
        Format::Ics,
        workspace,
    ))
}

/// A meeting with two assignments, and what happened then.
struct Told {
    base: Workspace,
    journal: Journal,
    first: Id,
    second: Id,
}

const ITEM: &str = "1.1.1";

impl Told {
    fn new() -> Self {
        let base = empty(settings());
        let mut journal = Journal::new();
        let agenda = base.propose_agenda(day(FIRST)).chosen;
        journal.write(day(FIRST), Operation::OpenMeeting { agenda });
        let mut given = |words: &str, due: &str| {
            let content = assignment(words, &["iro-asou"], due);
            journal.entry(day(FIRST), activity(ITEM), content)
        };
        let first = given("Представить проект", "2023-06-01");
        let second = given("Собрать сведения", "2023-06-08");
        journal.finish(&base, day(FIRST), 1);
        Self {
            base,
            journal,
            first,
            second,
        }
    }

    fn workspace(&self) -> Workspace {
        self.base.with_records(self.journal.records.clone())
    }

    fn control(&mut self, date: &str, assignment: Id, control: Control) {
        let word = Operation::SetControl {
            assignment,
            control,
            happened: None,
        };
        self.journal.write(day(date), word);
    }

    fn event(&self, date: &str, assignment: Id) -> Component {
        let uid = format!("assignment-{assignment}@planerka");
        minutes(&self.workspace(), date)
            .into_iter()
            .find(|one| one.one("UID") == uid)
            .unwrap_or_else(|| panic!("{uid} is not in the calendar of {date}"))
    }
}

#[test]
fn an_assignment_keeps_its_number_and_its_name_when_minutes_are_reopened() {
    let mut told = Told::new();
    let before = told.event(FIRST, told.second);
    assert!(before.one("DESCRIPTION").contains("Пункт 1.2 "));
    told.journal.write(
        day(FIRST),
        Operation::ReopenMeeting {
            reason: SafeText::from("пропущен вопрос"),
        },
    );
    // A decision of a question before it: that one is numbered behind what has a number.
    let other = text(EntryKind::Decision, "Информацию принять к сведению");
    told.journal.write(
        day(FIRST),
        Operation::MoveItem {
            item: activity(ITEM),
            to: 3,
            section: None,
        },
    );
    let agenda = told
        .workspace()
        .ledger()
        .meeting(day(FIRST))
        .unwrap()
        .agenda
        .clone();
    assert_ne!(agenda[0].item, activity(ITEM));
    told.journal.entry(day(FIRST), agenda[0].item, other);
    told.journal.finish(&told.base, day(FIRST), 1);
    let after = told.event(FIRST, told.second);
    assert!(after.one("DESCRIPTION").contains("Пункт 1.2 "), "{after:?}");
    assert!(after.sequence() > before.sequence());
}

#[test]
fn the_calendar_of_approved_minutes_says_what_was_approved_and_a_later_one_supersedes_it() {
    let mut told = Told::new();
    let before = told.event(FIRST, told.first);
    assert_eq!(before.one("DTSTART"), "20230601");
    assert_eq!((before.alarms, before.has("STATUS")), (2, false));
    let agenda = told.workspace().propose_agenda(day(SECOND)).chosen;
    told.journal
        .write(day(SECOND), Operation::OpenMeeting { agenda });
    let extended = Control::Extended {
        to: day("2023-06-15"),
        reason: SafeText::from("нет подписей"),
    };
    told.control(SECOND, told.first, extended);
    let dropped = Control::Dropped {
        reason: SafeText::from("неактуально"),
    };
    told.control(SECOND, told.second, dropped);
    told.journal.finish(&told.base, day(SECOND), 2);
    let event = told.event(SECOND, told.first);
    assert_eq!(event.one("DTSTART"), "20230615");
    assert!(event.sequence() > before.sequence());
    let cancelled = told.event(SECOND, told.second);
    assert_eq!(cancelled.one("STATUS"), "CANCELLED");
    assert_eq!(cancelled.alarms, 0);
    // What was approved a week before says what it said.
    assert_eq!(told.event(FIRST, told.first).one("DTSTART"), "20230601");
    assert!(!told.event(FIRST, told.second).has("STATUS"));
}

#[test]
fn one_name_has_one_text_in_all_papers_of_a_meeting() {
    let workspace = workspace();
    for date in [FIRST, SECOND] {
        let read_all = |request: &Request| read(&string(request, Format::Ics, &workspace));
        let mut texts = std::collections::BTreeMap::new();
        let executors = planerka::paper::executors(
            day(date),
            &workspace,
            &planerka::paper::Approved::default(),
        );
        let extracts = executors
            .into_iter()
            .map(|id| Request::Extract(day(date), id));
        let papers = [
            Request::Minutes(day(date)),
            Request::TacticalPlan(day(date)),
        ];
        for request in papers.into_iter().chain(extracts) {
            for event in read_all(&request) {
                let said =
                    ["SUMMARY", "DESCRIPTION", "DTSTART"].map(|name| event.one(name).to_owned());
                let known = texts
                    .entry(event.one("UID").to_owned())
                    .or_insert(said.clone());
                assert_eq!(*known, said, "{request:?}");
            }
        }
        assert!(texts.keys().any(|uid| uid.starts_with("assignment-")));
    }
}

#[test]
fn a_due_date_of_the_plan_keeps_its_name_when_it_moves() {
    let workspace = workspace();
    let uids = |date: &str| {
        let request = Request::TacticalPlan(day(date));
        let lines = read(&string(&request, Format::Ics, &workspace));
        let of = |one: &&Component| one.one("UID").contains("-1.1.3-");
        let found: Vec<(String, String)> = lines
            .iter()
            .filter(of)
            .map(|one| (one.one("UID").to_owned(), one.one("DTSTART").to_owned()))
            .collect();
        found
    };
    let (first, second) = (uids(FIRST), uids(SECOND));
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].0, second[0].0);
    assert_eq!(
        (first[0].1.as_str(), second[0].1.as_str()),
        ("20230531", "20230615")
    );
}

#[test]
fn without_dates_the_calendar_says_so() {
    let workspace = workspace();
    let request = Request::Extract(day(SECOND), subject("mo-mo"));
    let found = read(&string(&request, Format::Ics, &workspace));
    assert_eq!(found[0].name, "VJOURNAL");
    assert!(found[0].one("SUMMARY").contains("сроков нет"));
}

fn series(workspace: &Workspace, date: &str) -> Vec<Component> {
    read(&string(&Request::Agenda(day(date)), Format::Ics, workspace))
}

/// The days a calendar of meetings comes to, by the rules of RFC 5545, 3.8.5.
fn days(components: &[Component]) -> Vec<Date> {
    let date = |text: &str| -> Date {
        let digits: String = text.chars().take(8).collect();
        let day = chrono::NaiveDate::parse_from_str(&digits, "%Y%m%d").unwrap();
        Date::try_from(day).unwrap()
    };
    let mut days = Vec::new();
    let mut taken: Vec<Date> = Vec::new();
    for component in components {
        if component.has("RECURRENCE-ID") {
            taken.push(date(component.one("RECURRENCE-ID")));
        }
        taken.extend(
            component
                .properties
                .get("EXDATE")
                .into_iter()
                .flatten()
                .map(|it| date(it)),
        );
    }
    for component in components {
        let mut day = date(component.one("DTSTART"));
        if component.has("RRULE") {
            let until = component.one("RRULE").rsplit('=').next().unwrap();
            while day <= date(until) {
                if !taken.contains(&day) {
                    days.push(day);
                }
                day = day.plus_days(7);
            }
        } else {
            days.push(day);
        }
    }
    days.sort_unstable();
    days
}

#[test]
fn the_series_comes_to_the_days_of_the_meetings() {
    let base = empty(settings());
    let plain = series(&base, "2023-06-08");
    // The week of the New Year has no working day: its Thursday can be put on record, but no
    // calendar rings on it.
    let mut held = base.meeting_days();
    held.retain(|one| *one != day("2024-01-04"));
    assert!(held.len() + 1 == base.meeting_days().len());
    assert_eq!(days(&plain), held);
    let rule = plain[0].one("RRULE");
    assert!(
        rule.starts_with("FREQ=WEEKLY;BYDAY=TH;UNTIL=2024"),
        "{rule}"
    );
    // 9 May 2024 is a holiday: the meeting of that week goes to another day of it.
    let holiday = |one: &Component| {
        one.has("RECURRENCE-ID") && one.one("RECURRENCE-ID").starts_with("20240509")
    };
    assert_eq!(plain.iter().filter(|one| holiday(one)).count(), 1);
    let asked: Vec<_> = plain.iter().filter(|one| one.has("DESCRIPTION")).collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].one("RECURRENCE-ID"), "20230608T100000");
    let uid = plain[0].one("UID");
    assert!(plain.iter().all(|one| one.one("UID") == uid));

    let mut journal = Journal::new();
    for (skipped, moved_to) in [
        ("2023-06-15", None),
        ("2023-06-22", Some(day("2023-06-20"))),
    ] {
        let reason = SafeText::from("отпуск");
        journal.write(day(skipped), Operation::SkipMeeting { moved_to, reason });
    }
    let changed = base.with_records(journal.records.clone());
    let found = series(&changed, "2023-06-20");
    let mut expected = base.meeting_days();
    let none = ["2023-06-15", "2023-06-22", "2024-01-04"].map(day);
    expected.retain(|one| !none.contains(one));
    expected.push(day("2023-06-20"));
    expected.sort_unstable();
    assert_eq!(days(&found), expected);
    let moved = found
        .iter()
        .find(|one| one.one("DTSTART") == "20230620T100000")
        .unwrap();
    assert_eq!(moved.one("RECURRENCE-ID"), "20230622T100000");
    assert!(moved.has("DESCRIPTION"), "the agenda goes with it");
    assert!(found[0].sequence() > plain[0].sequence());
}

#[test]
fn another_weekday_in_the_settings_concerns_the_future_only() {
    let mut other = settings();
    other.weekday = planerka::domain::settings::MeetingDay::Wednesday;
    // Two meetings were held on Thursdays.
    let thursdays = [FIRST, SECOND].map(day);
    let workspace = super::fixture::with_settings(settings());
    let changed = empty(other).with_records(workspace.ledger().records().to_vec());
    let days = changed.meeting_days();
    assert_eq!(days[..3], [thursdays[0], thursdays[1], day("2023-06-07")]);
    let calendar = series(&changed, "2023-06-07");
    let shown = self::days(&calendar);
    assert_eq!(shown[..3], days[..3]);
    assert!(
        calendar
            .iter()
            .any(|one| one.has("RRULE") && one.one("DTSTART") == "20230607T100000")
    );
}

#[test]
fn topics_without_the_plan_do_no_harm() {
    let mut told = Told::new();
    let topic = ItemKey::Topic(told.journal.id());
    let content = assignment("Отдельно", &["mms"], "2023-06-02");
    told.journal.entry(day(FIRST), topic, content);
    read(&string(
        &Request::TacticalPlan(day(FIRST)),
        Format::Ics,
        &told.workspace(),
    ));
}

/// The calendars as python's `icalendar` reads them: without a fault, with every property the
/// standard asks for, and coming to the same days.
#[test]
fn python_reads_the_calendars() {
    let directory = tempfile::tempdir().unwrap();
    let workspace = workspace();
    for (name, request) in [
        ("minutes", Request::Minutes(day(SECOND))),
        ("plan", Request::TacticalPlan(day(SECOND))),
        ("nothing", Request::Extract(day(SECOND), subject("mo-mo"))),
        ("meetings", Request::Agenda(day("2023-06-08"))),
    ] {
        let file = directory.path().join(format!("{name}.ics"));
        std::fs::write(file, string(&request, Format::Ics, &workspace)).unwrap();
    }
    let Some(told) = python(include_str!("calendar.py"), directory.path()) else {
        return;
    };
    let mut days = told.lines().filter_map(|line| line.strip_prefix("day "));
    for expected in workspace.meeting_days() {
        assert_eq!(days.next(), Some(expected.to_string().as_str()));
    }
    assert_eq!(days.next(), None);
}

/// Runs a script; `None`, told on stderr, when python or what it needs is not here.
fn python(script: &str, directory: &Path) -> Option<String> {
    let run = Command::new("python3")
        .args(["-c", script])
        .current_dir(directory)
        .output();
    let output = match run {
        Ok(output) => output,
        Err(error) => {
            eprintln!("SKIPPED: python3 does not start here: {error}");
            return None;
        }
    };
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    if told.trim() == "SKIP" {
        eprintln!("SKIPPED: python3 is here without icalendar: pip install icalendar");
        return None;
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}{errors}");
    Some(told)
}
