//! The Cuspid platform: HTTP, actions, configuration and the command line.
//!
//! One folder per area; each gives its `routes()`, and [`http::router`] puts them together.

mod app;
pub mod cases;
pub mod cli;
pub mod config;
mod demo;
mod error;
pub mod events;
pub mod http;
pub mod identity;
pub mod objects;
pub mod openapi;
pub mod schema;
pub mod telemetry;
pub mod work;

pub use app::{App, OpenError};
pub use error::{Error, Problem};
pub use identity::Caller;
