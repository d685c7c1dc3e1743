//! A meeting of another house: once a month on a Monday, over a plan with words of its own. No
//! paper of it speaks of weeks, Thursdays or the words of another document.

use planerka::domain::agenda::Section;
use planerka::domain::calendar::Calendar;
use planerka::domain::date::Span;
use planerka::domain::document::Document;
use planerka::domain::operation::Operation;
use planerka::domain::settings::{MeetingDay, Rhythm, Settings};
use planerka::domain::subject::Subjects;
use planerka::domain::workspace::Workspace;
use planerka::domain::workspace::discipline::AsOf;
use planerka::paper::{Approved, Format, Request, render};

use planerka::paper::template::Templates;

use crate::fixture::{Journal, day, settings};

const PLAN: &str = r#"(
    format: 1,
    key: "works",
    short: "План-2024",
    requisites: (
        kind: "Приказ",
        date: Some("2023-12-20"),
        number: "77",
        plan_title: "План мероприятий («дорожная карта») по развитию наставничества",
    ),
    period: Some((first: "2024-01-01", last: "2024-12-31")),
    levels: ["Раздел"],
    point: "Задача",
    content: [
        Heading(key: "works/h1", number: "I", title: "Методика", children: [
            Activity(key: "works/1", number: "1", title: "Совещание рабочей группы", executors: "ММС",
                term: "Ежемесячно", result: "Оперативный план работы группы"),
            Activity(key: "works/2", number: "2", title: "Памятка наставника", executors: "ММС",
                term: "до 28.02.2024"),
            Activity(key: "works/3", number: "3", title: "Слёт наставников", executors: "ММС",
                term: "20 февраля 2024 г."),
        ]),
    ],
)"#;

fn workspace(rhythm: Rhythm) -> Workspace {
    let document: Document = ron::from_str(PLAN).unwrap();
    let settings = Settings {
        heading: "совещания рабочей группы".into(),
        weekday: MeetingDay::Monday,
        rhythm,
        meeting_activity: Some("works/1".parse().unwrap()),
        ..settings()
    };
    Workspace::new(
        vec![document],
        Subjects {
            format: 1,
            subjects: Vec::new(),
        },
        settings,
        Calendar::default(),
        Vec::new(),
    )
}

fn text(workspace: &Workspace, request: &Request, format: Format) -> String {
    let (approved, templates) = (Approved::default(), Templates::default());
    let rendered = render(request, format, workspace, &approved, &templates);
    String::from_utf8(rendered.unwrap().bytes).unwrap()
}

#[test]
fn papers_of_a_monthly_meeting_speak_its_own_words() {
    let base = workspace(Rhythm::Monthly);
    // 5 February is the first Monday, 4 March the next.
    let on = day("2024-02-05");
    assert_eq!(base.next_meeting_day(day("2024-01-15")), on);
    assert_eq!(base.next_meeting_day(on), day("2024-03-04"));
    let agenda = base.propose_agenda(on).chosen;
    let due: Vec<_> = agenda
        .iter()
        .filter(|it| it.section == Section::ThisWeek)
        .collect();
    assert_eq!(due.len(), 2, "{agenda:?}");
    let mut journal = Journal::after(&base);
    journal.write(on, Operation::OpenMeeting { agenda });
    let status = planerka::domain::mark::Status::AtRisk;
    let first = base
        .activity("works/2".parse().unwrap())
        .unwrap()
        .1
        .occurrences[0]
        .window
        .first;
    journal.write(
        on,
        Operation::Mark {
            activity: "works/2".parse().unwrap(),
            occurrence: first,
            status,
            happened: None,
        },
    );
    journal.finish(&base, on, 1);
    let held = base.with_records(journal.records);
    let month = Span::new(day("2024-02-01"), day("2024-02-29")).unwrap();
    let as_of = AsOf::day(day("2024-02-29"), day("2024-03-01"));
    let mut all = String::new();
    for request in [
        Request::Agenda(day("2024-03-04")),
        Request::Minutes(on),
        Request::TacticalPlan(on),
        Request::Report(month, as_of),
    ] {
        for format in [Format::Text, Format::Markdown, Format::Html] {
            all += &text(&held, &request, format);
        }
    }
    let folded = all.to_lowercase().replace("понедельник", "");
    for word in [
        "четверг",
        "недел",
        "рс нмс",
        "рс\u{a0}нмс",
        "комплекс",
        "направлени",
    ] {
        assert!(!folded.contains(word), "{word}: {all}");
    }
    for words in [
        "Срок до следующего совещания",
        "ОПЕРАТИВНЫЙ ПЛАН",
        "работы группы на период с 5 февраля по 3 марта 2024 г.",
        "Задача плана мероприятий",
        "Об исполнении задачи 2 «Памятка наставника»",
        "Учтены контрольные точки плана мероприятий и поручения",
        "По разделам",
        "Приложение: оперативный план работы группы",
    ] {
        assert!(all.replace('\u{a0}', " ").contains(words), "{words}: {all}");
    }
}

#[test]
fn the_calendar_repeats_as_the_meeting_does() {
    for (rhythm, rule) in [
        (Rhythm::Weekly, "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL="),
        (
            Rhythm::Fortnightly,
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=",
        ),
        (Rhythm::Monthly, "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL="),
    ] {
        let workspace = workspace(rhythm);
        let calendar = text(&workspace, &Request::Agenda(day("2024-02-05")), Format::Ics);
        assert!(calendar.contains(rule), "{rhythm:?}: {calendar}");
        // 1 January and 29 April are days off; of the months only January begins with one.
        let left_out =
            calendar.matches("EXDATE").count() + calendar.matches("RECURRENCE-ID").count();
        let most = if rhythm == Rhythm::Weekly { 9 } else { 5 };
        assert!(left_out <= most, "{rhythm:?}: {left_out}\n{calendar}");
    }
}
