//! Uploads over requests, breaks and restarts.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use futures::{Stream, stream};
use jiff::SignedDuration;
use object::{Checksum, Error, NewUpload, PieceCheck, Received, Store, StoreConfig, Upload, Whole};
use pg::{Clock, Scope};
use tempfile::TempDir;
use testkit::Practice;
use uuid::Uuid;

struct Desk {
    dir: TempDir,
    store: Store,
    practice: Practice,
    scope: Scope,
    case: Uuid,
}

async fn store_in(dir: &Path) -> Store {
    let mut config = StoreConfig::new(dir.join("objects").display().to_string(), dir.join("spool"));
    config.limits.max_upload_bytes = 1 << 30;
    Store::open(&config).await.expect("a store")
}

impl Desk {
    async fn new() -> Self {
        let dir = TempDir::new().expect("a directory");
        let store = store_in(dir.path()).await;
        let practice = Practice::new().await;
        let scope = practice.scope("technician").await;
        let tx = practice.db().begin(&scope).await.expect("a transaction");
        let case = tx
            .query_one("insert into tenant.cases default values returning id", &[])
            .await
            .expect("a case")
            .get(0);
        tx.commit().await.expect("a commit");
        Self { dir, store, practice, scope, case }
    }

    async fn open(&self, bytes: &[u8], declared: Option<Checksum>) -> Result<Upload, Error> {
        let tx = self.practice.db().begin(&self.scope).await?;
        let upload = self
            .store
            .open_upload(
                &tx,
                &NewUpload {
                    case_id: self.case,
                    name: "scan.stl".into(),
                    media_type: None,
                    length: bytes.len() as u64,
                    declared,
                    metadata: serde_json::json!({}),
                },
            )
            .await?;
        tx.commit().await?;
        Ok(upload)
    }

    async fn send<S>(
        &self,
        id: Uuid,
        from: u64,
        check: Option<PieceCheck>,
        body: S,
    ) -> Result<Received, Error>
    where
        S: Stream<Item = Result<Bytes, &'static str>> + Unpin + Send,
    {
        self.store.receive(self.practice.db(), &self.scope, id, from, check, body).await
    }

    async fn find(&self, id: Uuid) -> Upload {
        let tx = self.practice.db().begin(&self.scope).await.expect("a transaction");
        Upload::find(&tx, id).await.expect("a row").expect("the upload")
    }

    async fn quota(&self) -> (i64, i64) {
        let tx = self.practice.db().begin(&self.scope).await.expect("a transaction");
        let row = tx
            .query_one(
                "select used_storage_bytes, reserved_storage_bytes from platform.tenant_quotas where tenant_id = $1",
                &[&self.practice.tenant()],
            )
            .await
            .expect("a quota");
        (row.get(0), row.get(1))
    }

    async fn set_quota(&self, most: i64) {
        let tx = self.practice.db().begin(&self.scope).await.expect("a transaction");
        tx.batch_execute("reset role").await.expect("the owner's role");
        tx.execute(
            "update platform.tenant_quotas set max_storage_bytes = $2 where tenant_id = $1",
            &[&self.practice.tenant(), &most],
        )
        .await
        .expect("a quota");
        tx.commit().await.expect("a commit");
    }

    /// Makes the upload a file, as the server does; the object's id.
    async fn finish(&self, whole: Whole) -> Uuid {
        let placed = self.store.place(&self.scope, &whole).await.expect("placed");
        let tx = self.practice.db().begin(&self.scope).await.expect("a transaction");
        let object = self.store.finish(&tx, &whole, placed).await.expect("an object");
        let file = tx
            .query_one(
                "insert into tenant.case_files (case_id, name, size_bytes, checksum, object_id)
                 values ($1, $2, $3, $4, $5) returning id",
                &[
                    &self.case,
                    &whole.upload().name,
                    &(whole.upload().length as i64),
                    &whole.checksum().to_string(),
                    &object,
                ],
            )
            .await
            .expect("a file")
            .get(0);
        self.store.close_upload(&tx, &whole, file).await.expect("closed");
        tx.commit().await.expect("a commit");
        whole.discard().expect("an empty spool");
        object
    }

