//! The one layer through which an object's bytes enter and leave the store. What is to happen to all bytes at rest,
//! encryption first of all, happens here.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures::stream::{self, BoxStream};
use futures::{StreamExt, TryStreamExt};
use jiff::Timestamp;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, GetResultPayload, ObjectStore, ObjectStoreExt};
use pg::TenantId;
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::error::blocking;
use crate::spool::{remove_if_there, sync_dir};
use crate::{Checksum, Error, S3Config};

/// Bytes read from a local file at a time.
const READ_PIECE: u64 = 256 << 10;
/// The smallest part that S3 takes, but for the last one.
const PART: u64 = 5 << 20;
/// The most parts that S3 takes, with room to spare.
const PARTS: u64 = 9_000;
/// Objects that go to S3 at the same time; each takes the memory of two parts.
const PLACING: usize = 2;

/// Where the bytes are.
#[derive(Debug)]
pub(crate) struct Vault {
    objects: Arc<dyn ObjectStore>,
    prefix: Path,
    /// The directory, where objects are local files.
    root: Option<PathBuf>,
    placing: Semaphore,
}

/// Something that lies in a tenant's part of the store.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) place: Path,
    /// What it is named by; `None` for what was never finished.
    pub(crate) checksum: Option<Checksum>,
    pub(crate) size: u64,
    pub(crate) modified: Timestamp,
}

impl Vault {
    /// Opens the store at `url`; blocking.
    pub(crate) fn open(url: &str, s3: &S3Config) -> Result<Self, Error> {
        let bad = |error: object_store::Error| Error::Config(error.to_string());
        if let Some(place) = url.strip_prefix("s3://") {
            let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
            // The client asks for the process's TLS provider, and does not survive that there is none.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let mut builder =
                AmazonS3Builder::from_env().with_bucket_name(bucket).with_allow_http(s3.allow_http);
            for (value, set) in [
                (&s3.endpoint, AmazonS3Builder::with_endpoint as fn(_, String) -> _),
                (&s3.region, AmazonS3Builder::with_region),
                (&s3.access_key_id, AmazonS3Builder::with_access_key_id),
                (&s3.secret_access_key, AmazonS3Builder::with_secret_access_key),
            ] {
                if let Some(value) = value {
                    builder = set(builder, value.clone());
                }
            }
            return Ok(Self {
                objects: Arc::new(builder.build().map_err(bad)?),
                prefix: Path::parse(prefix).map_err(|error| Error::Config(error.to_string()))?,
                root: None,
                placing: Semaphore::new(PLACING),
            });
        }
        let root = FilePath::new(url.strip_prefix("file://").unwrap_or(url));
        if url.contains("://") && !url.starts_with("file://") {
            return Err(Error::Config(format!("{url} is neither a directory nor s3://bucket/prefix")));
        }
        std::fs::create_dir_all(root).map_err(Error::file(root))?;
        let root = root.canonicalize().map_err(Error::file(root))?;
        Ok(Self {
            objects: Arc::new(LocalFileSystem::new_with_prefix(&root).map_err(bad)?),
            prefix: Path::default(),
            root: Some(root),
            placing: Semaphore::new(PLACING),
        })
    }

    fn tenant_place(&self, tenant: TenantId) -> Path {
        self.prefix.clone().join(tenant.to_string())
    }

    fn place_of(&self, tenant: TenantId, checksum: Checksum) -> Path {
        let name = checksum.to_string();
        self.tenant_place(tenant).join(&name[..2]).join(name.as_str())
    }

    /// Brings the bytes of a finished, synced file in under their name. Doing so again changes nothing, except that
    /// it mends what was damaged. The file stays.
    pub(crate) async fn put(
        &self,
        tenant: TenantId,
        checksum: Checksum,
        file: &FilePath,
        size: u64,
    ) -> Result<(), Error> {
        let place = self.place_of(tenant, checksum);
        let file = file.to_owned();
        match &self.root {
            Some(root) => {
                let (root, shard) = (root.clone(), checksum.to_string()[..2].to_owned());
                blocking(move || {
                    let tenant = make_dir(&root, &tenant.to_string())?;
                    let dir = make_dir(&tenant, &shard)?;
                    link(&file, &dir, &checksum.to_string())
                })
                .await
            }
            None => {
                let permit = self.placing.acquire().await;
                let sent = self.send(&place, file, size).await;
                drop(permit);
                sent
            }
        }
    }

    async fn send(&self, place: &Path, path: PathBuf, size: u64) -> Result<(), Error> {
        let part = PART.max(size.div_ceil(PARTS));
        let path_of_file = path.clone();
        let file =
            Arc::new(blocking(move || File::open(&path_of_file).map_err(Error::file(&path_of_file))).await?);
        let read = |at: u64| {
            let (file, path) = (Arc::clone(&file), path.clone());
            blocking(move || read_at(&file, at..size.min(at + part)).map_err(Error::file(&path)))
        };
        if size <= part {
            self.objects.put(place, read(0).await?.into()).await?;
            return Ok(());
        }
        let mut upload = self.objects.put_multipart(place).await?;
        let sent = async {
            let mut bytes = read(0).await?;
            let mut at = part;
            loop {
                let sending = upload.put_part(bytes.into());
                if at >= size {
                    sending.await?;
                    break;
                }
                let (next, sent) = futures::join!(read(at), sending);
                sent?;
                bytes = next?;
                at += part;
            }
            upload.complete().await?;
            Ok(())
        }
        .await;
        if sent.is_err()
            && let Err(error) = upload.abort().await
        {
            tracing::warn!(%error, "an unfinished object stays in the store until its own expiry");
        }
        sent
    }

