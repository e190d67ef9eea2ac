//! Where a request comes from.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;

use crate::App;
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
    let peer = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
    Origin {
        ip: if config.behind_proxy { forwarded() } else { None }.or_else(peer),
        agent: parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).map(str::to_owned),
    }
}

impl FromRequestParts<App> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(of(parts, &app.config))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn parts() -> Parts {
        let request = Request::builder()
            .header("x-forwarded-for", "203.0.113.9, 198.51.100.7")
            .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 4711))));
        request.body(()).expect("a request").into_parts().0
    }

    #[test]
    fn what_a_caller_says_of_its_address_is_not_believed() {
        let origin = of(&parts(), &Config::default());
        assert_eq!(origin.ip, Some(IpAddr::from([192, 0, 2, 1])));
    }

    #[test]
    fn behind_a_proxy_its_own_entry_is_believed_and_no_earlier_one() {
        let config = Config { behind_proxy: true, ..Config::default() };
        assert_eq!(of(&parts(), &config).ip, Some(IpAddr::from([198, 51, 100, 7])));
    }
}
