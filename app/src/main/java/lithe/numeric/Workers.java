// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Standing threads that share loops.
///
/// A loop over `count` independent pieces is cut into one contiguous share per thread; the caller works on the first
/// share itself. Whoever writes each piece to a place of its own, and adds sums piece by piece afterwards, gets the same
/// bits from any number of threads. One crew per thread count serves the whole program; its threads are daemons and
/// sleep when there is nothing to do. A crew that is busy with another caller is not waited for: the loop then runs on
/// the calling thread, with the same result.
public final class Workers {

    /// A loop body over a range of pieces.
    @FunctionalInterface
    public interface Share {
        /// Works on some pieces.
        ///
        /// @param from first piece
        /// @param to one past the last piece
        /// @param worker number of the thread, 0 … threads − 1, for a scratch array of its own
        void run(int from, int to, int worker);
    }

    /// Rounds of looking for work before a thread goes to sleep; some 20 µs, longer than the gap between two loops of a
    /// solve, shorter than anyone would notice.
    private static final int PATIENCE = 2000;

    private static final Map<Integer, Workers> CREWS = new ConcurrentHashMap<>();

    private final Thread[] crew;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile int round;
    private volatile @Nullable Throwable failure;
    private Share share = (_, _, _) -> {};
    private int count;

    private Workers(int threads) {
        crew = new Thread[threads - 1];
        for (int w = 1; w < threads; w++) {
            int worker = w;
            crew[w - 1] = Thread.ofPlatform()
                    .daemon()
                    .name("lithe-worker-" + w)
                    .start(() -> stand(worker));
        }
    }

    /// Returns the crew of a size; the same one each time.
    ///
    /// @param threads number of threads including the caller's, 1 … 256
    /// @return the standing crew
    public static Workers of(int threads) {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("number of threads must be between 1 and 256, but is " + threads);
        }
        return CREWS.computeIfAbsent(threads, Workers::new);
    }

    /// Returns how many threads share a loop, the caller's included.
    ///
    /// @return the number of threads
    public int threads() {
        return crew.length + 1;
    }

    /// Runs a loop and returns when all of it is done.
    ///
    /// @param pieces number of pieces
    /// @param body what to do with a range of them; an exception it throws is thrown to the caller
    public void share(int pieces, Share body) {
        if (crew.length == 0 || pieces < 2 || !busy.compareAndSet(false, true)) {
            body.run(0, pieces, 0);
            return;
        }
        try {
            shareWithCrew(pieces, body);
        } finally {
            busy.set(false);
        }
    }

    private void shareWithCrew(int pieces, Share body) {
        share = body;
        count = pieces;
        failure = null;
        unfinished.set(crew.length);
        round++;
        for (Thread thread : crew) {
            LockSupport.unpark(thread);
        }
        work(0);
        for (int look = 0; unfinished.get() > 0; look++) {
            if (look < PATIENCE) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        rethrow(failure);
    }

    private void work(int worker) {
        int threads = crew.length + 1;
        int from = (int) ((long) count * worker / threads);
        int to = (int) ((long) count * (worker + 1) / threads);
        try {
            if (from < to) {
                share.run(from, to, worker);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void stand(int worker) {
        int done = 0;
        while (true) {
            for (int look = 0; round == done; look++) {
                if (look < PATIENCE) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            done++;
            work(worker);
            unfinished.decrementAndGet();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
