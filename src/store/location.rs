//! Which directory is the state directory, and who writes in it. Pure: everything about the
//! process comes in from outside.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::domain::operation::WriterId;

use super::document::hash_for_names;

/// What decides about the place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Environment {
    /// `--state DIR`.
    pub argument: Option<PathBuf>,
    /// `PLANERKA_STATE`; an empty one counts as none.
    pub variable: Option<OsString>,
    /// The current directory, when it is a clone of this program's repository with a plan in
    /// `state/`.
    pub clone: Option<PathBuf>,
    /// The platform's directory for this program's data.
    pub data_directory: Option<PathBuf>,
}

/// What decided about the place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Source {
    /// `--state`.
    Argument,
    /// `PLANERKA_STATE`.
    Variable,
    /// `./state` of a clone.
    Clone,
    /// The platform's data directory.
    Platform,
}

/// The state directory: what was said, else the variable, else `./state` of a clone, else the
/// platform's place. `None` when the platform knows no place (no `HOME`).
pub fn locate(environment: &Environment) -> Option<(PathBuf, Source)> {
    if let Some(path) = &environment.argument {
        return Some((path.clone(), Source::Argument));
    }
    if let Some(value) = environment.variable.as_ref().filter(|v| !v.is_empty()) {
        return Some((PathBuf::from(value), Source::Variable));
    }
    if let Some(clone) = &environment.clone {
        return Some((clone.join("state"), Source::Clone));
    }
    let data = environment.data_directory.as_ref()?;
    Some((data.join("state"), Source::Platform))
}

/// Whether a `Cargo.toml` is this program's.
pub fn is_own_manifest(manifest: &str) -> bool {
    manifest
        .lines()
        .any(|line| line.split_whitespace().eq(["name", "=", "\"planerka\""]))
}

/// A stable name for whoever writes: letters and digits.
///
/// Two machines that share a state directory must never share it, nor two copies of a directory
/// on one machine that may be put together later. So it is made of the machine, the user, the
/// directory, and a random `secret` that never leaves the platform's data directory: where that
/// cannot be kept a fresh one for every start is right too, there are only more files then.
pub fn writer_id(host: &str, user: &str, state_directory: &Path, secret: &str) -> WriterId {
    /// Enough to know the machine again.
    const NAME_LENGTH: usize = 12;
    let mut name: String = host
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(NAME_LENGTH)
        .collect();
    name.make_ascii_lowercase();
    let who = format!("{host}\n{user}\n{}\n{secret}", state_directory.display());
    let hash = hash_for_names(who.as_bytes());
    WriterId(format!("{name}{hash:016x}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment() -> Environment {
        Environment {
            argument: Some("/a".into()),
            variable: Some("/b".into()),
            clone: Some("/c".into()),
            data_directory: Some("/d".into()),
        }
    }

    #[test]
    fn what_is_said_goes_before_what_is_found() {
        let mut environment = environment();
        let mut found = Vec::new();
        found.push(locate(&environment));
        environment.argument = None;
        found.push(locate(&environment));
        environment.variable = Some(OsString::new());
        found.push(locate(&environment));
        environment.clone = None;
        found.push(locate(&environment));
        environment.data_directory = None;
        found.push(locate(&environment));
        let expected = [
            Some(("/a".into(), Source::Argument)),
            Some(("/b".into(), Source::Variable)),
            Some(("/c/state".into(), Source::Clone)),
            Some(("/d/state".into(), Source::Platform)),
            None,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_manifest_is_known_by_its_name() {
        assert!(is_own_manifest("[package]\nname = \"planerka\"\n"));
        assert!(!is_own_manifest("[package]\nname = \"planerka-other\"\n"));
    }

    #[test]
    fn a_writer_is_letters_and_digits_and_nobody_else() {
        let id = |host, user, path: &str, secret| writer_id(host, user, Path::new(path), secret).0;
        let one = id("БУХ-PC_7", "Анна", "/s", "x");
        assert!(one.starts_with("pc7"));
        assert!(one.chars().all(|c| c.is_ascii_alphanumeric()));
        assert_eq!(one, id("БУХ-PC_7", "Анна", "/s", "x"));
        for other in [
            id("БУХ-PC_8", "Анна", "/s", "x"),
            id("БУХ-PC_7", "Пётр", "/s", "x"),
            id("БУХ-PC_7", "Анна", "/t", "x"),
            id("БУХ-PC_7", "Анна", "/s", "y"),
        ] {
            assert_ne!(one, other);
        }
    }
}
