//! Puts texts together that a page or the end of a line has parted.

use std::collections::BTreeSet;

use super::grid::Grid;
use super::text;

/// What the first part of an adjective of two ends in: «научно-», «технико-», «средне-».
const STEMS: [&str; 5] = ["но", "ко", "во", "не", "ше"];

/// First parts that only compounds begin with: «бизнес-инкубатор», «онлайн-урок».
const FIRST: [&str; 14] = [
    "бизнес",
    "онлайн",
    "офлайн",
    "интернет",
    "пресс",
    "вице",
    "веб",
    "блиц",
    "фитнес",
    "кейс",
    "экспресс",
    "смарт",
    "контент",
    "квиз",
];

/// Words that go as a second part with any first: «мастер-класс», «школа-интернат».
const SECOND: [&str; 30] = [
    "класс",
    "график",
    "инкубат",
    "интернат",
    "практикум",
    "тренинг",
    "совещани",
    "семинар",
    "конференци",
    "форум",
    "конкурс",
    "выставк",
    "ярмарк",
    "фестивал",
    "викторин",
    "бесед",
    "игр",
    "путешестви",
    "служб",
    "центр",
    "проект",
    "карт",
    "консультаци",
    "лекци",
    "психолог",
    "организатор",
    "библиотекар",
    "дефектолог",
    "логопед",
    "наставник",
];

/// Ends of words that a first part alone may have: «семинар-ский», «мастер-ская».
const ENDS: [&str; 12] = [
    "ск", "ств", "иров", "ов", "ев", "ам", "ах", "ом", "мен", "инг", "аци", "ник",
];

/// Whether a text is the end of a word, and no word.
fn is_end(after: &str) -> bool {
    after.chars().count() < 4 || ENDS.iter().any(|end| after.starts_with(end))
}

/// Months as columns of dates shorten them.
const SHORT_MONTHS: [&str; 13] = [
    "янв", "фев", "февр", "мар", "апр", "июн", "июл", "авг", "сен", "сент", "окт", "нояб", "дек",
];

/// Whether a word is a month in full: «май», «сентября», «марте».
fn is_month(word: &str) -> bool {
    let word = crate::domain::fold::fold(word);
    text::MONTHS.iter().any(|stem| {
        word.strip_prefix(stem).is_some_and(|ending| {
            let full = matches!(*stem, "март" | "август") && ending.is_empty();
            full || matches!(
                ending,
                "ь" | "я" | "е" | "ю" | "ем" | "й" | "а" | "у" | "ом"
            )
        })
    })
}

fn is_short_month(word: &str) -> bool {
    SHORT_MONTHS.contains(&crate::domain::fold::fold(word).as_str())
}

/// Whether two parts make a word with a hyphen of its own.
fn is_compound(before: &str, after: &str) -> bool {
    let (before, after) = (
        crate::domain::fold::fold(before),
        crate::domain::fold::fold(after),
    );
    if FIRST.contains(&before.as_str()) {
        return !is_end(&after);
    }
    before.chars().count() >= 3 && SECOND.iter().any(|stem| after.starts_with(stem))
}

/// All words a document has, to tell «функциони-рования» from «научно-методического».
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: BTreeSet<String>,
}

impl Vocabulary {
    /// Takes the words of a text.
    pub(super) fn learn(&mut self, content: &str) {
        let folded = crate::domain::fold::fold(&without_parted(content));
        for word in folded.split(|c: char| !(c.is_alphanumeric() || c == '-')) {
            // «прове-» at the end of a cell is half a word.
            if word.len() > 2
                && !word.starts_with('-')
                && !word.ends_with('-')
                && !self.words.contains(word)
            {
                self.words.insert(word.to_owned());
            }
        }
    }

    /// Takes the words of a table.
    pub(super) fn learn_grid(&mut self, grid: &Grid) {
        for row in 0..grid.height() {
            for (_, cell) in grid.own(row) {
                self.learn(&cell.text);
            }
        }
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&crate::domain::fold::fold(word))
    }

    /// Whether a hyphen at the end of a line is the word's own.
    fn keeps_hyphen(&self, before: &str, after: &str) -> bool {
        if after.chars().next().is_none_or(|c| !c.is_lowercase())
            || before.chars().any(|c| c.is_ascii_digit())
        {
            return true;
        }
        // «Сентябрь-\nоктябрь»; «август-\nовский» is one word, and so is «са-\nмая».
        let parted = is_month(after) && (is_month(before) || is_short_month(before))
            || is_month(before) && is_short_month(after)
            || is_month(before) && !is_end(after);
        if parted {
            return true;
        }
        let together = format!("{before}{after}");
        let hyphened = format!("{before}-{after}");
        if self.knows(&hyphened) {
            return true;
        }
        if self.knows(&together) {
            return false;
        }
        if let Some(keeps) = self.by_stem(before, after) {
            return keeps;
        }
        if is_compound(before, after) {
            return true;
        }
        // «научно-», «учебно-»: the first part of an adjective; «план-график»: two words.
        let stem = before.chars().count();
        (stem >= 4 && STEMS.iter().any(|ending| before.ends_with(ending)))
            || (self.knows(before) && self.knows(after) && stem > 2)
    }

    /// What another form of the word says: «бизнес-инкубатор» of «бизнес-\nинкубатора».
    fn by_stem(&self, before: &str, after: &str) -> Option<bool> {
        let stem: String = after.chars().take(4).collect();
        if stem.chars().count() < 4 {
            return None;
        }
        let hyphened = crate::domain::fold::fold(&format!("{before}-{stem}"));
        let together = crate::domain::fold::fold(&format!("{before}{stem}"));
        let begins = |stem: &String| {
            let mut from = self.words.range(stem.clone()..);
            from.next().is_some_and(|word| word.starts_with(stem))
        };
        if begins(&hyphened) {
            return Some(true);
        }
        begins(&together).then_some(false)
    }

    /// A text with the words put together that ends of lines parted; each word so joined is told.
    pub(super) fn mend(&self, content: &str, joined: &mut Vec<String>) -> String {
        if !content.contains("-\n") {
            return content.to_owned();
        }
        let mut mended = String::with_capacity(content.len());
        let mut rest = content;
        while let Some((before, after)) = rest.split_once("-\n") {
            mended.push_str(before);
            let first = last_word(&mended).to_owned();
            let second: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
            if first.is_empty() || second.is_empty() {
                mended.push_str("-\n");
            } else if self.keeps_hyphen(&first, &second) {
                mended.push('-');
                joined.push(format!("{first}-{second}"));
            } else {
                joined.push(format!("{first}{second}"));
            }
            rest = after;
        }
        mended.push_str(rest);
        mended
    }

    /// The second part of a text that a page break cut, put after the first.
    pub(super) fn continued(&self, first: &str, second: &str, joined: &mut Vec<String>) -> String {
        if first.is_empty() || second.is_empty() {
            return format!("{first}{second}");
        }
        if first.ends_with('-') && first.chars().rev().nth(1).is_some_and(char::is_alphabetic) {
            return self.mend(&format!("{first}\n{second}"), joined);
        }
        format!("{first} {second}")
    }
}