    fn spooled(&self, id: Uuid) -> std::path::PathBuf {
        self.dir.path().join("spool").join(format!("{}.{id}", self.practice.tenant()))
    }
}

fn noise(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i.wrapping_mul(2_654_435_761) >> 7) as u8).collect()
}

fn body(bytes: &[u8]) -> impl Stream<Item = Result<Bytes, &'static str>> + Unpin + Send + use<> {
    let pieces: Vec<_> = bytes.chunks(60_000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    stream::iter(pieces)
}

fn broken(bytes: &[u8]) -> impl Stream<Item = Result<Bytes, &'static str>> + Unpin + Send + use<> {
    futures::StreamExt::chain(body(bytes), stream::iter([Err("connection reset")]))
}

fn whole(received: Received) -> Whole {
    match received {
        Received::Whole(whole) => *whole,
        Received::Part { offset, .. } => panic!("only {offset} bytes arrived"),
    }
}

#[tokio::test]
async fn an_upload_in_one_body_becomes_an_object_and_its_promise_becomes_use() {
    let desk = Desk::new().await;
    let bytes = noise(1_000_000);
    let upload = desk.open(&bytes, Some(Checksum::of(&bytes))).await.expect("an upload");
    assert_eq!(desk.quota().await, (0, 1_000_000));
    let whole = whole(desk.send(upload.id, 0, None, body(&bytes)).await.expect("received"));
    assert_eq!(whole.checksum(), Checksum::of(&bytes));
    assert_eq!(whole.head(10).await.expect("a head"), &bytes[..10]);
    desk.finish(whole).await;
    assert_eq!(desk.quota().await, (1_000_000, 0));
    assert!(!desk.spooled(upload.id).exists());
    let stored =
        desk.store.stored_size(desk.practice.tenant(), Checksum::of(&bytes)).await.expect("an answer");
    assert_eq!(stored, Some(1_000_000));
}

#[tokio::test]
async fn the_same_content_twice_is_counted_once() {
    let desk = Desk::new().await;
    let bytes = noise(300_000);
    let mut objects = Vec::new();
    for _ in 0..2 {
        let upload = desk.open(&bytes, None).await.expect("an upload");
        let whole = whole(desk.send(upload.id, 0, None, body(&bytes)).await.expect("received"));
        objects.push(desk.finish(whole).await);
    }
    assert_eq!(objects[0], objects[1]);
    assert_eq!(desk.quota().await, (300_000, 0));
}

#[tokio::test]
async fn a_broken_upload_goes_on_where_it_stopped() {
    let desk = Desk::new().await;
    let bytes = noise(900_000);
    let upload = desk.open(&bytes, Some(Checksum::of(&bytes))).await.expect("an upload");
    let refused = desk.send(upload.id, 0, None, broken(&bytes[..500_000])).await;
    assert!(matches!(refused, Err(Error::Interrupted(_))), "{refused:?}");
    let reached = desk.find(upload.id).await.offset;
    assert!(reached > 0 && reached <= 500_000, "{reached}");
    let rest = desk.send(upload.id, reached, None, body(&bytes[reached as usize..])).await.expect("received");
    assert_eq!(whole(rest).checksum(), Checksum::of(&bytes));
}

#[tokio::test]
async fn a_restart_between_two_pieces_loses_nothing() {
    let mut desk = Desk::new().await;
    let bytes = noise(700_000);
    let upload = desk.open(&bytes, Some(Checksum::of(&bytes))).await.expect("an upload");
    let part = desk.send(upload.id, 0, None, body(&bytes[..400_000])).await.expect("received");
    assert!(matches!(part, Received::Part { offset: 400_000, .. }), "{part:?}");
    desk.store = store_in(desk.dir.path()).await;
    let rest = desk.send(upload.id, 400_000, None, body(&bytes[400_000..])).await.expect("received");
    assert_eq!(whole(rest).checksum(), Checksum::of(&bytes));
}

