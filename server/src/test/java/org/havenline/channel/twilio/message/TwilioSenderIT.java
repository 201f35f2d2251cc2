package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.channel.Address;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.RestFailure;
import org.havenline.channel.twilio.RestStub;
import org.havenline.contact.MessageId;
import org.havenline.routingconfig.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwilioSenderIT {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final DateTimeFormatter TWILIO_TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final String TEXT = "Ми тут. Чи ви в безпеці?";

  private final RestStub stub = new RestStub();
  private final TwilioSender sender =
      new TwilioSender(
          stub.account(),
          new PublicUrl(Numbers.BASE + "/"),
          LIFE,
          InstantSource.fixed(Numbers.NOW));

  @AfterEach
  void close() {
    stub.close();
  }

  private static OutboundMessage message(Channel channel, Duration life) {
    return new OutboundMessage(
        Numbers.LINE,
        new MessageId("m-1"),
        new Address(channel, Numbers.OURS),
        new Address(channel, Numbers.HERS),
        TEXT,
        Numbers.NOW.plus(life));
  }

  private Result sent(int status, String body) {
    stub.answer(status, body);
    return sender.send(message(Channel.SMS, LIFE));
  }

  @Test
  void aTextIsPostedOnceWithAllItNeeds() {
    assertThat(sent(201, "{\"sid\":\"SM1\",\"status\":\"queued\"}"))
        .isEqualTo(new Result.Accepted("SM1"));

    assertThat(stub.calls).hasSize(1);
    var call = stub.calls.getFirst();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.uri())
        .isEqualTo("/stub/twilio/2010-04-01/Accounts/" + RestStub.SID + "/Messages.json");
    assertThat(call.field("To")).isEqualTo(Numbers.HERS);
    assertThat(call.field("From")).isEqualTo(Numbers.OURS);
    assertThat(call.field("Body")).isEqualTo(TEXT);
    assertThat(call.field("ValidityPeriod")).isEqualTo("600");
    assertThat(call.field("StatusCallback"))
        .isEqualTo("https://line.example.org/twilio/messages/status?m=m-1");
  }

  @Test
  void whatsAppHasItsPrefix() {
    stub.answer(201, "{\"sid\":\"SM1\"}");
    sender.send(message(Channel.WHATSAPP, LIFE));

    assertThat(stub.calls.getFirst().field("To")).isEqualTo("whatsapp:" + Numbers.HERS);
    assertThat(stub.calls.getFirst().field("From")).isEqualTo("whatsapp:" + Numbers.OURS);
  }

  @Test
  void aDayOfValidityIsCutToWhatTwilioTakes() {
    stub.answer(201, "{\"sid\":\"SM1\"}");
    sender.send(message(Channel.SMS, Duration.ofDays(1)));

    assertThat(stub.calls.getFirst().field("ValidityPeriod")).isEqualTo("36000");
  }

  @Test
  void nothingLeavesAfterItsTime() {
    assertThat(sender.send(message(Channel.SMS, Duration.ZERO)))
        .isEqualTo(new Result.Refused(30036));
    assertThat(stub.calls).isEmpty();
  }

  @Test
  void aRefusalIsFinalAndNamed() {
    assertThat(sent(400, "{\"code\":21610,\"status\":400}")).isEqualTo(new Result.Refused(21610));
    assertThat(sent(403, "<html>")).isEqualTo(new Result.Refused(0));
    assertThat(sent(401, "{\"code\":20003}")).isEqualTo(new Result.Refused(20003));
  }

  @Test
  void tooManyRequestsMayBeTriedAgain() {
    assertThat(sent(429, "{\"code\":20429}")).isEqualTo(new Result.Busy(Duration.ofSeconds(1)));
  }

  @Test
  void withoutAConnectionItMayBeTriedAgain() {
    stub.stop();

    assertThat(sender.send(message(Channel.SMS, LIFE)))
        .isEqualTo(new Result.Busy(Duration.ofSeconds(1)));
  }

  @Test
  void whatMayHaveBeenTakenIsUnknownAndPostedOnce() {
    for (int status : new int[] {500, 502, 503, 504}) {
      stub.calls.clear();
      assertThat(sent(status, "{\"code\":20500}")).isEqualTo(new Result.Unknown());
      assertThat(stub.calls).hasSize(1);
    }
    assertThat(sent(201, "not JSON")).isEqualTo(new Result.Unknown());
    assertThat(sent(201, "{}")).isEqualTo(new Result.Unknown());
    assertThat(sent(302, "")).isEqualTo(new Result.Unknown());
    stub.answer((request, _) -> request.connection().close());
    assertThat(sender.send(message(Channel.SMS, LIFE))).isEqualTo(new Result.Unknown());
  }

  private static String listed(String sid, String body, Instant created) {
    return "{\"sid\":\"%s\",\"body\":\"%s\",\"date_created\":\"%s\"}"
        .formatted(sid, body, TWILIO_TIME.format(created.atZone(ZoneOffset.UTC)));
  }

  private Optional<String> found(String... messages) {
    stub.answer(
        200, "{\"messages\":[" + Arrays.stream(messages).collect(Collectors.joining(",")) + "]}");
    return sender.find(message(Channel.SMS, LIFE));
  }

  @Test
  void aMessageIsFoundByItsNumbersItsTextAndItsTime() {
    assertThat(
            found(
                listed("SM3", "another", Numbers.NOW),
                listed("SM2", TEXT, Numbers.NOW),
                listed("SM1", TEXT, Numbers.NOW.minusSeconds(60))))
        .hasValue("SM2");
    assertThat(stub.calls.getFirst().uri())
        .contains("To=%2B380501234567", "From=%2B15005550006", "PageSize=100");
  }

  @Test
  void twoThatFitAreNoneFound() {
    assertThat(found(listed("SM2", TEXT, Numbers.NOW), listed("SM1", TEXT, Numbers.NOW))).isEmpty();
  }

  @Test
  void aMessageThatIsNotThereIsNotFound() {
    assertThat(found()).isEmpty();
  }

  @Test
  void aFailingLookIsNoAnswer() {
    stub.answer(503, "");

    assertThatThrownBy(() -> sender.find(message(Channel.SMS, LIFE)))
        .isInstanceOf(RestFailure.Answered.class);
  }
}
