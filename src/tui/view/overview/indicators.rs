//! The indicators of the plan: what is to be reached, the last value, all values as a line of
//! bars; below, the chosen one in full.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::super::model::Model;
use super::super::super::model::overview::OverviewState;
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, cursor_row, inset, labelled, row, scroll_hint};
use super::coverage::STEPS;
use crate::domain::indicator::{Amount, Rhythm};
use crate::domain::plan::Indicator;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::IndicatorView;
use crate::tui::select::words::amount_text;

/// The lines of one indicator in the list.
pub(super) const ROWS: u16 = 2;

/// The most values a line of bars shows, the newest ones.
const BARS: usize = 40;

/// The list, and the chosen indicator below it.
fn split(model: &Model, area: Rect) -> (Rect, Rect) {
    let count = u16::try_from(model.workspace.indicators().len()).unwrap_or(u16::MAX);
    let wanted = count.saturating_mul(ROWS);
    // In a low window the list keeps a little more than half of it.
    let height = wanted.min(area.height.saturating_mul(3) / 5);
    let height = (height / ROWS * ROWS).max(ROWS).min(area.height);
    let list = Rect { height, ..area };
    let card = Rect {
        y: area.y.saturating_add(height).saturating_add(1),
        height: area.height.saturating_sub(height).saturating_sub(1),
        ..area
    };
    (list, card)
}

/// Where the lines stand.
pub(super) fn list(model: &Model, area: Rect) -> Rect {
    split(model, area).0
}

/// How many indicators are seen at once.
pub(super) fn list_height(model: &Model, area: Rect) -> usize {
    usize::from(list(model, area).height / ROWS)
}

pub(super) fn draw(model: &Model, state: &OverviewState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let indicators = model.workspace.indicator_views(model.day());
    let (list, card_area) = split(model, area);
    if indicators.is_empty() {
        Pieces::new()
            .and(model.texts.get("indicators-none"), theme.style(Role::Dim))
            .draw(area, buffer);
        return;
    }
    let shown = usize::from(list.height / ROWS);
    for (line, (place, indicator)) in indicators
        .iter()
        .enumerate()
        .skip(state.offset)
        .take(shown)
        .enumerate()
    {
        let rows = usize::from(ROWS);
        let (Some(first), Some(second)) = (row(list, line * rows), row(list, line * rows + 1))
        else {
            break;
        };
        let is_cursor = place == state.row;
        let ground = theme.style(if is_cursor {
            Role::Selected
        } else {
            Role::Text
        });
        if is_cursor {
            cursor_row(first, true, buffer, theme);
            cursor_row(second, true, buffer, theme);
        }
        Pieces::new()
            .and(
                format!("{} ", indicator.number),
                ground.patch(theme.style(Role::Accent)),
            )
            .and(indicator.name.to_string(), ground)
            .draw(inset(first, 1), buffer);
        values_line(model, indicator, ground, usize::from(second.width))
            .draw(inset(second, 3), buffer);
    }
    let framed = Rect {
        y: list.y.saturating_sub(1),
        height: list.height.saturating_add(2),
        width: list.width.saturating_add(1),
        ..list
    };
    scroll_hint(state.offset, shown, indicators.len(), framed, buffer, theme);
    if let Some(indicator) = indicators.get(state.row) {
        card(model, indicator, card_area, buffer);
    }
}

/// Last value, its day, how it changed, all values as bars.
fn values_line(model: &Model, indicator: &IndicatorView, ground: Style, width: usize) -> Pieces {
    let theme = &model.theme;
    let texts = &model.texts;
    let dim = ground.patch(theme.style(Role::Dim));
    let Some((day, last)) = indicator.last() else {
        return Pieces::new().and(texts.get("indicators-no-value"), dim);
    };
    let value = texts.with(
        "indicators-value",
        &[
            ("value", amount_text(model, last.amount).into()),
            ("date", texts.date_full(*day).into()),
        ],
    );
    let change = change(model, indicator);
    let room = width.saturating_sub(3 + text::width(&value) + text::width(&change) + 2);
    let values = indicator.values.iter();
    let amounts: Vec<Amount> = values.map(|(_, known)| known.amount).collect();
    Pieces::new()
        .and(value, ground.patch(theme.style(Role::Title)))
        .and(change, ground.patch(theme.style(Role::Accent)))
        .and("  ", ground)
        .and(
            sparkline(&amounts, room.min(BARS)),
            ground.patch(theme.style(Role::BarFilled)),
        )
}

