//! What must hold of a desk's file that was damaged anywhere, or prepared: what can't be
//! read is told, and nothing panics, hangs or crashes.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use claimdesk::Desk;
use claimdesk::desk::{Access, NewArticle};
use claimdesk::extract::Offer;
use claimdesk::model::article::GivenDetails;
use claimdesk::model::search::{SearchPage, SearchSort};

use super::desks::{act, new_desk, read_all};

/// A desk's file with other bytes here and there: four bytes of an input say where, in
/// the order of the file's pages, and the next what stands there then.
pub(crate) fn desk(bytes: &[u8]) {
    static WHOLE: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let mut file = WHOLE.get_or_init(|| some_desk(&path)).clone();
    for change in bytes.chunks_exact(5) {
        let place = change[..4]
            .iter()
            .fold(0, |place, byte| place << 8 | usize::from(*byte));
        let place = place % file.len();
        file[place] = change[4];
    }
    fs::write(&path, &file).unwrap();
    survive(&path);
}

/// A desk with an article, its claims and what rules say of them, as a file.
fn some_desk(path: &Path) -> Vec<u8> {
    let mut desk = new_desk(path);
    let article = NewArticle {
        bytes: ARTICLE.as_bytes(),
        file_name: Some("bridge.txt"),
        document_type: None,
        encoding: None,
        given: GivenDetails::default(),
        offer: Offer::default(),
    };
    desk.add_articles(&act(1), &article).unwrap();
    drop(desk);
    fs::read(path).unwrap()
}

const PAGE: SearchPage = SearchPage {
    sort: SearchSort::Relevance,
    limit: 20,
    offset: 0,
};

const ARTICLE: &str = "The bridge over the Mobira was opened on 3 May 1931. It cost two million crowns, \
    said the mayor, Ada Novak. Nine of ten inhabitants cross it every day.\n";

/// Reads, mends and changes a desk whose file may be damaged anywhere. Errors are fine;
/// a panic, a hang or a crash is not.
fn survive(path: &Path) {
    if let Ok(desk) = Desk::open(path, Access::Read) {
        let _ = read_all(&desk);
        let _ = desk.export_archive(&mut std::io::sink());
        let _ = desk.health();
    }
    if let Ok(mut desk) = Desk::open(path, Access::Write) {
        let _ = desk.search("bridge *ridg*", PAGE);
        let _ = desk.undo(&act(3));
        let _ = desk.mend();
    }
}
