//! The store: one value that everything about bytes starts from.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures::{Stream, stream};
use pg::{Db, Scope, TenantId};
use sha2::Sha256;
use tokio::sync::{Semaphore, SemaphorePermit};
use uuid::Uuid;

use crate::error::blocking;
use crate::spool::{Feed, Spool, SpoolDir, join};
use crate::vault::Vault;
use crate::{Checksum, Error, Limits, Placed, StoreConfig, quota};

/// Transactions of uploads at a time. While the disk is busy with their bytes a commit is slow, and the connections are
/// needed for everything else too.
const TURNS: usize = 4;

/// Uploads whose hash is kept in memory between two requests. Beyond it, what has arrived is read again.
const HASHES_KEPT: usize = 10_000;

/// The objects of all tenants. Cheap to clone; clones are one store.
#[derive(Clone, Debug)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    vault: Vault,
    spool: SpoolDir,
    limits: Limits,
    hashes: Mutex<HashMap<Uuid, (u64, Sha256)>>,
    turns: Semaphore,
}

impl Store {
    /// Opens the store, making its directories where they are missing, and removes what dead processes left in the
    /// spool. S3 is not asked before it is needed.
    ///
    /// # Errors
    /// [`Error::Config`] for settings that cannot be used, [`Error::File`] for a directory that cannot.
    pub async fn open(config: &StoreConfig) -> Result<Self, Error> {
        let config = config.clone();
        let inner = blocking(move || {
            let spool = SpoolDir::open(&config.spool_dir)?;
            spool.remove_dead()?;
            Ok(Inner {
                vault: Vault::open(&config.url, &config.s3)?,
                spool,
                limits: config.limits,
                hashes: Mutex::default(),
                turns: Semaphore::new(TURNS),
            })
        })
        .await?;
        Ok(Self { inner: Arc::new(inner) })
    }

    /// What an upload may take.
    pub fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// Waits for a turn at the database, before [`Store::open_upload`] or [`Store::finish`] until after the commit: however
    /// many uploads there are, they take a few connections and wait for them here.
    pub async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        // There is no turn to be had only from a semaphore that was closed, and nobody closes this one.
        self.inner.turns.acquire().await.ok()
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.inner.vault
    }

    pub(crate) fn spool(&self) -> &SpoolDir {
        &self.inner.spool
    }

    /// Keeps the hash of an upload's first `length` bytes for whoever continues it.
    pub(crate) fn keep_hash(&self, upload: Uuid, length: u64, hash: Sha256) {
        let mut hashes = self.inner.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        if hashes.len() < HASHES_KEPT {
            hashes.insert(upload, (length, hash));
        }
    }

    /// The hash of an upload's first `length` bytes, if it was kept; it is not kept any longer.
    pub(crate) fn take_hash(&self, upload: Uuid, length: u64) -> Option<Sha256> {
        let mut hashes = self.inner.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        let (kept_length, hash) = hashes.remove(&upload)?;
        (kept_length == length).then_some(hash)
    }

    /// Keeps no hash of an upload that has ended.
    pub(crate) fn forget_hash(&self, upload: Uuid) {
        self.inner.hashes.lock().unwrap_or_else(PoisonError::into_inner).remove(&upload);
    }

    /// Puts bytes of the program's own into the store, as they come. They have no row yet: name them by
    /// [`record`](Store::record), or they are collected as garbage.
    ///
    /// # Errors
    /// [`Error::Interrupted`] with an error of `bytes`; where the disk or the store fails.
    pub async fn put<S, E>(&self, tenant: TenantId, bytes: S) -> Result<Placed, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin + Send,
        E: std::fmt::Display,
    {
        self.put_at_most(tenant, bytes, self.inner.limits.max_upload_bytes).await
    }

    /// The same for bytes that somebody sends: no more than the tenant's quota leaves now. Nothing is promised for them, so
    /// that [`record`](Store::record) may still find the quota used up.
    ///
    /// # Errors
    /// [`Error::QuotaExceeded`], [`Error::TooLarge`]; as [`put`](Store::put).
    pub async fn put_within_quota<S, E>(&self, db: &Db, scope: &Scope, bytes: S) -> Result<Placed, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin + Send,
        E: std::fmt::Display,
    {
        let tx = db.begin(scope).await?;
        let free = quota::free(&tx).await?;
        tx.commit().await?;
        let most = free.min(self.inner.limits.max_upload_bytes);
        match self.put_at_most(scope.tenant(), bytes, most).await {
            Err(Error::TooLarge { limit }) if limit == free => {
                Err(Error::QuotaExceeded { needed: free.saturating_add(1), free })
            }
            put => put,
        }
    }

    async fn put_at_most<S, E>(&self, tenant: TenantId, bytes: S, most: u64) -> Result<Placed, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin + Send,
        E: std::fmt::Display,
    {
        let mut spool = self.inner.spool.temporary().await?;
        let mut feed = Feed::new(bytes, most, &self.inner.limits);
        while spool.append(&mut feed, u64::MAX).await? {}
        join(spool.sync()).await?;
        self.place_spool(tenant, &spool).await
    }

    /// Puts bytes in hand into the store; as [`put`](Store::put).
    ///
    /// # Errors
    /// As [`put`](Store::put).
    pub async fn put_bytes(&self, tenant: TenantId, bytes: impl Into<Bytes> + Send) -> Result<Placed, Error> {
        let once = stream::iter([Ok::<_, std::convert::Infallible>(bytes.into())]);
        self.put(tenant, once).await
    }

    /// Brings a synced spool file into the store.
    pub(crate) async fn place_spool(&self, tenant: TenantId, spool: &Spool) -> Result<Placed, Error> {
        let (checksum, size) = (Checksum::from(spool.hash()), spool.length());
        self.inner.vault.put(tenant, checksum, spool.path(), size).await?;
        Ok(Placed { tenant, checksum, size })
    }

    /// Bytes that the store has of a piece of content; `None` where it does not have it.
    ///
    /// # Errors
    /// Where the store cannot be asked.
    pub async fn stored_size(&self, tenant: TenantId, checksum: Checksum) -> Result<Option<u64>, Error> {
        self.inner.vault.size_of(tenant, checksum).await
    }
}
