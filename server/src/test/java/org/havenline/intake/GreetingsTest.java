package org.havenline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Hola!", "hello, good evening", "سلام", "Добрий день!!", "你好", "STOP", "", "🙂"})
  void whoOnlySaysHelloSaysNothingOfDanger(String text) {
    assertThat(Greetings.isMore(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HELP", "hola ayuda", "911", "¿hola, hay alguien?", "ሰላም እርዳታ", "mwaramutse"})
  void inDoubtItIsAMessage(String text) {
    assertThat(Greetings.isMore(text)).isTrue();
  }
}
