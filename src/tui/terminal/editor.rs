//! The editor of the system, for a text that is longer than a field is comfortable with.

use std::io::{self, Write};
use std::process::Command;

/// The variables that name it, the first that is set counts.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// What the text becomes in the editor; an error when there is none, or it ends with one.
pub(super) fn edit(text: &str) -> io::Result<String> {
    let named = VARIABLES.iter().find_map(|name| {
        let command = std::env::var(name).ok()?;
        (!command.trim().is_empty()).then_some(command)
    });
    let Some(command) = named else {
        return Err(io::Error::new(io::ErrorKind::NotFound, "$EDITOR"));
    };
    // The text names people: nobody else may read the file, which goes with its directory.
    let mut file = private_file()?;
    file.1.write_all(text.as_bytes())?;
    file.1.flush()?;
    let mut words = command.split_whitespace();
    let mut editor = Command::new(words.next().unwrap_or_default());
    let status = editor.args(words).arg(&file.0).status();
    let edited = std::fs::read_to_string(&file.0);
    let _ = std::fs::remove_file(&file.0);
    if !status?.success() {
        return Err(io::Error::other(command));
    }
    edited
}

/// A new file that nobody else can read.
fn private_file() -> io::Result<(std::path::PathBuf, std::fs::File)> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let directory = std::env::temp_dir();
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..100_u8 {
        let name = format!("planerka-{}-{number}.txt", std::process::id());
        let path = directory.join(name);
        match options.open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) => last = error,
        }
    }
    Err(last)
}
