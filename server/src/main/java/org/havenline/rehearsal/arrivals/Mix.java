package org.havenline.rehearsal.arrivals;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;

/// Who they are, on average.
///
/// @param minors share of them, 0 to 1
/// @param wishWoman share that asks for a woman, 0 to 1
/// @param wishMan share that asks for a man, 0 to 1
/// @param subLines whose numbers they reach, empty for none; who chats reaches none
public record Mix(
    Weighted<Channel> channels,
    Weighted<String> languages,
    Weighted<RiskLevel> risks,
    Weighted<String> countries,
    double minors,
    double wishWoman,
    double wishMan,
    Weighted<String> subLines) {
  private static final double SURE = 0.95;

  /// One of them.
  ///
  /// @param language of a surge, instead of the mix's
  /// @param risk of a surge, instead of the mix's
  Triage draw(RandomGenerator random, Optional<String> language, Optional<RiskLevel> risk) {
    var speaks = languages.draw(random);
    var endangered = risks.draw(random);
    var spoken = language.orElse(speaks);
    var channel = channels.draw(random);
    var triage =
        Arrival.triage(
            channel,
            spoken,
            spoken.equals(Triage.UNKNOWN_LANGUAGE) ? 0 : SURE,
            risk.orElse(endangered),
            countries.draw(random),
            random.nextDouble() < minors,
            wishes(random.nextDouble()));
    var subLine = subLines.draw(random);
    return channel == Channel.WEBCHAT ? triage : triage.reaching(subLine);
  }

  private Set<Gender> wishes(double chance) {
    var wishes = EnumSet.noneOf(Gender.class);
    if (chance < wishWoman) {
      wishes.add(Gender.WOMAN);
    } else if (chance < wishWoman + wishMan) {
      wishes.add(Gender.MAN);
    }
    return Set.copyOf(wishes);
  }
}
