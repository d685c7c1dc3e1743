//! What a check prints: place, the line with a caret, what is wrong, what to do.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::locale::Texts;
use crate::message;
use crate::store::document::DocumentError;
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::place::Place;
use crate::tui::keymap::{KeymapError, keymap_error};

use super::{DONE, FAULTS, Failure, Format, Outcome, print_json, stdout};

pub(in crate::cli) use crate::tui::model::problems::Report;

impl Report {
    /// What the store found.
    pub(in crate::cli) fn of_finding(texts: &Texts, finding: &Finding) -> Self {
        found(texts, finding.place.clone(), finding.fault.clone())
    }

    /// A document that cannot be used.
    pub(in crate::cli) fn of_document(texts: &Texts, error: &DocumentError) -> Self {
        let fault = Fault::Document(error.fault.clone());
        found(texts, (*error.place).clone(), fault)
    }

    /// A keymap that is refused.
    pub(in crate::cli) fn of_keymap(
        texts: &Texts,
        path: &Path,
        text: &str,
        error: &KeymapError,
    ) -> Self {
        let said = keymap_error(texts, error);
        Self {
            place: error.place.map_or_else(
                || Place::file(path),
                |place| Place::in_text(path, text, place.line, place.column),
            ),
            severity: Severity::Error,
            name: "keymap",
            what: said.what,
            advice: said.advice,
        }
    }

    /// For other programs.
    pub(in crate::cli) fn as_json(&self) -> Value {
        let place = &self.place;
        let number = |number: usize| (number > 0).then_some(number);
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        json!({
            "path": place.path.display().to_string(),
            "line": number(place.line),
            "column": number(place.line).and(number(place.column)),
            "severity": severity,
            "fault": self.name,
            "what": self.what,
            "advice": self.advice,
            "excerpt": (place.line > 0).then_some(place.excerpt.as_str()),
        })
    }
}

/// Prints all of it and says by the exit code whether there was an error.
pub(in crate::cli) fn print(
    reports: &[Report],
    format: Format,
    fine: &str,
    texts: &Texts,
) -> Outcome {
    let errors = count(reports, Severity::Error);
    if format.json {
        print_json(&reports.iter().map(Report::as_json).collect::<Vec<_>>())?;
    } else {
        let mut output = stdout();
        for report in reports {
            let head = format!(
                "{}: {}: {}",
                report.place,
                message::severity(texts, report.severity),
                report.what
            );
            print_rest(&mut output, &head, report)?;
            writeln!(output)?;
        }
        let warnings = count(reports, Severity::Warning);
        if errors + warnings == 0 {
            writeln!(output, "{fine}")?;
        } else {
            let counted = [("errors", errors.into()), ("warnings", warnings.into())];
            writeln!(output, "{}", texts.with("check-counts", &counted))?;
        }
        output.flush().map_err(Failure::from)?;
    }
    Ok(code(reports))
}

/// The exit code: whether there was an error.
pub(in crate::cli) fn code(reports: &[Report]) -> u8 {
    if count(reports, Severity::Error) == 0 {
        DONE
    } else {
        FAULTS
    }
}

fn count(reports: &[Report], wanted: Severity) -> usize {
    let is_wanted = |report: &&Report| report.severity == wanted;
    reports.iter().filter(is_wanted).count()
}

/// Prints one: `plan.ron:3:5: …`, the line, the caret, what to do.
pub(in crate::cli) fn print_block(output: &mut dyn Write, report: &Report) -> io::Result<()> {
    let head = format!("{}: {}", report.place, report.what);
    print_rest(output, &head, report)
}

fn print_rest(output: &mut dyn Write, head: &str, report: &Report) -> io::Result<()> {
    writeln!(output, "{head}")?;
    let place = &report.place;
    if place.line > 0 {
        let before: String = place.excerpt.chars().take(place.caret).collect();
        writeln!(output, "    {}", place.excerpt)?;
        if place.column > 0 {
            writeln!(output, "    {}^", " ".repeat(before.width()))?;
        }
    }
    if !report.advice.is_empty() {
        writeln!(output, "  {}", report.advice)?;
    }
    Ok(())
}

/// A fault the store has a name for, at a place found here.
pub(in crate::cli) fn found(texts: &Texts, place: Place, fault: Fault) -> Report {
    let finding = Finding::new(place, fault);
    let said = message::finding(texts, &finding);
    Report {
        severity: finding.severity(),
        name: finding.fault.name(),
        place: finding.place,
        what: said.what,
        advice: said.advice,
    }
}
