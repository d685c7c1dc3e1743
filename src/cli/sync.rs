//! `planerka sync`: a state directory that machines share through git, brought together.
//!
//! Commit, fetch, merge, push, with the user's own git. The journals join by themselves; papers
//! follow the journal; a file that people edit and that both sides changed is shown with both
//! texts beside each other, and as long as nobody chooses everything stays as it was.

mod sides;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::operation::Record;
use crate::locale::Texts;
use crate::message;
use crate::store::approved;
use crate::store::document::{Fingerprint, SIZE_LIMIT, is_document_name, parse_any, write_atomic};
use crate::store::file_system::FileSystem;
use crate::store::git::{Git, GitError, Hunk, Merged, Side, hunks, settled};
use crate::store::journal::read_journal;

use self::sides::beside;
use super::output::{DONE, FAULTS, Failure, Outcome, message, stdout};
use super::{Common, check, start};

/// How often a push is tried again after somebody was faster.
const TRIES: usize = 5;

/// Whose text of a file that both sides changed is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Take {
    /// This machine's.
    Mine,
    /// What came.
    Theirs,
}

/// Arguments of `sync`.
#[derive(Debug, Clone, clap::Args)]
pub struct SyncArgs {
    /// Whose text of files that both sides changed at the same lines is taken.
    #[arg(long, value_name = "SIDE")]
    pub take: Option<Take>,
}

/// What a run works with.
struct Sync<'a> {
    git: Git,
    file_system: Arc<dyn FileSystem>,
    directory: &'a Path,
    common: &'a Common,
    texts: &'a Texts,
    take: Option<Take>,
}

/// Brings the directory together with the other machines.
pub(super) fn run(args: &SyncArgs, common: &Common, texts: &Texts) -> Outcome {
    let (directory, _source) = start::place(common);
    let file_system = start::file_system(common, texts)?;
    let path = || vec![("path", directory.display().to_string().into())];
    if file_system.list(&directory).is_err() {
        return Err(Failure::Said(texts.with("sync-no-directory", &path())));
    }
    let git = Git::of(&directory).map_err(|error| refused(texts, &error))?;
    let Some(git) = git else {
        return Err(Failure::Said(texts.with("sync-no-work-tree", &path())));
    };
    let sync = Sync {
        git,
        file_system,
        directory: &directory,
        common,
        texts,
        take: args.take,
    };
    sync.run()
}

fn refused(texts: &Texts, error: &GitError) -> Failure {
    Failure::Said(match error {
        GitError::NotStarted(kind) => {
            let kind = message::io_kind(texts, *kind);
            texts.with("sync-no-git", &[("kind", kind.into())])
        }
        GitError::Refused { command, words } => texts.with(
            "sync-git-refused",
            &[
                ("command", command.clone().into()),
                ("words", words.clone().into()),
            ],
        ),
    })
}

