//! Bytes on their way in: files on local disk, hashed as they are written.
//!
//! Whoever writes a spool file holds a lock on it (`flock`), which ends with the process. The lock is what keeps two
//! requests from one upload, on all processes of a server, and what tells a file that is being written from one that
//! was left behind.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::{Buf, Bytes};
use futures::{Stream, StreamExt};
use pg::TenantId;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use uuid::Uuid;

use crate::error::blocking;
use crate::{Error, Limits};

/// Bytes that are hashed and written at a time.
const PIECE: usize = 64 << 10;
/// Pieces that wait to be written.
const QUEUE: usize = 4;
/// Buffers in use: those that wait, the one that is being written and the one that is being filled. They are all the
/// memory that an upload takes here.
const BUFFERS: usize = QUEUE + 2;

/// A file is taken for left behind only after this long, so that its maker has locked it.
const NEWBORN: Duration = Duration::from_secs(60);

/// The directory of spool files.
#[derive(Debug)]
pub(crate) struct SpoolDir {
    dir: PathBuf,
    id: Uuid,
}

/// A file in the spool that nobody writes, locked so that it stays so.
#[derive(Debug)]
pub(crate) struct Leftover {
    path: PathBuf,
    _lock: File,
}

impl Leftover {
    pub(crate) fn remove(self) -> Result<(), Error> {
        remove_if_there(&self.path)
    }
}

impl SpoolDir {
    /// Opens the directory, making it where it is missing; blocking.
    pub(crate) fn open(dir: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(dir).map_err(Error::file(dir))?;
        let name = dir.join("id");
        let id = match read_id(&name)? {
            Some(id) => id,
            None => {
                // Written aside and linked: of several processes that start together, the first one names the spool.
                let aside = dir.join(format!("id-{}", Uuid::now_v7()));
                let mut file = File::create_new(&aside).map_err(Error::file(&aside))?;
                write!(file, "{}", Uuid::now_v7()).map_err(Error::file(&aside))?;
                file.sync_all().map_err(Error::file(&aside))?;
                let linked = std::fs::hard_link(&aside, &name);
                remove_if_there(&aside)?;
                if let Err(error) = linked
                    && error.kind() != ErrorKind::AlreadyExists
                {
                    return Err(Error::file(&name)(error));
                }
                sync_dir(dir)?;
                read_id(&name)?.ok_or_else(|| Error::Config(format!("{} is empty", name.display())))?
            }
        };
        Ok(Self { dir: dir.to_owned(), id })
    }

    /// The spool's own name: rows of uploads say by it where their bytes are.
    pub(crate) fn id(&self) -> Uuid {
        self.id
    }

    /// A file of one's own, removed when dropped.
    pub(crate) async fn temporary(&self) -> Result<Spool, Error> {
        let dir = self.dir.clone();
        blocking(move || {
            loop {
                let path = dir.join(format!("own-{}", Uuid::now_v7()));
                let file = open_file(&path, true)?;
                file.lock().map_err(Error::file(&path))?;
                if file.metadata().map_err(Error::file(&path))?.nlink() > 0 {
                    return Ok(Spool::new(path, file, true));
                }
            }
        })
        .await
    }

    /// The file of an upload, for this caller alone. Its bytes are to be brought to a known length by
    /// [`Spool::resume`].
    pub(crate) async fn of_upload(&self, tenant: TenantId, upload: Uuid) -> Result<Spool, Error> {
        let path = self.path_of(tenant, upload);
        let dir = self.dir.clone();
        blocking(move || {
            let is_new = !path.exists();
            let file = open_file(&path, false)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Error::Locked),
                Err(TryLockError::Error(error)) => return Err(Error::file(&path)(error)),
            }
            if is_new {
                sync_dir(&dir)?;
            }
            Ok(Spool::new(path, file, false))
        })
        .await
    }

    fn path_of(&self, tenant: TenantId, upload: Uuid) -> PathBuf {
        self.dir.join(format!("{tenant}.{upload}"))
    }

    /// Files of a tenant's uploads that nobody is writing; blocking.
    pub(crate) fn idle_uploads(&self, tenant: TenantId) -> Result<Vec<(Uuid, Leftover)>, Error> {
        let prefix = format!("{tenant}.");
        self.leftovers(|name| name.strip_prefix(&prefix)?.parse().ok())
    }

    /// Removes files of processes that are gone; blocking.
    pub(crate) fn remove_dead(&self) -> Result<(), Error> {
        for ((), file) in self.leftovers(|name| name.starts_with("own-").then_some(()))? {
            file.remove()?;
        }
        Ok(())
    }

    fn leftovers<T>(&self, wanted: impl Fn(&str) -> Option<T>) -> Result<Vec<(T, Leftover)>, Error> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.dir).map_err(Error::file(&self.dir))? {
            let path = entry.map_err(Error::file(&self.dir))?.path();
            let Some(key) = path.file_name().and_then(|name| wanted(name.to_str()?)) else {
                continue;
            };
            let file = match File::open(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(Error::file(&path)(error)),
            };
            let modified = file.metadata().and_then(|m| m.modified()).map_err(Error::file(&path))?;
            if modified.elapsed().is_ok_and(|age| age > NEWBORN) && file.try_lock().is_ok() {
                found.push((key, Leftover { path, _lock: file }));
            }
        }
        Ok(found)
    }
}