#[tokio::test]
async fn bytes_written_and_not_recorded_are_forgotten_after_a_crash() {
    let mut desk = Desk::new().await;
    let bytes = noise(700_000);
    let upload = desk.open(&bytes, Some(Checksum::of(&bytes))).await.expect("an upload");
    desk.send(upload.id, 0, None, body(&bytes[..400_000])).await.expect("received");
    // What a kill between the write and the record leaves: more in the file than in the row.
    let mut file = std::fs::OpenOptions::new().append(true).open(desk.spooled(upload.id)).expect("the spool");
    std::io::Write::write_all(&mut file, b"torn").expect("more bytes");
    drop(file);
    desk.store = store_in(desk.dir.path()).await;
    assert_eq!(desk.find(upload.id).await.offset, 400_000);
    let rest = desk.send(upload.id, 400_000, None, body(&bytes[400_000..])).await.expect("received");
    assert_eq!(whole(rest).checksum(), Checksum::of(&bytes));
}

#[tokio::test]
async fn an_upload_that_is_whole_and_not_yet_a_file_can_be_finished_after_a_crash() {
    let mut desk = Desk::new().await;
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    let part = desk.send(upload.id, 0, None, body(&bytes[..200_000])).await.expect("received");
    assert!(matches!(part, Received::Part { .. }));
    let crashed =
        whole(desk.send(upload.id, 200_000, None, body(&bytes[200_000..])).await.expect("received"));
    let _ = desk.store.place(&desk.scope, &crashed).await.expect("placed");
    drop(crashed);
    desk.store = store_in(desk.dir.path()).await;
    assert_eq!(desk.find(upload.id).await.offset, 200_000);
    let again = whole(desk.send(upload.id, 200_000, None, body(&bytes[200_000..])).await.expect("received"));
    desk.finish(again).await;
    assert_eq!(desk.quota().await, (300_000, 0));
}

#[tokio::test]
async fn an_upload_whose_bytes_are_lost_is_gone_and_its_promise_taken_back() {
    let mut desk = Desk::new().await;
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    desk.send(upload.id, 0, None, body(&bytes[..200_000])).await.expect("received");
    std::fs::remove_file(desk.spooled(upload.id)).expect("loss");
    desk.store = store_in(desk.dir.path()).await;
    let refused = desk.send(upload.id, 200_000, None, body(&bytes[200_000..])).await;
    assert!(matches!(refused, Err(Error::Gone)), "{refused:?}");
    assert_eq!(desk.quota().await, (0, 0));
}

#[tokio::test]
async fn two_requests_cannot_send_to_one_upload() {
    let desk = Desk::new().await;
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    let (sender, receiver) = tokio::sync::mpsc::channel::<Result<Bytes, &'static str>>(1);
    let slow =
        Box::pin(stream::unfold(
            receiver,
            |mut receiver| async move { Some((receiver.recv().await?, receiver)) },
        ));
    let first = desk.send(upload.id, 0, None, slow);
    let second = async {
        // Two, so that the first one has been taken when this returns: the upload is locked.
        for piece in bytes.chunks(150_000) {
            sender.send(Ok(Bytes::copy_from_slice(piece))).await.expect("a listener");
        }
        let refused = desk.send(upload.id, 0, None, body(&bytes)).await;
        assert!(matches!(refused, Err(Error::Locked)), "{refused:?}");
        drop(sender);
    };
    let (first, ()) = futures::join!(first, second);
    whole(first.expect("received"));
}

#[tokio::test]
async fn another_offset_than_the_recorded_one_is_refused() {
    let desk = Desk::new().await;
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    desk.send(upload.id, 0, None, body(&bytes[..100_000])).await.expect("received");
    let refused = desk.send(upload.id, 0, None, body(&bytes)).await;
    assert!(matches!(refused, Err(Error::WrongOffset { offset: 100_000 })), "{refused:?}");
}

#[tokio::test]
async fn more_bytes_than_announced_are_refused() {
    let desk = Desk::new().await;
    let upload = desk.open(&noise(100), None).await.expect("an upload");
    let refused = desk.send(upload.id, 0, None, body(&noise(101))).await;
    assert!(matches!(refused, Err(Error::TooLarge { limit: 100 })), "{refused:?}");
    assert_eq!(desk.find(upload.id).await.offset, 0);
}

