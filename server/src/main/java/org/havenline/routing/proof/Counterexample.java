package org.havenline.routing.proof;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.line.Line;

/// Somebody for whom a table ends without a human.
///
/// @param mode in which the house is then
/// @param at when she comes
/// @param rule that takes her
/// @param escalation whose last step reaches nobody
/// @param why in words
record Counterexample(
    Line line, Triage who, Mode mode, Instant at, String rule, String escalation, String why) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  int special() {
    return Kinds.special(who, line) + (mode == Mode.NORMAL ? 0 : 1);
  }

  @Override
  public String toString() {
    return "%s on line '%s', %s (%s), is taken by rule '%s', and at the end of escalation '%s' %s"
        .formatted(
            person(),
            line.id(),
            moment(at, line.timeZone()),
            line.timeZone().getId(),
            rule,
            escalation,
            why);
  }

  private String person() {
    var words = new StringJoiner(", ");
    words.add("a contact by " + who.channel().name().toLowerCase(Locale.ROOT));
    words.add(
        switch (who.language()) {
          case Triage.UNKNOWN_LANGUAGE -> "of unknown language";
          case Kinds.OTHER_LANGUAGE -> "in a language the tables do not name";
          default -> "in " + Locale.forLanguageTag(who.language()).getDisplayName(Locale.ENGLISH);
        });
    if (!who.subLine().isEmpty()) {
      words.add("by the number of sub-line '" + who.subLine() + "'");
    }
    words.add("risk " + who.risk());
    if (who.minor()) {
      words.add("under 18");
    }
    who.wishes()
        .forEach(wish -> words.add("who asks for a " + wish.name().toLowerCase(Locale.ROOT)));
    if (who.confidence() < 1) {
      words.add("language %.0f %% sure".formatted(who.confidence() * 100));
    }
    if (!who.country().equals(line.country())) {
      words.add(who.country().isEmpty() ? "country not known" : "country " + who.country());
    }
    if (mode != Mode.NORMAL) {
      words.add("in mode " + mode);
    }
    return words.toString();
  }
}
