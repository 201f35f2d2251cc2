package org.havenline.routing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.staff.Responder;

/// A responder on duty, and what she can still take.
///
/// @param free conversations she can still take, per channel; none where a channel is missing
/// @param load conversations and offers she has now
/// @param idleSince when she last finished or was given something
public record FreeResponder(
    ResponderId id,
    Map<String, LanguageLevel> languages,
    Set<String> skills,
    Optional<Gender> gender,
    Map<Channel, Integer> free,
    int load,
    Instant idleSince) {

  public FreeResponder {
    languages = Map.copyOf(languages);
    skills = Set.copyOf(skills);
    free = Map.copyOf(free);
  }

  /// As described in the table, less what she is doing. A call takes her whole attention: it leaves
  /// no room for texts, and while she has texts she is not rung.
  ///
  /// @param busy conversations and pending offers per channel
  public static FreeResponder of(Responder described, Map<Channel, Integer> busy, Instant since) {
    int load = busy.values().stream().mapToInt(Integer::intValue).sum();
    int calls = busy.getOrDefault(Channel.VOICE, 0);
    var free = new EnumMap<Channel, Integer>(Channel.class);
    described
        .capacity()
        .forEach((channel, most) -> {
          boolean shut = channel == Channel.VOICE ? load > calls : calls > 0;
          int left = most - busy.getOrDefault(channel, 0);
          free.put(channel, shut ? 0 : Math.max(left, 0));
        });
    return new FreeResponder(
        new ResponderId(described.id()),
        described.languages(),
        described.skills(),
        described.gender(),
        free,
        load,
        since);
  }

  int freeOn(Channel channel) {
    return free.getOrDefault(channel, 0);
  }

  /// The same after being asked about one more contact.
  FreeResponder with(Channel channel, Instant now) {
    var left = new EnumMap<Channel, Integer>(Channel.class);
    free.forEach((one, count) -> {
      boolean shut = (one == Channel.VOICE) != (channel == Channel.VOICE);
      left.put(one, shut ? 0 : one == channel ? count - 1 : count);
    });
    return new FreeResponder(id, languages, skills, gender, left, load + 1, now);
  }
}
