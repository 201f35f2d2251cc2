package org.havenline.menu;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.translations.Segments;

/// A few languages with numbers, each by its own name and nothing else: whoever holds her phone
/// learns no more than that somebody asked for a language.
///
/// @param languages BCP 47 tags in the order of their numbers, from 1
public record LanguageMenu(List<String> languages) {
  /// A number is one digit.
  private static final int MOST = 9;

  /// Signs that change how a text looks and not what it says: of direction, of emoji, of keycaps.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\uFE0F\\u20E3]");

  private static final Pattern NUMBER =
      Pattern.compile("[(#]?(\\p{Nd})(?!\\p{Nd})[.):,-]?\\s*(.*)", Pattern.DOTALL);

  public LanguageMenu {
    languages = List.copyOf(languages);
  }

  /// What an answer comes to.
  public sealed interface Reply {
    record Chosen(String language) implements Reply {}

    /// `0`: none of these.
    record NoneOfThese() implements Reply {}

    /// Words of her own, which say what they say.
    record OtherWords() implements Reply {}
  }

  /// The likely languages that a line offers, then its others, as many as fit one SMS.
  ///
  /// @param likely tags, the likeliest first; not all are the line's
  /// @param offered of the line, in its order
  /// @param graph of two languages that understand one another, one is as likely as the other
  public static LanguageMenu of(List<String> likely, List<String> offered, LanguageGraph graph) {
    var order = new LinkedHashSet<String>();
    likely.forEach(
        one -> offered.stream().filter(other -> serves(one, other, graph)).forEach(order::add));
    order.addAll(offered);
    var menu = new LanguageMenu(List.of());
    for (var language : order) {
      var longer = menu.and(language);
      if (longer.languages.size() <= MOST
          && !menu.names(language)
          && Segments.of(longer.text()) == 1) {
        menu = longer;
      }
    }
    return menu;
  }

  private static boolean serves(String likely, String offered, LanguageGraph graph) {
    return LanguageGraph.same(likely, offered)
        || graph.kinships().stream()
            .anyMatch(kin ->
                LanguageGraph.same(kin.speaks(), likely)
                    && LanguageGraph.same(kin.understands(), offered));
  }

  private LanguageMenu and(String language) {
    return new LanguageMenu(Stream.concat(languages.stream(), Stream.of(language)).toList());
  }

  /// `pt-BR` and `pt-PT` have one name, and two lines that look alike are no choice.
  private boolean names(String language) {
    var name = LanguageNames.own(language);
    return languages.stream().anyMatch(other -> LanguageNames.own(other).equals(name));
  }

  /// Each in a line of its own, which so runs in its own direction.
  public String text() {
    return IntStream.range(0, languages.size())
        .mapToObj(i -> (i + 1) + " " + LanguageNames.own(languages.get(i)))
        .collect(Collectors.joining("\n"));
  }

  /// What a text means that answers this menu: a digit of any script, perhaps with a dot or
  /// bracket, the name of a language, or both.
  ///
  /// @param offered by the line; those that did not fit may be named too
  public Reply reply(String text, List<String> offered) {
    var plain = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
    var number = NUMBER.matcher(plain.strip());
    if (number.matches()) {
      return numbered(number);
    }
    var all = new ArrayList<>(languages);
    all.addAll(offered);
    return all.stream()
        .filter(language -> LanguageNames.means(plain, language))
        .findFirst()
        .<Reply>map(Reply.Chosen::new)
        .orElseGet(Reply.OtherWords::new);
  }

  private Reply numbered(Matcher number) {
    int digit = Character.digit(number.group(1).codePointAt(0), 10);
    var rest = number.group(2);
    if (digit == 0) {
      return rest.isBlank() ? new Reply.NoneOfThese() : new Reply.OtherWords();
    }
    if (digit > languages.size()) {
      return new Reply.OtherWords();
    }
    var language = languages.get(digit - 1);
    return rest.isBlank() || LanguageNames.means(rest, language)
        ? new Reply.Chosen(language)
        : new Reply.OtherWords();
  }
}
