//! The ground of the terminal program in a real terminal: it gives the terminal back after a
//! quit, a panic and a signal, and leaves quickly when the terminal is gone.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that fails may panic"
)]

#[path = "pty_ground/harness.rs"]
mod harness;

use std::time::{Duration, Instant};

use harness::{Program, Way};

#[test]
fn a_quit_gives_the_terminal_back() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("80x24 ready");
    assert!(program.is_taken());
    program.send(b"q");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_why() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    program.send(b"p");
    assert_eq!(program.exit_code(), 101);
    program.assert_restored();
    let output = program.output();
    let report = output.find("planerka failed in thread `main`: asked␛[31m for");
    let left = output.find("\u{1b}[?1049l");
    assert!(report.is_some() && report > left, "{output:?}");
}

#[test]
fn a_panic_of_another_thread_is_told_after_the_session() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    program.send(b"t");
    program.wait_for_text("thread panicked: true");
    program.send(b"q");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
    let output = program.output();
    let report = output.find("in a thread");
    assert!(report.is_some() && report > output.find("\u{1b}[?1049l"));
}

#[test]
fn signals_end_the_session_with_their_exit_code() {
    for (signal, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let mut program = Program::start(Way::Directly);
        program.wait_for_text("ready");
        program.signal(signal);
        assert_eq!(program.exit_code(), code, "{signal}");
        program.assert_restored();
    }
}

#[test]
fn a_blocked_program_still_ends_on_a_signal() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    program.send(b"b");
    let start = Instant::now();
    program.signal("TERM");
    assert_eq!(program.exit_code(), 143);
    assert!(start.elapsed() < Duration::from_secs(3));
    program.assert_restored();
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_takes_it_again() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    program.signal("TSTP");
    program.wait_until("stopped", |program| program.state() == 'T');
    program.wait_until("terminal given back", |program| !program.is_taken());
    program.signal("CONT");
    program.wait_until("terminal taken again", Program::is_taken);
    program.wait_for_text("80x24 ready");
    program.send(b"q");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
fn a_hang_up_ends_the_program_soon_and_without_work() {
    for way in [Way::Directly, Way::WithoutHangup] {
        let mut program = Program::start(way);
        program.wait_for_text("ready");
        let (exit, cpu, took) = program.hang_up();
        assert_eq!(exit, 129, "{way:?}");
        assert!(took <= Duration::from_secs(2), "{way:?} took {took:?}");
        assert!(cpu <= Duration::from_secs(1), "{way:?} worked {cpu:?}");
    }
}

#[test]
fn a_panic_without_a_terminal_does_not_abort() {
    for way in [Way::Directly, Way::WithoutHangup] {
        let mut program = Program::start(way);
        program.wait_for_text("ready");
        program.send(b"g");
        // Hung up before it has read the key, it would end as any program does.
        program.wait_for_text("panics when gone");
        let (exit, _, _) = program.hang_up();
        assert_eq!(exit, 101, "{way:?}");
    }
}

#[test]
fn a_frame_without_a_change_writes_nothing() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    program.send(b"x");
    program.wait_for_text("key Char('x')");
    // Both lead to a frame; only the second one changes anything.
    program.send(b"xy");
    program.wait_for_text("key Char('y')");
    program.send(b"q");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
    let output = program.output();
    assert_eq!(output.matches("\u{1b}[?2026h").count(), 3, "{output:?}");
}

#[test]
fn keys_pastes_and_sizes_arrive() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    program.send("й".as_bytes());
    program.wait_for_text("key Char('й')");
    program.send(b"\x1b[200~");
    program.send("протокол\r\n".repeat(5000).as_bytes());
    program.send(b"\x1b[201~");
    program.wait_for_text("pasted 90000");
    program.resize(100, 30);
    program.wait_for_text("100x30 pasted");
    program.resize(20, 5);
    program.wait_for_text("20x5 pasted 90000");
    program.send(b"q");
    assert_eq!(program.exit_code(), 0);
}

#[test]
fn half_an_escape_sequence_does_not_stop_the_program() {
    let mut program = Program::start(Way::Directly);
    program.wait_for_text("ready");
    // Incomplete, unknown, and those on which crossterm 0.29 computes with overflow.
    program.send(b"\xff\x1b[<0;0;5M\x1b[M   \x1b[0;0R\x1b[99;1:2x\xd0");
    program.signal("TERM");
    assert_eq!(program.exit_code(), 143);
    program.assert_restored();
}
