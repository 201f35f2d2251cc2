package org.havenline.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.havenline.http.FormBody.Flaw;
import org.junit.jupiter.api.Test;

class FormBodyTest {
  private static FormBody form(String raw) {
    return FormBody.parse(raw.getBytes(ISO_8859_1));
  }

  @Test
  void readsFieldsWithRepeatsAndEmptyValuesInOrder() {
    var form = form("a=1&b=&a=2&c&&=x");

    assertThat(form.all("a")).containsExactly("1", "2");
    assertThat(form.first("b")).hasValue("");
    assertThat(form.first("c")).hasValue("");
    assertThat(form.first("")).hasValue("x");
    assertThat(form.first("d")).isEmpty();
    assertThat(form.text().keySet()).containsExactly("a", "b", "c", "");
    assertThat(form.flaws()).isEmpty();
  }

  @Test
  void unescapesPlusAndPercent() {
    assertThat(form("a+b=%2B+%26%3d%C3%B1").first("a b")).hasValue("+ &=ñ");
  }

  @Test
  void aBrokenEscapeStandsForItself() {
    for (var raw : new String[] {"%", "%1", "%zz", "100%", "%%41"}) {
      var form = form("a=" + raw);

      assertThat(form.flaws()).containsExactly(Flaw.BAD_ESCAPE);
      assertThat(form.first("a")).hasValue(raw.replace("%41", "A"));
    }
  }

  @Test
  void aBrokenEscapeBeforeAnotherFieldTakesNothingOfIt() {
    assertThat(form("a=%4&b=1").text().keySet()).containsExactly("a", "b");
  }

  @Test
  void invalidUtf8KeepsItsBytes() {
    for (var raw : new String[] {"%FF", "%C0%AF", "%ED%A0%80", "%E2%82"}) {
      var form = form("a=" + raw);

      assertThat(form.flaws()).containsExactly(Flaw.BAD_UTF8);
      assertThat(form.first("a").orElseThrow()).contains("\uFFFD");
      assertThat(form.fields().getFirst().value()).hasSize(raw.length() / 3);
    }
  }

  @Test
  void nulAndReplacementCharacterAreOrdinaryText() {
    var form = form("a=%00&b=%EF%BF%BD");

    assertThat(form.first("a")).hasValue("\0");
    assertThat(form.first("b")).hasValue("\uFFFD");
    assertThat(form.flaws()).isEmpty();
  }

  @Test
  void tooManyFieldsAreStillReadWhole() {
    assertThat(form("a=1&".repeat(1_000)).flaws()).isEmpty();

    var many = form("a=1&".repeat(1_001));
    assertThat(many.flaws()).containsExactly(Flaw.MANY_FIELDS);
    assertThat(many.all("a")).hasSize(1_001);
  }

  @Test
  void neverThrowsWhateverComes() {
    long seed = 7;
    System.out.println("seed " + seed);
    var random = new SplittableRandom(seed);
    var likely = "%&=+%41aZ\0é".getBytes(UTF_8);
    for (int i = 0; i < 20_000; i++) {
      var raw = new byte[random.nextInt(60)];
      for (int j = 0; j < raw.length; j++) {
        raw[j] =
            random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt();
      }
      assertThat(FormBody.parse(raw).fields().size()).isLessThanOrEqualTo(raw.length);
    }
  }
}
