//! Every screen and box at every size in both languages: nothing panics, the cursor is seen
//! without colour, boxes keep their frames, hints end with a whole word.

use planerka::locale::Language;
use planerka::tui::model::meeting::Focus;
use planerka::tui::model::{Model, Overlay, Screen, Size};

use crate::harness::{Desk, Setting};
use crate::screens::{SCREENS, script};

const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

/// What is on top of the screens others look at: pictures, papers, boxes that came later.
const MORE: &[(&str, &str)] = &[
    ("overview_numbers", "WORKED O"),
    ("overview_calendar", "WORKED O 2 j"),
    ("overview_timeline", "WORKED O 3 j j"),
    ("overview_coverage", "WORKED O 4 j"),
    ("overview_indicators", "O 5 Enter «12,5» Enter j j j"),
    ("documents", "WORKED f Enter F10"),
    ("themes", "MEETING F7 j"),
    ("plan_by_due", "F3 o G"),
    ("plan_narrowed", "F3 j j f s s E"),
    ("subjects_folded", "WORKED F4 b f f"),
    ("extract", "WORKED f Enter F4 s s f f f E"),
    ("word", "/ «контрольная точка» Enter"),
    ("which_key", "MEETING ctrl-g"),
    ("tour", "ctrl-t"),
    ("tour_in_meeting", "ctrl-t Enter"),
    ("indicator_prompt", "O 5 Enter"),
];

/// Whether there is a line the keys act on.
fn has_cursor(model: &Model) -> bool {
    match model.overlays.last() {
        Some(Overlay::Choice(state)) => !state.lines.is_empty(),
        Some(Overlay::Search(state)) => !state.hits.is_empty(),
        Some(Overlay::Reader(state)) => !state.lines.is_empty(),
        Some(Overlay::Finish(state)) => !state.holes.is_empty(),
        Some(Overlay::Attendance(_) | Overlay::Themes(_)) => true,
        Some(_) => false,
        None => match model.screen() {
            // A calendar and a paper have no lines; a filter may leave none.
            Some(Screen::Overview(state)) => state.tab.name() != "overview-calendar",
            // The card of an item nothing was said of has no line, either.
            Some(Screen::Meeting(state)) => state.focus == Focus::Agenda,
            Some(Screen::Subjects(_) | Screen::Start(_) | Screen::Papers(_)) => true,
            _ => false,
        },
    }
}

/// What is wrong with a frame, if anything is.
fn faults(desk: &Desk) -> Vec<String> {
    let frame = desk.frame();
    let lines: Vec<&str> = frame.lines().collect();
    let mut faults = Vec::new();
    if has_cursor(desk.model()) && !frame.contains('▌') {
        faults.push("no cursor".to_owned());
    }
    // A thick frame tells what has the keys.
    let boxed = !matches!(desk.model().screen(), Some(Screen::Overview(_)));
    if boxed && !frame.contains('┏') {
        faults.push("nothing has the focus".to_owned());
    }
    if lines
        .iter()
        .any(|line| line.contains(" — ") && line.ends_with("…┃") && line.contains(" · "))
    {
        faults.push("help is cut inside a part".to_owned());
    }
    if lines.last().is_some_and(|hints| hints.contains('…')) {
        faults.push("a hint is cut".to_owned());
    }
    if lines.last().is_none_or(|hints| hints.trim().is_empty()) {
        faults.push("no hints".to_owned());
    }
    faults
}

#[test]
fn every_screen_at_every_size_shows_cursor_focus_and_whole_hints() {
    let mut found = Vec::new();
    for language in Language::ALL {
        for (name, keys) in SCREENS.iter().chain(MORE) {
            let mut desk = Desk::with(Setting {
                language,
                size: Size {
                    width: 60,
                    height: 15,
                },
                ..Setting::default()
            });
            desk.press(&script(keys));
            for (width, height) in SIZES {
                desk.resize(width, height);
                let wrong = faults(&desk).join(", ");
                if !wrong.is_empty() {
                    found.push(format!("{name} {language} {width}x{height}: {wrong}"));
                    println!(
                        "{name} {language} {width}x{height}: {wrong}\n{}",
                        desk.frame()
                    );
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What must be read on a screen whatever its size: the columns that matter.
#[test]
fn the_important_columns_are_there_in_the_smallest_window() {
    let look = |keys: &str, wanted: &[&str]| {
        let mut desk = Desk::with(Setting {
            size: Size {
                width: 60,
                height: 15,
            },
            ..Setting::default()
        });
        desk.press(&script(keys));
        for text in wanted {
            desk.assert_shows(text);
        }
    };
    look(
        "MEETING",
        &["1.3.3", "26.05, 1 дн.", "присутствуют 0 из 8", "0/20"],
    );
    look("F3 j j", &["1.1.1", "31.05.2023"]);
    look("F4", &["ЦНППМ АСОУ", "просрочено", "за неделю", "58"]);
    look("WORKED F5", &["01.06.2023", "ММС", "5.2"]);
    look("O", &["Закрыто полностью", "неделей раньше"]);
    look("MEETING e «мм» Enter «чт»", &["ММС", "01.06.2023"]);
    look("MEETING a", &["не отмечено"]);
}

#[test]
fn a_title_that_is_cut_is_read_whole_one_key_away() {
    for (keys, key) in [("MEETING j", "Tab"), ("F3 j j", "Enter")] {
        let mut desk = Desk::with(Setting {
            size: Size {
                width: 60,
                height: 15,
            },
            ..Setting::default()
        });
        desk.press(&script(keys));
        assert!(!desk.frame().contains("полномочий"), "{}", desk.frame());
        let workspace = &desk.model().workspace;
        let title = workspace.activity_title("1.1.1".parse().unwrap());
        desk.press(key);
        let frame = desk.frame();
        let read: String = frame
            .lines()
            .map(|line| line.trim_matches(['┃', '│', ' ']))
            .collect::<Vec<_>>()
            .join(" ");
        assert!(read.contains(&*title), "{title}\n{frame}");
    }
}
