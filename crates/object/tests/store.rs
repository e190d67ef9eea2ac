//! Objects in a directory: what goes in comes out, and nothing else does.

use std::ops::Range;
use std::path::PathBuf;

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use object::{Checksum, Error, Object, Placed, Store, StoreConfig};
use pg::TenantId;
use proptest::prelude::*;
use tempfile::TempDir;
use testkit::Practice;
use uuid::Uuid;

struct House {
    dir: TempDir,
    store: Store,
}

impl House {
    async fn new() -> Self {
        let dir = TempDir::new().expect("a directory");
        let store = Store::open(&StoreConfig::new(
            dir.path().join("objects").display().to_string(),
            dir.path().join("spool"),
        ))
        .await
        .expect("a store");
        Self { dir, store }
    }

    /// Where the bytes of an object lie.
    fn file(&self, tenant: TenantId, checksum: Checksum) -> PathBuf {
        let name = checksum.to_string();
        self.dir.path().join("objects").join(tenant.to_string()).join(&name[..2]).join(name)
    }

    fn spooled(&self) -> usize {
        std::fs::read_dir(self.dir.path().join("spool"))
            .expect("a spool")
            .filter(|entry| entry.as_ref().expect("an entry").file_name() != "id")
            .count()
    }
}

fn tenant() -> TenantId {
    TenantId::new(Uuid::now_v7())
}

/// Bytes that do not repeat in step with any buffer.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..length)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[0]
        })
        .collect()
}

async fn recorded(practice: &Practice, store: &Store, placed: Placed) -> Object {
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let ids = store.record(&tx, &[placed]).await.expect("a row");
    let object = Object::find(&tx, ids[0]).await.expect("the row").expect("the object");
    tx.commit().await.expect("a commit");
    object
}

async fn whole(store: &Store, object: &Object, range: Option<Range<u64>>) -> Result<Vec<u8>, Error> {
    store
        .read(object, range)
        .await?
        .try_fold(Vec::new(), |mut all, piece| async move {
            all.extend_from_slice(&piece);
            Ok(all)
        })
        .await
}