/// Without the halves of words that ends of lines part: they are no words.
fn without_parted(content: &str) -> String {
    let mut whole = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, after)) = rest.split_once("-\n") {
        let half = last_word(before).len();
        whole.push_str(before.get(..before.len() - half).unwrap_or_default());
        whole.push(' ');
        rest = after.trim_start_matches(char::is_alphanumeric);
    }
    whole.push_str(rest);
    whole
}

fn last_word(content: &str) -> &str {
    let start = content
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(content.len(), |(at, _)| at);
    content.get(start..).unwrap_or_default()
}

/// A text as it is kept: on one line, with the space a narrow column left after a hyphen taken
/// away («гуманитарно- технологический»), but not where it belongs («учебно- и …»).
pub(super) fn kept(content: &str, after_hyphens: bool) -> String {
    let line = text::line(content);
    if !after_hyphens || !line.contains("- ") {
        return line;
    }
    let mut kept = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some((before, after)) = rest.split_once("- ") {
        kept.push_str(before);
        kept.push('-');
        let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
        let inside = before.chars().next_back().is_some_and(char::is_lowercase)
            && word.chars().next().is_some_and(char::is_lowercase)
            && !["и", "или", "а", "либо", "но"].contains(&word.as_str());
        if !inside {
            kept.push(' ');
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_parted_at_the_end_of_a_line_is_put_together() {
        let mut vocabulary = Vocabulary::default();
        vocabulary
            .learn("регла-\nмента функционирования, план, графика закупок, научно-методического");
        let mut joined = Vec::new();
        for (parted, whole) in [
            ("функциони-\nрования РС", "функционирования РС"),
            ("научно-\nметодического", "научно-методического"),
            ("учебно-\nметодического", "учебно-методического"),
            ("план-\nграфика", "план-графика"),
            ("образо-\nвания", "образования"),
            ("регла-\nмента", "регламента"),
            ("бизнес-\nинкубатора", "бизнес-инкубатора"),
            ("мастер-\nкласса", "мастер-класса"),
            ("мастер-\nская", "мастерская"),
            ("план-\nграфик", "план-график"),
            ("семинар-\nпрактикум", "семинар-практикум"),
            ("онлайн-\nурок", "онлайн-урок"),
            ("пресс-\nинга", "прессинга"),
            ("Мини-\nстерство", "Министерство"),
            ("экс-\nперта", "эксперта"),
            ("педагог-\nпсихолог", "педагог-психолог"),
            ("Май-\nИюнь", "Май-Июнь"),
            ("Сентябрь-\nоктябрь", "Сентябрь-октябрь"),
            ("май-\nиюнь 2024", "май-июнь 2024"),
            ("с марта-\nапреля", "с марта-апреля"),
            ("сент-\nябрь", "сентябрь"),
            ("октяб-\nря", "октября"),
            ("август-\nовский", "августовский"),
            ("июль-\nский", "июльский"),
            ("пря-\nмая", "прямая"),
            ("10-\n15 мая", "10-15 мая"),
            ("2023-\n2024", "2023-2024"),
            ("слово -\nдругое", "слово -\nдругое"),
        ] {
            assert_eq!(vocabulary.mend(parted, &mut joined), whole);
        }
        assert_eq!(
            vocabulary.continued("образовательного", "учреждения", &mut joined),
            "образовательного учреждения"
        );
    }

    #[test]
    fn the_space_a_narrow_column_left_is_taken_away() {
        assert_eq!(
            kept("гуманитарно- технологический", true),
            "гуманитарно-технологический"
        );
        assert_eq!(
            kept("учебно- и научно-методический", true),
            "учебно- и научно-методический"
        );
        assert_eq!(kept("Цель:\n- рост", true), "Цель: - рост");
    }
}
