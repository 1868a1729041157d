//! A model as bytes: the line that says what it is, the line of JSON that says all
//! about it ([`Header`]), then the weights: those of
//! what a person can see as 32-bit floats, the largest weight of an n-gram as
//! one more, and a byte for each bucket. All numbers are little-endian.

use sha2::{Digest, Sha256};

use super::Model;
use super::header::Header;
use super::vector::SEEN;
use crate::extract::ngrams::BUCKETS;
use crate::learning::ModelError;
use crate::learning::file::{pack, unpack, weights};

/// The first line of a model.
const MAGIC: &str = "claimdesk model 1";

/// Counts the changes of what features mean that the lexicon does not show.
const FEATURES: u32 = 1;

/// No weight that was learned comes near this.
const MOST: f64 = 1e6;

const FLOAT: usize = size_of::<f32>();

/// Length of the weights unpacked, in bytes.
const WEIGHTS: usize = (SEEN + 1) * FLOAT + BUCKETS;

/// What the numbers of a model mean: a count of changes, and a digest of the
/// lexicon whose lists are numbered.
pub(super) fn features() -> String {
    let digest = Sha256::digest(include_bytes!("../../../data/lexicon.txt"));
    format!(
        "{FEATURES}-{:02x}{:02x}{:02x}{:02x}",
        digest[0], digest[1], digest[2], digest[3]
    )
}

impl Model {
    /// Reads a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let (header, packed): (Header, _) = unpack(MAGIC, bytes)?;
        if header.features != features() {
            return Err(ModelError::OtherFeatures);
        }
        let weights = weights(packed, WEIGHTS)?;
        let (floats, buckets) = weights
            .split_at_checked((SEEN + 1) * FLOAT)
            .filter(|(_, buckets)| buckets.len() == BUCKETS)
            .ok_or_else(ModelError::cut_short)?;
        let mut floats = floats
            .chunks_exact(FLOAT)
            .map(|bytes| f32::from_le_bytes(<[u8; FLOAT]>::try_from(bytes).unwrap_or_default()));
        let seen: Vec<f32> = floats.by_ref().take(SEEN).collect();
        let largest = floats.next().unwrap_or_default();
        if !in_range(&header, seen.iter().chain([&largest])) {
            return Err(ModelError::Damaged("a weight is out of range".to_owned()));
        }
        Ok(Self::of_parts(header, seen, largest, buckets.to_vec()))
    }

    /// The model as bytes; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ModelError> {
        let mut weights = Vec::with_capacity(WEIGHTS);
        let floats = self.seen.iter().chain([&self.largest]);
        weights.extend(floats.flat_map(|weight| weight.to_le_bytes()));
        weights.extend_from_slice(&self.buckets);
        pack(MAGIC, &self.header, &weights)
    }
}

/// Whether sums of these can be reckoned with; what is no number is not.
fn in_range<'w>(header: &Header, weights: impl Iterator<Item = &'w f32>) -> bool {
    let calibration = header.calibration;
    let few = [
        f64::from(header.base),
        calibration.slope,
        calibration.intercept,
    ];
    let weights = weights.map(|weight| f64::from(*weight)).chain(few);
    weights.into_iter().all(|weight| weight.abs() <= MOST)
        && (0.0..=1.0).contains(&header.threshold)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::extract::shipped;

    /// The bytes of the shipped model, and where its weights begin.
    static BYTES: LazyLock<(Vec<u8>, usize)> = LazyLock::new(|| {
        let bytes = shipped().unwrap().to_bytes().unwrap();
        let (_, packed): (Header, _) = unpack(MAGIC, &bytes).unwrap();
        let weights = bytes.len() - packed.len();
        (bytes, weights)
    });

    fn complaint(bytes: &[u8]) -> String {
        Model::from_bytes(bytes).unwrap_err().to_string()
    }

    #[test]
    fn a_model_comes_back_as_it_was() {
        let (bytes, _) = &*BYTES;
        let again = Model::from_bytes(bytes).unwrap();
        assert_eq!(&again, shipped().unwrap());
        assert_eq!(&again.to_bytes().unwrap(), bytes);
    }

    #[test]
    fn what_is_cut_short_or_damaged_is_refused() {
        let (bytes, weights) = (&BYTES.0, BYTES.1);
        for length in [
            0,
            5,
            MAGIC.len(),
            MAGIC.len() + 1,
            100,
            weights,
            weights + 50,
            bytes.len() - 1,
        ] {
            assert!(Model::from_bytes(&bytes[..length]).is_err(), "{length}");
        }
        assert!(complaint(b"text,label\nx,1\n").starts_with("this is not a model"));
        let with = |packed: &[u8]| [&bytes[..weights], packed].concat();
        let few = zstd::bulk::compress(&[0; 12], 3).unwrap();
        assert_eq!(
            complaint(&with(&few)),
            "the model is damaged: it is cut short"
        );
        let many = zstd::bulk::compress(&vec![0; WEIGHTS + 1], 3).unwrap();
        assert!(complaint(&with(&many)).starts_with("the model is damaged"));
        let no_numbers = zstd::bulk::compress(&vec![0xff; WEIGHTS], 3).unwrap();
        assert_eq!(
            complaint(&with(&no_numbers)),
            "the model is damaged: a weight is out of range"
        );
        let head = String::from_utf8(bytes[..weights].to_vec()).unwrap();
        let without_bounds = head.replace("\"base\":", "\"base\":1e30,\"was\":");
        let boundless = [without_bounds.as_bytes(), &bytes[weights..]].concat();
        assert_eq!(
            complaint(&boundless),
            "the model is damaged: a weight is out of range"
        );
    }

    #[test]
    fn a_model_for_other_features_is_refused() {
        let (bytes, weights) = (&BYTES.0, BYTES.1);
        let head = String::from_utf8(bytes[..weights].to_vec()).unwrap();
        let head = head.replace(&features(), "0-00000000");
        let other = [head.as_bytes(), &bytes[weights..]].concat();
        assert!(complaint(&other).starts_with("the model was made by another version"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_read_or_refused(any in prop::collection::vec(any::<u8>(), 0..300)) {
            let (bytes, weights) = (&BYTES.0, BYTES.1);
            for start in [0, MAGIC.len() + 1, weights] {
                prop_assert!(Model::from_bytes(&[&bytes[..start], &any].concat()).is_err());
            }
        }
    }
}
