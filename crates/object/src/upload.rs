//! Uploads: from the promise of a file to its last byte, over as many requests and restarts as it takes.

use std::fmt;

use bytes::Bytes;
use futures::Stream;
use jiff::{SignedDuration, Timestamp};
use pg::{Db, Row, Scope, Tx};
use postgres_types::{FromSql, ToSql};
use serde_json::Value;
use uuid::Uuid;

use crate::quota::{release, reserve, signed};
use crate::record::checksum_of;
use crate::spool::{Feed, Spool, join};
use crate::{Checksum, Error, PieceCheck, Placed, Store};

/// After this many bytes at most, what has arrived is made to last and recorded.
const CHECKPOINT: u64 = 32 << 20;

/// What is to be uploaded.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// The case that the file is for.
    pub case_id: Uuid,
    /// Name of the file.
    pub name: String,
    /// Media type that the sender declared.
    pub media_type: Option<String>,
    /// Bytes.
    pub length: u64,
    /// SHA-256 that the sender declared.
    pub declared: Option<Checksum>,
    /// What else the sender said: a JSON object.
    pub metadata: Value,
}

/// Whether an upload is open, done, failed or expired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToSql, FromSql)]
#[postgres(name = "upload_status", rename_all = "snake_case")]
pub enum UploadStatus {
    /// More bytes may come.
    Open,
    /// It became a file.
    Finished,
    /// It was given up, or its bytes were not what was declared.
    Failed,
    /// Nobody continued it in time.
    Expired,
}

/// An upload as its row has it.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The row.
    pub id: Uuid,
    /// The case that the file is for.
    pub case_id: Uuid,
    /// Name of the file.
    pub name: String,
    /// Media type that the sender declared.
    pub media_type: Option<String>,
    /// Bytes in all.
    pub length: u64,
    /// Bytes that have safely arrived.
    pub offset: u64,
    /// SHA-256 that the sender declared.
    pub declared: Option<Checksum>,
    /// What else the sender said: a JSON object.
    pub metadata: Value,
    /// Whether it is open.
    pub status: UploadStatus,
    /// The file that it became.
    pub case_file_id: Option<Uuid>,
    /// When what has arrived is thrown away.
    pub expires_at: Timestamp,
    spool: Uuid,
}

/// What a body did for an upload.
#[derive(Debug)]
pub enum Received {
    /// More is to come.
    Part {
        /// Bytes that have safely arrived.
        offset: u64,
        /// When they are thrown away.
        expires_at: Timestamp,
    },
    /// All bytes are here.
    Whole(Box<Whole>),
}

/// All bytes of an upload, safely on disk and not yet a file. While it is held, nobody else can touch the upload.
#[derive(Debug)]
pub struct Whole {
    upload: Upload,
    spool: Spool,
}

impl Whole {
    /// The upload, with the offset of its last record.
    pub fn upload(&self) -> &Upload {
        &self.upload
    }

    /// SHA-256 of the bytes.
    pub fn checksum(&self) -> Checksum {
        self.spool.hash().into()
    }

    /// The first bytes, at most `most` of them: enough to tell what kind of file it is.
    ///
    /// # Errors
    /// Where the disk fails.
    pub async fn head(&self, most: usize) -> Result<Vec<u8>, Error> {
        self.spool.head(most).await
    }

    /// Removes the bytes that arrived: the upload is finished and its transaction committed.
    ///
    /// # Errors
    /// Where the disk fails; what stays is collected later.
    pub fn discard(self) -> Result<(), Error> {
        self.spool.remove()
    }
}

/// What [`Upload::from_row`] reads.
macro_rules! columns {
    () => {
        "id, case_id, name, media_type, length_bytes, offset_bytes, declared_sha256, metadata, status, case_file_id, \
         expires_at, spool"
    };
}

