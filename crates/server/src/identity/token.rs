//! The secret that a session is known by.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A session's token: 32 random bytes, base64url outside. Only its hash is ever stored.
pub(super) struct Token([u8; 32]);

/// What the database knows of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct TokenHash(pub(super) [u8; 32]);

impl Token {
    /// A new one, from the system's generator.
    pub(super) fn random() -> Self {
        Self(rand::random())
    }

    /// The token that a caller sent; `None` for anything that cannot be one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        // 43 characters: longer input is not even looked at.
        if text.len() != 43 {
            return None;
        }
        let length = BASE64_URL_SAFE_NO_PAD.decode_slice(text, &mut bytes).ok()?;
        (length == bytes.len()).then_some(Self(bytes))
    }

    /// As it is sent.
    pub(super) fn text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// As it is stored.
    pub(super) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_the_journey_through_a_header() {
        let token = Token::random();
        let back = Token::parse(&token.text()).expect("its own text");
        assert!(back.hash() == token.hash());
    }

    #[test]
    fn what_is_no_token_is_refused_without_a_look_at_the_database() {
        for text in ["", "abc", &"a".repeat(44), &"!".repeat(43)] {
            assert!(Token::parse(text).is_none(), "{text:?}");
        }
    }
}
