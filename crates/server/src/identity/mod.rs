//! Who is who: sign-in, sessions, the caller of a request.

pub(crate) mod accounts;
mod caller;
pub(crate) mod password;
mod routes;
mod session;
mod sign_in;
mod throttle;
mod token;

pub use caller::{COOKIE, Caller};
pub use password::hash_password;
pub use routes::routes;
pub(crate) use routes::{Login, Me, SignedIn};
pub use session::{Session, Sessions};
pub use sign_in::SignIn;
