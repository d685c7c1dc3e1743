//! People and requisites on papers: posts, bodies they come from, and what the settings switch on.

use planerka::domain::date::Span;
use planerka::domain::meeting::Presence;
use planerka::domain::operation::Operation;
use planerka::domain::safe_text::SafeText;
use planerka::domain::settings::{Requisites, Settings};
use planerka::domain::subject::{Subject, SubjectKind};
use planerka::domain::workspace::Workspace;
use planerka::domain::workspace::discipline::AsOf;
use planerka::paper::{Format, Request};

use crate::fixture::{FIRST, Journal, SECOND, day, empty, settings, subject, with_settings};
use crate::unpack::{bytes, docx_text, string};

fn person(id: &str, name: &str, post: Option<&str>, body: Option<&str>) -> Subject {
    Subject {
        id: subject(id),
        kind: SubjectKind::Person,
        short: SafeText::from(name),
        full: SafeText::from(name),
        aliases: Vec::new(),
        members: Vec::new(),
        organisation: body.map(subject),
        dative: None,
        email: None,
        post: post.map(SafeText::from),
    }
}

/// A meeting that people of example names came to.
pub fn held(settings: Settings) -> Workspace {
    let base = empty(settings);
    let mut journal = Journal::new();
    let date = day(FIRST);
    for one in [
        person("chair", "Примерова Дж.", Some("ректор"), None),
        person(
            "writer",
            "Образцов-Пробный А.Г. оглы",
            Some("методист"),
            None,
        ),
        person(
            "guest",
            "О'Пример Ж.",
            Some("и.о. директора"),
            Some("iro-asou"),
        ),
        person("plain", "Безпостов В.В.", None, None),
        person("sent", "Петров-Примеров П.П.", Some("ректор"), None),
        person(
            "centre",
            "Примерова М.И.",
            Some("директор"),
            Some("cnppm-asou"),
        ),
        person("foreign", "Ким А.", Some("завуч"), None),
        person(
            "deputy",
            "Заменин П.П.",
            Some("методист"),
            Some("cnppm-ggtu"),
        ),
    ] {
        journal.write(
            date,
            Operation::WriteSubject {
                subject: one.into(),
            },
        );
    }
    let agenda = base.propose_agenda(date).chosen;
    journal.write(date, Operation::OpenMeeting { agenda });
    let deputy = |name: &str| Presence::Deputy {
        name: SafeText::from(name),
    };
    for (id, presence) in [
        ("cnppm-asou", Presence::Present),
        ("cnppm-ggtu", deputy("Заменин П.П.")),
        ("cnppm-gsgu", deputy("методист центра")),
        ("sent", deputy("Заменин П.П.")),
        ("centre", deputy("Заменин П.П.")),
        ("foreign", deputy("Заменина А.А., методист")),
        ("asou-vice-rector-quality", deputy("Заменин П.П.")),
        ("guest", Presence::Present),
        ("plain", Presence::Late),
        ("chair", Presence::Present),
    ] {
        let presence = Some(presence);
        let subject = subject(id);
        journal.write(date, Operation::SetAttendance { subject, presence });
    }
    base.with_records(journal.records)
}

pub fn with_people() -> Settings {
    let mut settings = settings();
    settings.chair = Some(subject("chair"));
    settings.secretary = Some(subject("writer"));
    settings
}

