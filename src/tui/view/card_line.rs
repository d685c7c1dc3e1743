//! The lines cards are made of.

use super::paint::Pieces;

/// One line of a card.
#[derive(Clone)]
pub(super) struct CardLine {
    pub(super) pieces: Pieces,
    /// Whether it is the first line of the entry under the cursor.
    pub(super) is_cursor: bool,
}

/// Lines that are no first line of an entry.
pub(super) fn plain(pieces: Vec<Pieces>) -> Vec<CardLine> {
    pieces
        .into_iter()
        .map(|pieces| CardLine {
            pieces,
            is_cursor: false,
        })
        .collect()
}
