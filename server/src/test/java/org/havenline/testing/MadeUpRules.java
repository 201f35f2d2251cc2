package org.havenline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.havenline.routingconfig.version.TableFiles;

/// A small set of risk rules in English, as files of a version.
public final class MadeUpRules {
  private static final String LEVELS =
      """
      codes:
        threats: somebody threatens her
        locked-in: she cannot leave
      rows:
        - codes: [threats, locked-in]
          then: immediate
      """;

  private MadeUpRules() {}

  /// @param rules each by [#rule]
  public static TableFiles of(String... rules) {
    var text = "language: en\nauthor: us\nstate: drafted\nrules:\n" + String.join("", rules);
    return TableFiles.ofRisk(
        Map.of("levels.yaml", LEVELS.getBytes(UTF_8), "en.yaml", text.getBytes(UTF_8)));
  }

  /// A rule that finds a word, with examples that come out as they say.
  public static String rule(String name, String code, String level, String word) {
    return rule(name, code, level, word, word);
  }

  /// @param example of what it should find
  public static String rule(String name, String code, String level, String word, String example) {
    return """
      - id: en.%s
        code: %s
        level: %s
        query: %s
        match: he took my %s
        no-match: a quiet day
    """
        .formatted(name, code, level, word, example);
  }
}
