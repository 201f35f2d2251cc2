package org.havenline.loadtests.text;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.loadtests.machine.Patience;
import org.jspecify.annotations.Nullable;

/// Many connections that each deliver one text after another, the same one again until it is
/// acknowledged, as Twilio does by its retries and its fallback.
public final class Load implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Supplier<Optional<Text>> texts;
  private final History history;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  private Load(Supplier<Optional<Text>> texts, History history) {
    this.texts = texts;
    this.history = history;
  }

  /// Starts to send.
  ///
  /// @param texts the next one, empty when there are no more
  /// @param ports one connection to each of these, as often as it is named
  public static Load start(Supplier<Optional<Text>> texts, History history, List<Integer> ports) {
    var load = new Load(texts, history);
    for (int port : ports) {
      load.threads.add(Thread.ofVirtual().start(() -> load.run(port)));
    }
    return load;
  }

  private void run(int port) {
    @Nullable Door door = null;
    for (var text = texts.get(); text.isPresent() && !closed; text = texts.get()) {
      var request = SignedForm.request(text.get());
      boolean promised = false;
      while (!promised && !closed) {
        int status = 0;
        history.sending(text.get());
        try {
          door = door == null ? Door.open(port) : door;
          status = door.post(request);
        } catch (IOException e) {
          shut(door);
          door = null;
        }
        history.answered(text.get(), status);
        promised = status == 200;
        if (!promised) {
          Patience.pause(PAUSE);
        }
      }
    }
    shut(door);
  }

  private static void shut(@Nullable Door door) {
    try {
      if (door != null) {
        door.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }

  /// Waits until everything is acknowledged.
  public void await(Duration most) {
    Patience.until(
        "every text is acknowledged: " + history.answers(),
        most,
        () -> threads.stream().noneMatch(Thread::isAlive));
  }

  public boolean done() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  /// Gives up what is not yet acknowledged.
  @Override
  public void close() {
    closed = true;
    await(Duration.ofSeconds(30));
  }
}
