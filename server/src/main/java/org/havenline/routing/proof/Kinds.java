package org.havenline.routing.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Mentions;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Rule;

/// Every kind of contact a line's table can tell apart, an example of each, the plainest first.
///
/// Channel, language, risk, minor and wishes always vary. Confidence and country vary where a
/// condition mentions them, over the values it mentions, the values beside them, and one that
/// nobody mentions; sub-lines where one mentions them, over those the numbers of a channel stand
/// for. Elsewhere they change nothing.
final class Kinds {
  /// Reserved for private use (ISO 639-2): a language that is in nobody's table.
  static final String OTHER_LANGUAGE = "qaa";

  /// User-assigned in ISO 3166: a country that is in nobody's table.
  private static final String OTHER_COUNTRY = "XX";

  private static final double BESIDE = 0.001;

  private Kinds() {}

  static List<Triage> of(RoutingTables tables, Line line) {
    var mentions = mentions(tables.plan(line.plan()));
    var doors = doors(mentions, line);
    var kinds = new ArrayList<Triage>();
    for (var wishes : List.<Set<Gender>>of(Set.of(), Set.of(Gender.WOMAN), Set.of(Gender.MAN))) {
      for (var minor : List.of(false, true)) {
        for (var confidence : confidences(mentions)) {
          for (var country : countries(mentions, line)) {
            for (var risk : RiskLevel.values()) {
              for (var language : languages(mentions, line)) {
                for (var door : doors) {
                  var kind =
                      new Triage(
                          door.channel(), language, confidence, risk, country, minor, wishes);
                  kinds.add(kind.reaching(door.subLine()));
                }
              }
            }
          }
        }
      }
    }
    return List.copyOf(kinds);
  }

  static Mentions mentions(Plan plan) {
    return Mentions.of(plan.rules().stream().map(Rule::when).flatMap(Optional::stream).toList());
  }

  /// A way in: a channel, by a number that stands for a sub-line or for none.
  private record Door(Channel channel, String subLine) {}

  private static List<Door> doors(Mentions mentions, Line line) {
    return channels(line).stream()
        .flatMap(channel ->
            mentions.attributes().contains("subline")
                ? line.subLines(channel).stream().map(subLine -> new Door(channel, subLine))
                : Stream.of(new Door(channel, "")))
        .toList();
  }

  /// Web chat needs no number, so every line has it.
  static List<Channel> channels(Line line) {
    return Stream.of(Channel.values())
        .filter(channel ->
            channel == Channel.WEBCHAT
                || line.numbers().stream().anyMatch(number -> number.on(channel)))
        .toList();
  }

  private static Set<String> languages(Mentions mentions, Line line) {
    var all = new LinkedHashSet<>(line.languages());
    if (mentions.attributes().contains("language")) {
      mentions.texts().stream().sorted().filter(Kinds::isLanguage).forEach(all::add);
    }
    all.add(Triage.UNKNOWN_LANGUAGE);
    all.add(OTHER_LANGUAGE);
    return all;
  }

  private static boolean isLanguage(String text) {
    return text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  }

  private static Set<String> countries(Mentions mentions, Line line) {
    var all = new LinkedHashSet<>(List.of(line.country()));
    if (mentions.attributes().contains("country")) {
      mentions.texts().stream().sorted().filter(text -> text.matches("[A-Z]{2}")).forEach(all::add);
      all.addAll(List.of(OTHER_COUNTRY, ""));
    }
    return all;
  }

  private static Set<Double> confidences(Mentions mentions) {
    var all = new LinkedHashSet<>(List.of(1.0));
    if (mentions.attributes().contains("confidence")) {
      mentions.numbers().stream()
          .sorted()
          .flatMap(number -> Stream.of(number + BESIDE, number, number - BESIDE))
          .filter(number -> number >= 0 && number <= 1)
          .forEach(all::add);
      all.add(0.0);
    }
    return all;
  }

  /// How far from the plainest contact one is: the fewer things are special, the smaller an
  /// example.
  static int special(Triage kind, Line line) {
    int count = kind.minor() ? 1 : 0;
    count += kind.wishes().isEmpty() ? 0 : 1;
    count += kind.subLine().isEmpty() ? 0 : 1;
    count += kind.confidence() == 1.0 ? 0 : 1;
    count += kind.risk() == RiskLevel.STANDARD ? 0 : 1;
    count += Objects.equals(kind.country(), line.country()) ? 0 : 1;
    return count + (kind.language().equals(line.languages().getFirst()) ? 0 : 1);
  }
}
