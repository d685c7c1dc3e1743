//! The organisation's own DOCX as a letterhead: its head, logo, styles and pages stay, the paper
//! stands in the marked place; what cannot be a letterhead is refused with a reason and harms
//! nothing.

use std::io::{Cursor, Write};

use planerka::domain::settings::Settings;
use planerka::paper::template::{TemplateProblem, Templates};
use planerka::paper::{Approved, Format, LetterheadFault, Rendered, Request, render};
use zip::write::SimpleFileOptions;

use crate::fixture::{SECOND, day, settings, with_settings};
use crate::layout::pages;
use crate::unpack::{docx_text, xml_text};

/// A picture of one point, as PNG.
const LOGO: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x62, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MARK: &str = "<w:p><w:r><w:t>{{доку</w:t></w:r><w:r><w:t>мент}}</w:t></w:r></w:p>";
const SECTION: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1134\" w:right=\"567\" w:bottom=\"1134\" w:left=\"1985\" w:header=\"709\" \
    w:footer=\"709\" w:gutter=\"0\"/><w:cols w:space=\"708\"/><w:docGrid w:linePitch=\"360\"/>\
    </w:sectPr>";

/// What a letterhead of an organisation has, changed by a test.
struct Blank {
    parts: Vec<(String, Vec<u8>)>,
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{body}</w:body></w:document>"
    )
}

/// A table with a logo and the name of the organisation, as letterheads have it.
fn head() -> String {
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"9354\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>\
         <w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"7854\"/></w:tblGrid><w:tr><w:tc><w:p><w:r>\
         <w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">\
         <wp:extent cx=\"720000\" cy=\"720000\"/><wp:docPr id=\"1\" name=\"Герб\"/>\
         <a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"logo.png\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rId2\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"720000\" cy=\"720000\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
         </a:graphic></wp:inline></w:drawing></w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("МИНИСТЕРСТВО ОБРАЗОВАНИЯ ПРИМЕРНОЙ ОБЛАСТИ")
    )
}

impl Blank {
    fn new(body: &str) -> Self {
        let part = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        let office = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        Self {
            parts: vec![
                part(
                    "[Content_Types].xml",
                    format!(
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                         <Default Extension=\"png\" ContentType=\"image/png\"/>\
                         <Override PartName=\"/word/document.xml\" ContentType=\"{office}.template.main+xml\"/>\
                         <Override PartName=\"/word/styles.xml\" ContentType=\"{office}.styles+xml\"/></Types>"
                    ),
                ),
                part(
                    "_rels/.rels",
                    format!(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                         <Relationship Id=\"rId1\" Type=\"{R}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                    ),
                ),
                part("word/document.xml", document(body)),
                part(
                    "word/_rels/document.xml.rels",
                    format!(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                         <Relationship Id=\"rId1\" Type=\"{R}/styles\" Target=\"styles.xml\"/>\
                         <Relationship Id=\"rId2\" Type=\"{R}/image\" Target=\"media/logo.png\"/></Relationships>"
                    ),
                ),
                part(
                    "word/styles.xml",
                    format!(
                        "<w:styles xmlns:w=\"{W}\"><w:docDefaults><w:rPrDefault><w:rPr>\
                         <w:rFonts w:ascii=\"PT Serif\" w:hAnsi=\"PT Serif\"/><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault>\
                         <w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
                         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
                         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Line\"><w:name w:val=\"Пункт\"/><w:basedOn w:val=\"a\"/></w:style>\
                         <w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"Body\"/></w:style></w:styles>"
                    ),
                ),
                ("word/media/logo.png".to_owned(), LOGO.to_vec()),
            ],
        }
    }

    fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        match self.parts.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = bytes,
            None => self.parts.push((name.to_owned(), bytes)),
        }
        self
    }

    fn replaced(mut self, name: &str, from: &str, to: &str) -> Self {
        let known = self.parts.iter_mut().find(|(known, _)| known == name);
        let known = &mut known.unwrap().1;
        let text = String::from_utf8(known.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        *known = text.replace(from, to).into_bytes();
        self
    }

    fn packed(&self) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            archive
                .start_file(name.as_str(), SimpleFileOptions::default())
                .unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

fn whole() -> Blank {
    let body = [
        head(),
        MARK.to_owned(),
        paragraph("Почтовый адрес: ул. Примерная, 1"),
        SECTION.to_owned(),
    ];
    Blank::new(&body.concat())
}

fn named() -> Settings {
    let mut settings = settings();
    settings.papers.letterhead = "blank.docx".into();
    settings
}

fn rendered(request: &Request, blank: &[u8]) -> Rendered {
    let templates =
        Templates::default().with_letterheads([("blank.docx".to_owned(), blank.to_vec())]);
    render(
        request,
        Format::Docx,
        &with_settings(named()),
        &Approved::default(),
        &templates,
    )
    .unwrap()
}

fn minutes() -> Request {
    Request::Minutes(day(SECOND))
}

/// The parts of a package that are XML, by name.
fn xml_parts(package: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..archive.len())
        .filter_map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
            Some((name, String::from_utf8(bytes).ok()?))
        })
        .collect()
}

