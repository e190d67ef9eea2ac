//! What holds for connections, over real sockets.

mod support;

use std::net::SocketAddr;
use std::time::Duration;

use server::http;
use support::House;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Far more than anything here takes.
const PATIENCE: Duration = Duration::from_secs(20);

async fn serve(house: &House) -> (SocketAddr, JoinHandle<bool>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = http::serve(listener, house.router.clone(), house.app.stopping.clone(), PATIENCE);
    (address, tokio::spawn(serving))
}

/// Reads until `end` has come.
async fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains(end) {
        let mut piece = [0; 4096];
        let read = tokio::time::timeout(PATIENCE, stream.read(&mut piece))
            .await
            .expect("an answer in time")
            .expect("an answer");
        assert!(read > 0, "ended after {}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&piece[..read]);
    }
    String::from_utf8_lossy(&seen).into_owned()
}

#[tokio::test]
async fn http2_in_clear_text_is_understood() {
    let house = House::open().await;
    let (address, _serving) = serve(&house).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");

    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.expect("a preface");

    let mut head = [0; 9];
    stream.read_exact(&mut head).await.expect("a frame");
    assert_eq!(head[3], 4, "the first frame is one of settings");
}

#[tokio::test]
async fn a_connection_is_used_again() {
    let house = House::open().await;
    let (address, _serving) = serve(&house).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    for _ in 0..2 {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n").await.expect("a request");
        let answer = read_until(&mut stream, "\"version\"").await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_ends_idle_connections_and_event_streams() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let (address, serving) = serve(&house).await;
    let _idle = TcpStream::connect(address).await.expect("a connection");
    let mut events = TcpStream::connect(address).await.expect("a connection");
    let request =
        format!("GET /api/v1/events HTTP/1.1\r\nhost: here\r\nauthorization: Bearer {token}\r\n\r\n");
    events.write_all(request.as_bytes()).await.expect("a request");
    read_until(&mut events, "\r\n\r\n").await;

    house.app.stopping.cancel();

    let all_ended = tokio::time::timeout(PATIENCE / 2, serving).await.expect("an end").expect("no panic");
    assert!(all_ended);
    assert!(TcpStream::connect(address).await.is_err(), "still accepting");
}
