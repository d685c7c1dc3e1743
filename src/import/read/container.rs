//! What a file is, told by its first bytes and by what is in its container.

use std::io::Cursor;

use super::package::Package;
use super::xml::{Attributes, Go, Visitor, walk};
use super::{docx, encoding, html, odf, text, xls, xlsx};
use crate::import::refusal::Refusal;
use crate::import::source::Source;

/// Files that are something else, by their first bytes.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\0", "XZ"),
    (b"SQLite format 3", "SQLite"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"AT&TFORM", "DjVu"),
    (b"ID3", "MP3"),
    (b"OggS", "OGG"),
    (b"BM6", "BMP"),
];

/// Reads a file of any kind.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let trimmed = bytes.trim_ascii_start();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return compound(bytes);
    }
    // PDF readers take a head that begins a little later.
    if bytes
        .get(..1024.min(bytes.len()))
        .is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-"))
    {
        return Err(Refusal::Pdf);
    }
    if trimmed.starts_with(b"{\\rtf") {
        return Err(Refusal::Rtf);
    }
    if let Some((_, name)) = FOREIGN.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Err(Refusal::Foreign {
            what: (*name).to_owned(),
        });
    }
    let Some(decoded) = encoding::decode(bytes) else {
        return Err(Refusal::Foreign {
            what: String::new(),
        });
    };
    let head = decoded.text.trim_start();
    if head.starts_with("<?xml") || head.starts_with("<office:document") {
        if let Some(refusal) = xml_of_office(head) {
            return Err(refusal);
        }
        if head.contains("<office:document") {
            return odf::read_flat(head.as_bytes());
        }
    }
    let mut source = if html::is_html(&decoded.text) {
        html::read(&decoded.text)?
    } else {
        text::read(&decoded.text)?
    };
    source.encoding = Some(decoded.encoding);
    Ok(source)
}

/// Documents of Office kept in one XML file.
fn xml_of_office(head: &str) -> Option<Refusal> {
    let start: String = head.chars().take(2_000).collect();
    let what = if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        "XML Excel 2003"
    } else if start.contains("schemas.microsoft.com/office/word/2003/wordml")
        || start.contains("schemas.microsoft.com/office/2006/xmlPackage")
    {
        "XML Word"
    } else {
        return None;
    };
    Some(Refusal::Foreign { what: what.into() })
}

fn package(bytes: &[u8]) -> Result<Source, Refusal> {
    let mut package = Package::open(bytes)?;
    let names = package.names();
    if names.is_empty() {
        return Err(Refusal::Empty);
    }
    if package.has("mimetype") || package.has("content.xml") {
        let kind = package.string("mimetype")?.unwrap_or_default();
        let kind = kind.trim();
        if kind.contains("epub") {
            return Err(Refusal::Foreign {
                what: "EPUB".into(),
            });
        }
        if kind.is_empty() || kind.contains("opendocument") {
            if kind.contains("presentation") {
                return Err(Refusal::Foreign { what: "ODP".into() });
            }
            return odf::read(&mut package);
        }
    }
    if package.has("[Content_Types].xml") || package.has("_rels/.rels") {
        let mut relations = Relations::default();
        if let Some(part) = package.part("_rels/.rels")? {
            walk(part, &mut relations)?;
        }
        let main = relations
            .main
            .map(|target| target.trim_start_matches('/').to_owned())
            .or_else(|| {
                ["word/document.xml", "xl/workbook.xml"]
                    .into_iter()
                    .find(|name| names.iter().any(|known| known == name))
                    .map(str::to_owned)
            });
        if let Some(main) = main {
            return office(&mut package, &main, bytes);
        }
    }
    Err(Refusal::ForeignArchive {
        holds: names.into_iter().take(5).collect(),
    })
}

/// Reads a package of Office by the root of its main part.
fn office(package: &mut Package<'_>, main: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    let is_binary = std::path::Path::new(main)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("bin"));
    if is_binary {
        return Err(Refusal::Foreign {
            what: "XLSB".into(),
        });
    }
    let mut root = Root::default();
    match package.part(main)? {
        Some(part) => {
            // The walk stops itself at the first element.
            let walked = walk(part, &mut root);
            if root.name.is_none() {
                walked?;
            }
        }
        None => return Err(Refusal::damaged(format!("{main} is missing"))),
    }
    match root.name.as_deref() {
        Some("document") => docx::read(package, main),
        Some("workbook") => xlsx::read(package, main, bytes),
        Some("presentation") => Err(Refusal::Foreign {
            what: "PPTX".into(),
        }),
        _ => Err(Refusal::Foreign { what: "XML".into() }),
    }
}

/// A compound file: old Office, or new Office behind a password.
fn compound(bytes: &[u8]) -> Result<Source, Refusal> {
    let compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(Refusal::damaged)?;
    let names: Vec<String> = compound
        .read_root_storage()
        .map(|entry| entry.name().to_owned())
        .collect();
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(Refusal::Password);
    }
    if has("WordDocument") {
        return Err(Refusal::Doc);
    }
    if let Some(stream) = names
        .iter()
        .find(|name| name.eq_ignore_ascii_case("Workbook") || name.eq_ignore_ascii_case("Book"))
    {
        return xls::read(bytes, stream);
    }
    let what = if has("PowerPoint Document") {
        "PPT"
    } else if names.iter().any(|name| name.starts_with("__substg")) {
        "MSG"
    } else {
        "OLE"
    };
    Err(Refusal::Foreign { what: what.into() })
}

/// The main part of a package.
#[derive(Default)]
struct Relations {
    main: Option<String>,
}

impl Visitor for Relations {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        if name == "Relationship"
            && attributes
                .get("Type")
                .is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            self.main = attributes.get("Target");
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

/// The name of the root element.
#[derive(Default)]
struct Root {
    name: Option<String>,
}

impl Visitor for Root {
    fn open(&mut self, name: &str, _: &Attributes<'_>) -> Result<Go, Refusal> {
        self.name = Some(name.to_owned());
        // Nothing more is needed: the error ends the walk.
        Err(Refusal::Empty)
    }

    fn close(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}
