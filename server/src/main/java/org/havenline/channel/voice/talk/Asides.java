package org.havenline.channel.voice.talk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.queue.Tables;

/// What is heard beside a talk: by her who is on hold, and by all when somebody listens.
public final class Asides {
  /// Between two signs that she is still connected.
  private static final Duration QUIET = Duration.ofSeconds(12);

  private final Calls calls;
  private final Guests guests;
  private final Talks talks;
  private final Supplier<Tables> tables;
  private final Speech speech;

  public Asides(Calls calls, Guests guests, Talks talks, Supplier<Tables> tables, Speech speech) {
    this.calls = calls;
    this.guests = guests;
    this.talks = talks;
    this.tables = tables;
    this.speech = speech;
  }

  /// She is on hold, and hears that she is still connected; that somebody else is looked for, when
  /// she is about to pass to him at once.
  public Turn hold(CallId id) {
    return calls
        .heard(id)
        .<Turn>map(call ->
            new Turn.Aside(
                List.of(say(isPassing(call) ? "callMoving" : "callHold", call.language())),
                QUIET,
                "hold?c=" + id))
        .orElseGet(() -> new Turn.Aside(List.of(), QUIET, ""));
  }

  private boolean isPassing(Call call) {
    return guests.of(call.id()).stream()
        .anyMatch(one -> one.wanted() && one.kind() == Kind.SUCCESSOR && one.way() == Way.COLD);
  }

  /// Somebody listens: in her language, and in the line's. What follows the words is asked for when
  /// they are over, and only then.
  ///
  /// @param guest who does
  public Turn announcement(CallId id, String guest) {
    var hers = calls.find(id).map(Call::language).orElse("");
    var words =
        Stream.of(hers, main()).map(language -> say("callAlso", language)).distinct().toList();
    return new Turn.Aside(words, Duration.ZERO, "announced?c=" + id + "&g=" + guest);
  }

  /// The words are over. Was she put on hold meanwhile, she has not heard them, and they are said
  /// again.
  public Turn announced(CallId id, String guest) {
    var call = calls.find(id);
    var held = call.filter(one -> talks.of(id).isHeldIn(one.room())).isPresent();
    if (call.isPresent() && !held) {
      guests.of(id).stream()
          .filter(one -> one.id().equals(guest))
          .filter(one -> one.announced().isEmpty())
          .forEach(guests::announced);
      calls.nudge(id);
    }
    return new Turn.Aside(List.of(), Duration.ZERO, "");
  }

  private Turn.Spoken say(String key, String language) {
    return speech.say(key, Map.of(), language, main());
  }

  private String main() {
    return tables.get().line().languages().getFirst();
  }
}
