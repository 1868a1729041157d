//! Models as bytes: a line that says what the model is, a line of JSON that
//! says all about it, then its weights, packed by Zstandard.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How hard weights are packed.
const PACKING: i32 = 19;

/// Why bytes are no model that can be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// It does not begin like one.
    #[error("this is not a model; a model begins with “{0}”")]
    NotAModel(&'static str),
    /// What it says of itself can't be read.
    #[error("the second line, which says what the model is, can't be read: {0}")]
    Header(#[from] serde_json::Error),
    /// It was made for other features.
    #[error(
        "the model was made by another version of claimdesk, which takes sentences apart \
         differently; train it anew with model train"
    )]
    OtherFeatures,
    /// The weights are cut short or damaged.
    #[error("the model is damaged: {0}")]
    Damaged(String),
}

impl ModelError {
    pub(crate) fn cut_short() -> Self {
        Self::Damaged("it is cut short".to_owned())
    }
}

/// A header and weights as bytes; the same ones give the same bytes.
pub(crate) fn pack(
    magic: &'static str,
    header: &impl Serialize,
    weights: &[u8],
) -> Result<Vec<u8>, ModelError> {
    let packed = zstd::bulk::compress(weights, PACKING)
        .map_err(|error| ModelError::Damaged(error.to_string()))?;
    let mut bytes = format!("{magic}\n{}\n", serde_json::to_string(header)?).into_bytes();
    bytes.extend(packed);
    Ok(bytes)
}

/// The header of a model, and its weights still packed.
pub(crate) fn unpack<'b, H: DeserializeOwned>(
    magic: &'static str,
    bytes: &'b [u8],
) -> Result<(H, &'b [u8]), ModelError> {
    let (first, rest) = line(bytes).ok_or(ModelError::NotAModel(magic))?;
    if first != magic.as_bytes() {
        return Err(ModelError::NotAModel(magic));
    }
    let (header, packed) = line(rest).ok_or_else(ModelError::cut_short)?;
    Ok((serde_json::from_slice(header)?, packed))
}

/// Weights unpacked, of which there are so many bytes at most.
pub(crate) fn weights(packed: &[u8], most: usize) -> Result<Vec<u8>, ModelError> {
    zstd::bulk::decompress(packed, most).map_err(|error| ModelError::Damaged(error.to_string()))
}

fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}
