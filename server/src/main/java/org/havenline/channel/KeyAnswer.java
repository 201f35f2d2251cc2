package org.havenline.channel;

import java.util.Locale;
import java.util.regex.Pattern;
import org.havenline.routingconfig.RiskLevel;

/// What a person says by a key, a number of a menu or a link, and not in words of her own: as good
/// as words, and surer, since she was offered just these answers.
public sealed interface KeyAnswer {

  /// The language she wants, of those she was offered. It always wins over a guess.
  ///
  /// @param tag BCP 47
  record Language(String tag) implements KeyAnswer {
    public Language {
      require(tag);
    }
  }

  /// The language of the page she writes on, taken from her phone's own: a hint, no choice.
  ///
  /// @param tag BCP 47
  record PageLanguage(String tag) implements KeyAnswer {
    public PageLanguage {
      require(tag);
    }
  }

  /// Something she lets us know of her danger, such as `cannot-talk` by a key of a telephone menu.
  ///
  /// @param code one of the table of risk levels
  /// @param level how urgent whoever offered the key says it is
  record Sign(String code, RiskLevel level) implements KeyAnswer {
    public Sign {
      require(code);
    }
  }

  /// As kept with an accepted message; [#parse] reads it.
  default String encode() {
    return switch (this) {
      case Language(var tag) -> "language " + tag;
      case PageLanguage(var tag) -> "page " + tag;
      case Sign(var code, var level) -> level.name().toLowerCase(Locale.ROOT) + " " + code;
    };
  }

  /// @throws IllegalArgumentException for anything that [#encode()] did not write
  static KeyAnswer parse(String encoded) {
    var words = encoded.split(" ", 2);
    var value = words[words.length - 1];
    return switch (words[0]) {
      case "language" -> new Language(value);
      case "page" -> new PageLanguage(value);
      default -> new Sign(value, RiskLevel.valueOf(words[0].toUpperCase(Locale.ROOT)));
    };
  }

  private static void require(String word) {
    if (!Pattern.matches("[A-Za-z0-9-]{1,40}", word)) {
      throw new IllegalArgumentException("a key answers with a code of letters, digits, hyphens");
    }
  }
}
