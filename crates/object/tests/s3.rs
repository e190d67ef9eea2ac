//! The store over S3. Runs where `CUSPID_TEST_S3` names an endpoint with an empty bucket `cuspid`, for example a mock:
//!
//! ```text
//! pip install 'moto[server,s3]'; moto_server -p 5555 & curl -X PUT http://127.0.0.1:5555/cuspid
//! CUSPID_TEST_S3=http://127.0.0.1:5555 cargo test -p object --test s3
//! ```

use bytes::Bytes;
use futures::{TryStreamExt, stream};
use object::{Checksum, Error, Object, S3Config, Store, StoreConfig};
use tempfile::TempDir;
use testkit::Practice;

#[expect(clippy::print_stderr, reason = "a test that did not run must not look like one that did")]
async fn store() -> Option<(TempDir, Store)> {
    let Ok(endpoint) = std::env::var("CUSPID_TEST_S3") else {
        eprintln!("skipped: CUSPID_TEST_S3 names no S3 to test with");
        return None;
    };
    let dir = TempDir::new().expect("a directory");
    let config = StoreConfig {
        s3: S3Config {
            endpoint: Some(endpoint),
            region: Some("us-east-1".into()),
            access_key_id: Some("test".into()),
            secret_access_key: Some("test".into()),
            allow_http: true,
        },
        ..StoreConfig::new("s3://cuspid/objects", dir.path())
    };
    Some((dir, Store::open(&config).await.expect("a store")))
}

#[tokio::test]
async fn objects_of_one_part_and_of_several_come_back_and_can_be_collected() {
    let Some((_dir, store)) = store().await else {
        return;
    };
    let practice = Practice::new().await;
    // Nothing, less than a part, and two parts with a rest.
    for length in [0, 1_000, (11 << 20) + 17] {
        let bytes: Vec<u8> = (0..length).map(|i: usize| (i.wrapping_mul(2_654_435_761) >> 9) as u8).collect();
        let pieces: Vec<_> =
            bytes.chunks(100_000).map(|piece| Ok::<_, String>(Bytes::copy_from_slice(piece))).collect();
        let placed = store.put(practice.tenant(), stream::iter(pieces)).await.expect("placed");
        assert_eq!(placed.checksum(), Checksum::of(&bytes));
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        let ids = store.record(&tx, &[placed]).await.expect("a row");
        let object = Object::find(&tx, ids[0]).await.expect("the row").expect("the object");
        tx.commit().await.expect("a commit");

        let whole = store.read_whole(&object, 1 << 30).await.expect("the bytes");
        assert!(whole == bytes, "other bytes came back");
        if length > 20 {
            let part: Vec<Bytes> = store
                .read(&object, Some(10..20))
                .await
                .expect("a range")
                .try_collect()
                .await
                .expect("the range");
            assert_eq!(part.concat(), &bytes[10..20]);
        }
    }
    let clock = pg::Clock::manual(jiff::Timestamp::now() + jiff::SignedDuration::from_hours(25));
    let collected =
        store.collect(practice.db(), &practice.system().with_clock(clock)).await.expect("collected");
    assert_eq!(collected.objects, 3);
}

#[tokio::test]
async fn an_object_that_is_not_there_is_missing() {
    let Some((_dir, store)) = store().await else {
        return;
    };
    let practice = Practice::new().await;
    let stored = store.stored_size(practice.tenant(), Checksum::of(b"nothing")).await;
    assert!(matches!(stored, Ok(None)), "{stored:?}");
    let placed = store.put_bytes(practice.tenant(), Bytes::from_static(b"lost")).await.expect("placed");
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let ids = store.record(&tx, &[placed]).await.expect("a row");
    let mut object = Object::find(&tx, ids[0]).await.expect("the row").expect("the object");
    object.checksum = Checksum::of(b"another");
    let missing = store.read(&object, None).await;
    assert!(matches!(missing, Err(Error::Missing(_))), "{missing:?}");
}
