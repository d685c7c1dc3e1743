//! The running program under `strace`: what the real disk is asked for, and when. A simulated disk
//! proves what follows from a sync; that there is one only the kernel can say.

use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use super::{END, Layout, Office, PROGRAM, press};

/// A call that has come back.
#[derive(Debug)]
struct Call {
    /// Its name and arguments, paths of files in angle brackets.
    text: String,
    succeeded: bool,
}

impl Call {
    fn is(&self, name: &str, path: &str) -> bool {
        self.text.starts_with(&format!("{name}(")) && self.text.contains(path)
    }
}

/// The calls of all threads, in the order in which they came back.
fn calls(trace: &str) -> Vec<Call> {
    let mut begun: Vec<(String, String)> = Vec::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let Some((process, text)) = line.split_once(' ') else {
            continue;
        };
        let text = text.trim_start();
        if let Some(head) = text.strip_suffix(" <unfinished ...>") {
            begun.push((process.to_owned(), head.to_owned()));
            continue;
        }
        let mut whole = text.to_owned();
        if let Some(rest) = text.strip_prefix("<... ")
            && let Some((_, rest)) = rest.split_once(" resumed>")
            && let Some(at) = begun.iter().position(|(known, _)| known == process)
        {
            whole = format!("{}{rest}", begun.remove(at).1);
        }
        let succeeded = whole
            .rsplit_once(" = ")
            .is_some_and(|(_, answer)| !answer.starts_with('-'));
        calls.push(Call {
            text: whole,
            succeeded,
        });
    }
    calls
}

/// Whether a frame does no more than to say that the disk takes long, or since when: it says «Диск»,
/// or is some digits.
fn is_of_a_slow_disk(frame: &Call) -> bool {
    let written = frame.text.rsplit_once(" = ");
    let bytes = written.and_then(|(_, bytes)| bytes.parse::<usize>().ok());
    frame.text.contains(r"\320\224\320\270\321\201\320\272") || bytes.is_some_and(|it| it < 100)
}

fn strace_is_missing() -> Option<String> {
    let tried = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=none", "true"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match tried {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("strace cannot trace here: {status}")),
        Err(error) => Some(format!("strace: {error}")),
    }
}

#[test]
fn the_running_program_syncs_an_act_before_it_shows_it_and_a_paper_before_it_replaces_it() {
    if let Some(reason) = strace_is_missing() {
        println!("SKIPPED, nothing is proven: {reason}");
        return;
    }
    let office = Office::new();
    let trace = office.home.path().join("trace");
    let mut command = CommandBuilder::new("strace");
    let traced = "trace=openat,write,fdatasync,fsync,rename,renameat,renameat2";
    command.args(["-f", "-y", "-qq", "-s", "4096", "-e", traced, "-o"]);
    command.arg(&trace);
    command.arg(PROGRAM);
    let mut program = office.start_below(command);
    press(&mut program, Layout::Latin, "Enter d");
    program.wait_for_text("1.3.3, 22.05 – 28.05.2023: исполнено");
    press(&mut program, Layout::Latin, END);
    program.wait_for_text("Записаны");
    press(&mut program, Layout::Latin, "q");
    assert_eq!(program.exit_code(), 0);

    let calls = calls(&std::fs::read_to_string(&trace).unwrap());
    let after = |from: usize, holds: &dyn Fn(&Call) -> bool| {
        let found = calls.iter().skip(from).position(holds);
        found.map(|at| from + at)
    };
    let is_journal = |call: &Call| call.text.contains("/journal/2023-05.");
    let is_frame = |call: &Call| {
        (call.is("write", "</dev/pts/") || call.is("write", "</dev/tty"))
            && !is_of_a_slow_disk(call)
    };

    // An act is on the disk before anything is shown after it.
    let mut acts = 0;
    for (at, call) in calls.iter().enumerate() {
        if !(call.text.starts_with("write(") && is_journal(call)) {
            continue;
        }
        acts += 1;
        let synced = after(at, &|call| {
            call.succeeded && call.text.starts_with("fdatasync(") && is_journal(call)
        });
        let synced = synced.expect("an act is synced");
        let shown = after(at, &is_frame).expect("an act is shown");
        assert!(synced < shown, "{:#?}", &calls[at..=shown]);
    }
    assert!(acts >= 3, "{acts}: opening, mark, finish");

    // The name of a journal file is on the disk before there is anything in it.
    let made = |call: &Call| call.is("openat", "O_EXCL") && is_journal(call);
    let made = after(0, &made).expect("a journal file is made");
    let named = after(made, &|call| {
        call.succeeded && call.is("fsync", "/state/journal>")
    });
    let filled = after(made, &|call| {
        call.text.starts_with("write(") && is_journal(call)
    });
    assert!(named.is_some() && named < filled, "{named:?} {filled:?}");

    // A paper is written beside its place, synced, put there, and the directory synced.
    for folder in ["minutes", "tactical-plans"] {
        let temporary = format!("/{folder}/.2023-05-25.ron.");
        let place = format!("/{folder}/2023-05-25.ron\"");
        let mut from = 0;
        let steps: [&dyn Fn(&Call) -> bool; 5] = [
            &|call| call.is("openat", &temporary) && call.is("openat", "O_EXCL"),
            &|call| call.is("write", &temporary),
            &|call| call.succeeded && call.is("fdatasync", &temporary),
            &|call| call.succeeded && call.text.starts_with("rename") && call.text.contains(&place),
            &|call| call.succeeded && call.is("fsync", &format!("/{folder}>")),
        ];
        for (number, step) in steps.into_iter().enumerate() {
            let found = after(from, step);
            from = found.unwrap_or_else(|| panic!("{folder}: step {number} is missing"));
        }
        let renames = calls
            .iter()
            .filter(|call| call.text.starts_with("rename") && call.text.contains(&place));
        let syncs = calls.iter().filter(|call| call.is("fdatasync", &temporary));
        assert!(
            syncs.count() >= renames.count(),
            "{folder}: every one is synced"
        );
    }
}
