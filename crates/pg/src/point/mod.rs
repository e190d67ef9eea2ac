//! Short reads by key down a shared connection.
//!
//! Round trips are the cost of a small read. Here the scope's settings and the statement travel in one message
//! group that ends in one `Sync`: the server runs it as one implicit transaction, so the settings end with it and
//! requests of many tenants can follow each other on one connection without seeing each other.

mod pipeline;
mod wire;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::BytesMut;
use postgres_protocol::message::backend::DataRowBody;
use postgres_protocol::message::frontend;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use self::pipeline::{Answer, Pipeline, Request, Values};
use self::wire::{Duplex, lost};
use crate::db::Connect;
use crate::{Error, Scope, Timeout};

/// Requests waiting for a connection's attention; more wait outside, within their time.
const QUEUE: usize = 256;
/// Requests sent and not answered. A deeper pipeline makes nothing faster.
const IN_FLIGHT: usize = 64;
/// Beyond the server's own limit, how long a connection may say nothing before it counts as dead.
const SILENCE: Duration = Duration::from_secs(5);

/// Reads single rows and short lists. Cheap to clone.
#[derive(Clone, Debug)]
pub struct PointReader {
    lanes: Arc<[mpsc::Sender<Job>]>,
    next: Arc<AtomicUsize>,
    limit: Duration,
}

/// One row: columns in the server's text format, for `json` its bytes as they go out to a client.
#[derive(Clone, Debug)]
pub struct PointRow {
    body: DataRowBody,
}

struct Job {
    request: Request,
    reply: oneshot::Sender<Outcome>,
}

/// How a job ended on its connection.
enum Outcome {
    Answered(Answer),
    /// The connection broke with the job on it.
    Lost(Error),
}

impl PointReader {
    pub(crate) fn new(connect: Connect, connections: usize, statement_timeout: Duration) -> Self {
        let silence = statement_timeout + SILENCE;
        let lanes = (0..connections)
            .map(|_| {
                let (jobs, inbox) = mpsc::channel(QUEUE);
                tokio::spawn(serve(connect.clone(), silence, inbox));
                jobs
            })
            .collect();
        Self { lanes, next: Arc::default(), limit: silence + connect.timeout }
    }

    /// Runs one reading statement in `scope`: as its role, with its tenant, user and actor (the trail's settings are
    /// not needed for a read). Parameters are in text format, their types inferred by the server. The statement must
    /// be quick, since others wait behind it on the connection.
    ///
    /// # Errors
    /// What the server says; [`Error::TooLarge`] for more than 1,000 rows; [`Error::Unavailable`] when the
    /// connection breaks twice.
    pub async fn query(
        &self,
        scope: &Scope,
        sql: &str,
        params: &[Option<&str>],
    ) -> Result<Vec<PointRow>, Error> {
        if sql.contains('\0') {
            return Err(Error::Driver("a statement contains NUL".into()));
        }
        tokio::time::timeout(self.limit, self.attempt_twice(scope, sql, params))
            .await
            .map_err(|_| Error::Timeout(Timeout::Statement))?
    }

    /// A read can be repeated: once, where the connection broke or the schema changed under the statement.
    async fn attempt_twice(
        &self,
        scope: &Scope,
        sql: &str,
        params: &[Option<&str>],
    ) -> Result<Vec<PointRow>, Error> {
        let lane = self.next.fetch_add(1, Ordering::Relaxed) % self.lanes.len();
        let gone = || Error::Unavailable("the reader has stopped".into());
        let mut failure = None;
        for _ in 0..2 {
            let request = Request { sql: sql.to_owned(), scope: settings(scope)?, params: values(params)? };
            let (reply, outcome) = oneshot::channel();
            self.lanes[lane].send(Job { request, reply }).await.map_err(|_| gone())?;
            match outcome.await.map_err(|_| gone())? {
                Outcome::Answered(Answer::Done(result)) => return result,
                Outcome::Answered(Answer::Stale(error)) | Outcome::Lost(error) => failure = Some(error),
            }
        }
        Err(failure.unwrap_or_else(gone))
    }
}

fn settings(scope: &Scope) -> Result<Values, Error> {
    let mut buffer = [0; uuid::fmt::Hyphenated::LENGTH];
    let mut values = Values::default();
    values.push(Some(scope.tenant().uuid().hyphenated().encode_lower(&mut buffer)))?;
    match scope.user_id() {
        Some(user) => values.push(Some(user.uuid().hyphenated().encode_lower(&mut buffer)))?,
        None => values.push(Some(""))?,
    }
    values.push(Some(scope.actor().name()))?;
    values.push(Some(scope.role().name()))?;
    Ok(values)
}

