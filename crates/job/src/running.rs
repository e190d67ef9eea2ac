//! The jobs that this worker has in hand, and why one of them must stop.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;

use serde_json::Value;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Why a job must stop before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// A person cancelled it.
    Cancelled,
    /// Its deadline passed.
    Deadline,
    /// This worker is going away.
    Draining,
    /// Another worker has it.
    Lost,
}

/// The string by which one running job is pulled back.
#[derive(Debug, Default)]
pub(crate) struct Control {
    pub(crate) token: CancellationToken,
    why: OnceLock<Why>,
}

impl Control {
    /// Tells the job to stop; the first reason counts.
    pub(crate) fn stop(&self, why: Why) {
        // A job that stops already keeps its reason.
        let _ = self.why.set(why);
        self.token.cancel();
    }

    pub(crate) fn why(&self) -> Option<Why> {
        self.why.get().copied()
    }
}

/// All running jobs, by id.
#[derive(Debug, Default)]
pub(crate) struct Running(Mutex<HashMap<Uuid, Arc<Control>>>);

impl Running {
    /// Takes a job in hand until the guard is dropped.
    pub(crate) fn add(self: &Arc<Self>, id: Uuid) -> InHand {
        let control = Arc::new(Control::default());
        lock(&self.0).insert(id, Arc::clone(&control));
        InHand { all: Arc::clone(self), id, control }
    }

    /// Stops one job, if it is here.
    pub(crate) fn stop(&self, id: Uuid, why: Why) {
        if let Some(control) = lock(&self.0).get(&id) {
            control.stop(why);
        }
    }

    /// Stops all.
    pub(crate) fn stop_all(&self, why: Why) {
        for control in lock(&self.0).values() {
            control.stop(why);
        }
    }
}

/// A job in hand.
#[derive(Debug)]
pub(crate) struct InHand {
    all: Arc<Running>,
    id: Uuid,
    pub(crate) control: Arc<Control>,
}

impl Drop for InHand {
    fn drop(&mut self) {
        lock(&self.all.0).remove(&self.id);
    }
}

/// How far a job is: what it does, how much is done, how long each stage took.
#[derive(Debug)]
pub(crate) struct Meter(Mutex<Reading>);

#[derive(Clone, Debug)]
struct Reading {
    stage: Option<String>,
    fraction: f32,
    since: Instant,
    spent: BTreeMap<String, f64>,
}

impl Meter {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Reading {
            stage: None,
            fraction: 0.0,
            since: Instant::now(),
            spent: BTreeMap::new(),
        }))
    }

    pub(crate) fn set(&self, stage: &str, fraction: f32) {
        let mut reading = lock(&self.0);
        if reading.stage.as_deref() != Some(stage) {
            reading.close_stage();
            reading.stage = Some(stage.to_owned());
        }
        reading.fraction = fraction.clamp(0.0, 1.0);
    }

    /// The stage and the share that is done.
    pub(crate) fn position(&self) -> (Option<String>, f32) {
        let reading = lock(&self.0);
        (reading.stage.clone(), reading.fraction)
    }

    /// Seconds by stage, the present one included.
    pub(crate) fn timings(&self) -> Value {
        let mut reading = lock(&self.0).clone();
        reading.close_stage();
        reading.spent.into_iter().collect()
    }
}

impl Reading {
    fn close_stage(&mut self) {
        let now = Instant::now();
        if let Some(stage) = self.stage.take() {
            let millis = now.duration_since(self.since).as_millis();
            *self.spent.entry(stage).or_default() += millis as f64 / 1000.0;
        }
        self.since = now;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
