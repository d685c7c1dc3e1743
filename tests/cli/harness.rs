//! A place of its own for every test: home, temporary and state directory, cleared environment.

use std::path::PathBuf;

use assert_cmd::Command;
use planerka::domain::date::Date;
use planerka::domain::id::Id;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::store::journal::encode;
use tempfile::TempDir;
use ulid::Ulid;

pub(crate) struct Place {
    root: TempDir,
}

pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        let root = TempDir::new().unwrap();
        for name in ["home", "tmp"] {
            std::fs::create_dir(root.path().join(name)).unwrap();
        }
        Self { root }
    }

    /// A place whose state directory holds the documents that come with the program.
    pub(crate) fn with_state() -> Self {
        let place = Self::new();
        std::fs::create_dir(place.state()).unwrap();
        for (name, text) in planerka::store::embedded::ALL {
            std::fs::write(place.state().join(name), text).unwrap();
        }
        place
    }

    /// The same with the orders and letters.
    pub(crate) fn with_letters() -> Self {
        let place = Self::with_state();
        std::fs::create_dir_all(place.state().join("documents")).unwrap();
        for (name, text) in planerka::store::embedded::LETTERS {
            std::fs::write(place.state().join(name), text).unwrap();
        }
        place
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.root.path().join("home")
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.root.path().join("state")
    }

    /// Records operations of meetings as another machine would, an act each.
    pub(crate) fn record(&self, operations: impl IntoIterator<Item = (Date, Operation)>) {
        let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:03:12+03:00").unwrap();
        let mut journal = Vec::new();
        for (clock, (day, op)) in (1..).zip(operations) {
            let record = Record {
                id: Id(Ulid::from_parts(clock, 1)),
                clock,
                at: Moment::new(at),
                writer: WriterId("pc7".into()),
                act: Id(Ulid::from_parts(clock, 0)),
                day,
                meeting: Some(day),
                op,
            };
            journal.extend(encode(&[record]).unwrap());
        }
        self.write("journal/2023-05.pc7.log", journal);
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.state().join(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.state().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    /// Changes a file; what is to be changed has to be there.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// A command of the binary in this place, with nothing of the environment of the tests.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::cargo_bin("planerka").unwrap();
        let home = self.root.path().join("home");
        command
            .env_clear()
            .current_dir(&home)
            .env("HOME", &home)
            .env("USERPROFILE", &home)
            .env("APPDATA", &home)
            .env("LOCALAPPDATA", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("TMPDIR", self.root.path().join("tmp"));
        // Windows starts no process without it.
        if let Some(system) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", system);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(&[], arguments)
    }

    pub(crate) fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
        self.run_on("2023-05-25", variables, arguments)
    }

    /// On another day than the one almost all begin with.
    pub(crate) fn run_on(
        &self,
        today: &str,
        variables: &[(&str, &str)],
        arguments: &[&str],
    ) -> Run {
        let output = self
            .command()
            .envs(variables.iter().copied())
            .env("PLANERKA_STATE", self.state())
            .args(["--today", today])
            .args(arguments)
            .output()
            .unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The JSON a command prints; it has to succeed and to say nothing else.
    pub(crate) fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let run = self.run(arguments);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
        serde_json::from_str(&run.stdout).unwrap()
    }

    /// Every path below the place, to see that nothing was made.
    pub(crate) fn everything(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut waiting = vec![self.root.path().to_owned()];
        while let Some(directory) = waiting.pop() {
            for entry in std::fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    waiting.push(path.clone());
                }
                found.push(path);
            }
        }
        found.sort();
        found
    }
}
