package org.havenline.translations.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which languages are tried for a person, in which order.
class FallbackTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          es-MX,      es-MX es-419 es en
          es-ES,      es-ES es en
          prs,        prs fa-AF fa en
          fa-AF,      fa-AF prs fa en
          ckb,        ckb en
          ckb-IR,     ckb-IR ckb en
          pt,         pt pt-BR pt-PT en
          pt-AO,      pt-AO pt-PT pt pt-BR en
          pt-PT,      pt-PT pt pt-BR en
          pt-BR,      pt-BR pt pt-PT en
          zh-Hans-CN, zh-Hans-CN zh-Hans zh en
          zh-TW,      zh-Hant-TW zh-Hant en
          zh,         zh-Hans zh en
          zh-Hant-HK, zh-Hant-HK zh-Hant en
          sr-Latn,    sr-Latn en
          ar-SY,      ar-SY ar en
          und,        und en
          not a tag,  und en
          en-GB,      en-GB en
          """)
  void personIsNeverGivenALanguageOfAnotherScriptOrAnotherPeople(String language, String order) {
    assertThat(Fallback.of(language).stream().filter(one -> !one.isEmpty()))
        .containsExactly(order.split(" "));
  }
}