fn open_file(path: &Path, new: bool) -> Result<File, Error> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .create_new(new)
        .truncate(false)
        .mode(0o600)
        .open(path)
        .map_err(Error::file(path))
}

fn read_id(path: &Path) -> Result<Option<Uuid>, Error> {
    match std::fs::read_to_string(path) {
        Ok(text) => text
            .trim()
            .parse()
            .map(Some)
            .map_err(|_| Error::Config(format!("{} is not the name of a spool", path.display()))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::file(path)(error)),
    }
}

pub(crate) fn remove_if_there(path: &Path) -> Result<(), Error> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::file(path)(error)),
        _ => Ok(()),
    }
}

/// Makes the names in a directory last.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), Error> {
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(Error::file(dir))
}

/// What a sender says the hash of one piece of an upload is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceCheck {
    /// SHA-1, the one that the tus protocol requires.
    Sha1([u8; 20]),
    /// SHA-256.
    Sha256([u8; 32]),
}

impl PieceCheck {
    fn start(&self) -> PieceHash {
        match self {
            Self::Sha1(_) => PieceHash::Sha1(Sha1::new()),
            Self::Sha256(_) => PieceHash::Sha256(Sha256::new()),
        }
    }

    fn matches(&self, hash: PieceHash) -> bool {
        match (self, hash) {
            (Self::Sha1(declared), PieceHash::Sha1(hash)) => hash.finalize().as_slice() == declared,
            (Self::Sha256(declared), PieceHash::Sha256(hash)) => hash.finalize().as_slice() == declared,
            _ => false,
        }
    }
}

#[derive(Debug)]
enum PieceHash {
    Sha1(Sha1),
    Sha256(Sha256),
}

#[derive(Debug, Default)]
struct Hashes {
    whole: Sha256,
    piece: Option<PieceHash>,
}

impl Hashes {
    fn update(&mut self, bytes: &[u8]) {
        self.whole.update(bytes);
        match &mut self.piece {
            Some(PieceHash::Sha1(hash)) => hash.update(bytes),
            Some(PieceHash::Sha256(hash)) => hash.update(bytes),
            None => {}
        }
    }
}

/// A spool file that is being written, locked.
#[derive(Debug)]
pub(crate) struct Spool {
    path: PathBuf,
    file: Arc<File>,
    temporary: bool,
    hashes: Hashes,
    length: u64,
    piece: Option<PieceCheck>,
}

impl Spool {
    fn new(path: PathBuf, file: File, temporary: bool) -> Self {
        Self { path, file: Arc::new(file), temporary, hashes: Hashes::default(), length: 0, piece: None }
    }

    /// Bytes written and hashed.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The hash of what is written.
    pub(crate) fn hash(&self) -> Sha256 {
        self.hashes.whole.clone()
    }

    /// Goes on after the first `length` bytes, forgetting what lies beyond; `hash` is theirs where it is known, else
    /// they are read again. [`Error::Gone`] where the file has lost some of them.
    pub(crate) async fn resume(&mut self, length: u64, hash: Option<Sha256>) -> Result<(), Error> {
        let file = Arc::clone(&self.file);
        let path = self.path.clone();
        self.hashes = blocking(move || {
            if file.metadata().map_err(Error::file(&path))?.len() < length {
                return Err(Error::Gone);
            }
            file.set_len(length).map_err(Error::file(&path))?;
            let whole = match hash {
                Some(hash) => hash,
                None => hash_of(&file, length).map_err(Error::file(&path))?,
            };
            Ok(Hashes { whole, piece: None })
        })
        .await?;
        self.length = length;
        self.piece = None;
        Ok(())
    }

    /// From here on, what is written is also compared with `check`.
    pub(crate) fn expect(&mut self, check: PieceCheck) {
        self.hashes.piece = Some(check.start());
        self.piece = Some(check);
    }

    /// Whether what was written since [`expect`](Self::expect) is what was expected.
    pub(crate) fn piece_matches(&mut self) -> bool {
        match (self.piece.take(), self.hashes.piece.take()) {
            (Some(check), Some(hash)) => check.matches(hash),
            _ => true,
        }
    }

    /// Writes what `body` gives until it ends or `enough` bytes have been taken; whether there may be more. What has
    /// arrived is hashed and written while more arrives. An error leaves what was written before it.
    pub(crate) async fn append<S, E>(&mut self, body: &mut Feed<S>, enough: u64) -> Result<bool, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin,
        E: std::fmt::Display,
    {
        let (pieces, arriving) = mpsc::channel(QUEUE);
        let (spare, mut spares) = mpsc::channel(BUFFERS);
        let writer = self.writer(arriving, spare);
        let mut taken = 0;
        let fed = loop {
            let mut piece = spares.try_recv().unwrap_or_else(|_| Vec::with_capacity(PIECE));
            piece.clear();
            if let Err(error) = body.fill(&mut piece).await {
                break Err(error);
            }
            if piece.is_empty() {
                break Ok(false);
            }
            taken += piece.len() as u64;
            // Nobody takes it only where the writer has failed, which is told below.
            if pieces.send(piece).await.is_err() || taken >= enough {
                break Ok(true);
            }
        };
        drop(pieces);
        (self.hashes, self.length) = join(writer).await?;
        fed
    }

