//! Files for the tests.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// A line of a page: left edge, baseline, size, words.
pub(super) type PlacedLine<'t> = (i64, i64, i64, &'t str);

/// A file with a page for each list of lines.
pub(super) fn file(pages: &[&[PlacedLine<'_>]]) -> Vec<u8> {
    let contents = pages.iter().map(|lines| {
        let operations = lines.iter().flat_map(|(x, y, size, words)| {
            [
                Operation::new("BT", vec![]),
                Operation::new("Tf", vec!["F1".into(), (*size).into()]),
                Operation::new("Td", vec![(*x).into(), (*y).into()]),
                Operation::new("Tj", vec![Object::string_literal(*words)]),
                Operation::new("ET", vec![]),
            ]
        });
        let operations: Vec<Operation> = operations.collect();
        let content = Content { operations }.encode().unwrap();
        Stream::new(dictionary! {}, content)
    });
    bytes(&mut with_pages(contents.collect(), Dictionary::new()))
}

/// A file with one page that is drawn by a stream.
pub(super) fn with_content(content: Stream) -> Vec<u8> {
    bytes(&mut with_pages(vec![content], Dictionary::new()))
}

/// A file with one page that is drawn by `content`, and forms that it may
/// draw by their names.
pub(super) fn with_forms(content: &[u8], forms: &[(&str, &[u8])]) -> Document {
    let forms = forms.iter().map(|(name, content)| {
        let kind = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
        (*name, Stream::new(kind, content.to_vec()))
    });
    let mut file = Document::with_version("1.5");
    let mut named = Dictionary::new();
    for (name, form) in forms {
        named.set(name, file.add_object(form));
    }
    let content = Stream::new(dictionary! {}, content.to_vec());
    put_pages(&mut file, vec![content], named);
    file
}

fn with_pages(contents: Vec<Stream>, forms: Dictionary) -> Document {
    let mut file = Document::with_version("1.5");
    put_pages(&mut file, contents, forms);
    file
}

fn put_pages(file: &mut Document, contents: Vec<Stream>, forms: Dictionary) {
    let pages_id = file.new_object_id();
    let font = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let resources = dictionary! { "Font" => dictionary! { "F1" => font }, "XObject" => forms };
    let resources = file.add_object(resources);
    let kids: Vec<Object> = contents
        .into_iter()
        .map(|content| {
            let content = file.add_object(content);
            let page =
                dictionary! { "Type" => "Page", "Parent" => pages_id, "Contents" => content };
            file.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    let tree = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    file.objects.insert(pages_id, Object::Dictionary(tree));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages_id });
    let info = file.add_object(dictionary! {
        "Title" => Object::string_literal("The ferry"),
        "Author" => Object::string_literal("V. Holm"),
    });
    file.trailer.set("Root", catalog);
    file.trailer.set("Info", info);
}

fn bytes(file: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}
