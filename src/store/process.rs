//! What this process knows of itself: place of the state directory, machine, user. The only file
//! of the room that asks the environment.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::Local;
use directories::{BaseDirs, ProjectDirs};

use super::file_system::{FileSystem, create_directories, sync_data, write_all};
use super::location::{Environment, is_own_manifest};
use super::lock::Holder;

/// What decides about the place of the state directory; `argument` is that of `--state`.
pub fn environment(argument: Option<PathBuf>) -> Environment {
    Environment {
        argument,
        variable: env::var_os("PLANERKA_STATE"),
        clone: env::current_dir().ok().filter(|path| is_clone(path)),
        data_directory: data_directory(),
    }
}

fn is_clone(path: &Path) -> bool {
    path.join("state").join("plan.ron").is_file()
        && fs::read_to_string(path.join("Cargo.toml")).is_ok_and(|text| is_own_manifest(&text))
}

/// The platform's directory for this program's data.
pub fn data_directory() -> Option<PathBuf> {
    ProjectDirs::from("", "", "planerka").map(|found| found.data_dir().to_owned())
}

/// Who this process is, for the note beside the lock; `since` is for people.
pub fn holder(since: String) -> Holder {
    Holder {
        user: without_spaces(&first_variable(&["USER", "USERNAME", "LOGNAME"])),
        host: without_spaces(&host()),
        process: std::process::id(),
        since,
    }
}

/// What the time before a line of the log looks like: `9` is any digit.
pub(crate) const LOG_TIME: &str = "9999-99-99 99:99:99.999 ";

/// The time before a line of the log, to the millisecond.
pub(crate) fn time_for_log() -> String {
    Local::now().format("%Y-%m-%d %H:%M:%S%.3f").to_string()
}

/// Whether a line of a log may begin like this.
pub(crate) fn is_log_time(head: &[u8]) -> bool {
    let fits = |(found, wanted): (&u8, u8)| match wanted {
        b'9' => found.is_ascii_digit(),
        other => *found == other,
    };
    head.len() == LOG_TIME.len() && head.iter().zip(LOG_TIME.bytes()).all(fits)
}

/// The user's home.
pub fn home() -> Option<PathBuf> {
    BaseDirs::new().map(|found| found.home_dir().to_owned())
}

/// Where temporary files are.
pub fn temporary() -> PathBuf {
    env::temp_dir()
}

fn without_spaces(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}

fn first_variable(names: &[&str]) -> String {
    names
        .iter()
        .find_map(|name| env::var(name).ok())
        .unwrap_or_default()
}

/// The machine's name, from where the system keeps it; it need not be unique.
fn host() -> String {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|path| fs::read_to_string(path).ok())
        .map_or_else(
            || first_variable(&["COMPUTERNAME", "HOSTNAME"]),
            |name| name.trim().to_owned(),
        )
}

/// The random part of the writer's name: kept in the platform's data directory, made of `fresh`
/// the first time. Where it cannot be kept `fresh` is used as it is.
pub fn writer_secret(
    file_system: &dyn FileSystem,
    data_directory: Option<&Path>,
    fresh: &str,
) -> String {
    /// Longer ones are not ours.
    const LIMIT: u64 = 256;
    let Some(directory) = data_directory else {
        return fresh.to_owned();
    };
    let path = directory.join("writer");
    let keep = || {
        create_directories(file_system, directory)?;
        let mut file = file_system.create_new(&path, None)?;
        write_all(file.as_mut(), fresh.as_bytes())?;
        sync_data(file.as_mut())?;
        file_system.sync_directory(directory)
    };
    match file_system.read(&path, LIMIT) {
        // One that was cut short by a crash is as good: it is random and it stays.
        Ok(kept) if !kept.is_empty() => String::from_utf8_lossy(&kept).trim().to_owned(),
        Ok(_) | Err(_) => {
            // Two first starts at once: each keeps its own for this run, the file decides later.
            let _ = keep();
            fresh.to_owned()
        }
    }
}
