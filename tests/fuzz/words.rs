//! What must hold of whatever is typed, and of whatever words an article has: dates,
//! quantities and names lie in the text, rules find nothing beside it, and what is
//! understood of a word means the same when it is written again.

use claimdesk::identity::{host, identify, meant, web_address};
use claimdesk::lint::reference::References;
use claimdesk::lint::{self, Article, On, RULES};
use claimdesk::model::claim::ClaimRef;
use claimdesk::model::edtf::{Edtf, EdtfDate};
use claimdesk::model::locator::Locator;
use claimdesk::model::people::Handle;
use claimdesk::model::text::{Block, BlockKind, Span};

/// What a sentence names, and what rules say of it, stands in the text.
pub(crate) fn facets(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let blocks = [Block::new(BlockKind::Body, Span::new(0, text.len()))];
    let published = "2024-02-29".parse::<EdtfDate>().ok();
    let sentences = lint::read(&text, &blocks, published.as_ref());
    let stands = |span: Span| assert!(span.slice(&text).is_some(), "{span:?}");
    for sentence in &sentences {
        stands(sentence.span);
        let facets = &sentence.facets;
        facets.dates.iter().for_each(|date| stands(date.span));
        facets.names.iter().for_each(|name| stands(name.span));
        facets
            .quantities
            .iter()
            .for_each(|quantity| stands(quantity.span));
        facets
            .quotations
            .iter()
            .for_each(|quotation| stands(quotation.span));
        facets
            .attributions
            .iter()
            .for_each(|attribution| stands(attribution.span));
    }
    let known = (published.as_ref(), References::shipped());
    let article = Article::of(&text, &blocks, known, &sentences);
    for finding in lint::text(RULES, &article) {
        if let On::Words(span) = finding.found.on {
            stands(span);
        }
    }
}

/// What is understood of a line that somebody types is understood again as it is written.
pub(crate) fn typed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for line in text.lines() {
        if let Ok(date) = line.parse::<EdtfDate>() {
            assert_eq!(date.as_str().parse().as_ref(), Ok(&date));
        }
        if let Ok(date) = line.parse::<Edtf>() {
            assert_eq!(date.as_str().parse().as_ref(), Ok(&date));
        }
        if let Ok(handle) = line.parse::<Handle>() {
            assert_eq!(handle.as_str().parse().as_ref(), Ok(&handle));
        }
        if let Ok(address) = web_address(line) {
            assert_eq!(web_address(&address).as_ref(), Ok(&address));
            assert!(host(&address).is_some(), "{address}");
        }
        if let Ok(source) = identify(line) {
            assert!(source.key().contains(':'));
        }
        let _ = meant(line);
        let _ = line.parse::<ClaimRef>();
        let _ = Locator::parse(line);
    }
}
