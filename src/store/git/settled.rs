//! What git calls a conflict and is none: of lines beside each other one was changed here and
//! another there. The same logic as for editions: what only one side changed is what it made of it.

/// A file as a merge left it, with every place settled of which each line was changed by one side
/// alone, or by both alike; `None` where a place is left that somebody has to choose for.
pub fn settled(text: &str) -> Option<String> {
    if text.contains('\r') {
        // Line ends stay as they were written; these are joined with others.
        return None;
    }
    let mut merged: Vec<&str> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with("<<<<<<<") {
            merged.push(line);
            continue;
        }
        let ours = until(&mut lines, "|||||||")?;
        let base = until(&mut lines, "=======")?;
        let theirs = until(&mut lines, ">>>>>>>")?;
        if ours.len() != base.len() || theirs.len() != base.len() {
            return None;
        }
        for ((ours, base), theirs) in ours.into_iter().zip(base).zip(theirs) {
            merged.push(match (ours == base, theirs == base) {
                (true, _) => theirs,
                (_, true) => ours,
                _ if ours == theirs => ours,
                _ => return None,
            });
        }
    }
    let mut text = merged.join("\n");
    text.push('\n');
    Some(text)
}

fn until<'t>(lines: &mut impl Iterator<Item = &'t str>, mark: &str) -> Option<Vec<&'t str>> {
    let mut found = Vec::new();
    for line in lines {
        if line.starts_with(mark) {
            return Some(found);
        }
        found.push(line);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ours: &str, base: &str, theirs: &str) -> Option<String> {
        settled(&format!(
            "(\n<<<<<<< HEAD\n{ours}||||||| 1234\n{base}=======\n{theirs}>>>>>>> origin/main\n)\n"
        ))
    }

    #[test]
    fn lines_beside_each_other_that_one_side_changed_each_are_no_conflict() {
        let base = "time: 10,\nday: 4,\n";
        let merged = of("time: 11,\nday: 4,\n", base, "time: 10,\nday: 5,\n");
        assert_eq!(merged.as_deref(), Some("(\ntime: 11,\nday: 5,\n)\n"));
        let alike = of("time: 11,\nday: 4,\n", base, "time: 11,\nday: 5,\n");
        assert_eq!(alike.as_deref(), Some("(\ntime: 11,\nday: 5,\n)\n"));
    }

    #[test]
    fn one_line_that_both_changed_is_for_somebody_to_choose() {
        assert_eq!(of("time: 11,\n", "time: 10,\n", "time: 9,\n"), None);
        // Lines that came or went are not told apart.
        assert_eq!(of("", "time: 10,\n", "time: 9,\n"), None);
        assert_eq!(of("a\nb\n", "a\n", "b\n"), None);
        assert_eq!(settled("<<<<<<< HEAD\na\n"), None);
    }
}