#[test]
fn who_came_for_somebody_is_told_apart_from_whom_he_stands_in_for_in_every_format() {
    let workspace = held(with_people());
    let request = Request::Minutes(day(FIRST));
    for format in [
        Format::Text,
        Format::Markdown,
        Format::Html,
        Format::Docx,
        Format::Ron,
    ] {
        let bytes = bytes(&request, format, &workspace);
        let text = match format {
            Format::Docx => docx_text(&bytes),
            _ => String::from_utf8(bytes).unwrap(),
        };
        let text = read(&text).replace('\\', "");
        let expected: &[&str] = if format == Format::Ron {
            &[
                "on_behalf: Some(\"ректора Петрова-Примерова П.П.\")",
                "on_behalf: Some(\"\")",
            ]
        } else {
            &[
                "за ректора Петрова-Примерова П.П. – Заменин П.П., методист",
                "от ЦНППМ АСОУ за директора Примерову М.И. – Заменин П.П., методист",
                "за проректора по учебно-методической работе",
                // No form is certain: nothing is declined.
                "завуч – Ким А. (представитель – Заменина А.А., методист)",
            ]
        };
        for line in expected {
            assert!(text.contains(line), "{format}: {line}\n{text}");
        }
        assert!(!text.contains("замещает"), "{format}\n{text}");
    }
}

/// Minutes that an earlier program approved say what they said then.
#[test]
fn a_deputy_of_minutes_approved_earlier_is_printed_as_then() {
    let base = held(with_people());
    let mut minutes = base.minutes(day(FIRST)).unwrap();
    let seats = minutes.attendance.present.iter_mut();
    for one in seats.chain(&mut minutes.attendance.invited) {
        one.on_behalf = None;
    }
    let written = ron::to_string(&minutes).unwrap();
    assert!(!written.contains("on_behalf"), "{written}");
    let again: planerka::domain::minutes::Minutes = ron::from_str(&written).unwrap();
    assert_eq!(again, minutes);
}