fn part(package: &[u8], name: &str) -> String {
    let parts = xml_parts(package);
    let found = parts.into_iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("no {name}")).1
}

/// The fault a letterhead is refused with; the paper is whole all the same.
fn refused(blank: &[u8]) -> LetterheadFault {
    let made = rendered(&minutes(), blank);
    assert!(docx_text_of(&made.bytes).contains("ПРОТОКОЛ"));
    let fault = made.fault.expect("it is not refused");
    assert_eq!(fault.file, "blank.docx");
    match fault.problem {
        TemplateProblem::Letterhead(fault) => fault,
        other => panic!("{other:?}"),
    }
}

fn docx_text_of(package: &[u8]) -> String {
    xml_text(&part(package, "word/document.xml"))
}

#[test]
fn the_paper_stands_in_the_marked_place_between_head_and_foot_of_the_letterhead() {
    let made = rendered(&minutes(), &whole().packed());
    assert_eq!(made.fault, None);
    let text = docx_text_of(&made.bytes);
    let place = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("no {words}: {text}"))
    };
    assert!(place("МИНИСТЕРСТВО ОБРАЗОВАНИЯ ПРИМЕРНОЙ") < place("ПРОТОКОЛ"));
    assert!(place("Председатель") < place("Почтовый адрес"));
    // Annexes come after the letterhead, on pages of their own.
    assert!(place("Почтовый адрес") < place("ТАКТИЧЕСКИЙ ПЛАН"));
    assert!(!text.contains("{{"), "the mark is taken out");
    let document = part(&made.bytes, "word/document.xml");
    assert!(document.contains("rId2"), "the logo stays");
    assert!(
        document.contains("w:left=\"1985\""),
        "the page is that of the letterhead"
    );
    assert!(document.contains("<w:docGrid"), "and all its section says");
    for (name, xml) in xml_parts(&made.bytes) {
        let kind = std::path::Path::new(&name).extension();
        if kind.is_some_and(|it| it == "xml" || it == "rels") {
            let _text = xml_text(&xml);
        }
    }
    // The organisation is named once: by the letterhead.
    let organisation = with_settings(named()).settings().organisation.to_string();
    let before = text.split("ПРОТОКОЛ").next().unwrap();
    assert!(!before.contains(&organisation), "{before}");
}

#[test]
fn without_a_mark_the_paper_goes_to_the_end() {
    let body = [head(), paragraph("Бланк"), SECTION.to_owned()].concat();
    let made = rendered(&minutes(), &Blank::new(&body).packed());
    assert_eq!(made.fault, None);
    let text = docx_text_of(&made.bytes);
    assert!(text.find("Бланк").unwrap() < text.find("ПРОТОКОЛ").unwrap());
    // A body with nothing in it, not even a section, takes a paper too.
    let made = rendered(&minutes(), &Blank::new("").packed());
    assert_eq!(made.fault, None);
    assert!(part(&made.bytes, "word/document.xml").contains("w:w=\"11906\""));
}

#[test]
fn everything_the_paper_says_without_a_letterhead_it_says_on_one() {
    let workspace = with_settings(settings());
    for request in [
        minutes(),
        Request::TacticalPlan(day(SECOND)),
        Request::Agenda(day(SECOND)),
        Request::Control(day(SECOND)),
    ] {
        let plain = crate::unpack::bytes(&request, Format::Docx, &workspace);
        let plain = docx_text(&plain);
        let made = rendered(&request, &whole().packed());
        assert_eq!(made.fault, None, "{request:?}");
        let text = docx_text_of(&made.bytes);
        let organisation = workspace.settings().organisation.to_string();
        for line in plain.lines().filter(|line| line.trim() != organisation) {
            assert!(text.contains(line), "{request:?}: {line}");
        }
        assert_eq!(
            rendered(&request, &whole().packed()).bytes,
            made.bytes,
            "the same bytes every time"
        );
    }
}

