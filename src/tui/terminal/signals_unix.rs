//! Signals, on a thread of their own: handled by a flag they would leave crossterm spinning.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::{Input, Signal, mode};

/// How long the model may take to end after a signal that asks for it. All that was
/// acknowledged is on disk, so there is nothing left to wait for.
const GRACE: Duration = Duration::from_millis(1500);

/// How long a terminal may take to swallow the last bytes.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// Starts the thread that waits for signals.
pub(super) fn listen(sender: Sender<Input>) -> io::Result<()> {
    // A file that grows beyond what the user may write is an error of that write, not an end.
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGXFSZ])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for number in &mut signals {
                let Some(signal) = signal(number) else {
                    continue;
                };
                let _nobody_listens = sender.send(Input::Signal(signal));
                if let Some(code) = signal.exit_code() {
                    end_if_the_model_does_not(code);
                }
            }
        })?;
    Ok(())
}

/// Stops the process until it is continued, as SIGTSTP does by default.
pub(super) fn stop_process() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}

fn signal(number: i32) -> Option<Signal> {
    match number {
        SIGHUP => Some(Signal::Hangup),
        SIGTERM => Some(Signal::Terminate),
        SIGINT => Some(Signal::Interrupt),
        SIGTSTP => Some(Signal::Suspend),
        SIGCONT => Some(Signal::Continue),
        _ => None,
    }
}

/// A model that is blocked, as by a terminal that takes no more bytes, is not waited for.
fn end_if_the_model_does_not(code: u8) {
    thread::sleep(GRACE);
    // That terminal would block this thread too.
    let _detached = thread::spawn(mode::restore);
    thread::sleep(LAST_WORDS);
    std::process::exit(i32::from(code));
}
