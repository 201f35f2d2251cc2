package org.havenline.channel.twilio.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.twilio.Signing;
import org.havenline.contact.LineId;
import org.havenline.http.Response;
import org.havenline.intake.Reception;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routingconfig.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWebhookTest {
  private static final String TARGET = "/twilio/messages";

  private final KeptReception reception = new KeptReception();
  private final MessageWebhook webhook = webhook(reception);

  private static MessageWebhook webhook(Reception reception) {
    return new MessageWebhook(
        Numbers.SIGNATURE, () -> Numbers.LINES, reception, InstantSource.fixed(Numbers.NOW));
  }

  private Response post(String... changes) {
    return webhook.answer(
        Signing.signed(Numbers.TOKEN, Numbers.BASE, TARGET, Numbers.text(changes)));
  }

  private InboundMessage accepted(String... changes) {
    var response = post(changes);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("content-type", "text/xml");
    assertThat(new String(response.body(), UTF_8)).isEqualTo("<Response/>");
    assertThat(reception.accepted).hasSize(1);
    assertThat(reception.quarantined).isEmpty();
    return reception.accepted.getFirst();
  }

  @Test
  void aTextIsAccepted() {
    assertThat(accepted())
        .isEqualTo(
            new InboundMessage(
                Numbers.LINE,
                "SM00000000000000000000000000000001",
                new Address(Channel.SMS, Numbers.HERS),
                new Address(Channel.SMS, Numbers.OURS),
                "help me",
                List.of(),
                "",
                "",
                Numbers.NOW));
  }

  @Test
  void aWhatsAppMessageIsKnownByItsPrefix() {
    var message = accepted("From=whatsapp:" + Numbers.HERS, "To=whatsapp:" + Numbers.OURS);

    assertThat(message.from()).isEqualTo(new Address(Channel.WHATSAPP, Numbers.HERS));
    assertThat(message.to()).isEqualTo(new Address(Channel.WHATSAPP, Numbers.OURS));
    assertThat(message.malformed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"  spaces  ", "nul\0", "\u202Ertl", "👩‍👩‍👧‍👧", "a\r\nb", "100% + 1", "STOP"})
  void theTextStaysAsWritten(String text) {
    var message = accepted("Body=" + text);

    assertThat(message.text()).isEqualTo(text);
    assertThat(message.malformed()).isEmpty();
  }

  @Test
  void mediaAreNotedAndNotFetched() {
    var message =
        accepted(
            "Body=", "NumMedia=1", "MediaUrl0=http://127.0.0.1/x", "MediaContentType0=image/png");

    assertThat(message.media())
        .containsExactly(new InboundMessage.Attachment("image/png", "http://127.0.0.1/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "START", "HELP"})
  void whatTheCarrierMadeOfItIsKept(String word) {
    assertThat(accepted("Body=" + word, "OptOutType=" + word).optOut()).isEqualTo(word);
  }

  /// The carrier acts on these words, and a person in danger may really mean them.
  @Test
  void everyWordTheCarrierActsOnArrivesAsWrittenInEveryCase() {
    var words =
        List.of(
            "stop",
            "stopall",
            "unsubscribe",
            "cancel",
            "end",
            "quit",
            "help",
            "info",
            "yes",
            "start",
            "unstop",
            "ayuda",
            "alto",
            "aide",
            "arrêt",
            "مساعدة",
            "قف",
            "допомога",
            "стоп");
    int sent = 0;
    for (var word : words) {
      var capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      for (var text : List.of(word, word.toUpperCase(Locale.ROOT), capital)) {
        for (var optOut : List.of("", "STOP", "START", "HELP")) {
          assertThat(post("Body=" + text, "OptOutType=" + optOut).status()).isEqualTo(200);
          assertThat(reception.accepted).hasSize(++sent);
          assertThat(reception.accepted.getLast().text()).isEqualTo(text);
          assertThat(reception.accepted.getLast().optOut()).isEqualTo(optOut);
        }
      }
    }
  }

  @Test
  void aSharedPlaceBecomesText() {
    var message =
        accepted("Body=", "Latitude=52.5", "Longitude=13.4", "Label=Old mill", "Address=Road 1");

    assertThat(message.text()).isEqualTo("geo:52.5,13.4\nOld mill\nRoad 1");
  }

  @Test
  void anUnknownNumberOfOursGoesToTheFallbackLine() {
    var message = accepted("To=+15005550999");

    assertThat(message.line()).isEqualTo(Numbers.FALLBACK);
    assertThat(message.malformed()).isEqualTo("unknown line number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NumMedia=-1",
        "NumMedia=NaN",
        "NumMedia=10",
        "-Body",
        "+Body=and more",
        "OptOutType=WHAT",
        "From=Parcels",
        "From=+00",
        "From=anonymous"
      })
  void oddMessagesAreAcceptedWithTheirOddity(String change) {
    assertThat(accepted(change).malformed()).isNotEmpty();
  }

  @Test
  void bothBodiesOfAMessageAreKept() {
    assertThat(accepted("+Body=and more").text()).isEqualTo("help me\nand more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-MessageSid",
        "MessageSid=",
        "MessageSid=../../etc",
        "+MessageSid=SM2",
        "-From",
        "From=",
        "+From=+15005550001",
        "From=rcs:agent",
        "-To",
        "To=",
        "+To=+15005550001"
      })
  void signedInputThatCannotBeUnderstoodIsKeptForAPerson(String change) {
    assertThat(post(change).status()).isEqualTo(200);
    assertThat(post(change).status()).isEqualTo(200);

    assertThat(reception.accepted).isEmpty();
    assertThat(reception.quarantined).hasSize(2);
    var kept = reception.quarantined.getFirst();
    assertThat(kept.raw()).isEqualTo(Signing.encode(Numbers.text(change)));
    assertThat(kept.key()).matches("[0-9a-f]{64}").isEqualTo(reception.quarantined.getLast().key());
    assertThat(kept.reason()).startsWith("no usable ").doesNotContain(Numbers.HERS);
  }

  @Test
  void anOverLongNumberIsKeptForAPerson() {
    assertThat(post("From=+" + "1".repeat(1000)).status()).isEqualTo(200);
    assertThat(reception.quarantined).hasSize(1);
  }

  @Test
  void aJsonBodyThatIsSignedIsKeptForAPerson() {
    var target =
        TARGET + "?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    var signature = Signing.sign(Numbers.TOKEN, Numbers.BASE + target);

    var response =
        webhook.answer(Signing.request(target, "{}".getBytes(UTF_8), List.of(signature)));

    assertThat(response.status()).isEqualTo(200);
    assertThat(reception.quarantined).hasSize(1);
  }

  @Test
  void aBrokenEscapeAndBrokenUtf8AreAcceptedAndNamed() {
    var body = "MessageSid=SM1&From=%2B380501234567&To=%2B15005550006&NumMedia=0&Body=a%ZZ";
    var read =
        new MessageForm(
                org.havenline.http.FormBody.parse((body + "%FF").getBytes(UTF_8)),
                Numbers.LINES,
                Numbers.NOW)
            .read();

    assertThat(((MessageForm.Reading.Understood) read).message())
        .satisfies(message -> {
          assertThat(message.text()).isEqualTo("a%ZZ\uFFFD");
          assertThat(message.malformed())
              .isEqualTo("a percent sign without two hex digits; bytes that are not UTF-8");
        });
  }

  @Test
  void unsignedInputIsRefusedWithNothing() {
    var response =
        webhook.answer(Signing.request(TARGET, Signing.encode(Numbers.text()), List.of("x")));

    assertThat(response).usingRecursiveComparison().isEqualTo(Response.empty(403));
    assertThat(reception.accepted).isEmpty();
    assertThat(reception.quarantined).isEmpty();
  }

  @Test
  void anotherAccountIsWelcomeWhenTheSignatureIsOurs() {
    accepted("AccountSid=AC99999999999999999999999999999999");
  }

  @Test
  void withoutTheStoreNothingIsAcknowledged() {
    var down =
        webhook(
            new Reception() {
              @Override
              public boolean accept(InboundMessage message) {
                throw new RedisUnavailable("accepting", new IllegalStateException());
              }

              @Override
              public void quarantine(LineId line, String key, byte[] raw, String reason) {
                throw new RedisUnavailable("quarantining", new IllegalStateException());
              }
            });

    for (var pairs : List.of(Numbers.text(), Numbers.text("-From"))) {
      assertThatThrownBy(
              () -> down.answer(Signing.signed(Numbers.TOKEN, Numbers.BASE, TARGET, pairs)))
          .isInstanceOf(RedisUnavailable.class);
    }
  }
}
