//! What can happen to the program at a desk, and any bytes as a row of it: shared by the properties,
//! the state machine and the fuzz target `keys`.

use std::fmt::Write;
use std::sync::LazyLock;

use planerka::store::document::to_text;
use planerka::tui::model::Action;
use planerka::tui::update::Message;
use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::harness::{Desk, date};

/// Something that happens to the program.
#[derive(Clone, Debug)]
pub enum Happening {
    Press(&'static str),
    Type(String),
    Run(Action),
    Paste(String),
    Resize(u16, u16),
    Wait,
}

/// Single keys; the more often one stands here, the more often it is pressed.
pub static KEYS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let keys = "\
        a b c d e f g h i j k l m n o p r s t u v w x y z A G I J K L N P R U 1 2 5 9 0 / ? Enter \
        Enter Enter Enter Tab Tab BackTab Esc Space Up Down Left Right Home End PageUp PageDown \
        Delete Backspace F1 F2 F3 F4 F5 F6 F7 F8 F9 ctrl-p ctrl-r ctrl-u ctrl-k alt-Enter ctrl-c";
    keys.split(' ').collect()
});

/// Scripts that lead somewhere; what random keys alone seldom find.
pub const WAYS: &[&str] = &[
    "Enter",
    "F2",
    "Enter",
    "d",
    "5",
    "w",
    "e «мм» Enter «чт» Enter",
    "v «Решили @ММС к 15.06 #важно» Enter",
    "n «Доложили» Enter",
    "p «15.06» Enter «причина» Enter",
    "x «не нужно» Enter",
    "c 3 «чт» Enter «нет данных» Enter",
    "c 1",
    "a a Enter",
    "i «настав» Enter",
    "t «Разное» Enter",
    "b",
    "f Enter",
    "R «ошибка» Enter",
    "Space Space d",
    "Tab t",
    "Tab Delete",
    "Tab J",
    "P 2",
    "F6 j Enter",
    "F3 j j j d",
    "F4 Tab j d",
];

pub fn happens(desk: &mut Desk, happening: &Happening) {
    match happening {
        Happening::Press(script) => {
            desk.press(script);
        }
        Happening::Type(text) => {
            for letter in text.chars().take(20) {
                desk.handle(Message::Key(KeyEvent::from(KeyCode::Char(letter))));
            }
        }
        Happening::Run(action) => desk.run(*action),
        Happening::Paste(text) => desk.paste(text),
        Happening::Resize(width, height) => desk.resize(*width, *height),
        Happening::Wait => desk.wait_minutes(1),
    }
}

/// Everything that papers and screens are made of.
pub fn state(desk: &Desk) -> String {
    let workspace = &desk.model().workspace;
    let mut text = String::new();
    for day in workspace.ledger().meetings().keys() {
        let minutes = to_text(&workspace.minutes(*day).unwrap()).unwrap();
        let plan = to_text(&workspace.tactical_plan(*day).unwrap()).unwrap();
        writeln!(text, "{minutes}{plan}").unwrap();
    }
    let day = date("2023-06-30");
    // Which texts lie open depends on the meeting that is chosen, which no run outlives.
    let workspace = workspace.on_day(day);
    for (activity, _) in workspace.activities() {
        writeln!(text, "{:?}", workspace.standing(activity.key, day)).unwrap();
    }
    writeln!(text, "{:?}", workspace.assignments(day)).unwrap();
    writeln!(text, "{:?}", workspace.ledger().parked()).unwrap();
    text
}

/// Any bytes as what happens: most are a key or a way each, some take the bytes behind them along.
pub fn from_bytes(bytes: &[u8]) -> Vec<Happening> {
    let mut bytes = bytes.iter().copied();
    let mut happenings = Vec::new();
    while let Some(first) = bytes.next() {
        let mut next = || bytes.next().unwrap_or(0);
        let nth = |byte: u8, of: usize| usize::from(byte) % of;
        happenings.push(match first {
            0..0x80 => Happening::Press(KEYS[nth(first, KEYS.len())]),
            0x80..0xc0 => Happening::Press(WAYS[nth(first, WAYS.len())]),
            0xc0..0xf0 => Happening::Run(Action::ALL[nth(next(), Action::ALL.len())]),
            0xf0..0xf8 => {
                let length = usize::from(next());
                let text: Vec<u8> = bytes.by_ref().take(length).collect();
                let text = String::from_utf8_lossy(&text).into_owned();
                if first % 2 == 0 {
                    Happening::Type(text)
                } else {
                    Happening::Paste(text)
                }
            }
            0xf8..0xfe => Happening::Resize(u16::from(next()), u16::from(next()) / 4),
            _ => Happening::Wait,
        });
    }
    happenings
}

/// Whatever happens is drawn, at every size, and the next program sees the same.
pub fn hold(happenings: &[Happening]) {
    let mut desk = Desk::new();
    for happening in happenings {
        happens(&mut desk, happening);
        desk.buffer();
    }
    desk.resize(120, 40);
    desk.frame();
    let before = state(&desk);
    desk.crash();
    assert_eq!(state(&desk), before);
    desk.frame();
}

/// Any bytes as what is pressed.
pub fn keys(bytes: &[u8]) {
    let mut happenings = from_bytes(bytes);
    happenings.truncate(80);
    hold(&happenings);
}