impl Sync<'_> {
    fn run(&self) -> Outcome {
        let texts = self.texts;
        let asked = |error: GitError| refused(texts, &error);
        if self.git.is_merging().map_err(asked)? {
            return Err(Failure::Said(texts.get("sync-merging")));
        }
        if self.git.is_ignored().map_err(asked)? {
            return Err(Failure::Said(texts.get("sync-ignored")));
        }
        let Some(branch) = self.git.branch().map_err(asked)? else {
            return Err(Failure::Said(texts.get("sync-no-branch")));
        };
        let mut said = Vec::new();
        if self.commit().map_err(asked)? {
            said.push(texts.get("sync-committed"));
        }
        let Some((remote, upstream)) = self.other_place(&branch).map_err(asked)? else {
            said.push(texts.get("sync-no-remote"));
            return say(&said, DONE);
        };
        let before = self.records();
        for _ in 0..TRIES {
            message(&texts.with("sync-fetching", &[("remote", remote.clone().into())]));
            self.git.fetch(&remote).map_err(asked)?;
            let merged = if self.git.knows(&upstream).map_err(asked)? {
                self.git.merge(&upstream).map_err(asked)?
            } else {
                Merged::Nothing
            };
            if let Merged::Conflicts(names) = merged
                && let Some(shown) = self.settle(&names)?
            {
                say(&said, DONE)?;
                return say(&shown, FAULTS);
            }
            self.papers()?;
            self.commit().map_err(asked)?;
            if self.git.push(&remote, &branch).map_err(asked)? {
                said.extend(self.what_came(&before));
                said.push(texts.with("sync-done", &[("remote", remote.into())]));
                let findings = self.findings();
                let code = if findings.is_empty() { DONE } else { FAULTS };
                said.extend(findings);
                return say(&said, code);
            }
        }
        say(&said, DONE)?;
        Err(Failure::Said(texts.get("sync-too-busy")))
    }

    fn commit(&self) -> Result<bool, GitError> {
        let today = self.texts.date_full(start::today(self.common));
        let words = self.texts.with("sync-commit", &[("date", today.into())]);
        self.git.commit(&words)
    }

    /// Where to fetch from and send to, and the name of the branch there.
    fn other_place(&self, branch: &str) -> Result<Option<(String, String)>, GitError> {
        if let Some(upstream) = self.git.upstream()?
            && let Some((remote, _)) = upstream.split_once('/')
        {
            return Ok(Some((remote.to_owned(), upstream)));
        }
        let remotes = self.git.remotes()?;
        let remote = match remotes.as_slice() {
            [only] => Some(only),
            several => several.iter().find(|name| *name == "origin"),
        };
        Ok(remote.map(|remote| (remote.clone(), format!("{remote}/{branch}"))))
    }

    /// Settles what both sides changed, or takes the merge back and says what is to be chosen.
    fn settle(&self, names: &[String]) -> Result<Option<Vec<String>>, Failure> {
        let asked = |error: GitError| refused(self.texts, &error);
        let is_drawn =
            |name: &String| name.starts_with("minutes/") || name.starts_with("tactical-plans/");
        let mut open = Vec::new();
        for name in names {
            // A journal file goes on beside the packed year another machine put it into.
            let is_kept =
                name.starts_with("journal/") && self.git.keep_changed(name).map_err(asked)?;
            if !is_kept && !self.settles_itself(name)? {
                open.push(name.clone());
            }
        }
        let names = open.as_slice();
        let edited: Vec<&String> = names.iter().filter(|name| !is_drawn(name)).collect();
        if self.take.is_none() && !edited.is_empty() {
            let mut shown = Vec::new();
            for name in edited {
                shown.extend(self.both_sides(name));
            }
            shown.push(self.texts.get("sync-choose"));
            self.git.give_up().map_err(asked)?;
            return Ok(Some(shown));
        }
        let side = match self.take {
            Some(Take::Theirs) => Side::Theirs,
            Some(Take::Mine) | None => Side::Ours,
        };
        for name in names {
            // Papers follow the journal afterwards, whichever is taken.
            let side = if is_drawn(name) { Side::Ours } else { side };
            self.git.settle(name, side).map_err(asked)?;
        }
        self.git.conclude().map_err(asked)?;
        Ok(None)
    }

    /// Whether no line of a file was changed by both sides in different ways, and what came of it is
    /// the document it was: then it is taken.
    fn settles_itself(&self, name: &str) -> Result<bool, Failure> {
        let path = self.directory.join(name);
        let Ok(bytes) = self.file_system.read(&path, SIZE_LIMIT) else {
            return Ok(false);
        };
        let merged = String::from_utf8(bytes.clone()).ok();
        let Some(merged) = merged.and_then(|text| settled(&text)) else {
            return Ok(false);
        };
        if is_document_name(name) && parse_any(&path, &merged).is_err() {
            return Ok(false);
        }
        let known = [Fingerprint::of(&bytes)];
        let written = write_atomic(self.file_system.as_ref(), &path, merged.as_bytes(), &known);
        if written.is_err() {
            return Ok(false);
        }
        let asked = |error: GitError| refused(self.texts, &error);
        self.git.take_as_it_is(name).map_err(asked)?;
        Ok(true)
    }

    fn both_sides(&self, name: &str) -> Vec<String> {
        let path = self.directory.join(name);
        let bytes = self.file_system.read(&path, SIZE_LIMIT).unwrap_or_default();
        let hunks = hunks(&String::from_utf8_lossy(&bytes));
        if hunks.is_empty() {
            let name = name.to_owned().into();
            return vec![self.texts.with("sync-conflict-whole", &[("name", name)])];
        }
        let mut lines = Vec::new();
        for hunk in &hunks {
            lines.push(self.texts.with(
                "sync-conflict",
                &[("name", name.to_owned().into()), ("line", hunk.line.into())],
            ));
            lines.extend(self.sides(hunk));
        }
        lines
    }

    /// What was there, and below it what is here and what came, beside each other.
    fn sides(&self, hunk: &Hunk) -> Vec<String> {
        let base = self.texts.get("sync-conflict-base");
        let (ours, theirs) = ("sync-conflict-ours", "sync-conflict-theirs");
        let (ours, theirs) = (self.texts.get(ours), self.texts.get(theirs));
        let mut lines: Vec<String> = match hunk.base.as_slice() {
            [] => vec![format!("  {base}  –")],
            known => known
                .iter()
                .map(|line| format!("  {base}  {}", line.trim()))
                .collect(),
        };
        lines.extend(beside((&ours, &hunk.ours), (&theirs, &hunk.theirs)));
        lines
    }

    fn records(&self) -> Vec<Record> {
        let journal = self.directory.join("journal");
        read_journal(self.file_system.as_ref(), &journal).records
    }

    /// Brings papers to what the joined journal says.
    fn papers(&self) -> Result<(), Failure> {
        let file_system = Arc::clone(&self.file_system);
        for mended in
            check::papers_as_approved(file_system, self.directory, self.common, self.texts)?
        {
            let name = |path: &Path| path.display().to_string();
            message(&message::mended(self.texts, &mended, name));
        }
        Ok(())
    }

    /// What is on record now and was not before, in words.
    fn what_came(&self, before: &[Record]) -> Vec<String> {
        let known: BTreeSet<Id> = before.iter().map(|record| record.id).collect();
        let mut came: BTreeMap<String, (BTreeSet<Id>, BTreeSet<Date>)> = BTreeMap::new();
        for record in self.records() {
            if !known.contains(&record.id) {
                let (acts, meetings) = came.entry(record.writer.0.to_string()).or_default();
                acts.insert(record.act);
                meetings.extend(record.meeting);
            }
        }
        if came.is_empty() {
            return vec![self.texts.get("sync-nothing-came")];
        }
        let mut lines = Vec::new();
        for (writer, (acts, meetings)) in came {
            let dates: Vec<String> = meetings
                .iter()
                .map(|date| self.texts.date_full(*date))
                .collect();
            lines.push(self.texts.with(
                "sync-came",
                &[
                    ("writer", writer.into()),
                    ("acts", acts.len().into()),
                    ("meetings", dates.len().into()),
                    ("dates", dates.join(", ").into()),
                ],
            ));
        }
        lines
    }

    /// What two machines did at cross purposes.
    fn findings(&self) -> Vec<String> {
        let Ok(session) = start::open_read_only(self.common, self.texts) else {
            return vec![self.texts.get("sync-check")];
        };
        let ledger = session.workspace.ledger();
        let found = approved::findings(self.file_system.as_ref(), self.directory, ledger);
        found
            .iter()
            .filter(|finding| finding.severity() > crate::store::finding::Severity::Hint)
            .map(|finding| {
                let said = message::finding(self.texts, finding);
                format!("{}: {}", finding.place.path.display(), said.what)
            })
            .collect()
    }
}

fn say(lines: &[String], code: u8) -> Outcome {
    let mut output = stdout();
    for line in lines {
        writeln!(output, "{line}")?;
    }
    output.flush()?;
    Ok(code)
}