impl Upload {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0),
            case_id: row.get(1),
            name: row.get(2),
            media_type: row.get(3),
            length: row.get::<_, i64>(4).unsigned_abs(),
            offset: row.get::<_, i64>(5).unsigned_abs(),
            declared: row.get::<_, Option<&[u8]>>(6).map(checksum_of).transpose()?,
            metadata: row.get(7),
            status: row.get(8),
            case_file_id: row.get(9),
            expires_at: row.get(10),
            spool: row.get(11),
        })
    }

    /// The upload with this id, if the transaction's tenant has it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn find(tx: &Tx, id: Uuid) -> Result<Option<Self>, Error> {
        tx.query_opt(
            pg::sql!(concat!("select ", columns!(), " from tenant.uploads where tenant_id = $1 and id = $2")),
            &[&tx.scope().tenant(), &id],
        )
        .await?
        .as_ref()
        .map(Self::from_row)
        .transpose()
    }

    /// Whether bytes may still come at this moment.
    pub fn is_open_at(&self, now: Timestamp) -> bool {
        self.status == UploadStatus::Open && now < self.expires_at
    }
}

impl Store {
    /// Promises an upload its space and makes its row.
    ///
    /// # Errors
    /// [`Error::TooLarge`], [`Error::QuotaExceeded`]; what the database says, for example that there is no such case.
    pub async fn open_upload(&self, tx: &Tx, new: &NewUpload) -> Result<Upload, Error> {
        let limit = self.limits().max_upload_bytes;
        if new.length > limit {
            return Err(Error::TooLarge { limit });
        }
        // The promise locks the tenant's quota until the commit, which need not wait for the disk: no byte has been
        // acknowledged, and the first record of one makes this last too.
        tx.batch_execute("set local synchronous_commit = off").await?;
        let row = tx
            .query_one(
                pg::sql!(concat!(
                    "insert into tenant.uploads
                        (case_id, name, media_type, length_bytes, declared_sha256, metadata, spool, expires_at)
                     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ",
                    columns!()
                )),
                &[
                    &new.case_id,
                    &new.name,
                    &new.media_type,
                    &signed(new.length)?,
                    &new.declared.as_ref().map(Checksum::as_bytes),
                    &new.metadata,
                    &self.spool().id(),
                    &self.expiry(tx.scope()),
                ],
            )
            .await?;
        reserve(tx, new.length).await?;
        Upload::from_row(&row)
    }

    fn expiry(&self, scope: &Scope) -> Timestamp {
        let lifetime = SignedDuration::try_from(self.limits().upload_lifetime).unwrap_or(SignedDuration::MAX);
        scope.clock().now().saturating_add(lifetime).unwrap_or(Timestamp::MAX)
    }

    /// Takes the bytes of `body` for the upload, which must have reached byte `from`. What arrives is recorded as it
    /// lasts on disk, also when the body breaks off; with a `check` it is recorded at the end, when the check is met,
    /// or not at all.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::WrongOffset`], [`Error::Gone`], [`Error::Elsewhere`]: nothing was taken.
    /// [`Error::PieceMismatch`]: the upload is where it was. [`Error::Interrupted`], [`Error::TooSlow`],
    /// [`Error::TooLarge`]: what arrived before is kept. [`Error::ChecksumMismatch`]: the whole is not what was declared;
    /// the upload has failed and nothing of it is left.
    pub async fn receive<S, E>(
        &self,
        db: &Db,
        scope: &Scope,
        id: Uuid,
        from: u64,
        check: Option<PieceCheck>,
        body: S,
    ) -> Result<Received, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin + Send,
        E: fmt::Display,
    {
        let (mut upload, mut spool) = self.resume(db, scope, id, from).await?;
        let mut feed = Feed::new(body, upload.length - from, self.limits());
        if let Some(check) = check {
            // An error records nothing, so what lies beyond the offset is forgotten at the next request.
            take_checked(&mut spool, &mut feed, check).await?;
            self.note(db, scope, &mut upload, spool.length()).await?;
        } else {
            self.take(db, scope, &mut upload, &mut spool, &mut feed).await?;
        }
        if spool.length() < upload.length {
            self.keep_hash(id, spool.length(), spool.hash());
            return Ok(Received::Part { offset: upload.offset, expires_at: upload.expires_at });
        }
        let found = Checksum::from(spool.hash());
        if upload.declared.is_some_and(|declared| declared != found) {
            self.end_upload(db, scope, id, UploadStatus::Failed, "checksum_mismatch").await?;
            spool.remove()?;
            return Err(Error::ChecksumMismatch { found });
        }
        Ok(Received::Whole(Box::new(Whole { upload, spool })))
    }

