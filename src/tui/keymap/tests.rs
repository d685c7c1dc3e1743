//! Behaviour of a keymap: overlays, refusals, sequences.

use super::*;

const ACTIONS: &[ActionInfo] = &[
    ActionInfo {
        name: "mark-done",
        contexts: &["meeting"],
    },
    ActionInfo {
        name: "assign",
        contexts: &["meeting", "plan"],
    },
    ActionInfo {
        name: "first",
        contexts: &["meeting", "plan"],
    },
    ActionInfo {
        name: "quit",
        contexts: &[GLOBAL],
    },
];

const DEFAULT: &str = r#"(
    format: 1,
    contexts: [
        (name: "global", keys: [
            (action: "quit", chords: ["q", "ctrl-c"]),
        ]),
        (name: "meeting", keys: [
            (action: "mark-done", chords: ["d"]),
            (action: "assign", chords: ["a"]),
            (action: "first", chords: ["g g", "Home"]),
        ]),
    ],
)"#;

fn default() -> Keymap {
    Keymap::parse(DEFAULT, ACTIONS).unwrap()
}

fn chord(name: &str) -> Chord {
    name.parse().unwrap()
}

fn refused(source: &str) -> String {
    default().overlaid(source, ACTIONS).unwrap_err().to_string()
}

#[test]
fn a_key_is_looked_up_in_the_context_and_then_everywhere() {
    let keymap = default();
    assert_eq!(
        keymap.lookup("meeting", &[chord("в")]),
        Lookup::Action("mark-done")
    );
    assert_eq!(
        keymap.lookup("meeting", &[chord("q")]),
        Lookup::Action("quit")
    );
    assert_eq!(keymap.lookup("plan", &[chord("d")]), Lookup::Nothing);
    assert_eq!(
        keymap.lookup("plan", &[chord("ctrl-с")]),
        Lookup::Action("quit")
    );
    assert_eq!(keymap.lookup("meeting", &[]), Lookup::Nothing);
}

#[test]
fn a_sequence_waits_for_its_end() {
    let keymap = default();
    let Lookup::Pending(continuations) = keymap.lookup("meeting", &[chord("g")]) else {
        panic!("`g` begins a sequence");
    };
    assert_eq!(
        continuations,
        [Continuation {
            keys: vec![chord("g")],
            action: "first"
        }]
    );
    let twice = [chord("g"), chord("g")];
    assert_eq!(keymap.lookup("meeting", &twice), Lookup::Action("first"));
    let wrong = [chord("g"), chord("x")];
    assert_eq!(keymap.lookup("meeting", &wrong), Lookup::Nothing);
}

#[test]
fn a_text_field_gets_characters_and_nothing_else() {
    let keymap = default();
    assert_eq!(
        keymap.lookup_in_text("meeting", chord("q")),
        Lookup::Nothing
    );
    assert_eq!(
        keymap.lookup_in_text("meeting", chord("й")),
        Lookup::Nothing
    );
    assert_eq!(
        keymap.lookup_in_text("meeting", chord("ctrl-c")),
        Lookup::Action("quit")
    );
    assert_eq!(
        keymap.lookup_in_text("meeting", chord("Home")),
        Lookup::Action("first")
    );
}

#[test]
fn the_keys_of_an_action_are_told() {
    let keymap = default();
    let names = |context, action| {
        let keys = keymap.chords(context, action).iter();
        keys.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(names("meeting", "first"), ["g g", "Home"]);
    assert_eq!(names("plan", "quit"), ["q", "ctrl-c"]);
    assert!(names("plan", "first").is_empty());
}

#[test]
fn a_file_changes_the_actions_it_names_and_no_others() {
    let user = r#"(format: 1, contexts: [(name: "meeting", keys: [
        (action: "mark-done", chords: []),
        (action: "assign", chords: ["d"]),
    ])])"#;
    let keymap = default().overlaid(user, ACTIONS).unwrap();
    assert_eq!(
        keymap.lookup("meeting", &[chord("d")]),
        Lookup::Action("assign")
    );
    assert_eq!(keymap.lookup("meeting", &[chord("a")]), Lookup::Nothing);
    assert!(keymap.chords("meeting", "mark-done").is_empty());
    assert_eq!(keymap.chords("meeting", "first").len(), 2);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (keys, message) in [
        (
            "(action: \"mark-undone\", chords: [\"x\"])",
            "2:10: there is no action `mark-undone`",
        ),
        (
            "(action: \"quit\", chords: [\"x\"])",
            "2:10: action `quit` does nothing in context `meeting`",
        ),
        (
            "(chords: [\"x\", \"hyper-x\"], action: \"assign\")",
            "2:16: keys `hyper-x` of action `assign` in context `meeting`: there is no key `hyper-x`",
        ),
        (
            "(action: \"assign\", chords: [\"x\"]), (action: \"assign\", chords: [])",
            "2:45: action `assign` stands twice in context `meeting`",
        ),
        (
            "(action: \"assign\", chords: [\"d\"])",
            "2:10: `d` of action `assign` in context `meeting` collides with `d` of action \
             `mark-done` in context `meeting`; free the keys with `chords: []`",
        ),
        (
            "(action: \"assign\", chords: [\"g\"])",
            "2:10: `g g` of action `first` in context `meeting` collides with `g` of action \
             `assign` in context `meeting`; free the keys with `chords: []`",
        ),
        (
            "(action: \"assign\", chords: [\"й\"])",
            "2:10: `q` of action `assign` in context `meeting` collides with `q` of action \
             `quit` in context `global`; free the keys with `chords: []`",
        ),
        (
            "(action: \"assign\", chord: [\"x\"])",
            "2:20: unknown-field",
        ),
    ] {
        let source = format!("(format: 1, contexts: [(name: \"meeting\", keys: [\n{keys}\n])])");
        assert_eq!(refused(&source), message);
    }
    assert_eq!(
        refused("(format: 1, contexts: [\n(name: \"hall\", keys: [])])"),
        "2:8: there is no context `hall`"
    );
    assert_eq!(
        refused("(format: 2, sections: [])"),
        "format 2 is not known; this program knows format 1"
    );
    assert!(refused("(format: 1,\n contexts: [").starts_with("2:"));
}
