//! A matcher as bytes: behind its header the weights of its features as 32-bit
//! floats, how many stems it knows, each stem as 32 bits and its rarity as a
//! byte, then the rarity of each bucket of runs as a byte. All little-endian.

use strum::IntoEnumIterator;

use super::Matcher;
use super::features::{FEATURES, Feature};
use super::header::Header;
use super::rarity::{Learned, RUNS};
use crate::learning::ModelError;
use crate::learning::file::{pack, unpack, weights};

/// The first line of a matcher.
const MAGIC: &str = "claimdesk matcher 1";

/// Counts the changes of what words and features are that their names don't show.
const READING: u32 = 1;

/// A matcher knows fewer stems than this.
const MOST_STEMS: usize = 1 << 20;

const STEM: usize = size_of::<u32>() + 1;
const FLOAT: usize = size_of::<f32>();

/// No weight that was learned comes near this.
const MOST: f32 = 1e6;

/// What the numbers of a matcher mean: how texts are read, and the features.
pub(super) fn features() -> String {
    let names: Vec<String> = Feature::iter().map(|feature| feature.to_string()).collect();
    format!("{READING} {}", names.join(" "))
}

impl Matcher {
    /// Reads a matcher.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let (header, packed): (Header, _) = unpack(MAGIC, bytes)?;
        if header.features != features() {
            return Err(ModelError::OtherFeatures);
        }
        let most = (FEATURES + 1) * FLOAT + MOST_STEMS * STEM + RUNS;
        let unpacked = weights(packed, most)?;
        let mut rest = unpacked.as_slice();
        let mut take = |length: usize| {
            let (taken, after) = rest
                .split_at_checked(length)
                .ok_or_else(ModelError::cut_short)?;
            rest = after;
            Ok::<_, ModelError>(taken)
        };
        let floats = take(FEATURES * FLOAT)?.chunks_exact(FLOAT);
        let weights: Vec<f32> = floats
            .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap_or_default()))
            .collect();
        let count = u32::from_le_bytes(take(FLOAT)?.try_into().unwrap_or_default());
        let count = usize::try_from(count).unwrap_or(usize::MAX).min(MOST_STEMS);
        let stems = take(count * STEM)?.chunks_exact(STEM);
        let stems: Vec<(u32, u8)> = stems
            .map(|bytes| {
                let (stem, level) = bytes.split_at(STEM - 1);
                (
                    u32::from_le_bytes(stem.try_into().unwrap_or_default()),
                    level[0],
                )
            })
            .collect();
        let runs = take(RUNS)?.to_vec();
        let in_order = stems.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if !rest.is_empty() || !in_order || !weights.iter().all(|weight| weight.abs() <= MOST) {
            return Err(ModelError::Damaged("a number is out of range".to_owned()));
        }
        Ok(Self {
            header,
            weights,
            learned: Learned { stems, runs },
        })
    }

    /// The matcher as bytes; the same one gives the same bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ModelError> {
        let mut bytes = Vec::new();
        for weight in &self.weights {
            bytes.extend(weight.to_le_bytes());
        }
        let stems = &self.learned.stems;
        bytes.extend(u32::try_from(stems.len()).unwrap_or(u32::MAX).to_le_bytes());
        for (stem, level) in stems {
            bytes.extend(stem.to_le_bytes());
            bytes.push(*level);
        }
        bytes.extend(&self.learned.runs);
        pack(MAGIC, &self.header, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::shipped;

    #[test]
    fn a_matcher_comes_back_as_it_was() {
        let bytes = shipped().unwrap().to_bytes().unwrap();
        let again = Matcher::from_bytes(&bytes).unwrap();
        assert_eq!(&again, shipped().unwrap());
        assert_eq!(again.to_bytes().unwrap(), bytes);
    }

    #[test]
    fn what_is_cut_short_or_for_other_features_is_refused() {
        let bytes = shipped().unwrap().to_bytes().unwrap();
        for length in [0, 5, MAGIC.len() + 1, 200, bytes.len() / 2, bytes.len() - 1] {
            assert!(Matcher::from_bytes(&bytes[..length]).is_err(), "{length}");
        }
        let header = Header {
            features: "other".to_owned(),
            ..Header::default()
        };
        let other = pack(MAGIC, &header, &[0; 12]).unwrap();
        assert!(matches!(
            Matcher::from_bytes(&other),
            Err(ModelError::OtherFeatures)
        ));
        let few = pack(MAGIC, &Header::default(), &[0; 12]).unwrap();
        let complaint = Matcher::from_bytes(&few).unwrap_err().to_string();
        assert_eq!(complaint, "the model is damaged: it is cut short");
    }
}