fn values(params: &[Option<&str>]) -> Result<Values, Error> {
    let mut values = Values::default();
    params.iter().try_for_each(|param| values.push(*param))?;
    Ok(values)
}

/// A lane's life: connect when there is work, serve until the connection breaks, begin again.
async fn serve(connect: Connect, silence: Duration, mut inbox: mpsc::Receiver<Job>) {
    while let Some(first) = inbox.recv().await {
        match wire::open(&connect).await {
            Ok(stream) => {
                let mut replies = VecDeque::new();
                if let Err(error) = converse(stream, silence, first, &mut inbox, &mut replies).await {
                    tracing::warn!(%error, waiting = replies.len(), "the point reader lost its connection");
                    let text = error.to_string();
                    for reply in replies.into_iter().flatten() {
                        let _ = reply.send(Outcome::Lost(Error::Unavailable(text.clone())));
                    }
                }
            }
            Err(error) => {
                // Everyone who waits hears at once, instead of each waiting for an attempt of its own.
                let text = error.to_string();
                let mut job = Some(first);
                while let Some(Job { reply, .. }) = job {
                    let refused = Answer::Done(Err(Error::Unavailable(text.clone())));
                    let _ = reply.send(Outcome::Answered(refused));
                    job = inbox.try_recv().ok();
                }
            }
        }
    }
}

/// Who waits for the answers in flight, in order; the first of a connection is for nobody.
type Replies = VecDeque<Option<oneshot::Sender<Outcome>>>;

/// Serves jobs on one connection until it breaks or nobody is left to ask.
async fn converse(
    stream: Box<dyn Duplex>,
    silence: Duration,
    first: Job,
    inbox: &mut mpsc::Receiver<Job>,
    replies: &mut Replies,
) -> Result<(), Error> {
    let (mut reader, mut writer) = tokio::io::split(stream);
    let mut pipeline = Pipeline::new().map_err(lost)?;
    let mut input = BytesMut::with_capacity(64 << 10);
    let mut heard = Instant::now();
    let mut watchdog = tokio::time::interval(Duration::from_secs(1));
    let mut asked_for = true;
    replies.push_back(None);
    send(&mut pipeline, replies, first)?;
    while asked_for || pipeline.len() > 0 {
        tokio::select! {
            job = inbox.recv(), if asked_for && pipeline.len() < IN_FLIGHT => {
                if pipeline.len() == 0 {
                    heard = Instant::now();
                }
                let mut job = job;
                asked_for = job.is_some();
                while let Some(next) = job {
                    send(&mut pipeline, replies, next)?;
                    job = if pipeline.len() < IN_FLIGHT { inbox.try_recv().ok() } else { None };
                }
            }
            written = writer.write_buf(&mut pipeline.output), if !pipeline.output.is_empty() => {
                written.map_err(lost)?;
            }
            read = reader.read_buf(&mut input) => {
                if read.map_err(lost)? == 0 {
                    // Where the server closed an idle connection nobody is waiting, and that is no failure.
                    let closed = || Error::Unavailable("the server closed the connection".into());
                    return if pipeline.len() == 0 { Ok(()) } else { Err(closed()) };
                }
                heard = Instant::now();
                while let Some(message) = pipeline::next_message(&mut input)? {
                    if let Some(answer) = pipeline.take(message)?
                        && let Some(reply) = replies.pop_front()
                    {
                        match (reply, answer) {
                            (Some(reply), answer) => drop(reply.send(Outcome::Answered(answer))),
                            (None, Answer::Done(opened)) => drop(opened?),
                            (None, Answer::Stale(error)) => return Err(error),
                        }
                    }
                }
            }
            _ = watchdog.tick(), if pipeline.len() > 0 => {
                if heard.elapsed() > silence {
                    return Err(Error::Unavailable("the server fell silent".into()));
                }
            }
        }
    }
    let mut farewell = BytesMut::new();
    frontend::terminate(&mut farewell);
    // The server notices a closed connection by itself too.
    let _ = writer.write_all(&farewell).await;
    Ok(())
}

fn send(pipeline: &mut Pipeline, replies: &mut Replies, job: Job) -> Result<(), Error> {
    if job.reply.is_closed() {
        return Ok(());
    }
    replies.push_back(Some(job.reply));
    pipeline.push(job.request).map_err(lost)
}