    /// The object's size in the store; `None` where it is not there.
    pub(crate) async fn size_of(&self, tenant: TenantId, checksum: Checksum) -> Result<Option<u64>, Error> {
        match self.objects.head(&self.place_of(tenant, checksum)).await {
            Ok(meta) => Ok(Some(meta.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes of a part of an object, which must lie within it.
    pub(crate) async fn get(
        &self,
        tenant: TenantId,
        checksum: Checksum,
        range: Range<u64>,
    ) -> Result<BoxStream<'static, Result<Bytes, Error>>, Error> {
        if range.is_empty() {
            return Ok(stream::empty().boxed());
        }
        let options = GetOptions { range: Some(GetRange::Bounded(range.clone())), ..GetOptions::default() };
        let result = match self.objects.get_opts(&self.place_of(tenant, checksum), options).await {
            Ok(result) => result,
            Err(object_store::Error::NotFound { .. }) => return Err(Error::Missing(checksum)),
            Err(error) => return Err(error.into()),
        };
        // A store that has less than was recorded answers with less, or not at all.
        if result.range != range {
            return Err(Error::Damaged(checksum));
        }
        Ok(match result.payload {
            GetResultPayload::File(file, path) => pieces_of(file, path, range),
            GetResultPayload::Stream(stream) => stream.map_err(Error::from).boxed(),
        })
    }

    /// Removes an object; nothing happens where there is none.
    pub(crate) async fn delete(&self, tenant: TenantId, checksum: Checksum) -> Result<(), Error> {
        self.delete_place(&self.place_of(tenant, checksum)).await
    }

    pub(crate) async fn delete_place(&self, place: &Path) -> Result<(), Error> {
        match self.objects.delete(place).await {
            Err(object_store::Error::NotFound { .. }) | Ok(()) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Everything in a tenant's part of the store.
    pub(crate) fn list(&self, tenant: TenantId) -> BoxStream<'static, Result<Found, Error>> {
        self.objects
            .list(Some(&self.tenant_place(tenant)))
            .map(|meta| {
                let meta = meta?;
                Ok(Found {
                    checksum: meta.location.filename().and_then(|name| name.parse().ok()),
                    modified: Timestamp::from_millisecond(meta.last_modified.timestamp_millis())
                        .unwrap_or(Timestamp::MAX),
                    place: meta.location,
                    size: meta.size,
                })
            })
            .boxed()
    }
}

/// Makes a directory in `parent` so that it lasts.
fn make_dir(parent: &FilePath, name: &str) -> Result<PathBuf, Error> {
    let dir = parent.join(name);
    match std::fs::create_dir(&dir) {
        Ok(()) => sync_dir(parent)?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Error::file(&dir)(error)),
    }
    Ok(dir)
}

/// Gives the file a name in the store: a second link to the same bytes, or a copy on another file system.
fn link(file: &FilePath, dir: &FilePath, name: &str) -> Result<(), Error> {
    let aside = dir.join(format!("{}.part", Uuid::now_v7()));
    if std::fs::hard_link(file, &aside).is_err() {
        std::fs::copy(file, &aside)
            .and_then(|_| File::open(&aside)?.sync_all())
            .map_err(Error::file(&aside))?;
    }
    let target = dir.join(name);
    let renamed = std::fs::rename(&aside, &target).map_err(Error::file(&target));
    // A rename between two links to the same bytes succeeds and leaves both.
    remove_if_there(&aside)?;
    renamed?;
    sync_dir(dir)
}

fn read_at(file: &File, range: Range<u64>) -> io::Result<Bytes> {
    let length = usize::try_from(range.end - range.start).map_err(io::Error::other)?;
    let mut buffer = vec![0; length];
    file.read_exact_at(&mut buffer, range.start)?;
    Ok(buffer.into())
}

/// A part of a file, piece by piece; nothing is read before it is asked for.
fn pieces_of(file: File, path: PathBuf, range: Range<u64>) -> BoxStream<'static, Result<Bytes, Error>> {
    let file = Arc::new(file);
    stream::try_unfold(range, move |left| {
        let (file, path) = (Arc::clone(&file), path.clone());
        async move {
            if left.is_empty() {
                return Ok(None);
            }
            let end = left.end.min(left.start + READ_PIECE);
            let piece = blocking(move || read_at(&file, left.start..end).map_err(Error::file(&path))).await?;
            Ok(Some((piece, end..left.end)))
        }
    })
    .boxed()
}
