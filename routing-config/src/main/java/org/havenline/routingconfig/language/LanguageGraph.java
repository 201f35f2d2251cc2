package org.havenline.routingconfig.language;

import java.util.List;
import java.util.stream.Stream;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.staff.LanguageLevel;

/// All kinships of the tables. One step only: that A is understood through B and B through C does
/// not make A understood through C.
public record LanguageGraph(List<Kinship> kinships) {
  public static final LanguageGraph EMPTY = new LanguageGraph(List.of());

  /// A way to be understood.
  ///
  /// @param language that is wanted
  /// @param through what a responder speaks instead
  /// @param most the level this is worth at most
  public record Way(String language, String through, LanguageLevel most) {}

  public LanguageGraph {
    kinships = List.copyOf(kinships);
  }

  /// How a language may be understood, on a channel, by those who do not speak it.
  public Stream<Way> ways(String language, Channel channel) {
    return kinships.stream()
        .filter(kinship -> same(language, kinship.understands()))
        .filter(kinship -> !same(language, kinship.speaks()))
        .flatMap(kinship ->
            kinship.on(channel).stream().map(most -> new Way(language, kinship.speaks(), most)));
  }

  /// `pt` serves `pt-BR` and the reverse: a region narrows a language, it does not make another.
  public static boolean same(String a, String b) {
    return a.length() == b.length() ? a.equals(b) : narrows(a, b) || narrows(b, a);
  }

  private static boolean narrows(String region, String language) {
    return region.length() > language.length()
        && region.charAt(language.length()) == '-'
        && region.startsWith(language);
  }
}
