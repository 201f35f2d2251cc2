package org.havenline.channel.twilio.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Heard;
import org.havenline.simulator.voice.ledger.Talk;
import org.havenline.simulator.voice.party.Sound;

/// How long a caller was alone: she heard no words and nobody, and nobody heard her.
record Silences(List<Heard> heard, List<Talk> talks) {

  /// A while in which she was not alone.
  private record While(Instant from, Instant to) {}

  /// The longest of all who called.
  static Duration longest(Switchboard twilio) {
    var silences = new Silences(twilio.ledger().heard(), twilio.ledger().talks());
    return twilio.calls().stream()
        .filter(call -> call.record().to().equals(CallWorld.OURS))
        .map(silences::of)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private Duration of(Call call) {
    return call.answered()
        .flatMap(from -> call.ended().map(to -> longest(call.sid(), from, to)))
        .orElse(Duration.ZERO);
  }

  Duration longest(String call, Instant from, Instant end) {
    var longest = Duration.ZERO;
    var last = from;
    for (var one : whiles(call, end).toList()) {
      longest = longer(longest, Duration.between(last, one.from()));
      last = one.to().isAfter(last) ? one.to() : last;
    }
    return longer(longest, Duration.between(last, end));
  }

  private Stream<While> whiles(String call, Instant end) {
    return Stream.concat(
            heard.stream()
                .filter(one -> one.call().equals(call) && !(one.sound() instanceof Sound.Tone))
                .map(one -> new While(one.from(), Optional.ofNullable(one.to()).orElse(end))),
            talks.stream()
                .filter(one -> one.speaker().equals(call) || one.listener().equals(call))
                .map(one -> new While(one.from(), Optional.ofNullable(one.to()).orElse(end))))
        .sorted(Comparator.comparing(While::from));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
