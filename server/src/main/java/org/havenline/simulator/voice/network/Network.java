package org.havenline.simulator.voice.network;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.voice.ledger.Ledger;
import org.havenline.simulator.voice.time.Timeline;
import org.havenline.simulator.voice.time.Timer;
import org.havenline.simulator.voice.web.Web;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Signature;

/// What all calls share: time, chance, the way to the server. Every change of a call happens under
/// its one lock, and never while the server is being asked.
public final class Network {
  private final ReentrantLock lock = new ReentrantLock();
  private final Timeline timeline;
  private final Web web;
  private final Settings settings;
  private final Ledger ledger;
  private final Signature signature;
  private final RandomGenerator random;
  private final Chance chance;

  public Network(
      Timeline timeline, Web web, Settings settings, Ledger ledger, RandomGenerator random) {
    this.timeline = timeline;
    this.web = web;
    this.settings = settings;
    this.ledger = ledger;
    this.signature = new Signature(settings.authToken());
    this.random = random;
    this.chance = new Chance(random);
  }

  public Settings settings() {
    return settings;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Instant now() {
    return timeline.instant();
  }

  public String sid(String prefix) {
    return chance.sid(prefix);
  }

  public <T> T locked(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  public Timer after(Duration delay, Runnable what) {
    return timeline.after(
        delay,
        () -> {
          lock.lock();
          try {
            what.run();
          } finally {
            lock.unlock();
          }
        });
  }

  /// Asks the server for a document.
  ///
  /// @param link absolute
  public void ask(Link link, Form form, Consumer<WebReply> then) {
    timeline.aside(() -> {
      var reply = answer(link, form);
      var _ = after(settings.latency(), () -> then.accept(reply));
    });
  }

  /// Tells the server something once; what it answers is of no account.
  public void tell(Link link, Form form) {
    timeline.aside(() -> answer(link, form));
  }

  /// Tells what happened, with the disorder of status callbacks.
  public void report(Link link, Form form) {
    for (var delay : settings.disorder().arrivals(random)) {
      if (delay.isZero()) {
        tell(link, form);
      } else {
        var _ = timeline.after(delay, () -> tell(link, form));
      }
    }
  }

  private WebReply answer(Link link, Form form) {
    var url = link.url().split("#", 2)[0];
    if (link.method().equals("GET") && !form.encoded().isEmpty()) {
      url += (url.contains("?") ? "&" : "?") + form.encoded();
    }
    try {
      return web.answer(new WebRequest(link.method(), url, form, signature));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return WebReply.NONE;
    }
  }
}
