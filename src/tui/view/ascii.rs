//! Signs a plain console cannot show, in ASCII. Letters stay as they are: only lines, bars and
//! marks of the program itself are put in other words, cell by cell, after everything is drawn.

use ratatui::buffer::Buffer;

/// What stands for a sign; `None` for what stays.
fn plain(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "━" | "▬" | "–" | "—" | "−" | "▄" | "▃" => "-",
        "│" | "┃" => "|",
        "┌" | "┐" | "└" | "┘" | "┏" | "┓" | "┗" | "┛" | "├" | "┤" | "┬" | "┴" | "┼" | "✓" => {
            "+"
        }
        "▌" | "▸" | "→" => ">",
        "▾" => "v",
        "█" | "▇" | "■" => "#",
        "▓" | "▆" | "▅" => "=",
        "▒" => "%",
        "░" | "·" | "▁" | "▂" => ".",
        "…" => "~",
        "‼" => "!",
        "×" => "x",
        "●" => "@",
        "◐" => "*",
        "○" => "o",
        "’" => "'",
        _ => return None,
    })
}

/// Puts every sign of a frame in ASCII.
pub(in crate::tui) fn apply(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(plain) = plain(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn lines_and_bars_become_ascii_and_letters_stay() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 16, 1));
        buffer.set_string(0, 0, "┏━┓▌✓ Ёж «█░» …", Style::new());
        apply(&mut buffer);
        let drawn: String = buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(drawn, "+-+>+ Ёж «#.» ~ ");
    }
}
