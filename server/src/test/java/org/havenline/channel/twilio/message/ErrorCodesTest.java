package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.havenline.channel.DeliveryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {
  @ParameterizedTest
  @CsvSource({
    "21610,OPTED_OUT",
    "21211,INVALID_NUMBER",
    "30003,UNREACHABLE",
    "30006,LANDLINE",
    "30004,BLOCKED",
    "30007,FILTERED",
    "63016,WINDOW_CLOSED",
    "30036,TOO_LATE",
    "20429,TOO_MANY",
    "21617,TOO_LONG",
    "20003,NOT_SET_UP",
    "30008,UNEXPLAINED",
    "0,UNEXPLAINED",
    "99999,UNEXPLAINED"
  })
  void codesHaveAMeaning(int code, DeliveryProblem problem) {
    assertThat(ErrorCodes.problem(code)).isEqualTo(problem);
  }

  @Test
  void onlyAPhoneOutOfReachAndAnUnknownErrorAreWorthARetry() {
    assertThat(IntStream.range(0, 70_000).filter(ErrorCodes::isWorthOneRetry))
        .containsExactly(30003, 30008);
  }

  @Test
  void everyProblemIsSaidInWords() {
    assertThat(Arrays.stream(DeliveryProblem.values()).map(DeliveryProblem::words))
        .doesNotHaveDuplicates()
        .allMatch(words -> words.endsWith("."));
  }
}
