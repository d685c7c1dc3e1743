//! What the cells of a document are called.

use super::Texts;
use crate::domain::edition::Cell;

impl Texts {
    /// What a cell of a document is called; a column of the document's own by its label.
    pub fn cell_name(&self, cell: &Cell) -> String {
        self.get(match cell {
            Cell::Number => "cell-number",
            Cell::Title => "cell-title",
            Cell::Responsible => "cell-responsible",
            Cell::Executors => "cell-executors",
            Cell::Term | Cell::ReadAs => "cell-term",
            Cell::Result => "cell-result",
            Cell::Other(label) => return label.to_string(),
        })
    }
}
