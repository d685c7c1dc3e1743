//! Where a plan ends and what stands below it begins.

use super::{Fields, Habits, Kind, Line, Shape, number, section_number, spoken};

/// The last line that surely belongs to the plan.
pub(super) fn last_good(lines: &[Line], habits: &Habits) -> usize {
    let mut end = None;
    for (index, line) in lines.iter().enumerate() {
        if let Kind::Cells(fields) = &line.kind {
            let titled = !fields.title.is_empty();
            let numbered = fields.number_is_own || !habits.numbered;
            let near = !line.after_blank && end.is_some_and(|end| end + 1 == index);
            let good = if fields.has_term() {
                titled || near
            } else {
                (titled && numbered && fields.number_is_own)
                    || (titled
                        && numbered
                        && fields.is_full()
                        && !is_signature(fields)
                        && !line.after_blank)
                    || (near && fields.number.is_empty() && !is_signature(fields))
                    || (end.is_none() && titled)
            };
            if good {
                end = Some(index);
            }
        }
        // The next point, of which nothing but its text is known.
        if let Kind::Section(section) = &line.kind
            && !line.after_blank
            && end.is_some_and(|end| end + 1 == index)
            && section_number(section).is_some_and(|own| {
                let mut above = lines
                    .iter()
                    .take(index)
                    .filter_map(|it| number_of(&it.kind));
                above.any(|before| own.follows(&before))
            })
        {
            end = Some(index);
        }
    }
    end.unwrap_or(lines.len())
}

/// «Директор … И.И. Иванов».
fn is_signature(fields: &Fields) -> bool {
    let said = spoken(fields);
    crate::import::columns::has_initials(&said)
        && said.chars().count() < 160
        && fields.number.is_empty()
        && !fields.has_term()
}

/// The number of a line, whatever it is.
fn number_of(kind: &Kind) -> Option<Shape> {
    match kind {
        Kind::Cells(fields) => number::read(&fields.number),
        Kind::Section(section) => section_number(section),
        _ => None,
    }
}
