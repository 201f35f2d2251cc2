package org.havenline.loadtests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.loadtests.text.Door;

/// Connections that each send a ready request as soon as the one before is answered.
final class ClosedLoop {
  private ClosedLoop() {}

  /// What came of it.
  record Round(double perSecond, Latencies latencies) {}

  /// Sends every request once.
  ///
  /// @throws IllegalStateException when one is not answered with 200
  static Round run(int port, List<byte[]> requests, int connections) {
    var next = new AtomicInteger();
    var nanos = new long[requests.size()];
    long from = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < connections; i++) {
        all.add(threads.submit(() -> send(port, requests, next, nanos)));
      }
      for (var one : all) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    return new Round(requests.size() / seconds, Latencies.of(nanos));
  }

  private static void send(int port, List<byte[]> requests, AtomicInteger next, long[] nanos) {
    try (var door = Door.open(port)) {
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        long from = System.nanoTime();
        int status = door.post(requests.get(i));
        nanos[i] = System.nanoTime() - from;
        if (status != 200) {
          throw new IllegalStateException("answered " + status);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
