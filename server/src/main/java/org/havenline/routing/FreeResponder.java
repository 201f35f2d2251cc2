package org.havenline.routing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.staff.Responder;

/// A responder on duty, and what she can still take.
///
/// @param skills with her level of each
/// @param free conversations she can still take, per channel; none where a channel is missing
/// @param load conversations and offers she has now
/// @param idleSince when she last finished or was given something
/// @param communities small ones she belongs to
/// @param highRiskLeft how many contacts of high risk she may take until a break is due; 0: it is
///   due, and she is asked nothing unless the table says so
public record FreeResponder(
    ResponderId id,
    Map<String, LanguageLevel> languages,
    Map<String, Integer> skills,
    Optional<Gender> gender,
    Map<Channel, Integer> free,
    int load,
    Instant idleSince,
    Set<String> communities,
    int highRiskLeft) {

  public FreeResponder {
    languages = Map.copyOf(languages);
    skills = Map.copyOf(skills);
    free = Map.copyOf(free);
    communities = Set.copyOf(communities);
  }

  /// What she has been through lately.
  ///
  /// @param inARow contacts of high risk in a row, taken or just offered
  /// @param inHand whether one of them is with her now
  /// @param last when the last of them began or ended
  public record Strain(int inARow, boolean inHand, Instant last) {
    public static final Strain NONE = new Strain(0, false, Instant.EPOCH);

    int left(Welfare welfare, Instant now) {
      if (!welfare.limits()) {
        return Integer.MAX_VALUE;
      }
      boolean rested = !inHand && !last.plus(welfare.rest()).isAfter(now);
      return rested ? welfare.highRiskInARow() : Math.max(0, welfare.highRiskInARow() - inARow);
    }
  }

  /// As described in the table, less what she is doing, where nothing limits it.
  public static FreeResponder of(Responder described, Map<Channel, Integer> busy, Instant since) {
    return of(described, busy, since, Strain.NONE, Welfare.NO_LIMIT, since);
  }

  /// As described in the table, less what she is doing. A call takes her whole attention: it leaves
  /// no room for texts, and while she has texts she is not rung.
  ///
  /// @param busy conversations and pending offers per channel
  public static FreeResponder of(
      Responder described,
      Map<Channel, Integer> busy,
      Instant since,
      Strain strain,
      Welfare welfare,
      Instant now) {
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
        since,
        described.communities(),
        strain.left(welfare, now));
  }

  /// @param spared whether a break that is due counts
  boolean hasRoom(Channel channel, boolean spared) {
    return freeOn(channel) > 0 && !(spared && highRiskLeft == 0);
  }

  int freeOn(Channel channel) {
    return free.getOrDefault(channel, 0);
  }

  public boolean anyLeft() {
    // asked a thousand times for one decision: a stream would cost more than the looking
    for (int count : free.values()) {
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a contact of this risk counts towards a break.
  public static boolean strains(RiskLevel risk) {
    return risk.compareTo(RiskLevel.HIGH) <= 0;
  }

  /// The same after being asked about one more contact.
  FreeResponder with(Triage asked, Instant now) {
    var channel = asked.channel();
    var left = new EnumMap<Channel, Integer>(Channel.class);
    free.forEach((one, count) -> {
      boolean shut = (one == Channel.VOICE) != (channel == Channel.VOICE);
      left.put(one, shut ? 0 : one == channel ? count - 1 : count);
    });
    boolean counts = strains(asked.risk()) && highRiskLeft < Integer.MAX_VALUE;
    return new FreeResponder(
        id,
        languages,
        skills,
        gender,
        left,
        load + 1,
        idleSince.isAfter(now) ? idleSince : now,
        communities,
        counts ? Math.max(0, highRiskLeft - 1) : highRiskLeft);
  }
}
