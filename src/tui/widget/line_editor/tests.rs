//! A text field under Russian typing, odd characters and any size.

use proptest::prelude::*;

use super::*;

fn press(field: &mut LineEditor, name: &str) -> Response {
    let chord: Chord = name.parse().unwrap();
    let code = match chord.key {
        Key::Char(character) => KeyCode::Char(character),
        Key::Left => KeyCode::Left,
        Key::Right => KeyCode::Right,
        Key::Up => KeyCode::Up,
        Key::Home => KeyCode::Home,
        Key::End => KeyCode::End,
        Key::Enter => KeyCode::Enter,
        Key::Backspace => KeyCode::Backspace,
        Key::Delete => KeyCode::Delete,
        Key::Tab => KeyCode::Tab,
        _ => KeyCode::Esc,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::CONTROL, chord.ctrl);
    modifiers.set(KeyModifiers::ALT, chord.alt);
    field.key(&KeyEvent::new(code, modifiers))
}

fn type_text(field: &mut LineEditor, text: &str) {
    for character in text.chars() {
        field.key(&KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE));
    }
}

#[test]
fn russian_text_is_typed_and_edited_by_words() {
    let mut field = LineEditor::one_line(100);
    type_text(&mut field, "Поручить ЦНППМ");
    assert_eq!(press(&mut field, "ctrl-Left"), Response::Moved);
    type_text(&mut field, "срочно ");
    assert_eq!(field.text(), "Поручить срочно ЦНППМ");
    press(&mut field, "ctrl-w");
    assert_eq!(field.text(), "Поручить ЦНППМ");
    press(&mut field, "Home");
    press(&mut field, "Delete");
    assert_eq!(field.text(), "оручить ЦНППМ");
    assert_eq!(field.cursor(), (0, 0));
    press(&mut field, "ctrl-z");
    assert_eq!(field.text(), "Поручить ЦНППМ");
}

#[test]
fn a_letter_typed_in_two_parts_is_one() {
    let mut field = LineEditor::one_line(3);
    type_text(&mut field, "и\u{306}е\u{308}");
    assert_eq!(field.text(), "йё");
    assert_eq!(field.cursor(), (0, 2));
    type_text(&mut field, "и\u{306}!");
    assert_eq!(field.text(), "йёй");
    let mut field = LineEditor::one_line(9);
    field.paste("е\u{308}ж");
    assert_eq!(field.text(), "ёж");
}

#[test]
fn a_letter_with_an_accent_is_stepped_over_and_deleted_whole() {
    let mut field = LineEditor::one_line(20).with_text("за\u{301}мок");
    press(&mut field, "Home");
    press(&mut field, "Right");
    press(&mut field, "Right");
    assert_eq!(field.cursor(), (0, 3));
    press(&mut field, "Left");
    assert_eq!(field.cursor(), (0, 1));
    press(&mut field, "Delete");
    assert_eq!(field.text(), "змок");
}

#[test]
fn one_line_stays_one_line_and_the_limit_holds() {
    let mut field = LineEditor::one_line(10);
    assert!(field.paste("строка\r\nи ещё строка") > 0);
    assert_eq!(field.text(), "строка и е");
    type_text(&mut field, "ж");
    assert_eq!(field.text(), "строка и е");
    assert_eq!(press(&mut field, "Enter"), Response::Ignored);
    assert_eq!(press(&mut field, "Up"), Response::Ignored);
    assert_eq!(press(&mut field, "Tab"), Response::Ignored);
    let mut field = LineEditor::multi_line(10);
    assert_eq!(field.paste("а\nб"), 0);
    assert_eq!(press(&mut field, "Enter"), Response::Changed);
    assert_eq!(field.lines(), ["а", "б", ""]);
}

#[test]
fn what_a_terminal_would_execute_is_shown() {
    let mut field = LineEditor::one_line(100);
    field.paste("а\u{1b}[31mб\u{202e}");
    assert_eq!(field.text(), "а␛[31mб");
}

#[test]
fn a_commands_key_is_found_in_both_layouts_and_altgr_gives_signs() {
    let mut field = LineEditor::one_line(100).with_text("раз два");
    field.key(&KeyEvent::new(KeyCode::Char('ц'), KeyModifiers::CONTROL));
    assert_eq!(field.text(), "раз ");
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    field.key(&KeyEvent::new(KeyCode::Char('₽'), altgr));
    assert_eq!(field.text(), "раз ₽");
}

