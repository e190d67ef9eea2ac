//! Garbage: uploads that nobody continues, objects that nothing names, bytes that have no row.

use futures::TryStreamExt;
use jiff::SignedDuration;
use pg::{ConstraintKind, Db, Scope};
use uuid::Uuid;

use crate::error::blocking;
use crate::quota::give_back;
use crate::record::checksum_of;
use crate::upload::{Upload, UploadStatus};
use crate::vault::Found;
use crate::{Error, Store};

/// What is younger stays: its transaction may be under way.
const GRACE: SignedDuration = SignedDuration::from_hours(24);

/// After this long, an upload whose bytes are on another server is ended from here: that server did not.
const FORSAKEN: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Rows that one run looks at, at most; the next run takes the next ones.
const BATCH: i64 = 1_000;

/// What a collection removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Uploads that nobody continued in time.
    pub uploads: u64,
    /// Objects that nothing named.
    pub objects: u64,
    /// Bytes of both kinds of garbage in the store.
    pub bytes: u64,
    /// Pieces in the store that had no row.
    pub strays: u64,
}

impl Store {
    /// Removes the garbage of one tenant; for a cron job. Expired uploads are ended by the server that has their bytes,
    /// or by any other one when that has not happened for a week.
    ///
    /// # Errors
    /// Where the database, the disk or the store fails; what was removed before stays removed.
    pub async fn collect(&self, db: &Db, scope: &Scope) -> Result<Collected, Error> {
        let mut collected =
            Collected { uploads: self.collect_uploads(db, scope).await?, ..Collected::default() };
        self.collect_objects(db, scope, &mut collected).await?;
        self.collect_strays(db, scope, &mut collected).await?;
        Ok(collected)
    }

    async fn collect_uploads(&self, db: &Db, scope: &Scope) -> Result<u64, Error> {
        let now = scope.clock().now();
        let forsaken = now.saturating_sub(FORSAKEN).unwrap_or_default();
        let tx = db.begin(scope).await?;
        let expired = tx
            .query(
                pg::sql!(
                    "select id from tenant.uploads
                     where tenant_id = $1 and status = 'open' and expires_at < $2 and (spool = $3 or expires_at < $4)
                     limit $5"
                ),
                &[&scope.tenant(), &now, &self.spool().id(), &forsaken, &BATCH],
            )
            .await?;
        tx.commit().await?;
        let mut count = 0;
        for row in expired {
            let id: Uuid = row.get(0);
            match self.spool().of_upload(scope.tenant(), id).await {
                Ok(spool) => {
                    self.end_upload(db, scope, id, UploadStatus::Expired, "expired").await?;
                    self.forget_hash(id);
                    spool.remove()?;
                    count += 1;
                }
                Err(Error::Locked) => {}
                Err(error) => return Err(error),
            }
        }
        // A crash between a commit and the removal leaves a file whose upload has ended.
        let (store, tenant) = (self.clone(), scope.tenant());
        for (id, file) in blocking(move || store.spool().idle_uploads(tenant)).await? {
            let tx = db.begin(scope).await?;
            let upload = Upload::find(&tx, id).await?;
            tx.commit().await?;
            if upload.is_none_or(|upload| upload.status != UploadStatus::Open) {
                file.remove()?;
            }
        }
        Ok(count)
    }

    async fn collect_objects(&self, db: &Db, scope: &Scope, collected: &mut Collected) -> Result<(), Error> {
        let before = scope.clock().now().saturating_sub(GRACE).unwrap_or_default();
        let tx = db.begin(scope).await?;
        let unnamed = tx
            .query(
                pg::sql!(
                    "select o.id from tenant.objects as o
                     where o.tenant_id = $1 and o.updated_at < $2
                       and not exists (select from tenant.case_files as f
                                       where f.tenant_id = o.tenant_id and f.object_id = o.id)
                       and not exists (select from tenant.imports as i
                                       where i.tenant_id = o.tenant_id and i.object_id = o.id)
                     limit $3"
                ),
                &[&scope.tenant(), &before, &BATCH],
            )
            .await?;
        tx.commit().await?;
        for row in unnamed {
            let tx = db.begin(scope).await?;
            // The foreign keys know best whether anything names it; while the deletion is not committed, nothing can.
            let deleted = tx
                .query_opt(
                    pg::sql!(
                        "delete from tenant.objects where tenant_id = $1 and id = $2 returning sha256, size_bytes"
                    ),
                    &[&scope.tenant(), &row.get::<_, Uuid>(0)],
                )
                .await;
            let row = match deleted {
                Ok(Some(row)) => row,
                Ok(None) | Err(pg::Error::Constraint { kind: ConstraintKind::ForeignKey, .. }) => continue,
                Err(error) => return Err(error.into()),
            };
            let size = row.get::<_, i64>(1).unsigned_abs();
            self.vault().delete(scope.tenant(), checksum_of(row.get(0))?).await?;
            give_back(&tx, size).await?;
            tx.commit().await?;
            collected.objects += 1;
            collected.bytes += size;
        }
        Ok(())
    }

    async fn collect_strays(&self, db: &Db, scope: &Scope, collected: &mut Collected) -> Result<(), Error> {
        let before = scope.clock().now().saturating_sub(GRACE).unwrap_or_default();
        let mut found = self.vault().list(scope.tenant());
        while let Some(found) = found.try_next().await? {
            if found.modified < before && self.remove_stray(db, scope, &found).await? {
                collected.strays += 1;
                collected.bytes += found.size;
            }
        }
        Ok(())
    }

    /// Removes what has no row; whether it had none.
    async fn remove_stray(&self, db: &Db, scope: &Scope, found: &Found) -> Result<bool, Error> {
        let Some(checksum) = found.checksum else {
            self.vault().delete_place(&found.place).await?;
            return Ok(true);
        };
        // A row that is never committed: as long as it is there, whoever wants to record this content waits.
        let tx = db.begin(scope).await?;
        let claimed = tx
            .execute(
                pg::sql!(
                    "insert into tenant.objects (tenant_id, sha256, size_bytes) values ($1, $2, 0)
                     on conflict (tenant_id, sha256) do nothing"
                ),
                &[&scope.tenant(), &checksum.as_bytes()],
            )
            .await?;
        if claimed == 1 {
            self.vault().delete_place(&found.place).await?;
        }
        tx.rollback().await?;
        Ok(claimed == 1)
    }
}
