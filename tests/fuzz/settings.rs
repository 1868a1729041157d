//! What must hold of the files that a house writes for its desk (scales, maps between
//! scales, policies, facts), of models, of texts with labels and of pictures.

use claimdesk::extract::Model;
use claimdesk::extract::model::{ExamplesFormat, read_examples};
use claimdesk::gate::Policy;
use claimdesk::lint::reference::{problems, read_facts};
use claimdesk::matching::Matcher;
use claimdesk::matching::collection::{claims_in_jsonl, claims_in_tsv};
use claimdesk::model::crosswalk::NewCrosswalk;
use claimdesk::model::scale::NewScale;
use claimdesk::report::look::accent::Accent;
use claimdesk::report::look::logo::Logo;

use super::desks::{act, new_desk};

/// A policy means the same when it is read again; a scale is taken by a desk that stays
/// sound, or refused.
pub(crate) fn house_files(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(policy) = text.parse::<Policy>() {
        let again = policy.text().parse::<Policy>().unwrap();
        assert_eq!(again.rules(), policy.rules());
    }
    if let Ok(facts) = read_facts(&text) {
        let _ = problems(&facts);
    }
    let _ = toml::from_str::<NewCrosswalk>(&text);
    let _ = text.parse::<Accent>();
    if let Ok(scale) = toml::from_str::<NewScale>(&text) {
        give_scale(&scale);
    }
}

/// Gives a desk a scale.
fn give_scale(scale: &NewScale) {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = new_desk(&folder.path().join("desk.db"));
    if desk.add_scale(&act(1), scale).is_ok() {
        assert_eq!(desk.scale(&scale.slug).unwrap().slug, scale.slug);
        let _ = desk.update_scale(&act(2), scale);
    }
    assert!(desk.health().unwrap().ok);
}

/// A model that can be read is written as the same bytes mean.
pub(crate) fn models(bytes: &[u8]) {
    if let Ok(model) = Model::from_bytes(bytes) {
        assert!(Model::from_bytes(&model.to_bytes().unwrap()).is_ok());
    }
    if let Ok(matcher) = Matcher::from_bytes(bytes) {
        assert!(Matcher::from_bytes(&matcher.to_bytes().unwrap()).is_ok());
    }
}

/// Texts with labels and collections of checked claims are read or refused, and a
/// picture as well.
pub(crate) fn collections(bytes: &[u8]) {
    for format in ExamplesFormat::ENDINGS
        .into_iter()
        .filter_map(ExamplesFormat::of_ending)
    {
        let _ = read_examples(bytes, format);
    }
    let text = String::from_utf8_lossy(bytes);
    let _ = claims_in_tsv(&text);
    let _ = claims_in_jsonl(&text);
    let _ = Logo::read(bytes.to_vec());
}
