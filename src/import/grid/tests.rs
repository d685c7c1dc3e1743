use super::*;
use proptest::prelude::*;

fn built(rows: &[&[(&str, usize, usize)]]) -> Grid {
    let mut builder = Builder::default();
    let mut budget = Budget::default();
    for (index, row) in rows.iter().enumerate() {
        builder.row(index + 1, false);
        let mut column = 0;
        for (text, across, down) in *row {
            column = builder.free(column);
            builder
                .put(column, Cell::new(*text), *across, *down, &mut budget)
                .unwrap();
        }
    }
    builder.finish()
}

#[test]
fn a_cell_covers_what_it_spans() {
    let grid = built(&[&[("а", 2, 2), ("б", 1, 1)], &[("в", 1, 1)], &[("г", 3, 1)]]);
    assert_eq!(grid.text(1, 1), "а");
    assert_eq!(grid.text(1, 2), "в");
    assert_eq!(grid.text(2, 2), "г");
    assert_eq!(grid.across(2, 0), 3);
    assert!(grid.is_from_above(1, 0) && !grid.is_from_above(1, 2));
}

#[test]
fn a_cell_that_began_above_is_begun_anew_in_a_part() {
    let grid = built(&[
        &[("1.1", 1, 3), ("а", 1, 1)],
        &[("б", 1, 1)],
        &[("в", 1, 1)],
    ]);
    let part = grid.slice(1, 3);
    assert_eq!(part.text(0, 0), "1.1");
    assert!(!part.is_from_above(0, 0) && part.is_from_above(1, 0));
}

#[test]
fn a_cell_whose_first_column_is_left_out_stays() {
    let grid = built(&[
        &[("а", 2, 1), ("б", 1, 1)],
        &[("в", 1, 1), ("г", 1, 1), ("д", 1, 1)],
    ]);
    let narrowed = grid.without_columns(&[0]);
    assert_eq!((narrowed.text(0, 0), narrowed.text(0, 1)), ("а", "б"));
    assert_eq!(narrowed.text(1, 0), "г");
    let narrowed = grid.without_columns(&[1]);
    assert_eq!((narrowed.text(0, 0), narrowed.text(0, 1)), ("а", "б"));
}

/// Row, column, rows, columns.
type Merge = (usize, usize, usize, usize);

/// A table with random merges: height, width, merges.
fn merged() -> impl Strategy<Value = (usize, usize, Vec<Merge>)> {
    (1_usize..7, 1_usize..7).prop_flat_map(|(height, width)| {
        let wish = (0..height, 0..width, 1..=height, 1..=width);
        proptest::collection::vec(wish, 0..6).prop_map(move |wishes| {
            let mut taken = vec![vec![false; width]; height];
            let mut merges = Vec::new();
            for (row, column, down, across) in wishes {
                let (to, end) = ((row + down).min(height), (column + across).min(width));
                if (row..to).any(|r| (column..end).any(|c| taken[r][c])) {
                    continue;
                }
                for line in taken.iter_mut().take(to).skip(row) {
                    for place in line.iter_mut().take(end).skip(column) {
                        *place = true;
                    }
                }
                merges.push((row, column, to - row, end - column));
            }
            (height, width, merges)
        })
    })
}

proptest! {
    #[test]
    fn the_grid_of_a_table_with_random_merges_is_the_table((height, width, merges) in merged()) {
        let mut expected = vec![vec![String::new(); width]; height];
        for (row, line) in expected.iter_mut().enumerate() {
            for (column, text) in line.iter_mut().enumerate() {
                *text = merges
                    .iter()
                    .find(|(r, c, down, across)| {
                        (*r..r + down).contains(&row) && (*c..c + across).contains(&column)
                    })
                    .map_or(format!("{row}/{column}"), |(r, c, ..)| format!("{r}/{c}"));
            }
        }
        let mut builder = Builder::default();
        let mut budget = Budget::default();
        for (row, names) in expected.iter().enumerate().take(height) {
            builder.row(row + 1, false);
            for (column, wanted) in names.iter().enumerate().take(width) {
                let name = format!("{row}/{column}");
                if *wanted != name {
                    continue;
                }
                let (down, across) = merges
                    .iter()
                    .find(|(r, c, ..)| (*r, *c) == (row, column))
                    .map_or((1, 1), |(.., down, across)| (*down, *across));
                let free = builder.free(0);
                builder.put(free, Cell::new(name), across, down, &mut budget).unwrap();
            }
        }
        let grid = builder.finish();
        for (row, line) in expected.iter().enumerate() {
            for (column, text) in line.iter().enumerate() {
                prop_assert_eq!(grid.text(row, column), text);
            }
        }
    }
}
