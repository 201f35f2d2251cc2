package org.havenline.simulator.voice.room;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.network.Network;

/// A caller in a queue.
public final class Member {
  private final Call call;
  private final Instant since;
  private final Runnable quiet;
  private final Consumer<String> whenLeft;
  private Runnable whenGone = () -> {};
  private boolean taken;
  private boolean over;

  /// Of one leg.
  ///
  /// @param quiet stops what is played to her while she waits
  /// @param whenLeft told Twilio's `QueueResult` when she leaves the queue and goes on
  public Member(Call call, Runnable quiet, Consumer<String> whenLeft) {
    this.call = call;
    this.since = call.network().now();
    this.quiet = quiet;
    this.whenLeft = whenLeft;
  }

  public Call call() {
    return call;
  }

  public Instant since() {
    return since;
  }

  public Duration waited(Network network) {
    return Duration.between(since, network.now());
  }

  public boolean taken() {
    return taken;
  }

  public boolean over() {
    return over;
  }

  /// Somebody speaks to her from now on.
  ///
  /// @param whenGone runs when she is no longer there
  void take(Runnable whenGone) {
    taken = true;
    this.whenGone = whenGone;
    quiet.run();
  }

  /// Goes on with her `action`, once.
  public void left(String result) {
    if (gone()) {
      whenLeft.accept(result);
    }
  }

  /// Is no longer there, without going on by herself.
  ///
  /// @return false when she had left before
  public boolean gone() {
    if (over) {
      return false;
    }
    over = true;
    quiet.run();
    whenGone.run();
    return true;
  }
}
