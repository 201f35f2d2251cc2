package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.havenline.contact.ResponderId;
import org.havenline.routing.FreeResponder;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.staff.Responder;

/// A responder in a rehearsal.
final class Member {
  private final Responder described;
  private final Instant end;
  private final Map<Channel, Integer> busy = new EnumMap<>(Channel.class);
  private Instant idleSince;
  private Instant counted;
  private Duration onShift = Duration.ZERO;
  private Duration occupied = Duration.ZERO;
  private boolean onDuty;
  private boolean away;
  private Optional<FreeResponder> free = Optional.empty();

  /// @param end of what is counted as work
  Member(Responder described, Instant begin, Instant end) {
    this.described = described;
    this.end = end;
    this.idleSince = begin;
    this.counted = begin;
  }

  ResponderId id() {
    return new ResponderId(described.id());
  }

  void onDuty(boolean is, Instant now) {
    count(now);
    onDuty = is;
    away = false;
    idleSince = is ? now : idleSince;
    look();
  }

  /// Let an offer expire: taken off duty by the server, until she says that she is there.
  void away(boolean is, Instant now) {
    count(now);
    away = is;
    look();
  }

  void takes(Channel channel, Instant now) {
    count(now);
    busy.merge(channel, 1, Integer::sum);
    look();
  }

  void gives(Channel channel, Instant now) {
    idleSince = now;
    isSpared(channel, now);
  }

  /// Another has taken what she was asked about, or it is gone: she keeps her turn.
  void isSpared(Channel channel, Instant now) {
    count(now);
    busy.merge(channel, -1, Integer::sum);
    look();
  }

  /// As the matching wants her; empty when she can take nothing.
  Optional<FreeResponder> free() {
    return free;
  }

  boolean freeOn(Channel channel) {
    return free.map(one -> one.free().getOrDefault(channel, 0) > 0).orElse(false);
  }

  /// As the server asks the table: a region narrows a language, it does not make another.
  boolean speaks(String language) {
    return described.languages().keySet().stream()
        .anyMatch(one ->
            one.equals(language)
                || one.startsWith(language + "-")
                || language.startsWith(one + "-"));
  }

  private void look() {
    free =
        onDuty && !away
            ? Optional.of(FreeResponder.of(described, busy, idleSince))
                .filter(one -> one.free().values().stream().anyMatch(left -> left > 0))
            : Optional.empty();
  }

  private void count(Instant now) {
    var until = now.isAfter(end) ? end : now;
    if (onDuty && until.isAfter(counted)) {
      var passed = Duration.between(counted, until);
      onShift = onShift.plus(passed);
      boolean works = busy.values().stream().anyMatch(number -> number > 0);
      occupied = works ? occupied.plus(passed) : occupied;
    }
    counted = now;
  }

  Played.Work work(Instant now) {
    count(now);
    return new Played.Work(id(), described.name(), onShift, occupied);
  }
}
