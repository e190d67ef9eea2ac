//! Opening a connection whose bytes are ours.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::BytesMut;
use postgres_protocol::message::frontend;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpStream, UnixStream};
use tokio_postgres::NoTls;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};

use crate::db::Connect;
use crate::error::causes;
use crate::{Error, Timeout};

/// A connection: a unix socket, TCP, or TLS over TCP.
pub(super) trait Duplex: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Duplex for T {}

/// Opens a connection and signs in; what comes next on it is the answer to our first message.
pub(super) async fn open(connect: &Connect) -> Result<Box<dyn Duplex>, Error> {
    tokio::time::timeout(connect.timeout, sign_in(connect))
        .await
        .map_err(|_| Error::Timeout(Timeout::Connect))?
}

async fn sign_in(connect: &Connect) -> Result<Box<dyn Duplex>, Error> {
    let stream = dial(connect).await?;
    let lent = Lent(Arc::new(Mutex::new(Some(stream))));
    // Signing in is the driver's business; it borrows the connection for that and no longer.
    let mut settings = connect.settings.clone();
    settings.ssl_mode(SslMode::Disable);
    let borrower = settings.connect_raw(lent.clone(), NoTls).await?;
    let stream = lent.reclaim();
    drop(borrower);
    stream.ok_or_else(|| Error::Unavailable("the connection was closed".into()))
}

/// The first host that answers.
async fn dial(connect: &Connect) -> Result<Box<dyn Duplex>, Error> {
    let settings = &connect.settings;
    let (hosts, addresses, ports) = (settings.get_hosts(), settings.get_hostaddrs(), settings.get_ports());
    let mut failure = Error::Config("no host".into());
    for index in 0..hosts.len().max(addresses.len()) {
        let port = ports.get(index).or(ports.first()).copied().unwrap_or(5432);
        let opened = match (hosts.get(index), addresses.get(index)) {
            (Some(Host::Unix(dir)), _) => {
                let path = dir.join(format!(".s.PGSQL.{port}"));
                UnixStream::connect(path)
                    .await
                    .map(|stream| Box::new(stream) as Box<dyn Duplex>)
                    .map_err(lost)
            }
            (Some(Host::Tcp(name)), Some(address)) => {
                encrypt(connect, tcp((*address, port)).await, name).await
            }
            (Some(Host::Tcp(name)), None) => encrypt(connect, tcp((name.as_str(), port)).await, name).await,
            (None, Some(address)) => {
                encrypt(connect, tcp((*address, port)).await, &address.to_string()).await
            }
            (None, None) => break,
        };
        match opened {
            Ok(stream) => return Ok(stream),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

async fn tcp(address: impl tokio::net::ToSocketAddrs) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Asks for TLS as `sslmode` says.
async fn encrypt(
    connect: &Connect,
    stream: io::Result<TcpStream>,
    name: &str,
) -> Result<Box<dyn Duplex>, Error> {
    let mut stream = stream.map_err(lost)?;
    let mode = connect.settings.get_ssl_mode();
    if mode == SslMode::Disable {
        return Ok(Box::new(stream));
    }
    let mut request = BytesMut::new();
    frontend::ssl_request(&mut request);
    stream.write_all(&request).await.map_err(lost)?;
    if stream.read_u8().await.map_err(lost)? != b'S' {
        return match mode {
            SslMode::Prefer => Ok(Box::new(stream)),
            _ => Err(Error::Unavailable("the server does not encrypt".into())),
        };
    }
    let mut tls = connect.tls.clone();
    let connector = <_ as MakeTlsConnect<TcpStream>>::make_tls_connect(&mut tls, name)
        .map_err(|error| Error::Config(causes(&error)))?;
    Ok(Box::new(connector.connect(stream).await.map_err(lost)?))
}

/// What an input or output error means here.
pub(super) fn lost(error: io::Error) -> Error {
    Error::Unavailable(causes(&error))
}

/// A connection that can be taken back from whoever reads and writes it.
#[derive(Clone)]
struct Lent(Arc<Mutex<Option<Box<dyn Duplex>>>>);

impl Lent {
    fn reclaim(&self) -> Option<Box<dyn Duplex>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn with<T>(&self, work: impl FnOnce(Pin<&mut dyn Duplex>) -> Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).as_deref_mut() {
            Some(stream) => work(Pin::new(stream)),
            None => Poll::Ready(Err(io::ErrorKind::NotConnected.into())),
        }
    }
}

impl AsyncRead for Lent {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_read(context, buffer))
    }
}

impl AsyncWrite for Lent {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.with(|stream| stream.poll_write(context, bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_flush(context))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_shutdown(context))
    }
}
