//! Requisites that are off until the settings name them (ГОСТ Р 7.0.97): the restriction of access,
//! sheets of visas and of acquaintance, recipients, the mark of the writer, «Верно».

use super::super::attendee::attendee;
use super::super::model::{Block, Part, Role, Row, Table};
use super::super::wording::{date_long, sentence};
use super::Frame;
use super::head::{number, signature};
use crate::domain::minutes::{Head, Minutes};
use crate::domain::safe_text::SafeText;

/// So many lines of a list with its heading fit on a sheet.
const ROWS_OF_A_SHEET: usize = 25;

/// The restriction of access, over everything else.
pub(super) fn restriction(part: &mut Part, frame: &Frame) {
    let said = &frame.papers.requisites.restriction;
    if !said.is_blank() {
        part.blocks.push(Block::Corner(vec![said.to_string()]));
    }
}

/// «№ 1/01-07»: the number with the index of the file behind it.
pub(super) fn registered(head: &Head, frame: &Frame) -> String {
    let index = &frame.papers.requisites.case_index;
    if index.is_blank() {
        number(head.number)
    } else {
        format!("{}/{index}", number(head.number))
    }
}

/// « на 1 л. в 1 экз.», where the settings ask for it; what cannot be counted before it is printed
/// is left to be written.
pub(super) fn sheets(annex: &Part, frame: &Frame) -> String {
    if !frame.papers.requisites.annex_sheets {
        return String::new();
    }
    let rows: usize = annex
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table.rows.len()),
            _ => None,
        })
        .sum();
    let is_short = rows <= ROWS_OF_A_SHEET
        && annex.blocks.iter().all(|block| match block {
            Block::Table(table) => table.columns.len() <= 2,
            _ => true,
        });
    let count = if is_short { "1" } else { "___" };
    format!(" на {count} л. в 1 экз")
}

/// Below the signatures: who gets a copy, who wrote it.
pub(super) fn below(part: &mut Part, frame: &Frame) {
    let requisites = &frame.papers.requisites;
    if !requisites.recipients.is_empty() {
        part.text(Role::Section, "Разослано:");
        for one in &requisites.recipients {
            part.text(Role::Line, one.as_str());
        }
    }
    if !requisites.executor.is_blank() {
        part.text(Role::Remark, requisites.executor.as_str());
    }
}

/// The sheet of visas and the sheet of acquaintance, each on a page of its own.
pub(super) fn sheets_to_sign(minutes: &Minutes, frame: &Frame) -> Vec<Part> {
    let requisites = &frame.papers.requisites;
    let mut sheets = Vec::new();
    if !requisites.visas.is_empty() {
        sheets.push(to_sign(
            "ЛИСТ СОГЛАСОВАНИЯ",
            &requisites.visas,
            &minutes.head,
        ));
    }
    let readers: Vec<SafeText> = minutes
        .addressees
        .iter()
        .map(|one| one.name.clone())
        .collect();
    if requisites.acquaintance && !readers.is_empty() {
        sheets.push(to_sign("ЛИСТ ОЗНАКОМЛЕНИЯ", &readers, &minutes.head));
    }
    sheets
}

fn to_sign(kind: &str, names: &[SafeText], head: &Head) -> Part {
    let mut sheet = Part::default();
    sheet.text(Role::Kind, kind);
    sheet.text(
        Role::Heading,
        format!(
            "к протоколу от {} {}",
            date_long(head.date),
            number(head.number)
        ),
    );
    let mut table = Table::new(&[("№ п/п", 8), ("Кто", 48), ("Подпись", 22), ("Дата", 22)]);
    for (place, name) in names.iter().enumerate() {
        table.rows.push(Row::Cells(vec![
            (place + 1).to_string(),
            name.to_string(),
            String::new(),
            String::new(),
        ]));
    }
    sheet.blocks.push(Block::Table(table));
    sheet
}

/// Who was there, in an extract.
pub(super) fn present(part: &mut Part, minutes: &Minutes, frame: &Frame) {
    let seats = &minutes.attendance;
    if !frame.papers.requisites.extract_attendance || seats.present.is_empty() {
        return;
    }
    part.text(Role::Section, "Присутствовали:");
    for one in &seats.present {
        part.text(Role::Line, attendee(one));
    }
}

/// «Верно», under the text of an extract: post, name, day, and where the original is kept.
pub(super) fn certified(part: &mut Part, head: &Head, frame: &Frame) {
    part.text(Role::Annex, "Верно");
    let who = head.secretary.as_deref();
    let block = match who {
        None => signature("Должность ____________________", None),
        Some(_) if head.secretary_post.is_blank() => signature("Секретарь", who),
        Some(_) => signature(&head.secretary_post.capitalised(), who),
    };
    part.blocks.push(block);
    part.text(Role::Line, "«___» ______________ 20___ г.");
    let index = &frame.papers.requisites.case_index;
    if !index.is_blank() {
        use chrono::Datelike;
        part.text(
            Role::Body,
            sentence(&format!(
                "Подлинник документа находится в деле № {index} за {} год ({})",
                head.date.year(),
                head.organisation
            )),
        );
    }
}