#[tokio::test]
async fn bytes_unlike_the_declared_ones_leave_nothing() {
    let desk = Desk::new().await;
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, Some(Checksum::of(b"others"))).await.expect("an upload");
    let refused = desk.send(upload.id, 0, None, body(&bytes)).await;
    assert!(
        matches!(refused, Err(Error::ChecksumMismatch { found }) if found == Checksum::of(&bytes)),
        "{refused:?}"
    );
    assert_eq!(desk.quota().await, (0, 0));
    assert!(!desk.spooled(upload.id).exists());
    let again = desk.send(upload.id, 0, None, body(&bytes)).await;
    assert!(matches!(again, Err(Error::Gone)), "{again:?}");
}

#[tokio::test]
async fn a_piece_unlike_its_checksum_leaves_the_upload_where_it_was() {
    let desk = Desk::new().await;
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, Some(Checksum::of(&bytes))).await.expect("an upload");
    let wrong = PieceCheck::Sha1([7; 20]);
    let refused = desk.send(upload.id, 0, Some(wrong), body(&bytes[..100_000])).await;
    assert!(matches!(refused, Err(Error::PieceMismatch)), "{refused:?}");
    assert_eq!(desk.find(upload.id).await.offset, 0);
    let right = |piece: &[u8]| {
        let sum = Checksum::of(piece);
        Some(PieceCheck::Sha256(sum.as_bytes().try_into().expect("32 bytes")))
    };
    desk.send(upload.id, 0, right(&bytes[..100_000]), body(&bytes[..100_000])).await.expect("received");
    let rest = desk
        .send(upload.id, 100_000, right(&bytes[100_000..]), body(&bytes[100_000..]))
        .await
        .expect("received");
    assert_eq!(whole(rest).checksum(), Checksum::of(&bytes));
}

#[tokio::test]
async fn a_silent_sender_is_not_waited_for() {
    let mut desk = Desk::new().await;
    let mut config = StoreConfig::new(
        desk.dir.path().join("objects").display().to_string(),
        desk.dir.path().join("spool"),
    );
    config.limits.body_idle = Duration::from_millis(20);
    desk.store = Store::open(&config).await.expect("a store");
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    let silent = futures::StreamExt::chain(body(&bytes[..120_000]), stream::pending());
    let refused = desk.send(upload.id, 0, None, silent).await;
    assert!(matches!(refused, Err(Error::TooSlow)), "{refused:?}");
    assert_eq!(desk.quota().await, (0, 300_000));
}

#[tokio::test]
async fn uploads_at_the_same_time_cannot_promise_more_than_the_quota() {
    let desk = Desk::new().await;
    desk.set_quota(1_000).await;
    let bytes = noise(100);
    let tries = futures::future::join_all((0..25).map(|_| desk.open(&bytes, None))).await;
    let granted = tries.iter().filter(|one| one.is_ok()).count();
    assert_eq!(granted, 10);
    assert!(
        tries
            .iter()
            .filter_map(|one| one.as_ref().err())
            .all(|error| matches!(error, Error::QuotaExceeded { needed: 100, free: 0 }))
    );
    assert_eq!(desk.quota().await, (0, 1_000));
}

#[tokio::test]
async fn giving_an_upload_up_takes_its_promise_back_once() {
    let desk = Desk::new().await;
    let bytes = noise(1_000);
    let keep = desk.open(&bytes, None).await.expect("an upload");
    let upload = desk.open(&bytes, None).await.expect("an upload");
    let (db, scope) = (desk.practice.db(), &desk.scope);
    desk.store.abandon(db, scope, upload.id).await.expect("abandoned");
    let again = desk.store.abandon(db, scope, upload.id).await;
    assert!(matches!(again, Err(Error::Gone)), "{again:?}");
    assert_eq!(desk.quota().await, (0, 1_000));
    assert_eq!(desk.find(keep.id).await.offset, 0);
}

