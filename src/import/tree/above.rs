//! What stands above an activity: columns of headings, months and days.

use super::{Builder, Open, Place, term};
use crate::import::draft::Heading;
use crate::import::heading::{self, Look};
use crate::import::lines::HeadingCell;
use crate::import::report::Done;
use crate::import::resolve::begins_small;

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
