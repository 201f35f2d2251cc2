package org.havenline.loadtests.calls.played;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.havenline.loadtests.machine.NodeSettings;

/// One telephone on a call, on a thread of its own: hears documents one after the other until it
/// hangs up, or the call ends.
abstract class Leg {
  /// The call is ended from outside.
  static final String END = "end";

  /// The other one has left the room.
  static final String ROOM_OVER = "room-over";

  /// Somebody is in the room.
  private static final String JOINED = "joined";

  final String sid;
  private final Webhooks webhooks;
  private final Rooms rooms;
  private final Map<String, String> fields;

  /// What happens to it from outside: one of the words above, or an address to go to.
  private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

  private volatile boolean over;
  private volatile boolean wasCutOff;

  Leg(String sid, String from, String to, String direction, Webhooks webhooks, Rooms rooms) {
    this.sid = sid;
    this.webhooks = webhooks;
    this.rooms = rooms;
    this.fields =
        Map.of(
            "AccountSid", NodeSettings.ACCOUNT,
            "ApiVersion", "2010-04-01",
            "CallSid", sid,
            "Direction", direction,
            "From", from,
            "To", to);
  }

  void signal(String what) {
    signals.add(what);
  }

  void joined() {
    signal(JOINED);
  }

  boolean isOver() {
    return over;
  }

  /// A document ended the call while it would have gone on.
  boolean wasCutOff() {
    return wasCutOff;
  }

  /// Which key is pressed at the n-th question, from 0, and how long after it begins; none:
  /// silence.
  abstract Optional<Duration> presses(int question);

  /// How long it stays on the line from now on.
  abstract Duration stays();

  /// It is in a room with somebody.
  abstract void talks();

  /// Hears documents from this address on.
  ///
  /// @param due when it should have been asked ([System#nanoTime()])
  final void hear(String address, long due) {
    var url = address;
    var form = Map.<String, String>of();
    long when = due;
    for (int questions = 0; !over; ) {
      var document = Document.read(ask(url, "in-progress", form, when));
      if (document.next().isEmpty()) {
        wasCutOff = true;
        over = true;
        return;
      }
      var room = document.room();
      var signal = room.isPresent() ? isIn(room.get()) : listens(document, presses(questions++));
      form = signal.digits();
      url = signal.goTo().orElse(document.next().get());
      over |= signal.ends();
      when = System.nanoTime();
    }
  }

  /// What followed a document.
  private record Next(boolean ends, Optional<String> goTo, Map<String, String> digits) {
    static final Next HUNG_UP = new Next(true, Optional.empty(), Map.of());
    static final Next GOES_ON = new Next(false, Optional.empty(), Map.of());
  }

  private Next listens(Document document, Optional<Duration> presses) {
    var whole = document.speech().plus(document.patience());
    var wait = presses.filter(after -> after.compareTo(whole) < 0).orElse(whole);
    boolean leaves = stays().compareTo(wait) <= 0;
    var signal = await(leaves ? stays() : wait);
    if (signal.isPresent()) {
      return happened(signal.get());
    }
    var digits = presses.isPresent() ? Map.of("Digits", "1") : Map.of("Digits", "");
    return leaves ? Next.HUNG_UP : new Next(false, Optional.empty(), digits);
  }

  private static Next happened(String signal) {
    return switch (signal) {
      case END -> Next.HUNG_UP;
      case ROOM_OVER -> Next.GOES_ON;
      default -> new Next(false, Optional.of(signal), Map.of());
    };
  }

  private Next isIn(String room) {
    rooms.enter(room, this);
    try {
      while (true) {
        if (rooms.holdsTwo(room)) {
          talks();
        }
        var signal = await(stays());
        if (signal.isEmpty()) {
          return Next.HUNG_UP;
        }
        if (!signal.get().equals(JOINED)) {
          return happened(signal.get());
        }
      }
    } finally {
      rooms.leave(room, this);
      // who came into the room is no news outside
      signals.removeIf(JOINED::equals);
    }
  }

  /// What happens from outside within a time.
  Optional<String> await(Duration time) {
    try {
      return Optional.ofNullable(signals.poll(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(END);
    }
  }

  /// Asks the server about this call.
  String ask(String url, String status, Map<String, String> more, long due) {
    var form = new TreeMap<>(fields);
    form.put("CallStatus", status);
    form.putAll(more);
    return webhooks.ask(url, form, due);
  }

  void ends() {
    over = true;
  }
}
