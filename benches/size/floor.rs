//! The floor: a plain list of the plan's activities with a card beside it, by ratatui alone.

use std::io::stdout;

use planerka::store::embedded;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{Event, KeyCode, read};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{EnterAlternateScreen, enable_raw_mode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, List, ListState, Paragraph, Wrap};

/// What this bench is called with when it is to be the floor.
pub const ARGUMENT: &str = "--floor";

pub fn run() {
    let titles: Vec<&str> = embedded::PLAN
        .lines()
        .filter_map(|line| line.trim().strip_prefix("title: \""))
        .map(|title| title.trim_end_matches("\","))
        .collect();
    enable_raw_mode().unwrap();
    execute!(stdout(), EnterAlternateScreen).unwrap();
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout())).unwrap();
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal
            .draw(|frame| {
                let areas = Layout::horizontal([Constraint::Fill(1); 2]).split(frame.area());
                let list = List::new(titles.iter().copied())
                    .highlight_style(Style::new().add_modifier(Modifier::REVERSED));
                frame.render_stateful_widget(list, areas[0], &mut state);
                let card = titles[state.selected().unwrap_or(0).min(titles.len() - 1)];
                let card = Paragraph::new(card)
                    .wrap(Wrap { trim: false })
                    .block(Block::bordered());
                frame.render_widget(card, areas[1]);
            })
            .unwrap();
        match read().unwrap() {
            Event::Key(key) if key.code == KeyCode::Char('j') => state.select_next(),
            Event::Key(key) if key.code == KeyCode::Char('q') => return,
            _ => {}
        }
    }
}
