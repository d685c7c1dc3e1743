//! A vote on a decision: «Голосовали: «за» – 9, «против» – 0, «воздержались» – 1» (domain.md 1.1,
//! row 13).

use std::fmt;

use super::fold::fold;

/// How a vote ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Vote {
    /// How many were for it; `None` where only «единогласно» was said.
    pub in_favour: Option<u32>,
    /// How many were against it.
    pub against: u32,
    /// How many abstained.
    pub abstained: u32,
}

/// The most hands a vote may count; more is a slip of the finger.
const MOST: u32 = 9_999;

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    InFavour,
    Against,
    Abstained,
}

impl Side {
    fn of(word: &str) -> Option<Self> {
        match word {
            "за" | "for" => Some(Self::InFavour),
            "против" | "against" => Some(Self::Against),
            word if word.starts_with("воздерж") || word.starts_with("abstain") => {
                Some(Self::Abstained)
            }
            _ => None,
        }
    }
}

/// What was typed, taken apart.
#[derive(Default)]
struct Words {
    sides: Vec<Side>,
    numbers: Vec<u32>,
    is_unanimous: bool,
}

impl Words {
    fn of(typed: &str) -> Option<Self> {
        let folded = fold(typed);
        let words = folded.split(|one: char| !one.is_alphanumeric());
        let mut found = Self::default();
        for word in words.filter(|word| !word.is_empty()) {
            if let Ok(number) = word.parse::<u32>() {
                (number <= MOST).then(|| found.numbers.push(number))?;
            } else if let Some(side) = Side::of(word) {
                (!found.sides.contains(&side)).then(|| found.sides.push(side))?;
            } else if word.starts_with("единоглас") || word.starts_with("unanim") {
                found.is_unanimous = true;
            } else if !["принято", "голосовали", "человек"].contains(&word)
            {
                return None;
            }
        }
        Some(found)
    }
}

impl Vote {
    /// Reads what was typed: «9 0 1» in the order for, against, abstained; «за 9, против 1»;
    /// «единогласно», with or without a number. `None` for anything else, and for a vote nobody
    /// took part in.
    pub fn read(typed: &str) -> Option<Self> {
        let Words {
            sides,
            numbers,
            is_unanimous,
        } = Words::of(typed)?;
        let mut vote = Self {
            in_favour: None,
            against: 0,
            abstained: 0,
        };
        if sides.is_empty() {
            let mut counted = numbers.iter().copied();
            vote.in_favour = counted.next();
            vote.against = counted.next().unwrap_or(0);
            vote.abstained = counted.next().unwrap_or(0);
            if counted.next().is_some() {
                return None;
            }
        } else if sides.len() == numbers.len() && sides.contains(&Side::InFavour) {
            for (side, number) in sides.into_iter().zip(numbers) {
                match side {
                    Side::InFavour => vote.in_favour = Some(number),
                    Side::Against => vote.against = number,
                    Side::Abstained => vote.abstained = number,
                }
            }
        } else {
            return None;
        }
        let is_right = if is_unanimous {
            vote.is_unanimous() && vote.in_favour != Some(0)
        } else {
            vote.in_favour
                .is_some_and(|it| it + vote.against + vote.abstained > 0)
        };
        is_right.then_some(vote)
    }

    /// Whether nobody was against it and nobody abstained.
    pub fn is_unanimous(&self) -> bool {
        self.against == 0 && self.abstained == 0
    }
}

/// As papers count it; [`Vote::read`] reads it again.
impl fmt::Display for Vote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(in_favour) = self.in_favour else {
            return f.write_str("единогласно");
        };
        write!(
            f,
            "«за» – {in_favour}, «против» – {}, «воздержались» – {}",
            self.against, self.abstained
        )?;
        if self.is_unanimous() {
            f.write_str("; принято единогласно")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_is_read_from_numbers_from_words_and_from_itself() {
        for (typed, said) in [
            ("9 0 1", "«за» – 9, «против» – 0, «воздержались» – 1"),
            ("9/2", "«за» – 9, «против» – 2, «воздержались» – 0"),
            ("0 7 1", "«за» – 0, «против» – 7, «воздержались» – 1"),
            (
                "12",
                "«за» – 12, «против» – 0, «воздержались» – 0; принято единогласно",
            ),
            (
                "за 7, воздержались 2",
                "«за» – 7, «против» – 0, «воздержались» – 2",
            ),
            (
                "Против – 1; За – 6",
                "«за» – 6, «против» – 1, «воздержались» – 0",
            ),
            ("Единогласно", "единогласно"),
            (
                "единогласно 8",
                "«за» – 8, «против» – 0, «воздержались» – 0; принято единогласно",
            ),
        ] {
            let vote = Vote::read(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(vote.to_string(), said, "{typed}");
            assert_eq!(Vote::read(said), Some(vote), "{said}");
        }
        for typed in [
            "",
            "за",
            "принято",
            "за 5 6",
            "за 5 за 6",
            "1 2 3 4",
            "0 0 0",
            "против 3",
            "единогласно 8 1 0",
            "единогласно 0",
            "единогласно за 8 против 1",
            "99999",
            "завтра 5",
        ] {
            assert_eq!(Vote::read(typed), None, "{typed}");
        }
    }
}
