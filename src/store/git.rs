//! The user's own `git`, for a state directory that two machines share through it.
//!
//! What is asked of it is what a careful person would type: commit, fetch, merge, push. Never a
//! force, never a rebase: what was recorded stays recorded.

mod settled;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use thiserror::Error;

pub use settled::settled;

/// Why git did not do what was asked.
#[derive(Debug, Error)]
pub enum GitError {
    /// There is no git on this machine, or it cannot be started.
    #[error("git cannot be started: {0}")]
    NotStarted(io::ErrorKind),
    /// It refused; its own words.
    #[error("git {command}: {words}")]
    Refused {
        /// What was asked, without what belongs to every call.
        command: String,
        /// What it said.
        words: String,
    },
}

/// A place in a file that both sides changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hunk {
    /// The line of the merged file it begins at, from 1.
    pub line: usize,
    /// What this machine has.
    pub ours: Vec<String>,
    /// What both had before.
    pub base: Vec<String>,
    /// What the other machine has.
    pub theirs: Vec<String>,
}

/// Whose text of a file that both changed is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// What this machine has.
    Ours,
    /// What came.
    Theirs,
}

/// How a merge ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Merged {
    /// There was nothing new.
    Nothing,
    /// All of it came together.
    Joined,
    /// These files, named from the state directory, both sides changed at the same lines. Nothing
    /// is settled yet: [`Git::settle`] or [`Git::give_up`].
    Conflicts(Vec<String>),
}

/// A state directory in a work tree of git.
#[derive(Clone, Debug)]
pub struct Git {
    directory: PathBuf,
}

impl Git {
    /// The directory, if it is in a work tree.
    pub fn of(directory: &Path) -> Result<Option<Self>, GitError> {
        let git = Self {
            directory: directory.to_owned(),
        };
        Ok(match git.ask(&["rev-parse", "--is-inside-work-tree"]) {
            Ok(said) => (said.trim() == "true").then_some(git),
            Err(GitError::Refused { .. }) => None,
            Err(error) => return Err(error),
        })
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            .current_dir(&self.directory)
            // Names of files as they are, its own words in one language, both sides of a conflict
            // with what was there before them.
            .args([
                "-c",
                "core.quotepath=off",
                "-c",
                "merge.conflictStyle=diff3",
                // A journal file that went into a packed year was not renamed to it.
                "-c",
                "merge.renames=false",
            ])
            .args(arguments)
            .env("LC_ALL", "C.UTF-8")
            .env("GIT_MERGE_AUTOEDIT", "no");
        command
    }

    /// Runs git and takes what it prints; a password it asks for is asked for in the terminal.
    fn ask(&self, arguments: &[&str]) -> Result<String, GitError> {
        let output = self
            .command(arguments)
            .stdin(Stdio::inherit())
            .output()
            .map_err(|error| GitError::NotStarted(error.kind()))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let words = String::from_utf8_lossy(&output.stderr);
        let words = if words.trim().is_empty() {
            said
        } else {
            words.into_owned()
        };
        Err(GitError::Refused {
            command: arguments.join(" "),
            words: words.trim().to_owned(),
        })
    }

