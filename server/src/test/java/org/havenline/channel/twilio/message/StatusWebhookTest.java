package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.DeliveryState;
import org.havenline.channel.twilio.Signing;
import org.havenline.contact.LineId;
import org.havenline.contact.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWebhookTest {
  record Report(
      LineId line, Optional<MessageId> message, String sid, DeliveryState state, int errorCode) {}

  private final List<Report> reports = new ArrayList<>();
  private final StatusWebhook webhook =
      new StatusWebhook(
          Numbers.SIGNATURE,
          () -> Numbers.LINES,
          (line, message, sid, state, code) ->
              reports.add(new Report(line, message, sid, state, code)));

  private int post(String query, String... fields) {
    var pairs = new ArrayList<Signing.Pair>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(new Signing.Pair(fields[i], fields[i + 1]));
    }
    var target = "/twilio/messages/status" + query;
    return webhook.answer(Signing.signed(Numbers.TOKEN, Numbers.BASE, target, pairs)).status();
  }

  @ParameterizedTest
  @CsvSource({
    "accepted,QUEUED",
    "queued,QUEUED",
    "sending,SENDING",
    "sent,SENT",
    "delivered,DELIVERED",
    "undelivered,UNDELIVERED",
    "failed,FAILED",
    "canceled,FAILED",
    "read,READ"
  })
  void everyStatusBecomesAState(String status, DeliveryState state) {
    assertThat(post("?m=m-1", "MessageSid", "SM1", "MessageStatus", status, "From", Numbers.OURS))
        .isEqualTo(204);
    assertThat(reports)
        .containsExactly(
            new Report(Numbers.LINE, Optional.of(new MessageId("m-1")), "SM1", state, 0));
  }

  @Test
  void theErrorCodeIsPassedOn() {
    post("?m=m-1", "MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30003");

    assertThat(reports.getFirst().errorCode()).isEqualTo(30003);
    assertThat(reports.getFirst().line()).isEqualTo(Numbers.FALLBACK);
  }

  @Test
  void aReportWithoutOurIdIsPassedOnByItsSid() {
    post("", "MessageSid", "SM1", "MessageStatus", "sent");
    post("?m=%20bad%20id", "MessageSid", "SM1", "MessageStatus", "sent", "ErrorCode", "x");

    assertThat(reports).hasSize(2).allMatch(report -> report.message().isEmpty());
  }

  @Test
  void aStatusOfTomorrowMovesNothing() {
    assertThat(post("?m=m-1", "MessageSid", "SM1", "MessageStatus", "brand_new")).isEqualTo(204);
    assertThat(post("?m=m-1", "MessageStatus", "sent")).isEqualTo(204);
    assertThat(reports).isEmpty();
  }

  @Test
  void anUnsignedReportIsRefused() {
    var request = Signing.request("/twilio/messages/status?m=m-1", new byte[0], List.of("forged"));

    assertThat(webhook.answer(request).status()).isEqualTo(403);
    assertThat(reports).isEmpty();
  }
}
