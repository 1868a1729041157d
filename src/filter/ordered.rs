//! Work on all cores, with the results in the order of what came in and with
//! only so much in hand at a time.

use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread::{self, JoinHandle};

/// So many pieces wait for a worker, and so many results of it for their turn.
const WAITING: usize = 2;

/// A worker: where its results come out, and the thread itself.
struct Worker<R> {
    results: Receiver<R>,
    thread: JoinHandle<()>,
}

/// Does `work` on everything that `source` gives, in `threads` threads, and
/// hands the results to `take` in the order of the source. `take` gets `None`
/// when it would have to wait for the next result, and may end it all.
///
/// Each worker gets every so-manieth piece and gives its results in order, so
/// that nothing need be put in order later. The threads are not waited for
/// when `take` ends early: the source may be waiting for input that nobody
/// wants any more.
pub(super) fn in_order<T, R, E>(
    mut source: impl FnMut() -> Option<T> + Send + 'static,
    threads: usize,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut take: impl FnMut(Option<R>) -> Result<ControlFlow<()>, E>,
) -> Result<(), E>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let work = Arc::new(work);
    let mut workers = Vec::new();
    let mut queues = Vec::new();
    for _ in 0..threads.max(1) {
        let (queue, pieces) = sync_channel::<T>(WAITING);
        let (done, results) = sync_channel::<R>(WAITING);
        let work = Arc::clone(&work);
        let thread = thread::spawn(move || {
            for piece in pieces {
                if done.send(work(piece)).is_err() {
                    return;
                }
            }
        });
        workers.push(Worker { results, thread });
        queues.push(queue);
    }
    let reader = thread::spawn(move || {
        for queue in queues.iter().cycle() {
            let Some(piece) = source() else { return };
            if queue.send(piece).is_err() {
                return;
            }
        }
    });
    let mut turn = 0;
    loop {
        let results = &workers[turn].results;
        let next = match results.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Disconnected) => None,
            Err(TryRecvError::Empty) => {
                if take(None)?.is_break() {
                    return Ok(());
                }
                results.recv().ok()
            }
        };
        let Some(result) = next else { break };
        if take(Some(result))?.is_break() {
            return Ok(());
        }
        turn = (turn + 1) % workers.len();
    }
    // Whoever's turn it is has ended: with all the others, or by a panic.
    pass_on_a_panic(reader);
    for worker in workers {
        drop(worker.results);
        pass_on_a_panic(worker.thread);
    }
    Ok(())
}

fn pass_on_a_panic(thread: JoinHandle<()>) {
    if let Err(panic) = thread.join() {
        resume_unwind(panic);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting(most: u64) -> impl FnMut() -> Option<u64> + Send + 'static {
        let mut numbers = 0..most;
        move || numbers.next()
    }

    #[test]
    fn results_come_in_the_order_of_the_source() {
        for threads in [0, 1, 2, 7] {
            let mut found = Vec::new();
            let work = |number: u64| {
                // Some take longer than others.
                thread::sleep(std::time::Duration::from_micros(number % 5 * 50));
                number * 2
            };
            let take = |result: Option<u64>| {
                found.extend(result);
                Ok::<_, ()>(ControlFlow::Continue(()))
            };
            in_order(counting(200), threads, work, take).unwrap();
            assert_eq!(found, (0..200).map(|number| number * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn whoever_takes_can_end_it_although_the_source_waits() {
        let mut numbers = counting(3);
        let source = move || {
            numbers().or_else(|| {
                thread::sleep(std::time::Duration::from_hours(1));
                None
            })
        };
        let mut found = 0;
        let take = |result: Option<u64>| {
            found += u32::from(result.is_some());
            if found == 3 {
                return Err("enough");
            }
            Ok(ControlFlow::Continue(()))
        };
        assert_eq!(in_order(source, 2, |number| number, take), Err("enough"));
    }

    #[test]
    #[should_panic(expected = "odd")]
    fn a_panic_of_a_worker_is_passed_on() {
        let work = |number: u64| assert!(number != 5, "odd");
        let take = |_: Option<()>| Ok::<_, ()>(ControlFlow::Continue(()));
        let _ = in_order(counting(10), 2, work, take);
    }
}
