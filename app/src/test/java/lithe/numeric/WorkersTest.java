// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void everyPieceIsDoneOnceForAnyCount() {
        for (int threads = 1; threads <= 4; threads++) {
            for (int pieces : new int[] {0, 1, 2, 3, 5, 100}) {
                int[] done = new int[pieces];
                Workers.of(threads).share(pieces, (from, to, _) -> {
                    for (int i = from; i < to; i++) {
                        done[i]++;
                    }
                });
                assertThat(done).containsOnly(pieces == 0 ? new int[0] : new int[] {1});
            }
        }
    }

    @Test
    void manyLoopsInARowAllFinish() {
        var sum = new AtomicInteger();
        for (int n = 0; n < 5_000; n++) {
            Workers.of(2).share(2, (from, to, _) -> sum.addAndGet(to - from));
        }
        assertThat(sum).hasValue(10_000);
    }

    @Test
    void aThreadThatIsHeldUpDelaysALoopByOneBiteOnly() {
        var late = new AtomicInteger();
        Workers.of(2).share(120, (from, to, worker) -> {
            if (worker == 1) {
                late.addAndGet(to - from);
                long until = System.nanoTime() + 100_000_000;
                while (System.nanoTime() < until) {
                    LockSupport.parkNanos(until - System.nanoTime());
                }
            }
        });
        assertThat(late.get()).as("of the 60 pieces of its share").isLessThanOrEqualTo(10);
    }

    @Test
    void anExceptionOfAnyShareReachesTheCaller() {
        for (int bad = 0; bad < 3; bad++) {
            int piece = bad;
            assertThatThrownBy(() -> Workers.of(3).share(3, (from, _, _) -> {
                        if (from == piece) {
                            throw new IllegalStateException("piece " + piece);
                        }
                    }))
                    .hasMessage("piece " + piece);
        }
    }

    @Test
    void aLoopInsideALoopRunsOnItsOwnThread() {
        var sum = new AtomicInteger();
        Workers.of(2).share(2, (from, to, _) ->
                Workers.of(2).share(10, (f, t, _) -> sum.addAndGet((t - f) * (to - from))));
        assertThat(sum).hasValue(20);
    }

    @Test
    void impossibleCrewsAreRefused() {
        assertThatThrownBy(() -> Workers.of(0)).hasMessageContaining("1 and 256");
    }
}
