//! Notifications that are sent after the commit of what they tell of.
//!
//! PostgreSQL commits transactions that notify one after the other, the disk's part included. So a transaction gathers what
//! is to be told (`platform.tell`), hands it over when it has committed, and one task sends what has gathered, in a
//! transaction that writes nothing and so waits for no disk. What is lost between the two, by a crash or because the
//! database is away, is a hint: whoever watches must bear a gap, as after any lost connection.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio_postgres::{Client, Statement};

use crate::db::Connect;
use crate::{Error, Timeout};

/// Committed transactions whose notices wait to be sent; of what comes beyond it only a gap is told.
const BACKLOG: usize = 1024;
/// Transactions whose notices are sent together, at most.
const TOGETHER: usize = 256;
/// How long sending may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The shortest and the longest wait before trying again.
const RETRY: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(5));

const NOTIFY: &str =
    "select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as told (channel, payload)";

/// Sends notices, in the order of being told. Cheap to clone; ends with the last clone, when all is sent.
#[derive(Clone)]
pub(crate) struct Teller {
    orders: mpsc::Sender<Order>,
    missed: Missed,
}

/// Channels on which something was not told.
type Missed = Arc<Mutex<BTreeSet<String>>>;

enum Order {
    /// Lines of `channel payload`, as `platform.tell` gathers them.
    Tell(String),
    /// Says when all that came before is sent.
    Report(oneshot::Sender<()>),
}

impl Teller {
    /// Opens its connection when there is something to tell.
    pub(crate) fn start(connect: Connect) -> Self {
        let (orders, inbox) = mpsc::channel(BACKLOG);
        let missed = Missed::default();
        tokio::spawn(send(connect, inbox, Arc::clone(&missed)));
        Self { orders, missed }
    }

    /// Takes notices on; never waits.
    pub(crate) fn tell(&self, lines: String) {
        if let Err(full) = self.orders.try_send(Order::Tell(lines))
            && let Order::Tell(lines) = full.into_inner()
        {
            lock(&self.missed).extend(channels(&lines));
        }
    }

    /// Comes back when all that was told before is sent.
    pub(crate) async fn sent(&self) {
        let (report, sent) = oneshot::channel();
        // It fails only where the sending task has ended, with its runtime.
        if self.orders.send(Order::Report(report)).await.is_ok() {
            let _ = sent.await;
        }
    }
}

/// Sends what has gathered as soon as the last is sent.
async fn send(connect: Connect, mut inbox: mpsc::Receiver<Order>, missed: Missed) {
    let mut connection = None;
    let mut orders = Vec::new();
    while inbox.recv_many(&mut orders, TOGETHER).await > 0 {
        let mut lines = gaps(&std::mem::take(&mut *lock(&missed)));
        let mut reports = Vec::new();
        for order in orders.drain(..) {
            match order {
                Order::Tell(more) => lines.push_str(&more),
                Order::Report(report) => reports.push(report),
            }
        }
        let mut pause = RETRY.0;
        while let Err(error) = send_once(&connect, &mut connection, &lines).await {
            tracing::warn!(%error, "changes were not told");
            if inbox.is_closed() {
                return;
            }
            connection = None;
            // Whether they were sent is not known, and they are old by the time of the next attempt.
            lines = gaps(&channels(&lines).collect());
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(RETRY.1);
        }
        for report in reports {
            // Whoever asked may have gone.
            let _ = report.send(());
        }
    }
}

async fn send_once(
    connect: &Connect,
    connection: &mut Option<(Client, Statement)>,
    lines: &str,
) -> Result<(), Error> {
    let mut seen = HashSet::new();
    let (channels, payloads): (Vec<&str>, Vec<&str>) =
        notices(lines).filter(|notice| seen.insert(*notice)).unzip();
    if channels.is_empty() {
        return Ok(());
    }
    let work = async {
        let (client, notify) = match connection {
            Some(open) => open,
            None => {
                let client = connect.client().await?;
                let notify = client.prepare(NOTIFY).await?;
                connection.insert((client, notify))
            }
        };
        client.query(&*notify, &[&channels, &payloads]).await?;
        Ok(())
    };
    tokio::time::timeout(PATIENCE, work).await.unwrap_or(Err(Error::Timeout(Timeout::Statement)))
}

/// Channel and payload of each line.
fn notices(lines: &str) -> impl Iterator<Item = (&str, &str)> {
    lines.lines().filter_map(|line| line.split_once(' '))
}

fn channels(lines: &str) -> impl Iterator<Item = String> {
    notices(lines).map(|(channel, _)| channel.to_owned())
}

/// Lines that tell each channel of a gap: [`crate::Notice::Gap`].
fn gaps(channels: &BTreeSet<String>) -> String {
    channels.iter().map(|channel| format!("{channel} \n")).collect()
}

fn lock(missed: &Missed) -> MutexGuard<'_, BTreeSet<String>> {
    missed.lock().unwrap_or_else(PoisonError::into_inner)
}
