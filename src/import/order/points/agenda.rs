//! The agenda in front of minutes.

use crate::domain::fold::fold;
use crate::import::number;
use crate::import::order::lines::Line;

/// The lines of the body, without an agenda at its head.
pub(super) fn behind(lines: &[Line], body: usize) -> &[Line] {
    lines.get(end(lines).max(body)..).unwrap_or_default()
}

/// Where the items of an agenda end, and those of the minutes themselves begin: at the number the
/// agenda began with. The first line where there is no agenda.
fn end(lines: &[Line]) -> usize {
    let label = |line: &Line| number::split(&line.text).map(|(label, _)| label.to_owned());
    let after = lines
        .iter()
        .position(|line| fold(&line.text).trim_start().starts_with("повестка"))
        .map_or(lines.len(), |agenda| agenda + 1);
    let mut items = lines.iter().enumerate().skip(after);
    let first = items.find_map(|(_, line)| label(line));
    items
        .find(|(_, line)| first.is_some() && label(line) == first)
        .map_or(0, |(again, _)| again)
}
