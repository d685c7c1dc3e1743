//! What two versions of minutes differ in, for the eye of a comparison.

use similar::{ChangeTag, TextDiff};

pub use super::compose::{
    Change, called, changes, edition_note, edition_title, exclusion_reason, in_short,
};

/// How many words beside what differs are shown.
const BESIDE: usize = 3;

/// What of two texts differs, with some words beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differing {
    /// Of the older one.
    pub before: String,
    /// Of the newer one.
    pub after: String,
}

/// The words in which two texts differ. What they have in common is left out but for some words
/// beside it.
pub fn differing(before: &str, after: &str) -> Differing {
    if before.is_empty() || after.is_empty() {
        return Differing {
            before: before.to_owned(),
            after: after.to_owned(),
        };
    }
    let diff = TextDiff::from_words(before, after);
    let words: Vec<(ChangeTag, &str)> = diff
        .iter_all_changes()
        .map(|change| (change.tag(), change.value()))
        .collect();
    Differing {
        before: one_side(&words, ChangeTag::Delete),
        after: one_side(&words, ChangeTag::Insert),
    }
}

fn one_side(words: &[(ChangeTag, &str)], own: ChangeTag) -> String {
    // A word and the space behind it are two.
    let reach = BESIDE * 2;
    let is_near = |place: usize| {
        let first = place.saturating_sub(reach);
        words
            .iter()
            .skip(first)
            .take(place - first + reach + 1)
            .any(|(tag, _)| *tag != ChangeTag::Equal)
    };
    let mut said = String::new();
    let mut skipped = false;
    for (place, (tag, word)) in words.iter().enumerate() {
        if *tag != ChangeTag::Equal && *tag != own {
            continue;
        }
        if *tag == own || is_near(place) {
            said.push_str(word);
            skipped = false;
        } else if !skipped {
            said.push_str("… ");
            skipped = true;
        }
    }
    said.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_that_differ_are_shown_with_some_beside_them() {
        let before = "Представить проект Положения о функционировании РС НМС в новой редакции. \
                      Ответственный: ЦНППМ АСОУ. Срок: до 10.06.2023 (включительно).";
        let after = before.replace("10.06", "15.06");
        let found = differing(before, &after);
        assert_eq!(found.before, "… АСОУ. Срок: до 10.06.2023 (включительно).");
        assert_eq!(found.after, "… АСОУ. Срок: до 15.06.2023 (включительно).");
        assert_eq!(differing("", "добавлено").after, "добавлено");
    }
}
