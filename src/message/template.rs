//! What is wrong with a template of papers, in words.

use super::{Said, said};
use crate::locale::Texts;
use crate::paper::template::{TemplateFault, TemplateProblem};

/// A template that cannot be used; the embedded one is, which the advice says.
pub fn template_fault(texts: &Texts, fault: &TemplateFault) -> Said {
    if let TemplateProblem::Letterhead(_) = fault.problem {
        return said(texts, fault.problem.name(), &[]);
    }
    let name = format!("template-{}", fault.problem.name());
    let what = texts.with(
        &format!("fault-{name}"),
        &[("detail", fault.detail.clone().into())],
    );
    Said {
        what,
        advice: said(texts, "template", &[]).advice,
    }
}

/// The same in one line, with its place.
pub fn template_line(texts: &Texts, fault: &TemplateFault) -> String {
    let said = template_fault(texts, fault);
    let place = match fault.line {
        // A letterhead that was asked for stands anywhere.
        0 if fault.file.contains(['/', '\\']) => fault.file.clone(),
        0 => format!("templates/{}", fault.file),
        line => format!("templates/{}:{line}", fault.file),
    };
    format!("{place}: {}", said.line())
}