    /// Locks the upload's file and brings it to the recorded offset.
    async fn resume(&self, db: &Db, scope: &Scope, id: Uuid, from: u64) -> Result<(Upload, Spool), Error> {
        // Asked before the file is opened, so that nobody can make files for uploads that do not exist.
        let open = async |expected: Option<u64>| {
            let _turn = self.turn().await;
            let tx = db.begin(scope).await?;
            let upload = Upload::find(&tx, id).await?.ok_or(Error::Gone)?;
            tx.commit().await?;
            if !upload.is_open_at(scope.clock().now()) {
                return Err(Error::Gone);
            }
            if upload.spool != self.spool().id() {
                return Err(Error::Elsewhere);
            }
            match expected {
                Some(from) if upload.offset != from => Err(Error::WrongOffset { offset: upload.offset }),
                _ => Ok(upload),
            }
        };
        open(None).await?;
        let mut spool = self.spool().of_upload(scope.tenant(), id).await?;
        // Asked again, now that nobody else can move it.
        let upload = match open(Some(from)).await {
            Ok(upload) => upload,
            Err(error) => {
                if matches!(error, Error::Gone) {
                    spool.remove()?;
                }
                return Err(error);
            }
        };
        let resumed = spool.resume(from, self.take_hash(id, from)).await;
        if matches!(resumed, Err(Error::Gone)) {
            self.end_upload(db, scope, id, UploadStatus::Failed, "bytes_lost").await?;
            spool.remove()?;
            return Err(Error::Gone);
        }
        resumed?;
        Ok((upload, spool))
    }

    /// Takes a body without a check of its own, recording on the way.
    async fn take<S, E>(
        &self,
        db: &Db,
        scope: &Scope,
        upload: &mut Upload,
        spool: &mut Spool,
        feed: &mut Feed<S>,
    ) -> Result<(), Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin + Send,
        E: fmt::Display,
    {
        let mut syncing = None;
        let taken = loop {
            let taken = spool.append(feed, CHECKPOINT).await;
            // While these bytes arrived, those before them were made to last.
            if let Some(task) = syncing.replace(spool.sync()) {
                let safe = join(task).await?;
                match self.note(db, scope, upload, safe).await {
                    // The next record says more than this one would have.
                    Err(Error::Database(error)) if error.is_retryable() => {
                        tracing::debug!(%error, "an upload's progress was not recorded");
                    }
                    noted => noted?,
                }
            }
            match taken {
                Ok(true) => {}
                Ok(false) => break Ok(()),
                // Whoever says nothing after the last byte has said everything.
                Err(Error::Interrupted(_) | Error::TooSlow) if spool.length() == upload.length => {
                    break Ok(());
                }
                Err(error) => break Err(error),
            }
        };
        if let Some(task) = syncing {
            let safe = join(task).await?;
            self.note(db, scope, upload, safe).await?;
        }
        if taken.is_err() {
            self.keep_hash(upload.id, spool.length(), spool.hash());
        }
        taken
    }

    /// Records how many bytes are safe. The last one is recorded by the transaction that makes the file: until then it
    /// is sent again.
    async fn note(&self, db: &Db, scope: &Scope, upload: &mut Upload, offset: u64) -> Result<(), Error> {
        if offset == upload.offset || offset == upload.length {
            return Ok(());
        }
        let expires_at = self.expiry(scope);
        let _turn = self.turn().await;
        let tx = db.begin(scope).await?;
        let changed = tx
            .execute(
                pg::sql!(
                    "update tenant.uploads set offset_bytes = $3, expires_at = $4
                     where tenant_id = $1 and id = $2 and status = 'open'"
                ),
                &[&scope.tenant(), &upload.id, &signed(offset)?, &expires_at],
            )
            .await?;
        tx.commit().await?;
        if changed == 0 {
            return Err(Error::Gone);
        }
        upload.offset = offset;
        upload.expires_at = expires_at;
        Ok(())
    }

