package org.havenline.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// English made foreign still says the same, with its numbers and places.
class PseudoTest {
  private static final Map<String, Object> ARGUMENTS =
      Map.of("phone", "+12025550123", "when", "8 pm", "count", 2, "days", 3);
  private static final Texts TEXTS = Pseudo.beside(((Reading.Sound) Texts.shipped()).texts());

  @TempDir private Path folder;

  @Test
  void everyTextIsInBracketsAndFourTenthsLonger() {
    var outside = Pattern.compile("[A-Za-z]");
    Map<String, Object> blank = Map.of("phone", "", "when", "", "key", "", "count", 2, "days", 3);
    for (var key : TEXTS.keys()) {
      var text = TEXTS.text(key, Pseudo.ACCENTED, blank);
      var english = TEXTS.text(key, "en", blank);
      long letters = english.chars().filter(Character::isLetter).count();
      assertThat(text).as(key).startsWith("[").endsWith("]");
      assertThat(text.length()).as(key).isGreaterThan((int) (english.length() + 0.4 * letters));
      assertThat(outside.matcher(text).find()).as(text).isFalse();
    }
  }

  @Test
  void placesAndNumbersAreKept() {
    assertThat(TEXTS.text("partner", Pseudo.ACCENTED, ARGUMENTS)).contains("+12025550123");
    assertThat(TEXTS.text("chatWordsAre", Pseudo.ACCENTED, Map.of("days", 1))).contains("1 ðå");
    assertThat(TEXTS.text("chatPlace", Pseudo.ACCENTED, Map.of("count", 0))).contains("ñéé");
    assertThat(TEXTS.text("chatPlace", Pseudo.MIRRORED, Map.of("count", 5))).contains("5");
  }

  @Test
  void mirroredWordsRunFromTheRight() {
    assertThat(TEXTS.text("chatSend", Pseudo.MIRRORED, Map.of()))
        .isEqualTo("\u200F\u202ESend\u202C\u200F");
  }

  @Test
  void quotedBracesStayQuoted() throws IOException {
    Files.writeString(
        folder.resolve("en.arb"),
        """
        {"@@locale": "en", "@@x-review": "drafted",
         "odd": "it''s '{'so'}' {count, plural, one {# {when}} other {#s {when}}}"}
        """);
    var texts = Pseudo.beside(((Reading.Sound) Texts.read(folder)).texts());
    assertThat(texts.text("odd", Pseudo.ACCENTED, ARGUMENTS))
        .startsWith("[îîţ")
        .contains("'", "{š", "}", "2š", "8 pm");
  }
}
