//! What stands above an activity: columns of headings, months and days.

use super::{Builder, Open, Place, term};
use crate::import::draft::{Heading, Node};
use crate::import::heading::{self, Look};
use crate::import::lines::HeadingCell;
use crate::import::number::{self, Shape};
use crate::import::report::Done;
use crate::import::resolve::begins_small;

/// Whether an activity of this number stands beside a heading, not under it: «2.» after «а)», «б)»
/// under «1.», «5.» after «4.1.» under «4.», «3.» after «1)», «2)» under «2.».
pub(super) fn is_beside(own: &str, heading: &Heading) -> bool {
    let marked = own.trim_end().ends_with(')');
    let (Some(own @ Shape::Decimal(_)), Some(above @ Shape::Decimal(_))) =
        (number::read(own), number::read(&heading.number))
    else {
        return false;
    };
    if own.depth() != above.depth() {
        return false;
    }
    let first = match heading.children.first() {
        Some(Node::Activity(first)) => Some(first.number.trim_end()),
        Some(Node::Heading(_)) => return false,
        None => None,
    };
    // «2)» after «1)», under which nothing stands, or nothing with a number.
    if first.is_none_or(str::is_empty) {
        let both = marked && heading.number.trim_end().ends_with(')');
        return both && own.follows(&above);
    }
    match first.and_then(number::read) {
        Some(Shape::Letter(_)) => true,
        Some(below) if below.is_below(&above) => true,
        Some(Shape::Decimal(_)) => {
            own.follows(&above) && first.is_some_and(|first| marked != first.ends_with(')'))
        }
        _ => false,
    }
}

impl Builder<'_> {
    /// Opens what stands above an activity in columns of headings.
    pub(super) fn column_headings(
        &mut self,
        row: usize,
        headings: Vec<HeadingCell>,
        number: &mut String,
    ) {
        let rows = self
            .stack
            .iter()
            .position(|open| matches!(open.look, Place::Column(_)))
            .unwrap_or(self.stack.len());
        let last = headings.len().saturating_sub(1);
        for (index, cell) in headings.into_iter().enumerate() {
            let depth = self
                .stack
                .iter()
                .position(|open| open.look == Place::Column(index));
            let title = self.text(&cell.text);
            let open = depth.and_then(|depth| self.stack.get_mut(depth));
            if title.is_empty()
                || open
                    .as_ref()
                    .is_some_and(|open| open.heading.title == title || !cell.is_own)
            {
                continue;
            }
            // The rest of a heading that a page break cut.
            if let Some(open) = open
                && number.is_empty()
                && cell.label.is_none()
                && begins_small(&title)
            {
                let mut joined = Vec::new();
                open.heading.title =
                    self.vocabulary
                        .continued(&open.heading.title, &title, &mut joined);
                self.told.done.push(Done::Joined {
                    row,
                    title: open.heading.title.clone(),
                });
                continue;
            }
            self.close(depth.unwrap_or((rows + index).min(self.stack.len())));
            let own = cell.label.or_else(|| {
                (index == last && self.number_is_headings && !number.is_empty())
                    .then(|| std::mem::take(number))
            });
            let named = heading::name(&title, own.as_deref());
            // «Задача 1» alone is all the name there is.
            let (own, title) = if named.title.is_empty() {
                (own.unwrap_or_default(), title)
            } else {
                (own.unwrap_or(named.number), named.title)
            };
            self.stack.push(Open {
                look: Place::Column(index),
                heading: Heading {
                    number: own,
                    title,
                    row,
                    ..Heading::default()
                },
                level: self.column_names.get(index).cloned(),
            });
        }
    }

    /// What the deadline says together with months and days it stands under.
    pub(super) fn reading(&mut self, row: usize, term: &str) -> Option<String> {
        let dated = self.stack.iter().any(|open| match &open.look {
            Place::Row(Look::Month | Look::Day) => true,
            Place::Row(_) | Place::Column(_) => {
                let title = &open.heading.title;
                heading::month(title).is_some()
                    || heading::year(title).is_some()
                    || heading::is_period(title)
            }
            Place::Parent(_) => false,
        });
        if !dated {
            return None;
        }
        let titles: Vec<&str> = self
            .stack
            .iter()
            .map(|open| open.heading.title.as_str())
            .collect();
        let reading = term::under(term, &titles)?;
        self.told.done.push(Done::ReadWithHeading {
            row,
            term: term.to_owned(),
            reading: reading.clone(),
        });
        Some(reading)
    }
}
