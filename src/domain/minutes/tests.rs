use super::*;

fn decision(kind: DecisionKind) -> Decision {
    Decision {
        number: "2.1".into(),
        kind,
        text: SafeText::default(),
        executors: Vec::new(),
        controller: None,
        due: None,
    }
}

#[test]
fn only_a_decision_of_which_the_number_is_left_is_dropped() {
    assert!(decision(DecisionKind::Dropped).is_dropped());
    assert!(!decision(DecisionKind::Decision).is_dropped());
    assert!(!decision(DecisionKind::Assignment).is_dropped());
}

#[test]
fn a_question_is_called_by_its_point_else_by_its_activity() {
    let key: ActivityKey = "1.1.3".parse().unwrap();
    let question = |point: Option<&str>, activity| Question {
        number: 1,
        title: "Вопрос".into(),
        activity,
        point: point.map(Into::into),
        about: None,
        section: Section::Added,
        reasons: Vec::new(),
        speaker: None,
        dropped: false,
    };
    assert_eq!(question(Some("п. 8.1"), Some(key)).point(), "п. 8.1");
    assert_eq!(question(None, Some(key)).point(), "1.1.3");
    assert_eq!(question(None, None).point(), "");
}

#[test]
fn what_is_not_so_takes_no_room_in_the_file() {
    let item = |put_off| Item {
        number: 1,
        put_off,
        ..Item::default()
    };
    let said = ron::to_string(&item(true)).unwrap();
    assert!(said.contains("put_off:true"), "{said}");
    let unsaid = ron::to_string(&item(false)).unwrap();
    assert!(!unsaid.contains("put_off"), "{unsaid}");
    for text in [said, unsaid] {
        let read: Item = ron::from_str(&text).unwrap();
        assert_eq!(read.put_off, text.contains("put_off"));
    }
}