    /// Hashes and writes pieces as they arrive and gives their buffers back; ends with them.
    fn writer(
        &mut self,
        mut arriving: mpsc::Receiver<Vec<u8>>,
        spare: mpsc::Sender<Vec<u8>>,
    ) -> JoinHandle<Result<(Hashes, u64), Error>> {
        let (file, path) = (Arc::clone(&self.file), self.path.clone());
        let (mut hashes, mut length) = (std::mem::take(&mut self.hashes), self.length);
        tokio::task::spawn_blocking(move || {
            while let Some(piece) = arriving.blocking_recv() {
                hashes.update(&piece);
                file.write_all_at(&piece, length).map_err(Error::file(&path))?;
                length += piece.len() as u64;
                // A buffer that nobody needs any more is freed.
                let _ = spare.try_send(piece);
            }
            Ok((hashes, length))
        })
    }

    /// Starts making what is written so far last; gives its length when done.
    pub(crate) fn sync(&self) -> JoinHandle<Result<u64, Error>> {
        let (file, path, length) = (Arc::clone(&self.file), self.path.clone(), self.length);
        tokio::task::spawn_blocking(move || {
            file.sync_data().map_err(Error::file(&path))?;
            Ok(length)
        })
    }

    /// The first bytes, at most `most` of them.
    pub(crate) async fn head(&self, most: usize) -> Result<Vec<u8>, Error> {
        let (file, path) = (Arc::clone(&self.file), self.path.clone());
        let wanted = usize::try_from(self.length).unwrap_or(usize::MAX).min(most);
        blocking(move || {
            let mut head = vec![0; wanted];
            file.read_exact_at(&mut head, 0).map_err(Error::file(&path))?;
            Ok(head)
        })
        .await
    }

    /// Removes the file.
    pub(crate) fn remove(mut self) -> Result<(), Error> {
        self.temporary = false;
        remove_if_there(&self.path)
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        if self.temporary {
            // Nobody is left to tell; a file that stays is removed at the next start.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

pub(crate) async fn join<T>(task: JoinHandle<Result<T, Error>>) -> Result<T, Error> {
    task.await.map_err(|error| Error::File { path: PathBuf::new(), source: io::Error::other(error) })?
}

/// The hash of the first `length` bytes of a file.
fn hash_of(file: &File, length: u64) -> io::Result<Sha256> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; PIECE];
    let mut at = 0;
    while at < length {
        let wanted = usize::try_from(length - at).unwrap_or(usize::MAX).min(PIECE);
        file.read_exact_at(&mut buffer[..wanted], at)?;
        hash.update(&buffer[..wanted]);
        at += wanted as u64;
    }
    Ok(hash)
}

/// A body, in pieces of one's own size, within limits of length and time.
#[derive(Debug)]
pub(crate) struct Feed<S> {
    body: S,
    rest: Bytes,
    ended: bool,
    left: u64,
    most: u64,
    idle: Duration,
    deadline: Instant,
}

impl<S> Feed<S> {
    /// Takes at most `most` bytes of `body`.
    pub(crate) fn new(body: S, most: u64, limits: &Limits) -> Self {
        Self {
            body,
            rest: Bytes::new(),
            ended: false,
            left: most,
            most,
            idle: limits.body_idle,
            deadline: Instant::now() + limits.body_total,
        }
    }
}

impl<S, E> Feed<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
    E: std::fmt::Display,
{
    /// Adds the next bytes to `piece` until it has [`PIECE`] of them or the body ends.
    async fn fill(&mut self, piece: &mut Vec<u8>) -> Result<(), Error> {
        loop {
            let wanted = (PIECE - piece.len()).min(self.rest.len());
            piece.extend_from_slice(&self.rest[..wanted]);
            self.rest.advance(wanted);
            if self.rest.is_empty() {
                // Even an empty rest keeps the connection's buffer from being used again.
                self.rest = Bytes::new();
            }
            if piece.len() == PIECE || self.ended {
                return Ok(());
            }
            let wait = self.deadline.min(Instant::now() + self.idle);
            match tokio::time::timeout_at(wait, self.body.next()).await {
                Err(_) => return Err(Error::TooSlow),
                Ok(None) => self.ended = true,
                Ok(Some(Err(error))) => return Err(Error::Interrupted(error.to_string())),
                Ok(Some(Ok(bytes))) => {
                    self.left = self
                        .left
                        .checked_sub(bytes.len() as u64)
                        .ok_or(Error::TooLarge { limit: self.most })?;
                    self.rest = bytes;
                }
            }
        }
    }
}
