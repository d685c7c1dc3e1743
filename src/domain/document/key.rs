//! Keys: what the journal knows documents, headings and activities by. Given once, never printed,
//! never reused.
//!
//! A key is a short text that is compared, copied and looked up all the time, so that every text
//! is kept once for the life of the program. How many are kept is bounded: what no honest
//! directory holds is refused instead of filling the memory.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::quick::{QuickMap, of_text};

/// The longest key, in bytes.
const LONGEST: usize = 160;

/// The most different keys a run of the program takes in.
const MOST: usize = 1_000_000;

/// A key as it is kept.
#[derive(Debug)]
struct Known {
    text: &'static str,
    /// What sorts as people number, byte by byte: keys are compared far more often than made.
    order: Box<[u8]>,
}

/// The key of what has none yet.
static MISSING: LazyLock<Known> = LazyLock::new(|| Known {
    text: "",
    order: order(""),
});

/// Every key this run has seen.
static KNOWN: Mutex<Option<QuickMap<&'static str, &'static Known>>> = Mutex::new(None);

/// Why a text is no key.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeyError {
    /// It has characters no key has, or none, or too many.
    #[error("a key is made of letters, digits and . - _ / ~, not «{0}»")]
    Malformed(String),
    /// There are too many already.
    #[error("there are too many keys")]
    TooMany,
}

thread_local! {
    /// The keys this thread has seen: a journal names the same ones over and over, and threads that
    /// read it would wait for one another.
    static SEEN: RefCell<QuickMap<&'static str, &'static Known>> = RefCell::default();
}

fn intern(text: &str) -> Result<&'static Known, KeyError> {
    SEEN.with_borrow_mut(|seen| {
        if let Some(known) = seen.get(text) {
            return Ok(*known);
        }
        let known = intern_for_all(text)?;
        seen.insert(known.text, known);
        Ok(known)
    })
}

fn intern_for_all(text: &str) -> Result<&'static Known, KeyError> {
    let is_plain = |one: char| one.is_alphanumeric() || matches!(one, '.' | '-' | '_' | '/' | '~');
    if text.is_empty() || text.len() > LONGEST || !text.chars().all(is_plain) {
        let shown: String = text.chars().take(LONGEST).collect();
        return Err(KeyError::Malformed(shown));
    }
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(key) = known.get(text) {
        return Ok(key);
    }
    if known.len() >= MOST {
        return Err(KeyError::TooMany);
    }
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    let key: &'static Known = Box::leak(Box::new(Known {
        text,
        order: order(text),
    }));
    known.insert(text, key);
    Ok(key)
}

/// What sorts as people number: `1.2.10` comes after `1.2.9`. A number stands as `0`, how many
/// digits it has without zeros before them, and these; `01` and `1`, which are different keys, are
/// told apart by the text, which stands at the end.
fn order(text: &str) -> Box<[u8]> {
    let mut order = Vec::with_capacity(2 * text.len() + 4);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let (number, behind) = digits(rest);
            // No key is long enough for more digits than fit.
            let length = u8::try_from(number.len()).unwrap_or(u8::MAX);
            order.extend([b'0', length]);
            order.extend(number.bytes());
            rest = behind;
        } else {
            let (one, behind) = rest.split_at(first.len_utf8());
            order.extend(one.bytes());
            rest = behind;
        }
    }
    order.push(0);
    order.extend(text.bytes());
    order.into_boxed_slice()
}

/// The digits a text begins with, without zeros before them, and what follows.
fn digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|one: char| !one.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number.trim_start_matches('0'), rest)
}

macro_rules! key {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy)]
        pub struct $name(&'static Known);

        impl $name {
            /// The key as text.
            pub fn as_str(self) -> &'static str {
                self.0.text
            }

            /// Whether no key was given yet.
            pub fn is_missing(&self) -> bool {
                self.0.text.is_empty()
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self(&MISSING)
            }
        }

        // Every text is kept once: two keys are one where they stand in one place.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                std::ptr::eq(self.0, other.0)
            }
        }

        impl Eq for $name {}

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                std::ptr::from_ref(self.0).hash(state);
            }
        }

        impl FromStr for $name {
            type Err = KeyError;

            fn from_str(text: &str) -> Result<Self, KeyError> {
                intern(text).map(Self)
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                if self == other {
                    return Ordering::Equal;
                }
                self.0.order.cmp(&other.0.order)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.0.text)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.text)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                of_text(deserializer, str::parse)
            }
        }
    };
}

key! {
    /// What a heading or an activity is known by. Unique over all documents of a state directory:
    /// the first form's are its numbers (`1.2.3`), those of other documents begin with the key of
    /// their document (`r-12/5`). Identity only; people read [`super::Activity::number`].
    NodeKey
}

key! {
    /// What a document is known by: the name of its file.
    DocumentKey
}

/// The key of an activity.
pub type ActivityKey = NodeKey;

/// The key of a heading.
pub type HeadingKey = NodeKey;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> NodeKey {
        text.parse().unwrap()
    }

    #[test]
    fn keys_sort_as_people_number() {
        let mut keys = [
            "1.2.10", "1.2.9", "1.10.1", "1.2", "r-12/5", "r-9/5", "01.2",
        ]
        .map(key);
        keys.sort();
        let sorted = keys.map(NodeKey::as_str);
        assert_eq!(
            sorted,
            [
                "01.2", "1.2", "1.2.9", "1.2.10", "1.10.1", "r-9/5", "r-12/5"
            ]
        );
    }

    #[test]
    fn a_key_is_plain() {
        for wrong in ["", " 1", "1 2", "а\nб", "«1»", &"x".repeat(LONGEST + 1)] {
            assert!(matches!(
                wrong.parse::<NodeKey>(),
                Err(KeyError::Malformed(_))
            ));
        }
        assert_eq!(key("приказ-5/1.1"), key("приказ-5/1.1"));
        assert!(NodeKey::default().is_missing());
    }

    /// Compares as people number, character by character: what the bytes kept have to agree with.
    fn natural(one: &str, other: &str) -> Ordering {
        let (mut left, mut right) = (one, other);
        loop {
            let (Some(a), Some(b)) = (left.chars().next(), right.chars().next()) else {
                // `01` and `1` are different keys.
                return left.len().cmp(&right.len()).then_with(|| one.cmp(other));
            };
            if a.is_ascii_digit() && b.is_ascii_digit() {
                let ((number, rest), (against, behind)) = (digits(left), digits(right));
                let order = number.len().cmp(&against.len());
                let order = order.then_with(|| number.cmp(against));
                if order != Ordering::Equal {
                    return order;
                }
                (left, right) = (rest, behind);
            } else {
                if a != b {
                    return a.cmp(&b);
                }
                left = left.get(a.len_utf8()..).unwrap();
                right = right.get(b.len_utf8()..).unwrap();
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_sorts_as_people_number(
            one in "[09a./~п]{1,6}|[0-9]{1,3}",
            other in "[09a./~п]{1,6}|[0-9]{1,3}",
        ) {
            prop_assert_eq!(key(&one).cmp(&key(&other)), natural(&one, &other));
        }

        #[test]
        fn the_order_is_total(texts in proptest::collection::vec("[0-9a-z.]{1,6}", 3)) {
            let [a, b, c] = [key(&texts[0]), key(&texts[1]), key(&texts[2])];
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
        }
    }
}
