//! The keys: every command has one or is known to have none, every one has a text, all of them
//! work in both layouts.

use std::collections::BTreeSet;

use planerka::locale::{Language, Texts};
use planerka::tui::keymap::{Chord, GLOBAL, Key, Keymap, Lookup, Sequence};
use planerka::tui::model::{Action, context};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::harness::{DEFAULT_KEYS, keymap, russian};

/// Commands without a key of their own, reached through the palette or another command. A command
/// that is new and unbound by mistake is not among them.
const UNBOUND: &[&str] = &[];

fn bindings(keymap: &Keymap) -> Vec<(&'static str, &'static str, Vec<Sequence>)> {
    keymap
        .contexts()
        .flat_map(|context| {
            keymap
                .bindings(context)
                .iter()
                .map(move |binding| (context, binding.action, binding.keys.clone()))
        })
        .collect()
}

fn is_letter_or_named(chord: Chord) -> bool {
    match chord.key {
        Key::Char(character) => {
            character.is_ascii_alphabetic() || character.is_ascii_digit() || character == ' '
        }
        _ => true,
    }
}

#[test]
fn every_action_has_a_key_or_is_known_to_have_none() {
    let keymap = keymap();
    let bound: BTreeSet<&str> = bindings(&keymap)
        .into_iter()
        .filter(|(_, _, keys)| !keys.is_empty())
        .map(|(_, action, _)| action)
        .collect();
    for action in Action::ALL {
        let name = action.name();
        assert_ne!(
            bound.contains(name),
            UNBOUND.contains(&name),
            "`{name}` is bound: {}",
            bound.contains(name)
        );
    }
}

#[test]
fn every_bound_action_has_a_text_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for action in Action::ALL {
            if UNBOUND.contains(&action.name()) {
                continue;
            }
            let id = format!("action-{}", action.name());
            assert!(texts.has(&id), "{language:?} has no {id}");
            let text = texts.get(&id);
            assert!(!text.trim().is_empty(), "{language:?}: {id} is empty");
            assert!(!text.contains("{$"), "{language:?}: {id} has an argument");
        }
        for name in context::ALL {
            let id = format!("context-{name}");
            assert!(texts.has(&id), "{language:?} has no {id}");
        }
    }
}

#[test]
fn no_action_is_bound_where_it_means_nothing() {
    for (context, action, _) in bindings(&keymap()) {
        let contexts = Action::named(action).unwrap().contexts();
        assert!(contexts.contains(&context), "{action} in {context}");
    }
}

#[test]
fn no_command_hangs_on_punctuation_alone() {
    for (context, action, keys) in bindings(&keymap()) {
        let plain = keys.iter().any(|sequence| {
            sequence
                .chords()
                .iter()
                .all(|chord| is_letter_or_named(*chord))
        });
        assert!(keys.is_empty() || plain, "{action} in {context}");
    }
}

#[test]
fn every_key_works_in_both_layouts() {
    let keymap = keymap();
    for (context, action, keys) in bindings(&keymap) {
        for sequence in keys {
            let pressed: Vec<Chord> = sequence
                .chords()
                .iter()
                .map(|chord| {
                    let code = match chord.key {
                        Key::Char(letter) => {
                            let letter = if chord.shift {
                                letter.to_ascii_uppercase()
                            } else {
                                letter
                            };
                            KeyCode::Char(russian(letter))
                        }
                        _ => return *chord,
                    };
                    let mut modifiers = KeyModifiers::NONE;
                    modifiers.set(KeyModifiers::CONTROL, chord.ctrl);
                    modifiers.set(KeyModifiers::ALT, chord.alt);
                    modifiers.set(KeyModifiers::SHIFT, chord.shift);
                    Chord::from_event(&KeyEvent::new(code, modifiers)).unwrap()
                })
                .collect();
            assert_eq!(
                keymap.lookup(context, &pressed),
                Lookup::Action(action),
                "{sequence} in {context}"
            );
        }
    }
}

#[test]
fn keys_of_text_fields_are_not_letters() {
    for name in [context::PROMPT, context::ASSIGN, context::SEARCH] {
        for binding in keymap().bindings(name) {
            for keys in &binding.keys {
                let text = keys.chords().iter().any(|chord| chord.is_text());
                assert!(!text, "{keys} in {name} would eat a letter");
            }
        }
    }
}

#[test]
fn the_names_others_rely_on_are_there() {
    for name in [
        "open-meeting",
        "attendance",
        "all-present",
        "mark-not-started",
        "mark-in-progress",
        "mark-at-risk",
        "mark-done",
        "assign",
        "decide",
        "note",
        "next-item",
        "previous-item",
        "finish-meeting",
        "undo",
        "redo",
        "search",
        "help",
        "quit",
    ] {
        let action = Action::named(name);
        assert!(action.is_some(), "{name} is gone");
        assert!(!UNBOUND.contains(&name));
    }
    assert!(Keymap::parse(DEFAULT_KEYS, Action::INFO).is_ok());
    assert!(keymap().contexts().any(|context| context == GLOBAL));
}
