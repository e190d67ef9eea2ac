//! What operators see: logs, metrics, traces. None of it holds health information.

mod logs;
mod metrics;

pub use logs::{Telemetry, start};
pub use metrics::Metrics;
