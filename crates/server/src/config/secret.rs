//! Settings that nobody may read off a screen.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

/// What a masked value shows.
const MASK: &str = "[masked]";

/// A password, a token, or an address that may hold one. Shown masked; an address keeps all but its password.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The value itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    fn masked(&self) -> String {
        let Some((scheme, rest)) = self.0.split_once("://") else {
            return MASK.to_owned();
        };
        // Parameters may hold passwords and keys as well: nothing after the question mark is shown.
        let (place, parameters) = match rest.split_once('?') {
            Some((place, _)) => (place, format!("?{MASK}")),
            None => (rest, String::new()),
        };
        let place = match place.rsplit_once('@') {
            Some((user, host)) => match user.split_once(':') {
                Some((user, _)) => format!("{user}:{MASK}@{host}"),
                None => place.to_owned(),
            },
            None => place.to_owned(),
        };
        format!("{scheme}://{place}{parameters}")
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_all_but_what_is_secret() {
        for (value, shown) in [
            ("postgres://me:pa@ss@host/db", "postgres://me:[masked]@host/db"),
            ("postgres://host/db?password=x", "postgres://host/db?[masked]"),
            ("postgres://me@host/db", "postgres://me@host/db"),
            ("s3://bucket/prefix", "s3://bucket/prefix"),
            ("host=db password=x", "[masked]"),
        ] {
            assert_eq!(format!("{:?}", Secret::from(value.to_owned())), shown);
        }
    }
}