    /// Brings the bytes of an upload into the store. They become an object with [`finish`](Store::finish).
    ///
    /// # Errors
    /// Where the disk or the store fails; the upload can be continued.
    pub async fn place(&self, scope: &Scope, whole: &Whole) -> Result<Placed, Error> {
        self.place_spool(scope.tenant(), &whole.spool).await
    }

    /// In the transaction that makes the file's row: the object's id, the upload's promise turned into use.
    /// [`Store::close_upload`] follows, in the same transaction.
    ///
    /// # Errors
    /// [`Error::Gone`] where the upload was ended in the meantime; as [`Store::record`].
    pub async fn finish(&self, tx: &Tx, whole: &Whole, placed: Placed) -> Result<Uuid, Error> {
        lock_open(tx, whole.upload.id).await?;
        let ids = self.record_promised(tx, &[placed], whole.upload.length).await?;
        ids.first().copied().ok_or(Error::Gone)
    }

    /// Notes in the upload's row which file it became.
    ///
    /// # Errors
    /// What the database says.
    pub async fn close_upload(&self, tx: &Tx, whole: &Whole, case_file_id: Uuid) -> Result<(), Error> {
        tx.execute(
            pg::sql!(
                "update tenant.uploads set status = 'finished', offset_bytes = length_bytes, case_file_id = $3
                 where tenant_id = $1 and id = $2"
            ),
            &[&tx.scope().tenant(), &whole.upload.id, &case_file_id],
        )
        .await?;
        Ok(())
    }

    /// Ends an upload that will not be finished: its promise is taken back. Its bytes are its holder's to remove.
    pub(crate) async fn end_upload(
        &self,
        db: &Db,
        scope: &Scope,
        id: Uuid,
        status: UploadStatus,
        why: &str,
    ) -> Result<(), Error> {
        let _turn = self.turn().await;
        let tx = db.begin(scope).await?;
        let ended = tx
            .query_opt(
                pg::sql!(
                    "update tenant.uploads set status = $3, error_message = $4
                     where tenant_id = $1 and id = $2 and status = 'open' returning length_bytes"
                ),
                &[&scope.tenant(), &id, &status, &why],
            )
            .await?;
        if let Some(row) = ended {
            release(&tx, row.get::<_, i64>(0).unsigned_abs()).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Gives an open upload up, with what has arrived of it.
    ///
    /// # Errors
    /// [`Error::Locked`] while someone is sending to it, [`Error::Gone`] where it is not open.
    pub async fn abandon(&self, db: &Db, scope: &Scope, id: Uuid) -> Result<(), Error> {
        let tx = db.begin(scope).await?;
        let upload = Upload::find(&tx, id).await?.ok_or(Error::Gone)?;
        tx.commit().await?;
        if upload.status != UploadStatus::Open {
            return Err(Error::Gone);
        }
        if upload.spool != self.spool().id() {
            return Err(Error::Elsewhere);
        }
        let spool = self.spool().of_upload(scope.tenant(), id).await?;
        self.end_upload(db, scope, id, UploadStatus::Failed, "abandoned").await?;
        self.forget_hash(id);
        spool.remove()
    }
}

/// Locks the row of an upload that must be open.
async fn lock_open(tx: &Tx, id: Uuid) -> Result<(), Error> {
    tx.query_opt(
        pg::sql!(
            "select from tenant.uploads where tenant_id = $1 and id = $2 and status = 'open' for update"
        ),
        &[&tx.scope().tenant(), &id],
    )
    .await?
    .map(drop)
    .ok_or(Error::Gone)
}

/// Takes a whole body and compares it with its own checksum.
async fn take_checked<S, E>(spool: &mut Spool, feed: &mut Feed<S>, check: PieceCheck) -> Result<(), Error>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin + Send,
    E: fmt::Display,
{
    spool.expect(check);
    while spool.append(feed, u64::MAX).await? {}
    if !spool.piece_matches() {
        return Err(Error::PieceMismatch);
    }
    join(spool.sync()).await?;
    Ok(())
}
