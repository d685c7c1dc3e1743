//! What a reader hands over: the text and the tables of a file in their sequence.

use super::grid::Grid;

/// The kind of a file, told by what is in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// A document of Word.
    Docx,
    /// A text document of the OASIS standard.
    Odt,
    /// A spreadsheet of Excel.
    Xlsx,
    /// A spreadsheet of old Excel.
    Xls,
    /// A spreadsheet of the OASIS standard.
    Ods,
    /// A web page.
    Html,
    /// Text with a sign between cells.
    Separated(char),
    /// Text with Markdown tables.
    Markdown,
    /// Text with tables drawn of lines.
    Drawn,
    /// Running text.
    Text,
}

impl Format {
    /// Its name, as people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
            Self::Xlsx => "XLSX",
            Self::Xls => "XLS",
            Self::Ods => "ODS",
            Self::Html => "HTML",
            Self::Separated('\t') => "TSV",
            Self::Separated(_) => "CSV",
            Self::Markdown => "Markdown",
            Self::Drawn | Self::Text => "TXT",
        }
    }
}

/// A piece of a document.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// A paragraph outside tables.
    Paragraph(String),
    /// A table.
    Table(Grid),
}

/// A document, or one sheet of a workbook.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Part {
    /// The sheet's name.
    pub name: Option<String>,
    /// Paragraphs and tables in their sequence.
    pub blocks: Vec<Block>,
}

/// What was left out or changed while reading, to be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remark {
    /// A footnote: its mark was taken off the text.
    Footnote(String),
    /// Corrections nobody accepted yet were read as accepted.
    Corrections {
        /// Pieces that were put in.
        inserted: usize,
        /// Pieces that were struck out.
        deleted: usize,
    },
    /// Hidden text was left out.
    HiddenText(usize),
    /// A hidden sheet was left out.
    HiddenSheet(String),
    /// Hidden rows were left out.
    HiddenRows {
        /// The sheet.
        sheet: Option<String>,
        /// Their numbers in the source.
        rows: Vec<usize>,
    },
    /// Hidden columns were left out.
    HiddenColumns {
        /// The sheet.
        sheet: Option<String>,
        /// Their letters.
        columns: Vec<String>,
    },
    /// A date that a spreadsheet keeps was written out as its format shows it.
    TypedDate {
        /// The cell: `F12`.
        cell: String,
        /// The text it became.
        text: String,
    },
}

/// A file that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Source {
    /// What kind it is.
    pub format: Format,
    /// The encoding of a text.
    pub encoding: Option<&'static str>,
    /// The document, or the visible sheets.
    pub parts: Vec<Part>,
    /// What was left out or changed.
    pub remarks: Vec<Remark>,
}

impl Source {
    /// How many tables there are.
    pub fn tables(&self) -> usize {
        self.parts
            .iter()
            .flat_map(|part| &part.blocks)
            .filter(|block| matches!(block, Block::Table(_)))
            .count()
    }
}
