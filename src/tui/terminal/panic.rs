//! A panic must not leave the terminal in disorder, and its report must not fail when there is
//! no terminal: a panic inside a panic ends the process before anything else can be done.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::cell::Cell;
use std::fmt::Write as _;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::sync::{Mutex, Once};

use super::{input, mode};
use crate::domain::safe_text::SafeText;

thread_local! {
    /// Whether this is the thread that draws: its panic ends the session.
    static DRAWS: Cell<bool> = const { Cell::new(false) };
}

/// Reports of other threads, kept while they would spoil the screen.
static DELAYED: Mutex<Vec<String>> = Mutex::new(Vec::new());

static INSTALLED: Once = Once::new();

/// Puts the hook in place; the calling thread is the one that draws.
pub(super) fn install_hook() {
    DRAWS.set(true);
    INSTALLED.call_once(|| std::panic::set_hook(Box::new(on_panic)));
}

/// Prints what was kept back, once the screen is the shell's again.
pub(super) fn print_delayed() {
    let reports = match DELAYED.lock() {
        Ok(mut reports) => std::mem::take(&mut *reports),
        Err(_poisoned) => return,
    };
    for report in reports {
        print(&report);
    }
}

fn on_panic(info: &PanicHookInfo<'_>) {
    // crossterm 0.29 panics on some malformed mouse reports; the thread goes on reading.
    if input::is_input_thread() {
        return;
    }
    let report = report(info);
    let draws = DRAWS.try_with(Cell::get).unwrap_or(false);
    if draws || !mode::is_taken() {
        mode::restore();
        print(&report);
    } else if let Ok(mut reports) = DELAYED.try_lock() {
        reports.push(report);
    }
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let thread = std::thread::current();
    let mut report = format!(
        "planerka failed in thread `{}`: {}",
        thread.name().unwrap_or("unnamed"),
        SafeText::new(message)
    );
    if let Some(location) = info.location() {
        let _infallible = write!(report, "\n  at {location}");
    }
    let backtrace = Backtrace::capture();
    if backtrace.status() == BacktraceStatus::Captured {
        let _infallible = write!(report, "\n{backtrace}");
    }
    report
}

fn print(report: &str) {
    let _unheard = writeln!(std::io::stderr(), "{report}");
}
