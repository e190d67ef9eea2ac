//! Passwords: argon2id, off the threads that answer requests.

use std::sync::LazyLock;
use std::time::Duration;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::Error;

/// Passwords longer than this, in bytes, are refused before they are hashed.
pub(crate) const LONGEST: usize = 256;
/// New passwords have at least this many characters.
pub(crate) const SHORTEST: usize = 12;
/// How long a sign-in waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// Each hash takes 19 MiB and a whole core: as many at a time as there are cores, whatever is asked.
static TURNS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(1, std::num::NonZero::get)));

/// What is checked where there is no account, so that the answer takes as long.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("no account").unwrap_or_default());

/// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

fn hash(password: &str) -> Result<String, argon2::password_hash::Error> {
    let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>())?;
    Ok(argon2().hash_password(password.as_bytes(), &salt)?.to_string())
}

fn verify(password: &str, hash: Option<&str>) -> bool {
    let known = hash.unwrap_or(&NOBODY);
    let right = PasswordHash::new(known)
        .is_ok_and(|parsed| argon2().verify_password(password.as_bytes(), &parsed).is_ok());
    right && hash.is_some()
}

/// The hash of a password, as it is stored (PHC string).
///
/// # Errors
/// 503 when too many wait for their turn.
pub async fn hash_password(password: String) -> Result<String, Error> {
    in_turn(move || hash(&password)).await?.map_err(Error::internal)
}

/// Whether a password is the one of the hash. Takes as long where there is no hash.
pub(super) async fn is_right(password: String, hash: Option<String>) -> Result<bool, Error> {
    in_turn(move || verify(&password, hash.as_deref())).await
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire())
        .await
        .map_err(|_| Error::unavailable("overloaded", "too many sign-ins at a time"))?
        .map_err(Error::internal)?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    done.await.map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_right_only_for_its_own_hash() {
        let stored = hash("correct horse").expect("hashes");
        assert!(verify("correct horse", Some(&stored)));
        assert!(!verify("correct  horse", Some(&stored)));
    }

    #[test]
    fn nobody_signs_in_without_an_account() {
        assert!(!verify("no account", None));
    }

    #[test]
    fn a_stored_text_that_is_no_hash_lets_nobody_in() {
        assert!(!verify("", Some("")));
    }
}
