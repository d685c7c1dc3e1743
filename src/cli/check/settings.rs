//! Values of the settings that mean nothing, and what they name that nobody has: subjects, an
//! activity, a language, a theme.

use std::path::Path;
use std::sync::Arc;

use crate::domain::document::Document;
use crate::domain::settings::{Settings, SettingsProblem};
use crate::domain::subject::{Subject, SubjectId, Subjects};
use crate::locale::{Language, Texts};
use crate::message::said;
use crate::paper::LetterheadFault;
use crate::store::finding::{Fault, Severity};
use crate::store::place::Place;
use crate::tui::place::literals;
use crate::tui::theme::EMBEDDED;

use super::super::output::Report;
use super::super::output::report::found;
use super::where_is;

/// The settings file and how to speak of it.
#[derive(Clone, Copy)]
pub(super) struct Look<'l> {
    pub(super) path: &'l Path,
    pub(super) text: &'l str,
    pub(super) texts: &'l Texts,
    /// Names of the user's own themes.
    pub(super) themes: &'l [String],
    /// Names of the files of `templates/`.
    pub(super) templates: &'l [String],
}

impl Look<'_> {
    /// Every problem, in words and with its place; `added` are subjects of the journal.
    pub(super) fn problems(
        self,
        settings: &Settings,
        documents: &[Arc<Document>],
        subjects: &Subjects,
        added: &[Subject],
    ) -> Vec<Report> {
        let is_known = |id: &SubjectId| {
            let mut known = subjects.subjects.iter().chain(added);
            known.any(|subject| subject.id == *id)
        };
        let named = settings.chair.iter().chain(&settings.secretary);
        let mut reports: Vec<Report> = named
            .chain(&settings.members)
            .filter(|id| !is_known(id))
            .map(|id| {
                let name = id.0.clone();
                found(self.texts, self.place(&name), Fault::Dangling { name })
            })
            .collect();
        reports.extend(settings.problems().iter().map(|one| self.rule(one)));
        let texts = self.texts;
        let activity = settings.meeting_activity;
        if let Some(id) = activity.filter(|id| {
            !documents
                .iter()
                .any(|document| document.activity(*id).is_some())
        }) {
            let id = id.to_string();
            reports.push(self.warning(
                &id,
                "unknown-activity",
                texts.with("check-unknown-activity", &[("activity", id.clone().into())]),
                texts.get("check-unknown-activity-do"),
            ));
        }
        let language = settings.language.as_deref();
        if let Some(name) = language.filter(|name| name.parse::<Language>().is_err()) {
            reports.push(self.warning(
                name,
                "unknown-language",
                texts.with("check-unknown-language", &[("name", name.into())]),
                texts.get("usage-languages-do"),
            ));
        }
        let letterhead = &settings.papers.letterhead;
        if !letterhead.is_blank() && !self.templates.iter().any(|name| *name == **letterhead) {
            let said = said(texts, LetterheadFault::Missing.name(), &[]);
            reports.push(Report {
                severity: Severity::Error,
                ..self.warning(
                    letterhead,
                    "template",
                    format!("{letterhead}: {}", said.what),
                    said.advice,
                )
            });
        }
        let embedded = EMBEDDED.iter().map(|(name, _)| *name);
        let known: Vec<&str> = embedded
            .chain(self.themes.iter().map(String::as_str))
            .collect();
        if !known.contains(&&*settings.theme) {
            reports.push(self.warning(
                &settings.theme,
                "unknown-theme",
                texts.with(
                    "start-no-theme",
                    &[
                        ("name", settings.theme.to_string().into()),
                        ("themes", known.join(", ").into()),
                    ],
                ),
                String::new(),
            ));
        }
        reports
    }

    fn place(self, name: &str) -> Place {
        where_is(self.path, self.text, |literal| literal.text == name, 0)
    }

    fn rule(self, problem: &SettingsProblem) -> Report {
        let texts = self.texts;
        let what = match problem {
            SettingsProblem::Duration => texts.get("rule-duration"),
            SettingsProblem::ItemMinutes => texts.get("rule-item-minutes"),
            SettingsProblem::Time => texts.get("rule-time"),
            SettingsProblem::NoSuchDay(_) => texts.get("rule-day-of-year"),
            SettingsProblem::ReportDay => texts.get("rule-report-day"),
            SettingsProblem::SchoolTerms => texts.get("rule-school-terms"),
            SettingsProblem::OffAndWorking(day) => texts.with(
                "rule-off-and-working",
                &[("day", texts.date_full(*day).into())],
            ),
            SettingsProblem::FirstNumber(year) => {
                texts.with("rule-first-number", &[("year", year.to_string().into())])
            }
            SettingsProblem::MemberTwice(who) => {
                texts.with("rule-member-twice", &[("who", who.0.clone().into())])
            }
        };
        let place = match problem {
            SettingsProblem::MemberTwice(who) => {
                let literals = literals(self.text);
                let last = literals.iter().rev().find(|literal| literal.text == who.0);
                last.map(|found| (found.place.line, found.place.column))
            }
            other => field_place(self.text, other.field()),
        };
        Report {
            place: place.map_or_else(
                || Place::file(self.path),
                |(line, column)| Place::in_text(self.path, self.text, line, column),
            ),
            severity: Severity::Error,
            name: "rule",
            what: texts.with("fault-rule", &[("rule", what.into())]),
            advice: texts.get("fault-rule-do"),
        }
    }

    fn warning(self, at: &str, name: &'static str, what: String, advice: String) -> Report {
        Report {
            place: self.place(at),
            severity: Severity::Warning,
            name,
            what,
            advice,
        }
    }
}

/// Line and column of a field's name, outside of comments at the end of a line.
fn field_place(text: &str, name: &str) -> Option<(usize, usize)> {
    let wanted = format!("{name}:");
    text.lines().zip(1..).find_map(|(line, number)| {
        let code = line.split("//").next()?;
        let (at, _) = code.match_indices(&wanted).find(|(at, _)| {
            let before = code
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
        })?;
        Some((number, code.get(..at)?.chars().count() + 1))
    })
}
