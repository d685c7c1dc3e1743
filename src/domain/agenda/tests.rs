use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn what_was_promised_and_put_on_by_hand_goes_before_what_is_merely_coming() {
    let mut sections = Section::ALL;
    sections.sort_by_key(|section| section.urgency());
    assert_eq!(
        sections,
        [
            Section::Assignments,
            Section::Overdue,
            Section::Added,
            Section::ThisWeek,
            Section::Values,
            Section::CarriedOver,
            Section::Silent,
            Section::ThisMonth,
            Section::Approaching,
            Section::Routine,
        ]
    );
    let mut urgencies = Section::ALL.map(Section::urgency).to_vec();
    urgencies.sort_unstable();
    urgencies.dedup();
    assert_eq!(urgencies.len(), Section::ALL.len(), "no two are the same");
}

#[test]
fn an_event_turns_on_its_first_day_a_value_on_the_end_of_its_stretch_and_silence_on_none() {
    let event = Reason::Event {
        first: day("2023-04-05"),
        last: day("2023-04-06"),
    };
    assert_eq!(event.date(), Some(day("2023-04-05")));
    assert_eq!(Reason::Silent { weeks: 5 }.date(), None);
    let due = Reason::Due {
        due: day("2023-05-31"),
        days: 6,
    };
    assert_eq!(due.date(), Some(day("2023-05-31")));
    let value = Reason::ValueDue {
        number: 2,
        ended: day("2023-06-30"),
    };
    assert_eq!(value.date(), Some(day("2023-06-30")));
}