/// « +0,5»; nothing when it is the same, or the first one.
pub(super) fn change(model: &Model, indicator: &IndicatorView) -> String {
    let difference = indicator.change().map_or(0, Amount::hundredths);
    let size = amount_text(model, Amount::of_hundredths(difference.abs()));
    match difference {
        0 => String::new(),
        up if up > 0 => format!(" +{size}"),
        _ => format!(" −{size}"),
    }
}

/// What is missing to the target, by the last value; nothing where the target names no number.
pub(super) fn distance(model: &Model, indicator: &IndicatorView) -> String {
    let texts = &model.texts;
    let Some(missing) = indicator.missing() else {
        return String::new();
    };
    if missing.hundredths() == 0 {
        return texts.get("indicators-reached");
    }
    let left = format!("{} {}", amount_text(model, missing), indicator.unit());
    texts.with("indicators-missing", &[("left", left.trim_end().into())])
}

/// Since when a value is due, and how often one is.
fn due(model: &Model, indicator: &IndicatorView) -> String {
    let texts = &model.texts;
    let often = texts.get(match indicator.rhythm {
        Rhythm::Monthly => "indicators-monthly",
        Rhythm::Quarterly => "indicators-quarterly",
        Rhythm::Yearly => "indicators-yearly",
    });
    match indicator.due {
        Some(ended) => {
            let date = ("date", texts.date_full(ended).into());
            texts.with("indicators-is-due", &[("often", often.into()), date])
        }
        None => often,
    }
}

/// The newest values as bars between the lowest and the highest of them.
fn sparkline(values: &[Amount], room: usize) -> String {
    let values = values
        .get(values.len().saturating_sub(room)..)
        .unwrap_or(values);
    let numbers = || values.iter().map(|amount| amount.hundredths());
    let (Some(low), Some(high)) = (numbers().min(), numbers().max()) else {
        return String::new();
    };
    let steps = i64::try_from(STEPS.len()).unwrap_or(1) - 1;
    numbers()
        .filter_map(|number| {
            // All the same: half as high as can be.
            let step = match high - low {
                0 => steps / 2,
                range => (number - low) * steps / range,
            };
            STEPS.get(usize::try_from(step).unwrap_or(0))
        })
        .copied()
        .collect()
}

/// Everything the plan says of an indicator, and every value.
fn card(model: &Model, indicator: &IndicatorView, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let texts = &model.texts;
    let width = usize::from(area.width).saturating_sub(1).min(120);
    let label = theme.style(Role::Dim);
    let style = theme.style(Role::Text);
    let all: Vec<String> = indicator
        .values
        .iter()
        .rev()
        .map(|(day, known)| {
            let value = texts.with(
                "indicators-value",
                &[
                    ("value", amount_text(model, known.amount).into()),
                    ("date", texts.date_full(*day).into()),
                ],
            );
            // Where it comes from, and what else was said of it.
            let more = [known.source.as_str(), known.note.as_str()];
            let more: Vec<&str> = more.into_iter().filter(|it| !it.is_empty()).collect();
            if more.is_empty() {
                return value;
            }
            format!("{value} ({})", more.join("; "))
        })
        .collect();
    let mut lines = labelled(
        &format!("{}.", indicator.number),
        &indicator.name,
        width,
        theme.style(Role::Accent),
        theme.style(Role::Title),
    );
    let mut known = model.workspace.indicators().iter();
    let known = known.find(|it| it.number == indicator.number);
    let said = |cell: fn(&Indicator) -> &SafeText| {
        known.map(|it| cell(it).to_string()).unwrap_or_default()
    };
    let fields = [
        ("indicators-target", indicator.target.to_string()),
        ("indicators-distance", distance(model, indicator)),
        ("indicators-due", due(model, indicator)),
        ("indicators-values", all.join(" · ")),
        ("indicators-method", said(|it| &it.method)),
        ("indicators-group", said(|it| &it.group)),
    ];
    for (id, content) in fields.iter().filter(|(_, content)| !content.is_empty()) {
        lines.extend(labelled(&texts.get(id), content, width, label, style));
    }
    for (line, content) in lines.iter().enumerate() {
        if let Some(at) = row(area, line) {
            content.draw(inset(at, 1), buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(values: &[i64], room: usize) -> String {
        let values: Vec<Amount> = values
            .iter()
            .map(|value| Amount::of_hundredths(*value))
            .collect();
        sparkline(&values, room)
    }

    #[test]
    fn bars_stand_between_the_lowest_and_the_highest_value() {
        assert_eq!(bars(&[100, 200, 450, 800], 10), "▁▂▄█");
        assert_eq!(bars(&[5, 5], 10), "▄▄");
        assert_eq!(bars(&[], 10), "");
        assert_eq!(bars(&[1, 2, 3], 2), "▁█");
        assert_eq!(bars(&[-200, 0], 2), "▁█");
    }
}
