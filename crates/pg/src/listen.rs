//! Notifications, with honesty about what may have been missed.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures::{Stream, StreamExt};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_postgres::{AsyncMessage, Client};

use crate::Error;
use crate::db::Connect;

/// Notifications kept for a listener that is slow; beyond it they are dropped and a gap is told.
const BACKLOG: usize = 1024;
/// The longest wait between two attempts to reconnect.
const SLOWEST_RETRY: Duration = Duration::from_secs(5);

/// What a [`Listener`] hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A notification's payload.
    Payload(String),
    /// Notifications may have been missed, because the connection was lost, this listener was slow or whoever notifies
    /// said so by an empty payload: whoever keeps a copy of something must fetch it anew.
    Gap,
}

/// A stream of what is notified on one channel. Ends only when dropped.
#[derive(Debug)]
pub struct Listener {
    notices: mpsc::Receiver<Notice>,
    task: JoinHandle<()>,
}

impl Listener {
    pub(crate) async fn open(connect: Connect, channel: &str) -> Result<Self, Error> {
        if channel.is_empty() || channel.len() > 63 || channel.contains('\0') {
            return Err(Error::Config(format!("not the name of a channel: {channel:?}")));
        }
        let listen = format!("listen \"{}\"", channel.replace('"', "\"\""));
        let first = Connection::open(&connect, &listen).await?;
        let (sender, notices) = mpsc::channel(BACKLOG);
        let task = tokio::spawn(forward(connect, listen, first, sender));
        Ok(Self { notices, task })
    }

    /// The next notice; `None` never comes while the runtime lives.
    pub async fn recv(&mut self) -> Option<Notice> {
        self.notices.recv().await
    }
}

impl Stream for Listener {
    type Item = Notice;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Notice>> {
        self.notices.poll_recv(context)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

type Messages = Pin<Box<dyn Stream<Item = Result<AsyncMessage, tokio_postgres::Error>> + Send>>;

struct Connection {
    /// Kept, since the connection ends with its client.
    _client: Client,
    messages: Messages,
}

impl Connection {
    async fn open(connect: &Connect, listen: &str) -> Result<Self, Error> {
        let (client, messages) = connect.open().await?;
        let mut messages: Messages = Box::pin(messages);
        {
            let mut listening = std::pin::pin!(client.batch_execute(listen));
            loop {
                tokio::select! {
                    done = &mut listening => break done?,
                    message = messages.next() => match message {
                        Some(Ok(_)) => {}
                        Some(Err(error)) => return Err(error.into()),
                        None => return Err(Error::Unavailable("the connection was closed".into())),
                    },
                }
            }
        }
        Ok(Self { _client: client, messages })
    }
}

/// Passes notifications on; reconnects when the connection ends, and says that there is a gap.
async fn forward(connect: Connect, listen: String, first: Connection, sender: mpsc::Sender<Notice>) {
    let mut connection = first;
    let mut gap = false;
    loop {
        loop {
            tokio::select! {
                message = connection.messages.next() => match message {
                    // A slow listener must not hold up the server, which keeps notifications for all its sessions.
                    // What comes while a gap is not yet told is part of the gap.
                    Some(Ok(AsyncMessage::Notification(notification))) => {
                        let notice = match notification.payload() {
                            "" => Notice::Gap,
                            payload => Notice::Payload(payload.to_owned()),
                        };
                        gap = gap || sender.try_send(notice).is_err();
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => break,
                },
                room = sender.reserve(), if gap => {
                    let Ok(room) = room else { return };
                    room.send(Notice::Gap);
                    gap = false;
                }
            }
        }
        let mut pause = Duration::from_millis(50);
        connection = loop {
            if let Ok(connection) = Connection::open(&connect, &listen).await {
                break connection;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(SLOWEST_RETRY);
        };
        gap = true;
    }
}
