//! What makes two workspaces the same, and whom minutes are for.

use crate::domain::agenda::ItemKey;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::fixture::{Told, day};
use crate::domain::workspace::{Given, Workspace};

#[test]
fn minutes_know_their_addressees_and_nobody_else() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let item = ItemKey::Activity("1.1.3".parse().unwrap());
    told.assign(Some("2023-05-25"), "2023-05-25", item, "2023-06-08");
    let minutes = told.workspace.minutes(day("2023-05-25")).unwrap();
    let mms = SubjectId("mms".to_owned());
    assert_eq!(minutes.addressee(&mms).map(|one| &one.subject), Some(&mms));
    assert_eq!(minutes.addressee(&SubjectId("iro-asou".to_owned())), None);
}

#[test]
fn workspaces_say_the_same_only_with_the_same_records_texts_settings_and_people() {
    let same = Told::new().workspace;
    assert!(same.says_the_same_as(&Told::new().workspace));

    let mut recorded = Told::new();
    recorded.open("2023-05-25");
    let records = Workspace {
        ledger: recorded.workspace.ledger.clone(),
        ..same.clone()
    };
    let texts = Workspace {
        first_texts: Vec::new(),
        ..same.clone()
    };
    let document = same.documents().first().unwrap().clone();
    let files = same.clone().with_given(vec![Given {
        document,
        names_keys: true,
    }]);
    let settings = Workspace {
        settings: Told::with(|settings| settings.duration = 45)
            .workspace
            .settings,
        ..same.clone()
    };
    let mut known_subjects = same.known_subjects.clone();
    let mut somebody = known_subjects.iter().next().unwrap().clone();
    somebody.id = SubjectId("somebody".to_owned());
    known_subjects.put(somebody);
    let people = Workspace {
        known_subjects,
        ..same.clone()
    };
    for (other, what) in [
        (&records, "records"),
        (&texts, "texts"),
        (&files, "files"),
        (&settings, "settings"),
        (&people, "people"),
    ] {
        assert!(!same.says_the_same_as(other), "{what}");
        assert!(!other.says_the_same_as(&same), "{what}");
    }
}
