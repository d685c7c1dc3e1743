//! Whom a letter is addressed to.

use super::super::cases;
use super::super::lines::{Line, is_signed};
use super::{Addressee, Head, asks};

/// Blocks that begin with a post or a body in the dative.
pub(super) fn find(lines: &[Line], end: usize, head: &mut Head) {
    let mut open: Option<Addressee> = None;
    let mut found = Vec::new();
    for line in lines.iter().take(end) {
        let first = line.text.split_whitespace().next().unwrap_or_default();
        if is_signed(&line.text) {
            if let Some(mut one) = open.take() {
                one.name.clone_from(&line.text);
                found.push(one);
            } else if let Some(last) = found.last_mut() {
                let last: &mut Addressee = last;
                if last.name.is_empty() {
                    last.name.clone_from(&line.text);
                }
            }
            continue;
        }
        let is_new = line.begins || open.is_none();
        if is_new && cases::is_dative_head(first) && line.text.starts_with(char::is_uppercase) {
            found.extend(open.take());
            open = Some(Addressee {
                who: line.text.clone(),
                name: String::new(),
            });
            continue;
        }
        match &mut open {
            Some(one) if !line.text.starts_with('(') && !line.begins => {
                one.who.push(' ');
                one.who.push_str(&line.text);
            }
            Some(_) => found.extend(open.take()),
            None => {}
        }
    }
    found.extend(open);
    head.addressees = found;
}

/// The line the body begins at: behind the last addressee.
pub(super) fn after(lines: &[Line], head: &Head, end: usize) -> usize {
    let last = head.addressees.last();
    let from = lines
        .iter()
        .take(end)
        .rposition(|line| {
            last.is_some_and(|last| line.text == last.name || last.who.ends_with(&line.text))
        })
        .map_or(0, |at| at + 1);
    // Without addressees the body begins with the first sentence that asks.
    if from > 0 {
        return from;
    }
    lines.iter().position(|line| asks(&line.text)).unwrap_or(0)
}
