//! The request that is being answered, known to all code that runs for it.

use uuid::Uuid;

tokio::task_local! {
    static REQUEST: Uuid;
}

/// The id of the request that is being answered: the one the caller sent, or ours. Nil outside of a request.
pub fn current_id() -> Uuid {
    REQUEST.try_with(|id| *id).unwrap_or_default()
}

/// Runs `work` as part of the request `id`.
pub(crate) async fn with_id<F: Future>(id: Uuid, work: F) -> F::Output {
    REQUEST.scope(id, work).await
}
