package org.havenline.routingconfig.taskrouter.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of an expression, read one after the other.
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"[^\"]*\"|'[^']*')|(-?\\d{1,15}(?:\\.\\d{1,15})?)|([A-Za-z_]\\w*)"
              + "|(==|!=|>=|<=|[=<>()\\[\\],.]))");

  private final List<String> all;
  private int next;

  private Tokens(List<String> all) {
    this.all = all;
  }

  /// @throws MalformedExpression at a character that begins no word
  static Tokens of(String text) throws MalformedExpression {
    var found = new ArrayList<String>();
    var match = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int at = 0;
    while (at < end) {
      if (!match.region(at, end).lookingAt()) {
        throw new MalformedExpression("character " + (at + 1) + " is not understood");
      }
      found.add(match.group().strip());
      at = match.end();
    }
    return new Tokens(found);
  }

  Optional<String> peek() {
    return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
  }

  String take() throws MalformedExpression {
    var token = peek().orElseThrow(() -> new MalformedExpression("it breaks off"));
    next++;
    return token;
  }

  /// Takes a word if it is the next, in capitals or not.
  boolean takes(String word) {
    boolean is = peek().map(it -> it.toUpperCase(Locale.ROOT).equals(word)).orElse(false);
    next += is ? 1 : 0;
    return is;
  }

  void require(String word) throws MalformedExpression {
    if (!takes(word)) {
      throw new MalformedExpression("'" + word + "' is missing after word " + next);
    }
  }
}
