// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Runs side by side: what one of them throws, all of them end with.
public final class Abreast {

    private Abreast() {}

    /// Waits for a run and returns what it gave.
    ///
    /// @param <T> what a run gives
    /// @param running the run
    /// @param pool where it and its neighbours run; stopped when it fails
    /// @return its answer
    /// @throws IllegalStateException when the wait was interrupted; what the run itself threw is thrown as it is
    public static <T extends @Nullable Object> T finished(Future<T> running, ExecutorService pool) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            pool.shutdownNow();
            switch (failed.getCause()) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stopped) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the runs were interrupted", stopped);
        }
    }
}
