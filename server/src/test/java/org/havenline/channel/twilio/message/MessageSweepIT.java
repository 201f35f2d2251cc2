package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.twilio.RestStub;
import org.havenline.channel.twilio.Sweeps;
import org.havenline.contact.LineId;
import org.havenline.intake.Reception;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routingconfig.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageSweepIT {
  private static final String LIST =
      "/stub/twilio/2010-04-01/Accounts/" + RestStub.SID + "/Messages";

  private final RestStub stub = new RestStub();
  private final KeptReception reception = new KeptReception();
  private final MessageSweep sweep =
      new MessageSweep(stub.account(), () -> Numbers.LINES, reception);

  private boolean smsFails;

  @BeforeEach
  void twoPagesOfTextsOneWithAPictureAndOneWhatsApp() {
    stub.answer((request, _) -> answer(request));
  }

  @AfterEach
  void close() {
    stub.close();
  }

  private void answer(HttpServerRequest request) {
    var uri = request.uri();
    if (uri.contains("/Media")) {
      RestStub.respond(
          request,
          200,
          """
          {"media_list":[{"content_type":"image/png",
            "uri":"/2010-04-01/Accounts/AC/Messages/MM1/Media/ME1.json"}]}\
          """);
    } else if (uri.contains("whatsapp")) {
      RestStub.respond(request, 200, page("", message("SM4", "inbound", 0, "whatsapp:")));
    } else if (smsFails) {
      RestStub.respond(request, 503, "");
    } else if (uri.contains("Page=1")) {
      RestStub.respond(request, 200, page("", message("SM1", "inbound", 0, "")));
    } else {
      RestStub.respond(
          request,
          200,
          page(
              "/2010-04-01/Accounts/" + RestStub.SID + "/Messages.json?Page=1",
              message("SM3", "outbound-api", 0, ""),
              message("MM1", "inbound", 1, ""),
              message("SM0", "inbound", 0, "").replace("10:00:00", "08:00:00")));
    }
  }

  private static String page(String next, String... messages) {
    return "{\"uri\":\"/\",\"messages\":[%s],\"next_page_uri\":%s}"
        .formatted(String.join(",", messages), next.isEmpty() ? "null" : "\"" + next + "\"");
  }

  private static String message(String sid, String direction, int media, String prefix) {
    return """
    {"sid":"%s","direction":"%s","num_media":"%d","from":"%s","to":"%s","body":"text of %s",
     "date_sent":"Sun, 01 Mar 2026 10:00:00 +0000"}\
    """
        .formatted(sid, direction, media, prefix + Numbers.HERS, prefix + Numbers.OURS, sid);
  }

  private int sweep() {
    return sweep.sweep(Numbers.NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void everyInboundMessageOfEveryPageIsHandedInAsByWebhook() {
    assertThat(sweep()).isEqualTo(3);

    assertThat(reception.accepted)
        .extracting(InboundMessage::sid)
        .containsExactlyInAnyOrder("MM1", "SM1", "SM4");
    assertThat(reception.accepted)
        .contains(
            new InboundMessage(
                Numbers.LINE,
                "MM1",
                new Address(Channel.SMS, Numbers.HERS),
                new Address(Channel.SMS, Numbers.OURS),
                "text of MM1",
                List.of(
                    new InboundMessage.Attachment(
                        "image/png",
                        "https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM1/Media/ME1")),
                "",
                "",
                Numbers.NOW));
    assertThat(stub.calls)
        .anyMatch(call ->
            call.uri().startsWith(LIST + ".json?")
                && call.uri().contains("To=%2B15005550006")
                && call.uri().contains("DateSent%3E=2026-03-01T09"));
  }

  @Test
  void sweepingTwiceBringsNothingNew() {
    assertThat(sweep()).isEqualTo(3);
    assertThat(sweep()).isZero();
  }

  @Test
  void aNumberThatCannotBeSweptIsSaidAndHindersNoOther() {
    smsFails = true;

    assertThatThrownBy(this::sweep)
        .isInstanceOf(Sweeps.Incomplete.class)
        .hasMessage("1 numbers could not be swept, 1 new on the others");
    assertThat(reception.accepted).extracting(InboundMessage::sid).containsExactly("SM4");
  }

  @Test
  void anAnswerThatCannotBeReadIsSaid() {
    for (var nonsense : new String[] {"{}", "[]", "<html>", ""}) {
      stub.answer(200, nonsense);

      assertThatThrownBy(this::sweep).isInstanceOf(Sweeps.Incomplete.class);
    }
  }

  @Test
  void withoutTheStoreTheSweepStops() {
    var down =
        new MessageSweep(
            stub.account(),
            () -> Numbers.LINES,
            new Reception() {
              @Override
              public boolean accept(InboundMessage message) {
                throw new RedisUnavailable("accepting", new IllegalStateException());
              }

              @Override
              public void quarantine(LineId line, String key, byte[] raw, String reason) {
                throw new AssertionError("nothing to quarantine");
              }
            });

    assertThatThrownBy(() -> down.sweep(Numbers.NOW.minus(Duration.ofHours(1))))
        .isInstanceOf(RedisUnavailable.class);
  }
}