#[test]
fn styles_the_letterhead_has_by_name_are_used_and_others_added() {
    let made = rendered(&minutes(), &whole().packed());
    let document = part(&made.bytes, "word/document.xml");
    let styles = part(&made.bytes, "word/styles.xml");
    // Its id is one of ours for something else: it is the name that counts.
    assert!(styles.contains("w:styleId=\"Line\"><w:name w:val=\"Пункт\"/>"));
    assert!(
        document.contains("<w:pStyle w:val=\"Line\"/>"),
        "points are of its style"
    );
    assert!(document.contains("<w:pStyle w:val=\"PlanerkaLine\"/>"));
    // A style of letters is none of paragraphs.
    assert!(document.contains("<w:pStyle w:val=\"PlanerkaBody\"/>"));
    let used = document.split("<w:pStyle w:val=\"").skip(1);
    for id in used.map(|rest| rest.split('"').next().unwrap()) {
        assert!(
            styles.contains(&format!("w:styleId=\"{id}\"")),
            "{id} is not there"
        );
    }
    // Ours stand on its ordinary text: the typeface is its own.
    assert!(styles.contains(
        "w:styleId=\"PlanerkaBase\"><w:name w:val=\"Planerka base\"/><w:basedOn w:val=\"a\"/>"
    ));
    let added = styles.split("PlanerkaBase").nth(1).unwrap();
    assert!(!added.contains("Times New Roman"));
}

#[test]
fn pages_are_numbered_unless_the_letterhead_has_headers_of_its_own() {
    let made = rendered(&minutes(), &whole().packed());
    let document = part(&made.bytes, "word/document.xml");
    assert!(document.contains("planerkaHeader") && document.contains("<w:titlePg/>"));
    assert!(part(&made.bytes, "word/planerka-header.xml").contains("PAGE"));
    let own = whole()
        .replaced(
            "word/document.xml",
            "<w:sectPr>",
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>",
        )
        .replaced(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            &format!("<Relationship Id=\"rId3\" Type=\"{R}/footer\" Target=\"footer1.xml\"/></Relationships>"),
        )
        .with("word/footer1.xml", format!("<w:ftr xmlns:w=\"{W}\">{}</w:ftr>", paragraph("Телефон")));
    let made = rendered(&minutes(), &own.packed());
    assert_eq!(made.fault, None);
    assert!(!part(&made.bytes, "word/document.xml").contains("planerkaHeader"));
    assert!(part(&made.bytes, "word/footer1.xml").contains("Телефон"));
}

