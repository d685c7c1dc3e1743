//! «На контроле у …».

use crate::domain::document::{Document, DocumentKey};
use crate::domain::workspace::fixture::{Told, day};
use crate::domain::workspace::{Duties, Groups, Only};

const MINISTER: &str = "Заместитель министра образования Московской области";

fn with_own_controller() -> Told {
    let mut told = Told::on_documents(&["r-325", "1355", "2548"]);
    let documents = told.workspace.documents().iter();
    let mut documents: Vec<Document> = documents.map(|it| Document::clone(it)).collect();
    for document in &mut documents {
        if document.key == "r-325".parse::<DocumentKey>().unwrap() {
            document.each_mut(&mut |node| {
                if let crate::domain::document::Node::Activity(it) = node
                    && it.number.as_str() == "4."
                {
                    it.other
                        .push(("Контролёр".into(), "Начальник отдела (пример)".into()));
                }
            });
        }
    }
    told.put(documents);
    told
}

#[test]
fn every_controller_of_a_document_or_a_point_is_listed_with_what_he_controls() {
    let told = with_own_controller();
    let found = told.workspace.controlling(day("2023-05-23"));
    let said: Vec<(&str, usize, usize)> = found
        .iter()
        .map(|it| (it.name.as_str(), it.documents, it.points))
        .collect();
    let own = told.workspace.documents()[0].activities().count();
    assert_eq!(said[0], (MINISTER, 1, own - 1), "{said:?}");
    assert_eq!(said[1], ("Начальник отдела", 0, 1), "{said:?}");
    assert_eq!(
        said[2].0,
        "Заместитель начальника управления по образованию"
    );
    assert_eq!(said.len(), 3, "a letter nobody controls names nobody");
}

#[test]
fn a_point_with_a_controller_of_its_own_is_not_under_that_of_the_document() {
    let told = with_own_controller();
    let minister = told.workspace.controlled_by(MINISTER);
    let head = told.workspace.controlled_by("начальник отдела");
    let nobody = told.workspace.controlled_by("Завхоз");
    for (activity, _) in told.workspace.activities() {
        let document = told.workspace.document_of(activity.key).unwrap();
        let is_of_order = document.key == "r-325".parse::<DocumentKey>().unwrap();
        let is_own = is_of_order && activity.number.as_str() == "4.";
        assert_eq!(head.point(activity.key), is_own, "{}", activity.key);
        assert_eq!(minister.point(activity.key), is_of_order && !is_own);
        assert!(!nobody.point(activity.key));
    }
    assert!(minister.document(&told.workspace.documents()[0]));
}

#[test]
fn what_is_owed_is_narrowed_to_what_one_controls() {
    let told = with_own_controller();
    let on = day("2023-03-31");
    let narrowed = |who: &str| {
        let only = Only {
            controller: Some(who.into()),
            ..Only::default()
        };
        Duties::narrowed(&told.workspace, on, Groups::Folded, &only)
    };
    let all = Duties::on(&told.workspace, on).all().len();
    let (minister, head) = (narrowed(MINISTER), narrowed("Начальник отдела"));
    assert_eq!(head.all().len(), 1);
    assert!(!minister.all().is_empty() && minister.all().len() < all);
    assert!(narrowed("Завхоз").all().is_empty());
}
