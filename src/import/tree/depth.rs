//! How deep a heading row stands among those that are open.

use super::{Builder, Place};
use crate::import::draft::Heading;
use crate::import::heading::{Look, Named};
use crate::import::number;

impl Builder<'_> {
    /// How deep a heading row stands.
    pub(super) fn depth(&self, look: &Look, named: &Named) -> usize {
        let rows: Vec<(usize, &Look, &Heading)> = self
            .stack
            .iter()
            .enumerate()
            .filter_map(|(depth, open)| match &open.look {
                Place::Row(look) => Some((depth, look, &open.heading)),
                _ => None,
            })
            .collect();
        // A number that stands under another's.
        if let Some(own) = number::read(&named.number)
            && let Some((depth, ..)) = rows.iter().rev().find(|(_, look, heading)| {
                !matches!(look, Look::Month | Look::Day)
                    && number::read(&heading.number).is_some_and(|above| own.is_below(&above))
            })
        {
            return depth + 1;
        }
        if let Some((depth, ..)) = rows.iter().find(|(_, met, _)| *met == look) {
            return *depth;
        }
        if let Look::Decimal(steps) = look
            && let Some((depth, ..)) = rows
                .iter()
                .find(|(_, met, _)| matches!(met, Look::Decimal(above) if above > steps))
        {
            return *depth;
        }
        let below = rows.last().map_or(0, |(depth, ..)| depth + 1);
        if !self.since_heading {
            // Right under another heading.
            let outer = rows.iter().find(|(_, met, _)| met.rank() > look.rank());
            return match outer {
                Some((depth, ..)) if matches!(look, Look::Word(_)) => *depth,
                _ => below,
            };
        }
        if let Some((_, depth)) = self.met.iter().find(|(met, _)| met == look) {
            return (*depth).min(below);
        }
        // Of a look not met so far: beside the first heading of no lower rank.
        rows.iter()
            .find(|(_, met, _)| met.rank() >= look.rank())
            .map(|(depth, ..)| *depth)
            .or_else(|| {
                matches!(look, Look::Plain | Look::Capitals)
                    .then(|| rows.last().map(|(depth, ..)| *depth))
                    .flatten()
            })
            .unwrap_or(below)
    }
}
