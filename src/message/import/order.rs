//! The lines of an order or a letter, as they were taken.

use crate::import::Draft;
use crate::import::taken::{Aside, Line, Taken};
use crate::locale::Texts;

/// The requisites that only running text has, then every line.
pub fn lines(texts: &Texts, draft: &Draft) -> Vec<String> {
    let mut lines = head(texts, draft);
    let tasks = draft.lines.iter().filter(|line| line.taken == Taken::Task);
    lines.push(texts.with("import-order-tasks", &[("count", tasks.count().into())]));
    lines.extend(draft.lines.iter().map(|one| line(texts, one)));
    lines
}

/// Who issued the text, what it rests on, what it amends, who controls it.
pub fn head(texts: &Texts, draft: &Draft) -> Vec<String> {
    let own = &draft.requisites;
    let mut lines = Vec::new();
    for (id, text) in [
        ("import-order-issuer", own.issuer.as_deref()),
        ("import-order-basis", own.basis.as_deref()),
        ("import-order-amends", own.amends.as_deref()),
        ("import-order-controller", Some(own.controller.as_str())),
    ] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            lines.push(texts.with(id, &[("text", text.to_owned().into())]));
        }
    }
    lines
}

/// A line where there is little room: what it was taken for, its number, its deadline and who is to
/// do it stand before the text.
pub fn line_on_screen(texts: &Texts, line: &Line) -> String {
    let (sign, end) = match line.taken {
        Taken::Task => ("+", people(texts, line)),
        Taken::Heading => (" ", String::new()),
        Taken::Aside(why) => ("–", texts.get(&why_id(why))),
    };
    let mut said = vec![format!("{sign} {}{}", "  ".repeat(line.depth), line.number)];
    said.extend(
        line.terms
            .iter()
            .filter_map(|span| line.text.get(span.clone()))
            .map(|term| format!("⟨{term}⟩")),
    );
    if !end.is_empty() {
        said.push(format!("[{end}]"));
    }
    said.push(line.text.clone());
    said.join(" ")
}

/// A line: its number in the text, the sign of what it was taken for, the sentence with the
/// deadline in angle brackets, and who is to do it.
pub fn line(texts: &Texts, line: &Line) -> String {
    let (sign, end) = match line.taken {
        Taken::Task => ("+", people(texts, line)),
        Taken::Heading => (" ", String::new()),
        Taken::Aside(why) => ("–", texts.get(&why_id(why))),
    };
    let indent = "  ".repeat(line.depth);
    let number = if line.number.is_empty() {
        String::new()
    } else {
        format!("{} ", line.number)
    };
    let end = if end.is_empty() {
        end
    } else {
        format!(" [{end}]")
    };
    format!(
        "{:>4} {sign} {indent}{number}{}{end}",
        line.row,
        marked(line)
    )
}

fn why_id(why: Aside) -> String {
    let id = match why {
        Aside::Control => "import-aside-control",
        Aside::Force => "import-aside-force",
        Aside::Signing => "import-aside-signing",
        Aside::Telling => "import-aside-telling",
        Aside::Decided => "import-aside-decided",
    };
    id.to_owned()
}

fn people(texts: &Texts, line: &Line) -> String {
    if line.executors.is_empty() {
        texts.get("import-order-nobody")
    } else {
        line.executors.clone()
    }
}

/// The sentence with its deadlines marked: «… ⟨в срок до 01.04.2023⟩ разработать …».
fn marked(line: &Line) -> String {
    let mut shown = String::with_capacity(line.text.len() + 12);
    let mut last = 0;
    for span in &line.terms {
        shown.push_str(line.text.get(last..span.start).unwrap_or_default());
        shown.push('⟨');
        shown.push_str(line.text.get(span.clone()).unwrap_or_default());
        shown.push('⟩');
        last = span.end;
    }
    shown.push_str(line.text.get(last..).unwrap_or_default());
    shown
}
