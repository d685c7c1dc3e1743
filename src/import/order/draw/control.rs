//! «Контроль за исполнением пунктов 2 и 3 возложить на …»: a controller of those points alone.

use super::super::super::draft::Node;
use super::super::executor;
use super::super::named::Names;
use super::super::points::Point;
use super::super::sort;

/// The label under which the controller of a point is kept.
const CONTROLLER: &str = "Контролёр";

/// The most points of a range: «пунктов 1–3».
const LONGEST_RANGE: u32 = 60;

/// The numbers of the points a control sentence speaks of; none when it speaks of the whole text.
pub(super) fn points_named(text: &str) -> Vec<String> {
    parts(text)
        .into_iter()
        .next()
        .map(|(numbers, _)| numbers)
        .unwrap_or_default()
}

/// «… пунктов 1–3 возложить на А, пунктов 4 и 5 – на Б»: which points, and the sentence of their
/// controller.
fn parts(text: &str) -> Vec<(Vec<String>, String)> {
    let plain = text.to_lowercase();
    let Some(verb) = ["возло", "возлаг"].iter().find_map(|it| plain.find(it)) else {
        return vec![(numbers(&plain), text.to_owned())];
    };
    // Small letters have as many bytes in Russian; of anything else the sentence is one.
    let is_alike = plain.len() == text.len();
    let mut ends: Vec<usize> = Vec::new();
    if is_alike && let Some(behind) = plain.get(verb..) {
        for word in [
            ", пункт",
            "; пункт",
            " и пункт",
            ", подпункт",
            ", п. ",
            ", а пункт",
        ] {
            ends.extend(behind.match_indices(word).map(|(at, _)| verb + at));
        }
    }
    ends.sort_unstable();
    ends.push(text.len());
    let mut found = Vec::new();
    let mut from = 0;
    for end in ends {
        let (Some(piece), Some(folded)) = (text.get(from..end), plain.get(from..end)) else {
            break;
        };
        if from == 0 {
            let before = folded.get(..verb).unwrap_or(folded);
            found.push((numbers(before), piece.to_owned()));
        } else if let Some((before, _)) = folded.split_once(" на ")
            && let Some(who) = piece.get(before.len()..)
        {
            found.push((numbers(before), format!("возложить{who}")));
        }
        from = end;
    }
    found
}

/// The numbers behind «пунктов», ranges in full.
fn numbers(plain: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut is_listing = false;
    for word in plain.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_number = bare.starts_with(|letter: char| letter.is_ascii_digit());
        if bare.starts_with("пункт") || bare.starts_with("подпункт") || bare == "п" || bare == "пп"
        {
            is_listing = true;
        } else if is_listing && is_number {
            numbers.extend(range(bare));
        } else if bare != "и" && !bare.is_empty() {
            is_listing = false;
        }
    }
    numbers
}

/// «1–3», «2.1-2.3»: all of them; anything else by itself.
fn range(word: &str) -> Vec<String> {
    let ends = word.split_once(['–', '-', '—']);
    let parted = |number: &str| {
        let (before, last) = number
            .rsplit_once('.')
            .map_or(("", number), |(before, last)| (before, last));
        Some((before.to_owned(), last.parse::<u32>().ok()?))
    };
    let found = ends.and_then(|(from, to)| {
        let ((above, from), (same, to)) = (parted(from)?, parted(to)?);
        let fits = above == same && from <= to && to - from <= LONGEST_RANGE;
        let number = |last: u32| match above.as_str() {
            "" => last.to_string(),
            above => format!("{above}.{last}"),
        };
        fits.then(|| (from..=to).map(number).collect::<Vec<_>>())
    });
    found.unwrap_or_else(|| vec![word.to_owned()])
}

/// Gives the points that control sentences name their controllers.
pub(super) fn control_points(content: &mut [Node], points: &[Point], names: &Names<'_>) {
    let all = points
        .iter()
        .flat_map(|point| std::iter::once(point).chain(&point.children));
    for point in all.filter(|point| sort::is_control(&point.text)) {
        for (numbers, sentence) in parts(&point.text) {
            if numbers.is_empty() {
                continue;
            }
            let found = executor::controller(&sentence);
            let who: Vec<String> = found.iter().map(|who| names.shown(who)).collect();
            let who = who.join(", ");
            if !who.is_empty() {
                give(content, &numbers, &who, false);
            }
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
            (
                "Контроль за исполнением пунктов 1–3, 2.1-2.2 возложить на директора",
                &["1", "2", "3", "2.1", "2.2"],
            ),
        ] {
            assert_eq!(points_named(text), wanted, "{text}");
        }
    }

    #[test]
    fn one_sentence_may_name_a_controller_for_each_list_of_points() {
        let text = "Контроль за исполнением пунктов 1–2 возложить на проректора по учебной работе, \
                    пунктов 3, 4 – на проректора по развитию.";
        let found: Vec<(Vec<String>, String)> = parts(text)
            .into_iter()
            .map(|(numbers, sentence)| {
                let who = executor::controller(&sentence);
                (
                    numbers,
                    who.first().map(|it| it.name.clone()).unwrap_or_default(),
                )
            })
            .collect();
        let wanted = [
            (&["1", "2"][..], "проректор по учебной работе"),
            (&["3", "4"][..], "проректор по развитию"),
        ];
        for ((numbers, who), (of, wanted)) in found.iter().zip(wanted) {
            assert_eq!(numbers, of);
            assert_eq!(who, wanted);
        }
        assert_eq!(found.len(), 2);
    }
}