#[test]
fn alt_with_a_key_types_the_sign_the_latin_layout_has_there() {
    let mut field = LineEditor::one_line(100);
    let alt = |character| KeyEvent::new(KeyCode::Char(character), KeyModifiers::ALT);
    // Shift-2, Shift-3, э with Shift, х and ъ of the Russian layout, and 2 and 3 alone.
    for (typed, text) in [
        ('"', "@"),
        ('№', "@#"),
        ('Э', "@#\""),
        ('х', "@#\"["),
        ('ъ', "@#\"[]"),
        ('2', "@#\"[]@"),
        ('3', "@#\"[]@#"),
        // Not a sign, or nobody knows of which key.
        ('ф', "@#\"[]@#"),
        ('.', "@#\"[]@#"),
    ] {
        field.key(&alt(typed));
        assert_eq!(field.text(), text, "{typed}");
    }
}

#[test]
fn what_is_selected_is_replaced_by_what_is_typed() {
    let field = || LineEditor::one_line(10).with_text("готовое").selected();
    let mut typed = field();
    assert!(typed.is_selected());
    press(&mut typed, "q");
    assert_eq!((typed.text().as_str(), typed.is_selected()), ("q", false));
    let mut pasted = field();
    assert_eq!(pasted.paste("из буфера"), 0);
    assert_eq!(pasted.text(), "из буфера");
    let mut deleted = field();
    press(&mut deleted, "Backspace");
    assert_eq!(deleted.text(), "");
    // A move keeps it and goes on editing it.
    for key in ["Left", "Home", "End", "ctrl-Left"] {
        let mut moved = field();
        press(&mut moved, key);
        assert_eq!(
            (moved.text().as_str(), moved.is_selected()),
            ("готовое", false),
            "{key}"
        );
    }
    assert!(!LineEditor::one_line(10).selected().is_selected());
}

#[test]
fn the_cursor_is_told_where_it_is_drawn() {
    let area = Rect::new(3, 1, 5, 2);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 4));
    let mut field = LineEditor::one_line(100).with_text("совещание");
    let cursor = field.render(area, &mut buffer, &Theme::plain());
    assert_eq!(cursor, Some(Position::new(7, 1)));
    press(&mut field, "Home");
    let cursor = field.render(area, &mut buffer, &Theme::plain());
    assert_eq!(cursor, Some(Position::new(3, 1)));
    assert_eq!(
        field.render(Rect::new(50, 1, 5, 2), &mut buffer, &Theme::plain()),
        None
    );
}

const KEYS: &[&str] = &[
    "Left",
    "Right",
    "ctrl-Left",
    "ctrl-Right",
    "Home",
    "End",
    "Up",
    "Backspace",
    "Delete",
    "ctrl-w",
    "alt-d",
    "ctrl-u",
    "ctrl-k",
    "ctrl-z",
    "ctrl-y",
    "Enter",
    "Tab",
    "ctrl-Home",
    "ctrl-End",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_key_text_or_size_breaks_a_field(
        steps in proptest::collection::vec(
            (0..KEYS.len() * 2, "[а-яё\u{301}\u{306}\u{200d}👩💻会ｶﾞ \n]{0,6}|\\PC{0,3}"), 0..25),
        width in 0_u16..200, height in 0_u16..6, many_lines in any::<bool>(), limit in 0_usize..60,
    ) {
        let mut field = if many_lines {
            LineEditor::multi_line(limit)
        } else {
            LineEditor::one_line(limit)
        };
        let area = Rect::new(1, 1, width, height);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width + 2, height + 2));
        for (place, (key, text)) in steps.into_iter().enumerate() {
            match KEYS.get(key) {
                Some(key) => { press(&mut field, key); }
                None if place % 2 == 0 => { field.paste(&text); }
                None => type_text(&mut field, &text),
            }
            if let Some(cursor) = field.render(area, &mut buffer, &Theme::plain()) {
                prop_assert!(area.contains(cursor));
            }
            prop_assert!(field.text().chars().count() <= limit);
            prop_assert!(many_lines || field.lines().len() == 1);
        }
        for (place, cell) in buffer.content.iter().enumerate() {
            let (x, y) = buffer.pos_of(place);
            prop_assert!(area.contains(Position::new(x, y)) || cell.symbol() == " ");
        }
    }
}
