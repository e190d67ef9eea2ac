//! Where a request comes from.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::header;
use axum::http::request::Parts;

use crate::config::Config;

/// Address and program of a caller.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The network address.
    pub ip: Option<IpAddr>,
    /// What the program calls itself.
    pub agent: Option<String>,
}

/// Where this request comes from. `X-Forwarded-For` is believed only behind a proxy of one's own, and then its last
/// entry: the one that this proxy wrote.
pub fn of(parts: &Parts, config: &Config) -> Origin {
    let forwarded = || {
        parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()?
            .to_str()
            .ok()?
            .rsplit(',')
            .next()?
            .trim()
            .parse()
            .ok()
    };
    let peer = || {
        parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(address)| address.ip())
    };
    Origin {
        ip: if config.behind_proxy { forwarded() } else { None }.or_else(peer),
        agent: parts
            .headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned),
    }
}
