package org.havenline.channel.voice.mailbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Calls;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.Channel;

/// Lets one who waits leave a message, where her line allows it. She hears first that it is kept,
/// for how long, and who can hear it; afterwards she waits on in her place.
public final class Mailbox {
  /// What the tone is followed by.
  public static final Duration LONGEST = Duration.ofMinutes(3);

  private static final Duration THEN = Duration.ofSeconds(1);

  /// As Twilio's ids of recordings begin.
  private static final String RECORDING = "RE";

  private final Calls calls;
  private final TapeBook tapes;
  private final Supplier<Tables> tables;
  private final Speech speech;
  private final InstantSource clock;

  public Mailbox(
      Calls calls, TapeBook tapes, Supplier<Tables> tables, Speech speech, InstantSource clock) {
    this.calls = calls;
    this.tapes = tapes;
    this.tables = tables;
    this.speech = speech;
    this.clock = clock;
  }

  /// Whether she may leave one now.
  public boolean isOpenTo(Call call) {
    return call.stage() == Call.Stage.WAITING && isAllowed() && tapes.isOpen(call.id());
  }

  private boolean isAllowed() {
    var inForce = tables.get();
    return switch (inForce.line().voicemail()) {
      case NEVER -> false;
      case CLOSED -> !inForce.plan().isOpen(Channel.VOICE, clock.instant());
      case ALWAYS -> true;
    };
  }

  /// She has pressed the key.
  public Turn asked(Call call) {
    return new Turn.Aside(List.of(say(call, "callMessageBegin")), Duration.ZERO, "message/record");
  }

  private Turn.Spoken say(Call call, String key) {
    var main = tables.get().line().languages().getFirst();
    return speech.say(key, Map.of(), call.language(), main);
  }

  /// Asked before the one document that records: written down by this.
  ///
  /// @return false when nothing may be recorded
  public boolean begins(CallId id) {
    return calls.heard(id).filter(this::isOpenTo).isPresent() && tapes.begins(id);
  }

  /// A recording is reported.
  public void lies(CallId id, String sid) {
    if (CallId.isOne(sid) && sid.startsWith(RECORDING)) {
      tapes.lies(id, sid);
    }
  }

  /// She has ended it, by a key, by silence or at its greatest length.
  ///
  /// @param sid of the recording; empty when nothing was heard
  public Turn left(CallId id, Optional<String> sid) {
    sid.ifPresent(one -> lies(id, one));
    return calls
        .heard(id)
        .<Turn>map(call ->
            new Turn.Ask(
                List.of(say(call, sid.isPresent() ? "callMessageDone" : "callMessageNothing")),
                THEN,
                "next?n=1"))
        .orElse(Turn.NOTHING);
  }
}
