//! Doing together what several want at the same moment.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use tokio::sync::oneshot;

/// Things of the same key that come while others are being done wait, and are done together as soon as those are. The
/// first does not wait for a second. Each key goes its own way, and nothing waits that nobody waits for, so there are never
/// more things than callers.
#[derive(Debug)]
pub(crate) struct Gather<K, T, R>(Arc<Mutex<Waiting<K, T, R>>>);

/// By key, where something is being done: what is next, and who wants it.
type Waiting<K, T, R> = HashMap<K, Vec<(T, oneshot::Sender<R>)>>;

impl<K, T, R> Default for Gather<K, T, R> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K, T, R> Gather<K, T, R>
where
    K: Clone + Eq + Hash + Send + 'static,
    T: Send + 'static,
    R: Send + 'static,
{
    /// Has `thing` done by `together`, which says of each of its things, in their order, what came of it. `None` where
    /// nothing did: it is to be done alone.
    pub(crate) async fn join<F, D>(&self, key: K, thing: T, together: F) -> Option<R>
    where
        F: Fn(Vec<T>) -> D + Send + 'static,
        D: Future<Output = Vec<Option<R>>> + Send + 'static,
    {
        let (reply, result) = oneshot::channel();
        let is_first = match lock(&self.0).entry(key.clone()) {
            Entry::Occupied(mut next) => {
                next.get_mut().push((thing, reply));
                false
            }
            Entry::Vacant(none) => {
                none.insert(vec![(thing, reply)]);
                true
            }
        };
        if is_first {
            tokio::spawn(take_turns(Arc::clone(&self.0), key, together));
        }
        result.await.ok()
    }
}

async fn take_turns<K, T, R, F, D>(waiting: Arc<Mutex<Waiting<K, T, R>>>, key: K, together: F)
where
    K: Eq + Hash,
    F: Fn(Vec<T>) -> D,
    D: Future<Output = Vec<Option<R>>>,
{
    while let Some(turn) = next_turn(&waiting, &key) {
        let (things, replies): (Vec<_>, Vec<_>) = turn.into_iter().unzip();
        // Whoever gets no reply does it alone, and meets there what went wrong here.
        let results = AssertUnwindSafe(together(things)).catch_unwind().await;
        for (reply, result) in replies.into_iter().zip(results.unwrap_or_default()) {
            if let Some(result) = result {
                // Whoever wanted it may have gone.
                let _ = reply.send(result);
            }
        }
    }
}

fn next_turn<K: Eq + Hash, T, R>(
    waiting: &Mutex<Waiting<K, T, R>>,
    key: &K,
) -> Option<Vec<(T, oneshot::Sender<R>)>> {
    let mut waiting = lock(waiting);
    let next = waiting.get_mut(key)?;
    if next.is_empty() {
        waiting.remove(key);
        return None;
    }
    Some(std::mem::take(next))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use futures::future::{BoxFuture, join3};
    use tokio::sync::Semaphore;

    use super::*;

    /// Says how many were done together, as often as it is allowed to.
    async fn count(allowed: Arc<Semaphore>, things: Vec<&'static str>) -> Vec<Option<usize>> {
        allowed.acquire().await.expect("open").forget();
        things.iter().map(|thing| (*thing != "void").then_some(things.len())).collect()
    }

    fn counting(
        allowed: &Arc<Semaphore>,
    ) -> impl Fn(Vec<&'static str>) -> BoxFuture<'static, Vec<Option<usize>>> + Send + 'static {
        let allowed = Arc::clone(allowed);
        move |things| Box::pin(count(Arc::clone(&allowed), things))
    }

    #[tokio::test]
    async fn the_first_goes_alone_and_what_comes_meanwhile_goes_together() {
        let allowed = Arc::new(Semaphore::new(0));
        let gather = Gather::default();
        let mut first = std::pin::pin!(gather.join("tenant", "first", counting(&allowed)));
        assert!(futures::poll!(&mut first).is_pending());
        tokio::task::yield_now().await;

        allowed.add_permits(2);
        let all = join3(
            first,
            gather.join("tenant", "second", counting(&allowed)),
            gather.join("tenant", "third", counting(&allowed)),
        );
        assert_eq!(all.await, (Some(1), Some(2), Some(2)));
    }

    #[tokio::test]
    async fn keys_do_not_wait_for_each_other() {
        let never = Arc::new(Semaphore::new(0));
        let gather = Gather::default();
        let held_up = gather.join("one", "thing", counting(&never));
        let free = gather.join("other", "thing", counting(&Arc::new(Semaphore::new(1))));
        tokio::select! {
            biased;
            _ = held_up => unreachable!("it may not"),
            free = free => assert_eq!(free, Some(1)),
        }
    }

    #[tokio::test]
    async fn what_is_void_or_fails_is_left_to_be_done_alone() {
        let allowed = Arc::new(Semaphore::new(2));
        let gather = Gather::default();
        assert_eq!(gather.join("tenant", "void", counting(&allowed)).await, None);
        let panics = |_| async { panic!("a defect") };
        assert_eq!(gather.join("tenant", "thing", panics).await, None);
        assert_eq!(gather.join("tenant", "thing", counting(&allowed)).await, Some(1));
    }
}