#[tokio::test]
async fn an_upload_that_nobody_continues_is_collected() {
    let mut desk = Desk::new().await;
    let clock = Clock::manual(jiff::Timestamp::now());
    desk.scope = desk.scope.clone().with_clock(clock.clone());
    let bytes = noise(300_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    desk.send(upload.id, 0, None, body(&bytes[..100_000])).await.expect("received");
    let system = desk.practice.system().with_clock(clock.clone());
    let early = desk.store.collect(desk.practice.db(), &system).await.expect("collected");
    assert_eq!(early.uploads, 0);
    clock.advance(SignedDuration::from_hours(25));
    let late = desk.store.collect(desk.practice.db(), &system).await.expect("collected");
    assert_eq!(late.uploads, 1);
    assert_eq!(desk.quota().await, (0, 0));
    assert!(!desk.spooled(upload.id).exists());
    let refused = desk.send(upload.id, 100_000, None, body(&bytes[100_000..])).await;
    assert!(matches!(refused, Err(Error::Gone)), "{refused:?}");
}

#[tokio::test]
async fn an_upload_to_a_server_that_is_gone_is_collected_by_another_after_a_week() {
    let mut desk = Desk::new().await;
    let upload = desk.open(&noise(1_000), None).await.expect("an upload");
    let other_dir = TempDir::new().expect("a directory");
    desk.store = store_in(other_dir.path()).await;
    let elsewhere = desk.send(upload.id, 0, None, body(&noise(1_000))).await;
    assert!(matches!(elsewhere, Err(Error::Elsewhere)), "{elsewhere:?}");
    let clock = Clock::manual(jiff::Timestamp::now());
    let system = desk.practice.system().with_clock(clock.clone());
    for (hours, uploads) in [(25, 0), (8 * 24, 1)] {
        clock.advance(SignedDuration::from_hours(hours));
        let collected = desk.store.collect(desk.practice.db(), &system).await.expect("collected");
        assert_eq!(collected.uploads, uploads);
    }
    assert_eq!(desk.quota().await, (0, 0));
}

#[tokio::test]
async fn objects_that_nothing_names_are_collected_and_their_space_given_back() {
    let desk = Desk::new().await;
    let (db, tenant) = (desk.practice.db(), desk.practice.tenant());
    let named = noise(300_000);
    let upload = desk.open(&named, None).await.expect("an upload");
    let received = whole(desk.send(upload.id, 0, None, body(&named)).await.expect("received"));
    desk.finish(received).await;
    let unnamed = desk.store.put_bytes(tenant, noise(2_000)).await.expect("placed");
    let stray = desk.store.put_bytes(tenant, noise(3_000)).await.expect("placed");
    let tx = db.begin(&desk.scope).await.expect("a transaction");
    desk.store.record(&tx, &[unnamed]).await.expect("a row");
    tx.commit().await.expect("a commit");

    let clock = Clock::manual(jiff::Timestamp::now());
    let system = desk.practice.system().with_clock(clock.clone());
    let early = desk.store.collect(db, &system).await.expect("collected");
    assert_eq!(early, object::Collected::default());
    clock.advance(SignedDuration::from_hours(25));
    let late = desk.store.collect(db, &system).await.expect("collected");
    assert_eq!((late.objects, late.strays, late.bytes), (1, 1, 5_000));
    assert_eq!(desk.quota().await, (300_000, 0));
    let there = async |sum| desk.store.stored_size(tenant, sum).await.expect("an answer").is_some();
    assert!(there(Checksum::of(&named)).await);
    assert!(!there(unnamed.checksum()).await);
    assert!(!there(stray.checksum()).await);
}

#[tokio::test]
async fn another_tenants_upload_is_not_there() {
    let (desk, stranger) = (Desk::new().await, Practice::new().await);
    let bytes = noise(1_000);
    let upload = desk.open(&bytes, None).await.expect("an upload");
    let scope = stranger.scope("technician").await;
    let refused = desk.store.receive(stranger.db(), &scope, upload.id, 0, None, body(&bytes)).await;
    assert!(matches!(refused, Err(Error::Gone)), "{refused:?}");
    assert_eq!(desk.find(upload.id).await.offset, 0);
}
