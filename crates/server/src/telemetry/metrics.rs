//! Counters and timings for Prometheus.

use std::time::Duration;

use pg::{Db, Scope};
use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};

use crate::Error;

/// The server's own registry: two servers in one process do not mix.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    request_seconds: HistogramVec,
    in_flight: IntGauge,
    uploads: IntCounter,
    upload_bytes: IntCounter,
    jobs: IntGaugeVec,
    connections: IntGauge,
    waiting: IntGauge,
}

/// Counts a request for as long as it lives, also when its caller goes away.
pub(crate) struct InFlight(IntGauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Metrics {
    /// All at zero.
    ///
    /// # Errors
    /// [`prometheus::Error`] for a name that is used twice: a defect.
    pub fn new() -> Result<Self, prometheus::Error> {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("cuspid_http_requests_total", "Requests answered."),
            &["method", "route", "status"],
        )?;
        let request_seconds = HistogramVec::new(
            HistogramOpts::new(
                "cuspid_http_request_seconds",
                "Time from a request to the head of its answer.",
            )
            .buckets(vec![
                0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
            ]),
            &["method", "route"],
        )?;
        let in_flight = IntGauge::new("cuspid_http_requests_in_flight", "Requests being answered.")?;
        let uploads = IntCounter::new("cuspid_uploads_total", "Files that arrived whole.")?;
        let upload_bytes =
            IntCounter::new("cuspid_upload_bytes_total", "Bytes of files that arrived whole.")?;
        let jobs = IntGaugeVec::new(
            Opts::new("cuspid_jobs", "Jobs of all tenants that are not finished."),
            &["status"],
        )?;
        let connections = IntGauge::new("cuspid_database_connections", "Open connections of the pool.")?;
        let waiting = IntGauge::new("cuspid_database_waiting", "Callers that wait for a connection.")?;
        let build = IntGauge::with_opts(
            Opts::new("cuspid_build_info", "The program's version, as a label.")
                .const_label("version", env!("CARGO_PKG_VERSION")),
        )?;
        build.set(1);
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(request_seconds.clone()))?;
        registry.register(Box::new(jobs.clone()))?;
        for gauge in [&in_flight, &connections, &waiting, &build] {
            registry.register(Box::new(gauge.clone()))?;
        }
        for counter in [&uploads, &upload_bytes] {
            registry.register(Box::new(counter.clone()))?;
        }
        Ok(Self {
            registry,
            requests,
            request_seconds,
            in_flight,
            uploads,
            upload_bytes,
            jobs,
            connections,
            waiting,
        })
    }

    /// A file of this many bytes has arrived whole.
    pub fn uploaded(&self, bytes: u64) {
        self.uploads.inc();
        self.upload_bytes.inc_by(bytes);
    }

    pub(crate) fn request_began(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    pub(crate) fn request_ended(&self, method: &str, route: &str, status: u16, took: Duration) {
        self.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.request_seconds.with_label_values(&[method, route]).observe(took.as_secs_f64());
    }

    /// All of it, in Prometheus' text format. What the database counts is left out when it does not answer: that it
    /// does not is what the metrics are then looked at for.
    pub(crate) async fn render(&self, db: &Db) -> Result<Vec<u8>, Error> {
        let (connections, waiting) = db.pool_status();
        self.connections.set(connections.try_into().unwrap_or(i64::MAX));
        self.waiting.set(waiting.try_into().unwrap_or(i64::MAX));
        self.jobs.reset();
        match unfinished_jobs(db).await {
            Ok(counts) => {
                for (status, jobs) in counts {
                    self.jobs.with_label_values(&[status]).set(jobs);
                }
            }
            Err(error) => tracing::warn!(%error, "jobs were not counted"),
        }
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text).map_err(Error::internal)?;
        Ok(text)
    }
}

async fn unfinished_jobs(db: &Db) -> Result<Vec<(String, i64)>, pg::Error> {
    let tx = db.begin(&Scope::system("metrics")).await?;
    let rows = tx.query(pg::sql!("select status::text, jobs from platform.unfinished_jobs()"), &[]).await?;
    tx.commit().await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}