/// «от Отдел кадров» is no Russian; minutes approved earlier say it as they did.
#[test]
fn a_body_people_come_from_stands_in_the_genitive_or_before_brackets() {
    let base = held(with_people());
    let mut journal = Journal::after(&base);
    let date = day(FIRST);
    let body = |id: &str, name: &str| Subject {
        kind: SubjectKind::Organisation,
        ..person(id, name, None, None)
    };
    for one in [
        body("staff", "Отдел кадров"),
        body("park", "Кванториум"),
        person("a", "Кадрова А.А.", Some("начальник"), Some("staff")),
        person("b", "Паркова Б.Б.", Some("методист"), Some("park")),
        person("c", "Ремонтов В.В.", Some("директор"), Some("park")),
    ] {
        let subject = one.into();
        journal.write(date, Operation::WriteSubject { subject });
    }
    let sent = Presence::Deputy {
        name: "Заменин П.П.".into(),
    };
    for (id, presence) in [
        ("a", Presence::Present),
        ("b", Presence::Present),
        ("c", sent.clone()),
        ("staff", sent.clone()),
        ("park", sent),
    ] {
        let (subject, presence) = (subject(id), Some(presence));
        journal.write(date, Operation::SetAttendance { subject, presence });
    }
    let workspace = base.with_records(journal.records);
    let text = read(&string(&Request::Minutes(date), Format::Text, &workspace));
    for line in [
        "  от Отдела кадров – Кадрова А.А., начальник\n",
        "  от Отдела кадров – Заменин П.П., методист\n",
        "  Кванториум (Паркова Б.Б., методист)\n",
        "  Кванториум (за директора Ремонтова В.В. – Заменин П.П., методист)\n",
        "  Кванториум (Заменин П.П., методист)\n",
        "  от ЦНППМ ГГТУ – Заменин П.П., методист\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
}

#[test]
fn a_meeting_without_a_heading_of_its_own_leaves_no_gap_in_any_paper() {
    let mut plain = settings();
    plain.heading = SafeText::default();
    let workspace = with_settings(plain);
    let second = day(SECOND);
    for request in [Request::Agenda(second), Request::Minutes(second)] {
        let text = read(&string(&request, Format::Text, &workspace));
        let mut lines = text.lines();
        let is_kind = |line: &str| ["ПОВЕСТКА ДНЯ", "ПРОТОКОЛ"].contains(&line);
        assert!(lines.by_ref().any(is_kind), "{text}");
        let below = lines.next().unwrap();
        assert!(below.starts_with("1 июня 2023 г."), "{text}");
        let page = read(&string(&request, Format::Html, &workspace));
        let name = page.split("<title>").nth(1).unwrap();
        let name = name.split("</title>").next().unwrap();
        assert!(!name.contains("  ") && name.trim() == name, "{name:?}");
    }
}

fn read(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn posts_and_bodies_of_people_are_printed_as_the_form_wants() {
    let workspace = held(with_people());
    let text = read(&string(
        &Request::Minutes(day(FIRST)),
        Format::Text,
        &workspace,
    ));
    for line in [
        "Председатель – Примерова Дж., ректор",
        "Секретарь – Образцов-Пробный А.Г. оглы, методист",
        "  от ЦНППМ ГГТУ – Заменин П.П., методист",
        "  от ЦНППМ ГСГУ – методист центра",
        "  от ИРО АСОУ – О'Пример Ж., и.о. директора",
        "  Безпостов В.В. (с опозданием)",
        "  ректор – Примерова Дж.",
        "Председатель    _______________    Дж. Примерова",
        "Секретарь    _______________    А.Г. оглы Образцов-Пробный",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let docx = read(&docx_text(&bytes(
        &Request::Minutes(day(FIRST)),
        Format::Docx,
        &workspace,
    )));
    assert!(docx.contains("от ИРО АСОУ – О'Пример Ж., и.о. директора"));
}

#[test]
fn people_keep_the_posts_they_had_when_the_minutes_were_approved() {
    let base = held(with_people());
    let mut journal = Journal::after(&base);
    journal.finish(&base, day(FIRST), 1);
    let mut risen = person("guest", "О'Пример Ж.", Some("директор"), Some("iro-asou"));
    risen.full = SafeText::from("О'Пример Ж.");
    journal.write(
        day(SECOND),
        Operation::WriteSubject {
            subject: risen.into(),
        },
    );
    let after = base.with_records(journal.records);
    let text = read(&string(&Request::Minutes(day(FIRST)), Format::Text, &after));
    assert!(text.contains("О'Пример Ж., и.о. директора"), "{text}");
}

#[test]
fn an_extract_is_certified_by_post_and_names_the_file_of_the_original() {
    let mut settings = settings();
    settings.papers.requisites.case_index = "01-07".into();
    settings.papers.requisites.extract_attendance = true;
    let workspace = with_settings(settings);
    let request = Request::Extract(day(SECOND), subject("iro-asou"));
    let text = read(&string(&request, Format::Text, &workspace));
    for part in [
        "№ 2/01-07",
        "Присутствовали:",
        "\nВерно\n",
        "«___» ______________ 20___ г.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(
        text.contains("Подлинник документа находится в деле № 01-07 за 2023 год"),
        "{text}"
    );
}

#[test]
fn requisites_are_off_until_they_are_set_and_stand_in_their_places() {
    let request = Request::Minutes(day(SECOND));
    let plain = read(&string(&request, Format::Text, &with_settings(settings())));
    let mut full = settings();
    full.papers.requisites = Requisites {
        case_index: "01-07".into(),
        restriction: "Для служебного пользования".into(),
        visas: vec!["Начальник отдела".into()],
        acquaintance: true,
        recipients: vec!["Членам совещания".into()],
        executor: "Исполнитель, 8 (495) 000-00-00".into(),
        annex_sheets: true,
        ..Requisites::default()
    };
    let text = read(&string(&request, Format::Text, &with_settings(full)));
    let places = [
        "Для служебного пользования",
        "ПРОТОКОЛ",
        "№ 2/01-07",
        "РЕШИЛИ",
        "л. в 1 экз.",
        "Председатель, ",
        "Разослано:",
        "Членам совещания",
        "Исполнитель, 8 (495) 000-00-00",
        "ЛИСТ СОГЛАСОВАНИЯ",
        "ЛИСТ ОЗНАКОМЛЕНИЯ",
    ];
    let mut from = 0;
    for place in places {
        let rest = text.get(from..).unwrap();
        let at = rest
            .find(place)
            .unwrap_or_else(|| panic!("{place} after {from}\n{text}"));
        from += at;
        let is_common = ["ПРОТОКОЛ", "РЕШИЛИ", "Председатель, "].contains(&place);
        assert_eq!(plain.contains(place), is_common, "{place}");
    }
}

#[test]
fn settings_without_requisites_are_written_as_before() {
    let written = ron::to_string(&settings().papers).unwrap();
    assert!(!written.contains("requisites"), "{written}");
}

#[test]
fn every_name_stands_right_under_every_paper_that_is_signed() {
    let period = Span::new(day("2023-05-01"), day("2023-06-30")).unwrap();
    for (name, signed) in [
        ("О'Пример Дж.", "Дж.~О'Пример"),
        ("Д’Пример Ж.", "Ж.~Д’Пример"),
        ("Образцов-Пробный А.Г.", "А.Г.~Образцов-Пробный"),
        ("Примеров А.Г. оглы", "А.Г.~оглы~Примеров"),
        ("Примерова Л.Р. кызы", "Л.Р.~кызы~Примерова"),
        ("Пример И.", "И.~Пример"),
        ("Ли В.", "В.~Ли"),
        ("Примеров Пётр Петрович", "П.П.~Примеров"),
        ("Пример Джон", "Д.~Пример"),
        ("фон Пример А.", "А.~фон~Пример"),
        ("Ван Пример А.", "А.~Ван~Пример"),
        ("д’Пример Ж.-П.", "Ж.-П.~д’Пример"),
        ("Пак Чжи Сон", "Пак~Чжи~Сон"),
        ("Нгуен Т.Т.Х.", "Т.Т.Х.~Нгуен"),
        ("О Е.В.", "Е.В.~О"),
    ] {
        let mut settings = settings();
        settings.chair = Some(subject("signing"));
        settings.secretary = Some(subject("signing"));
        let base = with_settings(settings);
        let mut journal = Journal::after(&base);
        let one = person("signing", name, Some("методист"), None);
        journal.write(
            day(FIRST),
            Operation::WriteSubject {
                subject: one.into(),
            },
        );
        let reason = SafeText::from("уточнение");
        journal.write(day(SECOND), Operation::ReopenMeeting { reason });
        let workspace = base.with_records(journal.records);
        for request in [
            Request::Minutes(day(SECOND)),
            Request::Changes(day(SECOND), 2),
            Request::TacticalPlan(day(SECOND)),
            Request::Extract(day(SECOND), subject("iro-asou")),
            Request::Report(period, AsOf::day(day("2023-06-30"), day("2023-07-01"))),
        ] {
            for format in [Format::Text, Format::Markdown, Format::Html, Format::Docx] {
                let bytes = bytes(&request, format, &workspace);
                let text = match format {
                    Format::Docx => docx_text(&bytes),
                    _ => String::from_utf8(bytes).unwrap().replace("&#39;", "'"),
                };
                let text = text.replace("&#x27;", "'").replace('\u{a0}', "~");
                assert!(
                    text.contains(signed),
                    "{request:?} {format}: {signed}\n{text}"
                );
            }
        }
    }
}

#[test]
fn the_sheet_of_attendance_names_whom_nobody_asked_as_the_minutes_do() {
    let workspace = held(with_people());
    let request = Request::Minutes(day(FIRST));
    let sheets = crate::unpack::xlsx_cells(bytes(&request, Format::Xlsx, &workspace));
    let told = format!("{sheets:?}");
    let minutes = workspace.minutes(day(FIRST)).unwrap();
    assert!(!minutes.attendance.not_recorded.is_empty());
    for name in &minutes.attendance.not_recorded {
        let name = name.to_string();
        assert!(told.contains(&name), "{name}: {told}");
    }
    assert!(told.contains("присутствие не отмечено"), "{told}");
}
