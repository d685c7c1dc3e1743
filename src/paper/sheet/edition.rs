//! What an edition of a document changed, as rows.

use super::super::compose;
use super::{Sheet, Value, activity, named};
use crate::domain::id::Id;
use crate::domain::workspace::Workspace;

/// The changes, one a row.
pub(in super::super) fn edition(workspace: &Workspace, act: Id) -> Vec<Sheet> {
    let edition = workspace.edition(act);
    let basis = edition.map_or_else(String::new, |it| it.basis.to_string());
    let from = edition.map(|it| it.from);
    let rows = compose::edition_rows(workspace, act)
        .into_iter()
        .map(|row| {
            vec![
                Value::Text(compose::edition_group(row.sort).to_owned()),
                activity(&row.point),
                Value::from(row.title),
                Value::from(row.cell),
                Value::from(row.before),
                Value::from(row.after),
                Value::from(from),
                Value::from(basis.clone()),
            ]
        })
        .collect();
    vec![Sheet {
        name: "Изменения",
        columns: named(&[
            ("Изменение", 28),
            ("Пункт", 12),
            ("Наименование", 60),
            ("Что изменено", 20),
            ("Было", 40),
            ("Стало", 40),
            ("Действует с", 12),
            ("Основание", 40),
        ]),
        rows,
    }]
}
