//! «Контроль за исполнением пунктов 2 и 3 возложить на …»: a controller of those points alone.

use super::super::super::draft::Node;
use super::super::executor;
use super::super::named::Names;
use super::super::points::Point;
use super::super::sort;
use crate::domain::fold::fold;

/// The label under which the controller of a point is kept.
const CONTROLLER: &str = "Контролёр";

/// The numbers of the points a control sentence speaks of; none when it speaks of the whole text.
pub(super) fn points_named(text: &str) -> Vec<String> {
    let plain = fold(text);
    let before = plain.split("возло").next().unwrap_or_default();
    let mut numbers = Vec::new();
    let mut is_listing = false;
    for word in before.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_number = bare.starts_with(|letter: char| letter.is_ascii_digit());
        if bare.starts_with("пункт") || bare.starts_with("подпункт") || bare == "п" || bare == "пп"
        {
            is_listing = true;
        } else if is_listing && is_number {
            numbers.push(bare.to_owned());
        } else if bare != "и" {
            is_listing = false;
        }
    }
    numbers
}

/// Gives the points that control sentences name their controllers.
pub(super) fn control_points(content: &mut [Node], points: &[Point], names: &Names<'_>) {
    let all = points
        .iter()
        .flat_map(|point| std::iter::once(point).chain(&point.children));
    for point in all.filter(|point| sort::is_control(&point.text)) {
        let numbers = points_named(&point.text);
        if numbers.is_empty() {
            continue;
        }
        let found = executor::controller(&point.text);
        let who: Vec<String> = found.iter().map(|who| names.shown(who)).collect();
        let who = who.join(", ");
        if !who.is_empty() {
            give(content, &numbers, &who, false);
        }
    }
}

fn give(nodes: &mut [Node], numbers: &[String], who: &str, is_named: bool) {
    let is_meant = |number: &str| {
        let bare = number.trim_end_matches(['.', ')']);
        is_named || numbers.iter().any(|one| one == bare)
    };
    for node in nodes {
        match node {
            Node::Heading(heading) => {
                let is_named = is_meant(&heading.number);
                give(&mut heading.children, numbers, who, is_named);
            }
            Node::Activity(activity) if is_meant(&activity.number) => {
                activity.other.push((CONTROLLER.to_owned(), who.to_owned()));
            }
            Node::Activity(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_sentence_may_speak_of_some_points_alone() {
        for (text, wanted) in [
            (
                "Контроль за исполнением пунктов 2 и 3.1 приказа возложить на начальника отдела",
                &["2", "3.1"][..],
            ),
            (
                "Контроль за выполнением п. 4 возложить на директора",
                &["4"],
            ),
            ("Контроль за исполнением приказа № 5 возложить на него", &[]),
        ] {
            assert_eq!(points_named(text), wanted, "{text}");
        }
    }
}
