//! A tenant's storage: what is used, what is promised, what there may be. Every change is one statement, so that two
//! at the same time cannot both have the last byte.

use pg::Tx;

use crate::Error;

/// Sizes in the database are signed.
pub(crate) fn signed(bytes: u64) -> Result<i64, Error> {
    i64::try_from(bytes).map_err(|_| Error::TooLarge { limit: i64::MAX.unsigned_abs() })
}

/// Promises `bytes` to an upload.
pub(crate) async fn reserve(tx: &Tx, bytes: u64) -> Result<(), Error> {
    let changed = tx
        .execute(
            pg::sql!(
                "update platform.tenant_quotas
                 set reserved_storage_bytes = reserved_storage_bytes + $2::bigint
                 where tenant_id = $1 and $2::bigint <= max_storage_bytes - used_storage_bytes - reserved_storage_bytes"
            ),
            &[&tx.scope().tenant(), &signed(bytes)?],
        )
        .await?;
    require(tx, changed, bytes).await
}

/// Takes a promise back.
pub(crate) async fn release(tx: &Tx, bytes: u64) -> Result<(), Error> {
    settle(tx, bytes, 0).await
}

/// Turns a promise of `released` bytes into `used` bytes; either may be 0.
pub(crate) async fn settle(tx: &Tx, released: u64, used: u64) -> Result<(), Error> {
    if released == 0 && used == 0 {
        return Ok(());
    }
    let changed = tx
        .execute(
            pg::sql!(
                "update platform.tenant_quotas
                 set reserved_storage_bytes = greatest(reserved_storage_bytes - $2::bigint, 0),
                     used_storage_bytes = used_storage_bytes + $3::bigint
                 where tenant_id = $1
                   and ($3::bigint = 0 or $3::bigint - $2::bigint <= max_storage_bytes - used_storage_bytes - reserved_storage_bytes)"
            ),
            &[&tx.scope().tenant(), &signed(released)?, &signed(used)?],
        )
        .await?;
    require(tx, changed, used).await
}

/// Gives back the space of objects that were removed.
pub(crate) async fn give_back(tx: &Tx, bytes: u64) -> Result<(), Error> {
    tx.execute(
        pg::sql!(
            "update platform.tenant_quotas set used_storage_bytes = greatest(used_storage_bytes - $2::bigint, 0) where tenant_id = $1"
        ),
        &[&tx.scope().tenant(), &signed(bytes)?],
    )
    .await?;
    Ok(())
}

async fn require(tx: &Tx, changed: u64, needed: u64) -> Result<(), Error> {
    if changed == 1 {
        return Ok(());
    }
    Err(Error::QuotaExceeded { needed, free: free(tx).await? })
}

/// Bytes that are neither used nor promised.
pub(crate) async fn free(tx: &Tx) -> Result<u64, Error> {
    let free = tx
        .query_opt(
            pg::sql!(
                "select greatest(max_storage_bytes - used_storage_bytes - reserved_storage_bytes, 0)
                 from platform.tenant_quotas where tenant_id = $1"
            ),
            &[&tx.scope().tenant()],
        )
        .await?
        .map_or(0, |row| row.get::<_, i64>(0));
    Ok(free.unsigned_abs())
}
