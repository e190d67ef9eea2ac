//! Bytes on their way out, compared with the hash.

use std::ops::Range;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures::stream::{BoxStream, StreamExt};
use futures::{Stream, TryStreamExt};
use sha2::{Digest, Sha256};

use crate::{Checksum, Error, Object, Store};

/// The bytes of an object, or of a part of it, as a stream.
///
/// A whole read is compared with the object's hash: where it differs, the stream ends in [`Error::Damaged`] in place of
/// its last piece, so that nobody can take it for complete.
pub struct Content {
    range: Range<u64>,
    size: u64,
    bytes: BoxStream<'static, Result<Bytes, Error>>,
}

impl Content {
    /// Which bytes these are.
    pub fn range(&self) -> Range<u64> {
        self.range.clone()
    }

    /// Bytes of the whole object.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether this is the whole object.
    pub fn is_whole(&self) -> bool {
        self.range == (0..self.size)
    }
}

impl Stream for Content {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.bytes.poll_next_unpin(context)
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Content")
            .field("range", &self.range)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// An object's bytes: all of them, compared with the hash as they pass, or those of a range.
    ///
    /// # Errors
    /// [`Error::BadRange`] for a range that is not within the object, [`Error::Missing`] and [`Error::Damaged`] where
    /// the store has lost it or has other bytes (the latter also in the stream), [`Error::Encrypted`].
    pub async fn read(&self, object: &Object, range: Option<Range<u64>>) -> Result<Content, Error> {
        if object.encrypted {
            return Err(Error::Encrypted(object.checksum));
        }
        let size = object.size;
        let range = range.unwrap_or(0..size);
        if range.start > range.end || range.end > size {
            return Err(Error::BadRange { size });
        }
        let is_whole = range == (0..size);
        let bytes = self.vault().get(object.tenant, object.checksum, range.clone()).await?;
        Ok(Content {
            bytes: if is_whole { verified(bytes, object.checksum, size) } else { bytes },
            range,
            size,
        })
    }

    /// A whole object in memory, compared with the hash.
    ///
    /// # Errors
    /// [`Error::TooLarge`] for more than `most` bytes; as [`Store::read`].
    pub async fn read_whole(&self, object: &Object, most: u64) -> Result<Bytes, Error> {
        if object.size > most {
            return Err(Error::TooLarge { limit: most });
        }
        let whole = BytesMut::with_capacity(usize::try_from(object.size).unwrap_or(0));
        let whole = self
            .read(object, None)
            .await?
            .try_fold(whole, |mut whole, piece| async move {
                whole.extend_from_slice(&piece);
                Ok(whole)
            })
            .await?;
        Ok(whole.freeze())
    }
}

/// Passes bytes on one piece late, so that the last one leaves only when the hash of all is right.
pub(crate) fn verified(
    bytes: BoxStream<'static, Result<Bytes, Error>>,
    checksum: Checksum,
    size: u64,
) -> BoxStream<'static, Result<Bytes, Error>> {
    struct State {
        bytes: BoxStream<'static, Result<Bytes, Error>>,
        hash: Sha256,
        seen: u64,
        held: Option<Bytes>,
        ended: bool,
    }
    let state = State { bytes, hash: Sha256::new(), seen: 0, held: None, ended: false };
    futures::stream::try_unfold(state, move |mut state| async move {
        while !state.ended {
            match state.bytes.try_next().await? {
                Some(piece) => {
                    state.hash.update(&piece);
                    state.seen += piece.len() as u64;
                    if let Some(before) = state.held.replace(piece) {
                        return Ok(Some((before, state)));
                    }
                }
                None => {
                    state.ended = true;
                    if state.seen != size || Checksum::from(state.hash.clone()) != checksum {
                        return Err(Error::Damaged(checksum));
                    }
                }
            }
        }
        Ok(state.held.take().map(|last| (last, state)))
    })
    .boxed()
}
