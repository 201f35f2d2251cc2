package org.havenline.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PriorTest {
  @Test
  void aCallingCodeNamesItsLanguages() {
    Prior haiti = Prior.callingCode("+50937000000");
    assertThat(haiti.weight("ht")).isGreaterThan(haiti.weight("fr"));
    assertThat(haiti.weight("fr")).isGreaterThan(haiti.weight("es"));
    assertThat(Prior.callingCode("+17870000000").weight("es")).isEqualTo(1);
    assertThat(Prior.callingCode("+12120000000").weight("en")).isEqualTo(1);
  }

  @Test
  void whatIsNoNumberSaysNothing() {
    for (String number : new String[] {"", "+", "anonymous", "+999123", "whatsapp:+33"}) {
      assertThat(Prior.callingCode(number)).isEqualTo(Prior.flat());
    }
  }

  @Test
  void aChoiceOutweighsTheCountry() {
    Prior both = Prior.callingCode("+33600000000").and(Prior.menu("ti"));
    assertThat(both.weight("ti")).isGreaterThan(both.weight("fr"));
  }

  @Test
  void whatIsSaidOfALanguageHoldsForItsLatinSpelling() {
    Prior arabic = Prior.menu("ar");
    assertThat(arabic.weight("ar-Latn")).isEqualTo(arabic.weight("ar"));
  }

  @Test
  void nothingIsEverRuledOut() {
    Prior certain = new Prior(Map.of("fr", 1.0, "en", 0.0));
    assertThat(certain.weight("en")).isPositive();
    assertThat(certain.weight("yo")).isPositive();
  }

  @Test
  void aWeightIsANumber() {
    assertThatThrownBy(() -> new Prior(Map.of("fr", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
