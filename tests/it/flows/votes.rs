//! Votes and dissenting opinions: entered at the question, printed, on record.

use planerka::domain::minutes::Minutes;
use planerka::paper::template::Templates;
use planerka::paper::{Approved, Format, Request, render};

use super::first_meeting::DAY;
use crate::harness::{Desk, Layout, date};

fn printed(desk: &Desk, request: &Request, format: Format) -> String {
    let (approved, templates) = (Approved::default(), Templates::default());
    let workspace = &desk.model().workspace;
    let rendered = render(request, format, workspace, &approved, &templates).unwrap();
    let text = String::from_utf8(rendered.bytes).unwrap();
    text.replace('\u{a0}', " ")
}

fn minutes(desk: &Desk) -> Minutes {
    desk.model().workspace.minutes(date(DAY)).unwrap()
}

#[test]
fn a_vote_and_a_dissenting_opinion_are_entered_at_the_question_in_both_layouts() {
    for layout in [Layout::Latin, Layout::Russian] {
        for (vote, opinion) in [("F", "Z"), ("alt-v", "alt-s")] {
            let mut desk = Desk::new().in_layout(layout);
            desk.press("Enter v «Утвердить график» Enter");
            desk.press(vote);
            desk.assert_shows("«9 0 1»: за, против, воздержались");
            desk.press("«9 0 1»");
            desk.assert_shows("«за» – 9, «против» – 0, «воздержались» – 1");
            desk.press("Enter");
            desk.press(opinion).press("«@ММС срок мал» Enter");
            let found = minutes(&desk);
            let item = &found.items[0];
            let [one] = item.votes.as_slice() else {
                panic!("{:?}", item.votes);
            };
            assert_eq!((one.in_favour, one.against, one.abstained), (Some(9), 0, 1));
            assert_eq!(item.opinions[0].speaker.as_deref(), Some("ММС"));
            let text = printed(&desk, &Request::Minutes(date(DAY)), Format::Text);
            let places = [
                "1.1. Утвердить график.",
                "Голосовали: «за» – 9, «против» – 0, «воздержались» – 1.",
                "Особое мнение:",
                "По вопросу 1: ММС – срок мал.",
                "Председатель",
            ];
            let mut rest = text.split_once("ПОВЕСТКА ДНЯ").unwrap().1;
            for place in places {
                let found = rest.split_once(place);
                (_, rest) = found.unwrap_or_else(|| panic!("{place}\n{text}"));
            }
        }
    }
}

#[test]
fn a_vote_is_approved_with_the_minutes_and_taken_back_with_one_key() {
    let mut desk = Desk::new();
    desk.press("Enter a a a Enter v «Утвердить график» Enter F «единогласно» Enter");
    assert_eq!(minutes(&desk).items[0].votes.len(), 1);
    desk.press("u");
    assert_eq!(minutes(&desk).items[0].votes, []);
    desk.press("ctrl-r f Enter");
    let approved = desk.minutes(DAY);
    assert_eq!(approved.items[0].votes.len(), 1);
    let ron = printed(&desk, &Request::Minutes(date(DAY)), Format::Ron);
    assert!(ron.contains("votes: ["), "{ron}");
    assert!(!ron.contains("opinions"), "{ron}");
}

#[test]
fn what_is_no_vote_is_refused_and_changes_nothing() {
    let mut desk = Desk::new();
    desk.press("Enter v «Утвердить график» Enter");
    let before = minutes(&desk);
    for (typed, said) in [
        ("F «завтра» Enter", "Не понято как голосование"),
        ("F «0 0 0» Enter", "Не понято как голосование"),
        ("Z «срок мал» Enter", "Чьё это мнение"),
    ] {
        desk.press(typed);
        desk.assert_shows(said);
        desk.press("ctrl-k ctrl-u Esc");
        assert_eq!(minutes(&desk), before, "{typed}");
    }
    // Escape keeps nothing and loses nothing.
    desk.press("F «9 0 1» Esc");
    assert_eq!(minutes(&desk), before);
}

#[test]
fn a_vote_is_edited_as_it_is_counted_and_stays_a_vote() {
    let mut desk = Desk::new();
    desk.press("Enter v «Утвердить график» Enter F «8» Enter Tab j");
    desk.press("t");
    assert_eq!(minutes(&desk).items[0].votes.len(), 1, "it turned");
    desk.press("Enter");
    desk.assert_shows("«за» – 8, «против» – 0, «воздержались» – 0; принято единогласно");
    desk.press("ctrl-u «7 1» Enter");
    let vote = &minutes(&desk).items[0].votes[0];
    assert_eq!((vote.in_favour, vote.against), (Some(7), 1));
}

#[test]
fn a_vote_between_two_decisions_stands_behind_the_first() {
    let mut desk = Desk::new();
    desk.press(
        "Enter v «Утвердить график» Enter F «7 1» Enter v «Разослать его» Enter F «8» Enter",
    );
    let found = minutes(&desk);
    let after: Vec<&str> = found.items[0]
        .votes
        .iter()
        .map(|it| it.after.as_str())
        .collect();
    assert_eq!(after, ["1.1", ""]);
    let text = printed(&desk, &Request::Minutes(date(DAY)), Format::Text);
    let (_, rest) = text.split_once("1.1. Утвердить график.").unwrap();
    let (between, rest) = rest.split_once("1.2. Разослать его.").unwrap();
    assert!(between.contains("«за» – 7, «против» – 1"), "{between}");
    assert!(rest.contains("принято единогласно"), "{rest}");
}
