//! Reading ahead: what is read from a file is made on a thread of its own while
//! what was read before is stored.

use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

/// So many are handed over at once.
const BATCH: usize = 256;

/// So many batches may wait to be taken.
const WAITING: usize = 4;

/// The same items, in the same order, made on another thread.
pub fn ahead<T: Send + 'static>(
    items: impl Iterator<Item = T> + Send + 'static,
) -> impl Iterator<Item = T> {
    let (sender, receiver) = sync_channel(WAITING);
    let thread = thread::spawn(move || {
        let mut items = items.peekable();
        while items.peek().is_some() {
            let batch: Vec<T> = items.by_ref().take(BATCH).collect();
            // Nobody takes them any more when what came before can't be stored.
            if sender.send(batch).is_err() {
                return;
            }
        }
    });
    Ahead {
        receiver,
        batch: Vec::new().into_iter(),
        thread: Some(thread),
    }
}

struct Ahead<T> {
    receiver: Receiver<Vec<T>>,
    batch: std::vec::IntoIter<T>,
    thread: Option<JoinHandle<()>>,
}

impl<T> Iterator for Ahead<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        loop {
            if let Some(item) = self.batch.next() {
                return Some(item);
            }
            let Ok(batch) = self.receiver.recv() else {
                // A thread that broke off must not look like the end of a file.
                if let Some(Err(panic)) = self.thread.take().map(JoinHandle::join) {
                    resume_unwind(panic);
                }
                return None;
            };
            self.batch = batch.into_iter();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_items_come_in_order() {
        for length in [0, 1, BATCH, 3 * BATCH + 1] {
            let found: Vec<usize> = ahead(0..length).collect();
            assert_eq!(found, (0..length).collect::<Vec<_>>());
        }
    }

    #[test]
    fn who_stops_early_leaves_no_thread_waiting() {
        let first: Vec<usize> = ahead(0..usize::MAX).take(3).collect();
        assert_eq!(first, [0, 1, 2]);
    }

    #[test]
    #[should_panic(expected = "broke off")]
    fn what_breaks_off_is_no_end() {
        let items = (0..).inspect(|number| assert!(*number < 1000, "broke off"));
        ahead(items).for_each(drop);
    }
}
