pub fn line_count(_m: &crate::tui::model::Model) -> usize {
    0
}