#[test]
fn a_template_for_new_documents_becomes_a_document() {
    let made = rendered(&minutes(), &whole().packed());
    let types = part(&made.bytes, "[Content_Types].xml");
    assert!(types.contains("wordprocessingml.document.main+xml"));
    assert!(!types.contains("template.main"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table, a fault a line")]
fn what_cannot_be_a_letterhead_is_refused_with_its_reason() {
    use LetterheadFault as Fault;
    let table = format!(
        "<w:tbl><w:tr><w:tc>{MARK}</w:tc></w:tr></w:tbl>{}{SECTION}",
        paragraph("после")
    );
    let deep = ["<w:p>".repeat(1000), "</w:p>".repeat(1000)].concat();
    let entity = "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\">]><w:document";
    let external = "Target=\"http://example.org/logo.png\" TargetMode=\"External\"";
    let zeros = vec![0_u8; 65 * 1024 * 1024];
    for (what, blank, fault) in [
        ("no package", b"no package".to_vec(), Fault::NotDocx),
        ("nothing", Vec::new(), Fault::NotDocx),
        (
            "an empty package",
            Blank { parts: Vec::new() }.packed(),
            Fault::NotDocx,
        ),
        (
            "half of one",
            whole().packed()[..900].to_vec(),
            Fault::NotDocx,
        ),
        (
            "broken XML",
            whole()
                .with("word/document.xml", "<w:document><w:body>")
                .packed(),
            Fault::NotDocx,
        ),
        (
            "broken styles",
            whole().with("word/styles.xml", "<w:styles>").packed(),
            Fault::NotDocx,
        ),
        (
            "no text",
            whole()
                .with("word/document.xml", vec![0xff, 0xfe, 0, 1])
                .packed(),
            Fault::NotDocx,
        ),
        (
            "entities",
            whole()
                .replaced("word/document.xml", "<w:document", entity)
                .packed(),
            Fault::NotDocx,
        ),
        (
            "a spreadsheet",
            whole()
                .replaced(
                    "[Content_Types].xml",
                    "wordprocessingml.template",
                    "spreadsheetml.sheet",
                )
                .packed(),
            Fault::NotDocx,
        ),
        (
            "macros",
            whole().with("word/vbaProject.bin", "x").packed(),
            Fault::Active,
        ),
        (
            "a form of macros",
            whole()
                .replaced(
                    "[Content_Types].xml",
                    "wordprocessingml.template",
                    "macroEnabledTemplate",
                )
                .packed(),
            Fault::Active,
        ),
        (
            "a linked picture",
            whole()
                .replaced(
                    "word/_rels/document.xml.rels",
                    "Target=\"media/logo.png\"",
                    external,
                )
                .packed(),
            Fault::Outside,
        ),
        (
            "the strict form",
            whole()
                .replaced(
                    "word/document.xml",
                    W,
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
                .packed(),
            Fault::Strict,
        ),
        (
            "a mark in a table",
            Blank::new(&table).packed(),
            Fault::Marker,
        ),
        (
            "two marks",
            Blank::new(&[MARK, MARK, SECTION].concat()).packed(),
            Fault::Marker,
        ),
        (
            "deep elements",
            Blank::new(&[deep.as_str(), SECTION].concat()).packed(),
            Fault::TooLarge,
        ),
        (
            "a bomb",
            whole().with("word/media/big.bmp", zeros).packed(),
            Fault::TooLarge,
        ),
        (
            "a way out",
            whole().with("../../evil.txt", "x").packed(),
            Fault::NotDocx,
        ),
    ] {
        assert_eq!(refused(&blank), fault, "{what}");
    }
}

#[test]
fn any_change_of_a_byte_gives_a_paper_all_the_same() {
    let blank = whole().packed();
    let workspace = with_settings(named());
    for at in (0..blank.len()).step_by(29) {
        let mut broken = blank.clone();
        broken[at] ^= 0x55;
        let made = render(
            &Request::Control(day(SECOND)),
            Format::Docx,
            &workspace,
            &Approved::default(),
            &Templates::default().on_letterhead("blank.docx", broken),
        );
        assert!(made.unwrap().bytes.starts_with(b"PK"), "{at}");
    }
}

#[test]
fn a_name_that_is_not_there_is_said_and_one_asked_for_goes_before_it() {
    let with = |templates: &Templates| {
        render(
            &minutes(),
            Format::Docx,
            &with_settings(named()),
            &Approved::default(),
            templates,
        )
        .unwrap()
    };
    let missing = with(&Templates::default());
    let problem = missing.fault.unwrap().problem;
    assert_eq!(
        problem,
        TemplateProblem::Letterhead(LetterheadFault::Missing)
    );
    let asked = Templates::default().on_letterhead("/tmp/other.docx", whole().packed());
    assert_eq!(with(&asked).fault, None);
    // Without the setting a file that happens to be there is not used.
    let there =
        Templates::default().with_letterheads([("blank.docx".to_owned(), whole().packed())]);
    let plain = render(
        &minutes(),
        Format::Docx,
        &with_settings(settings()),
        &Approved::default(),
        &there,
    );
    assert!(!docx_text_of(&plain.unwrap().bytes).contains("МИНИСТЕРСТВО ОБРАЗОВАНИЯ ПРИМЕРНОЙ"));
}

#[test]
fn libreoffice_lays_it_out_with_head_and_annex() {
    let files: Vec<(String, Vec<u8>)> = [
        ("minutes-on-letterhead.docx", minutes()),
        (
            "plan-on-letterhead.docx",
            Request::TacticalPlan(day(SECOND)),
        ),
    ]
    .map(|(name, request)| (name.to_owned(), rendered(&request, &whole().packed()).bytes))
    .to_vec();
    let Some(papers) = pages(&files) else { return };
    for (name, pages) in papers {
        let first = pages[0].join("\n");
        assert!(
            first.contains("МИНИСТЕРСТВО ОБРАЗОВАНИЯ ПРИМЕРНОЙ"),
            "{name}: {first}"
        );
        if name.starts_with("minutes") {
            assert!(first.contains("ПРОТОКОЛ"), "{first}");
            assert!(pages.len() >= 3, "minutes and an annex: {}", pages.len());
            assert_eq!(pages[1][0], "2", "the number of the page");
        }
    }
}
