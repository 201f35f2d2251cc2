package org.havenline.console.events;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.ContactId;
import org.havenline.http.Request;
import org.havenline.http.SafeTrace;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One open console: tells it everything from its number on, in order, on a thread of its own, and
/// hears its signs of life.
final class Watch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private static final short LEAVING = 1001;
  private static final short UNREADABLE = 1003;
  private static final short FAULT = 1011;
  private static final short SESSION_ENDED = 4401;

  private static final Duration WAIT = Duration.ofSeconds(5);

  /// Four signs of life missed, or one frame that does not get through: nobody is there.
  private static final Duration SILENCE = Duration.ofSeconds(40);

  private static final Duration BETWEEN_TYPING = Duration.ofSeconds(1);

  private final ServerWebSocket socket;
  private final Request handshake;
  private final EventFeed feed;
  private final Frames frames;
  private final LifeSigns signs;
  private final InstantSource clock;

  /// Signs of life not answered yet. Those that come while one is being answered are answered
  /// together: a console that asks without end costs one thread.
  private final AtomicInteger unanswered = new AtomicInteger();

  /// Whether a sign of typing is being noted, and when the last came.
  private final AtomicBoolean typing = new AtomicBoolean();

  private volatile Instant typed = Instant.EPOCH;

  /// The last frame of what goes out now.
  private Future<Void> written = Future.succeededFuture();

  private volatile SignedIn viewer;
  private volatile Instant heard;
  private volatile long seq;
  private volatile boolean over;

  Watch(
      ServerWebSocket socket,
      Request handshake,
      SignedIn viewer,
      EventFeed feed,
      Frames frames,
      LifeSigns signs,
      InstantSource clock) {
    this.socket = socket;
    this.handshake = handshake;
    this.viewer = viewer;
    this.feed = feed;
    this.frames = frames;
    this.signs = signs;
    this.clock = clock;
    this.heard = clock.instant();
  }

  @Override
  public void run() {
    try {
      begin();
      while (!over) {
        written = Future.succeededFuture();
        for (var noted : feed.after(seq, WAIT)) {
          if (noted.event().seq() > seq + 1) {
            // the log keeps no more of what she has not heard: all is told anew
            showAll();
            break;
          }
          next(noted);
        }
        // one wait for all that went out: a wait for each held up whoever has much to hear
        written.await(SILENCE.toSeconds(), TimeUnit.SECONDS);
        if (heard.plus(SILENCE).isBefore(clock.instant())) {
          end(LEAVING);
        }
      }
    } catch (InterruptedException e) {
      end(LEAVING);
    } catch (RedisUnavailable | TimeoutException e) {
      end(FAULT);
    } catch (Exception e) {
      // the console left while it was told something: no fault of ours
      if (!over && !socket.isClosed() && !(e instanceof IOException)) {
        LOG.error("an event socket failed at {}", seq, SafeTrace.of(e));
      }
      end(FAULT);
    }
  }

  private void begin() throws TimeoutException {
    var after = handshake.parameter("after").filter(it -> it.matches("\\d{1,18}"));
    var from = after.map(Long::parseLong).filter(feed::canResume);
    if (from.isPresent()) {
      tell(Frames.frame("hello", feed.newest(), clock.instant()));
      seq = from.get();
    } else {
      showAll();
    }
  }

  private void showAll() throws TimeoutException {
    var snapshot = frames.snapshot(viewer);
    tell(snapshot);
    seq = snapshot.getLong("seq");
  }

  private void next(Noted noted) {
    if (over) {
      return;
    }
    var event = noted.event();
    if (event.type().equals("session.ended")
        && event.field("session").filter(viewer.session().id()::equals).isPresent()) {
      end(SESSION_ENDED);
      return;
    }
    frames.of(noted, viewer).ifPresent(frame -> written = socket.writeTextMessage(frame));
    seq = event.seq();
  }

  /// What the console says: that it is there, or that somebody types in a conversation.
  void said(String text) {
    try {
      var frame = new JsonObject(text);
      switch (Objects.requireNonNullElse(frame.getString("type"), "")) {
        case "ping" -> {
          if (unanswered.getAndIncrement() == 0) {
            Thread.ofVirtual().name("pong").start(this::pong);
          }
        }
        case "typing" -> types(new ContactId(frame.getString("contact", "")));
        default -> end(UNREADABLE);
      }
    } catch (DecodeException | ClassCastException | IllegalArgumentException e) {
      end(UNREADABLE);
    }
  }

  /// At most one at a time, and none too soon after the last: a console that says it without end
  /// costs nothing. One that is lost is said again.
  private void types(ContactId contact) {
    var now = clock.instant();
    if (now.isBefore(typed.plus(BETWEEN_TYPING)) || !typing.compareAndSet(false, true)) {
      return;
    }
    typed = now;
    Thread.ofVirtual()
        .name("typing")
        .start(() -> {
          try {
            signs.types(viewer, contact);
          } catch (RedisUnavailable e) {
            // only a courtesy: it is said again
          } finally {
            typing.set(false);
          }
        });
  }

  private void pong() {
    try {
      int answered;
      do {
        answered = unanswered.get();
        heard = clock.instant();
        var who = signs.heard(viewer, handshake);
        if (who.isEmpty()) {
          end(SESSION_ENDED);
          return;
        }
        viewer = who.get();
        tell(Frames.frame("pong", seq, clock.instant()));
      } while (unanswered.addAndGet(-answered) > 0);
    } catch (Exception e) {
      end(FAULT);
    }
  }

  private void tell(JsonObject frame) throws TimeoutException {
    socket.writeTextMessage(frame.encode()).await(SILENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /// The server stops, or the session was ended here.
  void leave() {
    end(LEAVING);
  }

  private void end(short code) {
    over = true;
    socket.close(code);
  }
}
