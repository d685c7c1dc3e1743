//! How long a plan of a thousand activities takes to import; the budget is a second.

use std::io::{Cursor, Write as _};

use divan::{Bencher, black_box};
use planerka::domain::subject::Registry;
use planerka::import::{Choice, propose, read};

fn main() {
    divan::main();
}

const CELLS: [&str; 5] = [
    "№ п/п",
    "Наименование мероприятия",
    "Срок исполнения",
    "Ответственный исполнитель",
    "Результат",
];

fn row(number: usize) -> [String; 5] {
    [
        format!("{}.{}", number / 20 + 1, number % 20 + 1),
        format!("Организация и проведение мероприятия по направлению работы № {number}"),
        match number % 3 {
            0 => "ежеквартально, до 5 числа месяца, следующего за отчетным",
            1 => "Май 2024 г., август 2024 г.",
            _ => "до 1 июня",
        }
        .to_owned(),
        format!("Управление образования, отдел {}", number % 30),
        "Аналитическая справка".to_owned(),
    ]
}

fn import(bytes: &[u8]) {
    let Ok(source) = read(black_box(bytes)) else {
        return;
    };
    let draft = propose(&source, &Choice::default(), &Registry::default());
    assert_eq!(draft.map(|draft| draft.report.activities), Ok(1000));
}

#[divan::bench]
fn a_thousand_activities_from_docx(bencher: Bencher<'_, '_>) {
    let bytes = docx().unwrap_or_default();
    bencher.bench(|| import(&bytes));
}

#[divan::bench]
fn a_thousand_activities_from_xlsx(bencher: Bencher<'_, '_>) {
    let bytes = xlsx().unwrap_or_default();
    bencher.bench(|| import(&bytes));
}

/// A key in the wizard proposes anew: with a column taken otherwise, and people who are known.
#[divan::bench]
fn a_thousand_activities_proposed_anew(bencher: Bencher<'_, '_>) {
    let bytes = docx().unwrap_or_default();
    let Ok(source) = read(&bytes) else {
        return;
    };
    let mut choice = Choice::default();
    choice
        .columns
        .insert(4, planerka::import::role::Role::Other);
    bencher.bench(|| propose(black_box(&source), &choice, &Registry::default()));
}

fn docx() -> Result<Vec<u8>, zip::result::ZipError> {
    let line = |cells: &[String]| -> String {
        let cells: String = cells
            .iter()
            .flat_map(|cell| ["<w:tc><w:p><w:r><w:t>", cell, "</w:t></w:r></w:p></w:tc>"])
            .collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let head = line(&CELLS.map(str::to_owned));
    let rows: String = (0..1000).map(|number| line(&row(number))).collect();
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>План на 2024 год</w:t></w:r></w:p><w:tbl>{head}{rows}</w:tbl></w:body></w:document>"
    );
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        ),
        ("word/document.xml", &document),
    ] {
        writer.start_file(name, zip::write::SimpleFileOptions::default())?;
        writer.write_all(content.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

fn xlsx() -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, CELLS)?;
    for number in 0..1000_u32 {
        sheet.write_row(
            number + 1,
            0,
            row(usize::try_from(number).unwrap_or_default()),
        )?;
    }
    workbook.save_to_buffer()
}
