//! Processes for the harnesses: finding the script's program, running it with a limit of time,
//! copying what it has left.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Longer than any run; what takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// `examples/store_script`, beside this binary. Always built: one that is there may be of another
/// state of the sources, and then nothing is proven of this one.
pub fn store_script() -> PathBuf {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    BUILT.get_or_init(build_store_script).clone()
}

fn build_store_script() -> PathBuf {
    let this = std::env::current_exe().unwrap();
    let in_profile = |path: &&Path| path.join("build").is_dir() && path.join("deps").is_dir();
    let profile = this.ancestors().find(in_profile).unwrap();
    let program = profile
        .join("examples")
        .join(format!("store_script{}", std::env::consts::EXE_SUFFIX));
    let mut build = Command::new(option_env!("CARGO").unwrap_or("cargo"));
    build.args(["build", "--quiet", "--locked", "--example", "store_script"]);
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    if profile.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success());
    assert!(program.exists(), "{}", program.display());
    program
}

/// In memory where there is such a place: a kill takes nothing from the kernel, so the disk below
/// makes no difference but in time.
pub fn place() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_absent| tempfile::tempdir().unwrap())
}

/// Runs to the end; `None` when it hangs.
pub fn run(program: &OsStr, arguments: &[&OsStr], out: &Path) -> Option<ExitStatus> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(File::create(out).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_micros(500));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

/// Asks a fresh process whether everything promised is there.
pub fn judge(program: &Path, state: &Path, words: &Path) -> Result<(), String> {
    let verdict = words.with_extension("verdict");
    let arguments = ["judge".as_ref(), state.as_os_str(), words.as_os_str()];
    match run(program.as_os_str(), &arguments, &verdict) {
        Some(status) if status.success() => Ok(()),
        Some(_) => Err(fs::read_to_string(&verdict).unwrap()),
        None => Err("the next process hangs".to_owned()),
    }
}

/// Copies a directory and all that is in it.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
