//! The same content in every format.

use calamine::Data;
use planerka::domain::minutes::{Decision, DecisionKind, Minutes};
use planerka::domain::operation::Operation;
use planerka::domain::settings::{MinutesForm, MinutesLayout};
use planerka::domain::workspace::Workspace;
use planerka::domain::workspace::discipline::AsOf;
use planerka::paper::template::Templates;
use planerka::paper::{Format, Kind, Request};

use super::fixture::{
    FIRST, OPINION, SECOND, VOTE, day, settings, subject, with_settings, workspace,
};
use super::people::{held, with_people};
use super::unpack::{bytes, docx_text, string, xlsx_cells, xml_text};

/// One kind of space, one kind of line: what a reader reads.
fn read(text: &str) -> String {
    text.replace('\u{a0}', " ")
        .replace('„', "«")
        .replace('“', "»")
        .replace("<br>", " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn unmarked(markdown: &str) -> String {
    let mut text = String::new();
    let mut characters = markdown.chars();
    while let Some(one) = characters.next() {
        match one {
            '\\' => text.extend(characters.next()),
            _ => text.push(one),
        }
    }
    text
}

fn html_text(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let body = body.rsplit_once("</body>").unwrap().0;
    // Our own HTML is XML but for the empty elements.
    let xml = body
        .replace("<br>", " ")
        .replace("<col ", "<col/ ")
        .replace("%\">", "%\"/>")
        .replace("<col/ ", "<col ");
    xml_text(&format!("<b>{xml}</b>"))
}

/// Every format of the minutes as plain text.
fn all_texts(request: &Request) -> Vec<(Format, String)> {
    all_texts_of(request, &workspace())
}

fn all_texts_of(request: &Request, workspace: &Workspace) -> Vec<(Format, String)> {
    let cells = |format| {
        xlsx_cells(bytes(request, format, workspace))
            .into_iter()
            .flat_map(|(_, rows)| rows)
            .flatten()
            .map(|cell| match cell {
                Data::DateTime(day) => {
                    // A spreadsheet counts days from 30 December 1899.
                    let zero = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
                    let days = std::time::Duration::from_secs_f64(day.as_f64() * 86_400.0);
                    let day = zero + chrono::Duration::from_std(days).unwrap();
                    day.format("%d.%m.%Y").to_string()
                }
                other => other.to_string(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    };
    vec![
        (Format::Text, string(request, Format::Text, workspace)),
        (
            Format::Markdown,
            unmarked(&string(request, Format::Markdown, workspace)),
        ),
        (
            Format::Html,
            html_text(&string(request, Format::Html, workspace)),
        ),
        (
            Format::Docx,
            docx_text(&bytes(request, Format::Docx, workspace)),
        ),
        (Format::Xlsx, cells(Format::Xlsx)),
        (
            Format::Csv,
            string(request, Format::Csv, workspace).replace("\"\"", "\""),
        ),
    ]
    .into_iter()
    .map(|(format, text)| (format, read(&text)))
    .collect()
}

fn decisions(minutes: &Minutes) -> Vec<&Decision> {
    minutes
        .items
        .iter()
        .flat_map(|item| &item.decided)
        .collect()
}

#[test]
fn decisions_are_the_same_in_every_format() {
    for date in [FIRST, SECOND] {
        let minutes = workspace().minutes(day(date)).unwrap();
        assert!(decisions(&minutes).len() >= 3);
        for (format, text) in all_texts(&Request::Minutes(day(date))) {
            for decision in decisions(&minutes) {
                for words in std::iter::once(&decision.text).chain(&decision.executors) {
                    assert!(text.contains(&read(words)), "{format}: no «{words}»");
                }
                if let Some(due) = decision.due {
                    let written = if format == Format::Csv {
                        due.to_string()
                    } else {
                        due.format("%d.%m.%Y").to_string()
                    };
                    assert!(text.contains(&written), "{format}: no {written}");
                }
                // A word processor counts by itself.
                if format != Format::Docx {
                    assert!(text.contains(decision.number.as_str()), "{format}");
                }
                if let DecisionKind::Control { assignment, .. } = &decision.kind {
                    assert!(
                        text.contains(&format!("пункт {assignment} протокола")),
                        "{format}"
                    );
                }
            }
            assert!(
                !text.contains("Спросить про отпуск"),
                "{format}: a private note"
            );
        }
    }
}

#[test]
fn votes_and_dissenting_opinions_are_the_same_in_every_format() {
    let request = Request::Minutes(day(SECOND));
    for (format, text) in all_texts(&request) {
        for words in [VOTE, "единогласно", OPINION, "ЦНППМ ГГТУ – "] {
            assert!(text.contains(&read(words)), "{format}: no «{words}»");
        }
    }
    let workspace = workspace();
    for format in [Format::Ron, Format::Json] {
        let text = string(&request, format, &workspace);
        for words in ["votes", "in_favour", "abstained", "opinions", OPINION] {
            assert!(text.contains(words), "{format}: no «{words}»");
        }
    }
    // Who gets an extract reads how its own question was voted on.
    let request = Request::Extract(day(SECOND), subject("iro-asou"));
    for (format, text) in all_texts(&request) {
        for words in [VOTE, OPINION] {
            assert!(text.contains(&read(words)), "{format}: no «{words}»");
        }
        assert!(!text.contains("единогласно"), "{format}");
    }
    let request = Request::Card("1.1.4".parse().unwrap(), day(SECOND));
    for (format, text) in all_texts(&request) {
        for words in [VOTE, OPINION] {
            assert!(text.contains(&read(words)), "{format}: no «{words}»");
        }
    }
}

#[test]
fn posts_and_bodies_of_people_are_the_same_in_every_format() {
    let workspace = held(with_people());
    let minutes = workspace.minutes(day(FIRST)).unwrap();
    let people = minutes.attendance.present.iter();
    let people: Vec<_> = people.chain(&minutes.attendance.invited).collect();
    assert!(people.iter().filter(|one| !one.post.is_blank()).count() >= 2);
    for (format, text) in all_texts_of(&Request::Minutes(day(FIRST)), &workspace) {
        // A file of one table has the decisions alone.
        if format == Format::Csv {
            continue;
        }
        for one in &people {
            // Of whom somebody stands in for only the declined name is printed.
            if one.on_behalf.as_ref().is_some_and(|whom| !whom.is_blank()) {
                let whom = one.on_behalf.as_ref().unwrap();
                assert!(
                    text.contains(&read(&format!("за {whom} – "))),
                    "{format}\n{text}"
                );
                continue;
            }
            for words in [&one.name, &one.post, &one.organisation] {
                assert!(
                    text.contains(&read(words)),
                    "{format}: no «{words}»\n{text}"
                );
            }
        }
        // Tables have no head.
        if format != Format::Xlsx {
            assert!(text.contains("Примерова Дж., ректор"), "{format}");
        }
    }
}

#[test]
fn decisions_on_control_say_the_same_in_every_format() {
    let said = [
        "Снять с контроля пункт 1.2 протокола от 25.05.2023 № 1",
        "Продлить срок до 15.06.2023 (включительно), прежний срок 31.05.2023",
        "Обоснование: не получены подписи.",
    ];
    for (format, text) in all_texts(&Request::Minutes(day(SECOND))) {
        for words in said {
            assert!(text.contains(words), "{format}: no «{words}»\n{text}");
        }
    }
    let workspace = workspace();
    for format in [Format::Ron, Format::Json] {
        let text = string(&Request::Minutes(day(SECOND)), format, &workspace);
        for words in ["Lifted", "Extended", "was_due", "не получены подписи"] {
            assert!(text.contains(words), "{format}: no «{words}»");
        }
    }
}

#[test]
fn the_tactical_plan_is_the_same_in_every_format() {
    let plan = workspace().tactical_plan(day(SECOND)).unwrap();
    assert!(plan.lines().count() > 5);
    for (format, text) in all_texts(&Request::TacticalPlan(day(SECOND))) {
        for line in plan.lines() {
            for words in [&line.task, &line.result]
                .into_iter()
                .chain(&line.executors)
            {
                assert!(text.contains(&read(words)), "{format}: no «{words}»");
            }
        }
    }
}

#[test]
fn json_and_ron_are_the_minutes_themselves() {
    let workspace = workspace();
    let request = Request::Minutes(day(SECOND));
    let minutes = workspace.minutes(day(SECOND)).unwrap();
    let from_json: Minutes =
        serde_json::from_str(&string(&request, Format::Json, &workspace)).unwrap();
    assert_eq!(from_json, minutes);
    let from_ron: Minutes = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&string(&request, Format::Ron, &workspace))
        .unwrap();
    assert_eq!(from_ron, minutes);
}

#[test]
fn every_paper_exists_in_every_format_it_promises() {
    let reopened = |workspace: Workspace| {
        let mut journal = super::fixture::Journal::after(&workspace);
        let reason = "пропущен вопрос".into();
        journal.write(day(SECOND), Operation::ReopenMeeting { reason });
        journal.finish(&workspace, day(SECOND), 2);
        workspace.with_records(journal.records)
    };
    let workspace = workspace();
    let period = planerka::domain::date::Span::new(day("2023-05-01"), day("2023-06-30")).unwrap();
    let requests = [
        Request::Minutes(day(SECOND)),
        Request::TacticalPlan(day(SECOND)),
        Request::Agenda(day("2023-06-08")),
        Request::Extract(day(FIRST), subject("cnppm-ggtu")),
        Request::Report(period, AsOf::day(day("2023-06-30"), day("2023-07-01"))),
        Request::Card("1.1.1".parse().unwrap(), day(SECOND)),
        Request::Changes(day(SECOND), 2),
        Request::Execution("plan".parse().unwrap(), day(SECOND)),
        Request::Document("plan".parse().unwrap(), day(SECOND)),
        Request::Control(day(SECOND)),
        Request::Participants("1.1.1".parse().unwrap(), day(SECOND)),
        Request::Duties(subject("cnppm-ggtu"), day(SECOND)),
    ];
    // What an edition changed is drawn in tests/papers/edition.rs, which has one.
    assert_eq!(requests.len() + 1, Kind::ALL.len());
    let workspace = reopened(workspace);
    for request in &requests {
        for format in Format::ALL {
            let first = planerka::paper::render(
                request,
                format,
                &workspace,
                &planerka::paper::Approved::default(),
                &Templates::default(),
            );
            let promised = request.kind().formats().contains(&format);
            assert_eq!(first.is_ok(), promised, "{request:?} {format}");
            if let Ok(first) = first {
                assert!(!first.bytes.is_empty());
                assert!(
                    first.bytes == bytes(request, format, &workspace),
                    "{format} changes"
                );
                let name = request.file_name(format);
                let is_plain = |one: char| one.is_ascii_alphanumeric() || "-.".contains(one);
                assert!(name.chars().all(is_plain), "{name}");
            }
        }
    }
}

#[test]
fn an_extract_has_what_concerns_the_subject_and_nothing_else() {
    let workspace = workspace();
    let request = Request::Extract(day(FIRST), subject("mms"));
    let text = read(&string(&request, Format::Text, &workspace));
    assert!(text.contains("Направить проекты соглашений"));
    assert!(!text.contains("Представить проект Положения"));
    assert!(text.contains("Верно"));
}

#[test]
fn the_layouts_differ_and_the_decisions_do_not() {
    let mut federal = settings();
    federal.papers.layout = MinutesLayout::Federal;
    federal.papers.form = MinutesForm::Full;
    federal.papers.list_from = 3;
    let workspace = with_settings(federal);
    let text = read(&string(
        &Request::Minutes(day(SECOND)),
        Format::Text,
        &workspace,
    ));
    assert!(text.contains("I. О реализации мероприятия"), "{text}");
    assert!(!text.contains("РЕШИЛИ"));
    assert!(text.contains("ВЫСТУПИЛИ: ИРО АСОУ – просит ещё неделю"));
    assert!(text.contains("Присутствовали: 6 человек (список прилагается)."));
    assert!(text.contains("Приложение № 1: список присутствовавших."));
    let minutes = workspace.minutes(day(SECOND)).unwrap();
    for decision in decisions(&minutes) {
        assert!(text.contains(&read(&decision.text)));
    }
}

#[test]
fn a_dative_entered_by_hand_is_used_before_an_infinitive() {
    let before = workspace();
    let mut subject_of = before.subject(&subject("iro-asou")).unwrap().clone();
    subject_of.dative = Some("Институту развития образования АСОУ".into());
    let mut journal = super::fixture::Journal::after(&before);
    journal.write(
        day(SECOND),
        Operation::WriteSubject {
            subject: subject_of.into(),
        },
    );
    // What was approved stays; the next version has the new form.
    let text = |journal: &super::fixture::Journal| {
        let after = before.with_records(journal.records.clone());
        read(&string(
            &Request::Minutes(day(SECOND)),
            Format::Text,
            &after,
        ))
    };
    assert!(text(&journal).contains("Подготовить критерии эффективности. Ответственный"));
    let reason = "дательный падеж".into();
    journal.write(day(SECOND), Operation::ReopenMeeting { reason });
    journal.finish(&before, day(SECOND), 2);
    let after = before.with_records(journal.records.clone());
    let text = read(&string(
        &Request::Minutes(day(SECOND)),
        Format::Text,
        &after,
    ));
    assert!(
        text.contains("Институту развития образования АСОУ подготовить критерии эффективности."),
        "{text}"
    );
}

#[test]
fn what_is_stamped_on_papers_is_on_every_one_in_every_format() {
    let mut marked = settings();
    marked.papers.stamp = "ДЕМОНСТРАЦИЯ".into();
    let workspace = with_settings(marked);
    let period = planerka::domain::date::Span::new(day("2023-05-01"), day("2023-06-30")).unwrap();
    for request in [
        Request::Minutes(day(SECOND)),
        Request::TacticalPlan(day(SECOND)),
        Request::Agenda(day("2023-06-08")),
        Request::Extract(day(SECOND), subject("iro-asou")),
        Request::Report(period, AsOf::day(day("2023-06-30"), day("2023-07-01"))),
        Request::Card("1.1.1".parse().unwrap(), day(SECOND)),
    ] {
        for format in request.kind().formats() {
            let bytes = bytes(&request, format, &workspace);
            let text = match format {
                Format::Docx => docx_text(&bytes),
                Format::Xlsx => xlsx_cells(bytes)
                    .into_iter()
                    .flat_map(|(_, rows)| rows)
                    .flatten()
                    .map(|cell| cell.to_string())
                    .collect(),
                Format::Ics => String::from_utf8(bytes).unwrap().replace("\r\n ", ""),
                _ => String::from_utf8(bytes).unwrap(),
            };
            assert!(text.contains("ДЕМОНСТРАЦИЯ"), "{request:?} {format}");
        }
    }
}

#[test]
fn what_was_put_off_is_in_the_minutes() {
    let base = super::fixture::empty(settings());
    let mut journal = super::fixture::Journal::new();
    let agenda = base.propose_agenda(day(FIRST)).chosen;
    journal.write(day(FIRST), Operation::OpenMeeting { agenda });
    let item = super::fixture::activity("1.1.3");
    let put_off = Operation::ParkItem { item, parked: true };
    journal.write(day(FIRST), put_off);
    journal.finish(&base, day(FIRST), 1);
    let workspace = base.with_records(journal.records);
    let request = Request::Minutes(day(FIRST));
    let text = read(&string(&request, Format::Text, &workspace));
    let (_, after) = text.split_once("Отложены:").expect("what was put off");
    let title = workspace.activity_title("1.1.3".parse().unwrap());
    let begin: String = title.chars().take(30).collect();
    assert!(after.contains(&read(&begin)), "{after}");
    let minutes: Minutes = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&string(&request, Format::Ron, &workspace))
        .unwrap();
    let points: Vec<_> = minutes.put_off.iter().map(|it| it.activity).collect();
    assert_eq!(points, [Some("1.1.3".parse().unwrap())]);
    let left = &minutes.not_considered;
    assert!(left.iter().all(|it| it.activity != points[0]));
}

#[test]
fn the_card_shows_decisions_on_control_and_the_control_point_of_a_mark() {
    let workspace = workspace();
    let request = Request::Card("1.1.3".parse().unwrap(), day(SECOND));
    let text = read(&string(&request, Format::Text, &workspace));
    let (_, trail) = text.split_once("След").expect("a trail");
    assert!(trail.contains(": срок продлён до 15.06.2023"), "{trail}");
    assert!(trail.contains("01.05.2023 – 31.05.2023: "), "{trail}");
}
