//! `planerka who QUERY`: what a subject owes, in which capacity, by when.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::domain::date::Date;
use crate::domain::search::Index;
use crate::domain::subject::{Subject, SubjectId};
use crate::domain::workspace::{Duties, Groups, Workspace};
use crate::locale::Texts;

use super::due::{duty_json, print_duty};
use super::of_document::OfDocument;
use super::output::{DONE, Failure, Outcome, print_json, stdout};
use super::{Common, json, start};

/// So many subjects are shown with all they owe; of more only the counts.
const SHOWN_WHOLE: usize = 3;

/// Arguments of the command.
#[derive(Debug, Clone, Args)]
pub struct WhoArgs {
    /// A name or a part of it, in any case, also typed in the wrong keyboard layout.
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// Of which document, and under whose control alone.
    #[command(flatten)]
    pub of: OfDocument,
    /// JSON in place of text.
    #[arg(long)]
    pub json: bool,
}

struct Answer<'a> {
    workspace: &'a Workspace,
    duties: Duties,
    texts: &'a Texts,
    day: Date,
}

pub(super) fn run(args: &WhoArgs, common: &Common, texts: &Texts) -> Outcome {
    let session = start::open_read_only(common, texts)?;
    let workspace = &session.workspace;
    let query = args.query.join(" ");
    let found = find(workspace, &query);
    if found.is_empty() {
        let query = [("query", query.into())];
        return Err(Failure::Said(texts.with("who-nobody", &query)));
    }
    let answer = Answer {
        workspace,
        duties: Duties::narrowed(
            workspace,
            session.today,
            Groups::Expanded,
            &args.of.only(workspace, session.today, texts)?,
        ),
        texts,
        day: session.today,
    };
    if args.json {
        let all: Value = found.iter().map(|subject| answer.json(subject)).collect();
        print_json(&all)?;
    } else {
        let is_exact = exact(workspace, &query).is_some();
        answer.print(&found, is_exact)?;
    }
    Ok(DONE)
}

/// Who answers to exactly this name.
fn exact<'a>(workspace: &'a Workspace, query: &str) -> Option<&'a Subject> {
    let registry = workspace.subjects();
    registry
        .get(&SubjectId(query.to_owned()))
        .or_else(|| registry.find(query))
}

/// Everybody found, whoever answers to exactly this name first.
fn find<'a>(workspace: &'a Workspace, query: &str) -> Vec<&'a Subject> {
    let registry = workspace.subjects();
    let mut found: Vec<&Subject> = exact(workspace, query).into_iter().collect();
    for hit in Index::of_subjects(registry).search(query).best_first() {
        if let Some(subject) = registry.get(&hit.id)
            && found.iter().all(|known| known.id != subject.id)
        {
            found.push(subject);
        }
    }
    found
}

impl Answer<'_> {
    fn json(&self, subject: &Subject) -> Value {
        let counts = self.duties.counts(&subject.id);
        let duties: Vec<Value> = self
            .duties
            .of(&subject.id)
            .into_iter()
            .map(|(role, duty)| {
                let mut object = duty_json(duty, self.workspace, self.texts);
                if let Some(object) = object.as_object_mut() {
                    let role = json!({
                        "kind": super::due::role_name(role),
                        "text": self.texts.role(role),
                    });
                    object.insert("role".to_owned(), role);
                }
                object
            })
            .collect();
        json!({
            "id": subject.id,
            "short": subject.short,
            "full": subject.full,
            "kind": json::name(&subject.kind),
            "members": json::subjects(&subject.members, self.workspace),
            "counts": {
                "overdue": counts.overdue,
                "this_week": counts.this_week,
                "open": counts.open,
            },
            "duties": duties,
        })
    }

    fn print(&self, found: &[&Subject], is_exact: bool) -> std::io::Result<()> {
        let mut output = stdout();
        let texts = self.texts;
        let whole = if is_exact {
            1
        } else if found.len() <= SHOWN_WHOLE {
            found.len()
        } else {
            0
        };
        for subject in found.iter().take(whole) {
            self.print_whole(&mut output, subject)?;
        }
        if found.len() > whole {
            if whole > 0 {
                writeln!(output, "{}", texts.get("who-also"))?;
            }
            for subject in found.iter().skip(whole) {
                writeln!(output, "{} · {}", subject.short, self.counts(subject))?;
            }
            writeln!(output, "{}", texts.get("who-narrow"))?;
        }
        output.flush()
    }

    fn counts(&self, subject: &Subject) -> String {
        let counts = self.duties.counts(&subject.id);
        self.texts.with(
            "who-counts",
            &[
                ("overdue", counts.overdue.into()),
                ("week", counts.this_week.into()),
                ("open", counts.open.into()),
            ],
        )
    }

    fn print_whole(&self, output: &mut dyn Write, subject: &Subject) -> std::io::Result<()> {
        let texts = self.texts;
        writeln!(output, "{}", subject.short)?;
        if subject.full != subject.short {
            writeln!(output, "{}", subject.full)?;
        }
        if !subject.members.is_empty() {
            let members: Vec<&str> = subject
                .members
                .iter()
                .map(|id| self.workspace.short_name(id))
                .collect();
            let members = [("members", members.join(", ").into())];
            writeln!(output, "{}", texts.with("who-members", &members))?;
        }
        let head = [
            ("date", texts.date_full(self.day).into()),
            ("counts", self.counts(subject).into()),
        ];
        writeln!(output, "{}\n", texts.with("who-on", &head))?;
        for (role, duty) in self.duties.of(&subject.id) {
            let role = texts.role(role);
            print_duty(output, duty, Some(&role), self.workspace, texts)?;
        }
        writeln!(output)
    }
}