async fn used(practice: &Practice) -> i64 {
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    tx.query_one(
        "select used_storage_bytes from platform.tenant_quotas where tenant_id = $1",
        &[&practice.tenant()],
    )
    .await
    .expect("a quota")
    .get(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_division_of_the_bytes_gives_the_same_object(
        length in 0_usize..1_500_000,
        cuts in prop::collection::vec(0.0_f64..1.0, 0..12),
    ) {
        let bytes = Bytes::from(noise(length));
        let mut ends: Vec<usize> = cuts.iter().map(|cut| (cut * length as f64) as usize).chain([length]).collect();
        ends.sort_unstable();
        let mut start = 0;
        let pieces: Vec<Result<Bytes, String>> = ends
            .into_iter()
            .map(|end| Ok(bytes.slice(std::mem::replace(&mut start, end)..end)))
            .collect();
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let house = House::new().await;
            let tenant = tenant();
            let placed = house.store.put(tenant, stream::iter(pieces)).await.expect("placed");
            assert_eq!(placed.checksum(), Checksum::of(&bytes));
            assert_eq!(placed.size(), bytes.len() as u64);
            assert_eq!(std::fs::read(house.file(tenant, placed.checksum())).expect("the file"), bytes);
            assert_eq!(house.spooled(), 0);
        });
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_leaves_nothing() {
    let house = House::new().await;
    let tenant = tenant();
    let body = stream::iter([Ok(Bytes::from(noise(700_000))), Err("connection reset")]);
    let refused = house.store.put(tenant, body).await;
    assert!(matches!(refused, Err(Error::Interrupted(_))), "{refused:?}");
    assert_eq!(house.spooled(), 0);
    assert!(!house.dir.path().join("objects").join(tenant.to_string()).exists());
}

#[tokio::test]
async fn a_whole_read_gives_what_was_put_in() {
    let (house, practice) = (House::new().await, Practice::new().await);
    for length in [0, 1, 256 << 10, (512 << 10) + 7] {
        let bytes = noise(length);
        let placed = house.store.put_bytes(practice.tenant(), bytes.clone()).await.expect("placed");
        let object = recorded(&practice, &house.store, placed).await;
        assert_eq!(whole(&house.store, &object, None).await.expect("the bytes"), bytes);
        assert_eq!(house.store.read_whole(&object, object.size).await.expect("the bytes"), bytes);
    }
}

#[tokio::test]
async fn a_range_gives_its_bytes_and_nothing_beyond_the_object() {
    let (house, practice) = (House::new().await, Practice::new().await);
    let bytes = noise(600_000);
    let placed = house.store.put_bytes(practice.tenant(), bytes.clone()).await.expect("placed");
    let object = recorded(&practice, &house.store, placed).await;
    for range in [0..1, 262_143..262_145, 599_999..600_000, 17..17] {
        let got = whole(&house.store, &object, Some(range.clone())).await.expect("the range");
        assert_eq!(got, &bytes[range.start as usize..range.end as usize]);
    }
    let outside = house.store.read(&object, Some(599_999..600_001)).await;
    assert!(matches!(outside, Err(Error::BadRange { size: 600_000 })), "{outside:?}");
}

#[tokio::test]
async fn a_flipped_byte_ends_the_read_before_its_last_piece() {
    let (house, practice) = (House::new().await, Practice::new().await);
    let mut bytes = noise(600_000);
    let placed = house.store.put_bytes(practice.tenant(), bytes.clone()).await.expect("placed");
    let object = recorded(&practice, &house.store, placed).await;
    bytes[5] ^= 1;
    std::fs::write(house.file(practice.tenant(), object.checksum), &bytes).expect("damage");

    let pieces: Vec<_> = house.store.read(&object, None).await.expect("a stream").collect().await;
    assert!(matches!(pieces.last(), Some(Err(Error::Damaged(_)))));
    let arrived: usize = pieces.iter().flatten().map(Bytes::len).sum();
    assert!(arrived < bytes.len(), "all {arrived} bytes left before the damage was told");
}

#[tokio::test]
async fn a_shortened_or_missing_object_is_told_at_once() {
    let (house, practice) = (House::new().await, Practice::new().await);
    let placed = house.store.put_bytes(practice.tenant(), noise(1_000)).await.expect("placed");
    let object = recorded(&practice, &house.store, placed).await;
    let file = house.file(practice.tenant(), object.checksum);
    std::fs::write(&file, noise(999)).expect("damage");
    let short = house.store.read(&object, None).await;
    assert!(matches!(short, Err(Error::Damaged(_))), "{short:?}");
    std::fs::remove_file(&file).expect("loss");
    let missing = house.store.read(&object, None).await;
    assert!(matches!(missing, Err(Error::Missing(_))), "{missing:?}");
}

#[tokio::test]
async fn storing_the_same_content_again_mends_it_and_counts_it_once() {
    let (house, practice) = (House::new().await, Practice::new().await);
    let bytes = noise(1_000);
    let put = async || house.store.put_bytes(practice.tenant(), bytes.clone()).await.expect("placed");
    let first = recorded(&practice, &house.store, put().await).await;
    std::fs::write(house.file(practice.tenant(), first.checksum), noise(999)).expect("damage");
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    first.mark_damaged(&tx).await.expect("a note");
    tx.commit().await.expect("a commit");

    let second = recorded(&practice, &house.store, put().await).await;
    assert_eq!(first.id, second.id);
    assert_eq!(whole(&house.store, &second, None).await.expect("the bytes"), bytes);
    assert_eq!(used(&practice).await, 1_000);
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let damaged: bool = tx
        .query_one("select damaged_at is not null from tenant.objects where id = $1", &[&first.id])
        .await
        .expect("the row")
        .get(0);
    assert!(!damaged);
}

#[tokio::test]
async fn two_tenants_do_not_share_the_bytes_of_equal_content() {
    let (house, one, other) = (House::new().await, Practice::new().await, Practice::new().await);
    let mut objects = Vec::new();
    for practice in [&one, &other] {
        let placed = house.store.put_bytes(practice.tenant(), noise(500)).await.expect("placed");
        objects.push(recorded(practice, &house.store, placed).await);
    }
    std::fs::remove_file(house.file(one.tenant(), objects[0].checksum)).expect("loss");
    assert_eq!(whole(&house.store, &objects[1], None).await.expect("the bytes"), noise(500));
}

#[tokio::test]
async fn what_dead_processes_left_in_the_spool_goes_at_the_next_start() {
    let house = House::new().await;
    let left = house.dir.path().join("spool").join("own-of-a-dead-process");
    let file = std::fs::File::create(&left).expect("a file");
    file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(3600))
        .expect("an old file");
    let config = StoreConfig::new(
        house.dir.path().join("objects").display().to_string(),
        house.dir.path().join("spool"),
    );
    file.lock().expect("a lock");
    Store::open(&config).await.expect("a store");
    assert!(left.exists(), "a file that is being written was removed");
    drop(file);
    Store::open(&config).await.expect("a store");
    assert!(!left.exists());
}

#[tokio::test]
async fn an_address_that_is_no_store_is_refused() {
    let dir = TempDir::new().expect("a directory");
    let refused = Store::open(&StoreConfig::new("ftp://somewhere", dir.path().join("spool"))).await;
    assert!(matches!(refused, Err(Error::Config(_))), "{refused:?}");
}