    fn succeeds(&self, arguments: &[&str]) -> Result<bool, GitError> {
        match self.ask(arguments) {
            Ok(_) => Ok(true),
            Err(GitError::Refused { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn names(&self, arguments: &[&str]) -> Result<Vec<String>, GitError> {
        let said = self.ask(arguments)?;
        let names = said.split('\0').filter(|name| !name.is_empty());
        Ok(names.map(ToOwned::to_owned).collect())
    }

    /// Whether a merge that somebody began waits to be ended.
    pub fn is_merging(&self) -> Result<bool, GitError> {
        self.succeeds(&["rev-parse", "--verify", "--quiet", "MERGE_HEAD"])
    }

    /// Whether git leaves the journal out, by a rule of the repository around.
    pub fn is_ignored(&self) -> Result<bool, GitError> {
        self.succeeds(&["check-ignore", "--quiet", "journal/a.log"])
    }

    /// Whether everything in the directory is committed as it is.
    pub fn is_clean(&self) -> Result<bool, GitError> {
        Ok(self
            .ask(&["status", "--porcelain=v1", "--", "."])?
            .is_empty())
    }

    /// Commits the directory, and nothing around it. Whether there was anything to commit.
    pub fn commit(&self, words: &str) -> Result<bool, GitError> {
        if self.is_clean()? {
            return Ok(false);
        }
        self.ask(&["add", "--all", "--", "."])?;
        if self.succeeds(&["diff", "--cached", "--quiet", "--", "."])? {
            return Ok(false);
        }
        self.ask(&["commit", "--quiet", "--message", words, "--", "."])?;
        Ok(true)
    }

    /// The branch that is out, `None` where there is none.
    pub fn branch(&self) -> Result<Option<String>, GitError> {
        Ok(
            match self.ask(&["symbolic-ref", "--quiet", "--short", "HEAD"]) {
                Ok(name) => Some(name.trim().to_owned()),
                Err(GitError::Refused { .. }) => None,
                Err(error) => return Err(error),
            },
        )
    }

    /// What the branch follows (`origin/main`), `None` while it follows nothing.
    pub fn upstream(&self) -> Result<Option<String>, GitError> {
        let asked = self.ask(&[
            "rev-parse",
            "--abbrev-ref",
            "--symbolic-full-name",
            "@{upstream}",
        ]);
        Ok(match asked {
            Ok(name) => Some(name.trim().to_owned()),
            Err(GitError::Refused { .. }) => None,
            Err(error) => return Err(error),
        })
    }

    /// The other places the repository knows.
    pub fn remotes(&self) -> Result<Vec<String>, GitError> {
        Ok(self
            .ask(&["remote"])?
            .lines()
            .map(ToOwned::to_owned)
            .collect())
    }

    /// Asks the other place what is new.
    pub fn fetch(&self, remote: &str) -> Result<(), GitError> {
        self.ask(&["fetch", "--quiet", "--", remote]).map(drop)
    }

    /// Whether a branch is known (`origin/main`).
    pub fn knows(&self, branch: &str) -> Result<bool, GitError> {
        self.succeeds(&["rev-parse", "--verify", "--quiet", branch])
    }

    /// Joins a branch with ours.
    pub fn merge(&self, branch: &str) -> Result<Merged, GitError> {
        if self.succeeds(&["merge-base", "--is-ancestor", branch, "HEAD"])? {
            return Ok(Merged::Nothing);
        }
        let arguments = ["merge", "--quiet", "--no-edit", "--no-squash", branch];
        let Err(failed) = self.ask(&arguments) else {
            return Ok(Merged::Joined);
        };
        if !self.is_merging()? {
            return Err(failed);
        }
        let names = self.names(&["diff", "--name-only", "--diff-filter=U", "-z", "--relative"])?;
        Ok(Merged::Conflicts(names))
    }

    /// Takes one side of a file that both changed; one that side removed is removed.
    pub fn settle(&self, name: &str, side: Side) -> Result<(), GitError> {
        let option = match side {
            Side::Ours => "--ours",
            Side::Theirs => "--theirs",
        };
        if self.succeeds(&["checkout", "--quiet", option, "--", name])? {
            self.ask(&["add", "--", name])?;
        } else {
            self.ask(&["rm", "--quiet", "--force", "--", name])?;
        }
        Ok(())
    }

    /// Keeps a file that one side removed and the other changed. `false` where both have it.
    pub fn keep_changed(&self, name: &str) -> Result<bool, GitError> {
        let stages = self.names(&["ls-files", "--unmerged", "-z", "--", name])?;
        let has = |stage: &str| {
            let mut before_name = stages.iter().filter_map(|line| line.split('\t').next());
            before_name.any(|words| words.ends_with(stage))
        };
        let option = match (has(" 2"), has(" 3")) {
            (true, false) => "--ours",
            (false, true) => "--theirs",
            _ => return Ok(false),
        };
        self.ask(&["checkout", "--quiet", option, "--", name])?;
        self.ask(&["add", "--", name])?;
        Ok(true)
    }

    /// Takes a file of a merge as it stands in the directory now.
    pub fn take_as_it_is(&self, name: &str) -> Result<(), GitError> {
        self.ask(&["add", "--", name]).map(drop)
    }

    /// Ends a merge whose conflicts are settled.
    pub fn conclude(&self) -> Result<(), GitError> {
        self.ask(&["commit", "--quiet", "--no-edit"]).map(drop)
    }

    /// Takes a merge back: all is as it was before it.
    pub fn give_up(&self) -> Result<(), GitError> {
        self.ask(&["merge", "--abort"]).map(drop)
    }

    /// Sends what the other place lacks. `Ok(false)`: somebody was faster, and what is new there
    /// has to be joined first.
    pub fn push(&self, remote: &str, branch: &str) -> Result<bool, GitError> {
        match self.ask(&["push", "--quiet", "--set-upstream", "--", remote, branch]) {
            Ok(_) => Ok(true),
            Err(GitError::Refused { words, .. })
                if words.contains("(fetch first)") || words.contains("(non-fast-forward)") =>
            {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}

/// The places both sides changed, in a file as a merge left it.
pub fn hunks(text: &str) -> Vec<Hunk> {
    #[derive(Clone, Copy)]
    enum In {
        Both,
        Ours,
        Base,
        Theirs,
    }
    let mut hunks: Vec<Hunk> = Vec::new();
    let mut place = In::Both;
    for (line, text) in (1..).zip(text.lines()) {
        place = match (text.get(..7).unwrap_or_default(), place) {
            ("<<<<<<<", In::Both) => {
                hunks.push(Hunk {
                    line,
                    ours: Vec::new(),
                    base: Vec::new(),
                    theirs: Vec::new(),
                });
                In::Ours
            }
            ("|||||||", In::Ours) => In::Base,
            ("=======", In::Ours | In::Base) => In::Theirs,
            (">>>>>>>", In::Theirs) => In::Both,
            (_, place) => {
                if let Some(hunk) = hunks.last_mut() {
                    match place {
                        In::Both => {}
                        In::Ours => hunk.ours.push(text.to_owned()),
                        In::Base => hunk.base.push(text.to_owned()),
                        In::Theirs => hunk.theirs.push(text.to_owned()),
                    }
                }
                place
            }
        };
    }
    hunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_is_read_with_what_was_there_before() {
        let text = "(\n<<<<<<< HEAD\n  time: \"11:00\",\n||||||| 1234\n  time: \"10:00\",\n=======\n  time: \"09:30\",\n>>>>>>> origin/main\n)\n";
        assert_eq!(
            hunks(text),
            [Hunk {
                line: 2,
                ours: vec!["  time: \"11:00\",".to_owned()],
                base: vec!["  time: \"10:00\",".to_owned()],
                theirs: vec!["  time: \"09:30\",".to_owned()],
            }]
        );
    }
}
