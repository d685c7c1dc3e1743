//! `LibreOffice`, where it is installed: old documents are converted by it, when somebody asks for
//! that. It works in a directory of its own, with settings of its own, for a bounded time; what it
//! leaves is taken away.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The longest a conversion may take, in steps of [`STEP`].
const STEPS: u32 = 600;

/// How long is waited before it is asked again whether it has ended.
const STEP: Duration = Duration::from_millis(100);

/// The largest document that is taken from it.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Why there is no document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failed {
    /// It could not be started, or its directory not be made.
    Io(io::ErrorKind),
    /// It made no document of the file.
    Nothing,
    /// It was ended, because it took too long.
    Late,
}

/// Where it is, if it is anywhere it is looked for.
pub fn find() -> Option<PathBuf> {
    let programs = if cfg!(windows) {
        ["soffice.com", "soffice.exe"]
    } else {
        ["soffice", "libreoffice"]
    };
    let path = std::env::var_os("PATH").unwrap_or_default();
    let named = std::env::split_paths(&path)
        .flat_map(|directory| programs.map(|name| directory.join(name)))
        .find(|candidate| candidate.is_file());
    let usual = [
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:\\Program Files\\LibreOffice\\program\\soffice.com",
    ];
    named.or_else(|| {
        let mut usual = usual.iter().map(PathBuf::from);
        usual.find(|candidate| candidate.is_file())
    })
}

/// A directory that is gone when it is dropped.
struct Workshop(PathBuf);

impl Workshop {
    fn new() -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("planerka-office-{}-{number}", std::process::id());
            let path = std::env::temp_dir().join(name);
            match make(&path) {
                Ok(()) => return Ok(Self(path)),
                // Left by a process of the same number that was ended.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Nobody else may look into it: the document names people.
fn make(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // What cannot be taken away lies where the system takes it away.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The bytes of a file as DOCX. `stops` says whether somebody gave it up.
///
/// # Errors
/// When it does not start, takes longer than a minute, or makes no document of the file.
pub fn to_docx(office: &Path, file: &Path, stops: &dyn Fn() -> bool) -> Result<Vec<u8>, Failed> {
    let io = |error: io::Error| Failed::Io(error.kind());
    let workshop = Workshop::new().map_err(io)?;
    let file = std::path::absolute(file).map_err(io)?;
    let profile = format!(
        "-env:UserInstallation=file://{}",
        workshop.0.join("profile").display()
    );
    let mut command = Command::new(office);
    command
        .arg(profile)
        .args([
            "--headless",
            "--norestore",
            "--nologo",
            "--convert-to",
            "docx",
            "--outdir",
        ])
        .arg(&workshop.0)
        .arg(&file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // It starts others; they end with it.
        command.process_group(0);
    }
    let mut child = command.spawn().map_err(io)?;
    wait(&mut child, stops)?;
    let made = std::fs::read_dir(&workshop.0)
        .map_err(io)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|end| end == "docx"))
        .ok_or(Failed::Nothing)?;
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(made).map_err(io)?;
    opened.take(LARGEST).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

/// Waits for its end. The library knows no wait with a bound, and somebody may give the file up in
/// between: so it is asked again and again, by a thread that has nothing else to do.
fn wait(child: &mut Child, stops: &dyn Fn() -> bool) -> Result<(), Failed> {
    for _ in 0..STEPS {
        match child.try_wait() {
            Ok(Some(_status)) => return Ok(()),
            Ok(None) if stops() => break,
            Ok(None) => std::thread::sleep(STEP),
            Err(error) => {
                // Nothing of it goes on in a directory that is taken away.
                end(child);
                return Err(Failed::Io(error.kind()));
            }
        }
    }
    end(child);
    Err(Failed::Late)
}

/// Ends it and whatever it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
    // It may have ended in this moment.
    let _ = child.kill();
    let _ = child.wait();
}
