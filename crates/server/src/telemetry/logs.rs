//! Logs to standard error and, where a collector is named, traces to it.

use std::io::IsTerminal;

use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::{Protocol, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::{self, FormatFields};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Config, LogFormat};

/// Keeps logs and traces going; ends with a last delivery of traces.
#[must_use]
pub struct Telemetry {
    traces: Option<SdkTracerProvider>,
}

impl Telemetry {
    /// Delivers the traces that are still waiting, for as long as the collector takes, at most a few seconds.
    pub fn stop(self) {
        if let Some(traces) = self.traces {
            // A collector that is away is no reason to stop in another way.
            let _ = traces.shutdown();
        }
    }
}

/// Begins to log as the settings say. Once in a process.
///
/// # Errors
/// A level that is none, a collector's address that is none, or logging that was begun before.
pub fn start(config: &Config) -> anyhow::Result<Telemetry> {
    let filter: Targets = config.log.parse()?;
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let lines = match config.log_format {
        LogFormat::Pretty => lines.with_target(false).fmt_fields(for_people()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
    };
    let traces = config.otlp_endpoint.as_deref().map(collector).transpose()?;
    let spans =
        traces.as_ref().map(|provider| tracing_opentelemetry::layer().with_tracer(provider.tracer("cuspid")));
    tracing_subscriber::registry().with(filter).with(lines).with(spans).try_init()?;
    std::panic::set_hook(Box::new(|panic| {
        // The message may quote data: the place is enough to find the defect.
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panicked");
    }));
    Ok(Telemetry { traces })
}

/// Fields as people read them: what only collectors of traces need is left out.
fn for_people() -> impl for<'writer> FormatFields<'writer> {
    format::debug_fn(|writer, field, value| match field.name() {
        "message" => write!(writer, "{value:?}"),
        name if name.starts_with("otel.") => Ok(()),
        name => write!(writer, " {name}={value:?}"),
    })
}

fn collector(endpoint: &str) -> anyhow::Result<SdkTracerProvider> {
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{}/v1/traces", endpoint.trim_end_matches('/')))
        .build()?;
    Ok(SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_resource(Resource::builder().with_service_name("cuspid").build())
        .build())
}
