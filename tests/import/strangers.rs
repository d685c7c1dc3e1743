//! The readers of other people's files against what strangers put into them: formats by faults.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::readers::sample;
use crate::rule;

/// Long enough for a busy machine, short enough to show what does not end.
const PATIENCE: Duration = Duration::from_secs(30);

/// How bytes become a file.
type Wrap = fn(&[u8]) -> Vec<u8>;

/// A text nobody may find in a draft: it stands outside of the file.
const SECRET: &str = "Тайное мероприятие из другого файла";

/// The table: formats by faults. Whatever is read, it is read in time, says nothing that stands
/// elsewhere, and ends as the rule of all readers says.
#[test]
#[expect(clippy::too_many_lines, reason = "one table, a line a fault")]
fn what_strangers_put_into_files_is_refused_or_left_out_in_time() {
    let keep = tempfile::tempdir().unwrap();
    let outside = keep.path().join("secret.xml");
    std::fs::write(&outside, SECRET).unwrap();
    let address = format!("file://{}", outside.display());
    let entity = format!("<!DOCTYPE a [<!ENTITY x SYSTEM \"{address}\">]>");
    let mut laughs = String::from("<!DOCTYPE a [<!ENTITY a0 \"ха\">");
    for level in 1..40 {
        let inner = format!("&a{};", level - 1).repeat(10);
        let _ = write!(laughs, "<!ENTITY a{level} \"{inner}\">");
    }
    laughs.push_str("]>");
    let cell =
        |text: &str| format!("<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>");
    let word = |before: &str, rows: &str| {
        format!("<?xml version=\"1.0\"?>{before}<w:document xmlns:w=\"w\"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>").into_bytes()
    };
    let office = |before: &str, text: &str| {
        format!("<?xml version=\"1.0\"?>{before}<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:text><table:table><table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>").into_bytes()
    };
    let sheet = |before: &str, text: &str| {
        format!("<?xml version=\"1.0\"?>{before}<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row></sheetData></worksheet>").into_bytes()
    };
    let page = |text: &str| {
        format!("<html><table><tr><td>Мероприятие<td>Срок<tr><td>{text}<td>май 2023 г.</table>")
            .into_bytes()
    };
    let (docx, odf, xlsx): (Wrap, Wrap, Wrap) = (rule::as_docx, rule::as_odf, rule::as_xlsx);
    let file: Wrap = <[u8]>::to_vec;
    let include = format!("<xi:include href=\"{address}\"/>");
    let script = format!("<iframe src=\"{address}\"></iframe><link rel=import href=\"{address}\">");
    let rels = |target: &str, mode: &str| {
        rule::package(&[
            ("[Content_Types].xml", b"<Types/>"),
            (
                "_rels/.rels",
                format!("<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"{target}\"{mode}/></Relationships>").as_bytes(),
            ),
            ("word/document.xml", &word("", &cell("Мероприятие"))),
        ])
    };
    let styles = rule::package(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            b"<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        ),
        (
            "word/_rels/document.xml.rels",
            b"<Relationships><Relationship Id=\"s\" Type=\"x/styles\" Target=\"styles.xml\"/><Relationship Id=\"n\" Type=\"x/numbering\" Target=\"numbering.xml\"/></Relationships>",
        ),
        (
            "word/styles.xml",
            "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>".as_bytes(),
        ),
        (
            "word/numbering.xml",
            "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"A\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>".as_bytes(),
        ),
        (
            "word/document.xml",
            &word("", "<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Мероприятие</w:t></w:r></w:p></w:tc></w:tr>"),
        ),
    ]);
    let mut wrong = sample("d1-flat-autonumbered.docx");
    // The checksum of the first file in the directory at the end of the archive.
    let central = wrong
        .windows(4)
        .rposition(|it| it == b"PK\x01\x02")
        .unwrap();
    wrong[central + 16] ^= 0xff;
    let mut table: Vec<(&str, Wrap, Vec<u8>)> = vec![
        ("docx, an external entity", docx, word(&entity, &cell("&x;"))),
        ("odf, an external entity", odf, office(&entity, "&x;")),
        ("xlsx, an external entity", xlsx, sheet(&entity, "&x;")),
        ("docx, entities within entities", docx, word(&laughs, &cell("&a39;"))),
        ("odf, entities within entities", odf, office(&laughs, "&a39;")),
        ("xlsx, entities within entities", xlsx, sheet(&laughs, "&a39;")),
        ("docx, an inclusion", docx, word("", &include)),
        ("odf, an inclusion", odf, office("", &include)),
        ("html, frames of other files", file, page(&script)),
        ("docx, a part elsewhere", file, rels(&address, " TargetMode=\"External\"")),
        ("docx, an absolute path", file, rels(outside.to_str().unwrap(), "")),
        ("docx, a parent path", file, rels("../../../../../../../../etc/passwd", "")),
        ("docx, a part that is its own", file, rels("_rels/.rels", "")),
        ("docx, styles in a circle", file, styles),
        ("package, a wrong checksum", file, wrong),
        ("package, a password", file, sample("l4-password.xlsx")),
        ("html, nested", file, "<table><tr><td>".repeat(100_000).into_bytes()),
        ("html, columns without end", file, "<table><tr><td colspan=999999999>Срок".repeat(1_000).into_bytes()),
        ("csv, a quote without end", file, [b"\"".as_slice(), &vec![b'a'; 1 << 20]].concat()),
        ("csv, one line of separators", file, vec![b';'; 1 << 20]),
        ("pasted, one word", file, vec![b'x'; 1 << 20]),
        ("pasted, zeros", file, vec![0; 1 << 20]),
        ("pasted, control characters", file, (1..32).cycle().take(1 << 18).collect()),
        ("docx, nested", docx, word("", &"<w:tbl><w:tr><w:tc>".repeat(100_000))),
        ("odf, nested", odf, office("", &"<text:list><text:list-item>".repeat(100_000))),
        ("xlsx, a cell in the last place", xlsx, b"<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>a</t></is></c></row></sheetData></worksheet>".to_vec()),
        ("odf, repeated cells", odf, office("", "a").into_iter().collect()),
        ("any, 100 MB", file, vec![b'a'; 100 << 20]),
    ];
    let repeated = String::from_utf8(office("", "a")).unwrap().replace(
        "<table:table-row>",
        "<table:table-row table:number-rows-repeated=\"999999999\">",
    );
    table.push(("odf, repeated rows", odf, repeated.into_bytes()));
    // A megabyte of one letter is a few bytes in the package; so are hundreds.
    let blown = word("", &cell(&"а".repeat(49 << 20)));
    table.push(("docx, a bomb", docx, blown));
    for (what, wrap, bytes) in table {
        let begun = Instant::now();
        let bytes = wrap(&bytes);
        rule::file(&bytes);
        if let Ok(source) = planerka::import::read(&bytes) {
            // Nothing that stands outside of the file comes into what is read of it.
            let read = format!("{source:?}");
            assert!(
                !read.contains(SECRET) && !read.contains("root:x:"),
                "{what}"
            );
        }
        let took = begun.elapsed();
        println!("{what}: {took:?}");
        assert!(took < PATIENCE, "{what}: {took:?}");
    }
}
