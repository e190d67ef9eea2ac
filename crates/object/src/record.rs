//! Rows of objects.

use pg::{TenantId, Tx};
use uuid::Uuid;

use crate::quota::{settle, signed};
use crate::{Checksum, Error, Store};

/// An object of the store that has a row.
#[derive(Clone, Debug)]
pub struct Object {
    /// The row.
    pub id: Uuid,
    /// Whose it is.
    pub tenant: TenantId,
    /// SHA-256 of its bytes.
    pub checksum: Checksum,
    /// How many bytes.
    pub size: u64,
    pub(crate) encrypted: bool,
}

/// Bytes that are in the store and have no row yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "bytes without a row are garbage"]
pub struct Placed {
    pub(crate) tenant: TenantId,
    pub(crate) checksum: Checksum,
    pub(crate) size: u64,
}

impl Placed {
    /// SHA-256 of the bytes.
    pub fn checksum(&self) -> Checksum {
        self.checksum
    }

    /// How many bytes.
    pub fn size(&self) -> u64 {
        self.size
    }
}

impl Object {
    /// The object with this id, if the transaction's tenant has it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn find(tx: &Tx, id: Uuid) -> Result<Option<Self>, Error> {
        let row = tx
            .query_opt(
                pg::sql!(
                    "select sha256, size_bytes, encryption is not null from tenant.objects where tenant_id = $1 and id = $2"
                ),
                &[&tx.scope().tenant(), &id],
            )
            .await?;
        row.map(|row| {
            Ok(Self {
                id,
                tenant: tx.scope().tenant(),
                checksum: checksum_of(row.get(0))?,
                size: row.get::<_, i64>(1).unsigned_abs(),
                encrypted: row.get(2),
            })
        })
        .transpose()
    }

    /// Notes in the object's row that its bytes cannot be trusted any more. Storing the same content again mends it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn mark_damaged(&self, tx: &Tx) -> Result<(), Error> {
        tx.execute(
            pg::sql!(
                "update tenant.objects set damaged_at = now() where tenant_id = $1 and id = $2 and damaged_at is null"
            ),
            &[&self.tenant, &self.id],
        )
        .await?;
        Ok(())
    }
}

pub(crate) fn checksum_of(bytes: &[u8]) -> Result<Checksum, Error> {
    Checksum::from_bytes(bytes)
        .ok_or_else(|| pg::Error::Driver("a checksum that is not 32 bytes long".into()).into())
}

impl Store {
    /// Gives rows to bytes that were put into the store: their ids, in the order given. Content that the tenant had
    /// before keeps its row and is counted once.
    ///
    /// # Errors
    /// [`Error::QuotaExceeded`]; [`Error::Missing`] where garbage collection came in between: put the bytes in again.
    pub async fn record(&self, tx: &Tx, placed: &[Placed]) -> Result<Vec<Uuid>, Error> {
        self.record_promised(tx, placed, 0).await
    }

    /// The same, using a promise of `promised` bytes.
    pub(crate) async fn record_promised(
        &self,
        tx: &Tx,
        placed: &[Placed],
        promised: u64,
    ) -> Result<Vec<Uuid>, Error> {
        // Rows are locked in one order and the quota last, so that two of these never wait for each other.
        let mut order: Vec<usize> = (0..placed.len()).collect();
        order.sort_by_key(|&at| placed[at].checksum);
        let mut ids = vec![Uuid::nil(); placed.len()];
        let mut used = 0;
        for at in order {
            let bytes = &placed[at];
            let (id, is_new) = claim(tx, bytes).await?;
            // With its row locked, the object cannot be collected any more; it may have been a moment ago.
            if self.vault().size_of(bytes.tenant, bytes.checksum).await? != Some(bytes.size) {
                return Err(Error::Missing(bytes.checksum));
            }
            ids[at] = id;
            used += if is_new { bytes.size } else { 0 };
        }
        settle(tx, promised, used).await?;
        Ok(ids)
    }
}

/// The row of some content, made where it is missing and locked either way; whether it was made.
async fn claim(tx: &Tx, bytes: &Placed) -> Result<(Uuid, bool), Error> {
    let sha256 = bytes.checksum.as_bytes();
    let made = tx
        .query_opt(
            pg::sql!(
                "insert into tenant.objects as o (tenant_id, sha256, size_bytes) values ($1, $2, $3)
                 on conflict (tenant_id, sha256) do update set damaged_at = null where o.damaged_at is not null
                 returning id, version = 1"
            ),
            &[&bytes.tenant, &sha256, &signed(bytes.size)?],
        )
        .await?;
    if let Some(row) = made {
        return Ok((row.get(0), row.get(1)));
    }
    let row = tx
        .query_one(
            pg::sql!("select id from tenant.objects where tenant_id = $1 and sha256 = $2 for update"),
            &[&bytes.tenant, &sha256],
        )
        .await?;
    Ok((row.get(0), false))
}
